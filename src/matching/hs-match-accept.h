/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a proposal to agreements: all in one transaction, or nothing. */
#pragma once

#include "hs-match-plan.h"

G_BEGIN_DECLS

/* Why one row of the proposal cannot be taken over any more. */
typedef struct
{
  gint64 row;
  gint64 student;
  char *sentence;
} HsMatchConflict;

void hs_match_conflict_free (HsMatchConflict *self);

/**
 * hs_match_accept:
 * @rows: (nullable): ids of rows of the proposal; NULL is all that are still proposed
 * @skip: whether rows in conflict are left out; otherwise one conflict stops everything
 * @until: HS_AGREEMENT_STATE_PROPOSED, _PLACED or _DRAFT
 * @conflicts: (out) (transfer full) (element-type HsMatchConflict): what changed in the database
 *   since the proposal, row by row
 * @made: (out): how many agreements were made
 *
 * Inside a transaction: holds every row against the rules and the room there is now, and makes an
 * agreement of each, with its reservation, prefilled. Rows become Overgenomen, and the proposal
 * when none is left.
 *
 * Returns: FALSE on error, and with HS_ERROR_REFUSED when there is a conflict and not @skip; then
 *   nothing was written and the caller rolls back
 */
gboolean hs_match_accept (HsStore *store, const HsActor *actor, gint64 proposal, const gint64 *rows,
                          gsize n_rows, gboolean skip, HsAgreementState until,
                          GPtrArray **conflicts, guint *made, GCancellable *cancellable,
                          GError **error);

/* Inside a transaction: refuses a row with a reason, which the next proposal respects: the student
 * does not get this vacancy again. */
gboolean hs_match_refuse (HsStore *store, gint64 row, const char *reason, GError **error);

G_END_DECLS
