/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind as a file: CSV, JSON or XLSX. What goes out as CSV or JSON comes back in
 * unchanged by hs-import.h. */
#pragma once

#include "hs-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsExportFormat:
 * @HS_EXPORT_CSV: headers and values as people read them in Dutch, semicolons, UTF-8 with a byte
 *   order mark: that is what Excel in Dutch opens; cells cannot run as formulas
 * @HS_EXPORT_JSON: a list of objects with stable names and values (see hs_record_format_stable);
 *   a reference is a uid, a set a list of codes; what is empty is left out
 * @HS_EXPORT_XLSX: a workbook with typed cells
 */
typedef enum
{
  HS_EXPORT_CSV,
  HS_EXPORT_JSON,
  HS_EXPORT_XLSX,
} HsExportFormat;

/* HsExportProgress: @done of @total records. */
typedef void (*HsExportProgress) (guint done, guint total, gpointer user_data);

/**
 * HsExportOptions: {0} is CSV.
 * @query: (nullable): which records in which order; NULL is all of the kind in order of id
 */
typedef struct
{
  HsExportFormat format;
  HsQuery *query;
  HsExportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} HsExportOptions;

/**
 * hs_export_file:
 * @path: where to; a file that is there is replaced only when the whole new one is written
 * @options: (nullable)
 * @n: (out) (optional): number of records
 *
 * Writes the records of @kind. CSV and XLSX have the fields that are not hidden and the uid; JSON
 * has all fields.
 *
 * Returns: FALSE with HS_ERROR_IO, HS_ERROR_FULL, an error of the store or G_IO_ERROR_CANCELLED;
 *   then @path is as it was
 */
gboolean hs_export_file (HsStore *store, HsKindId kind, const char *path,
                         const HsExportOptions *options, guint *n, GError **error);

/* The format that the name of a file ends in; HS_EXPORT_CSV for any other name. */
HsExportFormat hs_export_format_of (const char *path);

/**
 * hs_export_columns:
 *
 * What the columns of @kind are, for `handslag-cli columns`: each an object with name, label, type
 * (text, number, hours, euros, date, moment, yes-no, choice, set, reference), needed, key, hidden,
 * and of a choice or set its choices (code and label), of a reference the kind it names.
 *
 * Returns: (transfer full): a JSON list as text with line ends
 */
char *hs_export_columns (HsKindId kind);
/* The name of a type as in hs_export_columns. (transfer none) */
const char *hs_export_type_name (HsType type);

G_END_DECLS
