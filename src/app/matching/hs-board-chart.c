/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars: one row each, name above, the bar and its number below it. What is drawn is also a list of
 * "name: number", which is what assistive technology reads. */

#include "hs-board-chart.h"

#include "hs-a11y.h"

#define ROW 38
#define BAR 12

typedef struct
{
  char *name;
  char *value;
  double length;
} Bar;

struct _HsBoardChart
{
  GtkWidget parent_instance;

  char *title;
  GArray *bars; /* Bar */
};

G_DEFINE_FINAL_TYPE (HsBoardChart, hs_board_chart, GTK_TYPE_WIDGET)

static void
bar_clear (gpointer data)
{
  Bar *bar = data;

  g_free (bar->name);
  g_free (bar->value);
}

static void
draw_text (HsBoardChart *self, GtkSnapshot *snapshot, const char *text, float x, float y,
           float width, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
hs_board_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsBoardChart *self = HS_BOARD_CHART (widget);
  float width = (float) gtk_widget_get_width (widget);
  double longest = 1e-9;
  GdkRGBA color, text, ground;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_style_context_get_color (gtk_widget_get_style_context (gtk_widget_get_parent (widget)),
                               &text);
  ground = text;
  ground.alpha *= 0.1f;
  for (guint i = 0; i < self->bars->len; i++)
    longest = MAX (longest, g_array_index (self->bars, Bar, i).length);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      float y = (float) i * ROW;
      float length = (float) (MAX (bar->length, 0) / longest) * (width - 70);

      draw_text (self, snapshot, bar->name, 0, y, width, &text);
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (0, y + 20, width - 70, BAR));
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, y + 20, length, BAR));
      draw_text (self, snapshot, bar->value, width - 62, y + 16, 62, &text);
    }
}

static void
hs_board_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  int rows = (int) HS_BOARD_CHART (widget)->bars->len;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : rows * ROW;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : rows * ROW;
}

static void
hs_board_chart_finalize (GObject *object)
{
  HsBoardChart *self = HS_BOARD_CHART (object);

  g_array_unref (self->bars);
  g_free (self->title);
  G_OBJECT_CLASS (hs_board_chart_parent_class)->finalize (object);
}

static void
hs_board_chart_class_init (HsBoardChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_board_chart_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = hs_board_chart_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = hs_board_chart_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "barchart");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hs_board_chart_init (HsBoardChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, bar_clear);
}

GtkWidget *
hs_board_chart_new (const char *title)
{
  HsBoardChart *self = g_object_new (HS_TYPE_BOARD_CHART, NULL);

  self->title = g_strdup (title);
  hs_a11y_label (GTK_WIDGET (self), title);
  return GTK_WIDGET (self);
}

/* The numbers as a sentence, for who cannot see the drawing. */
static void
describe (HsBoardChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "",
                            g_array_index (self->bars, Bar, i).name,
                            g_array_index (self->bars, Bar, i).value);
  hs_a11y_describe (GTK_WIDGET (self), text->str);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hs_board_chart_clear (HsBoardChart *self)
{
  g_array_set_size (self->bars, 0);
  describe (self);
}

void
hs_board_chart_add (HsBoardChart *self, const char *name, double length, const char *value)
{
  Bar bar = { g_strdup (name), g_strdup (value), length };

  g_array_append_val (self->bars, bar);
  describe (self);
}
