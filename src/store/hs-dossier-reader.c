/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All dossiers in a row. One cursor for each kind of row runs along the agreements in order of id;
 * the reader takes from each what belongs to the agreement that is up. As long as one cursor is
 * open SQLite shows all of them the same moment. */

#include "hs-dossier-private.h"

#include <glib/gi18n.h>

/* @agreement: the agreement that the current row of @statement is of; G_MAXINT64 at the end */
typedef struct
{
  HsKindId kind;
  int order; /* see hs_loader_order */
  sqlite3_stmt *statement;
  gint64 agreement;
} Cursor;

struct _HsDossierReader
{
  HsLoader loader;
  HsUsage *usage;
  GArray *cursors; /* the first is of the agreements themselves, the second of their sheets */
};

/* SQL of the rows of @kind with the id of their agreement in front, in the order of that. */
static char *
cursor_sql (const HsKind *kind)
{
  g_autoptr (GString) sql = g_string_new ("SELECT a.id, ");
  int parent = hs_kind_parent_field (kind);

  hs_store_append_columns (sql, kind, kind->id == HS_KIND_AGREEMENT ? "a" : "t");
  g_string_append (sql, " FROM agreement AS a");
  if (kind->id != HS_KIND_AGREEMENT)
    g_string_append_printf (sql, " CROSS JOIN \"%s\" AS t ON t.\"%s\" = a.%s", kind->name,
                            kind->fields[parent].name,
                            kind->fields[parent].target == HS_KIND_AGREEMENT ? "id" : "sheet");
  g_string_append (sql, " WHERE a.removed IS NULL AND a.id BETWEEN ?1 AND ?2");
  if (kind->id != HS_KIND_AGREEMENT)
    g_string_append (sql, " AND t.removed IS NULL");
  g_string_append (sql, " ORDER BY a.id");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Steps to the next row; FALSE on error. */
static gboolean
advance (HsDossierReader *self, Cursor *cursor, GError **error)
{
  int result = sqlite3_step (cursor->statement);

  cursor->agreement =
      result == SQLITE_ROW ? sqlite3_column_int64 (cursor->statement, 0) : G_MAXINT64;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    hs_store_set_error (self->loader.store->db, self->loader.store->path, _ ("cannot read %s"),
                        error);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static gboolean
add_cursor (HsDossierReader *self, HsKindId kind, gint64 first, gint64 last, GError **error)
{
  g_autofree char *sql = cursor_sql (hs_kind (kind));
  Cursor cursor = { .kind = kind,
                    .order = hs_loader_order (hs_kind (kind)),
                    .statement = hs_store_take (self->loader.store, sql, error) };

  if (cursor.statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (cursor.statement, 1, first);
  sqlite3_bind_int64 (cursor.statement, 2, last);
  g_array_append_val (self->cursors, cursor);
  return advance (self, &g_array_index (self->cursors, Cursor, self->cursors->len - 1), error);
}

/* Whether rows of @kind are in a dossier. */
static gboolean
is_row (const HsKind *kind)
{
  int parent = hs_kind_parent_field (kind);

  return (kind->flags & HS_KIND_FLAG_CHILD) && parent >= 0 && kind->id != HS_KIND_SHEET
         && (kind->fields[parent].target == HS_KIND_SHEET
             || kind->fields[parent].target == HS_KIND_AGREEMENT);
}

static gboolean
add_cursors (HsDossierReader *self, gint64 first, gint64 last, GError **error)
{
  if (!add_cursor (self, HS_KIND_AGREEMENT, first, last, error)
      || !add_cursor (self, HS_KIND_SHEET, first, last, error))
    return FALSE;
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (is_row (hs_kind ((HsKindId) i)) && !add_cursor (self, (HsKindId) i, first, last, error))
      return FALSE;
  return TRUE;
}

HsDossierReader *
hs_dossier_reader_new_part (HsStore *store, HsDay today, guint part, guint n_parts, GError **error)
{
  g_autoptr (HsDossierReader) self = g_new0 (HsDossierReader, 1);
  gint64 most = hs_store_scalar (store, "SELECT max(id) FROM agreement", 0);

  g_return_val_if_fail (part < n_parts, NULL);
  self->cursors = g_array_new (FALSE, FALSE, sizeof (Cursor));
  self->loader.store = store;
  /* The cursors come first: they hold the moment that everything else is read at. */
  if (!add_cursors (self, most * part / n_parts + 1,
                    part + 1 == n_parts ? G_MAXINT64 - 1 : most * (part + 1) / n_parts, error))
    return NULL;
  hs_loader_init (&self->loader, store, today);
  self->usage = hs_usage_new (store, error);
  return self->usage != NULL ? g_steal_pointer (&self) : NULL;
}

HsDossierReader *
hs_dossier_reader_new (HsStore *store, HsDay today, GError **error)
{
  return hs_dossier_reader_new_part (store, today, 0, 1, error);
}

void
hs_dossier_reader_free (HsDossierReader *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->cursors->len; i++)
    hs_store_give (self->loader.store, g_array_index (self->cursors, Cursor, i).statement);
  g_array_unref (self->cursors);
  g_clear_pointer (&self->usage, hs_usage_free);
  if (self->loader.lists != NULL)
    hs_loader_clear (&self->loader);
  g_free (self);
}

/* Moves all rows of @agreement under @cursor into @rows. */
static gboolean
take_rows (HsDossierReader *self, Cursor *cursor, gint64 agreement, GPtrArray *rows, GError **error)
{
  while (cursor->agreement < agreement)
    if (!advance (self, cursor, error))
      return FALSE;
  while (cursor->agreement == agreement)
    {
      g_ptr_array_add (rows, hs_store_read (cursor->statement, cursor->kind, 1));
      if (!advance (self, cursor, error))
        return FALSE;
    }
  hs_loader_sort (rows, cursor->order);
  return TRUE;
}

/* The newest sheet, as the agreement names it. */
static void
choose_sheet (HsDossier *dossier)
{
  gint64 wanted = hs_record_int (dossier->agreement, HS_AGREEMENT_SHEET);

  for (guint i = 0; i < dossier->sheets->len; i++)
    if (hs_record_id (g_ptr_array_index (dossier->sheets, i)) == wanted)
      {
        dossier->sheet = hs_record_ref (g_ptr_array_index (dossier->sheets, i));
        return;
      }
}

static gboolean
read_dossier (HsDossierReader *self, HsDossier *dossier, GError **error)
{
  gint64 id = hs_record_id (dossier->agreement);

  if (!take_rows (self, &g_array_index (self->cursors, Cursor, 1), id, dossier->sheets, error))
    return FALSE;
  choose_sheet (dossier);
  for (guint i = 2; i < self->cursors->len; i++)
    {
      Cursor *cursor = &g_array_index (self->cursors, Cursor, i);

      if (!take_rows (self, cursor, id, dossier->rows[cursor->kind], error))
        return FALSE;
    }
  hs_loader_fill (&self->loader, dossier);
  hs_loader_fill_facts (&self->loader, dossier, self->usage);
  if (self->loader.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->loader.error));
  return FALSE;
}

HsDossier *
hs_dossier_reader_next (HsDossierReader *self, GError **error)
{
  Cursor *agreements = &g_array_index (self->cursors, Cursor, 0);
  g_autoptr (HsDossier) dossier = NULL;

  if (agreements->agreement == G_MAXINT64)
    return NULL;
  dossier = hs_dossier_new ();
  dossier->agreement = hs_store_read (agreements->statement, HS_KIND_AGREEMENT, 1);
  if (!advance (self, agreements, error))
    return NULL;
  /* An agreement that does not name its sheet is rare: it is read by itself. */
  if (!hs_record_has (dossier->agreement, HS_AGREEMENT_SHEET))
    return hs_store_dossier (self->loader.store, hs_record_id (dossier->agreement), 0,
                             self->loader.today, error);
  return read_dossier (self, dossier, error) ? g_steal_pointer (&dossier) : NULL;
}
