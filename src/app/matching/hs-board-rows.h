/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board reads of the store, and how it changes rows: plain jobs for the database worker.
 * Everything that writes runs in one transaction and tells what it changed, so that it can be taken
 * back. */
#pragma once

#include "hs-match-accept.h"

G_BEGIN_DECLS

/**
 * HsBoardRow: one student in the proposal.
 * @vacancy, @host: ids, 0 when there is no place; @host is the organisation
 * @distance: km, -1 when not known
 * @fits: how many vacancies fit; -1 while the plan is not there
 */
typedef struct
{
  gint64 id;
  gint64 student;
  gint64 vacancy;
  gint64 host;
  gint64 item;
  gint64 supervisor;
  gint64 agreement;
  gint32 value;
  gint32 distance;
  gint32 rank;
  gint32 fits;
  HsRowStatus status;
  gboolean fixed;
} HsBoardRow;

/* Whether the student still needs a place: none, or the one that was proposed was refused. */
gboolean hs_board_row_is_open (const HsBoardRow *row);
/* Whether there is a place that can be taken over. */
gboolean hs_board_row_is_placed (const HsBoardRow *row);

/* A proposal with its rows. @weights are those that it was made with. */
typedef struct
{
  gint64 id;
  char *title;
  gint64 objective;
  gint64 bound;
  HsMatchWeights weights;
  GArray *rows; /* HsBoardRow */
} HsBoardProposal;

void hs_board_proposal_free (HsBoardProposal *self);
/* Proposal @id, 0 for the newest that is open. NULL without error when there is none. */
HsBoardProposal *hs_board_proposal_read (HsStore *store, gint64 id, GError **error);

/* Reads the row @id again. */
gboolean hs_board_row_read (HsStore *store, gint64 id, HsBoardRow *row, GError **error);

/* One record before and after a change; NULL before it was made and after it was removed. */
typedef struct
{
  HsRecord *before;
  HsRecord *after;
} HsBoardEdit;

/* (element-type HsBoardEdit) */
GPtrArray *hs_board_edits_new (void);

/* Where a student goes: ids, 0 for none. */
typedef struct
{
  gint64 vacancy;
  gint64 supervisor;
  gint64 digicoach;
  gint64 item;
  gint32 value;
  gint32 rank;
  gint32 distance;
} HsBoardPlace;

/* Each of these runs inside a transaction and appends what it changed to @edits. A place that is
 * given by hand is fixed as well, so that the next proposal leaves it alone. @place NULL takes the
 * place away. */
gboolean hs_board_give (HsStore *store, gint64 row, const HsBoardPlace *place, GPtrArray *edits,
                        GError **error);
gboolean hs_board_fix (HsStore *store, gint64 row, gboolean fixed, GPtrArray *edits,
                       GError **error);
gboolean hs_board_refuse (HsStore *store, gint64 row, const char *reason, GPtrArray *edits,
                          GError **error);
/* Rules out @target for the student of the row: @field is HS_EXCLUSION_VACANCY, _LOCATION, _HOST,
 * _PERSON or _ITEM. When the student has it now, the place is taken away. */
gboolean hs_board_rule_out (HsStore *store, gint64 row, guint field, gint64 target,
                            const char *reason, GPtrArray *edits, GError **error);
/* Takes back @edits, the last one first. HS_ERROR_STALE when somebody changed one of them since. */
gboolean hs_board_take_back (HsStore *store, GPtrArray *edits, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsBoardProposal, hs_board_proposal_free)

G_END_DECLS
