/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the board share: rows and signals (hs-board.c), the plan and its thread
 * (hs-board-plan.c), the solver (hs-board-solve.c), changes and undo (hs-board-change.c). */
#pragma once

#include "hs-board.h"

G_BEGIN_DECLS

/* What the thread of the board has. */
typedef struct
{
  GThreadPool *pool;
  HsMatchPlan *plan;
  gint wanted; /* (atomic) the newest plan that was asked for: older ones are not made any more */
} HsBoardPlanner;

/* One thing that can be undone. */
typedef struct
{
  GPtrArray *edits; /* HsBoardEdit */
  gint64 rows[2];
  guint n;
  gboolean anew; /* the world of the plan changed */
} HsBoardStep;

void hs_board_step_free (HsBoardStep *step);

/* The solver at work. Its threads write @progress under @lock. */
typedef struct
{
  GMutex lock;
  HsSolverProgress progress;
  gboolean told; /* the main loop was told and has not looked yet */
  GCancellable *cancellable;
  gboolean saving;
} HsBoardSolving;

struct _HsBoard
{
  GObject parent_instance;

  HsContext *context;
  HsBoardProposal *proposal;
  GHashTable *by_id; /* id of a row → index + 1 */
  gint64 wanted; /* the proposal that was asked for; 0 the newest */
  gboolean ready;
  gint64 n_students;
  gint64 n_vacancies;
  guint generation;
  guint busy; /* jobs and questions under way */
  guint own; /* changes of ours that the context has yet to tell about */
  guint refresh; /* source */

  HsBoardPlanner *planner;
  gboolean has_plan;

  HsMatchWeights weights;
  gboolean weights_set;
  gboolean hidden; /* names are not to be seen, whoever looks */
  guint64 moves;
  HsBoardSolving *solving;

  GQueue undo; /* HsBoardStep, the newest first */
};

void hs_board_emit (HsBoard *self, const char *signal);
void hs_board_emit_done (HsBoard *self, const char *message, gboolean can_undo);
void hs_board_emit_failed (HsBoard *self, const char *message);
/* Puts each of @rows in place of the row with its id. */
void hs_board_put_rows (HsBoard *self, const HsBoardRow *rows, guint n);
/* Reads the proposal; @open: and makes the plan anew. */
void hs_board_read (HsBoard *self, gboolean open);

HsBoardPlanner *hs_board_planner_new (void);
void hs_board_planner_free (HsBoardPlanner *self);
/* Makes the plan of the proposal on the board. */
void hs_board_open_plan (HsBoard *self);
/* Takes over @plan as the plan of the proposal on the board. */
void hs_board_adopt_plan (HsBoard *self, HsMatchPlan *plan);
/* The students of @rows have other places now: changes the plan, or makes it anew when it cannot.
 */
void hs_board_patch_plan (HsBoard *self, const HsBoardRow *rows, const gint64 *digicoaches,
                          guint n);

/* What students are called for who may not know who they are. (transfer full) */
char *hs_board_code (const char *uid);

G_END_DECLS
