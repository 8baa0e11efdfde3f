/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random region in a new file. Records are described first, with places of others as numbers,
 * then saved, kind by kind, in an order of choice. */

#include "match-region.h"

#include "hs-date.h"

#include <glib/gstdio.h>
#include <stdarg.h>

#define START 20850 /* 2027-02-01 */

typedef struct
{
  GRand *rand;
  HsStore *store;
  guint students, hosts, locations, people, vacancies, items;
  guint32 shuffle;
} Region;

static gint64
id_of (HsStore *store, HsKindId kind, guint number)
{
  g_autofree char *uid = g_strdup_printf ("%s-%016u", hs_kind (kind)->prefix, number);
  g_autoptr (HsRecord) record = hs_store_get_by_uid (store, uid, NULL);

  g_assert_nonnull (record);
  return hs_record_id (record);
}

static HsRecord *
new_record (HsKindId kind, guint number)
{
  HsRecord *record = hs_record_new (kind);
  g_autofree char *uid = g_strdup_printf ("%s-%016u", hs_kind (kind)->prefix, number);

  hs_record_set_identity (record, 0, uid, 0, 0, 0);
  return record;
}

/* Saves the records of one kind, in order or shuffled. Takes them over. */
static void
save_all (Region *region, GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (region->shuffle);

  for (guint i = records->len; region->shuffle != 0 && i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer keep = records->pdata[i - 1];

      records->pdata[i - 1] = records->pdata[other];
      records->pdata[other] = keep;
    }
  hs_store_begin (region->store, NULL, "test", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      hs_store_save (region->store, records->pdata[i], &error);
      g_assert_no_error (error);
    }
  hs_store_commit (region->store, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (records);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
}

static gint32
roll (Region *region, gint32 from, gint32 below)
{
  return g_rand_int_range (region->rand, from, below);
}

static void
make_organisations (Region *region)
{
  GPtrArray *list = new_list ();
  GPtrArray *programmes = new_list ();

  for (guint i = 0; i < region->hosts; i++)
    {
      HsRecord *record = new_record (HS_KIND_ORGANISATION, i);

      hs_record_set_text (record, HS_ORGANISATION_NAME, "Zorg");
      hs_record_set_int (record, HS_ORGANISATION_KIND, HS_ORGANISATION_KIND_HOST);
      g_ptr_array_add (list, record);
    }
  for (guint i = 0; i < 4; i++)
    {
      HsRecord *record = new_record (HS_KIND_PROGRAMME, i);
      g_autofree char *crebo = g_strdup_printf ("2560%u", i);

      hs_record_set_text (record, HS_PROGRAMME_CREBO, crebo);
      hs_record_set_text (record, HS_PROGRAMME_NAME, "Opleiding");
      hs_record_set_int (record, HS_PROGRAMME_LEVEL, (gint64) i % 2 + 2);
      g_ptr_array_add (programmes, record);
    }
  save_all (region, list);
  save_all (region, programmes);
  list = new_list ();
  for (guint i = 0; i < region->hosts * 4; i++)
    {
      HsRecord *record = new_record (HS_KIND_RECOGNITION, i);
      g_autofree char *crebo = g_strdup_printf ("2560%u", i % 4);

      hs_record_set_int (record, HS_RECOGNITION_HOST,
                         id_of (region->store, HS_KIND_ORGANISATION, i / 4));
      hs_record_set_text (record, HS_RECOGNITION_CREBO, crebo);
      hs_record_set_int (record, HS_RECOGNITION_STATUS,
                         roll (region, 0, 6) ? HS_RECOGNITION_STATUS_VERIFIED
                                             : HS_RECOGNITION_STATUS_REQUESTED);
      g_ptr_array_add (list, record);
    }
  save_all (region, list);
}

static void
make_locations (Region *region)
{
  GPtrArray *list = new_list ();
  GPtrArray *kinds = new_list ();

  for (guint i = 0; i < region->locations; i++)
    {
      HsRecord *record = new_record (HS_KIND_LOCATION, i);
      g_autofree char *name = g_strdup_printf ("Huis %u", i);

      hs_record_set_text (record, HS_LOCATION_NAME, name);
      hs_record_set_int (record, HS_LOCATION_ORGANISATION,
                         id_of (region->store, HS_KIND_ORGANISATION, i % region->hosts));
      hs_record_set_int (record, HS_LOCATION_LATITUDE, 52090000 + roll (region, -250000, 250000));
      hs_record_set_int (record, HS_LOCATION_LONGITUDE, 5120000 + roll (region, -400000, 400000));
      hs_record_set_int (record, HS_LOCATION_SETTING, roll (region, 0, 4));
      g_ptr_array_add (list, record);
    }
  for (guint i = 0; i < 5; i++)
    {
      HsRecord *record = new_record (HS_KIND_TECHNOLOGY, i);
      g_autofree char *name = g_strdup_printf ("Techniek %u", i);

      hs_record_set_text (record, HS_TECHNOLOGY_NAME, name);
      g_ptr_array_add (kinds, record);
    }
  save_all (region, list);
  save_all (region, kinds);
}

static void
make_people (Region *region)
{
  GPtrArray *list = new_list ();

  for (guint i = 0; i < region->people; i++)
    {
      HsRecord *record = new_record (HS_KIND_PERSON, i);
      guint location = i % region->locations;
      g_autofree char *name = g_strdup_printf ("Begeleider %u", i);

      hs_record_set_text (record, HS_PERSON_LAST_NAME, name);
      hs_record_set_int (record, HS_PERSON_ORGANISATION,
                         id_of (region->store, HS_KIND_ORGANISATION, location % region->hosts));
      hs_record_set_int (record, HS_PERSON_LOCATION,
                         id_of (region->store, HS_KIND_LOCATION, location));
      hs_record_set_int (record, HS_PERSON_ROLES,
                         1 << HS_ROLE_SUPERVISOR | (i % 5 == 0 ? 1 << HS_ROLE_DIGICOACH : 0));
      hs_record_set_int (record, HS_PERSON_STUDENT_LIMIT, roll (region, 1, 4));
      if (i % 5 == 0)
        hs_record_set_int (record, HS_PERSON_COACH_MINUTES, roll (region, 60, 300));
      g_ptr_array_add (list, record);
    }
  save_all (region, list);
}

static void
make_items (Region *region)
{
  GPtrArray *list = new_list ();

  for (guint i = 0; i < region->items; i++)
    {
      HsRecord *record = new_record (HS_KIND_ITEM, i);
      g_autofree char *name = g_strdup_printf ("Exemplaar %u", i);

      hs_record_set_text (record, HS_ITEM_NAME, name);
      hs_record_set_int (record, HS_ITEM_LOCATION,
                         id_of (region->store, HS_KIND_LOCATION,
                                (guint) roll (region, 0, (gint32) region->locations)));
      hs_record_set_int (record, HS_ITEM_TECHNOLOGY,
                         id_of (region->store, HS_KIND_TECHNOLOGY, (guint) roll (region, 0, 5)));
      hs_record_set_int (record, HS_ITEM_STATE, roll (region, 0, 5));
      hs_record_set_int (record, HS_ITEM_QUANTITY, roll (region, 1, 3));
      g_ptr_array_add (list, record);
    }
  save_all (region, list);
}

static void
make_vacancies (Region *region)
{
  GPtrArray *list = new_list ();

  for (guint i = 0; i < region->vacancies; i++)
    {
      HsRecord *record = new_record (HS_KIND_VACANCY, i);

      hs_record_set_text (record, HS_VACANCY_TITLE, "Stageplaats");
      hs_record_set_int (record, HS_VACANCY_LOCATION,
                         id_of (region->store, HS_KIND_LOCATION, i % region->locations));
      hs_record_set_int (record, HS_VACANCY_LARGEST, roll (region, 1, 4));
      if (roll (region, 0, 2))
        hs_record_set_text (record, HS_VACANCY_CREBOS, "25600, 25601,25602");
      if (roll (region, 0, 3) == 0)
        hs_record_set_int (record, HS_VACANCY_LEVELS, 1 << HS_LEVEL_3);
      if (roll (region, 0, 4) == 0)
        hs_record_set_int (record, HS_VACANCY_END, START + 100);
      if (roll (region, 0, 8) == 0)
        hs_record_set_int (record, HS_VACANCY_STATUS, HS_VACANCY_STATUS_CLOSED);
      if (roll (region, 0, 4) == 0)
        hs_record_set_int (record, HS_VACANCY_WEEKDAYS, 0x60);
      g_ptr_array_add (list, record);
    }
  save_all (region, list);
}

static void
make_students (Region *region)
{
  GPtrArray *list = new_list ();
  GPtrArray *enrolments = new_list ();

  for (guint i = 0; i < region->students; i++)
    {
      HsRecord *record = new_record (HS_KIND_STUDENT, i);
      g_autofree char *name = g_strdup_printf ("Student %u", i);

      hs_record_set_text (record, HS_STUDENT_LAST_NAME, name);
      hs_record_set_int (record, HS_STUDENT_LATITUDE, 52090000 + roll (region, -250000, 250000));
      hs_record_set_int (record, HS_STUDENT_LONGITUDE, 5120000 + roll (region, -400000, 400000));
      hs_record_set_int (record, HS_STUDENT_DISTANCE_LIMIT, roll (region, 8, 40));
      hs_record_set_int (record, HS_STUDENT_BIRTH_DATE, 13149);
      g_ptr_array_add (list, record);
    }
  save_all (region, list);
  for (guint i = 0; i < region->students; i++)
    {
      HsRecord *record = new_record (HS_KIND_ENROLMENT, i);
      HsDay start = START + 70 * roll (region, 0, 2);

      hs_record_set_int (record, HS_ENROLMENT_STUDENT, id_of (region->store, HS_KIND_STUDENT, i));
      hs_record_set_int (record, HS_ENROLMENT_PROGRAMME,
                         id_of (region->store, HS_KIND_PROGRAMME, (guint) roll (region, 0, 4)));
      hs_record_set_int (record, HS_ENROLMENT_ROUTE, HS_ROUTE_BOL);
      hs_record_set_int (record, HS_ENROLMENT_PLACEMENT_START, start);
      hs_record_set_int (record, HS_ENROLMENT_PLACEMENT_END, start + 69 + 70 * roll (region, 0, 2));
      g_ptr_array_add (enrolments, record);
    }
  save_all (region, enrolments);
}

static void
make_wishes (Region *region)
{
  GPtrArray *list = new_list ();
  GPtrArray *exclusions = new_list ();

  for (guint i = 0; i < region->students; i++)
    {
      HsRecord *record = new_record (HS_KIND_WISH, i);
      gboolean technology = roll (region, 0, 2) != 0;

      hs_record_set_int (record, HS_WISH_STUDENT, id_of (region->store, HS_KIND_STUDENT, i));
      hs_record_set_int (record, HS_WISH_RANK, 1);
      hs_record_set_int (record, HS_WISH_KIND,
                         technology ? HS_WISH_KIND_TECHNOLOGY : HS_WISH_KIND_LOCATION);
      if (technology)
        hs_record_set_int (record, HS_WISH_TECHNOLOGY,
                           id_of (region->store, HS_KIND_TECHNOLOGY, (guint) roll (region, 0, 5)));
      else
        hs_record_set_int (record, HS_WISH_LOCATION,
                           id_of (region->store, HS_KIND_LOCATION,
                                  (guint) roll (region, 0, (gint32) region->locations)));
      g_ptr_array_add (list, record);
    }
  for (guint i = 0; i + 1 < region->students; i += 10)
    {
      HsRecord *record = new_record (HS_KIND_EXCLUSION, i);

      hs_record_set_int (record, HS_EXCLUSION_STUDENT, id_of (region->store, HS_KIND_STUDENT, i));
      hs_record_set_int (record, HS_EXCLUSION_OTHER_STUDENT,
                         id_of (region->store, HS_KIND_STUDENT, i + 1));
      g_ptr_array_add (exclusions, record);
    }
  save_all (region, list);
  save_all (region, exclusions);
}

HsStore *
region_make (guint students, guint32 seed, guint32 shuffle)
{
  g_autofree char *folder = g_dir_make_tmp ("handslag-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "regio.handslag", NULL);
  g_autoptr (GError) error = NULL;
  Region region = { .students = students, .shuffle = shuffle };

  region.rand = g_rand_new_with_seed (seed);
  region.hosts = students / 30 + 2;
  region.locations = students / 8 + 3;
  region.people = students / 3 + 5;
  region.vacancies = students / 3 + 5;
  region.items = students / 5 + 5;
  region.store = hs_store_open (path, HS_STORE_CREATE, &error);
  g_assert_no_error (error);
  hs_store_set_clock (region.store, hs_clock_fixed ((gint64) (START - 60) * 86400));
  make_organisations (&region);
  make_locations (&region);
  make_people (&region);
  make_items (&region);
  make_vacancies (&region);
  make_students (&region);
  make_wishes (&region);
  g_rand_free (region.rand);
  return region.store;
}

void
region_free (HsStore *store)
{
  g_autofree char *path = g_strdup (hs_store_path (store));
  g_autofree char *folder = g_path_get_dirname (path);
  static const char *const tails[] = { "", "-wal", "-shm" };

  hs_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *file = g_strconcat (path, tails[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

gint64
region_add (HsStore *store, HsKindId kind, const char *uid, ...)
{
  g_autoptr (HsRecord) record = hs_record_new (kind);
  g_autoptr (GError) error = NULL;
  va_list values;
  int field;

  hs_record_set_identity (record, 0, uid, 0, 0, 0);
  va_start (values, uid);
  while ((field = va_arg (values, int)) >= 0)
    {
      HsType type = hs_kind (kind)->fields[field].type;

      if (type == HS_TYPE_TEXT || type == HS_TYPE_LONG_TEXT)
        hs_record_set_text (record, (guint) field, va_arg (values, const char *));
      else
        hs_record_set_int (record, (guint) field, va_arg (values, gint64));
    }
  va_end (values);
  hs_store_begin (store, NULL, "test", &error);
  g_assert_no_error (error);
  hs_store_save (store, record, &error);
  g_assert_no_error (error);
  hs_store_commit (store, &error);
  g_assert_no_error (error);
  return hs_record_id (record);
}
