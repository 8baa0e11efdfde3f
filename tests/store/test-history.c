/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a record, and files in the database. */

#include "store-world.h"

#include "hs-attachment.h"
#include "hs-error.h"
#include "hs-history.h"
#include "hs-store-private.h"

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

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) school =
      hs_test_organisation (fixture->store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  HsActor actor = { .uid = (char *) "pe-aaaaaaaaaaaaaaaa" };
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  HsChange *change;

  hs_record_set_text (school, HS_ORGANISATION_PLACE, "Zwolle");
  hs_record_set_int (school, HS_ORGANISATION_KIND, HS_ORGANISATION_KIND_OTHER);
  g_assert_true (hs_store_begin (fixture->store, &actor, "edit", &error));
  g_assert_true (hs_store_save (fixture->store, school, &error));
  hs_test_commit (fixture->store);
  hs_test_begin (fixture->store);
  g_assert_true (hs_store_remove (fixture->store, school, &error));
  hs_test_commit (fixture->store);
  hs_test_begin (fixture->store);
  g_assert_true (hs_store_restore_record (fixture->store, HS_KIND_ORGANISATION,
                                          hs_record_id (school), &error));
  hs_test_commit (fixture->store);
  changes =
      hs_store_history (fixture->store, HS_KIND_ORGANISATION, hs_record_id (school), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 5);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->field, ==, HS_CHANGE_MADE);
  g_assert_cmpint (change->at, ==, 1801472400);
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpint (change->field, ==, HS_ORGANISATION_KIND);
  g_assert_cmpstr (change->actor, ==, "pe-aaaaaaaaaaaaaaaa");
  g_assert_cmpstr (change->what, ==, "edit");
  g_assert_cmpint (hs_record_int (change->before, HS_ORGANISATION_KIND), ==,
                   HS_ORGANISATION_KIND_SCHOOL);
  g_assert_cmpint (hs_record_int (change->after, HS_ORGANISATION_KIND), ==,
                   HS_ORGANISATION_KIND_OTHER);
  change = g_ptr_array_index (changes, 2);
  g_assert_false (hs_record_has (change->before, HS_ORGANISATION_PLACE));
  change = g_ptr_array_index (changes, 3);
  g_assert_cmpint (change->field, ==, HS_CHANGE_REMOVED);
  change = g_ptr_array_index (changes, 4);
  g_assert_cmpint (change->field, ==, HS_CHANGE_RESTORED);
  later = hs_store_history (fixture->store, HS_KIND_ORGANISATION, hs_record_id (school), 2, &error);
  g_assert_cmpuint (later->len, ==, 2);
}

static void
test_attachment (Fixture *fixture, gconstpointer data)
{
  World world;
  gint64 enrolment;
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) agreement = NULL;
  g_autoptr (GBytes) scan = g_bytes_new_static ("scan\0scan", 9);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) back = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *again = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  world_init (&world, fixture->store);
  student = world_student (&world, &enrolment);
  agreement = world_agreement (&world, student, enrolment, 20000, 20010, &sheet);
  hs_test_begin (fixture->store);
  sha256 = hs_store_attach (fixture->store, hs_record_id (agreement), "scan.jpg", "image/jpeg",
                            scan, &error);
  g_assert_no_error (error);
  again = hs_store_attach (fixture->store, hs_record_id (agreement), "other.jpg", "image/jpeg",
                           scan, &error);
  g_assert_cmpstr (sha256, ==, again);
  g_assert_null (hs_store_attach (fixture->store, hs_record_id (agreement), "leeg", "image/jpeg",
                                  empty, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
  g_clear_error (&error);
  hs_test_commit (fixture->store);
  back = hs_store_attachment (fixture->store, sha256, &name, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, scan));
  g_assert_cmpstr (name, ==, "scan.jpg");
  g_assert_null (hs_store_attachment (fixture->store, "00", NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (hs_store_exec (fixture->store, "UPDATE attachment SET data = x'01'", NULL));
  g_assert_null (hs_store_attachment (fixture->store, sha256, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_CORRUPT);
  world_clear (&world);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/history/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("record", test_history);
  ADD ("attachment", test_attachment);
  return g_test_run ();
}
