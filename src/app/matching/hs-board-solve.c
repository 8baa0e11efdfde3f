/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a proposal: the solver on a thread with its own read connection, then one transaction on
 * the database worker that saves what it found. Stopped or killed before that, the file is as it
 * was; stopped by the user, the best so far is saved. */

#include "hs-board-private.h"

#include "hs-permission.h"
#include "hs-query.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  HsBoard *board; /* not owned: the task holds it */
  char *path;
  HsClock clock;
  gboolean by_hand;
  HsMatchRequest request;
  HsMatchPlan *plan;
  HsActor *actor;
  char *title;
  gint64 saved;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  hs_match_plan_free (making->plan);
  hs_actor_free (making->actor);
  g_free (making->path);
  g_free (making->title);
  g_free (making);
}

/* ---- progress ---- */

static gboolean
tell_progress (gpointer user_data)
{
  HsBoard *self = user_data;

  if (self->solving == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&self->solving->lock);
  self->solving->told = FALSE;
  g_mutex_unlock (&self->solving->lock);
  hs_board_emit (self, "progress");
  return G_SOURCE_REMOVE;
}

/* On a thread of the solver. */
static void
note_progress (const HsSolverProgress *progress, gpointer data)
{
  HsBoard *self = data;
  gboolean tell;

  g_mutex_lock (&self->solving->lock);
  self->solving->progress = *progress;
  tell = !self->solving->told;
  self->solving->told = TRUE;
  g_mutex_unlock (&self->solving->lock);
  if (tell)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_progress, g_object_ref (self), g_object_unref);
}

static HsSolverProgress
progress_now (HsBoard *self)
{
  HsSolverProgress progress = { 0 };

  if (self->solving != NULL)
    {
      g_mutex_lock (&self->solving->lock);
      progress = self->solving->progress;
      g_mutex_unlock (&self->solving->lock);
    }
  return progress;
}

double
hs_board_progress (HsBoard *self)
{
  return CLAMP (progress_now (self).share, 0, 1);
}

/* With our decimal comma: "0,3". Rounded up, so that it promises nothing. */
static char *
percent (const HsSolverProgress *progress)
{
  double share = progress->objective > 0 ? (double) (progress->bound - progress->objective)
                                               / (double) progress->objective
                                         : 0;
  int tenths = (int) ceil (MAX (share, 0) * 1000 - 1e-9);

  return g_strdup_printf ("%d,%d", tenths / 10, tenths % 10);
}

char *
hs_board_progress_text (HsBoard *self)
{
  HsSolverProgress progress = progress_now (self);
  g_autofree char *gap = percent (&progress);

  if (self->solving != NULL && self->solving->saving)
    return g_strdup (_ ("Saving the proposal…"));
  switch (progress.phase)
    {
    case HS_SOLVER_IMPROVING:
    case HS_SOLVER_DONE:
      if (progress.bound <= progress.objective)
        return g_strdup_printf (_ ("%u students placed. It cannot be better."), progress.matched);
      return g_strdup_printf (_ ("%u students placed. At most %s %% better is still possible."),
                              progress.matched, gap);
    case HS_SOLVER_BOUNDING:
      return g_strdup (_ ("Working out how good it can be at most…"));
    case HS_SOLVER_PREPARING:
    default:
      return g_strdup (_ ("Looking at students and places…"));
    }
}

gboolean
hs_board_is_solving (HsBoard *self)
{
  return self->solving != NULL;
}

void
hs_board_stop (HsBoard *self)
{
  if (self->solving != NULL)
    g_cancellable_cancel (self->solving->cancellable);
}

static void
end_solving (HsBoard *self)
{
  HsBoardSolving *solving = g_steal_pointer (&self->solving);

  g_mutex_clear (&solving->lock);
  g_object_unref (solving->cancellable);
  g_free (solving);
  hs_board_emit (self, "solving-changed");
}

/* ---- saving ---- */

/* A number tells two of the same minute apart. */
static char *
new_title (HsStore *store, gboolean by_hand)
{
  g_autofree char *moment = hs_moment_format (hs_clock_now (hs_store_clock (store)));
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL);
  int number = (int) hs_store_count (store, query, NULL) + 1;

  return g_strdup_printf (by_hand ? _ ("%d: by hand, %s") : _ ("%d: proposal of %s"), number,
                          moment);
}

static gpointer
save_job (HsStore *store, gpointer data, GError **error)
{
  Making *making = data;

  if (!hs_permission_edit_record (making->actor, HS_KIND_PROPOSAL, 0, 0, error)
      || !hs_store_begin (store, making->actor, "match", error))
    return NULL;
  making->title = new_title (store, making->by_hand);
  making->saved = hs_match_plan_save (making->plan, store, making->title, error);
  if (making->saved == 0)
    hs_store_rollback (store);
  else if (!hs_store_commit (store, error))
    making->saved = 0;
  return NULL;
}

static void
was_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Making *making = user_data;
  g_autoptr (HsBoard) self = making->board;
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (making->saved != 0)
    {
      HsMatchPlan *plan = g_steal_pointer (&making->plan);

      self->wanted = making->saved;
      self->has_plan = FALSE;
      hs_board_read (self, FALSE);
      hs_board_adopt_plan (self, plan);
    }
  else
    self->own = self->own > 0 ? self->own - 1 : 0;
  end_solving (self);
  if (making->saved == 0)
    hs_board_emit_failed (self, error->message);
  making_free (making);
}

/* ---- solving ---- */

static HsMatchPlan *
plan_by_hand (HsStore *store, const HsMatchRequest *request, GCancellable *cancellable,
              GError **error)
{
  HsMatchPlan *plan = hs_match_plan_open (store, 0, cancellable, error);

  if (plan == NULL)
    return NULL;
  plan->weights = request->weights;
  plan->solution->bound = 0; /* nothing was proven */
  return plan;
}

/* A few hundred students are done in seconds; a region is worth twenty. */
static double
seconds_for (guint students)
{
  return CLAMP (2.0 + students / 500.0, 3.0, 20.0);
}

static void
solve_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *making = task_data;
  GError *error = NULL;
  g_autoptr (HsStore) store = hs_store_open (making->path, HS_STORE_READ_ONLY, &error);
  HsMatchWorld *world = NULL;

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hs_store_set_clock (store, making->clock);
  if (making->by_hand)
    making->plan = plan_by_hand (store, &making->request, cancellable, &error);
  else
    world = hs_match_world_read (store, hs_clock_today (&making->clock), cancellable, &error);
  if (world != NULL)
    {
      making->request.seconds = seconds_for (world->students->len);
      making->plan =
          hs_match_plan_new_for_world (store, world, &making->request, cancellable, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
solved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HsBoard *self = HS_BOARD (source);
  Making *making = g_task_get_task_data (G_TASK (result));
  Making *saving;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || making->plan == NULL)
    {
      end_solving (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hs_board_emit_failed (self, error != NULL ? error->message : "");
      return;
    }
  self->solving->saving = TRUE;
  hs_board_emit (self, "progress");
  saving = g_new0 (Making, 1);
  saving->board = g_object_ref (self);
  saving->plan = g_steal_pointer (&making->plan);
  saving->actor = making->actor != NULL ? hs_actor_copy (making->actor) : NULL;
  saving->by_hand = making->by_hand;
  self->own++;
  hs_context_run (self->context, save_job, saving, NULL, NULL, NULL, was_saved, saving);
}

void
hs_board_solve (HsBoard *self, gboolean by_hand)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  if (self->solving != NULL || hs_context_path (self->context) == NULL)
    return;
  self->solving = g_new0 (HsBoardSolving, 1);
  g_mutex_init (&self->solving->lock);
  self->solving->cancellable = g_cancellable_new ();
  making = g_new0 (Making, 1);
  making->board = self;
  making->path = g_strdup (hs_context_path (self->context));
  making->clock = *hs_context_clock (self->context);
  making->by_hand = by_hand;
  making->request = hs_match_request_default ();
  making->request.weights = self->weights;
  making->request.keep = self->proposal != NULL ? self->proposal->id : 0;
  making->request.moves = self->moves;
  making->request.threads = self->moves != 0 ? 1 : making->request.threads;
  making->request.progress = note_progress;
  making->request.progress_data = self;
  if (hs_context_actor (self->context) != NULL)
    making->actor = hs_actor_copy (hs_context_actor (self->context));
  task = g_task_new (self, self->solving->cancellable, solved, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, making, making_free);
  hs_board_emit (self, "solving-changed");
  g_task_run_in_thread (task, solve_thread);
}
