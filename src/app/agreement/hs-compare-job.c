/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two states of an agreement. */

#include "hs-compare-job.h"

#include "hs-dossier-store.h"

typedef struct
{
  gint64 agreement;
  HsCompareSide before;
  HsCompareSide after;
} Comparison;

static HsDossier *
read_side (HsStore *store, gint64 agreement, const HsCompareSide *side, GError **error)
{
  HsDay today = hs_clock_today (hs_store_clock (store));

  return side->revision == 0
             ? hs_store_dossier (store, agreement, side->sheet, today, error)
             : hs_store_dossier_at (store, agreement, side->sheet, side->revision, today, error);
}

static gpointer
compare_job (HsStore *store, gpointer data, GError **error)
{
  const Comparison *comparison = data;
  g_autoptr (HsDossier) before =
      read_side (store, comparison->agreement, &comparison->before, error);
  g_autoptr (HsDossier) after =
      before == NULL ? NULL : read_side (store, comparison->agreement, &comparison->after, error);

  return after == NULL ? NULL : hs_compare_dossiers (before, after, error);
}

void
hs_compare_async (HsContext *context, gint64 agreement, HsCompareSide before, HsCompareSide after,
                  GAsyncReadyCallback callback, gpointer user_data)
{
  Comparison *comparison = g_new0 (Comparison, 1);

  *comparison = (Comparison){ agreement, before, after };
  hs_context_run (context, compare_job, comparison, g_free, (GDestroyNotify) g_ptr_array_unref,
                  NULL, callback, user_data);
}

GPtrArray *
hs_compare_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
