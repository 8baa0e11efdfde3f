/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract as PDF, on the worker thread. */
#pragma once

#include "hs-context.h"

G_BEGIN_DECLS

/* Writes the contract of @agreement to @path. */
void hs_contract_write_async (HsContext *context, gint64 agreement, const char *path,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean hs_contract_write_finish (HsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
