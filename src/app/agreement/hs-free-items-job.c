/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads when items are taken. */

#include "hs-free-items-job.h"

#include "hs-present.h"
#include "hs-query.h"
#include "hs-usage.h"

static void
item_free (gpointer data)
{
  HsFreeItem *item = data;

  g_free (item->title);
  g_free (item->state);
  g_array_unref (item->busy);
  g_free (item);
}

/* The days on which others together take all of the item: a day is full or it is not. */
static void
add_busy (HsFreeItem *item, const HsUsage *usage, const HsFreeItemsAsk *ask)
{
  HsBusySpan open = { 0 };

  for (HsDay day = ask->from; item->limit >= 0 && day <= ask->to; day++)
    {
      gboolean full =
          day < ask->to
          && hs_usage_peak (usage, HS_USE_ITEM, item->item, day, day + 1, ask->agreement)
                 >= item->limit;
      if (full && open.to == 0)
        open.from = day;
      if (full)
        open.to = day + 1;
      if (full || open.to == 0)
        continue;
      g_array_append_val (item->busy, open);
      open.to = 0;
    }
}

static HsFreeItem *
read_item (HsStore *store, const HsRecord *record, const HsUsage *usage, const HsFreeItemsAsk *ask)
{
  HsFreeItem *item = g_new0 (HsFreeItem, 1);

  item->item = hs_record_id (record);
  item->title = hs_present_title (store, record);
  item->state = hs_record_format (record, HS_ITEM_STATE);
  item->limit = hs_usage_item_limit (record);
  item->busy = g_array_new (FALSE, FALSE, sizeof (HsBusySpan));
  add_busy (item, usage, ask);
  return item;
}

/* What others use of @records in the period. NULL on error. */
static HsUsage *
read_usage (HsStore *store, const HsFreeItemsAsk *ask, GPtrArray *records, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_store_get (store, HS_KIND_AGREEMENT, ask->agreement, error);
  g_autoptr (HsRecord) sheet =
      agreement == NULL ? NULL
                        : hs_store_get (store, HS_KIND_SHEET,
                                        hs_record_int (agreement, HS_AGREEMENT_SHEET), error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) students = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = hs_record_id (g_ptr_array_index (records, i));
      g_array_append_val (items, id);
    }
  return sheet == NULL ? NULL
                       : hs_usage_new_around (store, agreement, sheet, items, students, error);
}

static gpointer
free_items_job (HsStore *store, gpointer data, GError **error)
{
  const HsFreeItemsAsk *ask = data;
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ITEM);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (HsUsage) usage = NULL;
  GPtrArray *items;

  hs_query_where_int (query, HS_ITEM_TECHNOLOGY, HS_OP_EQUAL, ask->technology);
  hs_query_where_int (query, HS_ITEM_LOCATION, HS_OP_EQUAL, ask->location);
  records = hs_store_find (store, query, error);
  usage = records == NULL ? NULL : read_usage (store, ask, records, error);
  if (usage == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, read_item (store, g_ptr_array_index (records, i), usage, ask));
  return items;
}

void
hs_free_items_async (HsContext *context, const HsFreeItemsAsk *ask, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  hs_context_run (context, free_items_job, g_memdup2 (ask, sizeof *ask), g_free,
                  (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

GPtrArray *
hs_free_items_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
