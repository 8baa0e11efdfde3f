/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel of HsListItem that reads a page at a time on the worker thread. Rows that were not
 * read yet are there without text, so that scrolling never waits. */
#pragma once

#include "hs-context.h"
#include "hs-list-item.h"
#include "hs-list-spec.h"

G_BEGIN_DECLS

#define HS_TYPE_PAGED_LIST (hs_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (HsPagedList, hs_paged_list, HS, PAGED_LIST, GObject)

/* An empty list. Emits "ready" each time that it is known which rows there are. (transfer full) */
HsPagedList *hs_paged_list_new (HsContext *context);
/* Shows what @spec asks for (copied), NULL: nothing. */
void hs_paged_list_set_spec (HsPagedList *self, const HsListSpec *spec);
/* Reads again what is shown; rows that are still there stay the same objects. */
void hs_paged_list_refresh (HsPagedList *self);
/* Whether the rows of the newest spec are known. */
gboolean hs_paged_list_is_ready (HsPagedList *self);
/* Number of pages in memory: for tests. */
guint hs_paged_list_n_pages (HsPagedList *self);

G_END_DECLS
