/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about the whole plan: what is scarce, how it comes out, who would rather swap. */

#include "hs-board-ask.h"
#include "hs-what-if.h"

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

  self->distances[km < 0 ? HS_BOARD_STEPS : MIN (km / HS_BOARD_STEP_KM, HS_BOARD_STEPS - 1)]++;
  self->wishes[rank == 0 ? HS_BOARD_WISHES - 1 : MIN (rank, HS_BOARD_WISHES - 1) - 1]++;
}

static void
swap_free (gpointer data)
{
  HsBoardSwap *swap = data;

  g_free (swap->sentence);
  g_free (swap);
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

static gint64
id_of (const HsRecord *record)
{
  return record != NULL ? hs_record_id (record) : 0;
}

static HsBoardPlace
place_of (const HsMatchPlan *plan, guint32 number)
{
  const HsMatchWorld *world = plan->world;
  const HsMatchOption *option = &g_array_index (plan->problem->options, HsMatchOption, number);
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);
  HsBoardPlace place = { 0 };

  place.vacancy = id_of (vacancy->record);
  place.supervisor = id_of (hs_match_person (world, option->supervisor)->record);
  if (option->digicoach != HS_NOBODY)
    place.digicoach = id_of (hs_match_person (world, option->digicoach)->record);
  if (option->item != HS_NOBODY)
    place.item = id_of (hs_match_item (world, option->item)->record);
  place.value = option->value;
  place.rank = hs_match_wish_rank (world, option);
  place.distance = hs_match_distance (hs_match_student (world, option->student),
                                      hs_match_location (world, vacancy->location));
  return place;
}

static HsBoardSwap *
new_swap (const HsMatchPlan *plan, const HsMatchSwap *swap)
{
  HsBoardSwap *self = g_new0 (HsBoardSwap, 1);

  self->sentence = say_swap (plan, swap);
  self->students[0] = hs_record_id (hs_match_student (plan->world, swap->one)->record);
  self->students[1] = hs_record_id (hs_match_student (plan->world, swap->other)->record);
  self->places[0] = place_of (plan, swap->one_option);
  self->places[1] = place_of (plan, swap->other_option);
  return self;
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
  self->swaps = g_ptr_array_new_with_free_func (swap_free);
  for (guint32 i = 0; i < plan->world->students->len; i++)
    if (hs_match_plan_option (plan, i) != NULL)
      count_option (self, plan, hs_match_plan_option (plan, i));
  swaps = hs_match_swaps (plan);
  for (guint i = 0; i < swaps->len && i < MOST_SWAPS; i++)
    g_ptr_array_add (self->swaps, new_swap (plan, &g_array_index (swaps, HsMatchSwap, i)));
  self->n_swaps = swaps->len;
  return self;
}

gpointer
hs_board_ask_gain (HsMatchPlan *plan, gpointer data, GCancellable *cancellable, GError **error)
{
  guint32 resource = *(guint32 *) data;
  const HsMatchResource *row;
  g_autoptr (HsWhatIf) what_if = NULL;
  HsBoardGain *gain;

  if (resource >= plan->problem->resources->len)
    return NULL;
  row = &g_array_index (plan->problem->resources, HsMatchResource, resource);
  what_if = hs_what_if_more (plan->problem->instance, plan->solution, NULL, resource,
                             row->kind == HS_MATCH_COACH ? plan->world->coach_minutes_week : 1,
                             cancellable, error);
  if (what_if == NULL)
    return NULL;
  gain = g_new0 (HsBoardGain, 1);
  gain->points = MAX (0, what_if->change);
  gain->places = (gint32) what_if->matched - (gint32) plan->solution->matched;
  return gain;
}
