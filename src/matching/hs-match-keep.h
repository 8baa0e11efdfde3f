/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a solution from one problem to another that is nearly the same. */
#pragma once

#include "hs-match-plan.h"

G_BEGIN_DECLS

/* Takes what @option uses from @left, or nothing and FALSE when it does not fit. */
gboolean hs_match_take_option (const HsInstance *instance, guint32 option, gint32 *left);
/* The options of @to that are the same as those that were picked in @from; both of the same world.
 * (transfer full) */
gint32 *hs_match_translate (const HsMatchProblem *from, const gint32 *pick,
                            const HsMatchProblem *to);
/* The options of @plan that proposal @proposal gave, as far as they are still there and fit
 * together; where a row is not among the options of the student it is added to the problem. 0 is no
 * proposal: nobody has a place. (transfer full); NULL on error */
gint32 *hs_match_keep (HsMatchPlan *plan, HsStore *store, gint64 proposal, GError **error);
/* The weights that the proposal was made with; the default ones for 0. */
gboolean hs_match_read_weights (HsStore *store, gint64 proposal, HsMatchWeights *weights,
                                GError **error);

G_END_DECLS
