/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right side of the board: the places for one student, ranked, with reasons, and what is in the
 * way of the others. */
#pragma once

#include "hs-board-ask.h"
#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_PLACES (hs_board_places_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardPlaces, hs_board_places, HS, BOARD_PLACES, AdwBin)

/* Emits "given" when a place was given: the next student is a step away. */
GtkWidget *hs_board_places_new (HsBoard *board);
/* Shows the places for the student of @row; 0: nobody. */
void hs_board_places_show (HsBoardPlaces *self, gint64 row);
gint64 hs_board_places_row (HsBoardPlaces *self);
/* The places that are shown, HsBoardOffer. (transfer none) */
GListModel *hs_board_places_offers (HsBoardPlaces *self);
/* Gives the place at @position to the student, when that can be. */
void hs_board_places_give (HsBoardPlaces *self, guint position);
HsBoard *hs_board_places_board (HsBoardPlaces *self);
/* Opens the explanation of @offer. */
void hs_board_places_explain_offer (HsBoardPlaces *self, HsBoardOffer *offer);
/* How the offers in the list look. (transfer full) */
GtkListItemFactory *hs_board_offer_factory_new (HsBoardPlaces *places);
/* Explains the place that is selected. */
void hs_board_places_explain (HsBoardPlaces *self);
void hs_board_places_focus (HsBoardPlaces *self);

G_END_DECLS
