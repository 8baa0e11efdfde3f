/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The students on the board. */

#include "hs-board-list.h"

#include "hs-board-ask.h"
#include "hs-board-private.h"
#include "hs-list-item.h"
#include "hs-query.h"

#include <glib/gi18n.h>

#define PAGE 50

struct _HsBoardList
{
  GObject parent_instance;

  HsBoard *board;
  HsBoardView view;
  GHashTable *found; /* (nullable) ids of students that the search found */
  GArray *shown; /* guint: numbers of rows in the proposal */
  GHashTable *items; /* place → HsListItem, of pages that were asked for */
  guint counts[HS_N_BOARD_VIEWS];
  guint generation;
  GCancellable *cancellable;
};

static guint counted_signal;

static void model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HsBoardList, hs_board_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

/* ---- which rows ---- */

static gboolean
is_in_view (const HsBoardRow *row, HsBoardView view)
{
  switch (view)
    {
    case HS_BOARD_VIEW_OPEN:
      return hs_board_row_is_open (row);
    case HS_BOARD_VIEW_PLACED:
      return hs_board_row_is_placed (row);
    case HS_BOARD_VIEW_FIXED:
      return hs_board_row_is_placed (row) && row->fixed;
    case HS_BOARD_VIEW_REFUSED:
      return row->status == HS_ROW_STATUS_REFUSED;
    case HS_BOARD_VIEW_ACCEPTED:
      return row->status == HS_ROW_STATUS_ACCEPTED;
    case HS_N_BOARD_VIEWS:
    default:
      return FALSE;
    }
}

static const HsBoardRow *
row_at (HsBoardList *self, guint number)
{
  return &g_array_index (hs_board_proposal (self->board)->rows, HsBoardRow, number);
}

/* Who fits fewest vacancies comes first; not known yet is last. */
static int
compare_fits (gconstpointer a, gconstpointer b, gpointer data)
{
  HsBoardList *self = data;
  const HsBoardRow *one = row_at (self, *(const guint *) a);
  const HsBoardRow *other = row_at (self, *(const guint *) b);

  if (one->fits != other->fits)
    return (guint) one->fits < (guint) other->fits ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static GArray *
choose_rows (HsBoardList *self)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; proposal != NULL && i < proposal->rows->len; i++)
    {
      const HsBoardRow *row = row_at (self, i);

      for (guint v = 0; v < HS_N_BOARD_VIEWS; v++)
        self->counts[v] += is_in_view (row, (HsBoardView) v);
      if (is_in_view (row, self->view)
          && (self->found == NULL || g_hash_table_contains (self->found, &row->student)))
        g_array_append_val (shown, i);
    }
  if (self->view == HS_BOARD_VIEW_OPEN)
    g_array_sort_with_data (shown, compare_fits, self);
  return shown;
}

static gboolean
same_rows (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;
}

static void ask_page (HsBoardList *self, guint page);

/* The same rows keep their items, which get new texts; else all go and all come. */
static void
rebuild (HsBoardList *self)
{
  GArray *shown = choose_rows (self);
  g_autoptr (GArray) before = g_steal_pointer (&self->shown);
  guint pages = 0;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  if (same_rows (before, shown))
    {
      self->shown = shown;
      for (guint i = 0; i < shown->len; i += PAGE, pages++)
        if (g_hash_table_contains (self->items, GUINT_TO_POINTER (i)))
          ask_page (self, pages);
    }
  else
    {
      self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_remove_all (self->items);
      if (before->len > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, 0);
      g_array_unref (self->shown);
      self->shown = shown;
      if (shown->len > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, shown->len);
    }
  g_signal_emit (self, counted_signal, 0);
}

/* ---- texts, a page at a time ---- */

typedef struct
{
  guint generation;
  guint page;
  guint n;
  gboolean anonymous;
  HsBoardRow rows[PAGE];
  HsRowText texts[PAGE];
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  for (guint i = 0; i < request->n; i++)
    hs_row_text_clear (&request->texts[i]);
  g_free (request);
}

static char *
name_of (HsStore *store, const Request *request, const HsBoardRow *row)
{
  if (request->anonymous)
    {
      g_autofree char *uid = hs_store_uid (store, HS_KIND_STUDENT, row->student);
      return hs_board_code (uid);
    }
  return hs_present_title_of (store, HS_KIND_STUDENT, row->student);
}

static char *
place_of (HsStore *store, const HsBoardRow *row)
{
  g_autoptr (HsRecord) vacancy = hs_store_get (store, HS_KIND_VACANCY, row->vacancy, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *place =
      vacancy != NULL ? hs_present_value (store, vacancy, HS_VACANCY_LOCATION) : NULL;

  g_string_append (text, place != NULL ? place : "");
  if (row->distance >= 0)
    g_string_append_printf (text, _ (" · %d km"), row->distance);
  if (row->rank > 0)
    g_string_append_printf (text, _ (" · wish %d"), row->rank);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of somebody without a place: the programme, until the plan tells why. */
static char *
programme_of (HsStore *store, const HsBoardRow *row)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_ENROLMENT_STUDENT, HS_OP_EQUAL, row->student);
  hs_query_window (query, 0, 1);
  found = hs_store_find (store, query, NULL);
  return found != NULL && found->len > 0
             ? hs_present_value (store, g_ptr_array_index (found, 0), HS_ENROLMENT_PROGRAMME)
             : g_strdup ("");
}

static char *
reason_of (HsStore *store, const HsBoardRow *row)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_PROPOSAL_ROW, row->id, NULL);
  const char *reason = record != NULL ? hs_record_text (record, HS_PROPOSAL_ROW_REASON) : NULL;

  return g_strdup_printf (_ ("Refused: %s"), reason != NULL ? reason : "");
}

static char *
fits_text (const HsBoardRow *row)
{
  if (row->fits < 0)
    return NULL;
  if (row->fits == 0)
    return g_strdup (_ ("Nothing fits"));
  return g_strdup_printf (ngettext ("%d fits", "%d fit", (gulong) row->fits), row->fits);
}

static void
present (HsStore *store, const Request *request, const HsBoardRow *row, HsRowText *text)
{
  text->title = name_of (store, request, row);
  if (row->status == HS_ROW_STATUS_REFUSED)
    text->subtitle = reason_of (store, row);
  else
    text->subtitle = row->vacancy != 0 ? place_of (store, row) : programme_of (store, row);
  if (hs_board_row_is_open (row))
    {
      text->badge = fits_text (row);
      text->tone = row->fits >= 0 && row->fits < 3 ? "warn" : "dim";
    }
  else if (row->status == HS_ROW_STATUS_ACCEPTED)
    {
      text->badge = g_strdup (_ ("Taken over"));
      text->tone = "good";
    }
  else if (row->fixed)
    {
      text->badge = g_strdup (_ ("Fixed"));
      text->tone = "busy";
    }
}

static gpointer
page_job (HsStore *store, gpointer data, GError **error)
{
  Request *request = data;

  for (guint i = 0; i < request->n; i++)
    present (store, request, &request->rows[i], &request->texts[i]);
  return request;
}

/* Shows what was read; then asks the plan why those without a place have none. */
typedef struct
{
  HsBoardList *list;
  Request *request;
} Waiting;

static void
fill (HsBoardList *self, Request *request)
{
  for (guint i = 0; i < request->n; i++)
    {
      HsListItem *item =
          g_hash_table_lookup (self->items, GUINT_TO_POINTER (request->page * PAGE + i));

      if (item != NULL)
        hs_list_item_fill (item, request->rows[i].id, NULL, &request->texts[i]);
    }
}

static void
why_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  Request *request = waiting->request;
  g_auto (GStrv) why = hs_board_ask_finish (HS_BOARD (source), result, NULL);

  if (why != NULL && request->generation == waiting->list->generation)
    {
      for (guint i = 0; i < request->n && why[i] != NULL; i++)
        if (*why[i] != '\0' && request->rows[i].status != HS_ROW_STATUS_REFUSED)
          {
            g_free (request->texts[i].subtitle);
            request->texts[i].subtitle = g_strdup (why[i]);
          }
      fill (waiting->list, request);
    }
  request_free (request);
  g_object_unref (waiting->list);
  g_free (waiting);
}

static void
page_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardList) self = user_data;
  Request *request = hs_context_run_finish (HS_CONTEXT (source), result, NULL);
  Waiting *waiting;
  GArray *ids;

  if (request == NULL)
    return;
  if (request->generation == self->generation)
    fill (self, request);
  if (request->generation != self->generation || self->view != HS_BOARD_VIEW_OPEN)
    {
      request_free (request);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < request->n; i++)
    g_array_append_val (ids, request->rows[i].student);
  waiting = g_new0 (Waiting, 1);
  waiting->request = request;
  waiting->list = g_object_ref (self);
  hs_board_ask (self->board, hs_board_ask_why_unplaced, ids, (GDestroyNotify) g_array_unref,
                (GDestroyNotify) g_strfreev, self->cancellable, why_answered, waiting);
}

static void
ask_page (HsBoardList *self, guint page)
{
  Request *request = g_new0 (Request, 1);

  request->generation = self->generation;
  request->page = page;
  request->anonymous = hs_board_is_anonymous (self->board);
  for (guint i = page * PAGE; i < self->shown->len && request->n < PAGE; i++)
    request->rows[request->n++] = *row_at (self, g_array_index (self->shown, guint, i));
  hs_context_run (hs_board_context (self->board), page_job, request, NULL, request_free,
                  self->cancellable, page_came, g_object_ref (self));
}

static GType
get_item_type (GListModel *model)
{
  return HS_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HS_BOARD_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HsBoardList *self = HS_BOARD_LIST (model);
  HsListItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  guint first = position / PAGE * PAGE;

  if (position >= self->shown->len)
    return NULL;
  if (item != NULL)
    return g_object_ref (item);
  for (guint i = first; i < first + PAGE && i < self->shown->len; i++)
    {
      HsRowText nothing = { 0 };

      item = hs_list_item_new (HS_KIND_PROPOSAL_ROW, i);
      hs_list_item_fill (item, row_at (self, g_array_index (self->shown, guint, i))->id, NULL,
                         &nothing);
      g_hash_table_insert (self->items, GUINT_TO_POINTER (i), item);
    }
  ask_page (self, position / PAGE);
  return g_object_ref (g_hash_table_lookup (self->items, GUINT_TO_POINTER (position)));
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- how hard ---- */

static void
fits_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardList) self = user_data;
  HsBoardFits *fits = hs_board_ask_finish (HS_BOARD (source), result, NULL);
  g_autoptr (GHashTable) by_student = g_hash_table_new (g_int64_hash, g_int64_equal);
  const HsBoardProposal *proposal = hs_board_proposal (self->board);

  if (fits == NULL)
    return;
  for (guint i = 0; i < fits->students->len; i++)
    g_hash_table_insert (by_student, &g_array_index (fits->students, gint64, i),
                         GINT_TO_POINTER (g_array_index (fits->fits, gint32, i) + 1));
  for (guint i = 0; proposal != NULL && i < proposal->rows->len; i++)
    {
      HsBoardRow *row = &g_array_index (proposal->rows, HsBoardRow, i);

      row->fits = GPOINTER_TO_INT (g_hash_table_lookup (by_student, &row->student)) - 1;
    }
  hs_board_fits_free (fits);
  rebuild (self);
}

static void
plan_changed (HsBoardList *self)
{
  if (hs_board_has_plan (self->board))
    hs_board_ask (self->board, hs_board_ask_fits, NULL, NULL, hs_board_fits_free, NULL, fits_came,
                  g_object_ref (self));
}

/* Rows that were read anew do not know yet how hard they are. */
static void
rows_changed (HsBoardList *self)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);

  rebuild (self);
  if (proposal != NULL && proposal->rows->len > 0
      && g_array_index (proposal->rows, HsBoardRow, 0).fits < 0)
    plan_changed (self);
}

/* ---- search ---- */

static gpointer
search_job (HsStore *store, gpointer data, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (GPtrArray) found = NULL;
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  hs_query_search (query, data);
  hs_query_window (query, 0, 2000);
  found = hs_store_find (store, query, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      gint64 id = hs_record_id (g_ptr_array_index (found, i));
      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

static void
searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoardList) self = user_data;
  GHashTable *found = hs_context_run_finish (HS_CONTEXT (source), result, NULL);

  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = found;
  rebuild (self);
}

void
hs_board_list_search (HsBoardList *self, const char *text)
{
  if (text == NULL || *text == '\0' || hs_board_is_anonymous (self->board))
    {
      g_clear_pointer (&self->found, g_hash_table_unref);
      rebuild (self);
      return;
    }
  hs_context_run (hs_board_context (self->board), search_job, g_strdup (text), g_free,
                  (GDestroyNotify) g_hash_table_unref, NULL, searched, g_object_ref (self));
}

void
hs_board_list_set_view (HsBoardList *self, HsBoardView view)
{
  self->view = view;
  rebuild (self);
}

guint
hs_board_list_count (HsBoardList *self, HsBoardView view)
{
  return self->counts[view];
}

guint
hs_board_list_find (HsBoardList *self, gint64 row)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (row_at (self, g_array_index (self->shown, guint, i))->id == row)
      return i;
  return G_MAXUINT;
}

static void
hs_board_list_dispose (GObject *object)
{
  HsBoardList *self = HS_BOARD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->board);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (hs_board_list_parent_class)->dispose (object);
}

static void
hs_board_list_class_init (HsBoardListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_board_list_dispose;
  counted_signal = g_signal_new ("counted", HS_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
hs_board_list_init (HsBoardList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->cancellable = g_cancellable_new ();
}

HsBoardList *
hs_board_list_new (HsBoard *board)
{
  HsBoardList *self = g_object_new (HS_TYPE_BOARD_LIST, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "rows-changed", G_CALLBACK (rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "plan-changed", G_CALLBACK (plan_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
