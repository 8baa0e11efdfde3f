/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what with one agreement, and who may sign. */

#include "hs-permission.h"

#include "hs-error.h"
#include "hs-permission-private.h"
#include "hs-signing.h"

#include <glib/gi18n.h>
#include <string.h>

#define ROLE(role) (1u << HS_ROLE_##role)
#define STATE(state) (1u << HS_AGREEMENT_STATE_##state)
#define OPEN_STATES (STATE (PROPOSED) | STATE (PLACED) | STATE (DRAFT))

gboolean
hs_permission_refuse (GError **error, const char *why)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED, why);
  return FALSE;
}

/* Whether the organisation in @field of the agreement is that of @actor, or part of it. */
static gboolean
works_at (const HsDossier *dossier, const HsActor *actor, guint field)
{
  gint64 organisation = hs_record_int (dossier->agreement, field);
  const HsRecord *record = field == HS_AGREEMENT_SCHOOL ? dossier->school : dossier->host;

  if (actor->kind != HS_KIND_PERSON || actor->organisation == 0 || organisation == 0)
    return FALSE;
  return actor->organisation == organisation
         || (record != NULL
             && hs_record_int (record, HS_ORGANISATION_GROUP) == actor->organisation);
}

HsSide
hs_permission_side (const HsDossier *dossier, const HsActor *actor)
{
  gint64 student = hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT);

  if (actor->kind == HS_KIND_STUDENT)
    return actor->id == student && student != 0 ? HS_SIDE_STUDENT : HS_SIDE_NONE;
  if (actor->kind == HS_KIND_GUARDIAN)
    return actor->student == student && student != 0 ? HS_SIDE_GUARDIAN : HS_SIDE_NONE;
  if (works_at (dossier, actor, HS_AGREEMENT_SCHOOL))
    return HS_SIDE_SCHOOL;
  if (works_at (dossier, actor, HS_AGREEMENT_HOST))
    return HS_SIDE_HOST;
  /* A coordinator makes agreements before school and host are chosen. */
  if (hs_actor_has_role (actor, HS_ROLE_COORDINATOR)
      && !hs_record_has (dossier->agreement, actor->side == HS_ORGANISATION_KIND_HOST
                                                 ? HS_AGREEMENT_HOST
                                                 : HS_AGREEMENT_SCHOOL))
    return actor->side == HS_ORGANISATION_KIND_HOST ? HS_SIDE_HOST : HS_SIDE_SCHOOL;
  return HS_SIDE_NONE;
}

/**
 * Rule:
 * @states: in which states; @school, @host: roles of a person there (~0 for all)
 * @student, @guardian: whether they may
 */
typedef struct
{
  guint states;
  guint school;
  guint host;
  gboolean student;
  gboolean guardian;
} Rule;

#define ALL (~0u)
#define SCHOOL_WORK (ROLE (COORDINATOR) | ROLE (TEACHER))
#define HOST_WORK (ROLE (COORDINATOR) | ROLE (PRACTICE_TRAINER))
#define HOST_FLOOR (HOST_WORK | ROLE (SUPERVISOR))
#define FROM_PLACED (~STATE (PROPOSED))

/* A host edits from Geplaatst on: before that it knows a code and no student. Whoever of school or
 * host coordinates may also write down what a party said that does not use the program: the event
 * names who did. */
static const Rule rules[] = {
  [HS_MAY_READ] = { ALL, ALL, ALL, TRUE, TRUE },
  [HS_MAY_SEE_STUDENT] = { ALL, ALL, ALL, TRUE, TRUE },
  [HS_MAY_SEE_BIRTH_DATE] = { ALL, SCHOOL_WORK, 0, TRUE, TRUE },
  [HS_MAY_EDIT] = { OPEN_STATES | STATE (AGREED), SCHOOL_WORK, HOST_FLOOR, FALSE, FALSE },
  [HS_MAY_PROGRESS] = { FROM_PLACED, SCHOOL_WORK, ALL, TRUE, FALSE },
  [HS_MAY_DISCUSS_SCHOOL] = { STATE (DRAFT) | STATE (REVIEW), SCHOOL_WORK, ROLE (COORDINATOR),
                              FALSE, FALSE },
  [HS_MAY_DISCUSS_HOST] = { STATE (DRAFT) | STATE (REVIEW), ROLE (COORDINATOR), HOST_FLOOR, FALSE,
                            FALSE },
  [HS_MAY_DISCUSS_STUDENT] = { STATE (DRAFT) | STATE (REVIEW), SCHOOL_WORK, HOST_FLOOR, TRUE,
                               FALSE },
  [HS_MAY_NOTE] = { ALL, ALL, ALL, TRUE, TRUE },
  [HS_MAY_RECORD_SIGNOFF] = { STATE (OUT), SCHOOL_WORK, HOST_WORK, FALSE, FALSE },
  [HS_MAY_RECORD_CONSENT] = { STATE (AGREED), SCHOOL_WORK, HOST_WORK, FALSE, FALSE },
  [HS_MAY_NEW_SHEET] = { STATE (AGREED), SCHOOL_WORK, HOST_WORK, FALSE, FALSE },
};

static gboolean
role_allows (const Rule *rule, const HsActor *actor, HsSide side)
{
  switch (side)
    {
    case HS_SIDE_SCHOOL:
      return rule->school == ALL || (rule->school & actor->roles) != 0;
    case HS_SIDE_HOST:
      return rule->host == ALL || (rule->host & actor->roles) != 0;
    case HS_SIDE_STUDENT:
      return rule->student;
    case HS_SIDE_GUARDIAN:
      return rule->guardian;
    case HS_SIDE_NONE:
    default:
      return FALSE;
    }
}

/* What is refused in this state, whoever asks; NULL when nothing is. */
static const char *
state_refuses (const HsDossier *dossier, HsMay what, HsSide side)
{
  HsAgreementState state = hs_dossier_state (dossier);
  gint64 status = dossier->sheet != NULL ? hs_record_int (dossier->sheet, HS_SHEET_STATUS) : -1;

  if (what == HS_MAY_SEE_STUDENT && side == HS_SIDE_HOST && state == HS_AGREEMENT_STATE_PROPOSED)
    return _ ("the host sees who the student is from the moment that the match is final");
  if (what == HS_MAY_EDIT && side == HS_SIDE_HOST && state == HS_AGREEMENT_STATE_PROPOSED)
    return _ ("the host can change the agreement from the moment that the match is final");
  if (what == HS_MAY_EDIT
      && (status == HS_SHEET_STATUS_FIXED || status == HS_SHEET_STATUS_IN_FORCE))
    return _ ("what was sent for signature does not change any more: recall it, or make a new "
              "sheet");
  if (what == HS_MAY_EDIT && status == HS_SHEET_STATUS_WITHDRAWN)
    return _ ("this sheet was withdrawn");
  if ((rules[what].states >> state & 1) != 0)
    return NULL;
  if (what == HS_MAY_EDIT)
    return _ ("the content can be changed while the agreement is a draft: have it sent back first");
  if (what == HS_MAY_RECORD_SIGNOFF)
    return _ ("the agreement is not out for signature");
  if (what == HS_MAY_NEW_SHEET || what == HS_MAY_RECORD_CONSENT)
    return _ ("a new sheet is for an agreement that everybody has signed");
  return _ ("this is not possible in the state that the agreement is in");
}

gboolean
hs_permission_check (const HsDossier *dossier, const HsActor *actor, HsMay what, GError **error)
{
  HsSide side;
  const char *why;

  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (rules), FALSE);
  if (actor == NULL)
    return hs_permission_refuse (error, _ ("say first who you are"));
  side = hs_permission_side (dossier, actor);
  if (side == HS_SIDE_NONE)
    return hs_permission_refuse (error, _ ("you are no party to this agreement"));
  if (!role_allows (&rules[what], actor, side))
    return hs_permission_refuse (error, _ ("your role does not allow this"));
  why = state_refuses (dossier, what, side);
  return why == NULL || hs_permission_refuse (error, why);
}

gboolean
hs_permission_has_mandate (const HsDossier *dossier, gint64 person, HsSigner role, HsDay day)
{
  guint field = role == HS_SIGNER_SCHOOL ? HS_AGREEMENT_SCHOOL : HS_AGREEMENT_HOST;
  gint64 organisation = hs_record_int (dossier->agreement, field);
  const HsRecord *record = field == HS_AGREEMENT_SCHOOL ? dossier->school : dossier->host;
  gint64 group = record != NULL ? hs_record_int (record, HS_ORGANISATION_GROUP) : 0;

  for (guint i = 0; i < dossier->facts.mandates->len; i++)
    {
      const HsRecord *mandate = g_ptr_array_index (dossier->facts.mandates, i);
      gint64 of = hs_record_int (mandate, HS_MANDATE_ORGANISATION);

      if (hs_record_int (mandate, HS_MANDATE_PERSON) != person || of == 0
          || (of != organisation && of != group))
        continue;
      if (hs_record_has (mandate, HS_MANDATE_FROM)
          && hs_record_int (mandate, HS_MANDATE_FROM) <= day
          && (!hs_record_has (mandate, HS_MANDATE_TO)
              || hs_record_int (mandate, HS_MANDATE_TO) >= day))
        return TRUE;
    }
  return FALSE;
}

/* Whether @signer is somebody who can sign in @role at all; NULL or why not. */
static const char *
role_refuses (const HsDossier *dossier, const HsActor *signer, HsSigner role, HsDay day)
{
  HsSide side = hs_permission_side (dossier, signer);

  switch (role)
    {
    case HS_SIGNER_STUDENT:
      return side == HS_SIDE_STUDENT ? NULL : _ ("only the student signs as student");
    case HS_SIGNER_GUARDIAN:
      if (side != HS_SIDE_GUARDIAN)
        return _ ("only a guardian of this student signs as guardian");
      return hs_dossier_minor_on (dossier, day) == 0
                 ? _ ("the student is 18 or older on that day: no guardian signs")
                 : NULL;
    case HS_SIGNER_SCHOOL:
      return signer->kind == HS_KIND_PERSON
                     && hs_permission_has_mandate (dossier, signer->id, role, day)
                 ? NULL
                 : _ ("this person has no mandate of the school that is valid on that day");
    case HS_SIGNER_HOST:
    default:
      return signer->kind == HS_KIND_PERSON
                     && hs_permission_has_mandate (dossier, signer->id, role, day)
                 ? NULL
                 : _ ("this person has no mandate of the host that is valid on that day");
    }
}

/* Whether the same person has signed in another role. */
static gboolean
signed_otherwise (const HsDossier *dossier, const HsActor *signer, HsSigner role)
{
  HsSigning signing;

  hs_signing_read (dossier, &signing);
  for (int i = HS_SIGNER_STUDENT; i <= HS_SIGNER_HOST; i++)
    if (i != (int) role && signing.by[i] != NULL
        && g_strcmp0 (hs_record_text (signing.by[i], HS_SIGNOFF_PERSON_UID), signer->uid) == 0)
      return TRUE;
  return FALSE;
}

gboolean
hs_permission_sign (const HsDossier *dossier, const HsActor *signer, HsSigner role, HsDay day,
                    GError **error)
{
  const HsRecord *sheet = hs_signing_sheet (dossier);
  const char *why;

  if (signer == NULL)
    return hs_permission_refuse (error, _ ("say first who you are"));
  if (hs_dossier_state (dossier) != HS_AGREEMENT_STATE_OUT || sheet == NULL)
    return hs_permission_refuse (error, _ ("the agreement is not out for signature"));
  if (hs_dossier_minor_on (dossier, day) < 0)
    return hs_permission_refuse (error, _ ("the birth date of the student is not known: without it "
                                           "nobody can say whether a guardian has to sign"));
  if (day > dossier->facts.today)
    return hs_permission_refuse (error, _ ("the day of signing is in the future"));
  if (hs_record_has (sheet, HS_SHEET_DRAWN_UP) && day < hs_record_int (sheet, HS_SHEET_DRAWN_UP))
    return hs_permission_refuse (error,
                                 _ ("the day of signing is before the day the sheet was drawn up"));
  why = role_refuses (dossier, signer, role, day);
  if (why != NULL)
    return hs_permission_refuse (error, why);
  if (signed_otherwise (dossier, signer, role))
    return hs_permission_refuse (error,
                                 _ ("this person has signed already, in another role: each party "
                                    "signs by a person of its own"));
  return TRUE;
}

guint
hs_permission_signers (const HsDossier *dossier, const HsActor *actor, HsDay day)
{
  guint signers = 0;

  for (int i = HS_SIGNER_STUDENT; i <= HS_SIGNER_HOST; i++)
    if (hs_permission_sign (dossier, actor, (HsSigner) i, day, NULL))
      signers |= 1u << i;
  return signers;
}

char *
hs_permission_student_name (const HsDossier *dossier, const HsActor *actor)
{
  const char *uid;

  if (dossier->student == NULL)
    return g_strdup (_ ("No student yet"));
  if (actor == NULL || hs_permission_check (dossier, actor, HS_MAY_SEE_STUDENT, NULL))
    return hs_record_title (dossier->student);
  /* The agreement's uid, not the student's: a host cannot tell one student in two proposals. */
  uid = hs_record_uid (dossier->agreement);
  return g_strdup_printf (_ ("Student %.6s"), uid != NULL && strlen (uid) > 9 ? uid + 3 : "?");
}
