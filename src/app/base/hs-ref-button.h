/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses one record out of many: a button with its name, and a popover with a search field and a
 * list. The list is a page of what the search finds. */
#pragma once

#include "hs-context.h"
#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_REF_BUTTON (hs_ref_button_get_type ())
G_DECLARE_FINAL_TYPE (HsRefButton, hs_ref_button, HS, REF_BUTTON, GtkWidget)

/* Chooses a record of @kind. @name is said to assistive technology. Emits "chosen" (gint64 id,
 * const char *title); id 0 is "no one". */
GtkWidget *hs_ref_button_new (HsContext *context, HsKindId kind, const char *name);
/* Shows what is chosen; 0 and NULL: nothing. */
void hs_ref_button_set (HsRefButton *self, gint64 id, const char *title);
/* What it says when nothing is chosen, instead of "Choose…". */
void hs_ref_button_set_empty (HsRefButton *self, const char *text);
/* See hs_field_row_limit(). */
void hs_ref_button_limit (HsRefButton *self, guint slot, int field, gint64 id);
void hs_ref_button_focus (HsRefButton *self);

G_END_DECLS
