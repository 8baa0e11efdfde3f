/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology. */

#include "hs-a11y.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static char *
without_mnemonic (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '_' || p[1] == '_')
      g_string_append_c (plain, *p);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

void
hs_a11y_label (GtkWidget *widget, const char *name)
{
  g_autofree char *plain = without_mnemonic (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, plain,
                                  -1);
  /* A mnemonic makes its label a second name, and both are said. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_object_set_data (G_OBJECT (widget), "hs-named", GINT_TO_POINTER (TRUE));
}

void
hs_a11y_describe (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static gboolean
is_named (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "hs-named") != NULL;
}

/* The first text in a child, for buttons that hold a box of an icon and a label. */
static const char *
inner_text (GtkWidget *widget)
{
  const char *text;

  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((text = inner_text (child)) != NULL && *text != '\0')
      return text;
  return NULL;
}

static const char *
button_name (GtkWidget *widget)
{
  const char *name = NULL;

  if (GTK_IS_CHECK_BUTTON (widget))
    name = gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_BUTTON (widget))
    name = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    name = gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  if (name == NULL)
    name = gtk_widget_get_tooltip_text (widget);
  return name != NULL ? name : inner_text (widget);
}

/* The button inside a menu button is what is focused and heard. */
static void
name_menu_button (GtkWidget *widget, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);

  hs_a11y_label (widget, name);
  if (inner != NULL)
    hs_a11y_label (inner, name);
}

static void
say_front_only (GtkWidget *stack)
{
  g_autoptr (GtkWidget) front = NULL;

  g_object_get (stack, "visible-child", &front, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 child != front, -1);
}

/* GTK 4.8 also tells of the pages of a stack that are not in front, as if they were on the screen:
 * somebody who listens would have to work through all of them. */
static void
follow_front (GtkWidget *stack)
{
  if (g_object_get_data (G_OBJECT (stack), "hs-front") != NULL)
    return;
  g_object_set_data (G_OBJECT (stack), "hs-front", GINT_TO_POINTER (TRUE));
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (say_front_only), NULL);
  say_front_only (stack);
}

void
hs_a11y_name_parts (GtkWidget *root)
{
  if (GTK_IS_STACK (root) || ADW_IS_VIEW_STACK (root))
    follow_front (root);
  if ((GTK_IS_BUTTON (root) || GTK_IS_CHECK_BUTTON (root) || GTK_IS_MENU_BUTTON (root))
      && !is_named (root))
    {
      const char *name = button_name (root);
      if (name != NULL && GTK_IS_MENU_BUTTON (root))
        name_menu_button (root, name);
      else if (name != NULL)
        hs_a11y_label (root, name);
    }
  if (GTK_IS_SCROLLBAR (root) && !is_named (root))
    hs_a11y_label (root, _ ("Scroll bar"));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hs_a11y_name_parts (child);
}

/* GTK 4.8 has no announcements: a label with the role of a status changes its text instead. */
void
hs_a11y_announce (GtkWidget *near, const char *message)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (near), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
}

void
hs_a11y_label_row (GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  hs_a11y_label (child, name);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
hs_widget_fill_menu_button (GtkWidget *child)
{
  for (GtkWidget *widget = child; widget != NULL && !GTK_IS_BUTTON (widget);
       widget = gtk_widget_get_parent (widget))
    {
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (widget, TRUE);
    }
}

static void
setup_text (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_text (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
  hs_a11y_label_row (label, gtk_string_object_get_string (string));
}

/* The button tells what is chosen with its name: "Soort: School". */
static void
say_choice (GtkDropDown *drop_down, GParamSpec *pspec, const char *name)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *said =
      g_strdup_printf ("%s: %s", name, chosen ? gtk_string_object_get_string (chosen) : "");

  hs_a11y_label (GTK_WIDGET (drop_down), name);
  if (button != NULL)
    hs_a11y_label (button, said);
}

GtkWidget *
hs_a11y_drop_down (GListModel *model, const char *name)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *self;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_text), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_text), NULL);
  self = gtk_drop_down_new (g_object_ref (model), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self), factory);
  g_signal_connect_data (self, "notify::selected", G_CALLBACK (say_choice), g_strdup (name),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  say_choice (GTK_DROP_DOWN (self), NULL, name);
  return self;
}
