/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the supply of the matching: programmes, hosts, locations, people, items, vacancies. */

#include "hs-match-world-private.h"

#include "hs-catalogue.h"
#include "hs-defaults.h"
#include "hs-place.h"

#include <math.h>
#include <string.h>

typedef gboolean (*HsEach) (HsRecord *, gpointer);

void
hs_match_add_load (GArray **loads, HsDay from, HsDay to, gint32 amount)
{
  HsLoad load = { from, to, amount };

  if (from >= to || amount <= 0)
    return;
  if (*loads == NULL)
    *loads = g_array_new (FALSE, FALSE, sizeof (HsLoad));
  g_array_append_val (*loads, load);
}

GHashTable *
hs_match_array_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                (GDestroyNotify) g_array_unref);
}

GArray *
hs_match_array_of (GHashTable *table, gint64 id, guint size)
{
  GArray *array = g_hash_table_lookup (table, &id);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, size);
      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), array);
    }
  return array;
}

void
hs_match_world_set_number (HsMatchWorld *self, HsKindId kind, gint64 id, guint32 number)
{
  if (self->numbers[kind] == NULL)
    self->numbers[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (self->numbers[kind], g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (number + 1));
}

guint32
hs_match_world_number (const HsMatchWorld *self, HsKindId kind, gint64 id)
{
  if (self->numbers[kind] == NULL)
    return HS_NOBODY;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers[kind], &id)) - 1;
}

static guint32
crebo_number (HsMatchWorld *self, const char *crebo)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->crebos, crebo));

  if (number == 0)
    {
      number = g_hash_table_size (self->crebos) + 1;
      g_hash_table_insert (self->crebos, g_strdup (crebo), GUINT_TO_POINTER (number));
    }
  return number - 1;
}

GArray *
hs_match_world_crebos (HsMatchWorld *self, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit_set (text, ",; ", -1) : NULL;
  GArray *crebos = NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      guint32 number;

      if (*parts[i] == '\0')
        continue;
      if (crebos == NULL)
        crebos = g_array_new (FALSE, FALSE, sizeof (guint32));
      number = crebo_number (self, parts[i]);
      g_array_append_val (crebos, number);
    }
  return crebos;
}

HsDay
hs_match_past (const HsRecord *record, guint field)
{
  return hs_record_has (record, field) ? (HsDay) hs_record_int (record, field) + 1 : HS_DAY_NONE;
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  return strcmp (hs_record_uid (*(HsRecord *const *) a), hs_record_uid (*(HsRecord *const *) b));
}

gboolean
hs_match_read_all (HsStore *store, HsKindId kind, gboolean (*each) (HsRecord *, gpointer),
                   gpointer data, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);
  g_autoptr (GPtrArray) records = hs_store_find (store, query, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_uids);
  for (guint i = 0; i < records->len; i++)
    each (g_ptr_array_index (records, i), data);
  return TRUE;
}

static gboolean
each_programme (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  const char *crebo = hs_record_text (record, HS_PROGRAMME_CREBO);
  HsMatchProgramme programme = { hs_record_ref (record),
                                 crebo != NULL ? crebo_number (self, crebo) : HS_NOBODY };

  hs_match_world_set_number (self, HS_KIND_PROGRAMME, hs_record_id (record), self->programmes->len);
  g_array_append_val (self->programmes, programme);
  return TRUE;
}

static gboolean
each_host (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  HsMatchHost host = { hs_record_ref (record),
                       g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref),
                       g_array_new (FALSE, FALSE, sizeof (guint32)) };

  hs_match_world_set_number (self, HS_KIND_ORGANISATION, hs_record_id (record), self->hosts->len);
  g_array_append_val (self->hosts, host);
  return TRUE;
}

static gboolean
each_recognition (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  guint32 host = hs_match_world_number (self, HS_KIND_ORGANISATION,
                                        hs_record_int (record, HS_RECOGNITION_HOST));

  if (host != HS_NOBODY)
    g_ptr_array_add (hs_match_host (self, host)->recognitions, hs_record_ref (record));
  return TRUE;
}

/* Sets where something is: by its own coordinates, else those of its town. */
static gboolean
locate (const HsRecord *record, guint latitude, guint longitude, guint town, gint32 *at_latitude,
        gint32 *at_longitude)
{
  const char *name = hs_record_text (record, town);
  const HsPlace *place;

  if (hs_record_has (record, latitude) && hs_record_has (record, longitude))
    {
      *at_latitude = (gint32) hs_record_int (record, latitude);
      *at_longitude = (gint32) hs_record_int (record, longitude);
      return TRUE;
    }
  place = name != NULL ? hs_place_find (name) : NULL;
  if (place == NULL)
    return FALSE;
  *at_latitude = place->latitude;
  *at_longitude = place->longitude;
  return TRUE;
}

static gboolean
each_location (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  HsMatchLocation location = { .record = hs_record_ref (record) };
  const HsRecord *host;

  location.host = hs_match_world_number (self, HS_KIND_ORGANISATION,
                                         hs_record_int (record, HS_LOCATION_ORGANISATION));
  location.known = locate (record, HS_LOCATION_LATITUDE, HS_LOCATION_LONGITUDE, HS_LOCATION_PLACE,
                           &location.latitude, &location.longitude);
  location.setting = (gint32) hs_record_int (record, HS_LOCATION_SETTING);
  host = location.host != HS_NOBODY ? hs_match_host (self, location.host)->record : NULL;
  if (location.setting < 0 && host != NULL)
    location.setting = (gint32) hs_record_int (host, HS_ORGANISATION_SETTING);
  location.supervisors = g_array_new (FALSE, FALSE, sizeof (guint32));
  location.items = g_array_new (FALSE, FALSE, sizeof (guint32));
  hs_match_world_set_number (self, HS_KIND_LOCATION, hs_record_id (record), self->locations->len);
  g_array_append_val (self->locations, location);
  return TRUE;
}

/* A supervisor without a limit of its own guides one student at a time. */
static void
fill_person (HsMatchWorld *self, HsMatchPerson *person, HsRecord *record)
{
  person->record = hs_record_ref (record);
  person->host = hs_match_world_number (self, HS_KIND_ORGANISATION,
                                        hs_record_int (record, HS_PERSON_ORGANISATION));
  person->location =
      hs_match_world_number (self, HS_KIND_LOCATION, hs_record_int (record, HS_PERSON_LOCATION));
  person->crebos = hs_match_world_crebos (self, hs_record_text (record, HS_PERSON_PROGRAMMES));
  person->limit = hs_record_has (record, HS_PERSON_STUDENT_LIMIT)
                      ? (gint32) hs_record_int (record, HS_PERSON_STUDENT_LIMIT)
                      : 1;
  person->coach_minutes = (gint32) hs_record_int (record, HS_PERSON_COACH_MINUTES);
}

static gboolean
each_person (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  gint64 roles = hs_record_int (record, HS_PERSON_ROLES);
  gboolean guides = (roles >> HS_ROLE_SUPERVISOR & 1) != 0;
  gboolean coaches = (roles >> HS_ROLE_DIGICOACH & 1) != 0;
  guint32 number = self->people->len;
  HsMatchPerson person = { 0 };

  if (!guides && !coaches)
    return TRUE;
  fill_person (self, &person, record);
  hs_match_world_set_number (self, HS_KIND_PERSON, hs_record_id (record), number);
  if (guides && person.location != HS_NOBODY)
    g_array_append_val (hs_match_location (self, person.location)->supervisors, number);
  if (coaches && person.host != HS_NOBODY)
    g_array_append_val (hs_match_host (self, person.host)->coaches, number);
  g_array_append_val (self->people, person);
  return TRUE;
}

static gboolean
each_absence (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  guint32 number =
      hs_match_world_number (self, HS_KIND_PERSON, hs_record_int (record, HS_ABSENCE_PERSON));
  HsDay from = hs_record_has (record, HS_ABSENCE_FROM)
                   ? (HsDay) hs_record_int (record, HS_ABSENCE_FROM)
                   : HS_DAY_FIRST;
  HsDay to = hs_record_has (record, HS_ABSENCE_TO) ? (HsDay) hs_record_int (record, HS_ABSENCE_TO)
                                                   : HS_DAY_LAST;

  if (number != HS_NOBODY && !hs_record_has (record, HS_ABSENCE_SUBSTITUTE))
    hs_match_add_load (&hs_match_person (self, number)->away, from, to, 1);
  return TRUE;
}

/* How many can use an item at a time: -1 for no limit, 0 when it cannot be used now. */
static gint32
users_of (const HsRecord *item)
{
  gint64 quantity =
      hs_record_has (item, HS_ITEM_QUANTITY) ? hs_record_int (item, HS_ITEM_QUANTITY) : 1;
  gint64 state = hs_record_int (item, HS_ITEM_STATE);
  gint64 sharing = hs_record_int (item, HS_ITEM_SHARING);
  gint64 each = 1;

  if (state == HS_ITEM_STATE_ORDERED || state == HS_ITEM_STATE_REPAIR
      || state == HS_ITEM_STATE_RETIRED)
    return 0;
  if (sharing == HS_SHARING_UNLIMITED)
    return -1;
  if (sharing == HS_SHARING_MANY && hs_record_has (item, HS_ITEM_USERS_AT_A_TIME))
    each = hs_record_int (item, HS_ITEM_USERS_AT_A_TIME);
  return (gint32) CLAMP (quantity * each, 0, 1000000);
}

static gboolean
each_item (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  HsMatchItem item = { .record = hs_record_ref (record) };
  guint32 number = self->items->len;

  item.location =
      hs_match_world_number (self, HS_KIND_LOCATION, hs_record_int (record, HS_ITEM_LOCATION));
  item.technology = hs_record_int (record, HS_ITEM_TECHNOLOGY);
  item.users = users_of (record);
  hs_match_world_set_number (self, HS_KIND_ITEM, hs_record_id (record), number);
  if (item.location != HS_NOBODY)
    g_array_append_val (hs_match_location (self, item.location)->items, number);
  g_array_append_val (self->items, item);
  return TRUE;
}

static gboolean
each_technology (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  gint64 id = hs_record_id (record);

  g_hash_table_insert (self->technologies, g_memdup2 (&id, sizeof id), hs_record_ref (record));
  return TRUE;
}

char *
hs_match_item_name (const HsMatchWorld *world, guint32 number)
{
  const HsMatchItem *item = hs_match_item (world, number);
  const HsRecord *technology = g_hash_table_lookup (world->technologies, &item->technology);
  const char *own = hs_record_text (item->record, HS_ITEM_NAME);

  if (own != NULL || technology == NULL)
    return hs_record_title (item->record);
  return hs_record_title (technology);
}

static gboolean
each_vacancy (HsRecord *record, gpointer data)
{
  HsMatchWorld *self = data;
  HsMatchVacancy vacancy = { .record = hs_record_ref (record) };

  vacancy.location =
      hs_match_world_number (self, HS_KIND_LOCATION, hs_record_int (record, HS_VACANCY_LOCATION));
  vacancy.supervisor =
      hs_match_world_number (self, HS_KIND_PERSON, hs_record_int (record, HS_VACANCY_SUPERVISOR));
  vacancy.crebos = hs_match_world_crebos (self, hs_record_text (record, HS_VACANCY_CREBOS));
  vacancy.from = hs_record_has (record, HS_VACANCY_START)
                     ? (HsDay) hs_record_int (record, HS_VACANCY_START)
                     : HS_DAY_NONE;
  vacancy.to = hs_match_past (record, HS_VACANCY_END);
  vacancy.largest = hs_record_has (record, HS_VACANCY_LARGEST)
                        ? (gint32) CLAMP (hs_record_int (record, HS_VACANCY_LARGEST), 0, 1000000)
                        : -1;
  hs_match_world_set_number (self, HS_KIND_VACANCY, hs_record_id (record), self->vacancies->len);
  g_array_append_val (self->vacancies, vacancy);
  return TRUE;
}

static gboolean
read_settings (HsMatchWorld *self, HsStore *store, GError **error)
{
  g_autoptr (GHashTable) settings = hs_store_settings (store, error);

  if (settings == NULL)
    return FALSE;
  self->coach_minutes_week =
      (gint32) CLAMP (hs_defaults_number (settings, "match.coach_minutes_week", 15), 0, 10080);
  return TRUE;
}

static gboolean
read_supply (HsMatchWorld *self, HsStore *store, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    HsKindId kind;
    HsEach each;
  } steps[] = {
    { HS_KIND_PROGRAMME, each_programme },     { HS_KIND_ORGANISATION, each_host },
    { HS_KIND_RECOGNITION, each_recognition }, { HS_KIND_LOCATION, each_location },
    { HS_KIND_PERSON, each_person },           { HS_KIND_ABSENCE, each_absence },
    { HS_KIND_TECHNOLOGY, each_technology },   { HS_KIND_ITEM, each_item },
    { HS_KIND_VACANCY, each_vacancy },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !hs_match_read_all (store, steps[i].kind, steps[i].each, self, error))
        return FALSE;
    }
  return TRUE;
}

HsMatchWorld *
hs_match_world_read (HsStore *store, HsDay today, GCancellable *cancellable, GError **error)
{
  g_autoptr (HsMatchWorld) self = g_new0 (HsMatchWorld, 1);
  g_autoptr (GHashTable) busy = hs_match_array_table ();
  g_autoptr (GHashTable) hosts = hs_match_array_table ();

  self->today = today;
  self->revision = hs_store_revision (store);
  self->crebos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->technologies =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) hs_record_unref);
  self->programmes = g_array_new (FALSE, FALSE, sizeof (HsMatchProgramme));
  self->hosts = g_array_new (FALSE, FALSE, sizeof (HsMatchHost));
  self->locations = g_array_new (FALSE, FALSE, sizeof (HsMatchLocation));
  self->people = g_array_new (FALSE, FALSE, sizeof (HsMatchPerson));
  self->items = g_array_new (FALSE, FALSE, sizeof (HsMatchItem));
  self->vacancies = g_array_new (FALSE, FALSE, sizeof (HsMatchVacancy));
  self->students = g_array_new (FALSE, FALSE, sizeof (HsMatchStudent));
  if (!read_settings (self, store, error) || !read_supply (self, store, cancellable, error)
      || !hs_match_world_read_use (self, store, busy, hosts, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !hs_match_world_read_students (self, store, busy, hosts, error))
    return NULL;
  return g_steal_pointer (&self);
}

gint32
hs_match_distance (const HsMatchStudent *student, const HsMatchLocation *location)
{
  if (!student->known || !location->known)
    return -1;
  return (gint32) lround (hs_place_distance (student->latitude, student->longitude,
                                             location->latitude, location->longitude));
}
