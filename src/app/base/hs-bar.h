/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar that shows a part of a whole. The number itself stands beside it as text, so the drawing
 * says nothing that cannot be read. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_BAR (hs_bar_get_type ())
G_DECLARE_FINAL_TYPE (HsBar, hs_bar, HS, BAR, GtkWidget)

/* From @from to @to of the whole width (0 to 1). The colour is that of the CSS node "bar", with
 * @tone ("warn") as its class. */
GtkWidget *hs_bar_new (double from, double to, const char *tone);

/* A row of a list: @name, @value as it is read, and the bar below them. */
GtkWidget *hs_bar_row_new (const char *name, const char *value, double part, const char *tone);
/* The same with a bar from @from to @to of the whole width (0 to 1). */
GtkWidget *hs_bar_row_new_span (const char *name, const char *value, double from, double to,
                                const char *tone);

G_END_DECLS
