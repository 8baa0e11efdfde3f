/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound and the search, each on its own: in the solver small problems are proven by trying all,
 * so that a bound or a search that is wrong would not show there. */

#include "fixtures.h"
#include "hs-anneal.h"
#include "hs-bound.h"
#include "hs-merge.h"
#include "hs-moves.h"

/* Never below what can be reached, with prices that were looked for and with any others. */
static void
test_never_below (void)
{
  for (guint32 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      g_autoptr (HsModel) model = hs_model_new (instance, NULL, NULL, 0, NULL);
      g_autofree double *price = hs_bound_prices (model, 0, NULL);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 best = fixture_brute_force (instance, NULL);

      g_assert_cmpint (hs_bound_certify (model, price), >=, best);
      for (guint32 r = 0; r < model->n_resources; r++)
        price[r] = g_rand_double_range (rand, -5, 500);
      g_assert_cmpint (hs_bound_certify (model, price), >=, best);
    }
}

static gboolean
go_on (const HsSearch *search, double progress, gpointer data)
{
  return TRUE;
}

/* The annealing alone, without the exact search: feasible, never above the best, and nearly always
 * the best. */
static void
test_search_never_above (void)
{
  guint n_best = 0;

  for (guint32 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (HsInstance) instance = fixture_tiny (seed);
      g_autoptr (HsModel) model = hs_model_new (instance, NULL, NULL, 0, NULL);
      g_autofree double *price = hs_bound_prices (model, 0, NULL);
      g_autofree gint32 *pick = g_new (gint32, instance->n_students + 1);
      gint64 best = fixture_brute_force (instance, NULL), objective;

      hs_model_set_worth (model, price, 0.95);
      g_autoptr (HsSearch) search = hs_search_new (model, seed);
      double unit = hs_moves_unit (model);
      HsAnnealPlan plan = { .hot = 10 * unit, .cold = unit / 2, .moves = 500, .report = go_on };
      hs_search_greedy (search);
      hs_anneal_run (search, &plan);
      for (guint32 s = 0; s < instance->n_students; s++)
        pick[s] = HS_NO_OPTION;
      for (guint32 s = 0; s < model->n_students; s++)
        if (search->best[s] != HS_NO_OPTION)
          pick[model->student_origin[s]] = (gint32) model->options[search->best[s]].origin;
      g_assert_true (hs_instance_check (instance, pick, &objective, NULL, NULL));
      g_assert_cmpint (objective, ==, search->best_score);
      g_assert_cmpint (objective, <=, best);
      n_best += objective == best;
    }
  g_test_message ("best in %u of 2000", n_best);
  g_assert_cmpuint (n_best, >, 1900);
}

/* A town in which @too_many more look for a place than there are, each near a few places: the worth
 * of the place that nobody can do without has to show in the price of all of them. */
static HsInstance *
town (guint32 n_students, guint32 too_many)
{
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  guint32 n_places = n_students - too_many;

  for (guint32 r = 0; r < n_places; r++)
    hs_instance_builder_add_resource (builder, 1);
  for (guint32 s = 0; s < n_students; s++)
    {
      hs_instance_builder_add_student (builder);
      for (guint32 k = 0; k < 4; k++)
        {
          hs_instance_builder_add_option (builder, 1000);
          hs_instance_builder_add_use (builder, (s + k * k * 7) % n_places, 1);
        }
    }
  return hs_instance_builder_finish (builder, NULL);
}

static void
test_a_few_too_many (void)
{
  static const guint32 too_many[] = { 0, 1, 3, 10, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (too_many); i++)
    {
      g_autoptr (HsInstance) instance = town (120, too_many[i]);
      g_autoptr (HsModel) model = hs_model_new (instance, NULL, NULL, 0, NULL);
      g_autofree double *price = hs_bound_prices (model, 0, NULL);
      gint64 bound = hs_bound_certify (model, price);
      gint64 most = (120 - (gint64) too_many[i]) * 1000;

      g_test_message ("%u too many: %" G_GINT64_FORMAT " for %" G_GINT64_FORMAT, too_many[i], bound,
                      most);
      g_assert_cmpint (bound, >=, most);
      g_assert_cmpint (bound, <=, most + most / 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/bound/never-below", test_never_below);
  g_test_add_func ("/matching/bound/search-never-above", test_search_never_above);
  g_test_add_func ("/matching/bound/a-few-too-many", test_a_few_too_many);
  return g_test_run ();
}
