/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed while it writes: the file opens afterwards, the doctor finds nothing,
 * what was acknowledged is there, and nothing is there by half.
 *
 * A child does one kind of work over and over and writes a line to a pipe after each commit. The
 * parent waits for some lines, and then a random moment that falls inside the next commits, and
 * kills it with SIGKILL. The number of kills is the argument. */

#include "store-region.h"

#include "hs-backup.h"
#include "hs-doctor.h"
#include "hs-error.h"
#include "hs-store-private.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define PER_IMPORT 300
#define ENROLMENTS 3
/* The kill falls within this time after the last line that was waited for. */
#define MOMENT_MICROSECONDS 15000

typedef enum
{
  WORK_SAVE, /* a student with enrolments in each transaction */
  WORK_IMPORT, /* hundreds in one transaction */
  WORK_SIGN, /* an agreement with all its rows, sign-offs and events */
  WORK_EDIT, /* fields of one record, again and again */
  WORK_ERASE, /* removing and bringing back */
  WORK_CREATE, /* a new file each time */
  WORK_RESTORE, /* backup and restore */
  N_WORKS
} Work;

typedef struct
{
  char *folder;
  char *path;
  char *copy;
  int pipe;
} Place;

static void
must (gboolean done, GError *error)
{
  if (!done)
    {
      g_printerr ("child: %s\n", error != NULL ? error->message : "failed");
      _exit (3);
    }
}

/* Tells the parent what is safe now. */
static void
acknowledge (Place *place, const char *word)
{
  g_autofree char *line = g_strconcat (word, "\n", NULL);

  if (write (place->pipe, line, strlen (line)) != (ssize_t) strlen (line))
    _exit (4);
}

/* A student with enrolments, inside the transaction. (transfer full) */
static HsRecord *
add_student (HsStore *store, const char *last_name)
{
  HsRecord *student = hs_record_new (HS_KIND_STUDENT);
  g_autoptr (GError) error = NULL;

  hs_record_set_int (student, HS_STUDENT_SCHOOL, 1);
  hs_record_set_text (student, HS_STUDENT_LAST_NAME, last_name);
  must (hs_store_save (store, student, &error), error);
  for (guint i = 0; i < ENROLMENTS; i++)
    {
      g_autoptr (HsRecord) enrolment = hs_record_new (HS_KIND_ENROLMENT);

      hs_record_set_int (enrolment, HS_ENROLMENT_STUDENT, hs_record_id (student));
      must (hs_store_save (store, enrolment, &error), error);
    }
  return student;
}

static void
begin (HsStore *store)
{
  g_autoptr (GError) error = NULL;

  must (hs_store_begin (store, NULL, "work", &error), error);
}

static void
commit (HsStore *store)
{
  g_autoptr (GError) error = NULL;

  must (hs_store_commit (store, &error), error);
}

static HsStore *
open_store (Place *place)
{
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (place->path, HS_STORE_CREATE, &error);

  must (store != NULL, error);
  return store;
}

static void
work_save (Place *place, HsStore *store, guint n)
{
  g_autoptr (HsRecord) last = NULL;

  begin (store);
  for (guint i = 0; i < n; i++)
    {
      hs_record_unref (last);
      last = add_student (store, "Bakker");
    }
  commit (store);
  acknowledge (place, hs_record_uid (last));
}

static void
work_sign (Place *place, HsStore *store)
{
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (HsRecord) agreement = hs_record_new (HS_KIND_AGREEMENT);
  g_autoptr (HsRecord) sheet = hs_record_new (HS_KIND_SHEET);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "{}", 2);
  Region region = { .world = { .store = store } };
  g_autoptr (GError) error = NULL;

  begin (store);
  student = add_student (store, "Visser");
  hs_record_set_int (agreement, HS_AGREEMENT_STUDENT, hs_record_id (student));
  hs_record_set_int (agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_AGREED);
  must (hs_store_save (store, agreement, &error), error);
  hs_record_set_int (sheet, HS_SHEET_AGREEMENT, hs_record_id (agreement));
  hs_record_set_int (sheet, HS_SHEET_START, 20850);
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_IN_FORCE);
  hs_record_set_text (sheet, HS_SHEET_CANONICAL, "{}");
  hs_record_set_text (sheet, HS_SHEET_HASH, hash);
  must (hs_store_save (store, sheet, &error), error);
  region_add_rows (&region, agreement, sheet);
  region_add_events (&region, agreement);
  commit (store);
  acknowledge (place, hs_record_uid (agreement));
}

static void
work_edit (Place *place, HsStore *store, guint turn)
{
  g_autoptr (HsRecord) school = hs_store_get (store, HS_KIND_ORGANISATION, 1, NULL);
  g_autofree char *name = g_strdup_printf ("School %u", turn);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  hs_record_set_text (school, HS_ORGANISATION_NAME, name);
  hs_record_set_text (school, HS_ORGANISATION_PHONE, name);
  begin (store);
  must (hs_store_save (store, school, &error), error);
  commit (store);
  line = g_strdup_printf ("#%lld", (long long) hs_store_revision (store));
  acknowledge (place, line);
}

static void
work_erase (Place *place, HsStore *store)
{
  g_autoptr (HsRecord) student = NULL;
  g_autoptr (GError) error = NULL;

  begin (store);
  student = add_student (store, "Weg");
  commit (store);
  begin (store);
  must (hs_store_remove (store, student, &error), error);
  commit (store);
  begin (store);
  must (hs_store_restore_record (store, HS_KIND_STUDENT, hs_record_id (student), &error), error);
  commit (store);
  acknowledge (place, hs_record_uid (student));
}

/* Makes and fills a file of its own; the parent looks at the last one. */
static void
work_create (Place *place)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  HsStore *store;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (place->copy, ends[i], NULL);

      g_remove (name);
    }
  store = hs_store_open (place->copy, HS_STORE_CREATE, NULL);
  must (store != NULL, NULL);
  hs_store_close (store);
  acknowledge (place, "#0");
}

static void
work_restore (Place *place, HsStore *store)
{
  g_autoptr (GError) error = NULL;

  must (hs_store_backup (store, place->copy, &error), error);
  must (hs_store_restore (place->path, place->copy, &error), error);
  acknowledge (place, "#0");
}

/* In the child, until it is killed. */
static void
work (Place *place, Work kind)
{
  HsStore *store = open_store (place);

  for (guint turn = 0;; turn++)
    switch (kind)
      {
      case WORK_SAVE:
        work_save (place, store, 1);
        break;
      case WORK_IMPORT:
        work_save (place, store, PER_IMPORT);
        break;
      case WORK_SIGN:
        work_sign (place, store);
        break;
      case WORK_EDIT:
        work_edit (place, store, turn);
        break;
      case WORK_ERASE:
        work_erase (place, store);
        break;
      case WORK_CREATE:
        work_create (place);
        break;
      default:
        work_restore (place, store);
      }
}

/* Lines that the child wrote before it died, after @n were waited for. (transfer full) */
static GPtrArray *
kill_at_some_moment (pid_t child, int from, guint n)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  FILE *stream = fdopen (from, "r");
  char line[128];

  while (lines->len < n && fgets (line, sizeof line, stream) != NULL)
    g_ptr_array_add (lines, g_strstrip (g_strdup (line)));
  g_assert_cmpuint (lines->len, ==, n);
  g_usleep ((gulong) g_test_rand_int_range (0, MOMENT_MICROSECONDS));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (fgets (line, sizeof line, stream) != NULL)
    if (strchr (line, '\n') != NULL)
      g_ptr_array_add (lines, g_strstrip (g_strdup (line)));
  fclose (stream);
  return lines;
}

static void
print_finding (const char *code, const char *uid, const char *message, gpointer data)
{
  g_test_message ("%s %s: %s", code, uid != NULL ? uid : "", message);
}

/* Everything that was acknowledged is there, and every student has all enrolments or is not there.
 */
static void
check_content (HsStore *store, GPtrArray *lines)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autoptr (HsRecord) record = NULL;

      if (*line == '#')
        {
          g_assert_cmpint (hs_store_revision (store), >=, g_ascii_strtoll (line + 1, NULL, 10));
          continue;
        }
      record = hs_store_get_by_uid (store, line, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (
      hs_store_scalar (store,
                       "SELECT count(*) FROM student AS s WHERE (SELECT count(*) FROM enrolment "
                       "AS e WHERE e.student = s.id) <> 3",
                       -1),
      ==, 0);
  g_assert_cmpint (
      hs_store_scalar (store,
                       "SELECT count(*) FROM agreement AS a WHERE (SELECT count(*) FROM signoff "
                       "AS o WHERE o.agreement = a.id) <> 3 OR (SELECT count(*) FROM event AS e "
                       "WHERE e.agreement = a.id) <> 6",
                       -1),
      ==, 0);
  g_assert_cmpint (hs_store_scalar (store,
                                    "SELECT count(*) FROM organisation WHERE phone IS NOT NULL "
                                    "AND phone <> name",
                                    -1),
                   ==, 0);
}

static void
check (const char *path, GPtrArray *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (path, HS_STORE_CREATE, &error);

  g_assert_no_error (error);
  if (lines != NULL)
    check_content (store, lines);
  g_assert_cmpint (hs_store_doctor (store, print_finding, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

static void
one_kill (Place *place, Work kind)
{
  g_autoptr (GPtrArray) lines = NULL;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      place->pipe = ends[1];
      work (place, kind);
    }
  close (ends[1]);
  lines = kill_at_some_moment (child, ends[0],
                               (guint) g_test_rand_int_range (0, kind == WORK_IMPORT ? 2 : 6));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  check (place->path, lines);
  if (kind == WORK_CREATE)
    check (place->copy, NULL);
}

/* A file that became large is of no more use and slow to look at. */
static void
start_anew (Place *place)
{
  g_autoptr (HsStore) store = NULL;
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_remove (path);
    }
  store = open_store (place);
  hs_record_unref (hs_test_organisation (store, "School", HS_ORGANISATION_KIND_SCHOOL));
}

static void
test_kill (gconstpointer n_kills)
{
  Place place = { .folder = hs_test_folder () };

  place.path = g_build_filename (place.folder, "test.handslag", NULL);
  place.copy = g_build_filename (place.folder, "copy.handslag", NULL);
  for (guint i = 0; i < GPOINTER_TO_UINT (n_kills); i++)
    {
      if (i % (2 * N_WORKS) == 0)
        start_anew (&place);
      one_kill (&place, (Work) (i % N_WORKS));
    }
  g_free (place.path);
  g_free (place.copy);
  hs_test_folder_free (place.folder);
}

int
main (int argc, char **argv)
{
  guint n_kills;

  g_test_init (&argc, &argv, NULL);
  n_kills = argc > 1 ? (guint) atoi (argv[1]) : 60;
  g_test_add_data_func ("/kill", GUINT_TO_POINTER (n_kills), test_kill);
  return g_test_run ();
}
