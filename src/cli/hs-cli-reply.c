/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement answer-form, answer: for a party that has no Handslag. */

#include "hs-reply.h"
#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

static HsCliStatus
answer_form (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  const char *path = hs_cli_argument (self, 1);
  const char *role = hs_cli_option (self, "role");
  HsReplyFormat format =
      path != NULL && g_str_has_suffix (path, ".txt") ? HS_REPLY_TEXT : HS_REPLY_PDF;
  int signer = role == NULL ? HS_SIGNER_HOST : hs_cli_signer (role, error);
  g_autoptr (GBytes) form = NULL;

  if (agreement == NULL || signer < 0)
    return HS_CLI_COULD_NOT;
  form = hs_reply_form (hs_cli_store (self), hs_record_id (agreement), (HsSigner) signer, format,
                        error);
  if (form == NULL
      || !hs_cli_write_file (path, g_bytes_get_data (form, NULL), g_bytes_get_size (form), error))
    return HS_CLI_COULD_NOT;
  if (strcmp (path, "-") == 0)
    return hs_cli_say_nothing (self);
  hs_cli_say (self, _ ("'%s' is written. Send it along with the contract."), path);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  hs_cli_json_text (hs_cli_json (self), "role", hs_choice_code (HS_CHOICES_SIGNER, (guint) signer));
  return HS_CLI_DONE;
}

/* ---- what comes back ---- */

static const char *
step_code (HsReplyStepKind kind)
{
  return kind == HS_REPLY_NOTE ? "note" : kind == HS_REPLY_STATUS ? "status" : "signature";
}

static void
say_plan (HsCli *self, const HsReplyPlan *plan)
{
  json_t *steps = json_array ();

  hs_cli_say (self, "%s", plan->title);
  if (plan->outdated)
    hs_cli_say (self, "%s",
                _ ("The form was made for an earlier version: only its remarks are taken over."));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const HsReplyStep *step = plan->steps->pdata[i];
      json_t *object = json_object ();

      hs_cli_say (self, "  %s %s", step->why_not == NULL ? "+" : "–", step->sentence);
      if (step->why_not != NULL)
        hs_cli_say (self, _ ("    not taken over: %s"), step->why_not);
      hs_cli_json_text (object, "what", step_code (step->kind));
      hs_cli_json_text (object, "sentence", step->sentence);
      hs_cli_json_text (object, "why_not", step->why_not);
      json_array_append_new (steps, object);
    }
  if (plan->steps->len == 0)
    hs_cli_say (self, "%s", _ ("Nothing was filled in on the form."));
  json_object_set_new (hs_cli_json (self), "outdated", json_boolean (plan->outdated));
  json_object_set_new (hs_cli_json (self), "steps", steps);
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static HsCliStatus
answer (HsCli *self, GError **error)
{
  const char *path = hs_cli_argument (self, 0);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) file = read_file (path, error);
  g_autoptr (HsReply) read = file == NULL ? NULL : hs_reply_read (file, error);
  g_autoptr (HsReplyPlan) plan = NULL;
  gboolean look = hs_cli_has (self, "dry-run");

  if (read == NULL || hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_COULD_NOT;
  if (look)
    plan = hs_reply_plan (hs_cli_store (self), hs_cli_actor (self), read, error);
  else if (hs_cli_begin (self, "answer", error))
    plan = hs_reply_take_over (hs_cli_store (self), hs_cli_actor (self), read, file, name, error);
  if (plan == NULL || (!look && !hs_store_commit (hs_cli_store (self), error)))
    return HS_CLI_COULD_NOT;
  say_plan (self, plan);
  if (look)
    hs_cli_say (self, "%s", _ ("Nothing was saved."));
  return hs_reply_plan_n_done (plan) < plan->steps->len || plan->outdated ? HS_CLI_FINDING
                                                                          : HS_CLI_DONE;
}

static const HsCliOption form_options[] = {
  { "role", N_ ("ROLE"), FALSE, N_ ("Who answers: host (else), student, guardian or school") },
  { NULL },
};

static const HsCliOption answer_options[] = {
  { "dry-run", NULL, FALSE, N_ ("Only look: save nothing") },
  { NULL },
};

const HsCliCommand hs_cli_reply_commands[] = {
  { .path = "agreement answer-form",
    .arguments = N_ ("UID FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .options = form_options,
    .summary = N_ ("Writes an answer form for a party that has no Handslag"),
    .help = N_ ("A name that ends in .txt gives a text file, any other a PDF that can be filled in "
                "with any viewer. The form belongs to the content of this moment."),
    .json = "{file?, role?}",
    .example = "handslag-cli agreement answer-form 2027-00012 antwoord.pdf",
    .run = answer_form },
  { .path = "agreement answer",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = answer_options,
    .summary = N_ ("Takes over an answer form that came back"),
    .help = N_ ("Remarks become notes, ticks become the status of a theme, and a signature is "
                "recorded as one on paper with the form kept as proof. When the content changed "
                "since, only the remarks are taken over, and the exit status is 1."),
    .json = "{outdated, steps: [{what, sentence, why_not?}]}",
    .example = "handslag-cli agreement answer antwoord.pdf --as coord@school.nl --dry-run",
    .run = answer },
  { NULL },
};
