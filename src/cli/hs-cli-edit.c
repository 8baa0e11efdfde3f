/* SPDX-License-Identifier: GPL-3.0-or-later */
/* add, set, remove, bring-back: changing records of any kind, one transaction a command. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-record.h"
#include "hs-error.h"

#include <glib/gi18n.h>

/* Whether who acts may change @record: a row of an agreement by the rules of the agreement, any
 * other by those of the organisation it belongs to. */
static gboolean
may_change (HsCli *self, const HsRecord *record, const HsRecord *before, GError **error)
{
  gint64 agreement = hs_cli_agreement_of (self, record);

  if (agreement != 0)
    return hs_cli_may_change_row (self, agreement, record, before, error);
  return before == record ? hs_cli_may_remove (self, record, error)
                          : hs_cli_may_edit (self, record, error);
}

/* What only steps, signatures and the store itself write. */
static gboolean
refuse_kept (const HsKind *kind, GError **error)
{
  if ((kind->flags & HS_KIND_FLAG_APPEND) == 0 && kind->id != HS_KIND_CONSENT
      && kind->id != HS_KIND_DELIVERY)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
               _ ("a %s is only ever added, by 'handslag-cli agreement …'; nobody changes or "
                  "removes it"),
               hs_cli_kind_word (kind));
  return FALSE;
}

/* Sets fields from the arguments from @first on. */
static gboolean
assign_arguments (HsCli *self, HsRecord *record, guint first, GError **error)
{
  for (guint i = first; i < hs_cli_n_arguments (self); i++)
    if (!hs_cli_assign (self, record, hs_cli_argument (self, i), error))
      return FALSE;
  return TRUE;
}

/* The labels of the fields that differ. */
static guint
say_changes (HsCli *self, const HsRecord *before, const HsRecord *after)
{
  const HsKind *kind = hs_record_kind (after);
  json_t *changed = json_array ();
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (hs_record_same (before, after, i))
        continue;
      n++;
      old = hs_cli_value (self, before, i);
      new = hs_cli_value (self, after, i);
      hs_cli_say (self, _ ("  %s: %s → %s"), hs_field_label (kind, i), *old == '\0' ? "–" : old,
                  *new == '\0' ? "–" : new);
      json_array_append_new (changed, json_string (kind->fields[i].name));
    }
  json_object_set_new (hs_cli_json (self), "changed", changed);
  return n;
}

/* ---- add ---- */

static HsCliStatus
add (HsCli *self, GError **error)
{
  const HsKind *kind = hs_cli_kind (hs_cli_argument (self, 0), error);
  g_autoptr (HsRecord) record = NULL;
  g_autofree char *what = NULL;

  if (kind == NULL)
    return HS_CLI_WRONG_USE;
  if (kind->id == HS_KIND_AGREEMENT || kind->id == HS_KIND_SHEET)
    return hs_cli_wrong_use (error, _ ("make an agreement with 'handslag-cli agreement new', and a "
                                       "sheet with 'handslag-cli agreement sheet new'"));
  if (!refuse_kept (kind, error))
    return HS_CLI_FINDING;
  record = hs_record_new (kind->id);
  if (!assign_arguments (self, record, 1, error))
    return HS_CLI_WRONG_USE;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_NEED) != 0 && !hs_record_has (record, i))
      return hs_cli_wrong_use (error, _ ("a %s wants %s: add %s=…"), hs_cli_kind_word (kind),
                               hs_field_label (kind, i), kind->fields[i].name);
  if (!may_change (self, record, NULL, error) || !hs_cli_begin (self, "edit", error)
      || !hs_store_save (hs_cli_store (self), record, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  what = hs_cli_describe (self, record);
  hs_cli_say (self, _ ("Added: %s."), what);
  hs_cli_set_json (self, hs_cli_record_json (self, record));
  return HS_CLI_DONE;
}

/* ---- set ---- */

static HsCliStatus
set (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) before = hs_cli_record (self, hs_cli_argument (self, 0), error);
  g_autoptr (HsRecord) record = NULL;
  g_autofree char *what = NULL;

  if (before == NULL)
    return HS_CLI_COULD_NOT;
  if (!refuse_kept (hs_record_kind (before), error))
    return HS_CLI_FINDING;
  record = hs_record_copy (before);
  if (!assign_arguments (self, record, 1, error))
    return HS_CLI_WRONG_USE;
  if (!may_change (self, record, before, error) || !hs_cli_begin (self, "edit", error)
      || !hs_store_save (hs_cli_store (self), record, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_set_json (self, hs_cli_record_json (self, record));
  what = hs_cli_describe (self, record);
  hs_cli_say (self, "%s", what);
  if (say_changes (self, before, record) == 0)
    hs_cli_say (self, "%s", _ ("  It already said so; nothing changed."));
  return HS_CLI_DONE;
}

/* ---- remove and bring back ---- */

static HsCliStatus
take_away (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) record = hs_cli_record (self, hs_cli_argument (self, 0), error);
  g_autofree char *what = NULL;

  if (record == NULL)
    return HS_CLI_COULD_NOT;
  if (!refuse_kept (hs_record_kind (record), error) || !may_change (self, record, record, error))
    return HS_CLI_FINDING;
  what = hs_cli_describe (self, record);
  if (!hs_cli_begin (self, "remove", error) || !hs_store_remove (hs_cli_store (self), record, error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  hs_cli_say (self, _ ("Removed: %s."), what);
  hs_cli_say (self, _ ("Bring it back with: handslag-cli bring-back %s"), hs_record_uid (record));
  hs_cli_json_text (hs_cli_json (self), "removed", hs_record_uid (record));
  return HS_CLI_DONE;
}

static HsCliStatus
bring_back (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) record = hs_cli_any_record (self, hs_cli_argument (self, 0), error);
  g_autofree char *what = NULL;

  if (record == NULL)
    return HS_CLI_COULD_NOT;
  if (hs_record_removed (record) == 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("'%s' is not removed"),
                   hs_record_uid (record));
      return HS_CLI_FINDING;
    }
  if (!hs_cli_may_edit (self, record, error))
    return HS_CLI_FINDING;
  if (!hs_cli_begin (self, "restore", error)
      || !hs_store_restore_record (hs_cli_store (self), hs_record_kind_id (record),
                                   hs_record_id (record), error)
      || !hs_store_commit (hs_cli_store (self), error))
    return HS_CLI_COULD_NOT;
  what = hs_cli_describe (self, record);
  hs_cli_say (self, _ ("Back again: %s."), what);
  hs_cli_json_text (hs_cli_json (self), "restored", hs_record_uid (record));
  return HS_CLI_DONE;
}

const HsCliCommand hs_cli_edit_commands[] = {
  { .path = "add",
    .arguments = N_ ("KIND FIELD=VALUE…"),
    .least = 2,
    .most = HS_CLI_MANY,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Adds one record"),
    .help = N_ ("'handslag-cli columns KIND' shows the fields. A record that is referred to is "
                "named by its uid, or by its number, e-mail address or name."),
    .json = "{kind, uid, title, fields}",
    .example = "handslag-cli add technology name=Tovertafel category=experience\n"
               "handslag-cli add mandate person=d.smit@school.nl organisation=01AB from=1-8-2026",
    .run = add },
  { .path = "set",
    .arguments = N_ ("UID FIELD=VALUE…"),
    .least = 2,
    .most = HS_CLI_MANY,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Changes fields of one record"),
    .help = N_ ("'FIELD=' makes a field empty. What the program itself keeps, such as the state of "
                "an agreement, cannot be set. For the content of an agreement there is also "
                "'agreement set'."),
    .json = "{kind, uid, title, fields, changed: [field]}",
    .example = "handslag-cli set st-k7m2qd phone='06 12345678' place=Zwolle",
    .run = set },
  { .path = "remove",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Removes one record and what belongs to it"),
    .help = N_ ("It is refused while something else still needs the record. A removed record can "
                "be brought back with 'bring-back'."),
    .json = "{removed}",
    .example = "handslag-cli remove va-3hx9ta",
    .run = take_away },
  { .path = "bring-back",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_WRITES,
    .summary = N_ ("Brings back a record that was removed"),
    .json = "{restored}",
    .example = "handslag-cli list vacancy --removed\nhandslag-cli bring-back va-3hx9ta",
    .run = bring_back },
  { NULL },
};
