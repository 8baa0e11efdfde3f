/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a file, on the worker thread: the records that are shown, in the order that they are
 * shown in. */
#pragma once

#include "hs-context.h"
#include "hs-export.h"
#include "hs-list-spec.h"

G_BEGIN_DECLS

/* Writes what @spec lists to @path, in @format. */
void hs_export_job_async (HsContext *context, const HsListSpec *spec, HsExportFormat format,
                          const char *path, GAsyncReadyCallback callback, gpointer user_data);
/* @n: (out): number of records. */
gboolean hs_export_job_finish (HsContext *context, GAsyncResult *result, guint *n, GError **error);

G_END_DECLS
