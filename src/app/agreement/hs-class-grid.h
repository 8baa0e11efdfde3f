/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a class, as in a spreadsheet: the first row holds for all, and below it only what
 * differs is typed. An empty cell shows in grey what it will be. */
#pragma once

#include "hs-class.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_CLASS_GRID (hs_class_grid_get_type ())
G_DECLARE_FINAL_TYPE (HsClassGrid, hs_class_grid, HS, CLASS_GRID, GtkWidget)

/* An empty table. Emits "edited" when something was typed, pasted or ticked. */
GtkWidget *hs_class_grid_new (void);
/* What may be typed in @column is offered while typing. (element-type utf8) */
void hs_class_grid_set_choices (HsClassGrid *self, HsClassColumn column, const GPtrArray *choices);
/* Shows the rows of @class (kept, changed by what is typed). */
void hs_class_grid_set_class (HsClassGrid *self, HsClass *class);
/* Shows what a preview @found for the rows that were shown. */
void hs_class_grid_show_found (HsClassGrid *self, const HsClass *found);
/* Puts the focus where typing begins. */
void hs_class_grid_start (HsClassGrid *self);

G_END_DECLS
