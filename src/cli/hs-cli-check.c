/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check: the rules over one agreement or all of them, and the list of rules. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-dossier-store.h"
#include "hs-error.h"
#include "hs-transition.h"

#include <glib/gi18n.h>

/* ---- the list of rules ---- */

static const char *
severity_label (HsSeverity severity)
{
  static const char *const labels[] = { NC_ ("severity", "Blocking"), NC_ ("severity", "Warning"),
                                        NC_ ("severity", "Tip") };

  return g_dpgettext2 (NULL, "severity", labels[severity]);
}

static HsCliStatus
list_rules (HsCli *self)
{
  static const char *const codes[] = { "blocking", "warning", "tip" };
  guint n;
  const HsRule *const *rules = hs_rules_all (&n);
  HsCliTable *table = hs_cli_table_new ();
  json_t *array = json_array ();

  hs_cli_table_column (table, _ ("Code"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Weight"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("What it checks"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Source"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < n; i++)
    {
      json_t *object = json_object ();

      hs_cli_table_cell (table, rules[i]->code);
      hs_cli_table_cell (table, severity_label (rules[i]->severity));
      hs_cli_table_cell (table, hs_rule_title (rules[i]));
      hs_cli_table_cell (table, hs_rule_source (rules[i]));
      hs_cli_json_text (object, "code", rules[i]->code);
      hs_cli_json_text (object, "severity", codes[rules[i]->severity]);
      if (rules[i]->blocks != HS_BLOCKS_NOTHING)
        hs_cli_json_text (object, "blocks",
                          hs_choice_code (HS_CHOICES_EVENT_ACTION, (guint) rules[i]->blocks));
      hs_cli_json_text (object, "title", hs_rule_title (rules[i]));
      hs_cli_json_text (object, "source", hs_rule_source (rules[i]));
      json_array_append_new (array, object);
    }
  hs_cli_say_table (self, table);
  json_object_set_new (hs_cli_json (self), "rules", array);
  return HS_CLI_DONE;
}

/* ---- checking ---- */

typedef struct
{
  gint64 agreements;
  gint64 with_findings;
  gint64 n[HS_SEVERITY_TIP + 1];
} Count;

/* The findings that the options ask for. (transfer full) */
static GPtrArray *
chosen_findings (HsCli *self, const HsDossier *dossier)
{
  GPtrArray *findings = hs_rules_run (dossier);
  const GPtrArray *codes = hs_cli_option_values (self, "rule");
  gboolean blocking = hs_cli_has (self, "blocking");

  for (guint i = findings->len; i > 0; i--)
    {
      const HsFinding *finding = findings->pdata[i - 1];
      gboolean wanted = codes->len == 0;

      for (guint k = 0; k < codes->len; k++)
        wanted = wanted || g_ascii_strcasecmp (codes->pdata[k], finding->code) == 0;
      if (!wanted || (blocking && finding->severity != HS_SEVERITY_BLOCKING))
        g_ptr_array_remove_index (findings, i - 1);
    }
  return findings;
}

static void
check_dossier (HsCli *self, const HsDossier *dossier, Count *count, json_t *array)
{
  g_autoptr (GPtrArray) findings = chosen_findings (self, dossier);
  json_t *object;

  count->agreements++;
  for (guint i = 0; i < findings->len; i++)
    count->n[((HsFinding *) findings->pdata[i])->severity]++;
  if (findings->len == 0)
    return;
  count->with_findings++;
  object = json_object ();
  if (array != NULL && count->with_findings > 1)
    hs_cli_say (self, "%s", "");
  hs_cli_say_state (self, dossier, object);
  json_object_set_new (object, "findings", json_array ());
  hs_cli_say_findings (self, findings, json_object_get (object, "findings"));
  json_array_append_new (array, object);
}

static HsCliStatus
say_count (HsCli *self, const Count *count)
{
  g_autofree char *agreements = hs_cli_number (count->agreements);
  g_autofree char *blocking = hs_cli_number (count->n[HS_SEVERITY_BLOCKING]);
  g_autofree char *warnings = hs_cli_number (count->n[HS_SEVERITY_WARNING]);
  g_autofree char *tips = hs_cli_number (count->n[HS_SEVERITY_TIP]);
  json_t *object = json_object ();

  if (count->with_findings > 0)
    hs_cli_say (self, "%s", "");
  hs_cli_say (self, _ ("Agreements checked: %s. To be solved: %s. To look at: %s. Tips: %s."),
              agreements, blocking, warnings, tips);
  json_object_set_new (object, "agreements", json_integer (count->agreements));
  json_object_set_new (object, "blocking", json_integer (count->n[HS_SEVERITY_BLOCKING]));
  json_object_set_new (object, "warning", json_integer (count->n[HS_SEVERITY_WARNING]));
  json_object_set_new (object, "tip", json_integer (count->n[HS_SEVERITY_TIP]));
  json_object_set_new (hs_cli_json (self), "count", object);
  return count->n[HS_SEVERITY_BLOCKING] > 0 ? HS_CLI_FINDING : HS_CLI_DONE;
}

static gboolean
check_all (HsCli *self, Count *count, json_t *array, GError **error)
{
  g_autoptr (HsDossierReader) reader =
      hs_dossier_reader_new (hs_cli_store (self), hs_cli_today (self), error);
  g_autoptr (GError) inner = NULL;

  if (reader == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (HsDossier) dossier = hs_dossier_reader_next (reader, &inner);

      if (dossier == NULL)
        break;
      check_dossier (self, dossier, count, array);
    }
  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  return *error == NULL;
}

static gboolean
check_codes (HsCli *self, GError **error)
{
  const GPtrArray *codes = hs_cli_option_values (self, "rule");

  for (guint i = 0; i < codes->len; i++)
    if (hs_rule_find (codes->pdata[i]) == NULL)
      {
        hs_cli_wrong_use (error, _ ("there is no rule '%s'; see 'handslag-cli check --rules'"),
                          (const char *) codes->pdata[i]);
        return FALSE;
      }
  return TRUE;
}

static HsCliStatus
check (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) agreement = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  Count count = { 0 };
  json_t *array;

  if (hs_cli_has (self, "rules"))
    return list_rules (self);
  if (!check_codes (self, error))
    return HS_CLI_WRONG_USE;
  array = json_array ();
  json_object_set_new (hs_cli_json (self), "agreements", array);
  if (hs_cli_n_arguments (self) == 0)
    return check_all (self, &count, array, error) ? say_count (self, &count) : HS_CLI_COULD_NOT;
  agreement = hs_cli_agreement (self, 0, error);
  if (agreement == NULL)
    return HS_CLI_COULD_NOT;
  dossier = hs_cli_dossier (self, hs_record_id (agreement), 0, error);
  if (dossier == NULL)
    return HS_CLI_COULD_NOT;
  check_dossier (self, dossier, &count, array);
  return say_count (self, &count);
}

static const HsCliOption check_options[] = {
  { "rules", NULL, FALSE, N_ ("Show the rules, with their source") },
  { "rule", N_ ("CODE"), TRUE, N_ ("Only the findings of this rule") },
  { "blocking", NULL, FALSE, N_ ("Only what has to be solved") },
  { NULL },
};

const HsCliCommand hs_cli_check_commands[] = {
  { .path = "check",
    .arguments = N_ ("[UID]"),
    .most = 1,
    .use = HS_CLI_READS,
    .options = check_options,
    .summary = N_ ("Checks an agreement, or all of them, by the rules"),
    .help = N_ ("Says what has to be solved before the next step, what somebody should look at, "
                "and what would make the placement better. The exit status is 1 when something has "
                "to be solved."),
    .json =
        "{agreements: [{uid, number, state, active, waits_for?, findings: [{code, severity: "
        "blocking|warning|tip, blocks?, kind, uid?, field?, theme?, message, source}]}], count: "
        "{agreements, blocking, warning, tip}}\n--rules: {rules: [{code, severity, blocks?, title, "
        "source}]}",
    .example = "handslag-cli check 2027-00012\nhandslag-cli check --blocking\n"
               "handslag-cli check --rules",
    .run = check },
  { NULL },
};
