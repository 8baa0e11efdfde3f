/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement sheet …: later sheets (bpv-blad) of an agreement that was signed. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-error.h"
#include "hs-life.h"
#include "hs-signing.h"

#include <glib/gi18n.h>

/* ---- list ---- */

/* "school, student" for a sum of 1 << HsSigner. (transfer full) */
static char *
names_of (guint signers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= HS_SIGNER_HOST; i++)
    if ((signers >> i & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              hs_choice_label (HS_CHOICES_SIGNER, i));
  return g_string_free (text, FALSE);
}

static json_t *
codes_of (guint signers)
{
  json_t *array = json_array ();

  for (guint i = 0; i <= HS_SIGNER_HOST; i++)
    if ((signers >> i & 1) != 0)
      json_array_append_new (array, json_string (hs_choice_code (HS_CHOICES_SIGNER, i)));
  return array;
}

/* Who still has to get a later sheet, who still has to consent, until when it can be corrected. */
static void
say_progress (HsCli *self, const HsDossier *dossier, const HsRecord *sheet, json_t *object)
{
  guint needed, done;
  g_autofree char *text = NULL;
  g_autofree char *sent = NULL;
  HsDay until = hs_signing_correction_until (dossier, sheet);

  hs_signing_deliveries (dossier, sheet, &needed, &done);
  sent = names_of (needed & ~done);
  json_object_set_new (object, "to_deliver", codes_of (needed & ~done));
  hs_signing_consents (dossier, sheet, &needed, &done);
  text = names_of (needed & ~done);
  json_object_set_new (object, "to_consent", codes_of (needed & ~done));
  hs_cli_json_day (object, "correction_until", until);
  hs_cli_say_value (self, _ ("Still to be sent to"), sent);
  hs_cli_say_value (self, _ ("Still to consent"), text);
  if (until != HS_DAY_NONE)
    {
      g_autofree char *day = hs_day_format (until);

      hs_cli_say_value (self, _ ("Corrections until"), day);
    }
}

static void
say_sheet (HsCli *self, const HsDossier *dossier, const HsRecord *sheet, json_t *array)
{
  g_autofree char *from = hs_record_format (sheet, HS_SHEET_EFFECTIVE_FROM);
  gint64 status = hs_record_int (sheet, HS_SHEET_STATUS);
  json_t *object = json_object ();

  hs_cli_say (self, _ ("Sheet %d · %s · %s"), (int) hs_record_int (sheet, HS_SHEET_NUMBER),
              status < 0 ? "–" : hs_choice_label (HS_CHOICES_SHEET_STATUS, (guint) status),
              hs_record_uid (sheet));
  hs_cli_say_value (self, _ ("Effective from"), from);
  hs_cli_say_value (self, _ ("Why"), hs_record_text (sheet, HS_SHEET_CHANGE_REASON));
  hs_cli_say_value (self, _ ("Content hash"), hs_record_text (sheet, HS_SHEET_HASH));
  hs_cli_json_text (object, "uid", hs_record_uid (sheet));
  json_object_set_new (object, "number", json_integer (hs_record_int (sheet, HS_SHEET_NUMBER)));
  hs_cli_json_text (object, "status", hs_record_code (sheet, HS_SHEET_STATUS));
  hs_cli_json_text (object, "hash", hs_record_text (sheet, HS_SHEET_HASH));
  hs_cli_json_text (object, "change_reason", hs_record_text (sheet, HS_SHEET_CHANGE_REASON));
  if (hs_record_has (sheet, HS_SHEET_EFFECTIVE_FROM))
    hs_cli_json_day (object, "effective_from",
                     (HsDay) hs_record_int (sheet, HS_SHEET_EFFECTIVE_FROM));
  if (sheet != dossier->sheets->pdata[0] && status == HS_SHEET_STATUS_FIXED)
    say_progress (self, dossier, sheet, object);
  json_array_append_new (array, object);
}

static HsCliStatus
sheet_list (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsDossier) dossier = NULL;
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "sheets", array);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  for (guint i = 0; i < dossier->sheets->len; i++)
    say_sheet (self, dossier, dossier->sheets->pdata[i], array);
  return HS_CLI_DONE;
}

/* ---- writing ---- */

/* Begins a command that writes: the agreement and the person are there. 0 with an error. */
static gint64
begin (HsCli *self, const char *what, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);

  if (agreement == NULL || hs_cli_need_actor (self, error) == NULL
      || !hs_cli_begin (self, what, error))
    return 0;
  return hs_record_id (agreement);
}

static HsCliStatus
sheet_new (HsCli *self, GError **error)
{
  HsDay from;
  gint64 agreement, sheet;
  g_autofree char *uid = NULL;

  if (!hs_cli_option_day (self, "from", HS_DAY_NONE, &from, error))
    return HS_CLI_WRONG_USE;
  if (from == HS_DAY_NONE || hs_cli_option (self, "reason") == NULL)
    return hs_cli_wrong_use (error, _ ("a new sheet wants --from with the day it takes effect, and "
                                       "--reason"));
  agreement = begin (self, "sheet", error);
  if (agreement == 0)
    return HS_CLI_COULD_NOT;
  sheet = hs_life_new_sheet (hs_cli_store (self), hs_cli_actor (self), agreement, from,
                             hs_cli_option (self, "reason"), error);
  if (sheet == 0 || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  uid = hs_store_uid (hs_cli_store (self), HS_KIND_SHEET, sheet);
  hs_cli_say (self,
              _ ("The new sheet is a concept (%s). Change it with 'agreement set', then fix "
                 "it with 'agreement sheet fix'."),
              uid);
  hs_cli_json_text (hs_cli_json (self), "sheet", uid);
  return hs_cli_say_result (self, agreement, error);
}

static HsCliStatus
sheet_fix (HsCli *self, GError **error)
{
  gint64 agreement = begin (self, "sheet", error);

  if (agreement == 0
      || !hs_life_fix_sheet (hs_cli_store (self), hs_cli_actor (self), agreement, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, "%s",
              _ ("The sheet is fixed. Send it with 'agreement sheet deliver' and write "
                 "down who consents with 'agreement sheet consent'."));
  return hs_cli_say_result (self, agreement, error);
}

static HsCliStatus
sheet_withdraw (HsCli *self, GError **error)
{
  gint64 agreement;

  if (hs_cli_option (self, "reason") == NULL)
    return hs_cli_wrong_use (error, _ ("say why with --reason"));
  agreement = begin (self, "sheet", error);
  if (agreement == 0
      || !hs_life_withdraw_sheet (hs_cli_store (self), hs_cli_actor (self), agreement,
                                  hs_cli_option (self, "reason"), error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, "%s", _ ("The sheet is withdrawn; it stays visible."));
  return hs_cli_say_result (self, agreement, error);
}

/* What deliver, consent and answer have in common. FALSE with an error. */
static gboolean
read_who (HsCli *self, HsSigner *role, HsDay *date, GError **error)
{
  int index = hs_cli_signer (hs_cli_option (self, "role"), error);

  if (index < 0 || !hs_cli_option_day (self, "date", hs_cli_today (self), date, error))
    return FALSE;
  *role = (HsSigner) index;
  return TRUE;
}

static HsCliStatus
sheet_deliver (HsCli *self, GError **error)
{
  gint64 agreement;
  HsSigner role;
  HsDay date;

  if (!read_who (self, &role, &date, error))
    return HS_CLI_WRONG_USE;
  agreement = begin (self, "sheet", error);
  if (agreement == 0
      || !hs_life_deliver (hs_cli_store (self), hs_cli_actor (self), agreement, role,
                           hs_cli_option (self, "name"), hs_cli_option (self, "how"), date, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, "%s", _ ("Written down that it was sent."));
  return hs_cli_say_result (self, agreement, error);
}

static void
say_in_force (HsCli *self, gboolean in_force)
{
  hs_cli_say (self, "%s",
              in_force ? _ ("Everybody consented: the sheet is in force.")
                       : _ ("Written down. The sheet waits for the others."));
  json_object_set_new (hs_cli_json (self), "in_force", json_boolean (in_force));
}

static HsCliStatus
sheet_consent (HsCli *self, GError **error)
{
  const char *how_text = hs_cli_option (self, "how");
  int how = HS_CONSENT_HOW_WRITTEN;
  gboolean in_force = FALSE;
  gint64 agreement;
  HsSigner role;
  HsDay date;

  if (how_text != NULL)
    how = hs_cli_choice (HS_CHOICES_CONSENT_HOW, "--how", how_text, error);
  if (how < 0 || !read_who (self, &role, &date, error))
    return HS_CLI_WRONG_USE;
  agreement = begin (self, "sheet", error);
  if (agreement == 0
      || !hs_life_consent (hs_cli_store (self), hs_cli_actor (self), agreement, role,
                           hs_cli_option (self, "name"), (HsConsentHow) how, date,
                           hs_cli_option (self, "correction"), &in_force, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  say_in_force (self, in_force);
  return hs_cli_say_result (self, agreement, error);
}

static HsCliStatus
sheet_answer (HsCli *self, GError **error)
{
  gboolean in_force = FALSE;
  int role = hs_cli_signer (hs_cli_option (self, "role"), error);
  gint64 agreement;

  if (role < 0)
    return HS_CLI_WRONG_USE;
  agreement = begin (self, "sheet", error);
  if (agreement == 0
      || !hs_life_answer_correction (hs_cli_store (self), hs_cli_actor (self), agreement,
                                     (HsSigner) role, hs_cli_argument (self, 1), &in_force, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  say_in_force (self, in_force);
  return hs_cli_say_result (self, agreement, error);
}

/* ---- the table ---- */

static const HsCliOption new_options[] = {
  { "from", N_ ("DATE"), FALSE, N_ ("The day on which the sheet takes effect") },
  { "reason", N_ ("TEXT"), FALSE, N_ ("Why") },
  { NULL },
};

static const HsCliOption withdraw_options[] = {
  { "reason", N_ ("TEXT"), FALSE, N_ ("Why") },
  { NULL },
};

static const HsCliOption deliver_options[] = {
  { "role", N_ ("ROLE"), FALSE, N_ ("student, guardian, school or host") },
  { "name", N_ ("NAME"), FALSE, N_ ("Who it was") },
  { "how", N_ ("TEXT"), FALSE, N_ ("How, for example e-mail or post") },
  { "date", N_ ("DATE"), FALSE, N_ ("When; else today") },
  { NULL },
};

static const HsCliOption consent_options[] = {
  { "role", N_ ("ROLE"), FALSE, N_ ("student, guardian, school or host") },
  { "name", N_ ("NAME"), FALSE, N_ ("Who it was") },
  { "how", N_ ("HOW"), FALSE, N_ ("written (schriftelijk) or spoken (mondeling)") },
  { "date", N_ ("DATE"), FALSE, N_ ("When; else today") },
  { "correction", N_ ("TEXT"), FALSE, N_ ("What has to be corrected: no consent yet") },
  { NULL },
};

static const HsCliOption answer_options[] = {
  { "role", N_ ("ROLE"), FALSE, N_ ("Who asked for the correction") },
  { NULL },
};

#define JSON_OF_SHEET "{uid, number, state, active, waits_for?, in_force?}"

const HsCliCommand hs_cli_sheet_commands[] = {
  { .path = "agreement sheet list",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows the sheets of an agreement, and who still has to consent"),
    .json = "{sheets: [{uid, number, status, hash?, effective_from?, change_reason?, to_deliver?: "
            "[role], to_consent?: [role], correction_until?}]}",
    .example = "handslag-cli agreement sheet list 2027-00012",
    .run = sheet_list },
  { .path = "agreement sheet new",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = new_options,
    .summary = N_ ("Starts a new sheet for a change after signing"),
    .help = N_ ("A signed sheet is never changed. The new one is a copy that you change with "
                "'agreement set', 'agreement add', 'set' and 'remove'."),
    .json = "{sheet, uid, number, state, active, waits_for?}",
    .example = "handslag-cli agreement sheet new 2027-00012 --from 1-4-2027 \\\n"
               "  --reason 'De student werkt een dag minder.' --as coord@school.nl",
    .run = sheet_new },
  { .path = "agreement sheet fix",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Fixes the content of the new sheet, so that it can be sent"),
    .json = JSON_OF_SHEET,
    .example = "handslag-cli agreement sheet fix 2027-00012 --as coord@school.nl",
    .run = sheet_fix },
  { .path = "agreement sheet deliver",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = deliver_options,
    .summary = N_ ("Writes down that the new sheet was sent to somebody"),
    .json = JSON_OF_SHEET,
    .example = "handslag-cli agreement sheet deliver 2027-00012 --role host --how e-mail \\\n"
               "  --as coord@school.nl",
    .run = sheet_deliver },
  { .path = "agreement sheet consent",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = consent_options,
    .summary = N_ ("Writes down that somebody consents to the new sheet"),
    .help = N_ ("When all have consented and all have got it, the sheet is in force. With "
                "--correction you write down what somebody wants changed."),
    .json = JSON_OF_SHEET,
    .example = "handslag-cli agreement sheet consent 2027-00012 --role student --how mondeling \\\n"
               "  --name 'Sanne de Boer' --as coord@school.nl",
    .run = sheet_consent },
  { .path = "agreement sheet answer",
    .arguments = N_ ("UID TEXT"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_WRITES,
    .options = answer_options,
    .summary = N_ ("Answers a correction that was asked for"),
    .json = JSON_OF_SHEET,
    .example = "handslag-cli agreement sheet answer 2027-00012 'De dag is aangepast.' \\\n"
               "  --role host --as coord@school.nl",
    .run = sheet_answer },
  { .path = "agreement sheet withdraw",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = withdraw_options,
    .summary = N_ ("Withdraws a new sheet that is not in force yet"),
    .json = JSON_OF_SHEET,
    .example = "handslag-cli agreement sheet withdraw 2027-00012 --as coord@school.nl \\\n"
               "  --reason 'De wijziging gaat niet door.'",
    .run = sheet_withdraw },
  { NULL },
};
