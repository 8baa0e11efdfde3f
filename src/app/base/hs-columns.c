/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two columns of cards. A flow box would give all cards of a line the same height. */

#include "hs-columns.h"

/* From this width on there are two. */
#define TWO_FROM 680
#define GAP 18

struct _HsColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (HsColumns, hs_columns, GTK_TYPE_WIDGET)

static int
height_of (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Places the children, or only measures; returns the height of all. */
static int
lay_out (GtkWidget *widget, int width, gboolean place)
{
  int n = width >= TWO_FROM ? 2 : 1;
  int column_width = (width - (n - 1) * GAP) / n;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int ends[2] = { 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = n == 2 && ends[1] < ends[0] ? 1 : 0;
      int height;
      if (!gtk_widget_should_layout (child))
        continue;
      height = height_of (child, column_width);
      if (place)
        {
          int x = (rtl ? n - 1 - column : column) * (column_width + GAP);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ x, ends[column], column_width, height }, -1);
        }
      ends[column] += height + GAP;
    }
  return MAX (0, MAX (ends[0], ends[1]) - GAP);
}

static GtkSizeRequestMode
hs_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hs_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (widget, MAX (for_size, *minimum), FALSE);
  else
    *natural = MAX (*minimum, TWO_FROM);
}

static void
hs_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
hs_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hs_columns_parent_class)->dispose (object);
}

static void
hs_columns_class_init (HsColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_columns_dispose;
  widget_class->get_request_mode = hs_columns_get_request_mode;
  widget_class->measure = hs_columns_measure;
  widget_class->size_allocate = hs_columns_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "columns");
}

static void
hs_columns_init (HsColumns *self)
{
}

void
hs_columns_append (HsColumns *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
