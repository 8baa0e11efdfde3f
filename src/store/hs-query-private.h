/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the paged list needs of a query besides hs-query.h. */
#pragma once

#include "hs-query.h"
#include "hs-store-search.h"

G_BEGIN_DECLS

/* (transfer full) */
HsQuery *hs_query_copy (const HsQuery *self);
HsKindId hs_query_kind (const HsQuery *self);
/* The ids of all records of @query in its order, without the window. (transfer full)
 * (element-type gint64) */
GArray *hs_store_find_ids (HsStore *self, const HsQuery *query, GError **error);

/* Registers hs_sort with the connection. */
gboolean hs_query_set_up (HsStore *self, GError **error);

G_END_DECLS
