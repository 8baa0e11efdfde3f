/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving and reading back records of every kind, their history, and what happens when two people
 * change the same. */

#include "store-test.h"

#include "hs-error.h"
#include "hs-store-private.h"

#include <sys/stat.h>

typedef struct
{
  char *folder;
  HsStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = hs_test_folder ();
  fixture->store = hs_test_store (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hs_store_close (fixture->store);
  hs_test_folder_free (fixture->folder);
}

/* Gives @field a value that is not its zero. References point at the record itself, or stay. */
static void
fill_field (HsRecord *record, guint field)
{
  const HsField *description = &hs_record_kind (record)->fields[field];

  switch (description->type)
    {
    case HS_TYPE_TEXT:
      hs_record_set_text (record, field, "Zoë's \"één\" % _ тест");
      break;
    case HS_TYPE_LONG_TEXT:
      hs_record_set_text (record, field, "regel 1\nregel 2\t; 'x'");
      break;
    case HS_TYPE_CHOICE:
      hs_record_set_int (record, field, hs_field_n_choices (description) - 1);
      break;
    case HS_TYPE_SET:
      hs_record_set_int (record, field, (1 << hs_field_n_choices (description)) - 1);
      break;
    case HS_TYPE_BOOLEAN:
      hs_record_set_int (record, field, 1);
      break;
    case HS_TYPE_DATE:
      hs_record_set_int (record, field, HS_DAY_FIRST);
      break;
    case HS_TYPE_TIME:
      hs_record_set_int (record, field, 1801472399);
      break;
    default:
      hs_record_set_int (record, field, -123456789);
    }
}

/* The id of some record of @kind, made with what it needs when there is none yet. */
static gint64
any_record (HsStore *store, HsKindId kind)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);
  g_autoptr (HsRecord) record = NULL;
  g_autoptr (GPtrArray) found = hs_store_find (store, query, NULL);

  if (found->len > 0)
    return hs_record_id (g_ptr_array_index (found, 0));
  record = hs_record_new (kind);
  for (guint i = 0; i < hs_kind (kind)->n_fields; i++)
    if (hs_kind (kind)->fields[i].flags & HS_FIELD_PARENT)
      hs_record_set_int (record, i, any_record (store, hs_kind (kind)->fields[i].target));
  hs_test_save (store, record);
  return hs_record_id (record);
}

static void
assert_same (const HsRecord *a, const HsRecord *b)
{
  for (guint i = 0; i < hs_record_kind (a)->n_fields; i++)
    if (!hs_record_same (a, b, i))
      {
        g_autofree char *before = hs_record_format_stable (a, i);
        g_autofree char *after = hs_record_format_stable (b, i);

        g_error ("%s.%s: \"%s\" came back as \"%s\"", hs_record_kind (a)->name,
                 hs_record_kind (a)->fields[i].name, before, after);
      }
}

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  for (guint k = 0; k < HS_N_KINDS; k++)
    {
      const HsKind *kind = hs_kind ((HsKindId) k);
      g_autoptr (HsRecord) record = hs_record_new (kind->id);
      g_autoptr (HsRecord) back = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].type == HS_TYPE_REF)
          hs_record_set_int (record, i, any_record (fixture->store, kind->fields[i].target));
        else
          fill_field (record, i);
      hs_test_save (fixture->store, record);
      g_assert_cmpint (hs_record_id (record), >, 0);
      g_assert_true (g_str_has_prefix (hs_record_uid (record), kind->prefix));
      g_assert_cmpuint (strlen (hs_record_uid (record)), ==, strlen (kind->prefix) + 17);
      back = hs_store_get_by_uid (fixture->store, hs_record_uid (record), &error);
      g_assert_no_error (error);
      assert_same (record, back);
      g_assert_cmpint (hs_record_made (back), ==, hs_record_changed (back));
    }
}

/* Every field can be emptied again, and what was there is in the history. */
static void
test_every_change (Fixture *fixture, gconstpointer data)
{
  for (guint k = 0; k < HS_N_KINDS; k++)
    {
      const HsKind *kind = hs_kind ((HsKindId) k);
      g_autoptr (HsRecord) record = NULL;
      g_autoptr (HsRecord) back = NULL;
      guint n = 0;
      g_autofree char *sql = NULL;

      if (kind->flags & HS_KIND_FLAG_APPEND)
        continue;
      record = hs_store_get (fixture->store, kind->id, any_record (fixture->store, kind->id), NULL);
      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].type != HS_TYPE_REF)
          {
            fill_field (record, i);
            n++;
          }
      hs_test_save (fixture->store, record);
      back = hs_store_get (fixture->store, kind->id, hs_record_id (record), NULL);
      assert_same (record, back);
      sql = g_strdup_printf ("SELECT count(*) FROM change WHERE kind = '%s' AND record = %lld "
                             "AND old IS NULL AND new IS NOT NULL",
                             kind->name, (long long) hs_record_id (record));
      g_assert_cmpint (hs_store_scalar (fixture->store, sql, -1), ==, n);
    }
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) school =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  gint64 revision = hs_store_revision (fixture->store);

  hs_test_save (fixture->store, school);
  g_assert_cmpint (hs_store_revision (fixture->store), ==, revision);
  g_assert_cmpint (hs_record_changed (school), ==, revision);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) school = hs_record_new (HS_KIND_ORGANISATION);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);

  hs_test_begin (fixture->store);
  hs_test_save (fixture->store, school);
  hs_store_rollback (fixture->store);
  g_assert_cmpint (hs_store_count (fixture->store, query, NULL), ==, 0);
  g_assert_cmpint (hs_store_revision (fixture->store), ==, 0);
}

/* Two people change different fields: both stay. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) mine =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  g_autoptr (HsRecord) theirs = hs_record_copy (mine);
  g_autoptr (HsRecord) back = NULL;

  hs_record_set_text (theirs, HS_ORGANISATION_PLACE, "Zwolle");
  hs_test_save (fixture->store, theirs);
  hs_record_set_text (mine, HS_ORGANISATION_PHONE, "038 1234567");
  hs_test_save (fixture->store, mine);
  back = hs_store_get (fixture->store, HS_KIND_ORGANISATION, hs_record_id (mine), NULL);
  g_assert_cmpstr (hs_record_text (back, HS_ORGANISATION_PLACE), ==, "Zwolle");
  g_assert_cmpstr (hs_record_text (back, HS_ORGANISATION_PHONE), ==, "038 1234567");
  g_assert_cmpstr (hs_record_text (mine, HS_ORGANISATION_PLACE), ==, "Zwolle");
}

/* Two people change the same field: the second is told. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) mine =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  g_autoptr (HsRecord) theirs = hs_record_copy (mine);
  g_autoptr (HsRecord) back = NULL;
  g_autoptr (GError) error = NULL;

  hs_record_set_text (theirs, HS_ORGANISATION_PLACE, "Zwolle");
  hs_test_save (fixture->store, theirs);
  hs_record_set_text (mine, HS_ORGANISATION_PLACE, "Kampen");
  hs_test_begin (fixture->store);
  g_assert_false (hs_store_save (fixture->store, mine, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_STALE);
  hs_store_rollback (fixture->store);
  back = hs_store_get (fixture->store, HS_KIND_ORGANISATION, hs_record_id (mine), NULL);
  g_assert_cmpstr (hs_record_text (back, HS_ORGANISATION_PLACE), ==, "Zwolle");
  /* The same change twice is no conflict. */
  hs_record_set_text (mine, HS_ORGANISATION_PLACE, "Zwolle");
  hs_test_save (fixture->store, mine);
}

static void
test_append_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) event = hs_store_get (fixture->store, HS_KIND_EVENT,
                                             any_record (fixture->store, HS_KIND_EVENT), NULL);
  g_autoptr (GError) error = NULL;

  hs_record_set_text (event, HS_EVENT_ACTOR, "pe-aaaaaaaaaaaaaaaa");
  hs_test_begin (fixture->store);
  g_assert_false (hs_store_save (fixture->store, event, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (hs_store_exec (fixture->store, "UPDATE event SET actor = 'x'", &error));
  g_clear_error (&error);
  g_assert_false (hs_store_exec (fixture->store, "DELETE FROM event", &error));
  hs_store_rollback (fixture->store);
}

static void
test_uid (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) school =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  g_autofree char *start = g_strndup (hs_record_uid (school), 8);
  g_autofree char *short_start = g_strndup (hs_record_uid (school), 4);
  g_autofree char *uid = hs_store_uid (fixture->store, HS_KIND_ORGANISATION, hs_record_id (school));
  g_autoptr (HsRecord) found = hs_store_get_by_uid (fixture->store, start, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (uid, ==, hs_record_uid (school));
  g_assert_nonnull (found);
  g_assert_null (hs_store_get_by_uid (fixture->store, short_start, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hs_store_get_by_uid (fixture->store, "zz-aaaaaaaa", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hs_store_get (fixture->store, HS_KIND_STUDENT, 77, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) school =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  g_autoptr (HsRecord) student = hs_test_student (fixture->store, school, "1", "Noor", "Uddin");
  g_autoptr (HsRecord) enrolment = hs_record_new (HS_KIND_ENROLMENT);
  g_autoptr (HsRecord) back = NULL;
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GError) error = NULL;

  hs_record_set_int (enrolment, HS_ENROLMENT_STUDENT, hs_record_id (student));
  hs_test_save (fixture->store, enrolment);
  hs_test_begin (fixture->store);
  g_assert_false (hs_store_remove (fixture->store, school, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Noor Uddin"));
  g_clear_error (&error);
  g_assert_true (hs_store_remove (fixture->store, student, &error));
  hs_test_commit (fixture->store);
  g_assert_cmpint (hs_store_count (fixture->store, query, NULL), ==, 0);
  hs_test_begin (fixture->store);
  g_assert_false (hs_store_save (fixture->store, enrolment, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (hs_store_remove (fixture->store, school, &error));
  /* The student was at a school that is gone now. */
  g_assert_false (
      hs_store_restore_record (fixture->store, HS_KIND_STUDENT, hs_record_id (student), &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_clear_error (&error);
  hs_store_rollback (fixture->store);
  hs_test_begin (fixture->store);
  hs_store_restore_record (fixture->store, HS_KIND_STUDENT, hs_record_id (student), &error);
  g_assert_no_error (error);
  hs_test_commit (fixture->store);
  g_assert_cmpint (hs_store_count (fixture->store, query, NULL), ==, 1);
  back = hs_store_get (fixture->store, HS_KIND_STUDENT, hs_record_id (student), NULL);
  g_assert_cmpint (hs_record_removed (back), ==, 0);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = hs_store_fact (fixture->store, "me");
  g_autofree char *value = NULL;

  g_assert_null (none);
  hs_test_begin (fixture->store);
  g_assert_true (hs_store_set_fact (fixture->store, "me", "pe-a", NULL));
  g_assert_true (hs_store_set_fact (fixture->store, "me", "pe-b", NULL));
  hs_test_commit (fixture->store);
  value = hs_store_fact (fixture->store, "me");
  g_assert_cmpstr (value, ==, "pe-b");
}

static void
test_actor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) school =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  g_autoptr (HsRecord) person = hs_record_new (HS_KIND_PERSON);
  g_autoptr (HsActor) actor = NULL;
  g_autoptr (GError) error = NULL;

  hs_record_set_text (person, HS_PERSON_FIRST_NAME, "Ans");
  hs_record_set_text (person, HS_PERSON_LAST_NAME, "Bos");
  hs_record_set_int (person, HS_PERSON_ORGANISATION, hs_record_id (school));
  hs_record_set_int (person, HS_PERSON_ROLES, 1 << HS_ROLE_TEACHER);
  hs_test_save (fixture->store, person);
  actor = hs_store_actor (fixture->store, hs_record_uid (person), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actor->name, ==, "Ans Bos");
  g_assert_cmpint (actor->side, ==, HS_ORGANISATION_KIND_SCHOOL);
  g_assert_true (hs_actor_has_role (actor, HS_ROLE_TEACHER));
  g_assert_null (hs_store_actor (fixture->store, hs_record_uid (school), &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
}

static void
test_seed (void)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2; i++)
    {
      char *folder = hs_test_folder ();
      HsStore *store = hs_test_store (folder);
      g_autoptr (HsRecord) a = hs_test_organisation (store, "A", HS_ORGANISATION_KIND_HOST);
      g_autoptr (HsRecord) b = NULL;

      if (i == 0)
        first = g_strdup (hs_record_uid (a));
      g_assert_cmpstr (first, ==, hs_record_uid (a));
      /* The same seed again in one file gives the next free name. */
      hs_store_seed_uids (store, 1);
      b = hs_test_organisation (store, "B", HS_ORGANISATION_KIND_HOST);
      g_assert_cmpstr (hs_record_uid (a), !=, hs_record_uid (b));
      hs_store_close (store);
      hs_test_folder_free (folder);
    }
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-kind", test_every_kind);
  ADD ("every-change", test_every_change);
  ADD ("unchanged", test_unchanged);
  ADD ("rollback", test_rollback);
  ADD ("merge", test_merge);
  ADD ("stale", test_stale);
  ADD ("append-only", test_append_only);
  ADD ("uid", test_uid);
  ADD ("remove", test_remove);
  ADD ("facts", test_facts);
  ADD ("actor", test_actor);
  g_test_add_func ("/store/seed", test_seed);
  return g_test_run ();
}
