/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts in a proposal: a slider for each weight, with what the proposal would become. */
#pragma once

#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_WEIGHTS (hs_board_weights_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardWeights, hs_board_weights, HS, BOARD_WEIGHTS, AdwBin)

GtkWidget *hs_board_weights_new (HsBoard *board);

G_END_DECLS
