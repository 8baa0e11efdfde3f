/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A JSON array of objects as a table. */
#pragma once

#include "hs-csv.h"

#include <jansson.h>

G_BEGIN_DECLS

/**
 * HsImportTable:
 * @root: the array
 * @columns: (element-type utf8): member names
 * @lines: (element-type guint): line of each object
 */
typedef struct
{
  json_t *root;
  GPtrArray *columns;
  GArray *lines;
} HsImportTable;

/* Reads @length bytes of UTF-8. (transfer full): NULL with HS_ERROR_FORMAT and the place in @failed
 * (out) (optional). */
HsImportTable *hs_import_table_read (const char *data, gsize length, HsCsvPlace *failed,
                                     GError **error);
void hs_import_table_free (HsImportTable *self);

/* The value as text in the stable form; a list of texts with commas. NULL for an object, a list of
 * something else or a number with a fraction. (transfer full) */
char *hs_import_table_text (const json_t *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsImportTable, hs_import_table_free)

G_END_DECLS
