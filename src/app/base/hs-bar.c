/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar, drawn with the colours of the style. */

#include "hs-bar.h"

#include "hs-a11y.h"

#define HEIGHT 8

struct _HsBar
{
  GtkWidget parent_instance;

  double from;
  double to;
};

G_DEFINE_FINAL_TYPE (HsBar, hs_bar, GTK_TYPE_WIDGET)

static void
draw (GtkSnapshot *snapshot, float x, float width, const GdkRGBA *color)
{
  GskRoundedRect shape;

  if (width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (x, 0, width, HEIGHT), HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hs_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsBar *self = HS_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float length = MAX ((float) (self->to - self->from) * width, self->to > self->from ? HEIGHT : 0);
  float start = MIN ((float) self->from * width, width - length);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;
  GdkRGBA ground;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  ground = color;
  ground.alpha *= 0.15f;
  draw (snapshot, 0, width, &ground);
  draw (snapshot, rtl ? width - start - length : start, length, &color);
}

static void
hs_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : HEIGHT;
}

static void
hs_bar_class_init (HsBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = hs_bar_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = hs_bar_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "bar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hs_bar_init (HsBar *self)
{
}

GtkWidget *
hs_bar_new (double from, double to, const char *tone)
{
  HsBar *self = g_object_new (HS_TYPE_BAR, NULL);

  self->from = CLAMP (from, 0, 1);
  self->to = CLAMP (to, self->from, 1);
  if (tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), tone);
  return GTK_WIDGET (self);
}

GtkWidget *
hs_bar_row_new_span (const char *name, const char *value, double from, double to, const char *tone)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *number = gtk_label_new (value);
  g_autofree char *said = g_strdup_printf ("%s: %s", name, value);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (number, "hs-bar-value");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), number, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), hs_bar_new (from, to, tone), 0, 1, 2, 1);
  gtk_widget_add_css_class (grid, "hs-bar-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  hs_a11y_label (row, said);
  return row;
}

GtkWidget *
hs_bar_row_new (const char *name, const char *value, double part, const char *tone)
{
  return hs_bar_row_new_span (name, value, 0, part, tone);
}
