/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matching problem in memory, how it is built, and the check of a solution that trusts nobody.
 */

#include "hs-instance.h"

#include <glib/gi18n-lib.h>

#include "hs-error.h"

/* From here on duplicate resources of one option are found by sorting. */
#define MANY_USES 24

struct _HsInstanceBuilder
{
  HsInstance *instance;
  gsize room_resources;
  gsize room_students;
  gsize room_options;
  gsize room_uses;
  gsize n_uses;
  gboolean too_large;
};

/* Makes room for one more element of @size bytes; growing by half keeps both time and waste small.
 */
static void
make_room (gpointer array, gsize used, gsize *room, gsize size)
{
  gpointer *place = array;
  if (used < *room)
    return;
  *room = MAX (*room + *room / 2, 64);
  *place = g_realloc_n (*place, *room, size);
}

static void
instance_clear (gpointer data)
{
  HsInstance *self = data;
  g_free (self->capacity);
  g_free (self->first_option);
  g_free (self->value);
  g_free (self->first_use);
  g_free (self->uses);
}

/**
 * hs_instance_ref:
 *
 * Returns: (transfer full): @self with one more reference. Safe from any thread.
 */
HsInstance *
hs_instance_ref (HsInstance *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_instance_unref:
 *
 * Drops a reference; the last one frees the instance. Safe from any thread.
 */
void
hs_instance_unref (HsInstance *self)
{
  g_atomic_rc_box_release_full (self, instance_clear);
}

/**
 * hs_instance_student_of:
 * @option: an option of @self
 *
 * Returns: the student whose option it is. Takes a binary search.
 */
guint32
hs_instance_student_of (const HsInstance *self, guint32 option)
{
  g_return_val_if_fail (option < self->n_options, 0);
  guint32 low = 0, high = self->n_students - 1;
  while (low < high)
    {
      guint32 middle = low + (high - low + 1) / 2;
      if (self->first_option[middle] <= option)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* Adds the uses of one option to @load; FALSE when a resource would be used beyond its capacity. */
static gboolean
add_load (const HsInstance *self, guint32 option, gint32 *load, guint32 *broken)
{
  for (guint32 k = self->first_use[option]; k < self->first_use[option + 1]; k++)
    {
      const HsUse *use = &self->uses[k];
      if (use->amount > self->capacity[use->resource] - load[use->resource])
        {
          *broken = use->resource;
          return FALSE;
        }
      load[use->resource] += use->amount;
    }
  return TRUE;
}

/**
 * hs_instance_check:
 * @pick: the option of each student, or %HS_NO_OPTION
 * @objective: (out) (optional): the sum of the values of the options that were picked
 * @matched: (out) (optional): how many students have an option
 *
 * Checks a solution from nothing but the instance, independently of the solver.
 *
 * Returns: TRUE when it is feasible; else FALSE with HS_ERROR_INVALID that names the student and
 * the resource that is used beyond its capacity, or the option that is not the student's.
 */
gboolean
hs_instance_check (const HsInstance *self, const gint32 *pick, gint64 *objective, guint32 *matched,
                   GError **error)
{
  g_autofree gint32 *load = g_new0 (gint32, MAX (self->n_resources, 1));
  gint64 sum = 0;
  guint32 count = 0, broken = 0;
  for (guint32 s = 0; s < self->n_students; s++)
    {
      gint32 o = pick[s];
      if (o == HS_NO_OPTION)
        continue;
      if (o < 0 || (guint32) o < self->first_option[s] || (guint32) o >= self->first_option[s + 1])
        {
          g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("option %d is not one of student %u"),
                       o, s);
          return FALSE;
        }
      if (!add_load (self, (guint32) o, load, &broken))
        {
          g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("resource %u is used beyond its capacity by student %u"), broken, s);
          return FALSE;
        }
      sum += self->value[o];
      count++;
    }
  if (objective != NULL)
    *objective = sum;
  if (matched != NULL)
    *matched = count;
  return TRUE;
}

/**
 * hs_instance_builder_new:
 *
 * Returns: (transfer full): a builder of an instance without students and resources
 */
HsInstanceBuilder *
hs_instance_builder_new (void)
{
  HsInstanceBuilder *self = g_new0 (HsInstanceBuilder, 1);
  self->instance = g_atomic_rc_box_new0 (HsInstance);
  return self;
}

/**
 * hs_instance_builder_free:
 *
 * Frees the builder and what it holds; an instance that was finished stays.
 */
void
hs_instance_builder_free (HsInstanceBuilder *self)
{
  g_clear_pointer (&self->instance, hs_instance_unref);
  g_free (self);
}

/**
 * hs_instance_builder_add_resource:
 * @capacity: how much there is of it, 0 up to %HS_INSTANCE_MAX_NUMBER
 *
 * Returns: the number of the new resource
 */
guint32
hs_instance_builder_add_resource (HsInstanceBuilder *self, gint32 capacity)
{
  HsInstance *instance = self->instance;
  g_return_val_if_fail (capacity >= 0 && capacity <= HS_INSTANCE_MAX_NUMBER, 0);
  make_room (&instance->capacity, instance->n_resources, &self->room_resources, sizeof (gint32));
  instance->capacity[instance->n_resources] = capacity;
  return instance->n_resources++;
}

/**
 * hs_instance_builder_add_student:
 *
 * Returns: the number of the new student; options that are added next are theirs
 */
guint32
hs_instance_builder_add_student (HsInstanceBuilder *self)
{
  HsInstance *instance = self->instance;
  if (instance->n_students >= HS_INSTANCE_MAX_STUDENTS)
    {
      self->too_large = TRUE;
      return HS_INSTANCE_MAX_STUDENTS - 1;
    }
  make_room (&instance->first_option, instance->n_students, &self->room_students, sizeof (guint32));
  instance->first_option[instance->n_students] = instance->n_options;
  return instance->n_students++;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const HsUse *left = a, *right = b;
  return (left->resource > right->resource) - (left->resource < right->resource);
}

static void
add_amount (HsUse *use, gint32 amount)
{
  use->amount = (gint32) MIN ((gint64) use->amount + amount, G_MAXINT32);
}

/* Makes one use of uses that name the same resource. A sum beyond 32 bits stays the largest number:
 * no capacity is that large, so that the option never fits either way. */
static void
close_option (HsInstanceBuilder *self)
{
  HsInstance *instance = self->instance;
  if (instance->n_options == 0)
    return;
  gsize first = instance->first_use[instance->n_options - 1];
  if (self->n_uses - first < MANY_USES)
    return;
  HsUse *uses = instance->uses + first;
  gsize n = self->n_uses - first, kept = 0;
  qsort (uses, n, sizeof *uses, compare_uses);
  for (gsize k = 1; k < n; k++)
    {
      if (uses[k].resource == uses[kept].resource)
        add_amount (&uses[kept], uses[k].amount);
      else
        uses[++kept] = uses[k];
    }
  self->n_uses = first + kept + 1;
}

/**
 * hs_instance_builder_add_option:
 * @value: what it is worth, within %HS_INSTANCE_MAX_NUMBER either side of 0
 *
 * Adds an option of the student that was added last.
 *
 * Returns: the number of the new option
 */
guint32
hs_instance_builder_add_option (HsInstanceBuilder *self, gint32 value)
{
  HsInstance *instance = self->instance;
  g_return_val_if_fail (instance->n_students > 0, 0);
  g_return_val_if_fail (ABS ((gint64) value) <= HS_INSTANCE_MAX_NUMBER, 0);
  close_option (self);
  gsize room = self->room_options;
  make_room (&instance->value, instance->n_options, &room, sizeof (gint32));
  make_room (&instance->first_use, instance->n_options, &self->room_options, sizeof (guint32));
  if (instance->n_options >= G_MAXINT32)
    {
      self->too_large = TRUE;
      return instance->n_options - 1;
    }
  instance->value[instance->n_options] = value;
  instance->first_use[instance->n_options] = (guint32) self->n_uses;
  return instance->n_options++;
}

/**
 * hs_instance_builder_add_use:
 * @resource: a resource that was added before
 * @amount: how much the option uses of it, 0 up to %HS_INSTANCE_MAX_NUMBER; 0 says nothing
 *
 * Adds to what the option that was added last uses. A resource that is named twice is used twice.
 */
void
hs_instance_builder_add_use (HsInstanceBuilder *self, guint32 resource, gint32 amount)
{
  HsInstance *instance = self->instance;
  g_return_if_fail (instance->n_options > 0 && resource < instance->n_resources);
  g_return_if_fail (amount >= 0 && amount <= HS_INSTANCE_MAX_NUMBER);
  if (amount == 0)
    return;
  gsize first = instance->first_use[instance->n_options - 1];
  for (gsize k = first; self->n_uses - first < MANY_USES && k < self->n_uses; k++)
    if (instance->uses[k].resource == resource)
      {
        add_amount (&instance->uses[k], amount);
        return;
      }
  if (self->n_uses >= G_MAXUINT32 - 1)
    {
      self->too_large = TRUE;
      return;
    }
  make_room (&instance->uses, self->n_uses, &self->room_uses, sizeof (HsUse));
  instance->uses[self->n_uses++] = (HsUse){ resource, amount };
}

/**
 * hs_instance_builder_finish:
 *
 * Ends the building; the builder can only be freed after it.
 *
 * Returns: (transfer full): the instance, or NULL with HS_ERROR_INVALID when it has more students,
 * options or uses than can be counted
 */
HsInstance *
hs_instance_builder_finish (HsInstanceBuilder *self, GError **error)
{
  g_return_val_if_fail (self->instance != NULL, NULL);
  if (self->too_large)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                   _ ("the matching problem is too large: at most %d students"),
                   HS_INSTANCE_MAX_STUDENTS);
      return NULL;
    }
  close_option (self);
  HsInstance *instance = g_steal_pointer (&self->instance);
  gsize n = instance->n_options;
  instance->first_option =
      g_renew (guint32, instance->first_option, (gsize) instance->n_students + 1);
  instance->first_option[instance->n_students] = instance->n_options;
  instance->first_use = g_renew (guint32, instance->first_use, n + 1);
  instance->first_use[n] = (guint32) self->n_uses;
  instance->value = g_renew (gint32, instance->value, MAX (n, 1));
  instance->uses = g_renew (HsUse, instance->uses, MAX (self->n_uses, 1));
  instance->capacity = g_renew (gint32, instance->capacity, MAX (instance->n_resources, 1));
  return instance;
}
