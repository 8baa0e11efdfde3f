/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo: a region to look around in. */

#include "hs-cli-commands.h"
#include "hs-cli-record.h"
#include "hs-demo.h"

#include <glib/gi18n.h>

/* How many students when nobody says: enough for every state and a quick start. */
#define USUAL_STUDENTS 120

/* The number of records of a kind, as JSON and as text. */
static gboolean
say_number (HsCli *self, HsKindId kind, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);
  gint64 n = hs_store_count (hs_cli_store (self), query, error);
  g_autofree char *number = hs_cli_number (n);

  hs_cli_say_value (self, hs_kind_plural (hs_kind (kind)), number);
  json_object_set_new (hs_cli_json (self), hs_kind (kind)->name, json_integer (n));
  return n >= 0;
}

static HsCliStatus
demo (HsCli *self, GError **error)
{
  static const HsKindId kinds[] = { HS_KIND_STUDENT,  HS_KIND_ORGANISATION, HS_KIND_LOCATION,
                                    HS_KIND_PERSON,   HS_KIND_VACANCY,      HS_KIND_ITEM,
                                    HS_KIND_AGREEMENT };
  gint64 students, seed;

  if (!hs_cli_option_int (self, "students", HS_DEMO_STUDENTS_LEAST, HS_DEMO_STUDENTS_MOST,
                          USUAL_STUDENTS, &students, error)
      || !hs_cli_option_int (self, "seed", 0, G_MAXINT64, 1, &seed, error))
    return HS_CLI_WRONG_USE;
  if (!hs_demo_make (hs_cli_store (self), (guint) students, (guint64) seed, hs_cli_today (self),
                     NULL, NULL, error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("The demo region is in '%s':"), hs_cli_path (self));
  hs_cli_json_text (hs_cli_json (self), "file", hs_cli_path (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!say_number (self, kinds[i], error))
      return HS_CLI_COULD_NOT;
  return HS_CLI_DONE;
}

static const HsCliOption demo_options[] = {
  { "students", N_ ("N"), FALSE, N_ ("How many students (120)") },
  { "seed", N_ ("N"), FALSE, N_ ("Another number gives another region (1)") },
  { NULL },
};

const HsCliCommand hs_cli_demo_commands[] = {
  { .path = "demo",
    .use = HS_CLI_CREATES,
    .options = demo_options,
    .summary = N_ ("Makes a file with an invented region to try things out"),
    .help = N_ ("With schools, care organisations, people, technology, students and agreements in "
                "every state. The same number and the same day give the same region. In a file "
                "that has organisations already it is refused."),
    .json = "{file, student, organisation, location, person, vacancy, item, agreement}",
    .example = "handslag-cli demo --students 500 --seed 7 --db proef.handslag",
    .run = demo },
  { NULL },
};
