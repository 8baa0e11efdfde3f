/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in and out of rows, by the description of their kind.
 *
 * In the database a day is 'YYYY-MM-DD', a moment 'YYYY-MM-DDTHH:MM:SSZ' and a choice its code, so
 * that the file can be read without this program; in memory they are numbers. */

#include "hs-store-private.h"

#include "hs-date.h"

#include <glib/gi18n.h>
#include <string.h>

/* The columns that every kind starts with: id, uid, made, changed, removed. */
#define N_HEAD 5

/* A unique start of a uid has to have this many characters. */
#define UID_LEAST 6

void
hs_store_append_name (GString *sql, const char *name)
{
  g_string_append_c (sql, '"');
  g_string_append (sql, name);
  g_string_append_c (sql, '"');
}

void
hs_store_append_columns (GString *sql, const HsKind *kind, const char *alias)
{
  static const char *const head[N_HEAD] = { "id", "uid", "made", "changed", "removed" };
  g_autofree char *prefix = alias != NULL ? g_strconcat (alias, ".", NULL) : g_strdup ("");

  for (guint i = 0; i < N_HEAD; i++)
    g_string_append_printf (sql, "%s%s\"%s\"", i > 0 ? ", " : "", prefix, head[i]);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", %s\"%s\"", prefix, kind->fields[i].name);
}

/* The index of the choice with exactly this code, or -1. */
static int
find_code (HsChoicesId choices, const char *code, gsize length)
{
  const HsChoices *list = &hs_choices_table[choices];

  for (guint i = 0; i < list->n_items; i++)
    if (strncmp (list->items[i].code, code, length) == 0 && list->items[i].code[length] == '\0')
      return (int) i;
  return -1;
}

static void
read_text (HsRecord *record, guint field, const char *text, gsize length)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  gint64 value;

  if (description->type == HS_TYPE_CHOICE)
    {
      value = find_code (description->choices, text, length);
      if (value >= 0)
        hs_record_set_int (record, field, value);
    }
  else if (description->type == HS_TYPE_DATE)
    {
      value = hs_day_parse_iso (text, length);
      if (value != HS_DAY_NONE)
        hs_record_set_int (record, field, value);
    }
  else if (description->type == HS_TYPE_TIME)
    {
      if (hs_moment_parse_iso_n (text, length, &value))
        hs_record_set_int (record, field, value);
    }
  else
    hs_record_set_text_n (record, field, text, length);
}

/* The text of @value without a copy and without NUL behind it. Asking for the length first makes it
 * UTF-8 in any file. */
static const char *
value_text (sqlite3_value *value, gsize *length)
{
  *length = (gsize) sqlite3_value_bytes (value);
  return *length > 0 ? sqlite3_value_blob (value) : "";
}

static void
read_value (HsRecord *record, guint field, sqlite3_value *value)
{
  int type = sqlite3_value_type (value);
  const char *text;
  gsize length;

  if (type == SQLITE_INTEGER)
    hs_record_set_int (record, field, sqlite3_value_int64 (value));
  else if (type != SQLITE_NULL)
    {
      text = value_text (value, &length);
      read_text (record, field, text, length);
    }
}

void
hs_store_read_field (HsRecord *record, guint field, sqlite3_stmt *row, int column)
{
  hs_record_unset (record, field);
  read_value (record, field, sqlite3_column_value (row, column));
}

/* The bytes that the texts of a record take, the uid included. */
static gsize
room_of (sqlite3_stmt *row, const HsKind *kind, int column)
{
  gsize room = (gsize) sqlite3_column_bytes (row, column + 1) + 1;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HS_TYPE_TEXT || kind->fields[i].type == HS_TYPE_LONG_TEXT)
      {
        int length = sqlite3_column_bytes (row, column + N_HEAD + (int) i);

        room += length > 0 ? (gsize) length + 1 : 0;
      }
  return room;
}

HsRecord *
hs_store_read (sqlite3_stmt *row, HsKindId kind, int column)
{
  const HsKind *description = hs_kind (kind);
  HsRecord *record = hs_record_new_with_room (kind, room_of (row, description, column));

  hs_record_set_identity (
      record, sqlite3_column_int64 (row, column),
      (const char *) sqlite3_column_text (row, column + 1), sqlite3_column_int64 (row, column + 2),
      sqlite3_column_int64 (row, column + 3), sqlite3_column_int64 (row, column + 4));
  /* A connection is of one thread: its values need no protection. */
  for (guint i = 0; i < description->n_fields; i++)
    read_value (record, i, sqlite3_column_value (row, column + N_HEAD + (int) i));
  return record;
}

void
hs_store_bind_field (sqlite3_stmt *statement, int parameter, const HsRecord *record, guint field)
{
  char buffer[32];

  if (record == NULL || !hs_record_has (record, field))
    {
      sqlite3_bind_null (statement, parameter);
      return;
    }
  switch (hs_record_kind (record)->fields[field].type)
    {
    case HS_TYPE_TEXT:
    case HS_TYPE_LONG_TEXT:
      sqlite3_bind_text (statement, parameter, hs_record_text (record, field), -1,
                         SQLITE_TRANSIENT);
      break;
    case HS_TYPE_DATE:
      hs_day_to_iso ((HsDay) hs_record_int (record, field), buffer);
      sqlite3_bind_text (statement, parameter, buffer, -1, SQLITE_TRANSIENT);
      break;
    case HS_TYPE_TIME:
      hs_moment_to_iso (hs_record_int (record, field), buffer);
      sqlite3_bind_text (statement, parameter, buffer, -1, SQLITE_TRANSIENT);
      break;
    case HS_TYPE_CHOICE:
      sqlite3_bind_text (statement, parameter, hs_record_code (record, field), -1, SQLITE_STATIC);
      break;
    default:
      sqlite3_bind_int64 (statement, parameter, hs_record_int (record, field));
    }
}

HsRecord *
hs_store_get (HsStore *self, HsKindId kind, gint64 id, GError **error)
{
  sqlite3_stmt *statement = hs_store_slot (self, kind, HS_SLOT_GET, error);
  HsRecord *record = NULL;
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    record = hs_store_read (statement, kind, 0);
  else if (result == SQLITE_DONE)
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no %s with number %lld"),
                 hs_kind_label (hs_kind (kind)), (long long) id);
  else
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  sqlite3_reset (statement);
  return record;
}

/* Finds at most two records whose uid starts with @uid. */
static sqlite3_stmt *
start_of_uid (HsStore *self, const HsKind *kind, const char *uid, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, uid FROM ");
  g_autofree char *after = g_strconcat (uid, "\x7f", NULL);
  sqlite3_stmt *statement;

  hs_store_append_name (sql, kind->name);
  g_string_append (sql, " WHERE uid >= ?1 AND uid < ?2 ORDER BY uid LIMIT 2");
  statement = hs_store_take (self, sql->str, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, uid, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, after, -1, SQLITE_TRANSIENT);
  return statement;
}

/* The id of the one record whose uid is or starts with @uid; 0 on error. */
static gint64
find_uid (HsStore *self, const HsKind *kind, const char *uid, GError **error)
{
  sqlite3_stmt *statement = start_of_uid (self, kind, uid, error);
  gboolean exact = FALSE, more = FALSE;
  gint64 id = 0;
  int result;

  if (statement == NULL)
    return 0;
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    {
      id = sqlite3_column_int64 (statement, 0);
      exact = strcmp ((const char *) sqlite3_column_text (statement, 1), uid) == 0;
      more = !exact && sqlite3_step (statement) == SQLITE_ROW;
    }
  else if (result != SQLITE_DONE)
    hs_store_set_error (self->db, self->path, _ ("cannot read %s"), error);
  hs_store_give (self, statement);
  if (result == SQLITE_DONE || (result == SQLITE_ROW && !exact && strlen (uid) < UID_LEAST))
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no record %s"), uid);
  else if (more)
    g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                 _ ("more than one record starts with %s: give more characters"), uid);
  else
    return id;
  return 0;
}

HsRecord *
hs_store_get_by_uid (HsStore *self, const char *uid, GError **error)
{
  const HsKind *kind = hs_kind_of_uid (uid);
  gint64 id;

  if (kind == NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no record %s"), uid);
      return NULL;
    }
  id = find_uid (self, kind, uid, error);
  return id != 0 ? hs_store_get (self, kind->id, id, error) : NULL;
}

char *
hs_store_uid (HsStore *self, HsKindId kind, gint64 id)
{
  sqlite3_stmt *statement = hs_store_slot (self, kind, HS_SLOT_UID, NULL);
  char *uid = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    uid = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return uid;
}
