/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hs-cli.h"
#include "hs-locale.h"

int
main (int argc, char **argv)
{
  hs_locale_init ();
  return hs_cli_main (argc, argv);
}
