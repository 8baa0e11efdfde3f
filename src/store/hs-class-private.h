/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a class share. */
#pragma once

#include "hs-class.h"

G_BEGIN_DECLS

/* How a record is called in the table: its title, and its code where titles are not unique.
 * (transfer full) */
char *hs_class_label (const HsRecord *record, HsClassColumn column);

/**
 * hs_class_fill:
 * @used: item → how many of it this class has taken so far
 *
 * Inside a transaction: makes the agreement of @row and fills in what it says. A cell that cannot
 * be used gets its problem and makes nothing. FALSE with an error when the store refuses.
 */
gboolean hs_class_fill (HsClass *self, HsClassRow *row, HsStore *store, const HsActor *actor,
                        GHashTable *used, GError **error);
/* Forgets what a preview found. */
void hs_class_row_clear_found (HsClassRow *row);

G_END_DECLS
