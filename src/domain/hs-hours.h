/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of a placement: working days of a pattern between two dates, less interruptions and public
 * holidays, spread over study years (1 August to 31 July). Minutes everywhere. */
#pragma once

#include "hs-dossier.h"
#include "hs-holiday.h"

G_BEGIN_DECLS

/* Most study years that one placement can touch. */
#define HS_HOURS_YEARS 12

/* A period with other hours; @minutes_day 0 and @weekdays 0 mean those of the plan. Both days are
 * inside it. */
typedef struct
{
  HsDay from;
  HsDay to;
  gint64 minutes_day;
  guint weekdays;
} HsHoursPeriod;

/**
 * HsHoursPlan:
 * @start, @end: first and last day, both inside; the same day is a placement of one day
 * @weekdays: sum of 1 << HsWeekday; 0 is Monday to Friday
 * @works_holidays: public holidays are worked
 * @holidays: HsHolidayFlags
 * @periods: other hours in part of the time; where two overlap the last one holds
 * @interruptions: only @from and @to are read; a single day is an interruption too
 */
typedef struct
{
  HsDay start;
  HsDay end;
  gint64 minutes_day;
  guint weekdays;
  gboolean works_holidays;
  guint holidays;
  const HsHoursPeriod *periods;
  gsize n_periods;
  const HsHoursPeriod *interruptions;
  gsize n_interruptions;
} HsHoursPlan;

/* @year is the calendar year in which the study year begins. */
typedef struct
{
  int year;
  int days;
  gint64 minutes;
} HsHoursYear;

/* @holidays and @interrupted: working days of the pattern that fell away because of them. */
typedef struct
{
  int days;
  gint64 minutes;
  int holidays;
  int interrupted;
  guint n_years;
  HsHoursYear years[HS_HOURS_YEARS];
} HsHours;

/* Counts the hours. FALSE with HS_ERROR_INVALID: the end before the start, longer than
 * HS_HOURS_YEARS study years, or no hours a day. */
gboolean hs_hours_compute (const HsHoursPlan *plan, HsHours *hours, GError **error);

/* Spreads @total over the study years of @hours in proportion to what they count, to the minute,
 * by largest remainder, so that it adds up exactly; all in the first year when they count 0. */
void hs_hours_spread (const HsHours *hours, gint64 total, gint64 minutes[HS_HOURS_YEARS]);

/* The hours of the sheet of @dossier with its periods and interruptions. */
gboolean hs_hours_of_dossier (const HsDossier *dossier, HsHours *hours, GError **error);

/* "2026/2027" for 2026, into @buffer of at least 10 bytes; returns @buffer. */
char *hs_hours_year_name (int year, char *buffer);
/* "36", "7,5": minutes as hours the Dutch way. (transfer full) */
char *hs_hours_format (gint64 minutes);

/* The smallest number of placement minutes of a whole programme (WEB 7.2.7): BOL by its length in
 * years, BBL by study year, none for entree; -1 when it cannot be said. Settings "hours.bol.1" to
 * "hours.bol.4" and "hours.bbl.year", in hours. */
gint64 hs_hours_minimum (const HsDossier *dossier);

G_END_DECLS
