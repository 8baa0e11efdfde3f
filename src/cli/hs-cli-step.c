/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement submit, return, approve, send, …: the steps in the life of an agreement. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-error.h"
#include "hs-life.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the words of the command line are called as steps. */
static const struct
{
  const char *word;
  HsEventAction action;
} steps[] = {
  { "agreement place", HS_EVENT_ACTION_PLACE },
  { "agreement draft", HS_EVENT_ACTION_START_DRAFT },
  { "agreement submit", HS_EVENT_ACTION_SUBMIT },
  { "agreement return", HS_EVENT_ACTION_RETURN },
  { "agreement approve", HS_EVENT_ACTION_APPROVE },
  { "agreement send", HS_EVENT_ACTION_SEND },
  { "agreement recall", HS_EVENT_ACTION_RECALL },
  { "agreement refuse", HS_EVENT_ACTION_REFUSE },
  { "agreement reopen", HS_EVENT_ACTION_REOPEN },
  { "agreement complete", HS_EVENT_ACTION_COMPLETE },
  { "agreement end", HS_EVENT_ACTION_END },
  { "agreement withdraw", HS_EVENT_ACTION_WITHDRAW },
};

static HsEventAction
action_of (HsCli *self)
{
  const char *path = hs_cli_command_path (self);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (steps[i].word, path) == 0)
      return steps[i].action;
  g_assert_not_reached ();
}

/* Hours as people write them ("36", "7,5"), in minutes; -1 without the option. */
static gboolean
read_hours (HsCli *self, gint64 *minutes, GError **error)
{
  const char *text = hs_cli_option (self, "hours");
  g_autoptr (HsRecord) probe = hs_record_new (HS_KIND_AGREEMENT);

  *minutes = -1;
  if (text == NULL)
    return TRUE;
  if (!hs_record_parse (probe, HS_AGREEMENT_REALISED_MINUTES, text, NULL)
      || !hs_record_has (probe, HS_AGREEMENT_REALISED_MINUTES))
    {
      hs_cli_wrong_use (error,
                        _ ("'%s' is no number of hours for --hours; write it like 320 or "
                           "320,5"),
                        text);
      return FALSE;
    }
  *minutes = hs_record_int (probe, HS_AGREEMENT_REALISED_MINUTES);
  return TRUE;
}

/* Says what refuses the step, with the findings. */
static void
say_refusal (HsCli *self, const GPtrArray *findings)
{
  json_t *array = json_array ();

  hs_cli_say_findings (self, findings, array);
  json_object_set_new (hs_cli_json (self), "findings", array);
}

/* The signatures that a recall makes worthless. */
static gboolean
say_lost (HsCli *self, gint64 agreement, GError **error)
{
  g_auto (GStrv) lost = hs_life_recall_loses (hs_cli_store (self), agreement, error);
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "lost_signatures", array);
  if (lost == NULL)
    return FALSE;
  if (lost[0] != NULL)
    hs_cli_say (self, "%s", _ ("These signatures no longer count:"));
  for (guint i = 0; lost[i] != NULL; i++)
    {
      hs_cli_say (self, "  %s", lost[i]);
      json_array_append_new (array, json_string (lost[i]));
    }
  return TRUE;
}

static HsCliStatus
step (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  HsTransitionInput input = HS_TRANSITION_INPUT_NONE;
  HsEventAction action = action_of (self);
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 id;

  if (agreement == NULL || hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_COULD_NOT;
  id = hs_record_id (agreement);
  input.reason = hs_cli_option (self, "reason");
  if (input.reason == NULL && hs_transition_find (action)->needs_reason)
    return hs_cli_wrong_use (error, _ ("this step asks for a reason: give --reason 'TEXT'"));
  if (!hs_cli_option_day (self, "date", HS_DAY_NONE, &input.date, error)
      || !read_hours (self, &input.minutes, error))
    return HS_CLI_WRONG_USE;
  dossier = hs_cli_dossier (self, id, 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  if (!hs_transition_check (dossier, action, hs_cli_actor (self), &input, &findings, error))
    {
      say_refusal (self, findings);
      return HS_CLI_FINDING;
    }
  if ((action == HS_EVENT_ACTION_RECALL && !say_lost (self, id, error))
      || !hs_cli_begin (self, "transition", error)
      || !hs_life_transition (hs_cli_store (self), hs_cli_actor (self), id, action, &input, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  return hs_cli_say_result (self, id, error);
}

/* ---- next ---- */

static const char *
word_of (HsEventAction action)
{
  if (action == HS_EVENT_ACTION_SIGN)
    return "agreement sign";
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].action == action)
      return steps[i].word;
  return "";
}

static HsCliStatus
next (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (GPtrArray) list = NULL;
  HsCliTable *table;
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "steps", array);
  if (agreement == NULL || hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_COULD_NOT;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  hs_cli_say_state (self, dossier, hs_cli_json (self));
  list = hs_transition_next (dossier, hs_cli_actor (self));
  table = hs_cli_table_new ();
  hs_cli_table_column (table, _ ("Step"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Command"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Possible"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < list->len; i++)
    {
      const HsNextStep *item = list->pdata[i];
      json_t *object = json_object ();

      hs_cli_table_cell (table, item->label);
      hs_cli_table_cell (table, word_of (item->action));
      hs_cli_table_cell (table, item->allowed ? _ ("yes") : item->why_not);
      hs_cli_json_text (object, "action",
                        hs_choice_code (HS_CHOICES_EVENT_ACTION, (guint) item->action));
      hs_cli_json_text (object, "label", item->label);
      json_object_set_new (object, "primary", json_boolean (item->primary));
      json_object_set_new (object, "allowed", json_boolean (item->allowed));
      json_object_set_new (object, "needs_reason", json_boolean (item->needs_reason));
      hs_cli_json_text (object, "why_not", item->why_not);
      json_array_append_new (array, object);
    }
  hs_cli_say_table (self, table);
  if (list->len == 0)
    hs_cli_say (self, "%s", _ ("There is nothing for you to do here now."));
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption reason_options[] = {
  { "reason", N_ ("TEXT"), FALSE, N_ ("Why") },
  { NULL },
};

static const HsCliOption end_options[] = {
  { "reason", N_ ("TEXT"), FALSE, N_ ("Why") },
  { "date", N_ ("DATE"), FALSE, N_ ("The last day") },
  { "hours", N_ ("HOURS"), FALSE, N_ ("The hours that were made") },
  { NULL },
};

static const HsCliOption complete_options[] = {
  { "hours", N_ ("HOURS"), FALSE, N_ ("The hours that were made") },
  { NULL },
};

#define JSON_OF_STEP                                                                               \
  "{uid, number, state, active, waits_for?, lost_signatures?: [text]}\n1: {error: {code, "         \
  "message}, findings: [{code, severity, blocks?, kind, uid?, field?, theme?, message, source}]}"

/* One row of the table of steps. */
#define STEP(word, option_list, says, more, shown)                                                 \
  {                                                                                                \
    .path = word, .arguments = N_ ("UID"), .least = 1, .most = 1, .use = HS_CLI_WRITES,            \
    .options = option_list, .summary = says, .help = more, .json = JSON_OF_STEP, .example = shown, \
    .run = step                                                                                    \
  }

const HsCliCommand hs_cli_step_commands[] = {
  { .path = "agreement next",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows which steps you can take with an agreement"),
    .json = "{uid, number, state, active, waits_for?, steps: [{action, label, primary, allowed, "
            "needs_reason, why_not?}]}",
    .example = "handslag-cli agreement next 2027-00012 --as coord@school.nl",
    .run = next },
  STEP ("agreement place", NULL, N_ ("Makes the match final"),
        N_ ("From here the host sees who the student is. The recognition of the host has to be "
            "verified."),
        "handslag-cli agreement place 2027-00012 --as coord@school.nl"),
  STEP ("agreement draft", NULL, N_ ("Starts writing the agreement of a placement"), NULL,
        "handslag-cli agreement draft 2027-00012 --as coord@school.nl"),
  STEP ("agreement submit", NULL, N_ ("Sends a draft for review"),
        N_ ("Every theme has to be discussed. What is still needed is listed."),
        "handslag-cli agreement submit 2027-00012 --as coord@school.nl"),
  STEP ("agreement return", reason_options, N_ ("Sends an agreement back to be changed"),
        N_ ("--reason is needed: the person who drew it up reads it."),
        "handslag-cli agreement return 2027-00012 --as b.bakker@school.nl \\\n"
        "  --reason 'De eindbeoordeling ontbreekt nog.'"),
  STEP ("agreement approve", NULL, N_ ("Approves an agreement"),
        N_ ("School and host have to agree on every theme."),
        "handslag-cli agreement approve 2027-00012 --as b.bakker@school.nl"),
  STEP ("agreement send", NULL, N_ ("Sends an agreement to be signed"),
        N_ ("From here the content is fixed: what people sign is just this."),
        "handslag-cli agreement send 2027-00012 --as coord@school.nl"),
  STEP ("agreement recall", reason_options,
        N_ ("Takes an agreement back that was out to be signed"),
        N_ ("--reason is needed. Signatures that were given stay visible and no longer count; the "
            "command says which."),
        "handslag-cli agreement recall 2027-00012 --as coord@school.nl \\\n"
        "  --reason 'De startdatum klopt niet.'"),
  STEP ("agreement refuse", reason_options, N_ ("Refuses to sign"), N_ ("--reason is needed."),
        "handslag-cli agreement refuse 2027-00012 --as sanne@student.nl \\\n"
        "  --reason 'De reis is te ver.'"),
  STEP ("agreement reopen", reason_options, N_ ("Makes a draft again of what was refused"), NULL,
        "handslag-cli agreement reopen 2027-00012 --as coord@school.nl"),
  STEP ("agreement complete", complete_options, N_ ("Closes a placement that is done"), NULL,
        "handslag-cli agreement complete 2027-00012 --hours 480 --as coord@school.nl"),
  STEP ("agreement end", end_options, N_ ("Ends a placement early"),
        N_ ("--reason and --date are needed; with --hours you write down the hours made."),
        "handslag-cli agreement end 2027-00012 --date 1-3-2027 --hours 96 \\\n"
        "  --reason 'De student stopt met de opleiding.' --as coord@school.nl"),
  STEP ("agreement withdraw", reason_options, N_ ("Withdraws an agreement that is not signed yet"),
        N_ ("--reason is needed."),
        "handslag-cli agreement withdraw 2027-00012 --as coord@school.nl \\\n"
        "  --reason 'De student heeft een andere plaats.'"),
  { NULL },
};
