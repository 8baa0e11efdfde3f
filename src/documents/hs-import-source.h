/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table in a file, CSV or JSON, row by row. */
#pragma once

#include "hs-csv.h"

G_BEGIN_DECLS

typedef struct _HsImportSource HsImportSource;

/**
 * hs_import_source_open:
 * @path: a CSV file (see hs-csv.h), or a JSON array of objects with one level of values; what
 * starts with [ or { is JSON
 * @failed: (out): where it cannot be read, after HS_ERROR_FORMAT
 *
 * Returns: (transfer full): the source with its header read; NULL with HS_ERROR_NOT_FOUND or
 *   HS_ERROR_IO when the file cannot be read, HS_ERROR_FORMAT when it is no such table
 */
HsImportSource *hs_import_source_open (const char *path, HsCsvPlace *failed, GError **error);
void hs_import_source_free (HsImportSource *self);

/* The last part of the path. (transfer none) */
const char *hs_import_source_name (const HsImportSource *self);
/* Names of the columns; of JSON every member name that occurs, in order. (transfer none) */
const char *const *hs_import_source_columns (const HsImportSource *self, guint *n);
guint hs_import_source_header_line (const HsImportSource *self);
/* Whether values are in the stable form of files (JSON) and not in that of people. */
gboolean hs_import_source_is_stable (const HsImportSource *self);
/* How far it is, 0 to 1. */
double hs_import_source_fraction (const HsImportSource *self);

/**
 * hs_import_source_next:
 * @cells: (out) (transfer none): as many as there are in the row; of JSON as many as there are
 *   columns, with text NULL for a member that is not there and hs_import_source_null for null
 * @line: (out): the line that the row starts on
 *
 * Returns: the number of cells, 0 at the end, -1 with HS_ERROR_FORMAT
 */
int hs_import_source_next (HsImportSource *self, const HsCsvCell **cells, guint *line,
                           GError **error);
/* Where it could not be read, after an error of hs_import_source_next. */
HsCsvPlace hs_import_source_failed_at (const HsImportSource *self);

/* The text of a cell that was null in JSON, and of one that was an object or a list of something
 * else than texts; compare the pointers. */
extern const char hs_import_source_null[];
extern const char hs_import_source_wrong[];

/* Writes the last row down as one to be mended, because of @reason. */
void hs_import_source_keep_bad (HsImportSource *self, const char *reason);
/* Writes the rows that were kept to @path: of CSV with one more column "Fouten" in front, of JSON
 * with one more member "fouten". */
gboolean hs_import_source_write_bad (HsImportSource *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsImportSource, hs_import_source_free)

G_END_DECLS
