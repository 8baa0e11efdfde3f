/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an agreement: one table of steps, from which states, to which, by whom, and what must
 * hold. Everything that changes the state of an agreement asks here. */
#pragma once

#include "hs-actor.h"
#include "hs-rule.h"

G_BEGIN_DECLS

/**
 * HsWho: bits of who may take a step.
 * @HS_WHO_SCHOOL_COORDINATOR … : a person of the school (the host) of this agreement with that role
 * @HS_WHO_SIGNER: anybody who may sign in some role today; see hs_permission_sign
 * @HS_WHO_PROGRAM: happens by itself
 */
typedef enum
{
  HS_WHO_SCHOOL_COORDINATOR = 1 << 0,
  HS_WHO_HOST_COORDINATOR = 1 << 1,
  HS_WHO_TEACHER = 1 << 2,
  HS_WHO_TRAINER = 1 << 3,
  HS_WHO_STUDENT = 1 << 4,
  HS_WHO_SIGNER = 1 << 5,
  HS_WHO_PROGRAM = 1 << 6,
} HsWho;

/**
 * HsTransition:
 * @from: sum of 1 << HsAgreementState
 * @who: sum of HsWho
 * @needs_reason: refused without a reason of at least 3 letters
 * @label: text of the button, msgid; hs_transition_label translates it
 * @explanation: what happens then, one sentence, msgid
 */
typedef struct
{
  HsEventAction action;
  guint from;
  HsAgreementState to;
  guint who;
  gboolean needs_reason;
  const char *label;
  const char *explanation;
} HsTransition;

/* The table. (transfer none) */
const HsTransition *hs_transitions (guint *n_transitions);
/* The row of @action, NULL when the action does not change the state (sheet, consent, …). */
const HsTransition *hs_transition_find (HsEventAction action);
const char *hs_transition_label (HsEventAction action);
const char *hs_transition_explanation (HsEventAction action);

/* What a person gives with a step. NULL or {0} with date HS_DAY_NONE and minutes -1 is nothing. */
typedef struct
{
  const char *reason;
  HsDay date; /* ending early: the last day */
  gint64 minutes; /* ending early, completing: the hours made */
} HsTransitionInput;

#define HS_TRANSITION_INPUT_NONE                                                                   \
  {                                                                                                \
    NULL, HS_DAY_NONE, -1                                                                          \
  }

/**
 * hs_transition_check:
 * @actor: who takes the step; NULL only for what happens by itself
 * @input: (nullable)
 * @findings: (out) (optional) (transfer full) (element-type HsFinding): what refuses it, each with
 *   the field it is about; an empty array when it is allowed or refused for another reason
 *
 * Whether the step may be taken on facts.today: the state fits, @actor may, what must hold holds
 * (hs_rules_run), and what has to be given is given.
 *
 * Returns: FALSE with HS_ERROR_REFUSED, or HS_ERROR_INVALID for what is missing in @input; the
 *   message is one line in the user's language that says what is missing
 */
gboolean hs_transition_check (const HsDossier *dossier, HsEventAction action, const HsActor *actor,
                              const HsTransitionInput *input, GPtrArray **findings, GError **error);

/**
 * HsNextStep:
 * @label: text of the button
 * @primary: the one step that brings the agreement further; at most one in a list
 * @allowed: it can be taken now (what a person has to give with it aside)
 * @needs_reason: ask for a reason
 * @why_not: one line when it is not allowed, else NULL
 * @n_needed: number of findings that refuse it
 */
typedef struct
{
  HsEventAction action;
  char *label;
  gboolean primary;
  gboolean allowed;
  gboolean needs_reason;
  char *why_not;
  guint n_needed;
} HsNextStep;

void hs_next_step_free (HsNextStep *self);

/* The steps that @actor may take in this state (refused ones with the reason), the primary one
 * first. Signing is in it as HS_EVENT_ACTION_SIGN while the actor can still sign in some role.
 * (transfer full) (element-type HsNextStep) */
GPtrArray *hs_transition_next (const HsDossier *dossier, const HsActor *actor);

/* The state on screen: "Concept", "Loopt" for Afgesproken inside its period. (transfer none) */
const char *hs_state_label (const HsDossier *dossier);
/* Who is waited for, one line: "De bpv-docent beoordeelt", "Wacht op student, zorgorganisatie".
 * (transfer full) */
char *hs_state_waits_for (const HsDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsNextStep, hs_next_step_free)

G_END_DECLS
