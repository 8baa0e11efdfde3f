/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of rules share: adding findings, short ways to read a dossier. */
#pragma once

#include "hs-rule.h"
#include "hs-rule-facts.h"

#include <glib/gi18n.h>

G_BEGIN_DECLS

struct _HsRun
{
  const HsRule *rule;
  GPtrArray *findings;
};

/* Adds a finding of the rule that runs. @record may be NULL: all rows of @kind. @field is -1 for
 * the whole row. */
void hs_found (HsRun *run, HsKindId kind, const HsRecord *record, int field, const char *format,
               ...) G_GNUC_PRINTF (5, 6);
/* The same with another severity than the rule has; what is not blocking blocks nothing. */
void hs_found_as (HsRun *run, HsSeverity severity, HsKindId kind, const HsRecord *record, int field,
                  const char *format, ...) G_GNUC_PRINTF (6, 7);

#define HS_IN(state) (1u << HS_AGREEMENT_STATE_##state)
/* Before everybody signed. */
#define HS_IN_OPEN                                                                                 \
  (HS_IN (PROPOSED) | HS_IN (PLACED) | HS_IN (DRAFT) | HS_IN (REVIEW) | HS_IN (APPROVED)           \
   | HS_IN (OUT) | HS_IN (REFUSED))
#define HS_IN_LIVE (HS_IN_OPEN | HS_IN (AGREED))

/* Values of the sheet; a dossier without a sheet has none. */
static inline gboolean
hs_sheet_has (const HsDossier *dossier, guint field)
{
  return dossier->sheet != NULL && hs_record_has (dossier->sheet, field);
}

static inline gint64
hs_sheet_int (const HsDossier *dossier, guint field)
{
  return dossier->sheet != NULL ? hs_record_int (dossier->sheet, field) : 0;
}

static inline gboolean
hs_sheet_has_period (const HsDossier *dossier)
{
  return hs_sheet_has (dossier, HS_SHEET_START) && hs_sheet_has (dossier, HS_SHEET_END)
         && hs_sheet_int (dossier, HS_SHEET_START) <= hs_sheet_int (dossier, HS_SHEET_END);
}

/* Whether the sheet is a later one than the first. */
static inline gboolean
hs_sheet_is_later (const HsDossier *dossier)
{
  return hs_sheet_int (dossier, HS_SHEET_NUMBER) > 1;
}

extern const HsRule hs_rules_legal[];
extern const guint hs_n_rules_legal;
extern const HsRule hs_rules_sheet[];
extern const guint hs_n_rules_sheet;
extern const HsRule hs_rules_hours[];
extern const guint hs_n_rules_hours;
extern const HsRule hs_rules_quality[];
extern const guint hs_n_rules_quality;
extern const HsRule hs_rules_contact[];
extern const guint hs_n_rules_contact;
extern const HsRule hs_rules_place[];
extern const guint hs_n_rules_place;
extern const HsRule hs_rules_technology[];
extern const guint hs_n_rules_technology;
extern const HsRule hs_rules_item[];
extern const guint hs_n_rules_item;
extern const HsRule hs_rules_privacy[];
extern const guint hs_n_rules_privacy;

G_END_DECLS
