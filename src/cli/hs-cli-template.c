/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement template save, use: an assignment that worked, kept and used again. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-error.h"
#include "hs-template.h"

#include <glib/gi18n.h>

/* The assignment of @dossier with this uid, or the only one when @text is NULL. (transfer none) */
static HsRecord *
find_assignment (const HsDossier *dossier, const char *text, GError **error)
{
  GPtrArray *rows = dossier->rows[HS_KIND_ASSIGNMENT];

  if (text == NULL && rows->len == 1)
    return g_ptr_array_index (rows, 0);
  for (guint i = 0; text != NULL && i < rows->len; i++)
    if (g_str_has_prefix (hs_record_uid (rows->pdata[i]), text))
      return rows->pdata[i];
  if (text == NULL)
    hs_cli_wrong_use (error, _ ("say which assignment; 'agreement rows' shows them"));
  else
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("the agreement has no assignment '%s'; 'agreement rows' shows them"), text);
  return NULL;
}

/* (transfer full) (element-type HsRecord) */
static GPtrArray *
criteria_of (const HsDossier *dossier, const HsRecord *assignment)
{
  GPtrArray *rows = dossier->rows[HS_KIND_CRITERION];
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_int (rows->pdata[i], HS_CRITERION_ASSIGNMENT) == hs_record_id (assignment))
      g_ptr_array_add (own, hs_record_ref (rows->pdata[i]));
  return own;
}

static HsDossier *
read_dossier (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);

  return agreement != NULL ? hs_cli_dossier (self, hs_record_id (agreement), 0, error) : NULL;
}

/* ---- save ---- */

static HsCliStatus
save (HsCli *self, GError **error)
{
  g_autoptr (HsDossier) dossier = read_dossier (self, error);
  const char *which = hs_cli_n_arguments (self) > 1 ? hs_cli_argument (self, 1) : NULL;
  const HsRecord *assignment = dossier != NULL ? find_assignment (dossier, which, error) : NULL;
  g_autoptr (GPtrArray) criteria = NULL;
  g_autoptr (HsRecord) template = NULL;
  g_autofree char *what = NULL;

  if (assignment == NULL)
    return HS_CLI_COULD_NOT;
  criteria = criteria_of (dossier, assignment);
  template = hs_template_of_assignment (assignment, criteria);
  if (hs_cli_option (self, "title") != NULL)
    hs_record_set_text (template, HS_TEMPLATE_TITLE, hs_cli_option (self, "title"));
  if (!hs_record_has (template, HS_TEMPLATE_TITLE))
    return hs_cli_wrong_use (error, _ ("the assignment has no title: give one with --title"));
  if (!hs_cli_may_edit (self, template, error) || !hs_cli_begin (self, "edit", error)
      || !hs_store_save (hs_cli_store (self), template, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  what = hs_cli_describe (self, template);
  hs_cli_say (self, _ ("Added: %s."), what);
  hs_cli_set_json (self, hs_cli_record_json (self, template));
  return HS_CLI_DONE;
}

/* ---- use ---- */

/* A new assignment behind the last one. (transfer full) */
static HsRecord *
new_assignment (const HsDossier *dossier)
{
  HsRecord *assignment = hs_record_new (HS_KIND_ASSIGNMENT);
  GPtrArray *rows = dossier->rows[HS_KIND_ASSIGNMENT];
  gint64 last = 0;

  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, hs_record_int (rows->pdata[i], HS_ASSIGNMENT_POSITION));
  hs_record_set_int (assignment, HS_ASSIGNMENT_SHEET, hs_record_id (dossier->sheet));
  hs_record_set_int (assignment, HS_ASSIGNMENT_POSITION, last + 1);
  return assignment;
}

/* Saves the assignment, and the template's criteria when it has none of its own. */
static gboolean
save_used (HsCli *self, const HsDossier *dossier, HsRecord *assignment, const HsRecord *template,
           GError **error)
{
  g_autoptr (GPtrArray) own = criteria_of (dossier, assignment);
  g_autoptr (GPtrArray) criteria = hs_template_criteria (template);

  if (!hs_store_save (hs_cli_store (self), assignment, error))
    return FALSE;
  for (guint i = 0; own->len == 0 && i < criteria->len; i++)
    {
      hs_record_set_int (criteria->pdata[i], HS_CRITERION_SHEET, hs_record_id (dossier->sheet));
      hs_record_set_int (criteria->pdata[i], HS_CRITERION_ASSIGNMENT, hs_record_id (assignment));
      if (!hs_store_save (hs_cli_store (self), criteria->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static HsCliStatus
use (HsCli *self, GError **error)
{
  g_autoptr (HsDossier) dossier = read_dossier (self, error);
  const char *which = hs_cli_option (self, "assignment");
  g_autoptr (HsRecord) template = NULL;
  g_autoptr (HsRecord) assignment = NULL;
  const HsRecord *before = NULL;
  g_autofree char *what = NULL;
  gint64 id = dossier == NULL
                  ? 0
                  : hs_cli_id_of_kind (self, HS_KIND_TEMPLATE, hs_cli_argument (self, 1), error);

  if (id == 0)
    return HS_CLI_COULD_NOT;
  template = hs_store_get (hs_cli_store (self), HS_KIND_TEMPLATE, id, error);
  before = which != NULL && template != NULL ? find_assignment (dossier, which, error) : NULL;
  if (template == NULL || (which != NULL && before == NULL))
    return HS_CLI_COULD_NOT;
  assignment = before != NULL ? hs_record_copy (before) : new_assignment (dossier);
  hs_template_fill (template, assignment);
  if (!hs_cli_may_change_row (self, hs_record_id (dossier->agreement), assignment, before, error)
      || !hs_cli_begin (self, "edit", error)
      || !save_used (self, dossier, assignment, template, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  what = hs_cli_describe (self, assignment);
  hs_cli_say (self, before != NULL ? _ ("Filled in: %s.") : _ ("Added: %s."), what);
  hs_cli_say (self, "%s", _ ("Still to do: the need of the team, and who confirmed it."));
  hs_cli_set_json (self, hs_cli_record_json (self, assignment));
  return HS_CLI_DONE;
}

/* ---- the table ---- */

static const HsCliOption save_options[] = {
  { "title", N_ ("TEXT"), FALSE, N_ ("What the template is called; else as the assignment") },
  { NULL },
};

static const HsCliOption use_options[] = {
  { "assignment", N_ ("UID"), FALSE, N_ ("Fill in what is empty in this one; else a new one") },
  { NULL },
};

const HsCliCommand hs_cli_template_commands[] = {
  { .path = "agreement template save",
    .arguments = N_ ("UID [ASSIGNMENT]"),
    .least = 1,
    .most = 2,
    .use = HS_CLI_WRITES,
    .options = save_options,
    .summary = N_ ("Keeps a good assignment as a template"),
    .help = N_ ("With its criteria. The need of the team, dates and how it ended stay out of it. "
                "'handslag-cli list template' shows all templates."),
    .json = "{kind, uid, title, fields}",
    .example = "handslag-cli agreement template save 2027-00012 --title 'Tovertafel, niveau 3'",
    .run = save },
  { .path = "agreement template use",
    .arguments = N_ ("UID TEMPLATE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_WRITES,
    .options = use_options,
    .summary = N_ ("Adds an assignment out of a template"),
    .help = N_ ("With its criteria. What an assignment says already stays as it is."),
    .json = "{kind, uid, title, fields}",
    .example = "handslag-cli agreement template use 2027-00012 'Tovertafel, niveau 3'",
    .run = use },
  { NULL },
};
