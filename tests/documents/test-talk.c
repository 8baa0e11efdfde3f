/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series of regional talks: the next one begins with what is still open, and the minutes hold
 * what was said. */

#include "store-test.h"

#include "hs-talk-minutes.h"
#include "hs-talk.h"

static gint64
add_talk (HsStore *store, const char *title)
{
  g_autoptr (HsRecord) talk = hs_record_new (HS_KIND_TALK);

  hs_record_set_text (talk, HS_TALK_TITLE, title);
  hs_record_set_text (talk, HS_TALK_REGION, "Eemvallei");
  hs_record_set_int (talk, HS_TALK_DATE, hs_day (2026, 11, 20));
  hs_test_save (store, talk);
  return hs_record_id (talk);
}

static gint64
add_action (HsStore *store, gint64 talk, const char *text, HsDay due)
{
  g_autoptr (HsRecord) action = hs_record_new (HS_KIND_ACTION);

  hs_record_set_int (action, HS_ACTION_TALK, talk);
  hs_record_set_text (action, HS_ACTION_TEXT, text);
  hs_record_set_text (action, HS_ACTION_OWNER_NAME, "Aisha");
  hs_record_set_int (action, HS_ACTION_DUE, due);
  hs_test_save (store, action);
  return hs_record_id (action);
}

static void
add_rest (HsStore *store, gint64 talk)
{
  g_autoptr (HsRecord) party = hs_record_new (HS_KIND_TALK_PARTY);
  g_autoptr (HsRecord) theme = hs_record_new (HS_KIND_TALK_THEME);
  g_autoptr (HsRecord) clause = hs_record_new (HS_KIND_REGION_CLAUSE);

  hs_record_set_int (party, HS_TALK_PARTY_TALK, talk);
  hs_record_set_text (party, HS_TALK_PARTY_NAME, "Els Bos");
  hs_test_save (store, party);
  hs_record_set_int (theme, HS_TALK_THEME_TALK, talk);
  hs_record_set_int (theme, HS_TALK_THEME_THEME, HS_THEME_ONBOARDING);
  hs_record_set_text (theme, HS_TALK_THEME_WANTED, "Uitleg in week 1");
  hs_test_save (store, theme);
  hs_record_set_int (clause, HS_REGION_CLAUSE_TALK, talk);
  hs_record_set_int (clause, HS_REGION_CLAUSE_THEME, HS_THEME_ONBOARDING);
  hs_record_set_text (clause, HS_REGION_CLAUSE_TEXT, "De digicoach geeft uitleg.");
  hs_test_save (store, clause);
}

static void
finish (HsStore *store, gint64 action)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_ACTION, action, NULL);

  hs_record_set_int (record, HS_ACTION_DONE_ON, hs_day (2026, 11, 21));
  hs_test_save (store, record);
}

static guint
count_open (HsStore *store, gint64 talk, const char *first)
{
  g_autoptr (GPtrArray) open = hs_store_talk_open_actions (store, talk, NULL);

  if (open->len > 0)
    g_assert_cmpstr (hs_record_text (g_ptr_array_index (open, 0), HS_ACTION_TEXT), ==, first);
  return open->len;
}

static void
test_next (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  gint64 first, second, third, early;
  g_autoptr (HsRecord) made = NULL;
  g_autoptr (HsRecord) loop = NULL;

  hs_test_begin (store);
  first = add_talk (store, "Eerste");
  add_rest (store, first);
  add_action (store, first, "Later", hs_day (2027, 3, 1));
  early = add_action (store, first, "Eerder", hs_day (2027, 1, 1));
  g_assert_cmpint (count_open (store, first, NULL), ==, 0);
  second = hs_store_talk_next (store, first, NULL);
  g_assert_cmpint (second, >, 0);
  g_assert_cmpint (count_open (store, second, "Eerder"), ==, 2);
  finish (store, early);
  third = hs_store_talk_next (store, second, NULL);
  g_assert_cmpint (count_open (store, third, "Later"), ==, 1);
  made = hs_store_get (store, HS_KIND_TALK, third, NULL);
  g_assert_cmpstr (hs_record_text (made, HS_TALK_REGION), ==, "Eemvallei");
  g_assert_false (hs_record_has (made, HS_TALK_DATE));

  /* A circle that somebody made by hand ends. */
  loop = hs_store_get (store, HS_KIND_TALK, first, NULL);
  hs_record_set_int (loop, HS_TALK_PREVIOUS, third);
  hs_test_save (store, loop);
  g_assert_cmpint (count_open (store, third, "Later"), ==, 1);
  hs_test_commit (store);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

static void
test_minutes (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *path = g_build_filename (folder, "verslag.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const said[] = { "Eemvallei",        "Els Bos",
                                      "Uitleg in week 1", "De digicoach geeft uitleg.",
                                      "Bel de school",    "Aisha" };
  gint64 first, second;
  guint n_pages = 0;

  hs_test_begin (store);
  first = add_talk (store, "Eerste");
  add_action (store, first, "Bel de school", hs_day (2027, 3, 1));
  add_rest (store, first);
  second = hs_store_talk_next (store, first, NULL);
  hs_test_commit (store);
  bytes = hs_talk_minutes (store, first, NULL, &n_pages, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_pages, >=, 1);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_nonnull (strstr (text, said[i]));
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = hs_talk_minutes (store, second, NULL, &n_pages, &error);
  g_assert_no_error (error);
  g_assert_null (hs_talk_minutes (store, 999999, NULL, NULL, &error));
  g_assert_nonnull (error);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/talk/next", test_next);
  g_test_add_func ("/talk/minutes", test_minutes);
  return g_test_run ();
}
