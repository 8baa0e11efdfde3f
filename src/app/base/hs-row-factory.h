/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a HsListItem looks in a list: title, subtitle below it, and a badge with its state. */
#pragma once

#include "hs-present.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *hs_row_factory_new (void);

/* Shows the badge of @text in the label @badge. */
void hs_badge_show (GtkWidget *badge, const HsRowText *text);

G_END_DECLS
