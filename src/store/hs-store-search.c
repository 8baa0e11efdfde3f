/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: one folded text per record, kept in step with every save.
 *
 * FTS5 over search_text twice: trigrams find any part of a word from three letters on, prefixes
 * find the start of a word below that. The trigram tokenizer of SQLite 3.40 cannot ignore accents,
 * so the text is folded by us, and a search is folded the same way. */

#include "hs-store-search.h"

#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Letters from which on a word is looked for by its trigrams. */
#define PART_LEAST 3

/* References whose name is searched as if it stood in the record itself. */
static const struct
{
  HsKindId kind;
  guint field;
} through[] = {
  { HS_KIND_LOCATION, HS_LOCATION_ORGANISATION }, { HS_KIND_TEAM, HS_TEAM_LOCATION },
  { HS_KIND_PERSON, HS_PERSON_ORGANISATION },     { HS_KIND_VACANCY, HS_VACANCY_LOCATION },
  { HS_KIND_VACANCY, HS_VACANCY_TECHNOLOGY },     { HS_KIND_ITEM, HS_ITEM_LOCATION },
  { HS_KIND_ITEM, HS_ITEM_TECHNOLOGY },           { HS_KIND_AGREEMENT, HS_AGREEMENT_STUDENT },
  { HS_KIND_AGREEMENT, HS_AGREEMENT_SCHOOL },     { HS_KIND_AGREEMENT, HS_AGREEMENT_HOST },
};

gint64
hs_store_search_id (HsKindId kind, gint64 id)
{
  return (gint64) kind << 40 | id;
}

/* Appends the name that @id is found by in records that refer to it: its title, and for a location
 * that of its organisation. */
static void
append_title (HsStore *self, GString *text, HsKindId kind, gint64 id)
{
  g_autoptr (HsRecord) record = hs_store_get (self, kind, id, NULL);
  g_autofree char *title = record != NULL ? hs_record_title (record) : NULL;

  if (record == NULL)
    return;
  g_string_append_c (text, ' ');
  hs_text_fold (text, title);
  if (kind == HS_KIND_LOCATION && hs_record_has (record, HS_LOCATION_ORGANISATION))
    append_title (self, text, HS_KIND_ORGANISATION,
                  hs_record_int (record, HS_LOCATION_ORGANISATION));
}

char *
hs_store_search_text (HsStore *self, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_SEARCH) && hs_record_has (record, i)
        && kind->fields[i].type <= HS_TYPE_LONG_TEXT)
      {
        if (text->len > 0)
          g_string_append_c (text, ' ');
        hs_text_fold (text, hs_record_text (record, i));
      }
  for (guint i = 0; i < G_N_ELEMENTS (through); i++)
    if (through[i].kind == kind->id && hs_record_has (record, through[i].field))
      append_title (self, text, kind->fields[through[i].field].target,
                    hs_record_int (record, through[i].field));
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

/* The text in the index now, NULL when there is none. (transfer full) */
static char *
indexed_text (HsStore *self, gint64 id)
{
  sqlite3_stmt *statement = hs_store_common (self, HS_COMMON_TEXT_GET, NULL);
  char *text = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return text;
}

/* Runs one of the statements that take the number and the text of a record. */
static gboolean
run (HsStore *self, HsCommon common, gint64 id, const char *text, GError **error)
{
  sqlite3_stmt *statement = hs_store_common (self, common, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (text != NULL)
    sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
  return hs_store_done (self, statement, error);
}

static gboolean
put (HsStore *self, gint64 id, const char *old, const char *text, GError **error)
{
  if (old != NULL
      && (!run (self, HS_COMMON_PART_DROP, id, old, error)
          || !run (self, HS_COMMON_START_DROP, id, old, error)))
    return FALSE;
  return run (self, HS_COMMON_TEXT_SET, id, text, error)
         && run (self, HS_COMMON_PART_ADD, id, text, error)
         && run (self, HS_COMMON_START_ADD, id, text, error);
}

/* The ids of the records of @kind whose @field refers to @id. (transfer full) */
static GArray *
referring (HsStore *self, HsKindId kind, guint field, gint64 id, GError **error)
{
  const HsKind *description = hs_kind (kind);
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 AND removed IS NULL",
                       description->name, description->fields[field].name);
  sqlite3_stmt *statement = hs_store_take (self, sql, error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return ids;
  sqlite3_bind_int64 (statement, 1, id);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 found = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, found);
    }
  hs_store_give (self, statement);
  return ids;
}

/* Indexes what shows the name of the record @id of @kind again. */
static gboolean
index_referring (HsStore *self, HsKindId kind, gint64 id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (through); i++)
    {
      g_autoptr (GArray) ids = NULL;

      if (hs_kind (through[i].kind)->fields[through[i].field].target != kind)
        continue;
      ids = referring (self, through[i].kind, through[i].field, id, error);
      for (guint j = 0; j < ids->len; j++)
        {
          g_autoptr (HsRecord) record =
              hs_store_get (self, through[i].kind, g_array_index (ids, gint64, j), error);

          if (record == NULL || !hs_store_index (self, record, FALSE, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
hs_store_index (HsStore *self, const HsRecord *record, gboolean is_new, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  gint64 id = hs_store_search_id (kind->id, hs_record_id (record));
  g_autofree char *old = NULL;
  g_autofree char *text = NULL;

  if (!(kind->flags & HS_KIND_FLAG_SEARCH))
    return TRUE;
  old = is_new ? NULL : indexed_text (self, id);
  text = hs_store_search_text (self, record);
  if (g_strcmp0 (old, text) == 0)
    return TRUE;
  return put (self, id, old, text, error)
         && (is_new || index_referring (self, kind->id, hs_record_id (record), error));
}

gboolean
hs_store_unindex (HsStore *self, HsKindId kind, gint64 id, GError **error)
{
  gint64 number = hs_store_search_id (kind, id);
  g_autofree char *old = indexed_text (self, number);

  if (old == NULL)
    return TRUE;
  return run (self, HS_COMMON_PART_DROP, number, old, error)
         && run (self, HS_COMMON_START_DROP, number, old, error)
         && run (self, HS_COMMON_TEXT_DROP, number, NULL, error);
}

/* Adds one word to a match expression. It holds letters and digits only, so that quoting it is
 * enough. */
static void
add_word (HsSearch *search, const char *word)
{
  gboolean part = g_utf8_strlen (word, -1) >= PART_LEAST;
  GString **match = part ? &search->part : &search->start;

  if (*match == NULL)
    *match = g_string_new (NULL);
  g_string_append_printf (*match, "%s\"%s\"%s", (*match)->len > 0 ? " AND " : "", word,
                          part ? "" : "*");
}

HsSearch
hs_search_parse (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  HsSearch search = { NULL, NULL };

  if (g_utf8_validate (text, -1, NULL))
    hs_text_fold (folded, text);
  words = g_strsplit (folded->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      add_word (&search, words[i]);
  return search;
}

void
hs_search_clear (HsSearch *search)
{
  if (search->part != NULL)
    g_string_free (g_steal_pointer (&search->part), TRUE);
  if (search->start != NULL)
    g_string_free (g_steal_pointer (&search->start), TRUE);
}

/* Statement that finds the numbers of the first hits. */
static const char *
search_sql (const HsSearch *search)
{
  if (search->part != NULL && search->start != NULL)
    return "SELECT rowid FROM search_part WHERE search_part MATCH ?1 AND rowid IN "
           "(SELECT rowid FROM search_start WHERE search_start MATCH ?2) ORDER BY rowid LIMIT ?3";
  if (search->part != NULL)
    return "SELECT rowid FROM search_part WHERE search_part MATCH ?1 ORDER BY rowid LIMIT ?3";
  return "SELECT rowid FROM search_start WHERE search_start MATCH ?2 ORDER BY rowid LIMIT ?3";
}

/* Collects hits until the statement ends. */
static gboolean
collect (HsStore *self, sqlite3_stmt *statement, GArray *hits, GError **error)
{
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (statement, 0);
      HsHit hit = { .kind = (HsKindId) (number >> 40),
                    .id = number & ((G_GINT64_CONSTANT (1) << 40) - 1) };

      if ((guint) hit.kind < HS_N_KINDS)
        g_array_append_val (hits, hit);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  return result == SQLITE_DONE;
}

GArray *
hs_store_search (HsStore *self, const char *text, guint limit, GError **error)
{
  g_auto (HsSearch) search = hs_search_parse (text);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (HsHit));
  sqlite3_stmt *statement;
  gboolean done;

  if (search.part == NULL && search.start == NULL)
    return g_steal_pointer (&hits);
  statement = hs_store_take (self, search_sql (&search), error);
  if (statement == NULL)
    return NULL;
  if (search.part != NULL)
    sqlite3_bind_text (statement, 1, search.part->str, -1, SQLITE_TRANSIENT);
  if (search.start != NULL)
    sqlite3_bind_text (statement, 2, search.start->str, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, limit);
  done = collect (self, statement, hits, error);
  hs_store_give (self, statement);
  return done ? g_steal_pointer (&hits) : NULL;
}
