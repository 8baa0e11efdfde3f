/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One box of the grid of responsibilities: what a party has to do with a task. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a party has to do with a task. */
typedef enum
{
  HS_TASK_SHARE_NONE,
  HS_TASK_SHARE_DOES,
  HS_TASK_SHARE_ASKED,
  HS_TASK_SHARE_TOLD,
  HS_TASK_N_SHARES
} HsTaskShare;

/* "does it", and the letter for it in the grid; in the user's language. (transfer none) */
const char *hs_task_share_name (HsTaskShare share);
const char *hs_task_share_letter (HsTaskShare share);
/* The share whose letter is @key, or -1. */
int hs_task_share_of_key (guint key);

#define HS_TYPE_TASK_CELL (hs_task_cell_get_type ())
G_DECLARE_FINAL_TYPE (HsTaskCell, hs_task_cell, HS, TASK_CELL, GtkButton)

GtkWidget *hs_task_cell_new (void);
void hs_task_cell_set (HsTaskCell *self, HsTaskShare share);
HsTaskShare hs_task_cell_get (HsTaskCell *self);

G_END_DECLS
