/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a table that can be taken back: a step is what was typed in one cell, or all that one
 * paste wrote. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HsClassUndo HsClassUndo;

HsClassUndo *hs_class_undo_new (void);
void hs_class_undo_free (HsClassUndo *self);
void hs_class_undo_clear (HsClassUndo *self);
/* All that is noted until hs_class_undo_end() is one step. */
void hs_class_undo_begin (HsClassUndo *self);
void hs_class_undo_end (HsClassUndo *self);
/* A cell is about to change from @before (nullable). Outside begin and end, a run of changes in one
 * cell is one step. */
void hs_class_undo_note (HsClassUndo *self, int row, int column, const char *before);
/* Takes back the last step, or with @again does the step again that was taken back last. @now says
 * what a cell holds, @put writes it. */
void hs_class_undo_step (HsClassUndo *self, gboolean again,
                         const char *(*now) (int row, int column, gpointer user_data),
                         void (*put) (int row, int column, const char *text, gpointer user_data),
                         gpointer user_data);

G_END_DECLS
