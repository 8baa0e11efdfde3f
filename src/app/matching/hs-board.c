/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: the proposal that is shown, its rows, and who hears of changes. */

#include "hs-board-private.h"
#include "hs-query.h"

#include <glib/gi18n.h>

enum
{
  ROWS_CHANGED,
  PLAN_CHANGED,
  SOLVING_CHANGED,
  PROGRESS,
  DONE,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsBoard, hs_board, G_TYPE_OBJECT)

void
hs_board_emit (HsBoard *self, const char *signal)
{
  g_signal_emit_by_name (self, signal);
}

void
hs_board_emit_done (HsBoard *self, const char *message, gboolean can_undo)
{
  g_signal_emit (self, signals[DONE], 0, message, can_undo);
}

void
hs_board_emit_failed (HsBoard *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* ---- reading ---- */

typedef struct
{
  gint64 id;
  guint generation;
  gboolean open;
  HsBoardProposal *proposal;
  gint64 n_students;
  gint64 n_vacancies;
} Reading;

static void
reading_free (Reading *reading)
{
  hs_board_proposal_free (reading->proposal);
  g_free (reading);
}

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (HsQuery) students = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (HsQuery) vacancies = hs_query_new (HS_KIND_VACANCY);

  if (store == NULL)
    return reading;
  reading->n_students = hs_store_count (store, students, NULL);
  reading->n_vacancies = hs_store_count (store, vacancies, NULL);
  reading->proposal = hs_board_proposal_read (store, reading->id, error);
  return reading;
}

static void
index_rows (HsBoard *self)
{
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; self->proposal != NULL && i < self->proposal->rows->len; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = g_array_index (self->proposal->rows, HsBoardRow, i).id;
      g_hash_table_insert (self->by_id, id, GUINT_TO_POINTER (i + 1));
    }
}

static void
take_proposal (HsBoard *self, Reading *reading)
{
  gboolean other = self->proposal == NULL || reading->proposal == NULL
                   || self->proposal->id != reading->proposal->id;

  if (other)
    g_queue_clear_full (&self->undo, (GDestroyNotify) hs_board_step_free);
  g_clear_pointer (&self->proposal, hs_board_proposal_free);
  self->proposal = g_steal_pointer (&reading->proposal);
  self->n_students = reading->n_students;
  self->n_vacancies = reading->n_vacancies;
  index_rows (self);
  if (self->proposal != NULL && (other || !self->weights_set))
    {
      self->weights = self->proposal->weights;
      self->weights_set = TRUE;
    }
  self->ready = TRUE;
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
  if (reading->open)
    hs_board_open_plan (self);
}

static void
was_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsBoard) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  self->busy--;
  if (reading == NULL)
    {
      hs_board_emit_failed (self, error->message);
      return;
    }
  if (reading->generation == self->generation)
    take_proposal (self, reading);
  reading_free (reading);
}

void
hs_board_read (HsBoard *self, gboolean open)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->id = self->wanted;
  reading->generation = ++self->generation;
  reading->open = open;
  self->busy++;
  hs_context_run (self->context, read_job, reading, NULL, (GDestroyNotify) reading_free, NULL,
                  was_read, g_object_ref (self));
}

void
hs_board_show (HsBoard *self, gint64 id)
{
  self->wanted = id;
  self->ready = FALSE;
  hs_board_read (self, TRUE);
}

static gboolean
refresh_now (gpointer user_data)
{
  HsBoard *self = user_data;

  self->refresh = 0;
  hs_board_read (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Somebody else changed the file: look again, once, when it is quiet. */
static void
context_changed (HsBoard *self)
{
  if (self->own > 0)
    {
      self->own--;
      return;
    }
  if (!self->ready)
    return;
  g_clear_handle_id (&self->refresh, g_source_remove);
  self->refresh = g_timeout_add (400, refresh_now, self);
}

/* ---- asking ---- */

HsContext *
hs_board_context (HsBoard *self)
{
  return self->context;
}

gboolean
hs_board_must_be_anonymous (HsBoard *self)
{
  const HsActor *actor = hs_context_actor (self->context);

  return actor != NULL && actor->side == HS_ORGANISATION_KIND_HOST;
}

gboolean
hs_board_is_anonymous (HsBoard *self)
{
  return self->hidden || hs_board_must_be_anonymous (self);
}

void
hs_board_set_anonymous (HsBoard *self, gboolean anonymous)
{
  if (self->hidden == anonymous)
    return;
  self->hidden = anonymous;
  self->has_plan = FALSE;
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
  hs_board_open_plan (self);
}

gint64
hs_board_home (HsBoard *self)
{
  return hs_board_must_be_anonymous (self) ? hs_context_actor (self->context)->organisation : 0;
}

char *
hs_board_code (const char *uid)
{
  return g_strdup_printf (_ ("Student %.6s"), uid != NULL && strlen (uid) > 9 ? uid + 3 : "?");
}

gint64
hs_board_n_students (HsBoard *self)
{
  return self->n_students;
}

gint64
hs_board_n_vacancies (HsBoard *self)
{
  return self->n_vacancies;
}

gboolean
hs_board_is_ready (HsBoard *self)
{
  return self->ready;
}

const HsBoardProposal *
hs_board_proposal (HsBoard *self)
{
  return self->proposal;
}

const HsBoardRow *
hs_board_row (HsBoard *self, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));

  return place != 0 ? &g_array_index (self->proposal->rows, HsBoardRow, place - 1) : NULL;
}

const HsBoardRow *
hs_board_row_of_student (HsBoard *self, gint64 student)
{
  for (guint i = 0; self->proposal != NULL && i < self->proposal->rows->len; i++)
    if (g_array_index (self->proposal->rows, HsBoardRow, i).student == student)
      return &g_array_index (self->proposal->rows, HsBoardRow, i);
  return NULL;
}

void
hs_board_put_rows (HsBoard *self, const HsBoardRow *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &rows[i].id));
      HsBoardRow *known =
          place != 0 ? &g_array_index (self->proposal->rows, HsBoardRow, place - 1) : NULL;
      gint32 fits = known != NULL ? known->fits : -1;

      if (known == NULL)
        continue;
      *known = rows[i];
      known->fits = fits;
    }
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

const HsMatchWeights *
hs_board_weights (HsBoard *self)
{
  return &self->weights;
}

void
hs_board_set_weights (HsBoard *self, const HsMatchWeights *weights)
{
  self->weights = *weights;
  self->weights_set = TRUE;
}

void
hs_board_set_moves (HsBoard *self, guint64 moves)
{
  self->moves = moves;
}

gboolean
hs_board_is_idle (HsBoard *self)
{
  return self->busy == 0 && self->refresh == 0 && self->own == 0 && self->solving == NULL;
}

static void
hs_board_dispose (GObject *object)
{
  HsBoard *self = HS_BOARD (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  G_OBJECT_CLASS (hs_board_parent_class)->dispose (object);
}

static void
hs_board_finalize (GObject *object)
{
  HsBoard *self = HS_BOARD (object);

  hs_board_planner_free (self->planner);
  hs_board_proposal_free (self->proposal);
  g_queue_clear_full (&self->undo, (GDestroyNotify) hs_board_step_free);
  g_hash_table_unref (self->by_id);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_board_parent_class)->finalize (object);
}

static void
hs_board_class_init (HsBoardClass *klass)
{
  static const char *const names[] = { "rows-changed", "plan-changed", "solving-changed",
                                       "progress" };

  G_OBJECT_CLASS (klass)->dispose = hs_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_board_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], HS_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", HS_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", HS_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hs_board_init (HsBoard *self)
{
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->planner = hs_board_planner_new ();
  self->weights = hs_match_weights_default ();
  g_queue_init (&self->undo);
}

HsBoard *
hs_board_new (HsContext *context)
{
  HsBoard *self = g_object_new (HS_TYPE_BOARD, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (context_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
