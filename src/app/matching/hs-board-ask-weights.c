/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other weights would do: solves again for a moment with them, from the plan. */

#include "hs-board-ask.h"
#include "hs-match-keep.h"

/* How long a preview may take: half a second, and more where there is more to do. */
#define SECONDS 0.5
#define STUDENTS_A_SECOND 2500.0

static void
count (HsBoardOutcome *into, const HsMatchWorld *world, const HsMatchOption *option)
{
  static const HsMatchWeights any = { .points = { 99, 99, 99, 99, 99, 99, 99, 99 } };
  gint32 rank = hs_match_wish_rank (world, option);
  gint32 parts[HS_N_WEIGHTS];
  gint32 km = hs_match_distance (
      hs_match_student (world, option->student),
      hs_match_location (world, hs_match_vacancy (world, option->vacancy)->location));

  into->placed++;
  into->wishes[rank == 0 ? HS_BOARD_WISHES - 1 : MIN (rank, HS_BOARD_WISHES - 1) - 1]++;
  into->known += km >= 0;
  into->kilometres += MAX (km, 0);
  hs_match_value (world, &any, option, parts);
  into->technology += parts[HS_WEIGHT_TECHNOLOGY] > 0;
  into->cupboard += parts[HS_WEIGHT_CUPBOARD] > 0;
  into->hosts += parts[HS_WEIGHT_CONTINUITY] > 0;
}

static HsBoardOutcome
outcome_of (const HsMatchWorld *world, const HsMatchProblem *problem, const gint32 *pick)
{
  HsBoardOutcome outcome = { .students = world->students->len };

  for (guint32 i = 0; i < world->students->len; i++)
    if (pick[i] != HS_NO_OPTION)
      count (&outcome, world, &g_array_index (problem->options, HsMatchOption, pick[i]));
  return outcome;
}

static guint32
vacancy_of (const HsMatchProblem *problem, gint32 pick)
{
  return pick != HS_NO_OPTION ? g_array_index (problem->options, HsMatchOption, pick).vacancy
                              : HS_NOBODY;
}

gpointer
hs_board_ask_preview (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  HsSolverOptions options = { .seed = 1, .threads = 1, .stay_bonus = 3 };
  g_autoptr (HsMatchProblem) problem =
      hs_match_build (plan->world, plan->index, data, NULL, NULL, cancellable, error);
  g_autofree gint32 *start = NULL;
  g_autoptr (HsSolution) solution = NULL;
  HsBoardPreview *preview;

  if (problem == NULL)
    return NULL;
  start = hs_match_translate (plan->problem, plan->solution->pick, problem);
  options.start = start;
  options.seconds = SECONDS + plan->world->students->len / STUDENTS_A_SECOND;
  solution = hs_solver_run (problem->instance, &options, cancellable, error);
  if (solution == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  preview = g_new0 (HsBoardPreview, 1);
  preview->now = outcome_of (plan->world, plan->problem, plan->solution->pick);
  preview->then = outcome_of (plan->world, problem, solution->pick);
  for (guint32 i = 0; i < plan->world->students->len; i++)
    preview->changed += vacancy_of (plan->problem, plan->solution->pick[i])
                        != vacancy_of (problem, solution->pick[i]);
  return preview;
}
