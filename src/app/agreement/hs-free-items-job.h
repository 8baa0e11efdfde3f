/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads when the items of a technology at a location are taken by others. */
#pragma once

#include "hs-busy-bar.h"
#include "hs-context.h"

G_BEGIN_DECLS

/**
 * HsFreeItem:
 * @limit: how many can use it at a time; -1 no limit
 * @busy: (element-type HsBusySpan): the days in the period on which others take all of it, cut to
 *   the period and in order; half-open
 */
typedef struct
{
  gint64 item;
  char *title;
  char *state;
  gint64 limit;
  GArray *busy;
} HsFreeItem;

typedef struct
{
  gint64 agreement;
  gint64 technology;
  gint64 location;
  HsDay from;
  HsDay to; /* half-open */
} HsFreeItemsAsk;

void hs_free_items_async (HsContext *context, const HsFreeItemsAsk *ask,
                          GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (element-type HsFreeItem) */
GPtrArray *hs_free_items_finish (HsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
