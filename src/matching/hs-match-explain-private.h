/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the explanation share. */
#pragma once

#include "hs-match-explain.h"

G_BEGIN_DECLS

/* A copy of @instance with the capacity of @resource raised by @more (G_MAXUINT32: none).
 * (transfer full) */
HsInstance *hs_match_instance_with (const HsInstance *instance, guint32 resource, gint32 more,
                                    GError **error);
/* What is left of each resource beside the picks of @plan, without those of @without and @without2
 * (HS_NOBODY: nobody). (transfer full) */
gint32 *hs_match_left (const HsMatchPlan *plan, guint32 without, guint32 without2);
/* Solves again from the plan, with @fixed (nullable) kept. */
HsSolution *hs_match_solve_again (const HsMatchPlan *plan, const HsMatchProblem *problem,
                                  const HsInstance *instance, const gint32 *fixed, double seconds,
                                  GCancellable *cancellable, GError **error);
/* Name of the place of a vacancy. (transfer full) */
char *hs_match_place_name (const HsMatchWorld *world, guint32 vacancy);

G_END_DECLS
