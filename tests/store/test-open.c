/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: what is refused and how, files that cannot be written, and older versions. */

#include "store-world.h"

#include "hs-error.h"
#include "hs-store-private.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
assert_refused (const char *path, HsStoreFlags flags, HsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_store_open (path, flags, &error));
  g_assert_error (error, HS_ERROR, (int) code);
}

static void
test_refused (void)
{
  char *folder = hs_test_folder ();
  g_autofree char *none = path_in (folder, "none");
  g_autofree char *text = path_in (folder, "text");
  g_autofree char *empty = path_in (folder, "empty");
  g_autofree char *far = path_in (folder, "no/such/folder");

  assert_refused (none, 0, HS_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (
      text,
      "This is a letter and not a database, although it is longer than a header is, so "
      "that nobody takes it for one that was cut off.",
      -1, NULL));
  assert_refused (text, 0, HS_ERROR_FORMAT);
  assert_refused (text, HS_STORE_CREATE, HS_ERROR_FORMAT);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  assert_refused (empty, 0, HS_ERROR_FORMAT);
  assert_refused (far, HS_STORE_CREATE, HS_ERROR_IO);
  assert_refused (folder, 0, HS_ERROR_IO);
  hs_test_folder_free (folder);
}

static void
test_mode (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *wal = g_strconcat (hs_store_path (store), "-wal", NULL);
  g_autoptr (HsRecord) record = hs_test_organisation (store, "A", HS_ORGANISATION_KIND_HOST);
  struct stat about;

  g_assert_cmpint (stat (hs_store_path (store), &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (wal, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA foreign_keys", 0), ==, 1);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA synchronous", 0), ==, 2);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA secure_delete", 0), ==, 1);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA busy_timeout", 0), ==, 10000);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

/* Runs SQL on the file without the store. */
static void
raw (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_foreign_and_newer (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *path = g_strdup (hs_store_path (store));

  hs_store_close (store);
  raw (path, "PRAGMA user_version = 9999");
  assert_refused (path, 0, HS_ERROR_VERSION);
  raw (path, "PRAGMA user_version = 1; PRAGMA application_id = 7");
  assert_refused (path, 0, HS_ERROR_FORMAT);
  assert_refused (path, HS_STORE_CREATE, HS_ERROR_FORMAT);
  hs_test_folder_free (folder);
}

/* Cut off half-way, and with its first table overwritten. */
static void
test_damaged (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *path = g_strdup (hs_store_path (store));
  g_autofree char *whole = NULL;
  g_autofree char *spoilt = path_in (folder, "spoilt");
  g_autofree char *cut = path_in (folder, "cut");
  gsize length;

  hs_store_close (store);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (cut, whole, (gssize) length / 2, NULL));
  assert_refused (cut, 0, HS_ERROR_CORRUPT);
  memset (whole + 100, 0x55, 4000);
  g_assert_true (g_file_set_contents (spoilt, whole, (gssize) length, NULL));
  assert_refused (spoilt, 0, HS_ERROR_CORRUPT);
  hs_test_folder_free (folder);
}

/* What a user without rights sees: run in a child that gives up root, as root may write anything.
 */
static void
read_only_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);

  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    _exit (9);
  store = hs_store_open (path, HS_STORE_CREATE, &error);
  if (store == NULL || !hs_store_is_read_only (store))
    _exit (1);
  if (hs_store_count (store, query, NULL) != 1)
    _exit (2);
  if (hs_store_begin (store, NULL, "test", &error)
      || !g_error_matches (error, HS_ERROR, HS_ERROR_READ_ONLY))
    _exit (3);
  _exit (0);
}

static void
assert_read_only (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    read_only_child (path);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_read_only (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *path = g_strdup (hs_store_path (store));
  g_autoptr (HsRecord) record = hs_test_organisation (store, "A", HS_ORGANISATION_KIND_HOST);

  hs_store_close (store);
  /* The file cannot be written, its folder can. */
  g_assert_cmpint (chmod (path, 0444), ==, 0);
  g_assert_cmpint (chmod (folder, 0777), ==, 0);
  assert_read_only (path);
  /* Neither can. */
  g_assert_cmpint (chmod (folder, 0555), ==, 0);
  assert_read_only (path);
  /* The file could, the folder cannot: there is no place for the log. */
  g_assert_cmpint (chmod (path, 0666), ==, 0);
  assert_read_only (path);
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  hs_test_folder_free (folder);
}

static void
test_read_only_asked (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *path = g_strdup (hs_store_path (store));
  g_autoptr (HsRecord) record = hs_test_organisation (store, "A", HS_ORGANISATION_KIND_HOST);
  g_autoptr (HsRecord) back = NULL;
  g_autoptr (GError) error = NULL;

  hs_store_close (store);
  store = hs_store_open (path, HS_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  back = hs_store_get (store, HS_KIND_ORGANISATION, hs_record_id (record), &error);
  g_assert_no_error (error);
  g_assert_false (hs_store_begin (store, NULL, "test", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_READ_ONLY);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

/* A name that means something in a URI. */
static void
test_odd_name (void)
{
  char *folder = hs_test_folder ();
  g_autofree char *path = path_in (folder, "a?immutable=1&b#c%20 ë'.handslag");
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (path, HS_STORE_CREATE, &error);

  g_assert_no_error (error);
  hs_store_close (store);
  store = hs_store_open (path, HS_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  hs_store_close (store);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  hs_test_folder_free (folder);
}

static const HsMigration good_steps[] = {
  { 1, "ALTER TABLE organisation ADD COLUMN motto TEXT; UPDATE organisation SET motto = name" },
  { 2, "ALTER TABLE organisation RENAME COLUMN motto TO slogan" },
};

static const HsMigration bad_steps[] = {
  { 1, "ALTER TABLE organisation ADD COLUMN motto TEXT" },
  { 2, "DELETE FROM fact; UPDATE nonsense SET a = 1" },
};

static const HsMigration dangling_steps[] = {
  { 1, "UPDATE organisation SET made = 99" },
};

static void
test_migrate (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) record = hs_test_organisation (store, "A", HS_ORGANISATION_KIND_HOST);
  g_autofree char *copy = g_strconcat (hs_store_path (store), ".version-1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) old = NULL;
  struct stat about;

  g_assert_true (hs_store_migrate (store, good_steps, 2, 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA user_version", 0), ==, 3);
  g_assert_cmpint (
      hs_store_scalar (store, "SELECT count(*) FROM organisation WHERE slogan = 'A'", 0), ==, 1);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA foreign_keys", 0), ==, 1);
  hs_store_close (store);
  g_assert_cmpint (stat (copy, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  old = hs_store_open (copy, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hs_store_scalar (old, "SELECT count(*) FROM organisation", 0), ==, 1);
  hs_test_folder_free (folder);
}

/* A step that fails leaves everything as it was. */
static void
test_migrate_fails (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) record = hs_test_organisation (store, "A", HS_ORGANISATION_KIND_HOST);
  g_autofree char *path = g_strdup (hs_store_path (store));
  g_autoptr (GError) error = NULL;

  hs_test_begin (store);
  hs_store_set_fact (store, "me", "pe-a", NULL);
  hs_test_commit (store);
  g_assert_false (hs_store_migrate (store, bad_steps, 2, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (hs_store_migrate (store, dangling_steps, 1, 2, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (hs_store_migrate (store, good_steps, 1, 3, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_VERSION);
  g_clear_error (&error);
  hs_store_close (store);
  store = hs_store_open (path, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA user_version", 0), ==, 1);
  g_assert_cmpint (hs_store_scalar (store, "SELECT count(*) FROM fact", 0), ==, 1);
  g_assert_cmpint (hs_store_scalar (store,
                                    "SELECT count(*) FROM pragma_table_info ('organisation') "
                                    "WHERE name = 'motto'",
                                    -1),
                   ==, 0);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/refused", test_refused);
  g_test_add_func ("/open/mode", test_mode);
  g_test_add_func ("/open/foreign-and-newer", test_foreign_and_newer);
  g_test_add_func ("/open/damaged", test_damaged);
  g_test_add_func ("/open/read-only", test_read_only);
  g_test_add_func ("/open/read-only-asked", test_read_only_asked);
  g_test_add_func ("/open/odd-name", test_odd_name);
  g_test_add_func ("/open/migrate", test_migrate);
  g_test_add_func ("/open/migrate-fails", test_migrate_fails);
  return g_test_run ();
}
