/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the canonical form. The walk over a record follows the description of its kind; only
 * where a row goes, and what a reference is called, is said here. */

#include "hs-canonical.h"

#include "hs-canonical-private.h"
#include "hs-error.h"
#include "hs-hours.h"

#include <glib/gi18n.h>
#include <string.h>

/* Fields that are told by where the row stands, or by what it is called. */
static gboolean
is_structure (HsKindId kind, guint field)
{
  return (kind == HS_KIND_CLAUSE && field == HS_CLAUSE_THEME)
         || (kind == HS_KIND_THEME && field == HS_THEME_THEME)
         || (kind == HS_KIND_CRITERION && field == HS_CRITERION_ASSIGNMENT)
         || (kind == HS_KIND_RESERVATION && field == HS_RESERVATION_ASSIGNMENT)
         || (kind == HS_KIND_PREPARATION && field == HS_PREPARATION_MATERIAL);
}

gboolean
hs_canonical_has_field (const HsKind *kind, guint field)
{
  const guint outside =
      HS_FIELD_PARENT | HS_FIELD_PROGRESS | HS_FIELD_COMPUTED | HS_FIELD_HIDDEN | HS_FIELD_PRIVATE;

  return !(kind->fields[field].flags & outside)
         && strcmp (kind->fields[field].name, "position") != 0 && !is_structure (kind->id, field);
}

/* The NFC form of @text as JSON; NULL with an error for what cannot be signed. */
static json_t *
text_value (const char *text, GError **error)
{
  g_autofree char *nfc = NULL;

  if (!hs_canonical_check_text (text, strlen (text), error))
    return NULL;
  nfc = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return json_string (nfc);
}

static json_t *
set_value (const HsField *field, gint64 bits)
{
  json_t *list = json_array ();

  for (guint i = 0; i < hs_field_n_choices (field); i++)
    if (bits >> i & 1)
      json_array_append_new (list, json_string (field->choices == HS_CHOICES_WEEKDAY
                                                    ? hs_weekday_short ((int) i)
                                                    : hs_choice_dutch (field->choices, i)));
  return list;
}

/* The name of a record in the language of what is signed: never the name of its kind, which is
 * translated. (transfer full) (nullable) */
static char *
name_of (const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_TITLE) && hs_record_has (record, i))
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", hs_record_text (record, i));
  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

static json_t *
reference_value (const HsDossier *dossier, const HsField *field, gint64 id, GError **error)
{
  const HsRecord *record = hs_dossier_find (dossier, field->target, id);
  g_autofree char *name = record != NULL ? name_of (record) : NULL;

  return text_value (name != NULL ? name : "?", error);
}

static json_t *
value_of (const HsDossier *dossier, const HsRecord *record, guint index, GError **error)
{
  const HsField *field = &hs_record_kind (record)->fields[index];
  gint64 number;
  char buffer[16];

  if (field->type == HS_TYPE_TEXT || field->type == HS_TYPE_LONG_TEXT)
    return text_value (hs_record_text (record, index), error);
  number = hs_record_int (record, index);
  switch ((int) field->type)
    {
    case HS_TYPE_DATE:
      return json_string (hs_day_to_iso ((HsDay) number, buffer));
    case HS_TYPE_BOOLEAN:
      return json_boolean (number != 0);
    case HS_TYPE_CHOICE:
      return json_string (hs_choice_dutch (field->choices, (guint) number));
    case HS_TYPE_SET:
      return set_value (field, number);
    case HS_TYPE_REF:
      return reference_value (dossier, field, number, error);
    default:
      /* Minutes after midnight, in the two kinds that have a time of day. */
      if (strcmp (field->name, "time") == 0 && number >= 0 && number < 24 * 60)
        {
          g_snprintf (buffer, sizeof buffer, "%02d:%02d", (int) number / 60, (int) number % 60);
          return json_string (buffer);
        }
      return json_integer (number);
    }
}

/* Adds every field of @record that is part of what is signed to @to; references only when
 * @references. */
static gboolean
add_fields (const HsDossier *dossier, json_t *to, const HsRecord *record, gboolean references,
            GError **error)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      json_t *value;

      if (!hs_record_has (record, i) || !hs_canonical_has_field (kind, i)
          || (!references && kind->fields[i].type == HS_TYPE_REF))
        continue;
      value = value_of (dossier, record, i, error);
      if (value == NULL)
        return FALSE;
      if (json_is_array (value) && json_array_size (value) == 0)
        json_decref (value);
      else
        json_object_set_new (to, kind->fields[i].name, value);
    }
  return TRUE;
}

/* A row with what its order depends on. */
typedef struct
{
  gint64 first;
  gint64 second;
  char *text;
  json_t *object;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->text);
  json_decref (row->object);
}

static gint
by_order (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->second != y->second)
    return x->second < y->second ? -1 : 1;
  return strcmp (x->text, y->text);
}

/* The value of the first of @names that @record has; what has none comes last. */
static gint64
order_key (const HsRecord *record, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = hs_kind_find_field (hs_record_kind (record), names[i]);

      if (field >= 0 && hs_record_has (record, (guint) field))
        return hs_record_int (record, (guint) field);
    }
  return G_MAXINT64;
}

static json_t *row_object (const HsDossier *dossier, const HsRecord *record, GError **error);

typedef gboolean (*Filter) (const HsDossier *dossier, const HsRecord *record, gint64 value);

/* Adds the rows of @kind that @filter lets through as the list @name of @to; nothing when there are
 * none. */
static gboolean
add_rows (const HsDossier *dossier, json_t *to, const char *name, HsKindId kind, Filter filter,
          gint64 value, GError **error)
{
  static const char *const first[] = { "position", "date", "from", "year", "finish_by", NULL };
  static const char *const second[] = { "time", "to", NULL };
  GPtrArray *records = dossier->rows[kind];
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < records->len; i++)
    {
      const HsRecord *record = g_ptr_array_index (records, i);
      Row row = { order_key (record, first), order_key (record, second), NULL, NULL };

      if (filter != NULL && !filter (dossier, record, value))
        continue;
      row.object = row_object (dossier, record, error);
      if (row.object == NULL)
        return FALSE;
      row.text = json_dumps (row.object, JSON_SORT_KEYS | JSON_COMPACT);
      if (json_object_size (row.object) == 0)
        clear_row (&row);
      else
        g_array_append_val (rows, row);
    }
  if (rows->len == 0)
    return TRUE;
  g_array_sort (rows, by_order);
  json_object_set_new (to, name, json_array ());
  for (guint i = 0; i < rows->len; i++)
    json_array_append (json_object_get (to, name), g_array_index (rows, Row, i).object);
  return TRUE;
}

static gboolean
is_of_assignment (const HsDossier *dossier, const HsRecord *record, gint64 assignment)
{
  return hs_record_int (record, hs_record_kind_id (record) == HS_KIND_CRITERION
                                    ? (guint) HS_CRITERION_ASSIGNMENT
                                    : (guint) HS_RESERVATION_ASSIGNMENT)
         == assignment;
}

static gboolean
is_of_theme (const HsDossier *dossier, const HsRecord *record, gint64 theme)
{
  return hs_record_int (record, HS_CLAUSE_THEME) == theme;
}

/* An item without a name is called after its technology, which is told apart as well. */
static gboolean
add_item (const HsDossier *dossier, json_t *to, const HsRecord *reservation, GError **error)
{
  const HsRecord *item =
      hs_dossier_find (dossier, HS_KIND_ITEM, hs_record_int (reservation, HS_RESERVATION_ITEM));
  const HsRecord *technology =
      item != NULL
          ? hs_dossier_find (dossier, HS_KIND_TECHNOLOGY, hs_record_int (item, HS_ITEM_TECHNOLOGY))
          : NULL;
  const char *called = technology != NULL ? hs_record_text (technology, HS_TECHNOLOGY_NAME) : NULL;
  json_t *value;

  if (called == NULL)
    return TRUE;
  value = text_value (called, error);
  if (value == NULL)
    return FALSE;
  if (!hs_record_has (item, HS_ITEM_NAME))
    json_object_set (to, "item", value);
  json_object_set_new (to, "technology", value);
  return TRUE;
}

static gboolean
add_material (const HsDossier *dossier, json_t *to, const HsRecord *preparation, GError **error)
{
  const HsRecord *material = hs_dossier_find (dossier, HS_KIND_MATERIAL,
                                              hs_record_int (preparation, HS_PREPARATION_MATERIAL));
  json_t *title;

  if (material == NULL || hs_record_has (preparation, HS_PREPARATION_TITLE)
      || !hs_record_has (material, HS_MATERIAL_TITLE))
    return TRUE;
  title = text_value (hs_record_text (material, HS_MATERIAL_TITLE), error);
  return title != NULL && json_object_set_new (to, "title", title) == 0;
}

static gboolean
add_extra (const HsDossier *dossier, json_t *to, const HsRecord *record, GError **error)
{
  char name[16];

  switch ((int) hs_record_kind_id (record))
    {
    case HS_KIND_ASSIGNMENT:
      return add_rows (dossier, to, "criteria", HS_KIND_CRITERION, is_of_assignment,
                       hs_record_id (record), error)
             && add_rows (dossier, to, "reservations", HS_KIND_RESERVATION, is_of_assignment,
                          hs_record_id (record), error);
    case HS_KIND_RESERVATION:
      return add_item (dossier, to, record, error);
    case HS_KIND_PREPARATION:
      return add_material (dossier, to, record, error);
    case HS_KIND_SPREAD:
      if (hs_record_has (record, HS_SPREAD_YEAR))
        json_object_set_new (
            to, "year",
            json_string (hs_hours_year_name (
                (int) CLAMP (hs_record_int (record, HS_SPREAD_YEAR), 0, 9998), name)));
      return TRUE;
    default:
      return TRUE;
    }
}

static json_t *
row_object (const HsDossier *dossier, const HsRecord *record, GError **error)
{
  json_t *object = json_object ();

  if (add_fields (dossier, object, record, TRUE, error)
      && add_extra (dossier, object, record, error))
    return object;
  json_decref (object);
  return NULL;
}

/* Rows whose assignment is not (any more) in the sheet stay visible. */
static gboolean
has_no_assignment (const HsDossier *dossier, const HsRecord *record, gint64 unused)
{
  guint field = hs_record_kind_id (record) == HS_KIND_CRITERION ? (guint) HS_CRITERION_ASSIGNMENT
                                                                : (guint) HS_RESERVATION_ASSIGNMENT;
  GPtrArray *rows = dossier->rows[HS_KIND_ASSIGNMENT];

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_id (g_ptr_array_index (rows, i)) == hs_record_int (record, field))
      return FALSE;
  return TRUE;
}

/* Which rows a theme has. */
static const struct
{
  HsTheme theme;
  HsKindId kind;
  const char *name;
} theme_rows[] = {
  { HS_THEME_RESPONSIBILITIES, HS_KIND_TASK, "tasks" },
  { HS_THEME_GUIDANCE, HS_KIND_CONTACT, "contacts" },
  { HS_THEME_GUIDANCE, HS_KIND_PEER, "peers" },
  { HS_THEME_GUIDANCE, HS_KIND_PROMPT, "prompts" },
  { HS_THEME_ONBOARDING, HS_KIND_STEP, "steps" },
  { HS_THEME_MATERIAL, HS_KIND_PREPARATION, "materials" },
  { HS_THEME_ASSIGNMENT, HS_KIND_ASSIGNMENT, "assignments" },
};

static gboolean
fill_theme (const HsDossier *dossier, json_t *object, HsTheme theme, GError **error)
{
  GPtrArray *themes = dossier->rows[HS_KIND_THEME];

  for (guint i = 0; i < themes->len; i++)
    if (hs_record_int (g_ptr_array_index (themes, i), HS_THEME_THEME) == (gint64) theme
        && !add_fields (dossier, object, g_ptr_array_index (themes, i), TRUE, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (theme_rows); i++)
    if (theme_rows[i].theme == theme
        && !add_rows (dossier, object, theme_rows[i].name, theme_rows[i].kind, NULL, 0, error))
      return FALSE;
  if (theme == HS_THEME_ASSIGNMENT
      && (!add_rows (dossier, object, "criteria", HS_KIND_CRITERION, has_no_assignment, 0, error)
          || !add_rows (dossier, object, "reservations", HS_KIND_RESERVATION, has_no_assignment, 0,
                        error)))
    return FALSE;
  return add_rows (dossier, object, "clauses", HS_KIND_CLAUSE, is_of_theme, theme, error);
}

gboolean
hs_canonical_add_themes (const HsDossier *dossier, json_t *root, GError **error)
{
  json_t *themes = json_array ();

  json_object_set_new (root, "themes", themes);
  for (guint i = 0; i <= HS_THEME_ASSIGNMENT; i++)
    {
      json_t *theme = json_object ();

      json_array_append_new (themes, theme);
      json_object_set_new (theme, "code", json_string (hs_choice_code (HS_CHOICES_THEME, i)));
      if (!fill_theme (dossier, theme, (HsTheme) i, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
hs_canonical_add_named (const HsDossier *dossier, json_t *to, const char *name,
                        const HsRecord *record, const guint *fields, GError **error)
{
  g_autofree char *called = record != NULL ? name_of (record) : NULL;
  json_t *object, *value;

  if (record == NULL)
    return TRUE;
  object = json_object ();
  json_object_set_new (to, name, object);
  if (called != NULL)
    {
      value = text_value (called, error);
      if (value == NULL)
        return FALSE;
      json_object_set_new (object, "name", value);
    }
  for (guint i = 0; fields[i] != HS_CANONICAL_END; i++)
    if (hs_record_has (record, fields[i]))
      {
        value = value_of (dossier, record, fields[i], error);
        if (value == NULL)
          return FALSE;
        json_object_set_new (object, hs_record_kind (record)->fields[fields[i]].name, value);
      }
  return TRUE;
}

static gboolean
add_sheet (const HsDossier *dossier, json_t *root, GError **error)
{
  json_t *sheet = json_object ();

  json_object_set_new (root, "sheet", sheet);
  json_object_set_new (sheet, "number",
                       json_integer (MAX (hs_record_int (dossier->sheet, HS_SHEET_NUMBER), 1)));
  return add_fields (dossier, sheet, dossier->sheet, FALSE, error);
}

static gboolean
fill_root (const HsDossier *dossier, json_t *root, GError **error)
{
  json_object_set_new (root, "description", json_integer (HS_CANONICAL_DESCRIPTION));
  json_object_set_new (root, "kind", json_string (HS_CANONICAL_KIND));
  return add_fields (dossier, root, dossier->agreement, FALSE, error)
         && add_sheet (dossier, root, error) && hs_canonical_add_parties (dossier, root, error)
         && add_rows (dossier, root, "hours", HS_KIND_SPREAD, NULL, 0, error)
         && add_rows (dossier, root, "periods", HS_KIND_PERIOD, NULL, 0, error)
         && add_rows (dossier, root, "interruptions", HS_KIND_INTERRUPTION, NULL, 0, error)
         && add_rows (dossier, root, "conditions", HS_KIND_CONDITION, NULL, 0, error)
         && add_rows (dossier, root, "clauses", HS_KIND_CLAUSE, is_of_theme, -1, error)
         && hs_canonical_add_themes (dossier, root, error);
}

char *
hs_canonical_text (const HsDossier *dossier, GError **error)
{
  json_t *root;
  char *text = NULL;

  if (dossier->sheet == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("the agreement has no sheet"));
      return NULL;
    }
  root = json_object ();
  if (fill_root (dossier, root, error))
    text = hs_canonical_dump (root, error);
  json_decref (root);
  return text;
}

char *
hs_canonical_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

char *
hs_canonical_of_sheet (const HsDossier *dossier, char **hash, GError **error)
{
  char *text;

  if (dossier->sheet != NULL && hs_record_has (dossier->sheet, HS_SHEET_CANONICAL))
    text = g_strdup (hs_record_text (dossier->sheet, HS_SHEET_CANONICAL));
  else
    text = hs_canonical_text (dossier, error);
  if (hash != NULL)
    *hash = text != NULL ? hs_canonical_hash (text) : NULL;
  return text;
}
