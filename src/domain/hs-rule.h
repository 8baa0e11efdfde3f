/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of an agreement. A rule is a pure function from a dossier to findings; nothing is read
 * or saved. Saving is never refused by a rule: a finding says what is still needed and for which
 * step. The tables are in hs-rules-*.c. */
#pragma once

#include "hs-dossier.h"

G_BEGIN_DECLS

/**
 * HsSeverity:
 * @HS_SEVERITY_BLOCKING: the step in HsFinding.blocks is refused while it is there; shown red. With
 *   HS_BLOCKS_NOTHING it is only shown red
 * @HS_SEVERITY_WARNING: may be left as it is, but somebody should look
 * @HS_SEVERITY_TIP: would make the placement better
 */
typedef enum
{
  HS_SEVERITY_BLOCKING,
  HS_SEVERITY_WARNING,
  HS_SEVERITY_TIP,
} HsSeverity;

/* For HsFinding.blocks: no step is refused. */
#define HS_BLOCKS_NOTHING ((HsEventAction) -1)

/**
 * HsFinding:
 * @code: stable, never translated: "WEB-7.2.8-A"
 * @blocks: the first step that is refused; see hs_finding_blocks
 * @kind: kind of the record it is about: for a field of the legal part HS_KIND_SHEET, for a row the
 *   kind of the row; HS_KIND_CONTACT with a NULL @uid means the contact moments as a whole
 * @uid, @id: the record, NULL and 0 when it was never saved or when it is about all rows of @kind
 * @field: index of the field in the enum of @kind, -1 when it is about the whole row or list
 * @theme: the theme whose section shows it, -1 for the legal part and the parties
 * @message: a sentence in the user's language that says what to do
 * @source: law, agreement or reason of the rule, in the user's language; never NULL (transfer none)
 */
typedef struct
{
  const char *code;
  HsSeverity severity;
  HsEventAction blocks;
  HsKindId kind;
  char *uid;
  gint64 id;
  int field;
  int theme;
  char *message;
  const char *source;
} HsFinding;

void hs_finding_free (HsFinding *self);
/* "Stageafspraak · Einddatum": where the finding is, for a list. (transfer full) */
char *hs_finding_place (const HsFinding *self);

typedef struct _HsRun HsRun;

/**
 * HsRule:
 * @states: sum of 1 << HsAgreementState in which it is run
 * @blocks: see HsFinding
 * @title: what it checks, one line, msgid; hs_rule_title translates it
 * @source: msgid
 * @check: adds its findings to @run
 */
typedef struct
{
  const char *code;
  HsSeverity severity;
  HsEventAction blocks;
  guint states;
  const char *title;
  const char *source;
  void (*check) (const HsDossier *dossier, HsRun *run);
} HsRule;

/* All rules, in the order in which findings are listed. (transfer none) */
const HsRule *const *hs_rules_all (guint *n_rules);
const HsRule *hs_rule_find (const char *code);
const char *hs_rule_title (const HsRule *self);
const char *hs_rule_source (const HsRule *self);

/* Runs all rules. (transfer full) (element-type HsFinding): never NULL; blocking ones first, then
 * warnings, then tips, each in the order of the form. */
GPtrArray *hs_rules_run (const HsDossier *dossier);

/* Whether @finding refuses @action: it blocks that step or one that comes before it (place, submit,
 * approve, send, agree), or it blocks just this step (sheet, sheet in force, complete). */
gboolean hs_finding_blocks (const HsFinding *finding, HsEventAction action);
/* How many findings refuse @action. */
guint hs_findings_count (const GPtrArray *findings, HsEventAction action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFinding, hs_finding_free)

G_END_DECLS
