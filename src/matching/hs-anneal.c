/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Simulated annealing with ejection chains (Glover, Discrete Applied Mathematics 65, 1996).
 *
 * A move puts a student on an option, takes the places of those who are in the way, and finds them
 * another option, if need be by taking the place of a third. The whole chain is kept or undone by
 * the rule of Metropolis. Gains are counted in worth: the score less most of the price of what is
 * used. Leaving a scarce resource unused for a while then costs little, so that the search can pass
 * through such solutions; counted in score alone it got stuck ten times further from the bound. The
 * best solution is judged by score.
 *
 * The limit of what will be accepted is drawn before the move, so that a chain that cannot be
 * accepted any more is given up at once. The search works through windows of students who lie near
 * each other, which keeps it in the processor's cache at any size. */

#include "hs-anneal.h"

#include <math.h>

#include "hs-merge.h"

#define WINDOW 600
/* Moves a student in one visit of a window: fewer when there are so few in all that some windows
 * would be seen only while it is hot. */
#define MOST_VISIT 20
#define LEAST_VISIT 1
#define SWEEPS 50
#define MOVES_A_SECOND 1000000
#define CHECK_EVERY 256
/* How often a student without a place is tried rather than any student. */
#define UNPLACED_SHARE 0.2f
/* How often all options are looked at rather than those that could be accepted. */
#define WIDE_SHARE 0.05f
#define MAX_DEPTH 3
#define CANDIDATES 4
#define QUANTILES 4096
/* The best solution takes over what is better now so often, when it has cooled so far that the two
 * differ in many small parts. */
#define MERGES_A_SWEEP 4
#define MERGE_FROM 0.4
#define FREEZE_FROM 0.97

typedef struct
{
  HsSearch *search;
  const HsModel *model;
  float temperature;
  float unit;
  float gain; /* of the chain so far */
  float limit; /* what the chain must gain at least */
  float hope; /* the most that the students who wait can still add */
  guint32 waiting[HS_SEARCH_MAX_CHAIN];
  guint32 n_waiting;
  guint32 unplaced[WINDOW * 2];
  guint32 n_unplaced;
  guint32 first;
  guint32 n;
  float log_table[QUANTILES];
} Anneal;

/* How many of the uses of @option lack room now, up to 2. */
static guint32
count_short (const HsSearch *search, guint32 option)
{
  const HsModel *model = search->model;
  guint32 n = 0;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option) && n < 2;
       k++)
    n += model->uses[k].amount > search->resources[model->uses[k].resource].left;
  return n;
}

/* How many resources that lack room for @option the student's own option uses. */
static guint32
count_shared (const HsSearch *search, guint32 option, guint32 student)
{
  const HsModel *model = search->model;
  guint32 own = (guint32) search->students[student].pick, n = 0;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    {
      const HsUse *use = &model->uses[k];
      if (use->amount <= search->resources[use->resource].left)
        continue;
      for (guint32 i = model->options[own].first_use; i < hs_model_end_use (model, own); i++)
        n += model->uses[i].resource == use->resource;
    }
  return n;
}

/* Of a few users of a resource, picks one to give way to @option: one who has something else that
 * is about as good, who gives enough, and who is in the way elsewhere too; with a share of chance.
 */
static gint64
choose_who_gives_way (Anneal *self, guint32 option, const HsUse *use)
{
  HsSearch *search = self->search;
  const HsSearchResource *resource = &search->resources[use->resource];
  gint32 needed = use->amount - resource->left;
  guint32 n = resource->n_users;
  if (n == 0)
    return -1;
  guint32 place = hs_random_below (&search->random, n);
  gboolean several = count_short (search, option) > 1;
  gint64 chosen = -1;
  float best = 0;
  for (guint32 i = 0; i < MIN (n, CANDIDATES); i++, place = place + 1 < n ? place + 1 : 0)
    {
      const HsSearchSlot *slot = &search->slots[search->users[resource->first_user + place]];
      const HsSearchStudent *student = &search->students[slot->owner];
      if (student->stamp == search->stamp)
        continue;
      float mark =
          student->best_worth - student->worth + self->unit * 30 * hs_random_unit (&search->random);
      if (slot->amount < needed)
        mark -= self->unit * 50;
      if (several)
        mark += self->unit * 40 * (float) count_shared (search, option, slot->owner);
      if (chosen >= 0 && mark <= best)
        continue;
      chosen = slot->owner;
      best = mark;
    }
  return chosen;
}

/* Puts a student on an option; who is in the way waits for another. FALSE when it cannot be done.
 */
static gboolean
push_in (Anneal *self, guint32 student, guint32 option)
{
  HsSearch *search = self->search;
  const HsModel *model = self->model;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    while (model->uses[k].amount > search->resources[model->uses[k].resource].left)
      {
        gint64 other = choose_who_gives_way (self, option, &model->uses[k]);
        if (other < 0)
          return FALSE;
        const HsSearchStudent *row = &search->students[other];
        self->gain -= row->worth;
        self->hope += row->best_worth;
        if (!hs_search_touch (search, (guint32) other))
          return FALSE;
        self->waiting[self->n_waiting++] = (guint32) other;
      }
  hs_search_put (search, student, option);
  self->gain += model->options[option].worth;
  return self->gain + self->hope >= self->limit;
}

static gint32
pick_before (const HsSearch *search, guint32 student)
{
  for (guint32 i = 0; i < search->n_log; i++)
    if (search->log[i].student == student)
      return search->log[i].pick;
  return HS_NO_OPTION;
}

/* Finds a place for one who waits. Returns FALSE when the chain cannot be accepted any more. */
static gboolean
place_waiting (Anneal *self, gboolean may_stay_out, guint32 *depth)
{
  HsSearch *search = self->search;
  guint32 student = self->waiting[--self->n_waiting];
  const HsSearchStudent *row = &search->students[student];
  gint32 before = pick_before (search, student);
  self->hope -= row->best_worth;
  float needed = self->limit - self->gain - self->hope;
  guint32 n = 0;
  for (; n < row->n_options; n++)
    {
      guint32 o = row->first_option + n;
      if (self->model->options[o].worth < needed)
        break;
      if ((gint32) o == before || !hs_search_fits (search, o))
        continue;
      hs_search_put (search, student, o);
      self->gain += self->model->options[o].worth;
      return TRUE;
    }
  if (needed <= 0
      && (!may_stay_out || n == 0 || *depth >= MAX_DEPTH
          || hs_random_unit (&search->random) < 0.5f))
    return TRUE;
  if (n == 0 || *depth >= MAX_DEPTH)
    return FALSE;
  ++*depth;
  guint32 option = row->first_option + hs_random_below (&search->random, n);
  return (gint32) option != before && push_in (self, student, option);
}

/* A student and one of their options to try; FALSE when there is nothing to try. */
static gboolean
choose_move (Anneal *self, guint32 *student, guint32 *option)
{
  HsSearch *search = self->search;
  if (self->n_unplaced > 0 && hs_random_unit (&search->random) < UNPLACED_SHARE)
    {
      guint32 i = hs_random_below (&search->random, self->n_unplaced);
      *student = self->unplaced[i];
      if (search->students[*student].pick != HS_NO_OPTION)
        {
          self->unplaced[i] = self->unplaced[--self->n_unplaced];
          return FALSE;
        }
    }
  else
    *student = self->first + hs_random_below (&search->random, self->n);
  const HsSearchStudent *row = &search->students[*student];
  guint32 n = row->n_options;
  if (hs_random_unit (&search->random) >= WIDE_SHARE)
    {
      float least =
          (row->pick != HS_NO_OPTION ? row->worth + self->limit : row->best_worth + 2 * self->limit)
          - self->temperature;
      for (n = 0; n < row->n_options; n++)
        if (self->model->options[row->first_option + n].worth < least)
          break;
    }
  if (n == 0)
    return FALSE;
  *option = row->first_option + hs_random_below (&search->random, n);
  return (gint32) *option != row->pick;
}

static void
try_move (Anneal *self)
{
  HsSearch *search = self->search;
  guint32 student, option, depth = 0;
  self->limit = self->temperature * self->log_table[hs_random_below (&search->random, QUANTILES)];
  if (!choose_move (self, &student, &option))
    return;
  gboolean was_out = search->students[student].pick == HS_NO_OPTION;
  self->gain = -search->students[student].worth;
  self->hope = 0;
  self->n_waiting = 0;
  hs_search_begin (search);
  hs_search_touch (search, student);
  gboolean good = push_in (self, student, option);
  while (good && self->n_waiting > 0)
    good = place_waiting (self, was_out, &depth);
  if (good && self->gain >= self->limit)
    hs_search_commit (search);
  else
    hs_search_undo (search);
}

/* Goes to a window of students and lists those in it who have no place. */
static void
enter_window (Anneal *self, guint32 window, guint32 n_windows)
{
  guint64 n_students = self->model->n_students;
  self->first = (guint32) (n_students * window / n_windows);
  self->n = (guint32) (n_students * (window + 1) / n_windows) - self->first;
  self->n_unplaced = 0;
  for (guint32 s = self->first; s < self->first + self->n; s++)
    if (self->search->students[s].pick == HS_NO_OPTION)
      self->unplaced[self->n_unplaced++] = s;
}

/**
 * hs_anneal_expected_moves:
 *
 * Returns: how many moves @plan has, or about how many fit in its time
 */
double
hs_anneal_expected_moves (const HsAnnealPlan *plan)
{
  if (plan->moves > 0)
    return (double) plan->moves;
  return (double) MAX (plan->deadline - plan->begin, 0) * MOVES_A_SECOND / G_USEC_PER_SEC;
}

/**
 * hs_anneal_progress:
 * @moves: how many were tried
 *
 * Returns: the share of the plan that is used up
 */
double
hs_anneal_progress (const HsAnnealPlan *plan, guint64 moves)
{
  if (plan->moves > 0)
    return (double) moves / (double) plan->moves;
  return (double) (g_get_monotonic_time () - plan->begin)
         / (double) MAX (plan->deadline - plan->begin, 1);
}

/**
 * hs_anneal_unit:
 * @model: with its worth set
 *
 * What a point is to the search: a share of how far a student's options lie apart, so that
 * temperatures mean the same whatever scale the weights have.
 *
 * Returns: the unit, above 0; about 1 where options lie some 60 points apart
 */
double
hs_anneal_unit (const HsModel *model)
{
  double apart = 0, best = 0, n = 0;
  for (guint32 s = 0; s < model->n_students; s++)
    {
      float first = model->options[model->first_option[s]].worth;
      best += MAX (first, 0);
      for (guint32 o = model->first_option[s] + 1; o < model->first_option[s + 1]; o++)
        apart += first - model->options[o].worth;
      n += model->first_option[s + 1] - model->first_option[s] - 1;
    }
  double unit = n > 0 ? apart / n / 60 : 0;
  if (unit <= 0)
    unit = best / MAX (model->n_students, 1) / 1000;
  return MAX (unit, 1e-3);
}

/* Cools evenly; at the very end nothing but improvements is left. */
static double
temperature_at (const HsAnnealPlan *plan, double progress)
{
  if (progress >= FREEZE_FROM)
    return plan->cold / 20;
  return plan->hot * pow (plan->cold / plan->hot, progress / FREEZE_FROM);
}

static guint64
moves_a_visit (const HsModel *model, const HsAnnealPlan *plan)
{
  double moves = hs_anneal_expected_moves (plan) / MAX (model->n_students, 1) / SWEEPS;
  return (guint64) CLAMP (moves, LEAST_VISIT, MOST_VISIT);
}

/**
 * hs_anneal_run:
 *
 * Improves @search until the plan's moves or time are used up; search->best is the result. With a
 * number of moves the outcome depends on nothing but the model, the solution and the random
 * numbers.
 */
void
hs_anneal_run (HsSearch *search, const HsAnnealPlan *plan)
{
  g_autofree Anneal *self = g_new0 (Anneal, 1);
  self->search = search;
  self->model = search->model;
  self->unit = (float) hs_anneal_unit (search->model);
  for (guint32 i = 0; i < QUANTILES; i++)
    self->log_table[i] = (float) log ((i + 0.5) / QUANTILES);
  guint32 n_windows = MAX (search->model->n_students / WINDOW, 1);
  guint32 windows_a_merge = MAX (n_windows / MERGES_A_SWEEP, 1);
  g_autoptr (HsMerge) merge = hs_merge_new (search);
  guint64 moves = 0, visit = moves_a_visit (search->model, plan);
  double progress = search->model->n_students > 0 ? 0 : 1;
  for (guint32 window = 0; progress < 1; window = (window + 1) % n_windows)
    {
      enter_window (self, window, n_windows);
      guint64 end = moves + (guint64) self->n * visit;
      for (; moves < end; moves++)
        {
          if (moves % CHECK_EVERY == 0)
            {
              progress = hs_anneal_progress (plan, moves);
              if (progress >= 1 || !plan->report (search, progress, plan->data))
                break;
              self->temperature = (float) temperature_at (plan, progress);
            }
          try_move (self);
        }
      if (moves < end)
        break;
      if (progress >= MERGE_FROM && (window + 1) % windows_a_merge == 0)
        hs_merge_into_best (merge);
    }
  hs_merge_into_best (merge);
  hs_search_note_best (search);
}
