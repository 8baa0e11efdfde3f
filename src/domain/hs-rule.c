/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running the rules. Nothing is allocated for a rule that finds nothing: 10,000 agreements a second
 * are checked together with loading them. */

#include "hs-rule-private.h"

#include <string.h>

void
hs_finding_free (HsFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->message);
  g_free (self);
}

char *
hs_finding_place (const HsFinding *self)
{
  const HsKind *kind = hs_kind (self->kind);

  if (self->field < 0)
    return g_strdup (hs_kind_label (kind));
  return g_strdup_printf ("%s · %s", hs_kind_label (kind),
                          hs_field_label (kind, (guint) self->field));
}

/* The theme whose section shows @record; -1 for none. */
static int
theme_of (HsKindId kind, const HsRecord *record)
{
  switch ((int) kind)
    {
    case HS_KIND_TASK:
      return HS_THEME_RESPONSIBILITIES;
    case HS_KIND_CONTACT:
    case HS_KIND_PEER:
    case HS_KIND_PROMPT:
      return HS_THEME_GUIDANCE;
    case HS_KIND_STEP:
      return HS_THEME_ONBOARDING;
    case HS_KIND_PREPARATION:
      return HS_THEME_MATERIAL;
    case HS_KIND_ASSIGNMENT:
    case HS_KIND_CRITERION:
    case HS_KIND_RESERVATION:
      return HS_THEME_ASSIGNMENT;
    case HS_KIND_THEME:
      return record != NULL ? (int) hs_record_int (record, HS_THEME_THEME) : -1;
    case HS_KIND_CLAUSE:
      return record != NULL ? (int) hs_record_int (record, HS_CLAUSE_THEME) : -1;
    default:
      return -1;
    }
}

static void
add (HsRun *run, HsSeverity severity, HsKindId kind, const HsRecord *record, int field,
     const char *format, va_list arguments)
{
  HsFinding *finding = g_new0 (HsFinding, 1);

  finding->code = run->rule->code;
  finding->severity = severity;
  finding->blocks = severity == HS_SEVERITY_BLOCKING ? run->rule->blocks : HS_BLOCKS_NOTHING;
  finding->kind = kind;
  finding->field = field;
  finding->theme = theme_of (kind, record);
  finding->source = hs_rule_source (run->rule);
  finding->message = g_strdup_vprintf (format, arguments);
  if (record != NULL)
    {
      finding->uid = g_strdup (hs_record_uid (record));
      finding->id = hs_record_id (record);
    }
  g_ptr_array_add (run->findings, finding);
}

void
hs_found (HsRun *run, HsKindId kind, const HsRecord *record, int field, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (run, run->rule->severity, kind, record, field, format, arguments);
  va_end (arguments);
}

void
hs_found_as (HsRun *run, HsSeverity severity, HsKindId kind, const HsRecord *record, int field,
             const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (run, severity, kind, record, field, format, arguments);
  va_end (arguments);
}

#define MOST_RULES 128

typedef struct
{
  const HsRule *rules[MOST_RULES];
  guint n;
} Table;

static void
append (Table *table, const HsRule *rules, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert (table->n < MOST_RULES);
      table->rules[table->n++] = &rules[i];
    }
}

const HsRule *const *
hs_rules_all (guint *n_rules)
{
  static Table table;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      append (&table, hs_rules_legal, hs_n_rules_legal);
      append (&table, hs_rules_sheet, hs_n_rules_sheet);
      append (&table, hs_rules_hours, hs_n_rules_hours);
      append (&table, hs_rules_quality, hs_n_rules_quality);
      append (&table, hs_rules_contact, hs_n_rules_contact);
      append (&table, hs_rules_place, hs_n_rules_place);
      append (&table, hs_rules_technology, hs_n_rules_technology);
      append (&table, hs_rules_item, hs_n_rules_item);
      append (&table, hs_rules_privacy, hs_n_rules_privacy);
      g_once_init_leave (&ready, 1);
    }
  *n_rules = table.n;
  return table.rules;
}

const HsRule *
hs_rule_find (const char *code)
{
  guint n;
  const HsRule *const *rules = hs_rules_all (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (rules[i]->code, code) == 0)
      return rules[i];
  return NULL;
}

const char *
hs_rule_title (const HsRule *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->title);
}

const char *
hs_rule_source (const HsRule *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->source);
}

/* Puts blocking findings first, then warnings, then tips; the order within each stays. */
static void
sort_by_severity (GPtrArray *findings)
{
  g_autofree gpointer *sorted = NULL;
  guint n = 0;

  if (findings->len < 2)
    return;
  sorted = g_new (gpointer, findings->len);
  for (int severity = HS_SEVERITY_BLOCKING; severity <= HS_SEVERITY_TIP; severity++)
    for (guint i = 0; i < findings->len; i++)
      if ((int) ((HsFinding *) findings->pdata[i])->severity == severity)
        sorted[n++] = findings->pdata[i];
  memcpy (findings->pdata, sorted, n * sizeof (gpointer));
}

GPtrArray *
hs_rules_run (const HsDossier *dossier)
{
  guint n;
  const HsRule *const *rules = hs_rules_all (&n);
  guint state = 1u << hs_dossier_state (dossier);
  HsRun run = { NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) hs_finding_free) };

  for (guint i = 0; i < n; i++)
    {
      run.rule = rules[i];
      if (run.rule->states & state)
        run.rule->check (dossier, &run);
    }
  sort_by_severity (run.findings);
  return run.findings;
}

/* The order of the steps to an agreement that is signed; 0 for steps that are not among them. */
static int
rank (HsEventAction action)
{
  switch ((int) action)
    {
    case HS_EVENT_ACTION_PLACE:
      return 1;
    case HS_EVENT_ACTION_START_DRAFT:
      return 2;
    case HS_EVENT_ACTION_SUBMIT:
      return 3;
    case HS_EVENT_ACTION_APPROVE:
      return 4;
    case HS_EVENT_ACTION_SEND:
      return 5;
    case HS_EVENT_ACTION_AGREE:
      return 6;
    default:
      return 0;
    }
}

gboolean
hs_finding_blocks (const HsFinding *finding, HsEventAction action)
{
  int blocked = rank (finding->blocks), asked = rank (action);

  if (finding->severity != HS_SEVERITY_BLOCKING || finding->blocks == HS_BLOCKS_NOTHING)
    return FALSE;
  if (finding->blocks == action)
    return TRUE;
  /* A later sheet has to be as complete as the first one was when it was sent. */
  if (action == HS_EVENT_ACTION_SHEET)
    return blocked > 0 && blocked <= rank (HS_EVENT_ACTION_SEND);
  return blocked > 0 && asked > 0 && blocked <= asked;
}

guint
hs_findings_count (const GPtrArray *findings, HsEventAction action)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (hs_finding_blocks (g_ptr_array_index (findings, i), action))
      n++;
  return n;
}
