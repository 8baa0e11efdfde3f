/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks for a place: students of BOL with a period on their enrolment and no agreement in it.
 */

#include "hs-match-world-private.h"

#include "hs-place.h"

#include <string.h>

typedef struct
{
  HsMatchWorld *world;
  GHashTable *enrolments; /* student id → HsRecord with the highest sequence number */
  GHashTable *busy;
} Reading;

static gboolean
each_enrolment (HsRecord *record, gpointer data)
{
  Reading *reading = data;
  gint64 student = hs_record_int (record, HS_ENROLMENT_STUDENT);
  const HsRecord *other = g_hash_table_lookup (reading->enrolments, &student);

  if (other == NULL
      || hs_record_int (record, HS_ENROLMENT_SEQUENCE)
             >= hs_record_int (other, HS_ENROLMENT_SEQUENCE))
    g_hash_table_insert (reading->enrolments, g_memdup2 (&student, sizeof student),
                         hs_record_ref (record));
  return TRUE;
}

static gboolean
has_place (GHashTable *busy, gint64 student, HsDay from, HsDay to)
{
  GArray *loads = g_hash_table_lookup (busy, &student);

  for (guint i = 0; loads != NULL && i < loads->len; i++)
    {
      const HsLoad *load = &g_array_index (loads, HsLoad, i);

      if (load->from < to && from < load->to)
        return TRUE;
    }
  return FALSE;
}

static void
fill_student (HsMatchWorld *self, HsMatchStudent *student)
{
  const HsRecord *record = student->record;
  const char *town = hs_record_text (record, HS_STUDENT_PLACE);
  const HsPlace *place;

  student->programme = hs_match_world_number (
      self, HS_KIND_PROGRAMME, hs_record_int (student->enrolment, HS_ENROLMENT_PROGRAMME));
  student->weekdays = hs_record_has (record, HS_STUDENT_WEEKDAYS)
                          ? (guint) hs_record_int (record, HS_STUDENT_WEEKDAYS)
                          : 0x1f;
  student->limit_km = hs_record_has (record, HS_STUDENT_DISTANCE_LIMIT)
                          ? (gint32) hs_record_int (record, HS_STUDENT_DISTANCE_LIMIT)
                          : -1;
  student->known =
      hs_record_has (record, HS_STUDENT_LATITUDE) && hs_record_has (record, HS_STUDENT_LONGITUDE);
  student->latitude = (gint32) hs_record_int (record, HS_STUDENT_LATITUDE);
  student->longitude = (gint32) hs_record_int (record, HS_STUDENT_LONGITUDE);
  place = !student->known && town != NULL ? hs_place_find (town) : NULL;
  if (place != NULL)
    {
      student->known = TRUE;
      student->latitude = place->latitude;
      student->longitude = place->longitude;
    }
}

static gboolean
each_student (HsRecord *record, gpointer data)
{
  Reading *reading = data;
  gint64 id = hs_record_id (record);
  HsRecord *enrolment = g_hash_table_lookup (reading->enrolments, &id);
  HsMatchStudent student = { .record = record, .enrolment = enrolment };

  if (enrolment == NULL || hs_record_int (enrolment, HS_ENROLMENT_ROUTE) == HS_ROUTE_BBL
      || !hs_record_has (enrolment, HS_ENROLMENT_PLACEMENT_START)
      || !hs_record_has (enrolment, HS_ENROLMENT_PLACEMENT_END))
    return TRUE;
  student.from = (HsDay) hs_record_int (enrolment, HS_ENROLMENT_PLACEMENT_START);
  student.to = hs_match_past (enrolment, HS_ENROLMENT_PLACEMENT_END);
  if (student.from >= student.to || student.to <= reading->world->today
      || has_place (reading->busy, id, student.from, student.to))
    return TRUE;
  hs_record_ref (record);
  hs_record_ref (enrolment);
  fill_student (reading->world, &student);
  g_array_append_val (reading->world->students, student);
  return TRUE;
}

static int
compare_students (gconstpointer a, gconstpointer b)
{
  const HsMatchStudent *one = a;
  const HsMatchStudent *other = b;

  return strcmp (hs_record_uid (one->record), hs_record_uid (other->record));
}

static HsMatchStudent *
find_student (HsMatchWorld *self, gint64 id)
{
  guint32 number = hs_match_world_number (self, HS_KIND_STUDENT, id);

  return number != HS_NOBODY ? hs_match_student (self, number) : NULL;
}

static gboolean
each_wish (HsRecord *record, gpointer data)
{
  static const guint targets[] = { HS_WISH_HOST, HS_WISH_LOCATION, HS_WISH_SETTING,
                                   HS_WISH_TECHNOLOGY };
  HsMatchStudent *student = find_student (data, hs_record_int (record, HS_WISH_STUDENT));
  gint64 kind = hs_record_int (record, HS_WISH_KIND);
  HsMatchWish wish;

  if (student == NULL || kind < 0 || !hs_record_has (record, targets[kind]))
    return TRUE;
  wish.kind = (HsWishKind) kind;
  wish.rank = hs_record_has (record, HS_WISH_RANK)
                  ? (gint32) CLAMP (hs_record_int (record, HS_WISH_RANK), 1, 1000)
                  : 1000;
  wish.target = hs_record_int (record, targets[kind]);
  if (student->wishes == NULL)
    student->wishes = g_array_new (FALSE, FALSE, sizeof (HsMatchWish));
  g_array_append_val (student->wishes, wish);
  return TRUE;
}

static void
keep_apart (HsMatchWorld *self, guint32 one, guint32 other)
{
  HsMatchStudent *student = hs_match_student (self, one);

  if (student->apart == NULL)
    student->apart = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < student->apart->len; i++)
    if (g_array_index (student->apart, guint32, i) == other)
      return;
  g_array_append_val (student->apart, other);
}

/* Keeps @student away from where the student with id @other has a place already. */
static void
bar (const Reading *reading, guint32 student, gint64 other)
{
  GArray *places = g_hash_table_lookup (reading->busy, &other);
  HsMatchStudent *one = hs_match_student (reading->world, student);

  if (places == NULL)
    return;
  if (one->barred == NULL)
    one->barred = g_array_new (FALSE, FALSE, sizeof (HsLoad));
  g_array_append_vals (one->barred, places->data, places->len);
}

static gboolean
each_exclusion (HsRecord *record, gpointer data)
{
  const Reading *reading = data;
  HsMatchWorld *self = reading->world;
  guint32 one =
      hs_match_world_number (self, HS_KIND_STUDENT, hs_record_int (record, HS_EXCLUSION_STUDENT));
  guint32 other = hs_match_world_number (self, HS_KIND_STUDENT,
                                         hs_record_int (record, HS_EXCLUSION_OTHER_STUDENT));
  HsMatchStudent *student;

  if (one != HS_NOBODY && other != HS_NOBODY && one != other)
    {
      keep_apart (self, one, other);
      keep_apart (self, other, one);
    }
  if (one == HS_NOBODY && other != HS_NOBODY)
    bar (reading, other, hs_record_int (record, HS_EXCLUSION_STUDENT));
  if (one == HS_NOBODY)
    return TRUE;
  if (other == HS_NOBODY && hs_record_has (record, HS_EXCLUSION_OTHER_STUDENT))
    bar (reading, one, hs_record_int (record, HS_EXCLUSION_OTHER_STUDENT));
  student = hs_match_student (self, one);
  if (student->excluded == NULL)
    student->excluded = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  g_ptr_array_add (student->excluded, hs_record_ref (record));
  return TRUE;
}

/* Of two pairs fixed for one student the newest holds. */
static gboolean
each_fixed_pair (HsRecord *record, gpointer data)
{
  HsMatchStudent *student = find_student (data, hs_record_int (record, HS_FIXED_PAIR_STUDENT));

  if (student == NULL)
    return TRUE;
  g_clear_pointer (&student->fixed, hs_record_unref);
  student->fixed = hs_record_ref (record);
  return TRUE;
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const HsMatchWish *one = a;
  const HsMatchWish *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return (one->target > other->target) - (one->target < other->target);
}

static void
number_students (HsMatchWorld *self, GHashTable *hosts)
{
  g_array_sort (self->students, compare_students);
  for (guint32 i = 0; i < self->students->len; i++)
    {
      HsMatchStudent *student = hs_match_student (self, i);
      gint64 id = hs_record_id (student->record);
      GArray *known = g_hash_table_lookup (hosts, &id);

      student->hosts = known != NULL ? g_array_ref (known) : NULL;
      hs_match_world_set_number (self, HS_KIND_STUDENT, id, i);
    }
}

gboolean
hs_match_world_read_students (HsMatchWorld *self, HsStore *store, GHashTable *busy,
                              GHashTable *hosts, GError **error)
{
  g_autoptr (GHashTable) enrolments =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) hs_record_unref);
  Reading reading = { self, enrolments, busy };

  if (!hs_match_read_all (store, HS_KIND_ENROLMENT, each_enrolment, &reading, error)
      || !hs_match_read_all (store, HS_KIND_STUDENT, each_student, &reading, error))
    return FALSE;
  number_students (self, hosts);
  if (!hs_match_read_all (store, HS_KIND_WISH, each_wish, self, error)
      || !hs_match_read_all (store, HS_KIND_EXCLUSION, each_exclusion, &reading, error)
      || !hs_match_read_all (store, HS_KIND_FIXED_PAIR, each_fixed_pair, self, error))
    return FALSE;
  for (guint32 i = 0; i < self->students->len; i++)
    if (hs_match_student (self, i)->wishes != NULL)
      g_array_sort (hs_match_student (self, i)->wishes, compare_wishes);
  return TRUE;
}
