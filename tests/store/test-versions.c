/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every released version are opened, brought up to date and still hold what they held.
 *
 * data/version-N.handslag.gz was made by version N of the schema:
 *   test-store-versions --make FILE
 * A file of a released version is never made again. */

#include "store-region.h"

#include "hs-doctor.h"
#include "hs-error.h"
#include "hs-store-private.h"

#include <gio/gio.h>

#define CANONICAL "{\"schema\":1}"

/* Copies @from to @to through @converter. */
static void
convert (const char *from, const char *to, GConverter *converter)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (source, NULL, &error);
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GOutputStream) through = NULL;

  g_assert_no_error (error);
  output = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  through = g_converter_output_stream_new (G_OUTPUT_STREAM (output), converter);
  g_output_stream_splice (through, G_INPUT_STREAM (input),
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

/* Makes a file with records of many kinds, with this version. */
static int
make (const char *path)
{
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autofree char *plain = g_strdup (hs_store_path (store));
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);

  region_fill (store, 3, CANONICAL);
  hs_store_close (store);
  convert (plain, path, G_CONVERTER (gzip));
  hs_test_folder_free (folder);
  return 0;
}

static void
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (path, 0, &error);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_TASK);
  g_autoptr (HsRecord) host = NULL;
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (GArray) hits = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (hs_store_scalar (store, "PRAGMA user_version", 0), ==, HS_STORE_VERSION);
  g_assert_cmpint (hs_store_count (store, query, &error), ==, 30);
  g_assert_no_error (error);
  host = hs_store_get (store, HS_KIND_ORGANISATION, 2, &error);
  g_assert_cmpstr (hs_record_text (host, HS_ORGANISATION_NAME), ==, "Zorggroep Één");
  sheet = hs_store_get (store, HS_KIND_SHEET, 1, &error);
  g_assert_cmpstr (hs_record_text (sheet, HS_SHEET_CANONICAL), ==, CANONICAL);
  hits = hs_store_search (store, "uddin", 10, &error);
  g_assert_cmpuint (hits->len, ==, 6);
  g_assert_cmpint (hs_store_doctor (store, NULL, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_version (gconstpointer data)
{
  char *folder = hs_test_folder ();
  g_autofree char *name = g_strdup_printf ("version-%d.handslag.gz", GPOINTER_TO_INT (data));
  g_autofree char *stored = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *path = g_build_filename (folder, "old.handslag", NULL);
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  convert (stored, path, G_CONVERTER (gunzip));
  check (path);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 2 && g_str_equal (argv[1], "--make"))
    return make (argv[2]);
  for (int i = 1; i <= HS_STORE_VERSION; i++)
    {
      g_autofree char *path = g_strdup_printf ("/versions/%d", i);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_version);
    }
  return g_test_run ();
}
