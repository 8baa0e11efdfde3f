/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a table. */

#include "hs-table.h"

#include "hs-a11y.h"
#include "hs-list-item.h"
#include "hs-row-factory.h"

#include <glib/gi18n.h>

struct _HsTableHeader
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

static guint sort_signal;

G_DEFINE_FINAL_TYPE (HsTableHeader, hs_table_header, GTK_TYPE_WIDGET)

/* ---- headings ---- */

static void
clicked (GtkButton *button, HsTableHeader *self)
{
  g_signal_emit (self, sort_signal, 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "field")));
}

static GtkWidget *
new_heading (HsTableHeader *self, const HsColumn *column, const HsListSpec *spec)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (column->label);
  gboolean sorted = column->field == spec->order_field;
  g_autofree char *name = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (sorted)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (
                                       spec->descending ? "pan-down-symbolic" : "pan-up-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  name = !sorted            ? g_strdup_printf (_ ("Sort by %s"), column->label)
         : spec->descending ? g_strdup_printf (_ ("%s, sorted from high to low"), column->label)
                            : g_strdup_printf (_ ("%s, sorted from low to high"), column->label);
  hs_a11y_label (button, name);
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data (G_OBJECT (button), "field", GINT_TO_POINTER (column->field));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked), self);
  return button;
}

void
hs_table_header_show (HsTableHeader *self, const HsListSpec *spec)
{
  HsColumn columns[HS_MAX_COLUMNS];
  guint n = hs_present_columns (spec->kind, columns);
  GtkWidget *focus = gtk_widget_get_focus_child (self->box);
  int had_focus =
      focus == NULL ? -1 : GPOINTER_TO_INT (g_object_get_data (G_OBJECT (focus), "field"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < n; i++)
    {
      if (columns[i].field >= 0)
        child = new_heading (self, &columns[i], spec);
      else
        {
          child = gtk_label_new (columns[i].label);
          gtk_label_set_xalign (GTK_LABEL (child), 0);
          gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
          gtk_widget_add_css_class (child, "hs-column-name");
        }
      gtk_box_append (GTK_BOX (self->box), child);
      if (columns[i].field >= 0 && columns[i].field == had_focus)
        gtk_widget_grab_focus (child);
    }
}

static void
hs_table_header_dispose (GObject *object)
{
  g_clear_pointer (&HS_TABLE_HEADER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hs_table_header_parent_class)->dispose (object);
}

static void
hs_table_header_class_init (HsTableHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_table_header_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  sort_signal = g_signal_new ("sort", HS_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hs_table_header_init (HsTableHeader *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "hs-table-head");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hs_table_header_new (void)
{
  return g_object_new (HS_TYPE_TABLE_HEADER, NULL);
}

/* ---- rows ---- */

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HsColumn columns[HS_MAX_COLUMNS];
  guint n = hs_present_columns (GPOINTER_TO_UINT (user_data), columns);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "hs-row");
  gtk_widget_add_css_class (row, "hs-table-row");
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      if (i == 0)
        gtk_widget_add_css_class (label, "hs-row-title");
      if (columns[i].badge)
        {
          gtk_widget_add_css_class (label, "hs-badge");
          gtk_widget_set_halign (label, GTK_ALIGN_START);
        }
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_list_item_set_child (item, row);
}

static void
show (HsListItem *object, GtkListItem *item)
{
  const HsRowText *text = hs_list_item_text (object);
  HsColumn columns[HS_MAX_COLUMNS];
  guint n = hs_present_columns (hs_list_item_kind (object), columns);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (row);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < n && label != NULL; i++, label = gtk_widget_get_next_sibling (label))
    {
      const char *value = i == 0             ? text->title
                          : columns[i].badge ? text->badge
                                             : text->cells[i - 1];
      if (columns[i].badge)
        hs_badge_show (label, text);
      else
        gtk_label_set_label (GTK_LABEL (label), value != NULL ? value : "");
      if (value != NULL && *value != '\0')
        g_string_append_printf (said, "%s%s", said->len > 0 ? ", " : "", value);
    }
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
hs_table_factory_new (HsKindId kind)
{
  GtkListItemFactory *self = gtk_signal_list_item_factory_new ();

  g_signal_connect (self, "setup", G_CALLBACK (setup), GUINT_TO_POINTER (kind));
  g_signal_connect (self, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (self, "unbind", G_CALLBACK (unbind), NULL);
  return self;
}
