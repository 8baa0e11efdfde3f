/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is scarce: a shopping list for the coordinator, how distances and wishes come out, and who
 * would rather swap. */
#pragma once

#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_SCARCE_VIEW (hs_board_scarce_view_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardScarceView, hs_board_scarce_view, HS, BOARD_SCARCE_VIEW, AdwBin)

GtkWidget *hs_board_scarce_view_new (HsBoard *board);

G_END_DECLS
