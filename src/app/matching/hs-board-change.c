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
  RULE_OUT,
  SWAP,
  UNDO
} What;

#define MOST_ROWS 2

/* @ids: the rows that change; @n of them. @anew: the world changes, and the plan is made anew;
 * @solve: and then a proposal is made around it. */
typedef struct
{
  HsBoard *board;
  HsActor *actor;
  What what;
  guint n;
  gint64 ids[MOST_ROWS];
  HsBoardPlace places[MOST_ROWS];
  guint field;
  gint64 target;
  char *reason;
  gboolean anew;
  gboolean solve;
  GPtrArray *edits;
  HsBoardRow rows[MOST_ROWS];
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
  gint64 id = change->ids[0];

  switch (change->what)
    {
    case GIVE:
    case SWAP:
      for (guint i = 0; i < change->n; i++)
        if (!hs_board_give (store, change->ids[i], &change->places[i], change->edits, error))
          return FALSE;
      return TRUE;
    case TAKE_AWAY:
      return hs_board_give (store, id, NULL, change->edits, error);
    case FIX:
    case LOOSEN:
      return hs_board_fix (store, id, change->what == FIX, change->edits, error);
    case REFUSE:
      return hs_board_refuse (store, id, change->reason, change->edits, error);
    case RULE_OUT:
      return hs_board_rule_out (store, id, change->field, change->target, change->reason,
                                change->edits, error);
    case UNDO:
    default:
      return hs_board_take_back (store, change->edits, error);
    }
}

static gboolean
read_rows (HsStore *store, Change *change, GError **error)
{
  for (guint i = 0; i < change->n; i++)
    if (!hs_board_row_read (store, change->ids[i], &change->rows[i], error))
      return FALSE;
  return TRUE;
}

static gpointer
change_job (HsStore *store, gpointer data, GError **error)
{
  Change *change = data;

  if (!hs_permission_edit_record (change->actor, HS_KIND_FIXED_PAIR, 0, 0, error)
      || !hs_store_begin (store, change->actor, "board", error))
    return NULL;
  if (!carry_out (store, change, error) || !read_rows (store, change, error))
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
    case RULE_OUT:
      return _ ("Ruled out: the next proposal respects that");
    case SWAP:
      return _ ("Swapped. Both places are fixed.");
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
  step->n = change->n;
  memcpy (step->rows, change->ids, sizeof step->rows);
  step->anew = change->anew;
  g_queue_push_head (&self->undo, step);
  if (self->undo.length > 100)
    hs_board_step_free (g_queue_pop_tail (&self->undo));
}

/* The digicoach of a row is no part of HsBoardRow: only the plan wants to know. */
static gint64
digicoach_of (Change *change, gint64 row)
{
  gint64 digicoach = 0;

  for (guint i = 0; i < change->edits->len; i++)
    {
      const HsBoardEdit *edit = g_ptr_array_index (change->edits, i);
      const HsRecord *now = change->what == UNDO ? edit->before : edit->after;

      if (now != NULL && hs_record_kind_id (now) == HS_KIND_PROPOSAL_ROW
          && hs_record_id (now) == row)
        digicoach = hs_record_int (now, HS_PROPOSAL_ROW_DIGICOACH);
    }
  return digicoach;
}

static void
renew_plan (HsBoard *self, Change *change)
{
  if (change->solve)
    hs_board_solve (self, FALSE);
  else if (change->anew)
    hs_board_open_plan (self);
  else
    {
      gint64 digicoaches[MOST_ROWS];

      for (guint i = 0; i < change->n; i++)
        digicoaches[i] = digicoach_of (change, change->ids[i]);
      hs_board_patch_plan (self, change->rows, digicoaches, change->n);
    }
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
      hs_board_put_rows (self, change->rows, change->n);
      renew_plan (self, change);
      if (change->solve)
        hs_board_emit_done (self, _ ("Place given. Handslag now makes a proposal around it."),
                            FALSE);
      else
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
  change->n = 1;
  change->ids[0] = row;
  return change;
}

void
hs_board_give_place (HsBoard *self, gint64 row, const HsBoardPlace *place)
{
  Change *change = new_change (GIVE, row);

  change->places[0] = *place;
  run (self, change);
}

void
hs_board_force_place (HsBoard *self, gint64 row, const HsBoardPlace *place, gboolean solve)
{
  Change *change = new_change (GIVE, row);

  change->places[0] = *place;
  change->anew = TRUE;
  change->solve = solve;
  run (self, change);
}

void
hs_board_swap_places (HsBoard *self, const gint64 *rows, const HsBoardPlace *places)
{
  Change *change = new_change (SWAP, rows[0]);

  change->n = 2;
  memcpy (change->ids, rows, 2 * sizeof *rows);
  memcpy (change->places, places, 2 * sizeof *places);
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
  change->anew = TRUE;
  run (self, change);
}

void
hs_board_rule_out_for (HsBoard *self, gint64 row, guint field, gint64 target, const char *reason)
{
  Change *change = new_change (RULE_OUT, row);

  change->field = field;
  change->target = target;
  change->reason = g_strdup (reason);
  change->anew = TRUE;
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
  change = new_change (UNDO, step->rows[0]);
  change->n = step->n;
  memcpy (change->ids, step->rows, sizeof step->rows);
  change->anew = step->anew;
  change->edits = g_ptr_array_ref (step->edits);
  hs_board_step_free (step);
  run (self, change);
}
