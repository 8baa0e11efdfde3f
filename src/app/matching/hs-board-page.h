/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Matchen: students on the left, their places on the right. */
#pragma once

#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_PAGE (hs_board_page_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardPage, hs_board_page, HS, BOARD_PAGE, AdwBin)

GtkWidget *hs_board_page_new (HsContext *context);
HsBoard *hs_board_page_board (HsBoardPage *self);

G_END_DECLS
