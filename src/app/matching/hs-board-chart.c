/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars: a name with its number at the end of the line, and the bar below it. */

#include "hs-board-chart.h"

#include "hs-a11y.h"

#define BAR 12
#define GAP 3 /* between the text and the bar */
#define BETWEEN 9 /* between a bar and the next text */

typedef struct
{
  char *name;
  char *value;
  double length;
  double part;
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

/* The height of a line follows the size of the text. */
static int
line_height (HsBoardChart *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Xg");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Draws @text at @x and gives its width; @width 0: at the right end, before @x. */
static float
draw_text (HsBoardChart *self, GtkSnapshot *snapshot, const char *text, float x, float y,
           float width, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int natural;

  if (width > 0)
    {
      pango_layout_set_width (layout, (int) width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &natural, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width > 0 ? x : x - (float) natural, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return (float) natural;
}

static void
draw_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float y, float length)
{
  GskRoundedRect rect;

  if (length < 0.5f)
    return;
  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (0, y, length, BAR), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (0, y, length, BAR));
  gtk_snapshot_pop (snapshot);
}

static void
hs_board_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsBoardChart *self = HS_BOARD_CHART (widget);
  float width = (float) gtk_widget_get_width (widget);
  int line = line_height (self);
  double longest = 1e-9;
  GdkRGBA strong, text, ground, weak;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &strong);
  gtk_style_context_get_color (gtk_widget_get_style_context (gtk_widget_get_parent (widget)),
                               &text);
  ground = text;
  ground.alpha *= 0.08f;
  weak = strong;
  weak.alpha *= 0.35f;
  for (guint i = 0; i < self->bars->len; i++)
    longest = MAX (longest, g_array_index (self->bars, Bar, i).length);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      float y = (float) i * (float) (line + GAP + BAR + BETWEEN);
      float scale = width / (float) longest;
      float taken = draw_text (self, snapshot, bar->value, width, y, 0, &text);

      draw_text (self, snapshot, bar->name, 0, y, MAX (20, width - taken - 12), &text);
      y += (float) (line + GAP);
      draw_bar (snapshot, &ground, y, width);
      if (bar->part >= 0)
        draw_bar (snapshot, &weak, y, (float) bar->length * scale);
      draw_bar (snapshot, &strong, y, (float) (bar->part >= 0 ? bar->part : bar->length) * scale);
    }
}

static void
hs_board_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  HsBoardChart *self = HS_BOARD_CHART (widget);
  int rows = (int) self->bars->len;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 420;
    }
  else
    *minimum = *natural = rows * (line_height (self) + GAP + BAR + BETWEEN);
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
hs_board_chart_add (HsBoardChart *self, const char *name, double length, double part,
                    const char *value)
{
  Bar bar = { g_strdup (name), g_strdup (value), length, part };

  g_array_append_val (self->bars, bar);
  describe (self);
}
