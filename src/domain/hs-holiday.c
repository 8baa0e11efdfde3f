/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Public holidays of the Netherlands: the moving ones count from Easter. */

#include "hs-holiday.h"

static HsDay
kings_day (int year)
{
  HsDay day;

  if (year >= 2014)
    {
      day = hs_day (year, 4, 27);
      return hs_day_weekday (day) == 6 ? day - 1 : day;
    }
  day = hs_day (year, 4, 30);
  if (hs_day_weekday (day) != 6)
    return day;
  return year >= 1980 ? day - 1 : day + 1;
}

HsDay
hs_holiday_day (HsHoliday holiday, int year)
{
  switch (holiday)
    {
    case HS_HOLIDAY_NEW_YEAR:
      return hs_day (year, 1, 1);
    case HS_HOLIDAY_GOOD_FRIDAY:
      return hs_day_easter (year) - 2;
    case HS_HOLIDAY_EASTER_SUNDAY:
      return hs_day_easter (year);
    case HS_HOLIDAY_EASTER_MONDAY:
      return hs_day_easter (year) + 1;
    case HS_HOLIDAY_KINGS_DAY:
      return kings_day (year);
    case HS_HOLIDAY_LIBERATION_DAY:
      return hs_day (year, 5, 5);
    case HS_HOLIDAY_ASCENSION:
      return hs_day_easter (year) + 39;
    case HS_HOLIDAY_WHIT_SUNDAY:
      return hs_day_easter (year) + 49;
    case HS_HOLIDAY_WHIT_MONDAY:
      return hs_day_easter (year) + 50;
    case HS_HOLIDAY_CHRISTMAS_DAY:
      return hs_day (year, 12, 25);
    case HS_HOLIDAY_BOXING_DAY:
      return hs_day (year, 12, 26);
    case HS_N_HOLIDAYS:
    default:
      g_return_val_if_reached (HS_DAY_NONE);
    }
}

/* Whether @holiday is a free day in @year under @flags. */
static gboolean
is_free (HsHoliday holiday, int year, guint flags)
{
  if (holiday == HS_HOLIDAY_GOOD_FRIDAY)
    return (flags & HS_HOLIDAYS_GOOD_FRIDAY) != 0;
  if (holiday != HS_HOLIDAY_LIBERATION_DAY)
    return TRUE;
  if (flags & HS_HOLIDAYS_LIBERATION_NEVER)
    return FALSE;
  return (flags & HS_HOLIDAYS_LIBERATION_ALWAYS) || year % 5 == 0;
}

int
hs_holiday_on (HsDay day, guint flags)
{
  int year, month, of_month;

  hs_day_split (day, &year, &month, &of_month);
  /* Nothing from the middle of June to Christmas: saves computing Easter for half of the days. */
  if ((month == 6 && of_month > 15) || (month > 6 && month < 12) || month == 2)
    return -1;
  for (int i = 0; i < HS_N_HOLIDAYS; i++)
    if (hs_holiday_day ((HsHoliday) i, year) == day && is_free ((HsHoliday) i, year, flags))
      return i;
  return -1;
}

const char *
hs_holiday_name (HsHoliday holiday, int year)
{
  static const char *const names[HS_N_HOLIDAYS] = {
    "Nieuwjaarsdag",      "Goede Vrijdag",   "eerste paasdag",  "tweede paasdag",
    "Koningsdag",         "Bevrijdingsdag",  "Hemelvaartsdag",  "eerste pinksterdag",
    "tweede pinksterdag", "eerste kerstdag", "tweede kerstdag",
  };

  g_return_val_if_fail ((guint) holiday < HS_N_HOLIDAYS, "");
  return holiday == HS_HOLIDAY_KINGS_DAY && year < 2014 ? "Koninginnedag" : names[holiday];
}

gboolean
hs_holiday_is_working_day (HsDay day, guint flags)
{
  return hs_day_weekday (day) < 5 && hs_holiday_on (day, flags) < 0;
}

HsDay
hs_holiday_add_working_days (HsDay day, int n, guint flags)
{
  while (n == 0 && !hs_holiday_is_working_day (day, flags))
    day++;
  while (n > 0)
    if (hs_holiday_is_working_day (++day, flags))
      n--;
  return day;
}
