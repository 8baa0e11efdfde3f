/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the JSON as words for a reader. */

#include "hs-contract-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hs-date.h"
#include "hs-kind.h"

/* Members that have a name and a way of writing. What is not here is called by its own name. */
static const struct
{
  const char *key;
  const char *label;
  HsValueKind kind;
} members[] = {
  { "address", N_ ("Address"), HS_VALUE_TEXT },
  { "allowance", N_ ("Allowance"), HS_VALUE_CENTS },
  { "assessment", N_ ("Assessment"), HS_VALUE_TEXT },
  { "birth_date", N_ ("Born on"), HS_VALUE_DATE },
  { "brin", N_ ("BRIN"), HS_VALUE_TEXT },
  { "by", N_ ("By"), HS_VALUE_TEXT },
  { "class", N_ ("Class"), HS_VALUE_TEXT },
  { "cohort", N_ ("Cohort"), HS_VALUE_TEXT },
  { "competences", N_ ("V-competences"), HS_VALUE_TEXT },
  { "confidentiality", N_ ("Confidentiality"), HS_VALUE_TEXT },
  { "contact", N_ ("Contact"), HS_VALUE_TEXT },
  { "crebo", N_ ("Crebo"), HS_VALUE_TEXT },
  { "date", N_ ("Date"), HS_VALUE_DATE },
  { "drawn_up", N_ ("Drawn up on"), HS_VALUE_DATE },
  { "effective_from", N_ ("Holds from"), HS_VALUE_DATE },
  { "email", N_ ("E-mail"), HS_VALUE_TEXT },
  { "end", N_ ("End"), HS_VALUE_DATE },
  { "ending", N_ ("Ending early"), HS_VALUE_TEXT },
  { "fallback", N_ ("If it does not fit"), HS_VALUE_TEXT },
  { "finish_by", N_ ("Finish by"), HS_VALUE_DATE },
  { "form", N_ ("Form"), HS_VALUE_TEXT },
  { "from", N_ ("From"), HS_VALUE_DATE },
  { "guidance", N_ ("Guidance"), HS_VALUE_TEXT },
  { "guidance_minutes_per_week", N_ ("Guidance a week"), HS_VALUE_MINUTES },
  { "insurance", N_ ("Liability insurance"), HS_VALUE_TEXT },
  { "kvk", N_ ("KvK number"), HS_VALUE_TEXT },
  { "level", N_ ("Level"), HS_VALUE_TEXT },
  { "link", N_ ("Link"), HS_VALUE_TEXT },
  { "minutes", N_ ("Time"), HS_VALUE_MINUTES },
  { "minutes_per_day", N_ ("Hours a day"), HS_VALUE_MINUTES },
  { "minutes_per_week", N_ ("Hours a week"), HS_VALUE_MINUTES },
  { "name", N_ ("Name"), HS_VALUE_TEXT },
  { "number", N_ ("Number"), HS_VALUE_TEXT },
  { "party", N_ ("Who"), HS_VALUE_TEXT },
  { "phone", N_ ("Phone"), HS_VALUE_TEXT },
  { "place", N_ ("Place"), HS_VALUE_TEXT },
  { "postcode", N_ ("Postcode"), HS_VALUE_TEXT },
  { "qualification_parts", N_ ("Parts of the programme"), HS_VALUE_TEXT },
  { "quantity", N_ ("Quantity"), HS_VALUE_TEXT },
  { "remark", N_ ("Remark"), HS_VALUE_TEXT },
  { "representative", N_ ("Represented by"), HS_VALUE_TEXT },
  { "route", N_ ("Learning route"), HS_VALUE_TEXT },
  { "sbb_id", N_ ("Leerbedrijf ID"), HS_VALUE_TEXT },
  { "school_days", N_ ("Days at school"), HS_VALUE_WEEKDAYS },
  { "setting", N_ ("Learning setting"), HS_VALUE_TEXT },
  { "shifts", N_ ("Shifts"), HS_VALUE_TEXT },
  { "start", N_ ("Start"), HS_VALUE_DATE },
  { "terms_version", N_ ("Version of the terms"), HS_VALUE_TEXT },
  { "title", N_ ("Title"), HS_VALUE_TEXT },
  { "to", N_ ("Until"), HS_VALUE_DATE },
  { "total_minutes", N_ ("Total hours"), HS_VALUE_MINUTES },
  { "travel_costs", N_ ("Travel costs"), HS_VALUE_TEXT },
  { "weekdays", N_ ("Working days"), HS_VALUE_WEEKDAYS },
};

/* What a reader sees of a member: what is said here, else what the kinds of records say of a field
 * of that name, else its own name. */
typedef struct
{
  const char *label; /* NULL: its own name */
  HsValueKind kind;
} Member;

static HsValueKind
kind_of_field (const HsField *field)
{
  switch ((int) field->type)
    {
    case HS_TYPE_DATE:
      return HS_VALUE_DATE;
    case HS_TYPE_MINUTES:
      return HS_VALUE_MINUTES;
    case HS_TYPE_CENTS:
      return HS_VALUE_CENTS;
    default:
      return field->choices == HS_CHOICES_WEEKDAY ? HS_VALUE_WEEKDAYS : HS_VALUE_TEXT;
    }
}

/* The canonical form names its members after the fields of these kinds. */
static Member
find_field (const char *key)
{
  static const HsKindId kinds[] = { HS_KIND_SHEET,       HS_KIND_AGREEMENT,    HS_KIND_ASSIGNMENT,
                                    HS_KIND_PERIOD,      HS_KIND_INTERRUPTION, HS_KIND_CONDITION,
                                    HS_KIND_PREPARATION, HS_KIND_CONTACT,      HS_KIND_RESERVATION,
                                    HS_KIND_TEAM,        HS_KIND_PROGRAMME,    HS_KIND_GUARDIAN,
                                    HS_KIND_STUDENT,     HS_KIND_ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const HsKind *kind = hs_kind (kinds[i]);
      int field = hs_kind_find_field (kind, key);
      if (field >= 0)
        return (Member){ hs_field_label (kind, (guint) field),
                         kind_of_field (&kind->fields[field]) };
    }
  return (Member){ NULL, HS_VALUE_TEXT };
}

static Member
find_member (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].key, key) == 0)
      return (Member){ _ (members[i].label), members[i].kind };
  return find_field (key);
}

char *
hs_member_label (const char *key)
{
  Member member = find_member (key);

  if (member.label != NULL)
    return g_strdup (member.label);
  char *label = g_strdelimit (g_strdup (key), "_", ' ');
  label[0] = g_ascii_toupper (label[0]);
  return label;
}

/* ---- values ---- */

char *
hs_date_text (const char *iso)
{
  HsDay day = strlen (iso) >= 10 ? hs_day_parse_iso (iso, 10) : HS_DAY_NONE;
  int year, month, of_month;

  if (day == HS_DAY_NONE || (iso[10] != '\0' && iso[10] != 'T'))
    return g_strdup (iso);
  hs_day_split (day, &year, &month, &of_month);
  return g_strdup_printf ("%d %s %d", of_month, hs_month_name (month), year);
}

char *
hs_minutes_text (json_int_t minutes)
{
  gint64 hours = minutes / 60;
  guint rest = (guint) (minutes % 60);
  g_autofree char *hours_text =
      g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), (int) hours);
  g_autofree char *rest_text = g_strdup_printf (ngettext ("%u minute", "%u minutes", rest), rest);

  if (minutes < 0 || hours > 1000000)
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, minutes);
  if (rest == 0)
    return g_steal_pointer (&hours_text);
  if (hours == 0)
    return g_steal_pointer (&rest_text);
  /* Translators: hours and minutes: "1 hour and 30 minutes" */
  return g_strdup_printf (_ ("%s and %s"), hours_text, rest_text);
}

static char *
weekday_text (const char *code)
{
  for (int day = 0; day < 7; day++)
    if (strcmp (hs_weekday_short (day), code) == 0)
      return g_strdup (hs_weekday_name (day));
  return g_strdup (code);
}

/* 20000 → "€ 200", 1250 → "€ 12,50". */
static char *
cents_text (json_int_t cents)
{
  if (cents < 0)
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, cents);
  if (cents % 100 == 0)
    return g_strdup_printf ("€ %" JSON_INTEGER_FORMAT, cents / 100);
  return g_strdup_printf ("€ %" JSON_INTEGER_FORMAT ",%02d", cents / 100, (int) (cents % 100));
}

/* A scalar as text; NULL for a list, an object, null and "". */
static char *
scalar_text (json_t *value, HsValueKind kind)
{
  if (json_is_integer (value) && kind == HS_VALUE_MINUTES)
    return hs_minutes_text (json_integer_value (value));
  if (json_is_integer (value) && kind == HS_VALUE_CENTS)
    return cents_text (json_integer_value (value));
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  if (json_is_real (value))
    return g_strdup_printf ("%g", json_real_value (value));
  if (json_is_boolean (value))
    return g_strdup (json_is_true (value) ? _ ("yes") : _ ("no"));
  const char *text = json_string_value (value);
  if (text == NULL || *text == '\0')
    return NULL;
  if (kind == HS_VALUE_DATE)
    return hs_date_text (text);
  return kind == HS_VALUE_WEEKDAYS ? weekday_text (text) : g_strdup (text);
}

/* A scalar, or a list of scalars with commas; NULL when it is more than that or empty. */
static char *
plain_text (json_t *value, HsValueKind kind)
{
  if (!json_is_array (value))
    return scalar_text (value, kind);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  json_t *item;
  size_t i;
  json_array_foreach (value, i, item)
  {
    char *text = scalar_text (item, kind);
    if (text == NULL)
      return NULL;
    g_ptr_array_add (parts, text);
  }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
hs_take_as (json_t *object, const char *key, HsValueKind kind)
{
  char *text = plain_text (json_object_get (object, key), kind);

  if (text != NULL)
    json_object_del (object, key);
  return text;
}

char *
hs_take (json_t *object, const char *key)
{
  return hs_take_as (object, key, find_member (key).kind);
}

json_t *
hs_take_object (json_t *object, const char *key)
{
  json_t *value = json_object_get (object, key);

  if (!json_is_object (value))
    return NULL;
  json_incref (value);
  json_object_del (object, key);
  return value;
}

json_t *
hs_take_list (json_t *object, const char *key)
{
  json_t *value = json_object_get (object, key);

  if (json_is_object (value))
    {
      json_t *list = json_array ();
      json_array_append (list, value);
      json_object_del (object, key);
      return list;
    }
  if (!json_is_array (value))
    return NULL;
  json_incref (value);
  json_object_del (object, key);
  return value;
}

/* ---- what is left ---- */

static void add_value (HsPdfText *text, HsPdfStyle style, const char *label, const char *key,
                       json_t *value);

/* The plain members of an object as one line: "Vanaf 1 februari 2027, reden vakantie"; TRUE when
 * that is all that it has. */
static gboolean
add_as_line (HsPdfText *text, HsPdfStyle style, json_t *object)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    g_autofree char *label = hs_member_label (key);
    g_autofree char *plain = plain_text (value, find_member (key).kind);
    if (plain == NULL)
      return FALSE;
    g_string_append_printf (line, "%s%s: %s", line->len > 0 ? "; " : "", label, plain);
  }
  hs_pdf_text_add_line (text, style, line->str);
  return TRUE;
}

static void
add_members (HsPdfText *text, HsPdfStyle style, const char *prefix, json_t *object)
{
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    g_autofree char *own = hs_member_label (key);
    g_autofree char *label =
        prefix != NULL ? g_strconcat (prefix, " › ", own, NULL) : g_strdup (own);
    add_value (text, style, label, key, value);
  }
}

static void
add_value (HsPdfText *text, HsPdfStyle style, const char *label, const char *key, json_t *value)
{
  json_t *item;
  size_t i;
  g_autofree char *plain = plain_text (value, find_member (key).kind);

  if (plain != NULL)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", label, plain);
      hs_pdf_text_add_line (text, style, line);
    }
  else if (json_is_object (value))
    add_members (text, style, label, value);
  else if (json_is_array (value))
    json_array_foreach (value, i, item)
    {
      if (!json_is_object (item) || !add_as_line (text, style, item))
        add_value (text, style, label, key, item);
    }
}

void
hs_add_rest (HsPdfText *text, HsPdfStyle style, json_t *object)
{
  add_members (text, style, NULL, object);
}

void
hs_add_line_of (HsPdfText *text, HsPdfStyle style, json_t *object)
{
  if (!json_is_object (object) || !add_as_line (text, style, object))
    add_members (text, style, NULL, object);
}

void
hs_add_labelled (HsPdfText *text, const char *label, char *value)
{
  if (value == NULL)
    return;
  if (!hs_pdf_text_is_empty (text))
    hs_pdf_text_add (text, HS_PDF_BODY, "\n");
  hs_pdf_text_add (text, HS_PDF_LABEL, label);
  hs_pdf_text_add (text, HS_PDF_BODY, "  ");
  hs_pdf_text_add (text, HS_PDF_BODY, value);
  g_free (value);
}

void
hs_add_fact_text (HsPdf *pdf, const char *label, HsPdfText *value)
{
  HsPdfText *cells[2] = { NULL, value };

  if (hs_pdf_text_is_empty (value))
    {
      hs_pdf_text_free (value);
      return;
    }
  /* The blank parts label and value for who listens or copies. */
  g_autofree char *spaced = g_strconcat (label, " ", NULL);
  cells[0] = hs_pdf_text_new_of (HS_PDF_LABEL, spaced);
  hs_pdf_table_row (pdf, cells);
}

void
hs_add_fact (HsPdf *pdf, const char *label, char *value)
{
  hs_add_fact_text (pdf, label, hs_pdf_text_new_of (HS_PDF_BODY, value));
  g_free (value);
}

void
hs_add_rest_facts (HsPdf *pdf, json_t *object)
{
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    g_autofree char *label = hs_member_label (key);
    char *plain = plain_text (value, find_member (key).kind);
    HsPdfText *text = hs_pdf_text_new_of (HS_PDF_BODY, plain);
    if (plain == NULL && json_is_object (value))
      add_members (text, HS_PDF_BODY, NULL, value);
    else if (plain == NULL)
      add_value (text, HS_PDF_BODY, label, key, value);
    hs_add_fact_text (pdf, label, text);
    g_free (plain);
  }
}
