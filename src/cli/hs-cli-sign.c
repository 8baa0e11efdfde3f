/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement sign, signatures: signing with a key, on paper or elsewhere. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-cli-private.h"
#include "hs-cli-secret.h"
#include "hs-error.h"
#include "hs-life.h"
#include "hs-sign.h"
#include "hs-signing.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* ---- who signs ---- */

/* Who signs: --signer, else who acts. (transfer full) */
static HsActor *
read_signer (HsCli *self, GError **error)
{
  const char *text = hs_cli_option (self, "signer");

  return text == NULL ? hs_actor_copy (hs_cli_actor (self))
                      : hs_cli_find_actor (hs_cli_store (self), text, error);
}

/* The method by the options that were given, when --method was not. */
static int
read_method (HsCli *self, GError **error)
{
  const char *text = hs_cli_option (self, "method");

  if (text != NULL)
    return hs_cli_choice (HS_CHOICES_SIGN_METHOD, "--method", text, error);
  if (hs_cli_has (self, "scan") || hs_cli_has (self, "witness"))
    return HS_SIGN_METHOD_PAPER;
  if (hs_cli_has (self, "pdf"))
    return HS_SIGN_METHOD_ELSEWHERE;
  return HS_SIGN_METHOD_KEY;
}

/* Options that belong to another way of signing than the one that was chosen. */
static gboolean
check_method (HsCli *self, HsSignMethod method, GError **error)
{
  static const struct
  {
    const char *option;
    guint methods; /* sum of 1 << HsSignMethod */
  } rules[] = {
    { "key", 1 << HS_SIGN_METHOD_KEY },
    { "passphrase-file", 1 << HS_SIGN_METHOD_KEY },
    { "signer", 1 << HS_SIGN_METHOD_PAPER | 1 << HS_SIGN_METHOD_ELSEWHERE },
    { "date", 1 << HS_SIGN_METHOD_PAPER | 1 << HS_SIGN_METHOD_ELSEWHERE },
    { "scan", 1 << HS_SIGN_METHOD_PAPER },
    { "witness", 1 << HS_SIGN_METHOD_PAPER },
    { "pdf", 1 << HS_SIGN_METHOD_ELSEWHERE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (hs_cli_has (self, rules[i].option) && (rules[i].methods >> method & 1) == 0)
      {
        hs_cli_wrong_use (error, _ ("--%s does not go with --method %s"), rules[i].option,
                          hs_choice_code (HS_CHOICES_SIGN_METHOD, method));
        return FALSE;
      }
  if (method == HS_SIGN_METHOD_ELSEWHERE && !hs_cli_has (self, "pdf"))
    hs_cli_wrong_use (error, _ ("signed elsewhere wants the signed file: --pdf FILE"));
  else if (method == HS_SIGN_METHOD_PAPER && !hs_cli_has (self, "scan"))
    hs_cli_wrong_use (error, _ ("signed on paper wants the scan: --scan FILE"));
  else if (method == HS_SIGN_METHOD_PAPER && !hs_cli_has (self, "date"))
    hs_cli_wrong_use (error, _ ("signed on paper wants the day of signing: --date DATE"));
  else
    return TRUE;
  return FALSE;
}

/* ---- signing ---- */

static gboolean
sign_with_key (HsCli *self, gint64 agreement, HsSigner role, gboolean *agreed, GError **error)
{
  g_autoptr (HsKey) key = hs_cli_open_key (self, NULL, error);

  return key != NULL && hs_cli_begin (self, "sign", error)
         && hs_sign_with_key (hs_cli_store (self), hs_cli_actor (self), agreement, role, key,
                              agreed, error)
         && hs_store_commit (hs_cli_store (self), error);
}

static gboolean
record_signature (HsCli *self, gint64 agreement, HsSigner role, HsSignMethod method,
                  gboolean *agreed, GError **error)
{
  g_autoptr (HsActor) signer = read_signer (self, error);
  const char *path = hs_cli_option (self, method == HS_SIGN_METHOD_PAPER ? "scan" : "pdf");
  g_autofree char *attachment = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  HsLifeSignature row = { 0 };

  if (signer == NULL || !hs_cli_option_day (self, "date", hs_cli_today (self), &row.date, error)
      || !hs_life_to_sign (hs_cli_store (self), agreement, &sheet, &hash, error)
      || !hs_cli_begin (self, "sign", error))
    return FALSE;
  if (path != NULL)
    {
      attachment = hs_sign_attach (hs_cli_store (self), agreement, method, path, error);
      if (attachment == NULL)
        return FALSE;
    }
  row.signer = signer;
  row.role = role;
  row.method = method;
  row.hash = hash;
  row.witness = hs_cli_option (self, "witness");
  row.attachment = attachment;
  return hs_life_sign (hs_cli_store (self), hs_cli_actor (self), agreement, &row, agreed, error)
         && hs_store_commit (hs_cli_store (self), error);
}

static HsCliStatus
sign (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = NULL;
  int role = hs_cli_signer (hs_cli_option (self, "role"), error);
  int method = role < 0 ? -1 : read_method (self, error);
  gboolean agreed = FALSE;
  gboolean done;

  if (method < 0 || !check_method (self, (HsSignMethod) method, error)
      || hs_cli_need_actor (self, error) == NULL)
    return HS_CLI_WRONG_USE;
  agreement = hs_cli_agreement (self, 0, error);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  done = method == HS_SIGN_METHOD_KEY
             ? sign_with_key (self, hs_record_id (agreement), (HsSigner) role, &agreed, error)
             : record_signature (self, hs_record_id (agreement), (HsSigner) role,
                                 (HsSignMethod) method, &agreed, error);
  if (!done)
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("Signed as: %s. %s."), hs_choice_label (HS_CHOICES_SIGNER, (guint) role),
              hs_choice_label (HS_CHOICES_SIGN_METHOD, (guint) method));
  if (agreed)
    hs_cli_say (self, "%s", _ ("Everybody has signed: the agreement is made."));
  json_object_set_new (hs_cli_json (self), "agreed", json_boolean (agreed));
  return hs_cli_say_result (self, hs_record_id (agreement), error);
}

/* ---- signatures ---- */

static void
say_signature (HsCli *self, const HsDossier *dossier, const HsRecord *signoff, HsCliTable *table,
               json_t *array)
{
  g_autofree char *why = NULL;
  g_autofree char *date = hs_record_format (signoff, HS_SIGNOFF_DATE);
  gboolean counts = hs_signing_counts (dossier, signoff, &why);
  json_t *object = hs_cli_record_json (self, signoff);

  hs_cli_table_cell (table, hs_choice_label (HS_CHOICES_SIGNER,
                                             (guint) hs_record_int (signoff, HS_SIGNOFF_SIGNER)));
  hs_cli_table_cell (table, hs_record_text (signoff, HS_SIGNOFF_NAME));
  hs_cli_table_cell (table, date);
  hs_cli_table_cell (table, hs_choice_label (HS_CHOICES_SIGN_METHOD,
                                             (guint) hs_record_int (signoff, HS_SIGNOFF_METHOD)));
  hs_cli_table_cell (table, counts ? _ ("yes") : why);
  json_object_set_new (object, "counts", json_boolean (counts));
  hs_cli_json_text (object, "why_not", why);
  json_array_append_new (array, object);
}

static HsCliStatus
signatures (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsDossier) dossier = NULL;
  HsSigning signing;
  HsCliTable *table;
  g_autoptr (GString) missing = g_string_new (NULL);
  json_t *array = json_array ();
  json_t *waiting = json_array ();

  json_object_set_new (hs_cli_json (self), "signatures", array);
  json_object_set_new (hs_cli_json (self), "missing", waiting);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  table = hs_cli_table_new ();
  hs_cli_table_column (table, _ ("As"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Name"), HS_CLI_LEFT, 40);
  hs_cli_table_column (table, _ ("Date"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("How"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Counts"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < dossier->rows[HS_KIND_SIGNOFF]->len; i++)
    say_signature (self, dossier, dossier->rows[HS_KIND_SIGNOFF]->pdata[i], table, array);
  hs_cli_say_table (self, table);
  hs_signing_read (dossier, &signing);
  for (guint i = 0; i <= HS_SIGNER_HOST; i++)
    if ((signing.needed & ~signing.done) >> i & 1)
      {
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                                hs_choice_label (HS_CHOICES_SIGNER, i));
        json_array_append_new (waiting, json_string (hs_choice_code (HS_CHOICES_SIGNER, i)));
      }
  hs_cli_say (self, _ ("Still to sign: %s."), missing->len > 0 ? missing->str : _ ("nobody"));
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption sign_options[] = {
  { "role", N_ ("ROLE"), FALSE, N_ ("student, guardian, school or host") },
  { "method", N_ ("METHOD"), FALSE, N_ ("key, paper or elsewhere; else by the other options") },
  { "key", N_ ("FILE"), FALSE, N_ ("The key file; else yours on this machine") },
  { "passphrase-file", N_ ("FILE"), FALSE,
    N_ ("Read the passphrase from this file; '-' is the input") },
  { "signer", N_ ("PERSON"), FALSE, N_ ("Paper, elsewhere: who signed; else you") },
  { "date", N_ ("DATE"), FALSE, N_ ("Paper, elsewhere: the day of signing") },
  { "scan", N_ ("FILE"), FALSE, N_ ("Paper: the scan, as PDF or picture") },
  { "witness", N_ ("NAME"), FALSE, N_ ("Paper: who saw the signature") },
  { "pdf", N_ ("FILE"), FALSE, N_ ("Elsewhere: the PDF that was signed") },
  { NULL },
};

const HsCliCommand hs_cli_sign_commands[] = {
  { .path = "agreement sign",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .options = sign_options,
    .summary = N_ ("Signs an agreement, or records that somebody signed"),
    .help = N_ ("With a key you sign yourself, as the person of --as. On paper or elsewhere you "
                "may record for another who signed; for a student under 18 a guardian signs too. "
                "The passphrase is asked for, or read from a file."),
    .json = "{agreed, uid, number, state, active, waits_for?}",
    .example = "handslag-cli agreement sign 2027-00012 --role school --as b.bakker@school.nl\n"
               "handslag-cli agreement sign 2027-00012 --role student --method paper \\\n"
               "  --signer 1234567@student.nl --date 12-1-2027 --scan scan.pdf \\\n"
               "  --witness 'B. Bakker' --as coord@school.nl\n"
               "handslag-cli agreement sign 2027-00012 --role host --pdf getekend.pdf \\\n"
               "  --signer p.mulder@zorg.nl --as coord@school.nl",
    .run = sign },
  { .path = "agreement signatures",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows who has signed, which signatures count, and who still has to"),
    .json = "{signatures: [{kind, uid, title, fields, counts, why_not?}], missing: [role]}",
    .example = "handslag-cli agreement signatures 2027-00012",
    .run = signatures },
  { NULL },
};
