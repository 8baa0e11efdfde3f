/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All places with who is on them. The student that is chosen on the left can be given any of them:
 * by Enter, by a button, or by dragging. */
#pragma once

#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_ALL (hs_board_all_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardAll, hs_board_all, HS, BOARD_ALL, AdwBin)

/* Emits "given" when a place was given. */
GtkWidget *hs_board_all_new (HsBoard *board);
/* The row of the student that is chosen; 0: nobody. */
void hs_board_all_set_row (HsBoardAll *self, gint64 row);

G_END_DECLS
