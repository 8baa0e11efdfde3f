/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the language and runs. */

#include "hs-application.h"

#include "hs-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (HsApplication) application = NULL;

  hs_locale_init ();
  gtk_disable_setlocale ();
  g_set_application_name ("Handslag");
  application = hs_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
