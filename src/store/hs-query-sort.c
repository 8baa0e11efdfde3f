/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of lists. The last one that was asked for is kept: what a search finds in it needs no
 * sorting, and no look at the records.
 *
 * Text is sorted as people expect: accents and case do not matter. In SQL that is hs_sort, a
 * function of ours. The ids of a long list by one text, which is what pages show, are sorted here:
 * SQLite reads the texts as they lie in the file, and the first eight bytes of the folded text
 * decide nearly every comparison (a million names: a third of the time of ORDER BY hs_sort). */

#include "hs-query-private.h"

#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define SORT_FLAGS (SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY)

/* hs_sort (text): what text is sorted by. */
static void
sort_key (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  g_autoptr (GString) key = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  key = g_string_sized_new (64);
  hs_text_fold (key, text);
  sqlite3_result_text (context, key->str, (int) key->len, SQLITE_TRANSIENT);
}

gboolean
hs_query_set_up (HsStore *self, GError **error)
{
  if (sqlite3_create_function_v2 (self->db, "hs_sort", 1, SORT_FLAGS, NULL, sort_key, NULL, NULL,
                                  NULL)
      == SQLITE_OK)
    return TRUE;
  hs_store_set_error (self->db, self->path, _ ("cannot open %s"), error);
  return FALSE;
}

/* What one record is sorted by: its folded text as a number, first byte highest, and where the rest
 * of it begins in the texts; 0 when there is no rest. */
typedef struct
{
  guint64 start;
  gint64 id;
  gsize rest;
} Key;

typedef struct
{
  GArray *keys;
  GArray *without; /* ids of records that have no text: they come last, whichever way */
  GString *texts; /* rests, each with NUL behind it */
  GString *folded;
  gboolean descending;
} Sorter;

static void
clear_sorter (Sorter *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->without);
  g_string_free (self->texts, TRUE);
  g_string_free (self->folded, TRUE);
}

static void
add_key (Sorter *self, gint64 id, const char *text)
{
  Key key = { .id = id };
  const guchar *bytes;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_array_append_val (self->without, id);
      return;
    }
  g_string_truncate (self->folded, 0);
  hs_text_fold (self->folded, text);
  bytes = (const guchar *) self->folded->str;
  for (gsize i = 0; i < sizeof key.start; i++)
    key.start = key.start << 8 | (i < self->folded->len ? bytes[i] : 0);
  if (self->folded->len > sizeof key.start)
    {
      key.rest = self->texts->len;
      g_string_append_len (self->texts, self->folded->str + sizeof key.start,
                           (gssize) (self->folded->len - sizeof key.start) + 1);
    }
  g_array_append_val (self->keys, key);
}

/* Equal texts stay in order of id, whichever way. */
static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorter *self = data;
  const Key *first = a, *second = b;
  int order = first->start < second->start ? -1 : first->start > second->start;

  if (order == 0)
    order = strcmp (self->texts->str + first->rest, self->texts->str + second->rest);
  if (order != 0)
    return self->descending ? -order : order;
  return first->id < second->id ? -1 : first->id > second->id;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* The ids of what was added, in order. (transfer full) */
static GArray *
sorted_ids (Sorter *self)
{
  guint n = self->keys->len;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n + self->without->len);

  g_array_sort_with_data (self->keys, compare_keys, self);
  g_array_sort (self->without, compare_ids);
  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, g_array_index (self->keys, Key, i).id);
  g_array_append_vals (ids, self->without->data, self->without->len);
  return ids;
}

/* The ids and texts of the records of @query, in any order. */
static sqlite3_stmt *
select_texts (HsStore *store, const HsQuery *query, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT t.id, t.");
  sqlite3_stmt *statement;

  hs_store_append_name (sql, query->kind->fields[query->sort_field].name);
  hs_query_append_from (query, sql, FALSE);
  statement = hs_store_take (store, sql->str, error);
  if (statement != NULL)
    hs_query_bind (query, statement);
  return statement;
}

static GArray *
ids_by_text (HsStore *store, const HsQuery *query, GError **error)
{
  sqlite3_stmt *statement = select_texts (store, query, error);
  GArray *ids = NULL;
  Sorter sorter;
  int result;

  if (statement == NULL)
    return NULL;
  sorter = (Sorter){ .keys = g_array_new (FALSE, FALSE, sizeof (Key)),
                     .without = g_array_new (FALSE, FALSE, sizeof (gint64)),
                     .texts = g_string_new_len ("", 1),
                     .folded = g_string_new (NULL),
                     .descending = query->sort_descending };
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    add_key (&sorter, sqlite3_column_int64 (statement, 0),
             (const char *) sqlite3_column_text (statement, 1));
  if (result == SQLITE_DONE)
    ids = sorted_ids (&sorter);
  else
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  clear_sorter (&sorter);
  hs_store_give (store, statement);
  return ids;
}

/* SQLite sorts. */
static GArray *
ids_in_order (HsStore *self, const HsQuery *query, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) sql = g_string_new ("SELECT t.id");
  sqlite3_stmt *statement;
  int result;

  hs_query_append_from (query, sql, TRUE);
  hs_query_append_order (query, sql);
  statement = hs_store_take (self, sql->str, error);
  if (statement == NULL)
    return NULL;
  hs_query_bind (query, statement);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  hs_store_give (self, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* ---- the order that is kept ---- */

/* @places: where each id stands in @ids; by id, G_MAXUINT32 when it does not */
struct _HsOrder
{
  HsKindId kind;
  int field;
  gboolean descending;
  gint64 revision;
  GArray *ids;
  guint32 *places;
  gint64 n_places;
};

void
hs_order_free (HsOrder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_free (self->places);
  g_free (self);
}

/* @ids: (transfer full) */
static HsOrder *
order_new (const HsQuery *query, gint64 revision, GArray *ids)
{
  HsOrder *self = g_new0 (HsOrder, 1);

  *self = (HsOrder){ query->kind->id, query->sort_field, query->sort_descending, revision, ids };
  for (guint i = 0; i < ids->len; i++)
    self->n_places = MAX (self->n_places, g_array_index (ids, gint64, i) + 1);
  self->places = g_new (guint32, self->n_places);
  /* Without records there is no array, and NULL may not be given to memset. */
  if (self->n_places > 0)
    memset (self->places, 0xff, (gsize) self->n_places * sizeof (guint32));
  for (guint i = 0; i < ids->len; i++)
    self->places[g_array_index (ids, gint64, i)] = i;
  return self;
}

/* The order of all records of the kind of @query, read when it is not the one that is kept. NULL on
 * error. */
static const HsOrder *
whole_order (HsStore *store, const HsQuery *query, GError **error)
{
  gint64 revision = hs_store_revision (store);
  g_autoptr (HsQuery) all = NULL;
  HsOrder *kept = store->order;
  GArray *ids;

  if (kept != NULL && kept->kind == query->kind->id && kept->field == query->sort_field
      && kept->descending == query->sort_descending && kept->revision == revision)
    return kept;
  all = hs_query_new (query->kind->id);
  hs_query_order (all, (guint) query->sort_field, query->sort_descending);
  ids = ids_by_text (store, all, error);
  if (ids == NULL)
    return NULL;
  hs_order_free (store->order);
  store->order = order_new (query, revision, ids);
  return store->order;
}

/* Marks the places of what @find gives in @found: one bit each. */
static gboolean
mark_hits (HsStore *store, const HsQuery *query, const HsOrder *order, const char *find,
           guint64 *found, GError **error)
{
  sqlite3_stmt *statement = hs_store_take (store, find, error);
  int result;

  if (statement == NULL)
    return FALSE;
  hs_query_bind (query, statement);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      guint32 place = id < order->n_places ? order->places[id] : G_MAXUINT32;

      if (place != G_MAXUINT32)
        found[place / 64] |= G_GUINT64_CONSTANT (1) << place % 64;
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  hs_store_give (store, statement);
  return result == SQLITE_DONE;
}

/* What the search finds, read off in order. */
static GArray *
hits_in_order (HsStore *store, const HsQuery *query, const HsOrder *order, GError **error)
{
  guint n = order->ids->len / 64 + 1;
  g_autofree guint64 *all = g_new (guint64, n);
  g_autofree guint64 *found = g_new (guint64, n);
  GArray *ids;

  memset (all, 0xff, n * sizeof *all);
  for (guint i = 0; i < query->finds->len; i++)
    {
      memset (found, 0, n * sizeof *found);
      if (!mark_hits (store, query, order, g_ptr_array_index (query->finds, i), found, error))
        return NULL;
      for (guint j = 0; j < n; j++)
        all[j] &= found[j];
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++)
    for (guint64 bits = all[i]; bits != 0; bits &= bits - 1)
      g_array_append_val (
          ids, g_array_index (order->ids, gint64, i * 64 + (guint) __builtin_ctzll (bits)));
  return ids;
}

GArray *
hs_store_find_ids (HsStore *self, const HsQuery *query, GError **error)
{
  gboolean whole = query->n_others == 0 && !query->removed && !hs_store_in_transaction (self);
  const HsOrder *order;

  if (query->sort_field < 0)
    return ids_in_order (self, query, error);
  if (!whole)
    return ids_by_text (self, query, error);
  order = whole_order (self, query, error);
  if (order == NULL)
    return NULL;
  return query->finds->len > 0 ? hits_in_order (self, query, order, error)
                               : g_array_ref (order->ids);
}
