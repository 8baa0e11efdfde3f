/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the frame of a field (hs-field-row.c) and what it is edited with (hs-field-input.c) share.
 */
#pragma once

#include "hs-field-row.h"
#include "hs-ref-button.h"

G_BEGIN_DECLS

struct _HsFieldRow
{
  GtkWidget parent_instance;

  HsContext *context;
  const HsKind *kind;
  guint field;
  GHashTable *titles;
  HsRecord *scratch; /* what is shown, as a record of which only this field has a meaning */
  gboolean loading;
  char *problem; /* why what was typed cannot be read */

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *input;
  GtkWidget *hint;
  GtkWidget *error;
  GtkWidget *finding;
  GPtrArray *checks; /* of a set: (element-type GtkCheckButton or GtkToggleButton), not owned */
};

const HsField *hs_field_row_description (HsFieldRow *self);
/* Text the user typed: read it, and tell when it is a value. */
void hs_field_row_typed (HsFieldRow *self, const char *text);
/* The scratch record has another value: tell. */
void hs_field_row_tell (HsFieldRow *self);
/* Shows or hides why the text cannot be read. */
void hs_field_row_show_problem (HsFieldRow *self);

/* Makes the input; @name is its accessible name. */
GtkWidget *hs_field_input_new (HsFieldRow *self, const char *name);
/* Shows the value of the scratch record. */
void hs_field_input_show (HsFieldRow *self);
/* The widget that takes the focus and has the name. */
GtkWidget *hs_field_input_focus_widget (HsFieldRow *self);

G_END_DECLS
