/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept long enough, and nothing else, is erased when a coordinator says so. */

#include "store-test.h"

#include "hs-erase.h"
#include "hs-error.h"
#include "hs-figures.h"
#include "hs-retention.h"

/* An agreement in @state whose placement ended on @end. (transfer full): its uid */
static char *
add (HsStore *store, const char *number, HsAgreementState state, HsDay end)
{
  g_autoptr (HsRecord) agreement = hs_record_new (HS_KIND_AGREEMENT);
  g_autoptr (HsRecord) sheet = hs_record_new (HS_KIND_SHEET);

  hs_record_set_text (agreement, HS_AGREEMENT_NUMBER, number);
  hs_record_set_int (agreement, HS_AGREEMENT_STATE, state);
  hs_test_save (store, agreement);
  hs_record_set_int (sheet, HS_SHEET_AGREEMENT, hs_record_id (agreement));
  hs_record_set_int (sheet, HS_SHEET_END, end);
  hs_test_save (store, sheet);
  hs_record_set_int (agreement, HS_AGREEMENT_SHEET, hs_record_id (sheet));
  hs_test_save (store, agreement);
  return g_strdup (hs_record_uid (agreement));
}

static void
test_erase (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  HsDay today = hs_day (2027, 2, 1);
  HsActor coordinator = { .kind = HS_KIND_PERSON,
                          .uid = (char *) "pe-k7m2qd",
                          .name = (char *) "C",
                          .roles = 1u << HS_ROLE_COORDINATOR };
  HsActor teacher = { .kind = HS_KIND_PERSON,
                      .uid = (char *) "pe-a7m2qd",
                      .name = (char *) "T",
                      .roles = 1u << HS_ROLE_TEACHER };
  g_autofree char *old = NULL;
  g_autofree char *recent = NULL;
  g_autofree char *alive = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 count = 0;

  hs_test_begin (store);
  old = add (store, "2020-1", HS_AGREEMENT_STATE_COMPLETED, hs_day (2024, 1, 31));
  recent = add (store, "2025-1", HS_AGREEMENT_STATE_WITHDRAWN, hs_day (2026, 6, 30));
  alive = add (store, "2020-2", HS_AGREEMENT_STATE_AGREED, hs_day (2020, 6, 30));
  hs_test_commit (store);
  ids = hs_store_expired (store, today, 10, &count, NULL);
  g_assert_cmpint (count, ==, 1);
  g_assert_cmpint (ids->len, ==, 1);
  g_assert_cmpint (hs_store_erase_expired (store, &teacher, today, &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (hs_store_erase_expired (store, &coordinator, today, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_true (hs_store_is_erased (store, old));
  g_assert_false (hs_store_is_erased (store, recent));
  g_assert_false (hs_store_is_erased (store, alive));

  /* A shorter time reaches more. */
  g_assert_true (hs_figure_write (store, &coordinator, "retention.agreement", 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (hs_figure_read (store, "retention.agreement"), ==, 0);
  g_assert_cmpint (hs_store_erase_expired (store, &coordinator, today, NULL), ==, 1);
  g_assert_true (hs_store_is_erased (store, recent));
  hs_store_close (store);
  hs_test_folder_free (folder);
}

/* The usual value takes the row away; what somebody else typed in is not believed. */
static void
test_figures (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) odd = hs_record_new (HS_KIND_SETTING);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_SETTING);

  g_assert_true (hs_figure_write (store, NULL, "hours.bol.3", 800, NULL));
  g_assert_cmpint (hs_figure_read (store, "hours.bol.3"), ==, 800);
  g_assert_true (hs_figure_write (store, NULL, "hours.bol.3", 900, NULL));
  g_assert_cmpint (hs_figure_read (store, "hours.bol.3"), ==, 900);
  g_assert_cmpint (hs_store_count (store, query, NULL), ==, 0);
  hs_test_begin (store);
  hs_record_set_text (odd, HS_SETTING_NAME, "remind.days");
  hs_record_set_text (odd, HS_SETTING_VALUE, "soon");
  hs_test_save (store, odd);
  hs_test_commit (store);
  g_assert_cmpint (hs_figure_read (store, "remind.days"), ==, 5);
  hs_store_close (store);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retention/erase", test_erase);
  g_test_add_func ("/retention/figures", test_figures);
  return g_test_run ();
}
