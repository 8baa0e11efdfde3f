/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the records that a query finds, for list views of any length.
 *
 * The ids of all records are read at once, in order, by the worker; the records page by page, when
 * an item is asked for. An item that was not read yet is an empty HsRow, which notifies "record"
 * when it arrives. When something is committed the list asks again by itself. */
#pragma once

#include "hs-query.h"
#include "hs-store-worker.h"

G_BEGIN_DECLS

#define HS_TYPE_ROW (hs_row_get_type ())
G_DECLARE_FINAL_TYPE (HsRow, hs_row, HS, ROW, GObject)

/* Property "record" (HsRecord, NULL until it was read). (transfer none) */
HsRecord *hs_row_record (HsRow *self);
gboolean hs_row_is_loaded (HsRow *self);
/* The local id, known also before the record is there. */
gint64 hs_row_id (HsRow *self);
/* The name of the record that reference @field refers to, when the list was told to read it
 * (hs_record_list_read_titles); "" when there is none. (transfer none) */
const char *hs_row_title (HsRow *self, guint field);

#define HS_TYPE_RECORD_LIST (hs_record_list_get_type ())
G_DECLARE_FINAL_TYPE (HsRecordList, hs_record_list, HS, RECORD_LIST, GObject)

/* An empty list of records of @kind: a GListModel of HsRow. Property "busy": whether the first
 * answer to the newest query is still awaited. Signal "failed" (GError). (transfer full) */
HsRecordList *hs_record_list_new (HsStoreWorker *worker, HsKindId kind);
/* Reads the titles of these references with each record. Before hs_record_list_set_query. */
void hs_record_list_read_titles (HsRecordList *self, const guint *fields, guint n_fields);
/* Shows what @query finds from now on (its window does not count); the old content stays until the
 * answer is there. @query (transfer full) is of the kind of the list. */
void hs_record_list_set_query (HsRecordList *self, HsQuery *query);
/* Asks the same again. */
void hs_record_list_refresh (HsRecordList *self);
gboolean hs_record_list_is_busy (HsRecordList *self);
/* The position of the record with this id, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint hs_record_list_find (HsRecordList *self, gint64 id);

G_END_DECLS
