/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement compare: what differs between two sheets. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-compare.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* The sheet with this number or uid among @sheets, NULL with an error. (transfer none) */
static HsRecord *
find_sheet (const GPtrArray *sheets, const char *text, GError **error)
{
  gint64 number = 0;

  g_ascii_string_to_signed (text, 10, 1, 100000, &number, NULL);
  for (guint i = 0; i < sheets->len; i++)
    if (hs_record_int (sheets->pdata[i], HS_SHEET_NUMBER) == number
        || (strlen (text) >= 6 && g_str_has_prefix (hs_record_uid (sheets->pdata[i]), text)))
      return sheets->pdata[i];
  g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
               _ ("the agreement has no sheet '%s'; see 'handslag-cli agreement sheet list'"),
               text);
  return NULL;
}

/* The two sheets to compare: those that were named, else the last two. FALSE with an error or, when
 * there is only one sheet, without. */
static gboolean
choose_sheets (HsCli *self, const GPtrArray *sheets, HsRecord **before, HsRecord **after,
               GError **error)
{
  const GPtrArray *named = hs_cli_option_values (self, "sheet");

  if (named->len > 2)
    {
      hs_cli_wrong_use (error, _ ("--sheet names two sheets at the most"));
      return FALSE;
    }
  if (named->len == 0 && sheets->len < 2)
    return FALSE;
  *before =
      named->len > 0 ? find_sheet (sheets, named->pdata[0], error) : sheets->pdata[sheets->len - 2];
  *after = named->len > 1 && *before != NULL ? find_sheet (sheets, named->pdata[1], error)
                                             : sheets->pdata[sheets->len - 1];
  return *before != NULL && *after != NULL;
}

static void
say_differences (HsCli *self, const GPtrArray *differences, json_t *array)
{
  static const char *const kinds[] = { "added", "removed", "changed" };

  for (guint i = 0; i < differences->len; i++)
    {
      const HsDifference *difference = differences->pdata[i];
      g_autofree char *sentence = hs_difference_sentence (difference);
      json_t *object = json_object ();

      hs_cli_say (self, "  %s", sentence);
      hs_cli_json_text (object, "kind", kinds[difference->kind]);
      hs_cli_json_text (object, "place", difference->place);
      hs_cli_json_text (object, "label", difference->label);
      hs_cli_json_text (object, "before", difference->before);
      hs_cli_json_text (object, "after", difference->after);
      json_array_append_new (array, object);
    }
  if (differences->len == 0)
    hs_cli_say (self, "%s", _ ("  There is no difference."));
}

static HsCliStatus
compare (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (HsDossier) one = NULL;
  g_autoptr (HsDossier) other = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  HsRecord *before = NULL;
  HsRecord *after = NULL;
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "differences", array);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  if (!choose_sheets (self, dossier->sheets, &before, &after, error))
    {
      if (*error != NULL)
        return HS_CLI_WRONG_USE;
      hs_cli_say (self, "%s", _ ("There is one sheet, so there is nothing to compare."));
      return HS_CLI_DONE;
    }
  one = hs_cli_dossier (self, hs_record_id (agreement), hs_record_id (before), error);
  other = one == NULL
              ? NULL
              : hs_cli_dossier (self, hs_record_id (agreement), hs_record_id (after), error);
  differences = other == NULL ? NULL : hs_compare_dossiers (one, other, error);
  if (differences == NULL)
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("From sheet %d to sheet %d:"), (int) hs_record_int (before, HS_SHEET_NUMBER),
              (int) hs_record_int (after, HS_SHEET_NUMBER));
  hs_cli_json_text (hs_cli_json (self), "before", hs_record_uid (before));
  hs_cli_json_text (hs_cli_json (self), "after", hs_record_uid (after));
  say_differences (self, differences, array);
  return HS_CLI_DONE;
}

static const HsCliOption compare_options[] = {
  { "sheet", N_ ("SHEET"), TRUE, N_ ("Number or uid of a sheet; twice for both") },
  { NULL },
};

const HsCliCommand hs_cli_compare_commands[] = {
  { .path = "agreement compare",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .options = compare_options,
    .summary = N_ ("Shows what differs between two sheets, in words"),
    .help = N_ ("Without --sheet the last two. With one --sheet that one and the last."),
    .json = "{before, after, differences: [{kind: added|removed|changed, place?, label?, before?, "
            "after?}]}",
    .example = "handslag-cli agreement compare 2027-00012 --sheet 1 --sheet 2",
    .run = compare },
  { NULL },
};
