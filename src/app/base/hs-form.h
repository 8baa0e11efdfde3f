/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form over one record: sections with a heading and fields, each field loaded from the record,
 * changed through the editor, and told when the record changes by undo or by somebody else. */
#pragma once

#include "hs-editor.h"
#include "hs-field-row.h"

G_BEGIN_DECLS

#define HS_TYPE_FORM (hs_form_get_type ())
G_DECLARE_FINAL_TYPE (HsForm, hs_form, HS, FORM, GtkWidget)

/* A form without sections for records of @kind. @titles: see hs_field_row_new(). */
GtkWidget *hs_form_new (HsContext *context, HsKindId kind, GHashTable *titles);

/* Adds a section with the @fields up to the -1. @title NULL: no heading; plain text. */
void hs_form_add_section (HsForm *self, const char *title, const int *fields);
/* Adds @widget below what is there. */
void hs_form_append (HsForm *self, GtkWidget *widget);
/* Adds sections for all fields of the kind that people edit; @leave_out is one to leave out, or -1.
 */
void hs_form_add_all (HsForm *self, int leave_out);

/* Shows @record. A record that @editor does not know yet is added to it with the first change: so
 * that nothing empty is saved. */
void hs_form_bind (HsForm *self, HsEditor *editor, HsRecord *record);
HsRecord *hs_form_record (HsForm *self);
/* The row of @field, or NULL. */
HsFieldRow *hs_form_row (HsForm *self, int field);
void hs_form_set_editable (HsForm *self, gboolean editable);
/* Only the fields that are progress: ticks, days on which something was done. */
void hs_form_set_progress_editable (HsForm *self, gboolean editable);
/* Takes away what rules found, in all rows. */
void hs_form_clear_findings (HsForm *self);

G_END_DECLS
