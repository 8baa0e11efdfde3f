/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regional talks in the store: a talk goes on where the one before it ended. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* The actions of the talks before @talk (along "previous talk") that are not done yet, those that
 * are due first first. (transfer full) (element-type HsRecord): NULL on error */
GPtrArray *hs_store_talk_open_actions (HsStore *store, gint64 talk, GError **error);

/* Makes the talk after @talk: the same region, place, title and participants, no date yet. Inside
 * a transaction. Returns: its id, 0 on error */
gint64 hs_store_talk_next (HsStore *store, gint64 talk, GError **error);

G_END_DECLS
