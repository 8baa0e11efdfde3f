/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agreement themes, theme, rows, add: the five themes and the rows in them. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-error.h"
#include "hs-life.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- status ---- */

/* The theme's record of the sheet, NULL when there is none. */
static const HsRecord *
find_theme (const HsDossier *dossier, HsTheme theme)
{
  GPtrArray *rows = dossier->rows[HS_KIND_THEME];

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_int (rows->pdata[i], HS_THEME_THEME) == (gint64) theme)
      return rows->pdata[i];
  return NULL;
}

/* What @party said of a theme: the first choice when nothing was said. */
static guint
status_of (const HsRecord *record, guint field)
{
  gint64 status = record == NULL ? -1 : hs_record_int (record, field);

  return status < 0 ? HS_THEME_STATUS_OPEN : (guint) status;
}

static void
say_themes (HsCli *self, const HsDossier *dossier)
{
  static const guint fields[] = { HS_THEME_SCHOOL_STATUS, HS_THEME_HOST_STATUS,
                                  HS_THEME_STUDENT_STATUS };
  static const char *const keys[] = { "school", "host", "student" };
  static const guint parties[] = { HS_SIGNER_SCHOOL, HS_SIGNER_HOST, HS_SIGNER_STUDENT };
  HsCliTable *table = hs_cli_table_new ();
  json_t *array = json_array ();

  hs_cli_table_column (table, _ ("Theme"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    hs_cli_table_column (table, hs_choice_label (HS_CHOICES_SIGNER, parties[i]), HS_CLI_LEFT, 0);
  for (guint t = 0; t <= HS_THEME_ASSIGNMENT; t++)
    {
      const HsRecord *record = find_theme (dossier, t);
      json_t *object = json_object ();

      hs_cli_table_cell (table, hs_choice_label (HS_CHOICES_THEME, t));
      hs_cli_json_text (object, "theme", hs_choice_code (HS_CHOICES_THEME, t));
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          guint status = status_of (record, fields[i]);

          hs_cli_table_cell (table, hs_choice_label (HS_CHOICES_THEME_STATUS, status));
          hs_cli_json_text (object, keys[i], hs_choice_code (HS_CHOICES_THEME_STATUS, status));
        }
      json_array_append_new (array, object);
    }
  hs_cli_say_table (self, table);
  json_object_set_new (hs_cli_json (self), "themes", array);
}

static HsCliStatus
say_themes_of (HsCli *self, gint64 agreement, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_cli_dossier (self, agreement, 0, error);

  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  say_themes (self, dossier);
  return HS_CLI_DONE;
}

static HsCliStatus
themes (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);

  return agreement == NULL ? HS_CLI_COULD_NOT
                           : say_themes_of (self, hs_record_id (agreement), error);
}

/* The parties that --party names; without it the one that who acts belongs to. */
static gboolean
read_party (HsCli *self, HsSigner *party, GError **error)
{
  const char *text = hs_cli_option (self, "party");
  const HsActor *actor = hs_cli_actor (self);
  int index;

  if (text == NULL)
    *party = actor->kind != HS_KIND_PERSON                ? HS_SIGNER_STUDENT
             : actor->side == HS_ORGANISATION_KIND_SCHOOL ? HS_SIGNER_SCHOOL
                                                          : HS_SIGNER_HOST;
  if (text == NULL)
    return TRUE;
  index = hs_cli_choice (HS_CHOICES_SIGNER, "--party", text, error);
  if (index == HS_SIGNER_GUARDIAN)
    hs_cli_wrong_use (error, _ ("--party is school, host or student"));
  *party = (HsSigner) index;
  return index >= 0 && index != HS_SIGNER_GUARDIAN;
}

/* The themes that are meant: the word behind the uid, or all with --all. */
static gboolean
read_themes (HsCli *self, guint *bits, GError **error)
{
  const char *text = hs_cli_argument (self, 1);
  int theme;

  if (hs_cli_has (self, "all") == (text != NULL))
    {
      hs_cli_wrong_use (error, _ ("name one theme, or give --all"));
      return FALSE;
    }
  *bits = (1u << (HS_THEME_ASSIGNMENT + 1)) - 1;
  if (text == NULL)
    return TRUE;
  theme = hs_cli_choice (HS_CHOICES_THEME, _ ("the theme"), text, error);
  if (theme < 0)
    return FALSE;
  *bits = 1u << theme;
  return TRUE;
}

static HsCliStatus
theme (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = NULL;
  const char *text = hs_cli_option (self, "status");
  int status = HS_THEME_STATUS_DISCUSSED;
  HsSigner party;
  guint bits;

  if (text != NULL)
    status = hs_cli_choice (HS_CHOICES_THEME_STATUS, "--status", text, error);
  if (hs_cli_need_actor (self, error) == NULL || status < 0 || !read_party (self, &party, error)
      || !read_themes (self, &bits, error))
    return HS_CLI_WRONG_USE;
  agreement = hs_cli_agreement (self, 0, error);
  if (agreement == NULL || !hs_cli_begin (self, "edit", error))
    return HS_CLI_COULD_NOT;
  for (guint t = 0; t <= HS_THEME_ASSIGNMENT; t++)
    if ((bits >> t & 1) != 0
        && !hs_life_set_theme (hs_cli_store (self), hs_cli_actor (self), hs_record_id (agreement),
                               t, party, (HsThemeStatus) status, error))
      return HS_CLI_COULD_NOT;
  if (!hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  return say_themes_of (self, hs_record_id (agreement), error);
}

/* ---- rows ---- */

/* The kinds that hold the rows of a sheet or an agreement, in the order of the themes. */
static const HsKindId row_kinds[] = {
  HS_KIND_PERIOD,    HS_KIND_INTERRUPTION, HS_KIND_SPREAD, HS_KIND_TASK,        HS_KIND_CONTACT,
  HS_KIND_PEER,      HS_KIND_PROMPT,       HS_KIND_STEP,   HS_KIND_PREPARATION, HS_KIND_ASSIGNMENT,
  HS_KIND_CRITERION, HS_KIND_RESERVATION,  HS_KIND_CLAUSE, HS_KIND_CONDITION,   HS_KIND_REPLACEMENT
};

static gboolean
is_row_kind (const HsKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_kinds); i++)
    if (row_kinds[i] == kind->id)
      return TRUE;
  return FALSE;
}

/* The kind of row that @text names; NULL with a wrong-use error. */
static const HsKind *
read_row_kind (const char *text, GError **error)
{
  const HsKind *kind = hs_cli_kind (text, error);
  g_autoptr (GString) all = g_string_new (NULL);

  if (kind == NULL || is_row_kind (kind))
    return kind;
  for (guint i = 0; i < G_N_ELEMENTS (row_kinds); i++)
    g_string_append_printf (all, "%s%s", i == 0 ? "" : ", ", hs_kind (row_kinds[i])->name);
  hs_cli_wrong_use (error, _ ("a %s is no part of an agreement; choose from: %s"),
                    hs_cli_kind_word (kind), all->str);
  return NULL;
}

static HsCliStatus
rows (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  const char *only = hs_cli_argument (self, 1);
  const HsKind *wanted = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  json_t *object = json_object ();

  json_object_set_new (hs_cli_json (self), "rows", object);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  if (only != NULL && (wanted = read_row_kind (only, error)) == NULL)
    return HS_CLI_WRONG_USE;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  for (guint k = 0; k < G_N_ELEMENTS (row_kinds); k++)
    {
      const HsKind *kind = hs_kind (row_kinds[k]);
      GPtrArray *list = dossier->rows[row_kinds[k]];
      json_t *array;

      if ((wanted != NULL && wanted != kind) || list->len == 0)
        continue;
      array = json_array ();
      hs_cli_say_heading (self, hs_kind_plural (kind));
      for (guint i = 0; i < list->len; i++)
        {
          g_autofree char *text = hs_cli_line (self, list->pdata[i]);

          hs_cli_say_value (self, hs_record_uid (list->pdata[i]), text);
          json_array_append_new (array, hs_cli_record_json (self, list->pdata[i]));
        }
      json_object_set_new (object, kind->name, array);
    }
  if (json_object_size (object) == 0)
    hs_cli_say (self, "%s", _ ("There are no rows of that kind yet."));
  return HS_CLI_DONE;
}

/* ---- adding a row ---- */

/* The place behind the last row of its kind. */
static void
put_last (const HsDossier *dossier, HsRecord *row)
{
  const HsKind *kind = hs_record_kind (row);
  int position = hs_kind_find_field (kind, "position");
  GPtrArray *list = dossier->rows[kind->id];
  gint64 last = 0;

  if (position < 0 || hs_record_has (row, (guint) position))
    return;
  for (guint i = 0; i < list->len; i++)
    last = MAX (last, hs_record_int (list->pdata[i], (guint) position));
  hs_record_set_int (row, (guint) position, last + 1);
}

static HsCliStatus
save_row (HsCli *self, const HsDossier *dossier, HsRecord *row, GError **error)
{
  const HsKind *kind = hs_record_kind (row);
  guint parent = (guint) hs_kind_parent_field (kind);
  g_autofree char *what = NULL;

  hs_record_set_int (row, parent,
                     kind->fields[parent].target == HS_KIND_SHEET
                         ? hs_record_id (dossier->sheet)
                         : hs_record_id (dossier->agreement));
  for (guint i = 2; i < hs_cli_n_arguments (self); i++)
    if (!hs_cli_assign (self, row, hs_cli_argument (self, i), error))
      return HS_CLI_WRONG_USE;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_NEED) != 0 && !hs_record_has (row, i))
      return hs_cli_wrong_use (error, _ ("a %s wants %s: add %s=…"), hs_cli_kind_word (kind),
                               hs_field_label (kind, i), kind->fields[i].name);
  put_last (dossier, row);
  if (!hs_cli_may_change_row (self, hs_record_id (dossier->agreement), row, NULL, error)
      || !hs_cli_begin (self, "edit", error) || !hs_store_save (hs_cli_store (self), row, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  what = hs_cli_describe (self, row);
  hs_cli_say (self, _ ("Added: %s."), what);
  hs_cli_set_json (self, hs_cli_record_json (self, row));
  return HS_CLI_DONE;
}

static HsCliStatus
add_row (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = hs_cli_agreement (self, 0, error);
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (HsRecord) row = NULL;
  const HsKind *kind;

  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  kind = read_row_kind (hs_cli_argument (self, 1), error);
  if (kind == NULL)
    return HS_CLI_WRONG_USE;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  row = hs_record_new (kind->id);
  return save_row (self, dossier, row, error);
}

/* ---- the table ---- */

static const HsCliOption theme_options[] = {
  { "party", N_ ("PARTY"), FALSE, N_ ("school, host or student; else the side you are on") },
  { "status", N_ ("STATUS"), FALSE, N_ ("open, discussed (besproken) or agreed (akkoord)") },
  { "all", NULL, FALSE, N_ ("All five themes") },
  { NULL },
};

const HsCliCommand hs_cli_theme_commands[] = {
  { .path = "agreement themes",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows how far the five themes are, for each party"),
    .json = "{themes: [{theme, school, host, student: open|discussed|agreed}]}",
    .example = "handslag-cli agreement themes 2027-00012",
    .run = themes },
  { .path = "agreement theme",
    .arguments = N_ ("UID [THEME]"),
    .least = 1,
    .most = 2,
    .use = HS_CLI_WRITES,
    .options = theme_options,
    .summary = N_ ("Writes down that a theme was discussed or agreed on"),
    .help = N_ ("THEME is responsibilities, guidance, onboarding, material or assignment, or its "
                "Dutch name. Without --status it becomes besproken."),
    .json = "{themes: [{theme, school, host, student: open|discussed|agreed}]}",
    .example = "handslag-cli agreement theme 2027-00012 onboarding --as coord@school.nl\n"
               "handslag-cli agreement theme 2027-00012 --all --status akkoord \\\n"
               "  --party host --as p.mulder@zorg.nl",
    .run = theme },
  { .path = "agreement rows",
    .arguments = N_ ("UID [KIND]"),
    .least = 1,
    .most = 2,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows the rows of the themes: tasks, contact moments, assignments, …"),
    .help = N_ ("Change a row with 'handslag-cli set UID FIELD=VALUE' and remove it with "
                "'handslag-cli remove UID'."),
    .json = "{rows: {kind: [{kind, uid, title, fields}]}}",
    .example = "handslag-cli agreement rows 2027-00012 contact",
    .run = rows },
  { .path = "agreement add",
    .arguments = N_ ("UID KIND FIELD=VALUE…"),
    .least = 3,
    .most = HS_CLI_MANY,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Adds a row to an agreement: an assignment, a contact moment, a clause, …"),
    .help = N_ ("KIND is period, interruption, spread, task, contact, peer, prompt, step, "
                "preparation, assignment, criterion, reservation, clause, condition or "
                "replacement. 'handslag-cli columns KIND' shows the fields."),
    .json = "{kind, uid, title, fields}",
    .example =
        "handslag-cli agreement add 2027-00012 assignment title='Tovertafel in de huiskamer' \\\n"
        "  technology=Tovertafel need='Bewoners zitten veel stil.' \\\n"
        "  need_confirmed_by='S. Visser' need_confirmed_on=1-2-2027",
    .run = add_row },
  { NULL },
};
