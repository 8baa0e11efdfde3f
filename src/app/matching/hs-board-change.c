/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the coordinator changes on the board, and taking it back. */

#include "hs-board-private.h"

#include "hs-dialogs.h"
#include "hs-error.h"
#include "hs-permission.h"

#include <glib/gi18n.h>

typedef enum
{
  GIVE,
  TAKE_AWAY,
  FIX,
  LOOSEN,
  REFUSE,
  UNDO
} What;

typedef struct
{
  HsBoard *board;
  HsActor *actor;
  What what;
  gint64 id;
  HsBoardPlace place;
  char *reason;
  GPtrArray *edits;
  HsBoardRow row;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  hs_actor_free (change->actor);
  g_clear_pointer (&change->edits, g_ptr_array_unref);
  g_free (change->reason);
  g_free (change);
}

void
hs_board_step_free (HsBoardStep *step)
{
  g_ptr_array_unref (step->edits);
  g_free (step);
}

static gboolean
carry_out (HsStore *store, Change *change, GError **error)
{
  switch (change->what)
    {
    case GIVE:
      return hs_board_give (store, change->id, &change->place, change->edits, error);
    case TAKE_AWAY:
      return hs_board_give (store, change->id, NULL, change->edits, error);
    case FIX:
    case LOOSEN:
      return hs_board_fix (store, change->id, change->what == FIX, change->edits, error);
    case REFUSE:
      return hs_board_refuse (store, change->id, change->reason, change->edits, error);
    case UNDO:
    default:
      return hs_board_take_back (store, change->edits, error);
    }
}

static gpointer
change_job (HsStore *store, gpointer data, GError **error)
{
  Change *change = data;

  if (!hs_permission_edit_record (change->actor, HS_KIND_FIXED_PAIR, 0, 0, error)
      || !hs_store_begin (store, change->actor, "board", error))
    return NULL;
  if (!carry_out (store, change, error)
      || !hs_board_row_read (store, change->id, &change->row, error))
    hs_store_rollback (store);
  else
    hs_store_commit (store, error);
  return NULL;
}

static const char *
say_done (What what)
{
  switch (what)
    {
    case GIVE:
      return _ ("Place given. It is fixed: a new proposal leaves it alone.");
    case TAKE_AWAY:
      return _ ("Place taken away");
    case FIX:
      return _ ("Fixed: a new proposal leaves it alone");
    case LOOSEN:
      return _ ("Not fixed any more: a new proposal may change it");
    case REFUSE:
      return _ ("Refused: the next proposal respects that");
    case UNDO:
    default:
      return _ ("Undone");
    }
}

static void
remember (HsBoard *self, Change *change)
{
  HsBoardStep *step = g_new0 (HsBoardStep, 1);

  step->edits = g_ptr_array_ref (change->edits);
  step->row = change->id;
  g_queue_push_head (&self->undo, step);
  if (self->undo.length > 100)
    hs_board_step_free (g_queue_pop_tail (&self->undo));
}

/* The digicoach of the row is no part of HsBoardRow: only the plan wants to know. */
static gint64
digicoach_of (Change *change)
{
  for (guint i = 0; i < change->edits->len; i++)
    {
      const HsBoardEdit *edit = g_ptr_array_index (change->edits, i);
      const HsRecord *now = change->what == UNDO ? edit->before : edit->after;

      if (now != NULL && hs_record_kind_id (now) == HS_KIND_PROPOSAL_ROW)
        return hs_record_int (now, HS_PROPOSAL_ROW_DIGICOACH);
    }
  return 0;
}

static void
changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr (HsBoard) self = change->board;
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  self->busy--;
  if (error != NULL)
    {
      g_autofree char *sentence = hs_sentence (error->message);

      self->own = self->own > 0 ? self->own - 1 : 0;
      hs_board_emit_failed (self, sentence);
    }
  else
    {
      if (change->what != UNDO)
        remember (self, change);
      hs_board_put_row (self, &change->row);
      hs_board_patch_plan (self, &change->row, digicoach_of (change));
      hs_board_emit_done (self, say_done (change->what), change->what != UNDO);
    }
  change_free (change);
}

/* Takes over @change. */
static void
run (HsBoard *self, Change *change)
{
  change->board = g_object_ref (self);
  if (hs_context_actor (self->context) != NULL)
    change->actor = hs_actor_copy (hs_context_actor (self->context));
  if (change->edits == NULL)
    change->edits = hs_board_edits_new ();
  self->own++;
  self->busy++;
  hs_context_run (self->context, change_job, change, NULL, NULL, NULL, changed, change);
}

static Change *
new_change (What what, gint64 row)
{
  Change *change = g_new0 (Change, 1);

  change->what = what;
  change->id = row;
  return change;
}

void
hs_board_give_place (HsBoard *self, gint64 row, const HsBoardPlace *place)
{
  Change *change = new_change (GIVE, row);

  change->place = *place;
  run (self, change);
}

void
hs_board_take_away (HsBoard *self, gint64 row)
{
  run (self, new_change (TAKE_AWAY, row));
}

void
hs_board_fix_row (HsBoard *self, gint64 row, gboolean fixed)
{
  run (self, new_change (fixed ? FIX : LOOSEN, row));
}

void
hs_board_refuse_row (HsBoard *self, gint64 row, const char *reason)
{
  Change *change = new_change (REFUSE, row);

  change->reason = g_strdup (reason);
  run (self, change);
}

gboolean
hs_board_can_undo (HsBoard *self)
{
  return !g_queue_is_empty (&self->undo);
}

void
hs_board_undo (HsBoard *self)
{
  HsBoardStep *step = g_queue_pop_head (&self->undo);
  Change *change;

  if (step == NULL)
    return;
  change = new_change (UNDO, step->row);
  change->edits = g_ptr_array_ref (step->edits);
  hs_board_step_free (step);
  run (self, change);
}

/* ---- taking over ---- */

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
