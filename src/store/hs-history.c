/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a record out of the tables revision and change. */

#include "hs-history.h"

#include "hs-date.h"
#include "hs-store-private.h"

#include <glib/gi18n.h>

void
hs_change_free (HsChange *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->what);
  hs_record_unref (self->before);
  hs_record_unref (self->after);
  g_free (self);
}

/* The change in the current row; NULL for a field that this version does not know. */
static HsChange *
read_change (sqlite3_stmt *row, const HsKind *kind)
{
  g_autoptr (HsChange) change = g_new0 (HsChange, 1);
  const char *field = (const char *) sqlite3_column_text (row, 4);

  change->revision = sqlite3_column_int64 (row, 0);
  hs_moment_parse_iso ((const char *) sqlite3_column_text (row, 1), &change->at);
  change->actor = g_strdup ((const char *) sqlite3_column_text (row, 2));
  change->what = g_strdup ((const char *) sqlite3_column_text (row, 3));
  if (field == NULL)
    change->field = HS_CHANGE_MADE;
  else if (g_str_equal (field, "removed"))
    change->field =
        sqlite3_column_type (row, 6) == SQLITE_NULL ? HS_CHANGE_RESTORED : HS_CHANGE_REMOVED;
  else
    {
      change->field = hs_kind_find_field (kind, field);
      if (change->field < 0)
        return NULL;
      change->before = hs_record_new (kind->id);
      change->after = hs_record_new (kind->id);
      hs_store_read_field (change->before, (guint) change->field, row, 5);
      hs_store_read_field (change->after, (guint) change->field, row, 6);
    }
  return g_steal_pointer (&change);
}

GPtrArray *
hs_store_history (HsStore *self, HsKindId kind, gint64 id, gint64 since, GError **error)
{
  const HsKind *description = hs_kind (kind);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_change_free);
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.rev, r.at, r.actor, r.what, NULL, NULL, NULL, 0 FROM \"%s\" AS t "
      "JOIN revision AS r ON r.rev = t.made WHERE t.id = ?1 AND t.made > ?2 "
      "UNION ALL SELECT r.rev, r.at, r.actor, r.what, c.field, c.old, c.new, c.rowid "
      "FROM change AS c JOIN revision AS r ON r.rev = c.rev "
      "WHERE c.kind = ?3 AND c.record = ?1 AND c.rev > ?2 ORDER BY 1, 8",
      description->name);
  sqlite3_stmt *statement = hs_store_take (self, sql, error);
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, since);
  sqlite3_bind_text (statement, 3, description->name, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      HsChange *change = read_change (statement, description);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  hs_store_give (self, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&changes) : NULL;
}

gint64
hs_store_revision_at (HsStore *self, gint64 moment)
{
  char iso[32];
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (max (rev), 0) FROM revision WHERE at <= '%s'",
                       hs_moment_to_iso (moment, iso));

  return hs_store_scalar (self, sql, 0);
}
