/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doctor: hashes, events and the search index. */

#include "hs-doctor-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/* Whether the SHA-256 of the value in @column is @hash. */
static gboolean
has_hash (sqlite3_stmt *row, int column, const char *hash)
{
  const guchar *data = sqlite3_column_blob (row, column);
  gsize size = (gsize) sqlite3_column_bytes (row, column);
  g_autofree char *found =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, data != NULL ? data : (guchar *) "", size);

  return g_strcmp0 (found, hash) == 0;
}

/* Row: uid, hash, canonical. */
static void
check_sheet (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  if (text (row, 1) == NULL || text (row, 2) == NULL)
    hs_doctor_found (
        self, "sheet-hash", text (row, 0),
        g_strdup_printf (_ ("Sheet %s is fixed, but its text or hash is missing."), text (row, 0)));
  else if (!has_hash (row, 2, text (row, 1)))
    hs_doctor_found (self, "sheet-hash", text (row, 0),
                     g_strdup_printf (_ ("The text of sheet %s is not the one that was fixed: "
                                         "its hash differs."),
                                      text (row, 0)));
}

/* Row: uid of the sign-off, uid of the sheet. */
static void
note_signoff (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  hs_doctor_found (self, "signoff-hash", text (row, 0),
                   g_strdup_printf (_ ("Signature %s is of another text than sheet %s has."),
                                    text (row, 0), text (row, 1)));
}

/* Row: uid of the sign-off, hash of the attachment. */
static void
note_missing_attachment (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  hs_doctor_found (
      self, "attachment", text (row, 0),
      g_strdup_printf (_ ("The attachment of signature %s is missing."), text (row, 0)));
}

/* Row: hash, data. */
static void
check_attachment (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  if (!has_hash (row, 1, text (row, 0)))
    hs_doctor_found (self, "attachment", NULL,
                     g_strdup_printf (_ ("The attachment %s is not what it was when it was added."),
                                      text (row, 0)));
}

/* The events of one agreement, as they pass by. */
typedef struct
{
  gint64 agreement;
  char state[32];
} Path;

/* Row: agreement, uid of the event, from, to. Each starts where the one before ended. */
static void
check_event (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  Path *path = data;
  const char *from = text (row, 2), *to = text (row, 3);

  if (sqlite3_column_int64 (row, 0) != path->agreement)
    {
      path->agreement = sqlite3_column_int64 (row, 0);
      path->state[0] = '\0';
    }
  if (from != NULL && path->state[0] != '\0' && strcmp (from, path->state) != 0)
    hs_doctor_found (
        self, "events", text (row, 1),
        g_strdup_printf (_ ("Event %s does not follow on the one before it."), text (row, 1)));
  if (to != NULL)
    g_strlcpy (path->state, to, sizeof path->state);
}

/* Row: uid of the agreement. */
static void
note_state (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  hs_doctor_found (self, "state", text (row, 0),
                   g_strdup_printf (_ ("The state of agreement %s is not the one that its last "
                                       "event led to."),
                                    text (row, 0)));
}

gboolean
hs_doctor_check_content (HsDoctor *self, GError **error)
{
  Path path = { 0 };

  return hs_doctor_rows (self,
                         "SELECT uid, hash, canonical FROM sheet WHERE hash IS NOT NULL "
                         "OR status IN ('fixed', 'in_force')",
                         check_sheet, NULL, error)
         && hs_doctor_rows (
             self,
             "SELECT o.uid, s.uid FROM signoff AS o JOIN sheet AS s ON s.id = o.sheet "
             "WHERE s.status IN ('fixed', 'in_force') AND o.hash IS NOT s.hash "
             "AND NOT EXISTS (SELECT 1 FROM event AS e WHERE "
             "e.agreement = o.agreement AND (e.made > o.made OR (e.made = o.made AND "
             "e.at > o.at)) AND e.\"action\" IN ('recall', 'reopen', 'return', "
             "'refuse'))",
             note_signoff, NULL, error)
         && hs_doctor_rows (
             self,
             "SELECT o.uid, o.attachment FROM signoff AS o WHERE o.attachment IS NOT "
             "NULL AND NOT EXISTS (SELECT 1 FROM attachment AS a "
             "WHERE a.sha256 = o.attachment)",
             note_missing_attachment, NULL, error)
         && hs_doctor_rows (self, "SELECT sha256, data FROM attachment", check_attachment, NULL,
                            error)
         && hs_doctor_rows (self,
                            "SELECT agreement, uid, from_state, to_state FROM event "
                            "ORDER BY agreement, id",
                            check_event, &path, error)
         && hs_doctor_rows (self,
                            "SELECT a.uid FROM agreement AS a WHERE coalesce (a.state, 'proposed') "
                            "IS NOT coalesce ((SELECT e.to_state FROM event AS e WHERE e.agreement "
                            "= a.id AND e.to_state IS NOT NULL ORDER BY e.id DESC LIMIT 1), "
                            "'proposed')",
                            note_state, NULL, error);
}

/* Row: number in the index, of a record that is not there or was removed. */
static void
note_extra (HsDoctor *self, sqlite3_stmt *row, gpointer kind)
{
  hs_doctor_found (self, "search", NULL,
                   g_strdup_printf (_ ("The search index holds a record of %s that is not there."),
                                    ((const HsKind *) kind)->name));
}

/* Row: a record and, last, its text in the index. */
static void
check_indexed (HsDoctor *self, sqlite3_stmt *row, gpointer data)
{
  const HsKind *kind = data;
  g_autoptr (HsRecord) record = hs_store_read (row, kind->id, 0);
  g_autofree char *wanted = hs_store_search_text (self->store, record);

  if (g_strcmp0 (wanted, text (row, sqlite3_column_count (row) - 1)) != 0)
    hs_doctor_found (
        self, "search", hs_record_uid (record),
        g_strdup_printf (_ ("The search index is not in step with %s."), hs_record_uid (record)));
}

static gboolean
check_kind (HsDoctor *self, const HsKind *kind, GError **error)
{
  long long first = hs_store_search_id (kind->id, 0);
  long long after = hs_store_search_id ((HsKindId) (kind->id + 1), 0);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *extra = g_strdup_printf (
      "SELECT s.id FROM search_text AS s WHERE s.id > %lld AND s.id < %lld AND NOT EXISTS "
      "(SELECT 1 FROM \"%s\" AS t WHERE t.id = s.id - %lld AND t.removed IS NULL)",
      first, after, kind->name, first);

  hs_store_append_columns (sql, kind, "t");
  g_string_append_printf (sql,
                          ", s.text FROM \"%s\" AS t LEFT JOIN search_text AS s ON s.id = t.id + "
                          "%lld WHERE t.removed IS NULL",
                          kind->name, first);
  return hs_doctor_rows (self, extra, note_extra, (gpointer) kind, error)
         && hs_doctor_rows (self, sql->str, check_indexed, (gpointer) kind, error);
}

static gboolean
check_index (HsDoctor *self, const char *name, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", name, name);
  int result = sqlite3_exec (self->store->db, sql, NULL, NULL, NULL);

  if ((result & 0xff) == SQLITE_CORRUPT)
    hs_doctor_found (self, "search", NULL,
                     g_strdup_printf (_ ("The search index %s does not fit its texts."), name));
  else if (result != SQLITE_OK)
    hs_store_set_error (self->store->db, self->store->path, _ ("cannot read %s"), error);
  return result == SQLITE_OK || (result & 0xff) == SQLITE_CORRUPT;
}

/* The two indexes against the table that they index. SQLite does that as part of a write, which is
 * taken back; a file that cannot be written goes without. */
gboolean
hs_doctor_check_indexes (HsDoctor *self, GError **error)
{
  gboolean own = sqlite3_get_autocommit (self->store->db) != 0;
  gboolean looked;

  if (self->store->read_only)
    return TRUE;
  if (own && !hs_store_exec (self->store, "BEGIN IMMEDIATE", error))
    return FALSE;
  looked = check_index (self, "search_part", error) && check_index (self, "search_start", error);
  if (own)
    hs_store_exec (self->store, "ROLLBACK", NULL);
  return looked;
}

gboolean
hs_doctor_check_search (HsDoctor *self, GError **error)
{
  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind ((HsKindId) i);

      if ((kind->flags & HS_KIND_FLAG_SEARCH) && !check_kind (self, kind, error))
        return FALSE;
    }
  return TRUE;
}
