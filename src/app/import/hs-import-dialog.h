/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import assistant: choose a file or paste cells, look at what would happen, bring it in. */
#pragma once

#include "hs-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_IMPORT_DIALOG (hs_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsImportDialog, hs_import_dialog, HS, IMPORT_DIALOG, AdwWindow)

/* Brings in records of @kind, one that has HS_KIND_FLAG_IMPORT. Emits "done" (const char *message)
 * when something was saved. */
GtkWidget *hs_import_dialog_new (GtkWindow *parent, HsContext *context, HsKindId kind);
/* Looks at the file @path. */
void hs_import_dialog_read (HsImportDialog *self, const char *path);
/* Looks at the cells on the clipboard, as a spreadsheet puts them there. */
void hs_import_dialog_paste (HsImportDialog *self);

G_END_DECLS
