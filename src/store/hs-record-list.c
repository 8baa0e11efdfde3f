/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paged list; see hs-record-list.h.
 *
 * A list view that is told of n items replaced by n others reads them all (measured: 1 s for
 * 200,000). So a new content is told as two changes, to nothing and then to all of it, with no
 * items in between. A small change, one row more or less, is told as it is, so that the view keeps
 * its place. */

#include "hs-record-list.h"

#include "hs-query-private.h"
#include "hs-row-private.h"

#include <string.h>

#define PAGE 64
/* Pages that are kept although nobody shows their rows. */
#define PAGES_MOST 24
/* Changed stretches up to this length are told as they are. */
#define SMALL_CHANGE 256

struct _HsRecordList
{
  GObject parent_instance;

  HsStoreWorker *worker;
  gulong changed;
  HsKindId kind;
  guint64 titles; /* a bit for each reference whose title is read */
  HsQuery *query;
  GCancellable *cancellable; /* of the query that is under way */
  gboolean busy;

  guint generation; /* rises with each new content: late pages are dropped */
  GArray *ids; /* of all records, in order */
  GHashTable *pages; /* number → GPtrArray of HsRow */
  GQueue recent; /* page numbers, the last used in front */
};

enum
{
  PROP_BUSY = 1,
  N_PROPERTIES
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsRecordList, hs_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_busy (HsRecordList *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* What a job for a page needs. */
typedef struct
{
  HsRecordList *list; /* main thread only */
  guint generation;
  guint page;
  HsKindId kind;
  guint64 titles;
  guint n;
  gint64 ids[PAGE];
} PageJob;

static void
free_page_job (PageJob *job)
{
  g_object_unref (job->list);
  g_free (job);
}

static gpointer
read_page (HsStore *store, HsStoreJob *job, gpointer data, GError **error)
{
  PageJob *page = data;

  return hs_page_read (store, page->kind, page->ids, page->n, page->titles, error);
}

/* Puts what was read into the rows of the page. */
static void
fill_page (GPtrArray *rows, GArray *read)
{
  for (guint i = 0; i < read->len; i++)
    {
      HsPageRow *found = &g_array_index (read, HsPageRow, i);

      for (guint j = 0; j < rows->len; j++)
        if (hs_row_id (g_ptr_array_index (rows, j)) == hs_record_id (found->record))
          hs_row_fill (g_ptr_array_index (rows, j), found->record,
                       g_steal_pointer (&found->titles));
    }
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer data)
{
  PageJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) read = hs_store_worker_run_finish (job->list->worker, result, &error);
  GPtrArray *rows = g_hash_table_lookup (job->list->pages, GUINT_TO_POINTER (job->page));

  if (error != NULL)
    g_signal_emit (job->list, signals[SIGNAL_FAILED], 0, error);
  else if (job->generation == job->list->generation && rows != NULL)
    fill_page (rows, read);
  free_page_job (job);
}

static void
ask_for_page (HsRecordList *self, guint page)
{
  PageJob *job = g_new0 (PageJob, 1);
  guint first = page * PAGE;

  job->list = g_object_ref (self);
  job->generation = self->generation;
  job->page = page;
  job->kind = self->kind;
  job->titles = self->titles;
  job->n = MIN (PAGE, self->ids->len - first);
  memcpy (job->ids, &g_array_index (self->ids, gint64, first), job->n * sizeof (gint64));
  hs_store_worker_run_async (self->worker, read_page, job, NULL, (GDestroyNotify) g_array_unref,
                             NULL, NULL, NULL, on_page, job);
}

/* Whether somebody outside holds a row of the page: then it has to stay the same object. */
static gboolean
is_shown (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_atomic_int_get (&G_OBJECT (g_ptr_array_index (rows, i))->ref_count) > 1)
      return TRUE;
  return FALSE;
}

/* Lets go of the pages that were used longest ago and that nobody shows. */
static void
trim_pages (HsRecordList *self)
{
  GList *link = self->recent.tail;

  while (link != NULL && self->recent.length > PAGES_MOST)
    {
      GList *before = link->prev;

      if (before != NULL && !is_shown (g_hash_table_lookup (self->pages, link->data)))
        {
          g_hash_table_remove (self->pages, link->data);
          g_queue_delete_link (&self->recent, link);
        }
      link = before;
    }
}

/* The rows of a page, empty ones when it was not read yet. */
static GPtrArray *
need_page (HsRecordList *self, guint page)
{
  GPtrArray *rows = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));

  if (rows != NULL)
    {
      if (self->recent.head->data != GUINT_TO_POINTER (page))
        {
          g_queue_remove (&self->recent, GUINT_TO_POINTER (page));
          g_queue_push_head (&self->recent, GUINT_TO_POINTER (page));
        }
      return rows;
    }
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = page * PAGE; i < MIN ((page + 1) * PAGE, self->ids->len); i++)
    g_ptr_array_add (rows, hs_row_new (g_array_index (self->ids, gint64, i)));
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), rows);
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (page));
  ask_for_page (self, page);
  trim_pages (self);
  return rows;
}

static void
drop_pages (HsRecordList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

/* The same records in the same order: what is shown of them may have changed. */
static void
read_again (HsRecordList *self)
{
  for (GList *link = self->recent.head; link != NULL; link = link->next)
    ask_for_page (self, GPOINTER_TO_UINT (link->data));
}

/* Where the item at @position is when @removed items from @first on became @added; G_MAXUINT when
 * it is one of those. */
static guint
new_position (guint position, guint first, guint removed, guint added)
{
  if (position < first)
    return position;
  return position < first + removed ? G_MAXUINT : position - removed + added;
}

/* Takes over the rows that are still there, so that a view keeps its selection and focus. */
static void
keep_rows (HsRecordList *self, GHashTable *old_pages, guint first, guint removed, guint added)
{
  GHashTableIter iter;
  gpointer page, rows;

  g_hash_table_iter_init (&iter, old_pages);
  while (g_hash_table_iter_next (&iter, &page, &rows))
    for (guint i = 0; i < ((GPtrArray *) rows)->len; i++)
      {
        guint position = new_position (GPOINTER_TO_UINT (page) * PAGE + i, first, removed, added);
        GPtrArray *now;

        if (position == G_MAXUINT)
          continue;
        now = need_page (self, position / PAGE);
        g_object_unref (now->pdata[position % PAGE]);
        now->pdata[position % PAGE] = g_object_ref (g_ptr_array_index ((GPtrArray *) rows, i));
      }
}

/* A stretch in the middle differs: tells only that. */
static void
change_stretch (HsRecordList *self, GArray *ids, guint first, guint removed, guint added)
{
  g_autoptr (GHashTable) old_pages = self->pages;

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_clear (&self->recent);
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  self->generation++;
  keep_rows (self, old_pages, first, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), first, removed, added);
}

static void
change_all (HsRecordList *self, GArray *ids)
{
  guint before = self->ids->len;

  self->generation++;
  drop_pages (self);
  g_array_unref (self->ids);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

/* Shows @ids instead of what is shown now, in the way that costs a view least. */
static void
show_ids (HsRecordList *self, GArray *ids)
{
  const gint64 *old = (gint64 *) (gpointer) self->ids->data;
  const gint64 *new = (gint64 *) (gpointer) ids->data;
  guint n_old = self->ids->len, n_new = ids->len, first = 0, same = 0;

  while (first < MIN (n_old, n_new) && old[first] == new[first])
    first++;
  while (same < MIN (n_old, n_new) - first && old[n_old - same - 1] == new[n_new - same - 1])
    same++;
  if (first == n_old && first == n_new)
    read_again (self);
  else if (n_old > 0 && n_old - first - same <= SMALL_CHANGE
           && n_new - first - same <= SMALL_CHANGE)
    change_stretch (self, ids, first, n_old - first - same, n_new - first - same);
  else
    change_all (self, ids);
}

static gpointer
find_ids (HsStore *store, HsStoreJob *job, gpointer query, GError **error)
{
  return hs_store_find_ids (store, query, error);
}

/* What the answer to a query belongs to. */
typedef struct
{
  HsRecordList *list;
  GCancellable *cancellable;
} Asked;

static void
on_ids (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (HsRecordList) self = asked->list;
  g_autoptr (GCancellable) cancellable = asked->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hs_store_worker_run_finish (self->worker, result, &error);

  g_free (asked);
  /* A newer question was asked. */
  if (cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  else
    show_ids (self, ids);
  set_busy (self, FALSE);
}

void
hs_record_list_refresh (HsRecordList *self)
{
  Asked *asked;

  g_return_if_fail (HS_IS_RECORD_LIST (self));
  if (self->query == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  asked = g_new0 (Asked, 1);
  asked->list = g_object_ref (self);
  asked->cancellable = g_object_ref (self->cancellable);
  set_busy (self, TRUE);
  hs_store_worker_run_async (self->worker, find_ids, hs_query_copy (self->query),
                             (GDestroyNotify) hs_query_free, (GDestroyNotify) g_array_unref, NULL,
                             NULL, self->cancellable, on_ids, asked);
}

static void
on_changed (HsStoreWorker *worker, gint64 revision, gpointer self)
{
  hs_record_list_refresh (self);
}

static GType
get_item_type (GListModel *model)
{
  return HS_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return HS_RECORD_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HsRecordList *self = HS_RECORD_LIST (model);
  GPtrArray *rows;

  if (position >= self->ids->len)
    return NULL;
  rows = need_page (self, position / PAGE);
  return g_object_ref (g_ptr_array_index (rows, position % PAGE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hs_record_list_dispose (GObject *object)
{
  HsRecordList *self = HS_RECORD_LIST (object);

  if (self->worker != NULL)
    g_clear_signal_handler (&self->changed, self->worker);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (hs_record_list_parent_class)->dispose (object);
}

static void
hs_record_list_finalize (GObject *object)
{
  HsRecordList *self = HS_RECORD_LIST (object);

  drop_pages (self);
  g_hash_table_unref (self->pages);
  g_array_unref (self->ids);
  g_clear_pointer (&self->query, hs_query_free);
  G_OBJECT_CLASS (hs_record_list_parent_class)->finalize (object);
}

static void
hs_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, HS_RECORD_LIST (object)->busy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
hs_record_list_class_init (HsRecordListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = hs_record_list_dispose;
  object_class->finalize = hs_record_list_finalize;
  object_class->get_property = hs_record_list_get_property;
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", HS_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hs_record_list_init (HsRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
}

HsRecordList *
hs_record_list_new (HsStoreWorker *worker, HsKindId kind)
{
  HsRecordList *self = g_object_new (HS_TYPE_RECORD_LIST, NULL);

  self->worker = g_object_ref (worker);
  self->kind = kind;
  self->changed = g_signal_connect (worker, "changed", G_CALLBACK (on_changed), self);
  return self;
}

void
hs_record_list_read_titles (HsRecordList *self, const guint *fields, guint n_fields)
{
  g_return_if_fail (HS_IS_RECORD_LIST (self));
  for (guint i = 0; i < n_fields; i++)
    {
      g_return_if_fail (hs_kind (self->kind)->fields[fields[i]].type == HS_TYPE_REF);
      self->titles |= G_GUINT64_CONSTANT (1) << fields[i];
    }
}

void
hs_record_list_set_query (HsRecordList *self, HsQuery *query)
{
  g_return_if_fail (HS_IS_RECORD_LIST (self));
  g_return_if_fail (hs_query_kind (query) == self->kind);
  g_clear_pointer (&self->query, hs_query_free);
  self->query = query;
  hs_record_list_refresh (self);
}

gboolean
hs_record_list_is_busy (HsRecordList *self)
{
  g_return_val_if_fail (HS_IS_RECORD_LIST (self), FALSE);
  return self->busy;
}

guint
hs_record_list_find (HsRecordList *self, gint64 id)
{
  g_return_val_if_fail (HS_IS_RECORD_LIST (self), G_MAXUINT);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

guint
hs_record_list_n_pages (HsRecordList *self)
{
  return g_hash_table_size (self->pages);
}
