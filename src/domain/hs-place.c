/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places, read once from the resource it is shipped in. */

#include "hs-place.h"

#include "hs-data-resources.h"
#include "hs-text.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define RESOURCE "/nl/handslag/Handslag/data/places-nl.csv"
#define EARTH_KM 6371.0088

typedef struct
{
  GArray *places; /* HsPlace */
  GHashTable *by_name; /* folded name → HsPlace in places */
} Table;

/* "52.0907" as millionths. The file is ours: a damaged one is a programming mistake. */
static gint32
read_micro (const char *text)
{
  return (gint32) lround (g_ascii_strtod (text, NULL) * 1e6);
}

/* Of a line the municipality may be quoted and hold commas; the other columns do not. */
static void
add_line (Table *table, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);
  guint n = g_strv_length (cells);
  g_autofree char *municipality = NULL;
  HsPlace place;

  if (n < 5)
    return;
  place.name = g_intern_string (cells[0]);
  place.province = g_intern_string (cells[n - 3]);
  place.latitude = read_micro (cells[n - 2]);
  place.longitude = read_micro (cells[n - 1]);
  g_clear_pointer (&cells[n - 3], g_free);
  municipality = g_strjoinv (",", cells + 1);
  place.municipality = g_intern_string (g_strdelimit (municipality, "\"", ' '));
  for (guint i = n - 2; i < n; i++)
    g_free (cells[i]);
  g_array_append_val (table->places, place);
}

static char *
fold (const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  hs_text_fold (folded, name);
  return g_strchomp (g_string_free (g_steal_pointer (&folded), FALSE));
}

static void
index_names (Table *table)
{
  for (guint i = 0; i < table->places->len; i++)
    {
      HsPlace *place = &g_array_index (table->places, HsPlace, i);
      char *key = fold (place->name);

      if (g_hash_table_contains (table->by_name, key))
        g_free (key);
      else
        g_hash_table_insert (table->by_name, key, place);
    }
}

static Table *
load (void)
{
  Table *table = g_new0 (Table, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;

  hs_data_register_resource ();
  bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  table->places = g_array_new (FALSE, FALSE, sizeof (HsPlace));
  table->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    add_line (table, g_strchomp (lines[i]));
  index_names (table);
  return table;
}

static const Table *
get_table (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) load ());
  return (const Table *) once;
}

const HsPlace *
hs_place_all (guint *n)
{
  const Table *table = get_table ();

  *n = table->places->len;
  return (const HsPlace *) table->places->data;
}

static const HsPlace *
look_up (const char *name, gsize length)
{
  g_autofree char *part = g_strndup (name, length);
  g_autofree char *key = fold (part);

  return g_hash_table_lookup (get_table ()->by_name, key);
}

const HsPlace *
hs_place_find (const char *name)
{
  const HsPlace *place = look_up (name, strlen (name));
  const char *bracket = strchr (name, '(');

  if (place == NULL && bracket != NULL)
    place = look_up (name, (gsize) (bracket - name));
  return place;
}

double
hs_place_distance (gint64 latitude_a, gint64 longitude_a, gint64 latitude_b, gint64 longitude_b)
{
  double to_radians = G_PI / 180e6;
  double a = (double) latitude_a * to_radians, b = (double) latitude_b * to_radians;
  double half_latitude = sin ((b - a) / 2);
  double half_longitude = sin ((double) (longitude_b - longitude_a) * to_radians / 2);
  double h = half_latitude * half_latitude + cos (a) * cos (b) * half_longitude * half_longitude;

  return 2 * EARTH_KM * asin (fmin (1, sqrt (h)));
}
