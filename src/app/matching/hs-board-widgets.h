/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small parts that the views of the board are made of. */
#pragma once

#include "hs-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A label that wraps, at the end of @box; @css_class may be NULL. */
GtkWidget *hs_board_label (GtkBox *box, const char *text, const char *css_class);
/* A button at the end of @box. @said is its whole name for who does not see what it is next to;
 * NULL is @text. */
GtkWidget *hs_board_button (GtkBox *box, const char *text, const char *said);
/* Removes all children of @box. */
void hs_board_clear (GtkBox *box);
/* Fills @bin with a page that scrolls, and gives the box that is its content. */
GtkBox *hs_board_page_box (AdwBin *bin);
/* A list of rows in a frame, at the end of @box. */
GtkListBox *hs_board_rows (GtkBox *box, const char *name);
/* Adds a row of plain text to @list; gives the AdwActionRow. */
GtkWidget *hs_board_row_of (GtkListBox *list, const char *title, const char *subtitle);

/* "12,3" of tenths; a whole number with a dot for thousands. (transfer full) */
char *hs_board_tenths (gint64 tenths);
char *hs_board_number (gint64 number);

/* Whether the user may change the matching in this file. */
gboolean hs_board_may_edit (HsBoard *board);

G_END_DECLS
