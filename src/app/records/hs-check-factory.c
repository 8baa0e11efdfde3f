/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows with a box to tick. A click with Ctrl would do the same, but who knows that? */

#include "hs-check-factory.h"

#include "hs-a11y.h"
#include "hs-list-item.h"

static GtkWidget *
new_label (GtkWidget *texts, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (texts), label);
  return label;
}

static void
toggled (GtkCheckButton *check, GtkListItem *item)
{
  GtkSelectionModel *selection = g_object_get_data (G_OBJECT (check), "selection");
  guint position = gtk_list_item_get_position (item);
  gboolean wanted = gtk_check_button_get_active (check);

  if (position == GTK_INVALID_LIST_POSITION
      || wanted == gtk_selection_model_is_selected (selection, position))
    return;
  if (wanted)
    gtk_selection_model_select_item (selection, position, FALSE);
  else
    gtk_selection_model_unselect_item (selection, position);
}

static void
selected_changed (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"),
                               gtk_list_item_get_selected (item));
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer selection)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_add_css_class (row, "hs-row");
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), texts);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data (G_OBJECT (row), "title", new_label (texts, "hs-row-title"));
  g_object_set_data (G_OBJECT (row), "subtitle", new_label (texts, "hs-row-subtitle"));
  g_object_set_data (G_OBJECT (check), "selection", selection);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled), item);
  gtk_list_item_set_child (item, row);
  g_signal_connect (item, "notify::selected", G_CALLBACK (selected_changed), NULL);
}

static void
show (HsListItem *object, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  const HsRowText *text = hs_list_item_text (object);
  const char *title = text->title != NULL ? text->title : "";

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "title"), title);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "subtitle"),
                       text->subtitle != NULL ? text->subtitle : "");
  hs_a11y_label (g_object_get_data (G_OBJECT (row), "check"), title);
  hs_a11y_label_row (row, title);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HsListItem *object = gtk_list_item_get_item (item);

  show (object, item);
  selected_changed (item);
  g_signal_connect (object, "changed", G_CALLBACK (show), item);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show, item);
}

GtkListItemFactory *
hs_check_factory_new (GtkSelectionModel *selection)
{
  GtkListItemFactory *self = gtk_signal_list_item_factory_new ();

  g_signal_connect (self, "setup", G_CALLBACK (setup), selection);
  g_signal_connect (self, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (self, "unbind", G_CALLBACK (unbind), NULL);
  return self;
}
