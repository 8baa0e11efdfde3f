/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns, list, show, search: looking at records of any kind. */

#include "hs-cli-commands.h"
#include "hs-cli-record.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- columns ---- */

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

/* ---- list ---- */

/* The most columns that fit beside each other without asking. */
#define USUAL_COLUMNS 5

/* What a list shows of a kind when nobody says which columns. */
static const struct
{
  HsKindId kind;
  guint fields[USUAL_COLUMNS + 1]; /* ends with G_MAXUINT when there are fewer */
} usual_columns[] = {
  { HS_KIND_AGREEMENT,
    { HS_AGREEMENT_NUMBER, HS_AGREEMENT_STATE, HS_AGREEMENT_STUDENT, HS_AGREEMENT_HOST,
      HS_AGREEMENT_SCHOOL, G_MAXUINT } },
  { HS_KIND_STUDENT,
    { HS_STUDENT_NUMBER, HS_STUDENT_PLACE, HS_STUDENT_EMAIL, HS_STUDENT_SCHOOL, G_MAXUINT } },
  { HS_KIND_PERSON, { HS_PERSON_ORGANISATION, HS_PERSON_ROLES, HS_PERSON_EMAIL, G_MAXUINT } },
  { HS_KIND_VACANCY,
    { HS_VACANCY_CODE, HS_VACANCY_LOCATION, HS_VACANCY_START, HS_VACANCY_END, HS_VACANCY_LARGEST,
      G_MAXUINT } },
  { HS_KIND_ITEM,
    { HS_ITEM_TECHNOLOGY, HS_ITEM_LOCATION, HS_ITEM_QUANTITY, HS_ITEM_STATE, HS_ITEM_ASSET_NUMBER,
      G_MAXUINT } },
  { HS_KIND_ORGANISATION,
    { HS_ORGANISATION_KIND, HS_ORGANISATION_PLACE, HS_ORGANISATION_BRIN, HS_ORGANISATION_KVK,
      HS_ORGANISATION_SBB_ID, G_MAXUINT } },
  { HS_KIND_ENROLMENT,
    { HS_ENROLMENT_STUDENT, HS_ENROLMENT_PROGRAMME, HS_ENROLMENT_ROUTE, HS_ENROLMENT_CLASS,
      HS_ENROLMENT_PLACEMENT_START, G_MAXUINT } },
};

static gboolean
is_title_only (const HsField *field)
{
  return (field->flags & HS_FIELD_TITLE) != 0 && (field->flags & HS_FIELD_KEY) == 0;
}

/* The first fields that are neither the title nor hidden, long texts aside. */
static void
choose_columns (const HsKind *kind, GArray *chosen)
{
  for (guint k = 0; k < G_N_ELEMENTS (usual_columns); k++)
    if (usual_columns[k].kind == kind->id)
      {
        for (guint i = 0; usual_columns[k].fields[i] != G_MAXUINT; i++)
          g_array_append_val (chosen, usual_columns[k].fields[i]);
        return;
      }
  for (guint i = 0; i < kind->n_fields && chosen->len < USUAL_COLUMNS; i++)
    if (!is_title_only (&kind->fields[i]) && kind->fields[i].type != HS_TYPE_LONG_TEXT
        && (kind->fields[i].flags & HS_FIELD_HIDDEN) == 0)
      g_array_append_val (chosen, i);
}

static gboolean
read_columns (HsCli *self, const HsKind *kind, GArray *chosen, GError **error)
{
  g_auto (GStrv) names = NULL;

  if (hs_cli_option (self, "columns") == NULL)
    {
      choose_columns (kind, chosen);
      return TRUE;
    }
  names = g_strsplit (hs_cli_option (self, "columns"), ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = hs_cli_field (kind, g_strstrip (names[i]), error);

      if (field < 0)
        return FALSE;
      g_array_append_val (chosen, field);
    }
  return TRUE;
}

/* "--sort field" or "--sort -field" for the other way round. */
static gboolean
read_sort (HsCli *self, const HsKind *kind, HsQuery *query, GError **error)
{
  const GPtrArray *sorts = hs_cli_option_values (self, "sort");

  for (guint i = 0; i < sorts->len; i++)
    {
      const char *text = sorts->pdata[i];
      gboolean descending = *text == '-';
      int field = hs_cli_field (kind, text + (descending ? 1 : 0), error);

      if (field < 0)
        return FALSE;
      hs_query_order (query, (guint) field, descending);
    }
  return TRUE;
}

/* The query that the options ask for, NULL with an error. (transfer full) */
static HsQuery *
read_query (HsCli *self, const HsKind *kind, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind->id);
  const GPtrArray *conditions = hs_cli_option_values (self, "where");
  gint64 limit, offset;

  for (guint i = 0; i < conditions->len; i++)
    if (!hs_cli_where (self, query, kind, conditions->pdata[i], error))
      return NULL;
  if (!read_sort (self, kind, query, error)
      || !hs_cli_option_int (self, "limit", 0, G_MAXINT, -1, &limit, error)
      || !hs_cli_option_int (self, "offset", 0, G_MAXINT, 0, &offset, error))
    return NULL;
  if (hs_cli_option (self, "search") != NULL && (kind->flags & HS_KIND_FLAG_SEARCH) == 0)
    {
      hs_cli_wrong_use (error, _ ("%s is not in the search index; use --where"), kind->name);
      return NULL;
    }
  if (hs_cli_option (self, "search") != NULL)
    hs_query_search (query, hs_cli_option (self, "search"));
  if (hs_cli_has (self, "removed"))
    hs_query_include_removed (query);
  hs_query_window (query, offset, limit);
  return g_steal_pointer (&query);
}

/* Whether the title is worth a column: it is more than one of the columns already. */
static gboolean
shows_title (const HsKind *kind, const GArray *chosen)
{
  guint n_title = 0, n_shown = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_TITLE) != 0)
      {
        n_title++;
        for (guint k = 0; k < chosen->len; k++)
          n_shown += g_array_index (chosen, guint, k) == i;
      }
  return n_title > n_shown;
}

static gboolean
is_number (HsType type)
{
  return type == HS_TYPE_INTEGER || type == HS_TYPE_MINUTES || type == HS_TYPE_CENTS;
}

static void
say_records (HsCli *self, const HsKind *kind, const GArray *chosen, const GPtrArray *records)
{
  HsCliTable *table = hs_cli_table_new ();
  gboolean title = shows_title (kind, chosen);
  gboolean removed = hs_cli_has (self, "removed");

  hs_cli_table_column (table, _ ("Uid"), HS_CLI_LEFT, 0);
  if (title)
    hs_cli_table_column (table, _ ("Name"), HS_CLI_LEFT, 40);
  for (guint k = 0; k < chosen->len; k++)
    {
      guint field = g_array_index (chosen, guint, k);

      hs_cli_table_column (table, hs_field_label (kind, field),
                           is_number (kind->fields[field].type) ? HS_CLI_RIGHT : HS_CLI_LEFT, 40);
    }
  if (removed)
    hs_cli_table_column (table, _ ("Removed"), HS_CLI_LEFT, 0);
  for (guint i = 0; i < records->len; i++)
    {
      const HsRecord *record = records->pdata[i];

      hs_cli_table_cell (table, hs_record_uid (record));
      if (title)
        hs_cli_table_cell_take (table, hs_cli_title (self, record));
      for (guint k = 0; k < chosen->len; k++)
        hs_cli_table_cell_take (table,
                                hs_cli_value (self, record, g_array_index (chosen, guint, k)));
      if (removed)
        hs_cli_table_cell (table, hs_record_removed (record) != 0 ? _ ("yes") : "");
    }
  hs_cli_say_table (self, table);
}

static void
say_count (HsCli *self, const HsKind *kind, guint shown, gint64 all)
{
  g_autofree char *some = hs_cli_number (shown);
  g_autofree char *total = hs_cli_number (all);

  if (all == 0)
    hs_cli_say (self, _ ("There is no %s like that."), hs_cli_kind_word (kind));
  else if (shown < all)
    hs_cli_say (self, _ ("%s of %s"), some, total);
  else
    hs_cli_say (self, _ ("%s in all"), total);
}

static HsCliStatus
list (HsCli *self, GError **error)
{
  const HsKind *kind = hs_cli_kind (hs_cli_argument (self, 0), error);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (HsQuery) query = kind == NULL ? NULL : read_query (self, kind, error);
  g_autoptr (GPtrArray) records = NULL;
  json_t *array = json_array ();
  gint64 count;

  json_object_set_new (hs_cli_json (self), "records", array);
  if (query == NULL || !read_columns (self, kind, chosen, error))
    return HS_CLI_WRONG_USE;
  count = hs_store_count (hs_cli_store (self), query, error);
  if (count < 0)
    return HS_CLI_COULD_NOT;
  records = hs_store_find (hs_cli_store (self), query, error);
  if (records == NULL)
    return HS_CLI_COULD_NOT;
  hs_cli_json_text (hs_cli_json (self), "kind", kind->name);
  json_object_set_new (hs_cli_json (self), "count", json_integer (count));
  if (hs_cli_is_json (self))
    for (guint i = 0; i < records->len; i++)
      json_array_append_new (array, hs_cli_record_json (self, records->pdata[i]));
  else
    {
      say_records (self, kind, chosen, records);
      say_count (self, kind, records->len, count);
    }
  return HS_CLI_DONE;
}

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

      if (record == NULL)
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

/* ---- the table ---- */

static const HsCliOption list_options[] = {
  { "search", N_ ("TEXT"), FALSE, N_ ("Only with these words; accents do not matter") },
  { "where", N_ ("FIELD=VALUE"), TRUE, N_ ("Only with this value; also with != < <= > >=") },
  { "sort", N_ ("FIELD"), TRUE, N_ ("In this order; -FIELD the other way round") },
  { "limit", N_ ("N"), FALSE, N_ ("At most so many") },
  { "offset", N_ ("N"), FALSE, N_ ("Skip the first so many") },
  { "columns", N_ ("FIELD,…"), FALSE, N_ ("Show these fields") },
  { "removed", NULL, FALSE, N_ ("Also what was removed") },
  { NULL },
};

static const HsCliOption search_options[] = {
  { "limit", N_ ("N"), FALSE, N_ ("At most so many (50)") },
  { NULL },
};

const HsCliCommand hs_cli_list_commands[] = {
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
  { .path = "list",
    .arguments = N_ ("KIND"),
    .least = 1,
    .most = 1,
    .use = HS_CLI_READS,
    .options = list_options,
    .summary = N_ ("Shows the records of one kind"),
    .help =
        N_ ("With --where all conditions have to hold. A value is written as people do "
            "(1-2-2027, ja, Ter beoordeling) or as a code (2027-02-01, 1, review). For a choice "
            "several values may stand with commas between them: one of them has to hold. A "
            "record that is referred to is named by its uid, or by its number, e-mail address "
            "or name. 'FIELD=' means empty, 'FIELD!=' not empty."),
    .json = "{kind, count, records: [{kind, uid, title, fields}]}",
    .example = "handslag-cli list student --search jansen\n"
               "handslag-cli list agreement --where state=draft,review --sort number\n"
               "handslag-cli list vacancy --where 'start>=1-2-2027' --columns code,title,start",
    .run = list },
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
