/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a list with columns behind it: the columns show when there is room for them, and stand
 * below each other in all lines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_STRIP_BOX (hs_strip_box_get_type ())
G_DECLARE_FINAL_TYPE (HsStripBox, hs_strip_box, HS, STRIP_BOX, GtkWidget)

/* @strip may be NULL. Notifies "narrow" when there is no room for @strip (any more). */
GtkWidget *hs_strip_box_new (GtkWidget *head, GtkWidget *strip);
gboolean hs_strip_box_is_narrow (HsStripBox *self);
GtkWidget *hs_strip_box_strip (HsStripBox *self);

G_END_DECLS
