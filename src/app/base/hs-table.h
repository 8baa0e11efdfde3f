/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a table: a line of headings that sort, and rows with a cell for each. All cells are
 * equally wide, so that headings and rows stand in line without measuring every row. */
#pragma once

#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_TABLE_HEADER (hs_table_header_get_type ())
G_DECLARE_FINAL_TYPE (HsTableHeader, hs_table_header, HS, TABLE_HEADER, GtkWidget)

/* Emits "sort" (int field) when a heading is clicked. */
GtkWidget *hs_table_header_new (void);
/* The headings of @spec's kind, with the order that it has. */
void hs_table_header_show (HsTableHeader *self, const HsListSpec *spec);

/* Rows of HsListItem of @kind. (transfer full) */
GtkListItemFactory *hs_table_factory_new (HsKindId kind);

G_END_DECLS
