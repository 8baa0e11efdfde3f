/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a few values and writes them in one go. */

#include "hs-ask-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"

#include <glib/gi18n.h>

struct _HsAskDialog
{
  AdwWindow parent_instance;

  HsDossierEditor *editor;
  HsRecord *values;
  HsLifeWrite write;
  gint64 detail;

  GtkWidget *box;
  GtkWidget *accept;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (HsAskDialog, hs_ask_dialog, ADW_TYPE_WINDOW)

static void
answer_free (gpointer data)
{
  hs_record_unref (((HsAskAnswer *) data)->values);
  g_free (data);
}

static void
written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsAskDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (hs_dossier_editor_run_finish (HS_DOSSIER_EDITOR (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  text = hs_sentence (error->message);
  gtk_label_set_label (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_widget_set_sensitive (self->accept, TRUE);
  hs_a11y_announce (self->problem, text);
}

static void
accepted (HsAskDialog *self)
{
  HsAskAnswer *answer = g_new0 (HsAskAnswer, 1);

  answer->values = hs_record_copy (self->values);
  answer->detail = self->detail;
  gtk_widget_set_sensitive (self->accept, FALSE);
  hs_dossier_editor_run (self->editor, "sheet", self->write, answer, answer_free, written,
                         g_object_ref (self));
}

static void
accept_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HsAskDialog *self = HS_ASK_DIALOG (widget);

  if (gtk_widget_get_sensitive (self->accept))
    accepted (self);
}

static void
edited (HsFieldRow *row, HsRecord *value, HsAskDialog *self)
{
  hs_record_copy_field (self->values, value, hs_field_row_field (row));
}

HsRecord *
hs_ask_dialog_values (HsAskDialog *self)
{
  return self->values;
}

HsFieldRow *
hs_ask_dialog_add (HsAskDialog *self, guint field, const char *label)
{
  GtkWidget *row = hs_field_row_new (hs_dossier_editor_context (self->editor),
                                     hs_record_kind_id (self->values), field, NULL);
  gboolean first = gtk_widget_get_prev_sibling (self->problem) == NULL
                   || !HS_IS_FIELD_ROW (gtk_widget_get_prev_sibling (self->problem));

  if (label != NULL)
    hs_field_row_set_label (HS_FIELD_ROW (row), label);
  hs_field_row_load (HS_FIELD_ROW (row), self->values);
  g_signal_connect (row, "edited", G_CALLBACK (edited), self);
  gtk_box_insert_child_after (GTK_BOX (self->box), row,
                              gtk_widget_get_prev_sibling (self->problem));
  hs_a11y_name_parts (row);
  if (first)
    hs_field_row_focus (HS_FIELD_ROW (row));
  return HS_FIELD_ROW (row);
}

static void
hs_ask_dialog_dispose (GObject *object)
{
  HsAskDialog *self = HS_ASK_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->values, hs_record_unref);
  G_OBJECT_CLASS (hs_ask_dialog_parent_class)->dispose (object);
}

static void
hs_ask_dialog_class_init (HsAskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_ask_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "ask.accept", NULL, accept_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_text (HsAskDialog *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
hs_ask_dialog_init (HsAskDialog *self)
{
  hs_dialog_accept_key (GTK_WIDGET (self), "ask.accept");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "hs-page");
}

static GtkWidget *
new_bar (HsAskDialog *self, const char *accept)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept = gtk_button_new_with_label (accept);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (accepted), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new ("", ""));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->accept);
  hs_a11y_name_parts (bar);
  return bar;
}

HsAskDialog *
hs_ask_dialog_new (GtkWindow *parent, HsDossierEditor *editor, HsKindId kind, const char *heading,
                   const char *explanation, const char *accept, HsLifeWrite write, gint64 detail)
{
  HsAskDialog *self = g_object_new (HS_TYPE_ASK_DIALOG, "transient-for", parent, "modal", TRUE,
                                    "title", heading, "default-width", 440, NULL);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->editor = g_object_ref (editor);
  self->values = hs_record_new (kind);
  self->write = write;
  self->detail = detail;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (all), new_bar (self, accept));
  gtk_box_append (GTK_BOX (all), scrolled);
  add_text (self, heading, "hs-section-heading");
  if (explanation != NULL)
    add_text (self, explanation, "hs-text-body");
  self->problem = add_text (self, NULL, "hs-finding");
  gtk_widget_add_css_class (self->problem, "blocking");
  gtk_widget_set_visible (self->problem, FALSE);
  adw_window_set_content (ADW_WINDOW (self), all);
  return self;
}
