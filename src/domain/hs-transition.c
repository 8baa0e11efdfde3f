/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of steps and whether one may be taken. */

#include "hs-transition.h"

#include "hs-error.h"
#include "hs-permission-private.h"
#include "hs-signing.h"

#include <glib/gi18n.h>
#include <string.h>

#define IN(state) (1u << HS_AGREEMENT_STATE_##state)
#define TO(state) HS_AGREEMENT_STATE_##state
#define MAKERS                                                                                     \
  (HS_WHO_SCHOOL_COORDINATOR | HS_WHO_HOST_COORDINATOR | HS_WHO_TEACHER | HS_WHO_TRAINER)
#define SENDERS (HS_WHO_SCHOOL_COORDINATOR | HS_WHO_HOST_COORDINATOR | HS_WHO_TEACHER)

/* The steps, in the order in which they are offered. Deciding where the law and the design leave
 * room: both coordinators place, as a place is found from either side; the school approves, as it
 * answers for the programme; what was approved can still be sent back; signing changes no state,
 * the last signature that is needed makes it Afgesproken. */
/* clang-format off */
static const HsTransition table[] = {
  { HS_EVENT_ACTION_PLACE, IN (PROPOSED), TO (PLACED),
    HS_WHO_SCHOOL_COORDINATOR | HS_WHO_HOST_COORDINATOR | HS_WHO_TEACHER, FALSE,
    N_ ("Place the student"),
    N_ ("The match is final. From now on the host sees who the student is.") },
  { HS_EVENT_ACTION_START_DRAFT, IN (PLACED), TO (DRAFT), MAKERS, FALSE,
    N_ ("Start the draft"), N_ ("Fill in the agreement by the five themes.") },
  { HS_EVENT_ACTION_SUBMIT, IN (DRAFT), TO (REVIEW), MAKERS, FALSE,
    N_ ("Send for review"), N_ ("The school and the host look at it. Until it comes back nobody "
                                "changes the content.") },
  { HS_EVENT_ACTION_APPROVE, IN (REVIEW), TO (APPROVED), HS_WHO_SCHOOL_COORDINATOR | HS_WHO_TEACHER,
    FALSE, N_ ("Approve"), N_ ("The content is good. Then it can be sent for signature.") },
  { HS_EVENT_ACTION_SEND, IN (APPROVED), TO (OUT), SENDERS, FALSE,
    N_ ("Send for signature"), N_ ("The content is fixed and everybody can sign.") },
  { HS_EVENT_ACTION_SIGN, IN (OUT), TO (OUT), HS_WHO_SIGNER, FALSE,
    N_ ("Sign"), N_ ("You agree with exactly what is written.") },
  { HS_EVENT_ACTION_AGREE, IN (OUT), TO (AGREED), HS_WHO_PROGRAM, FALSE,
    N_ ("Agreed"), N_ ("Everybody who has to sign has signed.") },
  { HS_EVENT_ACTION_REOPEN, IN (REFUSED), TO (DRAFT), MAKERS, FALSE,
    N_ ("Change it"), N_ ("The agreement becomes a draft again.") },
  { HS_EVENT_ACTION_COMPLETE, IN (AGREED), TO (COMPLETED),
    HS_WHO_SCHOOL_COORDINATOR | HS_WHO_TEACHER | HS_WHO_TRAINER, FALSE,
    N_ ("Complete"), N_ ("The placement is over and the hours made are written down.") },
  { HS_EVENT_ACTION_RETURN, IN (REVIEW) | IN (APPROVED), TO (DRAFT),
    MAKERS, TRUE,
    N_ ("Send back"), N_ ("The agreement becomes a draft again, with what has to change.") },
  { HS_EVENT_ACTION_RECALL, IN (OUT), TO (DRAFT), SENDERS, TRUE,
    N_ ("Recall"), N_ ("The agreement becomes a draft again. Signatures that were given stay "
                       "visible and no longer count.") },
  { HS_EVENT_ACTION_REFUSE, IN (OUT), TO (REFUSED), HS_WHO_SIGNER, TRUE,
    N_ ("Refuse to sign"), N_ ("The agreement is refused, with your reason.") },
  { HS_EVENT_ACTION_END, IN (AGREED), TO (ENDED),
    HS_WHO_SCHOOL_COORDINATOR | HS_WHO_TEACHER | HS_WHO_TRAINER, TRUE,
    N_ ("End early"), N_ ("The placement stops before its last day. Write down the day, the reason "
                          "and the hours made.") },
  { HS_EVENT_ACTION_WITHDRAW,
    IN (PROPOSED) | IN (PLACED) | IN (DRAFT) | IN (REVIEW) | IN (APPROVED) | IN (OUT) | IN (REFUSED),
    TO (WITHDRAWN), HS_WHO_SCHOOL_COORDINATOR | HS_WHO_HOST_COORDINATOR | HS_WHO_TEACHER, TRUE,
    N_ ("Withdraw"), N_ ("There will be no agreement. The student is free for another place.") },
};
/* clang-format on */

const HsTransition *
hs_transitions (guint *n_transitions)
{
  *n_transitions = G_N_ELEMENTS (table);
  return table;
}

const HsTransition *
hs_transition_find (HsEventAction action)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].action == action)
      return &table[i];
  return NULL;
}

const char *
hs_transition_label (HsEventAction action)
{
  const HsTransition *row = hs_transition_find (action);

  return row != NULL ? g_dgettext (GETTEXT_PACKAGE, row->label)
                     : hs_choice_label (HS_CHOICES_EVENT_ACTION, action);
}

const char *
hs_transition_explanation (HsEventAction action)
{
  const HsTransition *row = hs_transition_find (action);

  return row != NULL ? g_dgettext (GETTEXT_PACKAGE, row->explanation) : "";
}

static guint
who_is (const HsDossier *dossier, const HsActor *actor)
{
  guint who = 0;

  switch (hs_permission_side (dossier, actor))
    {
    case HS_SIDE_SCHOOL:
      who |= hs_actor_has_role (actor, HS_ROLE_COORDINATOR) ? HS_WHO_SCHOOL_COORDINATOR : 0;
      who |= hs_actor_has_role (actor, HS_ROLE_TEACHER) ? HS_WHO_TEACHER : 0;
      break;
    case HS_SIDE_HOST:
      who |= hs_actor_has_role (actor, HS_ROLE_COORDINATOR) ? HS_WHO_HOST_COORDINATOR : 0;
      who |= hs_actor_has_role (actor, HS_ROLE_PRACTICE_TRAINER) ? HS_WHO_TRAINER : 0;
      break;
    case HS_SIDE_STUDENT:
      who |= HS_WHO_STUDENT;
      break;
    case HS_SIDE_GUARDIAN:
    case HS_SIDE_NONE:
    default:
      break;
    }
  return who;
}

/* Whether @actor has one of the hats that @row asks for. */
static gboolean
may_take (const HsDossier *dossier, const HsTransition *row, const HsActor *actor)
{
  if (actor == NULL)
    return (row->who & HS_WHO_PROGRAM) != 0;
  if (row->who & HS_WHO_SIGNER)
    return hs_permission_signers (dossier, actor, dossier->facts.today) != 0;
  return (row->who & who_is (dossier, actor)) != 0;
}

/* The states in @states as words: "Concept, Ter beoordeling". */
static char *
states_in_words (guint states)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i <= HS_AGREEMENT_STATE_REFUSED; i++)
    if (states >> i & 1)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              hs_choice_label (HS_CHOICES_AGREEMENT_STATE, i));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
check_state (const HsDossier *dossier, const HsTransition *row, GError **error)
{
  g_autofree char *from = NULL;

  if ((row->from >> hs_dossier_state (dossier) & 1) != 0)
    return TRUE;
  from = states_in_words (row->from);
  g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
               _ ("“%s” is possible from: %s; this agreement is: %s"),
               g_dgettext (GETTEXT_PACKAGE, row->label), from, hs_state_label (dossier));
  return FALSE;
}

static gboolean
check_actor (const HsDossier *dossier, const HsTransition *row, const HsActor *actor,
             GError **error)
{
  if (may_take (dossier, row, actor))
    return TRUE;
  if (actor == NULL)
    return hs_permission_refuse (error, _ ("say first who you are"));
  if (hs_permission_side (dossier, actor) == HS_SIDE_NONE)
    return hs_permission_refuse (error, _ ("you are no party to this agreement"));
  if (row->who & HS_WHO_SIGNER)
    return hs_permission_refuse (error, _ ("you cannot sign this agreement today"));
  if (row->who == HS_WHO_PROGRAM)
    return hs_permission_refuse (error, _ ("this happens by itself"));
  return hs_permission_refuse (error, _ ("your role does not allow this"));
}

static gboolean
invalid (GError **error, const char *why)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
has_reason (const HsTransitionInput *input)
{
  return input != NULL && input->reason != NULL && g_utf8_strlen (input->reason, -1) >= 3
         && strspn (input->reason, " \t\n") < strlen (input->reason);
}

/* The day and hours of ending early: inside the period, not after today. */
static gboolean
check_ending (const HsDossier *dossier, const HsTransitionInput *input, GError **error)
{
  const HsRecord *sheet = hs_dossier_effective_sheet (dossier, dossier->facts.today);

  if (input == NULL || input->date == HS_DAY_NONE)
    return invalid (error, _ ("say which day was the last one"));
  if (input->minutes < 0)
    return invalid (error, _ ("say how many hours were made"));
  if (input->date > dossier->facts.today)
    return invalid (error, _ ("the last day is in the future: record it on the day itself"));
  if (sheet != NULL && hs_record_has (sheet, HS_SHEET_END)
      && input->date > hs_record_int (sheet, HS_SHEET_END))
    return invalid (error, _ ("the last day is after the end of the placement: complete it "
                              "instead"));
  return TRUE;
}

static gboolean
check_completing (const HsDossier *dossier, const HsTransitionInput *input, GError **error)
{
  const HsRecord *sheet = hs_dossier_effective_sheet (dossier, dossier->facts.today);

  if (sheet != NULL && hs_record_has (sheet, HS_SHEET_END)
      && hs_record_int (sheet, HS_SHEET_END) >= dossier->facts.today)
    {
      g_autofree char *end = hs_day_format ((HsDay) hs_record_int (sheet, HS_SHEET_END));

      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   _ ("the placement lasts until %s: complete it after that, or end it early"),
                   end);
      return FALSE;
    }
  if ((input == NULL || input->minutes < 0)
      && !hs_record_has (dossier->agreement, HS_AGREEMENT_REALISED_MINUTES))
    return invalid (error, _ ("say how many hours were made"));
  return TRUE;
}

/* What else has to be there before the agreement is final by itself. */
static gboolean
check_signatures (const HsDossier *dossier, GError **error)
{
  HsSigning signing;

  hs_signing_read (dossier, &signing);
  return hs_signing_complete (&signing)
         || hs_permission_refuse (error, _ ("not everybody who has to sign has signed"));
}

/* What has to be given with the step. */
static gboolean
check_input (const HsDossier *dossier, const HsTransition *row, const HsTransitionInput *input,
             GError **error)
{
  if (row->needs_reason && !has_reason (input))
    return invalid (error, _ ("say why: this step asks for a reason"));
  if (row->action == HS_EVENT_ACTION_END)
    return check_ending (dossier, input, error);
  if (row->action == HS_EVENT_ACTION_COMPLETE)
    return check_completing (dossier, input, error);
  if (row->action == HS_EVENT_ACTION_AGREE)
    return check_signatures (dossier, error);
  return TRUE;
}

static void
free_finding (gpointer finding)
{
  hs_finding_free (finding);
}

/* The findings of @all that refuse @action; moves them out of @all. */
static GPtrArray *
refusing (GPtrArray *all, HsEventAction action)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_finding);

  for (guint i = 0; i < all->len;)
    if (hs_finding_blocks (g_ptr_array_index (all, i), action))
      g_ptr_array_add (found, g_ptr_array_steal_index (all, i));
    else
      i++;
  return found;
}

static gboolean
refuse_for_findings (GPtrArray *found, GError **error)
{
  const HsFinding *first = g_ptr_array_index (found, 0);

  if (found->len == 1)
    g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("one thing is still needed: %s"),
                 first->message);
  else
    g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                 ngettext ("%u thing is still needed; the first: %s",
                           "%u things are still needed; the first: %s", found->len),
                 found->len, first->message);
  return FALSE;
}

gboolean
hs_transition_check (const HsDossier *dossier, HsEventAction action, const HsActor *actor,
                     const HsTransitionInput *input, GPtrArray **findings, GError **error)
{
  const HsTransition *row = hs_transition_find (action);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gboolean allowed;

  if (findings != NULL)
    *findings = g_ptr_array_new_with_free_func (free_finding);
  if (row == NULL)
    return hs_permission_refuse (error, _ ("this is no step of an agreement"));
  if (!check_state (dossier, row, error) || !check_actor (dossier, row, actor, error))
    return FALSE;
  /* A step that leads back or out needs nothing but its reason. */
  if (!row->needs_reason)
    {
      all = hs_rules_run (dossier);
      found = refusing (all, action);
    }
  allowed = (found == NULL || found->len == 0 || refuse_for_findings (found, error))
            && check_input (dossier, row, input, error);
  if (findings != NULL && found != NULL)
    {
      g_ptr_array_unref (*findings);
      *findings = g_steal_pointer (&found);
    }
  return allowed;
}

void
hs_next_step_free (HsNextStep *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->why_not);
  g_free (self);
}

/* Whether somebody with the hats of @row is one for whom the step is the next thing to do. */
static gboolean
leads_on (const HsTransition *row)
{
  return !row->needs_reason;
}

static HsNextStep *
make_step (const HsDossier *dossier, const HsTransition *row, const HsActor *actor)
{
  HsNextStep *step = g_new0 (HsNextStep, 1);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  step->action = row->action;
  step->label = g_strdup (g_dgettext (GETTEXT_PACKAGE, row->label));
  step->needs_reason = row->needs_reason;
  step->allowed = hs_transition_check (dossier, row->action, actor, NULL, &findings, &error);
  step->n_needed = findings->len;
  /* What a person still has to give is asked for when the button is pressed. */
  if (!step->allowed && g_error_matches (error, HS_ERROR, HS_ERROR_INVALID))
    step->allowed = TRUE;
  if (!step->allowed)
    step->why_not = g_strdup (error->message);
  return step;
}

/* Whether @actor has signed in every role in which that is possible. */
static gboolean
has_signed (const HsDossier *dossier, const HsActor *actor)
{
  HsSigning signing;

  hs_signing_read (dossier, &signing);
  return (hs_permission_signers (dossier, actor, dossier->facts.today) & ~signing.done) == 0;
}

GPtrArray *
hs_transition_next (const HsDossier *dossier, const HsActor *actor)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_next_step_free);
  HsAgreementState state = hs_dossier_state (dossier);
  gboolean primary = FALSE;

  for (guint i = 0; actor != NULL && i < G_N_ELEMENTS (table); i++)
    {
      const HsTransition *row = &table[i];
      HsNextStep *step;

      if ((row->from >> state & 1) == 0 || !may_take (dossier, row, actor))
        continue;
      if (row->action == HS_EVENT_ACTION_SIGN && has_signed (dossier, actor))
        continue;
      step = make_step (dossier, row, actor);
      /* Completing is only the next thing to do once the placement is over. */
      step->primary =
          !primary && leads_on (row) && (row->action != HS_EVENT_ACTION_COMPLETE || step->allowed);
      primary = primary || step->primary;
      g_ptr_array_add (steps, step);
    }
  return steps;
}

const char *
hs_state_label (const HsDossier *dossier)
{
  if (hs_dossier_is_active (dossier))
    return _ ("Active");
  return hs_choice_label (HS_CHOICES_AGREEMENT_STATE, hs_dossier_state (dossier));
}

/* "Student, School" of a sum of 1 << HsSigner. (transfer full) */
static char *
role_names (guint roles)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = HS_SIGNER_STUDENT; i <= HS_SIGNER_HOST; i++)
    if (roles >> i & 1)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              hs_choice_label (HS_CHOICES_SIGNER, i));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
waits_for_signers (const HsDossier *dossier)
{
  HsSigning signing;
  g_autofree char *names = NULL;

  hs_signing_read (dossier, &signing);
  names = role_names (signing.needed & ~signing.done);
  return g_strdup_printf (_ ("Waits for the signature of: %s"), names);
}

/* Who has to do something about a later sheet; NULL when there is none under way. */
static char *
waits_for_sheet (const HsDossier *dossier)
{
  const HsRecord *sheet =
      dossier->sheets->len > 1 ? dossier->sheets->pdata[dossier->sheets->len - 1] : NULL;
  gint64 status = sheet != NULL ? hs_record_int (sheet, HS_SHEET_STATUS) : -1;
  guint needed, done;
  g_autofree char *names = NULL;

  if (status == HS_SHEET_STATUS_DRAFT)
    return g_strdup (_ ("A new sheet is being written"));
  if (status != HS_SHEET_STATUS_FIXED)
    return NULL;
  hs_signing_deliveries (dossier, sheet, &needed, &done);
  if ((needed & ~done) != 0)
    {
      names = role_names (needed & ~done);
      return g_strdup_printf (_ ("The new sheet still has to be sent to: %s"), names);
    }
  hs_signing_consents (dossier, sheet, &needed, &done);
  if ((needed & ~done) == 0)
    return g_strdup (_ ("The correction that was asked waits for an answer"));
  names = role_names (needed & ~done);
  return g_strdup_printf (_ ("The new sheet waits for the consent of: %s"), names);
}

char *
hs_state_waits_for (const HsDossier *dossier)
{
  char *sheet;

  switch (hs_dossier_state (dossier))
    {
    case HS_AGREEMENT_STATE_PROPOSED:
      return g_strdup (_ ("A coordinator decides whether this becomes the place"));
    case HS_AGREEMENT_STATE_PLACED:
      return g_strdup (_ ("School or host starts the draft"));
    case HS_AGREEMENT_STATE_DRAFT:
      return g_strdup (_ ("School and host fill in the five themes"));
    case HS_AGREEMENT_STATE_REVIEW:
      return g_strdup (_ ("The teacher reviews it"));
    case HS_AGREEMENT_STATE_APPROVED:
      return g_strdup (_ ("A coordinator sends it for signature"));
    case HS_AGREEMENT_STATE_OUT:
      return waits_for_signers (dossier);
    case HS_AGREEMENT_STATE_REFUSED:
      return g_strdup (_ ("School or host changes it, or withdraws it"));
    case HS_AGREEMENT_STATE_AGREED:
      sheet = waits_for_sheet (dossier);
      return sheet != NULL ? sheet : g_strdup (_ ("Nobody has to do anything now"));
    case HS_AGREEMENT_STATE_COMPLETED:
    case HS_AGREEMENT_STATE_ENDED:
    case HS_AGREEMENT_STATE_WITHDRAWN:
    default:
      return g_strdup (_ ("Nobody has to do anything now"));
    }
}
