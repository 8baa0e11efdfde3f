/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders. A mail is a draft in the mail program of the user: nothing is sent from here. */

#include "hs-remind.h"

#include "hs-a11y.h"
#include "hs-dialogs.h"

#include <glib/gi18n.h>

static void
reminder_free (gpointer data)
{
  HsReminder *reminder = data;

  g_free (reminder->name);
  g_free (reminder->email);
  g_free (reminder->text);
  g_free (reminder);
}

static HsReminder *
find (GPtrArray *reminders, const HsRecipient *recipient)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      HsReminder *reminder = g_ptr_array_index (reminders, i);
      if (g_strcmp0 (reminder->email, recipient->email) == 0
          && g_strcmp0 (reminder->name, recipient->name) == 0)
        return reminder;
    }
  return NULL;
}

static HsReminder *
new_reminder (GPtrArray *reminders, const HsRecipient *recipient)
{
  HsReminder *reminder = g_new0 (HsReminder, 1);

  reminder->name = g_strdup (recipient->name);
  reminder->email = g_strdup (recipient->email);
  reminder->text = g_strdup_printf (_ ("Dear %s,\n\nThese placement agreements wait for you:\n"),
                                    reminder->name);
  g_ptr_array_add (reminders, reminder);
  return reminder;
}

static void
add_task (HsReminder *reminder, const HsTask *task)
{
  g_autofree char *before = g_steal_pointer (&reminder->text);
  g_autofree char *days =
      task->days < 0
          ? NULL
          : g_strdup_printf (ngettext ("since %d day", "since %d days", task->days), task->days);

  reminder->n++;
  reminder->text =
      g_strdup_printf ("%s- %s: %s%s%s\n", before, task->number != NULL ? task->number : "?",
                       task->button, days != NULL ? ", " : "", days != NULL ? days : "");
}

GPtrArray *
hs_remind_make (GPtrArray *tasks, const char *from)
{
  GPtrArray *reminders = g_ptr_array_new_with_free_func (reminder_free);

  for (guint i = 0; i < tasks->len; i++)
    {
      const HsTask *task = g_ptr_array_index (tasks, i);
      for (guint j = 0; task->recipients != NULL && j < task->recipients->len; j++)
        {
          const HsRecipient *recipient = g_ptr_array_index (task->recipients, j);
          HsReminder *reminder = find (reminders, recipient);
          add_task (reminder != NULL ? reminder : new_reminder (reminders, recipient), task);
        }
    }
  for (guint i = 0; i < reminders->len; i++)
    {
      HsReminder *reminder = g_ptr_array_index (reminders, i);
      g_autofree char *before = g_steal_pointer (&reminder->text);
      reminder->text = g_strdup_printf (_ ("%s\nWill you look at it?\n\nKind regards,\n%s\n"),
                                        before, from != NULL ? from : "");
    }
  return reminders;
}

char *
hs_reminder_uri (const HsReminder *self)
{
  g_autofree char *to = g_uri_escape_string (self->email != NULL ? self->email : "", "@", FALSE);
  g_autofree char *subject =
      g_uri_escape_string (_ ("Reminder: placement agreements"), NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (self->text, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, subject, body);
}

/* ---- the window ---- */

static void
shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    hs_dialog_tell (GTK_WINDOW (source), _ ("There is no mail program"),
                    _ ("Copy the text, and paste it in a mail."));
}

static void
mail_clicked (GtkButton *button, const char *uri)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME,
                     NULL, shown, NULL);
  gtk_widget_add_css_class (row, "hs-done");
}

static void
copy_clicked (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  hs_a11y_announce (GTK_WIDGET (button), _ ("Copied"));
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

static GtkWidget *
new_row (const HsReminder *reminder)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mail = gtk_button_new_from_icon_name ("mail-send-symbolic");
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *number =
      g_strdup_printf (ngettext ("%u agreement", "%u agreements", reminder->n), reminder->n);
  g_autofree char *subtitle = g_strdup_printf (
      "%s · %s", number, reminder->email != NULL ? reminder->email : _ ("no e-mail address"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reminder->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (mail, _ ("Open the mail"));
  gtk_widget_set_tooltip_text (copy, _ ("Copy the text"));
  gtk_widget_set_sensitive (mail, reminder->email != NULL);
  gtk_widget_set_valign (mail, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  g_signal_connect_data (mail, "clicked", G_CALLBACK (mail_clicked), hs_reminder_uri (reminder),
                         free_text, 0);
  g_signal_connect_data (copy, "clicked", G_CALLBACK (copy_clicked), g_strdup (reminder->text),
                         free_text, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), copy);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mail);
  hs_a11y_label (row, reminder->name);
  return row;
}

void
hs_remind_show (GtkWindow *parent, GPtrArray *tasks, const char *from)
{
  g_autoptr (GPtrArray) reminders = hs_remind_make (tasks, from);
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ ("Remind"));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 420);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("One mail for each person. Your mail program opens it, and you send it yourself."));
  for (guint i = 0; i < reminders->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_row (g_ptr_array_index (reminders, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  hs_a11y_name_parts (window);
  gtk_window_present (GTK_WINDOW (window));
}
