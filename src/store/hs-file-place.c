/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file lies. Mounts are read from /proc/self/mountinfo (proc(5)); a synchronised folder is
 * known by what its client leaves in it, or by what the client's settings name. */

#include "hs-file-place.h"

#include "hs-backup.h"
#include "hs-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* File systems that other machines may write to at the same time. */
static const char *const network_types[] = {
  "nfs",
  "nfs4",
  "cifs",
  "smb3",
  "smbfs",
  "afs",
  "ncpfs",
  "coda",
  "ceph",
  "glusterfs",
  "lustre",
  "davfs",
  "gfs2",
  "fuse.sshfs",
  "sshfs",
  "fuse.rclone",
  "fuse.s3fs",
  "fuse.gvfsd-fuse",
  "ocfs2",
  "fuse.davfs",
  "beegfs",
  "fuse.davfs2",
  "fuse.ceph",
  "fuse.glusterfs",
  "fuse.smbnetfs",
  "fuse.curlftpfs",
  "fuse.google-drive-ocamlfuse",
  "fuse.onedriver",
  "fuse.gcsfuse",
};

/* What a client leaves in the folder that it synchronises; a "*" at the end stands for anything. */
static const struct
{
  const char *name;
  const char *client;
} markers[] = {
  { ".sync_*.db", "Nextcloud" },
  { "._sync_*.db", "Nextcloud" },
  { ".nextcloudsync.log", "Nextcloud" },
  { ".owncloudsync.log", "ownCloud" },
  { ".dropbox", "Dropbox" },
  { ".dropbox.cache", "Dropbox" },
  { ".stfolder", "Syncthing" },
  { ".seafile-data", "Seafile" },
  { ".grive", "Google Drive" },
  { ".gd", "Google Drive" },
  { ".insync-trash", "Insync" },
};

/* Names that only such folders have; what follows the name may be " - School". */
static const struct
{
  const char *name;
  const char *client;
} folder_names[] = {
  { "Nextcloud", "Nextcloud" },       { "ownCloud", "ownCloud" },
  { "OneDrive", "OneDrive" },         { "Dropbox", "Dropbox" },
  { "Google Drive", "Google Drive" }, { "GoogleDrive", "Google Drive" },
  { "iCloud Drive", "iCloud" },
};

/* Where clients write which folder they synchronise: files in the home folder, each line that
 * begins with the key (after white space) names one. */
static const struct
{
  const char *file;
  const char *key;
  const char *client;
} settings[] = {
  { ".config/Nextcloud/nextcloud.cfg", "localPath=", "Nextcloud" },
  { ".config/ownCloud/owncloud.cfg", "localPath=", "ownCloud" },
  { ".config/onedrive/config", "sync_dir", "OneDrive" },
  { ".dropbox/info.json", "\"path\":", "Dropbox" },
};

void
hs_file_place_free (HsFilePlace *self)
{
  g_free (self->what);
  g_free (self->root);
  g_free (self);
}

static HsFilePlace *
new_place (HsFilePlaceKind kind, const char *what, const char *root)
{
  HsFilePlace *self = g_new0 (HsFilePlace, 1);

  self->kind = kind;
  self->what = g_strdup (what);
  self->root = g_strdup (root);
  return self;
}

/* The real path of @path, or of its nearest folder that is there. (transfer full) */
static char *
real_path (const char *path)
{
  g_autofree char *at = g_canonicalize_filename (path, NULL);

  while (TRUE)
    {
      char *real = realpath (at, NULL);
      g_autofree char *parent = NULL;
      if (real != NULL)
        {
          char *copy = g_strdup (real);
          free (real);
          return copy;
        }
      parent = g_path_get_dirname (at);
      if (g_str_equal (parent, at))
        return g_steal_pointer (&parent);
      g_free (at);
      at = g_steal_pointer (&parent);
    }
}

static gboolean
is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  while (length > 1 && folder[length - 1] == '/')
    length--;
  return strncmp (path, folder, length) == 0
         && (length == 1 || path[length] == '/' || path[length] == '\0');
}

/* ---- mounts ---- */

static gboolean
is_network (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (network_types); i++)
    if (g_str_equal (type, network_types[i]))
      return TRUE;
  return FALSE;
}

/* The last mount with the longest folder above @path is the one that counts: a later line covers an
 * earlier one. Fields: id parent device root FOLDER options [optional] - TYPE source options; a
 * space in a name is \040. */
static HsFilePlace *
find_mount (const char *path, const char *mountinfo)
{
  g_auto (GStrv) lines = g_strsplit (mountinfo, "\n", -1);
  g_autofree char *best = NULL;
  g_autofree char *type = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *dash = strstr (lines[i], " - ");
      g_auto (GStrv) fields = dash == NULL ? NULL : g_strsplit (lines[i], " ", 6);
      g_auto (GStrv) after = dash == NULL ? NULL : g_strsplit (dash + 3, " ", 2);
      g_autofree char *folder = NULL;
      if (dash == NULL || g_strv_length (fields) < 6 || after[0] == NULL)
        continue;
      folder = g_strcompress (fields[4]);
      if (!is_below (path, folder) || (best != NULL && strlen (folder) < strlen (best)))
        continue;
      g_free (best);
      g_free (type);
      best = g_steal_pointer (&folder);
      type = g_strdup (after[0]);
    }
  return type != NULL && is_network (type) ? new_place (HS_FILE_PLACE_NETWORK, type, best) : NULL;
}

/* ---- clients ---- */

static const char *
marker_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    for (gsize i = 0; *name == '.' && i < G_N_ELEMENTS (markers); i++)
      if (g_pattern_match_simple (markers[i].name, name))
        return markers[i].client;
  return NULL;
}

static const char *
client_of_name (const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (folder_names); i++)
    if (g_str_equal (name, folder_names[i].name)
        || (g_str_has_prefix (name, folder_names[i].name)
            && g_str_has_prefix (name + strlen (folder_names[i].name), " - ")))
      return folder_names[i].client;
  return NULL;
}

/* Looks in every folder above @path, up to and without the home folder and the top. */
static HsFilePlace *
find_marked (const char *path, const char *home)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (!g_str_equal (folder, "/") && g_strcmp0 (folder, home) != 0)
    {
      const char *client = marker_in (folder);
      g_autofree char *parent = g_path_get_dirname (folder);
      if (client == NULL && is_below (folder, home))
        client = client_of_name (folder);
      if (client != NULL)
        return new_place (HS_FILE_PLACE_SYNCHRONISED, client, folder);
      g_free (folder);
      folder = g_steal_pointer (&parent);
    }
  return NULL;
}

/* The folder that a line of settings names: what follows the key, without quotes and "=".
 * (transfer full) */
static char *
folder_of_line (const char *line, const char *key, const char *home)
{
  const char *at = strstr (line, key);
  g_autofree char *value = NULL;

  if (at == NULL || *g_strchug ((char *) line) == '#')
    return NULL;
  value = g_strdup (at + strlen (key));
  g_strdelimit (value, "\"=,{}", ' ');
  g_strstrip (value);
  if (g_str_has_prefix (value, "~/"))
    return g_build_filename (home, value + 2, NULL);
  return *value == '/' ? g_steal_pointer (&value) : NULL;
}

static HsFilePlace *
find_in_settings (const char *path, const char *home)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *file = g_build_filename (home, settings[i].file, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      if (!g_file_get_contents (file, &text, NULL, NULL))
        continue;
      lines = g_strsplit_set (text, "\n,", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *named = folder_of_line (lines[j], settings[i].key, home);
          g_autofree char *folder = named == NULL ? NULL : real_path (named);
          if (folder != NULL && g_file_test (named, G_FILE_TEST_IS_DIR) && is_below (path, folder))
            return new_place (HS_FILE_PLACE_SYNCHRONISED, settings[i].client, folder);
        }
    }
  return NULL;
}

HsFilePlace *
hs_file_place_find (const char *path, const char *mountinfo, const char *home)
{
  g_autofree char *real = real_path (path);
  g_autofree char *own = NULL;
  g_autofree char *real_home = real_path (home != NULL ? home : g_get_home_dir ());
  HsFilePlace *found = NULL;

  if (mountinfo == NULL && g_file_get_contents ("/proc/self/mountinfo", &own, NULL, NULL))
    mountinfo = own;
  /* A file that is not there yet belongs to its folder. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      char *inside = g_build_filename (real, "x", NULL);
      g_free (real);
      real = inside;
    }
  if (mountinfo != NULL)
    found = find_mount (real, mountinfo);
  if (found == NULL)
    found = find_marked (real, real_home);
  if (found == NULL)
    found = find_in_settings (real, real_home);
  return found != NULL ? found : new_place (HS_FILE_PLACE_LOCAL, NULL, NULL);
}

gboolean
hs_file_place_check (const char *path, GError **error)
{
  g_autoptr (HsFilePlace) place = hs_file_place_find (path, NULL, NULL);

  if (place->kind == HS_FILE_PLACE_LOCAL)
    return TRUE;
  if (place->kind == HS_FILE_PLACE_NETWORK)
    g_set_error (error, HS_ERROR, HS_ERROR_PLACE,
                 _ ("%s is on a network share (%s); there the file can be damaged"), path,
                 place->what);
  else
    g_set_error (error, HS_ERROR, HS_ERROR_PLACE,
                 _ ("%s is in a folder that %s synchronises; there the file can be damaged"), path,
                 place->what);
  return FALSE;
}

/* ---- taking over ---- */

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) inner = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                   NULL, NULL, &inner))
    return TRUE;
  g_set_error (error, HS_ERROR,
               g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? HS_ERROR_FULL
                                                                        : HS_ERROR_IO,
               _ ("cannot copy %s: %s"), from, inner->message);
  return FALSE;
}

/* The log belongs to the file: what was saved last is in it. */
static gboolean
copy_with_log (const char *from, const char *to, GError **error)
{
  g_autofree char *log = g_strconcat (from, "-wal", NULL);
  g_autofree char *copy = g_strconcat (to, "-wal", NULL);

  return copy_file (from, to, error)
         && (!g_file_test (log, G_FILE_TEST_EXISTS) || copy_file (log, copy, error));
}

static void
remove_with_log (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_unlink (name);
    }
}

static gboolean
forget_user (const char *path, GError **error)
{
  g_autoptr (HsStore) store = hs_store_open (path, 0, error);

  return store != NULL && hs_store_begin (store, NULL, "me", error)
         && hs_store_set_fact (store, "me", NULL, error) && hs_store_commit (store, error);
}

gboolean
hs_store_take_over (const char *db_path, const char *source, GError **error)
{
  g_autofree char *copy = g_strconcat (db_path, ".overname", NULL);
  gboolean done;

  if (g_file_test (db_path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("there is a file %s already"), db_path);
      return FALSE;
    }
  if (!g_file_test (source, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("there is no file %s"), source);
      return FALSE;
    }
  if (!hs_file_place_check (db_path, error))
    return FALSE;
  done = copy_with_log (source, copy, error) && hs_store_restore (db_path, copy, error);
  remove_with_log (copy);
  if (done && !forget_user (db_path, error))
    {
      remove_with_log (db_path);
      done = FALSE;
    }
  return done;
}
