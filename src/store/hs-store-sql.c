/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layer over SQLite: errors in our words, statements that are prepared once, and traces.
 *
 * HS_TRACE_SQL=1 prints each statement as it is prepared, HS_TRACE_SQL=explain its plan as well. */

#include "hs-store-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

/* Statements of queries differ by their conditions; more shapes than this are not kept. */
#define CACHE_MOST 256

static const char *const common_sql[HS_N_COMMONS] = {
  [HS_COMMON_CHANGE] = "INSERT INTO change (rev, kind, record, field, old, new) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [HS_COMMON_TEXT_GET] = "SELECT text FROM search_text WHERE id = ?1",
  [HS_COMMON_TEXT_SET] = "INSERT INTO search_text (id, text) VALUES (?1, ?2) "
                         "ON CONFLICT (id) DO UPDATE SET text = excluded.text",
  [HS_COMMON_TEXT_DROP] = "DELETE FROM search_text WHERE id = ?1",
  [HS_COMMON_PART_ADD] = "INSERT INTO search_part (rowid, text) VALUES (?1, ?2)",
  [HS_COMMON_PART_DROP] =
      "INSERT INTO search_part (search_part, rowid, text) VALUES ('delete', ?1, ?2)",
  [HS_COMMON_START_ADD] = "INSERT INTO search_start (rowid, text) VALUES (?1, ?2)",
  [HS_COMMON_START_DROP] =
      "INSERT INTO search_start (search_start, rowid, text) VALUES ('delete', ?1, ?2)",
};

HsError
hs_store_error_code (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HS_ERROR_BUSY;
    case SQLITE_FULL:
      return HS_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return HS_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return HS_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return HS_ERROR_FORMAT;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return HS_ERROR_INVALID;
    default:
      return HS_ERROR_IO;
    }
}

/* Why it failed, in words for people; NULL when SQLite says it best. */
static const char *
reason (HsError code)
{
  switch (code)
    {
    case HS_ERROR_BUSY:
      return _ ("another program is writing to it");
    case HS_ERROR_FULL:
      return _ ("the disk is full");
    case HS_ERROR_READ_ONLY:
      return _ ("the file or its folder cannot be written");
    case HS_ERROR_CORRUPT:
      return _ ("the file is damaged");
    case HS_ERROR_FORMAT:
      return _ ("it is not a database of this program");
    default:
      return NULL;
    }
}

void
hs_store_set_error (sqlite3 *db, const char *path, const char *doing, GError **error)
{
  /* SQLite keeps the system's reason for most failures, but not for those of a commit. */
  int last = errno;
  int kept = sqlite3_system_errno (db);
  int system = kept != 0 ? kept : last;
  HsError code = hs_store_error_code (sqlite3_extended_errcode (db));
  const char *why = reason (code);
  g_autofree char *failed = NULL;

  /* A full disk, a quota or a limit on the size of a file show themselves as errors of writing. */
  if (code == HS_ERROR_IO && (system == ENOSPC || system == EDQUOT || system == EFBIG))
    {
      code = HS_ERROR_FULL;
      why = reason (code);
    }
  failed = g_strdup_printf (doing, path);
  g_set_error (error, HS_ERROR, (int) code, "%s: %s", failed,
               why != NULL ? why : sqlite3_errmsg (db));
}

/* Asks for the plan of @sql and shows it. */
static void
show_plan (HsStore *self, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, explain, -1, &statement, NULL) != SQLITE_OK)
    return;
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", (const char *) sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  if (self->plan_func != NULL)
    self->plan_func (sql, plan->str, self->plan_data);
  else
    g_printerr ("%s", plan->str);
}

sqlite3_stmt *
hs_store_prepare (HsStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  const char *tail = NULL;

  if (self->trace)
    g_printerr ("%s\n", sql);
  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, &tail)
      != SQLITE_OK)
    {
      hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
      return NULL;
    }
  if (statement == NULL || tail[strspn (tail, " \n;")] != '\0')
    {
      sqlite3_finalize (statement);
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID, "not one statement: %s", sql);
      return NULL;
    }
  if (self->trace_plan || self->plan_func != NULL)
    show_plan (self, sql);
  return statement;
}

gboolean
hs_store_exec (HsStore *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  hs_store_set_error (self->db, self->path, _ ("cannot write to %s"), error);
  return FALSE;
}

gint64
hs_store_scalar (HsStore *self, const char *sql, gint64 otherwise)
{
  sqlite3_stmt *statement = hs_store_take (self, sql, NULL);
  gint64 value = otherwise;

  if (statement == NULL)
    return otherwise;
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    value = sqlite3_column_int64 (statement, 0);
  hs_store_give (self, statement);
  return value;
}

sqlite3_stmt *
hs_store_take (HsStore *self, const char *sql, GError **error)
{
  gpointer key, statement;

  if (!g_hash_table_steal_extended (self->cache, sql, &key, &statement))
    return hs_store_prepare (self, sql, error);
  g_free (key);
  return statement;
}

void
hs_store_give (HsStore *self, sqlite3_stmt *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_size (self->cache) >= CACHE_MOST)
    g_hash_table_remove_all (self->cache);
  /* When the same text is in use twice, the second copy goes. */
  g_hash_table_replace (self->cache, g_strdup (sqlite3_sql (statement)), statement);
}

/* SQL of the statements that every kind has. */
static char *
slot_sql (const HsKind *kind, HsSlot slot)
{
  g_autoptr (GString) sql = g_string_new (slot == HS_SLOT_INSERT ? "INSERT INTO " : "SELECT ");

  if (slot == HS_SLOT_INSERT)
    {
      hs_store_append_name (sql, kind->name);
      g_string_append (sql, " (uid, made, changed");
      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_string_append (sql, ", ");
          hs_store_append_name (sql, kind->fields[i].name);
        }
      g_string_append (sql, ") VALUES (?1, ?2, ?2");
      for (guint i = 0; i < kind->n_fields; i++)
        g_string_append_printf (sql, ", ?%u", i + 3);
      g_string_append (sql, ")");
      return g_string_free (g_steal_pointer (&sql), FALSE);
    }
  if (slot == HS_SLOT_UID)
    g_string_append (sql, "uid");
  else
    hs_store_append_columns (sql, kind, NULL);
  g_string_append (sql, " FROM ");
  hs_store_append_name (sql, kind->name);
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

sqlite3_stmt *
hs_store_slot (HsStore *self, HsKindId kind, HsSlot slot, GError **error)
{
  sqlite3_stmt **statement = &self->slots[kind][slot];

  if (*statement == NULL)
    {
      g_autofree char *sql = slot_sql (hs_kind (kind), slot);

      *statement = hs_store_prepare (self, sql, error);
    }
  return *statement;
}

sqlite3_stmt *
hs_store_common (HsStore *self, HsCommon common, GError **error)
{
  if (self->commons[common] == NULL)
    self->commons[common] = hs_store_prepare (self, common_sql[common], error);
  return self->commons[common];
}

gboolean
hs_store_done (HsStore *self, sqlite3_stmt *statement, GError **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    hs_store_set_error (self->db, self->path, _ ("cannot write to %s"), error);
  sqlite3_reset (statement);
  return done;
}
