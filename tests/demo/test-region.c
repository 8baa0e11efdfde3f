/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo region: the same each time, sound, complete, and with nobody real in it. */

#include "hs-demo.h"

#include "hs-doctor.h"
#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-export.h"
#include "hs-query.h"
#include "hs-signing.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY 20779 /* 2026-11-22 */

typedef struct
{
  char *folder;
  HsStore *store;
} Fixture;

static HsStore *
make_on (const char *folder, const char *name, guint n, guint64 seed, HsDay today)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (path, HS_STORE_CREATE, &error);

  g_assert_no_error (error);
  hs_demo_make (store, n, seed, today, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static HsStore *
make (const char *folder, const char *name, guint n, guint64 seed)
{
  return make_on (folder, name, n, seed, TODAY);
}

static gint64
count (HsStore *store, HsKindId kind)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);

  return hs_store_count (store, query, NULL);
}

static gint64
count_where (HsStore *store, HsKindId kind, guint field, gint64 value)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);

  hs_query_where_int (query, field, HS_OP_EQUAL, value);
  return hs_store_count (store, query, NULL);
}

static void
fail_finding (const char *code, const char *uid, const char *message, gpointer user_data)
{
  g_error ("%s %s: %s", code, uid != NULL ? uid : "", message);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_store_doctor (fixture->store, fail_finding, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

/* Agreements in every state, people in every role, some minors with a guardian, both methods. */
static void
test_complete (Fixture *fixture, gconstpointer data)
{
  for (guint state = 0; state <= HS_AGREEMENT_STATE_REFUSED; state++)
    if (count_where (fixture->store, HS_KIND_AGREEMENT, HS_AGREEMENT_STATE, state) == 0)
      g_error ("no agreement is %s", hs_choice_code (HS_CHOICES_AGREEMENT_STATE, state));
  for (guint role = 0; role <= HS_ROLE_SIGNATORY; role++)
    {
      g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PERSON);

      hs_query_where_int (query, HS_PERSON_ROLES, HS_OP_HAS_BITS, 1 << role);
      g_assert_cmpint (hs_store_count (fixture->store, query, NULL), >, 0);
    }
  for (guint state = 0; state <= HS_ITEM_STATE_CUPBOARD; state++)
    g_assert_cmpint (count_where (fixture->store, HS_KIND_ITEM, HS_ITEM_STATE, state), >, 0);
  g_assert_cmpint (count (fixture->store, HS_KIND_STUDENT), ==, 60);
  g_assert_cmpint (count (fixture->store, HS_KIND_GUARDIAN), >, 0);
  g_assert_cmpint (count (fixture->store, HS_KIND_WISH), >, 60);
  g_assert_cmpint (count (fixture->store, HS_KIND_ACTION), ==, 10);
  g_assert_cmpint (
      count_where (fixture->store, HS_KIND_SIGNOFF, HS_SIGNOFF_METHOD, HS_SIGN_METHOD_KEY), >, 0);
  g_assert_cmpint (
      count_where (fixture->store, HS_KIND_SIGNOFF, HS_SIGNOFF_METHOD, HS_SIGN_METHOD_PAPER), >, 0);
}

/* The model agreement is signed by all and has nothing to be warned about. */
static void
test_model (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = hs_store_fact (fixture->store, "demo.model");
  g_autoptr (HsRecord) agreement = hs_store_get_by_uid (fixture->store, uid, &error);
  g_autoptr (HsDossier) dossier = NULL;
  HsSigning signing;

  g_assert_no_error (error);
  dossier = hs_store_dossier (fixture->store, hs_record_id (agreement), 0, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hs_dossier_state (dossier), ==, HS_AGREEMENT_STATE_AGREED);
  hs_signing_read (dossier, &signing);
  g_assert_true (hs_signing_complete (&signing));
  g_assert_cmpuint (dossier->rows[HS_KIND_ASSIGNMENT]->len, >, 0);
  g_assert_cmpuint (dossier->rows[HS_KIND_CRITERION]->len, ==, 5);
  g_assert_cmpuint (dossier->rows[HS_KIND_RESERVATION]->len, >, 0);
  g_assert_cmpuint (dossier->rows[HS_KIND_PREPARATION]->len, >=, 3);
  g_assert_cmpuint (dossier->rows[HS_KIND_CONTACT]->len, >=, 3);
  for (guint i = 0; i < dossier->rows[HS_KIND_THEME]->len; i++)
    g_assert_true (
        hs_record_has (g_ptr_array_index (dossier->rows[HS_KIND_THEME], i), HS_THEME_REMARK));
}

/* No mail can reach anybody: all addresses are under domains that never exist (RFC 2606). */
static void
test_invented (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    HsKindId kind;
    guint field;
  } mails[] = { { HS_KIND_PERSON, HS_PERSON_EMAIL },
                { HS_KIND_STUDENT, HS_STUDENT_EMAIL },
                { HS_KIND_GUARDIAN, HS_GUARDIAN_EMAIL },
                { HS_KIND_ORGANISATION, HS_ORGANISATION_EMAIL } };

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autoptr (HsQuery) query = hs_query_new (mails[i].kind);
      g_autoptr (GPtrArray) all = hs_store_find (fixture->store, query, NULL);

      for (guint k = 0; k < all->len; k++)
        g_assert_true (g_str_has_suffix (
            hs_record_text (g_ptr_array_index (all, k), mails[i].field), ".example"));
    }
}

/* The file of every kind, as JSON in one text. */
static char *
export_all (const char *folder, HsStore *store)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint kind = 0; kind < HS_N_KINDS; kind++)
    {
      g_autofree char *path = g_build_filename (folder, "alles.json", NULL);
      g_autofree char *text = NULL;
      HsExportOptions options = { .format = HS_EXPORT_JSON };

      g_assert_true (hs_export_file (store, kind, path, &options, NULL, NULL));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_string_append (all, text);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsStore) again = make (fixture->folder, "nog-eens.handslag", 60, 7);
  g_autoptr (HsStore) other = make (fixture->folder, "ander.handslag", 60, 8);
  g_autofree char *a = export_all (fixture->folder, fixture->store);
  g_autofree char *b = export_all (fixture->folder, again);
  g_autofree char *c = export_all (fixture->folder, other);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

/* Any size, any seed: sound, and in every state. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 0, 25, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint64 seed = 0; seed < 4; seed++)
      {
        g_autofree char *name =
            g_strdup_printf ("%u-%" G_GUINT64_FORMAT ".handslag", sizes[i], seed);
        g_autoptr (HsStore) store = make (fixture->folder, name, sizes[i], seed);

        for (guint state = 0; state <= HS_AGREEMENT_STATE_REFUSED; state++)
          if (count_where (store, HS_KIND_AGREEMENT, HS_AGREEMENT_STATE, state) == 0)
            g_error ("%s: no agreement is %s", name,
                     hs_choice_code (HS_CHOICES_AGREEMENT_STATE, state));
        g_assert_cmpint (hs_store_doctor (store, fail_finding, NULL, NULL), ==, 0);
      }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hs_demo_make (fixture->store, 20, 1, TODAY, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_assert_cmpint (count (fixture->store, HS_KIND_STUDENT), ==, 60);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("handslag-demo-XXXXXX", NULL);
  fixture->store = make (fixture->folder, "demo.handslag", 60, 7);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  hs_store_close (fixture->store);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

#define ADD(name, function) g_test_add ("/demo/" name, Fixture, NULL, set_up, function, tear_down)

/* A region can be made on any day: of the week, at the turn of a year and of a study year. */
static void
test_any_day (Fixture *fixture, gconstpointer data)
{
  static const int later[] = { 1, 2, 3, 4, 5, 6, 40, 101, 255, 260, 463 };

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *name = g_strdup_printf ("dag-%d.handslag", later[i]);
      HsStore *store = make_on (fixture->folder, name, 20, 1, TODAY + later[i]);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (hs_store_doctor (store, fail_finding, NULL, &error), ==, 0);
      g_assert_no_error (error);
      hs_store_close (store);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sound", test_sound);
  ADD ("complete", test_complete);
  ADD ("model", test_model);
  ADD ("invented", test_invented);
  ADD ("same", test_same);
  ADD ("sizes", test_sizes);
  ADD ("refused", test_refused);
  ADD ("any-day", test_any_day);
  return g_test_run ();
}
