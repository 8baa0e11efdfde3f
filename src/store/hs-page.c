/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one page of a list: runs in the thread of the worker. */

#include "hs-query-private.h"
#include "hs-row-private.h"

#include <glib/gi18n.h>

static void
clear_row (gpointer data)
{
  HsPageRow *row = data;

  /* The titles go to the row that shows them, or are freed with their number. */
  if (row->titles != NULL)
    for (guint i = 0; i < hs_record_kind (row->record)->n_fields; i++)
      g_free (row->titles[i]);
  g_free (row->titles);
  hs_record_unref (row->record);
}

/* The titles of the references in @mask. (transfer full) */
static char **
read_titles (HsStore *store, const HsRecord *record, guint64 mask)
{
  const HsKind *kind = hs_record_kind (record);
  char **titles = g_new0 (char *, kind->n_fields + 1);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((mask >> i & 1) && hs_record_has (record, i))
      {
        g_autoptr (HsRecord) other =
            hs_store_get (store, kind->fields[i].target, hs_record_int (record, i), NULL);

        titles[i] = other != NULL ? hs_record_title (other) : NULL;
      }
  return titles;
}

/* "[1,2,3]" (transfer full) */
static char *
json_list (const gint64 *ids, guint n)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%lld", i > 0 ? "," : "", (long long) ids[i]);
  g_string_append_c (list, ']');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static sqlite3_stmt *
select_page (HsStore *store, const HsKind *kind, const char *list, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  sqlite3_stmt *statement;

  hs_store_append_columns (sql, kind, "t");
  g_string_append_printf (sql, " FROM \"%s\" AS t WHERE t.id IN (SELECT value FROM json_each (?1))",
                          kind->name);
  statement = hs_store_take (store, sql->str, error);
  if (statement != NULL)
    sqlite3_bind_text (statement, 1, list, -1, SQLITE_STATIC);
  return statement;
}

GArray *
hs_page_read (HsStore *store, HsKindId kind, const gint64 *ids, guint n_ids, guint64 titles,
              GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (HsPageRow));
  g_autofree char *list = json_list (ids, n_ids);
  sqlite3_stmt *statement = select_page (store, hs_kind (kind), list, error);
  int result;

  g_array_set_clear_func (rows, clear_row);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      HsPageRow row = { .record = hs_store_read (statement, kind, 0) };

      if (titles != 0)
        row.titles = read_titles (store, row.record, titles);
      g_array_append_val (rows, row);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  hs_store_give (store, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}
