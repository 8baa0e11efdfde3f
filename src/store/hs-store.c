/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store: its life and its transactions. */

#include "hs-file-place.h"
#include "hs-store-private.h"

#include <glib/gi18n.h>

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* HS_TRACE_SQL; see hs-store-sql.c. */
static void
read_trace (HsStore *self)
{
  const char *trace = g_getenv ("HS_TRACE_SQL");

  self->trace = trace != NULL && *trace != '\0';
  self->trace_plan = g_strcmp0 (trace, "explain") == 0;
}

static HsStore *
open_store (const char *path, HsStoreFlags flags, gboolean as_it_is, GError **error)
{
  g_autoptr (HsStore) self = g_new0 (HsStore, 1);

  self->path = g_strdup (path);
  self->clock = hs_clock_default ();
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->as_it_is = as_it_is;
  read_trace (self);
  if (!hs_store_connect (self, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}

HsStore *
hs_store_open (const char *path, HsStoreFlags flags, GError **error)
{
  if (!hs_file_place_check (path, error))
    return NULL;
  return open_store (path, flags, FALSE, error);
}

HsStore *
hs_store_open_any (const char *path, GError **error)
{
  return open_store (path, HS_STORE_READ_ONLY, TRUE, error);
}

static void
drop_statements (HsStore *self)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    for (guint j = 0; j < HS_N_SLOTS; j++)
      g_clear_pointer (&self->slots[i][j], finalize_statement);
  for (guint i = 0; i < HS_N_COMMONS; i++)
    g_clear_pointer (&self->commons[i], finalize_statement);
  g_hash_table_remove_all (self->cache);
}

void
hs_store_close (HsStore *self)
{
  if (self == NULL)
    return;
  if (self->open)
    hs_store_rollback (self);
  drop_statements (self);
  g_hash_table_unref (self->cache);
  hs_order_free (self->order);
  hs_actor_free (self->viewer);
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self);
}

const char *
hs_store_path (HsStore *self)
{
  return self->path;
}

gboolean
hs_store_is_read_only (HsStore *self)
{
  return self->read_only;
}

void
hs_store_set_clock (HsStore *self, HsClock clock)
{
  self->clock = clock;
}

const HsClock *
hs_store_clock (HsStore *self)
{
  return &self->clock;
}

void
hs_store_seed_uids (HsStore *self, guint64 seed)
{
  self->seeded = TRUE;
  self->seed = seed;
}

gboolean
hs_store_in_transaction (HsStore *self)
{
  return self->open;
}

/* Forgets who the transaction was of. */
static void
end_transaction (HsStore *self)
{
  self->open = FALSE;
  self->revision_written = FALSE;
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->what, g_free);
}

gboolean
hs_store_begin (HsStore *self, const HsActor *actor, const char *what, GError **error)
{
  g_return_val_if_fail (!self->open, FALSE);
  if (self->read_only)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
                   _ ("cannot write to %s: the file or its folder cannot be written"), self->path);
      return FALSE;
    }
  if (!hs_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->open = TRUE;
  self->revision = hs_store_scalar (self, "SELECT max(rev) FROM revision", 0) + 1;
  self->actor = actor != NULL ? g_strdup (actor->uid) : NULL;
  self->what = g_strdup (what);
  return TRUE;
}

gboolean
hs_store_commit (HsStore *self, GError **error)
{
  g_return_val_if_fail (self->open, FALSE);
  if (!hs_store_exec (self, "COMMIT", error))
    {
      hs_store_rollback (self);
      return FALSE;
    }
  end_transaction (self);
  return TRUE;
}

void
hs_store_rollback (HsStore *self)
{
  if (!self->open)
    return;
  /* After a full disk SQLite may have rolled back already. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  end_transaction (self);
}

gint64
hs_store_revision (HsStore *self)
{
  return self->open ? self->revision : hs_store_scalar (self, "SELECT max(rev) FROM revision", 0);
}

/* The device's own count of its revisions, for merging: 0 without a device. */
static gint64
next_counter (HsStore *self, const char *device)
{
  sqlite3_stmt *statement;
  gint64 counter = 0;

  if (device == NULL)
    return 0;
  statement = hs_store_take (
      self, "SELECT counter FROM revision WHERE device = ?1 ORDER BY rev DESC LIMIT 1", NULL);
  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, device, -1, SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW)
    counter = sqlite3_column_int64 (statement, 0);
  hs_store_give (self, statement);
  return counter + 1;
}

gboolean
hs_store_need_revision (HsStore *self, GError **error)
{
  g_autofree char *device = NULL;
  sqlite3_stmt *statement;
  char at[32];

  g_return_val_if_fail (self->open, FALSE);
  if (self->revision_written)
    return TRUE;
  device = hs_store_fact (self, "device");
  statement = hs_store_take (self,
                             "INSERT INTO revision (rev, at, actor, what, device, counter) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, 0))",
                             error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->revision);
  sqlite3_bind_text (statement, 2, hs_moment_to_iso (hs_clock_now (&self->clock), at), -1,
                     SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, self->actor, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 4, self->what, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 5, device, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 6, next_counter (self, device));
  self->revision_written = hs_store_done (self, statement, error);
  hs_store_give (self, statement);
  return self->revision_written;
}
