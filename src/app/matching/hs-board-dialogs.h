/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of the board: a reason for refusing, taking over, and what does not fit any more. */
#pragma once

#include "hs-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget is on the page: its window is the parent. */
void hs_board_dialog_tell (GtkWidget *widget, const char *heading, const char *body);
/* Asks for a reason and refuses the place of @row. */
void hs_board_dialog_refuse (GtkWidget *widget, HsBoard *board, gint64 row);
/* Asks, and makes draft agreements of @rows (0 rows: all). What does not fit any more is shown row
 * by row; then the rest can be taken over, or nothing. */
void hs_board_dialog_accept (GtkWidget *widget, HsBoard *board, const gint64 *rows, gsize n_rows,
                             gboolean skip);
/* The same for all rows at the host of @row. */
void hs_board_dialog_accept_host (GtkWidget *widget, HsBoard *board, gint64 row);

G_END_DECLS
