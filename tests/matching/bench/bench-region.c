/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A region: locations in the plane with supervisors who have one to three places in each of four
 * blocks, items of technology per block, digicoach hours per organisation and per location;
 * students who want some of it near home. And the same with values and capacities rewritten so that
 * one solution is the best for certain: prices are drawn first, values made so that nothing beats
 * the chosen option at these prices, and what has a price is used up (complementary slackness). */

#include "bench-region.h"

#include <math.h>

#define BLOCKS 4
#define KINDS 12
#define NEAREST 14

typedef struct
{
  double x, y;
  guint32 supervisors[5]; /* the first block's resource of each */
  guint32 n_supervisors;
  gint32 items[KINDS]; /* the first block's resource, or -1 */
  guint32 coaches[2];
  guint32 n_coaches;
} Location;

typedef struct
{
  GRand *rand;
  HsInstanceBuilder *builder;
  Location *locations;
  guint32 n_locations;
} Region;

static guint32
add_blocks (Region *region, gint32 capacity)
{
  guint32 first = hs_instance_builder_add_resource (region->builder, capacity);
  for (int b = 1; b < BLOCKS; b++)
    hs_instance_builder_add_resource (region->builder, capacity);
  return first;
}

static void
add_locations (Region *region, guint32 n_students)
{
  GRand *rand = region->rand;
  double side = 50 * sqrt (n_students / 10000.0);
  guint32 n_organisations = MAX (n_students / 67, 1);
  guint32 *coaches = g_new (guint32, n_organisations);
  gint32 hours = (gint32) (8.4 * n_students * 0.75 / n_organisations);
  for (guint32 o = 0; o < n_organisations; o++)
    coaches[o] = hs_instance_builder_add_resource (
        region->builder, (gint32) (hours * g_rand_double_range (rand, 0.75, 1.3)) + 8);
  for (guint32 i = 0; i < region->n_locations; i++)
    {
      Location *place = &region->locations[i];
      place->x = g_rand_double_range (rand, 0, side);
      place->y = g_rand_double_range (rand, 0, side);
      place->n_supervisors = (guint32) g_rand_int_range (rand, 1, 6);
      for (guint32 k = 0; k < place->n_supervisors; k++)
        place->supervisors[k] = add_blocks (region, g_rand_int_range (rand, 1, 4));
      for (int t = 0; t < KINDS; t++)
        place->items[t] = g_rand_double (rand) < 0.25
                              ? (gint32) add_blocks (region, g_rand_int_range (rand, 1, 4))
                              : -1;
      place->coaches[place->n_coaches++] =
          coaches[g_rand_int_range (rand, 0, (gint32) n_organisations)];
      if (g_rand_double (rand) < 0.3)
        place->coaches[place->n_coaches++] =
            hs_instance_builder_add_resource (region->builder, g_rand_int_range (rand, 60, 130));
    }
  g_free (coaches);
}

/* The locations nearest to a point; the region is scanned, which is not what is measured. */
static guint32
nearest (const Region *region, double x, double y, guint32 *found, double *distance)
{
  guint32 n = 0;
  for (guint32 i = 0; i < region->n_locations; i++)
    {
      double far = hypot (region->locations[i].x - x, region->locations[i].y - y);
      if (n == NEAREST && far >= distance[n - 1])
        continue;
      guint32 k = n < NEAREST ? n++ : n - 1;
      for (; k > 0 && distance[k - 1] > far; k--)
        {
          distance[k] = distance[k - 1];
          found[k] = found[k - 1];
        }
      distance[k] = far;
      found[k] = i;
    }
  return n;
}

typedef struct
{
  int first_block;
  int end_block;
  int wishes[2];
  gint32 points[2];
  gint32 hours;
} Wish;

static void
add_option (Region *region, const Wish *wish, const Location *place, guint32 supervisor, int want,
            guint32 coach, gint32 value)
{
  gint32 item = want < 0 ? -1 : place->items[wish->wishes[want]];
  hs_instance_builder_add_option (region->builder, value + (want < 0 ? 0 : wish->points[want])
                                                       + (coach == 1 ? 3 : 0));
  for (int b = wish->first_block; b < wish->end_block; b++)
    {
      hs_instance_builder_add_use (region->builder, supervisor + (guint32) b, 1);
      if (item >= 0)
        hs_instance_builder_add_use (region->builder, (guint32) (item + b), 1);
    }
  hs_instance_builder_add_use (region->builder, place->coaches[coach],
                               wish->hours + (item >= 0 ? 3 : 0));
}

static void
add_student (Region *region)
{
  GRand *rand = region->rand;
  const Location *home =
      &region->locations[g_rand_int_range (rand, 0, (gint32) region->n_locations)];
  guint32 found[NEAREST], n_options = 0;
  double distance[NEAREST];
  Wish wish = { .wishes = { g_rand_int_range (rand, 0, KINDS), g_rand_int_range (rand, 0, KINDS) },
                .points = { g_rand_int_range (rand, 40, 61), g_rand_int_range (rand, 15, 36) },
                .hours = 6 + 2 * g_rand_int_range (rand, 0, 3) };
  int length = g_rand_int_range (rand, 1, 4) == 1 ? 1 : 2;
  wish.first_block = g_rand_int_range (rand, 0, BLOCKS / length) * length;
  wish.end_block = wish.first_block + length;
  guint32 n = nearest (region, home->x + g_rand_double_range (rand, -4, 4),
                       home->y + g_rand_double_range (rand, -4, 4), found, distance);
  hs_instance_builder_add_student (region->builder);
  for (guint32 k = 0; k < n && n_options < 22; k++)
    {
      const Location *place = &region->locations[found[k]];
      guint32 who = (guint32) g_rand_int_range (rand, 0, (gint32) place->n_supervisors);
      gint32 value =
          1000 + MAX (40 - (gint32) (distance[k] * 3), 0) + g_rand_int_range (rand, 0, 100);
      for (int want = -1; want < 2; want++)
        for (guint32 coach = 0; coach < place->n_coaches; coach++)
          if (want < 0 || place->items[wish.wishes[want]] >= 0)
            {
              add_option (region, &wish, place, place->supervisors[who], want, coach, value);
              n_options++;
            }
    }
}

/* A region of @n_students in which nearly everybody can have a place. */
HsInstance *
bench_region (guint32 n_students, guint32 seed)
{
  Region region = { g_rand_new_with_seed (seed), hs_instance_builder_new (), NULL, 0 };
  region.n_locations = n_students * 85 / 1000 + 2;
  region.locations = g_new0 (Location, region.n_locations);
  add_locations (&region, n_students);
  for (guint32 s = 0; s < n_students; s++)
    add_student (&region);
  HsInstance *instance = hs_instance_builder_finish (region.builder, NULL);
  hs_instance_builder_free (region.builder);
  g_rand_free (region.rand);
  g_free (region.locations);
  return instance;
}

/* @instance with other capacities. */
HsInstance *
bench_with_capacity (const HsInstance *instance, const gint32 *capacity)
{
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  for (guint32 r = 0; r < instance->n_resources; r++)
    hs_instance_builder_add_resource (builder, capacity[r]);
  for (guint32 s = 0; s < instance->n_students; s++)
    {
      hs_instance_builder_add_student (builder);
      for (guint32 o = instance->first_option[s]; o < instance->first_option[s + 1]; o++)
        {
          hs_instance_builder_add_option (builder, instance->value[o]);
          for (guint32 k = instance->first_use[o]; k < instance->first_use[o + 1]; k++)
            hs_instance_builder_add_use (builder, instance->uses[k].resource,
                                         instance->uses[k].amount);
        }
    }
  return hs_instance_builder_finish (builder, NULL);
}

/* Anybody in a random order takes a random option that fits. */
static void
pick_at_random (const HsInstance *instance, GRand *rand, gint32 *pick, gint32 *left)
{
  guint32 n = instance->n_students;
  g_autofree guint32 *order = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 k = (guint32) g_rand_int_range (rand, 0, (gint32) i + 1);
      order[i] = order[k];
      order[k] = i;
    }
  for (guint32 i = 0; i < n; i++)
    {
      guint32 s = order[i], first = instance->first_option[s];
      guint32 n_options = instance->first_option[s + 1] - first;
      pick[s] = HS_NO_OPTION;
      for (guint32 t = 0, at = n_options > 0 ? g_rand_int (rand) % n_options : 0;
           t < n_options && pick[s] == HS_NO_OPTION; t++, at = (at + 1) % n_options)
        {
          gboolean fits = TRUE;
          for (guint32 k = instance->first_use[first + at]; k < instance->first_use[first + at + 1];
               k++)
            fits = fits && instance->uses[k].amount <= left[instance->uses[k].resource];
          for (guint32 k = instance->first_use[first + at];
               fits && k < instance->first_use[first + at + 1]; k++)
            left[instance->uses[k].resource] -= instance->uses[k].amount;
          if (fits)
            pick[s] = (gint32) (first + at);
        }
    }
}

/* A region of which the best objective is known: @optimum. */
HsInstance *
bench_planted (guint32 n_students, guint32 seed, gint64 *optimum)
{
  HsInstance *instance = bench_region (n_students, seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 1);
  g_autofree gint32 *pick = g_new (gint32, n_students + 1);
  g_autofree gint32 *left = g_memdup2 (instance->capacity, instance->n_resources * sizeof (gint32));
  g_autofree gint32 *price = g_new0 (gint32, instance->n_resources);
  g_autofree guint8 *hours = g_new0 (guint8, instance->n_resources);
  pick_at_random (instance, rand, pick, left);
  for (guint32 k = 0; k < instance->first_use[instance->n_options]; k++)
    hours[instance->uses[k].resource] |= instance->uses[k].amount > 1;
  for (guint32 r = 0; r < instance->n_resources; r++)
    {
      if (g_rand_int_range (rand, 0, 3) == 0)
        continue;
      price[r] = g_rand_int_range (rand, 0, hours[r] ? 15 : 180);
      if (price[r] > 0)
        instance->capacity[r] -= left[r];
    }
  *optimum = 0;
  for (guint32 s = 0; s < n_students; s++)
    {
      gint32 surplus = pick[s] >= 0 ? 200 + g_rand_int_range (rand, 0, 800) : 0;
      for (guint32 o = instance->first_option[s]; o < instance->first_option[s + 1]; o++)
        {
          gint32 value = surplus;
          for (guint32 k = instance->first_use[o]; k < instance->first_use[o + 1]; k++)
            value += price[instance->uses[k].resource] * instance->uses[k].amount;
          if ((gint32) o != pick[s] && g_rand_int_range (rand, 0, 5) != 0)
            value = MAX (value - g_rand_int_range (rand, 0, 120), MIN (value, 1));
          instance->value[o] = value;
        }
      *optimum += pick[s] >= 0 ? instance->value[pick[s]] : 0;
    }
  return instance;
}
