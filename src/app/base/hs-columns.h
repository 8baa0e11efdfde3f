/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards below each other, in two columns where there is room: each card goes to the column that is
 * the shorter one then. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_COLUMNS (hs_columns_get_type ())
G_DECLARE_FINAL_TYPE (HsColumns, hs_columns, HS, COLUMNS, GtkWidget)

void hs_columns_append (HsColumns *self, GtkWidget *child);

G_END_DECLS
