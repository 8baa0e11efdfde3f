/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing the value of one field, in the form of people and in the form of files. */

#include "hs-check.h"
#include "hs-date.h"
#include "hs-error.h"
#include "hs-record.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What numbers of people may be: far beyond any use, far below overflow. */
#define NUMBER_MOST G_GINT64_CONSTANT (1000000000000)

static gboolean
invalid (GError **error, const char *expected)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, expected);
  return FALSE;
}

/* Reads digits at *@at as a number up to NUMBER_MOST; FALSE when there are none or too many. */
static gboolean
read_number (const char **at, gint64 *value)
{
  const char *start = *at;

  for (*value = 0; g_ascii_isdigit (**at); (*at)++)
    {
      *value = *value * 10 + (**at - '0');
      if (*value > NUMBER_MOST)
        return FALSE;
    }
  return *at > start;
}

/**
 * Reads a decimal number as @scale-ths: "7,5" with scale 60 is 450. A comma or a point is the
 * decimal sign; what @scale cannot hold exactly is refused, except that a third digit rounds for
 * minutes.
 */
static gboolean
read_decimal (const char *text, gint64 scale, gint64 *value)
{
  const char *at = text;
  gboolean negative = *at == '-';
  gint64 whole, fraction = 0, unit = 1;

  if (negative)
    at++;
  if (!read_number (&at, &whole) || whole > NUMBER_MOST / scale)
    return FALSE;
  if ((*at == ',' || *at == '.') && scale > 1)
    {
      for (at++; g_ascii_isdigit (*at) && unit < 10000000; at++)
        {
          fraction = fraction * 10 + (*at - '0');
          unit *= 10;
        }
      if (unit == 1)
        return FALSE;
    }
  if (*at != '\0')
    return FALSE;
  *value = whole * scale + (fraction * scale + unit / 2) / unit;
  if (negative)
    *value = -*value;
  return TRUE;
}

/* "7,5", "7.5", "7:30", "7u30" or "7 uur" in minutes. */
static gboolean
read_hours (const char *text, gint64 *value)
{
  const char *at = text;
  g_autofree char *number = NULL;
  gint64 hours, minutes;

  if (read_number (&at, &hours) && (*at == ':' || *at == 'u') && g_ascii_isdigit (at[1]))
    {
      at++;
      if (!read_number (&at, &minutes) || *at != '\0' || minutes > 59)
        return FALSE;
      *value = hours * 60 + minutes;
      return TRUE;
    }
  number = g_str_has_suffix (text, "uur") ? g_strndup (text, strlen (text) - 3) : g_strdup (text);
  return read_decimal (g_strstrip (number), 60, value);
}

static gboolean
read_boolean (const char *text, gint64 *value)
{
  static const char *const yes[] = { "ja", "j", "yes", "y", "true", "waar", "1", "x" };
  static const char *const no[] = { "nee", "n", "no", "false", "onwaar", "0", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_ascii_strcasecmp (text, yes[i]) == 0)
      {
        *value = 1;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_ascii_strcasecmp (text, no[i]) == 0)
      {
        *value = 0;
        return TRUE;
      }
  return FALSE;
}

/* A choice, or for a weekday also "ma"; -1 when there is none like it. */
static int
find_choice (const HsField *field, const char *text)
{
  int index = hs_choice_find (field->choices, text);

  for (int day = 0; index < 0 && field->choices == HS_CHOICES_WEEKDAY && day < 7; day++)
    if (g_ascii_strcasecmp (text, hs_weekday_short (day)) == 0)
      index = day;
  return index;
}

static void
set_choice_error (GError **error, const HsField *field, const char *text)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < hs_field_n_choices (field); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", hs_choice_label (field->choices, i));
  g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("“%s” is not one of: %s"), text, all->str);
}

/* "ma-vr" and "mo-fr" as a range of weekdays. */
static gboolean
read_weekday_range (const HsField *field, const char *part, gint64 *bits)
{
  g_auto (GStrv) ends = g_strsplit (part, "-", 3);
  int from, to;

  if (field->choices != HS_CHOICES_WEEKDAY || g_strv_length (ends) != 2)
    return FALSE;
  from = find_choice (field, g_strstrip (ends[0]));
  to = find_choice (field, g_strstrip (ends[1]));
  if (from < 0 || to < from)
    return FALSE;
  for (int day = from; day <= to; day++)
    *bits |= G_GINT64_CONSTANT (1) << day;
  return TRUE;
}

static gboolean
read_set (const HsField *field, const char *text, gint64 *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;+", -1);

  *value = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      int index;

      if (*part == '\0')
        continue;
      index = find_choice (field, part);
      if (index >= 0)
        *value |= G_GINT64_CONSTANT (1) << index;
      else if (!read_weekday_range (field, part, value))
        {
          set_choice_error (error, field, part);
          return FALSE;
        }
    }
  return TRUE;
}

/* Reads clean, not empty @text into @value for a type that is not text. */
static gboolean
read_value (const HsField *field, const char *text, gint64 *value, GError **error)
{
  int index;

  switch (field->type)
    {
    case HS_TYPE_INTEGER:
      return read_decimal (text, 1, value) || invalid (error, _ ("this must be a whole number"));
    case HS_TYPE_MINUTES:
      return read_hours (text, value)
             || invalid (error, _ ("this must be a number of hours, as 7,5 or 7:30"));
    case HS_TYPE_CENTS:
      return read_decimal (text, 100, value)
             || invalid (error, _ ("this must be an amount in euros, as 350,00"));
    case HS_TYPE_MICRO:
      return read_decimal (text, 1000000, value)
             || invalid (error, _ ("this must be a number of degrees, as 52,0907"));
    case HS_TYPE_DATE:
      *value = hs_day_parse (text);
      return *value != HS_DAY_NONE
             || invalid (error, _ ("this must be a date that exists, as 12-03-2027"));
    case HS_TYPE_TIME:
      return hs_moment_parse_iso (text, value)
             || invalid (error, _ ("this must be a moment, as 2027-03-12T09:30:00Z"));
    case HS_TYPE_BOOLEAN:
      return read_boolean (text, value) || invalid (error, _ ("this must be ja or nee"));
    case HS_TYPE_CHOICE:
      index = find_choice (field, text);
      if (index < 0)
        set_choice_error (error, field, text);
      *value = index;
      return index >= 0;
    case HS_TYPE_SET:
      return read_set (field, text, value, error);
    case HS_TYPE_REF:
      return invalid (error, _ ("this must name another record"));
    case HS_TYPE_TEXT:
    case HS_TYPE_LONG_TEXT:
    default:
      g_assert_not_reached ();
    }
}

gboolean
hs_record_parse (HsRecord *self, guint field, const char *text, GError **error)
{
  const HsField *description = &hs_record_kind (self)->fields[field];
  gboolean is_text = description->type == HS_TYPE_TEXT || description->type == HS_TYPE_LONG_TEXT;
  g_autofree char *clean =
      hs_text_clean (text, strlen (text), description->type == HS_TYPE_LONG_TEXT, error);
  gint64 value = 0;

  if (clean == NULL)
    return FALSE;
  if (*clean == '\0')
    hs_record_unset (self, field);
  else if (is_text && description->check == HS_CHECK_NONE)
    hs_record_set_text (self, field, clean);
  else if (is_text)
    {
      g_autofree char *normal = hs_check_normalise (description->check, clean, error);

      if (normal == NULL)
        return FALSE;
      hs_record_set_text (self, field, normal);
    }
  else
    {
      if (!read_value (description, clean, &value, error))
        return FALSE;
      hs_record_set_int (self, field, value);
    }
  return TRUE;
}

/* @value as a decimal number with a comma and at most @digits decimals, no trailing zeros past
 * @fewest. */
static char *
format_decimal (gint64 value, gint64 scale, int digits, int fewest)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  guint64 unit = 1;
  guint64 fraction;
  g_autofree char *tail = NULL;

  for (int i = 0; i < digits; i++)
    unit *= 10;
  fraction = (size % (guint64) scale * unit + (guint64) scale / 2) / (guint64) scale;
  tail = g_strdup_printf ("%0*" G_GUINT64_FORMAT, digits, fraction);
  for (int i = digits; i > fewest && tail[i - 1] == '0'; i--)
    tail[i - 1] = '\0';
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%s", value < 0 ? "-" : "",
                          size / (guint64) scale, *tail != '\0' ? "," : "", tail);
}

/* Hours as "7,5" when that is exact to two decimals, else as "7:20". */
static char *
format_hours (gint64 minutes)
{
  if (minutes % 60 % 3 == 0)
    return format_decimal (minutes, 60, 2, 0);
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", minutes / 60, (int) (ABS (minutes) % 60));
}

static char *
format_set (const HsField *field, gint64 bits, gboolean codes)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < hs_field_n_choices (field); i++)
    if (bits >> i & 1)
      g_string_append_printf (out, "%s%s", out->len > 0 ? (codes ? "," : ", ") : "",
                              codes ? hs_choice_code (field->choices, i)
                                    : hs_choice_label (field->choices, i));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
hs_record_format (const HsRecord *self, guint field)
{
  const HsField *description = &hs_record_kind (self)->fields[field];
  gint64 value;

  if (!hs_record_has (self, field))
    return g_strdup ("");
  if (description->type == HS_TYPE_TEXT || description->type == HS_TYPE_LONG_TEXT)
    return g_strdup (hs_record_text (self, field));
  value = hs_record_int (self, field);
  switch (description->type)
    {
    case HS_TYPE_MINUTES:
      return format_hours (value);
    case HS_TYPE_CENTS:
      return format_decimal (value, 100, 2, 2);
    case HS_TYPE_MICRO:
      return format_decimal (value, 1000000, 6, 0);
    case HS_TYPE_DATE:
      return hs_day_format ((HsDay) value);
    case HS_TYPE_TIME:
      return hs_moment_format (value);
    case HS_TYPE_BOOLEAN:
      return g_strdup (value ? _ ("yes") : _ ("no"));
    case HS_TYPE_CHOICE:
      return g_strdup (hs_choice_label (description->choices, (guint) value));
    case HS_TYPE_SET:
      return format_set (description, value, FALSE);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

char *
hs_record_format_stable (const HsRecord *self, guint field)
{
  const HsField *description = &hs_record_kind (self)->fields[field];
  char buffer[32];

  if (!hs_record_has (self, field))
    return g_strdup ("");
  switch (description->type)
    {
    case HS_TYPE_TEXT:
    case HS_TYPE_LONG_TEXT:
      return g_strdup (hs_record_text (self, field));
    case HS_TYPE_DATE:
      return g_strdup (hs_day_to_iso ((HsDay) hs_record_int (self, field), buffer));
    case HS_TYPE_TIME:
      return g_strdup (hs_moment_to_iso (hs_record_int (self, field), buffer));
    case HS_TYPE_CHOICE:
      return g_strdup (hs_record_code (self, field));
    case HS_TYPE_SET:
      return format_set (description, hs_record_int (self, field), TRUE);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, hs_record_int (self, field));
    }
}

gboolean
hs_record_parse_stable (HsRecord *self, guint field, const char *text, GError **error)
{
  const HsField *description = &hs_record_kind (self)->fields[field];
  const char *digits = *text == '-' ? text + 1 : text;
  gint64 value;

  if (*text == '\0')
    hs_record_unset (self, field);
  else if (description->type == HS_TYPE_INTEGER || description->type == HS_TYPE_MINUTES
           || description->type == HS_TYPE_CENTS || description->type == HS_TYPE_MICRO
           || description->type == HS_TYPE_BOOLEAN || description->type == HS_TYPE_REF)
    {
      if (!read_number (&digits, &value) || *digits != '\0')
        return invalid (error, _ ("this must be a whole number"));
      hs_record_set_int (self, field, *text == '-' ? -value : value);
    }
  else
    return hs_record_parse (self, field, text, error);
  return TRUE;
}
