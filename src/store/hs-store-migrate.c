/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a file of an older version up to date.
 *
 * First the file is copied next to it with the backup API, as "NAME.version-N". Then all steps run
 * in one transaction with foreign keys checked at its end: either the file is of the new version,
 * or it is as it was. */

#include "hs-store-private.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A step of a released version never changes any more. Version 1 is the first. */
static const HsMigration released[] = {
  { 0, NULL },
};

/* Copies the whole database into @path in one step, so that another program that writes cannot
 * keep it going for ever. */
static gboolean
copy_before (HsStore *self, const char *path, GError **error)
{
  sqlite3 *to = NULL;
  sqlite3_backup *backup = NULL;
  int file = g_open (path, O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0600);
  gboolean done = FALSE;

  if (file >= 0 && sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    backup = sqlite3_backup_init (to, "main", self->db, "main");
  if (backup != NULL)
    {
      done = sqlite3_backup_step (backup, -1) == SQLITE_DONE;
      done = sqlite3_backup_finish (backup) == SQLITE_OK && done;
    }
  done = sqlite3_close (to) == SQLITE_OK && done && fsync (file) == 0;
  if (file >= 0)
    close (file);
  if (!done)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_IO,
                   _ ("cannot bring %s up to date: no copy of it could be made first"), self->path);
      g_unlink (path);
    }
  return done;
}

static gboolean
foreign_keys_hold (HsStore *self, GError **error)
{
  if (hs_store_scalar (self, "SELECT count(*) FROM pragma_foreign_key_check", 1) == 0)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_CORRUPT,
               _ ("cannot bring %s up to date: a reference would point at nothing"), self->path);
  return FALSE;
}

/* Runs the steps from the version that the file has now, inside a transaction. */
static gboolean
run_steps (HsStore *self, const HsMigration *steps, gsize n_steps, int target, GError **error)
{
  gint64 version = hs_store_scalar (self, "PRAGMA user_version", -1);

  for (gsize i = 0; i < n_steps && version < target; i++)
    if (steps[i].sql != NULL && steps[i].from == version)
      {
        g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", steps[i].from + 1);

        if (!hs_store_exec (self, steps[i].sql, error) || !hs_store_exec (self, mark, error))
          return FALSE;
        version++;
      }
  if (version < target)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_VERSION,
                   _ ("cannot bring %s up to date: no step leads on from version %d"), self->path,
                   (int) version);
      return FALSE;
    }
  return foreign_keys_hold (self, error);
}

gboolean
hs_store_migrate (HsStore *self, const HsMigration *steps, gsize n_steps, int target,
                  GError **error)
{
  int version = (int) hs_store_scalar (self, "PRAGMA user_version", -1);
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", self->path, version);
  gboolean done;

  if (steps == NULL)
    {
      steps = released;
      n_steps = G_N_ELEMENTS (released);
    }
  if (version >= target)
    return TRUE;
  if (!copy_before (self, copy, error))
    return FALSE;
  /* A table is rebuilt with its references off; they are checked before the commit. */
  if (!hs_store_exec (self, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  done = run_steps (self, steps, n_steps, target, error) && hs_store_exec (self, "COMMIT", error);
  if (!done)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return hs_store_exec (self, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
