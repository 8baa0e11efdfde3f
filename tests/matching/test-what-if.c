/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would happen if: against brute force where that is possible; and solving again after edits.
 */

#include <string.h>

#include "fixtures.h"
#include "hs-error.h"
#include "hs-what-if.h"

static void
assert_option_answer (const HsInstance *instance, const HsSolution *solution, guint32 option)
{
  g_autoptr (GError) error = NULL;
  gint32 fixed[16];
  guint32 student = hs_instance_student_of (instance, option);
  for (guint32 s = 0; s < instance->n_students; s++)
    fixed[s] = s == student ? (gint32) option : HS_NO_OPTION;
  gint64 best = fixture_brute_force (instance, fixed);
  g_autoptr (HsWhatIf) answer = hs_what_if_option (instance, solution, NULL, option, NULL, &error);
  if (best == G_MININT64)
    {
      g_assert_null (answer);
      g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (answer->change, ==, best - solution->objective);
  g_assert_true (answer->exact);
  g_assert_cmpint (answer->pick[student], ==, option);
}

static void
test_option_against_brute_force (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      HsSolverOptions options = { .moves = 300, .threads = 1 };
      g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
      for (guint32 o = 0; o < instance->n_options; o++)
        assert_option_answer (instance, solution, o);
    }
}

static void
test_more_against_brute_force (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      HsSolverOptions options = { .moves = 300, .threads = 1 };
      g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
      for (guint32 r = 0; r < instance->n_resources; r++)
        {
          g_autoptr (HsWhatIf) answer =
              hs_what_if_more (instance, solution, NULL, r, 1, NULL, &error);
          g_assert_no_error (error);
          instance->capacity[r]++;
          gint64 best = fixture_brute_force (instance, NULL);
          instance->capacity[r]--;
          g_assert_cmpint (answer->change, ==, best - solution->objective);
        }
    }
}

/* At the size of a school: possible, bounded, cheap in moves, at most one other loses their place,
 * and the fixed pairs stay. */
static void
test_option_in_a_school (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsInstance) instance = fixture_school (3, 500);
  HsSolverOptions options = { .moves = 500000, .threads = 1 };
  g_autoptr (HsSolution) solution = fixture_solve (instance, &options);
  g_autofree gint32 *fixed = g_new (gint32, 500);
  for (guint32 s = 0; s < 500; s++)
    fixed[s] = s % 10 == 0 ? solution->pick[s] : HS_NO_OPTION;
  guint32 n_answers = 0;
  for (guint32 s = 1; s < 500; s += 29)
    {
      guint32 option = instance->first_option[s] + s % 12;
      g_autoptr (HsWhatIf) answer =
          hs_what_if_option (instance, solution, fixed, option, NULL, &error);
      if (answer == NULL)
        {
          g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
          g_clear_error (&error);
          continue;
        }
      gint64 objective;
      n_answers++;
      g_assert_true (hs_instance_check (instance, answer->pick, &objective, NULL, &error));
      g_assert_cmpint (objective - solution->objective, ==, answer->change);
      g_assert_cmpint (answer->change, <=, answer->most);
      g_assert_cmpint (answer->pick[s], ==, option);
      g_assert_cmpuint (answer->n_moved, <=, 40);
      g_assert_cmpint (answer->change, >, -1500);
      for (guint32 other = 0; other < 500; other += 10)
        if (other != s && fixed[other] != HS_NO_OPTION)
          g_assert_cmpint (answer->pick[other], ==, fixed[other]);
    }
  g_assert_cmpuint (n_answers, >, 5);
}

/* After twenty students were fixed elsewhere, hardly anybody else moves and little is lost. */
static void
test_again_after_edits (void)
{
  for (guint32 seed = 0; seed < 3; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_school (seed, 500);
      g_autofree gint32 *fixed = g_new (gint32, 500);
      HsSolverOptions options = { .moves = 500000, .threads = 1 };
      g_autoptr (HsSolution) before = fixture_solve (instance, &options);
      for (guint32 s = 0; s < 500; s++)
        fixed[s] = HS_NO_OPTION;
      for (guint32 s = 0; s < 500; s += 25)
        {
          fixed[s] = (gint32) (instance->first_option[s] + seed);
          if (!hs_instance_check (instance, fixed, NULL, NULL, NULL))
            fixed[s] = HS_NO_OPTION;
        }
      options.fixed = fixed;
      g_autoptr (HsSolution) anew = fixture_solve (instance, &options);
      options.start = before->pick;
      options.stay_bonus = 20;
      options.price = before->price;
      g_autoptr (HsSolution) again = fixture_solve (instance, &options);
      guint32 n_moved = 0;
      for (guint32 s = 0; s < 500; s++)
        n_moved += fixed[s] == HS_NO_OPTION && again->pick[s] != before->pick[s];
      g_test_message ("moved %u, lost %" G_GINT64_FORMAT, n_moved,
                      anew->objective - again->objective);
      g_assert_cmpuint (n_moved, <=, 60);
      g_assert_cmpint (again->objective, >=, anew->objective * 996 / 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/what-if/option", test_option_against_brute_force);
  g_test_add_func ("/matching/what-if/more", test_more_against_brute_force);
  g_test_add_func ("/matching/what-if/school", test_option_in_a_school);
  g_test_add_func ("/matching/what-if/again", test_again_after_edits);
  return g_test_run ();
}
