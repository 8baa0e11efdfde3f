/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line with columns behind it. */

#include "hs-strip-box.h"

/* The head keeps at least this much: below it a title would be a column of syllables. */
#define HEAD_WIDTH 250

struct _HsStripBox
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkWidget *strip;
  gboolean narrow;
  guint idle;
};

enum
{
  PROP_NARROW = 1,
};

G_DEFINE_FINAL_TYPE (HsStripBox, hs_strip_box, GTK_TYPE_WIDGET)

static int
strip_width (HsStripBox *self)
{
  int natural = 0;

  if (self->strip != NULL)
    gtk_widget_measure (self->strip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Columns are shown when both fit. */
static gboolean
fits (HsStripBox *self, int width)
{
  return self->strip != NULL && width >= HEAD_WIDTH + strip_width (self);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  HsStripBox *self = HS_STRIP_BOX (widget);
  gboolean with_strip = for_size < 0 || fits (self, for_size);
  int strip_minimum = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->head, orientation, -1, minimum, natural, NULL, NULL);
      *natural += strip_width (self);
      return;
    }
  if (for_size >= 0 && with_strip)
    for_size -= strip_width (self);
  gtk_widget_measure (self->head, orientation, for_size, minimum, natural, NULL, NULL);
  if (self->strip == NULL || !with_strip)
    return;
  gtk_widget_measure (self->strip, orientation, -1, &strip_minimum, NULL, NULL, NULL);
  *minimum = MAX (*minimum, strip_minimum);
  *natural = MAX (*natural, strip_minimum);
}

/* What else changes with the room changes after this size is given out. */
static gboolean
tell_narrow (gpointer user_data)
{
  HsStripBox *self = user_data;

  self->idle = 0;
  g_object_notify (G_OBJECT (self), "narrow");
  return G_SOURCE_REMOVE;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HsStripBox *self = HS_STRIP_BOX (widget);
  gboolean shown = fits (self, width);
  int strip = shown ? strip_width (self) : 0;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (
      self->head, &(GtkAllocation){ right_to_left ? strip : 0, 0, width - strip, height }, -1);
  if (self->strip == NULL)
    return;
  gtk_widget_set_child_visible (self->strip, shown);
  if (shown)
    gtk_widget_size_allocate (
        self->strip, &(GtkAllocation){ right_to_left ? 0 : width - strip, 0, strip, height }, -1);
  if (self->narrow == !shown)
    return;
  self->narrow = !shown;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_narrow, self, NULL);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, HS_STRIP_BOX (object)->narrow);
}

static void
dispose (GObject *object)
{
  HsStripBox *self = HS_STRIP_BOX (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  G_OBJECT_CLASS (hs_strip_box_parent_class)->dispose (object);
}

static void
hs_strip_box_class_init (HsStripBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->get_property = get_property;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
hs_strip_box_init (HsStripBox *self)
{
  self->narrow = TRUE;
}

gboolean
hs_strip_box_is_narrow (HsStripBox *self)
{
  return self->narrow;
}

GtkWidget *
hs_strip_box_strip (HsStripBox *self)
{
  return self->strip;
}

GtkWidget *
hs_strip_box_new (GtkWidget *head, GtkWidget *strip)
{
  HsStripBox *self = g_object_new (HS_TYPE_STRIP_BOX, NULL);

  self->head = head;
  self->strip = strip;
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  if (strip != NULL)
    gtk_widget_set_parent (strip, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
