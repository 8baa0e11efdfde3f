/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file may live, and taking one over from where it may not. */

#include "store-world.h"

#include "hs-error.h"
#include "hs-file-place.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define MOUNTS                                                                                     \
  "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"                                                          \
  "30 22 0:31 / %s/school\\040schijf rw shared:3 - cifs //server/school rw\n"                      \
  "31 22 0:32 / %s/thuis rw - fuse.sshfs sanne@host: rw\n"                                         \
  "32 22 0:33 / %s/nas rw - nfs4 nas:/export rw\n"                                                 \
  "33 32 8:2 / %s/nas/lokaal rw - ext4 /dev/sdb1 rw\n"                                             \
  "34 22 0:34 / %s/wolk rw - fuse.rclone drive: rw\n"

static void
test_mounts (void)
{
  static const struct
  {
    const char *path;
    HsFilePlaceKind kind;
    const char *what;
  } cases[] = {
    { "stages.handslag", HS_FILE_PLACE_LOCAL, NULL },
    { "school schijf/stages.handslag", HS_FILE_PLACE_NETWORK, "cifs" },
    { "thuis/a/b.handslag", HS_FILE_PLACE_NETWORK, "fuse.sshfs" },
    { "nas/b.handslag", HS_FILE_PLACE_NETWORK, "nfs4" },
    { "nas/lokaal/b.handslag", HS_FILE_PLACE_LOCAL, NULL },
    { "nasi/b.handslag", HS_FILE_PLACE_LOCAL, NULL },
    { "wolk/b.handslag", HS_FILE_PLACE_NETWORK, "fuse.rclone" },
  };
  char *folder = hs_test_folder ();
  g_autofree char *mounts = g_strdup_printf (MOUNTS, folder, folder, folder, folder, folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].path, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autoptr (HsFilePlace) place = NULL;

      g_mkdir_with_parents (parent, 0700);
      place = hs_file_place_find (path, mounts, folder);
      g_assert_cmpint (place->kind, ==, cases[i].kind);
      g_assert_cmpstr (place->what, ==, cases[i].what);
    }
  hs_test_folder_free (folder);
}

static void
put_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Folders as the clients leave them, below a home folder of our own. */
static void
test_clients (void)
{
  static const struct
  {
    const char *path;
    const char *client;
  } cases[] = {
    { "Documenten/a.handslag", NULL },
    { "Wolk/stages/a.handslag", "Nextcloud" },
    { "Nextcloud/a.handslag", "Nextcloud" },
    { "OneDrive - Mbo Langenoord/Stages/a.handslag", "OneDrive" },
    { "Elders/stages/a.handslag", "OneDrive" },
    { "Werk/a.handslag", "Dropbox" },
    { "Drop/a.handslag", "Dropbox" },
    { "Dropbox oud/a.handslag", NULL },
    { "sync/a.handslag", "Syncthing" },
    { "koppeling/a.handslag", "Nextcloud" },
  };
  char *home = hs_test_folder ();
  g_autofree char *link = g_build_filename (home, "koppeling", NULL);
  g_autofree char *target = g_build_filename (home, "Wolk", NULL);
  g_autofree char *dropbox =
      g_strdup_printf ("{\"personal\": {\"path\": \"%s/Drop\", \"host\": 1}}", home);

  put_file (home, "Wolk/.sync_0a1b2c.db", "");
  put_file (home, ".config/onedrive/config",
            "# sync_dir = \"~/Documenten\"\nsync_dir = \"~/Elders\"");
  put_file (home, "Werk/.dropbox.cache/x", "");
  put_file (home, ".dropbox/info.json", dropbox);
  put_file (home, "sync/.stfolder/x", "");
  g_assert_cmpint (symlink (target, link), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (home, cases[i].path, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autoptr (HsFilePlace) place = NULL;

      g_mkdir_with_parents (parent, 0700);
      place = hs_file_place_find (path, "", home);
      g_assert_cmpstr (place->what, ==, cases[i].client);
    }
  hs_test_folder_free (home);
}

/* Opening is refused there, also to make a new file; a copy elsewhere has everything. */
static void
test_take_over (void)
{
  char *folder = hs_test_folder ();
  g_autofree char *shared = g_build_filename (folder, "gedeeld", NULL);
  g_autofree char *source = g_build_filename (shared, "test.handslag", NULL);
  g_autofree char *mine = g_build_filename (folder, "mijn.handslag", NULL);
  g_autofree char *new_one = g_build_filename (shared, "nieuw.handslag", NULL);
  HsStore *store;
  HsStore *copy;
  g_autoptr (HsRecord) record = NULL;
  g_autoptr (HsRecord) found = NULL;
  g_autofree char *me = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (shared, 0700);
  store = hs_test_store (shared);
  record = hs_test_organisation (store, "Zorggroep", HS_ORGANISATION_KIND_HOST);
  g_assert_true (hs_store_begin (store, NULL, "me", NULL));
  g_assert_true (hs_store_set_fact (store, "me", hs_record_uid (record), NULL));
  g_assert_true (hs_store_commit (store, NULL));
  g_free (g_steal_pointer (&source));
  source = g_strdup (hs_store_path (store));
  put_file (shared, ".owncloudsync.log", "");

  /* The log of the open file is part of what is taken over. */
  g_assert_true (hs_store_take_over (mine, source, &error));
  g_assert_no_error (error);
  hs_store_close (store);
  g_assert_null (hs_store_open (source, 0, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_PLACE);
  g_clear_error (&error);
  g_assert_null (hs_store_open (new_one, HS_STORE_CREATE, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_PLACE);
  g_assert_false (g_file_test (new_one, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  copy = hs_store_open (mine, 0, &error);
  g_assert_no_error (error);
  found = hs_store_get_by_uid (copy, hs_record_uid (record), NULL);
  g_assert_nonnull (found);
  me = hs_store_fact (copy, "me");
  g_assert_null (me);
  hs_store_close (copy);
  g_assert_false (hs_store_take_over (mine, source, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-place/mounts", test_mounts);
  g_test_add_func ("/file-place/clients", test_clients);
  g_test_add_func ("/file-place/take-over", test_take_over);
  return g_test_run ();
}
