/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of rows. A generation counter drops pages of a spec that is no longer shown. A change of
 * the number of rows is told as "all gone" and then "all new", with no rows in between: that costs
 * two reads, where one replacement of n rows by n rows asks for every row. */

#include "hs-paged-list.h"

#define PAGE 50
#define MOST_PAGES 16

typedef struct
{
  guint number;
  gboolean asked;
  GPtrArray *items; /* (element-type HsListItem) */
} Page;

struct _HsPagedList
{
  GObject parent_instance;

  HsContext *context;
  HsListSpec *spec;
  GCancellable *cancellable;
  guint generation;
  guint n_items;
  gboolean ready;
  gboolean other; /* the spec is another one than that of the pages */
  GQueue pages; /* of Page, the one used last first */
  gulong changed_handler;
};

static guint ready_signal;

static void model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsPagedList, hs_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

/* What goes to the worker and comes back. */
typedef struct
{
  guint generation;
  HsListSpec *spec;
  guint page;
  gboolean wants_count;
  gint64 count;
  guint n_rows;
  gint64 ids[PAGE];
  char *uids[PAGE];
  HsRowText rows[PAGE];
} Request;

static void
request_free (Request *request)
{
  for (guint i = 0; i < request->n_rows; i++)
    {
      g_free (request->uids[i]);
      hs_row_text_clear (&request->rows[i]);
    }
  hs_list_spec_free (request->spec);
  g_free (request);
}

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->items);
  g_free (page);
}

static void
request_read_page (HsStore *store, Request *request, HsQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  hs_query_window (query, (gint64) request->page * PAGE, PAGE);
  records = hs_store_find (store, query, error);
  for (guint i = 0; records != NULL && i < records->len && i < PAGE; i++)
    {
      HsRecord *record = g_ptr_array_index (records, i);
      request->ids[i] = hs_record_id (record);
      request->uids[i] = g_strdup (hs_record_uid (record));
      hs_present_row (store, record, &request->rows[i]);
      request->n_rows = i + 1;
    }
}

static gpointer
request_job (HsStore *store, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (HsQuery) query = NULL;

  if (store == NULL)
    return request;
  query = hs_list_spec_query (request->spec);
  if (request->wants_count)
    request->count = hs_store_count (store, query, error);
  else
    request_read_page (store, request, query, error);
  return request;
}

static void request_done (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask (HsPagedList *self, gboolean wants_count, guint page)
{
  Request *request = g_new0 (Request, 1);

  request->generation = self->generation;
  request->spec = hs_list_spec_copy (self->spec);
  request->page = page;
  request->wants_count = wants_count;
  hs_context_run (self->context, request_job, request, NULL, (GDestroyNotify) request_free,
                  self->cancellable, request_done, g_object_ref (self));
}

static Page *
find_page (HsPagedList *self, guint number)
{
  for (GList *l = self->pages.head; l != NULL; l = l->next)
    if (((Page *) l->data)->number == number)
      {
        g_queue_unlink (&self->pages, l);
        g_queue_push_head_link (&self->pages, l);
        return l->data;
      }
  return NULL;
}

static Page *
add_page (HsPagedList *self, guint number)
{
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < PAGE && number * PAGE + i < self->n_items; i++)
    g_ptr_array_add (page->items, hs_list_item_new (self->spec->kind, number * PAGE + i));
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > MOST_PAGES)
    page_free (g_queue_pop_tail (&self->pages));
  return page;
}

static void
forget_pages (HsPagedList *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
}

static void
take_count (HsPagedList *self, guint count)
{
  guint before = self->n_items;

  if (before == count && !self->other)
    {
      for (GList *l = self->pages.head; l != NULL; l = l->next)
        ask (self, FALSE, ((Page *) l->data)->number);
    }
  else
    {
      forget_pages (self);
      self->n_items = 0;
      if (before > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
      self->n_items = count;
      if (count > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, count);
    }
  self->other = FALSE;
  self->ready = TRUE;
  g_signal_emit (self, ready_signal, 0);
}

static void
take_page (HsPagedList *self, Request *request)
{
  Page *page = find_page (self, request->page);

  for (guint i = 0; page != NULL && i < page->items->len && i < request->n_rows; i++)
    hs_list_item_fill (g_ptr_array_index (page->items, i), request->ids[i], request->uids[i],
                       &request->rows[i]);
}

static void
request_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsPagedList) self = user_data;
  g_autoptr (GError) error = NULL;
  Request *request = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (request == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("list: %s", error->message);
      return;
    }
  if (request->generation == self->generation && self->spec != NULL)
    {
      if (request->wants_count)
        take_count (self, (guint) MIN (request->count, G_MAXINT));
      else
        take_page (self, request);
    }
  request_free (request);
}

void
hs_paged_list_refresh (HsPagedList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  self->ready = FALSE;
  if (self->spec != NULL)
    ask (self, TRUE, 0);
}

void
hs_paged_list_set_spec (HsPagedList *self, const HsListSpec *spec)
{
  guint before = self->n_items;

  g_clear_pointer (&self->spec, hs_list_spec_free);
  self->other = TRUE;
  if (spec != NULL)
    self->spec = hs_list_spec_copy (spec);
  if (spec == NULL && before > 0)
    {
      forget_pages (self);
      self->n_items = 0;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
    }
  hs_paged_list_refresh (self);
}

gboolean
hs_paged_list_is_ready (HsPagedList *self)
{
  return self->ready;
}

static GType
get_item_type (GListModel *model)
{
  return HS_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HS_PAGED_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HsPagedList *self = HS_PAGED_LIST (model);
  Page *page;

  if (position >= self->n_items)
    return NULL;
  page = find_page (self, position / PAGE);
  if (page == NULL)
    page = add_page (self, position / PAGE);
  if (!page->asked)
    {
      page->asked = TRUE;
      ask (self, FALSE, page->number);
    }
  return g_object_ref (g_ptr_array_index (page->items, position % PAGE));
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hs_paged_list_dispose (GObject *object)
{
  HsPagedList *self = HS_PAGED_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context != NULL)
    g_clear_signal_handler (&self->changed_handler, self->context);
  g_clear_object (&self->context);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  forget_pages (self);
  G_OBJECT_CLASS (hs_paged_list_parent_class)->dispose (object);
}

static void
hs_paged_list_class_init (HsPagedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_paged_list_dispose;
  ready_signal = g_signal_new ("ready", HS_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
hs_paged_list_init (HsPagedList *self)
{
  g_queue_init (&self->pages);
}

HsPagedList *
hs_paged_list_new (HsContext *context)
{
  HsPagedList *self = g_object_new (HS_TYPE_PAGED_LIST, NULL);

  self->context = g_object_ref (context);
  self->changed_handler = g_signal_connect_object (
      context, "changed", G_CALLBACK (hs_paged_list_refresh), self, G_CONNECT_SWAPPED);
  return self;
}
