/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proposals held against each other. */

#include "hs-match-compare.h"

#include "hs-query.h"

#include <glib/gi18n.h>

#define FAR_KM 20

static const struct
{
  const char *name;
  const char *label;
} measures[HS_N_MATCH_MEASURES] = {
  [HS_MATCH_PLACED] = { "placed", N_ ("Students with a place") },
  [HS_MATCH_FIRST_WISH] = { "first_wish", N_ ("First wish came true") },
  [HS_MATCH_ANY_WISH] = { "any_wish", N_ ("Some wish came true") },
  [HS_MATCH_DISTANCE] = { "distance_m", N_ ("Mean distance in km") },
  [HS_MATCH_FAR] = { "far", N_ ("Farther than 20 km") },
  [HS_MATCH_TECHNOLOGY] = { "technology", N_ ("Students with care technology") },
  [HS_MATCH_CUPBOARD] = { "cupboard", N_ ("From the cupboard back into use") },
  [HS_MATCH_SUPERVISORS] = { "supervisors", N_ ("Supervisors with a student") },
  [HS_MATCH_BUSIEST] = { "busiest", N_ ("Most students of one supervisor") },
  [HS_MATCH_HOSTS] = { "hosts", N_ ("Care organisations with a student") },
};

const char *
hs_match_measure_label (HsMatchMeasure measure)
{
  return _ (measures[measure].label);
}

const char *
hs_match_measure_name (HsMatchMeasure measure)
{
  return measures[measure].name;
}

/* What is counted of one proposal; the tables go from id to a count. */
typedef struct
{
  HsStore *store;
  gint64 *numbers;
  GHashTable *places; /* student → vacancy */
  GHashTable *hosts; /* vacancy → host, of the whole file */
  GHashTable *supervisors;
  GHashTable *used_hosts;
  GHashTable *items;
  gint64 kilometres;
  gint64 n_known;
} Count;

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static void
put (GHashTable *table, gint64 key, gint64 value)
{
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
}

static gint64
look_up (GHashTable *table, gint64 key)
{
  const gint64 *value = g_hash_table_lookup (table, &key);

  return value != NULL ? *value : 0;
}

static gint64
count_one (GHashTable *table, gint64 key)
{
  gint64 count = look_up (table, key) + 1;

  put (table, key, count);
  return count;
}

static gboolean
is_in_cupboard (HsStore *store, gint64 item)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_ITEM, item, NULL);

  return record != NULL && hs_record_int (record, HS_ITEM_STATE) == HS_ITEM_STATE_CUPBOARD;
}

static void
count_distance (Count *count, const HsRecord *row)
{
  gint64 distance = hs_record_int (row, HS_PROPOSAL_ROW_DISTANCE);

  if (!hs_record_has (row, HS_PROPOSAL_ROW_DISTANCE) || distance < 0)
    return;
  count->kilometres += distance;
  count->n_known++;
  count->numbers[HS_MATCH_FAR] += distance > FAR_KM;
}

static gboolean
count_row (HsRecord *row, gpointer data)
{
  Count *count = data;
  gint64 *numbers = count->numbers;
  gint64 vacancy = hs_record_int (row, HS_PROPOSAL_ROW_VACANCY);
  gint64 item = hs_record_int (row, HS_PROPOSAL_ROW_ITEM);
  gint64 supervisor = hs_record_int (row, HS_PROPOSAL_ROW_SUPERVISOR);

  if (hs_record_int (row, HS_PROPOSAL_ROW_STATUS) == HS_ROW_STATUS_REFUSED)
    vacancy = 0;
  put (count->places, hs_record_int (row, HS_PROPOSAL_ROW_STUDENT), vacancy);
  if (vacancy == 0)
    return TRUE;
  numbers[HS_MATCH_PLACED]++;
  numbers[HS_MATCH_FIRST_WISH] += hs_record_int (row, HS_PROPOSAL_ROW_WISH_RANK) == 1;
  numbers[HS_MATCH_ANY_WISH] += hs_record_int (row, HS_PROPOSAL_ROW_WISH_RANK) > 0;
  count_distance (count, row);
  count_one (count->used_hosts, look_up (count->hosts, vacancy));
  if (supervisor != 0)
    numbers[HS_MATCH_BUSIEST] =
        MAX (numbers[HS_MATCH_BUSIEST], count_one (count->supervisors, supervisor));
  numbers[HS_MATCH_TECHNOLOGY] += item != 0;
  if (item != 0 && count_one (count->items, item) == 1)
    numbers[HS_MATCH_CUPBOARD] += is_in_cupboard (count->store, item);
  return TRUE;
}

/* The vacancy of each student in @proposal, and the numbers. (transfer full): NULL on error */
static GHashTable *
count_proposal (HsStore *store, gint64 proposal, GHashTable *hosts, gint64 *numbers, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL_ROW);
  g_autoptr (GHashTable) places = table_new ();
  g_autoptr (GHashTable) supervisors = table_new ();
  g_autoptr (GHashTable) used_hosts = table_new ();
  g_autoptr (GHashTable) items = table_new ();
  Count count = { store, numbers, places, hosts, supervisors, used_hosts, items, 0, 0 };

  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, proposal);
  if (!hs_store_for_each (store, query, count_row, &count, error))
    return NULL;
  numbers[HS_MATCH_DISTANCE] =
      count.n_known > 0 ? (count.kilometres * 10 + count.n_known / 2) / count.n_known : -1;
  numbers[HS_MATCH_SUPERVISORS] = g_hash_table_size (supervisors);
  numbers[HS_MATCH_HOSTS] = g_hash_table_size (used_hosts);
  return g_steal_pointer (&places);
}

static gboolean
note_location (HsRecord *record, gpointer data)
{
  put (((GHashTable **) data)[0], hs_record_id (record),
       hs_record_int (record, HS_LOCATION_ORGANISATION));
  return TRUE;
}

static gboolean
note_vacancy (HsRecord *record, gpointer data)
{
  GHashTable **tables = data;

  put (tables[1], hs_record_id (record),
       look_up (tables[0], hs_record_int (record, HS_VACANCY_LOCATION)));
  return TRUE;
}

/* From vacancy to host, those that were removed since included. (transfer full): NULL on error */
static GHashTable *
read_hosts (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) locations = hs_query_new (HS_KIND_LOCATION);
  g_autoptr (HsQuery) vacancies = hs_query_new (HS_KIND_VACANCY);
  g_autoptr (GHashTable) of_location = table_new ();
  g_autoptr (GHashTable) of_vacancy = table_new ();
  GHashTable *tables[] = { of_location, of_vacancy };

  hs_query_include_removed (locations);
  hs_query_include_removed (vacancies);
  if (!hs_store_for_each (store, locations, note_location, tables, error)
      || !hs_store_for_each (store, vacancies, note_vacancy, tables, error))
    return NULL;
  return g_steal_pointer (&of_vacancy);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const HsMatchChange *one = a, *other = b;

  return (one->student > other->student) - (one->student < other->student);
}

static void
find_changes (HsMatchComparison *self, GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      HsMatchChange change = { *(gint64 *) key, *(gint64 *) value,
                               look_up (after, *(gint64 *) key) };
      if (change.from != change.to)
        g_array_append_val (self->changes, change);
    }
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      HsMatchChange change = { *(gint64 *) key, 0, *(gint64 *) value };
      if (change.to != 0 && !g_hash_table_contains (before, key))
        g_array_append_val (self->changes, change);
    }
  g_array_sort (self->changes, compare_changes);
}

HsMatchComparison *
hs_match_compare (HsStore *store, gint64 one, gint64 other, GError **error)
{
  g_autoptr (HsMatchComparison) self = g_new0 (HsMatchComparison, 1);
  g_autoptr (GHashTable) hosts = read_hosts (store, error);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;

  self->changes = g_array_new (FALSE, FALSE, sizeof (HsMatchChange));
  if (hosts == NULL)
    return NULL;
  before = count_proposal (store, one, hosts, self->numbers[0], error);
  if (before == NULL)
    return NULL;
  after = count_proposal (store, other, hosts, self->numbers[1], error);
  if (after == NULL)
    return NULL;
  find_changes (self, before, after);
  return g_steal_pointer (&self);
}

void
hs_match_comparison_free (HsMatchComparison *self)
{
  g_clear_pointer (&self->changes, g_array_unref);
  g_free (self);
}
