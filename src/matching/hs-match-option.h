/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One option of a student: a vacancy with a supervisor, a digicoach and an item, and what it is
 * worth. */
#pragma once

#include "hs-match-weights.h"
#include "hs-match-world.h"

G_BEGIN_DECLS

/* Numbers in the world; @digicoach and @item may be HS_NOBODY. */
typedef struct
{
  guint32 student;
  guint32 vacancy;
  guint32 supervisor;
  guint32 digicoach;
  guint32 item;
  gint32 value;
} HsMatchOption;

/**
 * hs_match_value:
 * @parts: (out) (optional): HS_N_WEIGHTS numbers that add up to the value
 *
 * The points of an option: the sum of the soft wishes that it meets, each by its weight. All wishes
 * of a student that are met count, by rank, up to twice the weight of the first. Pure.
 */
gint32 hs_match_value (const HsMatchWorld *world, const HsMatchWeights *weights,
                       const HsMatchOption *option, gint32 *parts);
/* The rank of the best wish that the option meets, 0 for none. */
gint32 hs_match_wish_rank (const HsMatchWorld *world, const HsMatchOption *option);
/* Most of @loads in use at a time on the days [from, to). @loads may be NULL. */
gint32 hs_match_peak (const GArray *loads, HsDay from, HsDay to);

/* Why the option is good, as short plain sentences in order of their points. (transfer full)
 * (array zero-terminated) */
char **hs_match_reasons (const HsMatchWorld *world, const HsMatchWeights *weights,
                         const HsMatchOption *option);

G_END_DECLS
