/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves a matching problem: a good solution, and a proof of how far from perfect it can be at
 * most. Knows no database and no window. */
#pragma once

#include <gio/gio.h>

#include "hs-instance.h"

G_BEGIN_DECLS

typedef enum
{
  HS_SOLVER_PREPARING,
  HS_SOLVER_BOUNDING,
  HS_SOLVER_IMPROVING,
  HS_SOLVER_DONE,
} HsSolverPhase;

/**
 * HsSolverProgress:
 * @objective: of the best solution so far
 * @bound: no solution is worth more; only valid when @phase is improving or done
 * @matched: students with a place in that solution
 * @share: of the time or moves that is used up, 0 to 1
 */
typedef struct
{
  HsSolverPhase phase;
  gint64 objective;
  gint64 bound;
  guint32 matched;
  double share;
} HsSolverProgress;

/* Called at most ten times a second, by one thread at a time but not always the same: hand the
 * numbers to your own thread and return at once. */
typedef void (*HsSolverProgressFunc) (const HsSolverProgress *progress, gpointer data);

/**
 * HsSolverOptions:
 * @seconds: time limit, when @moves is 0
 * @moves: how many moves each thread tries; the answer then depends on nothing but the instance and
 *   these options, bit for bit
 * @seed: of the random numbers
 * @threads: how many searches go on side by side, 0 is 1; the best one counts, and the first is the
 *   one that a single thread would have made
 * @fixed: (nullable): the option that each student keeps, %HS_NO_OPTION where the solver is free
 * @start: (nullable): the option that each student has now, or %HS_NO_OPTION; what does not fit any
 *   more is passed over
 * @stay_bonus: points that staying on the option of @start is worth to the search; not counted in
 *   objective and bound. 20 to 30 where a place is worth 1,000 and wishes some tens: twenty edits
 * at 1,000 students then move about 60 and lose less than 0.1 %
 * @price: (nullable): prices of an earlier solution of nearly the same instance; no others are
 *   looked for then
 * @progress: (nullable): told how it goes
 */
typedef struct
{
  double seconds;
  guint64 moves;
  guint64 seed;
  guint threads;
  const gint32 *fixed;
  const gint32 *start;
  gint32 stay_bonus;
  const double *price;
  HsSolverProgressFunc progress;
  gpointer progress_data;
} HsSolverOptions;

/**
 * HsSolution:
 * @pick: the option of each student, or %HS_NO_OPTION
 * @price: of each resource, in points for one unit more; 0 for what is not scarce
 * @objective: the sum of the values that were picked
 * @bound: certified: no solution that keeps the fixed pairs is worth more
 * @optimal: @objective was proven to be the largest there is
 * @cancelled: the search was stopped by its cancellable; the solution is the best until then
 */
typedef struct
{
  guint32 n_students;
  guint32 n_resources;
  gint32 *pick;
  double *price;
  gint64 objective;
  gint64 bound;
  guint32 matched;
  gboolean optimal;
  gboolean cancelled;
  double seconds;
  double seconds_to_bound;
} HsSolution;

void hs_solution_free (HsSolution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSolution, hs_solution_free)

double *hs_solver_prices (const HsInstance *instance, double seconds, GCancellable *cancellable);
HsSolution *hs_solver_run (const HsInstance *instance, const HsSolverOptions *options,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
