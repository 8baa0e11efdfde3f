/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups, putting them back, and erasing for good. */

#define _GNU_SOURCE

#include "store-region.h"

#include "hs-backup.h"
#include "hs-doctor.h"
#include "hs-erase.h"
#include "hs-error.h"
#include "hs-store-private.h"

#include <sys/stat.h>

typedef struct
{
  char *folder;
  HsStore *store;
  World world;
  char *copy;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = hs_test_folder ();
  fixture->store = hs_test_store (fixture->folder);
  fixture->copy = g_build_filename (fixture->folder, "copy.handslag", NULL);
  world_init (&fixture->world, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  world_clear (&fixture->world);
  hs_store_close (fixture->store);
  g_free (fixture->copy);
  hs_test_folder_free (fixture->folder);
}

static gint64
count (HsStore *store, HsKindId kind)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);

  return hs_store_count (store, query, NULL);
}

static void
assert_sound (HsStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_store_doctor (store, NULL, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

static void
backup (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  hs_store_backup (fixture->store, fixture->copy, &error);
  g_assert_no_error (error);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsStore) copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *alias = g_build_filename (fixture->folder, ".", "test.handslag", NULL);
  g_autofree char *far = g_build_filename (fixture->folder, "no", "folder", NULL);
  struct stat about;

  backup (fixture);
  backup (fixture);
  g_assert_cmpint (stat (fixture->copy, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  copied = hs_store_open (fixture->copy, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (copied, HS_KIND_ORGANISATION), ==, 2);
  assert_sound (copied);
  g_assert_false (hs_store_backup (fixture->store, alias, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (hs_store_backup (fixture->store, far, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_IO);
}

/* A copy is taken while another connection is in the middle of writing: it holds what was
 * committed. */
static void
test_backup_while_writing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsStore) other = hs_store_open (hs_store_path (fixture->store), 0, NULL);
  g_autoptr (HsStore) copied = NULL;
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ORGANISATION);

  hs_test_begin (other);
  hs_test_save (other, record);
  backup (fixture);
  hs_test_commit (other);
  copied = hs_store_open (fixture->copy, HS_STORE_READ_ONLY, NULL);
  g_assert_cmpint (count (copied, HS_KIND_ORGANISATION), ==, 2);
}

static void
restore (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  hs_store_restore (hs_store_path (fixture->store), fixture->copy, &error);
  g_assert_no_error (error);
}

/* Also a program that has the file open sees what was restored. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *device = NULL;

  hs_test_begin (fixture->store);
  hs_store_set_fact (fixture->store, "device", "de-a", NULL);
  hs_test_commit (fixture->store);
  backup (fixture);
  hs_record_unref (hs_test_organisation (fixture->store, "Later", HS_ORGANISATION_KIND_HOST));
  g_assert_cmpint (count (fixture->store, HS_KIND_ORGANISATION), ==, 3);
  restore (fixture);
  g_assert_cmpint (count (fixture->store, HS_KIND_ORGANISATION), ==, 2);
  device = hs_store_fact (fixture->store, "device");
  g_assert_null (device);
  assert_sound (fixture->store);
  hs_record_unref (hs_test_organisation (fixture->store, "Weer", HS_ORGANISATION_KIND_HOST));
}

/* The backup is damaged, of another program, or not there: the file stays as it was. */
static void
test_restore_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *path = hs_store_path (fixture->store);

  g_assert_false (hs_store_restore (path, fixture->copy, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (hs_store_restore (path, path, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->copy, "niets", -1, NULL));
  g_assert_false (hs_store_restore (path, fixture->copy, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
  g_clear_error (&error);
  backup (fixture);
  hs_test_damage (fixture->copy, hs_store_scalar (fixture->store, HS_TEST_PAGE, 0));
  g_assert_false (hs_store_restore (path, fixture->copy, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_CORRUPT);
  g_assert_cmpint (count (fixture->store, HS_KIND_ORGANISATION), ==, 2);
  assert_sound (fixture->store);
}

/* A file that cannot be opened any more is kept aside. */
static void
test_restore_over_damage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (hs_store_path (fixture->store));
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n_kept = 0;

  backup (fixture);
  hs_store_close (fixture->store);
  g_assert_true (g_file_set_contents (path, "stuk", -1, NULL));
  g_assert_true (hs_store_restore (path, fixture->copy, &error));
  g_assert_no_error (error);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_kept += strstr (name, ".damaged-") != NULL;
  g_assert_cmpuint (n_kept, ==, 1);
  fixture->store = hs_store_open (path, 0, &error);
  g_assert_no_error (error);
  assert_sound (fixture->store);
}

/* Whether the bytes of @word stand anywhere in the file, or in its log. */
static gboolean
stands_in (const char *path, const char *word)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  const char *const paths[] = { path, log };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_get_contents (paths[i], &content, &length, NULL)
          && memmem (content, length, word, strlen (word)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* An agreement of a student with an unusual name. (transfer full) */
static HsRecord *
add_dossier (Fixture *fixture, HsRecord **student)
{
  gint64 enrolment;
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) note = NULL;
  g_autoptr (HsRecord) reason = NULL;
  g_autoptr (HsRecord) event = hs_record_new (HS_KIND_EVENT);
  HsRecord *agreement;

  *student = world_student (&fixture->world, &enrolment);
  hs_record_set_text (*student, HS_STUDENT_LAST_NAME, "Quetzalcoatl");
  hs_test_save (fixture->store, *student);
  hs_record_set_text (*student, HS_STUDENT_LAST_NAME, "Xanthippe");
  hs_test_save (fixture->store, *student);
  agreement = world_agreement (&fixture->world, *student, enrolment, 20000, 20010, &sheet);
  note = world_add (&fixture->world, HS_KIND_NOTE, HS_NOTE_AGREEMENT, agreement, HS_NOTE_TEXT,
                    "Xanthippe belde");
  reason = world_add (&fixture->world, HS_KIND_REASON, HS_REASON_AGREEMENT, agreement,
                      HS_REASON_TEXT, "Xanthippe is ziek");
  hs_record_set_int (event, HS_EVENT_AGREEMENT, hs_record_id (agreement));
  hs_record_set_int (event, HS_EVENT_REASON, hs_record_id (reason));
  hs_record_set_int (event, HS_EVENT_TO_STATE, HS_AGREEMENT_STATE_AGREED);
  hs_test_save (fixture->store, event);
  return agreement;
}

static void
erase (Fixture *fixture, HsRecord *record)
{
  g_autoptr (GError) error = NULL;

  hs_test_begin (fixture->store);
  hs_store_erase (fixture->store, hs_record_kind_id (record), hs_record_id (record), &error);
  g_assert_no_error (error);
  hs_test_commit (fixture->store);
  hs_store_erase_traces (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (HsRecord) agreement = add_dossier (fixture, &student);
  g_autoptr (GError) error = NULL;

  g_assert_true (stands_in (hs_store_path (fixture->store), "Xanthippe"));
  hs_test_begin (fixture->store);
  g_assert_false (hs_store_erase (fixture->store, HS_KIND_STUDENT, hs_record_id (student), &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  hs_store_rollback (fixture->store);
  erase (fixture, agreement);
  erase (fixture, student);
  g_assert_false (stands_in (hs_store_path (fixture->store), "Xanthippe"));
  g_assert_false (stands_in (hs_store_path (fixture->store), "xanthippe"));
  g_assert_false (stands_in (hs_store_path (fixture->store), "Quetzalcoatl"));
  g_assert_true (hs_store_is_erased (fixture->store, hs_record_uid (student)));
  g_assert_false (hs_store_is_erased (fixture->store, hs_record_uid (fixture->world.school)));
  assert_sound (fixture->store);
}

/* Restoring a backup does not bring back what was erased since. */
static void
test_erased_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (HsRecord) agreement = add_dossier (fixture, &student);

  backup (fixture);
  erase (fixture, agreement);
  erase (fixture, student);
  restore (fixture);
  g_assert_cmpint (count (fixture->store, HS_KIND_STUDENT), ==, 0);
  g_assert_cmpint (count (fixture->store, HS_KIND_AGREEMENT), ==, 0);
  g_assert_cmpint (count (fixture->store, HS_KIND_ORGANISATION), ==, 2);
  g_assert_false (stands_in (hs_store_path (fixture->store), "Xanthippe"));
  g_assert_true (hs_store_is_erased (fixture->store, hs_record_uid (student)));
  assert_sound (fixture->store);
}

/* Nor does saving the same record again, from a file or from another device. */
static void
test_erased_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (HsRecord) agreement = add_dossier (fixture, &student);
  g_autoptr (HsRecord) again = hs_record_copy (student);
  g_autoptr (GError) error = NULL;

  erase (fixture, agreement);
  erase (fixture, student);
  hs_record_set_identity (again, 0, hs_record_uid (student), 0, 0, 0);
  hs_test_begin (fixture->store);
  g_assert_false (hs_store_save (fixture->store, again, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  hs_store_rollback (fixture->store);
  g_assert_cmpint (count (fixture->store, HS_KIND_STUDENT), ==, 0);
  hs_record_set_identity (again, 0, NULL, 0, 0, 0);
  hs_test_save (fixture->store, again);
  g_assert_cmpint (count (fixture->store, HS_KIND_STUDENT), ==, 1);
  assert_sound (fixture->store);
}

static void
test_erase_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (HsRecord) agreement = add_dossier (fixture, &student);
  g_autoptr (HsRecord) reason = hs_store_get (fixture->store, HS_KIND_REASON, 1, NULL);

  erase (fixture, reason);
  g_assert_false (stands_in (hs_store_path (fixture->store), "is ziek"));
  g_assert_cmpint (count (fixture->store, HS_KIND_EVENT), ==, 1);
}

#define ADD(name, function) g_test_add ("/backup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("backup", test_backup);
  ADD ("while-writing", test_backup_while_writing);
  ADD ("restore", test_restore);
  ADD ("restore-refused", test_restore_refused);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("erase", test_erase);
  ADD ("erased-stays", test_erased_stays);
  ADD ("erased-not-saved", test_erased_not_saved);
  ADD ("erase-reason", test_erase_reason);
  return g_test_run ();
}
