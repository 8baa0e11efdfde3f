/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing of numbers as bars with their names; the same numbers as a table for who does not see
 * the drawing, or rather reads. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_BOARD_CHART (hs_board_chart_get_type ())
G_DECLARE_FINAL_TYPE (HsBoardChart, hs_board_chart, HS, BOARD_CHART, GtkWidget)

/* An empty drawing; @title names it. */
GtkWidget *hs_board_chart_new (const char *title);
void hs_board_chart_clear (HsBoardChart *self);
/* Adds a bar; @value as it is read ("12"). */
void hs_board_chart_add (HsBoardChart *self, const char *name, double length, const char *value);

G_END_DECLS
