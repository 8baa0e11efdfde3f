/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writes one format. */
#pragma once

#include "hs-export.h"
#include "hs-reference.h"

G_BEGIN_DECLS

/* HsExportSheet: a workbook that is being written. */
typedef struct _HsExportSheet HsExportSheet;

/* Starts a workbook at @path with its header row. NULL with HS_ERROR_IO. (transfer full) */
HsExportSheet *hs_export_sheet_new (const char *path, const HsKind *kind, HsReferences *references,
                                    GError **error);
/* Adds a row; FALSE with HS_ERROR_REFUSED beyond the 1,048,576 rows that the format can hold. */
gboolean hs_export_sheet_add (HsExportSheet *self, const HsRecord *record, GError **error);
/* Writes the file and frees @self. */
gboolean hs_export_sheet_close (HsExportSheet *self, GError **error);

/* Whether @field is a column in files for people. */
gboolean hs_export_is_column (const HsKind *kind, guint field);
/* The value as a cell for people, before protection against formulas. (transfer full) */
char *hs_export_cell (HsReferences *references, const HsRecord *record, guint field);

G_END_DECLS
