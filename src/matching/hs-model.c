/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the solver's copy of an instance: takes out who is fixed, drops options that can never be
 * chosen, and puts students who share a supervisor or an item next to each other, so that the
 * search works in a part of the memory that stays in the processor's cache. */

#include "hs-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-error.h"

/* A resource with more students than this (a digicoach of a whole organisation) says nothing about
 * who lives near whom. */
#define HUB 40

#define NONE G_MAXUINT32

/* Takes what fixed students use off @capacity. */
static gboolean
take_fixed (HsModel *self, const gint32 *fixed, gint32 *capacity, GError **error)
{
  const HsInstance *instance = self->instance;
  for (guint32 s = 0; fixed != NULL && s < instance->n_students; s++)
    {
      gint32 o = fixed[s];
      if (o == HS_NO_OPTION)
        continue;
      if (o < 0 || (guint32) o < instance->first_option[s]
          || (guint32) o >= instance->first_option[s + 1])
        {
          g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("option %d is not one of student %u"),
                       o, s);
          return FALSE;
        }
      for (guint32 k = instance->first_use[o]; k < instance->first_use[o + 1]; k++)
        {
          const HsUse *use = &instance->uses[k];
          if (use->amount > capacity[use->resource])
            {
              g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("the fixed pairs together use resource %u beyond its capacity"),
                           use->resource);
              return FALSE;
            }
          capacity[use->resource] -= use->amount;
        }
      self->fixed_value += instance->value[o];
    }
  return TRUE;
}

/* The students of each resource, each once: those of resource r are at first[r] .. first[r + 1]. */
static guint32 *
students_of_resources (const HsInstance *instance, guint32 *first)
{
  guint32 n = instance->n_resources;
  g_autofree guint32 *last = g_new (guint32, MAX (n, 1));
  guint32 *students = NULL;
  for (int round = 0; round < 2; round++)
    {
      memset (last, 0xff, n * sizeof *last);
      for (guint32 s = 0; s < instance->n_students; s++)
        for (guint32 k = instance->first_use[instance->first_option[s]];
             k < instance->first_use[instance->first_option[s + 1]]; k++)
          {
            guint32 r = instance->uses[k].resource;
            if (last[r] == s)
              continue;
            last[r] = s;
            if (round == 0)
              first[r + 1]++;
            else
              students[first[r]++] = s;
          }
      for (guint32 r = 0; round == 0 && r < n; r++)
        first[r + 1] += first[r];
      if (round == 0)
        students = g_new (guint32, (gsize) first[n] + 1);
    }
  memmove (first + 1, first, n * sizeof *first);
  first[0] = 0;
  return students;
}

/* Adds the students who share a resource with @student and are not in @order yet. */
static guint32
add_neighbours (const HsInstance *instance, guint32 student, const guint32 *first,
                const guint32 *students, guint8 *seen, guint8 *used, guint32 *order, guint32 n)
{
  for (guint32 k = instance->first_use[instance->first_option[student]];
       k < instance->first_use[instance->first_option[student + 1]]; k++)
    {
      guint32 r = instance->uses[k].resource;
      if (used[r] || first[r + 1] - first[r] > HUB)
        continue;
      used[r] = TRUE;
      for (guint32 i = first[r]; i < first[r + 1]; i++)
        if (!seen[students[i]])
          {
            seen[students[i]] = TRUE;
            order[n++] = students[i];
          }
    }
  return n;
}

/* All students, neighbours near each other: breadth first over what they share. */
static guint32 *
neighbour_order (const HsInstance *instance)
{
  guint32 n_students = instance->n_students, n = 0;
  guint32 *order = g_new (guint32, MAX (n_students, 1));
  g_autofree guint32 *first = g_new0 (guint32, (gsize) instance->n_resources + 1);
  g_autofree guint32 *students = students_of_resources (instance, first);
  g_autofree guint8 *seen = g_new0 (guint8, MAX (n_students, 1));
  g_autofree guint8 *used = g_new0 (guint8, MAX (instance->n_resources, 1));
  for (guint32 s = 0, next = 0; s < n_students; s++)
    {
      if (seen[s])
        continue;
      seen[s] = TRUE;
      order[n++] = s;
      while (next < n)
        {
          guint32 student = order[next++];
          n = add_neighbours (instance, student, first, students, seen, used, order, n);
        }
    }
  return order;
}

/* Whether an option can be chosen at all and is worth having. */
static gboolean
usable (const HsInstance *instance, guint32 option, const gint32 *capacity, gint64 score)
{
  if (score <= 0)
    return FALSE;
  for (guint32 k = instance->first_use[option]; k < instance->first_use[option + 1]; k++)
    if (instance->uses[k].amount > capacity[instance->uses[k].resource])
      return FALSE;
  return TRUE;
}

typedef struct
{
  const gint32 *fixed;
  const gint32 *start;
  const gint32 *capacity;
  guint32 *number; /* of each of the instance's resources in the model, or NONE */
  gsize n_uses;
} Filling;

static void
add_option (HsModel *self, Filling *filling, guint32 origin, gint64 score)
{
  const HsInstance *instance = self->instance;
  self->options[self->n_options++] =
      (HsModelOption){ 0, (gint32) MIN (score, G_MAXINT32), (guint32) filling->n_uses, origin };
  for (guint32 k = instance->first_use[origin]; k < instance->first_use[origin + 1]; k++)
    {
      guint32 r = instance->uses[k].resource;
      if (filling->number[r] == NONE)
        {
          filling->number[r] = self->n_resources;
          self->resource_origin[self->n_resources] = r;
          self->capacity[self->n_resources++] = filling->capacity[r];
        }
      self->uses[filling->n_uses++] = (HsUse){ filling->number[r], instance->uses[k].amount };
    }
}

static void
add_student (HsModel *self, Filling *filling, guint32 student)
{
  const HsInstance *instance = self->instance;
  guint32 n_before = self->n_options, s = self->n_students;
  gint32 start = filling->start != NULL ? filling->start[student] : HS_NO_OPTION;
  if (filling->fixed != NULL && filling->fixed[student] != HS_NO_OPTION)
    return;
  if (self->start != NULL)
    self->start[s] = HS_NO_OPTION;
  for (guint32 o = instance->first_option[student]; o < instance->first_option[student + 1]; o++)
    {
      gint64 score = (gint64) instance->value[o] + ((gint32) o == start ? self->bonus : 0);
      if (!usable (instance, o, filling->capacity, score))
        continue;
      if ((gint32) o == start)
        self->start[s] = (gint32) self->n_options;
      add_option (self, filling, o, score);
    }
  if (self->n_options == n_before)
    return;
  self->student_origin[s] = student;
  self->first_option[self->n_students++] = n_before;
}

/**
 * hs_model_new:
 * @fixed: (nullable): the option that each student keeps, %HS_NO_OPTION where the solver is free
 * @start: (nullable): the option that each student has now, or %HS_NO_OPTION; may be infeasible
 * @bonus: added to the value of the options in @start
 *
 * Students who are fixed or have no usable option are left out.
 *
 * Returns: (transfer full): the model, which borrows @instance; NULL with HS_ERROR_REFUSED when the
 * fixed pairs do not fit together, HS_ERROR_INVALID when one is not an option of its student
 */
HsModel *
hs_model_new (const HsInstance *instance, const gint32 *fixed, const gint32 *start, gint32 bonus,
              GError **error)
{
  g_autoptr (HsModel) self = g_new0 (HsModel, 1);
  gsize n_resources = MAX (instance->n_resources, 1);
  g_autofree gint32 *capacity = g_memdup2 (instance->capacity, n_resources * sizeof (gint32));
  self->instance = instance;
  self->bonus = bonus;
  if (!take_fixed (self, fixed, capacity, error))
    return NULL;
  g_autofree guint32 *order = neighbour_order (instance);
  g_autofree guint32 *number = g_new (guint32, n_resources);
  memset (number, 0xff, n_resources * sizeof *number);
  Filling filling = { fixed, start, capacity, number, 0 };
  gsize n_students = instance->n_students;
  self->student_origin = g_new (guint32, n_students + 1);
  self->first_option = g_new (guint32, n_students + 1);
  self->start = start != NULL ? g_new (gint32, n_students + 1) : NULL;
  self->resource_origin = g_new (guint32, n_resources);
  self->capacity = g_new (gint32, n_resources);
  self->options = g_new (HsModelOption, (gsize) instance->n_options + 1);
  self->uses = g_new (HsUse, (gsize) instance->first_use[instance->n_options] + 1);
  for (guint32 i = 0; i < instance->n_students; i++)
    add_student (self, &filling, order[i]);
  self->first_option[self->n_students] = self->n_options;
  self->options[self->n_options] = (HsModelOption){ 0, 0, (guint32) filling.n_uses, NONE };
  return g_steal_pointer (&self);
}

/**
 * hs_model_free:
 *
 * Frees the model; the instance stays.
 */
void
hs_model_free (HsModel *self)
{
  g_free (self->student_origin);
  g_free (self->resource_origin);
  g_free (self->first_option);
  g_free (self->start);
  g_free (self->capacity);
  g_free (self->options);
  g_free (self->uses);
  g_free (self);
}

/* The number of an option that decides a tie, so that equal worth is ordered the same everywhere.
 */
static int
compare_worth (gconstpointer a, gconstpointer b)
{
  const HsModelOption *left = a, *right = b;
  if (left->worth != right->worth)
    return left->worth < right->worth ? 1 : -1;
  return (left->origin > right->origin) - (left->origin < right->origin);
}

/* Sorts the options of one student and their uses with them, by way of the copies. */
static void
sort_student (HsModel *self, guint32 student, GArray *options, GArray *uses)
{
  guint32 first = self->first_option[student], end = self->first_option[student + 1];
  guint32 first_use = self->options[first].first_use, next = first_use;
  g_array_set_size (options, 0);
  g_array_append_vals (options, &self->options[first], end - first + 1);
  g_array_set_size (uses, 0);
  g_array_append_vals (uses, &self->uses[first_use], self->options[end].first_use - first_use);
  for (guint32 k = 0; k < end - first; k++)
    self->options[first + k].first_use = k; /* for a moment: where its copy is */
  qsort (&self->options[first], end - first, sizeof (HsModelOption), compare_worth);
  gint32 start = self->start != NULL ? self->start[student] : HS_NO_OPTION;
  for (guint32 o = first; o < end; o++)
    {
      guint32 k = self->options[o].first_use;
      const HsModelOption *copy = &g_array_index (options, HsModelOption, k);
      guint32 n = copy[1].first_use - copy[0].first_use;
      if (n > 0)
        memcpy (&self->uses[next], &g_array_index (uses, HsUse, copy->first_use - first_use),
                n * sizeof (HsUse));
      self->options[o].first_use = next;
      next += n;
      if (start != HS_NO_OPTION && (guint32) start == first + k)
        self->start[student] = (gint32) o;
    }
}

/**
 * hs_model_set_worth:
 * @price: of each of the model's resources
 * @share: how much of the price counts, 0 to 1
 *
 * Sets the worth of each option to its score less @share of the price of what it uses, and orders
 * each student's options by it, best first. At share 1 no order of choices gains or loses by
 * leaving a scarce resource unused; at share 0 the worth is the score. Option numbers of the model
 * change.
 */
void
hs_model_set_worth (HsModel *self, const double *price, double share)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (HsModelOption));
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (HsUse));
  for (guint32 o = 0; o < self->n_options; o++)
    {
      double worth = self->options[o].score;
      for (guint32 k = self->options[o].first_use; k < hs_model_end_use (self, o); k++)
        worth -= share * price[self->uses[k].resource] * self->uses[k].amount;
      self->options[o].worth = (float) worth;
    }
  for (guint32 s = 0; s < self->n_students; s++)
    sort_student (self, s, options, uses);
}
