/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement compare: what differs between two sheets, or between two moments. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-compare.h"
#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-history.h"

#include <glib/gi18n.h>
#include <stdio.h>
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

/* ---- two moments ---- */

/* The revision of --since or --until: a day, or a day and a time ("1-2-2027 14:30"). A day alone is
 * its start for --since and its end for --until. -1 with an error. */
static gint64
revision_of_moment (HsCli *self, const char *option, gboolean end, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (hs_cli_option (self, option), " ", 2);
  HsDay day = parts[0] != NULL ? hs_day_parse (parts[0]) : HS_DAY_NONE;
  gboolean timed = day != HS_DAY_NONE && parts[1] != NULL;
  int year, month, of_month, hour = 0, minute = 0;
  char rest;

  if (day == HS_DAY_NONE
      || (timed
          && (sscanf (parts[1], "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour > 23 || minute > 59
              || hour < 0 || minute < 0)))
    {
      hs_cli_wrong_use (
          error, _ ("'%s' is no moment for --%s; write it like 1-2-2027 or '1-2-2027 14:30'"),
          hs_cli_option (self, option), option);
      return -1;
    }
  hs_day_split (end && !timed ? day + 1 : day, &year, &month, &of_month);
  g_autoptr (GDateTime) moment = g_date_time_new_local (year, month, of_month, hour, minute, 0);
  return hs_store_revision_at (hs_cli_store (self), g_date_time_to_unix (moment) - !timed);
}

/* The two revisions to compare; the second is 0 for now. FALSE with an error. */
static gboolean
choose_revisions (HsCli *self, gint64 *before, gint64 *after, GError **error)
{
  const GPtrArray *named = hs_cli_option_values (self, "revision");
  gint64 *const to[] = { before, after };

  *before = *after = 0;
  if (named->len > 2 || (named->len > 0 && hs_cli_has (self, "since")))
    {
      hs_cli_wrong_use (error,
                        _ ("--revision names two moments at the most, and not beside --since"));
      return FALSE;
    }
  for (guint i = 0; i < named->len; i++)
    if (!g_ascii_string_to_signed (named->pdata[i], 10, 1, G_MAXINT64, to[i], NULL))
      {
        hs_cli_wrong_use (
            error, _ ("'%s' is no number of the history; 'agreement history --json' has them"),
            (const char *) named->pdata[i]);
        return FALSE;
      }
  if (hs_cli_has (self, "since"))
    *before = revision_of_moment (self, "since", FALSE, error);
  if (*before >= 0 && hs_cli_has (self, "until"))
    *after = revision_of_moment (self, "until", TRUE, error);
  return *before >= 0 && *after >= 0;
}

/* How the agreement read after @revision (0: how it reads now), whichever sheet that was. */
static HsDossier *
dossier_at (HsCli *self, gint64 agreement, gint64 revision, GError **error)
{
  return hs_store_dossier_at (hs_cli_store (self), agreement, 0, revision, hs_cli_today (self),
                              error);
}

static HsCliStatus
compare_moments (HsCli *self, gint64 agreement, json_t *array, GError **error)
{
  gint64 before, after;
  g_autoptr (HsDossier) one = NULL;
  g_autoptr (HsDossier) other = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (!choose_revisions (self, &before, &after, error))
    return HS_CLI_WRONG_USE;
  if (before == 0) /* nothing was in the file yet; for the store it would be now */
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                           _ ("the agreement was not there yet at that moment"));
      return HS_CLI_COULD_NOT;
    }
  one = dossier_at (self, agreement, before, error);
  other = one != NULL ? dossier_at (self, agreement, after, error) : NULL;
  differences = other != NULL ? hs_compare_dossiers (one, other, error) : NULL;
  if (differences == NULL)
    return HS_CLI_COULD_NOT;
  json_object_set_new (hs_cli_json (self), "before", json_integer (before));
  if (after != 0)
    json_object_set_new (hs_cli_json (self), "after", json_integer (after));
  say_differences (self, differences, array);
  return HS_CLI_DONE;
}

/* ---- two sheets ---- */

static HsCliStatus
compare_sheets (HsCli *self, gint64 agreement, json_t *array, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_cli_dossier (self, agreement, 0, error);
  g_autoptr (HsDossier) one = NULL;
  g_autoptr (HsDossier) other = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  HsRecord *before = NULL;
  HsRecord *after = NULL;

  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  if (!choose_sheets (self, dossier->sheets, &before, &after, error))
    {
      if (*error != NULL)
        return HS_CLI_WRONG_USE;
      hs_cli_say (self, "%s", _ ("There is one sheet, so there is nothing to compare."));
      return HS_CLI_DONE;
    }
  one = hs_cli_dossier (self, agreement, hs_record_id (before), error);
  other = one != NULL ? hs_cli_dossier (self, agreement, hs_record_id (after), error) : NULL;
  differences = other != NULL ? hs_compare_dossiers (one, other, error) : NULL;
  if (differences == NULL)
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("From sheet %d to sheet %d:"), (int) hs_record_int (before, HS_SHEET_NUMBER),
              (int) hs_record_int (after, HS_SHEET_NUMBER));
  hs_cli_json_text (hs_cli_json (self), "before", hs_record_uid (before));
  hs_cli_json_text (hs_cli_json (self), "after", hs_record_uid (after));
  say_differences (self, differences, array);
  return HS_CLI_DONE;
}

static HsCliStatus
compare (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  gboolean moments = hs_cli_has (self, "since") || hs_cli_has (self, "revision");
  json_t *array = json_array ();

  json_object_set_new (hs_cli_json (self), "differences", array);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  if ((moments && hs_cli_has (self, "sheet")) || (!moments && hs_cli_has (self, "until")))
    return hs_cli_wrong_use (error,
                             _ ("choose: two sheets with --sheet, or two moments with --since "
                                "and --until or with --revision"));
  return moments ? compare_moments (self, hs_record_id (agreement), array, error)
                 : compare_sheets (self, hs_record_id (agreement), array, error);
}

static const HsCliOption compare_options[] = {
  { "sheet", N_ ("SHEET"), TRUE, N_ ("Number or uid of a sheet; twice for both") },
  { "since", N_ ("MOMENT"), FALSE, N_ ("What changed since this day, or day and time") },
  { "until", N_ ("MOMENT"), FALSE, N_ ("With --since: up to this day, or day and time; else now") },
  { "revision", N_ ("NUMBER"), TRUE, N_ ("The same by number of the history; twice for both") },
  { NULL },
};

const HsCliCommand hs_cli_compare_commands[] = {
  { .path = "agreement compare",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .options = compare_options,
    .summary = N_ ("Shows what differs between two sheets or two moments, in words"),
    .help =
        N_ ("Without --sheet the last two. With one --sheet that one and the last. With --since or "
            "--revision how the agreement read then, against how it reads now."),
    .json = "{before, after?, differences: [{kind: added|removed|changed, place?, label?, before?, "
            "after?}]}",
    .example = "handslag-cli agreement compare 2027-00012 --sheet 1 --sheet 2\n"
               "handslag-cli agreement compare 2027-00012 --since 8-1-2027",
    .run = compare },
  { NULL },
};
