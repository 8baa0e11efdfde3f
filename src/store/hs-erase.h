/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: a record and all that belongs to it leave the file for good, out of the tables, the
 * history, the search index, the attachments and the free pages. What stays is a tombstone, so that
 * neither a backup nor another device brings it back. Removing, which can be undone, is
 * hs_store_remove. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/**
 * hs_store_erase:
 *
 * Inside a transaction: erases the record and everything below it. References from records that
 * were removed are emptied. Refused (HS_ERROR_REFUSED) while a record that is there needs it,
 * naming what. Of a reason only the text goes: the event that names it stays.
 */
gboolean hs_store_erase (HsStore *self, HsKindId kind, gint64 id, GError **error);

/* The same without asking who needs it: all references to it are emptied. For erasures that were
 * made before and are applied again. */
gboolean hs_store_erase_anyway (HsStore *self, HsKindId kind, gint64 id, GError **error);

/* After the commit: rewrites the search index and empties the log, so that nothing of what was
 * erased is left in the files. HS_ERROR_BUSY when another program reads at this moment: then call
 * it again later. */
gboolean hs_store_erase_traces (HsStore *self, GError **error);

/* Whether @uid was erased. */
gboolean hs_store_is_erased (HsStore *self, const char *uid);

G_END_DECLS
