/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doctor finds nothing in a sound file, and what was done to an unsound one. */

#include "store-region.h"

#include "hs-attachment.h"
#include "hs-doctor.h"
#include "hs-error.h"
#include "hs-store-private.h"

#define CANONICAL "{\"a\":1}"

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
  region_fill (fixture->store, 3, CANONICAL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hs_store_close (fixture->store);
  hs_test_folder_free (fixture->folder);
}

static void
note (const char *code, const char *uid, const char *message, gpointer codes)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  if (((GString *) codes)->len > 0)
    g_string_append_c (codes, ' ');
  g_string_append (codes, code);
}

/* The codes of all that is wrong, joined. (transfer full) */
static char *
ask (Fixture *fixture)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int n = hs_store_doctor (fixture->store, note, codes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n, >=, 0);
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/* Lets sign-offs be changed, which nothing in the program does. */
static void
unlock (Fixture *fixture)
{
  g_assert_true (hs_store_exec (fixture->store,
                                "DROP TRIGGER signoff_only_added;"
                                "CREATE TRIGGER signoff_only_added BEFORE UPDATE OF id ON signoff "
                                "BEGIN SELECT 1; END;",
                                NULL));
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *codes = NULL;
  g_autoptr (HsRecord) agreement = hs_store_get (fixture->store, HS_KIND_AGREEMENT, 2, NULL);

  hs_test_begin (fixture->store);
  g_assert_true (hs_store_remove (fixture->store, agreement, NULL));
  hs_test_commit (fixture->store);
  codes = ask (fixture);
  g_assert_cmpstr (codes, ==, "");
}

/* What is done to the file, and what has to be found. */
static const struct
{
  const char *name;
  const char *sql;
  const char *codes;
} harms[] = {
  { "sheet", "UPDATE sheet SET canonical = '{\"a\":2}' WHERE id = 2", "sheet-hash" },
  { "sheet-without-text", "UPDATE sheet SET canonical = NULL WHERE id = 2", "sheet-hash" },
  { "signoff", "UPDATE signoff SET hash = 'other' WHERE id = 1", "signoff-hash" },
  { "signoff-recalled",
    "UPDATE signoff SET hash = 'other' WHERE id = 1;"
    "INSERT INTO revision (rev, at, what) VALUES (99, '2027-01-01T00:00:00Z', 'x');"
    "INSERT INTO event (uid, made, changed, agreement, \"action\", from_state, to_state) "
    "SELECT 'ev-recalled', 99, 99, agreement, 'recall', 'agreed', 'agreed' FROM signoff "
    "WHERE id = 1",
    "" },
  { "signoff-attachment", "UPDATE signoff SET attachment = '00' WHERE id = 1", "attachment" },
  { "attachment", "INSERT INTO attachment SELECT '00', 1, 'a', 'image/png', 1, x'00'",
    "attachment" },
  { "state", "UPDATE agreement SET state = 'draft' WHERE id = 1", "state" },
  { "events",
    "INSERT INTO event (uid, made, changed, agreement, \"action\", from_state, to_state) "
    "VALUES ('ev-x', 1, 1, 1, 'agree', 'draft', 'agreed')",
    "events" },
  { "reference", "PRAGMA foreign_keys = OFF; UPDATE agreement SET vacancy = 999 WHERE id = 1",
    "reference" },
  { "column", "ALTER TABLE student ADD COLUMN bsn TEXT", "schema" },
  { "index", "DROP INDEX agreement_student", "schema" },
  { "search-stale", "UPDATE student SET last_name = 'Anders' WHERE id = 1",
    "search search" }, /* the student, and the agreement that is found by the name */
  { "search-text",
    "UPDATE search_text SET text = 'iets anders' WHERE id >> 40 = 0 "
    "AND id & 0xff = 1",
    "search search search" },
  { "search-extra",
    "INSERT INTO search_text (id, text) VALUES ((9 << 40) + 9999, 'spook');"
    "INSERT INTO search_part (rowid, text) VALUES ((9 << 40) + 9999, 'spook');"
    "INSERT INTO search_start (rowid, text) VALUES ((9 << 40) + 9999, 'spook')",
    "search" },
};

static void
test_harm (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *codes = NULL;
  g_autoptr (GError) error = NULL;

  unlock (fixture);
  hs_store_exec (fixture->store, harms[i].sql, &error);
  g_assert_no_error (error);
  codes = ask (fixture);
  g_assert_cmpstr (codes, ==, harms[i].codes);
}

/* A page that was overwritten on the disk. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (hs_store_path (fixture->store));
  g_autofree char *codes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 page = hs_store_scalar (fixture->store, HS_TEST_PAGE, 0);

  hs_store_close (fixture->store);
  hs_test_damage (path, page);
  fixture->store = hs_store_open (path, 0, &error);
  g_assert_no_error (error);
  codes = ask (fixture);
  g_assert_nonnull (strstr (codes, "integrity"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/doctor/sound", Fixture, NULL, set_up, test_sound, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *path = g_strconcat ("/doctor/", harms[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_harm, tear_down);
    }
  g_test_add ("/doctor/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  return g_test_run ();
}
