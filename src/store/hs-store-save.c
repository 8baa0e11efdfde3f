/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving records, and the history of their fields.
 *
 * A new record leaves no rows in "change": that it was made, and by whom, is in its revision. Every
 * field that changes later leaves one. Together they give back what a record was at any revision,
 * and what somebody else changed since a record was read. */

#include "hs-erase.h"
#include "hs-store-private.h"

#include <glib/gi18n.h>

gboolean
hs_store_note_change (HsStore *self, const HsRecord *old, const HsRecord *new, guint field,
                      GError **error)
{
  sqlite3_stmt *statement = hs_store_common (self, HS_COMMON_CHANGE, error);
  const HsKind *kind = hs_record_kind (new);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->revision);
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, hs_record_id (new));
  sqlite3_bind_text (statement, 4, kind->fields[field].name, -1, SQLITE_STATIC);
  hs_store_bind_field (statement, 5, old, field);
  hs_store_bind_field (statement, 6, new, field);
  return hs_store_done (self, statement, error);
}

/* "cannot save NAME: …" for a constraint that does not hold, else why the file failed. */
static void
set_save_error (HsStore *self, const HsRecord *record, GError **error)
{
  g_autofree char *title = hs_record_title (record);

  if ((sqlite3_errcode (self->db) & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("cannot save %s: %s"), title,
                 sqlite3_errmsg (self->db));
  else
    hs_store_set_error (self->db, self->path, _ ("cannot write to %s"), error);
}

/* What was erased for good never comes back, not with a file and not from another device. A uid
 * that is made here is new, so that only one that was given can be an erased one. */
static gboolean
refuse_erased (HsStore *self, const HsRecord *record, GError **error)
{
  g_autofree char *title = NULL;

  if (hs_record_uid (record) == NULL || !hs_store_is_erased (self, hs_record_uid (record)))
    return FALSE;
  title = hs_record_title (record);
  g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("cannot save %s: it was erased for good"),
               title);
  return TRUE;
}

static gboolean
insert (HsStore *self, HsRecord *record, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  sqlite3_stmt *statement = hs_store_slot (self, kind->id, HS_SLOT_INSERT, error);
  g_autofree char *uid = NULL;
  gboolean done;

  if (statement == NULL)
    return FALSE;
  uid = hs_record_uid (record) != NULL ? g_strdup (hs_record_uid (record))
                                       : hs_store_new_uid (self, kind, error);
  if (uid == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, uid, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, self->revision);
  for (guint i = 0; i < kind->n_fields; i++)
    hs_store_bind_field (statement, (int) i + 3, record, i);
  done = sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    set_save_error (self, record, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (done)
    hs_record_set_identity (record, sqlite3_last_insert_rowid (self->db), uid, self->revision,
                            self->revision, 0);
  return done;
}

/* The value that @field of @record had when it was read at its revision: the old value of the
 * first change after that. FALSE when nobody changed it since. */
static gboolean
value_when_read (HsStore *self, const HsRecord *record, guint field, HsRecord *base)
{
  const HsKind *kind = hs_record_kind (record);
  sqlite3_stmt *statement = hs_store_take (
      self,
      "SELECT old FROM change WHERE kind = ?1 AND record = ?2 AND field = ?3 AND rev > ?4 "
      "ORDER BY rev, rowid LIMIT 1",
      NULL);
  gboolean changed = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, hs_record_id (record));
  sqlite3_bind_text (statement, 3, kind->fields[field].name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, hs_record_changed (record));
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      hs_store_read_field (base, field, statement, 0);
      changed = TRUE;
    }
  hs_store_give (self, statement);
  return changed;
}

/* Brings together what @record and others changed since it was read: what only others changed is
 * taken over into @record; what both changed differently is refused. */
static gboolean
merge (HsStore *self, HsRecord *record, const HsRecord *stored, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (HsRecord) base = hs_record_new (kind->id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (hs_record_same (record, stored, i) || !value_when_read (self, record, i, base))
        continue;
      if (!hs_record_same (record, base, i))
        {
          g_autofree char *title = hs_record_title (record);

          g_set_error (error, HS_ERROR, HS_ERROR_STALE,
                       _ ("cannot save %s: somebody else changed \"%s\" in the meantime"), title,
                       hs_field_label (kind, i));
          return FALSE;
        }
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (!hs_record_same (record, stored, i) && value_when_read (self, record, i, base))
      hs_record_copy_field (record, stored, i);
  return TRUE;
}

/* UPDATE of the fields in the bit mask @which. (transfer full) */
static char *
update_sql (const HsKind *kind, guint64 which)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE ");

  hs_store_append_name (sql, kind->name);
  g_string_append (sql, " SET changed = ?1");
  for (guint i = 0; i < kind->n_fields; i++)
    if (which >> i & 1)
      g_string_append_printf (sql, ", \"%s\" = ?%u", kind->fields[i].name, i + 3);
  g_string_append (sql, " WHERE id = ?2");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
run_update (HsStore *self, const HsRecord *record, guint64 which, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  g_autofree char *sql = update_sql (kind, which);
  sqlite3_stmt *statement = hs_store_take (self, sql, error);
  gboolean done;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->revision);
  sqlite3_bind_int64 (statement, 2, hs_record_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    if (which >> i & 1)
      hs_store_bind_field (statement, (int) i + 3, record, i);
  done = sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    set_save_error (self, record, error);
  hs_store_give (self, statement);
  return done;
}

/* A bit for each field that differs. */
static guint64
differences (const HsRecord *a, const HsRecord *b)
{
  guint64 which = 0;

  for (guint i = 0; i < hs_record_kind (a)->n_fields; i++)
    if (!hs_record_same (a, b, i))
      which |= G_GUINT64_CONSTANT (1) << i;
  return which;
}

static gboolean
update (HsStore *self, HsRecord *record, const HsRecord *stored, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  guint64 which = differences (record, stored);

  if (which == 0)
    {
      hs_record_set_identity (record, hs_record_id (record), hs_record_uid (stored),
                              hs_record_made (stored), hs_record_changed (stored), 0);
      return TRUE;
    }
  if (kind->flags & HS_KIND_FLAG_APPEND)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("a %s is never changed, only added"),
                   hs_kind_label (kind));
      return FALSE;
    }
  if (!hs_store_need_revision (self, error) || !run_update (self, record, which, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((which >> i & 1) && !hs_store_note_change (self, stored, record, i, error))
      return FALSE;
  hs_record_set_identity (record, hs_record_id (record), hs_record_uid (stored),
                          hs_record_made (stored), self->revision, 0);
  return hs_store_index (self, record, FALSE, error);
}

gboolean
hs_store_save (HsStore *self, HsRecord *record, GError **error)
{
  g_autoptr (HsRecord) stored = NULL;

  g_return_val_if_fail (self->open, FALSE);
  if (hs_record_id (record) == 0)
    return !refuse_erased (self, record, error) && hs_store_need_revision (self, error)
           && insert (self, record, error) && hs_store_index (self, record, TRUE, error);
  stored = hs_store_get (self, hs_record_kind_id (record), hs_record_id (record), error);
  if (stored == NULL)
    return FALSE;
  if (hs_record_removed (stored) != 0)
    {
      g_autofree char *title = hs_record_title (stored);

      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("cannot save %s: it was removed"),
                   title);
      return FALSE;
    }
  if (hs_record_changed (stored) > hs_record_changed (record)
      && !merge (self, record, stored, error))
    return FALSE;
  return update (self, record, stored, error);
}
