/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over: draft agreements in one transaction, or nothing. */

#include "hs-board-private.h"

#include "hs-permission.h"

typedef struct
{
  HsActor *actor;
  gint64 proposal;
  gint64 *rows;
  gsize n_rows;
  gboolean skip;
  GCancellable *cancellable;
} Accepting;

void
hs_board_accepted_free (HsBoardAccepted *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

static void
accepting_free (gpointer data)
{
  Accepting *accepting = data;

  hs_actor_free (accepting->actor);
  g_free (accepting->rows);
  g_free (accepting);
}

/* A conflict is an answer, not an error: what it says is shown row by row. */
static gpointer
accept_job (HsStore *store, gpointer data, GError **error)
{
  Accepting *accepting = data;
  g_autoptr (HsBoardAccepted) accepted = g_new0 (HsBoardAccepted, 1);
  g_autoptr (GError) refused = NULL;
  gboolean fine;

  if (!hs_permission_create (accepting->actor, error)
      || !hs_store_begin (store, accepting->actor, "match", error))
    return NULL;
  fine = hs_match_accept (store, accepting->actor, accepting->proposal, accepting->rows,
                          accepting->n_rows, accepting->skip, HS_AGREEMENT_STATE_DRAFT,
                          &accepted->conflicts, &accepted->made, NULL, &refused);
  if (fine)
    fine = hs_store_commit (store, &refused);
  else
    hs_store_rollback (store);
  if (!fine)
    accepted->made = 0;
  if (!fine && accepted->conflicts->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return NULL;
    }
  return g_steal_pointer (&accepted);
}

static void
was_accepted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HsBoard *self = g_task_get_source_object (task);
  GError *error = NULL;
  HsBoardAccepted *accepted = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  self->busy--;
  if (accepted == NULL || accepted->made == 0)
    self->own = self->own > 0 ? self->own - 1 : 0;
  if (accepted != NULL && accepted->made > 0)
    {
      g_queue_clear_full (&self->undo, (GDestroyNotify) hs_board_step_free);
      self->wanted = self->proposal->id;
      hs_board_read (self, TRUE);
    }
  if (accepted == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, accepted, (GDestroyNotify) hs_board_accepted_free);
}

void
hs_board_accept_async (HsBoard *self, const gint64 *rows, gsize n_rows, gboolean skip,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Accepting *accepting = g_new0 (Accepting, 1);

  accepting->proposal = self->proposal != NULL ? self->proposal->id : 0;
  accepting->rows = n_rows > 0 ? g_memdup2 (rows, n_rows * sizeof *rows) : NULL;
  accepting->n_rows = n_rows;
  accepting->skip = skip;
  if (hs_context_actor (self->context) != NULL)
    accepting->actor = hs_actor_copy (hs_context_actor (self->context));
  self->own++;
  self->busy++;
  hs_context_run (self->context, accept_job, accepting, accepting_free,
                  (GDestroyNotify) hs_board_accepted_free, NULL, was_accepted, task);
}

HsBoardAccepted *
hs_board_accept_finish (HsBoard *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
