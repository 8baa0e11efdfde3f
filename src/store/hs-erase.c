/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing for good; see hs-erase.h. Free pages are overwritten by PRAGMA secure_delete. */

#include "hs-erase.h"

#include "hs-family.h"

#include <glib/gi18n.h>

/* Runs @sql with two values; NULL leaves the second one out. */
static gboolean
run (HsStore *self, const char *sql, gint64 first, const char *second, GError **error)
{
  sqlite3_stmt *statement = hs_store_take (self, sql, error);
  gboolean done;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_TRANSIENT);
  done = hs_store_done (self, statement, error);
  hs_store_give (self, statement);
  return done;
}

/* Empties what refers to @member. Events and sign-offs only refer to what goes with them. */
static gboolean
empty_references (HsStore *self, const HsMember *member, GError **error)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind ((HsKindId) i);

      for (guint j = 0; j < kind->n_fields; j++)
        {
          g_autofree char *sql = NULL;

          if (kind->fields[j].type != HS_TYPE_REF || kind->fields[j].target != member->kind
              || (kind->flags & HS_KIND_FLAG_APPEND) || (kind->fields[j].flags & HS_FIELD_PARENT))
            continue;
          sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" = ?1", kind->name,
                                 kind->fields[j].name, kind->fields[j].name);
          if (!run (self, sql, member->id, NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Everything of one record but the tombstone. */
static gboolean
erase_member (HsStore *self, const HsMember *member, GError **error)
{
  const HsKind *kind = hs_kind (member->kind);
  g_autofree char *uid = hs_store_uid (self, member->kind, member->id);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", kind->name);

  return run (self, "INSERT INTO tombstone (rev, uid) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
              self->revision, uid, error)
         && hs_store_unindex (self, member->kind, member->id, error)
         && run (self, "DELETE FROM change WHERE record = ?1 AND kind = ?2", member->id, kind->name,
                 error)
         && (member->kind != HS_KIND_AGREEMENT
             || run (self, "DELETE FROM attachment WHERE agreement = ?1", member->id, NULL, error))
         && run (self, sql, member->id, NULL, error);
}

/* A reason is named by an event, which stays as it is: its row stays as well, without its text. */
static gboolean
erase_reason (HsStore *self, gint64 id, GError **error)
{
  return hs_store_need_revision (self, error)
         && run (self, "UPDATE reason SET text = NULL WHERE id = ?1", id, NULL, error)
         && run (self, "DELETE FROM change WHERE record = ?1 AND kind = ?2", id, "reason", error);
}

gboolean
hs_store_erase_anyway (HsStore *self, HsKindId kind, gint64 id, GError **error)
{
  g_autoptr (GArray) set = hs_family (self, kind, id, HS_FAMILY_ALL, error);

  if (set == NULL || !hs_store_need_revision (self, error)
      || !hs_store_exec (self, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = set->len; i-- > 0;)
    if (!empty_references (self, &g_array_index (set, HsMember, i), error)
        || !erase_member (self, &g_array_index (set, HsMember, i), error))
      return FALSE;
  return TRUE;
}

gboolean
hs_store_erase (HsStore *self, HsKindId kind, gint64 id, GError **error)
{
  g_autoptr (GArray) set = NULL;

  g_return_val_if_fail (hs_store_in_transaction (self), FALSE);
  if (kind == HS_KIND_REASON)
    return erase_reason (self, id, error);
  set = hs_family (self, kind, id, HS_FAMILY_ALL, error);
  for (guint i = 0; set != NULL && i < set->len; i++)
    if (!hs_family_check_not_needed (self, set, &g_array_index (set, HsMember, i), error))
      return FALSE;
  return set != NULL && hs_store_erase_anyway (self, kind, id, error);
}

gboolean
hs_store_erase_traces (HsStore *self, GError **error)
{
  sqlite3_stmt *checkpoint;
  gboolean busy;

  g_return_val_if_fail (!hs_store_in_transaction (self), FALSE);
  /* An index keeps what was deleted until its parts are merged. */
  if (!hs_store_exec (self,
                      "INSERT INTO search_part (search_part) VALUES ('optimize');"
                      "INSERT INTO search_start (search_start) VALUES ('optimize')",
                      error))
    return FALSE;
  checkpoint = hs_store_take (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  if (checkpoint == NULL)
    return FALSE;
  busy = sqlite3_step (checkpoint) != SQLITE_ROW || sqlite3_column_int (checkpoint, 0) != 0;
  hs_store_give (self, checkpoint);
  if (busy)
    g_set_error (error, HS_ERROR, HS_ERROR_BUSY,
                 _ ("cannot empty the log of %s: another program reads it"), self->path);
  return !busy;
}

gboolean
hs_store_is_erased (HsStore *self, const char *uid)
{
  sqlite3_stmt *statement = hs_store_take (self, "SELECT 1 FROM tombstone WHERE uid = ?1", NULL);
  gboolean erased;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, uid, -1, SQLITE_TRANSIENT);
  erased = sqlite3_step (statement) == SQLITE_ROW;
  hs_store_give (self, statement);
  return erased;
}
