/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement history, replacements: what happened, and what fell away. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-error.h"
#include "hs-life.h"

#include <glib/gi18n.h>

/* ---- history ---- */

static HsCliStatus
history (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (GPtrArray) moments = NULL;
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "history", array);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  moments = hs_life_history (hs_cli_store (self), hs_record_id (agreement), error);
  if (moments == NULL)
    return HS_CLI_COULD_NOT;
  for (guint i = 0; i < moments->len; i++)
    {
      const HsLifeMoment *moment = moments->pdata[i];
      g_autofree char *at = hs_moment_format (moment->at);
      char iso[32];
      json_t *object = json_object ();

      hs_cli_say (self, "%s  %s", at, moment->sentence);
      if (moment->reason != NULL)
        hs_cli_say (self, "                  “%s”", moment->reason);
      hs_cli_json_text (object, "at", hs_moment_to_iso (moment->at, iso));
      json_object_set_new (object, "revision", json_integer (moment->revision));
      hs_cli_json_text (object, "who", moment->who);
      hs_cli_json_text (object, "action",
                        hs_choice_code (HS_CHOICES_EVENT_ACTION, (guint) moment->action));
      hs_cli_json_text (object, "sentence", moment->sentence);
      hs_cli_json_text (object, "reason", moment->reason);
      json_array_append_new (array, object);
    }
  return HS_CLI_DONE;
}

/* ---- replacements ---- */

static HsCliStatus
replacements (HsCli *self, GError **error)
{
  g_autoptr (GPtrArray) hits = hs_life_replacements (hs_cli_store (self), error);
  HsCliTable *table;
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "replacements", array);
  if (hits == NULL)
    return HS_CLI_COULD_NOT;
  table = hs_cli_table_new ();
  hs_cli_table_column (table, _ ("Agreement"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Student"), HS_CLI_LEFT, 40);
  hs_cli_table_column (table, _ ("What fell away"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Why"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < hits->len; i++)
    {
      const HsLifeHit *hit = hits->pdata[i];
      g_autofree char *uid = hs_store_uid (hs_cli_store (self), HS_KIND_AGREEMENT, hit->agreement);
      json_t *object = json_object ();

      hs_cli_table_cell (table, hit->number);
      hs_cli_table_cell (table, hit->student);
      hs_cli_table_cell (table, hs_choice_label (HS_CHOICES_CAUSE, (guint) hit->cause));
      hs_cli_table_cell (table, hit->why);
      hs_cli_json_text (object, "uid", uid);
      hs_cli_json_text (object, "number", hit->number);
      hs_cli_json_text (object, "student", hit->student);
      hs_cli_json_text (object, "cause", hs_choice_code (HS_CHOICES_CAUSE, (guint) hit->cause));
      hs_cli_json_text (object, "why", hit->why);
      json_array_append_new (array, object);
    }
  hs_cli_say_table (self, table);
  if (hits->len == 0)
    hs_cli_say (self, "%s", _ ("Every placement has its place, guidance and recognition."));
  return hits->len == 0 ? HS_CLI_DONE : HS_CLI_FINDING;
}

/* ---- the table ---- */

const HsCliCommand hs_cli_history_commands[] = {
  { .path = "agreement history",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows what happened with an agreement: who, when, what and why"),
    .json = "{history: [{at, revision, who?, action, sentence, reason?}]}",
    .example = "handslag-cli agreement history 2027-00012",
    .run = history },
  { .path = "replacements",
    .use = HS_CLI_READS,
    .summary = N_ ("Shows placements whose place, guidance or recognition fell away"),
    .help = N_ ("The school has to see to a replacement (WEB art. 7.2.9). Write down what was done "
                "with 'agreement add UID replacement …'. The exit status is 1 when there are any."),
    .json = "{replacements: [{uid, number, student, cause, why}]}",
    .example = "handslag-cli replacements",
    .run = replacements },
  { NULL },
};
