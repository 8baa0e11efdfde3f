/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The solver against answers that are known: brute force on tiny problems, and properties that must
 * hold for every solution. */

#include <string.h>

#include "fixtures.h"
#include "hs-error.h"

static void
test_brute_force (void)
{
  for (guint32 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      HsSolverOptions options = { .moves = 300, .seed = seed, .threads = 1 };
      g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
      gint64 best = fixture_brute_force (instance, NULL);
      g_assert_cmpint (solution->objective, ==, best);
      g_assert_cmpint (solution->bound, >=, best);
      g_assert_true (solution->optimal);
    }
}

/* Some students keep an option, be it a bad one: the rest is the best that goes with it. */
static void
test_fixed_pairs (void)
{
  for (guint32 seed = 0; seed < 500; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint32 fixed[16];
      for (guint32 s = 0; s < instance->n_students; s++)
        {
          guint32 n = instance->first_option[s + 1] - instance->first_option[s];
          gint32 k = g_rand_int_range (rand, 0, 3 * (gint32) MAX (n, 1));
          fixed[s] = k < (gint32) n ? (gint32) instance->first_option[s] + k : HS_NO_OPTION;
        }
      HsSolverOptions options = { .moves = 300, .seed = seed, .threads = 1, .fixed = fixed };
      gint64 best = fixture_brute_force (instance, fixed);
      if (best == G_MININT64)
        {
          g_autoptr (GError) error = NULL;
          g_assert_null (hs_solver_run (instance, &options, NULL, &error));
          g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
          continue;
        }
      g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
      g_assert_cmpint (solution->objective, ==, best);
    }
}

static void
test_fixed_option_of_another (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  hs_instance_builder_add_student (builder);
  hs_instance_builder_add_option (builder, 1);
  hs_instance_builder_add_student (builder);
  hs_instance_builder_add_option (builder, 1);
  g_autoptr (HsInstance) instance = hs_instance_builder_finish (builder, &error);
  gint32 fixed[] = { 1, HS_NO_OPTION };
  HsSolverOptions options = { .moves = 10, .threads = 1, .fixed = fixed };
  g_assert_null (hs_solver_run (instance, &options, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
}

static void
test_same_seed_same_answer (void)
{
  g_autoptr (HsInstance) instance = fixture_school (1, 400);
  HsSolverOptions options = { .moves = 60000, .seed = 7, .threads = 1 };
  g_autoptr (HsSolution) one = fixture_solve (instance, &options);
  g_autoptr (HsSolution) two = fixture_solve (instance, &options);
  gsize size = instance->n_students * sizeof (gint32);
  g_assert_cmpint (memcmp (one->pick, two->pick, size), ==, 0);
  g_assert_cmpint (one->bound, ==, two->bound);
  options.seed = 8;
  g_autoptr (HsSolution) other = fixture_solve (instance, &options);
  g_assert_cmpint (memcmp (one->pick, other->pick, size), !=, 0);
}

static void
test_threads_never_worse (void)
{
  for (guint32 seed = 0; seed < 4; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_school (seed, 200);
      HsSolverOptions options = { .moves = 20000, .seed = seed, .threads = 1 };
      g_autoptr (HsSolution) one = fixture_solve (instance, &options);
      options.threads = 4;
      g_autoptr (HsSolution) four = fixture_solve (instance, &options);
      g_autoptr (HsSolution) again = fixture_solve (instance, &options);
      g_assert_cmpint (four->objective, >=, one->objective);
      g_assert_cmpint (memcmp (four->pick, again->pick, instance->n_students * 4), ==, 0);
    }
}

/* More moves must bring something, and the gap must be small: this fails when the search is broken.
 */
static void
test_quality (void)
{
  for (guint32 seed = 0; seed < 3; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_school (seed, 600);
      HsSolverOptions options = { .moves = 400000, .seed = seed, .threads = 1 };
      g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
      double gap = (double) (solution->bound - solution->objective) / (double) solution->bound;
      g_test_message ("gap %.5f %%", gap * 100);
      g_assert_cmpfloat (gap, <, 0.004);
    }
}

/* The same problem with its students, their options and the resources in another order. */
static HsInstance *
shuffled (const HsInstance *instance, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  guint32 students[16], n = instance->n_students, n_resources = instance->n_resources;
  for (guint32 s = 0; s < n; s++)
    students[s] = s;
  for (guint32 s = n; s > 1; s--)
    {
      guint32 other = (guint32) g_rand_int_range (rand, 0, (gint32) s), kept = students[s - 1];
      students[s - 1] = students[other];
      students[other] = kept;
    }
  for (guint32 r = 0; r < n_resources; r++)
    hs_instance_builder_add_resource (builder, instance->capacity[n_resources - 1 - r]);
  for (guint32 i = 0; i < n; i++)
    {
      hs_instance_builder_add_student (builder);
      for (guint32 o = instance->first_option[students[i] + 1];
           o > instance->first_option[students[i]]; o--)
        {
          hs_instance_builder_add_option (builder, instance->value[o - 1]);
          for (guint32 k = instance->first_use[o - 1]; k < instance->first_use[o]; k++)
            hs_instance_builder_add_use (builder, n_resources - 1 - instance->uses[k].resource,
                                         instance->uses[k].amount);
        }
    }
  return hs_instance_builder_finish (builder, NULL);
}

static void
test_order_does_not_matter (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      g_autoptr (HsInstance) other = shuffled (instance, seed);
      HsSolverOptions options = { .moves = 300, .seed = 3, .threads = 1 };
      g_autoptr (HsSolution) one = fixture_solve (instance, &options);
      g_autoptr (HsSolution) two = fixture_solve (other, &options);
      g_assert_cmpint (one->objective, ==, two->objective);
    }
}

static HsInstance *
all_want_one (guint32 n_students, gint32 capacity)
{
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  hs_instance_builder_add_resource (builder, capacity);
  for (guint32 s = 0; s < n_students; s++)
    {
      hs_instance_builder_add_student (builder);
      hs_instance_builder_add_option (builder, 100 + (gint32) (s % 7));
      hs_instance_builder_add_use (builder, 0, 1);
    }
  return hs_instance_builder_finish (builder, NULL);
}

static void
test_extremes (void)
{
  static const struct
  {
    guint32 n_students;
    gint32 capacity;
    gint64 objective;
  } cases[] = { { 0, 5, 0 },
                { 1, 0, 0 },
                { 1000, 0, 0 },
                { 1000, 1, 106 },
                { 700, 100, 10600 },
                { 700, 700, 72100 },
                { 700, HS_INSTANCE_MAX_NUMBER, 72100 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HsInstance) instance = all_want_one (cases[i].n_students, cases[i].capacity);
      HsSolverOptions options = { .moves = 200000, .seed = 1, .threads = 1 };
      g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
      g_assert_cmpint (solution->objective, <=, cases[i].objective);
      g_assert_cmpint (solution->objective, >=, cases[i].objective * 999 / 1000);
      g_assert_cmpint (solution->bound, >=, cases[i].objective);
      g_assert_cmpint (solution->bound, <=, cases[i].objective * 1001 / 1000);
    }
}

/* The largest numbers there may be: nothing overflows, the bound holds. */
static void
test_large_numbers (void)
{
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  hs_instance_builder_add_resource (builder, HS_INSTANCE_MAX_NUMBER);
  for (guint32 s = 0; s < 3000; s++)
    {
      hs_instance_builder_add_student (builder);
      hs_instance_builder_add_option (builder, HS_INSTANCE_MAX_NUMBER - (gint32) s);
      hs_instance_builder_add_use (builder, 0, HS_INSTANCE_MAX_NUMBER / 2);
      hs_instance_builder_add_option (builder, HS_INSTANCE_MAX_NUMBER / 3);
      hs_instance_builder_add_use (builder, 0, 1);
      hs_instance_builder_add_option (builder, -HS_INSTANCE_MAX_NUMBER);
    }
  g_autoptr (HsInstance) instance = hs_instance_builder_finish (builder, NULL);
  HsSolverOptions options = { .moves = 200000, .seed = 1, .threads = 1 };
  g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
  g_assert_cmpuint (solution->matched, ==, 3000);
  g_assert_cmpint (solution->objective, >=,
                   G_GINT64_CONSTANT (3000) * (HS_INSTANCE_MAX_NUMBER / 3)
                       + HS_INSTANCE_MAX_NUMBER / 2);
}

typedef struct
{
  GCancellable *cancellable;
  guint n_calls;
  gint64 last_bound;
  HsSolverPhase last_phase;
} Watch;

static void
watch_and_cancel (const HsSolverProgress *progress, gpointer data)
{
  Watch *watch = data;
  watch->n_calls++;
  watch->last_bound = progress->bound;
  watch->last_phase = progress->phase;
  g_assert_cmpfloat (progress->share, >=, 0);
  if (progress->phase == HS_SOLVER_IMPROVING)
    {
      g_assert_cmpint (progress->objective, <=, progress->bound);
      g_cancellable_cancel (watch->cancellable);
    }
}

/* Without the cancel this would go on for an hour; what was found until then is kept. */
static void
test_cancel_keeps_the_best (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) instance = fixture_school (5, 500);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { cancellable, 0, 0, HS_SOLVER_PREPARING };
  HsSolverOptions options = {
    .seconds = 3600, .seed = 1, .threads = 2, .progress = watch_and_cancel, .progress_data = &watch
  };
  g_autoptr (HsSolution) solution = hs_solver_run (instance, &options, cancellable, &error);
  g_assert_no_error (error);
  g_assert_true (solution->cancelled);
  g_assert_cmpuint (solution->matched, >, 400);
  g_assert_cmpuint (watch.n_calls, >=, 3);
  g_assert_cmpint (watch.last_phase, ==, HS_SOLVER_DONE);
  g_assert_cmpint (watch.last_bound, ==, solution->bound);
  g_autoptr (HsSolution) at_once = hs_solver_run (instance, &options, cancellable, &error);
  g_assert_no_error (error);
  g_assert_true (at_once->cancelled);
  g_assert_true (hs_instance_check (instance, at_once->pick, NULL, NULL, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/solver/brute-force", test_brute_force);
  g_test_add_func ("/matching/solver/fixed", test_fixed_pairs);
  g_test_add_func ("/matching/solver/fixed-other", test_fixed_option_of_another);
  g_test_add_func ("/matching/solver/same-seed", test_same_seed_same_answer);
  g_test_add_func ("/matching/solver/threads", test_threads_never_worse);
  g_test_add_func ("/matching/solver/quality", test_quality);
  g_test_add_func ("/matching/solver/order", test_order_does_not_matter);
  g_test_add_func ("/matching/solver/extremes", test_extremes);
  g_test_add_func ("/matching/solver/large-numbers", test_large_numbers);
  g_test_add_func ("/matching/solver/cancel", test_cancel_keeps_the_best);
  return g_test_run ();
}
