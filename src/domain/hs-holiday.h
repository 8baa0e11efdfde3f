/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Public holidays of the Netherlands, computed. */
#pragma once

#include "hs-date.h"

G_BEGIN_DECLS

typedef enum
{
  HS_HOLIDAY_NEW_YEAR,
  HS_HOLIDAY_GOOD_FRIDAY,
  HS_HOLIDAY_EASTER_SUNDAY,
  HS_HOLIDAY_EASTER_MONDAY,
  HS_HOLIDAY_KINGS_DAY, /* Koninginnedag before 2014 */
  HS_HOLIDAY_LIBERATION_DAY,
  HS_HOLIDAY_ASCENSION,
  HS_HOLIDAY_WHIT_SUNDAY,
  HS_HOLIDAY_WHIT_MONDAY,
  HS_HOLIDAY_CHRISTMAS_DAY,
  HS_HOLIDAY_BOXING_DAY,
  HS_N_HOLIDAYS
} HsHoliday;

/**
 * HsHolidayFlags: which days that not everybody has free count as a holiday.
 * @HS_HOLIDAYS_USUAL: the days of the Algemene termijnenwet (art. 3) and the King's birthday, and 5
 *   May in years that end with 0 or 5, as most collective agreements in care have it; Good Friday
 *   is a working day
 * @HS_HOLIDAYS_GOOD_FRIDAY: Good Friday is free too
 * @HS_HOLIDAYS_LIBERATION_ALWAYS: 5 May is free every year
 * @HS_HOLIDAYS_LIBERATION_NEVER: 5 May is never free
 */
typedef enum
{
  HS_HOLIDAYS_USUAL = 0,
  HS_HOLIDAYS_GOOD_FRIDAY = 1 << 0,
  HS_HOLIDAYS_LIBERATION_ALWAYS = 1 << 1,
  HS_HOLIDAYS_LIBERATION_NEVER = 1 << 2,
} HsHolidayFlags;

/* The day of @holiday in @year (1949 to 2199), whether it is free or not. Koningsdag: 27 April, on
 * a Sunday the 26th; before 2014 Koninginnedag: 30 April, on a Sunday 29 April, and 1 May before
 * 1980. */
HsDay hs_holiday_day (HsHoliday holiday, int year);
/* The free day that @day is, or -1. */
int hs_holiday_on (HsDay day, guint flags);
/* "Koningsdag" (and "Koninginnedag"). (transfer none) */
const char *hs_holiday_name (HsHoliday holiday, int year);
/* Monday to Friday and no holiday. */
gboolean hs_holiday_is_working_day (HsDay day, guint flags);
/* The day that is @n working days after @day (@n at least 0; the next working day for 0 when @day
 * is none). */
HsDay hs_holiday_add_working_days (HsDay day, int n, guint flags);

G_END_DECLS
