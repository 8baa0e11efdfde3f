/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar below a list of which many rows can be chosen: how many there are, and what can be done
 * with them. */
#pragma once

#include "hs-context.h"
#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_MANY_BAR (hs_many_bar_get_type ())
G_DECLARE_FINAL_TYPE (HsManyBar, hs_many_bar, HS, MANY_BAR, GtkWidget)

/* Emits "done" when choosing has ended. */
GtkWidget *hs_many_bar_new (HsContext *context);
/* Works on what @selection has selected of a list of @spec (kept as they are now). */
void hs_many_bar_begin (HsManyBar *self, const HsListSpec *spec, GtkSelectionModel *selection);

G_END_DECLS
