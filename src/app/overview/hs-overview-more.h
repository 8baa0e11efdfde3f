/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of the overview, read after what is to do was shown: students without a place,
 * technology that nobody uses, how busy people are, and what changed since the last look. */
#pragma once

#include "hs-overview-data.h"

G_BEGIN_DECLS

/* HsBusy: @name is asked @used of @limit (-1: not known); @id of the person. */
typedef struct
{
  gint64 id;
  char *name;
  gint64 used;
  gint64 limit;
} HsBusy;

/**
 * HsOverviewMore:
 * @unplaced, @idle, @news: (element-type HsTask): rows that lead to a student, item or agreement
 * @expired: (element-type HsTask): agreements that were kept long enough; only for who may erase
 * @n_unplaced, @n_idle, @n_expired: how many there are
 * @supervisors: (element-type HsBusy): students now and in the next weeks
 * @coaches: (element-type HsBusy): minutes a week
 */
typedef struct
{
  GPtrArray *unplaced;
  GPtrArray *idle;
  GPtrArray *news;
  GPtrArray *expired;
  GPtrArray *supervisors;
  GPtrArray *coaches;
  gint64 n_unplaced;
  gint64 n_idle;
  gint64 n_expired;
} HsOverviewMore;

void hs_overview_more_free (HsOverviewMore *self);
/* @since: the moment of the last look, 0: never before */
void hs_overview_more_async (HsContext *context, gint64 since, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
HsOverviewMore *hs_overview_more_finish (HsContext *context, GAsyncResult *result, GError **error);

/* When the actor looked last, and from now on that is now. Asked once for each window. */
void hs_overview_look_async (HsContext *context, GAsyncReadyCallback callback, gpointer user_data);
gint64 hs_overview_look_finish (HsContext *context, GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsOverviewMore, hs_overview_more_free)

G_END_DECLS
