/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about days and hours. */

#include "hs-hours.h"
#include "hs-rule-private.h"

#define SHEET HS_KIND_SHEET

static void
check_spread (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_SPREAD];
  gint64 total = hs_sheet_int (dossier, HS_SHEET_TOTAL_MINUTES), sum = 0;
  g_autofree char *have = NULL;
  g_autofree char *want = NULL;

  for (guint i = 0; i < rows->len; i++)
    sum += hs_record_int (g_ptr_array_index (rows, i), HS_SPREAD_MINUTES);
  if (rows->len == 0 || total <= 0 || sum == total)
    return;
  have = hs_hours_format (sum);
  want = hs_hours_format (total);
  hs_found (run, HS_KIND_SPREAD, NULL, HS_SPREAD_MINUTES,
            _ ("The hours of the study years add up to %s, and the hours in all are %s. Make them "
               "equal."),
            have, want);
}

static void
check_spread_years (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_SPREAD];
  int first, last;

  if (!hs_sheet_has_period (dossier))
    return;
  first = hs_day_study_year ((HsDay) hs_sheet_int (dossier, HS_SHEET_START));
  last = hs_day_study_year ((HsDay) hs_sheet_int (dossier, HS_SHEET_END));
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      gint64 year = hs_record_int (row, HS_SPREAD_YEAR);
      char name[16];

      if (!hs_record_has (row, HS_SPREAD_YEAR) || (year >= first && year <= last))
        continue;
      hs_found (run, HS_KIND_SPREAD, row, HS_SPREAD_YEAR,
                _ ("The placement has no days in study year %s. Take that line away or change the "
                   "dates."),
                hs_hours_year_name ((int) CLAMP (year, 0, 9998), name));
    }
}

/* More than a working day and more than one in twenty off. */
static void
check_calendar (const HsDossier *dossier, HsRun *run)
{
  HsHours hours;
  gint64 total = hs_sheet_int (dossier, HS_SHEET_TOTAL_MINUTES), off;
  g_autofree char *counted = NULL;
  g_autofree char *written = NULL;

  if (total <= 0 || !hs_sheet_has_period (dossier)
      || hs_sheet_int (dossier, HS_SHEET_MINUTES_DAY) <= 0
      || !hs_sheet_has (dossier, HS_SHEET_WEEKDAYS) || !hs_hours_of_dossier (dossier, &hours, NULL))
    return;
  off = ABS (hours.minutes - total);
  if (off <= hs_sheet_int (dossier, HS_SHEET_MINUTES_DAY) || off * 20 <= hours.minutes)
    return;
  counted = hs_hours_format (hours.minutes);
  written = hs_hours_format (total);
  hs_found (
      run, SHEET, dossier->sheet, HS_SHEET_TOTAL_MINUTES,
      _ ("By days and dates the placement counts %s hours; %s are written down. Check which is "
         "right."),
      counted, written);
}

static void
check_pattern (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_WEEKDAYS))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_WEEKDAYS,
              _ ("Choose the weekdays: then the hours can be counted."));
  if (hs_sheet_int (dossier, HS_SHEET_MINUTES_DAY) <= 0)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_MINUTES_DAY,
              _ ("Fill in the hours a day: then the hours can be counted."));
}

static int
days_a_week (const HsDossier *dossier)
{
  guint days = (guint) hs_sheet_int (dossier, HS_SHEET_WEEKDAYS);

  return days != 0 ? __builtin_popcount (days) : 5;
}

/* Arbeidstijdenwet 5:7 for adults: 12 hours a shift, 60 a week. */
static void
check_long_days (const HsDossier *dossier, HsRun *run)
{
  gint64 day = hs_sheet_int (dossier, HS_SHEET_MINUTES_DAY);

  if (day > 12 * 60)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_MINUTES_DAY,
              _ ("A working day is at most 12 hours. Check the hours a day."));
  else if (day * days_a_week (dossier) > 60 * 60)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_WEEKDAYS,
              _ ("A working week is at most 60 hours. Check the hours a day and the weekdays."));
}

/* Arbeidstijdenwet 5:2 to 5:6 for 16 and 17 years old: 9 hours a day, 45 a week, no nights. */
static void
check_minor (const HsDossier *dossier, HsRun *run)
{
  gint64 day = hs_sheet_int (dossier, HS_SHEET_MINUTES_DAY);
  gint64 shifts = hs_sheet_int (dossier, HS_SHEET_SHIFTS);

  if (!hs_sheet_has (dossier, HS_SHEET_START)
      || hs_dossier_minor_on (dossier, (HsDay) hs_sheet_int (dossier, HS_SHEET_START)) != 1)
    return;
  if (day > 9 * 60)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_MINUTES_DAY,
              _ ("A student under 18 works at most 9 hours a day, school included."));
  if (day * days_a_week (dossier) > 45 * 60)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_WEEKDAYS,
              _ ("A student under 18 works at most 45 hours a week, school included."));
  if (shifts >> HS_SHIFT_NIGHT & 1)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_SHIFTS,
              _ ("A student under 18 works no nights."));
}

static void
check_school_days (const HsDossier *dossier, HsRun *run)
{
  gint64 both =
      hs_sheet_int (dossier, HS_SHEET_WEEKDAYS) & hs_sheet_int (dossier, HS_SHEET_SCHOOL_DAYS);

  for (int i = 0; i < 7; i++)
    if (both >> i & 1)
      hs_found (run, SHEET, dossier->sheet, HS_SHEET_SCHOOL_DAYS,
                _ ("On %s the student is at school and on placement. Choose one."),
                hs_weekday_name (i));
}

/* A range that is the wrong way round or outside the placement. */
static void
check_range (const HsDossier *dossier, HsRun *run, const HsRecord *row, guint from, guint to)
{
  gint64 first, last;

  if (!hs_record_has (row, from) || !hs_record_has (row, to))
    return;
  first = hs_record_int (row, from);
  last = hs_record_int (row, to);
  if (last < first)
    hs_found (run, hs_record_kind_id (row), row, (int) to,
              _ ("The last day is before the first day. Correct one of them."));
  else if (hs_sheet_has_period (dossier)
           && (last < hs_sheet_int (dossier, HS_SHEET_START)
               || first > hs_sheet_int (dossier, HS_SHEET_END)))
    hs_found (run, hs_record_kind_id (row), row, (int) from,
              _ ("These days are outside the placement. Change them or take the line away."));
}

static void
check_ranges (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *periods = dossier->rows[HS_KIND_PERIOD];
  GPtrArray *interruptions = dossier->rows[HS_KIND_INTERRUPTION];

  for (guint i = 0; i < periods->len; i++)
    check_range (dossier, run, g_ptr_array_index (periods, i), HS_PERIOD_FROM, HS_PERIOD_TO);
  for (guint i = 0; i < interruptions->len; i++)
    check_range (dossier, run, g_ptr_array_index (interruptions, i), HS_INTERRUPTION_FROM,
                 HS_INTERRUPTION_TO);
}

static void
check_overlap (const HsDossier *dossier, HsRun *run)
{
  if (dossier->facts.overlapping > 0)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_START,
              ngettext ("The student has %d other placement in this period. Check the dates and "
                        "days.",
                        "The student has %d other placements in this period. Check the dates and "
                        "days.",
                        (gulong) dossier->facts.overlapping),
              (int) dossier->facts.overlapping);
}

static void
check_inside_enrolment (const HsDossier *dossier, HsRun *run)
{
  const HsRecord *enrolment = dossier->enrolment;

  if (enrolment == NULL || !hs_sheet_has_period (dossier))
    return;
  if (hs_record_has (enrolment, HS_ENROLMENT_START)
      && hs_sheet_int (dossier, HS_SHEET_START) < hs_record_int (enrolment, HS_ENROLMENT_START))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_START,
              _ ("The placement starts before the enrolment of the student."));
  if (hs_record_has (enrolment, HS_ENROLMENT_EXPECTED_END)
      && hs_sheet_int (dossier, HS_SHEET_END)
             > hs_record_int (enrolment, HS_ENROLMENT_EXPECTED_END))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_END,
              _ ("The placement ends after the expected end of the programme."));
}

/* clang-format off */
const HsRule hs_rules_hours[] = {
  { "HOURS-SPREAD", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("The hours of the study years add up to the hours in all"),
    N_ ("WEB article 7.2.8(2)(a)"), check_spread },
  { "HOURS-YEARS", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Hours are in study years in which the placement has days"),
    N_ ("WEB article 7.2.8(2)(a)"), check_spread_years },
  { "HOURS-CALENDAR", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The hours in all fit the days, the dates and the public holidays"),
    N_ ("Counted by the calendar"), check_calendar },
  { "HOURS-PATTERN", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_OPEN,
    N_ ("Weekdays and hours a day are there"), N_ ("Counted by the calendar"), check_pattern },
  { "HOURS-LONG", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("At most 12 hours a day and 60 a week"), N_ ("Arbeidstijdenwet article 5:7"),
    check_long_days },
  { "HOURS-MINOR", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Under 18: at most 9 hours a day and 45 a week, and no nights"),
    N_ ("Arbeidstijdenwet articles 5:2 to 5:6"), check_minor },
  { "HOURS-SCHOOL-DAY", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("A day back at school is no day of placement"), N_ ("Nobody is in two places at a time"),
    check_school_days },
  { "HOURS-RANGE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Periods and interruptions are inside the placement"), N_ ("Counted by the calendar"),
    check_ranges },
  { "HOURS-OVERLAP", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The student has no other placement at the same time"),
    N_ ("Nobody is in two places at a time"), check_overlap },
  { "HOURS-ENROLMENT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The placement is inside the enrolment"), N_ ("WEB article 7.2.8"),
    check_inside_enrolment },
};
/* clang-format on */
const guint hs_n_rules_hours = G_N_ELEMENTS (hs_rules_hours);
