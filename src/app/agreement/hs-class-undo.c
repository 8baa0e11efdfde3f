/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two stacks of steps; a step is a list of cells with what they held. */

#include "hs-class-undo.h"

/* More than anybody remembers. */
#define STEPS_MOST 200

typedef struct
{
  int row;
  int column;
  char *text;
} Cell;

struct _HsClassUndo
{
  GPtrArray *done; /* of GPtrArray of Cell */
  GPtrArray *undone;
  gboolean open; /* the last step of done may still grow */
  gboolean wide; /* it grows by any cell, not only by the same */
  gboolean stepping;
};

static void
cell_free (Cell *cell)
{
  g_free (cell->text);
  g_free (cell);
}

HsClassUndo *
hs_class_undo_new (void)
{
  HsClassUndo *self = g_new0 (HsClassUndo, 1);

  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
hs_class_undo_free (HsClassUndo *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

void
hs_class_undo_clear (HsClassUndo *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  self->open = self->wide = FALSE;
}

void
hs_class_undo_begin (HsClassUndo *self)
{
  self->open = FALSE;
  self->wide = TRUE;
}

void
hs_class_undo_end (HsClassUndo *self)
{
  self->open = self->wide = FALSE;
}

static void
add_cell (GPtrArray *step, int row, int column, const char *text)
{
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){ row, column, g_strdup (text) };
  g_ptr_array_add (step, cell);
}

static gboolean
has_cell (const GPtrArray *step, int row, int column)
{
  for (guint i = 0; i < step->len; i++)
    if (((Cell *) step->pdata[i])->row == row && ((Cell *) step->pdata[i])->column == column)
      return TRUE;
  return FALSE;
}

void
hs_class_undo_note (HsClassUndo *self, int row, int column, const char *before)
{
  GPtrArray *step;

  if (self->stepping)
    return;
  step = self->open ? self->done->pdata[self->done->len - 1] : NULL;
  if (step != NULL && has_cell (step, row, column))
    return;
  if (step == NULL || !self->wide)
    {
      step = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
      g_ptr_array_add (self->done, step);
      if (self->done->len > STEPS_MOST)
        g_ptr_array_remove_index (self->done, 0);
      self->open = TRUE;
    }
  add_cell (step, row, column, before);
  g_ptr_array_set_size (self->undone, 0);
}

void
hs_class_undo_step (HsClassUndo *self, gboolean again,
                    const char *(*now) (int row, int column, gpointer user_data),
                    void (*put) (int row, int column, const char *text, gpointer user_data),
                    gpointer user_data)
{
  GPtrArray *from = again ? self->undone : self->done;
  GPtrArray *to = again ? self->done : self->undone;
  g_autoptr (GPtrArray) step = NULL;
  GPtrArray *back;

  hs_class_undo_end (self);
  if (from->len == 0)
    return;
  step = g_ptr_array_steal_index (from, from->len - 1);
  back = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  self->stepping = TRUE;
  for (guint i = 0; i < step->len; i++)
    {
      const Cell *cell = step->pdata[i];

      add_cell (back, cell->row, cell->column, now (cell->row, cell->column, user_data));
      put (cell->row, cell->column, cell->text, user_data);
    }
  self->stepping = FALSE;
  g_ptr_array_add (to, back);
}
