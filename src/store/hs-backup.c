/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backup and restore; see hs-backup.h.
 *
 * Copies go in one step: a copy in several steps starts anew each time another program writes, and
 * may never end. */

#include "hs-backup.h"

#include "hs-erase.h"
#include "hs-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes the name of a file durable. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

/* Makes what is in the file durable. */
static gboolean
sync_file (const char *path)
{
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (descriptor >= 0)
    close (descriptor);
  return done;
}

static gboolean
same_file (const char *a, const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

/* The longest that another program is waited for, in milliseconds. */
#define BUSY_MILLISECONDS 10000

/* Copies all of @from over all of @to. */
static gboolean
copy (sqlite3 *to, sqlite3 *from, const char *to_path, const char *doing, GError **error)
{
  sqlite3_backup *backup;

  sqlite3_busy_timeout (to, BUSY_MILLISECONDS);
  backup = sqlite3_backup_init (to, "main", from, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      if (sqlite3_backup_finish (backup) == SQLITE_OK)
        return TRUE;
    }
  hs_store_set_error (to, to_path, doing, error);
  return FALSE;
}

/* A new file next to @path that only its owner can read, open. (transfer full) */
static char *
make_next_to (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  int why = errno;

  if (descriptor >= 0)
    {
      close (descriptor);
      return g_steal_pointer (&name);
    }
  g_set_error (error, HS_ERROR,
               why == ENOSPC || why == EDQUOT                  ? HS_ERROR_FULL
               : why == EACCES || why == EROFS || why == EPERM ? HS_ERROR_READ_ONLY
                                                               : HS_ERROR_IO,
               _ ("cannot write %s: %s"), path, g_strerror (why));
  return NULL;
}

/* Copies @from into the new file @path, which is complete and durable or not used. */
static gboolean
copy_into (sqlite3 *from, const char *path, const char *shown, GError **error)
{
  sqlite3 *to = NULL;
  gboolean done =
      sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK;

  if (!done)
    hs_store_set_error (to, shown, _ ("cannot write %s"), error);
  /* It is synced as a whole; a crash half-way leaves a file that nobody uses. */
  done = done && sqlite3_exec (to, "PRAGMA synchronous = OFF", NULL, NULL, NULL) == SQLITE_OK
         && copy (to, from, shown, _ ("cannot write %s"), error);
  sqlite3_close (to);
  if (done && !sync_file (path))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("cannot write %s: %s"), shown,
                   g_strerror (errno));
      return FALSE;
    }
  return done;
}

/* Takes away a database and its helper files. */
static void
drop_files (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

gboolean
hs_store_backup (HsStore *self, const char *path, GError **error)
{
  g_autofree char *fresh = NULL;

  if (same_file (self->path, path))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   _ ("cannot write the backup over the database %s itself"), path);
      return FALSE;
    }
  fresh = make_next_to (path, error);
  if (fresh == NULL)
    return FALSE;
  if (!copy_into (self->db, fresh, path, error))
    {
      drop_files (fresh);
      return FALSE;
    }
  if (g_rename (fresh, path) != 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("cannot write %s: %s"), path,
                   g_strerror (errno));
      drop_files (fresh);
      return FALSE;
    }
  sync_folder (path);
  return TRUE;
}

/* Whether every page and every reference of the copy is sound. */
static gboolean
check_copy (HsStore *copy, const char *shown, GError **error)
{
  if (hs_store_scalar (
          copy, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", 1)
          == 0
      && hs_store_scalar (copy, "SELECT count(*) FROM pragma_foreign_key_check", 1) == 0)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_CORRUPT, _ ("cannot restore %s: it is damaged"), shown);
  return FALSE;
}

/* The uids that were erased in @current. (transfer full) */
static GPtrArray *
erased_uids (HsStore *current)
{
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = hs_store_take (current, "SELECT uid FROM tombstone", NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (uids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  hs_store_give (current, statement);
  return uids;
}

/* Erases @uid, and notes that it was erased also when the copy does not have it. */
static gboolean
erase_again (HsStore *copy, const char *uid, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get_by_uid (copy, uid, NULL);
  sqlite3_stmt *statement;
  gboolean done;

  if (record != NULL)
    return hs_store_erase_anyway (copy, hs_record_kind_id (record), hs_record_id (record), error);
  statement = hs_store_take (
      copy, "INSERT INTO tombstone (uid, rev) VALUES (?1, ?2) ON CONFLICT DO NOTHING", error);
  if (statement == NULL || !hs_store_need_revision (copy, error))
    return FALSE;
  sqlite3_bind_text (statement, 1, uid, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, copy->revision);
  done = hs_store_done (copy, statement, error);
  hs_store_give (copy, statement);
  return done;
}

/* What was erased since the backup stays erased, and the file becomes a new device. */
static gboolean
prepare_copy (HsStore *copy, HsStore *current, GError **error)
{
  g_autoptr (GPtrArray) uids =
      current != NULL ? erased_uids (current) : g_ptr_array_new_with_free_func (g_free);

  if (!hs_store_begin (copy, NULL, "restore", error))
    return FALSE;
  for (guint i = 0; i < uids->len; i++)
    if (!erase_again (copy, g_ptr_array_index (uids, i), error))
      return FALSE;
  if (!hs_store_set_fact (copy, "device", NULL, error) || !hs_store_commit (copy, error))
    return FALSE;
  return uids->len == 0 || hs_store_erase_traces (copy, error);
}

/* Moves a file that cannot be opened any more out of the way, with its helper files: an old log
 * beside a new file would spoil it. */
static void
set_aside (const char *path)
{
  static const char *const ends[] = { "-wal", "-shm", "" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (path, ends[i], NULL);
      g_autofree char *to = g_strconcat (path, ".damaged-", moment, ends[i], NULL);

      g_rename (from, to);
    }
}

/* Puts the finished copy in place: into the live file as one transaction, or as a new file. */
static gboolean
put_in_place (HsStore *copied, HsStore *current, const char *path, GError **error)
{
  g_autofree char *from = g_strdup (hs_store_path (copied));

  if (current != NULL)
    return copy (current->db, copied->db, path, _ ("cannot restore into %s"), error)
           && sqlite3_wal_checkpoint_v2 (current->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL)
                  != SQLITE_IOERR;
  sqlite3_wal_checkpoint_v2 (copied->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (!sync_file (from))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("cannot write %s: %s"), path,
                   g_strerror (errno));
      return FALSE;
    }
  set_aside (path);
  if (g_rename (from, path) == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("cannot write %s: %s"), path, g_strerror (errno));
  return FALSE;
}

/* The file that is there now. NULL without an error when there is none or it is damaged. */
static HsStore *
open_current (const char *path, GError **error)
{
  g_autoptr (GError) why = NULL;
  HsStore *current = hs_store_open (path, 0, &why);

  if (current != NULL && hs_store_is_read_only (current))
    {
      g_clear_pointer (&current, hs_store_close);
      g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
                   _ ("cannot restore into %s: the file or its folder cannot be written"), path);
    }
  else if (current == NULL && !g_error_matches (why, HS_ERROR, HS_ERROR_NOT_FOUND)
           && !g_error_matches (why, HS_ERROR, HS_ERROR_CORRUPT)
           && !g_error_matches (why, HS_ERROR, HS_ERROR_FORMAT))
    g_propagate_error (error, g_steal_pointer (&why));
  return current;
}

static gboolean
restore_copy (const char *fresh, const char *db_path, const char *backup_path, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (HsStore) current = NULL;
  g_autoptr (HsStore) copied = hs_store_open (fresh, 0, error);

  if (copied == NULL || !check_copy (copied, backup_path, error))
    return FALSE;
  current = open_current (db_path, &why);
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return prepare_copy (copied, current, error) && put_in_place (copied, current, db_path, error);
}

gboolean
hs_store_restore (const char *db_path, const char *backup_path, GError **error)
{
  g_autoptr (HsStore) backup = NULL;
  g_autofree char *fresh = NULL;
  gboolean done;

  if (same_file (db_path, backup_path))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("cannot restore %s from itself"), db_path);
      return FALSE;
    }
  backup = hs_store_open_any (backup_path, error);
  if (backup == NULL)
    return FALSE;
  fresh = make_next_to (db_path, error);
  if (fresh == NULL)
    return FALSE;
  done = copy_into (backup->db, fresh, db_path, error)
         && restore_copy (fresh, db_path, backup_path, error);
  drop_files (fresh);
  return done;
}
