/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attachments; see hs-attachment.h. */

#include "hs-attachment.h"

#include "hs-store-private.h"

#include <glib/gi18n.h>

static gboolean
insert (HsStore *self, gint64 agreement, const char *name, const char *media_type, GBytes *data,
        const char *sha256, GError **error)
{
  sqlite3_stmt *statement =
      hs_store_take (self,
                     "INSERT INTO attachment (sha256, agreement, name, media_type, added, data) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (sha256) DO NOTHING",
                     error);
  gboolean done;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, agreement);
  sqlite3_bind_text (statement, 3, name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 4, media_type, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 5, self->revision);
  sqlite3_bind_blob64 (statement, 6, g_bytes_get_data (data, NULL), g_bytes_get_size (data),
                       SQLITE_STATIC);
  done = hs_store_done (self, statement, error);
  hs_store_give (self, statement);
  return done;
}

char *
hs_store_attach (HsStore *self, gint64 agreement, const char *name, const char *media_type,
                 GBytes *data, GError **error)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (self->open, NULL);
  if (g_bytes_get_size (data) == 0 || g_bytes_get_size (data) > HS_ATTACHMENT_MOST)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                   _ ("cannot attach %s: a file has to hold something, and %d MB at most"), name,
                   HS_ATTACHMENT_MOST / 1024 / 1024);
      return NULL;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  if (!hs_store_need_revision (self, error)
      || !insert (self, agreement, name, media_type, data, sha256, error))
    return NULL;
  return g_steal_pointer (&sha256);
}

/* The content in the current row, when it is what @sha256 says. */
static GBytes *
checked (sqlite3_stmt *row, const char *sha256, GError **error)
{
  g_autoptr (GBytes) data =
      g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);

  if (g_str_equal (found, sha256))
    return g_steal_pointer (&data);
  g_set_error (error, HS_ERROR, HS_ERROR_CORRUPT,
               _ ("the attachment %s is not what it was when it was added"), sha256);
  return NULL;
}

GBytes *
hs_store_attachment (HsStore *self, const char *sha256, char **name, char **media_type,
                     GError **error)
{
  sqlite3_stmt *statement = hs_store_take (
      self, "SELECT data, name, media_type FROM attachment WHERE sha256 = ?1", error);
  GBytes *data = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW)
    data = checked (statement, sha256, error);
  else
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no attachment %s"), sha256);
  if (data != NULL && name != NULL)
    *name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  if (data != NULL && media_type != NULL)
    *media_type = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  hs_store_give (self, statement);
  return data;
}
