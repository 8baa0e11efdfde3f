/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of a placement, counted day by day: a placement has a few hundred days, and every exception
 * (a period, an interruption, a holiday) is a question about one day. */

#include "hs-hours.h"

#include "hs-defaults.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define MONDAY_TO_FRIDAY 0x1f

/* What is worked on a day: the pattern of the last period around it, else that of the plan. */
static gint64
pattern_minutes (const HsHoursPlan *plan, HsDay day)
{
  gint64 minutes = plan->minutes_day;
  guint weekdays = plan->weekdays;

  for (gsize i = plan->n_periods; i > 0; i--)
    {
      const HsHoursPeriod *period = &plan->periods[i - 1];

      if (day < period->from || day > period->to)
        continue;
      minutes = period->minutes_day > 0 ? period->minutes_day : minutes;
      weekdays = period->weekdays != 0 ? period->weekdays : weekdays;
      break;
    }
  if (weekdays == 0)
    weekdays = MONDAY_TO_FRIDAY;
  return weekdays >> hs_day_weekday (day) & 1 ? minutes : 0;
}

static gboolean
is_interrupted (const HsHoursPlan *plan, HsDay day)
{
  for (gsize i = 0; i < plan->n_interruptions; i++)
    if (day >= plan->interruptions[i].from && day <= plan->interruptions[i].to)
      return TRUE;
  return FALSE;
}

static void
count_day (const HsHoursPlan *plan, HsDay day, HsHoursYear *year, HsHours *hours)
{
  gint64 minutes = pattern_minutes (plan, day);

  if (minutes == 0)
    return;
  if (is_interrupted (plan, day))
    hours->interrupted++;
  else if (!plan->works_holidays && hs_holiday_on (day, plan->holidays) >= 0)
    hours->holidays++;
  else
    {
      year->days++;
      year->minutes += minutes;
    }
}

static gboolean
check_plan (const HsHoursPlan *plan, GError **error)
{
  gboolean counts = plan->minutes_day > 0;

  for (gsize i = 0; i < plan->n_periods; i++)
    counts = counts || plan->periods[i].minutes_day > 0;
  if (plan->start < HS_DAY_FIRST || plan->end > HS_DAY_LAST || plan->end < plan->start)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                         _ ("the last day of the placement is before the first day"));
  else if (hs_day_study_year (plan->end) - hs_day_study_year (plan->start) >= HS_HOURS_YEARS)
    g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                 _ ("a placement cannot be longer than %d study years"), HS_HOURS_YEARS);
  else if (!counts)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("there are no hours a day"));
  else
    return TRUE;
  return FALSE;
}

gboolean
hs_hours_compute (const HsHoursPlan *plan, HsHours *hours, GError **error)
{
  memset (hours, 0, sizeof *hours);
  if (!check_plan (plan, error))
    return FALSE;
  for (HsDay day = plan->start; day <= plan->end;)
    {
      HsHoursYear *year = &hours->years[hours->n_years++];
      HsDay next;

      year->year = hs_day_study_year (day);
      next = hs_day (year->year + 1, 8, 1);
      for (; day <= plan->end && day < next; day++)
        count_day (plan, day, year, hours);
      hours->days += year->days;
      hours->minutes += year->minutes;
    }
  return TRUE;
}

void
hs_hours_spread (const HsHours *hours, gint64 total, gint64 minutes[HS_HOURS_YEARS])
{
  gint64 left = total;

  memset (minutes, 0, sizeof (gint64) * HS_HOURS_YEARS);
  if (hours->minutes <= 0)
    {
      minutes[0] = total;
      return;
    }
  /* A field holds at most 10^12 minutes and a plan counts at most 6.4 million: no overflow. */
  for (guint i = 0; i < hours->n_years; i++)
    {
      minutes[i] = total * hours->years[i].minutes / hours->minutes;
      left -= minutes[i];
    }
  for (; left > 0; left--)
    {
      guint best = 0;
      gint64 most = -1;

      for (guint i = 0; i < hours->n_years; i++)
        {
          gint64 short_of = total * hours->years[i].minutes - minutes[i] * hours->minutes;

          if (hours->years[i].minutes > 0 && short_of > most)
            {
              most = short_of;
              best = i;
            }
        }
      minutes[best]++;
    }
}

/* The flags that the settings ask for. */
static guint
holiday_flags (GHashTable *settings)
{
  const char *liberation = hs_defaults_setting (settings, "holidays.liberation_day");
  guint flags = 0;

  if (hs_defaults_number (settings, "holidays.good_friday", 0) != 0)
    flags |= HS_HOLIDAYS_GOOD_FRIDAY;
  if (g_strcmp0 (liberation, "always") == 0)
    flags |= HS_HOLIDAYS_LIBERATION_ALWAYS;
  if (g_strcmp0 (liberation, "never") == 0)
    flags |= HS_HOLIDAYS_LIBERATION_NEVER;
  return flags;
}

/* Copies the rows that have both days into @to, at most @most. */
static gsize
copy_rows (const GPtrArray *rows, HsKindId kind, HsHoursPeriod *to, gsize most)
{
  gsize n = 0;

  for (guint i = 0; i < rows->len && n < most; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      gboolean period = kind == HS_KIND_PERIOD;
      guint from = period ? HS_PERIOD_FROM : HS_INTERRUPTION_FROM;
      guint until = period ? HS_PERIOD_TO : HS_INTERRUPTION_TO;

      if (!hs_record_has (row, from))
        continue;
      to[n].from = (HsDay) hs_record_int (row, from);
      to[n].to = hs_record_has (row, until) ? (HsDay) hs_record_int (row, until) : to[n].from;
      to[n].minutes_day = period ? hs_record_int (row, HS_PERIOD_MINUTES_DAY) : 0;
      to[n].weekdays = period ? (guint) hs_record_int (row, HS_PERIOD_WEEKDAYS) : 0;
      n++;
    }
  return n;
}

gboolean
hs_hours_of_dossier (const HsDossier *dossier, HsHours *hours, GError **error)
{
  HsHoursPeriod periods[64];
  HsHoursPeriod interruptions[64];
  const HsRecord *sheet = dossier->sheet;
  HsHoursPlan plan = { 0 };

  if (sheet == NULL || !hs_record_has (sheet, HS_SHEET_START)
      || !hs_record_has (sheet, HS_SHEET_END))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                           _ ("the placement has no first or no last day yet"));
      return FALSE;
    }
  plan.start = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  plan.end = (HsDay) hs_record_int (sheet, HS_SHEET_END);
  plan.minutes_day = hs_record_int (sheet, HS_SHEET_MINUTES_DAY);
  plan.weekdays = (guint) hs_record_int (sheet, HS_SHEET_WEEKDAYS);
  plan.works_holidays = hs_record_int (sheet, HS_SHEET_WORKS_HOLIDAYS) != 0;
  plan.holidays = holiday_flags (dossier->facts.settings);
  plan.periods = periods;
  plan.n_periods = copy_rows (dossier->rows[HS_KIND_PERIOD], HS_KIND_PERIOD, periods, 64);
  plan.interruptions = interruptions;
  plan.n_interruptions =
      copy_rows (dossier->rows[HS_KIND_INTERRUPTION], HS_KIND_INTERRUPTION, interruptions, 64);
  return hs_hours_compute (&plan, hours, error);
}

char *
hs_hours_year_name (int year, char *buffer)
{
  g_snprintf (buffer, 10, "%04d/%04d", year, year + 1);
  return buffer;
}

char *
hs_hours_format (gint64 minutes)
{
  gint64 hours = minutes / 60;
  int rest = (int) ABS (minutes % 60), hundredths = rest * 5 / 3;

  if (rest == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, hours);
  if (rest % 3 != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", hours, rest);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ",%d", hours, hundredths / 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d", hours, hundredths);
}

gint64
hs_hours_minimum (const HsDossier *dossier)
{
  static const char *const names[] = { "hours.bol.1", "hours.bol.2", "hours.bol.3", "hours.bol.4" };
  static const gint64 usual[] = { 250, 450, 900, 1350 };
  GHashTable *settings = dossier->facts.settings;
  gint64 years;

  if (dossier->programme == NULL || dossier->enrolment == NULL
      || !hs_record_has (dossier->enrolment, HS_ENROLMENT_ROUTE)
      || !hs_record_has (dossier->programme, HS_PROGRAMME_LEVEL))
    return -1;
  if (hs_record_int (dossier->programme, HS_PROGRAMME_LEVEL) == HS_LEVEL_1)
    return 0;
  years = hs_record_int (dossier->programme, HS_PROGRAMME_YEARS);
  if (years < 1 || years > 4)
    return -1;
  if (hs_record_int (dossier->enrolment, HS_ENROLMENT_ROUTE) == HS_ROUTE_BBL)
    return years * 60 * hs_defaults_number (settings, "hours.bbl.year", 610);
  return 60 * hs_defaults_number (settings, names[years - 1], usual[years - 1]);
}
