/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that the actor can take: the one that brings the agreement further as one clear button,
 * one beside it, and the rest in a menu. */

#include "hs-agreement-window-private.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-sign-dialog.h"
#include "hs-step-dialog.h"

#include <glib/gi18n.h>

HsNextStep *
hs_agreement_steps_primary (HsAgreementWindow *self)
{
  HsNextStep *first =
      self->steps != NULL && self->steps->len > 0 ? g_ptr_array_index (self->steps, 0) : NULL;

  return first != NULL && first->primary ? first : NULL;
}

typedef struct
{
  HsAgreementWindow *window;
  HsEventAction action;
} Taken;

static void
taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Taken *step = user_data;
  g_autoptr (HsAgreementWindow) self = step->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    {
      hs_agreement_pile_done (self, step->action);
      return;
    }
  body = hs_sentence (error->message);
  hs_dialog_tell (GTK_WINDOW (self), _ ("This step cannot be taken"), body);
}

/* A step that cannot be taken back at once says first what happens. */
static gboolean
asks_first (const HsNextStep *step)
{
  return step->needs_reason || step->action == HS_EVENT_ACTION_END
         || step->action == HS_EVENT_ACTION_COMPLETE;
}

static gpointer
losses_job (HsStore *store, gpointer data, GError **error)
{
  return hs_life_recall_loses (store, *(gint64 *) data, error);
}

static void
losses_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsAgreementWindow) self = user_data;
  g_auto (GStrv) losses = hs_context_run_finish (HS_CONTEXT (source), result, NULL);
  g_autoptr (GString) text = g_string_new (hs_transition_explanation (HS_EVENT_ACTION_RECALL));

  if (losses != NULL && losses[0] != NULL)
    g_string_append (text, _ ("\n\nThese signatures then no longer count:"));
  for (guint i = 0; losses != NULL && losses[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", losses[i]);
  for (guint i = 0; i < self->steps->len; i++)
    {
      HsNextStep *step = g_ptr_array_index (self->steps, i);
      if (step->action == HS_EVENT_ACTION_RECALL)
        {
          gtk_window_present (
              GTK_WINDOW (hs_step_dialog_new (GTK_WINDOW (self), self->editor, step, text->str)));
          return;
        }
    }
}

static void
dialog_taken (HsStepDialog *dialog, int action, HsAgreementWindow *self)
{
  hs_agreement_pile_done (self, (HsEventAction) action);
}

static void
take (HsAgreementWindow *self, const HsNextStep *step)
{
  const HsTransitionInput none = HS_TRANSITION_INPUT_NONE;
  gint64 agreement = hs_dossier_editor_agreement (self->editor);

  if (step->action == HS_EVENT_ACTION_SIGN)
    gtk_window_present (GTK_WINDOW (hs_sign_dialog_new (GTK_WINDOW (self), self->editor, -1)));
  else if (step->action == HS_EVENT_ACTION_RECALL)
    hs_context_run (self->context, losses_job, g_memdup2 (&agreement, sizeof agreement), g_free,
                    (GDestroyNotify) g_strfreev, NULL, losses_read, g_object_ref (self));
  else if (asks_first (step))
    {
      GtkWidget *dialog = hs_step_dialog_new (GTK_WINDOW (self), self->editor, step,
                                              hs_transition_explanation (step->action));
      g_signal_connect_object (dialog, "taken", G_CALLBACK (dialog_taken), self, 0);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else
    {
      Taken *taking = g_new0 (Taken, 1);
      *taking = (Taken){ g_object_ref (self), step->action };
      hs_step_take (self->editor, step->action, &none, taken, taking);
    }
}

void
hs_agreement_steps_clicked (GtkButton *button, HsAgreementWindow *self)
{
  guint action = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "action"));

  gtk_menu_button_popdown (self->more);
  for (guint i = 0; i < self->steps->len; i++)
    {
      HsNextStep *step = g_ptr_array_index (self->steps, i);
      if (step->action != (HsEventAction) action)
        continue;
      /* What is missing opens instead: a button that does nothing would be a riddle. */
      if (!step->allowed && step->n_needed > 0)
        gtk_menu_button_popup (self->needed);
      else if (!step->allowed)
        hs_agreement_window_toast (self, step->why_not);
      else
        take (self, step);
      return;
    }
}

void
hs_agreement_steps_second (HsAgreementWindow *self)
{
  if (gtk_widget_get_visible (self->second))
    gtk_widget_activate (self->second);
}

void
hs_agreement_steps_next (HsAgreementWindow *self)
{
  if (gtk_widget_get_visible (self->next))
    gtk_widget_activate (self->next);
}

static void
show_step (GtkWidget *button, const HsNextStep *step)
{
  gtk_widget_set_visible (button, step != NULL);
  if (step == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (button), step->label);
  gtk_widget_set_tooltip_text (button, step->allowed ? hs_transition_explanation (step->action)
                                                     : step->why_not);
  hs_a11y_label (button, step->label);
  g_object_set_data (G_OBJECT (button), "action", GUINT_TO_POINTER (step->action));
}

/* Beside the next step stands the one that a reviewer needs as often: send back, refuse. */
static const HsNextStep *
second_step (HsAgreementWindow *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      HsNextStep *step = g_ptr_array_index (self->steps, i);
      if (!step->primary && step->allowed
          && (step->action == HS_EVENT_ACTION_RETURN || step->action == HS_EVENT_ACTION_REFUSE
              || step->action == HS_EVENT_ACTION_RECALL))
        return step;
    }
  return NULL;
}

static void
fill_more (HsAgreementWindow *self, const HsNextStep *primary, const HsNextStep *second)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->more_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->more_box), child);
  for (guint i = 0; i < self->steps->len; i++)
    {
      HsNextStep *step = g_ptr_array_index (self->steps, i);
      if (step == primary || step == second || !step->allowed)
        continue;
      child = gtk_button_new_with_label (step->label);
      gtk_widget_add_css_class (child, "flat");
      show_step (child, step);
      g_signal_connect (child, "clicked", G_CALLBACK (hs_agreement_steps_clicked), self);
      gtk_box_append (GTK_BOX (self->more_box), child);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          gtk_widget_get_first_child (self->more_box) != NULL);
}

void
hs_agreement_steps_refresh (HsAgreementWindow *self)
{
  const HsNextStep *primary;
  const HsNextStep *second;

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = hs_context_is_read_only (self->context)
                    ? g_ptr_array_new ()
                    : hs_transition_next (hs_dossier_editor_dossier (self->editor),
                                          hs_context_actor (self->context));
  primary = hs_agreement_steps_primary (self);
  second = second_step (self);
  show_step (self->next, primary);
  show_step (self->second, second);
  fill_more (self, primary, second);
  gtk_label_set_label (self->why_not, primary != NULL && !primary->allowed && primary->n_needed == 0
                                              && primary->why_not != NULL
                                          ? primary->why_not
                                          : "");
  if (primary != NULL && primary->allowed)
    gtk_widget_add_css_class (self->next, "suggested-action");
  else
    gtk_widget_remove_css_class (self->next, "suggested-action");
}
