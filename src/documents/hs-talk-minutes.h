/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes of a regional talk out of the store. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* The minutes of @talk as PDF: who were there, each theme now and wanted, what was agreed, actions
 * (also those that were open before) and outcomes. @actor (nullable) made it.
 * Returns: (transfer full): NULL on error */
GBytes *hs_talk_minutes (HsStore *store, gint64 talk, const HsActor *actor, guint *n_pages,
                         GError **error);

G_END_DECLS
