/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retention: what was kept longer than the figures of the file say, and erasing it. */
#pragma once

#include "hs-date.h"
#include "hs-store.h"

G_BEGIN_DECLS

/**
 * hs_store_expired:
 * @limit: the most ids to give
 * @count: (out) (optional): how many there are
 *
 * Agreements that are closed (completed, ended, withdrawn, refused) and whose placement ended, or
 * was to end, more than "retention.agreement" years before @today. Longest ago first.
 *
 * Returns: (transfer full) (element-type gint64): ids; NULL on error
 */
GArray *hs_store_expired (HsStore *store, HsDay today, guint limit, gint64 *count, GError **error);

/**
 * hs_store_erase_expired:
 *
 * Erases for good all that hs_store_expired() gives, with everything below it, and the traces.
 * Outside a transaction. Only a coordinator may.
 *
 * Returns: how many were erased; -1 with @error set, and then nothing was
 */
gint64 hs_store_erase_expired (HsStore *store, const HsActor *actor, HsDay today, GError **error);

G_END_DECLS
