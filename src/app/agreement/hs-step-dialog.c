/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a step needs. */

#include "hs-step-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-field-row.h"

#include <glib/gi18n.h>

struct _HsStepDialog
{
  AdwWindow parent_instance;

  HsDossierEditor *editor;
  HsEventAction action;
  HsDay date;
  gint64 minutes;

  GtkWidget *box;
  GtkWidget *accept;
  GtkWidget *reason;
  GtkWidget *problem;
};

static guint taken_signal;

G_DEFINE_FINAL_TYPE (HsStepDialog, hs_step_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  HsEventAction action;
  char *reason;
  HsTransitionInput input;
} Step;

static void
step_free (gpointer data)
{
  g_free (((Step *) data)->reason);
  g_free (data);
}

static gboolean
write_step (HsStore *store, const HsActor *actor, gint64 agreement, gpointer data, GError **error)
{
  Step *step = data;

  return hs_life_transition (store, actor, agreement, step->action, &step->input, error);
}

void
hs_step_take (HsDossierEditor *editor, HsEventAction action, const HsTransitionInput *input,
              GAsyncReadyCallback callback, gpointer user_data)
{
  Step *step = g_new0 (Step, 1);

  step->action = action;
  step->input = *input;
  step->reason = g_strdup (input->reason);
  step->input.reason = step->reason;
  hs_dossier_editor_run (editor, "transition", write_step, step, step_free, callback, user_data);
}

static void
taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    {
      g_signal_emit (self, taken_signal, 0, (int) self->action);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  text = hs_sentence (error->message);
  gtk_label_set_label (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_widget_set_sensitive (self->accept, TRUE);
}

static void
accepted (HsStepDialog *self)
{
  g_autofree char *reason = NULL;
  HsTransitionInput input = HS_TRANSITION_INPUT_NONE;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)), "text", &reason, NULL);
  g_strstrip (reason);
  input.reason = reason;
  input.date = self->date;
  input.minutes = self->minutes;
  gtk_widget_set_sensitive (self->accept, FALSE);
  hs_step_take (self->editor, self->action, &input, taken, g_object_ref (self));
}

static void
accept_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HsStepDialog *self = HS_STEP_DIALOG (widget);

  if (gtk_widget_get_sensitive (self->accept))
    accepted (self);
}

static void
date_edited (HsFieldRow *row, HsRecord *value, HsStepDialog *self)
{
  self->date = hs_record_has (value, HS_AGREEMENT_ENDED_ON)
                   ? (HsDay) hs_record_int (value, HS_AGREEMENT_ENDED_ON)
                   : HS_DAY_NONE;
}

static void
minutes_edited (HsFieldRow *row, HsRecord *value, HsStepDialog *self)
{
  self->minutes = hs_record_has (value, HS_AGREEMENT_REALISED_MINUTES)
                      ? hs_record_int (value, HS_AGREEMENT_REALISED_MINUTES)
                      : -1;
}

static void
add_fields (HsStepDialog *self)
{
  HsContext *context = hs_dossier_editor_context (self->editor);
  GtkWidget *row;

  if (self->action == HS_EVENT_ACTION_END)
    {
      row = hs_field_row_new (context, HS_KIND_AGREEMENT, HS_AGREEMENT_ENDED_ON, NULL);
      hs_field_row_set_label (HS_FIELD_ROW (row), _ ("Last day"));
      g_signal_connect (row, "edited", G_CALLBACK (date_edited), self);
      gtk_box_append (GTK_BOX (self->box), row);
    }
  if (self->action == HS_EVENT_ACTION_END || self->action == HS_EVENT_ACTION_COMPLETE)
    {
      row = hs_field_row_new (context, HS_KIND_AGREEMENT, HS_AGREEMENT_REALISED_MINUTES, NULL);
      g_signal_connect (row, "edited", G_CALLBACK (minutes_edited), self);
      gtk_box_append (GTK_BOX (self->box), row);
    }
}

static void
hs_step_dialog_dispose (GObject *object)
{
  g_clear_object (&HS_STEP_DIALOG (object)->editor);
  G_OBJECT_CLASS (hs_step_dialog_parent_class)->dispose (object);
}

static void
hs_step_dialog_class_init (HsStepDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_step_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "step.accept", NULL, accept_activated);
  taken_signal = g_signal_new ("taken", HS_TYPE_STEP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkWidget *
add_text (HsStepDialog *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
hs_step_dialog_init (HsStepDialog *self)
{
  hs_dialog_accept_key (GTK_WIDGET (self), "step.accept");
  self->date = HS_DAY_NONE;
  self->minutes = -1;
}

static GtkWidget *
new_bar (HsStepDialog *self, const HsNextStep *step)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept = gtk_button_new_with_label (step->label);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (accepted), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new ("", ""));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->accept);
  return bar;
}

GtkWidget *
hs_step_dialog_new (GtkWindow *parent, HsDossierEditor *editor, const HsNextStep *step,
                    const char *explanation)
{
  HsStepDialog *self =
      g_object_new (HS_TYPE_STEP_DIALOG, "transient-for", parent, "modal", TRUE, "title",
                    step->label, "default-width", 440, "default-height", 360, NULL);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->editor = g_object_ref (editor);
  self->action = step->action;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "hs-page");
  gtk_box_append (GTK_BOX (all), new_bar (self, step));
  gtk_box_append (GTK_BOX (all), self->box);
  add_text (self, step->label, "hs-section-heading");
  add_text (self, explanation, "hs-text-body");
  add_fields (self);
  add_text (self,
            step->needs_reason ? _ ("Why? Everybody who takes part reads this.") : _ ("Remark"),
            "hs-field-label");
  self->reason = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->reason), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->reason), FALSE);
  gtk_widget_add_css_class (self->reason, "hs-text");
  gtk_widget_set_size_request (self->reason, -1, 90);
  hs_a11y_label (self->reason, _ ("Why? Everybody who takes part reads this."));
  gtk_box_append (GTK_BOX (self->box), self->reason);
  self->problem = add_text (self, NULL, "hs-finding");
  gtk_widget_add_css_class (self->problem, "blocking");
  gtk_widget_set_visible (self->problem, FALSE);
  adw_window_set_content (ADW_WINDOW (self), all);
  hs_a11y_name_parts (all);
  gtk_widget_grab_focus (self->reason);
  return GTK_WIDGET (self);
}
