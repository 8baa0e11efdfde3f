/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One box of the grid. It draws its letter itself: a grid has some eighty boxes, and a label in
 * each would double the time to make it. */

#include "hs-task-cell.h"

#include <glib/gi18n.h>

struct _HsTaskCell
{
  GtkButton parent_instance;

  HsTaskShare share;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (HsTaskCell, hs_task_cell, GTK_TYPE_BUTTON)

const char *
hs_task_share_name (HsTaskShare share)
{
  switch (share)
    {
    case HS_TASK_SHARE_DOES:
      return _ ("does it");
    case HS_TASK_SHARE_ASKED:
      return _ ("is asked");
    case HS_TASK_SHARE_TOLD:
      return _ ("is told");
    default:
      return _ ("nothing");
    }
}

const char *
hs_task_share_letter (HsTaskShare share)
{
  switch (share)
    {
    case HS_TASK_SHARE_DOES:
      return C_ ("task share", "D");
    case HS_TASK_SHARE_ASKED:
      return C_ ("task share", "A");
    case HS_TASK_SHARE_TOLD:
      return C_ ("task share", "T");
    default:
      return "";
    }
}

int
hs_task_share_of_key (guint key)
{
  gunichar letter = g_unichar_toupper (gdk_keyval_to_unicode (key));

  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    return HS_TASK_SHARE_NONE;
  for (int i = HS_TASK_SHARE_DOES; letter != 0 && i < HS_TASK_N_SHARES; i++)
    if (g_utf8_get_char (hs_task_share_letter ((HsTaskShare) i)) == letter)
      return i;
  return -1;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HsTaskCell *self = HS_TASK_CELL (widget);
  GdkRGBA color;
  PangoRectangle ink;

  if (self->share == HS_TASK_SHARE_NONE)
    return;
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_text (self->layout, hs_task_share_letter (self->share), -1);
  pango_layout_get_pixel_extents (self->layout, NULL, &ink);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - ink.width) / 2,
                                      (float) (gtk_widget_get_height (widget) - ink.height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_object (&HS_TASK_CELL (widget)->layout);
  GTK_WIDGET_CLASS (hs_task_cell_parent_class)->css_changed (widget, change);
}

static void
dispose (GObject *object)
{
  g_clear_object (&HS_TASK_CELL (object)->layout);
  G_OBJECT_CLASS (hs_task_cell_parent_class)->dispose (object);
}

static void
hs_task_cell_class_init (HsTaskCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = snapshot;
  GTK_WIDGET_CLASS (klass)->css_changed = css_changed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "taskcell");
}

static void
hs_task_cell_init (HsTaskCell *self)
{
}

void
hs_task_cell_set (HsTaskCell *self, HsTaskShare share)
{
  static const char *const classes[] = { "none", "does", "asked", "told" };

  if (self->share != share)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->share]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[share]);
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

HsTaskShare
hs_task_cell_get (HsTaskCell *self)
{
  return self->share;
}

GtkWidget *
hs_task_cell_new (void)
{
  return g_object_new (HS_TYPE_TASK_CELL, NULL);
}
