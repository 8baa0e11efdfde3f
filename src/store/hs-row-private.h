/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a HsRecordList makes and fills its items. */
#pragma once

#include "hs-record-list.h"

G_BEGIN_DECLS

HsRow *hs_row_new (gint64 id);
/* Puts the record in; @titles (transfer full, may be NULL) has one text or NULL for each field. */
void hs_row_fill (HsRow *self, HsRecord *record, char **titles);

/* One record of a page with its titles. */
typedef struct
{
  HsRecord *record;
  char **titles;
} HsPageRow;

/* Reads the records with these ids, and the titles of the references in the bit mask @titles.
 * (transfer full) (element-type HsPageRow): in any order; those that are gone are left out */
GArray *hs_page_read (HsStore *store, HsKindId kind, const gint64 *ids, guint n_ids, guint64 titles,
                      GError **error);

/* Number of pages in memory: for tests. */
guint hs_record_list_n_pages (HsRecordList *self);

G_END_DECLS
