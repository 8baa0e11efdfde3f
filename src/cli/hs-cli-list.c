/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list: the records of one kind. */

#include "hs-cli-commands.h"
#include "hs-cli-record.h"
#include "hs-error.h"

#include <glib/gi18n.h>

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

/* Leaves out who is hidden: what was looked for would tell who it is. */
static void
drop_hidden (HsCli *self, GPtrArray *records, gint64 *count)
{
  for (guint i = records->len; i > 0; i--)
    if (hs_cli_is_hidden (self, g_ptr_array_index (records, i - 1)))
      g_ptr_array_remove_index (records, i - 1);
  *count = records->len;
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
  if ((kind->id == HS_KIND_STUDENT || kind->id == HS_KIND_GUARDIAN
       || (kind->id == HS_KIND_AGREEMENT && hs_cli_has (self, "search")))
      && (hs_cli_has (self, "search") || hs_cli_option_values (self, "where")->len > 0
          || hs_cli_option_values (self, "sort")->len > 0))
    drop_hidden (self, records, &count);
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

const HsCliCommand hs_cli_list_commands[] = {
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
  { NULL },
};
