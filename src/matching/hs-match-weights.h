/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a coordinator would like, in points. Each is a slider on screen and a number in a weights
 * file. A place is worth more than everything else together by default, so that no wish of one
 * student costs another a place. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsWeight:
 * @HS_WEIGHT_PLACE: a student has a place
 * @HS_WEIGHT_WISH: the first wish of the student is met; the second counts 4/5, the third 3/5 …
 * @HS_WEIGHT_TECHNOLOGY: there is an item of the technology that the programme or the host asks for
 * @HS_WEIGHT_CUPBOARD: an item comes back into use from the cupboard
 * @HS_WEIGHT_DISTANCE: at no distance; nothing at the farthest distance of the student
 * @HS_WEIGHT_CONTINUITY: the student was at this host before
 * @HS_WEIGHT_LOAD: the supervisor has nobody yet; nothing when there is one place left
 * @HS_WEIGHT_DIGICOACH: there is a digicoach at the same location
 */
typedef enum
{
  HS_WEIGHT_PLACE,
  HS_WEIGHT_WISH,
  HS_WEIGHT_TECHNOLOGY,
  HS_WEIGHT_CUPBOARD,
  HS_WEIGHT_DISTANCE,
  HS_WEIGHT_CONTINUITY,
  HS_WEIGHT_LOAD,
  HS_WEIGHT_DIGICOACH,
  HS_N_WEIGHTS
} HsWeight;

#define HS_WEIGHT_MOST 100000

typedef struct
{
  gint32 points[HS_N_WEIGHTS];
} HsMatchWeights;

/* The weights that the program comes with. */
HsMatchWeights hs_match_weights_default (void);
/* Stable name ("wish") and label in the user's language. (transfer none) */
const char *hs_match_weight_name (HsWeight weight);
const char *hs_match_weight_label (HsWeight weight);

/* A JSON object by stable names: {"place":1000,"wish":100,…}. What is absent keeps its default; an
 * unknown name, or a number that is not 0 to HS_WEIGHT_MOST, is HS_ERROR_FORMAT. */
gboolean hs_match_weights_read (HsMatchWeights *self, const char *json, GError **error);
char *hs_match_weights_write (const HsMatchWeights *self);

G_END_DECLS
