/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improves a solution by simulated annealing. Private to the solver. */
#pragma once

#include "hs-search.h"

G_BEGIN_DECLS

/**
 * HsAnnealReport:
 *
 * Called now and then with the share of the time or moves that is used up. FALSE stops the search.
 */
typedef gboolean (*HsAnnealReport) (const HsSearch *search, double progress, gpointer data);

/**
 * HsAnnealPlan:
 * @hot: temperature to begin with, in points; see hs_moves_unit()
 * @cold: temperature to end with
 * @moves: how many moves to try, 0 for as many as fit before @deadline
 * @only_moves: there is no deadline, be @moves 0
 * @begin: monotonic time
 * @deadline: monotonic time
 */
typedef struct
{
  double hot;
  double cold;
  guint64 moves;
  gboolean only_moves;
  gint64 begin;
  gint64 deadline;
  HsAnnealReport report;
  gpointer data;
} HsAnnealPlan;

double hs_anneal_expected_moves (const HsAnnealPlan *plan);
double hs_anneal_progress (const HsAnnealPlan *plan, guint64 moves);
void hs_anneal_run (HsSearch *search, const HsAnnealPlan *plan);

G_END_DECLS
