/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desktop sees of Handslag: nothing while the search is switched off, and never a name. */

#include "hs-search-provider.h"

#include "hs-demo.h"
#include "hs-locale.h"
#include "hs-query.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>

#define PATH "/nl/handslag/Handslag/SearchProvider"
#define INTERFACE "org.gnome.Shell.SearchProvider2"

typedef struct
{
  char *folder;
  char *path;
  GSettings *settings;
  GDBusConnection *served;
  GDBusConnection *asking;
  HsSearchProvider *provider;
  char *opened;
} Fixture;

static void
connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GDBusConnection **) user_data = g_dbus_connection_new_finish (result, &error);
  g_assert_no_error (error);
}

/* One end of the line between the program and the desktop. */
static void
take_end (int fd, const char *guid, GDBusConnectionFlags flags, GDBusConnection **connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) socket = g_socket_new_from_fd (fd, &error);
  g_autoptr (GSocketConnection) stream = NULL;

  g_assert_no_error (error);
  stream = g_socket_connection_factory_create_connection (socket);
  g_dbus_connection_new (G_IO_STREAM (stream), guid, flags, NULL, NULL, connected, connection);
}

/* Both talk to each other without a bus between them: there is no other process to wait for. */
static void
connect_both (Fixture *self)
{
  g_autofree char *guid = g_dbus_generate_guid ();
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, fds), ==, 0);
  take_end (fds[0], guid, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_SERVER, &self->served);
  take_end (fds[1], NULL, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT, &self->asking);
  while (self->served == NULL || self->asking == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
opened (HsSearchProvider *provider, const char *number, guint timestamp, Fixture *self)
{
  g_free (self->opened);
  self->opened = g_strdup (number);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  self->folder = g_dir_make_tmp ("hs-desktop-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "regio.handslag", NULL);
  store = hs_store_open (self->path, HS_STORE_CREATE, &error);
  g_assert_true (hs_demo_make (store, 30, 7, hs_day (2026, 11, 23), NULL, NULL, &error));
  g_assert_no_error (error);
  file = g_file_new_for_path (self->path);
  uri = g_file_get_uri (file);
  self->settings = g_settings_new (HS_APP_ID);
  g_settings_reset (self->settings, "search-provider");
  g_settings_set_string (self->settings, "last-file", uri);
  connect_both (self);
  self->provider = hs_search_provider_new (self->settings);
  g_signal_connect (self->provider, "open", G_CALLBACK (opened), self);
  g_assert_true (hs_search_provider_export (self->provider, self->served, PATH, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);

  /* The thread that read the file for an answer lets go a moment after the answer. */
  for (guint ms = 0; G_OBJECT (self->provider)->ref_count > 1 && ms < 20000; ms++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (self->provider);
  g_object_unref (self->served);
  g_object_unref (self->asking);
  g_object_unref (self->settings);
  g_unlink (self->path);
  g_unlink (wal);
  g_unlink (shm);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->opened);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GVariant **) user_data =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_no_error (error);
}

/* (transfer full) */
static GVariant *
ask (Fixture *self, const char *method, GVariant *parameters)
{
  GVariant *answer = NULL;

  g_dbus_connection_call (self->asking, NULL, PATH, INTERFACE, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, 20000, NULL, answered, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

/* The numbers that @text finds. (transfer full) */
static GStrv
find (Fixture *self, const char *text)
{
  const char *words[] = { text, NULL };
  g_autoptr (GVariant) answer = ask (self, "GetInitialResultSet", g_variant_new ("(^as)", words));
  GStrv numbers;

  g_variant_get (answer, "(^as)", &numbers);
  return numbers;
}

static void
test_off_at_first (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) found = find (self, "2026");

  g_assert_cmpuint (g_strv_length (found), ==, 0);
}

/* All names of students and people, with three letters or more. */
static GPtrArray *
names_of (Fixture *self)
{
  g_autoptr (HsStore) store = hs_store_open (self->path, HS_STORE_READ_ONLY, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (HsQuery) query = hs_query_new (pass == 0 ? HS_KIND_STUDENT : HS_KIND_PERSON);
      g_autoptr (GPtrArray) found = hs_store_find (store, query, NULL);

      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (names, hs_record_title (found->pdata[i]));
    }
  return names;
}

static void
test_no_names (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) names = names_of (self);
  g_auto (GStrv) found = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autofree char *shown = NULL;

  g_settings_set_boolean (self->settings, "search-provider", TRUE);
  found = find (self, "2026-000");
  g_assert_cmpuint (g_strv_length (found), >, 3);
  metas = ask (self, "GetResultMetas", g_variant_new ("(^as)", found));
  shown = g_variant_print (metas, FALSE);
  g_assert_nonnull (strstr (shown, found[0]));
  g_assert_cmpuint (names->len, >, 50);
  for (guint i = 0; i < names->len; i++)
    {
      g_auto (GStrv) by_name = NULL;

      if (strstr (shown, names->pdata[i]) != NULL)
        g_error ("'%s' is in what the desktop shows", (const char *) names->pdata[i]);
      if (i % 10 != 0)
        continue;
      by_name = find (self, names->pdata[i]);
      g_assert_cmpuint (g_strv_length (by_name), ==, 0);
    }
}

static void
test_opens (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) done = NULL;

  g_settings_set_boolean (self->settings, "search-provider", TRUE);
  done = ask (self, "ActivateResult", g_variant_new ("(sasu)", "2026-00002", NULL, 0));
  g_assert_cmpstr (self->opened, ==, "2026-00002");
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desktop/off", Fixture, NULL, set_up, test_off_at_first, tear_down);
  g_test_add ("/desktop/no-names", Fixture, NULL, set_up, test_no_names, tear_down);
  g_test_add ("/desktop/opens", Fixture, NULL, set_up, test_opens, tear_down);
  return g_test_run ();
}
