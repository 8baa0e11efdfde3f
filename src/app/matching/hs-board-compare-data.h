/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proposals held against each other, read on the database worker. */
#pragma once

#include "hs-board-rows.h"

G_BEGIN_DECLS

/* One proposal to choose from. */
typedef struct
{
  gint64 id;
  char *title;
} HsBoardTitle;

/* The proposals of the file that were not dropped, the newest first. (transfer full) (element-type
 * HsBoardTitle): NULL on error */
GPtrArray *hs_board_titles_read (HsStore *store, GError **error);

typedef enum
{
  HS_BOARD_PLACED,
  HS_BOARD_FIRST_WISH,
  HS_BOARD_ANY_WISH,
  HS_BOARD_DISTANCE, /* tenths of a kilometre, the mean */
  HS_BOARD_FAR, /* students who travel farther than 20 km */
  HS_BOARD_TECHNOLOGY, /* students with an item */
  HS_BOARD_CUPBOARD, /* items that are in the cupboard now */
  HS_BOARD_SUPERVISORS, /* supervisors with a student */
  HS_BOARD_BUSIEST, /* most students of one supervisor */
  HS_BOARD_HOSTS, /* hosts with a student */
  HS_N_BOARD_MEASURES
} HsBoardMeasure;

const char *hs_board_measure_label (HsBoardMeasure measure);
/* 1 when more is better, -1 when less is, 0 when that depends. */
int hs_board_measure_sense (HsBoardMeasure measure);

/* One student who has another place in the other proposal. */
typedef struct
{
  char *student;
  char *from;
  char *to;
} HsBoardDifference;

#define HS_BOARD_DIFFERENCES 200

/**
 * HsBoardComparison:
 * @numbers: of both; -1 when not known
 * @differences: (element-type HsBoardDifference): the first HS_BOARD_DIFFERENCES of @n_different
 */
typedef struct
{
  gint64 ids[2];
  gboolean anonymous;
  gint64 numbers[2][HS_N_BOARD_MEASURES];
  guint n_different;
  GPtrArray *differences;
} HsBoardComparison;

void hs_board_comparison_free (HsBoardComparison *self);
/* A job for the database worker: @data is an HsBoardComparison with @ids, which is filled in and is
 * the result. */
gpointer hs_board_compare_read (HsStore *store, gpointer data, GError **error);

G_END_DECLS
