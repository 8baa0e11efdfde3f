/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the board in words, some at a time, read on the database worker. */
#pragma once

#include "hs-board.h"
#include "hs-present.h"

G_BEGIN_DECLS

#define HS_BOARD_TEXTS 50

/* @rows are what is asked for, @texts what is answered. */
typedef struct
{
  guint n;
  gboolean anonymous;
  gint64 home; /* the host that may know the names of its own students */
  HsBoardRow rows[HS_BOARD_TEXTS];
  HsRowText texts[HS_BOARD_TEXTS];
} HsBoardTexts;

HsBoardTexts *hs_board_texts_new (HsBoard *board);
/* @row NULL is passed over. */
void hs_board_texts_add (HsBoardTexts *self, const HsBoardRow *row);
void hs_board_texts_free (HsBoardTexts *self);
/* A job for the database worker: reads the texts; the result is @data itself. */
gpointer hs_board_texts_read (HsStore *store, gpointer data, GError **error);

G_END_DECLS
