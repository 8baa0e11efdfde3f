/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs on one file: the second waits, and then says so. */

#include "cli-runner.h"
#include "hs-store.h"

/* Another program that writes: after its patience the program says who is in the way. */
static void
test_busy (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autoptr (HsStore) store = NULL;

  cli_expect (self, 0, "init", NULL);
  cli_expect (self, 0, "add", "organisation", "name=De Linde", "kvk=12345678", NULL);
  store = hs_store_open (cli_path (self, "handslag/handslag.handslag"), 0, NULL);
  g_assert_nonnull (store);
  g_assert_true (hs_store_begin (store, NULL, "test", NULL));
  cli_expect (self, 0, "list", "organisation", NULL);
  cli_expect (self, 3, "set", "12345678", "place=Assen", NULL);
  assert_says (self, self->err, "probeer het nog eens");
  hs_store_rollback (store);
  cli_expect (self, 0, "set", "12345678", "place=Assen", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/busy", test_busy);
  return g_test_run ();
}
