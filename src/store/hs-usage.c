/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load over time; see hs-usage.h. What is used of a supervisor, digicoach, vacancy or item is kept
 * as the changes by day: a peak is one walk along them. */

#include "hs-usage-private.h"

/* A change of what is in use. */
typedef struct
{
  HsDay day;
  gint64 change;
  gint64 agreement;
} Step;

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_array);
}

HsUsage *
hs_usage_new_empty (void)
{
  HsUsage *self = g_new0 (HsUsage, 1);

  for (guint i = 0; i < HS_N_USES; i++)
    self->steps[i] = new_index ();
  self->stays = new_index ();
  self->plans = new_index ();
  self->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
hs_usage_free (HsUsage *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < HS_N_USES; i++)
    g_hash_table_unref (self->steps[i]);
  g_hash_table_unref (self->stays);
  g_hash_table_unref (self->plans);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_free (self);
}

/* Adds @element to the array of @id. */
static void
put (GHashTable *index, gint64 id, gconstpointer element, guint size)
{
  GArray *array = g_hash_table_lookup (index, &id);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, size);
      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), array);
    }
  g_array_append_vals (array, element, 1);
}

void
hs_usage_note (HsUsage *self, HsUse use, gint64 id, const HsUsageDays *days, gint64 amount)
{
  Step up = { days->from, amount, days->agreement };
  Step down = { days->to, -amount, days->agreement };

  if (id == 0 || days->from >= days->to)
    return;
  put (self->steps[use], id, &up, sizeof up);
  put (self->steps[use], id, &down, sizeof down);
}

void
hs_usage_note_stay (HsUsage *self, gint64 student, const HsStay *stay)
{
  put (self->stays, student, stay, sizeof *stay);
}

void
hs_usage_note_plan (HsUsage *self, gint64 enrolment, const HsPlan *plan)
{
  if (enrolment != 0)
    put (self->plans, enrolment, plan, sizeof *plan);
}

static gint
by_day (gconstpointer a, gconstpointer b)
{
  const Step *first = a, *second = b;

  return first->day < second->day ? -1 : first->day > second->day;
}

void
hs_usage_settle (HsUsage *self)
{
  g_clear_pointer (&self->days, g_hash_table_unref);
  for (guint i = 0; i < HS_N_USES; i++)
    {
      GHashTableIter iter;
      gpointer steps;

      g_hash_table_iter_init (&iter, self->steps[i]);
      while (g_hash_table_iter_next (&iter, NULL, &steps))
        g_array_sort (steps, by_day);
    }
}

GArray *
hs_usage_stays (const HsUsage *self, gint64 student)
{
  return g_hash_table_lookup (self->stays, &student);
}

GArray *
hs_usage_plans (const HsUsage *self, gint64 enrolment)
{
  return g_hash_table_lookup (self->plans, &enrolment);
}

gint64
hs_usage_week_rate (gint64 minutes, HsDay from, HsDay to)
{
  gint64 days = MAX ((gint64) to - from, 7);

  return (minutes * 7 + days - 1) / days;
}

gint64
hs_usage_peak (const HsUsage *self, HsUse use, gint64 id, HsDay from, HsDay to, gint64 without)
{
  GArray *steps = g_hash_table_lookup (self->steps[use], &id);
  gint64 now = 0, most = 0;
  HsDay day = from;

  for (guint i = 0; steps != NULL && from < to && i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      /* Only when a day is over: on one day a hand-over does not count double. */
      if (step->day > day)
        most = MAX (most, now);
      if (step->day >= to)
        return most;
      day = MAX (day, step->day);
      if (step->agreement != without)
        now += step->change;
    }
  return most;
}

gint64
hs_usage_item_limit (const HsRecord *item)
{
  gint64 pieces =
      hs_record_has (item, HS_ITEM_QUANTITY) ? hs_record_int (item, HS_ITEM_QUANTITY) : 1;

  switch (hs_record_int (item, HS_ITEM_SHARING))
    {
    case HS_SHARING_UNLIMITED:
      return -1;
    case HS_SHARING_MANY:
      return hs_record_has (item, HS_ITEM_USERS_AT_A_TIME)
                 ? pieces * hs_record_int (item, HS_ITEM_USERS_AT_A_TIME)
                 : -1;
    default:
      return pieces;
    }
}
