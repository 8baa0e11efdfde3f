/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would happen if: this student had that option, or there were one more of this. Solves again
 * around what changes and leaves the rest of the proposal alone, so that it is quick. */
#pragma once

#include "hs-solver.h"

G_BEGIN_DECLS

/**
 * HsWhatIf:
 * @pick: the solution that was found with the change
 * @change: its objective less that of the solution before; certainly possible
 * @most: certified: no solution with the change is better than this above the one before
 * @exact: @change is the best there is, for @change equals @most
 * @matched: students with a place in @pick
 * @n_moved: students who have another option, or none any more, the one asked about not counted
 */
typedef struct
{
  gint32 *pick;
  gint64 change;
  gint64 most;
  gboolean exact;
  guint32 matched;
  guint32 n_moved;
} HsWhatIf;

void hs_what_if_free (HsWhatIf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsWhatIf, hs_what_if_free)

HsWhatIf *hs_what_if_option (const HsInstance *instance, const HsSolution *solution,
                             const gint32 *fixed, guint32 option, GCancellable *cancellable,
                             GError **error);
HsWhatIf *hs_what_if_more (const HsInstance *instance, const HsSolution *solution,
                           const gint32 *fixed, guint32 resource, gint32 more,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
