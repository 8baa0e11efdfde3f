/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the file: what may be opened, how, and with which settings.
 *
 * A file that cannot be written, or lies in a folder that cannot be written, is opened read-only;
 * when SQLite cannot even make its helper files there, as unchanging (immutable=1). */

#include "hs-query-private.h"
#include "hs-store-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How long to wait for another program, in milliseconds. */
#define BUSY_MILLISECONDS 10000
#define RETRY_MICROSECONDS 20000

GBytes *
hs_store_schema (void)
{
  return g_resource_lookup_data (hs_store_get_resource (), "/nl/handslag/store/schema.sql",
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* Makes an empty file that only its owner can read, unless there is one. */
static gboolean
make_file (const char *path, GError **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int why = errno;

  if (file >= 0)
    return g_close (file, error);
  if (why == EEXIST)
    return TRUE;
  g_set_error (error, HS_ERROR,
               why == EACCES || why == EROFS || why == EPERM ? HS_ERROR_READ_ONLY
               : why == ENOSPC || why == EDQUOT              ? HS_ERROR_FULL
                                                             : HS_ERROR_IO,
               _ ("cannot make %s: %s"), path, g_strerror (why));
  return FALSE;
}

static gboolean
folder_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (folder, W_OK) == 0;
}

/* "file:" and the path with everything escaped that means something in a URI. */
static char *
immutable_uri (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

static int
open_file (HsStore *self, const char *name, int flags)
{
  int result;

  g_clear_pointer (&self->db, sqlite3_close_v2);
  result =
      sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  /* From the first look on: another program that closes the file holds it for a moment. */
  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
  return result;
}

/* Whether the schema can be read, which is when SQLite first looks at the file. */
static int
try_read (HsStore *self)
{
  return sqlite3_exec (self->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
}

static int
open_read_only (HsStore *self)
{
  g_autofree char *uri = immutable_uri (self->path);
  int result = open_file (self, self->path, SQLITE_OPEN_READONLY);

  self->read_only = TRUE;
  if (result == SQLITE_OK)
    result = try_read (self);
  if ((result & 0xff) == SQLITE_CANTOPEN || (result & 0xff) == SQLITE_READONLY
      || (result & 0xff) == SQLITE_IOERR)
    {
      result = open_file (self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
      if (result == SQLITE_OK)
        result = try_read (self);
    }
  return result;
}

/* Settings that hold for a connection, not for the file. */
static gboolean
set_up (HsStore *self, GError **error)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  return hs_query_set_up (self, error)
         && hs_store_exec (self,
                           "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                           "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                           "PRAGMA cache_size = -32000",
                           error);
}

/* Write-ahead logging is a property of the file. Turning it on does not wait for others by itself.
 */
static gboolean
set_wal (HsStore *self, GError **error)
{
  gint64 until = g_get_monotonic_time () + BUSY_MILLISECONDS * (gint64) 1000;
  int result;

  do
    {
      result = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
      if (result == SQLITE_OK)
        return hs_store_exec (self, "PRAGMA secure_delete = ON", error);
      if ((result & 0xff) == SQLITE_BUSY)
        g_usleep (RETRY_MICROSECONDS);
    }
  while ((result & 0xff) == SQLITE_BUSY && g_get_monotonic_time () < until);
  hs_store_set_error (self->db, self->path, _ ("cannot open %s"), error);
  return FALSE;
}

/* Whether nothing was ever written in the file. */
static gboolean
is_empty (HsStore *self)
{
  return hs_store_scalar (self, "SELECT count(*) FROM sqlite_schema", -1) == 0
         && hs_store_scalar (self, "PRAGMA user_version", -1) == 0
         && hs_store_scalar (self, "PRAGMA application_id", -1) == 0;
}

/* Makes the tables, unless another program was first. */
static gboolean
make_schema (HsStore *self, GError **error)
{
  g_autoptr (GBytes) schema = hs_store_schema ();
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d; COMMIT", HS_STORE_VERSION);

  if (!hs_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!is_empty (self))
    return hs_store_exec (self, "ROLLBACK", error);
  if (hs_store_exec (self, g_bytes_get_data (schema, NULL), error)
      && hs_store_exec (self, version, error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
check_version (HsStore *self, GError **error)
{
  gint64 version = hs_store_scalar (self, "PRAGMA user_version", -1);

  if (hs_store_scalar (self, "PRAGMA application_id", -1) != HS_STORE_APPLICATION_ID || version < 1)
    g_set_error (error, HS_ERROR, HS_ERROR_FORMAT,
                 _ ("cannot open %s: it is not a database of this program"), self->path);
  else if (version > HS_STORE_VERSION)
    g_set_error (error, HS_ERROR, HS_ERROR_VERSION,
                 _ ("cannot open %s: a newer version of this program made it"), self->path);
  else if (version < HS_STORE_VERSION && self->read_only && !self->as_it_is)
    g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
                 _ ("cannot open %s: it has to be brought up to date and cannot be written"),
                 self->path);
  else
    return version == HS_STORE_VERSION || hs_store_migrate (self, NULL, 0, HS_STORE_VERSION, error);
  return FALSE;
}

static gboolean
fail_to_open (HsStore *self, GError **error)
{
  hs_store_set_error (self->db, self->path, _ ("cannot open %s"), error);
  return FALSE;
}

gboolean
hs_store_connect (HsStore *self, HsStoreFlags flags, GError **error)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS) && !(flags & HS_STORE_CREATE))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no file %s"), self->path);
      return FALSE;
    }
  if ((flags & HS_STORE_CREATE) && !make_file (self->path, error))
    return FALSE;
  self->read_only = (flags & HS_STORE_READ_ONLY) != 0 || access (self->path, W_OK) != 0
                    || !folder_is_writable (self->path);
  if ((self->read_only ? open_read_only (self)
                       : open_file (self, self->path, SQLITE_OPEN_READWRITE))
      != SQLITE_OK)
    return fail_to_open (self, error);
  if (!set_up (self, error))
    return FALSE;
  if (try_read (self) != SQLITE_OK)
    return fail_to_open (self, error);
  if ((flags & HS_STORE_CREATE) && !self->read_only && is_empty (self)
      && (!set_wal (self, error) || !make_schema (self, error)))
    return FALSE;
  if (!check_version (self, error))
    return FALSE;
  return self->read_only || set_wal (self, error);
}
