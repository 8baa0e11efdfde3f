/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pile of reviews: who reviews goes from one to the next in the same window, by keyboard. The
 * pile is what waited when the window was opened; what is done stays in it, so that "3 of 10"
 * holds. */

#include "hs-agreement-window-private.h"

#include "hs-a11y.h"
#include "hs-query.h"
#include "hs-window.h"

#include <glib/gi18n.h>

/* ---- what is in the pile ---- */

static gboolean
is_mine (HsStore *store, const HsActor *actor, const HsRecord *agreement)
{
  g_autoptr (HsRecord) sheet = NULL;
  gint64 teacher;

  if (actor->organisation != hs_record_int (agreement, HS_AGREEMENT_SCHOOL)
      && actor->organisation != hs_record_int (agreement, HS_AGREEMENT_HOST))
    return FALSE;
  if (actor->roles >> HS_ROLE_COORDINATOR & 1)
    return TRUE;
  sheet = hs_store_get (store, HS_KIND_SHEET, hs_record_int (agreement, HS_AGREEMENT_SHEET), NULL);
  teacher = sheet == NULL ? 0 : hs_record_int (sheet, HS_SHEET_TEACHER);
  return !(actor->roles >> HS_ROLE_TEACHER & 1) || teacher == 0 || teacher == actor->id;
}

static gpointer
pile_job (HsStore *store, gpointer data, GError **error)
{
  const HsActor *actor = data;
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) rows = NULL;
  GArray *pile;

  hs_query_where_int (query, HS_AGREEMENT_STATE, HS_OP_EQUAL, HS_AGREEMENT_STATE_REVIEW);
  rows = hs_store_find (store, query, error);
  if (rows == NULL)
    return NULL;
  pile = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      gint64 id = hs_record_id (row);
      if (is_mine (store, actor, row))
        g_array_append_val (pile, id);
    }
  return pile;
}

/* ---- what is shown ---- */

static int
place_in_pile (HsAgreementWindow *self)
{
  gint64 agreement = hs_dossier_editor_agreement (self->editor);

  for (guint i = 0; self->pile != NULL && i < self->pile->len; i++)
    if (g_array_index (self->pile, gint64, i) == agreement)
      return (int) i;
  return -1;
}

void
hs_agreement_pile_show (HsAgreementWindow *self)
{
  int place = place_in_pile (self);
  guint n = self->pile == NULL ? 0 : self->pile->len;
  g_autofree char *text = g_strdup_printf (_ ("Review %d of %u"), place + 1, n);
  GAction *previous = g_action_map_lookup_action (G_ACTION_MAP (self), "previous-review");
  GAction *next = g_action_map_lookup_action (G_ACTION_MAP (self), "next-review");

  gtk_widget_set_visible (self->pile_bar, place >= 0 && n > 1);
  gtk_label_set_label (self->pile_label, text);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (previous), place > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (next), place >= 0 && place + 1 < (int) n);
}

static void
pile_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsAgreementWindow) self = user_data;
  GArray *pile = hs_context_run_finish (HS_CONTEXT (source), result, NULL);

  if (pile == NULL || self->editor == NULL)
    {
      g_clear_pointer (&pile, g_array_unref);
      return;
    }
  g_clear_pointer (&self->pile, g_array_unref);
  self->pile = pile;
  hs_agreement_pile_show (self);
}

void
hs_agreement_pile_read (HsAgreementWindow *self)
{
  const HsActor *actor = hs_context_actor (self->context);

  if (actor == NULL || self->pile != NULL
      || hs_dossier_state (hs_dossier_editor_dossier (self->editor)) != HS_AGREEMENT_STATE_REVIEW)
    return;
  hs_context_run (self->context, pile_job, hs_actor_copy (actor), (GDestroyNotify) hs_actor_free,
                  (GDestroyNotify) g_array_unref, NULL, pile_read, g_object_ref (self));
}

/* ---- going on ---- */

typedef struct
{
  HsAgreementWindow *window;
  gint64 agreement;
} Turn;

static void
saved_before (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Turn *turn = user_data;
  g_autoptr (HsAgreementWindow) self = turn->window;

  /* What cannot be saved stays in front; the window says why. */
  if (hs_editor_flush_finish (HS_EDITOR (source), result, NULL) && self->editor != NULL)
    hs_agreement_window_look_at (self, turn->agreement);
}

void
hs_agreement_pile_move (HsAgreementWindow *self, int step)
{
  int place = place_in_pile (self);
  Turn *turn;

  if (place < 0 || place + step < 0 || place + step >= (int) self->pile->len)
    return;
  turn = g_new0 (Turn, 1);
  turn->window = g_object_ref (self);
  turn->agreement = g_array_index (self->pile, gint64, place + step);
  hs_editor_flush_async (hs_dossier_editor_editor (self->editor), saved_before, turn);
}

void
hs_agreement_pile_done (HsAgreementWindow *self, HsEventAction action)
{
  int place = place_in_pile (self);
  const char *done = action == HS_EVENT_ACTION_APPROVE ? _ ("Approved: %s.") : _ ("Sent back: %s.");
  g_autofree char *message = NULL;

  if (place < 0 || self->pile->len < 2
      || (action != HS_EVENT_ACTION_APPROVE && action != HS_EVENT_ACTION_RETURN))
    return;
  message = g_strdup_printf (done, adw_window_title_get_title (self->title));
  hs_agreement_window_toast (self, message);
  if (place + 1 < (int) self->pile->len)
    hs_agreement_pile_move (self, 1);
  else
    hs_agreement_window_toast (self, _ ("This was the last review of the pile."));
}
