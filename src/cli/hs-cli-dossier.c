/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of an agreement share. */

#include "hs-cli-dossier.h"
#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-permission.h"
#include "hs-transition.h"

#include <glib/gi18n.h>
#include <string.h>

HsRecord *
hs_cli_agreement (HsCli *self, guint index, GError **error)
{
  g_autoptr (HsRecord) agreement =
      hs_cli_record_of_kind (self, HS_KIND_AGREEMENT, hs_cli_argument (self, index), error);
  g_autoptr (HsDossier) dossier = NULL;

  if (agreement == NULL || hs_cli_actor (self) == NULL)
    return g_steal_pointer (&agreement);
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL || !hs_permission_open (dossier, hs_cli_actor (self), FALSE, error))
    return NULL;
  return g_steal_pointer (&agreement);
}

gint64
hs_cli_working_sheet (HsCli *self, const HsRecord *agreement)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_SHEET);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_SHEET_AGREEMENT, HS_OP_EQUAL, hs_record_id (agreement));
  hs_query_where_int (query, HS_SHEET_STATUS, HS_OP_EQUAL, HS_SHEET_STATUS_DRAFT);
  hs_query_order (query, HS_SHEET_NUMBER, TRUE);
  hs_query_window (query, 0, 1);
  found = hs_store_find (hs_cli_store (self), query, NULL);
  if (found != NULL && found->len == 1)
    return hs_record_id (found->pdata[0]);
  return hs_record_int (agreement, HS_AGREEMENT_SHEET);
}

HsDossier *
hs_cli_dossier (HsCli *self, gint64 agreement, gint64 sheet, GError **error)
{
  g_autoptr (HsRecord) record = NULL;

  if (sheet == 0)
    {
      record = hs_store_get (hs_cli_store (self), HS_KIND_AGREEMENT, agreement, error);
      if (record == NULL)
        return NULL;
      sheet = hs_cli_working_sheet (self, record);
    }
  return hs_store_dossier (hs_cli_store (self), agreement, sheet, hs_cli_today (self), error);
}

gboolean
hs_cli_begin (HsCli *self, const char *what, GError **error)
{
  return hs_store_begin (hs_cli_store (self), hs_cli_actor (self), what, error);
}

/* Whether all that differs is progress: ticks, dates held, hours made. */
static gboolean
only_progress (const HsRecord *record, const HsRecord *before)
{
  const HsKind *kind = hs_record_kind (record);

  if (before == NULL || before == record)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!hs_record_same (record, before, i) && (kind->fields[i].flags & HS_FIELD_PROGRESS) == 0)
      return FALSE;
  return TRUE;
}

/* The sheet that @record is (part of), 0 when it belongs to the agreement as a whole. */
static gint64
sheet_of (const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  int parent = hs_kind_parent_field (kind);

  if (kind->id == HS_KIND_SHEET)
    return hs_record_id (record);
  return parent >= 0 && kind->fields[parent].target == HS_KIND_SHEET
             ? hs_record_int (record, (guint) parent)
             : 0;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED, message);
  return FALSE;
}

gboolean
hs_cli_may_change_row (HsCli *self, gint64 agreement, const HsRecord *record,
                       const HsRecord *before, GError **error)
{
  gint64 sheet = sheet_of (record);
  g_autoptr (HsDossier) dossier = hs_cli_dossier (self, agreement, sheet, error);
  gboolean progress = only_progress (record, before);

  if (dossier == NULL)
    return FALSE;
  if (hs_record_kind_id (record) == HS_KIND_AGREEMENT && before == record)
    return refuse (error, _ ("an agreement is not removed but withdrawn, with 'handslag-cli "
                             "agreement withdraw'"));
  if (hs_record_kind_id (record) == HS_KIND_SHEET && before == record)
    return refuse (error, _ ("a sheet is not removed but withdrawn, with 'handslag-cli agreement "
                             "sheet withdraw'"));
  if (hs_record_kind_id (record) == HS_KIND_THEME && progress)
    return refuse (error, _ ("the status of a theme is set with 'handslag-cli agreement theme'"));
  if (hs_cli_actor (self) != NULL)
    return hs_permission_check (dossier, hs_cli_actor (self),
                                progress ? HS_MAY_PROGRESS : HS_MAY_EDIT, error);
  if (!progress && sheet != 0 && dossier->sheet != NULL
      && hs_record_int (dossier->sheet, HS_SHEET_STATUS) != HS_SHEET_STATUS_DRAFT)
    return refuse (error, _ ("this sheet is fixed; recall the agreement, or make a new sheet with "
                             "'handslag-cli agreement sheet new'"));
  return TRUE;
}

/* ---- findings ---- */

static const char *
severity_code (HsSeverity severity)
{
  static const char *const codes[] = { "blocking", "warning", "tip" };

  return codes[severity];
}

json_t *
hs_cli_finding_json (const HsFinding *finding)
{
  json_t *object = json_object ();
  const HsKind *kind = hs_kind (finding->kind);

  json_object_set_new (object, "code", json_string (finding->code));
  json_object_set_new (object, "severity", json_string (severity_code (finding->severity)));
  if (finding->blocks != HS_BLOCKS_NOTHING)
    hs_cli_json_text (object, "blocks",
                      hs_choice_code (HS_CHOICES_EVENT_ACTION, (guint) finding->blocks));
  json_object_set_new (object, "kind", json_string (kind->name));
  hs_cli_json_text (object, "uid", finding->uid);
  if (finding->field >= 0)
    hs_cli_json_text (object, "field", kind->fields[finding->field].name);
  if (finding->theme >= 0)
    hs_cli_json_text (object, "theme", hs_choice_code (HS_CHOICES_THEME, (guint) finding->theme));
  hs_cli_json_text (object, "message", finding->message);
  hs_cli_json_text (object, "source", finding->source);
  return object;
}

/* The code and the source of a rule, below its findings. */
static void
say_rule (HsCli *self, const HsFinding *finding)
{
  g_autofree char *note = g_strdup_printf ("    %s · %s", finding->code, finding->source);
  g_autofree char *dim = hs_cli_paint (self, HS_CLI_DIM, note);

  hs_cli_say (self, "%s", dim);
}

/* How many findings from @first on say the same. */
static guint
count_same (const GPtrArray *findings, guint first)
{
  const HsFinding *finding = findings->pdata[first];
  guint n = 1;

  while (first + n < findings->len
         && strcmp (((HsFinding *) findings->pdata[first + n])->message, finding->message) == 0)
    n++;
  return n;
}

/* The findings of one severity; those of one rule stand together. */
static void
say_severity (HsCli *self, const GPtrArray *findings, HsSeverity severity, const char *heading,
              HsCliColour colour)
{
  const HsFinding *last = NULL;
  guint n;

  for (guint i = 0; i < findings->len; i += n)
    {
      const HsFinding *finding = findings->pdata[i];
      g_autofree char *painted = NULL;

      n = count_same (findings, i);
      if (finding->severity != severity)
        continue;
      painted = hs_cli_paint (self, colour, heading);
      if (last == NULL)
        hs_cli_say (self, "%s", painted);
      else if (strcmp (last->code, finding->code) != 0)
        say_rule (self, last);
      if (n > 1)
        hs_cli_say (self, "  %s (%u×)", finding->message, n);
      else
        hs_cli_say (self, "  %s", finding->message);
      last = finding;
    }
  if (last != NULL)
    say_rule (self, last);
}

void
hs_cli_say_findings (HsCli *self, const GPtrArray *findings, json_t *array)
{
  say_severity (self, findings, HS_SEVERITY_BLOCKING, _ ("Has to be solved"), HS_CLI_RED);
  say_severity (self, findings, HS_SEVERITY_WARNING, _ ("Look at this"), HS_CLI_YELLOW);
  say_severity (self, findings, HS_SEVERITY_TIP, _ ("Tips"), HS_CLI_GREEN);
  for (guint i = 0; array != NULL && i < findings->len; i++)
    json_array_append_new (array, hs_cli_finding_json (findings->pdata[i]));
}

/* ---- state ---- */

void
hs_cli_say_state (HsCli *self, const HsDossier *dossier, json_t *object)
{
  g_autofree char *waits = hs_state_waits_for (dossier);
  g_autofree char *student = hs_permission_student_name (dossier, hs_cli_actor (self));
  const char *number = hs_record_text (dossier->agreement, HS_AGREEMENT_NUMBER);

  hs_cli_say (self, _ ("Agreement %s (%s), %s: %s%s%s."), number != NULL ? number : "–",
              hs_record_uid (dossier->agreement), student, hs_state_label (dossier),
              *waits == '\0' ? "" : ". ", waits);
  hs_cli_json_text (object, "uid", hs_record_uid (dossier->agreement));
  hs_cli_json_text (object, "number", number);
  hs_cli_json_text (object, "state", hs_record_code (dossier->agreement, HS_AGREEMENT_STATE));
  json_object_set_new (object, "active", json_boolean (hs_dossier_is_active (dossier)));
  hs_cli_json_text (object, "waits_for", waits);
}

HsCliStatus
hs_cli_say_result (HsCli *self, gint64 agreement, GError **error)
{
  g_autoptr (HsDossier) dossier = hs_cli_dossier (self, agreement, 0, error);

  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  hs_cli_say_state (self, dossier, hs_cli_json (self));
  return HS_CLI_DONE;
}

/* ---- choices ---- */

int
hs_cli_choice (HsChoicesId choices, const char *option, const char *text, GError **error)
{
  int index = hs_choice_find (choices, text);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; index < 0 && i < hs_choices_table[choices].n_items; i++)
    g_string_append_printf (all, "%s%s", i == 0 ? "" : ", ", hs_choice_code (choices, i));
  if (index < 0)
    hs_cli_wrong_use (error, _ ("'%s' does not fit %s; choose from: %s"), text, option, all->str);
  return index;
}

int
hs_cli_signer (const char *text, GError **error)
{
  if (text == NULL)
    {
      hs_cli_wrong_use (error, _ ("say for whom with --role student, guardian, school or host"));
      return -1;
    }
  return hs_cli_choice (HS_CHOICES_SIGNER, "--role", text, error);
}
