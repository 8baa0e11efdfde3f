/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the grid of responsibilities: for one task a box per party and the day by which.
 *
 * Arrow keys go from box to box, also to the task above or below; a letter or the space bar says
 * what the party does; Tab leaves the boxes. */
#pragma once

#include "hs-dossier-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_TASK_STRIP (hs_task_strip_get_type ())
G_DECLARE_FINAL_TYPE (HsTaskStrip, hs_task_strip, HS, TASK_STRIP, GtkWidget)

/* The boxes of @row; NULL: the heads of the columns. */
GtkWidget *hs_task_strip_new (HsDossierEditor *editor, HsRecord *row);
/* Shows the task as it is now. */
void hs_task_strip_refresh (GtkWidget *self);
/* What the letters mean and which keys choose them. */
GtkWidget *hs_task_legend_new (void);

G_END_DECLS
