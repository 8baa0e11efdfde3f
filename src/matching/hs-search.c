/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bookkeeping of a solution under change. Every change is begun, touches students, and is then
 * committed or undone. The best solution is not copied when it is found but when it is left, and
 * then only where it differs from the last: at 100,000 students nothing else would be done. */

#include "hs-search.h"

#include <string.h>

/* Room for the users of each resource: no more than there are students who want it, nor more than
 * its capacity holds. */
static void
lay_out_users (HsSearch *self, guint32 n_slots)
{
  const HsModel *model = self->model;
  g_autofree guint32 *last = g_new (guint32, MAX (model->n_resources, 1));
  memset (last, 0xff, model->n_resources * sizeof *last);
  for (guint32 s = 0; s < model->n_students; s++)
    for (guint32 k = model->options[model->first_option[s]].first_use;
         k < model->options[model->first_option[s + 1]].first_use; k++)
      {
        guint32 r = model->uses[k].resource;
        if (last[r] != s)
          self->resources[r].n_users++;
        last[r] = s;
      }
  gsize next = 0;
  for (guint32 r = 0; r < model->n_resources; r++)
    {
      HsSearchResource *resource = &self->resources[r];
      resource->left = model->capacity[r];
      resource->first_user = (guint32) next;
      next += MIN (resource->n_users, (guint32) model->capacity[r]);
      resource->n_users = 0;
    }
  self->users = g_new (guint32, MAX (next, 1));
}

static guint32
lay_out_students (HsSearch *self)
{
  const HsModel *model = self->model;
  guint32 n_slots = 0;
  for (guint32 s = 0; s < model->n_students; s++)
    {
      HsSearchStudent *student = &self->students[s];
      guint32 first = model->first_option[s], most = 0;
      student->first_option = first;
      student->n_options = model->first_option[s + 1] - first;
      student->first_slot = n_slots;
      student->pick = self->best[s] = HS_NO_OPTION;
      student->best_worth = MAX (model->options[first].worth, 0);
      for (guint32 o = first; o < model->first_option[s + 1]; o++)
        most = MAX (most, hs_model_end_use (model, o) - model->options[o].first_use);
      n_slots += most;
    }
  return n_slots;
}

/**
 * hs_search_new:
 * @model: with its worth set; it must not change any more
 *
 * Returns: (transfer full): a search in which nobody has a place yet
 */
HsSearch *
hs_search_new (const HsModel *model, guint64 seed)
{
  HsSearch *self = g_new0 (HsSearch, 1);
  gsize n = MAX (model->n_students, 1);
  self->model = model;
  hs_random_init (&self->random, seed);
  self->students = g_new0 (HsSearchStudent, n);
  self->resources = g_new0 (HsSearchResource, MAX (model->n_resources, 1));
  self->best = g_new (gint32, n);
  self->changed = g_new (guint32, n);
  guint32 n_slots = lay_out_students (self);
  self->slots = g_new0 (HsSearchSlot, MAX (n_slots, 1));
  for (guint32 s = 0, slot = 0; s < model->n_students; s++)
    for (; slot < (s + 1 < model->n_students ? self->students[s + 1].first_slot : n_slots); slot++)
      self->slots[slot].owner = s;
  lay_out_users (self, n_slots);
  return self;
}

/**
 * hs_search_free:
 *
 * Frees the search; the model stays.
 */
void
hs_search_free (HsSearch *self)
{
  g_free (self->students);
  g_free (self->resources);
  g_free (self->slots);
  g_free (self->users);
  g_free (self->best);
  g_free (self->changed);
  g_free (self);
}

/**
 * hs_search_put:
 * @option: an option of @student, who has none now; there must be room
 */
void
hs_search_put (HsSearch *self, guint32 student, guint32 option)
{
  const HsModel *model = self->model;
  HsSearchStudent *row = &self->students[student];
  guint32 slot = row->first_slot;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    {
      HsSearchResource *resource = &self->resources[model->uses[k].resource];
      resource->left -= model->uses[k].amount;
      self->slots[slot].amount = model->uses[k].amount;
      self->slots[slot].place = resource->first_user + resource->n_users++;
      self->users[self->slots[slot].place] = slot;
      slot++;
    }
  row->pick = (gint32) option;
  row->worth = model->options[option].worth;
}

/**
 * hs_search_take:
 *
 * Takes @student's option away; there must be one.
 */
void
hs_search_take (HsSearch *self, guint32 student)
{
  const HsModel *model = self->model;
  HsSearchStudent *row = &self->students[student];
  guint32 slot = row->first_slot, option = (guint32) row->pick;
  for (guint32 k = model->options[option].first_use; k < hs_model_end_use (model, option); k++)
    {
      HsSearchResource *resource = &self->resources[model->uses[k].resource];
      guint32 moved = self->users[resource->first_user + --resource->n_users];
      resource->left += model->uses[k].amount;
      self->users[self->slots[slot].place] = moved;
      self->slots[moved].place = self->slots[slot].place;
      slot++;
    }
  row->pick = HS_NO_OPTION;
  row->worth = 0;
}

/**
 * hs_search_begin:
 *
 * Begins a change.
 */
void
hs_search_begin (HsSearch *self)
{
  self->n_log = 0;
  if (++self->stamp != 0)
    return;
  self->stamp = 1;
  for (guint32 s = 0; s < self->model->n_students; s++)
    self->students[s].stamp = 0;
}

/**
 * hs_search_touch:
 *
 * Makes @student part of the change and takes their option, if any.
 *
 * Returns: FALSE when the change has become too long; nothing was done then
 */
gboolean
hs_search_touch (HsSearch *self, guint32 student)
{
  HsSearchStudent *row = &self->students[student];
  if (self->n_log == HS_SEARCH_MAX_CHAIN)
    return FALSE;
  row->stamp = self->stamp;
  self->log[self->n_log++] = (HsSearchChange){ student, row->pick };
  if (row->pick != HS_NO_OPTION)
    hs_search_take (self, student);
  return TRUE;
}

/**
 * hs_search_undo:
 *
 * Puts everybody whom the change touched back on the option from before it.
 */
void
hs_search_undo (HsSearch *self)
{
  for (guint32 i = 0; i < self->n_log; i++)
    if (self->students[self->log[i].student].pick != HS_NO_OPTION)
      hs_search_take (self, self->log[i].student);
  for (guint32 i = 0; i < self->n_log; i++)
    if (self->log[i].pick != HS_NO_OPTION)
      hs_search_put (self, self->log[i].student, (guint32) self->log[i].pick);
}

static gint64
score_of (const HsSearch *self, gint32 pick)
{
  return pick == HS_NO_OPTION ? 0 : self->model->options[pick].score;
}

/**
 * hs_search_note_best:
 *
 * Notes the solution as it is now as the best when it is better than the best so far. To be called
 * at the end; hs_search_commit() sees to it in between.
 */
void
hs_search_note_best (HsSearch *self)
{
  if (self->score <= self->best_score)
    return;
  self->best_score = self->score;
  for (guint32 i = 0; i < self->n_changed; i++)
    {
      HsSearchStudent *row = &self->students[self->changed[i]];
      row->changed = FALSE;
      self->best[self->changed[i]] = row->pick;
    }
  self->n_changed = 0;
}

/* As the above, for the solution from before the change that is in the log. */
static void
note_best_before (HsSearch *self)
{
  if (self->score <= self->best_score)
    return;
  hs_search_note_best (self);
  for (guint32 i = 0; i < self->n_log; i++)
    self->best[self->log[i].student] = self->log[i].pick;
}

/**
 * hs_search_commit:
 *
 * Ends a change and keeps it. Nobody may be above a capacity now.
 */
void
hs_search_commit (HsSearch *self)
{
  gint64 gain = 0;
  for (guint32 i = 0; i < self->n_log; i++)
    gain += score_of (self, self->students[self->log[i].student].pick)
            - score_of (self, self->log[i].pick);
  if (gain < 0)
    note_best_before (self);
  self->score += gain;
  for (guint32 i = 0; i < self->n_log; i++)
    hs_search_mark (self, self->log[i].student);
}

/**
 * hs_search_mark:
 *
 * Notes that @student may not have the option any more that they have in the best solution. For who
 * changes a solution without hs_search_commit().
 */
void
hs_search_mark (HsSearch *self, guint32 student)
{
  HsSearchStudent *row = &self->students[student];
  if (row->changed)
    return;
  row->changed = TRUE;
  self->changed[self->n_changed++] = student;
}

/**
 * hs_search_return_to_best:
 *
 * Goes back to the best solution that was seen.
 */
void
hs_search_return_to_best (HsSearch *self)
{
  hs_search_note_best (self);
  for (guint32 i = 0; i < self->n_changed; i++)
    if (self->students[self->changed[i]].pick != HS_NO_OPTION)
      hs_search_take (self, self->changed[i]);
  for (guint32 i = 0; i < self->n_changed; i++)
    {
      guint32 s = self->changed[i];
      self->students[s].changed = FALSE;
      if (self->best[s] != HS_NO_OPTION)
        hs_search_put (self, s, (guint32) self->best[s]);
    }
  self->n_changed = 0;
  self->score = self->best_score;
}

/* Gives a student the first of their options, best first, that fits. */
static void
put_first_that_fits (HsSearch *self, guint32 student)
{
  const HsSearchStudent *row = &self->students[student];
  for (guint32 k = 0; k < row->n_options; k++)
    {
      guint32 o = row->first_option + k;
      if (!hs_search_fits (self, o))
        continue;
      hs_search_begin (self);
      hs_search_touch (self, student);
      hs_search_put (self, student, o);
      hs_search_commit (self);
      return;
    }
}

/**
 * hs_search_greedy:
 *
 * Makes the first solution: students keep their option in the model's start where it fits, then
 * everybody in turn takes what is worth most of what fits.
 */
void
hs_search_greedy (HsSearch *self)
{
  const HsModel *model = self->model;
  for (guint32 s = 0; model->start != NULL && s < model->n_students; s++)
    if (model->start[s] != HS_NO_OPTION && hs_search_fits (self, (guint32) model->start[s]))
      {
        hs_search_begin (self);
        hs_search_touch (self, s);
        hs_search_put (self, s, (guint32) model->start[s]);
        hs_search_commit (self);
      }
  hs_search_fill (self);
}

/**
 * hs_search_fill:
 *
 * Gives students without a place what is worth most of what fits: no solution is kept in which
 * somebody has none although there is room.
 */
void
hs_search_fill (HsSearch *self)
{
  for (guint32 s = 0; s < self->model->n_students; s++)
    if (self->students[s].pick == HS_NO_OPTION)
      put_first_that_fits (self, s);
  hs_search_note_best (self);
}
