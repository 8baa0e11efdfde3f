/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A region in which an agreement can live its whole life: recognition, mandates, people who act. */
#pragma once

#include "store-world.h"

#include "hs-attachment.h"
#include "hs-catalogue.h"
#include "hs-dossier-store.h"
#include "hs-life.h"
#include "hs-permission.h"
#include "hs-signing.h"

/* 2027-01-11T09:00:00Z, three weeks before the placement starts. */
#define LIFE_NOW G_GINT64_CONSTANT (1799658000)
#define LIFE_TODAY hs_day (2027, 1, 11)
#define LIFE_START hs_day (2027, 2, 1)
#define LIFE_END hs_day (2027, 6, 25)

typedef struct
{
  char *folder;
  HsStore *store;
  World world;
  HsRecord *student;
  gint64 enrolment;
  HsActor *coordinator;
  HsActor *teacher;
  HsActor *trainer;
  HsActor *learner;
  HsActor *parent;
  gint64 agreement;
} Life;

/* Another day than LIFE_TODAY. */
static inline void
life_set_today (Life *life, HsDay day)
{
  hs_store_set_clock (life->store, hs_clock_fixed ((gint64) day * 86400 + 9 * 3600));
}

static inline HsActor *
life_person (Life *life, HsRecord *organisation, const char *name, guint roles, gboolean mandate)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsRecord) person = world_add (&life->world, HS_KIND_PERSON, HS_PERSON_ORGANISATION,
                                           organisation, HS_PERSON_LAST_NAME, name);
  g_autoptr (HsRecord) row = NULL;
  HsActor *actor;

  hs_record_set_int (person, HS_PERSON_ROLES, roles);
  hs_test_save (life->store, person);
  if (mandate)
    {
      row = world_add (&life->world, HS_KIND_MANDATE, HS_MANDATE_PERSON, person,
                       HS_MANDATE_GRANTED_BY, "Bestuur");
      hs_record_set_int (row, HS_MANDATE_ORGANISATION, hs_record_id (organisation));
      hs_record_set_int (row, HS_MANDATE_FROM, hs_day (2026, 8, 1));
      hs_test_save (life->store, row);
    }
  actor = hs_store_actor (life->store, hs_record_uid (person), &error);
  g_assert_no_error (error);
  return actor;
}

static inline void
life_recognise (Life *life, HsRecognitionStatus status)
{
  g_autoptr (HsRecord) row = world_add (&life->world, HS_KIND_RECOGNITION, HS_RECOGNITION_HOST,
                                        life->world.host, HS_RECOGNITION_CREBO, "25655");

  hs_record_set_int (row, HS_RECOGNITION_STATUS, status);
  hs_test_save (life->store, row);
}

static inline void
life_people (Life *life)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsRecord) guardian = world_add (&life->world, HS_KIND_GUARDIAN, HS_GUARDIAN_STUDENT,
                                             life->student, HS_GUARDIAN_LAST_NAME, "Uddin");

  life->coordinator =
      life_person (life, life->world.school, "Mulder", 1u << HS_ROLE_COORDINATOR, FALSE);
  life->teacher = life_person (life, life->world.school, "Bakker", 1u << HS_ROLE_TEACHER, TRUE);
  life->trainer =
      life_person (life, life->world.host, "Visser", 1u << HS_ROLE_PRACTICE_TRAINER, TRUE);
  life->learner = hs_store_actor (life->store, hs_record_uid (life->student), &error);
  g_assert_no_error (error);
  life->parent = hs_store_actor (life->store, hs_record_uid (guardian), &error);
  g_assert_no_error (error);
}

/* @born: birth date of the student, HS_DAY_NONE for not known. */
static inline void
life_init (Life *life, HsDay born, HsRecognitionStatus recognition)
{
  g_autoptr (GError) error = NULL;
  World *world = &life->world;

  *life = (Life){ .folder = hs_test_folder () };
  life->store = hs_test_store (life->folder);
  life_set_today (life, LIFE_TODAY);
  world_init (world, life->store);
  hs_test_begin (life->store);
  g_assert_true (hs_store_load_catalogue (life->store, NULL, &error));
  g_assert_no_error (error);
  hs_record_set_text (world->programme, HS_PROGRAMME_CREBO, "25655");
  hs_record_set_int (world->programme, HS_PROGRAMME_LEVEL, HS_LEVEL_3);
  hs_test_save (life->store, world->programme);
  life->student = world_student (world, &life->enrolment);
  if (born != HS_DAY_NONE)
    hs_record_set_int (life->student, HS_STUDENT_BIRTH_DATE, born);
  hs_test_save (life->store, life->student);
  if (recognition != HS_RECOGNITION_STATUS_UNKNOWN)
    life_recognise (life, recognition);
  life_people (life);
  hs_test_commit (life->store);
}

static inline void
life_clear (Life *life)
{
  HsActor *actors[] = { life->coordinator, life->teacher, life->trainer, life->learner,
                        life->parent };

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    hs_actor_free (actors[i]);
  hs_record_unref (life->student);
  world_clear (&life->world);
  hs_store_close (life->store);
  hs_test_folder_free (life->folder);
}

static inline void
life_begin (Life *life, const HsActor *actor)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_store_begin (life->store, actor, "test", &error));
  g_assert_no_error (error);
}

/* Ends the transaction: commits when @done, else rolls back. */
static inline void
life_finish (Life *life, gboolean done)
{
  g_autoptr (GError) error = NULL;

  if (!done)
    hs_store_rollback (life->store);
  else
    g_assert_true (hs_store_commit (life->store, &error));
  g_assert_no_error (error);
}

/* A new agreement that goes as far as it gets; why it was held in @held. */
static inline void
life_create (Life *life, GError **held)
{
  g_autoptr (GError) error = NULL;
  gint64 item = hs_record_id (life->world.item);
  HsLifeNew values = { .student = hs_record_id (life->student),
                       .vacancy = hs_record_id (life->world.vacancy),
                       .supervisor = hs_record_id (life->world.supervisor),
                       .teacher = life->teacher->id,
                       .digicoach = hs_record_id (life->world.coach),
                       .items = &item,
                       .n_items = 1,
                       .start = LIFE_START,
                       .end = LIFE_END };

  life_begin (life, life->coordinator);
  life->agreement = hs_life_create (life->store, life->coordinator, &values,
                                    HS_AGREEMENT_STATE_DRAFT, held, &error);
  g_assert_no_error (error);
  g_assert_cmpint (life->agreement, >, 0);
  life_finish (life, TRUE);
}

static inline HsDossier *
life_load (Life *life)
{
  g_autoptr (GError) error = NULL;
  HsDossier *dossier = hs_store_dossier (life->store, life->agreement, 0,
                                         hs_clock_today (hs_store_clock (life->store)), &error);

  g_assert_no_error (error);
  return dossier;
}

static inline HsAgreementState
life_state (Life *life)
{
  g_autoptr (HsDossier) dossier = life_load (life);

  return hs_dossier_state (dossier);
}

/* Takes a step; FALSE with the error when it is refused. */
static inline gboolean
life_step (Life *life, const HsActor *actor, HsEventAction action, const char *reason,
           GError **error)
{
  HsTransitionInput input = { reason, HS_DAY_NONE, -1 };
  gboolean done;

  life_begin (life, actor);
  done = hs_life_transition (life->store, actor, life->agreement, action, &input, error);
  life_finish (life, done);
  return done;
}

static inline void
life_must_step (Life *life, const HsActor *actor, HsEventAction action, const char *reason)
{
  g_autoptr (GError) error = NULL;

  life_step (life, actor, action, reason, &error);
  g_assert_no_error (error);
}

static inline void
life_set_themes (Life *life, HsThemeStatus status)
{
  g_autoptr (GError) error = NULL;

  life_begin (life, life->coordinator);
  for (int theme = 0; theme <= HS_THEME_ASSIGNMENT; theme++)
    {
      hs_life_set_theme (life->store, life->coordinator, life->agreement, (HsTheme) theme,
                         HS_SIGNER_SCHOOL, status, &error);
      g_assert_no_error (error);
      hs_life_set_theme (life->store, life->trainer, life->agreement, (HsTheme) theme,
                         HS_SIGNER_HOST, status, &error);
      g_assert_no_error (error);
      hs_life_set_theme (life->store, life->learner, life->agreement, (HsTheme) theme,
                         HS_SIGNER_STUDENT, status, &error);
      g_assert_no_error (error);
    }
  life_finish (life, TRUE);
}

/* Fills in what a person still has to say before it can be sent. */
static inline void
life_fill (Life *life)
{
  g_autoptr (HsDossier) dossier = life_load (life);
  HsRecord *assignment = g_ptr_array_index (dossier->rows[HS_KIND_ASSIGNMENT], 0);

  life_begin (life, life->coordinator);
  hs_record_set_text (dossier->sheet, HS_SHEET_QUALIFICATION_PARTS, "B1-K1: zorg en ondersteuning");
  hs_test_save (life->store, dossier->sheet);
  hs_record_set_text (assignment, HS_ASSIGNMENT_NEED, "Bewoners zitten ’s middags stil.");
  hs_record_set_text (assignment, HS_ASSIGNMENT_NEED_CONFIRMED_BY, "F. Jansen");
  hs_record_set_int (assignment, HS_ASSIGNMENT_NEED_CONFIRMED_ON, LIFE_TODAY);
  hs_record_set_text (assignment, HS_ASSIGNMENT_FALLBACK, "Muziek zonder techniek.");
  hs_test_save (life->store, assignment);
  life_finish (life, TRUE);
}

/* From nothing to Wacht op handtekeningen. */
static inline void
life_to_out (Life *life)
{
  life_create (life, NULL);
  life_fill (life);
  life_set_themes (life, HS_THEME_STATUS_AGREED);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
  life_must_step (life, life->teacher, HS_EVENT_ACTION_APPROVE, NULL);
  life_must_step (life, life->coordinator, HS_EVENT_ACTION_SEND, NULL);
}

/* @signer signs with a key on facts.today; *@agreed may be NULL. */
static inline gboolean
life_sign (Life *life, const HsActor *signer, HsSigner role, gboolean *agreed, GError **error)
{
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *key = g_strconcat ("key-of-", signer->uid, NULL);
  HsLifeSignature signature = { .signer = signer,
                                .role = role,
                                .method = HS_SIGN_METHOD_KEY,
                                .public_key = key,
                                .signature = "c2lnbmF0dXJl" };
  gboolean done = hs_life_to_sign (life->store, life->agreement, &sheet, &hash, error);

  if (!done)
    return FALSE;
  signature.date = hs_clock_today (hs_store_clock (life->store));
  signature.signed_at = hs_clock_now (hs_store_clock (life->store));
  signature.hash = hash;
  life_begin (life, signer);
  done = hs_life_sign (life->store, signer, life->agreement, &signature, agreed, error);
  life_finish (life, done);
  return done;
}

static inline void
life_must_sign (Life *life, const HsActor *signer, HsSigner role, gboolean expect_agreed)
{
  g_autoptr (GError) error = NULL;
  gboolean agreed = FALSE;

  life_sign (life, signer, role, &agreed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (agreed, ==, expect_agreed);
}
