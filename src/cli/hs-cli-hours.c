/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hours: counting the hours of a period without an agreement. */

#include "hs-cli-commands.h"
#include "hs-cli-output.h"
#include "hs-error.h"
#include "hs-hours.h"

#include <glib/gi18n.h>
#include <string.h>

/* "1-2-2027..5-2-2027" or one day. FALSE with a wrong-use error. */
static gboolean
read_stretch (const char *option, const char *text, HsHoursPeriod *stretch, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "..", 2);

  stretch->from = hs_day_parse (g_strstrip (parts[0] != NULL ? parts[0] : (char *) ""));
  stretch->to =
      parts[0] == NULL || parts[1] == NULL ? stretch->from : hs_day_parse (g_strstrip (parts[1]));
  if (stretch->from != HS_DAY_NONE && stretch->to != HS_DAY_NONE && stretch->from <= stretch->to)
    return TRUE;
  hs_cli_wrong_use (error,
                    _ ("'%s' does not fit --%s; write a day, or the first and the last day like "
                       "2027-02-22..2027-02-26"),
                    text, option);
  return FALSE;
}

/* Days that are free: interruptions, and --holiday, which is the same for the sum. */
static gboolean
read_stretches (HsCli *self, const char *option, GArray *stretches, GError **error)
{
  const GPtrArray *texts = hs_cli_option_values (self, option);

  for (guint i = 0; i < texts->len; i++)
    {
      HsHoursPeriod stretch = { 0 };

      if (!read_stretch (option, texts->pdata[i], &stretch, error))
        return FALSE;
      g_array_append_val (stretches, stretch);
    }
  return TRUE;
}

/* "1-5-2027..30-6-2027=4" or "…=4@ma,di". */
static gboolean
read_periods (HsCli *self, GArray *periods, GError **error)
{
  const GPtrArray *texts = hs_cli_option_values (self, "period");

  for (guint i = 0; i < texts->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts->pdata[i], "=", 2);
      HsHoursPeriod period = { 0 };
      g_autoptr (HsRecord) probe = hs_record_new (HS_KIND_PERIOD);
      const char *hours = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

      if (!read_stretch ("period", parts[0] != NULL ? parts[0] : "", &period, error))
        return FALSE;
      if (!hs_record_parse (probe, HS_PERIOD_MINUTES_DAY, hours, NULL)
          || hs_record_int (probe, HS_PERIOD_MINUTES_DAY) <= 0)
        {
          hs_cli_wrong_use (error,
                            _ ("'%s' does not fit --period; write it like "
                               "2027-05-01..2027-06-30=4 with the hours a day behind it"),
                            (const char *) texts->pdata[i]);
          return FALSE;
        }
      period.minutes_day = hs_record_int (probe, HS_PERIOD_MINUTES_DAY);
      g_array_append_val (periods, period);
    }
  return TRUE;
}

/* "mo-fr", "ma-vr", "ma,di,wo". */
static gboolean
read_weekdays (const char *text, guint *bits, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *bits = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "-", 2);
      gint64 sets[2] = { 0, 0 };

      for (guint k = 0; ends[k] != NULL; k++)
        {
          g_autoptr (HsRecord) probe = hs_record_new (HS_KIND_SHEET);

          if (!hs_record_parse (probe, HS_SHEET_WEEKDAYS, ends[k], NULL))
            break;
          sets[k] = hs_record_int (probe, HS_SHEET_WEEKDAYS);
        }
      if (ends[0] == NULL || sets[0] == 0 || (ends[1] != NULL && sets[1] < sets[0]))
        {
          hs_cli_wrong_use (error, _ ("'%s' does not fit --days; write it like ma-vr or ma,di,do"),
                            text);
          return FALSE;
        }
      /* from the first bit to the second, both inside */
      *bits |= ends[1] == NULL ? (guint) sets[0] : (guint) ((sets[1] << 1) - sets[0]);
    }
  return TRUE;
}

static gboolean
read_minutes (HsCli *self, gint64 *minutes, GError **error)
{
  const char *text = hs_cli_option (self, "per-day");
  g_autoptr (HsRecord) probe = hs_record_new (HS_KIND_PERIOD);

  if (text != NULL && hs_record_parse (probe, HS_PERIOD_MINUTES_DAY, text, NULL))
    *minutes = hs_record_int (probe, HS_PERIOD_MINUTES_DAY);
  if (*minutes > 0 && *minutes <= 24 * 60)
    return TRUE;
  if (text == NULL)
    hs_cli_wrong_use (error, _ ("say with --per-day how many hours a day are"));
  else
    hs_cli_wrong_use (
        error, _ ("'%s' does not fit --per-day; write hours like 8 or 7,5, at most 24"), text);
  return FALSE;
}

static gboolean
read_plan (HsCli *self, HsHoursPlan *plan, GArray *periods, GArray *free_days, GError **error)
{
  const char *days = hs_cli_option (self, "days");

  if (!hs_cli_option_day (self, "from", HS_DAY_NONE, &plan->start, error)
      || !hs_cli_option_day (self, "to", HS_DAY_NONE, &plan->end, error)
      || !read_minutes (self, &plan->minutes_day, error)
      || (days != NULL && !read_weekdays (days, &plan->weekdays, error))
      || !read_stretches (self, "interruption", free_days, error)
      || !read_stretches (self, "holiday", free_days, error)
      || !read_periods (self, periods, error))
    return FALSE;
  if (plan->start == HS_DAY_NONE || plan->end == HS_DAY_NONE)
    {
      hs_cli_wrong_use (error, _ ("say with --from and --to what the first and the last day are"));
      return FALSE;
    }
  plan->works_holidays = hs_cli_has (self, "works-holidays");
  plan->holidays = hs_cli_has (self, "good-friday") ? HS_HOLIDAYS_GOOD_FRIDAY : HS_HOLIDAYS_USUAL;
  plan->interruptions = (const HsHoursPeriod *) free_days->data;
  plan->n_interruptions = free_days->len;
  plan->periods = (const HsHoursPeriod *) periods->data;
  plan->n_periods = periods->len;
  return TRUE;
}

static void
say_years (HsCli *self, const HsHours *hours)
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *array = json_array ();

  hs_cli_table_column (table, _ ("Study year"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Days"), HS_CLI_RIGHT, 0);
  hs_cli_table_column (table, _ ("Hours"), HS_CLI_RIGHT, 0);
  for (guint i = 0; i < hours->n_years; i++)
    {
      char name[16];
      json_t *object = json_object ();

      hs_cli_table_cell (table, hs_hours_year_name (hours->years[i].year, name));
      hs_cli_table_cell_take (table, g_strdup_printf ("%d", hours->years[i].days));
      hs_cli_table_cell_take (table, hs_hours_format (hours->years[i].minutes));
      json_object_set_new (object, "year", json_integer (hours->years[i].year));
      json_object_set_new (object, "days", json_integer (hours->years[i].days));
      json_object_set_new (object, "minutes", json_integer (hours->years[i].minutes));
      json_array_append_new (array, object);
    }
  hs_cli_table_cell (table, _ ("In all"));
  hs_cli_table_cell_take (table, g_strdup_printf ("%d", hours->days));
  hs_cli_table_cell_take (table, hs_hours_format (hours->minutes));
  hs_cli_say_table (self, table);
  json_object_set_new (hs_cli_json (self), "years", array);
}

/* The public holidays in the period that were counted as free. */
static void
say_holidays (HsCli *self, const HsHoursPlan *plan)
{
  json_t *array = json_array ();
  gboolean first = TRUE;

  for (HsDay day = plan->start; day <= plan->end && !plan->works_holidays; day++)
    {
      int holiday = hs_holiday_on (day, plan->holidays);
      g_autofree char *text = NULL;
      json_t *object;
      int year, month, of_month;

      if (holiday < 0)
        continue;
      hs_day_split (day, &year, &month, &of_month);
      text = hs_day_format_long (day);
      if (first)
        hs_cli_say_heading (self, _ ("Public holidays"));
      first = FALSE;
      hs_cli_say_value (self, hs_holiday_name (holiday, year), text);
      object = json_object ();
      hs_cli_json_day (object, "date", day);
      hs_cli_json_text (object, "name", hs_holiday_name (holiday, year));
      json_array_append_new (array, object);
    }
  json_object_set_new (hs_cli_json (self), "public_holidays", array);
}

static HsCliStatus
hours (HsCli *self, GError **error)
{
  HsHoursPlan plan = { 0 };
  HsHours counted;
  g_autoptr (GArray) free_days = g_array_new (FALSE, FALSE, sizeof (HsHoursPeriod));
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (HsHoursPeriod));
  g_autofree char *total = NULL;

  if (!read_plan (self, &plan, periods, free_days, error)
      || !hs_hours_compute (&plan, &counted, error))
    return HS_CLI_WRONG_USE;
  total = hs_hours_format (counted.minutes);
  hs_cli_say (self, _ ("%s hours in %d days."), total, counted.days);
  if (counted.holidays > 0 || counted.interrupted > 0)
    hs_cli_say (self, _ ("Left out: %d days of public holidays, %d days of interruptions."),
                counted.holidays, counted.interrupted);
  hs_cli_say (self, "%s", "");
  say_years (self, &counted);
  json_object_set_new (hs_cli_json (self), "days", json_integer (counted.days));
  json_object_set_new (hs_cli_json (self), "minutes", json_integer (counted.minutes));
  json_object_set_new (hs_cli_json (self), "holidays", json_integer (counted.holidays));
  json_object_set_new (hs_cli_json (self), "interrupted", json_integer (counted.interrupted));
  say_holidays (self, &plan);
  return HS_CLI_DONE;
}

static const HsCliOption hours_options[] = {
  { "from", N_ ("DATE"), FALSE, N_ ("First day") },
  { "to", N_ ("DATE"), FALSE, N_ ("Last day; it counts") },
  { "per-day", N_ ("HOURS"), FALSE, N_ ("Hours a day, like 8 or 7,5") },
  { "days", N_ ("DAYS"), FALSE, N_ ("Weekdays, like ma-vr or ma,di,do (ma-vr)") },
  { "interruption", N_ ("DATE..DATE"), TRUE, N_ ("Not worked then, for example a school holiday") },
  { "holiday", N_ ("DATE"), TRUE, N_ ("One more free day") },
  { "period", N_ ("DATE..DATE=HOURS"), TRUE, N_ ("Other hours a day in this stretch") },
  { "works-holidays", NULL, FALSE, N_ ("Public holidays are worked") },
  { "good-friday", NULL, FALSE, N_ ("Good Friday is free too") },
  { NULL },
};

const HsCliCommand hs_cli_hours_commands[] = {
  { .path = "hours",
    .options = hours_options,
    .summary = N_ ("Counts the hours between two dates, for each study year"),
    .help = N_ ("Counts the working days between two dates, without Dutch public holidays and "
                "interruptions. A study year is from 1 August to 31 July."),
    .json = "{days, minutes, holidays, interrupted, years: [{year, days, minutes}], "
            "public_holidays: [{date, name}]}",
    .example = "handslag-cli hours --from 1-2-2027 --to 2-7-2027 --per-day 8 --days ma-do \\\n"
               "  --interruption 22-2-2027..26-2-2027",
    .run = hours },
  { NULL },
};
