/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows and cards of the overview. */
#pragma once

#include "hs-overview-more.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* HsCard: a short list with a heading: @box is all of it, @list its rows, @head the line with the
 * heading. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *head;
  GtkListBox *list;
} HsCard;

/* An empty card below @parent (a box or columns), not visible yet. */
void hs_card_add (HsCard *self, GtkWidget *parent, const char *title);
/* Takes all rows out. */
void hs_card_clear (HsCard *self);
/* Adds a last row with @text that leads to @action (a name with target). */
void hs_card_add_more (HsCard *self, const char *text, const char *action);

/* A row for @task; with its @button as a button, or as text at the end. What is activated shows
 * what the task is about. */
GtkWidget *hs_task_row_new (const HsTask *task, gboolean with_button);
/* The same with a check button before it, to choose who is reminded; (out) @check (transfer none)
 */
GtkWidget *hs_waiting_row_new (const HsTask *task, GtkWidget **check);
/* A row with a bar for a person. @minutes: the figures are minutes, else students. */
GtkWidget *hs_busy_row_new (const HsBusy *busy, gboolean minutes);
/* Shows the person of such a row. */
void hs_busy_row_open (GtkListBoxRow *row);

G_END_DECLS
