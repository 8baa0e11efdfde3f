/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the main window share: the frame and its pages (hs-window.c), files and who am
 * I (hs-window-file.c), actions (hs-window-actions.c). */
#pragma once

#include "hs-page.h"
#include "hs-welcome.h"
#include "hs-who-am-i.h"
#include "hs-window.h"

G_BEGIN_DECLS

struct _HsWindow
{
  AdwApplicationWindow parent_instance;

  HsContext *context;
  GHashTable *agreements; /* id of an agreement → its window, not owned */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  HsWelcome *welcome;
  HsWhoAmI *who;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar_box;
  AdwWindowTitle *title;
  GtkListBox *sidebar;
  GtkWidget *read_only;
  GtkStack *pages;
  AdwAvatar *avatar;
  GtkLabel *me_name;
  GtkLabel *me_role;
  GMenu *recent;
};

void hs_window_add_actions (HsWindow *self);
/* Actions on the list of the page in front: import, export, print. */
void hs_window_add_list_actions (HsWindow *self);
/* Shows the page of the file, or who am I, or the first start: whatever comes next. */
void hs_window_show_state (HsWindow *self);
/* Adds @path to the recent files. */
void hs_window_remember_file (HsWindow *self, const char *path);
void hs_window_fill_recent (HsWindow *self);
void hs_window_ask_new (HsWindow *self);
void hs_window_ask_open (HsWindow *self);
/* Asks for the file of a colleague and makes a copy of it here. */
void hs_window_ask_take_over (HsWindow *self);
void hs_window_open_demo (HsWindow *self);
/* The page in front, or NULL. */
HsPage *hs_window_page (HsWindow *self);
/* Shows the @index-th page of the sidebar. */
void hs_window_show_nth_page (HsWindow *self, int index);
void hs_window_show_sidebar (HsWindow *self);

G_END_DECLS
