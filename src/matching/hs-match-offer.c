/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places for one student, as the board ranks them. */

#include "hs-match-explain-private.h"
#include "hs-match-keep.h"

#include <glib/gi18n.h>

/* Whether what @option needs is there beside the plan, without what the student has now. Found by
 * the same rows as the solver's when the option is in the problem, else counted from the world. */
static gboolean
is_full (const HsMatchPlan *plan, const HsMatchOption *option, gint32 *left)
{
  const HsInstance *instance = plan->problem->instance;

  for (guint32 o = instance->first_option[option->student];
       o < instance->first_option[option->student + 1]; o++)
    {
      const HsMatchOption *known = &g_array_index (plan->problem->options, HsMatchOption, o);

      if (known->vacancy != option->vacancy || known->supervisor != option->supervisor
          || known->digicoach != option->digicoach || known->item != option->item)
        continue;
      if (!hs_match_take_option (instance, o, left))
        return TRUE;
      for (guint32 i = instance->first_use[o]; i < instance->first_use[o + 1]; i++)
        left[instance->uses[i].resource] += instance->uses[i].amount;
      return FALSE;
    }
  return FALSE;
}

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
static void
add_offer (const HsMatchPlan *plan, guint32 student, guint32 vacancy, gint32 *left, GArray *offers)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (HsMatchOption));
  HsMatchOffer offer = { .rule = HS_N_MATCH_RULES, .full = TRUE };

  hs_match_expand (plan->world, &plan->weights, student, vacancy, 12, options);
  if (options->len == 0)
    return;
  offer.option = g_array_index (options, HsMatchOption, 0);
  for (guint i = 0; offer.full && i < options->len; i++)
    if (!is_full (plan, &g_array_index (options, HsMatchOption, i), left))
      {
        offer.option = g_array_index (options, HsMatchOption, i);
        offer.full = FALSE;
      }
  g_array_append_val (offers, offer);
}

GArray *
hs_match_offers (const HsMatchPlan *plan, guint32 student, guint blocked)
{
  g_autoptr (GArray) vacancies = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gint32 *left = hs_match_left (plan, student, HS_NOBODY);
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (HsMatchOffer));
  gboolean all;

  hs_match_index_candidates (plan->index, student, 200, vacancies, &all);
  for (guint i = 0; i < vacancies->len; i++)
    add_offer (plan, student, g_array_index (vacancies, guint32, i), left, offers);
  g_array_sort (offers, compare_offers);
  hs_match_index_blocked (plan->index, student, blocked, vacancies);
  for (guint i = 0; i < vacancies->len; i++)
    {
      HsMatchOffer offer = { .full = FALSE };

      offer.option = (HsMatchOption){ student,   g_array_index (vacancies, guint32, i),
                                      HS_NOBODY, HS_NOBODY,
                                      HS_NOBODY, 0 };
      offer.rule = hs_match_first_failing (plan->world, student, offer.option.vacancy);
      g_array_append_val (offers, offer);
    }
  return offers;
}

char *
hs_match_why_unplaced (const HsMatchPlan *plan, guint32 student)
{
  g_autoptr (GArray) vacancies = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint counts[HS_N_MATCH_RULES] = { 0 };
  guint32 examples[HS_N_MATCH_RULES] = { 0 };
  guint most = 0;
  gboolean all;

  if (hs_match_student (plan->world, student)->programme == HS_NOBODY)
    return g_strdup (_ ("The enrolment names no programme."));
  hs_match_index_candidates (plan->index, student, 1, vacancies, &all);
  if (vacancies->len > 0)
    return g_strdup (_ ("All places that fit are taken."));
  hs_match_index_blocked (plan->index, student, 100, vacancies);
  if (vacancies->len == 0)
    return g_strdup (_ ("There is no vacancy for this programme at a host with a verified "
                        "recognition."));
  for (guint i = vacancies->len; i > 0; i--)
    {
      guint32 vacancy = g_array_index (vacancies, guint32, i - 1);
      HsMatchRule rule = hs_match_first_failing (plan->world, student, vacancy);

      counts[rule]++;
      examples[rule] = vacancy;
    }
  for (guint i = 0; i < HS_N_MATCH_RULES; i++)
    if (counts[i] > counts[most])
      most = i;
  {
    g_autofree char *example =
        hs_match_rule_sentence (plan->world, (HsMatchRule) most, student, examples[most]);

    return g_strdup_printf (_ ("No vacancy fits. %s"), example);
  }
}
