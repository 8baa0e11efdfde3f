/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting the catalogue into a file, without touching what a school has changed. */

#include "hs-catalogue.h"

#include "hs-defaults.h"
#include "hs-query.h"

/* A record of the file with the same natural key. (transfer full) (nullable) */
static gboolean
find_same (HsStore *store, const HsRecord *record, HsRecord **same, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (HsQuery) query = hs_query_new (kind->id);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & HS_FIELD_KEY) || !hs_record_has (record, i))
        continue;
      if (kind->fields[i].type == HS_TYPE_TEXT)
        hs_query_where_text (query, i, HS_OP_EQUAL, hs_record_text (record, i));
      else
        hs_query_where_int (query, i, HS_OP_EQUAL, hs_record_int (record, i));
    }
  /* The code of a default row is only told apart by theme and kind of row. */
  if (kind->id == HS_KIND_DEFAULT)
    {
      hs_query_where_int (query, HS_DEFAULT_THEME, HS_OP_EQUAL,
                          hs_record_int (record, HS_DEFAULT_THEME));
      hs_query_where_int (query, HS_DEFAULT_KIND, HS_OP_EQUAL,
                          hs_record_int (record, HS_DEFAULT_KIND));
      hs_query_where_int (query, HS_DEFAULT_SCHOOL, HS_OP_EMPTY, 0);
    }
  /* What a school removed does not come back. */
  hs_query_include_removed (query);
  hs_query_window (query, 0, 1);
  found = hs_store_find (store, query, error);
  if (found == NULL)
    return FALSE;
  *same = found->len > 0 ? hs_record_ref (g_ptr_array_index (found, 0)) : NULL;
  return TRUE;
}

/* A reference in the catalogue is the place of a record in it, plus 1. */
static void
settle_references (HsRecord *record, GPtrArray *records)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HS_TYPE_REF && hs_record_has (record, i))
      hs_record_set_int (record, i,
                         hs_record_id (g_ptr_array_index (records, hs_record_int (record, i) - 1)));
}

gboolean
hs_store_load_catalogue (HsStore *store, guint *added, GError **error)
{
  g_autoptr (GPtrArray) records = hs_defaults_catalogue (error);

  if (added != NULL)
    *added = 0;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HsRecord *record = g_ptr_array_index (records, i);
      g_autoptr (HsRecord) same = NULL;

      settle_references (record, records);
      if (!find_same (store, record, &same, error))
        return FALSE;
      if (same != NULL)
        hs_record_set_identity (record, hs_record_id (same), hs_record_uid (same),
                                hs_record_made (same), hs_record_changed (same),
                                hs_record_removed (same));
      else if (!hs_store_save (store, record, error))
        return FALSE;
      else if (added != NULL)
        ++*added;
    }
  return records != NULL;
}

GHashTable *
hs_store_settings (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_SETTING);
  g_autoptr (GPtrArray) rows = hs_store_find (store, query, error);
  GHashTable *settings;

  if (rows == NULL)
    return NULL;
  settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_SETTING_NAME) && hs_record_has (row, HS_SETTING_VALUE))
        g_hash_table_insert (settings, g_strdup (hs_record_text (row, HS_SETTING_NAME)),
                             g_strdup (hs_record_text (row, HS_SETTING_VALUE)));
    }
  return settings;
}
