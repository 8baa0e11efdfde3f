/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing records in a way that can be brought back.
 *
 * A record goes with everything below it, by the parent fields; all get the same revision in
 * "removed", which is how bringing it back knows what went along. It is refused while a record that
 * stays still refers to one that would go. */

#include "hs-family.h"

#include <glib/gi18n.h>

/* Sets "removed" (0: brings back) and writes it down. */
static gboolean
mark (HsStore *self, const HsMember *member, gint64 before, gint64 after, GError **error)
{
  const HsKind *kind = hs_kind (member->kind);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE \"%s\" SET removed = nullif (?2, 0), changed = ?3 WHERE id = ?1", kind->name);
  sqlite3_stmt *statement = hs_store_take (self, sql, error);
  sqlite3_stmt *change = hs_store_common (self, HS_COMMON_CHANGE, error);
  gboolean done;

  if (statement == NULL || change == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, member->id);
  sqlite3_bind_int64 (statement, 2, after);
  sqlite3_bind_int64 (statement, 3, self->revision);
  done = hs_store_done (self, statement, error);
  hs_store_give (self, statement);
  sqlite3_clear_bindings (change);
  sqlite3_bind_int64 (change, 1, self->revision);
  sqlite3_bind_text (change, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (change, 3, member->id);
  sqlite3_bind_text (change, 4, "removed", -1, SQLITE_STATIC);
  if (before != 0)
    sqlite3_bind_int64 (change, 5, before);
  if (after != 0)
    sqlite3_bind_int64 (change, 6, after);
  return done && hs_store_done (self, change, error);
}

static gboolean
remove_all (HsStore *self, GArray *set, GError **error)
{
  for (guint i = 0; i < set->len; i++)
    {
      HsMember *member = &g_array_index (set, HsMember, i);

      if (!mark (self, member, 0, self->revision, error)
          || !hs_store_unindex (self, member->kind, member->id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
hs_store_remove (HsStore *self, HsRecord *record, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (HsRecord) stored = NULL;
  g_autoptr (GArray) set = NULL;

  g_return_val_if_fail (self->open, FALSE);
  stored = hs_store_get (self, kind->id, hs_record_id (record), error);
  if (stored == NULL || hs_record_removed (stored) != 0)
    return stored != NULL;
  if (kind->flags & HS_KIND_FLAG_APPEND)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("a %s is never changed, only added"),
                   hs_kind_label (kind));
      return FALSE;
    }
  set = hs_family (self, kind->id, hs_record_id (record), 0, error);
  if (set == NULL)
    return FALSE;
  for (guint i = 0; i < set->len; i++)
    if (!hs_family_check_not_needed (self, set, &g_array_index (set, HsMember, i), error))
      return FALSE;
  if (!hs_store_need_revision (self, error) || !remove_all (self, set, error))
    return FALSE;
  hs_record_set_identity (record, hs_record_id (record), hs_record_uid (stored),
                          hs_record_made (stored), self->revision, self->revision);
  return TRUE;
}

/* Refuses to bring back what would refer to something that is still removed. */
static gboolean
check_references (HsStore *self, GArray *set, const HsRecord *record, GError **error)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (HsRecord) other = NULL;
      g_autofree char *title = NULL;

      if (kind->fields[i].type != HS_TYPE_REF || !hs_record_has (record, i)
          || hs_family_contains (set, kind->fields[i].target, hs_record_int (record, i)))
        continue;
      other = hs_store_get (self, kind->fields[i].target, hs_record_int (record, i), error);
      if (other == NULL)
        return FALSE;
      if (hs_record_removed (other) == 0)
        continue;
      title = hs_record_title (other);
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   _ ("cannot bring it back: it needs %s %s, which was removed"),
                   hs_kind_label (hs_record_kind (other)), title);
      return FALSE;
    }
  return TRUE;
}

static gboolean
restore_member (HsStore *self, GArray *set, const HsMember *member, gint64 removed, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get (self, member->kind, member->id, error);

  return record != NULL && check_references (self, set, record, error)
         && mark (self, member, removed, 0, error) && hs_store_index (self, record, TRUE, error);
}

gboolean
hs_store_restore_record (HsStore *self, HsKindId kind, gint64 id, GError **error)
{
  g_autoptr (HsRecord) record = NULL;
  g_autoptr (GArray) set = NULL;
  gint64 removed;

  g_return_val_if_fail (self->open, FALSE);
  record = hs_store_get (self, kind, id, error);
  if (record == NULL)
    return FALSE;
  removed = hs_record_removed (record);
  if (removed == 0)
    return TRUE;
  set = hs_family (self, kind, id, removed, error);
  if (set == NULL || !hs_store_need_revision (self, error))
    return FALSE;
  for (guint i = 0; i < set->len; i++)
    if (!restore_member (self, set, &g_array_index (set, HsMember, i), removed, error))
      return FALSE;
  return TRUE;
}
