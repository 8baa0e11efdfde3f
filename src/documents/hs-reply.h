/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer of a party without Handslag: a form that goes along with the contract, is filled in
 * in any PDF viewer, by hand or as plain text, comes back, and is taken over as remarks, ticks and
 * a signature on paper.
 *
 * A form is made for one role and one content: it carries the content hash. What comes back for
 * another content gives remarks only, since nobody agreed with what they did not see. Reading
 * trusts nothing: a form is a file that anybody may send. */
#pragma once

#include "hs-life.h"

G_BEGIN_DECLS

#define HS_REPLY_THEMES (HS_THEME_ASSIGNMENT + 1)
/* The largest file that is read. */
#define HS_REPLY_FILE_MAX (16 * 1024 * 1024)

typedef enum
{
  HS_REPLY_PDF,
  HS_REPLY_TEXT,
} HsReplyFormat;

/**
 * HsReply:
 * @agreement, @sheet: uids; @number: of the agreement
 * @hash: of the content that the form was made for
 * @role: who answers
 * @student, @host, @period: for the reader of the form; not read back
 * @name, @function: of the person who filled it in
 * @date: of filling in, HS_DAY_NONE when it was left empty
 * @discussed, @agreed: ticks per theme
 * @remarks: per theme, NULL without one; @remark: in general
 * @signs: signs for the content as it is
 */
typedef struct
{
  char *agreement;
  char *number;
  char *sheet;
  char *hash;
  HsSigner role;
  char *student;
  char *host;
  char *period;
  char *name;
  char *function;
  HsDay date;
  gboolean discussed[HS_REPLY_THEMES];
  gboolean agreed[HS_REPLY_THEMES];
  char *remarks[HS_REPLY_THEMES];
  char *remark;
  gboolean signs;
} HsReply;

HsReply *hs_reply_new (void);
void hs_reply_free (HsReply *self);

/**
 * hs_reply_form:
 *
 * The empty form for @role. A host gets none before Geplaatst: it does not know the student yet
 * (domain.md section 5).
 *
 * Returns: (transfer full): the file, NULL on error
 */
GBytes *hs_reply_form (HsStore *store, gint64 agreement, HsSigner role, HsReplyFormat format,
                       GError **error);
/* "antwoord-2026-00042-zorgorganisatie.pdf" (transfer full) */
char *hs_reply_file_name (const char *number, HsSigner role, HsReplyFormat format);

/**
 * hs_reply_read:
 *
 * Reads a form that came back, PDF or text, whichever it is.
 *
 * Returns: (transfer full): NULL with HS_ERROR_FORMAT (no form of ours, damaged, printed so that
 * its fields are gone) or HS_ERROR_INVALID (something filled in that means nothing: the message
 * names the field or line)
 */
HsReply *hs_reply_read (GBytes *file, GError **error);

/* The two formats by themselves: a form with what @self says, and what a form says. */
GBytes *hs_reply_to_pdf (const HsReply *self, GError **error);
GBytes *hs_reply_to_text (const HsReply *self);
HsReply *hs_reply_from_pdf (GBytes *file, GError **error);
HsReply *hs_reply_from_text (GBytes *file, GError **error);

/**
 * HsReplyStep: one thing that taking over an answer does
 * @kind: what it is
 * @theme: theme of a note or status, -1 for none
 * @status: of HS_REPLY_STATUS
 * @note: text of HS_REPLY_NOTE
 * @sentence: for people, whole
 * @why_not: why it is passed over, NULL when it is done
 */
typedef enum
{
  HS_REPLY_NOTE,
  HS_REPLY_STATUS,
  HS_REPLY_SIGNATURE,
} HsReplyStepKind;

typedef struct
{
  HsReplyStepKind kind;
  int theme;
  HsThemeStatus status;
  char *note;
  char *sentence;
  char *why_not;
} HsReplyStep;

/**
 * HsReplyPlan:
 * @agreement: local id
 * @title: "2026-00042 · Sanne de Boer"
 * @outdated: the form was made for a content that has changed since
 * @signer: (nullable): who signs
 * @steps: (element-type HsReplyStep)
 */
typedef struct
{
  gint64 agreement;
  char *title;
  gboolean outdated;
  HsActor *signer;
  GPtrArray *steps;
} HsReplyPlan;

void hs_reply_plan_free (HsReplyPlan *self);
/* How many steps would be done. */
guint hs_reply_plan_n_done (const HsReplyPlan *self);

/* What taking over @answer would do. (transfer full): NULL with HS_ERROR_NOT_FOUND when the
 * agreement is not in this file. Nothing is written. */
HsReplyPlan *hs_reply_plan (HsStore *store, const HsActor *actor, const HsReply *answer,
                            GError **error);
/* Inside a transaction: does the steps of the plan of @answer and keeps @file, as it came back,
 * with the agreement under @name when somebody signed with it. Returns: the plan (transfer full),
 * as it was carried out. */
HsReplyPlan *hs_reply_take_over (HsStore *store, const HsActor *actor, const HsReply *answer,
                                 GBytes *file, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReply, hs_reply_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReplyPlan, hs_reply_plan_free)

G_END_DECLS
