/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Public holidays as they were and will be, and hours that people counted by hand. */

#include "whole-dossier.h"

#include "hs-error.h"
#include "hs-hours.h"

/* Easter Monday, King's Day, Ascension and Whit Monday, from calendars. */
static const struct
{
  int year;
  int easter[2];
  int kings[2];
  int ascension[2];
  int whit[2];
} years[] = {
  { 2024, { 4, 1 }, { 4, 27 }, { 5, 9 }, { 5, 20 } },
  { 2025, { 4, 21 }, { 4, 26 }, { 5, 29 }, { 6, 9 } },
  { 2026, { 4, 6 }, { 4, 27 }, { 5, 14 }, { 5, 25 } },
  { 2027, { 3, 29 }, { 4, 27 }, { 5, 6 }, { 5, 17 } },
  { 2028, { 4, 17 }, { 4, 27 }, { 5, 25 }, { 6, 5 } },
  { 2029, { 4, 2 }, { 4, 27 }, { 5, 10 }, { 5, 21 } },
  { 2030, { 4, 22 }, { 4, 27 }, { 5, 30 }, { 6, 10 } },
  { 2013, { 4, 1 }, { 4, 30 }, { 5, 9 }, { 5, 20 } },
  { 2006, { 4, 17 }, { 4, 29 }, { 5, 25 }, { 6, 5 } },
};

static void
assert_day (HsHoliday holiday, int year, const int day[2])
{
  g_assert_cmpint (hs_holiday_day (holiday, year), ==, hs_day (year, day[0], day[1]));
  g_assert_cmpint (hs_holiday_on (hs_day (year, day[0], day[1]), 0), ==, holiday);
}

static void
test_holidays (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      assert_day (HS_HOLIDAY_EASTER_MONDAY, years[i].year, years[i].easter);
      assert_day (HS_HOLIDAY_KINGS_DAY, years[i].year, years[i].kings);
      assert_day (HS_HOLIDAY_ASCENSION, years[i].year, years[i].ascension);
      assert_day (HS_HOLIDAY_WHIT_MONDAY, years[i].year, years[i].whit);
    }
  g_assert_cmpstr (hs_holiday_name (HS_HOLIDAY_KINGS_DAY, 2013), ==, "Koninginnedag");
  g_assert_cmpstr (hs_holiday_name (HS_HOLIDAY_KINGS_DAY, 2014), ==, "Koningsdag");
}

static void
test_choices (void)
{
  g_assert_cmpint (hs_holiday_on (hs_day (2025, 5, 5), 0), ==, HS_HOLIDAY_LIBERATION_DAY);
  g_assert_cmpint (hs_holiday_on (hs_day (2026, 5, 5), 0), ==, -1);
  g_assert_cmpint (hs_holiday_on (hs_day (2026, 5, 5), HS_HOLIDAYS_LIBERATION_ALWAYS), ==,
                   HS_HOLIDAY_LIBERATION_DAY);
  g_assert_cmpint (hs_holiday_on (hs_day (2025, 5, 5), HS_HOLIDAYS_LIBERATION_NEVER), ==, -1);
  g_assert_cmpint (hs_holiday_on (hs_day (2027, 3, 26), 0), ==, -1);
  g_assert_cmpint (hs_holiday_on (hs_day (2027, 3, 26), HS_HOLIDAYS_GOOD_FRIDAY), ==,
                   HS_HOLIDAY_GOOD_FRIDAY);
  /* Christmas 2026 is a Friday and a Saturday. */
  g_assert_cmpint (hs_holiday_add_working_days (hs_day (2026, 12, 24), 1, 0), ==,
                   hs_day (2026, 12, 28));
  g_assert_cmpint (hs_holiday_add_working_days (hs_day (2026, 12, 26), 0, 0), ==,
                   hs_day (2026, 12, 28));
}

/* Whether the short way past quiet months hides a holiday. */
static void
test_every_day (void)
{
  for (HsDay day = hs_day (1950, 1, 1); day < hs_day (2199, 12, 31); day++)
    {
      int year, month, of_month, found = -1;

      hs_day_split (day, &year, &month, &of_month);
      for (int i = 0; i < HS_N_HOLIDAYS && found < 0; i++)
        if (hs_holiday_day ((HsHoliday) i, year) == day)
          found = i;
      g_assert_cmpint (hs_holiday_on (day, HS_HOLIDAYS_GOOD_FRIDAY | HS_HOLIDAYS_LIBERATION_ALWAYS),
                       ==, found);
    }
}

static void
test_known (void)
{
  HsHoursPlan plan = {
    .start = hs_day (2027, 2, 1), .end = hs_day (2027, 6, 25), .minutes_day = 480, .weekdays = 0x0b
  };
  HsHoursPeriod week = { hs_day (2027, 2, 15), hs_day (2027, 2, 19), 0, 0 };
  HsHoursPeriod short_days = { hs_day (2027, 6, 1), hs_day (2027, 6, 30), 240, 0x1f };
  HsHours hours;

  g_assert_true (hs_hours_compute (&plan, &hours, NULL));
  /* 21 × 3 less Easter Monday, King's Day, Ascension Day and Whit Monday. */
  g_assert_cmpint (hours.days, ==, 59);
  g_assert_cmpint (hours.holidays, ==, 4);
  g_assert_cmpint (hours.minutes, ==, 59 * 480);
  g_assert_cmpuint (hours.n_years, ==, 1);
  plan.works_holidays = TRUE;
  g_assert_true (hs_hours_compute (&plan, &hours, NULL));
  g_assert_cmpint (hours.days, ==, 63);
  plan.works_holidays = FALSE;
  plan.interruptions = &week;
  plan.n_interruptions = 1;
  g_assert_true (hs_hours_compute (&plan, &hours, NULL));
  g_assert_cmpint (hours.days, ==, 56);
  g_assert_cmpint (hours.interrupted, ==, 3);
  /* In June five days of four hours: 19 instead of 11 days of eight. */
  plan.periods = &short_days;
  plan.n_periods = 1;
  g_assert_true (hs_hours_compute (&plan, &hours, NULL));
  g_assert_cmpint (hours.minutes, ==, (56 - 11) * 480 + 19 * 240);
}

static void
test_edges (void)
{
  HsHoursPlan plan = { .start = hs_day (2027, 2, 1),
                       .end = hs_day (2027, 2, 1),
                       .minutes_day = 450 };
  g_autoptr (GError) error = NULL;
  HsHours hours;

  g_assert_true (hs_hours_compute (&plan, &hours, NULL));
  g_assert_cmpint (hours.minutes, ==, 450);
  plan.end = plan.start - 1;
  g_assert_false (hs_hours_compute (&plan, &hours, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
  plan.end = plan.start;
  plan.minutes_day = 0;
  g_assert_false (hs_hours_compute (&plan, &hours, NULL));
  /* A placement of a summer is in two study years. */
  plan = (HsHoursPlan){ .start = hs_day (2027, 7, 26),
                        .end = hs_day (2027, 8, 6),
                        .minutes_day = 480 };
  g_assert_true (hs_hours_compute (&plan, &hours, NULL));
  g_assert_cmpuint (hours.n_years, ==, 2);
  g_assert_cmpint (hours.years[0].year, ==, 2026);
  g_assert_cmpint (hours.years[0].days, ==, 5);
  g_assert_cmpint (hours.years[1].days, ==, 5);
}

/* Whatever the plan, the spread adds up to the minute and no year has less than nothing. */
static void
test_spread (void)
{
  for (int round = 0; round < 2000; round++)
    {
      HsDay start = hs_day (2020, 1, 1) + g_test_rand_int_range (0, 3000);
      HsHoursPlan plan = { .start = start,
                           .end = start + g_test_rand_int_range (0, 1500),
                           .minutes_day = g_test_rand_int_range (1, 720),
                           .weekdays = (guint) g_test_rand_int_range (0, 128) };
      gint64 total = g_test_rand_int_range (0, 200000), sum = 0, years_sum = 0;
      gint64 minutes[HS_HOURS_YEARS];
      HsHours hours;

      g_assert_true (hs_hours_compute (&plan, &hours, NULL));
      hs_hours_spread (&hours, total, minutes);
      for (guint i = 0; i < HS_HOURS_YEARS; i++)
        {
          g_assert_cmpint (minutes[i], >=, 0);
          sum += minutes[i];
        }
      for (guint i = 0; i < hours.n_years; i++)
        years_sum += hours.years[i].minutes;
      g_assert_cmpint (sum, ==, total);
      g_assert_cmpint (years_sum, ==, hours.minutes);
    }
}

static void
test_words (void)
{
  static const struct
  {
    gint64 minutes;
    const char *text;
  } cases[] = { { 480, "8" }, { 450, "7,5" }, { 435, "7,25" }, { 436, "7:16" }, { 36, "0,6" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hs_hours_format (cases[i].minutes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* WEB 7.2.7. */
static void
test_minimum (void)
{
  static const gint64 bol[] = { 250, 450, 900, 1350 };
  g_autoptr (HsDossier) dossier = whole_dossier ();

  for (gint64 years_ = 1; years_ <= 4; years_++)
    {
      hs_record_set_int (dossier->programme, HS_PROGRAMME_YEARS, years_);
      hs_record_set_int (dossier->enrolment, HS_ENROLMENT_ROUTE, HS_ROUTE_BOL);
      g_assert_cmpint (hs_hours_minimum (dossier), ==, bol[years_ - 1] * 60);
      hs_record_set_int (dossier->enrolment, HS_ENROLMENT_ROUTE, HS_ROUTE_BBL);
      g_assert_cmpint (hs_hours_minimum (dossier), ==, years_ * 610 * 60);
    }
  hs_record_set_int (dossier->programme, HS_PROGRAMME_LEVEL, HS_LEVEL_1);
  g_assert_cmpint (hs_hours_minimum (dossier), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/known", test_holidays);
  g_test_add_func ("/holidays/choices", test_choices);
  g_test_add_func ("/holidays/every-day", test_every_day);
  g_test_add_func ("/hours/known", test_known);
  g_test_add_func ("/hours/edges", test_edges);
  g_test_add_func ("/hours/spread", test_spread);
  g_test_add_func ("/hours/words", test_words);
  g_test_add_func ("/hours/minimum", test_minimum);
  return g_test_run ();
}
