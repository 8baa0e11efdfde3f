/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs "handslag-cli solve" (hs-solve solve FILE ...) for tests and benchmarks that need it as a
 * process. */

#include <locale.h>

#include "hs-cli.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  return hs_cli_main (argc, argv);
}
