/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan: the world, the problem made of it, and its solution, together in memory, so that the
 * board and the explanation can ask about it. A plan is saved as a proposal. */
#pragma once

#include "hs-match-build.h"
#include "hs-solver.h"

G_BEGIN_DECLS

/**
 * HsMatchRequest:
 * @seconds: time for the solver in all, when @moves is 0; @moves: see HsSolverOptions
 * @keep: id of a proposal to stay close to, or 0: what it placed and still can stays where it was
 *   unless moving is worth more than @stay_bonus points
 */
typedef struct
{
  HsMatchWeights weights;
  double seconds;
  guint64 moves;
  guint64 seed;
  guint threads;
  gint64 keep;
  gint32 stay_bonus;
  HsSolverProgressFunc progress;
  gpointer progress_data;
} HsMatchRequest;

/**
 * HsMatchPlan:
 * @impossible: (element-type guint32): students whose fixed pair cannot be: it is against the law
 * or the calendar, or there is no room beside the other fixed pairs; they have no place in the plan
 */
typedef struct
{
  HsMatchWorld *world;
  HsMatchIndex *index;
  HsMatchWeights weights;
  HsMatchProblem *problem;
  HsSolution *solution;
  GArray *impossible;
} HsMatchPlan;

/* A request with the default weights, 20 s, one thread for each processor. */
HsMatchRequest hs_match_request_default (void);

/**
 * hs_match_plan_new:
 *
 * Reads the world from @store (outside a transaction), builds the problem and solves it. Students
 * who found no place among their usual options get all that fit, and the rest of the time is spent
 * on that. When @cancellable is cancelled while solving the plan is the best until then; before
 * that it is an error.
 *
 * Returns: (transfer full): the plan, or NULL
 */
HsMatchPlan *hs_match_plan_new (HsStore *store, const HsMatchRequest *request,
                                GCancellable *cancellable, GError **error);
/* The same over a world that was read before, which the plan takes over. @keep as picked options is
 * read from @store. */
HsMatchPlan *hs_match_plan_new_for_world (HsStore *store, HsMatchWorld *world,
                                          const HsMatchRequest *request, GCancellable *cancellable,
                                          GError **error);
/* A plan without a solver's work: the world, and as solution what proposal @proposal says. For the
 * board. @proposal may be 0: nobody has a place. */
HsMatchPlan *hs_match_plan_open (HsStore *store, gint64 proposal, GCancellable *cancellable,
                                 GError **error);
void hs_match_plan_free (HsMatchPlan *self);

/* The option that @student got, or NULL. */
const HsMatchOption *hs_match_plan_option (const HsMatchPlan *self, guint32 student);
/* How many points better it could be at most, as a share of what it is: 0.003 is 0.3 %. */
double hs_match_plan_gap (const HsMatchPlan *self);

/* Saves the plan as a proposal with one row for every student; inside a transaction. Returns its
 * id, 0 on error. */
gint64 hs_match_plan_save (const HsMatchPlan *self, HsStore *store, const char *title,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchPlan, hs_match_plan_free)

G_END_DECLS
