/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a region of 10,000 students takes. */

#include "hs-demo.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  g_autofree char *folder = g_dir_make_tmp ("handslag-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.handslag", NULL);
  g_autofree char *clean = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  HsStore *store = hs_store_open (path, HS_STORE_CREATE, &error);
  gboolean made = store != NULL && hs_demo_make (store, n, 1, 20779, NULL, NULL, &error);

  if (!made)
    fprintf (stderr, "%s\n", error->message);
  printf ("region of %u students %.2f s\n", n,
          (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  hs_store_close (store);
  return system (clean) == 0 && made ? 0 : 1;
}
