/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a file as a list: what is new, what changes from what into what, what is wrong. */
#pragma once

#include "hs-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * hs_import_rows_new:
 * @state: only rows in this HsImportState; -1: all
 *
 * What is wrong with the file as a whole comes first.
 *
 * Returns: (transfer full): a list of HsListItem
 */
GListModel *hs_import_rows_new (const HsImportResult *result, int state);
/* How such a row looks: as in other lists, with room for all that there is to say. */
GtkListItemFactory *hs_import_rows_factory (void);

G_END_DECLS
