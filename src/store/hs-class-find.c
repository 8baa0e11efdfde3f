/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words that a person types in a table to the record that is meant. */

#include "hs-class-private.h"

#include "hs-error.h"
#include "hs-query.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many names as a list to choose from, and as an error that asks which, can be read. */
#define CHOICES_MOST 500
#define ERROR_MOST 3

static const struct
{
  const char *name;
  const char *label;
  HsKindId kind; /* HS_N_KINDS: a date */
  int code; /* the field that tells records with one title apart, or -1 */
  int role;
} columns[HS_CLASS_N_COLUMNS] = {
  [HS_CLASS_VACANCY] = { "vacancy", NC_ ("class", "Vacancy"), HS_KIND_VACANCY, HS_VACANCY_CODE,
                         -1 },
  [HS_CLASS_SUPERVISOR] = { "supervisor", NC_ ("class", "Supervisor"), HS_KIND_PERSON, -1,
                            HS_ROLE_SUPERVISOR },
  [HS_CLASS_DIGICOACH] = { "digicoach", NC_ ("class", "Digicoach"), HS_KIND_PERSON, -1,
                           HS_ROLE_DIGICOACH },
  [HS_CLASS_TEACHER] = { "teacher", NC_ ("class", "Teacher"), HS_KIND_PERSON, -1, HS_ROLE_TEACHER },
  [HS_CLASS_ITEM] = { "item", NC_ ("class", "Technology"), HS_KIND_ITEM, HS_ITEM_ASSET_NUMBER, -1 },
  [HS_CLASS_START] = { "start", NC_ ("class", "First day"), HS_N_KINDS, -1, -1 },
  [HS_CLASS_END] = { "end", NC_ ("class", "Last day"), HS_N_KINDS, -1, -1 },
};

const char *
hs_class_column_label (HsClassColumn column)
{
  return g_dpgettext2 (NULL, "class", columns[column].label);
}

const char *
hs_class_column_name (HsClassColumn column)
{
  return columns[column].name;
}

char *
hs_class_label (const HsRecord *record, HsClassColumn column)
{
  g_autofree char *title = hs_record_title (record);
  const char *code =
      columns[column].code >= 0 ? hs_record_text (record, (guint) columns[column].code) : NULL;

  return code == NULL ? g_steal_pointer (&title) : g_strdup_printf ("%s (%s)", title, code);
}

static HsQuery *
query_of (HsClassColumn column)
{
  HsQuery *query = hs_query_new (columns[column].kind);

  if (columns[column].role >= 0)
    hs_query_where_int (query, HS_PERSON_ROLES, HS_OP_HAS_BITS, 1 << columns[column].role);
  return query;
}

GPtrArray *
hs_class_choices (HsStore *store, HsClassColumn column, GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *labels;

  if (columns[column].kind == HS_N_KINDS)
    return NULL;
  query = query_of (column);
  hs_query_window (query, 0, CHOICES_MOST);
  found = hs_store_find (store, query, error);
  if (found == NULL)
    return NULL;
  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (labels, hs_class_label (found->pdata[i], column));
  return labels;
}

static gboolean
same_folded (const char *a, const char *b)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  if (a == NULL || b == NULL)
    return FALSE;
  hs_text_fold (one, a);
  hs_text_fold (other, b);
  return g_string_equal (one, other);
}

/* Whether @text is all of the name, the label or the code of @record. */
static gboolean
is_exact (const HsRecord *record, HsClassColumn column, const char *text)
{
  g_autofree char *title = hs_record_title (record);
  g_autofree char *label = hs_class_label (record, column);

  return same_folded (title, text) || same_folded (label, text)
         || (columns[column].code >= 0
             && same_folded (hs_record_text (record, (guint) columns[column].code), text));
}

static void
say_which (GPtrArray *found, HsClassColumn column, const char *text, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < ERROR_MOST; i++)
    {
      g_autofree char *label = hs_class_label (found->pdata[i], column);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", label);
    }
  if (found->len > ERROR_MOST)
    g_string_append (names, " …");
  g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("“%s” fits more than one: %s"), text,
               names->str);
}

/* Whole names first: "Jan Smit" is not doubtful because there is a "Jan Smitskamp" too. */
static gint64
choose (GPtrArray *found, HsClassColumn column, const char *text, GError **error)
{
  g_autoptr (GPtrArray) exact = g_ptr_array_new ();
  GPtrArray *left = exact;

  for (guint i = 0; i < found->len; i++)
    if (is_exact (found->pdata[i], column, text))
      g_ptr_array_add (exact, found->pdata[i]);
  if (exact->len == 0)
    left = found;
  if (left->len == 1)
    return hs_record_id (left->pdata[0]);
  if (left->len > 1)
    say_which (left, column, text, error);
  else
    g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("no %s is called “%s”"),
                 hs_class_column_label (column), text);
  return 0;
}

static gint64
find_day (const char *text, GError **error)
{
  g_autoptr (HsRecord) sheet = hs_record_new (HS_KIND_SHEET);

  return hs_record_parse (sheet, HS_SHEET_START, text, error)
             ? hs_record_int (sheet, HS_SHEET_START)
             : 0;
}

gint64
hs_class_find (HsStore *store, HsClassColumn column, const char *text, GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (columns[column].kind == HS_N_KINDS)
    return find_day (text, error);
  query = query_of (column);
  hs_query_search (query, text);
  hs_query_window (query, 0, CHOICES_MOST);
  found = hs_store_find (store, query, error);
  return found == NULL ? 0 : choose (found, column, text, error);
}
