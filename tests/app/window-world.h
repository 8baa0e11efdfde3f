/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole program inside a test: an invented region in a file of its own, the real window on the
 * screen of the test, and a walk over every page and window. */
#pragma once

#include "hs-application.h"
#include "hs-window.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  HsApplication *application;
  HsWindow *window;
} WindowWorld;

/* From now on a warning ends the test. To be called once, after gtk_test_init(). */
void window_world_listen (void);
/* Opens the program on a region of 60 students; the clock stands still on 2026-11-23. */
void window_world_init (WindowWorld *self);
/* Closes every window and the program; the file is at @self->path until window_world_remove(). */
void window_world_close (WindowWorld *self);
void window_world_remove (WindowWorld *self);
/* Runs the main loop until nothing is loading and nothing moves. */
void window_world_settle (WindowWorld *self);
/* Settles, however long the machine needs, until @done. */
void window_world_wait (WindowWorld *self, gboolean (*done) (gpointer data), gpointer data);

/* Shows one scene after the other (pages, dialogs, sections of agreements) and calls @look with the
 * window that is in front. Closes what it opened. */
typedef void (*WindowWorldLook) (WindowWorld *self, GtkWindow *window, const char *scene,
                                 gpointer data);
void window_world_walk (WindowWorld *self, WindowWorldLook look, gpointer data);

/* Calls @each for every widget below @root that is on the screen. */
void window_world_each (GtkWidget *root, void (*each) (GtkWidget *widget, gpointer data),
                        gpointer data);

G_END_DECLS
