/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a HsListItem looks in a list. */

#include "hs-row-factory.h"

#include "hs-a11y.h"
#include "hs-list-item.h"

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = new_label ("hs-row-title");
  GtkWidget *subtitle = new_label ("hs-row-subtitle");
  GtkWidget *badge = new_label ("hs-badge");

  gtk_widget_add_css_class (row, "hs-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), subtitle);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), badge);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "subtitle", subtitle);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  gtk_list_item_set_child (item, row);
}

void
hs_badge_show (GtkWidget *badge, const HsRowText *text)
{
  static const char *const tones[] = { "good", "busy", "warn", "dim" };

  gtk_widget_set_visible (badge, text->badge != NULL);
  gtk_label_set_label (GTK_LABEL (badge), text->badge ? text->badge : "");
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    gtk_widget_remove_css_class (badge, tones[i]);
  if (text->tone != NULL)
    gtk_widget_add_css_class (badge, text->tone);
}

static void
show (HsListItem *object, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *subtitle = g_object_get_data (G_OBJECT (row), "subtitle");
  const HsRowText *text = hs_list_item_text (object);
  g_autoptr (GString) said = g_string_new (text->title);

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "title"), text->title ? text->title : "");
  gtk_label_set_label (GTK_LABEL (subtitle), text->subtitle ? text->subtitle : "");
  gtk_widget_set_visible (subtitle, text->subtitle != NULL || text->title == NULL);
  hs_badge_show (g_object_get_data (G_OBJECT (row), "badge"), text);
  if (text->subtitle != NULL)
    g_string_append_printf (said, ", %s", text->subtitle);
  if (text->badge != NULL)
    g_string_append_printf (said, ", %s", text->badge);
  hs_a11y_label_row (row, said->str);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HsListItem *object = gtk_list_item_get_item (item);

  show (object, item);
  g_signal_connect (object, "changed", G_CALLBACK (show), item);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show, item);
}

GtkListItemFactory *
hs_row_factory_new (void)
{
  GtkListItemFactory *self = gtk_signal_list_item_factory_new ();

  g_signal_connect (self, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (self, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (self, "unbind", G_CALLBACK (unbind), NULL);
  return self;
}
