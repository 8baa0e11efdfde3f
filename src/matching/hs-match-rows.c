/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resource rows. A supervisor, vacancy, item or digicoach is asked for in a few different periods.
 * Between two of their ends nobody comes or goes, so one row for each such stretch says exactly
 * what fits; a stretch whose askers all ask another one too, where no more is left, can go. */

#include "hs-match-build-private.h"

/* One thing that is shared. */
typedef struct
{
  GArray *windows; /* HsLoad: the different periods asked for; amount counts the students */
  guint32 last; /* student + 1 that was counted last: options stand in order of student */
  guint32 first; /* its rows: resources[first .. first + n) */
  guint32 n;
} Thing;

struct _HsMatchRows
{
  const HsMatchWorld *world;
  GArray *resources;
  Thing *things[HS_MATCH_APART]; /* by kind and number */
  guint32 n_things[HS_MATCH_APART];
  GHashTable *apart; /* "a b location" → row + 1 */
};

static guint32
number_of (const HsMatchOption *option, HsMatchResourceKind kind)
{
  switch (kind)
    {
    case HS_MATCH_SUPERVISOR:
      return option->supervisor;
    case HS_MATCH_VACANCY:
      return option->vacancy;
    case HS_MATCH_ITEM:
      return option->item;
    case HS_MATCH_COACH:
      return option->digicoach;
    case HS_MATCH_APART:
    case HS_N_MATCH_RESOURCES:
    default:
      g_assert_not_reached ();
    }
}

/* The loads on a thing and how much of it there is; -1 is no limit. */
static gint32
limit_of (const HsMatchWorld *world, HsMatchResourceKind kind, guint32 number, const GArray **loads)
{
  switch (kind)
    {
    case HS_MATCH_SUPERVISOR:
      *loads = hs_match_person (world, number)->students;
      return hs_match_person (world, number)->limit;
    case HS_MATCH_VACANCY:
      *loads = hs_match_vacancy (world, number)->taken;
      return hs_match_vacancy (world, number)->largest;
    case HS_MATCH_ITEM:
      *loads = hs_match_item (world, number)->in_use;
      return hs_match_item (world, number)->users;
    case HS_MATCH_COACH:
      *loads = hs_match_person (world, number)->coaching;
      return hs_match_person (world, number)->coach_minutes;
    case HS_MATCH_APART:
    case HS_N_MATCH_RESOURCES:
    default:
      g_assert_not_reached ();
    }
}

static void
add_window (Thing *thing, guint32 student, HsDay from, HsDay to)
{
  HsLoad window = { from, to, 1 };

  if (thing->last == student + 1)
    return;
  thing->last = student + 1;
  if (thing->windows == NULL)
    thing->windows = g_array_new (FALSE, FALSE, sizeof (HsLoad));
  for (guint i = 0; i < thing->windows->len; i++)
    {
      HsLoad *known = &g_array_index (thing->windows, HsLoad, i);

      if (known->from == from && known->to == to)
        {
          known->amount++;
          return;
        }
    }
  g_array_append_val (thing->windows, window);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  HsDay one = *(const HsDay *) a, other = *(const HsDay *) b;

  return (one > other) - (one < other);
}

/* All days on which something starts or ends, in order, without doubles. */
static GArray *
breakpoints (const GArray *windows, const GArray *loads)
{
  const GArray *both[] = { windows, loads };
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (HsDay));
  guint kept = 0;

  for (guint b = 0; b < 2; b++)
    for (guint i = 0; both[b] != NULL && i < both[b]->len; i++)
      {
        g_array_append_val (days, g_array_index (both[b], HsLoad, i).from);
        g_array_append_val (days, g_array_index (both[b], HsLoad, i).to);
      }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, HsDay, i) != g_array_index (days, HsDay, kept - 1))
      g_array_index (days, HsDay, kept++) = g_array_index (days, HsDay, i);
  g_array_set_size (days, kept);
  return g_steal_pointer (&days);
}

/* Which of the first 64 windows cover @day. */
static guint64
cover_at (const GArray *windows, HsDay day)
{
  guint64 cover = 0;

  for (guint i = 0; i < windows->len && i < 64; i++)
    if (g_array_index (windows, HsLoad, i).from <= day
        && day < g_array_index (windows, HsLoad, i).to)
      cover |= G_GUINT64_CONSTANT (1) << i;
  return cover;
}

typedef struct
{
  HsDay from;
  HsDay to;
  guint64 cover;
  gint32 left;
} Stretch;

/* Whether every asker of @a asks @b as well and @b has no more left: then @a can go. */
static gboolean
is_weaker (const Stretch *a, const Stretch *b)
{
  return (a->cover & ~b->cover) == 0 && b->left <= a->left;
}

/* Appends @stretch unless an earlier one says as much; drops earlier ones that it makes needless.
 * With more than 64 windows nothing is dropped. */
static void
keep_stretch (GArray *stretches, const Stretch *stretch, gboolean drop)
{
  for (guint i = 0; drop && i < stretches->len; i++)
    if (is_weaker (stretch, &g_array_index (stretches, Stretch, i)))
      return;
  for (guint i = stretches->len; drop && i > 0; i--)
    if (is_weaker (&g_array_index (stretches, Stretch, i - 1), stretch))
      g_array_remove_index (stretches, i - 1);
  g_array_append_vals (stretches, stretch, 1);
}

static gint32
in_use_at (const GArray *loads, HsDay day)
{
  gint32 sum = 0;

  for (guint i = 0; loads != NULL && i < loads->len; i++)
    if (g_array_index (loads, HsLoad, i).from <= day && day < g_array_index (loads, HsLoad, i).to)
      sum += g_array_index (loads, HsLoad, i).amount;
  return sum;
}

static guint32
count_asked (const GArray *windows, HsDay day)
{
  gint32 sum = in_use_at (windows, day);

  return (guint32) sum;
}

static void
add_rows (HsMatchRows *self, HsMatchResourceKind kind, guint32 number, HsInstanceBuilder *builder)
{
  Thing *thing = &self->things[kind][number];
  const GArray *loads = NULL;
  gint32 limit = limit_of (self->world, kind, number, &loads);
  g_autoptr (GArray) days = breakpoints (thing->windows, loads);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  thing->first = self->resources->len;
  if (limit < 0)
    return;
  for (guint i = 0; i + 1 < days->len; i++)
    {
      HsDay from = g_array_index (days, HsDay, i);
      Stretch stretch = { from, g_array_index (days, HsDay, i + 1), cover_at (thing->windows, from),
                          MAX (0, limit - in_use_at (loads, from)) };

      if (count_asked (thing->windows, from) > 0)
        keep_stretch (stretches, &stretch, thing->windows->len <= 64);
    }
  thing->n = stretches->len;
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      HsMatchResource resource = { kind,          number,
                                   stretch->from, stretch->to,
                                   stretch->left, count_asked (thing->windows, stretch->from) };

      g_array_append_val (self->resources, resource);
      hs_instance_builder_add_resource (builder, stretch->left);
    }
}

HsMatchRows *
hs_match_rows_new (const HsMatchWorld *world, const GArray *options, GArray *resources,
                   HsInstanceBuilder *builder)
{
  HsMatchRows *self = g_new0 (HsMatchRows, 1);
  const guint32 sizes[HS_MATCH_APART] = { world->people->len, world->vacancies->len,
                                          world->items->len, world->people->len };

  self->world = world;
  self->resources = resources;
  self->apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint kind = 0; kind < HS_MATCH_APART; kind++)
    {
      self->n_things[kind] = sizes[kind];
      self->things[kind] = g_new0 (Thing, sizes[kind] + 1);
      for (guint i = 0; i < options->len; i++)
        {
          const HsMatchOption *option = &g_array_index (options, HsMatchOption, i);
          const HsMatchStudent *student = hs_match_student (world, option->student);
          guint32 number = number_of (option, (HsMatchResourceKind) kind);

          if (number != HS_NOBODY)
            add_window (&self->things[kind][number], option->student, student->from, student->to);
        }
      for (guint32 number = 0; number < sizes[kind]; number++)
        if (self->things[kind][number].windows != NULL)
          add_rows (self, (HsMatchResourceKind) kind, number, builder);
    }
  return self;
}

/* The row for two students at one location, made when it is first asked for. */
static guint32
apart_row (HsMatchRows *self, guint32 one, guint32 other, guint32 location,
           HsInstanceBuilder *builder)
{
  g_autofree char *key = g_strdup_printf ("%u %u %u", MIN (one, other), MAX (one, other), location);
  guint32 row = GPOINTER_TO_UINT (g_hash_table_lookup (self->apart, key));
  HsMatchResource resource = { HS_MATCH_APART, location, HS_DAY_FIRST, HS_DAY_LAST, 1, 2 };

  if (row == 0)
    {
      g_array_append_val (self->resources, resource);
      row = hs_instance_builder_add_resource (builder, 1) + 1;
      g_hash_table_insert (self->apart, g_steal_pointer (&key), GUINT_TO_POINTER (row));
    }
  return row - 1;
}

static gboolean
overlap (const HsMatchStudent *one, const HsMatchStudent *other)
{
  return one->from < other->to && other->from < one->to;
}

void
hs_match_rows_use (HsMatchRows *self, const HsMatchOption *option, HsInstanceBuilder *builder)
{
  const HsMatchStudent *student = hs_match_student (self->world, option->student);
  guint32 location = hs_match_vacancy (self->world, option->vacancy)->location;

  for (guint kind = 0; kind < HS_MATCH_APART; kind++)
    {
      guint32 number = number_of (option, (HsMatchResourceKind) kind);
      gint32 amount = kind == HS_MATCH_COACH ? self->world->coach_minutes_week : 1;
      const Thing *thing;

      if (number == HS_NOBODY || amount == 0)
        continue;
      thing = &self->things[kind][number];
      for (guint32 i = thing->first; i < thing->first + thing->n; i++)
        {
          const HsMatchResource *row = &g_array_index (self->resources, HsMatchResource, i);

          if (student->from <= row->from && row->to <= student->to)
            hs_instance_builder_add_use (builder, i, amount);
        }
    }
  for (guint i = 0; student->apart != NULL && i < student->apart->len; i++)
    {
      guint32 other = g_array_index (student->apart, guint32, i);

      if (overlap (student, hs_match_student (self->world, other)))
        hs_instance_builder_add_use (
            builder, apart_row (self, option->student, other, location, builder), 1);
    }
}

void
hs_match_rows_free (HsMatchRows *self)
{
  for (guint kind = 0; kind < HS_MATCH_APART; kind++)
    {
      for (guint32 i = 0; i < self->n_things[kind]; i++)
        g_clear_pointer (&self->things[kind][i].windows, g_array_unref);
      g_free (self->things[kind]);
    }
  g_hash_table_unref (self->apart);
  g_free (self);
}
