/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about the whole plan: what is scarce, how it comes out, what weights do. */

#include "hs-board-ask.h"

#include <glib/gi18n.h>

#define MOST_BOTTLENECKS 40
#define MOST_SWAPS 200

void
hs_board_scarce_free (gpointer data)
{
  HsBoardScarce *self = data;

  if (self == NULL)
    return;
  g_clear_pointer (&self->bottlenecks, g_ptr_array_unref);
  g_clear_pointer (&self->swaps, g_ptr_array_unref);
  g_free (self);
}

/* A plan that was read from a proposal has no prices: the bound of the solver makes them. */
static gboolean
find_prices (HsMatchPlan *plan, GCancellable *cancellable, GError **error)
{
  const HsInstance *instance = plan->problem->instance;
  HsSolverOptions options = { .moves = 1, .seed = 1, .threads = 1, .start = plan->solution->pick };
  g_autoptr (HsSolution) solution = NULL;

  for (guint32 i = 0; i < instance->n_resources; i++)
    if (plan->solution->price[i] > 0)
      return TRUE;
  solution = hs_solver_run (instance, &options, cancellable, error);
  if (solution == NULL)
    return FALSE;
  memcpy (plan->solution->price, solution->price, instance->n_resources * sizeof (double));
  plan->solution->bound = MAX (solution->bound, plan->solution->objective);
  return TRUE;
}

static void
count_option (HsBoardScarce *self, const HsMatchPlan *plan, const HsMatchOption *option)
{
  const HsMatchWorld *world = plan->world;
  gint32 km = hs_match_distance (
      hs_match_student (world, option->student),
      hs_match_location (world, hs_match_vacancy (world, option->vacancy)->location));
  gint32 rank = hs_match_wish_rank (world, option);
  gint32 parts[HS_N_WEIGHTS];

  self->distances[km < 0 ? HS_BOARD_STEPS : MIN (km / HS_BOARD_STEP_KM, HS_BOARD_STEPS - 1)]++;
  self->wishes[rank == 0 ? HS_BOARD_WISHES - 1 : MIN (rank, HS_BOARD_WISHES - 1) - 1]++;
  hs_match_value (world, &plan->weights, option, parts);
  for (guint i = 0; i < HS_N_WEIGHTS; i++)
    self->parts[i] += parts[i];
}

static char *
say_swap (const HsMatchPlan *plan, const HsMatchSwap *swap)
{
  const HsMatchWorld *world = plan->world;
  const HsMatchOption *one = hs_match_plan_option (plan, swap->one);
  const HsMatchOption *other = hs_match_plan_option (plan, swap->other);
  g_autofree char *name = hs_record_title (hs_match_student (world, swap->one)->record);
  g_autofree char *other_name = hs_record_title (hs_match_student (world, swap->other)->record);
  g_autofree char *place = hs_record_title (
      hs_match_location (world, hs_match_vacancy (world, one->vacancy)->location)->record);
  g_autofree char *other_place = hs_record_title (
      hs_match_location (world, hs_match_vacancy (world, other->vacancy)->location)->record);

  return g_strdup_printf (_ ("%s (now %s) and %s (now %s) would both rather swap."), name, place,
                          other_name, other_place);
}

gpointer
hs_board_ask_scarce (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  HsBoardScarce *self;
  g_autoptr (GArray) swaps = NULL;

  if (!find_prices (plan, cancellable, error))
    return NULL;
  self = g_new0 (HsBoardScarce, 1);
  self->bottlenecks = hs_match_bottlenecks (plan, MOST_BOTTLENECKS);
  self->swaps = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < plan->world->students->len; i++)
    if (hs_match_plan_option (plan, i) != NULL)
      count_option (self, plan, hs_match_plan_option (plan, i));
  swaps = hs_match_swaps (plan);
  for (guint i = 0; i < swaps->len && i < MOST_SWAPS; i++)
    g_ptr_array_add (self->swaps, say_swap (plan, &g_array_index (swaps, HsMatchSwap, i)));
  return self;
}

gpointer
hs_board_ask_gain (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  guint32 resource = *(guint32 *) data;
  gint64 gain;

  if (resource >= plan->problem->resources->len)
    return NULL;
  gain = hs_match_gain_of_one_more (plan, resource, 1.5, cancellable, error);
  return gain >= 0 ? g_memdup2 (&gain, sizeof gain) : NULL;
}

gpointer
hs_board_ask_parts (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *sums = g_new0 (gint64, HS_N_WEIGHTS);
  gint32 parts[HS_N_WEIGHTS];

  for (guint32 i = 0; i < plan->world->students->len; i++)
    if (hs_match_plan_option (plan, i) != NULL)
      {
        hs_match_value (plan->world, data, hs_match_plan_option (plan, i), parts);
        for (guint k = 0; k < HS_N_WEIGHTS; k++)
          sums[k] += parts[k];
      }
  return sums;
}
