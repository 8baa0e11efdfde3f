/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The region as a whole: where it is, in which order it is filled, and its random numbers. */

#include "hs-demo-private.h"

#include "hs-catalogue.h"
#include "hs-error.h"
#include "hs-query.h"

#include <glib/gi18n.h>

/* Towns that a region can lie around. */
static const char *const centres[] = { "Tiel",  "Amersfoort", "Deventer", "Goes",    "Weert",
                                       "Assen", "Alkmaar",    "Gouda",    "Helmond", "Doetinchem" };
static const char *const regions[] = { "Rivierenland", "Eemvallei",   "Salland",  "Bevelanden",
                                       "Peel en Maas", "Noordenveld", "Kennemer", "Groene Hart",
                                       "De Peel",      "Achterhoek" };

/* splitmix64 (Steele, Lea and Flood, 2014). */
static guint64
next_number (HsDemo *self)
{
  guint64 z = (self->state += 0x9E3779B97F4A7C15u);

  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

guint
hs_demo_random (HsDemo *self, guint below)
{
  return below > 0 ? (guint) ((next_number (self) >> 32) * below >> 32) : 0;
}

gboolean
hs_demo_chance (HsDemo *self, guint percent)
{
  return hs_demo_random (self, 100) < percent;
}

gint64
hs_demo_save (HsDemo *self, HsRecord *record)
{
  if (self->error != NULL || !hs_store_save (self->store, record, &self->error))
    return 0;
  return hs_record_id (record);
}

void
hs_demo_set (HsRecord *record, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!hs_record_parse (record, field, text, &error))
    g_error ("the demo region holds “%s”: %s", text, error->message);
}

void
hs_demo_tell (HsDemo *self, double fraction)
{
  if (self->progress != NULL && self->error == NULL)
    self->progress (fraction, self->progress_data);
}

typedef struct
{
  const HsPlace *place;
  double distance;
} Near;

static int
by_distance (gconstpointer a, gconstpointer b)
{
  const Near *one = a, *other = b;

  return (one->distance > other->distance) - (one->distance < other->distance);
}

/* All places, those near to the centre of the region first. */
static void
find_places (HsDemo *self, const char *centre)
{
  const HsPlace *middle = hs_place_find (centre);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  const HsPlace *all;
  guint n;

  g_assert (middle != NULL);
  all = hs_place_all (&n);
  for (guint i = 0; i < n; i++)
    {
      Near one = { &all[i], hs_place_distance (middle->latitude, middle->longitude, all[i].latitude,
                                               all[i].longitude) };

      g_array_append_val (near, one);
    }
  g_array_sort (near, by_distance);
  self->places = g_ptr_array_new ();
  for (guint i = 0; i < near->len; i++)
    g_ptr_array_add (self->places, (gpointer) g_array_index (near, Near, i).place);
  self->n_places = MIN (near->len, 18 + self->n_students / 400);
}

/* The coming period of placements: from the Monday at least five weeks ahead, for twenty weeks. */
static void
plan_period (HsDemo *self)
{
  HsDay start = self->today + 35;

  while (hs_day_weekday (start) != 0)
    start++;
  self->placement_start = start;
  self->placement_end = start + 20 * 7 - 3;
}

static void
free_school (gpointer item)
{
  HsDemoSchool *school = item;

  g_free (school->domain);
  g_clear_pointer (&school->teachers, g_array_unref);
}

static void
free_host (gpointer item)
{
  g_free (((HsDemoHost *) item)->domain);
}

static void
free_location (gpointer item)
{
  HsDemoLocation *location = item;

  g_free (location->team_name);
  g_clear_pointer (&location->supervisors, g_array_unref);
  g_clear_pointer (&location->items, g_array_unref);
}

static void
set_up (HsDemo *self, guint64 seed)
{
  guint centre;

  self->state = seed * 0x9E3779B97F4A7C15u + 1;
  centre = (guint) (seed % G_N_ELEMENTS (centres));
  self->region = regions[centre];
  self->schools = g_array_new (FALSE, TRUE, sizeof (HsDemoSchool));
  self->hosts = g_array_new (FALSE, TRUE, sizeof (HsDemoHost));
  self->locations = g_array_new (FALSE, TRUE, sizeof (HsDemoLocation));
  self->vacancies = g_array_new (FALSE, TRUE, sizeof (HsDemoVacancy));
  self->students = g_array_new (FALSE, TRUE, sizeof (HsDemoStudent));
  self->technologies = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->technology_names = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (self->schools, free_school);
  g_array_set_clear_func (self->hosts, free_host);
  g_array_set_clear_func (self->locations, free_location);
  find_places (self, centres[centre]);
  plan_period (self);
}

static void
tear_down (HsDemo *self)
{
  g_array_unref (self->schools);
  g_array_unref (self->hosts);
  g_array_unref (self->locations);
  g_array_unref (self->vacancies);
  g_array_unref (self->students);
  g_array_unref (self->technologies);
  g_ptr_array_unref (self->technology_names);
  g_ptr_array_unref (self->places);
}

static gboolean
note_technology (HsRecord *record, gpointer user_data)
{
  HsDemo *self = user_data;
  gint64 id = hs_record_id (record);

  g_array_append_val (self->technologies, id);
  g_ptr_array_add (self->technology_names, g_strdup (hs_record_text (record, HS_TECHNOLOGY_NAME)));
  return TRUE;
}

static void
load_catalogue (HsDemo *self)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_TECHNOLOGY);

  if (hs_store_load_catalogue (self->store, NULL, &self->error))
    hs_store_for_each (self->store, query, note_technology, self, &self->error);
}

static void
write_facts (HsDemo *self, guint64 seed)
{
  const HsDemoSchool *school = &g_array_index (self->schools, HsDemoSchool, 0);
  g_autofree char *value = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);
  g_autofree char *me = hs_store_uid (self->store, HS_KIND_PERSON, school->coordinator);

  if (self->error == NULL && hs_store_set_fact (self->store, "demo", value, &self->error))
    hs_store_set_fact (self->store, "me", me, &self->error);
}

static void
fill (HsDemo *self, guint64 seed)
{
  load_catalogue (self);
  hs_demo_tell (self, 0.02);
  hs_demo_make_region (self);
  hs_demo_make_people (self);
  hs_demo_tell (self, 0.15);
  hs_demo_make_supply (self);
  hs_demo_make_talks (self);
  hs_demo_tell (self, 0.25);
  hs_demo_make_students (self);
  hs_demo_tell (self, 0.85);
  write_facts (self, seed);
  hs_demo_make_agreements (self);
}

static gboolean
refuse_full (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);
  gint64 n = hs_store_count (store, query, error);

  if (n > 0)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                         _ ("there are organisations already: a demo region needs an empty file"));
  return n == 0;
}

gboolean
hs_demo_make (HsStore *store, guint n_students, guint64 seed, HsDay today, HsDemoProgress progress,
              gpointer user_data, GError **error)
{
  HsDemo self = { .store = store,
                  .today = today,
                  .n_students = CLAMP (n_students, HS_DEMO_STUDENTS_LEAST, HS_DEMO_STUDENTS_MOST),
                  .progress = progress,
                  .progress_data = user_data };
  HsClock morning = hs_clock_fixed ((gint64) today * 86400 + 8 * 3600);

  if (!refuse_full (store, error))
    return FALSE;
  hs_store_seed_uids (store, seed);
  hs_store_set_clock (store, morning);
  if (!hs_store_begin (store, NULL, "demo", error))
    return FALSE;
  set_up (&self, seed);
  fill (&self, seed);
  hs_store_set_clock (store, morning);
  if (self.error == NULL)
    hs_store_commit (store, &self.error);
  else
    hs_store_rollback (store);
  tear_down (&self);
  hs_demo_tell (&self, 1);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
