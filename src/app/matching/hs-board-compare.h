/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proposals side by side: what differs, and who changes. Either can be put on the board. */
#pragma once

#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_COMPARE (hs_board_compare_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardCompare, hs_board_compare, HS, BOARD_COMPARE, AdwBin)

GtkWidget *hs_board_compare_new (HsBoard *board);

G_END_DECLS
