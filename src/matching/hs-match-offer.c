/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places for one student, as the board ranks them. */

#include "hs-match-explain-private.h"
#include "hs-match-keep.h"

#include <glib/gi18n.h>

/* What the plan uses beside what was in use already, for options that are not in the problem: loads
 * by kind of resource and number. */
typedef struct
{
  const HsMatchPlan *plan;
  guint32 student; /* who is asked about and does not count */
  GHashTable *loads[HS_N_MATCH_RESOURCES]; /* number + 1 → GArray of HsLoad */
  gint32 *left; /* of the rows of the problem */
} Room;

static void
add_load (Room *room, HsMatchResourceKind kind, guint32 number, HsLoad load)
{
  gpointer key = GUINT_TO_POINTER (number + 1);
  GArray *loads = g_hash_table_lookup (room->loads[kind], key);

  if (number == HS_NOBODY)
    return;
  if (loads == NULL)
    {
      loads = g_array_new (FALSE, FALSE, sizeof (HsLoad));
      g_hash_table_insert (room->loads[kind], key, loads);
    }
  g_array_append_val (loads, load);
}

static Room
room_new (const HsMatchPlan *plan, guint32 student)
{
  Room room = { .plan = plan, .student = student };

  room.left = hs_match_left (plan, student, HS_NOBODY);
  for (guint i = 0; i < HS_N_MATCH_RESOURCES; i++)
    room.loads[i] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint32 i = 0; i < plan->world->students->len; i++)
    {
      const HsMatchOption *option = hs_match_plan_option (plan, i);
      const HsMatchStudent *other = hs_match_student (plan->world, i);
      HsLoad load = { other->from, other->to, 1 };

      if (option == NULL || i == student)
        continue;
      add_load (&room, HS_MATCH_VACANCY, option->vacancy, load);
      add_load (&room, HS_MATCH_SUPERVISOR, option->supervisor, load);
      add_load (&room, HS_MATCH_ITEM, option->item, load);
      load.amount = plan->world->coach_minutes_week;
      add_load (&room, HS_MATCH_COACH, option->digicoach, load);
    }
  return room;
}

static void
room_clear (Room *room)
{
  g_free (room->left);
  for (guint i = 0; i < HS_N_MATCH_RESOURCES; i++)
    g_hash_table_unref (room->loads[i]);
}

/* Whether @amount more fits below @most beside @used and what the plan uses; @most below 0 is no
 * limit. */
static gboolean
has_room (const Room *room, HsMatchResourceKind kind, guint32 number, const GArray *used,
          gint32 amount, gint32 most)
{
  const HsMatchStudent *student = hs_match_student (room->plan->world, room->student);
  const GArray *planned = g_hash_table_lookup (room->loads[kind], GUINT_TO_POINTER (number + 1));
  g_autoptr (GArray) all = NULL;

  if (most < 0)
    return TRUE;
  all = g_array_new (FALSE, FALSE, sizeof (HsLoad));
  if (used != NULL)
    g_array_append_vals (all, used->data, used->len);
  if (planned != NULL)
    g_array_append_vals (all, planned->data, planned->len);
  return hs_match_peak (all, student->from, student->to) + amount <= most;
}

/* Whether somebody who must not be together with the student has a place at the location. */
static gboolean
is_together (const Room *room, guint32 vacancy)
{
  const HsMatchWorld *world = room->plan->world;
  const HsMatchStudent *student = hs_match_student (world, room->student);

  for (guint i = 0; student->apart != NULL && i < student->apart->len; i++)
    {
      guint32 other = g_array_index (student->apart, guint32, i);
      const HsMatchOption *has = hs_match_plan_option (room->plan, other);

      if (has != NULL
          && hs_match_vacancy (world, has->vacancy)->location
                 == hs_match_vacancy (world, vacancy)->location
          && hs_match_student (world, other)->from < student->to
          && student->from < hs_match_student (world, other)->to)
        return TRUE;
    }
  return FALSE;
}

/* The first resource of option number @number of which too little is left, or HS_N_MATCH_RESOURCES.
 * Found by the same rows as the solver's. */
static HsMatchResourceKind
find_short_row (const Room *room, guint32 number)
{
  const HsInstance *instance = room->plan->problem->instance;

  for (guint32 i = instance->first_use[number]; i < instance->first_use[number + 1]; i++)
    {
      guint32 resource = instance->uses[i].resource;

      if (instance->uses[i].amount > room->left[resource])
        return g_array_index (room->plan->problem->resources, HsMatchResource, resource).kind;
    }
  return HS_N_MATCH_RESOURCES;
}

/* The same for an option that is not in the problem, counted from the world. */
static HsMatchResourceKind
find_short_in_world (const Room *room, const HsMatchOption *option)
{
  const HsMatchWorld *world = room->plan->world;
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, option->vacancy);
  const HsMatchPerson *person = hs_match_person (world, option->supervisor);
  const HsMatchPerson *coach =
      option->digicoach != HS_NOBODY ? hs_match_person (world, option->digicoach) : NULL;
  const HsMatchItem *item = option->item != HS_NOBODY ? hs_match_item (world, option->item) : NULL;

  if (!has_room (room, HS_MATCH_VACANCY, option->vacancy, vacancy->taken, 1, vacancy->largest))
    return HS_MATCH_VACANCY;
  if (!has_room (room, HS_MATCH_SUPERVISOR, option->supervisor, person->students, 1, person->limit))
    return HS_MATCH_SUPERVISOR;
  if (is_together (room, option->vacancy))
    return HS_MATCH_APART;
  if (item != NULL && !has_room (room, HS_MATCH_ITEM, option->item, item->in_use, 1, item->users))
    return HS_MATCH_ITEM;
  if (coach != NULL
      && !has_room (room, HS_MATCH_COACH, option->digicoach, coach->coaching,
                    world->coach_minutes_week, coach->coach_minutes))
    return HS_MATCH_COACH;
  return HS_N_MATCH_RESOURCES;
}

/* Of what @option needs there is too little beside the plan, without what the student has now;
 * HS_N_MATCH_RESOURCES when there is enough of all. */
static HsMatchResourceKind
find_short (const Room *room, const HsMatchOption *option)
{
  const HsInstance *instance = room->plan->problem->instance;

  for (guint32 o = instance->first_option[option->student];
       o < instance->first_option[option->student + 1]; o++)
    {
      const HsMatchOption *known = &g_array_index (room->plan->problem->options, HsMatchOption, o);

      if (known->vacancy == option->vacancy && known->supervisor == option->supervisor
          && known->digicoach == option->digicoach && known->item == option->item)
        return find_short_row (room, o);
    }
  return find_short_in_world (room, option);
}

/* The first that fit, then those that are full; each by points. */
static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const HsMatchOffer *one = a;
  const HsMatchOffer *other = b;

  if (one->full != other->full)
    return one->full ? 1 : -1;
  if (one->option.value != other->option.value)
    return one->option.value > other->option.value ? -1 : 1;
  return one->option.vacancy < other->option.vacancy ? -1 : 1;
}

/* The best option on a vacancy for which there is room, else the best one. */
static gboolean
find_option (const Room *room, guint32 vacancy, HsMatchOffer *offer)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (HsMatchOption));

  hs_match_expand (room->plan->world, &room->plan->weights, room->student, vacancy, 12, options);
  if (options->len == 0)
    return FALSE;
  offer->full = TRUE;
  for (guint i = 0; offer->full && i < options->len; i++)
    {
      const HsMatchOption *option = &g_array_index (options, HsMatchOption, i);
      HsMatchResourceKind short_of = find_short (room, option);

      offer->full = short_of != HS_N_MATCH_RESOURCES;
      if (i == 0 || !offer->full)
        {
          offer->option = *option;
          offer->short_of = short_of;
        }
    }
  return TRUE;
}

static HsMatchOffer
blocked_offer (const Room *room, guint32 vacancy)
{
  HsMatchOffer offer = { .full = FALSE };

  offer.option = (HsMatchOption){ room->student, vacancy, HS_NOBODY, HS_NOBODY, HS_NOBODY, 0 };
  offer.rule = hs_match_first_failing (room->plan->world, room->student, vacancy);
  offer.forceable = hs_match_may_be_fixed (room->plan->world, room->student, vacancy)
                    && find_option (room, vacancy, &offer);
  return offer;
}

GArray *
hs_match_offers (const HsMatchPlan *plan, guint32 student, guint blocked)
{
  g_autoptr (GArray) vacancies = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (HsMatchOffer));
  Room room = room_new (plan, student);
  gboolean all;

  hs_match_index_candidates (plan->index, student, 200, vacancies, &all);
  for (guint i = 0; i < vacancies->len; i++)
    {
      HsMatchOffer offer = { .rule = HS_N_MATCH_RULES };

      if (find_option (&room, g_array_index (vacancies, guint32, i), &offer))
        g_array_append_val (offers, offer);
    }
  g_array_sort (offers, compare_offers);
  hs_match_index_blocked (plan->index, student, blocked, vacancies);
  for (guint i = 0; i < vacancies->len; i++)
    {
      HsMatchOffer offer = blocked_offer (&room, g_array_index (vacancies, guint32, i));

      g_array_append_val (offers, offer);
    }
  room_clear (&room);
  return offers;
}

HsMatchOffer
hs_match_offer_on (const HsMatchPlan *plan, guint32 student, guint32 vacancy)
{
  Room room = room_new (plan, student);
  HsMatchOffer offer = { .rule = hs_match_first_failing (plan->world, student, vacancy) };

  if (offer.rule != HS_N_MATCH_RULES || !find_option (&room, vacancy, &offer))
    offer = blocked_offer (&room, vacancy);
  if (offer.rule == HS_N_MATCH_RULES && offer.option.supervisor == HS_NOBODY)
    offer.rule = HS_MATCH_RULE_SUPERVISOR;
  room_clear (&room);
  return offer;
}

/* ---- who is in the way ---- */

static guint32
part_of (const HsMatchOption *option, HsMatchResourceKind kind)
{
  switch (kind)
    {
    case HS_MATCH_VACANCY:
      return option->vacancy;
    case HS_MATCH_SUPERVISOR:
      return option->supervisor;
    case HS_MATCH_ITEM:
      return option->item;
    case HS_MATCH_COACH:
      return option->digicoach;
    case HS_MATCH_APART:
    case HS_N_MATCH_RESOURCES:
    default:
      return HS_NOBODY;
    }
}

/* Names of the students of the plan who have the same @kind at the same time; "" when it is in use
 * by agreements that are there already. */
static char *
name_holders (const HsMatchPlan *plan, const HsMatchOffer *offer)
{
  const HsMatchStudent *student = hs_match_student (plan->world, offer->option.student);
  guint32 wanted = part_of (&offer->option, offer->short_of);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint32 i = 0; wanted != HS_NOBODY && i < plan->world->students->len; i++)
    {
      const HsMatchOption *option = hs_match_plan_option (plan, i);
      const HsMatchStudent *other = hs_match_student (plan->world, i);
      g_autofree char *name = NULL;

      if (option == NULL || i == offer->option.student
          || part_of (option, offer->short_of) != wanted || other->from >= student->to
          || student->from >= other->to)
        continue;
      name = hs_record_title (other->record);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
hs_match_shortage_sentence (const HsMatchPlan *plan, const HsMatchOffer *offer)
{
  const HsMatchWorld *world = plan->world;
  const HsMatchOption *option = &offer->option;
  g_autofree char *holders = name_holders (plan, offer);
  const char *who = *holders != '\0' ? holders : _ ("students with an agreement");
  g_autofree char *name = NULL;

  switch (offer->short_of)
    {
    case HS_MATCH_VACANCY:
      return g_strdup_printf (_ ("Taken by %s."), who);
    case HS_MATCH_SUPERVISOR:
      name = hs_record_title (hs_match_person (world, option->supervisor)->record);
      return g_strdup_printf (_ ("%s has no time: guides %s."), name, who);
    case HS_MATCH_ITEM:
      name = hs_match_item_name (world, option->item);
      return g_strdup_printf (_ ("%s is in use then by %s."), name, who);
    case HS_MATCH_COACH:
      name = hs_record_title (hs_match_person (world, option->digicoach)->record);
      return g_strdup_printf (_ ("Digicoach %s has no hours left."), name);
    case HS_MATCH_APART:
      return g_strdup (_ ("Another student is here who must not be together with this one."));
    case HS_N_MATCH_RESOURCES:
    default:
      return g_strdup ("");
    }
}

/* ---- no place ---- */

typedef enum
{
  NO_PROGRAMME,
  ALL_TAKEN,
  NO_VACANCY,
  A_RULE
} Cause;

/* Why @student has no place; for A_RULE which rule fails most often, and on which vacancy near
 * by. */
static Cause
find_cause (const HsMatchPlan *plan, guint32 student, HsMatchRule *rule, guint32 *example)
{
  g_autoptr (GArray) vacancies = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint counts[HS_N_MATCH_RULES] = { 0 };
  guint32 examples[HS_N_MATCH_RULES] = { 0 };
  gboolean all;

  if (hs_match_student (plan->world, student)->programme == HS_NOBODY)
    return NO_PROGRAMME;
  hs_match_index_candidates (plan->index, student, 1, vacancies, &all);
  if (vacancies->len > 0)
    return ALL_TAKEN;
  hs_match_index_blocked (plan->index, student, 100, vacancies);
  if (vacancies->len == 0)
    return NO_VACANCY;
  for (guint i = vacancies->len; i > 0; i--)
    {
      guint32 vacancy = g_array_index (vacancies, guint32, i - 1);
      HsMatchRule failing = hs_match_first_failing (plan->world, student, vacancy);

      counts[failing]++;
      examples[failing] = vacancy;
    }
  *rule = 0;
  for (guint i = 0; i < HS_N_MATCH_RULES; i++)
    if (counts[i] > counts[*rule])
      *rule = (HsMatchRule) i;
  *example = examples[*rule];
  return A_RULE;
}

const char *
hs_match_unplaced_label (const HsMatchPlan *plan, guint32 student)
{
  HsMatchRule rule;
  guint32 example;

  switch (find_cause (plan, student, &rule, &example))
    {
    case NO_PROGRAMME:
      return _ ("No programme");
    case ALL_TAKEN:
      return _ ("All that fit are taken");
    case NO_VACANCY:
      return _ ("No vacancy");
    case A_RULE:
    default:
      return hs_match_rule_label (rule);
    }
}

char *
hs_match_why_unplaced (const HsMatchPlan *plan, guint32 student)
{
  g_autofree char *sentence = NULL;
  HsMatchRule rule;
  guint32 example;

  switch (find_cause (plan, student, &rule, &example))
    {
    case NO_PROGRAMME:
      return g_strdup (_ ("The enrolment names no programme."));
    case ALL_TAKEN:
      return g_strdup (_ ("All places that fit are taken."));
    case NO_VACANCY:
      return g_strdup (_ ("There is no vacancy for this programme at a host with a verified "
                          "recognition."));
    case A_RULE:
    default:
      sentence = hs_match_rule_sentence (plan->world, rule, student, example);
      return g_strdup_printf (_ ("No vacancy fits. %s"), sentence);
    }
}
