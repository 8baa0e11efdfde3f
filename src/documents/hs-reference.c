/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For each kind a table from what a file may call a record to its id. A key of the table starts
 * with how strong it is: '!' for a number that tells records apart, '?' for a name. A key that more
 * than one record has is kept in a second table with all their ids. */

#include "hs-reference.h"

#include "hs-error.h"
#include "hs-query.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define STRONG '!'
#define NAME '?'
/* How many candidates a message names. */
#define CANDIDATES_MOST 5

typedef struct
{
  GHashTable *keys; /* text → id; 0 when it is in shared */
  GHashTable *shared; /* text → GArray of ids */
  GHashTable *records; /* id → HsRecord, for kinds that others are named by */
  GHashTable *texts; /* id → what hs_references_text found */
} Table;

struct _HsReferences
{
  HsStore *store;
  Table *tables[HS_N_KINDS];
};

static void
table_free (Table *table)
{
  if (table == NULL)
    return;
  g_hash_table_unref (table->keys);
  g_hash_table_unref (table->shared);
  g_hash_table_unref (table->records);
  g_hash_table_unref (table->texts);
  g_free (table);
}

HsReferences *
hs_references_new (HsStore *store)
{
  HsReferences *self = g_new0 (HsReferences, 1);

  self->store = store;
  return self;
}

void
hs_references_free (HsReferences *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < HS_N_KINDS; i++)
    table_free (self->tables[i]);
  g_free (self);
}

int
hs_reference_side (HsKindId kind, guint field)
{
  if (kind == HS_KIND_STUDENT && field == HS_STUDENT_SCHOOL)
    return HS_ORGANISATION_KIND_SCHOOL;
  if ((kind == HS_KIND_RECOGNITION && field == HS_RECOGNITION_HOST)
      || (kind == HS_KIND_WISH && field == HS_WISH_HOST))
    return HS_ORGANISATION_KIND_HOST;
  return -1;
}

static gpointer
id_pointer (gint64 id)
{
  return (gpointer) (gintptr) id;
}

static gint64
pointer_id (gpointer pointer)
{
  return (gint64) (gintptr) pointer;
}

/* The key for @text; with @scope only inside that record. */
static char *
make_key (char strength, gint64 scope, const char *text)
{
  g_autofree char *plain =
      g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);

  if (scope != 0)
    return g_strdup_printf ("%c%" G_GINT64_FORMAT "\001%s", strength, scope, plain);
  return g_strdup_printf ("%c%s", strength, plain);
}

static void
share_key (Table *table, const char *key, gint64 first, gint64 id)
{
  GArray *ids = g_hash_table_lookup (table->shared, key);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, first);
      g_hash_table_insert (table->shared, g_strdup (key), ids);
    }
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

static void
add_key (Table *table, char strength, gint64 scope, const char *text, gint64 id)
{
  g_autofree char *key = NULL;
  gpointer found;

  if (text == NULL || *text == '\0')
    return;
  key = make_key (strength, scope, text);
  if (!g_hash_table_lookup_extended (table->keys, key, NULL, &found))
    {
      g_hash_table_insert (table->keys, g_steal_pointer (&key), id_pointer (id));
      return;
    }
  if (pointer_id (found) == id)
    return;
  share_key (table, key, pointer_id (found), id);
  g_hash_table_replace (table->keys, g_steal_pointer (&key), id_pointer (0));
}

static Table *need_table (HsReferences *self, HsKindId kind, GError **error);

/* The name of a record of a kind whose records are kept; NULL when it has none. (transfer none) */
static const char *
kept_text (HsReferences *self, HsKindId kind, gint64 id, guint field, HsRecord **record)
{
  Table *table = id != 0 ? need_table (self, kind, NULL) : NULL;
  HsRecord *kept = table != NULL ? g_hash_table_lookup (table->records, id_pointer (id)) : NULL;

  if (record != NULL)
    *record = kept;
  return kept != NULL ? hs_record_text (kept, field) : NULL;
}

/* "host / location", NULL when the host or its name is not known. (transfer full) */
static char *
location_path (HsReferences *self, const HsRecord *location)
{
  const char *name = hs_record_text (location, HS_LOCATION_NAME);
  const char *host =
      kept_text (self, HS_KIND_ORGANISATION, hs_record_int (location, HS_LOCATION_ORGANISATION),
                 HS_ORGANISATION_NAME, NULL);

  return host != NULL && name != NULL ? g_strdup_printf ("%s / %s", host, name) : NULL;
}

/* "host / location / team". (transfer full) */
static char *
team_path (HsReferences *self, const HsRecord *team, const char **location_name)
{
  HsRecord *location = NULL;
  const char *name = hs_record_text (team, HS_TEAM_NAME);
  g_autofree char *path = NULL;

  *location_name = kept_text (self, HS_KIND_LOCATION, hs_record_int (team, HS_TEAM_LOCATION),
                              HS_LOCATION_NAME, &location);
  if (location == NULL || name == NULL)
    return NULL;
  path = location_path (self, location);
  return path != NULL ? g_strdup_printf ("%s / %s", path, name) : NULL;
}

static void
add_location (HsReferences *self, Table *table, const HsRecord *record, gint64 id)
{
  g_autofree char *path = location_path (self, record);

  add_key (table, NAME, 0, path, id);
  add_key (table, NAME, hs_record_int (record, HS_LOCATION_ORGANISATION),
           hs_record_text (record, HS_LOCATION_NAME), id);
}

static void
add_team (HsReferences *self, Table *table, const HsRecord *record, gint64 id)
{
  const char *name = hs_record_text (record, HS_TEAM_NAME);
  const char *location_name = NULL;
  g_autofree char *path = team_path (self, record, &location_name);
  g_autofree char *shorter = location_name != NULL && name != NULL
                                 ? g_strdup_printf ("%s / %s", location_name, name)
                                 : NULL;

  add_key (table, NAME, 0, path, id);
  add_key (table, NAME, 0, shorter, id);
  add_key (table, NAME, hs_record_int (record, HS_TEAM_LOCATION), name, id);
}

static void
add_student (HsReferences *self, Table *table, const HsRecord *record, gint64 id)
{
  gint64 school = hs_record_int (record, HS_STUDENT_SCHOOL);
  const char *number = hs_record_text (record, HS_STUDENT_NUMBER);
  const char *name = kept_text (self, HS_KIND_ORGANISATION, school, HS_ORGANISATION_NAME, NULL);
  g_autofree char *path =
      name != NULL && number != NULL ? g_strdup_printf ("%s / %s", name, number) : NULL;

  add_key (table, STRONG, 0, number, id);
  add_key (table, STRONG, school, number, id);
  add_key (table, STRONG, 0, path, id);
  add_key (table, STRONG, 0, hs_record_text (record, HS_STUDENT_EMAIL), id);
}

/* The keys that only some kinds have. */
static void
add_own_keys (HsReferences *self, Table *table, const HsRecord *record, gint64 id)
{
  switch (hs_record_kind_id (record))
    {
    case HS_KIND_ORGANISATION:
      add_key (table, STRONG, 0, hs_record_text (record, HS_ORGANISATION_BRIN), id);
      add_key (table, STRONG, 0, hs_record_text (record, HS_ORGANISATION_KVK), id);
      add_key (table, STRONG, 0, hs_record_text (record, HS_ORGANISATION_SBB_ID), id);
      break;
    case HS_KIND_LOCATION:
      add_location (self, table, record, id);
      break;
    case HS_KIND_TEAM:
      add_team (self, table, record, id);
      break;
    case HS_KIND_STUDENT:
      add_student (self, table, record, id);
      break;
    case HS_KIND_PROGRAMME:
      add_key (table, STRONG, 0, hs_record_text (record, HS_PROGRAMME_CREBO), id);
      break;
    case HS_KIND_PERSON:
      add_key (table, STRONG, 0, hs_record_text (record, HS_PERSON_EMAIL), id);
      break;
    case HS_KIND_VACANCY:
      add_key (table, STRONG, 0, hs_record_text (record, HS_VACANCY_CODE), id);
      break;
    case HS_KIND_ITEM:
      add_key (table, STRONG, 0, hs_record_text (record, HS_ITEM_ASSET_NUMBER), id);
      break;
    default:
      break;
    }
}

static gboolean
has_title (const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_TITLE) && hs_record_has (record, i))
      return TRUE;
  return FALSE;
}

static void
add_record (HsReferences *self, Table *table, HsRecord *record)
{
  HsKindId kind = hs_record_kind_id (record);
  gint64 id = hs_record_id (record);

  if (kind == HS_KIND_ORGANISATION || kind == HS_KIND_LOCATION)
    g_hash_table_replace (table->records, id_pointer (id), hs_record_ref (record));
  add_key (table, STRONG, 0, hs_record_uid (record), id);
  add_own_keys (self, table, record, id);
  if (has_title (record))
    {
      g_autofree char *title = hs_record_title (record);

      add_key (table, NAME, 0, title, id);
    }
}

static gboolean
add_each (HsRecord *record, gpointer user_data)
{
  HsReferences *self = user_data;

  add_record (self, self->tables[hs_record_kind_id (record)], record);
  return TRUE;
}

static Table *
need_table (HsReferences *self, HsKindId kind, GError **error)
{
  g_autoptr (HsQuery) query = NULL;
  Table *table;

  if (self->tables[kind] != NULL)
    return self->tables[kind];
  if (kind == HS_KIND_TEAM)
    need_table (self, HS_KIND_LOCATION, NULL);
  if (kind == HS_KIND_LOCATION || kind == HS_KIND_STUDENT)
    need_table (self, HS_KIND_ORGANISATION, NULL);
  table = g_new0 (Table, 1);
  table->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->shared =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  table->records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hs_record_unref);
  table->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->tables[kind] = table;
  query = hs_query_new (kind);
  if (!hs_store_for_each (self->store, query, add_each, self, error))
    {
      table_free (table);
      self->tables[kind] = NULL;
    }
  return self->tables[kind];
}

void
hs_references_add (HsReferences *self, HsRecord *record)
{
  Table *table = self->tables[hs_record_kind_id (record)];

  if (table == NULL)
    return;
  add_record (self, table, record);
  g_hash_table_remove_all (table->texts);
}

/* "Zonnehof (og-…)" for a message. (transfer full) */
static char *
describe (HsReferences *self, HsKindId target, gint64 id)
{
  g_autoptr (HsRecord) record = id > 0 ? hs_store_get (self->store, target, id, NULL) : NULL;
  g_autofree char *title = record != NULL ? hs_record_title (record) : NULL;

  if (title == NULL)
    return g_strdup (_ ("a row of this file"));
  return g_strdup_printf ("%s (%s)", title, hs_record_uid (record));
}

static gboolean
fits_side (HsReferences *self, gint64 id, int side)
{
  HsRecord *record = NULL;

  if (side < 0)
    return TRUE;
  kept_text (self, HS_KIND_ORGANISATION, id, HS_ORGANISATION_NAME, &record);
  return record != NULL
         && (!hs_record_has (record, HS_ORGANISATION_KIND)
             || hs_record_int (record, HS_ORGANISATION_KIND) == side);
}

/* The one id of a shared key that fits @side, 0 when there are more. */
static gint64
pick_shared (HsReferences *self, HsKindId target, GArray *ids, int side, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gint64 only = 0;
  guint fitting = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!fits_side (self, id, side))
        continue;
      only = id;
      if (fitting++ < CANDIDATES_MOST)
        {
          g_autofree char *name = describe (self, target, id);

          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
        }
    }
  if (fitting == 1)
    return only;
  g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("this can be more than one: %s"), names->str);
  return 0;
}

/* Looks one key up. 0 without an error when nothing has it. */
static gint64
find_key (HsReferences *self, HsKindId target, const char *key, int side, GError **error)
{
  Table *table = self->tables[target];
  gpointer found;

  if (!g_hash_table_lookup_extended (table->keys, key, NULL, &found))
    return 0;
  if (pointer_id (found) == 0)
    return pick_shared (self, target, g_hash_table_lookup (table->shared, key), side, error);
  if (!fits_side (self, pointer_id (found), side))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                           side == HS_ORGANISATION_KIND_SCHOOL
                               ? _ ("this organisation is not a school")
                               : _ ("this organisation is not a host"));
      return 0;
    }
  return pointer_id (found);
}

gint64
hs_references_find (HsReferences *self, HsKindId target, const char *text, gint64 scope, int side,
                    GError **error)
{
  static const char strengths[] = { STRONG, NAME };
  g_autoptr (GError) own = NULL;
  g_autofree char *clean = hs_text_clean (text, strlen (text), FALSE, error);
  gint64 id = 0;

  if (clean == NULL || need_table (self, target, error) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (strengths) && id == 0 && own == NULL; i++)
    {
      g_autofree char *inside = make_key (strengths[i], scope, clean);
      g_autofree char *key = make_key (strengths[i], 0, clean);

      if (scope != 0)
        id = find_key (self, target, inside, side, &own);
      if (id == 0 && own == NULL)
        id = find_key (self, target, key, side, &own);
    }
  if (id == 0 && own == NULL)
    g_set_error (&own, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no %s with this name or number"),
                 hs_kind_label (hs_kind (target)));
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  return id;
}

/* Texts for @record that people understand, best first, then its uid. */
static GPtrArray *
candidates (HsReferences *self, const HsRecord *record)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *unused;

  switch (hs_record_kind_id (record))
    {
    case HS_KIND_ORGANISATION:
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_ORGANISATION_NAME)));
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_ORGANISATION_BRIN)));
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_ORGANISATION_KVK)));
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_ORGANISATION_SBB_ID)));
      break;
    case HS_KIND_LOCATION:
      g_ptr_array_add (texts, location_path (self, record));
      break;
    case HS_KIND_TEAM:
      g_ptr_array_add (texts, team_path (self, record, &unused));
      break;
    case HS_KIND_PROGRAMME:
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_PROGRAMME_CREBO)));
      break;
    case HS_KIND_PERSON:
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_PERSON_EMAIL)));
      break;
    case HS_KIND_STUDENT:
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_STUDENT_NUMBER)));
      break;
    case HS_KIND_TECHNOLOGY:
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_TECHNOLOGY_NAME)));
      break;
    case HS_KIND_VACANCY:
      g_ptr_array_add (texts, g_strdup (hs_record_text (record, HS_VACANCY_CODE)));
      break;
    default:
      break;
    }
  g_ptr_array_add (texts, g_strdup (hs_record_uid (record)));
  return texts;
}

char *
hs_references_text (HsReferences *self, HsKindId target, gint64 id)
{
  Table *table = need_table (self, target, NULL);
  const char *known = table != NULL ? g_hash_table_lookup (table->texts, id_pointer (id)) : NULL;
  g_autoptr (HsRecord) record = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  if (known != NULL)
    return g_strdup (known);
  record = hs_store_get (self->store, target, id, NULL);
  if (record == NULL || table == NULL)
    return g_strdup ("");
  texts = candidates (self, record);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (text != NULL && *text != '\0'
          && hs_references_find (self, target, text, 0, -1, NULL) == id)
        {
          g_hash_table_insert (table->texts, id_pointer (id), g_strdup (text));
          return g_strdup (text);
        }
    }
  return g_strdup (hs_record_uid (record));
}

char *
hs_references_uid (HsReferences *self, HsKindId target, gint64 id)
{
  char *uid = hs_store_uid (self->store, target, id);

  return uid != NULL ? uid : g_strdup ("");
}
