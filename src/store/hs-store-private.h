/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the store share: the connection, its prepared statements and its transaction.
 * Nothing outside src/store and its tests includes this. */
#pragma once

#include "hs-error.h"
#include "hs-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Statements that are prepared once for every kind. */
typedef enum
{
  HS_SLOT_INSERT,
  HS_SLOT_GET,
  HS_SLOT_UID,
  HS_N_SLOTS
} HsSlot;

/* Statements that are prepared once. */
typedef enum
{
  HS_COMMON_CHANGE,
  HS_COMMON_TEXT_GET,
  HS_COMMON_TEXT_SET,
  HS_COMMON_TEXT_DROP,
  HS_COMMON_PART_ADD,
  HS_COMMON_PART_DROP,
  HS_COMMON_START_ADD,
  HS_COMMON_START_DROP,
  HS_N_COMMONS
} HsCommon;

/* Called with the plan of each statement as it is prepared, one line a step: for tests. */
typedef void (*HsPlanFunc) (const char *sql, const char *plan, gpointer user_data);

/* The order of all records of a kind: see hs-query-sort.c. */
typedef struct _HsOrder HsOrder;
void hs_order_free (HsOrder *self);

struct _HsStore
{
  sqlite3 *db;
  char *path;
  gboolean read_only;
  gboolean as_it_is; /* an older version is not brought up to date */
  HsClock clock;

  gboolean seeded; /* uids follow from seed */
  guint64 seed;

  gboolean open; /* inside begin and commit */
  gint64 revision; /* of the open transaction */
  gboolean revision_written; /* its row is there: made by the first change */
  char *actor; /* uid, or NULL */
  char *what;
  HsActor *viewer; /* see hs-store-permission.h */

  sqlite3_stmt *slots[HS_N_KINDS][HS_N_SLOTS];
  sqlite3_stmt *commons[HS_N_COMMONS];
  GHashTable *cache; /* SQL text → sqlite3_stmt that nobody uses now */
  HsOrder *order; /* the last that a list was in, or NULL */
  gboolean trace; /* HS_TRACE_SQL */
  gboolean trace_plan; /* HS_TRACE_SQL=explain */
  HsPlanFunc plan_func;
  gpointer plan_data;
};

/* Sets @error from the last failure of @db; @doing says what could not be done, with the place of
 * the path ("cannot read %s"). */
void hs_store_set_error (sqlite3 *db, const char *path, const char *doing, GError **error);
/* The HsError for a result code of SQLite. */
HsError hs_store_error_code (int result);

/* Prepares the one statement in @sql; text after it is HS_ERROR_INVALID. */
sqlite3_stmt *hs_store_prepare (HsStore *self, const char *sql, GError **error);
/* Runs statements without parameters and without results. */
gboolean hs_store_exec (HsStore *self, const char *sql, GError **error);
/* The first column of the first row of @sql, or @otherwise. */
gint64 hs_store_scalar (HsStore *self, const char *sql, gint64 otherwise);

/* A statement out of the cache, or a new one; give it back with hs_store_give. */
sqlite3_stmt *hs_store_take (HsStore *self, const char *sql, GError **error);
void hs_store_give (HsStore *self, sqlite3_stmt *statement);
/* The statement of a slot, reset and without values; it belongs to the store, and is reset after
 * use with hs_store_done. */
sqlite3_stmt *hs_store_slot (HsStore *self, HsKindId kind, HsSlot slot, GError **error);
sqlite3_stmt *hs_store_common (HsStore *self, HsCommon common, GError **error);
/* Runs a statement that gives no rows, and resets it. */
gboolean hs_store_done (HsStore *self, sqlite3_stmt *statement, GError **error);

/* Appends "t"."uid", … for every column of @kind in the order that hs_store_read expects. @alias
 * may be NULL. */
void hs_store_append_columns (GString *sql, const HsKind *kind, const char *alias);
/* The record in the current row, whose columns were named by hs_store_append_columns from @column
 * on. (transfer full) */
HsRecord *hs_store_read (sqlite3_stmt *row, HsKindId kind, int column);
/* Reads one value of the database into @field; a choice that is not known is left out. */
void hs_store_read_field (HsRecord *record, guint field, sqlite3_stmt *row, int column);
/* Binds the value of @field as it is stored. */
void hs_store_bind_field (sqlite3_stmt *statement, int parameter, const HsRecord *record,
                          guint field);
/* Appends @name quoted. */
void hs_store_append_name (GString *sql, const char *name);

/* Makes sure that the revision of the open transaction is there: before the first change. */
gboolean hs_store_need_revision (HsStore *self, GError **error);
/* Writes a row of "change". @record_old and @record_new may be NULL for no value. */
gboolean hs_store_note_change (HsStore *self, const HsRecord *old, const HsRecord *new, guint field,
                               GError **error);
/* A new uid of @kind that is not in use. (transfer full) */
char *hs_store_new_uid (HsStore *self, const HsKind *kind, GError **error);

/* Brings the search index in step with @record, just saved, and with what shows its name. */
gboolean hs_store_index (HsStore *self, const HsRecord *record, gboolean is_new, GError **error);
/* Takes a record out of the search index. */
gboolean hs_store_unindex (HsStore *self, HsKindId kind, gint64 id, GError **error);
/* The text that @record is found by. (transfer full) */
char *hs_store_search_text (HsStore *self, const HsRecord *record);
/* The number of a record in the search index. */
gint64 hs_store_search_id (HsKindId kind, gint64 id);

/* Opens the connection of @self with its settings, and makes or checks the schema. */
gboolean hs_store_connect (HsStore *self, HsStoreFlags flags, GError **error);

/* Opens a file of this or an older version to read it as it is, without bringing it up to date. */
HsStore *hs_store_open_any (const char *path, GError **error);

/* HsMigration: the SQL that brings version @from to @from + 1. */
typedef struct
{
  int from;
  const char *sql;
} HsMigration;

/* Brings the file from its version to @target by @steps, after a copy next to it; see
 * hs_store_open. */
gboolean hs_store_migrate (HsStore *self, const HsMigration *steps, gsize n_steps, int target,
                           GError **error);

/* SQL of the current version. (transfer full) */
GBytes *hs_store_schema (void);

G_END_DECLS
