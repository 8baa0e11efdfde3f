/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing of numbers as bars with their names. A bar can have a second one on top of it: what
 * there is of what is asked for. What is drawn is also said, and can be unfolded as a table. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_CHART (hs_board_chart_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardChart, hs_board_chart, HS, BOARD_CHART, GtkWidget)

/* An empty drawing; @title names it. */
GtkWidget *hs_board_chart_new (const char *title);
/**
 * hs_board_chart_add:
 * @length: of the bar; the longest one fills the width
 * @part: how much of it is drawn strong, below @length; -1: all
 * @value: the numbers as they are read: "12", "16 asked, 2 there"
 */
void hs_board_chart_add (HsBoardChart *self, const char *name, double length, double part,
                         const char *value);

G_END_DECLS
