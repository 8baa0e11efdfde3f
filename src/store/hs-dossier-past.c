/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as they were at an earlier revision: what is stored now, with every later change taken
 * back, newest first. Rows that were made later are not there; rows that were removed later are. */

#include "hs-dossier-private.h"
#include "hs-history.h"
#include "hs-query.h"

gboolean
hs_loader_go_back (HsLoader *self, HsRecord *record, gint64 revision)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (self->error != NULL)
    return FALSE;
  changes = hs_store_history (self->store, hs_record_kind_id (record), hs_record_id (record),
                              revision, &self->error);
  for (guint i = changes != NULL ? changes->len : 0; i > 0; i--)
    {
      const HsChange *change = g_ptr_array_index (changes, i - 1);

      if (change->field >= 0)
        hs_record_copy_field (record, change->before, (guint) change->field);
    }
  return changes != NULL;
}

GPtrArray *
hs_loader_list_at (HsLoader *self, HsKindId kind, guint field, gint64 id, gint64 revision)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  g_autoptr (HsQuery) query = hs_query_new (kind);
  g_autoptr (GPtrArray) all = NULL;

  hs_query_where_int (query, field, HS_OP_EQUAL, id);
  hs_query_include_removed (query);
  all = self->error == NULL ? hs_store_find (self->store, query, &self->error) : NULL;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      HsRecord *record = g_ptr_array_index (all, i);
      gboolean was_gone = hs_record_removed (record) != 0 && hs_record_removed (record) <= revision;

      if (hs_record_made (record) <= revision && !was_gone
          && hs_loader_go_back (self, record, revision))
        g_ptr_array_add (rows, hs_record_ref (record));
    }
  return rows;
}
