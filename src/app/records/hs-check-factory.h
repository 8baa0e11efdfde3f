/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list with a box to tick, for choosing many. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of HsListItem; ticking selects in @selection, which has to live as long. (transfer full) */
GtkListItemFactory *hs_check_factory_new (GtkSelectionModel *selection);

G_END_DECLS
