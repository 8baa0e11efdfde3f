/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improves a solution by solving the places of small groups of students exactly. Private to the
 * solver. */
#pragma once

#include <gio/gio.h>

#include "hs-anneal.h"

G_BEGIN_DECLS

gboolean hs_repair_all (HsSearch *search, const double *price, guint32 nodes);
HsAnnealPlan hs_repair_plan (const HsModel *model, HsAnnealPlan *anneal);
void hs_repair_run (HsSearch *search, const double *price, const HsAnnealPlan *plan);

void hs_repair_near (HsSearch *search, const double *price, const guint32 *seeds, guint32 n_seeds,
                     guint32 groups, GCancellable *cancellable);

G_END_DECLS
