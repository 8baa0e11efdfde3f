/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of the board: a reason for refusing, taking over, and what does not fit any more. */
#pragma once

#include "hs-board-ask.h"
#include "hs-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget is on the page: its window is the parent. */
void hs_board_dialog_tell (GtkWidget *widget, const char *heading, const char *body);
/* Asks for a reason and refuses the place of @row. */
void hs_board_dialog_refuse (GtkWidget *widget, HsBoard *board, gint64 row);
/* Asks what of @offer is ruled out for the student of @row, and why. */
void hs_board_dialog_rule_out (GtkWidget *widget, HsBoard *board, gint64 row, HsBoardOffer *offer);
/* A window with the wishes and rule-outs of a student, to add and remove. */
void hs_board_dialog_student (GtkWidget *widget, HsBoard *board, gint64 student, const char *title);
/* Asks, and makes draft agreements of @rows (0 rows: all). What does not fit any more is shown row
 * by row; then the rest can be taken over, or nothing. */
void hs_board_dialog_accept (GtkWidget *widget, HsBoard *board, const gint64 *rows, gsize n_rows,
                             gboolean skip);
/* The same for all rows at @host. */
void hs_board_dialog_accept_host (GtkWidget *widget, HsBoard *board, gint64 host);

G_END_DECLS
