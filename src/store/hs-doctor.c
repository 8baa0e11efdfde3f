/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doctor: what SQLite can tell by itself, and the schema. SQLite's look at every page takes
 * about as long as all of the rest, so a second thread does it over a connection of its own. */

#include "hs-doctor-private.h"

#include <glib/gi18n.h>
#include <string.h>

void
hs_doctor_found (HsDoctor *self, const char *code, const char *uid, char *message)
{
  self->n_found++;
  if (self->func != NULL)
    self->func (code, uid, message, self->user_data);
  g_free (message);
}

gboolean
hs_doctor_rows (HsDoctor *self, const char *sql,
                void (*each) (HsDoctor *, sqlite3_stmt *, gpointer), gpointer data, GError **error)
{
  sqlite3_stmt *statement = hs_store_take (self->store, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    each (self, statement, data);
  /* A damaged page ends the reading; that is a finding, not a failure to look. */
  if ((result & 0xff) == SQLITE_CORRUPT)
    hs_doctor_found (self, "integrity", NULL, g_strdup (sqlite3_errmsg (self->store->db)));
  else if (result != SQLITE_DONE)
    hs_store_set_error (self->store->db, self->store->path, _ ("cannot read %s"), error);
  hs_store_give (self->store, statement);
  return result == SQLITE_DONE || (result & 0xff) == SQLITE_CORRUPT;
}

/* @lines: what SQLite said (element-type utf8); @error: why it could not look */
typedef struct
{
  HsStore *store;
  GPtrArray *lines;
  GError *error;
} Pages;

static void
collect_text (HsDoctor *self, sqlite3_stmt *row, gpointer lines)
{
  g_ptr_array_add (lines, g_strdup ((const char *) sqlite3_column_text (row, 0)));
}

static gpointer
look_at_pages (gpointer data)
{
  Pages *pages = data;
  HsDoctor doctor = { .store = pages->store };

  /* What ends the reading is a line of its own: SQLite says it first. */
  hs_doctor_rows (&doctor, "SELECT integrity_check FROM pragma_integrity_check", collect_text,
                  pages->lines, &pages->error);
  if (doctor.n_found > 0)
    g_ptr_array_add (pages->lines, g_strdup (sqlite3_errmsg (pages->store->db)));
  return NULL;
}

/* Notes what was seen. FALSE with @error when it could not look. */
static gboolean
note_pages (HsDoctor *self, Pages *pages, GError **error)
{
  for (guint i = 0; i < pages->lines->len; i++)
    {
      const char *line = g_ptr_array_index (pages->lines, i);

      if (g_strcmp0 (line, "ok") != 0)
        hs_doctor_found (self, "integrity", NULL,
                         g_strdup_printf (_ ("The file is damaged: %s"), line));
    }
  if (pages->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&pages->error));
  return FALSE;
}

static void
note_reference (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  const HsKind *kind = hs_kind_by_name ((const char *) sqlite3_column_text (row, 0));
  g_autofree char *uid =
      kind != NULL ? hs_store_uid (self->store, kind->id, sqlite3_column_int64 (row, 1)) : NULL;

  hs_doctor_found (self, "reference", uid,
                   g_strdup_printf (_ ("A row of %s refers to a row of %s that is not there."),
                                    (const char *) sqlite3_column_text (row, 0),
                                    (const char *) sqlite3_column_text (row, 2)));
}

/* Tables with their columns, indexes and triggers, one a line. */
static const char shape_sql[] =
    "SELECT m.type || ' ' || m.name || coalesce (' ' || c.name || ' ' || c.type || ' ' || "
    "c.\"notnull\", '') FROM sqlite_schema AS m "
    "LEFT JOIN pragma_table_info (m.name) AS c ON m.type = 'table' "
    "WHERE m.name NOT LIKE 'sqlite_%' ORDER BY 1";

static void
collect_line (HsDoctor *self, sqlite3_stmt *row, gpointer lines)
{
  g_hash_table_add (lines, g_strdup ((const char *) sqlite3_column_text (row, 0)));
}

/* The shape that a new file has. (transfer full) */
static GHashTable *
wanted_shape (void)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) schema = hs_store_schema ();
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_open (":memory:", &db) == SQLITE_OK
      && sqlite3_exec (db, g_bytes_get_data (schema, NULL), NULL, NULL, NULL) == SQLITE_OK
      && sqlite3_prepare_v2 (db, shape_sql, -1, &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      collect_line (NULL, statement, lines);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return lines;
}

/* Notes each line of @a that is not in @b. */
static void
note_missing (HsDoctor *self, GHashTable *a, GHashTable *b, const char *format)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (!g_hash_table_contains (b, line))
      hs_doctor_found (self, "schema", NULL, g_strdup_printf (format, (char *) line));
}

gboolean
hs_doctor_check_schema (HsDoctor *self, GError **error)
{
  g_autoptr (GHashTable) wanted = wanted_shape ();
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!hs_doctor_rows (self, shape_sql, collect_line, found, error))
    return FALSE;
  note_missing (self, wanted, found, _ ("The file lacks: %s"));
  note_missing (self, found, wanted,
                _ ("The file holds something that is not of this program: %s"));
  return TRUE;
}

/* All but the pages, as of one moment. */
static gboolean
look_at_rest (HsDoctor *self, GError **error)
{
  gboolean looked;

  if (!hs_doctor_check_indexes (self, error)
      || !hs_store_exec (self->store, "SAVEPOINT doctor", error))
    return FALSE;
  looked = hs_doctor_rows (self, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
                           note_reference, NULL, error)
           && hs_doctor_check_schema (self, error) && hs_doctor_check_content (self, error)
           && hs_doctor_check_search (self, error);
  hs_store_exec (self->store, "ROLLBACK TO doctor; RELEASE doctor", NULL);
  return looked;
}

int
hs_store_doctor (HsStore *self, HsDoctorFunc func, gpointer user_data, GError **error)
{
  HsDoctor doctor = { .store = self, .func = func, .user_data = user_data };
  /* Inside a transaction another connection would not see what this one sees. */
  HsStore *other = sqlite3_get_autocommit (self->db) ? hs_store_open_any (self->path, NULL) : NULL;
  Pages pages = { .store = other != NULL ? other : self,
                  .lines = g_ptr_array_new_with_free_func (g_free) };
  GThread *thread = other != NULL ? g_thread_new ("doctor", look_at_pages, &pages) : NULL;
  gboolean looked;

  if (thread == NULL)
    look_at_pages (&pages);
  looked = look_at_rest (&doctor, error);
  if (thread != NULL)
    g_thread_join (thread);
  looked = note_pages (&doctor, &pages, looked ? error : NULL) && looked;
  g_ptr_array_unref (pages.lines);
  g_clear_error (&pages.error);
  hs_store_close (other);
  return looked ? doctor.n_found : -1;
}
