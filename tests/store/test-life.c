/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an agreement: what makes it valid, and what has to be refused. */

#include "life-world.h"

#include "hs-canonical.h"
#include "hs-error.h"

#define ADULT hs_day (2006, 5, 14)
#define MINOR hs_day (2009, 12, 24)

static void
set_up (Life *life, gconstpointer born)
{
  life_init (life, GPOINTER_TO_INT (born), HS_RECOGNITION_STATUS_VERIFIED);
}

static void
tear_down (Life *life, gconstpointer born)
{
  life_clear (life);
}

#define assert_refused(call)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) refusal_ = NULL;                                                            \
    GError **error = &refusal_;                                                                    \
    g_assert_false (call);                                                                         \
    g_assert_error (refusal_, HS_ERROR, HS_ERROR_REFUSED);                                         \
  }                                                                                                \
  G_STMT_END

#define assert_invalid(call)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) refusal_ = NULL;                                                            \
    GError **error = &refusal_;                                                                    \
    g_assert_false (call);                                                                         \
    g_assert_error (refusal_, HS_ERROR, HS_ERROR_INVALID);                                         \
  }                                                                                                \
  G_STMT_END

/* A new agreement is filled in as far as is known. */
static void
test_create (Life *life, gconstpointer born)
{
  g_autoptr (HsDossier) dossier = NULL;

  life_create (life, NULL);
  dossier = life_load (life);
  g_assert_cmpint (hs_dossier_state (dossier), ==, HS_AGREEMENT_STATE_DRAFT);
  g_assert_cmpstr (hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER), ==, "2027-00001");
  g_assert_cmpint (hs_record_id (dossier->host), ==, hs_record_id (life->world.host));
  g_assert_nonnull (dossier->trainer);
  g_assert_cmpuint (dossier->rows[HS_KIND_THEME]->len, ==, 5);
  g_assert_cmpuint (dossier->rows[HS_KIND_TASK]->len, ==, 10);
  g_assert_cmpuint (dossier->rows[HS_KIND_CONTACT]->len, ==, 3);
  g_assert_cmpuint (dossier->rows[HS_KIND_RESERVATION]->len, ==, 1);
  g_assert_cmpuint (dossier->rows[HS_KIND_EVENT]->len, ==, 3);
  g_assert_true (hs_record_has (dossier->sheet, HS_SHEET_ENDING));
  g_assert_cmpint (
      hs_record_int (dossier->sheet, HS_SHEET_TOTAL_MINUTES), ==,
      hs_record_int (g_ptr_array_index (dossier->rows[HS_KIND_SPREAD], 0), HS_SPREAD_MINUTES));
  /* Each contact moment is on a day on which the student is there. */
  for (guint i = 0; i < 3; i++)
    {
      const HsRecord *row = g_ptr_array_index (dossier->rows[HS_KIND_CONTACT], i);
      HsDay day = (HsDay) hs_record_int (row, HS_CONTACT_DATE);

      g_assert_cmpint (day, >=, LIFE_START);
      g_assert_cmpint (day, <=, LIFE_END);
      g_assert_cmpint (hs_day_weekday (day), <, 5);
    }
  life_create (life, NULL);
  g_assert_cmpint (life->agreement, >, hs_record_id (dossier->agreement));
}

/* WEB 7.2.10: without a verified recognition it stays a proposal. */
static void
test_not_recognised (void)
{
  const HsRecognitionStatus statuses[] = { HS_RECOGNITION_STATUS_UNKNOWN,
                                           HS_RECOGNITION_STATUS_REQUESTED,
                                           HS_RECOGNITION_STATUS_ENDED };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) held = NULL;
      Life life;

      life_init (&life, ADULT, statuses[i]);
      life_create (&life, &held);
      g_assert_error (held, HS_ERROR, HS_ERROR_REFUSED);
      g_assert_cmpint (life_state (&life), ==, HS_AGREEMENT_STATE_PROPOSED);
      assert_refused (
          life_step (&life, life.coordinator, HS_EVENT_ACTION_START_DRAFT, NULL, error));
      life_clear (&life);
    }
}

/* The whole way, with being sent back in between. */
static void
test_whole_life (Life *life, gconstpointer born)
{
  g_autoptr (GPtrArray) history = NULL;
  HsTransitionInput input = { NULL, HS_DAY_NONE, 50 * 60 };

  life_create (life, NULL);
  assert_refused (life_step (life, life->coordinator, HS_EVENT_ACTION_SUBMIT, NULL, error));
  life_fill (life);
  life_set_themes (life, HS_THEME_STATUS_DISCUSSED);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
  assert_refused (life_step (life, life->teacher, HS_EVENT_ACTION_APPROVE, NULL, error));
  assert_invalid (life_step (life, life->teacher, HS_EVENT_ACTION_RETURN, NULL, error));
  life_must_step (life, life->teacher, HS_EVENT_ACTION_RETURN, "De uren kloppen niet.");
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_DRAFT);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
  life_set_themes (life, HS_THEME_STATUS_AGREED);
  assert_refused (life_step (life, life->trainer, HS_EVENT_ACTION_APPROVE, NULL, error));
  life_must_step (life, life->teacher, HS_EVENT_ACTION_APPROVE, NULL);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SEND, NULL);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  life_must_sign (life, life->trainer, HS_SIGNER_HOST, TRUE);
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_AGREED);
  assert_refused (life_step (life, life->teacher, HS_EVENT_ACTION_COMPLETE, NULL, error));
  life_set_today (life, LIFE_END + 1);
  assert_invalid (life_step (life, life->teacher, HS_EVENT_ACTION_COMPLETE, NULL, error));
  life_begin (life, life->teacher);
  g_assert_true (hs_life_transition (life->store, life->teacher, life->agreement,
                                     HS_EVENT_ACTION_COMPLETE, &input, NULL));
  life_finish (life, TRUE);
  history = hs_life_history (life->store, life->agreement, NULL);
  for (guint i = 0; i < history->len; i++)
    {
      const HsLifeMoment *moment = g_ptr_array_index (history, i);

      g_test_message ("%s", moment->sentence);
      if (moment->action == HS_EVENT_ACTION_RETURN)
        g_assert_cmpstr (moment->reason, ==, "De uren kloppen niet.");
      else
        g_assert_null (moment->reason);
    }
  g_assert_cmpint (((HsLifeMoment *) g_ptr_array_index (history, history->len - 1))->action, ==,
                   HS_EVENT_ACTION_COMPLETE);
}

/* Under 18 on the day of signing: a guardian signs too. */
static void
test_minor (Life *life, gconstpointer born)
{
  life_to_out (life);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  life_must_sign (life, life->trainer, HS_SIGNER_HOST, FALSE);
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_OUT);
  /* Somebody who signed already cannot sign for another as well. */
  assert_refused (life_sign (life, life->trainer, HS_SIGNER_GUARDIAN, NULL, error));
  life_must_sign (life, life->parent, HS_SIGNER_GUARDIAN, TRUE);
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_AGREED);
}

/* Signing on the birthday needs no guardian, and no guardian can sign any more. */
static void
test_turns_eighteen (Life *life, gconstpointer born)
{
  life_to_out (life);
  life_set_today (life, hs_day (2027, 12, 24));
  assert_refused (life_sign (life, life->parent, HS_SIGNER_GUARDIAN, NULL, error));
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  life_must_sign (life, life->trainer, HS_SIGNER_HOST, TRUE);
}

/* A minor who signed and turned 18 afterwards still needs the guardian of that day: signing
 * again as an adult is not the only way. */
static void
test_signed_as_minor (Life *life, gconstpointer born)
{
  life_to_out (life);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->parent, HS_SIGNER_GUARDIAN, FALSE);
  life_set_today (life, hs_day (2027, 12, 24));
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  life_must_sign (life, life->trainer, HS_SIGNER_HOST, TRUE);
}

static void
test_birth_date_unknown (void)
{
  Life life;

  life_init (&life, HS_DAY_NONE, HS_RECOGNITION_STATUS_VERIFIED);
  life_create (&life, NULL);
  life_fill (&life);
  life_set_themes (&life, HS_THEME_STATUS_AGREED);
  life_must_step (&life, life.coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
  life_must_step (&life, life.teacher, HS_EVENT_ACTION_APPROVE, NULL);
  assert_refused (life_step (&life, life.coordinator, HS_EVENT_ACTION_SEND, NULL, error));
  life_clear (&life);
}

static void
test_wrong_signers (Life *life, gconstpointer born)
{
  life_to_out (life);
  assert_refused (life_sign (life, life->coordinator, HS_SIGNER_SCHOOL, NULL, error));
  assert_refused (life_sign (life, life->teacher, HS_SIGNER_HOST, NULL, error));
  assert_refused (life_sign (life, life->teacher, HS_SIGNER_STUDENT, NULL, error));
  assert_refused (life_sign (life, life->parent, HS_SIGNER_GUARDIAN, NULL, error));
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  assert_refused (life_sign (life, life->teacher, HS_SIGNER_SCHOOL, NULL, error));
}

/* One role twice does not count for two. */
static void
test_one_role_twice (Life *life, gconstpointer born)
{
  g_autoptr (GError) error = NULL;
  HsActor *second;

  life_to_out (life);
  hs_test_begin (life->store);
  second = life_person (life, life->world.school, "De Boer", 1u << HS_ROLE_SIGNATORY, TRUE);
  hs_test_commit (life->store);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  life_must_sign (life, second, HS_SIGNER_SCHOOL, FALSE);
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_OUT);
  hs_actor_free (second);
}

/* A recall makes signatures not count any more, also when nothing was changed. */
static void
test_recall (Life *life, gconstpointer born)
{
  g_auto (GStrv) lost = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  g_autofree char *why = NULL;

  life_to_out (life);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  lost = hs_life_recall_loses (life->store, life->agreement, NULL);
  g_assert_cmpuint (g_strv_length (lost), ==, 2);
  assert_invalid (life_step (life, life->coordinator, HS_EVENT_ACTION_RECALL, "", error));
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_RECALL, "Verkeerde locatie");
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_DRAFT);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
  life_must_step (life, life->teacher, HS_EVENT_ACTION_APPROVE, NULL);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SEND, NULL);
  dossier = life_load (life);
  g_assert_cmpuint (dossier->rows[HS_KIND_SIGNOFF]->len, ==, 2);
  g_assert_false (
      hs_signing_counts (dossier, g_ptr_array_index (dossier->rows[HS_KIND_SIGNOFF], 0), &why));
  g_assert_nonnull (why);
  life_must_sign (life, life->trainer, HS_SIGNER_HOST, FALSE);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, TRUE);
}

static void
test_refuse (Life *life, gconstpointer born)
{
  life_to_out (life);
  assert_refused (life_step (life, life->coordinator, HS_EVENT_ACTION_REFUSE, "Nee", error));
  assert_invalid (life_step (life, life->learner, HS_EVENT_ACTION_REFUSE, NULL, error));
  life_must_step (life, life->learner, HS_EVENT_ACTION_REFUSE, "De dagen kloppen niet.");
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_REFUSED);
  assert_refused (life_sign (life, life->teacher, HS_SIGNER_SCHOOL, NULL, error));
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_REOPEN, NULL);
  g_assert_cmpint (life_state (life), ==, HS_AGREEMENT_STATE_DRAFT);
}

/* On paper: a scan and a witness; what was signed has to be what the sheet says. */
static void
test_paper (Life *life, gconstpointer born)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) scan = g_bytes_new_static ("scan", 4);
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *sha256 = NULL;
  HsLifeSignature signature = { .signer = life->learner,
                                .role = HS_SIGNER_STUDENT,
                                .method = HS_SIGN_METHOD_PAPER,
                                .date = LIFE_TODAY };

  life_to_out (life);
  g_assert_true (hs_life_to_sign (life->store, life->agreement, &sheet, &hash, NULL));
  life_begin (life, life->teacher);
  sha256 = hs_store_attach (life->store, life->agreement, "scan.jpg", "image/jpeg", scan, NULL);
  signature.hash = hash;
  signature.attachment = sha256;
  assert_invalid (
      hs_life_sign (life->store, life->teacher, life->agreement, &signature, NULL, error));
  signature.witness = "M. Bakker";
  signature.date = LIFE_TODAY + 1;
  assert_refused (
      hs_life_sign (life->store, life->teacher, life->agreement, &signature, NULL, error));
  signature.date = LIFE_TODAY;
  signature.hash = "0000";
  assert_refused (
      hs_life_sign (life->store, life->teacher, life->agreement, &signature, NULL, error));
  signature.hash = hash;
  assert_refused (
      hs_life_sign (life->store, life->parent, life->agreement, &signature, NULL, error));
  signature.attachment = NULL;
  assert_invalid (
      hs_life_sign (life->store, life->teacher, life->agreement, &signature, NULL, error));
  signature.attachment = sha256;
  g_assert_true (
      hs_life_sign (life->store, life->teacher, life->agreement, &signature, NULL, &failure));
  g_assert_no_error (failure);
  life_finish (life, TRUE);
}

/* Nobody signs with the key of somebody else. */
static void
test_foreign_key (Life *life, gconstpointer born)
{
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *key = NULL;
  HsLifeSignature signature = { .signer = life->teacher,
                                .role = HS_SIGNER_SCHOOL,
                                .method = HS_SIGN_METHOD_KEY,
                                .date = LIFE_TODAY,
                                .signature = "c2lnbmF0dXJl",
                                .signed_at = LIFE_NOW };

  life_to_out (life);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  g_assert_true (hs_life_to_sign (life->store, life->agreement, &sheet, &hash, NULL));
  key = g_strconcat ("key-of-", life->learner->uid, NULL);
  signature.hash = hash;
  signature.public_key = key;
  life_begin (life, life->teacher);
  assert_refused (
      hs_life_sign (life->store, life->teacher, life->agreement, &signature, NULL, error));
  signature.public_key = "another";
  assert_refused (
      hs_life_sign (life->store, life->coordinator, life->agreement, &signature, NULL, error));
  life_finish (life, FALSE);
}

/* The hash that is signed is that of the text that is kept. */
static void
test_fixed_text (Life *life, gconstpointer born)
{
  g_autoptr (HsDossier) dossier = NULL;
  g_autofree char *hash = NULL;
  json_t *root;

  life_to_out (life);
  dossier = life_load (life);
  hash = hs_canonical_hash (hs_record_text (dossier->sheet, HS_SHEET_CANONICAL));
  g_assert_cmpstr (hash, ==, hs_record_text (dossier->sheet, HS_SHEET_HASH));
  root = hs_canonical_parse (hs_record_text (dossier->sheet, HS_SHEET_CANONICAL), -1, NULL);
  g_assert_nonnull (root);
  json_decref (root);
  g_assert_false (hs_permission_check (dossier, life->coordinator, HS_MAY_EDIT, NULL));
}

/* ---- later sheets ---- */

static void
sign_all (Life *life)
{
  life_to_out (life);
  life_must_sign (life, life->learner, HS_SIGNER_STUDENT, FALSE);
  life_must_sign (life, life->teacher, HS_SIGNER_SCHOOL, FALSE);
  life_must_sign (life, life->trainer, HS_SIGNER_HOST, TRUE);
}

static gint64
new_sheet (Life *life, HsDay from)
{
  g_autoptr (GError) error = NULL;
  gint64 sheet;

  life_begin (life, life->coordinator);
  sheet = hs_life_new_sheet (life->store, life->coordinator, life->agreement, from,
                             "De stage duurt twee weken langer.", &error);
  g_assert_no_error (error);
  life_finish (life, TRUE);
  return sheet;
}

/* Copies everything: a canonical form that differs only in what has to differ. */
static void
test_new_sheet (Life *life, gconstpointer born)
{
  g_autoptr (HsDossier) before = NULL;
  g_autoptr (HsDossier) after = NULL;

  sign_all (life);
  before = life_load (life);
  new_sheet (life, hs_day (2027, 3, 1));
  after = life_load (life);
  g_assert_cmpint (hs_record_int (after->sheet, HS_SHEET_NUMBER), ==, 2);
  g_assert_cmpint (hs_dossier_state (after), ==, HS_AGREEMENT_STATE_AGREED);
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (before->rows[i] != NULL && i != HS_KIND_EVENT)
      g_assert_cmpuint (before->rows[i]->len, ==, after->rows[i]->len);
  g_assert_cmpint (hs_record_int (g_ptr_array_index (after->rows[HS_KIND_RESERVATION], 0),
                                  HS_RESERVATION_ASSIGNMENT),
                   ==, hs_record_id (g_ptr_array_index (after->rows[HS_KIND_ASSIGNMENT], 0)));
  /* One at a time. */
  life_begin (life, life->coordinator);
  assert_refused (hs_life_new_sheet (life->store, life->coordinator, life->agreement,
                                     hs_day (2027, 4, 1), "Nog een", error)
                  != 0);
  life_finish (life, FALSE);
}

static void
fix_sheet (Life *life)
{
  g_autoptr (GError) error = NULL;

  life_begin (life, life->coordinator);
  hs_life_fix_sheet (life->store, life->coordinator, life->agreement, &error);
  g_assert_no_error (error);
  life_finish (life, TRUE);
}

static gboolean
consent (Life *life, HsSigner role, const char *correction)
{
  g_autoptr (GError) error = NULL;
  gboolean in_force = FALSE;

  life_begin (life, life->coordinator);
  hs_life_consent (life->store, life->coordinator, life->agreement, role, "Naam",
                   HS_CONSENT_HOW_SPOKEN, LIFE_TODAY, correction, &in_force, &error);
  g_assert_no_error (error);
  life_finish (life, TRUE);
  return in_force;
}

static void
deliver (Life *life, HsSigner role)
{
  g_autoptr (GError) error = NULL;

  life_begin (life, life->coordinator);
  hs_life_deliver (life->store, life->coordinator, life->agreement, role, "Naam", "e-mail",
                   LIFE_TODAY, &error);
  g_assert_no_error (error);
  life_finish (life, TRUE);
}

/* A later sheet needs no signatures but consent, and is sent; then it holds from its day on. */
static void
test_sheet_in_force (Life *life, gconstpointer born)
{
  HsDay from = hs_day (2027, 3, 1);
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (HsDossier) later = NULL;
  gboolean in_force = FALSE;

  sign_all (life);
  new_sheet (life, from);
  fix_sheet (life);
  dossier = life_load (life);
  g_assert_cmpint (hs_record_int (hs_dossier_effective_sheet (dossier, from), HS_SHEET_NUMBER), ==,
                   1);
  g_assert_false (consent (life, HS_SIGNER_STUDENT, NULL));
  g_assert_false (consent (life, HS_SIGNER_SCHOOL, NULL));
  deliver (life, HS_SIGNER_STUDENT);
  deliver (life, HS_SIGNER_HOST);
  g_assert_false (consent (life, HS_SIGNER_HOST, "De einddatum klopt niet."));
  life_begin (life, life->coordinator);
  g_assert_true (hs_life_answer_correction (life->store, life->coordinator, life->agreement,
                                            HS_SIGNER_HOST, "Nagekeken: klopt wel.", &in_force,
                                            NULL));
  life_finish (life, TRUE);
  g_assert_true (in_force);
  later = life_load (life);
  g_assert_cmpint (hs_record_int (hs_dossier_effective_sheet (later, from - 1), HS_SHEET_NUMBER),
                   ==, 1);
  g_assert_cmpint (hs_record_int (hs_dossier_effective_sheet (later, from), HS_SHEET_NUMBER), ==,
                   2);
  g_assert_cmpint (hs_dossier_state (later), ==, HS_AGREEMENT_STATE_AGREED);
  /* Ten working days after Monday 11 January. */
  g_assert_cmpint (hs_signing_correction_until (later, later->sheet), ==, hs_day (2027, 1, 25));
}

static void
test_withdraw_sheet (Life *life, gconstpointer born)
{
  g_autoptr (HsDossier) dossier = NULL;

  sign_all (life);
  new_sheet (life, hs_day (2027, 3, 1));
  life_begin (life, life->coordinator);
  g_assert_true (hs_life_withdraw_sheet (life->store, life->coordinator, life->agreement,
                                         "Toch niet nodig.", NULL));
  life_finish (life, TRUE);
  dossier = life_load (life);
  g_assert_cmpint (hs_record_int (dossier->sheet, HS_SHEET_NUMBER), ==, 1);
  g_assert_cmpuint (dossier->sheets->len, ==, 2);
  g_assert_cmpint (new_sheet (life, hs_day (2027, 4, 1)), >, 0);
}

static void
test_end_early (Life *life, gconstpointer born)
{
  HsTransitionInput input = { "De student stopt met de opleiding.", hs_day (2027, 3, 1), 90 * 60 };
  g_autoptr (HsDossier) dossier = NULL;

  sign_all (life);
  assert_invalid (life_step (life, life->teacher, HS_EVENT_ACTION_END, "Stopt", error));
  life_begin (life, life->teacher);
  assert_invalid (hs_life_transition (life->store, life->teacher, life->agreement,
                                      HS_EVENT_ACTION_END, &input, error));
  life_finish (life, FALSE);
  life_set_today (life, hs_day (2027, 3, 2));
  life_begin (life, life->teacher);
  g_assert_true (hs_life_transition (life->store, life->teacher, life->agreement,
                                     HS_EVENT_ACTION_END, &input, NULL));
  life_finish (life, TRUE);
  dossier = life_load (life);
  g_assert_cmpint (hs_dossier_state (dossier), ==, HS_AGREEMENT_STATE_ENDED);
  g_assert_cmpint (hs_record_int (dossier->agreement, HS_AGREEMENT_ENDED_ON), ==,
                   hs_day (2027, 3, 1));
  g_assert_cmpint (hs_record_int (dossier->agreement, HS_AGREEMENT_REALISED_MINUTES), ==, 90 * 60);
}

/* WEB 7.2.9: what is hit when guidance falls away. */
static void
test_replacements (Life *life, gconstpointer born)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  sign_all (life);
  none = hs_life_replacements (life->store, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  hs_test_begin (life->store);
  hs_record_set_int (life->world.supervisor, HS_PERSON_UNTIL, hs_day (2027, 3, 31));
  hs_test_save (life->store, life->world.supervisor);
  hs_test_commit (life->store);
  hits = hs_life_replacements (life->store, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (((HsLifeHit *) g_ptr_array_index (hits, 0))->cause, ==, HS_CAUSE_GUIDANCE);
}

static void
test_notes (Life *life, gconstpointer born)
{
  g_autoptr (GError) failure = NULL;
  gint64 note;

  life_create (life, NULL);
  life_begin (life, life->teacher);
  note = hs_life_note (life->store, life->teacher, life->agreement, "sheet.end",
                       "Is dit de laatste dag?", 0, &failure);
  g_assert_no_error (failure);
  g_assert_cmpint (note, >, 0);
  assert_invalid (hs_life_note (life->store, life->teacher, life->agreement, NULL, "  ", 0, error)
                  != 0);
  g_assert_true (hs_life_settle_note (life->store, life->trainer, note, NULL));
  life_finish (life, TRUE);
}

/* The catalogue is loaded once, and what was changed or removed stays so. */
static void
test_catalogue (Life *life, gconstpointer born)
{
  guint added = 1;

  hs_test_begin (life->store);
  g_assert_true (hs_store_load_catalogue (life->store, &added, NULL));
  g_assert_cmpuint (added, ==, 0);
  hs_test_commit (life->store);
}

#define TEST(name, born, function)                                                                 \
  g_test_add ("/life/" name, Life, GINT_TO_POINTER (born), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("create", ADULT, test_create);
  g_test_add_func ("/life/not-recognised", test_not_recognised);
  TEST ("whole", ADULT, test_whole_life);
  TEST ("minor", MINOR, test_minor);
  TEST ("turns-eighteen", MINOR, test_turns_eighteen);
  TEST ("signed-as-minor", MINOR, test_signed_as_minor);
  g_test_add_func ("/life/birth-date-unknown", test_birth_date_unknown);
  TEST ("wrong-signers", ADULT, test_wrong_signers);
  TEST ("one-role-twice", ADULT, test_one_role_twice);
  TEST ("recall", ADULT, test_recall);
  TEST ("refuse", ADULT, test_refuse);
  TEST ("paper", ADULT, test_paper);
  TEST ("foreign-key", ADULT, test_foreign_key);
  TEST ("fixed-text", ADULT, test_fixed_text);
  TEST ("new-sheet", ADULT, test_new_sheet);
  TEST ("sheet-in-force", ADULT, test_sheet_in_force);
  TEST ("withdraw-sheet", ADULT, test_withdraw_sheet);
  TEST ("end-early", ADULT, test_end_early);
  TEST ("replacements", ADULT, test_replacements);
  TEST ("notes", ADULT, test_notes);
  TEST ("catalogue", ADULT, test_catalogue);
  return g_test_run ();
}
