/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every step from every state by everybody: what is allowed is in one list here, the rest is
 * refused. */

#include "whole-dossier.h"

#include "hs-error.h"
#include "hs-transition.h"

#include <string.h>

typedef enum
{
  SCHOOL_COORDINATOR,
  HOST_COORDINATOR,
  TEACHER, /* has a mandate of the school */
  TRAINER, /* has a mandate of the host */
  SUPERVISOR,
  STUDENT,
  STRANGER,
  N_PEOPLE
} Who;

static HsActor
person (HsDossier *d, Who who)
{
  const guint coordinator = 1u << HS_ROLE_COORDINATOR;

  switch (who)
    {
    case SCHOOL_COORDINATOR:
      return actor_of (d->digicoach, coordinator, d->school, HS_ORGANISATION_KIND_SCHOOL);
    case HOST_COORDINATOR:
      return actor_of (d->stand_in, coordinator, d->host, HS_ORGANISATION_KIND_HOST);
    case TEACHER:
      return actor_of (d->teacher, 1u << HS_ROLE_TEACHER, d->school, HS_ORGANISATION_KIND_SCHOOL);
    case TRAINER:
      return actor_of (d->trainer, 1u << HS_ROLE_PRACTICE_TRAINER, d->host,
                       HS_ORGANISATION_KIND_HOST);
    case SUPERVISOR:
      return actor_of (d->supervisor, 1u << HS_ROLE_SUPERVISOR, d->host, HS_ORGANISATION_KIND_HOST);
    case STUDENT:
      return actor_of (d->student, 0, d->school, HS_ORGANISATION_KIND_SCHOOL);
    case STRANGER:
    case N_PEOPLE:
    default:
      return actor_of (d->supervisor, ~0u, d->vacancy, HS_ORGANISATION_KIND_OTHER);
    }
}

#define S(state) (1u << HS_AGREEMENT_STATE_##state)
#define P(who) (1u << (who))
#define OPEN                                                                                       \
  (S (PROPOSED) | S (PLACED) | S (DRAFT) | S (REVIEW) | S (APPROVED) | S (OUT) | S (REFUSED))

/* clang-format off */
static const struct
{
  HsEventAction action;
  guint states;
  guint people;
} allowed[] = {
  { HS_EVENT_ACTION_PLACE, S (PROPOSED),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) },
  { HS_EVENT_ACTION_START_DRAFT, S (PLACED),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) | P (TRAINER) },
  { HS_EVENT_ACTION_SUBMIT, S (DRAFT),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) | P (TRAINER) },
  { HS_EVENT_ACTION_APPROVE, S (REVIEW), P (SCHOOL_COORDINATOR) | P (TEACHER) },
  { HS_EVENT_ACTION_RETURN, S (REVIEW) | S (APPROVED),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) | P (TRAINER) },
  { HS_EVENT_ACTION_SEND, S (APPROVED),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) },
  { HS_EVENT_ACTION_RECALL, S (OUT),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) },
  { HS_EVENT_ACTION_SIGN, S (OUT), P (TEACHER) | P (TRAINER) | P (STUDENT) },
  { HS_EVENT_ACTION_REFUSE, S (OUT), P (TEACHER) | P (TRAINER) | P (STUDENT) },
  { HS_EVENT_ACTION_AGREE, 0, 0 },
  { HS_EVENT_ACTION_REOPEN, S (REFUSED),
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) | P (TRAINER) },
  { HS_EVENT_ACTION_COMPLETE, S (AGREED), P (SCHOOL_COORDINATOR) | P (TEACHER) | P (TRAINER) },
  { HS_EVENT_ACTION_END, 0, 0 },
  { HS_EVENT_ACTION_WITHDRAW, OPEN,
    P (SCHOOL_COORDINATOR) | P (HOST_COORDINATOR) | P (TEACHER) },
  { HS_EVENT_ACTION_CREATE, 0, 0 },
  { HS_EVENT_ACTION_CONSENT, 0, 0 },
};
/* clang-format on */

static void
test_table (void)
{
  HsTransitionInput input = { "Een goede reden", HS_DAY_NONE, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    for (guint state = 0; state <= HS_AGREEMENT_STATE_REFUSED; state++)
      for (guint who = 0; who < N_PEOPLE; who++)
        {
          g_autoptr (HsDossier) dossier = whole_dossier ();
          HsActor actor = person (dossier, (Who) who);
          gboolean expected = allowed[i].states >> state & 1 && allowed[i].people >> who & 1;
          g_autoptr (GError) error = NULL;

          hs_record_set_int (dossier->agreement, HS_AGREEMENT_STATE, state);
          /* Completing is for when the placement is over. */
          if (allowed[i].action == HS_EVENT_ACTION_COMPLETE)
            dossier->facts.today = hs_day (2027, 6, 26);
          if (hs_transition_check (dossier, allowed[i].action, &actor, &input, NULL, &error)
              != expected)
            g_error ("%s from %u by %u: %s",
                     hs_choice_code (HS_CHOICES_EVENT_ACTION, allowed[i].action), state, who,
                     error != NULL ? error->message : "allowed");
        }
}

/* What leads on needs what is missing; what leads back or out needs a reason and nothing else. */
static void
test_needs (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  HsActor actor = person (dossier, SCHOOL_COORDINATOR);
  guint n;
  const HsTransition *rows = hs_transitions (&n);

  for (guint i = 0; i < n; i++)
    if (rows[i].needs_reason && rows[i].action != HS_EVENT_ACTION_REFUSE
        && rows[i].action != HS_EVENT_ACTION_END)
      {
        HsTransitionInput blank = { "   ", HS_DAY_NONE, -1 };
        g_autoptr (GError) error = NULL;

        for (guint state = 0; !(rows[i].from >> state & 1);)
          hs_record_set_int (dossier->agreement, HS_AGREEMENT_STATE, ++state);
        g_assert_false (
            hs_transition_check (dossier, rows[i].action, &actor, &blank, NULL, &error));
        g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
      }
}

static void
test_findings (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  HsActor actor = person (dossier, SCHOOL_COORDINATOR);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  const HsNextStep *first;

  hs_record_set_int (ROW (dossier, THEME, 0), HS_THEME_HOST_STATUS, HS_THEME_STATUS_OPEN);
  g_assert_false (
      hs_transition_check (dossier, HS_EVENT_ACTION_SUBMIT, &actor, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 1);
  steps = hs_transition_next (dossier, &actor);
  first = g_ptr_array_index (steps, 0);
  g_assert_cmpint (first->action, ==, HS_EVENT_ACTION_SUBMIT);
  g_assert_true (first->primary);
  g_assert_false (first->allowed);
  g_assert_cmpuint (first->n_needed, ==, 1);
  g_assert_nonnull (first->why_not);
  g_assert_false (((HsNextStep *) g_ptr_array_index (steps, 1))->primary);
}

/* Until the match is final a host sees a code and not a name, and never a birth date. */
static void
test_privacy (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  HsActor trainer = person (dossier, TRAINER), teacher = person (dossier, TEACHER);
  g_autofree char *hidden = NULL;
  g_autofree char *shown = NULL;

  hs_record_set_int (dossier->agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_PROPOSED);
  g_assert_false (hs_permission_check (dossier, &trainer, HS_MAY_SEE_STUDENT, NULL));
  g_assert_true (hs_permission_check (dossier, &teacher, HS_MAY_SEE_STUDENT, NULL));
  hidden = hs_permission_student_name (dossier, &trainer);
  g_assert_null (strstr (hidden, "Jansen"));
  hs_record_set_int (dossier->agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_PLACED);
  shown = hs_permission_student_name (dossier, &trainer);
  g_assert_cmpstr (shown, ==, "Sanne Jansen");
  g_assert_false (hs_permission_check (dossier, &trainer, HS_MAY_SEE_BIRTH_DATE, NULL));
}

/* Who may change which records. */
static void
test_records (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  HsActor coordinator = person (dossier, SCHOOL_COORDINATOR), teacher = person (dossier, TEACHER);
  HsActor trainer = person (dossier, TRAINER), student = person (dossier, STUDENT);
  gint64 host = ID (dossier->host), school = ID (dossier->school);

  g_assert_true (hs_permission_edit_record (NULL, HS_KIND_ITEM, host, 0, NULL));
  g_assert_true (hs_permission_edit_record (&coordinator, HS_KIND_ITEM, host, 0, NULL));
  g_assert_true (hs_permission_edit_record (&trainer, HS_KIND_ITEM, host, 0, NULL));
  g_assert_false (hs_permission_edit_record (&trainer, HS_KIND_ITEM, school, 0, NULL));
  g_assert_false (hs_permission_edit_record (&teacher, HS_KIND_ITEM, host, 0, NULL));
  g_assert_true (hs_permission_edit_record (&teacher, HS_KIND_STUDENT, school, 1, NULL));
  g_assert_true (hs_permission_edit_record (&student, HS_KIND_SHARE, school, student.id, NULL));
  g_assert_false (hs_permission_edit_record (&student, HS_KIND_SHARE, school, 1, NULL));
  g_assert_false (hs_permission_edit_record (&coordinator, HS_KIND_SHARE, school, 1, NULL));
  g_assert_false (hs_permission_edit_record (NULL, HS_KIND_EVENT, 0, 0, NULL));
  g_assert_false (hs_permission_create (&student, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transition/table", test_table);
  g_test_add_func ("/transition/needs", test_needs);
  g_test_add_func ("/transition/findings", test_findings);
  g_test_add_func ("/permission/privacy", test_privacy);
  g_test_add_func ("/permission/records", test_records);
  return g_test_run ();
}
