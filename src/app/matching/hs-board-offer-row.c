/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a place for a student looks in the list, and what can be done with it there. */

#include "hs-board-places.h"

#include "hs-a11y.h"
#include "hs-board-ask.h"
#include "hs-board-widgets.h"

#include <glib/gi18n.h>

static HsBoardPlaces *
places_of (GtkWidget *widget)
{
  return HS_BOARD_PLACES (gtk_widget_get_ancestor (widget, HS_TYPE_BOARD_PLACES));
}

static void
give_clicked (GtkButton *button, GtkListItem *item)
{
  hs_board_places_give (places_of (GTK_WIDGET (button)), gtk_list_item_get_position (item));
}

static void
why_clicked (GtkButton *button, GtkListItem *item)
{
  hs_board_places_explain_offer (places_of (GTK_WIDGET (button)), gtk_list_item_get_item (item));
}

/* A student that was dragged here from the list on the left. */
static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  HsBoardPlaces *self = places_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  if (g_value_get_int64 (value) != hs_board_places_row (self))
    return FALSE;
  hs_board_places_give (self, gtk_list_item_get_position (item));
  return TRUE;
}

static void
add_label (GtkBox *box, const char *name, const char *css_class)
{
  g_object_set_data (G_OBJECT (box), name, hs_board_label (box, "", css_class));
}

static GtkWidget *
new_button (const char *text, GCallback clicked, GtkListItem *item)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", clicked, item);
  return button;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *give = new_button (_ ("Choose"), G_CALLBACK (give_clicked), item);
  GtkWidget *why = new_button (_ ("Why?"), G_CALLBACK (why_clicked), item);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (row, "hs-offer");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (why, "flat");
  add_label (GTK_BOX (texts), "title", "hs-row-title");
  add_label (GTK_BOX (texts), "subtitle", "hs-row-subtitle");
  add_label (GTK_BOX (texts), "reasons", "hs-offer-reasons");
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (buttons), give);
  gtk_box_append (GTK_BOX (buttons), why);
  gtk_box_append (GTK_BOX (row), buttons);
  g_object_set_data (G_OBJECT (row), "texts", texts);
  g_object_set_data (G_OBJECT (row), "give", give);
  g_object_set_data (G_OBJECT (row), "why", why);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_list_item_set_child (item, row);
}

static void
set_text (GtkWidget *texts, const char *name, const char *text)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (texts), name);

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HsBoardOffer *offer = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = g_object_get_data (G_OBJECT (row), "texts");
  GtkWidget *give = g_object_get_data (G_OBJECT (row), "give");
  GtkWidget *why = g_object_get_data (G_OBJECT (row), "why");
  g_autofree char *said =
      g_strdup_printf ("%s, %s, %s", offer->title, offer->subtitle, offer->reasons);
  g_autofree char *said_give = g_strdup_printf (_ ("Choose: %s"), offer->title);
  g_autofree char *said_why = g_strdup_printf (_ ("Why? %s"), offer->title);

  set_text (texts, "title", offer->title);
  set_text (texts, "subtitle", offer->subtitle);
  set_text (texts, "reasons", offer->reasons);
  gtk_button_set_label (GTK_BUTTON (give), offer->here ? _ ("Has this") : _ ("Choose"));
  gtk_widget_set_visible (give, offer->fits && !offer->full
                                    && hs_board_may_edit (hs_board_places_board (user_data)));
  gtk_widget_set_sensitive (give, !offer->here);
  if (offer->fits && !offer->full)
    gtk_widget_remove_css_class (row, "blocked");
  else
    gtk_widget_add_css_class (row, "blocked");
  hs_a11y_label (give, said_give);
  hs_a11y_label (why, said_why);
  hs_a11y_label_row (row, said);
}

GtkListItemFactory *
hs_board_offer_factory_new (HsBoardPlaces *places)
{
  GtkListItemFactory *self = gtk_signal_list_item_factory_new ();

  g_signal_connect (self, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (self, "bind", G_CALLBACK (bind), places);
  return self;
}
