/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is above a list: search as you type, two filters, the order, and saved views. */
#pragma once

#include "hs-context.h"
#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_LIST_TOOLS (hs_list_tools_get_type ())
G_DECLARE_FINAL_TYPE (HsListTools, hs_list_tools, HS, LIST_TOOLS, GtkWidget)

/* Emits "changed" when something else has to be listed, "activated" at Enter in the search field,
 * "next" when the focus goes on to the list. */
GtkWidget *hs_list_tools_new (HsContext *context);
/* Begins anew for records of @kind, with nothing narrowed. Emits nothing. */
void hs_list_tools_show_kind (HsListTools *self, HsKindId kind);
/* What is to be listed now. (transfer none) */
const HsListSpec *hs_list_tools_spec (HsListTools *self);
/* Whether it is not everything of the kind. */
gboolean hs_list_tools_is_narrowed (HsListTools *self);
/* Takes all narrowing away. */
void hs_list_tools_show_all (HsListTools *self);
/* Shows only what has @value in the field that is filtered by. */
void hs_list_tools_filter (HsListTools *self, guint value);
/* Sorts by @field; by the field that it is sorted by already: the other way round. */
void hs_list_tools_sort (HsListTools *self, int field);
void hs_list_tools_focus (HsListTools *self);

G_END_DECLS
