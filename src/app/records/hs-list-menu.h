/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list can be narrowed to and sorted by, and the menu that offers it. */
#pragma once

#include "hs-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The field with a choice to filter by (the state, the role), or -1. */
int hs_list_filter_field (HsKindId kind);
/* The field with a record to filter by (where it is, whose it is), or -1. */
int hs_list_reference_field (HsKindId kind);

/* The order and the views (element-type HsView) of @kind, for the actions "list.order" (i),
 * "list.descending", "list.view" (i), "list.forget-view" (i) and, when @writable,
 * "list.save-view". (transfer full) */
GMenuModel *hs_list_menu_new (HsKindId kind, GPtrArray *views, gboolean writable);

G_END_DECLS
