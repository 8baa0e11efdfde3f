/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One move of the annealing: an ejection chain (Glover, Discrete Applied Mathematics 65, 1996).
 *
 * A move puts a student on an option, takes the places of those who are in the way, and finds them
 * another option, if need be by taking the place of a third. The whole chain is kept or undone by
 * the rule of Metropolis. The limit of what will be accepted is drawn before the move, so that a
 * chain that cannot be accepted any more is given up at once. */

#include "hs-moves.h"

#include <math.h>

/* How often a student without a place is tried rather than any student. */
#define UNPLACED_SHARE 0.2f
/* How often all options are looked at rather than those that could be accepted. */
#define WIDE_SHARE 0.05f
#define MAX_DEPTH 3
#define CANDIDATES 4
#define QUANTILES 4096

struct _HsMoves
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
  guint32 *unplaced;
  guint32 n_unplaced;
  gsize room_unplaced;
  const guint32 *students;
  guint32 first;
  guint32 n;
  float log_table[QUANTILES];
};

/**
 * hs_moves_unit:
 * @model: with its worth set
 *
 * What a point is to the search: a share of how far a student's options lie apart, so that
 * temperatures mean the same whatever scale the weights have.
 *
 * Returns: the unit, above 0; about 1 where options lie some 60 points apart
 */
double
hs_moves_unit (const HsModel *model)
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

/**
 * hs_moves_new:
 * @search: borrowed
 *
 * Returns: (transfer full): room to make moves in
 */
HsMoves *
hs_moves_new (HsSearch *search)
{
  HsMoves *self = g_new0 (HsMoves, 1);
  self->search = search;
  self->model = search->model;
  self->unit = (float) hs_moves_unit (search->model);
  for (guint32 i = 0; i < QUANTILES; i++)
    self->log_table[i] = (float) log ((i + 0.5) / QUANTILES);
  return self;
}

/**
 * hs_moves_free:
 *
 * Frees the room; the search stays.
 */
void
hs_moves_free (HsMoves *self)
{
  g_free (self->unplaced);
  g_free (self);
}

/**
 * hs_moves_enter:
 * @students: (nullable): whom the moves begin with from now on, borrowed; NULL for those from
 *   @first on
 * @first: with @students 0
 * @n: how many, at least 1
 */
void
hs_moves_enter (HsMoves *self, const guint32 *students, guint32 first, guint32 n)
{
  self->students = students;
  self->first = first;
  self->n = n;
  self->n_unplaced = 0;
  if (n > self->room_unplaced)
    {
      self->room_unplaced = n;
      self->unplaced = g_renew (guint32, self->unplaced, n);
    }
  for (guint32 i = 0; i < n; i++)
    {
      guint32 s = students != NULL ? students[i] : first + i;
      if (self->search->students[s].pick == HS_NO_OPTION)
        self->unplaced[self->n_unplaced++] = s;
    }
}

/**
 * hs_moves_set_temperature:
 * @temperature: in points of worth: what a chain may lose
 */
void
hs_moves_set_temperature (HsMoves *self, double temperature)
{
  self->temperature = (float) temperature;
}

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
choose_who_gives_way (HsMoves *self, guint32 option, const HsUse *use)
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
push_in (HsMoves *self, guint32 student, guint32 option)
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
place_waiting (HsMoves *self, gboolean may_stay_out, guint32 *depth)
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
choose_move (HsMoves *self, guint32 *student, guint32 *option)
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
    {
      guint32 i = hs_random_below (&search->random, self->n);
      *student = self->students != NULL ? self->students[i] : self->first + i;
    }
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

/**
 * hs_moves_try:
 *
 * Tries one move and keeps or undoes it.
 */
void
hs_moves_try (HsMoves *self)
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
