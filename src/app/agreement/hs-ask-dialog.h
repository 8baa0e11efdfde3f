/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a few values and writes them in one go: a new sheet, a consent, a delivery. What was
 * refused is said in the dialog, and what was typed stays. */
#pragma once

#include "hs-dossier-editor.h"
#include "hs-field-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_ASK_DIALOG (hs_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsAskDialog, hs_ask_dialog, HS, ASK_DIALOG, AdwWindow)

/**
 * HsAskAnswer: what the write function of a HsAskDialog is given.
 * @values: a record of the kind that was asked for, with what was filled in
 * @detail: what the caller gave along
 */
typedef struct
{
  HsRecord *values;
  gint64 detail;
} HsAskAnswer;

/* A dialog for fields of @kind. @write gets a HsAskAnswer as data. */
HsAskDialog *hs_ask_dialog_new (GtkWindow *parent, HsDossierEditor *editor, HsKindId kind,
                                const char *heading, const char *explanation, const char *accept,
                                HsLifeWrite write, gint64 detail);
/* What is filled in beforehand; set it before the field is added. (transfer none) */
HsRecord *hs_ask_dialog_values (HsAskDialog *self);
/* @label NULL: that of the field. */
HsFieldRow *hs_ask_dialog_add (HsAskDialog *self, guint field, const char *label);

G_END_DECLS
