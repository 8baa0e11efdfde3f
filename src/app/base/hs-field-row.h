/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a record on screen: its label, what it is edited with, what is wrong with what was
 * typed, and what a rule finds. Built from the description of the field. */
#pragma once

#include "hs-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_FIELD_ROW (hs_field_row_get_type ())
G_DECLARE_FINAL_TYPE (HsFieldRow, hs_field_row, HS, FIELD_ROW, GtkWidget)

/* A row for @field of @kind. @titles (kept by reference) knows what references are called; see
 * hs-present.h. Emits "edited" (HsRecord *value) with a record of the kind in which @field has the
 * new value. */
GtkWidget *hs_field_row_new (HsContext *context, HsKindId kind, guint field, GHashTable *titles);

guint hs_field_row_field (HsFieldRow *self);
/* Shows the value that @record has. What was typed and could not be read is replaced too. */
void hs_field_row_load (HsFieldRow *self, const HsRecord *record);
/* Another label than that of the description. */
void hs_field_row_set_label (HsFieldRow *self, const char *label);
/* A line below the field that explains it; NULL for none. */
void hs_field_row_set_hint (HsFieldRow *self, const char *hint);
/* What a rule finds; NULL for nothing. @severity as HsSeverity. */
void hs_field_row_set_finding (HsFieldRow *self, int severity, const char *message);
/* For a reference: only records whose @field refers to @id are offered; -1: all. For a set field:
 * only records that have the choice @id. A second condition may be given with another @slot (0 or
 * 1). */
void hs_field_row_limit (HsFieldRow *self, guint slot, int field, gint64 id);
/* May be looked at only. */
void hs_field_row_set_editable (HsFieldRow *self, gboolean editable);
/* Whether it is short enough for two in a row. */
gboolean hs_field_row_is_short (HsFieldRow *self);
/* Puts the focus into it. */
void hs_field_row_focus (HsFieldRow *self);

G_END_DECLS
