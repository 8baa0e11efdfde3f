/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: make-region FILE
 * Makes the example region of one fixed day as a new file, for the tests that drive the window. */

#include "hs-demo.h"
#include "hs-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;

  hs_locale_init ();
  if (argc != 2)
    return 2;
  store = hs_store_open (argv[1], HS_STORE_CREATE, &error);
  if (store == NULL || !hs_demo_make (store, 60, 2026, hs_day (2026, 11, 23), NULL, NULL, &error))
    {
      g_printerr ("make-region: %s\n", error->message);
      return 3;
    }
  return 0;
}
