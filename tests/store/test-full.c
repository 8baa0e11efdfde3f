/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A full disk: a clear error, nothing half done, and work goes on when there is room again; and two
 * programs that write at once. */

#define _GNU_SOURCE

#include "store-test.h"

#include "hs-backup.h"
#include "hs-doctor.h"
#include "hs-error.h"
#include "hs-store-private.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
save_many (HsStore *store, guint n, GError **error)
{
  g_autofree char *remark = g_strnfill (4000, 'x');

  if (!hs_store_begin (store, NULL, "test", error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ORGANISATION);

      hs_record_set_text (record, HS_ORGANISATION_NAME, "Zorggroep");
      hs_record_set_text (record, HS_ORGANISATION_REMARK, remark);
      if (!hs_store_save (store, record, error))
        {
          hs_store_rollback (store);
          return FALSE;
        }
    }
  return hs_store_commit (store, error);
}

/* Fails when the store holds anything but @n organisations or is not sound. */
static void
assert_content (HsStore *store, gint64 n)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_store_count (store, query, &error), ==, n);
  g_assert_no_error (error);
  g_assert_cmpint (hs_store_doctor (store, NULL, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

/* The database itself may not grow. */
static void
test_page_limit (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (save_many (store, 3, &error));
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA max_page_count = 400", 0), ==, 400);
  g_assert_false (save_many (store, 2000, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (hs_store_in_transaction (store));
  assert_content (store, 3);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA max_page_count = 100000", 0), ==, 100000);
  g_assert_true (save_many (store, 5, &error));
  assert_content (store, 8);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

/* Runs @work in a child, which may change its own limits; 0 is success. */
static int
in_child (void (*work) (const char *), const char *folder)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      work (folder);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

static void
expect (gboolean what, int code)
{
  if (!what)
    _exit (code);
}

/* Fills the place up, looks, makes room with @more_room, and goes on. */
static void
fill_up (const char *folder, void (*more_room) (const char *))
{
  g_autofree char *path = g_build_filename (folder, "test.handslag", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.handslag", NULL);
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (path, HS_STORE_CREATE, &error);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);

  expect (store != NULL && save_many (store, 3, &error), 10);
  expect (!save_many (store, 5000, &error), 11);
  expect (g_error_matches (error, HS_ERROR, HS_ERROR_FULL), 12);
  g_clear_error (&error);
  expect (hs_store_count (store, query, NULL) == 3, 13);
  hs_store_close (store);
  store = hs_store_open (path, 0, &error);
  expect (store != NULL && hs_store_count (store, query, NULL) == 3, 14);
  /* A backup that does not fit leaves nothing behind. */
  if (!hs_store_backup (store, copy, &error))
    expect (g_error_matches (error, HS_ERROR, HS_ERROR_FULL)
                && !g_file_test (copy, G_FILE_TEST_EXISTS),
            15);
  g_clear_error (&error);
  g_remove (copy);
  more_room (folder);
  expect (save_many (store, 20, &error), 16);
  expect (hs_store_count (store, query, NULL) == 23, 17);
  expect (hs_store_doctor (store, NULL, NULL, NULL) == 0, 18);
  hs_store_close (store);
}

static void
no_file_limit (const char *folder)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  expect (getrlimit (RLIMIT_FSIZE, &limit) == 0, 20);
  limit.rlim_cur = limit.rlim_max;
  expect (setrlimit (RLIMIT_FSIZE, &limit) == 0, 21);
}

/* No file may grow beyond a limit, the log among them. */
static void
with_file_limit (const char *folder)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  expect (getrlimit (RLIMIT_FSIZE, &limit) == 0, 22);
  limit.rlim_cur = 3 * 1024 * 1024;
  expect (setrlimit (RLIMIT_FSIZE, &limit) == 0, 23);
  fill_up (folder, no_file_limit);
}

static void
test_file_limit (void)
{
  char *folder = hs_test_folder ();

  g_assert_cmpint (in_child (with_file_limit, folder), ==, 0);
  hs_test_folder_free (folder);
}

static void
grow_disk (const char *folder)
{
  expect (mount (NULL, folder, "tmpfs", MS_REMOUNT, "size=64m") == 0, 24);
}

/* A disk of 4 MB in a mount space of its own: only root may make one. */
static void
with_small_disk (const char *folder)
{
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("handslag", folder, "tmpfs", 0, "size=4m") != 0)
    _exit (77);
  fill_up (folder, grow_disk);
}

static void
test_small_disk (void)
{
  char *folder = hs_test_folder ();
  int result = in_child (with_small_disk, folder);

  /* Without the right to mount, the file limit above is the test of a full disk. */
  if (result == 77)
    g_test_message ("no right to mount a small disk");
  else
    g_assert_cmpint (result, ==, 0);
  hs_test_folder_free (folder);
}

#define TURNS 60

/* Adds one to the number in a field, TURNS times, reading it inside the transaction. */
static void
count_up (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.handslag", NULL);
  g_autoptr (HsStore) store = hs_store_open (path, HS_STORE_CREATE, NULL);

  expect (store != NULL, 30);
  for (guint i = 0; i < TURNS; i++)
    {
      g_autoptr (HsRecord) record = NULL;
      g_autoptr (HsRecord) student = hs_record_new (HS_KIND_STUDENT);
      g_autofree char *next = NULL;

      expect (hs_store_begin (store, NULL, "test", NULL), 31);
      record = hs_store_get (store, HS_KIND_ORGANISATION, 1, NULL);
      next = g_strdup_printf ("%d", atoi (hs_record_text (record, HS_ORGANISATION_PHONE)) + 1);
      hs_record_set_text (record, HS_ORGANISATION_PHONE, next);
      hs_record_set_int (student, HS_STUDENT_SCHOOL, 1);
      expect (hs_store_save (store, record, NULL) && hs_store_save (store, student, NULL), 32);
      expect (hs_store_commit (store, NULL), 33);
    }
}

/* Three programs write at once: all of it arrives, each revision once. */
static void
test_at_once (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) record = hs_test_organisation (store, "School", HS_ORGANISATION_KIND_SCHOOL);
  g_autoptr (HsRecord) back = NULL;
  pid_t children[3];

  hs_record_set_text (record, HS_ORGANISATION_PHONE, "0");
  hs_test_save (store, record);
  hs_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      {
        count_up (folder);
        _exit (0);
      }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  store = hs_test_store (folder);
  back = hs_store_get (store, HS_KIND_ORGANISATION, 1, NULL);
  g_assert_cmpint (atoi (hs_record_text (back, HS_ORGANISATION_PHONE)), ==, 3 * TURNS);
  g_assert_cmpint (hs_store_scalar (store, "SELECT count(*) FROM student", 0), ==, 3 * TURNS);
  g_assert_cmpint (hs_store_revision (store), ==, 2 + 3 * TURNS);
  assert_content (store, 1);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

/* A program that holds the file longer than one waits. */
static void
test_busy (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsStore) other = hs_store_open (hs_store_path (store), 0, NULL);
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (other->db, 50);
  hs_test_begin (store);
  g_assert_false (hs_store_begin (other, NULL, "test", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (hs_store_in_transaction (other));
  hs_store_rollback (store);
  g_assert_true (hs_store_begin (other, NULL, "test", &error));
  hs_store_rollback (other);
  hs_store_close (store);
  g_clear_pointer (&other, hs_store_close);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/full/page-limit", test_page_limit);
  g_test_add_func ("/full/file-limit", test_file_limit);
  g_test_add_func ("/full/small-disk", test_small_disk);
  g_test_add_func ("/full/at-once", test_at_once);
  g_test_add_func ("/full/busy", test_busy);
  return g_test_run ();
}
