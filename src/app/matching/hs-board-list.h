/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The students on the board as a GListModel of HsListItem. Which rows there are is known at once;
 * their texts are read by the page on the database worker, and why somebody has no place comes from
 * the plan when that is there. */
#pragma once

#include "hs-board.h"

G_BEGIN_DECLS

#define HS_TYPE_BOARD_LIST (hs_board_list_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardList, hs_board_list, HS, BOARD_LIST, GObject)

typedef enum
{
  HS_BOARD_VIEW_OPEN, /* without a place, hardest first */
  HS_BOARD_VIEW_PLACED,
  HS_BOARD_VIEW_FIXED,
  HS_BOARD_VIEW_REFUSED,
  HS_BOARD_VIEW_ACCEPTED,
  HS_N_BOARD_VIEWS
} HsBoardView;

/* Emits "counted" when the rows of the view were chosen. (transfer full) */
HsBoardList *hs_board_list_new (HsBoard *board);
void hs_board_list_set_view (HsBoardList *self, HsBoardView view);
/* Only students that @text is found in; NULL or "": all. */
void hs_board_list_search (HsBoardList *self, const char *text);
/* How many rows @view has without the search. */
guint hs_board_list_count (HsBoardList *self, HsBoardView view);
/* The place of the row with this id, G_MAXUINT when it is not there. */
guint hs_board_list_find (HsBoardList *self, gint64 row);

/* Whether rows are going and coming just now, so that what is selected does not mean anything. */
gboolean hs_board_list_is_changing (HsBoardList *self);

G_END_DECLS
