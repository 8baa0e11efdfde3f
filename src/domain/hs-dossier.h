/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier: one agreement in memory with the sheet that is looked at, its rows, the parties, and
 * the facts around it that rules need. The store fills it (hs-dossier-store.h); the rules, the
 * canonical form, the window and the documents read it. */
#pragma once

#include "hs-date.h"
#include "hs-record.h"

G_BEGIN_DECLS

/**
 * HsFacts:
 *
 * What the rules need to know of the world around the agreement, computed by the store.
 *
 * @today: the day of the check
 * @recognitions: (element-type HsRecord): all recognitions of the host
 * @mandates: (element-type HsRecord): all mandates at the school and the host
 * @absences: (element-type HsRecord): of supervisor, stand-in, trainer, teacher and digicoach
 * @other_minutes: placement minutes of the enrolment outside this agreement: what was done before,
 *   plus the effective total of its other agreements that were not withdrawn, refused or ended (of
 *   those ended early: what was realised)
 * @supervisor_peak: most students at a time that the supervisor has in the period of the sheet,
 * this one included; @supervisor_limit: the limit, -1 when it is not known
 * @coach_minutes_week: minutes a week asked of the digicoach by all agreements in the busiest week
 * of the period, this one included; @coach_limit_week: minutes a week there are, -1 when not known
 * @vacancy_peak: most students at a time on the vacancy, this one included; @vacancy_limit or -1
 * @overlapping: number of other agreements of the same student that share a day with this one
 * @item_peaks: (element-type gint64): for each row of rows[HS_KIND_RESERVATION] the most that is
 *   reserved at a time of its item in its period, this one included
 * @item_limits: (element-type gint64): for each the number of users or pieces there are; -1 no
 * limit
 * @excluded: a rule-out (record kind exclusion) of the student covers this host, location or person
 * @exclusion_reason: its reason or NULL
 * @settings: (element-type utf8 utf8): editable numbers by name ("hours.bol.3")
 */
typedef struct
{
  HsDay today;
  GPtrArray *recognitions;
  GPtrArray *mandates;
  GPtrArray *absences;
  gint64 other_minutes;
  gint64 supervisor_peak;
  gint64 supervisor_limit;
  gint64 coach_minutes_week;
  gint64 coach_limit_week;
  gint64 vacancy_peak;
  gint64 vacancy_limit;
  gint64 overlapping;
  GArray *item_peaks;
  GArray *item_limits;
  gboolean excluded;
  char *exclusion_reason;
  GHashTable *settings;
} HsFacts;

/**
 * HsDossier:
 * @agreement: the agreement
 * @sheet: the sheet that is looked at; @sheets: all sheets by number
 * @rows: (element-type HsRecord): by kind, never NULL for a kind that has the sheet or the
 * agreement as parent: the rows of @sheet, in order of position or date, and those of @agreement
 * @guardians: (element-type HsRecord)
 * @others: (element-type HsRecord): every other record that a row refers to; see hs_dossier_find
 *
 * The parties are NULL when they are not chosen yet.
 */
typedef struct
{
  HsRecord *agreement;
  HsRecord *sheet;
  GPtrArray *sheets;
  HsRecord *student;
  HsRecord *enrolment;
  HsRecord *programme;
  HsRecord *school;
  HsRecord *host;
  HsRecord *location;
  HsRecord *team;
  HsRecord *vacancy;
  HsRecord *supervisor;
  HsRecord *stand_in;
  HsRecord *trainer;
  HsRecord *teacher;
  HsRecord *digicoach;
  GPtrArray *guardians;
  GPtrArray *rows[HS_N_KINDS];
  GHashTable *others;
  HsFacts facts;
} HsDossier;

/* An empty dossier with empty arrays. (transfer full) */
HsDossier *hs_dossier_new (void);
void hs_dossier_free (HsDossier *self);

/* The record of @kind with this local @id among the parties, rows and others, or NULL. */
HsRecord *hs_dossier_find (const HsDossier *self, HsKindId kind, gint64 id);
/* Adds a record that a row refers to; FALSE when it was there already. */
gboolean hs_dossier_add_other (HsDossier *self, HsRecord *record);

/* The state of the agreement. */
HsAgreementState hs_dossier_state (const HsDossier *self);
/* Agreed and today inside the period: shown as "Loopt". */
gboolean hs_dossier_is_active (const HsDossier *self);
/* Whether the student is under 18 on @day: 1 yes, 0 no, -1 when the birth date is not known. */
int hs_dossier_minor_on (const HsDossier *self, HsDay day);
/* The sheet in force on @day: of the sheets that are in force (the first one also when it is
 * fixed), the one with the latest effective date on or before @day; else the first sheet. */
HsRecord *hs_dossier_effective_sheet (const HsDossier *self, HsDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDossier, hs_dossier_free)

G_END_DECLS
