/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as CSV. With -Dfuzz=true and clang libFuzzer drives it; else fuzz-run.c does. */

#include "hs-csv.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What was read, written and read again must be the same. */
static void
check_row (const HsCsvCell *cells, int n)
{
  g_autoptr (GString) text = g_string_new ("k\n");
  g_autoptr (HsCsvReader) reader = NULL;
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  const HsCsvCell *again;
  gsize length;

  for (int i = 0; i < n; i++)
    g_ptr_array_add (row, (gpointer) cells[i].text);
  g_string_assign (text, "sep=;\n");
  hs_csv_append_row (text, (const char *const *) row->pdata, row->len, ';');
  length = text->len;
  reader = hs_csv_reader_new (g_strdup (text->str), length, NULL, NULL);
  g_assert_nonnull (reader);
  g_assert_cmpint (hs_csv_reader_next (reader, &again, NULL), ==, n);
  for (int i = 0; i < n; i++)
    g_assert_cmpstr (again[i].text, ==, cells[i].text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  char *own = g_malloc (size + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsCsvReader) reader = NULL;
  const HsCsvCell *cells;
  int n = 0;

  memcpy (own, data, size);
  own[size] = '\0';
  reader = hs_csv_reader_new (own, size, NULL, &error);
  while (reader != NULL && (n = hs_csv_reader_next (reader, &cells, &error)) > 0)
    check_row (cells, n);
  g_assert_true ((reader == NULL || n < 0) == (error != NULL));
  return 0;
}
