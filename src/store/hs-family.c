/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Families of records, and who still needs a member of one. */

#include "hs-family.h"

#include <glib/gi18n.h>

gboolean
hs_family_contains (GArray *set, HsKindId kind, gint64 id)
{
  for (guint i = 0; i < set->len; i++)
    if (g_array_index (set, HsMember, i).kind == kind && g_array_index (set, HsMember, i).id == id)
      return TRUE;
  return FALSE;
}

/* A statement for the records of @kind whose @field is @id; for @removed see hs_family. */
static sqlite3_stmt *
find_referring (HsStore *self, const HsKind *kind, guint field, gint64 id, gint64 removed,
                GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 AND (?2 < 0 OR "
                                          "removed IS nullif (?2, 0)) ORDER BY id",
                                          kind->name, kind->fields[field].name);
  sqlite3_stmt *statement = hs_store_take (self, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, removed);
  return statement;
}

/* Adds the children of member @at. */
static gboolean
add_children (HsStore *self, GArray *set, guint at, gint64 removed, GError **error)
{
  HsMember parent = g_array_index (set, HsMember, at);

  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind ((HsKindId) i);
      int field = hs_kind_parent_field (kind);
      sqlite3_stmt *statement;

      if (field < 0 || kind->fields[field].target != parent.kind)
        continue;
      statement = find_referring (self, kind, (guint) field, parent.id, removed, error);
      if (statement == NULL)
        return FALSE;
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          HsMember child = { kind->id, sqlite3_column_int64 (statement, 0) };

          g_array_append_val (set, child);
        }
      hs_store_give (self, statement);
    }
  return TRUE;
}

GArray *
hs_family (HsStore *self, HsKindId kind, gint64 id, gint64 removed, GError **error)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (HsMember));
  HsMember first = { kind, id };

  g_array_append_val (set, first);
  for (guint i = 0; i < set->len; i++)
    if (!add_children (self, set, i, removed, error))
      return NULL;
  return g_steal_pointer (&set);
}

static gboolean
refuse (HsStore *self, const HsKind *kind, gint64 id, const HsMember *member, GError **error)
{
  g_autoptr (HsRecord) needing = hs_store_get (self, kind->id, id, NULL);
  g_autoptr (HsRecord) needed = hs_store_get (self, member->kind, member->id, NULL);
  g_autofree char *by = needing != NULL ? hs_record_title (needing) : NULL;
  g_autofree char *what = needed != NULL ? hs_record_title (needed) : NULL;

  g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("cannot remove %s: %s %s (%s) needs it"), what,
               hs_kind_label (kind), by, needing != NULL ? hs_record_uid (needing) : "");
  return FALSE;
}

/* Refuses when a record outside @set refers by @field to @member. */
static gboolean
check_field (HsStore *self, GArray *set, const HsMember *member, const HsKind *kind, guint field,
             GError **error)
{
  sqlite3_stmt *statement = find_referring (self, kind, field, member->id, 0, error);
  gint64 by = 0;

  if (statement == NULL)
    return FALSE;
  while (by == 0 && sqlite3_step (statement) == SQLITE_ROW)
    if (!hs_family_contains (set, kind->id, sqlite3_column_int64 (statement, 0)))
      by = sqlite3_column_int64 (statement, 0);
  hs_store_give (self, statement);
  return by == 0 || refuse (self, kind, by, member, error);
}

gboolean
hs_family_check_not_needed (HsStore *self, GArray *set, const HsMember *member, GError **error)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind ((HsKindId) i);

      for (guint j = 0; j < kind->n_fields; j++)
        if (kind->fields[j].type == HS_TYPE_REF && kind->fields[j].target == member->kind
            && !check_field (self, set, member, kind, j, error))
          return FALSE;
    }
  return TRUE;
}
