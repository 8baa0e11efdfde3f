/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which vacancies are near a student and for the programme, without looking at all of them. */
#pragma once

#include "hs-match-world.h"

G_BEGIN_DECLS

typedef struct _HsMatchIndex HsMatchIndex;

/* Indexes the vacancies of @world, which has to live longer. Time and memory grow with the number
 * of vacancies times the programmes they are for. (transfer full) */
HsMatchIndex *hs_match_index_new (const HsMatchWorld *world);
/* The same for another thread: looking notes what was seen. @self has to live longer. (transfer
 * full)
 */
HsMatchIndex *hs_match_index_share (const HsMatchIndex *self);
void hs_match_index_free (HsMatchIndex *self);

/**
 * hs_match_index_candidates:
 * @fewest: how many are enough; all within the distance limit of the student are looked at until
 *   there are so many, nearest squares of the map first
 * @into: (element-type guint32): cleared, then filled with vacancies that pass every hard rule that
 *   concerns the pair alone
 * @all: (out): whether @into is all there are
 *
 * The vacancies that the student wished for or was fixed to are always looked at.
 */
void hs_match_index_candidates (HsMatchIndex *self, guint32 student, guint fewest, GArray *into,
                                gboolean *all);
/* Vacancies near the student that a hard rule keeps away, nearest first, at most @most. */
void hs_match_index_blocked (HsMatchIndex *self, guint32 student, guint most, GArray *into);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchIndex, hs_match_index_free)

G_END_DECLS
