/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows and cards of the overview. */

#include "hs-overview-rows.h"

#include "hs-a11y.h"
#include "hs-bar.h"
#include "hs-columns.h"
#include "hs-window.h"

#include <glib/gi18n.h>

void
hs_card_add (HsCard *self, GtkWidget *parent, const char *title)
{
  GtkWidget *heading = gtk_label_new (title);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "hs-section-title");
  gtk_box_append (GTK_BOX (self->head), heading);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  hs_a11y_label (GTK_WIDGET (self->list), title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_visible (self->box, FALSE);
  if (HS_IS_COLUMNS (parent))
    hs_columns_append (HS_COLUMNS (parent), self->box);
  else
    gtk_box_append (GTK_BOX (parent), self->box);
}

void
hs_card_clear (HsCard *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

void
hs_card_add_more (HsCard *self, const char *text, const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (row, "hs-more");
  hs_a11y_label (row, text);
  gtk_list_box_append (self->list, row);
}

/* ---- tasks ---- */

static void
open_task (GtkWidget *widget, HsKindId kind, gint64 id)
{
  HsWindow *window = hs_window_of (widget);

  if (kind == HS_N_KINDS)
    hs_window_show_page (window, "matching");
  else
    hs_window_show_record (window, kind, id);
}

static void
activated (GtkWidget *widget, gpointer user_data)
{
  open_task (widget, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "kind")),
             *(gint64 *) g_object_get_data (G_OBJECT (widget), "id"));
}

static void
set_target (GtkWidget *widget, const HsTask *task)
{
  g_object_set_data (G_OBJECT (widget), "kind", GUINT_TO_POINTER (task->kind));
  g_object_set_data_full (G_OBJECT (widget), "id", g_memdup2 (&task->id, sizeof task->id), g_free);
}

static GtkWidget *
new_row (const HsTask *task)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) said = g_string_new (task->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), task->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), task->subtitle != NULL ? task->subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (task->subtitle != NULL)
    g_string_append_printf (said, ", %s", task->subtitle);
  if (task->button != NULL)
    g_string_append_printf (said, ", %s", task->button);
  hs_a11y_label (row, said->str);
  if (task->urgent)
    gtk_widget_add_css_class (row, "hs-urgent");
  set_target (row, task);
  g_signal_connect (row, "activated", G_CALLBACK (activated), NULL);
  return row;
}

static GtkWidget *
new_button (const HsTask *task)
{
  GtkWidget *button = gtk_button_new_with_label (task->button);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *name = g_strdup_printf ("%s: %s", task->button, task->title);

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, MIN (16, (int) g_utf8_strlen (task->button, -1)));
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  hs_a11y_label (button, name);
  set_target (button, task);
  g_signal_connect (button, "clicked", G_CALLBACK (activated), NULL);
  return button;
}

static GtkWidget *
new_end (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (12, (int) g_utf8_strlen (text, -1)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "hs-row-subtitle");
  return label;
}

GtkWidget *
hs_task_row_new (const HsTask *task, gboolean with_button)
{
  GtkWidget *row = new_row (task);
  GtkWidget *end = task->button == NULL ? NULL
                   : with_button        ? new_button (task)
                                        : new_end (task->button);

  if (end != NULL)
    {
      gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
    }
  return row;
}

GtkWidget *
hs_waiting_row_new (const HsTask *task, GtkWidget **check)
{
  GtkWidget *row = new_row (task);
  g_autofree char *name = g_strdup_printf (_ ("Remind: %s"), task->title);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", task->subtitle, task->button);
  g_autofree char *days =
      task->days < 0
          ? NULL
          : g_strdup_printf (ngettext ("%d day", "%d days", (gulong) task->days), task->days);

  *check = gtk_check_button_new ();
  hs_a11y_label (*check, name);
  gtk_widget_set_valign (*check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (*check, task->recipients != NULL && task->recipients->len > 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), *check);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (days != NULL)
    {
      GtkWidget *label = gtk_label_new (days);
      gtk_widget_add_css_class (label, "hs-badge");
      if (task->days >= 10)
        gtk_widget_add_css_class (label, "warn");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

/* ---- people ---- */

static char *
hours (gint64 minutes)
{
  gint64 tenths = (minutes * 10 + 30) / 60;

  return tenths % 10 == 0
             ? g_strdup_printf ("%" G_GINT64_FORMAT, tenths / 10)
             : g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, tenths / 10, tenths % 10);
}

static char *
busy_text (const HsBusy *busy, gboolean minutes)
{
  g_autofree char *used =
      minutes ? hours (busy->used) : g_strdup_printf ("%" G_GINT64_FORMAT, busy->used);
  g_autofree char *limit =
      minutes ? hours (busy->limit) : g_strdup_printf ("%" G_GINT64_FORMAT, busy->limit);

  if (busy->limit < 0)
    return minutes ? g_strdup_printf (_ ("%s hours a week"), used) : g_steal_pointer (&used);
  return minutes ? g_strdup_printf (_ ("%s of %s hours a week"), used, limit)
                 : g_strdup_printf (_ ("%s of %s"), used, limit);
}

GtkWidget *
hs_busy_row_new (const HsBusy *busy, gboolean minutes)
{
  g_autofree char *value = busy_text (busy, minutes);
  double part = busy->limit > 0 ? (double) busy->used / (double) busy->limit : 0.5;
  GtkWidget *row = hs_bar_row_new (busy->name, value, part,
                                   busy->limit >= 0 && busy->used > busy->limit ? "warn" : NULL);
  HsTask task = { .kind = HS_KIND_PERSON, .id = busy->id };

  set_target (row, &task);
  return row;
}

void
hs_busy_row_open (GtkListBoxRow *row)
{
  activated (GTK_WIDGET (row), NULL);
}
