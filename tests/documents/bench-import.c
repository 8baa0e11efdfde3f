/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast students come in, next to the sqlite3 shell's .import of the same file into a table with
 * the same keys and the same search index on the same text (which checks nothing, finds nothing
 * again and keeps no history).
 *
 * The shell can fill the index in two ways: by a trigger, row by row, which is what .import into a
 * table with a search index is; and in one go behind the import, which is several times faster and
 * the harder one to be next to. The measure is held against the harder one. It counts seconds of
 * processor time, which do not depend on what else the machine does; seconds on the clock are shown
 * as well. Arguments: number of students, rounds. */

#include "hs-import.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define ROUNDS 3

/* Seconds that one run took. */
typedef struct
{
  double clock;
  double processor;
} Seconds;

static double
processor_seconds (int who)
{
  struct rusage used;

  g_assert_cmpint (getrusage (who, &used), ==, 0);
  return (double) (used.ru_utime.tv_sec + used.ru_stime.tv_sec)
         + (double) (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* @who: RUSAGE_SELF, or RUSAGE_CHILDREN for a program that is waited for. */
static Seconds
start_watch (int who)
{
  return (Seconds){ (double) g_get_monotonic_time () / G_USEC_PER_SEC, processor_seconds (who) };
}

static Seconds
stop_watch (Seconds start, int who)
{
  Seconds now = start_watch (who);

  return (Seconds){ now.clock - start.clock, now.processor - start.processor };
}

static void
keep_least (Seconds *least, Seconds one)
{
  least->clock = MIN (least->clock, one.clock);
  least->processor = MIN (least->processor, one.processor);
}

static const char *const first_names[] = { "Sanne", "Daan",  "Fatima", "Yusuf", "Noor",
                                           "Lotte", "Priya", "Emir",   "Zoë",   "Amélie" };
static const char *const infixes[] = { "", "de", "van der", "", "van", "" };
static const char *const last_names[] = { "Boer",      "Yılmaz", "Bakker",  "Jansen",
                                          "Ramdin",    "Çelik",  "Visser",  "Hendriks",
                                          "El Amrani", "Smit",   "Dijkstra" };
static const char *const places[] = { "Tiel", "Culemborg", "Zaltbommel", "Geldermalsen",
                                      "Wijk bij Duurstede" };

static void
write_students (const char *path, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new (
      "school;number;first_name;infix;last_name;birth_date;email;phone;address;postcode;place\n");

  for (guint i = 0; i < n; i++)
    {
      const char *first = first_names[g_rand_int_range (random, 0, G_N_ELEMENTS (first_names))];
      const char *last = last_names[g_rand_int_range (random, 0, G_N_ELEMENTS (last_names))];

      g_string_append_printf (
          text, "25XY;%06u;%s;%s;%s;%d-%d-%d;s%06u@school.example;06%08u;Dijkweg %d;%d AB;%s\n",
          100000 + i, first, infixes[g_rand_int_range (random, 0, G_N_ELEMENTS (infixes))], last,
          g_rand_int_range (random, 1, 29), g_rand_int_range (random, 1, 13),
          g_rand_int_range (random, 2004, 2011), 100000 + i, 10000000 + i,
          g_rand_int_range (random, 1, 300), g_rand_int_range (random, 1000, 9999),
          places[g_rand_int_range (random, 0, G_N_ELEMENTS (places))]);
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

/* The table with its keys and the empty search index. */
#define SHELL_TABLES                                                                               \
  "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;\n"                  \
  "CREATE TABLE student (school TEXT, number TEXT, first_name TEXT, infix TEXT, last_name TEXT,"   \
  " birth_date TEXT, email TEXT, phone TEXT, address TEXT, postcode TEXT, place TEXT);\n"          \
  "CREATE UNIQUE INDEX student_uid ON student (email);\n"                                          \
  "CREATE INDEX student_natural ON student (school, number);\n"                                    \
  "CREATE INDEX student_mentor ON student (address);\n"                                            \
  "CREATE TABLE search_text (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;\n"                \
  "CREATE VIRTUAL TABLE search_part USING fts5 (text, content = 'search_text',"                    \
  " content_rowid = 'id', tokenize = 'trigram', detail = full);\n"                                 \
  "CREATE VIRTUAL TABLE search_start USING fts5 (text, content = 'search_text',"                   \
  " content_rowid = 'id', tokenize = 'unicode61', prefix = '1 2', detail = none);\n"
#define SHELL_TEXT(row)                                                                            \
  "lower (" row ".number || ' ' || " row ".first_name || ' ' || " row ".last_name || ' ' || " row  \
  ".email || ' ' || " row ".postcode || ' ' || " row ".place)"

/* The index row by row, as a trigger does it; and all at once behind the import, which is faster.
 */
static const char with_trigger[] = SHELL_TABLES
    "CREATE TRIGGER student_index AFTER INSERT ON student BEGIN\n"
    " INSERT INTO search_text VALUES (new.rowid, " SHELL_TEXT (
        "new") ");\n"
               " INSERT INTO search_part (rowid, text) VALUES (new.rowid, " SHELL_TEXT (
                   "new") ");\n"
                          " INSERT INTO search_start (rowid, text) VALUES (new.rowid, " SHELL_TEXT (
                              "new") ");\n"
                                     "END;\n"
                                     ".separator ;\n.import --skip 1 '%s' student\n";
static const char behind[] = SHELL_TABLES
    ".separator ;\n.import --skip 1 '%s' student\n"
    "BEGIN;\n"
    "INSERT INTO search_text SELECT rowid, " SHELL_TEXT (
        "student") " FROM student;\n"
                   "INSERT INTO search_part (rowid, text) SELECT id, text FROM search_text;\n"
                   "INSERT INTO search_start (rowid, text) SELECT id, text FROM search_text;\n"
                   "COMMIT;\n";

static Seconds
shell_import (const char *folder, const char *csv, const char *pattern)
{
  g_autofree char *script = g_build_filename (folder, "shell.sql", NULL);
  g_autofree char *db = g_build_filename (folder, "shell.db", NULL);
  g_autofree char *text = g_strdup_printf (pattern, csv);
  g_autofree char *command = g_strdup_printf ("sqlite3 -batch '%s' < '%s' > /dev/null", db, script);
  Seconds start;
  int status;

  g_unlink (db);
  g_assert_true (g_file_set_contents (script, text, -1, NULL));
  start = start_watch (RUSAGE_CHILDREN);
  status = system (command);
  g_assert_cmpint (status, ==, 0);
  return stop_watch (start, RUSAGE_CHILDREN);
}

static void
add_school (HsStore *store)
{
  g_autoptr (HsRecord) school = hs_record_new (HS_KIND_ORGANISATION);

  hs_record_set_text (school, HS_ORGANISATION_NAME, "Rivierland College");
  hs_record_set_code (school, HS_ORGANISATION_KIND, "school");
  hs_record_set_text (school, HS_ORGANISATION_BRIN, "25XY");
  g_assert_true (hs_store_begin (store, NULL, "test", NULL));
  g_assert_true (hs_store_save (store, school, NULL));
  g_assert_true (hs_store_commit (store, NULL));
}

/* Seconds for bringing @csv in; @again for doing so a second time, when nothing changes. */
static Seconds
our_import (const char *folder, const char *csv, guint n, Seconds *again)
{
  g_autofree char *path = g_build_filename (folder, "ours.handslag", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;
  g_autoptr (HsImportResult) result = NULL;
  g_autoptr (HsImportResult) second = NULL;
  Seconds start, seconds;

  g_unlink (path);
  store = hs_store_open (path, HS_STORE_CREATE, &error);
  g_assert_no_error (error);
  add_school (store);
  start = start_watch (RUSAGE_SELF);
  result = hs_import_file (store, NULL, HS_KIND_STUDENT, csv, NULL, &error);
  seconds = stop_watch (start, RUSAGE_SELF);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_new, ==, n);
  start = start_watch (RUSAGE_SELF);
  second = hs_import_file (store, NULL, HS_KIND_STUDENT, csv, NULL, &error);
  *again = stop_watch (start, RUSAGE_SELF);
  g_assert_cmpuint (second->n_unchanged, ==, n);
  return seconds;
}

static void
print_seconds (const char *what, Seconds seconds)
{
  printf ("%-32s %7.2f s of processor, %7.2f s on the clock\n", what, seconds.processor,
          seconds.clock);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 200000;
  int rounds = argc > 2 ? atoi (argv[2]) : ROUNDS;
  g_autofree char *folder = g_dir_make_tmp ("handslag-bench-XXXXXX", NULL);
  g_autofree char *csv = g_build_filename (folder, "studenten.csv", NULL);
  g_autofree char *clean = g_strdup_printf ("rm -r '%s'", folder);
  Seconds most = { G_MAXDOUBLE, G_MAXDOUBLE };
  Seconds trigger = most, shell = most, ours = most, same = most;
  double ratio;

  write_students (csv, n);
  for (int round = 0; round < rounds; round++)
    {
      Seconds again = most;

      if (argc < 4)
        if (round == 0)
          keep_least (&trigger, shell_import (folder, csv, with_trigger));
      keep_least (&shell, shell_import (folder, csv, behind));
      keep_least (&ours, our_import (folder, csv, n, &again));
      keep_least (&same, again);
    }
  ratio = shell.processor / ours.processor;
  printf ("import of %u students, best of %d\n", n, rounds);
  print_seconds ("sqlite3 .import, by trigger", trigger);
  print_seconds ("sqlite3 .import, index behind it", shell);
  print_seconds ("handslag", ours);
  print_seconds ("handslag again, nothing changed", same);
  printf ("speed next to a trigger          %7.2f\n", trigger.processor / ours.processor);
  printf ("speed next to an index behind it %7.2f (wanted: 0.50 or more)\n", ratio);
  printf ("the same on the clock            %7.2f\n", shell.clock / ours.clock);
  return system (clean) == 0 && ratio >= 0.5 ? 0 : 1;
}
