/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is read from below upwards. */

#include "hs-turned-label.h"

#include "hs-a11y.h"

struct _HsTurnedLabel
{
  GtkWidget parent_instance;

  GtkWidget *label; /* lies flat; it is turned when it is placed */
};

G_DEFINE_FINAL_TYPE (HsTurnedLabel, hs_turned_label, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HS_TURNED_LABEL (widget)->label,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL
                                                                : GTK_ORIENTATION_HORIZONTAL,
                      -1, minimum, natural, NULL, NULL);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GskTransform *transform =
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) height));

  gtk_widget_allocate (HS_TURNED_LABEL (widget)->label, height, width, -1,
                       gsk_transform_rotate (transform, -90));
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&HS_TURNED_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (hs_turned_label_parent_class)->dispose (object);
}

static void
hs_turned_label_class_init (HsTurnedLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->measure = measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = size_allocate;
}

static void
hs_turned_label_init (HsTurnedLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
hs_turned_label_new (const char *text)
{
  HsTurnedLabel *self = g_object_new (HS_TYPE_TURNED_LABEL, NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  return GTK_WIDGET (self);
}
