/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what. The window hides what is not allowed; here it is refused, with a reason. */
#pragma once

#include "hs-actor.h"
#include "hs-dossier.h"

G_BEGIN_DECLS

/**
 * HsMay: what an actor may do with one agreement.
 * @HS_MAY_READ: see it
 * @HS_MAY_SEE_STUDENT: see who the student is (a host only from Geplaatst on; domain.md section 5)
 * @HS_MAY_SEE_BIRTH_DATE: the school and the student; a host learns minderjarig ja/nee
 * @HS_MAY_EDIT: change the content of the sheet that is looked at: the sheet is a concept and the
 *   agreement is Voorgesteld, Geplaatst, Concept, or Afgesproken with a new sheet
 * @HS_MAY_PROGRESS: tick steps, contact moments held, hours made, link checks
 * @HS_MAY_DISCUSS_SCHOOL, @HS_MAY_DISCUSS_HOST, @HS_MAY_DISCUSS_STUDENT: set the status of a theme
 *   for that party, in Concept and Ter beoordeling
 * @HS_MAY_NOTE: write a note
 * @HS_MAY_RECORD_SIGNOFF: record that somebody signed on paper or elsewhere
 * @HS_MAY_RECORD_CONSENT: record consent, delivery and correction of a later sheet
 * @HS_MAY_NEW_SHEET: make a later sheet
 */
typedef enum
{
  HS_MAY_READ,
  HS_MAY_SEE_STUDENT,
  HS_MAY_SEE_BIRTH_DATE,
  HS_MAY_EDIT,
  HS_MAY_PROGRESS,
  HS_MAY_DISCUSS_SCHOOL,
  HS_MAY_DISCUSS_HOST,
  HS_MAY_DISCUSS_STUDENT,
  HS_MAY_NOTE,
  HS_MAY_RECORD_SIGNOFF,
  HS_MAY_RECORD_CONSENT,
  HS_MAY_NEW_SHEET,
} HsMay;

/* Whether @actor may do @what with @dossier; FALSE with HS_ERROR_REFUSED and the reason. */
gboolean hs_permission_check (const HsDossier *dossier, const HsActor *actor, HsMay what,
                              GError **error);

/**
 * hs_permission_edit_record:
 * @organisation: id of the organisation that the record belongs to, 0 when it belongs to none or
 *   is not known (a student: the school; an item: the organisation of its location)
 * @record: id of the person, student or guardian that it is about, 0 when it is about none
 *
 * Whether @actor may add, change or remove records of @kind outside agreements. Coordinators may
 * all of it; a NULL @actor is the owner of the file before anybody said who they are, and may too.
 * Teachers: students, enrolments, guardians, materials, templates, talks of their school. Practice
 * trainers, innovation managers and tech ambassadors: the supply of their own organisation. People:
 * their own row. Students: their own wishes, what they share and their contact data; what is shared
 * is theirs alone.
 */
gboolean hs_permission_edit_record (const HsActor *actor, HsKindId kind, gint64 organisation,
                                    gint64 record, GError **error);
/* The same for removing and erasing a record: nobody removes themselves, because others build on
 * who they are; they ask their school or organisation. */
gboolean hs_permission_remove_record (const HsActor *actor, HsKindId kind, gint64 organisation,
                                      gint64 record, GError **error);
/* Whether @actor may have all that is held on a person, student or guardian: it is themselves, or
 * they keep the records of who it is. Arguments as of hs_permission_edit_record. */
gboolean hs_permission_take_out_person (const HsActor *actor, HsKindId kind, gint64 organisation,
                                        gint64 record, GError **error);
/* Whether @actor may make a proposal for a whole group: coordinators. */
gboolean hs_permission_match (const HsActor *actor, GError **error);
/* Whether @actor may open the dossier and what is printed of it. Schools may; a student and a
 * guardian their own; a host its own, and from the moment that the match is final (@named: what is
 * opened names the student). */
gboolean hs_permission_open (const HsDossier *dossier, const HsActor *actor, gboolean named,
                             GError **error);
/* Whether @actor may make a new agreement: coordinator, teacher or practice trainer. */
gboolean hs_permission_create (const HsActor *actor, GError **error);

/**
 * hs_permission_sign:
 * @day: the day of signing
 *
 * Whether @signer may sign in @role: the student self; a guardian of that student, when the student
 * is under 18 on @day; for school and host a person with a mandate there that is valid on @day
 * (also one of the group that the organisation is part of). Refused when the agreement is not
 * waiting for signatures, when the birth date is not known, when @day lies in the future or before
 * the sheet was drawn up, and when the same person already signed in another role.
 */
gboolean hs_permission_sign (const HsDossier *dossier, const HsActor *signer, HsSigner role,
                             HsDay day, GError **error);
/* Whether @person (local id) has a mandate for the school or the host (@role), or for its group,
 * that is valid on @day. */
gboolean hs_permission_has_mandate (const HsDossier *dossier, gint64 person, HsSigner role,
                                    HsDay day);
/* The roles in which @actor may sign on @day: sum of 1 << HsSigner. */
guint hs_permission_signers (const HsDossier *dossier, const HsActor *actor, HsDay day);

/* What the student is called for @actor: the name, or "Student 1a2b3c" for a host before the match
 * is final. (transfer full) */
char *hs_permission_student_name (const HsDossier *dossier, const HsActor *actor);

G_END_DECLS
