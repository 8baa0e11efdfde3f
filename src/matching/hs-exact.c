/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branch and bound over a few students. The prices of the resources that they can share are first
 * adjusted to this small problem (subgradient steps of Polyak's length, aimed at one point more
 * than the places they have now): most often that alone proves that nothing better exists. What is
 * left is searched depth first; the student with the fewest options that could still be part of
 * something better goes first. */

#include "hs-exact.h"

#include <math.h>
#include <string.h>

#define PRICE_ROUNDS 40
/* Objectives are whole numbers: a bound this much below the next one proves nothing better. */
#define MARGIN 1e-3
/* Sums of products above this are not exact enough in a double to prove anything. */
#define TOO_LARGE 1e11

typedef struct
{
  double worth;
  guint32 option; /* of the model */
  guint32 first_use;
  guint32 n_uses;
} LocalOption;

typedef struct
{
  guint32 student;
  guint32 first;
  guint32 end;
  gint32 choice; /* in the solution that is being made: an index of options, or -1 */
  gint32 best_choice;
  gboolean placed;
} LocalStudent;

struct _HsExact
{
  HsSearch *search;
  const double *price;
  guint32 *local; /* of each of the model's resources: its place in this small problem */
  LocalStudent students[HS_EXACT_MAX];
  guint32 n_students;
  GArray *options;
  GArray *uses; /* HsUse, with local resources */
  GArray *resources;
  GArray *left; /* gint32 */
  GArray *prices;
  GArray *load; /* double */
  GArray *best_prices;
  double constant; /* sum of price * capacity */
  gint64 target; /* what has to be beaten */
  guint32 nodes;
  gboolean exact_enough;
};

/**
 * hs_exact_new:
 * @search: whose solution is to be improved; borrowed
 * @price: of each of the model's resources; borrowed
 *
 * Returns: (transfer full): room to work in
 */
HsExact *
hs_exact_new (HsSearch *search, const double *price)
{
  HsExact *self = g_new0 (HsExact, 1);
  self->search = search;
  self->price = price;
  self->local = g_new (guint32, MAX (search->model->n_resources, 1));
  memset (self->local, 0xff, search->model->n_resources * sizeof *self->local);
  self->options = g_array_new (FALSE, FALSE, sizeof (LocalOption));
  self->uses = g_array_new (FALSE, FALSE, sizeof (HsUse));
  self->resources = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->left = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->prices = g_array_new (FALSE, FALSE, sizeof (double));
  self->best_prices = g_array_new (FALSE, FALSE, sizeof (double));
  self->load = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/**
 * hs_exact_free:
 *
 * Frees the room; the search stays.
 */
void
hs_exact_free (HsExact *self)
{
  g_free (self->local);
  g_array_unref (self->options);
  g_array_unref (self->uses);
  g_array_unref (self->resources);
  g_array_unref (self->left);
  g_array_unref (self->prices);
  g_array_unref (self->best_prices);
  g_array_unref (self->load);
  g_free (self);
}

#define OPTION(self, i) (((LocalOption *) (gpointer) (self)->options->data)[i])
#define USE(self, i) (((HsUse *) (gpointer) (self)->uses->data)[i])
#define LEFT(self, i) (((gint32 *) (gpointer) (self)->left->data)[i])
#define PRICE(self, i) (((double *) (gpointer) (self)->prices->data)[i])
#define LOAD(self, i) (((double *) (gpointer) (self)->load->data)[i])

static guint32
local_resource (HsExact *self, guint32 resource)
{
  if (self->local[resource] == G_MAXUINT32)
    {
      double nothing = 0;
      self->local[resource] = self->resources->len;
      g_array_append_val (self->resources, resource);
      g_array_append_val (self->left, self->search->resources[resource].left);
      g_array_append_val (self->prices, self->price[resource]);
      g_array_append_val (self->load, nothing);
    }
  return self->local[resource];
}

static void
add_option (HsExact *self, guint32 option)
{
  const HsModel *model = self->search->model;
  LocalOption row = { 0, option, self->uses->len, 0 };
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    {
      HsUse use = { local_resource (self, model->uses[k].resource), model->uses[k].amount };
      g_array_append_val (self->uses, use);
      row.n_uses++;
    }
  g_array_append_val (self->options, row);
}

/* Makes the small problem out of students whose options were taken from them. */
static void
fill (HsExact *self, const guint32 *students, guint32 n)
{
  const HsSearch *search = self->search;
  for (guint32 i = 0; i < self->resources->len; i++)
    self->local[g_array_index (self->resources, guint32, i)] = G_MAXUINT32;
  g_array_set_size (self->options, 0);
  g_array_set_size (self->uses, 0);
  g_array_set_size (self->resources, 0);
  g_array_set_size (self->left, 0);
  g_array_set_size (self->prices, 0);
  g_array_set_size (self->load, 0);
  self->n_students = n;
  for (guint32 i = 0; i < n; i++)
    {
      const HsSearchStudent *row = &search->students[students[i]];
      LocalStudent *student = &self->students[i];
      *student = (LocalStudent){ students[i], self->options->len, 0, -1, -1, FALSE };
      for (guint32 o = row->first_option; o < row->first_option + row->n_options; o++)
        if (hs_search_fits (search, o))
          add_option (self, o);
      student->end = self->options->len;
    }
}

static double
score_of (const HsExact *self, guint32 i)
{
  return self->search->model->options[OPTION (self, i).option].score;
}

/* Sets each option's worth at the local prices and returns the bound that they prove. */
static double
price_options (HsExact *self)
{
  double bound = 0, largest = 0;
  for (guint32 r = 0; r < self->resources->len; r++)
    {
      bound += PRICE (self, r) * LEFT (self, r);
      LOAD (self, r) = 0;
    }
  self->constant = bound;
  largest = bound;
  for (guint32 s = 0; s < self->n_students; s++)
    {
      double best = 0;
      gint64 chosen = -1;
      for (guint32 i = self->students[s].first; i < self->students[s].end; i++)
        {
          LocalOption *option = &OPTION (self, i);
          double used = 0;
          for (guint32 k = option->first_use; k < option->first_use + option->n_uses; k++)
            used += PRICE (self, USE (self, k).resource) * USE (self, k).amount;
          option->worth = score_of (self, i) - used;
          largest = MAX (largest, used);
          if (option->worth > best)
            {
              best = option->worth;
              chosen = i;
            }
        }
      bound += best;
      for (guint32 k = 0; chosen >= 0 && k < OPTION (self, chosen).n_uses; k++)
        {
          const HsUse *use = &USE (self, OPTION (self, chosen).first_use + k);
          LOAD (self, use->resource) += use->amount;
        }
    }
  self->exact_enough = largest < TOO_LARGE && bound < TOO_LARGE;
  return bound;
}

/* Adjusts the prices to the small problem. Returns the best bound found; the worth of the options
 * is at the prices that prove it. */
static double
adjust_prices (HsExact *self)
{
  double goal = (double) self->target + 1 - MARGIN, best = G_MAXDOUBLE;
  double shorten = 1;
  for (guint round = 0; round < PRICE_ROUNDS; round++)
    {
      double bound = price_options (self), square = 0;
      if (bound < best)
        {
          best = bound;
          g_array_set_size (self->best_prices, 0);
          g_array_append_vals (self->best_prices, self->prices->data, self->prices->len);
        }
      else
        shorten *= 0.85;
      if (bound < goal)
        return bound;
      for (guint32 r = 0; r < self->resources->len; r++)
        {
          double excess = LOAD (self, r) - LEFT (self, r);
          if (excess > 0 || PRICE (self, r) > 0)
            square += excess * excess;
        }
      if (square == 0)
        break;
      double step = shorten * (bound - goal + 1) / square;
      for (guint32 r = 0; r < self->resources->len; r++)
        PRICE (self, r) = MAX (PRICE (self, r) + step * (LOAD (self, r) - LEFT (self, r)), 0);
    }
  memcpy (self->prices->data, self->best_prices->data, self->prices->len * sizeof (double));
  return price_options (self);
}

/* Drops options that cannot be part of anything better, by their distance to the best one. */
static void
drop_hopeless (HsExact *self, double bound)
{
  double budget = bound - ((double) self->target + 1 - MARGIN);
  guint32 kept = 0;
  for (guint32 s = 0; s < self->n_students; s++)
    {
      LocalStudent *student = &self->students[s];
      double best = 0;
      guint32 first = kept;
      for (guint32 i = student->first; i < student->end; i++)
        best = MAX (best, OPTION (self, i).worth);
      for (guint32 i = student->first; i < student->end; i++)
        if (OPTION (self, i).worth >= best - budget)
          OPTION (self, kept++) = OPTION (self, i);
      student->first = first;
      student->end = kept;
    }
}

static inline gboolean
fits (const HsExact *self, const LocalOption *option)
{
  for (guint32 k = option->first_use; k < option->first_use + option->n_uses; k++)
    if (USE (self, k).amount > LEFT (self, USE (self, k).resource))
      return FALSE;
  return TRUE;
}

static void
use_up (HsExact *self, const LocalOption *option, gint32 sign)
{
  for (guint32 k = option->first_use; k < option->first_use + option->n_uses; k++)
    LEFT (self, USE (self, k).resource) -= sign * USE (self, k).amount;
}

static double
best_that_fits (const HsExact *self, const LocalStudent *student)
{
  double best = 0;
  for (guint32 i = student->first; i < student->end; i++)
    if (OPTION (self, i).worth > best && fits (self, &OPTION (self, i)))
      best = OPTION (self, i).worth;
  return best;
}

static guint32
count_hopeful (const HsExact *self, const LocalStudent *student, double least)
{
  guint32 n = least <= 0;
  for (guint32 i = student->first; i < student->end; i++)
    n += OPTION (self, i).worth >= least && fits (self, &OPTION (self, i));
  return n;
}

static void branch (HsExact *self, double sum, guint32 n_left);

/* Tries the options of one student, best first, then none. */
static void
branch_on (HsExact *self, LocalStudent *student, double least, double sum, guint32 n_left)
{
  gboolean tried_none = FALSE;
  double before = G_MAXDOUBLE;
  guint32 before_index = 0;
  student->placed = TRUE;
  while (self->nodes > 0 && !tried_none)
    {
      /* the next one in order of worth, without sorting: there are few */
      gint64 next = -1;
      for (guint32 i = student->first; i < student->end; i++)
        {
          double worth = OPTION (self, i).worth;
          gboolean later = worth < before || (worth == before && i > before_index);
          if (later && worth >= least && (next < 0 || worth > OPTION (self, next).worth)
              && fits (self, &OPTION (self, i)))
            next = i;
        }
      tried_none = next < 0;
      student->choice = (gint32) next;
      if (next >= 0)
        {
          const LocalOption option = OPTION (self, next);
          before = option.worth;
          before_index = (guint32) next;
          use_up (self, &option, 1);
          branch (self, sum + option.worth, n_left - 1);
          use_up (self, &option, -1);
        }
      else if (least <= 0)
        branch (self, sum, n_left - 1);
    }
  student->choice = -1;
  student->placed = FALSE;
}

/* All are placed: notes the choices when they are better than the best so far. */
static void
note_leaf (HsExact *self)
{
  gint64 score = 0;
  for (guint32 s = 0; s < self->n_students; s++)
    if (self->students[s].choice >= 0)
      score += (gint64) score_of (self, (guint32) self->students[s].choice);
  if (score <= self->target)
    return;
  self->target = score;
  for (guint32 s = 0; s < self->n_students; s++)
    self->students[s].best_choice = self->students[s].choice;
}

static void
branch (HsExact *self, double sum, guint32 n_left)
{
  double best[HS_EXACT_MAX];
  double bound = self->constant + sum, goal = (double) self->target + 1 - MARGIN;
  if (self->nodes > 0)
    self->nodes--;
  if (n_left == 0)
    {
      note_leaf (self);
      return;
    }
  for (guint32 s = 0; s < self->n_students; s++)
    if (!self->students[s].placed)
      bound += best[s] = best_that_fits (self, &self->students[s]);
  if (bound < goal)
    return;
  LocalStudent *chosen = NULL;
  guint32 fewest = G_MAXUINT32;
  double least = 0;
  for (guint32 s = 0; s < self->n_students && fewest > 1; s++)
    {
      if (self->students[s].placed)
        continue;
      guint32 n = count_hopeful (self, &self->students[s], best[s] - (bound - goal));
      if (n >= fewest)
        continue;
      fewest = n;
      chosen = &self->students[s];
      least = best[s] - (bound - goal);
    }
  branch_on (self, chosen, least, sum, n_left);
}

/* Puts the best choices in place, or what was there before. */
static void
settle (HsExact *self, gboolean improved)
{
  HsSearch *search = self->search;
  if (!improved)
    {
      hs_search_undo (search);
      return;
    }
  for (guint32 s = 0; s < self->n_students; s++)
    if (self->students[s].best_choice >= 0)
      hs_search_put (search, self->students[s].student,
                     OPTION (self, self->students[s].best_choice).option);
  hs_search_commit (search);
}

/**
 * hs_exact_improve:
 * @students: different students of the model
 * @n: how many, at most %HS_EXACT_MAX
 * @nodes: how many nodes of the tree to look at at most
 *
 * Finds the best places for these students among what they have now and what is left, and gives
 * them those.
 *
 * Returns: %HS_EXACT_PROVEN when there is nothing better for them
 */
HsExactResult
hs_exact_improve (HsExact *self, const guint32 *students, guint32 n, guint32 nodes)
{
  HsSearch *search = self->search;
  g_return_val_if_fail (n <= HS_EXACT_MAX, HS_EXACT_OPEN);
  self->target = 0;
  hs_search_begin (search);
  for (guint32 i = 0; i < n; i++)
    {
      gint32 pick = search->students[students[i]].pick;
      self->target += pick == HS_NO_OPTION ? 0 : search->model->options[pick].score;
      hs_search_touch (search, students[i]);
    }
  fill (self, students, n);
  gint64 before = self->target;
  double bound = adjust_prices (self);
  self->nodes = nodes;
  if (bound >= (double) self->target + 1 - MARGIN)
    {
      drop_hopeless (self, bound);
      branch (self, 0, n);
    }
  settle (self, self->target > before);
  return self->nodes > 0 && self->exact_enough ? HS_EXACT_PROVEN : HS_EXACT_OPEN;
}
