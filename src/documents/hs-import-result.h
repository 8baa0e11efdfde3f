/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling in the result of an import. */
#pragma once

#include "hs-import.h"

G_BEGIN_DECLS

HsImportResult *hs_import_result_new (const char *file);
/* Adds a problem, or only counts it when there are @most already. Texts are copied. */
void hs_import_result_add (HsImportResult *self, guint most, const HsImportProblem *problem);
/* A row with its differences, without a title yet. (transfer full) */
HsImportRow *hs_import_row_new (guint line, HsImportState state);
/* Adds what differs between two records of one kind; references by @text. */
void hs_import_row_compare (HsImportRow *self, const HsRecord *before, const HsRecord *after,
                            char *(*text) (const HsRecord *, guint, gpointer), gpointer user_data);

G_END_DECLS
