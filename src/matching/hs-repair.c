/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large neighbourhood search: frees a group of students who stand in each other's way, solves their
 * places exactly while everybody else stays, and goes on with the next group. */

#include "hs-repair.h"

#include <string.h>

#include "hs-exact.h"
#include "hs-moves.h"

/* Groups grow while nearly all are solved to the proof, and shrink while they are not. */
#define FIRST_GROUP 16
#define LEAST_GROUP 8
#define GROW_AFTER 8
#define NODES 400
#define CANDIDATES 4
#define NEAR_OPTIONS 8
/* One group counts for as many moves as it takes time for. */
#define MOVES_A_GROUP 100
/* From so many expected moves a student on, so much of the time is for repairs. */
#define MANY_MOVES 3000
#define SHARE 0.35

typedef struct
{
  HsSearch *search;
  HsExact *exact;
  guint32 size; /* of the next group */
  guint32 n_proven;
  float unit;
} Repair;

/* What a student would have at best without the option of now. */
static float
second_best (const HsSearch *search, guint32 student)
{
  const HsSearchStudent *row = &search->students[student];
  for (guint32 o = row->first_option; o < row->first_option + row->n_options; o++)
    if ((gint32) o != row->pick)
      return MAX (search->model->options[o].worth, 0);
  return 0;
}

/* Of a few users of a resource that @student wants, one who has something else that is about as
 * good; with a share of chance. */
static guint32
choose_rival (HsSearch *search, const HsSearchResource *resource, float unit)
{
  guint32 place = hs_random_below (&search->random, resource->n_users), chosen = 0;
  float best = G_MAXFLOAT;
  for (guint32 i = 0; i < MIN (resource->n_users, CANDIDATES); i++)
    {
      guint32 owner = search->slots[search->users[resource->first_user + place]].owner;
      const HsSearchStudent *row = &search->students[owner];
      float regret =
          row->worth - second_best (search, owner) + unit * 60 * hs_random_unit (&search->random);
      if (regret < best)
        {
          best = regret;
          chosen = owner;
        }
      place = place + 1 < resource->n_users ? place + 1 : 0;
    }
  return chosen;
}

/* Adds somebody who is in the way of an option that @student would like to have. */
static guint32
add_rival (Repair *self, guint32 student, guint32 *group, guint32 n)
{
  HsSearch *search = self->search;
  const HsModel *model = search->model;
  const HsSearchStudent *row = &search->students[student];
  guint32 near = MAX (MIN (row->n_options, NEAR_OPTIONS), 1);
  guint32 option = row->first_option + hs_random_below (&search->random, near);
  guint32 shorts[16], n_short = 0;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    {
      guint32 r = model->uses[k].resource;
      if (model->uses[k].amount > search->resources[r].left && search->resources[r].n_users > 0
          && n_short < 16)
        shorts[n_short++] = r;
    }
  if (n_short == 0)
    return n;
  guint32 rival = choose_rival (
      search, &search->resources[shorts[hs_random_below (&search->random, n_short)]], self->unit);
  for (guint32 i = 0; i < n; i++)
    if (group[i] == rival)
      return n;
  group[n] = rival;
  return n + 1;
}

/* A group of students around @seed who stand in each other's way. */
static guint32
make_group (Repair *self, guint32 seed, guint32 *group, guint32 size)
{
  guint32 n = 1;
  group[0] = seed;
  for (guint32 tries = 0; n < size && tries < size * 4; tries++)
    n = add_rival (self, group[hs_random_below (&self->search->random, n)], group, n);
  return n;
}

static void
repair_around (Repair *self, guint32 seed)
{
  guint32 group[HS_EXACT_MAX];
  guint32 n = make_group (self, seed, group, self->size);
  if (hs_exact_improve (self->exact, group, n, NODES) == HS_EXACT_OPEN)
    self->size = MAX (self->size - 1, LEAST_GROUP);
  else if (++self->n_proven % GROW_AFTER == 0)
    self->size = MIN (self->size + 1, HS_EXACT_MAX);
}

/**
 * hs_repair_all:
 * @nodes: how many nodes to look at at most
 *
 * Solves the places of all students together when they are few.
 *
 * Returns: TRUE when the solution is proven to be the best there is
 */
gboolean
hs_repair_all (HsSearch *search, const double *price, guint32 nodes)
{
  guint32 all[HS_EXACT_MAX];
  if (search->model->n_students > HS_EXACT_MAX)
    return FALSE;
  for (guint32 s = 0; s < search->model->n_students; s++)
    all[s] = s;
  g_autoptr (HsExact) exact = hs_exact_new (search, price);
  HsExactResult result = hs_exact_improve (exact, all, search->model->n_students, nodes);
  hs_search_note_best (search);
  return result == HS_EXACT_PROVEN;
}

/**
 * hs_repair_plan:
 * @anneal: the plan for all of the time or moves; shortened by what is left for repairs
 *
 * Annealing comes first; past some thousands of moves a student it brings little more, and groups
 * that are solved exactly do.
 *
 * Returns: what is left after @anneal
 */
HsAnnealPlan
hs_repair_plan (const HsModel *model, HsAnnealPlan *anneal)
{
  HsAnnealPlan repair = *anneal;
  double share =
      hs_anneal_expected_moves (anneal) / MAX (model->n_students, 1) >= MANY_MOVES ? SHARE : 0;
  anneal->deadline -= (gint64) ((double) (anneal->deadline - anneal->begin) * share);
  anneal->moves -= (guint64) ((double) anneal->moves * share);
  repair.begin = anneal->deadline;
  repair.moves -= anneal->moves;
  repair.only_moves = anneal->moves > 0;
  return repair;
}

/**
 * hs_repair_run:
 * @price: of each of the model's resources
 * @plan: moves or deadline, as for hs_anneal_run()
 *
 * Improves the solution until the plan's moves or time are used up.
 */
void
hs_repair_run (HsSearch *search, const double *price, const HsAnnealPlan *plan)
{
  if (plan->moves == 0 && (plan->only_moves || plan->begin >= plan->deadline))
    return;
  g_autoptr (HsExact) exact = hs_exact_new (search, price);
  Repair repair = { search, exact, FIRST_GROUP, 0, (float) hs_moves_unit (search->model) };
  for (guint64 moves = 0; search->model->n_students > 0; moves += MOVES_A_GROUP)
    {
      double progress = hs_anneal_progress (plan, moves);
      if (progress >= 1 || !plan->report (search, progress, plan->data))
        break;
      repair_around (&repair, hs_random_below (&search->random, search->model->n_students));
    }
  hs_search_note_best (search);
}

/**
 * hs_repair_near:
 * @price: of each of the model's resources
 * @seeds: students to begin at
 * @n_seeds: how many; with none nothing is done
 * @groups: how many groups to solve
 * @cancellable: (nullable): stops it, which is no error
 *
 * Improves the solution around some students and leaves the rest alone.
 */
void
hs_repair_near (HsSearch *search, const double *price, const guint32 *seeds, guint32 n_seeds,
                guint32 groups, GCancellable *cancellable)
{
  g_autoptr (HsExact) exact = hs_exact_new (search, price);
  Repair repair = { search, exact, FIRST_GROUP, 0, (float) hs_moves_unit (search->model) };
  for (guint32 i = 0; i < groups && n_seeds > 0; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      repair_around (&repair, seeds[hs_random_below (&search->random, n_seeds)]);
    }
  hs_search_note_best (search);
}
