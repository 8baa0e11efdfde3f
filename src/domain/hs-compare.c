/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing two canonical forms. A member is called by the label of the field that it came from,
 * so that the words are those of the form. */

#include "hs-compare.h"

#include "hs-canonical.h"
#include "hs-hours.h"

#include <glib/gi18n.h>
#include <string.h>

void
hs_difference_free (HsDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->place);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

char *
hs_difference_sentence (const HsDifference *self)
{
  g_autofree char *what = self->label == NULL ? g_strdup (self->place)
                          : *self->place == '\0'
                              ? g_strdup (self->label)
                              : g_strdup_printf ("%s · %s", self->place, self->label);

  if (self->kind == HS_DIFFERENCE_CHANGED)
    /* Translators: a field, the value before, the value after. */
    return g_strdup_printf (_ ("%s: “%s” becomes “%s”"), what, self->before, self->after);
  if (self->label == NULL)
    return g_strdup_printf (self->kind == HS_DIFFERENCE_ADDED ? _ ("New: %s") : _ ("Gone: %s"),
                            what);
  if (self->kind == HS_DIFFERENCE_ADDED)
    return g_strdup_printf (_ ("%s: now “%s”"), what, self->after);
  return g_strdup_printf (_ ("%s: “%s” is taken away"), what, self->before);
}

/* Which kind the members of an object or the rows of a list are of. */
static const struct
{
  const char *key;
  HsKindId kind;
} kinds[] = {
  { "sheet", HS_KIND_SHEET },           { "student", HS_KIND_STUDENT },
  { "school", HS_KIND_ORGANISATION },   { "host", HS_KIND_ORGANISATION },
  { "location", HS_KIND_LOCATION },     { "team", HS_KIND_TEAM },
  { "programme", HS_KIND_PROGRAMME },   { "supervisor", HS_KIND_PERSON },
  { "stand_in", HS_KIND_PERSON },       { "trainer", HS_KIND_PERSON },
  { "teacher", HS_KIND_PERSON },        { "digicoach", HS_KIND_PERSON },
  { "guardian", HS_KIND_GUARDIAN },     { "hours", HS_KIND_SPREAD },
  { "periods", HS_KIND_PERIOD },        { "interruptions", HS_KIND_INTERRUPTION },
  { "conditions", HS_KIND_CONDITION },  { "clauses", HS_KIND_CLAUSE },
  { "themes", HS_KIND_THEME },          { "tasks", HS_KIND_TASK },
  { "contacts", HS_KIND_CONTACT },      { "peers", HS_KIND_PEER },
  { "prompts", HS_KIND_PROMPT },        { "steps", HS_KIND_STEP },
  { "materials", HS_KIND_PREPARATION }, { "assignments", HS_KIND_ASSIGNMENT },
  { "criteria", HS_KIND_CRITERION },    { "reservations", HS_KIND_RESERVATION },
};

static HsKindId
kind_of (const char *key, HsKindId otherwise)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].key, key) == 0)
      return kinds[i].kind;
  return otherwise;
}

/* What a member that is no field of its kind is called. */
static const char *
other_label (const char *key)
{
  static const struct
  {
    const char *key;
    const char *label;
  } labels[] = {
    { "name", N_ ("Name") },
    { "minor", N_ ("Under 18") },
    { "route", N_ ("Learning route") },
    { "technology", N_ ("Technology") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].key, key) == 0)
      return g_dgettext (GETTEXT_PACKAGE, labels[i].label);
  return key;
}

static const char *
label_of (HsKindId kind, const char *key)
{
  int field = hs_kind_find_field (hs_kind (kind), key);

  return field >= 0 ? hs_field_label (hs_kind (kind), (guint) field) : other_label (key);
}

/* The name of an object of a party or of the sheet as it is called in the form. */
static const char *
object_label (const char *key)
{
  int of_sheet = hs_kind_find_field (hs_kind (HS_KIND_SHEET), key);
  int of_agreement = hs_kind_find_field (hs_kind (HS_KIND_AGREEMENT), key);

  if (strcmp (key, "sheet") == 0 || strcmp (key, "parties") == 0)
    return "";
  if (of_agreement >= 0)
    return hs_field_label (hs_kind (HS_KIND_AGREEMENT), (guint) of_agreement);
  if (of_sheet >= 0)
    return hs_field_label (hs_kind (HS_KIND_SHEET), (guint) of_sheet);
  return hs_kind_label (hs_kind (kind_of (key, HS_KIND_SHEET)));
}

/* ---- values ---- */

static char *
number_text (HsType type, gint64 number)
{
  if (type == HS_TYPE_MINUTES)
    {
      g_autofree char *hours = hs_hours_format (number);

      return g_strdup_printf (_ ("%s hours"), hours);
    }
  if (type == HS_TYPE_CENTS)
    return g_strdup_printf ("€ %" G_GINT64_FORMAT ",%02d", number / 100, (int) ABS (number % 100));
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
string_text (const char *text)
{
  HsDay day = hs_day_parse_iso (text, strlen (text));

  return day != HS_DAY_NONE ? hs_day_format (day) : g_strdup (text);
}

static char *value_text (HsKindId kind, const char *key, json_t *value);

static char *
list_text (HsKindId kind, const char *key, json_t *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    g_autofree char *part = value_text (kind, key, item);

    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", part);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
value_text (HsKindId kind, const char *key, json_t *value)
{
  int field = hs_kind_find_field (hs_kind (kind), key);

  if (json_is_string (value))
    return string_text (json_string_value (value));
  if (json_is_integer (value))
    return number_text (field >= 0 ? hs_kind (kind)->fields[field].type : HS_TYPE_INTEGER,
                        json_integer_value (value));
  if (json_is_boolean (value))
    return g_strdup (json_is_true (value) ? _ ("yes") : _ ("no"));
  if (json_is_array (value))
    return list_text (kind, key, value);
  return g_strdup ("…");
}

static void
add (GPtrArray *found, const char *place, const char *label, char *before, char *after)
{
  HsDifference *difference = g_new0 (HsDifference, 1);

  difference->kind = before == NULL  ? HS_DIFFERENCE_ADDED
                     : after == NULL ? HS_DIFFERENCE_REMOVED
                                     : HS_DIFFERENCE_CHANGED;
  difference->place = g_strdup (place);
  difference->label = g_strdup (label);
  difference->before = before;
  difference->after = after;
  g_ptr_array_add (found, difference);
}

/* ---- rows ---- */

/* What a row is called, and by what it is told apart from others. (transfer full) */
static char *
row_name (HsKindId kind, json_t *row)
{
  static const char *const names[] = { "title", "text", "item", "name", "code",
                                       "year",  "date", "from", "kind", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      json_t *value = json_object_get (row, names[i]);

      if (kind == HS_KIND_THEME && json_is_string (json_object_get (row, "code")))
        {
          int theme =
              hs_choice_find (HS_CHOICES_THEME, json_string_value (json_object_get (row, "code")));

          if (theme >= 0)
            return g_strdup (hs_choice_label (HS_CHOICES_THEME, (guint) theme));
        }
      if (value != NULL)
        return value_text (kind, names[i], value);
    }
  return g_strdup ("…");
}

static char *
row_place (const char *place, HsKindId kind, json_t *row)
{
  g_autofree char *name = row_name (kind, row);
  g_autofree char *called = kind == HS_KIND_THEME
                                ? g_strdup (name)
                                : g_strdup_printf ("%s: %s", hs_kind_label (hs_kind (kind)), name);

  return *place == '\0' ? g_steal_pointer (&called) : g_strdup_printf ("%s · %s", place, called);
}

/* How two rows are taken for the same one, most certain first. */
typedef enum
{
  BY_CONTENT,
  BY_CODE,
  BY_NAME,
  BY_PLACE,
  N_WAYS
} Way;

static gboolean
is_same_row (Way way, HsKindId kind, json_t *a, json_t *b)
{
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;
  json_t *code;

  switch (way)
    {
    case BY_CONTENT:
      return json_equal (a, b);
    case BY_CODE:
      code = json_object_get (a, "code");
      return code != NULL && json_equal (code, json_object_get (b, "code"));
    case BY_NAME:
      name_a = row_name (kind, a);
      name_b = row_name (kind, b);
      return strcmp (name_a, name_b) == 0;
    case BY_PLACE:
    case N_WAYS:
    default:
      /* A row with a code was not changed into one with another code. */
      return json_object_get (a, "code") == NULL && json_object_get (b, "code") == NULL;
    }
}

static void compare_objects (GPtrArray *found, const char *place, HsKindId kind, json_t *before,
                             json_t *after);

/* The partner of each row of @before in @after, -1 for none; @taken says which of @after have one.
 */
static int *
match_rows (HsKindId kind, json_t *before, json_t *after, gboolean *taken)
{
  size_t n = json_array_size (before), m = json_array_size (after);
  int *partner = g_new (int, MAX (n, 1));

  for (size_t i = 0; i < n; i++)
    partner[i] = -1;
  for (int way = BY_CONTENT; way < N_WAYS; way++)
    for (size_t i = 0; i < n; i++)
      for (size_t k = 0; k < m && partner[i] < 0; k++)
        if (!taken[k]
            && is_same_row ((Way) way, kind, json_array_get (before, i), json_array_get (after, k)))
          {
            partner[i] = (int) k;
            taken[k] = TRUE;
          }
  return partner;
}

static void
compare_rows (GPtrArray *found, const char *place, HsKindId kind, json_t *before, json_t *after)
{
  size_t m = json_array_size (after);
  g_autofree gboolean *taken = g_new0 (gboolean, m + 1);
  g_autofree int *partner = match_rows (kind, before, after, taken);
  json_t *row;
  size_t i;

  json_array_foreach (before, i, row)
  {
    g_autofree char *below = row_place (place, kind, row);

    if (partner[i] >= 0)
      compare_objects (found, below, kind, row, json_array_get (after, (size_t) partner[i]));
    else
      add (found, below, NULL, row_name (kind, row), NULL);
  }
  json_array_foreach (after, i, row)
  {
    g_autofree char *below = row_place (place, kind, row);

    if (!taken[i])
      add (found, below, NULL, NULL, row_name (kind, row));
  }
}

/* ---- members ---- */

static gboolean
is_rows (json_t *value)
{
  return json_is_array (value) && json_is_object (json_array_get (value, 0));
}

static void
compare_member (GPtrArray *found, const char *place, HsKindId kind, const char *key, json_t *before,
                json_t *after)
{
  if (before != NULL && after != NULL && json_equal (before, after))
    return;
  if (is_rows (before) || is_rows (after))
    compare_rows (found, place, kind_of (key, kind), before, after);
  else if (json_is_object (before) || json_is_object (after))
    {
      const char *label = object_label (key);
      g_autofree char *below = *place == '\0' || *label == '\0'
                                   ? g_strconcat (place, label, NULL)
                                   : g_strdup_printf ("%s · %s", place, label);

      compare_objects (found, below, kind_of (key, kind), before, after);
    }
  else
    add (found, place, label_of (kind, key), before != NULL ? value_text (kind, key, before) : NULL,
         after != NULL ? value_text (kind, key, after) : NULL);
}

/* Keys of both in the order of the fields of @kind, then by name. */
static GPtrArray *
keys_of (HsKindId kind, json_t *before, json_t *after)
{
  GPtrArray *keys = g_ptr_array_new ();
  const HsKind *description = hs_kind (kind);
  json_t *both[] = { before, after };
  const char *key;
  json_t *value;

  for (guint i = 0; i < description->n_fields; i++)
    if (json_object_get (before, description->fields[i].name) != NULL
        || json_object_get (after, description->fields[i].name) != NULL)
      g_ptr_array_add (keys, (gpointer) description->fields[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    json_object_foreach (both[i], key, value)
    {
      if (hs_kind_find_field (description, key) < 0
          && (i == 0 || json_object_get (before, key) == NULL))
        g_ptr_array_add (keys, (gpointer) key);
    }
  return keys;
}

static void
compare_objects (GPtrArray *found, const char *place, HsKindId kind, json_t *before, json_t *after)
{
  g_autoptr (GPtrArray) keys = keys_of (kind, before, after);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      compare_member (found, place, kind, key, json_object_get (before, key),
                      json_object_get (after, key));
    }
}

GPtrArray *
hs_compare_canonical (json_t *before, json_t *after)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_difference_free);

  compare_objects (found, "", HS_KIND_AGREEMENT, before, after);
  return found;
}

GPtrArray *
hs_compare_dossiers (const HsDossier *before, const HsDossier *after, GError **error)
{
  g_autofree char *first = hs_canonical_of_sheet (before, NULL, error);
  g_autofree char *second = first != NULL ? hs_canonical_of_sheet (after, NULL, error) : NULL;
  json_t *a = second != NULL ? hs_canonical_parse (first, -1, error) : NULL;
  json_t *b = a != NULL ? hs_canonical_parse (second, -1, error) : NULL;
  GPtrArray *found = b != NULL ? hs_compare_canonical (a, b) : NULL;

  json_decref (a);
  json_decref (b);
  return found;
}

/* ---- records ---- */

static char *
field_text (const HsRecord *record, guint field,
            char *(*name_of) (HsKindId kind, gint64 id, gpointer user_data), gpointer user_data)
{
  const HsField *description = &hs_record_kind (record)->fields[field];

  if (!hs_record_has (record, field))
    return NULL;
  if (description->type == HS_TYPE_REF && name_of != NULL)
    {
      char *name = name_of (description->target, hs_record_int (record, field), user_data);

      return name != NULL ? name : g_strdup ("?");
    }
  return hs_record_format (record, field);
}

GPtrArray *
hs_compare_records (const HsRecord *before, const HsRecord *after,
                    char *(*name_of) (HsKindId kind, gint64 id, gpointer user_data),
                    gpointer user_data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_difference_free);
  const HsKind *kind = hs_record_kind (before);

  g_return_val_if_fail (kind == hs_record_kind (after), found);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!hs_record_same (before, after, i) && !(kind->fields[i].flags & HS_FIELD_HIDDEN))
      add (found, "", hs_field_label (kind, i), field_text (before, i, name_of, user_data),
           field_text (after, i, name_of, user_data));
  return found;
}
