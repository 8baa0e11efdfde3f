/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two states of an agreement on the worker thread. */
#pragma once

#include "hs-compare.h"
#include "hs-context.h"

G_BEGIN_DECLS

/**
 * HsCompareSide:
 * @sheet: the sheet, 0 for the one that the agreement looked at then
 * @revision: the moment, 0 for now
 */
typedef struct
{
  gint64 sheet;
  gint64 revision;
} HsCompareSide;

void hs_compare_async (HsContext *context, gint64 agreement, HsCompareSide before,
                       HsCompareSide after, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (element-type HsDifference) */
GPtrArray *hs_compare_finish (HsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
