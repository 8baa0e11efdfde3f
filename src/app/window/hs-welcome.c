/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start. */

#include "hs-welcome.h"

#include "hs-a11y.h"

struct _HsWelcome
{
  AdwBin parent_instance;

  GtkWidget *demo;
  GtkWidget *new;
  GtkWidget *open;
  GtkWidget *take_over;
  GtkWidget *spinner;
  GtkWidget *recent_box;
  GtkListBox *recent;
};

static guint open_signal;

G_DEFINE_FINAL_TYPE (HsWelcome, hs_welcome, ADW_TYPE_BIN)

static void
recent_activated (HsWelcome *self, GtkListBoxRow *row)
{
  g_signal_emit (self, open_signal, 0, g_object_get_data (G_OBJECT (row), "path"));
}

static void
add_recent (HsWelcome *self, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_get_path (file);
  GtkWidget *row;

  if (path == NULL || !g_file_query_exists (file, NULL))
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  hs_a11y_label (row, name);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  gtk_list_box_append (self->recent, row);
  gtk_widget_set_visible (self->recent_box, TRUE);
}

void
hs_welcome_set_recent (HsWelcome *self, const char *const *uris)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, row);
  gtk_widget_set_visible (self->recent_box, FALSE);
  for (guint i = 0; uris != NULL && uris[i] != NULL && i < 5; i++)
    add_recent (self, uris[i]);
}

void
hs_welcome_set_busy (HsWelcome *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_sensitive (self->demo, !busy);
  gtk_widget_set_sensitive (self->new, !busy);
  gtk_widget_set_sensitive (self->open, !busy);
  gtk_widget_set_sensitive (self->take_over, !busy);
  gtk_widget_set_sensitive (self->recent_box, !busy);
}

static void
hs_welcome_class_init (HsWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/handslag/Handslag/ui/window/hs-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, demo);
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, new);
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, open);
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, take_over);
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, spinner);
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, HsWelcome, recent);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated);
  open_signal = g_signal_new ("open", HS_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hs_welcome_init (HsWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hs_a11y_name_parts (GTK_WIDGET (self));
}
