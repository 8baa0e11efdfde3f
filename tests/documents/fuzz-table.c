/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as a JSON table. With -Dfuzz=true and clang libFuzzer drives it; else fuzz-run.c
 * does. */

#include "hs-import-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
read_cells (const HsImportTable *table)
{
  g_assert_cmpuint (table->lines->len, ==, json_array_size (table->root));
  for (guint i = 0; i < table->lines->len; i++)
    for (guint j = 0; j < table->columns->len; j++)
      {
        const json_t *value = json_object_get (json_array_get (table->root, i),
                                               g_ptr_array_index (table->columns, j));
        g_autofree char *text =
            value != NULL && !json_is_null (value) ? hs_import_table_text (value) : NULL;

        g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
      }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsImportTable) table = hs_import_table_read ((const char *) data, size, NULL, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  if (table != NULL)
    read_cells (table);
  return 0;
}
