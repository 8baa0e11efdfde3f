/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page Matchen shows and does, without widgets: the proposal on the board with its rows,
 * the plan that explains it, the solver at work, and what can be undone.
 *
 * Three threads: the main loop; the database worker of the context, which reads and writes rows;
 * and one thread of the board that owns the plan (with a read connection of its own) and answers
 * questions about it in turn. The solver has its own. */
#pragma once

#include "hs-board-rows.h"
#include "hs-context.h"

G_BEGIN_DECLS

#define HS_TYPE_BOARD (hs_board_get_type ())
G_DECLARE_FINAL_TYPE (HsBoard, hs_board, HS, BOARD, GObject)

/* Signals:
 * "rows-changed": other rows, or another proposal
 * "plan-changed": questions have new answers
 * "solving-changed", "progress": of the solver
 * "done" (const char *message, gboolean can_undo): something was done
 * "failed" (const char *message): something was refused or went wrong */
HsBoard *hs_board_new (HsContext *context);
HsContext *hs_board_context (HsBoard *self);
/* Whether students are only shown as codes: to somebody of a host always, else when asked for, as
 * when hosts look at the screen as well. */
gboolean hs_board_is_anonymous (HsBoard *self);
void hs_board_set_anonymous (HsBoard *self, gboolean anonymous);
/* Whether the user cannot choose to see names. */
gboolean hs_board_must_be_anonymous (HsBoard *self);
/* The host that the user works for, 0 for none. */
gint64 hs_board_home (HsBoard *self);

/* Shows proposal @id; 0 is the newest that is open. */
void hs_board_show (HsBoard *self, gint64 id);
/* Whether the rows were read since the last hs_board_show(). */
gboolean hs_board_is_ready (HsBoard *self);
/* How many students and vacancies the file has; 0 until the rows were read. */
gint64 hs_board_n_students (HsBoard *self);
gint64 hs_board_n_vacancies (HsBoard *self);
/* The proposal, NULL when there is none. (transfer none): until "rows-changed" */
const HsBoardProposal *hs_board_proposal (HsBoard *self);
/* The row with this id, or NULL. (transfer none): until "rows-changed" */
const HsBoardRow *hs_board_row (HsBoard *self, gint64 id);
const HsBoardRow *hs_board_row_of_student (HsBoard *self, gint64 student);

/* ---- the plan ---- */

/* Answers a question about the plan, on the thread of the board. */
typedef gpointer (*HsBoardQuestion) (HsMatchPlan *plan, gpointer data, GCancellable *cancellable,
                                     GError **error);

/* Whether the plan is there; questions that are asked before wait for it. */
gboolean hs_board_has_plan (HsBoard *self);
/**
 * hs_board_ask:
 * @free_data: frees @data, on the thread of the board
 * @free_result: frees an answer that nobody takes
 *
 * When there is no plan, because there is no proposal or it could not be read, the answer is an
 * error.
 */
void hs_board_ask (HsBoard *self, HsBoardQuestion question, gpointer data, GDestroyNotify free_data,
                   GDestroyNotify free_result, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer user_data);
gpointer hs_board_ask_finish (HsBoard *self, GAsyncResult *result, GError **error);

/* ---- the solver ---- */

/* Weights of the next proposal. */
const HsMatchWeights *hs_board_weights (HsBoard *self);
void hs_board_set_weights (HsBoard *self, const HsMatchWeights *weights);
/* For tests: the solver stops after so many moves on one thread, instead of after some time. */
void hs_board_set_moves (HsBoard *self, guint64 moves);
/* Makes a proposal that fills in the rest around what is fixed. @by_hand: nobody gets a place but
 * who was fixed; the coordinator does it all. */
void hs_board_solve (HsBoard *self, gboolean by_hand);
/* Stops; what was found so far is kept. */
void hs_board_stop (HsBoard *self);
gboolean hs_board_is_solving (HsBoard *self);
/* How far the solver is: 0 to 1; and in words. (transfer full) */
double hs_board_progress (HsBoard *self);
char *hs_board_progress_text (HsBoard *self);

/* ---- changes ---- */

void hs_board_give_place (HsBoard *self, gint64 row, const HsBoardPlace *place);
/* The same for a place that a rule keeps away or that is full. @solve: and makes a proposal around
 * it, so that whoever was in the way gets another place. */
void hs_board_force_place (HsBoard *self, gint64 row, const HsBoardPlace *place, gboolean solve);
/* Two rows and the place that each of them gets. */
void hs_board_swap_places (HsBoard *self, const gint64 *rows, const HsBoardPlace *places);
void hs_board_take_away (HsBoard *self, gint64 row);
void hs_board_fix_row (HsBoard *self, gint64 row, gboolean fixed);
void hs_board_refuse_row (HsBoard *self, gint64 row, const char *reason);
/* See hs_board_rule_out(). */
void hs_board_rule_out_for (HsBoard *self, gint64 row, guint field, gint64 target,
                            const char *reason);
gboolean hs_board_can_undo (HsBoard *self);
void hs_board_undo (HsBoard *self);

/* What came of taking over. @conflicts: (element-type HsMatchConflict) */
typedef struct
{
  GPtrArray *conflicts;
  guint made;
} HsBoardAccepted;

void hs_board_accepted_free (HsBoardAccepted *self);
/* Makes draft agreements of @rows (0 rows: all). Without @skip one conflict stops everything. Ends
 * with hs_board_accept_finish(); what is given back names the conflicts, also when nothing was
 * done. */
void hs_board_accept_async (HsBoard *self, const gint64 *rows, gsize n_rows, gboolean skip,
                            GAsyncReadyCallback callback, gpointer user_data);
HsBoardAccepted *hs_board_accept_finish (HsBoard *self, GAsyncResult *result, GError **error);

/* Nothing is under way: for tests. */
gboolean hs_board_is_idle (HsBoard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsBoardAccepted, hs_board_accepted_free)

G_END_DECLS
