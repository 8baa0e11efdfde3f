/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database of one user: opening, transactions, reading and saving records.
 *
 * A HsStore is one connection and belongs to one thread at a time. Every write happens between
 * hs_store_begin and hs_store_commit; what a transaction did is one revision, with each changed
 * field in the table "change". No function commits behind the caller's back. */
#pragma once

#include "hs-actor.h"
#include "hs-clock.h"
#include "hs-record.h"

G_BEGIN_DECLS

#define HS_STORE_VERSION 1
#define HS_STORE_APPLICATION_ID 0x48534C53 /* "HSLS" */

typedef struct _HsStore HsStore;

/**
 * HsStoreFlags:
 * @HS_STORE_CREATE: make the file when it is not there; else that is HS_ERROR_NOT_FOUND
 * @HS_STORE_READ_ONLY: never write; a file in a folder that cannot be written is opened like this
 * by itself, see hs_store_is_read_only
 */
typedef enum
{
  HS_STORE_CREATE = 1 << 0,
  HS_STORE_READ_ONLY = 1 << 1,
} HsStoreFlags;

/**
 * hs_store_open:
 *
 * Opens @path (mode 0600 when made), migrating it first when it is older: a copy is made with the
 * backup API next to it, the steps run in one transaction, and a failure leaves the old file as it
 * was. Refuses what is not a database of this program (HS_ERROR_FORMAT), is damaged
 * (HS_ERROR_CORRUPT), newer (HS_ERROR_VERSION), or on a share or in a synchronised folder
 * (HS_ERROR_PLACE; see hs-file-place.h).
 *
 * Returns: (transfer full): the store, or NULL
 */
HsStore *hs_store_open (const char *path, HsStoreFlags flags, GError **error);
/* Closes it; a transaction that is open is rolled back. NULL is allowed. */
void hs_store_close (HsStore *self);

const char *hs_store_path (HsStore *self);
gboolean hs_store_is_read_only (HsStore *self);
/* The clock that dates revisions and events. */
void hs_store_set_clock (HsStore *self, HsClock clock);
const HsClock *hs_store_clock (HsStore *self);
/* Makes uids follow from @seed instead of from randomness: for the demo region and tests. */
void hs_store_seed_uids (HsStore *self, guint64 seed);

/* Starts a transaction (BEGIN IMMEDIATE; waits 10 s for another program, then HS_ERROR_BUSY).
 * @actor may be NULL: the program itself. @what is a short stable word for the revision.
 * Transactions do not nest: starting one inside another is a programming mistake. */
gboolean hs_store_begin (HsStore *self, const HsActor *actor, const char *what, GError **error);
/* Commits; on failure everything is rolled back. A revision without any change is not kept. */
gboolean hs_store_commit (HsStore *self, GError **error);
void hs_store_rollback (HsStore *self);
gboolean hs_store_in_transaction (HsStore *self);
/* The revision of the open transaction, or the newest one outside. */
gint64 hs_store_revision (HsStore *self);

/* The record with local @id. NULL with HS_ERROR_NOT_FOUND when there is none. (transfer full) */
HsRecord *hs_store_get (HsStore *self, HsKindId kind, gint64 id, GError **error);
/* The record with this uid, or with the only uid that starts with it (at least 6 characters).
 * (transfer full) */
HsRecord *hs_store_get_by_uid (HsStore *self, const char *uid, GError **error);
/* The uid of a record, NULL when there is none. (transfer full) */
char *hs_store_uid (HsStore *self, HsKindId kind, gint64 id);

/**
 * hs_store_save:
 * @record: a new record (id 0), or one that was read and changed
 *
 * Inside a transaction: inserts, or updates the fields that differ from what is stored, and writes
 * the changes down; the identity of @record is brought up to date. Never refuses for what is empty.
 *
 * Returns: FALSE with HS_ERROR_STALE when the stored record was changed since @record was read and
 *   one of the same fields differs; HS_ERROR_NOT_FOUND when it is gone; HS_ERROR_REFUSED when a new
 *   record has the uid of one that was erased for good
 */
gboolean hs_store_save (HsStore *self, HsRecord *record, GError **error);
/* Removes the record and what belongs to it (parent fields), in a way that can be brought back.
 * HS_ERROR_REFUSED when something else still needs it, naming what. */
gboolean hs_store_remove (HsStore *self, HsRecord *record, GError **error);
/* Brings back a record that was removed, with what went with it in the same revision. */
gboolean hs_store_restore_record (HsStore *self, HsKindId kind, gint64 id, GError **error);

/* Facts about this file: "me" (uid of who uses it), "device", … NULL when there is none. */
char *hs_store_fact (HsStore *self, const char *name);
gboolean hs_store_set_fact (HsStore *self, const char *name, const char *value, GError **error);

/* Who @uid (or a unique start of it) is: a person, student or guardian. (transfer full) */
HsActor *hs_store_actor (HsStore *self, const char *uid, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStore, hs_store_close)

G_END_DECLS
