/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is scarce, what one more would bring, and who would rather swap. */

#include "hs-match-explain-private.h"
#include "hs-match-keep.h"
#include "hs-what-if.h"

#include <glib/gi18n.h>

static void
free_bottleneck (gpointer data)
{
  HsMatchBottleneck *bottleneck = data;

  g_free (bottleneck->name);
  g_free (bottleneck->sentence);
  g_free (bottleneck);
}

/* "maart–april" or "maart": the months from the first to the last day of [from, to). */
static char *
name_months (HsDay from, HsDay to)
{
  int year, first, last, day;

  hs_day_split (from, &year, &first, &day);
  hs_day_split (to - 1, &year, &last, &day);
  if (first == last && to - from < 62)
    return g_strdup (hs_month_name (first));
  return g_strdup_printf ("%s–%s", hs_month_name (first), hs_month_name (last));
}

/* "VR-bril Zonnehof" or "Anja de Wit" or the place of a vacancy. */
static char *
name_resource (const HsMatchWorld *world, const HsMatchResource *resource)
{
  const HsMatchItem *item;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  switch (resource->kind)
    {
    case HS_MATCH_SUPERVISOR:
      name = hs_record_title (hs_match_person (world, resource->number)->record);
      return g_strdup_printf (_ ("Supervisor %s"), name);
    case HS_MATCH_COACH:
      name = hs_record_title (hs_match_person (world, resource->number)->record);
      return g_strdup_printf (_ ("Digicoach %s"), name);
    case HS_MATCH_VACANCY:
      place = hs_match_place_name (world, resource->number);
      name = hs_record_title (hs_match_vacancy (world, resource->number)->record);
      return g_strdup_printf ("%s, %s", place, name);
    case HS_MATCH_ITEM:
      item = hs_match_item (world, resource->number);
      name = hs_match_item_name (world, resource->number);
      place = hs_record_title (hs_match_location (world, item->location)->record);
      return g_strdup_printf ("%s, %s", name, place);
    case HS_MATCH_APART:
      place = hs_record_title (hs_match_location (world, resource->number)->record);
      return g_strdup_printf (_ ("Two students apart, %s"), place);
    case HS_N_MATCH_RESOURCES:
    default:
      return g_strdup ("");
    }
}

static void
describe (const HsMatchWorld *world, const HsMatchResource *resource, HsMatchBottleneck *into)
{
  g_autofree char *name = name_resource (world, resource);
  g_autofree char *months = name_months (resource->from, resource->to);

  into->kind = resource->kind;
  into->asked = resource->asked;
  into->available = resource->capacity;
  if (resource->kind == HS_MATCH_COACH && world->coach_minutes_week > 0)
    into->available /= world->coach_minutes_week;
  if (resource->kind == HS_MATCH_APART)
    {
      into->name = g_strdup (name);
      into->sentence = g_steal_pointer (&name);
      return;
    }
  into->name = g_strdup_printf ("%s, %s", name, months);
  into->sentence = g_strdup_printf (_ ("%s, %s: %u wishes, %d available"), name, months,
                                    into->asked, into->available);
}

static int
compare_bottlenecks (gconstpointer a, gconstpointer b)
{
  const HsMatchBottleneck *one = *(HsMatchBottleneck *const *) a;
  const HsMatchBottleneck *other = *(HsMatchBottleneck *const *) b;

  if (one->price != other->price)
    return one->price > other->price ? -1 : 1;
  return one->resource < other->resource ? -1 : 1;
}

GPtrArray *
hs_match_bottlenecks (const HsMatchPlan *plan, guint most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_bottleneck);
  g_autofree gint32 *left = hs_match_left (plan, HS_NOBODY, HS_NOBODY);

  for (guint32 i = 0; i < plan->problem->resources->len; i++)
    {
      const HsMatchResource *resource =
          &g_array_index (plan->problem->resources, HsMatchResource, i);
      gint32 unit = resource->kind == HS_MATCH_COACH ? MAX (1, plan->world->coach_minutes_week) : 1;
      HsMatchBottleneck *bottleneck;

      if (plan->solution->price[i] <= 0.5 / unit || left[i] >= unit)
        continue;
      bottleneck = g_new0 (HsMatchBottleneck, 1);
      bottleneck->resource = i;
      bottleneck->price = plan->solution->price[i] * unit;
      g_ptr_array_add (found, bottleneck);
    }
  g_ptr_array_sort (found, compare_bottlenecks);
  if (found->len > most)
    g_ptr_array_set_size (found, (gint) most);
  for (guint i = 0; i < found->len; i++)
    {
      HsMatchBottleneck *bottleneck = g_ptr_array_index (found, i);

      describe (plan->world,
                &g_array_index (plan->problem->resources, HsMatchResource, bottleneck->resource),
                bottleneck);
    }
  return found;
}

gint64
hs_match_gain_of_one_more (const HsMatchPlan *plan, guint32 resource, GCancellable *cancellable)
{
  const HsMatchResource *row = &g_array_index (plan->problem->resources, HsMatchResource, resource);
  gint32 more = row->kind == HS_MATCH_COACH ? MAX (1, plan->world->coach_minutes_week) : 1;
  g_autofree gint32 *fixed = hs_match_fixed_pairs (plan, plan->solution);
  g_autoptr (HsWhatIf) answer = hs_what_if_more (plan->problem->instance, plan->solution, fixed,
                                                 resource, more, cancellable, NULL);

  return answer != NULL ? MAX (0, answer->change) : 0;
}

gint32 *
hs_match_left (const HsMatchPlan *plan, guint32 without, guint32 without2)
{
  const HsInstance *instance = plan->problem->instance;
  gint32 *left = g_memdup2 (instance->capacity, MAX (1, instance->n_resources) * sizeof (gint32));

  for (guint32 s = 0; s < instance->n_students; s++)
    if (plan->solution->pick[s] != HS_NO_OPTION && s != without && s != without2)
      hs_match_take_option (instance, (guint32) plan->solution->pick[s], left);
  return left;
}

/* What each option is worth to the student alone: wishes, distance, knowing the host. (transfer
 * full)
 */
static gint32 *
own_points (const HsMatchPlan *plan)
{
  gint32 *own = g_new (gint32, plan->problem->options->len + 1);

  for (guint i = 0; i < plan->problem->options->len; i++)
    {
      gint32 parts[HS_N_WEIGHTS];

      hs_match_value (plan->world, &plan->weights,
                      &g_array_index (plan->problem->options, HsMatchOption, i), parts);
      own[i] = parts[HS_WEIGHT_WISH] + parts[HS_WEIGHT_DISTANCE] + parts[HS_WEIGHT_CONTINUITY];
    }
  return own;
}

static void
give_back (const HsInstance *instance, guint32 option, gint32 *left)
{
  for (guint32 i = instance->first_use[option]; i < instance->first_use[option + 1]; i++)
    left[instance->uses[i].resource] += instance->uses[i].amount;
}

/* Whether @student has an option on @vacancy that is worth more to him than @now and fits in @left;
 * takes it from @left. */
static gint32
take_better (const HsMatchPlan *plan, const gint32 *own, guint32 student, guint32 vacancy,
             gint32 now, gint32 *left)
{
  const HsInstance *instance = plan->problem->instance;

  for (guint32 o = instance->first_option[student]; o < instance->first_option[student + 1]; o++)
    {
      const HsMatchOption *option = &g_array_index (plan->problem->options, HsMatchOption, o);

      if (option->vacancy == vacancy && own[o] > now && hs_match_take_option (instance, o, left))
        return (gint32) o;
    }
  return HS_NO_OPTION;
}

/* Whether both of @swap gain by having each other's place; then fills in with which options. Every
 * combination of options is tried, as an item may be free for one of them only. */
static gboolean
would_swap (const HsMatchPlan *plan, const gint32 *own, HsMatchSwap *swap, gint32 *left)
{
  guint32 one = swap->one, other = swap->other;
  const HsInstance *instance = plan->problem->instance;
  const gint32 *pick = plan->solution->pick;
  const HsMatchOption *has_one = hs_match_plan_option (plan, one);
  const HsMatchOption *has_other = hs_match_plan_option (plan, other);
  gint32 now = own[pick[one]];
  gboolean would = FALSE;

  give_back (instance, (guint32) pick[one], left);
  give_back (instance, (guint32) pick[other], left);
  for (guint32 o = instance->first_option[one]; !would && o < instance->first_option[one + 1]; o++)
    {
      const HsMatchOption *option = &g_array_index (plan->problem->options, HsMatchOption, o);
      gint32 taken;

      if (option->vacancy != has_other->vacancy || own[o] <= now
          || !hs_match_take_option (instance, o, left))
        continue;
      taken = take_better (plan, own, other, has_one->vacancy, own[pick[other]], left);
      would = taken != HS_NO_OPTION;
      if (would)
        {
          swap->one_option = o;
          swap->other_option = (guint32) taken;
          give_back (instance, (guint32) taken, left);
        }
      give_back (instance, o, left);
    }
  hs_match_take_option (instance, (guint32) pick[one], left);
  hs_match_take_option (instance, (guint32) pick[other], left);
  return would;
}

/* The students on each vacancy. (transfer full) (element-type GArray<guint32>) */
static GPtrArray *
by_vacancy (const HsMatchPlan *plan)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plan->world->vacancies->len; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 s = 0; s < plan->world->students->len; s++)
    if (hs_match_plan_option (plan, s) != NULL)
      g_array_append_val (g_ptr_array_index (lists, hs_match_plan_option (plan, s)->vacancy), s);
  return lists;
}

GArray *
hs_match_swaps (const HsMatchPlan *plan)
{
  const HsInstance *instance = plan->problem->instance;
  g_autoptr (GPtrArray) placed = by_vacancy (plan);
  g_autofree gint32 *left = hs_match_left (plan, HS_NOBODY, HS_NOBODY);
  g_autofree gint32 *own = own_points (plan);
  GArray *swaps = g_array_new (FALSE, FALSE, sizeof (HsMatchSwap));

  for (guint32 one = 0; one < instance->n_students; one++)
    {
      const HsMatchOption *has = hs_match_plan_option (plan, one);
      guint32 seen = HS_NOBODY;

      for (guint32 o = instance->first_option[one];
           has != NULL && o < instance->first_option[one + 1]; o++)
        {
          guint32 vacancy = g_array_index (plan->problem->options, HsMatchOption, o).vacancy;
          const GArray *others = g_ptr_array_index (placed, vacancy);

          if (vacancy == has->vacancy || vacancy == seen)
            continue;
          seen = vacancy;
          for (guint i = 0; i < others->len; i++)
            {
              HsMatchSwap swap = { one, g_array_index (others, guint32, i), 0, 0 };
              gboolean known = swap.other <= one;

              for (guint k = swaps->len; !known && k > 0; k--)
                {
                  const HsMatchSwap *earlier = &g_array_index (swaps, HsMatchSwap, k - 1);

                  if (earlier->one != one)
                    break;
                  known = earlier->other == swap.other;
                }
              if (!known && would_swap (plan, own, &swap, left))
                g_array_append_val (swaps, swap);
            }
        }
    }
  return swaps;
}
