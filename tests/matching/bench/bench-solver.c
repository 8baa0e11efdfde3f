/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints each figure that the solver has to reach, the goal, and the ratio (below 1 is better than
 * the goal). Problems are made from seeds. Times are with one thread.
 *
 *     bench-solver [--large] [--others] [SEED...] */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench-others.h"
#include "bench-region.h"
#include "hs-solver.h"

/* What the program itself uses for keeping close to an earlier proposal. */
#define STAY_BONUS 20

static void
figure (const char *what, double measured, double goal, const char *unit)
{
  printf ("%-58s %10.4f %10.4f %-3s ratio %.3f%s\n", what, measured, goal, unit, measured / goal,
          measured <= goal ? "" : "  MISSED");
  fflush (stdout);
}

static HsSolution *
solve (const HsInstance *instance, double seconds)
{
  HsSolverOptions options = { .seconds = seconds, .seed = 1, .threads = 1 };
  HsSolution *solution = hs_solver_run (instance, &options, NULL, NULL);
  if (solution == NULL || !hs_instance_check (instance, solution->pick, NULL, NULL, NULL))
    g_error ("a solution that is not feasible");
  return solution;
}

static double
percent_below (gint64 value, gint64 reference)
{
  return 100 * (double) (reference - value) / (double) reference;
}

static void
others (const char *name, const HsInstance *instance, double seconds, gint64 reference)
{
  static const char *const programs[] = { "cbc", "glpsol" };
  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      gint64 objective;
      if (bench_other (programs[i], instance, seconds, &objective))
        printf ("  %s, %s in %g s: %.4f %% below\n", name, programs[i], seconds,
                percent_below (objective, reference));
      else
        printf ("  %s, %s in %g s: no solution, or not installed\n", name, programs[i], seconds);
    }
}

static void
planted (guint32 n, guint32 seed, double seconds, double goal, double bound_seconds,
         gboolean with_others)
{
  gint64 optimum;
  g_autoptr (HsInstance) instance = bench_planted (n, seed, &optimum);
  g_autoptr (HsSolution) solution = solve (instance, seconds);
  g_autofree char *distance =
      g_strdup_printf ("%u planted (seed %u), distance in %g s", n, seed, seconds);
  g_autofree char *time = g_strdup_printf ("%u planted (seed %u), time to bound", n, seed);
  g_autofree char *above = g_strdup_printf ("%u planted (seed %u), bound above optimum", n, seed);
  figure (distance, percent_below (solution->objective, optimum), goal, "%");
  figure (time, solution->seconds_to_bound, bound_seconds, "s");
  figure (above, -percent_below (solution->bound, optimum), 0.02, "%");
  if (with_others)
    others ("same problem", instance, seconds, optimum);
}

static void
region (guint32 n, guint32 seed, double seconds, gboolean with_others)
{
  g_autoptr (HsInstance) instance = bench_region (n, seed);
  g_autoptr (HsSolution) solution = solve (instance, seconds);
  g_autofree char *name =
      g_strdup_printf ("%u region (seed %u), without a place in %g s", n, seed, seconds);
  figure (name, 100.0 * (n - solution->matched) / n, 0.6, "%");
  printf ("  %.1f options a student, %.4f %% below its bound\n", (double) instance->n_options / n,
          percent_below (solution->objective, solution->bound));
  if (with_others)
    others ("same problem", instance, seconds, solution->bound);
}

/* Whether a fixed pair goes with the ones of the students before it. */
static gboolean
fixed_fits (const HsInstance *instance, const gint32 *fixed, guint32 student)
{
  g_autofree gint32 *until = g_memdup2 (fixed, instance->n_students * sizeof (gint32));
  for (guint32 s = student + 1; s < instance->n_students; s++)
    until[s] = HS_NO_OPTION;
  return hs_instance_check (instance, until, NULL, NULL, NULL);
}

/* Ten students lose the option they had to a capacity, ten get another fixed; what is lost is
 * counted against solving anew for five times as long, who moves beside those who were forced is
 * counted. FALSE when the fixed pairs do not fit together. */
static gboolean
again (guint32 n, guint32 seed, double *lost, guint32 *n_moved)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 5);
  g_autoptr (HsInstance) instance = bench_region (n, seed);
  g_autoptr (HsSolution) before = solve (instance, 5);
  g_autofree gint32 *capacity =
      g_memdup2 (instance->capacity, instance->n_resources * sizeof (gint32));
  g_autofree gint32 *fixed = g_new (gint32, n);
  for (guint32 s = 0; s < n; s++)
    fixed[s] = HS_NO_OPTION;
  for (int edit = 0; edit < 20; edit++)
    {
      guint32 s = (guint32) g_rand_int_range (rand, 0, (gint32) n);
      if (before->pick[s] == HS_NO_OPTION)
        continue;
      guint32 use = instance->first_use[before->pick[s]];
      if (edit % 2 == 0 && capacity[instance->uses[use].resource] > 0)
        capacity[instance->uses[use].resource]--;
      else
        fixed[s] = (gint32) instance->first_option[s];
    }
  g_autoptr (HsInstance) edited = bench_with_capacity (instance, capacity);
  for (guint32 s = 0; s < n; s++)
    if (fixed[s] != HS_NO_OPTION && !fixed_fits (edited, fixed, s))
      fixed[s] = HS_NO_OPTION;
  HsSolverOptions options = { .seconds = 5, .seed = 1, .threads = 1, .fixed = fixed };
  g_autoptr (HsSolution) anew = hs_solver_run (edited, &options, NULL, NULL);
  if (anew == NULL)
    return FALSE;
  options.seconds = 1;
  options.start = before->pick;
  options.stay_bonus = STAY_BONUS;
  g_autoptr (HsSolution) warm = hs_solver_run (edited, &options, NULL, NULL);
  *n_moved = 0;
  for (guint32 s = 0; s < n; s++)
    *n_moved += fixed[s] == HS_NO_OPTION && warm->pick[s] != before->pick[s];
  *lost = MAX (percent_below (warm->objective, anew->objective), 0);
  return TRUE;
}

static void
again_often (guint32 n, guint32 seed, guint32 times)
{
  for (guint32 i = 0; i < times; i++)
    {
      double lost;
      guint32 n_moved;
      if (!again (n, seed + i, &lost, &n_moved))
        continue;
      g_autofree char *name =
          g_strdup_printf ("%u again after 20 edits in 1 s (seed %u)", n, seed + i);
      g_autofree char *first = g_strconcat (name, ", lost", NULL);
      g_autofree char *second = g_strconcat (name, ", moved", NULL);
      figure (first, lost, 0.1, "%");
      figure (second, n_moved, 60, "");
    }
}

/* In a process that has made only this problem the peak is the solver's and the problem's. */
static void
memory (guint32 n, guint32 seed)
{
  g_autoptr (HsInstance) instance = bench_region (n, seed);
  struct rusage usage;
  HsSolverOptions options = { .moves = 1000, .seed = 1, .threads = 1 };
  g_autoptr (HsSolution) solution = hs_solver_run (instance, &options, NULL, NULL);
  getrusage (RUSAGE_SELF, &usage);
  printf ("  %u students: %u resources, %.1f options a student\n", n, instance->n_resources,
          (double) instance->n_options / n);
  figure ("memory, all of the process", (double) usage.ru_maxrss / n, 2.5, "kB");
}

int
main (int argc, char **argv)
{
  gboolean large = FALSE, with_others = FALSE;
  guint32 seed = 1;
  for (int i = 1; i < argc; i++)
    {
      large = large || strcmp (argv[i], "--large") == 0;
      with_others = with_others || strcmp (argv[i], "--others") == 0;
      if (g_ascii_isdigit (argv[i][0]))
        seed = (guint32) g_ascii_strtoull (argv[i], NULL, 10);
    }
  double load[1] = { 0 };
  getloadavg (load, 1);
  printf ("load %.1f on %u processors: times are only worth something when it is quiet\n", load[0],
          g_get_num_processors ());
  printf ("%-58s %10s %10s\n", "figure", "measured", "goal");
  memory (10000, seed);
  planted (500, seed, 10, 0.05, 0.1, with_others);
  planted (1000, seed, 5, 0.15, 0.1, with_others);
  planted (10000, seed, 20, 0.3, 1.5, FALSE);
  region (500, seed, 10, with_others);
  region (10000, seed, 20, FALSE);
  again_often (1000, seed, 3);
  if (large)
    planted (100000, seed, 90, 0.5, 10, FALSE);
  return 0;
}
