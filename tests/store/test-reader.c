/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading all dossiers in a row gives what reading them one at a time gives. */

#include "store-region.h"

#include "hs-dossier-store.h"
#include "hs-error.h"

#define TODAY 20860

static void
assert_same_record (const HsRecord *a, const HsRecord *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpstr (hs_record_uid (a), ==, hs_record_uid (b));
  for (guint i = 0; i < hs_record_kind (a)->n_fields; i++)
    g_assert_true (hs_record_same (a, b, i));
}

static void
assert_same_rows (GPtrArray *a, GPtrArray *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  for (guint i = 0; a != NULL && i < MAX (a->len, b->len); i++)
    {
      g_assert_cmpuint (a->len, ==, b->len);
      assert_same_record (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
    }
}

static void
assert_same_numbers (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpint (g_array_index (a, gint64, i), ==, g_array_index (b, gint64, i));
}

static void
assert_same_facts (const HsFacts *a, const HsFacts *b)
{
  assert_same_rows (a->recognitions, b->recognitions);
  assert_same_rows (a->mandates, b->mandates);
  g_assert_cmpint (a->other_minutes, ==, b->other_minutes);
  g_assert_cmpint (a->supervisor_peak, ==, b->supervisor_peak);
  g_assert_cmpint (a->supervisor_limit, ==, b->supervisor_limit);
  g_assert_cmpint (a->coach_minutes_week, ==, b->coach_minutes_week);
  g_assert_cmpint (a->vacancy_peak, ==, b->vacancy_peak);
  g_assert_cmpint (a->overlapping, ==, b->overlapping);
  g_assert_cmpint (a->excluded, ==, b->excluded);
  assert_same_numbers (a->item_peaks, b->item_peaks);
  assert_same_numbers (a->item_limits, b->item_limits);
}

static void
assert_same_dossier (const HsDossier *a, const HsDossier *b)
{
  assert_same_record (a->agreement, b->agreement);
  assert_same_record (a->sheet, b->sheet);
  assert_same_record (a->student, b->student);
  assert_same_record (a->enrolment, b->enrolment);
  assert_same_record (a->programme, b->programme);
  assert_same_record (a->location, b->location);
  assert_same_record (a->supervisor, b->supervisor);
  assert_same_record (a->digicoach, b->digicoach);
  assert_same_rows (a->sheets, b->sheets);
  assert_same_rows (a->guardians, b->guardians);
  for (guint i = 0; i < HS_N_KINDS; i++)
    assert_same_rows (a->rows[i], b->rows[i]);
  g_assert_cmpuint (g_hash_table_size (a->others), ==, g_hash_table_size (b->others));
  assert_same_facts (&a->facts, &b->facts);
}

/* Reads all in @n_parts parts, compares each, and returns how many there were. */
static guint
compare_all (HsStore *store, guint n_parts)
{
  guint n = 0;

  for (guint part = 0; part < n_parts; part++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsDossierReader) reader =
          hs_dossier_reader_new_part (store, TODAY, part, n_parts, &error);
      HsDossier *next;

      g_assert_no_error (error);
      while ((next = hs_dossier_reader_next (reader, &error)) != NULL)
        {
          g_autoptr (HsDossier) dossier = next;
          g_autoptr (HsDossier) single =
              hs_store_dossier (store, hs_record_id (dossier->agreement), 0, TODAY, &error);

          g_assert_no_error (error);
          assert_same_dossier (dossier, single);
          n++;
        }
      g_assert_no_error (error);
    }
  return n;
}

static HsRecord *
agreement_at (HsStore *store, guint index)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) all = hs_store_find (store, query, NULL);

  return hs_record_ref (g_ptr_array_index (all, index));
}

static void
exclude (HsStore *store, HsRecord *a, HsRecord *b)
{
  g_autoptr (HsRecord) exclusion = hs_record_new (HS_KIND_EXCLUSION);

  hs_record_set_int (exclusion, HS_EXCLUSION_STUDENT, hs_record_int (a, HS_AGREEMENT_STUDENT));
  hs_record_set_int (exclusion, HS_EXCLUSION_OTHER_STUDENT,
                     hs_record_int (b, HS_AGREEMENT_STUDENT));
  hs_test_save (store, exclusion);
}

static void
test_same (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) removed = NULL;
  g_autoptr (HsRecord) bare = NULL;
  g_autoptr (HsRecord) later = NULL;
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (compare_all (store, 2), ==, 0);
  region_fill (store, 30, NULL);
  removed = agreement_at (store, 4);
  bare = agreement_at (store, 7);
  later = agreement_at (store, 2);
  exclude (store, bare, later);
  hs_test_begin (store);
  g_assert_true (hs_store_remove (store, removed, &error));
  hs_test_commit (store);
  hs_record_unset (bare, HS_AGREEMENT_SHEET);
  hs_test_save (store, bare);
  /* A second sheet, made when the others were there already. */
  sheet = hs_store_get (store, HS_KIND_SHEET, hs_record_int (later, HS_AGREEMENT_SHEET), NULL);
  hs_record_set_identity (sheet, 0, NULL, 0, 0, 0);
  hs_record_set_int (sheet, HS_SHEET_NUMBER, 2);
  hs_record_set_int (sheet, HS_SHEET_EFFECTIVE_FROM, TODAY + 40);
  hs_test_save (store, sheet);
  hs_record_set_int (later, HS_AGREEMENT_SHEET, hs_record_id (sheet));
  hs_test_save (store, later);
  g_assert_cmpuint (compare_all (store, 1), ==, 29);
  g_assert_cmpuint (compare_all (store, 3), ==, 29);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

/* A reader that is given up half-way leaves the store usable. */
static void
test_given_up (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsDossierReader) reader = NULL;

  region_fill (store, 3, NULL);
  reader = hs_dossier_reader_new (store, TODAY, NULL);
  hs_dossier_free (hs_dossier_reader_next (reader, NULL));
  g_clear_pointer (&reader, hs_dossier_reader_free);
  hs_record_unref (hs_test_organisation (store, "Na", HS_ORGANISATION_KIND_HOST));
  hs_store_close (store);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/same", test_same);
  g_test_add_func ("/reader/given-up", test_given_up);
  return g_test_run ();
}
