/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that is killed, or that fills the disk: the file opens, the doctor finds nothing, what
 * was acknowledged is there, and of each file everything or nothing.
 *
 * A child brings in one file after another and writes a byte to a pipe after each. The parent
 * waits for some bytes and then a random moment, and kills it. The number of kills is the
 * argument. */

#include "exchange-test.h"

#include "hs-doctor.h"
#include "hs-error.h"
#include "hs-query.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROWS 300
/* The kill falls within this time after the last byte that was waited for: some three files. */
#define MOMENT_MICROSECONDS 40000

/* Students of file @turn; numbers do not return. (transfer full) */
static char *
students (guint turn, guint rows)
{
  GString *text = g_string_new ("school;studentnr;roepnaam;achternaam;plaats\n");

  for (guint i = 0; i < rows; i++)
    g_string_append_printf (text, "25XY;%u-%u;Sanne;Bakker;Culemborg\n", turn, i);
  return g_string_free (text, FALSE);
}

static HsImportResult *
import_students (HsStore *store, const char *path, guint turn, guint rows, GError **error)
{
  g_autofree char *text = students (turn, rows);

  if (!g_file_set_contents (path, text, -1, error))
    return NULL;
  return hs_import_file (store, NULL, HS_KIND_STUDENT, path, NULL, error);
}

/* In the child, until it is killed. */
static void
import_for_ever (const char *db, const char *csv, guint from, int acknowledge)
{
  g_autoptr (HsStore) store = hs_store_open (db, 0, NULL);

  for (guint turn = from; store != NULL; turn++)
    {
      g_autoptr (HsImportResult) result = import_students (store, csv, turn, ROWS, NULL);

      if (result == NULL || result->n_new != ROWS || write (acknowledge, "", 1) != 1)
        _exit (3);
    }
  _exit (4);
}

static void
print_finding (const char *code, const char *uid, const char *message, gpointer data)
{
  g_test_message ("%s %s: %s", code, uid != NULL ? uid : "", message);
}

static gint64
sound_count (const char *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (db, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hs_store_doctor (store, print_finding, NULL, &error), ==, 0);
  g_assert_no_error (error);
  return exchange_count (store, HS_KIND_STUDENT);
}

/* Kills one child; returns how many files it acknowledged. */
static guint
kill_one (const char *db, const char *csv, guint from)
{
  guint wait_for = (guint) g_test_rand_int_range (0, 3), told = 0;
  int ends[2], status;
  pid_t child;
  char byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      import_for_ever (db, csv, from, ends[1]);
    }
  close (ends[1]);
  while (told < wait_for && read (ends[0], &byte, 1) == 1)
    told++;
  g_assert_cmpuint (told, ==, wait_for);
  g_usleep ((gulong) g_test_rand_int_range (0, MOMENT_MICROSECONDS));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read (ends[0], &byte, 1) == 1)
    told++;
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return told;
}

static void
test_kill (gconstpointer n_kills)
{
  guint turn = 0;

  for (guint i = 0; i < GPOINTER_TO_UINT (n_kills);)
    {
      ExchangeFixture fixture;
      g_autofree char *db = NULL;
      g_autofree char *csv = NULL;
      gint64 before = 0;

      exchange_set_up (&fixture, TRUE);
      db = g_strdup (hs_store_path (fixture.store));
      csv = g_build_filename (fixture.folder, "studenten.csv", NULL);
      g_clear_pointer (&fixture.store, hs_store_close);
      /* A file that became large is of no more use and slow to look at. */
      for (guint last = MIN (i + 10, GPOINTER_TO_UINT (n_kills)); i < last; i++)
        {
          guint told = kill_one (db, csv, turn);
          gint64 count = sound_count (db);

          g_assert_cmpint (count % ROWS, ==, 0);
          g_assert_cmpint (count, >=, before + told * ROWS);
          /* The one that was under way may have been safe before it could say so. */
          g_assert_cmpint (count, <=, before + (told + 1) * ROWS);
          turn += told + 1;
          before = count;
        }
      exchange_tear_down (&fixture);
    }
}

/* In a child: no file may grow beyond a limit while a large file comes in. */
static void
import_without_room (const char *db, const char *csv)
{
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (db, 0, NULL);
  g_autoptr (HsImportResult) result = NULL;

  signal (SIGXFSZ, SIG_IGN);
  if (store == NULL || getrlimit (RLIMIT_FSIZE, &limit) != 0)
    _exit (10);
  limit.rlim_cur = 2 * 1024 * 1024;
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    _exit (11);
  result = import_students (store, csv, 1, 10000, &error);
  if (result != NULL || !g_error_matches (error, HS_ERROR, HS_ERROR_FULL))
    _exit (12);
  if (hs_store_in_transaction (store) || exchange_count (store, HS_KIND_STUDENT) != 5)
    _exit (13);
  _exit (0);
}

static void
test_full (void)
{
  ExchangeFixture fixture;
  g_autofree char *db = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (HsImportResult) few = NULL;
  g_autoptr (HsStore) store = NULL;
  g_autoptr (HsImportResult) many = NULL;
  g_autoptr (GError) error = NULL;
  pid_t child;
  int status;

  exchange_set_up (&fixture, TRUE);
  db = g_strdup (hs_store_path (fixture.store));
  csv = g_build_filename (fixture.folder, "studenten.csv", NULL);
  few = import_students (fixture.store, csv, 0, 5, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture.store, hs_store_close);
  child = fork ();
  if (child == 0)
    import_without_room (db, csv);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (sound_count (db), ==, 5);
  store = hs_store_open (db, 0, &error);
  g_assert_no_error (error);
  many = import_students (store, csv, 1, 10000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (many->n_new, ==, 10000);
  g_clear_pointer (&store, hs_store_close);
  g_assert_cmpint (sound_count (db), ==, 10005);
  exchange_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  guint n_kills;

  g_test_init (&argc, &argv, NULL);
  n_kills = argc > 1 ? (guint) atoi (argv[1]) : 100;
  g_test_add_data_func ("/import-kill/kill", GUINT_TO_POINTER (n_kills), test_kill);
  g_test_add_func ("/import-kill/full", test_full);
  return g_test_run ();
}
