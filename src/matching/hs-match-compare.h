/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proposals held against each other, as they are stored. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

typedef enum
{
  HS_MATCH_PLACED,
  HS_MATCH_FIRST_WISH,
  HS_MATCH_ANY_WISH,
  HS_MATCH_DISTANCE, /* tenths of a kilometre, the mean */
  HS_MATCH_FAR, /* students who travel farther than 20 km */
  HS_MATCH_TECHNOLOGY, /* students with an item */
  HS_MATCH_CUPBOARD, /* items that are in the cupboard now */
  HS_MATCH_SUPERVISORS, /* supervisors with a student */
  HS_MATCH_BUSIEST, /* most students of one supervisor */
  HS_MATCH_HOSTS, /* hosts with a student */
  HS_N_MATCH_MEASURES
} HsMatchMeasure;

/* What people read, and the key in JSON. */
const char *hs_match_measure_label (HsMatchMeasure measure);
const char *hs_match_measure_name (HsMatchMeasure measure);

/* A student who has another vacancy in the other proposal; 0 is no place. */
typedef struct
{
  gint64 student;
  gint64 from;
  gint64 to;
} HsMatchChange;

/**
 * HsMatchComparison:
 * @numbers: of both; -1 when not known
 * @changes: (element-type HsMatchChange)
 */
typedef struct
{
  gint64 numbers[2][HS_N_MATCH_MEASURES];
  GArray *changes;
} HsMatchComparison;

/* Compares the proposals with ids @one and @other. Rows that were refused count as no place, and so
 * do students who are only in one of the two. (transfer full): NULL on error */
HsMatchComparison *hs_match_compare (HsStore *store, gint64 one, gint64 other, GError **error);
void hs_match_comparison_free (HsMatchComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchComparison, hs_match_comparison_free)

G_END_DECLS
