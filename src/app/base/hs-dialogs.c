/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs that newer GTK has as one call. A test sets HANDSLAG_TEST_FILES to a folder: then the
 * file dialog answers by itself with the proposed name there, because the portal of a real desktop
 * cannot be driven. */

#include "hs-dialogs.h"

#include "hs-a11y.h"

#include <glib/gi18n.h>

char *
hs_sentence (const char *message)
{
  g_autofree char *first = g_utf8_substring (message, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  const char *rest = message + strlen (first);
  gsize length = strlen (message);
  gboolean ended = length > 0 && strchr (".!?", message[length - 1]) != NULL;

  return g_strconcat (upper, rest, ended ? "" : ".", NULL);
}

static AdwMessageDialog *
new_message (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_set_heading_use_markup (dialog, FALSE);
  adw_message_dialog_set_body_use_markup (dialog, FALSE);
  return dialog;
}

static void
asked (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_strcmp0 (response, "accept") == 0);
}

void
hs_dialog_ask_async (GtkWindow *parent, const char *heading, const char *body, const char *accept,
                     gboolean destructive, GAsyncReadyCallback callback, gpointer user_data)
{
  AdwMessageDialog *dialog = new_message (parent, heading, body);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", accept);
  adw_message_dialog_set_response_appearance (
      dialog, "accept", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (asked), task);
  hs_a11y_name_parts (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
hs_dialog_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
text_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_strcmp0 (response, "accept") != 0 || *text == '\0')
    g_clear_pointer (&text, g_free);
  g_task_return_pointer (task, g_steal_pointer (&text), g_free);
}

void
hs_dialog_text_async (GtkWindow *parent, const char *heading, const char *label, const char *accept,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  AdwMessageDialog *dialog = new_message (parent, heading, label);
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  hs_a11y_label (entry, label);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", accept);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (text_answered), task);
  hs_a11y_name_parts (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

char *
hs_dialog_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
hs_dialog_tell (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = new_message (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  hs_a11y_name_parts (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_task_return_pointer (task, file, g_object_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static gboolean
answer_for_test (GTask *task, const char *name)
{
  const char *folder = g_getenv ("HANDSLAG_TEST_FILES");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, name != NULL ? name : "bestand", NULL);
  g_task_return_pointer (task, g_file_new_for_path (path), g_object_unref);
  g_object_unref (task);
  return TRUE;
}

void
hs_dialog_file_async (GtkWindow *parent, const char *title, gboolean save, const char *name,
                      const char *filter_name, const char *pattern, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser;

  if (answer_for_test (task, name))
    return;
  chooser = gtk_file_chooser_native_new (
      title, parent, save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (name != NULL && save)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (pattern != NULL)
    add_filter (GTK_FILE_CHOOSER (chooser), filter_name, pattern);
  g_signal_connect (chooser, "response", G_CALLBACK (file_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
hs_dialog_file_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
hs_dialog_accept_key (GtkWidget *dialog, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (
          gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                       gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK)),
          gtk_named_action_new (action)));
  gtk_widget_add_controller (dialog, keys);
}
