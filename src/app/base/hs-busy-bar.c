/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A period as a bar, with what is taken in it. */

#include "hs-busy-bar.h"

#define HEIGHT 12

struct _HsBusyBar
{
  GtkWidget parent_instance;

  HsDay from;
  HsDay to;
  GArray *busy;
};

G_DEFINE_FINAL_TYPE (HsBusyBar, hs_busy_bar, GTK_TYPE_WIDGET)

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsBusyBar *self = HS_BUSY_BAR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  float width = (float) gtk_widget_get_width (widget);
  float days = (float) (self->to - self->from);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, HEIGHT);
  GskRoundedRect outline;
  GdkRGBA free, taken;

  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &free))
    gtk_style_context_get_color (style, &free);
  gtk_style_context_get_color (style, &taken);
  free.alpha = 0.30f;
  taken.alpha *= 0.75f;
  gsk_rounded_rect_init_from_rect (&outline, &all, HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &free, &all);
  for (guint i = 0; i < self->busy->len; i++)
    {
      const HsBusySpan *span = &g_array_index (self->busy, HsBusySpan, i);
      float x = (float) (span->from - self->from) / days * width;
      float end = (float) (span->to - self->from) / days * width;
      gtk_snapshot_append_color (snapshot, &taken,
                                 &GRAPHENE_RECT_INIT (x, 0, MAX (end - x, 2), HEIGHT));
    }
  gtk_snapshot_pop (snapshot);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
}

static void
finalize (GObject *object)
{
  g_array_unref (HS_BUSY_BAR (object)->busy);
  G_OBJECT_CLASS (hs_busy_bar_parent_class)->finalize (object);
}

static void
hs_busy_bar_class_init (HsBusyBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = snapshot;
  GTK_WIDGET_CLASS (klass)->measure = measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hs_busy_bar_init (HsBusyBar *self)
{
}

GtkWidget *
hs_busy_bar_new (HsDay from, HsDay to, GArray *busy)
{
  HsBusyBar *self = g_object_new (HS_TYPE_BUSY_BAR, NULL);

  self->from = from;
  self->to = to;
  self->busy = g_array_ref (busy);
  return GTK_WIDGET (self);
}
