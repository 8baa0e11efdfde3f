/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf, ics, verify: the files of an agreement. */

#include "hs-agreement-files.h"
#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-cli-secret.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* The sheet that --sheet names by number or uid, 0 for the one that is worked on. -1 with an
 * error. */
static gint64
read_sheet (HsCli *self, const HsRecord *agreement, GError **error)
{
  const char *text = hs_cli_option (self, "sheet");
  g_autoptr (HsDossier) dossier = NULL;
  gint64 number = 0;

  if (text == NULL)
    return hs_cli_working_sheet (self, agreement);
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return -1;
  g_ascii_string_to_signed (text, 10, 1, 100000, &number, NULL);
  for (guint i = 0; i < dossier->sheets->len; i++)
    if (hs_record_int (dossier->sheets->pdata[i], HS_SHEET_NUMBER) == number
        || (strlen (text) >= 6
            && g_str_has_prefix (hs_record_uid (dossier->sheets->pdata[i]), text)))
      return hs_record_id (dossier->sheets->pdata[i]);
  g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
               _ ("the agreement has no sheet '%s'; see 'handslag-cli agreement sheet list'"),
               text);
  return -1;
}

/* ---- pdf ---- */

static HsCliStatus
pdf (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  const char *path = hs_cli_argument (self, 1);
  g_autoptr (HsKey) key = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_pages = 0;
  gint64 sheet;

  if (agreement == NULL || (sheet = read_sheet (self, agreement, error)) < 0)
    return HS_CLI_COULD_NOT;
  if (hs_cli_has (self, "key") && (key = hs_cli_open_key (self, NULL, error)) == NULL)
    return HS_CLI_COULD_NOT;
  bytes = hs_agreement_pdf (hs_cli_store (self), hs_record_id (agreement), sheet, key,
                            hs_cli_actor (self), &n_pages, error);
  if (bytes == NULL
      || !hs_cli_write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return HS_CLI_COULD_NOT;
  if (strcmp (path, "-") == 0)
    return hs_cli_say_nothing (self);
  hs_cli_say (self, ngettext ("'%s' is written: %u page.", "'%s' is written: %u pages.", n_pages),
              path, n_pages);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  json_object_set_new (hs_cli_json (self), "pages", json_integer (n_pages));
  json_object_set_new (hs_cli_json (self), "bytes",
                       json_integer ((json_int_t) g_bytes_get_size (bytes)));
  return HS_CLI_DONE;
}

/* ---- ics ---- */

static HsCliStatus
ics (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  const char *path = hs_cli_argument (self, 1);
  g_autofree char *text = NULL;

  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  text =
      hs_agreement_ics (hs_cli_store (self), hs_record_id (agreement), hs_cli_actor (self), error);
  if (text == NULL || !hs_cli_write_file (path, text, strlen (text), error))
    return HS_CLI_COULD_NOT;
  if (strcmp (path, "-") == 0)
    return hs_cli_say_nothing (self);
  hs_cli_say (self, _ ("'%s' is written; open it with your calendar."), path);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  return HS_CLI_DONE;
}

/* ---- verify ---- */

static void
say_signers (HsCli *self, const HsVerifyResult *result)
{
  json_t *array = json_array ();

  if (result->signers->len > 0)
    hs_cli_say_heading (self, _ ("Signed by"));
  for (guint i = 0; i < result->signers->len; i++)
    {
      const HsVerifySigner *signer = result->signers->pdata[i];
      g_autofree char *text = g_strdup_printf (
          "%s%s%s%s", signer->name != NULL ? signer->name : "–", signer->date != NULL ? ", " : "",
          signer->date != NULL ? signer->date : "",
          signer->by_key && signer->known != NULL ? _ (", by a key that is known")
          : signer->by_key                        ? _ (", by a key")
                                                  : "");
      json_t *object = json_object ();

      hs_cli_say_value (self, signer->role != NULL ? signer->role : "–", text);
      hs_cli_json_text (object, "role", signer->role);
      hs_cli_json_text (object, "name", signer->name);
      hs_cli_json_text (object, "date", signer->date);
      json_object_set_new (object, "by_key", json_boolean (signer->by_key));
      hs_cli_json_text (object, "known", signer->known);
      json_array_append_new (array, object);
    }
  json_object_set_new (hs_cli_json (self), "signers", array);
}

static void
say_verify_findings (HsCli *self, const HsVerifyResult *result)
{
  static const char *const levels[] = { "good", "note", "bad" };
  static const char *const marks[] = { "✓", "·", "✗" };
  json_t *array = json_array ();

  if (result->findings->len > 0)
    hs_cli_say_heading (self, _ ("What was compared"));
  for (guint i = 0; i < result->findings->len; i++)
    {
      const HsVerifyFinding *finding = result->findings->pdata[i];
      json_t *object = json_object ();

      hs_cli_say (self, "  %s %s", marks[finding->level], finding->text);
      hs_cli_json_text (object, "level", levels[finding->level]);
      hs_cli_json_text (object, "code", finding->code);
      hs_cli_json_text (object, "text", finding->text);
      json_array_append_new (array, object);
    }
  json_object_set_new (hs_cli_json (self), "findings", array);
}

static HsCliStatus
say_verdict (HsCli *self, const HsVerifyResult *result, const char *sheet_uid)
{
  static const char *const verdicts[] = { "ok", "differs", "unknown", "not-ours" };
  g_autofree char *sentence = hs_verify_result_get_sentence (result);

  hs_cli_say (self, "%s", sentence);
  hs_cli_say_value (self, _ ("Number"), result->number);
  hs_cli_say_value (self, _ ("Content hash"), result->content_hash);
  hs_cli_say_value (self, _ ("Made on"), result->made);
  hs_cli_say_value (self, _ ("Made by"),
                    result->maker_name != NULL ? result->maker_name : result->maker);
  hs_cli_say_value (self, _ ("In your file"),
                    sheet_uid != NULL ? sheet_uid : _ ("not found: compared with itself only"));
  hs_cli_json_text (hs_cli_json (self), "verdict", verdicts[result->verdict]);
  hs_cli_json_text (hs_cli_json (self), "sentence", sentence);
  json_object_set_new (hs_cli_json (self), "pdf", json_boolean (result->is_pdf));
  hs_cli_json_text (hs_cli_json (self), "number", result->number);
  hs_cli_json_text (hs_cli_json (self), "content_hash", result->content_hash);
  hs_cli_json_text (hs_cli_json (self), "made", result->made);
  hs_cli_json_text (hs_cli_json (self), "maker", result->maker);
  hs_cli_json_text (hs_cli_json (self), "maker_name", result->maker_name);
  hs_cli_json_text (hs_cli_json (self), "sheet", sheet_uid);
  say_signers (self, result);
  say_verify_findings (self, result);
  return result->verdict == HS_VERDICT_OK ? HS_CLI_DONE : HS_CLI_FINDING;
}

/* The largest file that verify reads: 16 MB. */
#define VERIFY_MOST ((gsize) 16 * 1024 * 1024)

static HsCliStatus
verify (HsCli *self, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *sheet_uid = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsVerifyResult) result = NULL;
  g_autoptr (HsStore) store = NULL;
  gsize length;

  if (!hs_cli_read_file (hs_cli_argument (self, 0), VERIFY_MOST, &data, &length, error))
    return HS_CLI_COULD_NOT;
  bytes = g_bytes_new (data, length);
  /* a file is also worth something to who has no database: then it is compared with itself */
  if (g_file_test (hs_cli_path (self), G_FILE_TEST_EXISTS) || hs_cli_has (self, "db"))
    {
      store = hs_store_open (hs_cli_path (self), HS_STORE_READ_ONLY, error);
      if (store == NULL)
        return HS_CLI_COULD_NOT;
    }
  result = hs_agreement_verify (store, bytes, &sheet_uid, error);
  return result == NULL ? HS_CLI_COULD_NOT : say_verdict (self, result, sheet_uid);
}

/* ---- the table ---- */

static const HsCliOption pdf_options[] = {
  { "sheet", N_ ("SHEET"), TRUE, N_ ("Number or uid of a sheet; else the newest") },
  { "key", N_ ("FILE"), FALSE,
    N_ ("Sign the file with this key file, so that all see who made it") },
  { "passphrase-file", N_ ("FILE"), FALSE, N_ ("Read the passphrase from this file") },
  { NULL },
};

const HsCliCommand hs_cli_document_commands[] = {
  { .path = "pdf",
    .arguments = N_ ("UID FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .options = pdf_options,
    .summary = N_ ("Writes the contract as PDF"),
    .help =
        N_ ("With the signatures so far. As long as nobody approved it, 'Concept' stands across "
            "the pages. '-' as FILE is the standard output."),
    .json = "{file, pages, bytes}",
    .example = "handslag-cli pdf 2027-00012 stageafspraak.pdf",
    .run = pdf },
  { .path = "ics",
    .arguments = N_ ("UID FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .summary = N_ ("Writes contact moments and deadlines for a calendar"),
    .help = N_ ("'-' as FILE is the standard output."),
    .json = "{file}",
    .example = "handslag-cli ics 2027-00012 stage.ics",
    .run = ics },
  { .path = "verify",
    .arguments = N_ ("FILE"),
    .least = 1,
    .most = 1,
    .summary = N_ ("Says whether a PDF or JSON file is what was signed, by whom, and what differs"),
    .help = N_ ("The file is compared with what it says of itself, and with your own file when the "
                "agreement is in it. The exit status is 0 only when all of it is right."),
    .json = "{verdict: ok|differs|unknown|not-ours, sentence, pdf, number?, content_hash?, made?, "
            "maker?, maker_name?, sheet?, signers: [{role, name, date?, by_key, known?}], "
            "findings: [{level: good|note|bad, code, text}]}",
    .example = "handslag-cli verify stageafspraak.pdf",
    .run = verify },
  { NULL },
};
