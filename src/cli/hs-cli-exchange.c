/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import, export: files with records of one kind. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-error.h"
#include "hs-export.h"
#include "hs-import.h"
#include "hs-permission.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- import ---- */

static gboolean
read_options (HsCli *self, HsImportOptions *options, GError **error)
{
  const char *school = hs_cli_option (self, "school");
  gint64 errors, rows;

  if (!hs_cli_option_int (self, "errors", 1, 1000000, 50, &errors, error)
      || !hs_cli_option_int (self, "rows", 0, 1000000, 0, &rows, error))
    return FALSE;
  options->dry_run = hs_cli_has (self, "dry-run");
  options->keep_good = hs_cli_has (self, "keep-good");
  options->bad_rows = hs_cli_option (self, "bad-rows");
  options->strict = hs_cli_has (self, "strict");
  options->new_when_unsure = hs_cli_has (self, "new-when-unsure");
  options->match_by_name = hs_cli_has (self, "match-by-name");
  options->empty_clears = hs_cli_has (self, "empty-clears");
  options->most_problems = (guint) errors;
  options->most_rows = (guint) rows;
  options->school = hs_cli_id_of_kind (self, HS_KIND_ORGANISATION, school, error);
  if (school != NULL && options->school == 0)
    return FALSE;
  if (options->bad_rows != NULL && !options->keep_good)
    {
      hs_cli_wrong_use (error, _ ("--bad-rows goes with --keep-good"));
      return FALSE;
    }
  return TRUE;
}

static void
say_problems (HsCli *self, const HsImportResult *result)
{
  json_t *array = json_array ();

  for (guint i = 0; i < result->problems->len; i++)
    {
      const HsImportProblem *problem = result->problems->pdata[i];
      g_autofree char *text = hs_import_problem_text (result, problem);
      json_t *object = json_object ();

      hs_cli_say (self, "%s%s", problem->warning ? _ ("Note: ") : "", text);
      json_object_set_new (object, "line", json_integer (problem->line));
      if (problem->column > 0)
        json_object_set_new (object, "column", json_integer (problem->column));
      hs_cli_json_text (object, "header", problem->header);
      hs_cli_json_text (object, "value", problem->value);
      hs_cli_json_text (object, "reason", problem->reason);
      json_object_set_new (object, "warning", json_boolean (problem->warning));
      json_array_append_new (array, object);
    }
  if (result->n_errors + result->n_warnings > result->problems->len)
    hs_cli_say (self, _ ("… and %u more; see them with --errors"),
                result->n_errors + result->n_warnings - result->problems->len);
  json_object_set_new (hs_cli_json (self), "problems", array);
}

static json_t *
json_of_row (const HsImportRow *row)
{
  static const char *const states[] = { "new", "changed", "unchanged", "error" };
  json_t *object = json_object ();
  json_t *changes = json_array ();

  json_object_set_new (object, "line", json_integer (row->line));
  json_object_set_new (object, "state", json_string (states[row->state]));
  hs_cli_json_text (object, "title", row->title);
  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      const HsImportChange *change = row->changes->pdata[i];
      json_t *item = json_object ();

      hs_cli_json_text (item, "label", change->label);
      hs_cli_json_text (item, "before", change->before);
      hs_cli_json_text (item, "after", change->after);
      json_array_append_new (changes, item);
    }
  json_object_set_new (object, "changes", changes);
  return object;
}

static void
say_rows (HsCli *self, const HsImportResult *result)
{
  json_t *array = json_array ();

  for (guint i = 0; result->rows != NULL && i < result->rows->len; i++)
    {
      const HsImportRow *row = result->rows->pdata[i];

      hs_cli_say (self, "%u  %s  %s", row->line, hs_import_state_label (row->state),
                  row->title != NULL ? row->title : "");
      for (guint k = 0; row->changes != NULL && k < row->changes->len; k++)
        {
          const HsImportChange *change = row->changes->pdata[k];

          hs_cli_say (self, "     %s: %s → %s", change->label,
                      change->before != NULL && *change->before != '\0' ? change->before : "–",
                      change->after != NULL && *change->after != '\0' ? change->after : "–");
        }
      json_array_append_new (array, json_of_row (row));
    }
  json_object_set_new (hs_cli_json (self), "rows", array);
}

static HsCliStatus
say_import (HsCli *self, const HsImportResult *result)
{
  g_autofree char *summary = hs_import_result_summary (result);
  json_t *json = hs_cli_json (self);

  hs_cli_json_text (json, "file", result->file);
  json_object_set_new (json, "n_rows", json_integer (result->n_rows));
  json_object_set_new (json, "new", json_integer (result->n_new));
  json_object_set_new (json, "changed", json_integer (result->n_changed));
  json_object_set_new (json, "unchanged", json_integer (result->n_unchanged));
  json_object_set_new (json, "bad", json_integer (result->n_bad));
  json_object_set_new (json, "missing", json_integer (result->n_missing));
  json_object_set_new (json, "errors", json_integer (result->n_errors));
  json_object_set_new (json, "warnings", json_integer (result->n_warnings));
  json_object_set_new (json, "saved", json_boolean (result->saved));
  say_rows (self, result);
  say_problems (self, result);
  hs_cli_say (self, "%s", summary);
  if (hs_cli_has (self, "dry-run"))
    hs_cli_say (self, "%s", _ ("This was a try: nothing was saved."));
  else if (result->n_errors > 0 && !result->saved)
    hs_cli_say (self, "%s",
                _ ("Nothing was saved. Mend the file, or take over the good rows with "
                   "--keep-good."));
  return result->n_errors > 0 ? HS_CLI_FINDING : HS_CLI_DONE;
}

static HsCliStatus
import (HsCli *self, GError **error)
{
  const HsKind *kind = hs_cli_kind (hs_cli_argument (self, 0), error);
  HsImportOptions options = { 0 };
  g_autoptr (HsImportResult) result = NULL;

  if (kind == NULL || !read_options (self, &options, error))
    return HS_CLI_WRONG_USE;
  if ((kind->flags & HS_KIND_FLAG_IMPORT) == 0)
    return hs_cli_wrong_use (error,
                             _ ("%s cannot be brought in from a file; 'handslag-cli columns' "
                                "shows what can"),
                             kind->name);
  result = hs_import_file (hs_cli_store (self), hs_cli_actor (self), kind->id,
                           hs_cli_argument (self, 1), &options, error);
  return result == NULL ? HS_CLI_COULD_NOT : say_import (self, result);
}

/* ---- export ---- */

/* The format that --format names, else that of the name of the file. -1 with an error. */
static int
read_format (HsCli *self, const char *path, GError **error)
{
  static const char *const names[] = { "csv", "json", "xlsx" };
  const char *text = hs_cli_option (self, "format");

  if (text == NULL)
    return (int) hs_export_format_of (path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], text) == 0)
      return (int) i;
  hs_cli_wrong_use (error, _ ("'%s' does not fit --format; choose csv, json or xlsx"), text);
  return -1;
}

static HsQuery *
read_query (HsCli *self, const HsKind *kind, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind->id);
  const GPtrArray *conditions = hs_cli_option_values (self, "where");

  for (guint i = 0; i < conditions->len; i++)
    if (!hs_cli_where (self, query, kind, conditions->pdata[i], error))
      return NULL;
  if (hs_cli_option (self, "search") != NULL)
    hs_query_search (query, hs_cli_option (self, "search"));
  return g_steal_pointer (&query);
}

/* A host's person may not take students out in a file that a list would not show. */
static gboolean
may_export (HsCli *self, GError **error)
{
  const HsActor *actor = hs_cli_actor (self);

  if (actor == NULL || (actor->kind == HS_KIND_PERSON && actor->side != HS_ORGANISATION_KIND_HOST)
      || hs_actor_has_role (actor, HS_ROLE_COORDINATOR))
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                       _ ("your role does not allow taking these records out in a file"));
  return FALSE;
}

static gboolean
is_about_people (HsKindId kind)
{
  return kind == HS_KIND_STUDENT || kind == HS_KIND_ENROLMENT || kind == HS_KIND_GUARDIAN
         || kind == HS_KIND_WISH || kind == HS_KIND_SHARE || kind == HS_KIND_EXCLUSION;
}

static HsCliStatus export(HsCli *self, GError **error)
{
  const HsKind *kind = hs_cli_kind (hs_cli_argument (self, 0), error);
  const char *path = hs_cli_argument (self, 1);
  HsExportOptions options = { 0 };
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *number = NULL;
  int format;
  guint n = 0;

  if (kind == NULL || (format = read_format (self, path, error)) < 0
      || (query = read_query (self, kind, error)) == NULL)
    return HS_CLI_WRONG_USE;
  if (is_about_people (kind->id) && !may_export (self, error))
    return HS_CLI_FINDING;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("'%s' is a folder; give the name of a file"),
                   path);
      return HS_CLI_COULD_NOT;
    }
  options.format = (HsExportFormat) format;
  options.query = query;
  if (!hs_export_file (hs_cli_store (self), kind->id, path, &options, &n, error))
    return HS_CLI_COULD_NOT;
  number = hs_cli_number (n);
  hs_cli_say (self, _ ("'%s' is written: %s records."), path, number);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  hs_cli_json_text (hs_cli_json (self), "kind", kind->name);
  json_object_set_new (hs_cli_json (self), "records", json_integer (n));
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption import_options[] = {
  { "dry-run", NULL, FALSE, N_ ("Only look: save nothing") },
  { "keep-good", NULL, FALSE, N_ ("Take over the rows without errors") },
  { "bad-rows", N_ ("FILE"), FALSE, N_ ("With --keep-good: put the other rows in this file") },
  { "school", N_ ("SCHOOL"), FALSE,
    N_ ("The school of students, when the file has no such column") },
  { "strict", NULL, FALSE, N_ ("A column that is not known is an error") },
  { "new-when-unsure", NULL, FALSE, N_ ("A row that cannot be recognised is new") },
  { "match-by-name", NULL, FALSE, N_ ("Recognise such a row by its name") },
  { "empty-clears", NULL, FALSE, N_ ("An empty cell makes the field empty") },
  { "errors", N_ ("N"), FALSE, N_ ("Show at most so many errors (50)") },
  { "rows", N_ ("N"), FALSE, N_ ("Show the first so many rows, with what changes") },
  { NULL },
};

static const HsCliOption export_options[] = {
  { "format", N_ ("FORMAT"), FALSE, N_ ("csv, json or xlsx; else by the name of the file") },
  { "search", N_ ("TEXT"), FALSE, N_ ("Only with these words; accents do not matter") },
  { "where", N_ ("FIELD=VALUE"), TRUE, N_ ("Only with this value; also with != < <= > >=") },
  { NULL },
};

const HsCliCommand hs_cli_exchange_commands[] = {
  { .path = "import",
    .arguments = N_ ("KIND FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_WRITES,
    .options = import_options,
    .summary = N_ ("Brings in records from a CSV or JSON file"),
    .help = N_ ("A row that is there already is brought up to date, not doubled. When one row is "
                "wrong nothing of the file is saved, unless you give --keep-good. All errors are "
                "listed, with line and column; then the exit status is 1. The first line of the "
                "file names the columns; 'handslag-cli columns KIND' shows the names."),
    .json = "{file, n_rows, new, changed, unchanged, bad, missing, errors, warnings, saved, "
            "problems: [{line, column?, header?, value?, reason, warning}], rows: [{line, state, "
            "title, changes: [{label, before?, after?}]}]}",
    .example = "handslag-cli import student studenten.csv --dry-run\n"
               "handslag-cli import student studenten.csv",
    .run = import },
  { .path = "export",
    .arguments = N_ ("KIND FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .options = export_options,
    .summary = N_ ("Writes records to a CSV, JSON or XLSX file"),
    .help = N_ ("The name of the file tells the format. What goes out as CSV or JSON can come back "
                "in with 'import'."),
    .json = "{file, kind, records}",
    .example = "handslag-cli export student studenten.xlsx\n"
               "handslag-cli export agreement afspraken.csv --where state=agreed",
    .run = export },
  { NULL },
};
