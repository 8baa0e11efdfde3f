/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page share: the frame (hs-board-page.c) and what can be done
 * (hs-board-page-actions.c). */
#pragma once

#include "hs-board-list.h"
#include "hs-board-page.h"
#include "hs-board-places.h"

G_BEGIN_DECLS

struct _HsBoardPage
{
  AdwBin parent_instance;

  HsBoard *board;
  HsBoardList *model;
  GtkSingleSelection *selection;
  gint64 selected; /* the row whose places are shown, 0 none */
  gint64 student; /* of that row */
  gboolean to_list; /* the focus goes to the list when it is there */
  gboolean selecting; /* it is not the user who selects */
  gboolean touched; /* the user chose what is selected */
  GSimpleActionGroup *actions;
  HsBoardPlaces *places;
  GtkWidget *all;
  GtkWidget *view_drop;
  gboolean shown;

  AdwLeaflet *leaflet;
  GtkWidget *list_box;
  GtkWidget *right;
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *search;
  GtkBox *choices;
  GtkWidget *make;
  GtkWidget *progress_box;
  GtkWidget *stop;
  GtkProgressBar *progress;
  GtkLabel *progress_text;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *by_hand;
  GtkWidget *go_fill;
  AdwStatusPage *nobody;
  GtkListView *list;
  GtkLabel *summary;
  AdwViewSwitcherTitle *switcher;
  AdwViewStack *views;
};

void hs_board_page_add_actions (HsBoardPage *self);
/* Which actions can be done now. */
void hs_board_page_update_actions (HsBoardPage *self);
/* Puts the focus on the list of students, where the next one is. */
void hs_board_page_show_list (HsBoardPage *self);

/* How many have a place, and how good that is. */
void hs_board_page_show_summary (HsBoardPage *self);
/* What to do first, when there is no proposal; why a list is empty, when there is one. */
void hs_board_page_show_empty (HsBoardPage *self);
void hs_board_page_show_nobody (HsBoardPage *self);

G_END_DECLS
