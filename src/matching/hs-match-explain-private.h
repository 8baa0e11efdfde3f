/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the explanation share. */
#pragma once

#include "hs-match-explain.h"

G_BEGIN_DECLS

/* What is left of each resource beside the picks of @plan, without those of @without and @without2
 * (HS_NOBODY: nobody). (transfer full) */
gint32 *hs_match_left (const HsMatchPlan *plan, guint32 without, guint32 without2);
/* The solution of @plan as one of @problem, which is that of the plan or a wider one, with prices;
 * they are looked for within @seconds when the plan has none. (transfer full) */
HsSolution *hs_match_solution_for (const HsMatchPlan *plan, const HsMatchProblem *problem,
                                   double seconds, GCancellable *cancellable);
/* The options in @solution that the coordinator fixed: they stay. (transfer full) */
gint32 *hs_match_fixed_pairs (const HsMatchPlan *plan, const HsSolution *solution);
/* Name of the place of a vacancy. (transfer full) */
char *hs_match_place_name (const HsMatchWorld *world, guint32 vacancy);

G_END_DECLS
