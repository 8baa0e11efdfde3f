/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The students on the board. */

#include "hs-board-list.h"

#include "hs-board-ask.h"
#include "hs-board-private.h"
#include "hs-board-text.h"
#include "hs-list-item.h"
#include "hs-query.h"

#include <glib/gi18n.h>

struct _HsBoardList
{
  GObject parent_instance;

  HsBoard *board;
  HsBoardView view;
  GHashTable *found; /* (nullable) ids of students that the search found */
  GArray *shown; /* gint64: ids of rows */
  GHashTable *items; /* id of a row → HsListItem, of those that were asked for */
  GArray *waiting; /* gint64: rows whose texts were asked for and are not being read yet */
  guint reading; /* source */
  gboolean changing;
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
      return row->status != HS_ROW_STATUS_ACCEPTED && row->fixed;
    case HS_BOARD_VIEW_REFUSED:
      return row->status == HS_ROW_STATUS_REFUSED;
    case HS_BOARD_VIEW_ACCEPTED:
      return row->status == HS_ROW_STATUS_ACCEPTED;
    case HS_N_BOARD_VIEWS:
    default:
      return FALSE;
    }
}

/* Who fits fewest vacancies comes first; not known yet is last. */
static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const HsBoardRow *one = *(const HsBoardRow *const *) a;
  const HsBoardRow *other = *(const HsBoardRow *const *) b;

  if (one->fits != other->fits)
    return (guint) one->fits < (guint) other->fits ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static GArray *
choose_rows (HsBoardList *self)
{
  const HsBoardProposal *proposal = hs_board_proposal (self->board);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (gint64));

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; proposal != NULL && i < proposal->rows->len; i++)
    {
      HsBoardRow *row = &g_array_index (proposal->rows, HsBoardRow, i);

      for (guint v = 0; v < HS_N_BOARD_VIEWS; v++)
        self->counts[v] += is_in_view (row, (HsBoardView) v);
      if (is_in_view (row, self->view)
          && (self->found == NULL || g_hash_table_contains (self->found, &row->student)))
        g_ptr_array_add (chosen, row);
    }
  if (self->view == HS_BOARD_VIEW_OPEN)
    g_ptr_array_sort (chosen, compare_fits);
  for (guint i = 0; i < chosen->len; i++)
    g_array_append_val (shown, ((HsBoardRow *) chosen->pdata[i])->id);
  return shown;
}

static gint64
id_at (const GArray *rows, guint position)
{
  return g_array_index (rows, gint64, position);
}

/* Shows @rows with as few rows as can be going and coming, so that the place in the list is kept. A
 * list view is much quicker when all go first and all come then. Takes over @rows. */
static void
change_rows (HsBoardList *self, GArray *rows)
{
  GArray *old = self->shown;
  guint before = 0, after = 0, removed, added;

  while (before < old->len && before < rows->len && id_at (old, before) == id_at (rows, before))
    before++;
  while (after + before < old->len && after + before < rows->len
         && id_at (old, old->len - 1 - after) == id_at (rows, rows->len - 1 - after))
    after++;
  removed = old->len - before - after;
  added = rows->len - before - after;
  self->changing = TRUE;
  if (removed > 0)
    {
      g_array_remove_range (old, before, removed);
      g_list_model_items_changed (G_LIST_MODEL (self), before, removed, 0);
    }
  self->shown = rows;
  g_array_unref (old);
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, added);
  self->changing = FALSE;
}

static void ask_texts (HsBoardList *self, gint64 row);

/* Rows that stay keep their items, which get new texts. */
static void
rebuild (HsBoardList *self)
{
  GArray *shown = choose_rows (self);
  GHashTableIter iter;
  gpointer id, item;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  change_rows (self, shown);
  g_array_set_size (self->waiting, 0);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    if (hs_board_row (self->board, *(gint64 *) id) == NULL || G_OBJECT (item)->ref_count == 1)
      g_hash_table_iter_remove (&iter); /* nobody looks at it */
    else
      ask_texts (self, *(gint64 *) id);
  g_signal_emit (self, counted_signal, 0);
}

/* ---- texts, as they are looked at ---- */

/* What was read is shown; then the plan is asked why those without a place have none. */
typedef struct
{
  HsBoardList *list;
  HsBoardTexts *texts;
  guint generation;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  hs_board_texts_free (waiting->texts);
  g_object_unref (waiting->list);
  g_free (waiting);
}

/* @more: why somebody has no place is still to come; rows that have a text keep it until then. */
static void
fill (HsBoardList *self, HsBoardTexts *texts, gboolean more)
{
  for (guint i = 0; i < texts->n; i++)
    {
      HsListItem *item = g_hash_table_lookup (self->items, &texts->rows[i].id);

      if (item != NULL && !(more && hs_list_item_text (item)->title != NULL))
        hs_list_item_fill (item, texts->rows[i].id, NULL, &texts->texts[i]);
    }
}

static void
why_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  HsBoardTexts *texts = waiting->texts;
  g_auto (GStrv) why = hs_board_ask_finish (HS_BOARD (source), result, NULL);

  if (why != NULL && waiting->generation == waiting->list->generation)
    {
      for (guint i = 0; i < texts->n && why[i] != NULL; i++)
        if (*why[i] != '\0' && hs_board_row_is_open (&texts->rows[i])
            && texts->rows[i].status != HS_ROW_STATUS_REFUSED && !texts->rows[i].fixed)
          {
            g_free (texts->texts[i].subtitle);
            texts->texts[i].subtitle = g_strdup (why[i]);
          }
      fill (waiting->list, texts, FALSE);
    }
  waiting_free (waiting);
}

static void
texts_came (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  HsBoardList *self = waiting->list;
  GArray *ids;

  waiting->texts = hs_context_run_finish (HS_CONTEXT (source), result, NULL);
  if (waiting->texts == NULL || waiting->generation != self->generation)
    {
      waiting_free (waiting);
      return;
    }
  fill (self, waiting->texts, self->view == HS_BOARD_VIEW_OPEN && hs_board_has_plan (self->board));
  if (self->view != HS_BOARD_VIEW_OPEN)
    {
      waiting_free (waiting);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < waiting->texts->n; i++)
    g_array_append_val (ids, waiting->texts->rows[i].student);
  hs_board_ask (self->board, hs_board_ask_why_unplaced, ids, (GDestroyNotify) g_array_unref,
                (GDestroyNotify) g_strfreev, self->cancellable, why_answered, waiting);
}

static gboolean
read_texts (gpointer user_data)
{
  HsBoardList *self = user_data;

  while (self->waiting->len > 0)
    {
      HsBoardTexts *texts = hs_board_texts_new (self->board);
      Waiting *waiting = g_new0 (Waiting, 1);
      guint n = MIN (self->waiting->len, HS_BOARD_TEXTS);

      for (guint i = 0; i < n; i++)
        hs_board_texts_add (texts, hs_board_row (self->board, id_at (self->waiting, i)));
      g_array_remove_range (self->waiting, 0, n);
      waiting->list = g_object_ref (self);
      waiting->generation = self->generation;
      hs_context_run (hs_board_context (self->board), hs_board_texts_read, texts, NULL,
                      (GDestroyNotify) hs_board_texts_free, self->cancellable, texts_came, waiting);
    }
  self->reading = 0;
  return G_SOURCE_REMOVE;
}

/* A list view asks for its rows one by one: they are read together when it has asked for all. */
static void
ask_texts (HsBoardList *self, gint64 row)
{
  g_array_append_val (self->waiting, row);
  if (self->reading == 0)
    self->reading = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_texts, self, NULL);
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
  HsRowText nothing = { 0 };
  HsListItem *item;
  gint64 id;

  if (position >= self->shown->len)
    return NULL;
  id = id_at (self->shown, position);
  item = g_hash_table_lookup (self->items, &id);
  if (item == NULL)
    {
      item = hs_list_item_new (HS_KIND_PROPOSAL_ROW, position);
      hs_list_item_fill (item, id, NULL, &nothing);
      g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), item);
      ask_texts (self, id);
    }
  return g_object_ref (item);
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
    if (id_at (self->shown, i) == row)
      return i;
  return G_MAXUINT;
}

gboolean
hs_board_list_is_changing (HsBoardList *self)
{
  return self->changing;
}

static void
hs_board_list_dispose (GObject *object)
{
  HsBoardList *self = HS_BOARD_LIST (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->board);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->waiting, g_array_unref);
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
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
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
