/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show, search: one record, and finding it. */

#include "hs-cli-commands.h"
#include "hs-cli-record.h"
#include "hs-error.h"

#include <glib/gi18n.h>

/* ---- show ---- */

static void
say_fields (HsCli *self, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if ((kind->fields[i].flags & HS_FIELD_HIDDEN) != 0)
        continue;
      value = hs_cli_value (self, record, i);
      hs_cli_say_value (self, hs_field_label (kind, i), value);
    }
}

/* The records of @child that have @record as parent. */
static GPtrArray *
children (HsCli *self, const HsKind *child, const HsRecord *record, GError **error)
{
  int parent = hs_kind_parent_field (child);
  g_autoptr (HsQuery) query = NULL;

  if (parent < 0 || child->fields[parent].target != hs_record_kind_id (record))
    return g_ptr_array_new ();
  query = hs_query_new (child->id);
  hs_query_where_int (query, (guint) parent, HS_OP_EQUAL, hs_record_id (record));
  return hs_store_find (hs_cli_store (self), query, error);
}

/* What belongs to the record, one line each. Events and reasons are for "agreement history". */
static gboolean
say_children (HsCli *self, const HsRecord *record, GError **error)
{
  json_t *lists = json_object ();

  for (guint k = 0; k < HS_N_KINDS; k++)
    {
      const HsKind *kind = hs_kind (k);
      g_autoptr (GPtrArray) found = NULL;
      json_t *list;

      if (k == HS_KIND_EVENT || k == HS_KIND_REASON)
        continue;
      found = children (self, kind, record, error);
      if (found == NULL)
        {
          json_decref (lists);
          return FALSE;
        }
      if (found->len == 0)
        continue;
      list = json_array ();
      hs_cli_say_heading (self, hs_kind_plural (kind));
      for (guint i = 0; i < found->len; i++)
        {
          g_autofree char *title = hs_cli_line (self, found->pdata[i]);

          hs_cli_say_value (self, hs_record_uid (found->pdata[i]), title);
          json_array_append_new (list, hs_cli_record_json (self, found->pdata[i]));
        }
      json_object_set_new (lists, kind->name, list);
    }
  json_object_set_new (hs_cli_json (self), "rows", lists);
  return TRUE;
}

static HsCliStatus
show (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) record = hs_cli_any_record (self, hs_cli_argument (self, 0), error);
  g_autoptr (HsRecord) sheet = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    return HS_CLI_COULD_NOT;
  hs_cli_set_json (self, hs_cli_record_json (self, record));
  title = hs_cli_title (self, record);
  hs_cli_say (self, "%s: %s (%s)%s", hs_kind_label (hs_record_kind (record)), title,
              hs_record_uid (record), hs_record_removed (record) != 0 ? _ (" · removed") : "");
  say_fields (self, record);
  if (hs_record_kind_id (record) == HS_KIND_AGREEMENT && hs_record_has (record, HS_AGREEMENT_SHEET))
    sheet = hs_store_get (hs_cli_store (self), HS_KIND_SHEET,
                          hs_record_int (record, HS_AGREEMENT_SHEET), error);
  if (sheet != NULL)
    {
      hs_cli_say_heading (self, hs_kind_label (hs_kind (HS_KIND_SHEET)));
      hs_cli_say_value (self, _ ("Uid"), hs_record_uid (sheet));
      say_fields (self, sheet);
      json_object_set_new (hs_cli_json (self), "sheet", hs_cli_record_json (self, sheet));
      if (!say_children (self, sheet, error))
        return HS_CLI_COULD_NOT;
      json_object_set_new (hs_cli_json (self), "sheet_rows",
                           json_incref (json_object_get (hs_cli_json (self), "rows")));
    }
  if (*error != NULL || !say_children (self, record, error))
    return HS_CLI_COULD_NOT;
  return HS_CLI_DONE;
}

/* ---- search ---- */

static HsCliStatus
search (HsCli *self, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  HsCliTable *table;
  json_t *list = json_array ();
  gint64 limit;

  json_object_set_new (hs_cli_json (self), "records", list);
  for (guint i = 0; i < hs_cli_n_arguments (self); i++)
    g_strv_builder_add (builder, hs_cli_argument (self, i));
  words = g_strv_builder_end (builder);
  text = g_strjoinv (" ", words);
  if (!hs_cli_option_int (self, "limit", 1, 100000, 50, &limit, error))
    return HS_CLI_WRONG_USE;
  hits = hs_store_search (hs_cli_store (self), text, (guint) limit, error);
  if (hits == NULL)
    return HS_CLI_COULD_NOT;
  table = hs_cli_table_new ();
  hs_cli_table_column (table, _ ("Uid"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Kind"), HS_CLI_LEFT, 0);
  hs_cli_table_column (table, _ ("Name"), HS_CLI_LEFT, 60);
  for (guint i = 0; i < hits->len; i++)
    {
      const HsHit *hit = &g_array_index (hits, HsHit, i);
      g_autoptr (HsRecord) record = hs_store_get (hs_cli_store (self), hit->kind, hit->id, NULL);

      if (record == NULL || hs_cli_is_hidden (self, record))
        continue;
      hs_cli_table_cell (table, hs_record_uid (record));
      hs_cli_table_cell (table, hs_kind_label (hs_kind (hit->kind)));
      hs_cli_table_cell_take (table, hs_cli_title (self, record));
      json_array_append_new (list, hs_cli_record_json (self, record));
    }
  hs_cli_say_table (self, table);
  if (hits->len == 0)
    hs_cli_say (self, _ ("Nothing was found with '%s'."), text);
  return HS_CLI_DONE;
}

static const HsCliOption search_options[] = {
  { "limit", N_ ("N"), FALSE, N_ ("At most so many (50)") },
  { NULL },
};

const HsCliCommand hs_cli_show_commands[] = {
  { .path = "show",
    .arguments = N_ ("UID"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .summary = N_ ("Shows one record and what belongs to it"),
    .help =
        N_ ("For an agreement also the sheet that is in force and its rows. An agreement may be "
            "named by its number."),
    .json = "{kind, uid, title, fields, rows: {kind: [{kind, uid, title, fields}]}, sheet?, "
            "sheet_rows?}",
    .example = "handslag-cli show st-k7m2qd\nhandslag-cli show 2027-00012",
    .run = show },
  { .path = "search",
    .arguments = N_ ("TEXT…"),
    .least = 1,
    .most = HS_CLI_MANY,
    .use = HS_CLI_READS,
    .options = search_options,
    .summary = N_ ("Looks for words in everything"),
    .help = N_ ("Finds parts of words from three letters on. Capitals and accents do not matter."),
    .json = "{records: [{kind, uid, title, fields}]}",
    .example = "handslag-cli search tovertafel\nhandslag-cli search jansen zwolle",
    .run = search },
  { NULL },
};
