/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import on the worker thread: looking at a file, or bringing it in. */
#pragma once

#include "hs-context.h"
#include "hs-import.h"

G_BEGIN_DECLS

/**
 * HsImportAsk:
 * @columns: (nullable) (element-type utf8 utf8): as in HsImportOptions; never changed afterwards
 * @bad_rows: (nullable): where rows with errors go; then the good ones are brought in
 * @unsure: what to do with a row that cannot be recognised
 * @percent: how far it is; set by the worker, read with g_atomic_int_get()
 */
typedef enum
{
  HS_UNSURE_ERROR,
  HS_UNSURE_BY_NAME,
  HS_UNSURE_NEW,
} HsUnsure;

typedef struct
{
  HsKindId kind;
  char *path;
  GHashTable *columns;
  char *bad_rows;
  HsUnsure unsure;
  gboolean dry_run;
  int percent;
} HsImportAsk;

/* (transfer full): counted; the worker keeps one as long as it runs. */
HsImportAsk *hs_import_ask_new (HsKindId kind, const char *path);
HsImportAsk *hs_import_ask_ref (HsImportAsk *self);
void hs_import_ask_unref (HsImportAsk *self);

void hs_import_job_async (HsContext *context, HsImportAsk *ask, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): what hs_import_file() gives. */
HsImportResult *hs_import_job_finish (HsContext *context, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsImportAsk, hs_import_ask_unref)

G_END_DECLS
