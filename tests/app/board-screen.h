/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Matchen in a window of its own, with a watch on how long the main loop is kept busy. */
#pragma once

#include "hs-board-page.h"

G_BEGIN_DECLS

/**
 * BoardScreen:
 * @longest: longest time in ms that the main loop worked on something other than painting, since
 *   board_screen_watch()
 */
typedef struct
{
  HsContext *context;
  GtkWindow *window;
  HsBoardPage *page;
  HsBoard *board;
  double longest;
} BoardScreen;

/* Opens @path as a coordinator of a school there; the page is made and not shown yet. */
BoardScreen *board_screen_new (const char *path, HsClock clock);
/* Shows the page, as a click in the sidebar does. */
void board_screen_show (BoardScreen *self);
void board_screen_free (BoardScreen *self);
/* Runs the main loop until nothing is under way. */
void board_screen_wait (BoardScreen *self);
/* Forgets the longest time so far. */
void board_screen_watch (BoardScreen *self);
/* The first widget with this type name below @root, NULL when there is none. */
GtkWidget *board_screen_find (GtkWidget *root, const char *name);

G_END_DECLS
