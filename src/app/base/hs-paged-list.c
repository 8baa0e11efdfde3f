/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids of all rows are read at once, in order; their texts page by page, when a row is asked
 * for. So a jump to any place costs one page.
 *
 * A list view that is told of n rows replaced by n others reads them all (measured: 1 s for
 * 200,000). So a new content is told as two changes, to nothing and then to all of it, with no rows
 * in between. A small change, one row more or less, is told as it is, so that the view keeps its
 * place.
 *
 * A view holds some 200 rows, shown or not, and each that gets its texts costs it some 0.1 ms. So
 * rows are filled a few at a time, ahead of the next frame but behind what a person types. */

#include "hs-paged-list.h"

#define PAGE 50
/* Pages that are kept although nobody shows their rows. */
#define MOST_PAGES 16
/* Changed stretches up to this length are told as they are. */
#define SMALL_CHANGE 256
/* Microseconds of filling rows at a time. */
#define FILL_MOST 3000

/* @wanted: stops the reading of a page that was dropped */
typedef struct
{
  guint number;
  GPtrArray *items; /* (element-type HsListItem) */
  GCancellable *wanted;
} Page;

struct _HsPagedList
{
  GObject parent_instance;

  HsContext *context;
  HsListSpec *spec;
  GCancellable *cancellable; /* of the question that is under way */
  gboolean ready;

  guint generation; /* rises with each new order: late pages are dropped */
  HsKindId kind; /* of the rows that are shown */
  GArray *ids; /* of all rows, in order */
  GQueue pages; /* of Page, the one used last first */
  GQueue late; /* of Reading: what was read and is not shown yet */
  guint filler; /* source that shows it */
  gulong changed_handler;
};

static guint ready_signal;

static void model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsPagedList, hs_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static void
page_free (Page *page)
{
  g_cancellable_cancel (page->wanted);
  g_clear_object (&page->wanted);
  g_ptr_array_unref (page->items);
  g_free (page);
}

/* ---- reading a page ---- */

/* What goes to the worker, and what comes back. A row that is gone meanwhile has id 0. */
typedef struct
{
  guint generation;
  HsKindId kind;
  guint page;
  guint n;
  guint shown; /* rows that were filled */
  gint64 ids[PAGE];
  char *uids[PAGE];
  HsRowText texts[PAGE];
} Reading;

static void
reading_free (Reading *reading)
{
  for (guint i = 0; i < reading->n; i++)
    {
      g_free (reading->uids[i]);
      hs_row_text_clear (&reading->texts[i]);
    }
  g_free (reading);
}

static gpointer
read_page (HsStore *store, gpointer data, GError **error)
{
  Reading *reading = g_memdup2 (data, sizeof *reading);

  for (guint i = 0; i < reading->n && store != NULL; i++)
    {
      g_autoptr (GError) own = NULL;
      g_autoptr (HsRecord) record = hs_store_get (store, reading->kind, reading->ids[i], &own);

      if (record != NULL)
        {
          reading->uids[i] = g_strdup (hs_record_uid (record));
          hs_present_row (store, record, &reading->texts[i]);
        }
      else if (g_error_matches (own, HS_ERROR, HS_ERROR_NOT_FOUND))
        reading->ids[i] = 0;
      else
        {
          g_propagate_error (error, g_steal_pointer (&own));
          break;
        }
    }
  return reading;
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

/* Fills rows of @reading until @until; whether there are more. */
static gboolean
fill_rows (HsPagedList *self, Reading *reading, gint64 until)
{
  Page *page = reading->generation == self->generation ? find_page (self, reading->page) : NULL;

  while (page != NULL && reading->shown < MIN (page->items->len, reading->n))
    {
      guint i = reading->shown;

      if (g_get_monotonic_time () >= until)
        return TRUE;
      reading->shown++;
      if (reading->ids[i] != 0)
        hs_list_item_fill (g_ptr_array_index (page->items, i), reading->ids[i], reading->uids[i],
                           &reading->texts[i]);
    }
  return FALSE;
}

static gboolean
fill_some (gpointer user_data)
{
  g_autoptr (HsPagedList) self = g_object_ref (user_data);
  gint64 until = g_get_monotonic_time () + FILL_MOST;

  while (self->late.head != NULL)
    {
      if (fill_rows (self, self->late.head->data, until))
        return G_SOURCE_CONTINUE;
      reading_free (g_queue_pop_head (&self->late));
    }
  self->filler = 0;
  return G_SOURCE_REMOVE;
}

static void
take_page (HsPagedList *self, Reading *reading)
{
  g_queue_push_tail (&self->late, reading);
  if (self->filler == 0)
    self->filler = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_some, self, NULL);
}

static void
page_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsPagedList) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  if (reading != NULL && self->context != NULL)
    take_page (self, reading);
  else if (reading != NULL)
    reading_free (reading);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("list: %s", error->message);
}

static void
ask_for_page (HsPagedList *self, Page *page)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->generation = self->generation;
  reading->kind = self->kind;
  reading->page = page->number;
  reading->n = page->items->len;
  for (guint i = 0; i < reading->n; i++)
    reading->ids[i] = g_array_index (self->ids, gint64, page->number * PAGE + i);
  hs_context_run (self->context, read_page, reading, g_free, (GDestroyNotify) reading_free,
                  page->wanted, page_read, g_object_ref (self));
}

/* ---- pages ---- */

/* Whether somebody outside holds a row of the page: then it has to stay the same object. */
static gboolean
is_shown (const Page *page)
{
  for (guint i = 0; i < page->items->len; i++)
    if (g_atomic_int_get (&G_OBJECT (g_ptr_array_index (page->items, i))->ref_count) > 1)
      return TRUE;
  return FALSE;
}

/* Lets go of the pages that were used longest ago and that nobody shows; never of the first. */
static void
trim_pages (HsPagedList *self)
{
  GList *link = self->pages.tail;

  while (link != NULL && link->prev != NULL && self->pages.length > MOST_PAGES)
    {
      GList *before = link->prev;

      if (!is_shown (link->data))
        {
          page_free (link->data);
          g_queue_delete_link (&self->pages, link);
        }
      link = before;
    }
}

/* The page with empty rows when it was not read yet. */
static Page *
need_page (HsPagedList *self, guint number)
{
  Page *page = find_page (self, number);

  if (page != NULL)
    return page;
  page = g_new0 (Page, 1);
  page->number = number;
  page->wanted = g_cancellable_new ();
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = number * PAGE; i < MIN ((number + 1) * PAGE, self->ids->len); i++)
    g_ptr_array_add (page->items, hs_list_item_new (self->kind, i));
  g_queue_push_head (&self->pages, page);
  ask_for_page (self, page);
  trim_pages (self);
  return page;
}

/* ---- a new order ---- */

/* The same rows in the same order: what is shown of them may have changed. */
static void
read_again (HsPagedList *self)
{
  for (GList *l = self->pages.head; l != NULL; l = l->next)
    ask_for_page (self, l->data);
}

/* Where the row at @position is when @removed rows from @first on became @added; G_MAXUINT when it
 * is one of those. */
static guint
new_position (guint position, guint first, guint removed, guint added)
{
  if (position < first)
    return position;
  return position < first + removed ? G_MAXUINT : position - removed + added;
}

/* Takes over the rows of @page that are still there, so that a view keeps its selection and focus.
 */
static void
keep_rows (HsPagedList *self, const Page *page, guint first, guint removed, guint added)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      guint position = new_position (page->number * PAGE + i, first, removed, added);
      HsListItem *item = g_ptr_array_index (page->items, i);
      GPtrArray *now;

      if (position == G_MAXUINT)
        continue;
      now = need_page (self, position / PAGE)->items;
      g_object_unref (now->pdata[position % PAGE]);
      now->pdata[position % PAGE] = g_object_ref (item);
      hs_list_item_set_position (item, position);
    }
}

static void
replace_ids (HsPagedList *self, GArray *ids)
{
  self->generation++;
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
}

/* A stretch in the middle differs: tells only that. */
static void
change_stretch (HsPagedList *self, GArray *ids, guint first, guint removed, guint added)
{
  GQueue old = self->pages;

  g_queue_init (&self->pages);
  replace_ids (self, ids);
  for (GList *l = old.tail; l != NULL; l = l->prev)
    keep_rows (self, l->data, first, removed, added);
  g_queue_clear_full (&old, (GDestroyNotify) page_free);
  g_list_model_items_changed (G_LIST_MODEL (self), first, removed, added);
}

static void
change_all (HsPagedList *self, GArray *ids)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint before = self->ids->len;

  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
  replace_ids (self, nothing);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  replace_ids (self, ids);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

/* Shows @ids of @kind instead of what is shown now, in the way that costs a view least. */
static void
take_ids (HsPagedList *self, HsKindId kind, GArray *ids)
{
  const gint64 *old = (gint64 *) (gpointer) self->ids->data;
  const gint64 *new = (gint64 *) (gpointer) ids->data;
  guint n_old = self->ids->len, n_new = ids->len, first = 0, same = 0;
  gboolean other = kind != self->kind;

  self->kind = kind;
  while (first < MIN (n_old, n_new) && old[first] == new[first])
    first++;
  while (same < MIN (n_old, n_new) - first && old[n_old - same - 1] == new[n_new - same - 1])
    same++;
  if (!other && first == n_old && first == n_new)
    read_again (self);
  else if (!other && n_old > 0 && n_old - first - same <= SMALL_CHANGE
           && n_new - first - same <= SMALL_CHANGE)
    change_stretch (self, ids, first, n_old - first - same, n_new - first - same);
  else
    change_all (self, ids);
}

static gpointer
find_ids (HsStore *store, gpointer data, GError **error)
{
  g_autoptr (HsQuery) query = NULL;

  if (store == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  query = hs_list_spec_query (data);
  return hs_store_find_ids (store, query, error);
}

static void
ids_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsPagedList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  /* A newer question was asked. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->spec == NULL)
    return;
  if (ids == NULL)
    {
      g_warning ("list: %s", error->message);
      return;
    }
  take_ids (self, self->spec->kind, ids);
  self->ready = TRUE;
  g_signal_emit (self, ready_signal, 0);
}

void
hs_paged_list_refresh (HsPagedList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ready = FALSE;
  if (self->spec != NULL)
    hs_context_run (self->context, find_ids, hs_list_spec_copy (self->spec),
                    (GDestroyNotify) hs_list_spec_free, (GDestroyNotify) g_array_unref,
                    self->cancellable, ids_found, g_object_ref (self));
}

void
hs_paged_list_set_spec (HsPagedList *self, const HsListSpec *spec)
{
  g_clear_pointer (&self->spec, hs_list_spec_free);
  if (spec != NULL)
    self->spec = hs_list_spec_copy (spec);
  if (spec == NULL && self->ids->len > 0)
    {
      g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));

      change_all (self, nothing);
    }
  hs_paged_list_refresh (self);
}

gboolean
hs_paged_list_is_ready (HsPagedList *self)
{
  return self->ready;
}

guint
hs_paged_list_n_pages (HsPagedList *self)
{
  return self->pages.length;
}

static GType
get_item_type (GListModel *model)
{
  return HS_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HS_PAGED_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HsPagedList *self = HS_PAGED_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return g_object_ref (
      g_ptr_array_index (need_page (self, position / PAGE)->items, position % PAGE));
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
  g_clear_handle_id (&self->filler, g_source_remove);
  g_queue_clear_full (&self->late, (GDestroyNotify) reading_free);
  if (self->context != NULL)
    g_clear_signal_handler (&self->changed_handler, self->context);
  g_clear_object (&self->context);
  g_clear_pointer (&self->spec, hs_list_spec_free);
  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
  G_OBJECT_CLASS (hs_paged_list_parent_class)->dispose (object);
}

static void
hs_paged_list_finalize (GObject *object)
{
  g_array_unref (HS_PAGED_LIST (object)->ids);
  G_OBJECT_CLASS (hs_paged_list_parent_class)->finalize (object);
}

static void
hs_paged_list_class_init (HsPagedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_paged_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_paged_list_finalize;
  ready_signal = g_signal_new ("ready", HS_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
hs_paged_list_init (HsPagedList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->pages);
  g_queue_init (&self->late);
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
