/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries as SQL. Values are bound, names come from the descriptions of the kinds only.
 *
 * Text is sorted by hs_sort, a function of ours (hs-query-sort.c): as people expect, and once a
 * row. Dates, numbers and ids are sorted as they are stored, so that an index serves. */

#include "hs-query-private.h"

#include "hs-date.h"
#include "hs-text.h"

#include <glib/gi18n.h>

static void
clear_value (gpointer value)
{
  g_free (((HsQueryValue *) value)->text);
}

HsQuery *
hs_query_new (HsKindId kind)
{
  HsQuery *self = g_new0 (HsQuery, 1);

  self->kind = hs_kind (kind);
  self->where = g_string_new (NULL);
  self->finds = g_ptr_array_new_with_free_func (g_free);
  self->joins = g_string_new (NULL);
  self->order = g_string_new (NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (HsQueryValue));
  g_array_set_clear_func (self->values, clear_value);
  self->limit = -1;
  self->sort_field = -1;
  return self;
}

void
hs_query_free (HsQuery *self)
{
  if (self == NULL)
    return;
  g_string_free (self->where, TRUE);
  g_ptr_array_unref (self->finds);
  g_string_free (self->joins, TRUE);
  g_string_free (self->order, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

/* Adds a value and returns the number of its parameter. */
static guint
add_text (HsQuery *self, const char *text)
{
  HsQueryValue value = { .is_text = TRUE, .text = g_strdup (text) };

  g_array_append_val (self->values, value);
  return self->values->len;
}

static guint
add_int (HsQuery *self, gint64 integer)
{
  HsQueryValue value = { .integer = integer };

  g_array_append_val (self->values, value);
  return self->values->len;
}

/* The value as the database holds it: see hs-store-record.c. */
static guint
add_value (HsQuery *self, const HsField *field, gint64 value)
{
  char buffer[32];

  switch (field->type)
    {
    case HS_TYPE_DATE:
      return add_text (self, hs_day_to_iso ((HsDay) value, buffer));
    case HS_TYPE_TIME:
      return add_text (self, hs_moment_to_iso (value, buffer));
    default:
      return add_int (self, value);
    }
}

/* Appends the column of @field; a choice as its position when @as_position. */
static void
append_column (GString *sql, const char *alias, const HsField *field, gboolean as_position)
{
  if (!as_position || field->type != HS_TYPE_CHOICE)
    {
      g_string_append_printf (sql, "%s.\"%s\"", alias, field->name);
      return;
    }
  g_string_append_printf (sql, "CASE %s.\"%s\"", alias, field->name);
  for (guint i = 0; i < hs_field_n_choices (field); i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", hs_choice_code (field->choices, i), i);
  g_string_append (sql, " END");
}

static void
start_condition (HsQuery *self)
{
  self->n_others++;
  g_string_append (self->where, " AND ");
}

static const char *
operator_sql (HsOperator op)
{
  static const char *const names[] = {
    [HS_OP_EQUAL] = "=",       [HS_OP_NOT_EQUAL] = "IS NOT",      [HS_OP_LESS] = "<",
    [HS_OP_GREATER] = ">",     [HS_OP_GREATER_EQUAL] = ">=",      [HS_OP_LESS_EQUAL] = "<=",
    [HS_OP_EMPTY] = "IS NULL", [HS_OP_NOT_EMPTY] = "IS NOT NULL",
  };

  return names[op];
}

/* Conditions without a value; TRUE when @op is one. */
static gboolean
add_emptiness (HsQuery *self, const HsField *field, HsOperator op)
{
  if (op != HS_OP_EMPTY && op != HS_OP_NOT_EMPTY)
    return FALSE;
  start_condition (self);
  append_column (self->where, "t", field, FALSE);
  g_string_append_printf (self->where, " %s", operator_sql (op));
  return TRUE;
}

void
hs_query_where_int (HsQuery *self, guint field, HsOperator op, gint64 value)
{
  const HsField *description = &self->kind->fields[field];
  gboolean same = op == HS_OP_EQUAL || op == HS_OP_NOT_EQUAL;
  guint parameter;

  g_return_if_fail (field < self->kind->n_fields);
  if (add_emptiness (self, description, op))
    return;
  start_condition (self);
  if (description->type == HS_TYPE_CHOICE && same)
    {
      gboolean known = value >= 0 && value < hs_field_n_choices (description);

      parameter =
          add_text (self, known ? hs_choice_code (description->choices, (guint) value) : "\x7f");
    }
  else
    parameter = add_value (self, description, value);
  if (op == HS_OP_HAS_BITS)
    {
      g_string_append_printf (self->where, "t.\"%s\" & ?%u = ?%u", description->name, parameter,
                              parameter);
      return;
    }
  append_column (self->where, "t", description, !same);
  g_string_append_printf (self->where, " %s ?%u", operator_sql (op), parameter);
}

void
hs_query_where_text (HsQuery *self, guint field, HsOperator op, const char *value)
{
  const HsField *description = &self->kind->fields[field];

  g_return_if_fail (field < self->kind->n_fields);
  g_return_if_fail (op != HS_OP_HAS_BITS);
  if (add_emptiness (self, description, op))
    return;
  start_condition (self);
  append_column (self->where, "t", description, FALSE);
  g_string_append_printf (self->where, " %s ?%u", operator_sql (op), add_text (self, value));
}

void
hs_query_where_in (HsQuery *self, guint field, const gint64 *values, gsize n)
{
  const HsField *description = &self->kind->fields[field];
  g_autoptr (GString) list = g_string_new ("[");
  char buffer[32];

  g_return_if_fail (field < self->kind->n_fields);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (list, i > 0 ? "," : "");
      if (description->type == HS_TYPE_CHOICE)
        g_string_append_printf (list, "\"%s\"",
                                hs_choice_code (description->choices, (guint) values[i]));
      else if (description->type == HS_TYPE_DATE)
        g_string_append_printf (list, "\"%s\"", hs_day_to_iso ((HsDay) values[i], buffer));
      else
        g_string_append_printf (list, "%lld", (long long) values[i]);
    }
  g_string_append_c (list, ']');
  start_condition (self);
  append_column (self->where, "t", description, FALSE);
  g_string_append_printf (self->where, " IN (SELECT value FROM json_each (?%u))",
                          add_text (self, list->str));
}

/* t.id is among the hits of one match expression in table @table. */
static void
add_match (HsQuery *self, const char *table, const GString *match)
{
  gint64 first = hs_store_search_id (self->kind->id, 0);
  char *select;
  guint text, low, high;

  if (match == NULL)
    return;
  text = add_text (self, match->str);
  low = add_int (self, first);
  high = add_int (self, hs_store_search_id ((HsKindId) (self->kind->id + 1), 0));
  select = g_strdup_printf ("SELECT rowid - ?%u FROM %s WHERE %s MATCH ?%u "
                            "AND rowid > ?%u AND rowid < ?%u",
                            low, table, table, text, low, high);
  g_string_append_printf (self->where, " AND t.id IN (%s)", select);
  g_ptr_array_add (self->finds, select);
}

void
hs_query_search (HsQuery *self, const char *text)
{
  g_auto (HsSearch) search = hs_search_parse (text != NULL ? text : "");

  add_match (self, "search_part", search.part);
  add_match (self, "search_start", search.start);
}

/* Appends one sort key. Empty values come last, whichever way. */
static void
append_key (HsQuery *self, const char *alias, const HsField *field, gboolean descending)
{
  gboolean text = field->type == HS_TYPE_TEXT || field->type == HS_TYPE_LONG_TEXT;

  if (self->order->len > 0)
    g_string_append (self->order, ", ");
  if (text)
    g_string_append (self->order, "hs_sort (");
  append_column (self->order, alias, field, TRUE);
  g_string_append_printf (self->order, "%s%s NULLS LAST", text ? ")" : "",
                          descending ? " DESC" : "");
}

/* Sorts by the title of the records of @kind under @alias; people by their last name first. */
static void
append_title_keys (HsQuery *self, const char *alias, const HsKind *kind, gboolean descending)
{
  int last = hs_kind_find_field (kind, "last_name");

  if (last >= 0)
    append_key (self, alias, &kind->fields[last], descending);
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_TITLE) && (int) i != last)
      append_key (self, alias, &kind->fields[i], descending);
}

void
hs_query_order (HsQuery *self, guint field, gboolean descending)
{
  const HsField *description = &self->kind->fields[field];
  g_autofree char *alias = NULL;

  g_return_if_fail (field < self->kind->n_fields);
  self->sort_field =
      self->order->len == 0 && description->type <= HS_TYPE_LONG_TEXT ? (int) field : -1;
  self->sort_descending = descending;
  if (description->type != HS_TYPE_REF)
    {
      append_key (self, "t", description, descending);
      return;
    }
  alias = g_strdup_printf ("o%u", ++self->n_joins);
  g_string_append_printf (self->joins, " LEFT JOIN \"%s\" AS %s ON %s.id = t.\"%s\"",
                          hs_kind (description->target)->name, alias, alias, description->name);
  append_title_keys (self, alias, hs_kind (description->target), descending);
}

void
hs_query_window (HsQuery *self, gint64 offset, gint64 limit)
{
  self->offset = offset;
  self->limit = limit;
}

void
hs_query_include_removed (HsQuery *self)
{
  self->removed = TRUE;
}

/* FROM and WHERE; the joins are only for sorting. */
void
hs_query_append_from (const HsQuery *self, GString *sql, gboolean joins)
{
  g_string_append_printf (sql, " FROM \"%s\" AS t%s WHERE %s%s", self->kind->name,
                          joins ? self->joins->str : "", self->removed ? "1" : "t.removed IS NULL",
                          self->where->str);
}

void
hs_query_append_order (const HsQuery *self, GString *sql)
{
  g_string_append_printf (sql, " ORDER BY %s%st.id", self->order->str,
                          self->order->len > 0 ? ", " : "");
}

void
hs_query_bind (const HsQuery *self, sqlite3_stmt *statement)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const HsQueryValue *value = &g_array_index (self->values, HsQueryValue, i);

      if (value->is_text)
        sqlite3_bind_text (statement, (int) i + 1, value->text, -1, SQLITE_STATIC);
      else
        sqlite3_bind_int64 (statement, (int) i + 1, value->integer);
    }
}

/* The statement that gives the records of @self; give it back with hs_store_give. */
static sqlite3_stmt *
select_records (HsStore *store, const HsQuery *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  int n = (int) self->values->len;
  sqlite3_stmt *statement;

  hs_store_append_columns (sql, self->kind, "t");
  hs_query_append_from (self, sql, TRUE);
  hs_query_append_order (self, sql);
  g_string_append_printf (sql, " LIMIT ?%d OFFSET ?%d", n + 1, n + 2);
  statement = hs_store_take (store, sql->str, error);
  if (statement == NULL)
    return NULL;
  hs_query_bind (self, statement);
  sqlite3_bind_int64 (statement, n + 1, self->limit);
  sqlite3_bind_int64 (statement, n + 2, self->offset);
  return statement;
}

gboolean
hs_store_for_each (HsStore *self, HsQuery *query, gboolean (*each) (HsRecord *, gpointer),
                   gpointer user_data, GError **error)
{
  sqlite3_stmt *statement = select_records (self, query, error);
  gboolean more = TRUE;
  int result = SQLITE_ROW;

  if (statement == NULL)
    return FALSE;
  while (more && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr (HsRecord) record = hs_store_read (statement, query->kind->id, 0);

      more = each (record, user_data);
    }
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  hs_store_give (self, statement);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static gboolean
keep (HsRecord *record, gpointer records)
{
  g_ptr_array_add (records, hs_record_ref (record));
  return TRUE;
}

GPtrArray *
hs_store_find (HsStore *self, HsQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);

  if (!hs_store_for_each (self, query, keep, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

gint64
hs_store_count (HsStore *self, HsQuery *query, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count(*)");
  sqlite3_stmt *statement;
  gint64 n = -1;

  hs_query_append_from (query, sql, FALSE);
  statement = hs_store_take (self, sql->str, error);
  if (statement == NULL)
    return -1;
  hs_query_bind (query, statement);
  if (sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, 0);
  else
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  hs_store_give (self, statement);
  return n;
}
