/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small window with the form of one record. It saves by itself; closing waits for that. */

#include "hs-record-dialog.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"
#include "hs-form.h"
#include "hs-record-load.h"
#include "hs-remove.h"

#include <glib/gi18n.h>

struct _HsRecordDialog
{
  AdwWindow parent_instance;

  HsWindow *window;
  HsContext *context;
  HsEditor *editor;
  HsRecord *record;
  HsKindId kind;
  int parent_field;
  gboolean closing;

  GtkWidget *scrolled;
  GtkWidget *remove;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (HsRecordDialog, hs_record_dialog, ADW_TYPE_WINDOW)

static void
failed (HsEditor *editor, GError *error, HsRecordDialog *self)
{
  g_autofree char *body = hs_sentence (error->message);

  hs_dialog_tell (GTK_WINDOW (self), _ ("This could not be saved"), body);
}

static void
flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsRecordDialog) self = user_data;

  if (hs_editor_flush_finish (HS_EDITOR (source), result, NULL))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    self->closing = FALSE;
}

static gboolean
close_request (GtkWindow *window)
{
  HsRecordDialog *self = HS_RECORD_DIALOG (window);

  if (!self->closing && self->editor != NULL)
    {
      self->closing = TRUE;
      hs_editor_flush_async (self->editor, flushed, g_object_ref (self));
    }
  return TRUE;
}

static void
close_clicked (GtkButton *button, HsRecordDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_clicked (GtkButton *button, HsRecordDialog *self)
{
  if (hs_record_id (self->record) != 0)
    hs_remove_record (self->window, self->context, self->record);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_record (HsRecordDialog *self, HsRecord *record, GHashTable *titles, gboolean editable)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->record = hs_record_ref (record);
  self->form = hs_form_new (self->context, self->kind, titles);
  hs_form_add_all (HS_FORM (self->form), self->parent_field);
  hs_form_bind (HS_FORM (self->form), self->editor, record);
  gtk_widget_add_css_class (self->form, "hs-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_visible (self->remove, hs_record_id (record) != 0 && editable);
  hs_form_set_editable (HS_FORM (self->form), editable);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsRecordDialog) self = user_data;
  g_autoptr (HsLoaded) loaded = hs_record_load_finish (HS_CONTEXT (source), result, NULL);

  if (loaded == NULL || self->scrolled == NULL)
    return;
  hs_editor_track (self->editor, loaded->record);
  show_record (self, loaded->record, loaded->titles, loaded->editable);
}

static void
hs_record_dialog_dispose (GObject *object)
{
  HsRecordDialog *self = HS_RECORD_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->context);
  g_clear_pointer (&self->record, hs_record_unref);
  self->scrolled = NULL;
  G_OBJECT_CLASS (hs_record_dialog_parent_class)->dispose (object);
}

static void
hs_record_dialog_class_init (HsRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_record_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
}

static void
hs_record_dialog_init (HsRecordDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *close = gtk_button_new_with_mnemonic (_ ("_Done"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove"));
  gtk_widget_set_visible (self->remove, FALSE);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (remove_clicked), self);
  g_signal_connect (close, "clicked", G_CALLBACK (close_clicked), self);
  gtk_widget_add_css_class (close, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->remove);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), close);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  hs_a11y_name_parts (box);
}

GtkWidget *
hs_record_dialog_new (HsWindow *window, HsContext *context, HsKindId kind, gint64 id,
                      int parent_field, gint64 parent_id)
{
  HsRecordDialog *self =
      g_object_new (HS_TYPE_RECORD_DIALOG, "transient-for", window, "modal", TRUE, "default-width",
                    480, "default-height", 560, "title", hs_kind_label (hs_kind (kind)), NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->kind = kind;
  self->parent_field = parent_field;
  self->editor = hs_editor_new (context);
  g_signal_connect_object (self->editor, "failed", G_CALLBACK (failed), self, 0);
  if (id != 0)
    hs_record_load_async (context, kind, id, loaded, g_object_ref (self));
  else
    {
      g_autoptr (HsRecord) record = hs_record_new (kind);
      g_autoptr (GHashTable) titles = hs_titles_new ();
      if (parent_field >= 0)
        hs_record_set_int (record, (guint) parent_field, parent_id);
      show_record (self, record, titles, !hs_context_is_read_only (context));
    }
  return GTK_WIDGET (self);
}
