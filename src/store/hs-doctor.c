/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doctor: what SQLite can tell by itself, and the schema. */

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

static void
note_integrity (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  const char *line = (const char *) sqlite3_column_text (row, 0);

  if (g_strcmp0 (line, "ok") != 0)
    hs_doctor_found (self, "integrity", NULL,
                     g_strdup_printf (_ ("The file is damaged: %s"), line));
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

int
hs_store_doctor (HsStore *self, HsDoctorFunc func, gpointer user_data, GError **error)
{
  HsDoctor doctor = { .store = self, .func = func, .user_data = user_data };
  gboolean looked;

  if (!hs_doctor_check_indexes (&doctor, error))
    return -1;
  /* All of the rest as of one moment. */
  if (!hs_store_exec (self, "SAVEPOINT doctor", error))
    return -1;
  looked =
      hs_doctor_rows (&doctor, "SELECT integrity_check FROM pragma_integrity_check", note_integrity,
                      NULL, error)
      && hs_doctor_rows (&doctor, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
                         note_reference, NULL, error)
      && hs_doctor_check_schema (&doctor, error) && hs_doctor_check_content (&doctor, error)
      && hs_doctor_check_search (&doctor, error);
  hs_store_exec (self, "ROLLBACK TO doctor; RELEASE doctor", NULL);
  return looked ? doctor.n_found : -1;
}
