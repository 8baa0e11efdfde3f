/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems and checks that several tests of the solver use. */

#include "fixtures.h"

#include "hs-error.h"

/* A small random problem in which things are scarce. */
HsInstance *
fixture_tiny (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  gint32 n_resources = g_rand_int_range (rand, 1, 9);
  gint32 n_students = g_rand_int_range (rand, 0, 8);
  gint32 low = g_rand_int_range (rand, 0, 4) == 0 ? -30 : 1;
  gint32 high = g_rand_int_range (rand, 0, 3) == 0 ? 8 : 1000;
  for (gint32 r = 0; r < n_resources; r++)
    hs_instance_builder_add_resource (builder, g_rand_int_range (rand, 0, 6));
  for (gint32 s = 0; s < n_students; s++)
    {
      hs_instance_builder_add_student (builder);
      for (gint32 o = g_rand_int_range (rand, 0, 5); o > 0; o--)
        {
          hs_instance_builder_add_option (builder, g_rand_int_range (rand, low, high));
          for (gint32 k = g_rand_int_range (rand, 0, 4); k > 0; k--)
            hs_instance_builder_add_use (builder, (guint32) g_rand_int_range (rand, 0, n_resources),
                                         g_rand_int_range (rand, 0, 4));
        }
    }
  return hs_instance_builder_finish (builder, NULL);
}

/* Every choice of every student, with no cleverness at all. */
static void
enumerate (const HsInstance *instance, guint32 student, gint32 *pick, const gint32 *fixed,
           gint64 *best)
{
  if (student == instance->n_students)
    {
      gint64 objective;
      if (hs_instance_check (instance, pick, &objective, NULL, NULL))
        *best = MAX (*best, objective);
      return;
    }
  gboolean is_fixed = fixed != NULL && fixed[student] != HS_NO_OPTION;
  if (!is_fixed)
    {
      pick[student] = HS_NO_OPTION;
      enumerate (instance, student + 1, pick, fixed, best);
    }
  for (guint32 o = instance->first_option[student]; o < instance->first_option[student + 1]; o++)
    {
      if (is_fixed && (gint32) o != fixed[student])
        continue;
      pick[student] = (gint32) o;
      enumerate (instance, student + 1, pick, fixed, best);
    }
  pick[student] = HS_NO_OPTION;
}

gint64
fixture_brute_force (const HsInstance *instance, const gint32 *fixed)
{
  gint32 pick[16];
  gint64 best = G_MININT64;
  enumerate (instance, 0, pick, fixed, &best);
  return best;
}

/* Solves, and checks what must hold whatever the problem is. */
HsSolution *
fixture_solve (const HsInstance *instance, const HsSolverOptions *options)
{
  g_autoptr (GError) error = NULL;
  HsSolution *solution = hs_solver_run (instance, options, NULL, &error);
  gint64 objective;
  guint32 matched;
  g_assert_no_error (error);
  g_assert_nonnull (solution);
  g_assert_true (hs_instance_check (instance, solution->pick, &objective, &matched, &error));
  g_assert_cmpint (objective, ==, solution->objective);
  g_assert_cmpuint (matched, ==, solution->matched);
  g_assert_cmpint (solution->objective, <=, solution->bound);
  for (guint32 s = 0; options->fixed != NULL && s < instance->n_students; s++)
    if (options->fixed[s] != HS_NO_OPTION)
      g_assert_cmpint (solution->pick[s], ==, options->fixed[s]);
  return solution;
}

/* A problem of the size of a school: supervisors with few places at locations, coaches with hours.
 */
HsInstance *
fixture_school (guint32 seed, gint32 n_students)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  gint32 n_supervisors = n_students * 2 / 5 + 1, n_coaches = n_students / 50 + 1;
  for (gint32 r = 0; r < n_supervisors * 2; r++)
    hs_instance_builder_add_resource (builder, g_rand_int_range (rand, 1, 4));
  for (gint32 r = 0; r < n_coaches; r++)
    hs_instance_builder_add_resource (builder, 350);
  for (gint32 s = 0; s < n_students; s++)
    {
      hs_instance_builder_add_student (builder);
      gint32 home = g_rand_int_range (rand, 0, n_supervisors);
      for (gint32 o = 0; o < 12; o++)
        {
          gint32 supervisor = (home + g_rand_int_range (rand, 0, 20)) % n_supervisors;
          gint32 block = g_rand_int_range (rand, 0, 3);
          hs_instance_builder_add_option (builder, 1000 + g_rand_int_range (rand, 0, 100));
          if (block != 1)
            hs_instance_builder_add_use (builder, (guint32) supervisor * 2, 1);
          if (block != 0)
            hs_instance_builder_add_use (builder, (guint32) supervisor * 2 + 1, 1);
          hs_instance_builder_add_use (
              builder, (guint32) (n_supervisors * 2 + g_rand_int_range (rand, 0, n_coaches)),
              6 + g_rand_int_range (rand, 0, 5));
        }
    }
  return hs_instance_builder_finish (builder, NULL);
}
