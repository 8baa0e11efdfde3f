/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the matching takes from the store at 10,000 students: reading and building, explaining.
 * Prints each figure, its goal and the ratio; asserts nothing. */

#include "match-region.h"

#include "hs-match-explain.h"

#include <stdlib.h>

static void
say (const char *what, double seconds, double goal)
{
  g_print ("%-44s %8.3f s   goal %6.3f s   ratio %.2f\n", what, seconds, goal, seconds / goal);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
explain (const HsMatchPlan *plan, guint32 student)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) offers = hs_match_offers (plan, student, 10);
  const HsMatchOffer *last;
  g_autoptr (HsMatchWhy) why = NULL;

  say ("places of one student, ranked, with blocked", since (start), 0.05);
  if (offers->len == 0)
    return;
  last = &g_array_index (offers, HsMatchOffer, 0);
  for (guint i = 0; i < offers->len; i++)
    if (g_array_index (offers, HsMatchOffer, i).rule == HS_N_MATCH_RULES)
      last = &g_array_index (offers, HsMatchOffer, i);
  start = g_get_monotonic_time ();
  why = hs_match_why (plan, student, last->option.vacancy, 0, NULL, NULL);
  say ("why, by rule", since (start), 0.05);
  g_clear_pointer (&why, hs_match_why_free);
  start = g_get_monotonic_time ();
  why = hs_match_why (plan, student, last->option.vacancy, 1.5, NULL, NULL);
  say ("why, by forcing and solving again", since (start), 2);
}

int
main (int argc, char **argv)
{
  guint students = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  HsStore *store = region_make (students, 1, 0);
  HsMatchWeights weights = hs_match_weights_default ();
  HsMatchRequest request = hs_match_request_default ();
  gint64 start = g_get_monotonic_time ();
  HsMatchWorld *world =
      hs_match_world_read (store, hs_clock_today (hs_store_clock (store)), NULL, NULL);
  double reading = since (start);
  HsMatchIndex *index = hs_match_index_new (world);
  double indexing = since (start) - reading;
  g_autoptr (HsMatchProblem) problem =
      hs_match_build (world, index, &weights, NULL, NULL, NULL, NULL);
  double all = since (start);
  g_autoptr (HsMatchPlan) plan = NULL;
  g_autoptr (GPtrArray) scarce = NULL;
  g_autoptr (GArray) swaps = NULL;

  g_print ("%u students, %u options, %u resources\n", problem->instance->n_students,
           problem->instance->n_options, problem->instance->n_resources);
  say ("reading the world", reading, 2);
  say ("indexing it", indexing, 2);
  say ("reading, indexing and building", all, 2);
  hs_match_index_free (index);
  request.seconds = 20;
  start = g_get_monotonic_time ();
  plan = hs_match_plan_new_for_world (store, world, &request, NULL, NULL);
  g_print ("%-44s %8.3f s   %u of %u placed, gap %.3f %%\n", "a plan in 20 s", since (start),
           plan->solution->matched, plan->world->students->len, hs_match_plan_gap (plan) * 100);
  explain (plan, 17 % plan->world->students->len);
  start = g_get_monotonic_time ();
  scarce = hs_match_bottlenecks (plan, 50);
  say ("what is scarce", since (start), 0.2);
  start = g_get_monotonic_time ();
  swaps = hs_match_swaps (plan);
  say ("who would rather swap", since (start), 2);
  region_free (store);
  return 0;
}
