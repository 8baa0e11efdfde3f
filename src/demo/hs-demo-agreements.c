/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements in every state, each through the same steps that people take: nothing is set that a
 * person could not have done on that day. */

#include "hs-demo-private.h"

#include "hs-attachment.h"
#include "hs-clock.h"
#include "hs-dossier-store.h"
#include "hs-life.h"
#include "hs-query.h"
#include "hs-signature.h"

#include <string.h>

#define AGREEMENTS_MOST 240

/* How far a demo agreement comes. */
typedef enum
{
  GOAL_PROPOSED,
  GOAL_PLACED,
  GOAL_OLD_DRAFT,
  GOAL_DRAFT,
  GOAL_REVIEW,
  GOAL_RETURNED,
  GOAL_APPROVED,
  GOAL_OUT,
  GOAL_AGREED,
  GOAL_ACTIVE,
  GOAL_COMPLETED,
  GOAL_ENDED,
  GOAL_WITHDRAWN,
  GOAL_REFUSED,
  GOAL_LATER_SHEET,
  N_GOALS
} Goal;

/* When it began and when its placement starts and ends, in days from today; 0 for the coming
 * period. */
static const struct
{
  int made;
  int start;
  int end;
} times[N_GOALS] = {
  [GOAL_PROPOSED] = { -3, 0, 0 },         [GOAL_OLD_DRAFT] = { -36, 0, 0 },
  [GOAL_PLACED] = { -8, 0, 0 },           [GOAL_DRAFT] = { -12, 0, 0 },
  [GOAL_REVIEW] = { -20, 0, 0 },          [GOAL_RETURNED] = { -24, 0, 0 },
  [GOAL_APPROVED] = { -28, 0, 0 },        [GOAL_OUT] = { -32, 0, 0 },
  [GOAL_AGREED] = { -36, 0, 0 },          [GOAL_ACTIVE] = { -120, -63, 77 },
  [GOAL_COMPLETED] = { -290, -224, -37 }, [GOAL_ENDED] = { -130, -70, 60 },
  [GOAL_WITHDRAWN] = { -40, 0, 0 },       [GOAL_REFUSED] = { -38, 0, 0 },
  [GOAL_LATER_SHEET] = { -125, -56, 84 },
};

/* One agreement while it is made. */
typedef struct
{
  HsDemo *demo;
  const HsDemoStudent *student;
  const HsDemoSchool *school;
  const HsDemoHost *host;
  const HsDemoLocation *location;
  gint64 id;
  int day; /* from today: when the next step is taken */
  HsActor *coordinator;
  HsActor *host_coordinator;
  HsActor *learner;
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->coordinator, hs_actor_free);
  g_clear_pointer (&self->host_coordinator, hs_actor_free);
  g_clear_pointer (&self->learner, hs_actor_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static HsActor *
actor_of (HsDemo *demo, HsKindId kind, gint64 id)
{
  g_autofree char *uid = hs_store_uid (demo->store, kind, id);

  return demo->error == NULL && uid != NULL ? hs_store_actor (demo->store, uid, &demo->error)
                                            : NULL;
}

/* Moves on by @days, but never past today, to some moment of the working day. */
static void
later (Case *self, int days)
{
  HsDemo *demo = self->demo;
  gint64 hour = 8 + hs_demo_random (demo, 8);

  self->day = MIN (self->day + days, 0);
  if (self->day == 0)
    hour = 8;
  hs_store_set_clock (demo->store,
                      hs_clock_fixed (((gint64) demo->today + self->day) * 86400 + hour * 3600));
}

static gboolean
step (Case *self, const HsActor *actor, HsEventAction action, const HsTransitionInput *input)
{
  HsDemo *demo = self->demo;

  return demo->error == NULL
         && hs_life_transition (demo->store, actor, self->id, action, input, &demo->error);
}

static gboolean
step_because (Case *self, const HsActor *actor, HsEventAction action, const char *reason)
{
  HsTransitionInput input = HS_TRANSITION_INPUT_NONE;

  input.reason = reason;
  return step (self, actor, action, &input);
}

static void
discuss (Case *self, HsThemeStatus status, gboolean student)
{
  HsDemo *demo = self->demo;

  for (guint theme = 0; theme <= HS_THEME_ASSIGNMENT && demo->error == NULL; theme++)
    {
      (void) (hs_life_set_theme (demo->store, self->coordinator, self->id, theme, HS_SIGNER_SCHOOL,
                                 status, &demo->error)
              && hs_life_set_theme (demo->store, self->host_coordinator, self->id, theme,
                                    HS_SIGNER_HOST, status, &demo->error)
              && (!student
                  || hs_life_set_theme (demo->store, self->learner, self->id, theme,
                                        HS_SIGNER_STUDENT, status, &demo->error)));
    }
}

/* What stands in the assignments of most agreements. */
static void
fill_assignment (Case *self, HsRecord *row, HsDay start)
{
  static const char *const needs[] = {
    "Het team wil dat bewoners vaker iets doen op een rustig moment van de dag.",
    "Cliënten vragen om meer zelf te kunnen. Het team zoekt wat daarbij past.",
    "Het team merkt dat er ’s middags veel onrust is en wil daar iets aan doen.",
  };

  hs_demo_set (row, HS_ASSIGNMENT_NEED, needs[hs_demo_random (self->demo, 3)]);
  hs_demo_set (row, HS_ASSIGNMENT_NEED_CONFIRMED_BY, "de teamleider, in het teamoverleg");
  hs_record_set_int (row, HS_ASSIGNMENT_NEED_CONFIRMED_ON, self->demo->today + self->day - 2);
  hs_demo_set (row, HS_ASSIGNMENT_TARGET_GROUP, "De cliënten van het team");
  hs_demo_set (row, HS_ASSIGNMENT_SITUATION,
               "Een cliënt gebruikt de technologie voor het eerst, met de student erbij.");
  hs_demo_set (row, HS_ASSIGNMENT_OUTCOME,
               "De student legt uit wat de technologie doet, gebruikt die veilig en ziet of het "
               "past.");
  hs_demo_set (row, HS_ASSIGNMENT_HOW, "Eerst oefenen zonder cliënt, dan samen, dan zelf.");
  hs_record_set_int (row, HS_ASSIGNMENT_FIRST_USE, start + 14);
  hs_record_set_int (row, HS_ASSIGNMENT_COMPETENCES,
                     1 << HS_V_COMPETENCE_VEILIG | 1 << HS_V_COMPETENCE_VAARDIG
                         | 1 << HS_V_COMPETENCE_VERTELLEN);
  hs_demo_set (row, HS_ASSIGNMENT_WORK_PROCESSES, "B1-K1-W2");
  hs_record_set_int (row, HS_ASSIGNMENT_SETTING, HS_LEARNING_SETTING_WORK_FLOOR);
  hs_demo_set (row, HS_ASSIGNMENT_FALLBACK,
               "Past het niet, dan stopt het gebruik. De student doet de opdracht met een andere "
               "activiteit die het team kiest.");
  hs_demo_save (self->demo, row);
}

static void
add_criterion (HsDemo *demo, gint64 sheet, gint64 assignment, const char *text,
               HsCriterionKind kind, guint position)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_CRITERION);

  hs_record_set_int (record, HS_CRITERION_SHEET, sheet);
  hs_record_set_int (record, HS_CRITERION_ASSIGNMENT, assignment);
  hs_demo_set (record, HS_CRITERION_TEXT, text);
  hs_record_set_int (record, HS_CRITERION_KIND, kind);
  hs_record_set_int (record, HS_CRITERION_POSITION, position);
  hs_demo_save (demo, record);
}

/* Fills in what an agreement cannot be sent without. */
static void
fill_draft (Case *self)
{
  HsDemo *demo = self->demo;
  guint n;
  const HsDemoProgramme *programme = &hs_demo_programmes (&n)[self->student->programme];
  g_autoptr (HsDossier) dossier = NULL;
  GPtrArray *rows;

  if (demo->error != NULL)
    return;
  dossier = hs_store_dossier (demo->store, self->id, 0, demo->today + self->day, &demo->error);
  if (dossier == NULL)
    return;
  hs_demo_set (dossier->sheet, HS_SHEET_QUALIFICATION_PARTS, programme->parts);
  hs_record_set_int (dossier->sheet, HS_SHEET_LIABILITY, HS_WHO_INSURES_BOTH);
  hs_demo_set (dossier->sheet, HS_SHEET_TRAVEL,
               "De student reist met een studentenreisproduct of krijgt € 0,23 per kilometer.");
  hs_record_set_int (dossier->sheet, HS_SHEET_SHIFTS, 1 << HS_SHIFT_DAY);
  hs_demo_save (demo, dossier->sheet);
  if (self->student->bbl)
    {
      hs_record_set_int (dossier->agreement, HS_AGREEMENT_EMPLOYMENT_CONTRACT, 1);
      hs_demo_save (demo, dossier->agreement);
    }
  rows = dossier->rows[HS_KIND_ASSIGNMENT];
  for (guint i = 0; i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);
      gint64 sheet = hs_record_id (dossier->sheet);

      fill_assignment (self, row, (HsDay) hs_record_int (dossier->sheet, HS_SHEET_START));
      add_criterion (demo, sheet, hs_record_id (row),
                     "De student vraagt om feedback en doet er iets mee.",
                     HS_CRITERION_KIND_FORMATIVE, 1);
      add_criterion (demo, sheet, hs_record_id (row),
                     "De student gebruikt de technologie veilig en volgens de instructie.",
                     HS_CRITERION_KIND_SUMMATIVE, 2);
    }
}

/* A key that belongs to @uid in every demo region with the same uids. */
static HsKey *
key_of (HsDemo *demo, const char *uid)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 seed[HS_KEY_SEED_SIZE];
  gsize length = sizeof seed;

  g_checksum_update (checksum, (const guchar *) "handslag demo ", -1);
  g_checksum_update (checksum, (const guchar *) uid, -1);
  g_checksum_get_digest (checksum, seed, &length);
  return hs_key_new_from_seed (seed, &demo->error);
}

static void
sign_with_key (Case *self, const HsActor *signer, HsSigner role)
{
  HsDemo *demo = self->demo;
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *public_key = NULL;
  g_autofree char *signature = NULL;
  g_autoptr (HsKey) key = NULL;
  char moment[32];
  gint64 now = hs_clock_now (hs_store_clock (demo->store));

  if (demo->error != NULL || !hs_life_to_sign (demo->store, self->id, &sheet, &hash, &demo->error))
    return;
  key = key_of (demo, signer->uid);
  if (key == NULL)
    return;
  public_key = hs_public_key_to_text (hs_key_get_public (key));
  hs_moment_to_iso (now, moment);
  signature = hs_signature_make (
      key,
      &(HsStatement){ hash, sheet, hs_choice_code (HS_CHOICES_SIGNER, role), signer->uid, moment },
      &demo->error);
  if (signature != NULL)
    hs_life_sign (demo->store, signer, self->id,
                  &(HsLifeSignature){ .signer = signer,
                                      .role = role,
                                      .method = HS_SIGN_METHOD_KEY,
                                      .date = hs_moment_day (now),
                                      .hash = hash,
                                      .public_key = public_key,
                                      .signature = signature,
                                      .signed_at = now },
                  NULL, &demo->error);
}

/* A scan: the smallest picture there is, with the name of the signer in it. (transfer full) */
static GBytes *
make_scan (const HsActor *signer, const char *hash)
{
  g_autofree char *text =
      g_strdup_printf ("P1\n# Handtekening van %s onder %s\n8 8\n"
                       "0 0 0 0 0 0 0 0\n0 0 1 1 0 0 0 0\n0 1 0 0 1 0 0 1\n1 0 0 0 1 0 1 0\n"
                       "0 0 0 1 0 1 0 0\n0 0 1 0 1 0 0 0\n0 1 0 0 0 1 1 0\n0 0 0 0 0 0 0 0\n",
                       signer->name, hash);

  return g_bytes_new (text, strlen (text));
}

static void
sign_on_paper (Case *self, const HsActor *signer, HsSigner role)
{
  HsDemo *demo = self->demo;
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *attachment = NULL;
  g_autoptr (GBytes) scan = NULL;

  if (demo->error != NULL || !hs_life_to_sign (demo->store, self->id, &sheet, &hash, &demo->error))
    return;
  scan = make_scan (signer, hash);
  attachment = hs_store_attach (demo->store, self->id, "handtekening.pbm",
                                "image/x-portable-bitmap", scan, &demo->error);
  if (attachment != NULL)
    hs_life_sign (demo->store, self->coordinator, self->id,
                  &(HsLifeSignature){ .signer = signer,
                                      .role = role,
                                      .method = HS_SIGN_METHOD_PAPER,
                                      .date = demo->today + self->day,
                                      .hash = hash,
                                      .witness = self->coordinator->name,
                                      .attachment = attachment },
                  NULL, &demo->error);
}

static void
sign (Case *self, HsKindId kind, gint64 id, HsSigner role, gboolean paper)
{
  HsActor *signer = actor_of (self->demo, kind, id);

  later (self, 1);
  if (signer != NULL && paper)
    sign_on_paper (self, signer, role);
  else if (signer != NULL)
    sign_with_key (self, signer, role);
  g_clear_pointer (&signer, hs_actor_free);
}

static void
sign_all (Case *self)
{
  gboolean paper = hs_demo_chance (self->demo, 35);

  sign (self, HS_KIND_STUDENT, self->student->id, HS_SIGNER_STUDENT, FALSE);
  if (self->student->guardian != 0)
    sign (self, HS_KIND_GUARDIAN, self->student->guardian, HS_SIGNER_GUARDIAN, TRUE);
  sign (self, HS_KIND_PERSON, self->host->signatory, HS_SIGNER_HOST, paper);
  sign (self, HS_KIND_PERSON, self->school->signatory, HS_SIGNER_SCHOOL, FALSE);
}

/* From a draft to approved. */
static void
approve (Case *self)
{
  later (self, 3);
  step (self, self->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
  later (self, 4);
  discuss (self, HS_THEME_STATUS_AGREED, FALSE);
  step (self, self->coordinator, HS_EVENT_ACTION_APPROVE, NULL);
}

static void
send_out (Case *self)
{
  approve (self);
  later (self, 2);
  step (self, self->coordinator, HS_EVENT_ACTION_SEND, NULL);
}

/* Ticks what was done by now: contact moments held and onboarding finished. */
static void
note_progress (Case *self)
{
  HsDemo *demo = self->demo;
  g_autoptr (HsDossier) dossier = NULL;

  if (demo->error != NULL)
    return;
  dossier = hs_store_dossier (demo->store, self->id, 0, demo->today, &demo->error);
  for (guint i = 0; dossier != NULL && i < dossier->rows[HS_KIND_CONTACT]->len; i++)
    {
      HsRecord *row = g_ptr_array_index (dossier->rows[HS_KIND_CONTACT], i);
      gint64 date = hs_record_int (row, HS_CONTACT_DATE);

      if (!hs_record_has (row, HS_CONTACT_DATE) || date >= demo->today)
        continue;
      hs_record_set_int (row, HS_CONTACT_HELD_ON, date);
      hs_demo_save (demo, row);
    }
  for (guint i = 0; dossier != NULL && i < dossier->rows[HS_KIND_STEP]->len; i++)
    {
      HsRecord *row = g_ptr_array_index (dossier->rows[HS_KIND_STEP], i);
      gint64 day =
          hs_record_int (dossier->sheet, HS_SHEET_START) + hs_record_int (row, HS_STEP_DAY);

      if (day >= demo->today)
        continue;
      hs_record_set_int (row, HS_STEP_DONE_ON, day);
      hs_demo_set (row, HS_STEP_DONE_BY, self->host_coordinator->name);
      hs_demo_save (demo, row);
    }
}

static void
finish (Case *self, Goal goal)
{
  HsTransitionInput input = HS_TRANSITION_INPUT_NONE;

  if (goal == GOAL_COMPLETED)
    {
      /* The period may end up to five days after times[goal].end: on the Friday of that week. */
      self->day = times[goal].end + 8;
      later (self, 0);
      input.minutes = (400 + hs_demo_random (self->demo, 60)) * 60;
      step (self, self->coordinator, HS_EVENT_ACTION_COMPLETE, &input);
    }
  else if (goal == GOAL_ENDED)
    {
      self->day = -20;
      later (self, 0);
      input.reason = "De student stopt met de opleiding en begint in een andere richting.";
      input.date = self->demo->today - 21;
      input.minutes = 160 * 60;
      step (self, self->coordinator, HS_EVENT_ACTION_END, &input);
    }
  else if (goal == GOAL_LATER_SHEET)
    {
      self->day = -4;
      later (self, 0);
      if (self->demo->error == NULL)
        hs_life_new_sheet (self->demo->store, self->coordinator, self->id, self->demo->today + 21,
                           "De werkdag verandert van vrijdag naar dinsdag.", &self->demo->error);
    }
  if (goal != GOAL_AGREED)
    note_progress (self);
}

/* Takes a draft as far as @goal. */
static void
go_on (Case *self, Goal goal)
{
  fill_draft (self);
  later (self, 2);
  discuss (self, HS_THEME_STATUS_DISCUSSED, TRUE);
  switch (goal)
    {
    case GOAL_REVIEW:
      later (self, 3);
      step (self, self->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
      break;
    case GOAL_RETURNED:
      later (self, 3);
      step (self, self->coordinator, HS_EVENT_ACTION_SUBMIT, NULL);
      later (self, 3);
      step_because (self, self->host_coordinator, HS_EVENT_ACTION_RETURN,
                    "Er is nog niet gekozen wie invalt als de werkbegeleider er niet is.");
      break;
    case GOAL_APPROVED:
      approve (self);
      break;
    case GOAL_OUT:
      send_out (self);
      sign (self, HS_KIND_STUDENT, self->student->id, HS_SIGNER_STUDENT, FALSE);
      break;
    case GOAL_REFUSED:
      send_out (self);
      later (self, 2);
      step_because (self, self->learner, HS_EVENT_ACTION_REFUSE,
                    "De reistijd is te lang geworden, omdat mijn bus niet meer rijdt.");
      break;
    case GOAL_AGREED:
    case GOAL_ACTIVE:
    case GOAL_COMPLETED:
    case GOAL_ENDED:
    case GOAL_LATER_SHEET:
      send_out (self);
      sign_all (self);
      finish (self, goal);
      break;
    default:
      break;
    }
}

/* The Monday on or before @day. */
static HsDay
monday (HsDay day)
{
  return day - hs_day_weekday (day);
}

/* A place where @student can learn, the @first one on; FALSE when there is none. */
static gboolean
find_vacancy (HsDemo *demo, const HsDemoStudent *student, guint first, guint *index)
{
  for (guint i = 0; i < demo->vacancies->len; i++)
    {
      HsDemoVacancy *vacancy =
          &g_array_index (demo->vacancies, HsDemoVacancy, (first + i) % demo->vacancies->len);

      if (vacancy->room == 0 || (vacancy->programmes >> student->programme & 1) == 0)
        continue;
      vacancy->room--;
      *index = (first + i) % demo->vacancies->len;
      return TRUE;
    }
  return FALSE;
}

/* A device of the location that can be used, 0 when it has none. */
static gint64
usable_item (const HsDemoLocation *location)
{
  for (guint i = 0; i < location->items->len; i++)
    if (g_array_index (location->items, HsDemoItem, i).usable)
      return g_array_index (location->items, HsDemoItem, i).id;
  return 0;
}

/* The place of a BBL student comes from the employer. */
static void
employ (Case *self)
{
  HsDemo *demo = self->demo;
  g_autoptr (HsRecord) enrolment =
      hs_store_get (demo->store, HS_KIND_ENROLMENT, self->student->enrolment, &demo->error);

  if (enrolment == NULL)
    return;
  hs_record_set_int (enrolment, HS_ENROLMENT_EMPLOYER, self->host->id);
  hs_demo_save (demo, enrolment);
}

/* Makes the agreement, up to a draft at the most. Whether it came as far as it should: a place that
 * is not recognised or ruled out stays a proposal. */
static gboolean
create (Case *self, Goal goal, const HsDemoVacancy *vacancy)
{
  HsDemo *demo = self->demo;
  gint64 item = usable_item (self->location);
  HsLifeNew values = { .student = self->student->id,
                       .vacancy = vacancy->id,
                       .trainer = self->location->trainer,
                       .digicoach = self->location->digicoach,
                       .items = &item,
                       .n_items = item != 0,
                       .origin = self->student->bbl          ? HS_ORIGIN_EMPLOYER
                                 : hs_demo_chance (demo, 80) ? HS_ORIGIN_MATCHING
                                                             : HS_ORIGIN_OWN };
  HsAgreementState until = goal == GOAL_PROPOSED ? HS_AGREEMENT_STATE_PROPOSED
                           : goal == GOAL_PLACED || goal == GOAL_WITHDRAWN
                               ? HS_AGREEMENT_STATE_PLACED
                               : HS_AGREEMENT_STATE_DRAFT;
  g_autoptr (GError) held = NULL;

  if (self->student->bbl)
    employ (self);
  if (times[goal].start != 0)
    {
      values.start = monday (demo->today + times[goal].start);
      values.end = monday (demo->today + times[goal].end) + 4;
    }
  self->day = times[goal].made;
  later (self, 0);
  self->id = hs_life_create (demo->store, self->coordinator, &values, until, &held, &demo->error);
  return self->id != 0 && held == NULL;
}

/* One agreement of @student at the @first vacancy or one behind it; FALSE when there is no place or
 * it did not get on. */
static gboolean
make_agreement (HsDemo *demo, const HsDemoStudent *student, Goal goal, guint first, Case *self)
{
  const HsDemoVacancy *vacancy;
  guint index = 0;

  if (!find_vacancy (demo, student, first, &index))
    return FALSE;
  vacancy = &g_array_index (demo->vacancies, HsDemoVacancy, index);
  self->demo = demo;
  self->student = student;
  self->school = &g_array_index (demo->schools, HsDemoSchool, student->school);
  self->location = &g_array_index (demo->locations, HsDemoLocation, vacancy->location);
  self->host = &g_array_index (demo->hosts, HsDemoHost, self->location->host);
  self->coordinator = actor_of (demo, HS_KIND_PERSON, self->school->coordinator);
  self->host_coordinator = actor_of (demo, HS_KIND_PERSON, self->host->coordinator);
  self->learner = actor_of (demo, HS_KIND_STUDENT, student->id);
  if (demo->error != NULL || !create (self, goal, vacancy))
    return FALSE;
  if (goal == GOAL_WITHDRAWN)
    {
      later (self, 10);
      step_because (self, self->coordinator, HS_EVENT_ACTION_WITHDRAW,
                    "De student heeft zelf een plaats gevonden die dichterbij is.");
    }
  else if (goal > GOAL_DRAFT)
    go_on (self, goal);
  return demo->error == NULL;
}

/* The agreement that shows everything, with an adult student of the first school. */
static guint
make_model (HsDemo *demo)
{
  for (guint i = 0; i < demo->students->len && demo->error == NULL; i++)
    {
      const HsDemoStudent *student = &g_array_index (demo->students, HsDemoStudent, i);
      g_auto (Case) self = { 0 };
      g_autofree char *uid = NULL;

      if (student->school != 0 || student->guardian != 0 || student->programme > 1 || student->bbl
          || !make_agreement (demo, student, GOAL_OLD_DRAFT, 0, &self))
        continue;
      hs_demo_fill_model (demo, self.id, self.location);
      later (&self, 2);
      discuss (&self, HS_THEME_STATUS_DISCUSSED, TRUE);
      send_out (&self);
      sign_all (&self);
      uid = hs_store_uid (demo->store, HS_KIND_AGREEMENT, self.id);
      if (demo->error == NULL)
        hs_store_set_fact (demo->store, "demo.model", uid, &demo->error);
      return i;
    }
  return G_MAXUINT;
}

void
hs_demo_make_agreements (HsDemo *self)
{
  guint n = CLAMP (self->n_students / 3, N_GOALS, AGREEMENTS_MOST);
  guint model = make_model (self);
  guint made = 0;

  for (guint i = 0; i < self->students->len && made < n && self->error == NULL; i++)
    {
      g_auto (Case) one = { 0 };

      if (i == model)
        continue;
      if (make_agreement (self, &g_array_index (self->students, HsDemoStudent, i),
                          (Goal) (made % N_GOALS), hs_demo_random (self, self->vacancies->len),
                          &one))
        made++;
      hs_demo_tell (self, 0.85 + 0.15 * made / n);
    }
}
