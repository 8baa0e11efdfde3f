/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the matching takes from the store at 10,000 students: reading and building, explaining.
 * Prints each figure on the clock and in processor time of all threads, its goal and the ratio of
 * the clock; asserts nothing.
 *
 * usage: bench-match [students [seconds to solve]] */

#include "match-region.h"

#include "hs-match-explain.h"

#include <stdlib.h>
#include <time.h>

typedef struct
{
  double clock;
  double processor;
} Seconds;

static Seconds
now (void)
{
  return (Seconds){ (double) g_get_monotonic_time () / G_USEC_PER_SEC,
                    (double) clock () / CLOCKS_PER_SEC };
}

static Seconds
since (Seconds start)
{
  Seconds end = now ();

  return (Seconds){ end.clock - start.clock, end.processor - start.processor };
}

static void
say (const char *what, Seconds seconds, double goal)
{
  g_print ("%-44s %8.3f s (%.3f of processor)   goal %6.3f s   ratio %.2f\n", what, seconds.clock,
           seconds.processor, goal, seconds.clock / goal);
}

static void
explain (const HsMatchPlan *plan, guint32 student)
{
  Seconds start = now ();
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
  start = now ();
  why = hs_match_why (plan, student, last->option.vacancy, 0, NULL, NULL);
  say ("why, by rule", since (start), 0.05);
  g_clear_pointer (&why, hs_match_why_free);
  start = now ();
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
  Seconds start = now ();
  HsMatchWorld *world =
      hs_match_world_read (store, hs_clock_today (hs_store_clock (store)), NULL, NULL);
  Seconds reading = since (start);
  Seconds before = now ();
  HsMatchIndex *index = hs_match_index_new (world);
  Seconds indexing = since (before);
  g_autoptr (HsMatchProblem) problem =
      hs_match_build (world, index, &weights, NULL, NULL, NULL, NULL);
  Seconds all = since (start);
  g_autoptr (HsMatchPlan) plan = NULL;
  g_autoptr (GPtrArray) scarce = NULL;
  g_autoptr (GArray) swaps = NULL;

  g_print ("%u students, %u options, %u resources\n", problem->instance->n_students,
           problem->instance->n_options, problem->instance->n_resources);
  say ("reading the world", reading, 2);
  say ("indexing it", indexing, 2);
  say ("reading, indexing and building", all, 2);
  hs_match_index_free (index);
  request.seconds = argc > 2 ? atof (argv[2]) : 20;
  start = now ();
  plan = hs_match_plan_new_for_world (store, world, &request, NULL, NULL);
  g_print ("%-44s %8.3f s   %u of %u placed, gap %.3f %%\n", "a plan", since (start).clock,
           plan->solution->matched, plan->world->students->len, hs_match_plan_gap (plan) * 100);
  explain (plan, 17 % plan->world->students->len);
  start = now ();
  scarce = hs_match_bottlenecks (plan, 50);
  say ("what is scarce", since (start), 0.2);
  start = now ();
  swaps = hs_match_swaps (plan);
  say ("who would rather swap", since (start), 2);
  region_free (store);
  return 0;
}
