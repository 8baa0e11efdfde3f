/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class at once: agreements for many students from one draft.
 *
 * The draft is a row of words that holds for everybody; a student's row has words only where that
 * student differs. What nobody typed follows from the programme (period, technology), the student
 * (mentor) and the host (supervisor and digicoach with room). A preview makes everything in a
 * transaction and takes it back, so that it shows what will be made and not what might be. */
#pragma once

#include "hs-life.h"

G_BEGIN_DECLS

typedef enum
{
  HS_CLASS_VACANCY,
  HS_CLASS_SUPERVISOR,
  HS_CLASS_DIGICOACH,
  HS_CLASS_TEACHER,
  HS_CLASS_ITEM,
  HS_CLASS_START,
  HS_CLASS_END,
  HS_CLASS_N_COLUMNS
} HsClassColumn;

/* What a person types to leave empty what the draft or the defaults would fill in. */
#define HS_CLASS_NONE "-"

/**
 * HsClassRow:
 * @left_out: no agreement is made for this student
 * @typed: exceptions, as they were typed; NULL where the draft holds
 * @name: of the student; @about: class and programme
 * @shown: (after a preview): what the agreement says, NULL when it says nothing
 * @problem: (after a preview): why what was typed cannot be used, NULL when it can
 * @agreement, @number, @state, @minutes: what was made, or would be
 * @remark: what somebody should look at, or NULL
 */
typedef struct
{
  gint64 student;
  gboolean left_out;
  char *name;
  char *about;
  char *typed[HS_CLASS_N_COLUMNS];
  char *shown[HS_CLASS_N_COLUMNS];
  char *problem[HS_CLASS_N_COLUMNS];
  gint64 agreement;
  char *number;
  HsAgreementState state;
  gint64 minutes;
  char *remark;
} HsClassRow;

/**
 * HsClass:
 * @draft: what holds for all: only @typed and @problem are used
 * @like: an agreement whose texts and rows are taken over, 0 for the defaults
 * @until: how far each goes: HS_AGREEMENT_STATE_PROPOSED, _PLACED or _DRAFT
 * @rows: (element-type HsClassRow): in order of name
 */
typedef struct
{
  HsClassRow draft;
  gint64 like;
  HsAgreementState until;
  GPtrArray *rows;
} HsClass;

/* An empty class that makes drafts. (transfer full) */
HsClass *hs_class_new (void);
void hs_class_free (HsClass *self);
/* A copy of what was typed and chosen, without what a preview found. (transfer full) */
HsClass *hs_class_copy (const HsClass *self);
/* Types @text (nullable) into @row; blanks around it do not count. */
void hs_class_type (HsClassRow *row, HsClassColumn column, const char *text);

/* How a column is called, in the user's language and in files ("vacancy"). (transfer none) */
const char *hs_class_column_label (HsClassColumn column);
const char *hs_class_column_name (HsClassColumn column);

/* The names of all classes. (transfer full) (element-type utf8) */
GPtrArray *hs_class_names (HsStore *store, GError **error);
/* Adds the students whose newest enrolment is in class @name. Who has an agreement that is not over
 * on the day of the clock is left out at first. Returns: how many were added, -1 on error. */
int hs_class_add_class (HsClass *self, HsStore *store, const char *name, GError **error);
gboolean hs_class_add_student (HsClass *self, HsStore *store, gint64 student, GError **error);
/* The row of @student, or NULL. */
HsClassRow *hs_class_find_student (HsClass *self, gint64 student);

/* What may be typed in a column: names of records, NULL for dates. (transfer full) (element-type
 * utf8) */
GPtrArray *hs_class_choices (HsStore *store, HsClassColumn column, GError **error);
/**
 * hs_class_find:
 * @text: a whole name, the code behind it, or a part of a name that fits one record only
 *
 * Returns: the id of the record, or the day; 0 with HS_ERROR_INVALID and a sentence that says which
 *   records it might have been
 */
gint64 hs_class_find (HsStore *store, HsClassColumn column, const char *text, GError **error);

/* Outside a transaction: fills in what would be made. Nothing is kept. FALSE on errors that are not
 * of one row or cell. */
gboolean hs_class_preview (HsClass *self, HsStore *store, const HsActor *actor, GError **error);
/* How many problems the last preview found. */
guint hs_class_n_problems (const HsClass *self);
/* Inside a transaction of the caller: makes them all. Returns: how many, -1 on the first row that
 * cannot be made, naming the student; the caller rolls back. */
int hs_class_make (HsClass *self, HsStore *store, const HsActor *actor, GError **error);
/* Inside a transaction: removes the agreements @ids that hs_class_make made; HS_ERROR_REFUSED when
 * one of them was submitted since. */
gboolean hs_class_undo (HsStore *store, const HsActor *actor, const gint64 *ids, gsize n_ids,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsClass, hs_class_free)

G_END_DECLS
