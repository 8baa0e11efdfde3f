/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an agreement in the store: making one, taking steps, signing, later sheets.
 *
 * Every function that writes is called inside a transaction of the caller (hs_store_begin with the
 * same actor), checks what may be done by hs-permission.h and hs-transition.h, and writes an event;
 * events and sign-offs are only ever added, and the text of a reason is a row of its own that can
 * be erased. When a function returns FALSE the caller rolls back. Ids are local ids of agreements.
 */
#pragma once

#include "hs-store.h"
#include "hs-transition.h"

G_BEGIN_DECLS

/**
 * HsLifeNew: what a new agreement is made from. Ids; 0 is not chosen yet. {0} is all empty.
 * @enrolment: 0 takes the enrolment with the highest sequence number
 * @host: 0 takes that of the location of the vacancy
 * @location: 0 takes that of the vacancy
 * @supervisor: 0 takes that of the vacancy
 * @teacher: 0 takes the mentor of the student
 * @items: (nullable): items to reserve for the whole period; each technology gets an assignment
 * @like: an agreement whose texts and rows are taken over in place of the defaults, moved to the
 *   period of the new one; what was ticked or held there is not
 * @start, @end: HS_DAY_NONE or 0 takes what the enrolment asks for, else the vacancy
 */
typedef struct
{
  gint64 student;
  gint64 enrolment;
  gint64 vacancy;
  gint64 host;
  gint64 location;
  gint64 supervisor;
  gint64 trainer;
  gint64 teacher;
  gint64 digicoach;
  const gint64 *items;
  gsize n_items;
  gint64 like;
  HsOrigin origin;
  HsDay start;
  HsDay end;
} HsLifeNew;

/**
 * hs_life_create:
 * @until: how far to go: HS_AGREEMENT_STATE_PROPOSED, _PLACED or _DRAFT
 * @held: (out) (optional) (transfer full): why it did not get as far as @until, or NULL: the
 *   agreement is there, one step back (no verified recognition: it stays Voorgesteld)
 *
 * Makes the agreement with number "2026-00001", its first sheet (period, weekdays, hours, default
 * texts), the rows of the five themes, the clauses of the host's region and the reservations.
 *
 * Returns: its id, 0 on error
 */
gint64 hs_life_create (HsStore *store, const HsActor *actor, const HsLifeNew *values,
                       HsAgreementState until, GError **held, GError **error);

/* Takes a step of the table (not sign). Sending fixes the sheet: canonical text and hash; recalling
 * and reopening open it again. */
gboolean hs_life_transition (HsStore *store, const HsActor *actor, gint64 agreement,
                             HsEventAction action, const HsTransitionInput *input, GError **error);

/* Counts the hours of a concept by its days and dates and writes them down, with their spread over
 * the study years. HS_ERROR_INVALID when the period or the hours a day are not known. */
gboolean hs_life_count_hours (HsStore *store, const HsActor *actor, gint64 agreement,
                              GError **error);

/* Sets the status of @theme for a party (student, school or host). */
gboolean hs_life_set_theme (HsStore *store, const HsActor *actor, gint64 agreement, HsTheme theme,
                            HsSigner party, HsThemeStatus status, GError **error);

/**
 * HsLifeSignature:
 * @signer: who signs; for paper and elsewhere that may be another than the actor who records it
 * @role: in which role
 * @date: day of signing
 * @hash: the content that was signed: has to be that of the sheet
 * @public_key, @signature: method key: verified by the caller (hs_signature_verify)
 * @signed_at: method key: the moment in the signed statement, seconds; else 0
 * @witness: paper: who saw it; @attachment: SHA-256 of the scan or PDF that was added before
 */
typedef struct
{
  const HsActor *signer;
  HsSigner role;
  HsSignMethod method;
  HsDay date;
  const char *hash;
  const char *public_key;
  const char *signature;
  gint64 signed_at;
  const char *witness;
  const char *attachment;
} HsLifeSignature;

/* Adds the sign-off. When it was the last one that was needed the agreement becomes Afgesproken.
 * @agreed (out) (optional): whether it did. */
gboolean hs_life_sign (HsStore *store, const HsActor *actor, gint64 agreement,
                       const HsLifeSignature *signature, gboolean *agreed, GError **error);
/* What is to be signed: uid and hash of the sheet that is out for signature. (transfer full) */
gboolean hs_life_to_sign (HsStore *store, gint64 agreement, char **sheet_uid, char **hash,
                          GError **error);
/* The signatures that no longer count after a recall, one line each: "Student: Sanne de Boer,
 * 12-03-2027". (transfer full) (array zero-terminated) */
char **hs_life_recall_loses (HsStore *store, gint64 agreement, GError **error);

/* Starts a later sheet: a copy of the newest one and all its rows, as a concept that takes effect
 * on
 * @effective_from. Returns its id, 0 on error. */
gint64 hs_life_new_sheet (HsStore *store, const HsActor *actor, gint64 agreement,
                          HsDay effective_from, const char *reason, GError **error);
/* Fixes the later sheet: canonical text and hash; from then on it can be sent and consented to. */
gboolean hs_life_fix_sheet (HsStore *store, const HsActor *actor, gint64 agreement, GError **error);
/* Throws away a later sheet that is not in force yet; it stays visible as Ingetrokken. */
gboolean hs_life_withdraw_sheet (HsStore *store, const HsActor *actor, gint64 agreement,
                                 const char *reason, GError **error);
/* Records that the later sheet was sent to @role. */
gboolean hs_life_deliver (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role,
                          const char *name, const char *how, HsDay date, GError **error);
/* Records consent of @role; the sheet comes into force when all consented and it was sent to all
 * (@in_force (out) (optional)). @correction (nullable): a correction that was asked: no consent
 * yet.
 */
gboolean hs_life_consent (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role,
                          const char *name, HsConsentHow how, HsDay date, const char *correction,
                          gboolean *in_force, GError **error);
/* Answers the open correction of @role: the role consented after it. */
gboolean hs_life_answer_correction (HsStore *store, const HsActor *actor, gint64 agreement,
                                    HsSigner role, const char *answer, gboolean *in_force,
                                    GError **error);

/* Writes a note; @field is NULL or "sheet.end"; @answers is the id of another note or 0. Returns
 * the id, 0 on error. */
gint64 hs_life_note (HsStore *store, const HsActor *actor, gint64 agreement, const char *field,
                     const char *text, gint64 answers, GError **error);
gboolean hs_life_settle_note (HsStore *store, const HsActor *actor, gint64 note, GError **error);

/* One line of the history. @sentence is whole: "Sanne de Boer ondertekende als student". */
typedef struct
{
  gint64 at;
  gint64 revision; /* the transaction that it was part of */
  char *who;
  char *sentence;
  char *reason; /* what the person wrote, or NULL */
  HsEventAction action;
} HsLifeMoment;

void hs_life_moment_free (HsLifeMoment *self);
/* What happened, oldest first. (transfer full) (element-type HsLifeMoment) */
GPtrArray *hs_life_history (HsStore *store, gint64 agreement, GError **error);

/* What a place, guidance or recognition that falls away hits (WEB 7.2.9). @why is one sentence. */
typedef struct
{
  gint64 agreement;
  char *number;
  char *student;
  HsCause cause;
  char *why;
} HsLifeHit;

void hs_life_hit_free (HsLifeHit *self);
/* Agreements from Geplaatst to Afgesproken that have no place, guidance or recognition (any more)
 * on a day from today on, with no settled replacement. (transfer full) (element-type HsLifeHit) */
GPtrArray *hs_life_replacements (HsStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsLifeMoment, hs_life_moment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsLifeHit, hs_life_hit_free)

G_END_DECLS
