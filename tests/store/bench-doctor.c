/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the doctor looks at a file of 20,000 agreements with fixed sheets of 8 kB, against
 * SQLite's own integrity check of the same file.
 *
 * usage: bench-doctor [agreements [file]] */

#include "store-region.h"

#include "hs-doctor.h"
#include "hs-store-private.h"

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  g_autofree char *own = argc > 2 ? NULL : hs_test_folder ();
  g_autofree char *path =
      argc > 2 ? g_strdup (argv[2]) : g_build_filename (own, "test.handslag", NULL);
  g_autofree char *canonical = g_strnfill (8192, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;
  gint64 start, sqlite, all;
  int found;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (HsStore) fresh = hs_store_open (path, HS_STORE_CREATE, NULL);

      g_assert_nonnull (fresh);
      region_fill (fresh, n, canonical);
    }
  store = hs_store_open (path, 0, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  hs_store_scalar (store, "PRAGMA integrity_check", 0);
  sqlite = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  found = hs_store_doctor (store, NULL, NULL, &error);
  all = g_get_monotonic_time () - start;
  g_assert_no_error (error);
  g_print ("%lld agreements: %.2f s (%d things found), %.2f times SQLite's integrity check alone "
           "(%.2f s)\n",
           (long long) hs_store_scalar (store, "SELECT count(*) FROM agreement", 0),
           (double) all / 1e6, found, (double) all / (double) sqlite, (double) sqlite / 1e6);
  g_clear_pointer (&store, hs_store_close);
  if (own != NULL)
    hs_test_folder_free (g_steal_pointer (&own));
  return 0;
}
