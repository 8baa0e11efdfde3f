/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns: the kinds of records and their fields. */

#include "hs-cli-commands.h"
#include "hs-cli-record.h"
#include "hs-error.h"

#include <glib/gi18n.h>

static guint
n_choices (const HsField *field)
{
  return field->type == HS_TYPE_CHOICE || field->type == HS_TYPE_SET ? hs_field_n_choices (field)
                                                                     : 0;
}

static const char *
type_name (HsType type)
{
  static const char *const names[] = {
    [HS_TYPE_TEXT] = NC_ ("type", "text"),
    [HS_TYPE_LONG_TEXT] = NC_ ("type", "text of several lines"),
    [HS_TYPE_INTEGER] = NC_ ("type", "whole number"),
    [HS_TYPE_MINUTES] = NC_ ("type", "hours (7,5 or 7:30)"),
    [HS_TYPE_CENTS] = NC_ ("type", "euros (350,00)"),
    [HS_TYPE_MICRO] = NC_ ("type", "degrees"),
    [HS_TYPE_DATE] = NC_ ("type", "date (2027-02-01 or 1-2-2027)"),
    [HS_TYPE_TIME] = NC_ ("type", "moment"),
    [HS_TYPE_BOOLEAN] = NC_ ("type", "yes or no"),
    [HS_TYPE_CHOICE] = NC_ ("type", "one of"),
    [HS_TYPE_SET] = NC_ ("type", "some of, with commas between them"),
    [HS_TYPE_REF] = NC_ ("type", "refers to:"),
  };

  return g_dpgettext2 (NULL, "type", names[type]);
}

/* "one of: school, host, other"; "a Location". (transfer full) */
static char *
describe_type (const HsField *field)
{
  GString *text = g_string_new (type_name (field->type));

  if (field->type == HS_TYPE_REF)
    g_string_append_printf (text, " %s", hs_kind (field->target)->name);
  for (guint i = 0; i < n_choices (field); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : ", ", hs_choice_code (field->choices, i));
  return g_string_free (text, FALSE);
}

static json_t *
json_of_field (const HsKind *kind, guint i)
{
  static const char *const types[] = { "text", "text", "integer", "minutes", "cents", "degrees",
                                       "date", "time", "boolean", "choice",  "set",   "ref" };
  const HsField *field = &kind->fields[i];
  json_t *object = json_object ();
  json_t *choices = json_array ();

  json_object_set_new (object, "name", json_string (field->name));
  json_object_set_new (object, "label", json_string (hs_field_label (kind, i)));
  json_object_set_new (object, "type", json_string (types[field->type]));
  json_object_set_new (object, "needed", json_boolean ((field->flags & HS_FIELD_NEED) != 0));
  json_object_set_new (object, "key", json_boolean ((field->flags & HS_FIELD_KEY) != 0));
  json_object_set_new (object, "computed", json_boolean ((field->flags & HS_FIELD_COMPUTED) != 0));
  if (field->type == HS_TYPE_REF)
    json_object_set_new (object, "refers_to", json_string (hs_kind (field->target)->name));
  for (guint k = 0; k < n_choices (field); k++)
    {
      json_t *choice = json_object ();

      json_object_set_new (choice, "code", json_string (hs_choice_code (field->choices, k)));
      json_object_set_new (choice, "label", json_string (hs_choice_label (field->choices, k)));
      json_array_append_new (choices, choice);
    }
  if (json_array_size (choices) > 0)
    json_object_set (object, "choices", choices);
  json_decref (choices);
  return object;
}

static HsCliStatus
list_kinds (HsCli *self)
{
  HsCliTable *table = hs_cli_table_new ();
  json_t *kinds = json_array ();

  hs_cli_table_column (table, _ ("Kind"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Name"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Import"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind (i);
      gboolean imports = (kind->flags & HS_KIND_FLAG_IMPORT) != 0;
      json_t *object = json_object ();

      hs_cli_table_cell (table, kind->name);
      hs_cli_table_cell (table, hs_kind_plural (kind));
      hs_cli_table_cell (table, imports ? _ ("yes") : "");
      json_object_set_new (object, "kind", json_string (kind->name));
      json_object_set_new (object, "label", json_string (hs_kind_label (kind)));
      json_object_set_new (object, "plural", json_string (hs_kind_plural (kind)));
      json_object_set_new (object, "prefix", json_string (kind->prefix));
      json_object_set_new (object, "import", json_boolean (imports));
      json_array_append_new (kinds, object);
    }
  hs_cli_say_table (self, table);
  json_object_set_new (hs_cli_json (self), "kinds", kinds);
  return HS_CLI_DONE;
}

static HsCliStatus
columns (HsCli *self, GError **error)
{
  const HsKind *kind;
  HsCliTable *table;
  json_t *fields = json_array ();

  json_object_set_new (hs_cli_json (self), "fields", fields);
  if (hs_cli_n_arguments (self) == 0)
    {
      json_object_del (hs_cli_json (self), "fields");
      return list_kinds (self);
    }
  kind = hs_cli_kind (hs_cli_argument (self, 0), error);
  if (kind == NULL)
    return HS_CLI_WRONG_USE;
  hs_cli_json_text (hs_cli_json (self), "kind", kind->name);
  table = hs_cli_table_new ();
  hs_cli_table_column (table, _ ("Field"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Name on screen"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Needed"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("What goes in it"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HsField *field = &kind->fields[i];

      if ((field->flags & HS_FIELD_HIDDEN) != 0)
        continue;
      hs_cli_table_cell (table, field->name);
      hs_cli_table_cell (table, hs_field_label (kind, i));
      hs_cli_table_cell (table, (field->flags & HS_FIELD_COMPUTED) != 0 ? _ ("program")
                                : (field->flags & HS_FIELD_NEED) != 0   ? _ ("yes")
                                                                        : "");
      hs_cli_table_cell_take (table, describe_type (field));
      json_array_append_new (fields, json_of_field (kind, i));
    }
  hs_cli_say_table (self, table);
  return HS_CLI_DONE;
}

const HsCliCommand hs_cli_columns_commands[] = {
  { .path = "columns",
    .arguments = N_ ("[KIND]"),
    .most = 1,
    .summary = N_ ("Shows the kinds of records, or the fields of one kind"),
    .help =
        N_ ("These names stand at the head of a CSV file and in FIELD=VALUE. The name on screen "
            "does as well."),
    .json = "{kinds: [{kind, label, plural, prefix, import}]}\nKIND: {kind, fields: [{name, label, "
            "type, needed, key, computed, refers_to?, choices?: [{code, label}]}]}",
    .example = "handslag-cli columns\nhandslag-cli columns student",
    .run = columns },
  { NULL },
};
