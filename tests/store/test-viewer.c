/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until a match is final a host sees no student: who looks decides. */

#include "store-test.h"

#include "hs-store-permission.h"

static HsRecord *
add_agreement (HsStore *store, const HsRecord *student, const HsRecord *host,
               HsAgreementState state)
{
  HsRecord *agreement = hs_record_new (HS_KIND_AGREEMENT);

  hs_record_set_int (agreement, HS_AGREEMENT_STUDENT, hs_record_id (student));
  hs_record_set_int (agreement, HS_AGREEMENT_HOST, hs_record_id (host));
  hs_record_set_int (agreement, HS_AGREEMENT_STATE, state);
  hs_test_save (store, agreement);
  return agreement;
}

static void
test_hides (void)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) student = hs_record_new (HS_KIND_STUDENT);
  g_autoptr (HsRecord) guardian = hs_record_new (HS_KIND_GUARDIAN);
  g_autoptr (HsRecord) host = hs_test_organisation (store, "Zorg", HS_ORGANISATION_KIND_HOST);
  g_autoptr (HsRecord) other = hs_test_organisation (store, "Ander", HS_ORGANISATION_KIND_HOST);
  g_autoptr (HsRecord) elsewhere = NULL;
  g_autoptr (HsRecord) agreement = NULL;
  HsActor trainer = { .kind = HS_KIND_PERSON,
                      .uid = (char *) "pe-k7m2qd",
                      .name = (char *) "T",
                      .side = HS_ORGANISATION_KIND_HOST };

  hs_test_begin (store);
  hs_record_set_text (student, HS_STUDENT_LAST_NAME, "Smit");
  hs_test_save (store, student);
  hs_record_set_int (guardian, HS_GUARDIAN_STUDENT, hs_record_id (student));
  hs_test_save (store, guardian);
  elsewhere = add_agreement (store, student, other, HS_AGREEMENT_STATE_DRAFT);
  agreement = add_agreement (store, student, host, HS_AGREEMENT_STATE_PROPOSED);
  hs_test_commit (store);
  trainer.organisation = hs_record_id (host);

  g_assert_false (hs_store_hides (store, student));
  hs_store_set_viewer (store, &trainer);
  g_assert_true (hs_store_viewer_is_host (store));
  g_assert_true (hs_store_hides (store, student));
  g_assert_true (hs_store_hides (store, guardian));
  g_assert_false (hs_store_hides (store, host));
  hs_test_begin (store);
  hs_record_set_int (agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_PLACED);
  hs_test_save (store, agreement);
  hs_test_commit (store);
  g_assert_false (hs_store_hides (store, student));
  g_assert_false (hs_store_hides (store, guardian));
  trainer.side = HS_ORGANISATION_KIND_SCHOOL;
  hs_store_set_viewer (store, &trainer);
  g_assert_false (hs_store_viewer_is_host (store));
  hs_store_set_viewer (store, NULL);
  g_assert_false (hs_store_hides (store, student));
  hs_store_close (store);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewer/hides", test_hides);
  return g_test_run ();
}
