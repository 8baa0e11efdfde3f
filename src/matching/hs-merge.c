/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two good solutions differ in many places that have nothing to do with each other. The students
 * who differ are divided into parts that share no scarce resource, and of each part the better half
 * is kept: partition crossover (Whitley, Hains and Howe, GECCO 2009). While it anneals, the search
 * is better than the best so far somewhere all the time, although hardly ever everywhere at once;
 * this keeps what it finds. */

#include "hs-merge.h"

#include <string.h>

/* A scarce resource that so many of the differing students use joins no parts: all would be one.
 * Whether a part fits is checked when it is put in place. */
#define HUB 10

typedef struct
{
  guint32 stamp;
  guint32 n_users; /* who differ */
  guint32 part; /* of the first of them */
  gint64 wanted; /* by the other solution */
} Demand;

struct _HsMerge
{
  HsSearch *search;
  gint32 *other; /* the pick of each of the differing in the other solution */
  guint32 *differing;
  guint32 n_differing;
  guint32 *parent; /* of each of the differing, in the forest of parts */
  guint32 *next; /* the next one of the same part */
  gint64 *gain; /* of a part: what the other solution is better */
  gint32 *before;
  guint32 *undo;
  guint32 n_undo;
  Demand *demands;
  guint32 stamp;
};

/**
 * hs_merge_new:
 * @search: borrowed
 *
 * Returns: (transfer full): room to work in, about 60 bytes a student
 */
HsMerge *
hs_merge_new (HsSearch *search)
{
  HsMerge *self = g_new0 (HsMerge, 1);
  gsize n = MAX (search->model->n_students, 1);
  self->search = search;
  self->differing = g_new (guint32, n);
  self->other = g_new (gint32, n);
  self->parent = g_new (guint32, n);
  self->next = g_new (guint32, n);
  self->gain = g_new (gint64, n);
  self->before = g_new (gint32, n);
  self->undo = g_new (guint32, n);
  self->demands = g_new0 (Demand, MAX (search->model->n_resources, 1));
  return self;
}

/**
 * hs_merge_free:
 *
 * Frees the room; the search stays.
 */
void
hs_merge_free (HsMerge *self)
{
  g_free (self->differing);
  g_free (self->other);
  g_free (self->parent);
  g_free (self->next);
  g_free (self->gain);
  g_free (self->before);
  g_free (self->undo);
  g_free (self->demands);
  g_free (self);
}

static guint32
find_part (HsMerge *self, guint32 i)
{
  while (self->parent[i] != i)
    {
      self->parent[i] = self->parent[self->parent[i]];
      i = self->parent[i];
    }
  return i;
}

static void
join (HsMerge *self, guint32 i, guint32 k)
{
  guint32 a = find_part (self, i), b = find_part (self, k);
  if (a != b)
    self->parent[MAX (a, b)] = MIN (a, b);
}

/* Counts who of the differing uses a resource and how much the other solution wants of it. */
static void
count_demand (HsMerge *self, gint32 pick, gboolean wanted)
{
  const HsModel *model = self->search->model;
  if (pick == HS_NO_OPTION)
    return;
  for (guint32 k = model->options[pick].first_use; k < hs_model_end_use (model, (guint32) pick);
       k++)
    {
      Demand *demand = &self->demands[model->uses[k].resource];
      if (demand->stamp != self->stamp)
        *demand = (Demand){ self->stamp, 0, G_MAXUINT32, 0 };
      demand->n_users++;
      demand->wanted += wanted ? model->uses[k].amount : 0;
    }
}

/* Joins students who differ and use what would not be enough for any mixture of the two. */
static void
join_by_demand (HsMerge *self, guint32 i, gint32 pick)
{
  const HsModel *model = self->search->model;
  if (pick == HS_NO_OPTION)
    return;
  for (guint32 k = model->options[pick].first_use; k < hs_model_end_use (model, (guint32) pick);
       k++)
    {
      guint32 r = model->uses[k].resource;
      Demand *demand = &self->demands[r];
      if (demand->wanted <= self->search->resources[r].left || demand->n_users > HUB)
        continue;
      if (demand->part == G_MAXUINT32)
        demand->part = i;
      else
        join (self, demand->part, i);
    }
}

static gint64
score_of (const HsMerge *self, gint32 pick)
{
  return pick == HS_NO_OPTION ? 0 : self->search->model->options[pick].score;
}

static gint32
pick_of (const HsMerge *self, guint32 i)
{
  return self->search->students[self->differing[i]].pick;
}

/* Divides the differing students into parts and counts what each part gains by the other solution.
 */
static void
divide (HsMerge *self)
{
  self->stamp++;
  for (guint32 i = 0; i < self->n_differing; i++)
    {
      self->parent[i] = i;
      self->next[i] = G_MAXUINT32;
      self->gain[i] = 0;
      count_demand (self, pick_of (self, i), FALSE);
      count_demand (self, self->other[i], TRUE);
    }
  for (guint32 i = 0; i < self->n_differing; i++)
    {
      join_by_demand (self, i, pick_of (self, i));
      join_by_demand (self, i, self->other[i]);
    }
  for (guint32 i = self->n_differing; i-- > 0;)
    {
      guint32 part = find_part (self, i);
      self->gain[part] += score_of (self, self->other[i]) - score_of (self, pick_of (self, i));
      if (part == i)
        continue;
      self->next[i] = self->next[part];
      self->next[part] = i;
    }
}

static void
set_pick (HsMerge *self, guint32 student, gint32 pick)
{
  if (self->search->students[student].pick != HS_NO_OPTION)
    hs_search_take (self->search, student);
  if (pick != HS_NO_OPTION)
    hs_search_put (self->search, student, (guint32) pick);
}

/* Switches one part to the other solution when it fits; else leaves all as it was. */
static gboolean
switch_part (HsMerge *self, guint32 part)
{
  HsSearch *search = self->search;
  guint32 first = self->n_undo;
  gboolean good = TRUE;
  for (guint32 i = part; i != G_MAXUINT32; i = self->next[i])
    {
      guint32 s = self->differing[i];
      self->undo[self->n_undo] = s;
      self->before[self->n_undo++] = search->students[s].pick;
      set_pick (self, s, HS_NO_OPTION);
    }
  for (guint32 i = part; good && i != G_MAXUINT32; i = self->next[i])
    {
      gint32 pick = self->other[i];
      good = pick == HS_NO_OPTION || hs_search_fits (search, (guint32) pick);
      if (good)
        set_pick (self, self->differing[i], pick);
    }
  if (good)
    {
      search->score += self->gain[part];
      return TRUE;
    }
  for (guint32 i = first; i < self->n_undo; i++)
    set_pick (self, self->undo[i], HS_NO_OPTION);
  for (guint32 i = first; i < self->n_undo; i++)
    set_pick (self, self->undo[i], self->before[i]);
  self->n_undo = first;
  return FALSE;
}

/* A second time, because a part may fit only when another has made room. */
static void
switch_better_parts (HsMerge *self)
{
  self->n_undo = 0;
  for (int round = 0; round < 2; round++)
    for (guint32 i = 0; i < self->n_differing; i++)
      if (self->parent[i] == i && self->gain[i] > 0 && switch_part (self, i))
        self->gain[i] = 0;
  for (guint32 i = 0; i < self->n_undo; i++)
    hs_search_mark (self->search, self->undo[i]);
  hs_search_note_best (self->search);
}

/**
 * hs_merge_into_best:
 *
 * Makes the best solution take over the parts in which the solution of now is better. What the
 * search goes on with stays as it is.
 */
void
hs_merge_into_best (HsMerge *self)
{
  HsSearch *search = self->search;
  hs_search_note_best (search);
  gint64 score = search->score;
  self->n_differing = 0;
  for (guint32 i = 0; i < search->n_changed; i++)
    {
      guint32 s = search->changed[i];
      if (search->best[s] == search->students[s].pick)
        continue;
      self->other[self->n_differing] = search->students[s].pick;
      self->differing[self->n_differing++] = s;
    }
  hs_search_return_to_best (search);
  divide (self);
  switch_better_parts (self);
  for (guint32 i = 0; i < self->n_differing; i++)
    set_pick (self, self->differing[i], HS_NO_OPTION);
  for (guint32 i = 0; i < self->n_differing; i++)
    {
      set_pick (self, self->differing[i], self->other[i]);
      hs_search_mark (search, self->differing[i]);
    }
  search->score = score;
}

/**
 * hs_merge_other:
 * @other: the pick of each of the model's students in another feasible solution
 *
 * Makes the solution of now take over the parts in which @other is better.
 */
void
hs_merge_other (HsMerge *self, const gint32 *other)
{
  HsSearch *search = self->search;
  self->n_differing = 0;
  for (guint32 s = 0; s < search->model->n_students; s++)
    if (other[s] != search->students[s].pick)
      {
        self->other[self->n_differing] = other[s];
        self->differing[self->n_differing++] = s;
      }
  divide (self);
  switch_better_parts (self);
}
