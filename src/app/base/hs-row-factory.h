/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a HsListItem looks in a list: title, subtitle below it, and a badge with its state. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *hs_row_factory_new (void);

G_END_DECLS
