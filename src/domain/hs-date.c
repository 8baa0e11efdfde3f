/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and moments: arithmetic, reading and writing. */

#include "hs-date.h"

#include <string.h>

static const char *const months[] = { "januari",   "februari", "maart",    "april",
                                      "mei",       "juni",     "juli",     "augustus",
                                      "september", "oktober",  "november", "december" };
static const char *const months_short[] = { "jan", "feb", "mrt", "apr", "mei", "jun",
                                            "jul", "aug", "sep", "okt", "nov", "dec" };
static const char *const weekdays[] = { "maandag", "dinsdag",  "woensdag", "donderdag",
                                        "vrijdag", "zaterdag", "zondag" };
static const char *const weekdays_short[] = { "ma", "di", "wo", "do", "vr", "za", "zo" };

/* Days from the civil date, by counting in eras of 400 years of 146,097 days that start on 1 March
 * (Hinnant, "chrono-compatible low-level date algorithms", 2013). */
static HsDay
from_civil (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

HsDay
hs_day (int year, int month, int day)
{
  int y, m, d;
  HsDay result;

  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
    return HS_DAY_NONE;
  result = from_civil (year, month, day);
  hs_day_split (result, &y, &m, &d);
  return y == year && m == month && d == day ? result : HS_DAY_NONE;
}

void
hs_day_split (HsDay self, int *year, int *month, int *day)
{
  int z = self + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int mp = (5 * day_of_year + 2) / 153;
  int m = mp < 10 ? mp + 3 : mp - 9;

  if (day != NULL)
    *day = day_of_year - (153 * mp + 2) / 5 + 1;
  if (month != NULL)
    *month = m;
  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2 ? 1 : 0);
}

int
hs_day_weekday (HsDay self)
{
  int rest = (self + 3) % 7;

  return rest < 0 ? rest + 7 : rest;
}

int
hs_day_study_year (HsDay self)
{
  int year, month, day;

  hs_day_split (self, &year, &month, &day);
  return month >= 8 ? year : year - 1;
}

HsDay
hs_day_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

  return hs_day (year, n / 31, n % 31 + 1);
}

/* Reads one or more digits at *@text, at most @most, and moves on. -1 when there are none. */
static int
read_digits (const char **text, int most)
{
  int value = 0, count = 0;

  while (g_ascii_isdigit (**text) && count < most)
    {
      value = value * 10 + (**text - '0');
      (*text)++;
      count++;
    }
  return count > 0 && !g_ascii_isdigit (**text) ? value : -1;
}

/* Reads the name of a month, whole or its first three letters, and moves on. 0 when it is none. */
static int
read_month_name (const char **text)
{
  for (int i = 0; i < 12; i++)
    {
      const char *names[] = { months[i], months_short[i] };

      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          gsize length = strlen (names[k]);

          if (g_ascii_strncasecmp (*text, names[k], length) == 0
              && !g_ascii_isalpha ((*text)[length]))
            {
              *text += length;
              return i + 1;
            }
        }
    }
  return 0;
}

HsDay
hs_day_parse_iso (const char *text, gsize length)
{
  static const char shape[] = "0000-00-00";

  if (length != 10)
    return HS_DAY_NONE;
  for (gsize i = 0; i < 10; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return HS_DAY_NONE;
#define DIGIT(i) (text[i] - '0')
  return hs_day (DIGIT (0) * 1000 + DIGIT (1) * 100 + DIGIT (2) * 10 + DIGIT (3),
                 DIGIT (5) * 10 + DIGIT (6), DIGIT (8) * 10 + DIGIT (9));
#undef DIGIT
}

HsDay
hs_day_parse (const char *text)
{
  const char *at = text;
  int day, month, year;
  HsDay iso = hs_day_parse_iso (text, strlen (text));

  if (iso != HS_DAY_NONE)
    return iso;
  day = read_digits (&at, 2);
  if (day < 0)
    return HS_DAY_NONE;
  if (*at == ' ')
    {
      at++;
      month = read_month_name (&at);
      if (month == 0 || *at++ != ' ')
        return HS_DAY_NONE;
    }
  else
    {
      char separator = *at;

      if (strchr ("-/.", separator) == NULL || separator == '\0')
        return HS_DAY_NONE;
      at++;
      month = read_digits (&at, 2);
      if (*at++ != separator)
        return HS_DAY_NONE;
    }
  year = read_digits (&at, 4);
  return *at == '\0' ? hs_day (year, month, day) : HS_DAY_NONE;
}

char *
hs_day_to_iso (HsDay self, char *buffer)
{
  int year, month, day;

  hs_day_split (self, &year, &month, &day);
  g_snprintf (buffer, 11, "%04d-%02d-%02d", year, month, day);
  return buffer;
}

char *
hs_day_format (HsDay self)
{
  int year, month, day;

  hs_day_split (self, &year, &month, &day);
  return g_strdup_printf ("%02d-%02d-%04d", day, month, year);
}

char *
hs_day_format_long (HsDay self)
{
  int year, month, day;

  hs_day_split (self, &year, &month, &day);
  return g_strdup_printf ("%s %d %s %d", weekdays[hs_day_weekday (self)], day, months[month - 1],
                          year);
}

char *
hs_day_format_short (HsDay self)
{
  int year, month, day;

  hs_day_split (self, &year, &month, &day);
  return g_strdup_printf ("%d %s", day, months_short[month - 1]);
}

const char *
hs_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return months[month - 1];
}

const char *
hs_weekday_name (int weekday)
{
  g_return_val_if_fail (weekday >= 0 && weekday < 7, "");
  return weekdays[weekday];
}

const char *
hs_weekday_short (int weekday)
{
  g_return_val_if_fail (weekday >= 0 && weekday < 7, "");
  return weekdays_short[weekday];
}

char *
hs_moment_to_iso (gint64 seconds, char *buffer)
{
  gint64 day = seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
  int rest = (int) (seconds - day * 86400);
  char date[11];

  g_snprintf (buffer, 21, "%sT%02d:%02d:%02dZ", hs_day_to_iso ((HsDay) day, date), rest / 3600,
              rest / 60 % 60, rest % 60);
  return buffer;
}

gboolean
hs_moment_parse_iso (const char *text, gint64 *seconds)
{
  return hs_moment_parse_iso_n (text, strlen (text), seconds);
}

gboolean
hs_moment_parse_iso_n (const char *text, gsize length, gint64 *seconds)
{
  const char *at = text + 11;
  int hour, minute, second;
  HsDay day;

  if (length != 20 || text[10] != 'T' || text[19] != 'Z')
    return FALSE;
  day = hs_day_parse_iso (text, 10);
  hour = read_digits (&at, 2);
  minute = *at++ == ':' ? read_digits (&at, 2) : -1;
  second = minute >= 0 && *at++ == ':' ? read_digits (&at, 2) : -1;
  if (day == HS_DAY_NONE || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
      || second > 59)
    return FALSE;
  *seconds = (gint64) day * 86400 + hour * 3600 + minute * 60 + second;
  return TRUE;
}

char *
hs_moment_format (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);

  return moment != NULL ? g_date_time_format (moment, "%d-%m-%Y %H:%M") : g_strdup ("");
}

HsDay
hs_moment_day (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);

  if (moment == NULL)
    return HS_DAY_NONE;
  return from_civil (g_date_time_get_year (moment), g_date_time_get_month (moment),
                     g_date_time_get_day_of_month (moment));
}
