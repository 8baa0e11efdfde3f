/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why this place, why not that one. */

#include "hs-match-explain-private.h"
#include "hs-match-keep.h"
#include "hs-what-if.h"

#include <glib/gi18n.h>
#include <string.h>

/* A solution that is not worked on any further after so many students who change are named. */
#define MOST_NAMED 5

void
hs_match_why_free (HsMatchWhy *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->moves, g_array_unref);
  g_strfreev (self->sentences);
  g_free (self);
}

char *
hs_match_place_name (const HsMatchWorld *world, guint32 vacancy)
{
  guint32 location = hs_match_vacancy (world, vacancy)->location;

  return hs_record_title (location != HS_NOBODY ? hs_match_location (world, location)->record
                                                : hs_match_vacancy (world, vacancy)->record);
}

static gboolean
has_prices (const HsSolution *solution)
{
  for (guint32 r = 0; solution->price != NULL && r < solution->n_resources; r++)
    if (solution->price[r] > 0)
      return TRUE;
  return FALSE;
}

HsSolution *
hs_match_solution_for (const HsMatchPlan *plan, const HsMatchProblem *problem, double seconds,
                       GCancellable *cancellable)
{
  const HsInstance *instance = problem->instance;
  HsSolution *self = g_new0 (HsSolution, 1);
  gboolean same = problem == plan->problem;

  self->n_students = instance->n_students;
  self->n_resources = instance->n_resources;
  self->pick =
      same ? g_memdup2 (plan->solution->pick, MAX (1, instance->n_students) * sizeof (gint32))
           : hs_match_translate (plan->problem, plan->solution->pick, problem);
  self->price =
      same && has_prices (plan->solution)
          ? g_memdup2 (plan->solution->price, MAX (1, instance->n_resources) * sizeof (double))
          : hs_solver_prices (instance, seconds, cancellable);
  hs_instance_check (instance, self->pick, &self->objective, &self->matched, NULL);
  return self;
}

/* The best option of the student on the vacancy in @problem, or HS_NO_OPTION. */
static gint32
option_on (const HsMatchProblem *problem, guint32 student, guint32 vacancy)
{
  const HsInstance *instance = problem->instance;

  for (guint32 o = instance->first_option[student]; o < instance->first_option[student + 1]; o++)
    if (g_array_index (problem->options, HsMatchOption, o).vacancy == vacancy)
      return (gint32) o;
  return HS_NO_OPTION;
}

/* The problem of the plan, or one in which @student has options on every vacancy that fits. */
static HsMatchProblem *
problem_with (const HsMatchPlan *plan, guint32 student, guint32 vacancy, GCancellable *cancellable,
              GError **error)
{
  g_autofree gboolean *wide = NULL;

  if (option_on (plan->problem, student, vacancy) != HS_NO_OPTION)
    return plan->problem;
  wide = g_new0 (gboolean, plan->world->students->len + 1);
  wide[student] = TRUE;
  return hs_match_build (plan->world, plan->index, &plan->weights, wide, NULL, cancellable, error);
}

static guint32
vacancy_of (const HsMatchProblem *problem, gint32 pick)
{
  return pick != HS_NO_OPTION ? g_array_index (problem->options, HsMatchOption, pick).vacancy
                              : HS_NOBODY;
}

static void
collect_moves (HsMatchWhy *why, const HsMatchPlan *plan, const HsMatchProblem *problem,
               const gint32 *pick, guint32 except)
{
  for (guint32 i = 0; i < plan->world->students->len; i++)
    {
      HsMatchMove move = { i, vacancy_of (plan->problem, plan->solution->pick[i]),
                           vacancy_of (problem, pick[i]) };

      if (i != except && move.from != move.to)
        g_array_append_val (why->moves, move);
    }
}

static char *
say_move (const HsMatchWorld *world, const HsMatchMove *move)
{
  g_autofree char *student = hs_record_title (hs_match_student (world, move->student)->record);
  g_autofree char *from = move->from != HS_NOBODY ? hs_match_place_name (world, move->from) : NULL;
  g_autofree char *to = move->to != HS_NOBODY ? hs_match_place_name (world, move->to) : NULL;

  if (to == NULL)
    return g_strdup_printf (_ ("Then %s loses the place at %s."), student, from);
  if (from == NULL)
    return g_strdup_printf (_ ("Then %s gets a place at %s."), student, to);
  if (strcmp (from, to) == 0)
    return g_strdup_printf (_ ("Then %s gets another vacancy at %s."), student, to);
  return g_strdup_printf (_ ("Then %s moves from %s to %s."), student, from, to);
}

static void
say_forced (HsMatchWhy *why, const HsMatchWorld *world, GPtrArray *sentences)
{
  guint others;
  g_autofree char *points = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (why->cost));

  if (why->cost > 0)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("The whole goes down by %s points."), points));
  else if (why->cost < 0)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("The whole goes up by %s points."), points));
  else
    g_ptr_array_add (sentences, g_strdup (_ ("The whole stays as good.")));
  for (guint i = 0; i < why->moves->len && i < MOST_NAMED; i++)
    g_ptr_array_add (sentences, say_move (world, &g_array_index (why->moves, HsMatchMove, i)));
  others = why->moves->len > MOST_NAMED ? why->moves->len - MOST_NAMED : 0;
  if (others > 0)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("And %u other student changes.",
                                                           "And %u other students change.", others),
                                                 others));
}

gint32 *
hs_match_fixed_pairs (const HsMatchPlan *plan, const HsSolution *solution)
{
  gint32 *fixed = g_new (gint32, plan->world->students->len + 1);

  for (guint32 i = 0; i < plan->world->students->len; i++)
    fixed[i] = hs_match_student (plan->world, i)->fixed != NULL ? solution->pick[i] : HS_NO_OPTION;
  return fixed;
}

/* The first option of the student on the vacancy that there can be room for: an item or a
 * supervisor may be taken for good by an agreement. NULL when there is none. */
static HsWhatIf *
what_if_on (const HsMatchProblem *problem, const HsSolution *solution, const gint32 *fixed,
            guint32 student, guint32 vacancy, GCancellable *cancellable)
{
  const HsInstance *instance = problem->instance;
  HsWhatIf *answer = NULL;

  for (guint32 o = instance->first_option[student];
       answer == NULL && o < instance->first_option[student + 1]; o++)
    if (g_array_index (problem->options, HsMatchOption, o).vacancy == vacancy)
      answer = hs_what_if_option (instance, solution, fixed, o, cancellable, NULL);
  return answer;
}

/* Forces the pair and solves again around it. */
static gboolean
force (HsMatchWhy *why, const HsMatchPlan *plan, guint32 student, guint32 vacancy, double seconds,
       GPtrArray *sentences, GCancellable *cancellable, GError **error)
{
  HsMatchProblem *problem = problem_with (plan, student, vacancy, cancellable, error);
  g_autoptr (HsMatchProblem) own = problem != plan->problem ? problem : NULL;
  g_autofree gint32 *fixed = NULL;
  g_autoptr (HsSolution) solution = NULL;
  g_autoptr (HsWhatIf) answer = NULL;
  gint32 option;

  if (problem == NULL)
    return FALSE;
  option = option_on (problem, student, vacancy);
  if (option == HS_NO_OPTION)
    {
      g_ptr_array_add (sentences, g_strdup (_ ("There is no free supervisor or digicoach.")));
      return TRUE;
    }
  solution = hs_match_solution_for (plan, problem, seconds / 2, cancellable);
  fixed = hs_match_fixed_pairs (plan, solution);
  answer = what_if_on (problem, solution, fixed, student, vacancy, cancellable);
  if (answer == NULL)
    {
      g_ptr_array_add (
          sentences,
          g_strdup (
              _ ("There is no room, even if others move: agreements and fixed pairs take it up.")));
      return TRUE;
    }
  why->forced = TRUE;
  why->cost = -answer->change;
  collect_moves (why, plan, problem, answer->pick, student);
  say_forced (why, plan->world, sentences);
  return TRUE;
}

static void
say_has (const HsMatchPlan *plan, const HsMatchOption *option, GPtrArray *sentences)
{
  g_auto (GStrv) reasons = hs_match_reasons (plan->world, &plan->weights, option);

  for (guint i = 0; reasons[i] != NULL; i++)
    g_ptr_array_add (sentences, g_steal_pointer (&reasons[i]));
}

HsMatchWhy *
hs_match_why (const HsMatchPlan *plan, guint32 student, guint32 vacancy, double seconds,
              GCancellable *cancellable, GError **error)
{
  HsMatchWhy *why = g_new0 (HsMatchWhy, 1);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  const HsMatchOption *has = hs_match_plan_option (plan, student);
  gboolean good = TRUE;

  why->moves = g_array_new (FALSE, FALSE, sizeof (HsMatchMove));
  why->rule = hs_match_first_failing (plan->world, student, vacancy);
  why->has = has != NULL && has->vacancy == vacancy;
  if (why->rule != HS_N_MATCH_RULES)
    g_ptr_array_add (sentences, hs_match_rule_sentence (plan->world, why->rule, student, vacancy));
  else if (why->has)
    say_has (plan, has, sentences);
  else if (seconds > 0)
    good = force (why, plan, student, vacancy, seconds, sentences, cancellable, error);
  else
    g_ptr_array_add (sentences, g_strdup (_ ("This place fits.")));
  g_ptr_array_add (sentences, NULL);
  g_ptr_array_set_free_func (sentences, NULL);
  why->sentences = (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
  if (!good)
    g_clear_pointer (&why, hs_match_why_free);
  return why;
}
