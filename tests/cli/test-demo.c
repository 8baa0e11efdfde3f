/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody does who tries the program on the demo region. */

#include "cli-runner.h"

#include <string.h>

/* Every contract has four pages at most, and is what it says it is. */
static void
test_contracts (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  g_autoptr (JsonDocument) list = NULL;
  json_t *record;
  size_t i;

  cli_expect (self, 0, "demo", "--students", "30", NULL);
  list = cli_json (self, "list", "agreement", "--limit", "1000", NULL);
  g_assert_cmpuint (json_array_size (json_object_get (list, "records")), >, 10);
  json_array_foreach (json_object_get (list, "records"), i, record)
  {
    const char *uid = json_at (record, "uid");
    g_autoptr (JsonDocument) made = cli_json (self, "pdf", uid, "contract.pdf", NULL);

    g_assert_cmpint (json_integer_value (json_object_get (made, "pages")), <=, 4);
    cli_run (self, "verify", "contract.pdf", NULL);
    assert_says (self, self->out, "klopt");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/demo/contracts", test_contracts);
  return g_test_run ();
}
