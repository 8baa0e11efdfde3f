/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Simulated annealing with ejection chains (hs-moves.h).
 *
 * Gains are counted in worth: the score less most of the price of what is used. Leaving a scarce
 * resource unused for a while then costs little, so that the search can pass through such
 * solutions; counted in score alone it got stuck ten times further from the bound. The best
 * solution is judged by score.
 *
 * The search works through windows of students who lie near each other, which keeps it in the
 * processor's cache at any size. */

#include "hs-anneal.h"

#include <math.h>

#include "hs-merge.h"
#include "hs-moves.h"

#define WINDOW 600
/* Moves a student in one visit of a window: fewer when there are so few in all that some windows
 * would be seen only while it is hot. */
#define MOST_VISIT 20
#define LEAST_VISIT 1
#define SWEEPS 50
#define MOVES_A_SECOND 1000000
#define CHECK_EVERY 256
/* The best solution takes over what is better now so often, when it has cooled so far that the two
 * differ in many small parts. */
#define MERGES_A_SWEEP 4
#define MERGE_FROM 0.4
#define FREEZE_FROM 0.97

/**
 * hs_anneal_expected_moves:
 *
 * Returns: how many moves @plan has, or about how many fit in its time
 */
double
hs_anneal_expected_moves (const HsAnnealPlan *plan)
{
  if (plan->moves > 0)
    return (double) plan->moves;
  return (double) MAX (plan->deadline - plan->begin, 0) * MOVES_A_SECOND / G_USEC_PER_SEC;
}

/**
 * hs_anneal_progress:
 * @moves: how many were tried
 *
 * Returns: the share of the plan that is used up
 */
double
hs_anneal_progress (const HsAnnealPlan *plan, guint64 moves)
{
  if (plan->moves > 0)
    return (double) moves / (double) plan->moves;
  return (double) (g_get_monotonic_time () - plan->begin)
         / (double) MAX (plan->deadline - plan->begin, 1);
}

/* Cools evenly; at the very end nothing but improvements is left. */
static double
temperature_at (const HsAnnealPlan *plan, double progress)
{
  if (progress >= FREEZE_FROM)
    return plan->cold / 20;
  return plan->hot * pow (plan->cold / plan->hot, progress / FREEZE_FROM);
}

static guint64
moves_a_visit (const HsModel *model, const HsAnnealPlan *plan)
{
  double moves = hs_anneal_expected_moves (plan) / MAX (model->n_students, 1) / SWEEPS;
  return (guint64) CLAMP (moves, LEAST_VISIT, MOST_VISIT);
}

/**
 * hs_anneal_run:
 *
 * Improves @search until the plan's moves or time are used up; search->best is the result. With a
 * number of moves the outcome depends on nothing but the model, the solution and the random
 * numbers.
 */
void
hs_anneal_run (HsSearch *search, const HsAnnealPlan *plan)
{
  g_autoptr (HsMoves) moves = hs_moves_new (search);
  g_autoptr (HsMerge) merge = hs_merge_new (search);
  guint64 n_students = search->model->n_students;
  guint32 n_windows = MAX (search->model->n_students / WINDOW, 1);
  guint32 windows_a_merge = MAX (n_windows / MERGES_A_SWEEP, 1);
  guint64 made = 0, visit = moves_a_visit (search->model, plan);
  double progress = n_students > 0 ? 0 : 1;
  for (guint32 window = 0; progress < 1; window = (window + 1) % n_windows)
    {
      guint32 first = (guint32) (n_students * window / n_windows);
      guint32 n = (guint32) (n_students * (window + 1) / n_windows) - first;
      guint64 end = made + n * visit;
      hs_moves_enter (moves, NULL, first, n);
      for (; made < end; made++)
        {
          if (made % CHECK_EVERY == 0)
            {
              progress = hs_anneal_progress (plan, made);
              if (progress >= 1 || !plan->report (search, progress, plan->data))
                break;
              hs_moves_set_temperature (moves, temperature_at (plan, progress));
            }
          hs_moves_try (moves);
        }
      if (made < end)
        break;
      if (progress >= MERGE_FROM && (window + 1) % windows_a_merge == 0)
        hs_merge_into_best (merge);
    }
  hs_merge_into_best (merge);
  hs_search_note_best (search);
}
