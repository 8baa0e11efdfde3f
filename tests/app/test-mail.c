/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mail draft through the portal on a bus of its own, and through xdg-email where there is no
 * portal: address, subject, text and files arrive. */

#include "hs-mail.h"
#include "store-wait.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <string.h>

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

static const char xml[] =
    "<node><interface name='org.freedesktop.portal.Email'><method name='ComposeEmail'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method></interface></node>";

typedef struct
{
  char *folder;
  char *files[3];
  guint response;
  char *address;
  char *subject;
  char *content; /* of the second file, as it came over */
  HsMailResult result;
  gboolean done;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("hs-mail-XXXXXX", NULL);
  self->files[0] = g_build_filename (self->folder, "een.pdf", NULL);
  self->files[1] = g_build_filename (self->folder, "twee met spatie.txt", NULL);
  g_assert_true (g_file_set_contents (self->files[0], "eerste", -1, NULL));
  g_assert_true (g_file_set_contents (self->files[1], "tweede", -1, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *script = g_build_filename (self->folder, "xdg-email", NULL);
  g_autofree char *log = g_build_filename (self->folder, "log", NULL);

  g_unlink (script);
  g_unlink (log);
  g_unlink (self->files[0]);
  g_unlink (self->files[1]);
  g_rmdir (self->folder);
  g_free (self->files[0]);
  g_free (self->files[1]);
  g_free (self->folder);
  g_free (self->address);
  g_free (self->subject);
  g_free (self->content);
}

static void
composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  self->result = hs_mail_compose_finish (result, NULL);
  self->done = TRUE;
}

static void
compose (Fixture *self)
{
  hs_mail_compose_async (NULL, "p.mulder@zorg.example", "Stageafspraak 2027-00001",
                         "Dag,\ntot ziens", (const char *const *) self->files, composed, self);
  WAIT_UNTIL (self->done);
}

/* ---- the portal ---- */

static char *
read_handle (GUnixFDList *list, int handle)
{
  int fd = g_unix_fd_list_get (list, handle, NULL);
  char buffer[64] = "";
  gssize n = read (fd, buffer, sizeof buffer - 1);

  g_assert_cmpint (n, >, 0);
  close (fd);
  return g_strdup (buffer);
}

static void
answer (Fixture *self, GDBusMethodInvocation *call, const char *token)
{
  GDBusConnection *bus = g_dbus_method_invocation_get_connection (call);
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (call) + 1);
  g_autofree char *path = NULL;

  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf (PATH "/request/%s/%s", sender, token);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", path));
  g_dbus_connection_emit_signal (bus, NULL, path, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", self->response, NULL), NULL);
}

static void
called (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
        const char *method, GVariant *parameters, GDBusMethodInvocation *call, gpointer user_data)
{
  Fixture *self = user_data;
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (call));
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) handles = NULL;
  const char *token;

  g_assert_true (g_variant_lookup (options, "address", "s", &self->address));
  g_assert_true (g_variant_lookup (options, "subject", "s", &self->subject));
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  handles = g_variant_lookup_value (options, "attachment_fds", G_VARIANT_TYPE ("ah"));
  g_assert_cmpuint (g_variant_n_children (handles), ==, 2);
  self->content = read_handle (list, 1);
  answer (self, call, token);
}

/* A bus with a portal that answers @response; runs @then. */
static void
with_portal (Fixture *self, guint response)
{
  static const GDBusInterfaceVTable table = { .method_call = called };
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GDBusConnection) bus = NULL;
  guint name;

  self->response = response;
  g_test_dbus_up (daemon);
  bus =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (daemon),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, NULL);
  g_dbus_connection_register_object (bus, PATH, node->interfaces[0], &table, self, NULL, NULL);
  name =
      g_bus_own_name_on_connection (bus, NAME, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  compose (self);
  g_bus_unown_name (name);
  g_clear_object (&bus);
  g_test_dbus_stop (daemon);
}

static void
test_portal (Fixture *self, gconstpointer data)
{
  with_portal (self, 0);
  g_assert_cmpint (self->result, ==, HS_MAIL_WITH_FILES);
  g_assert_cmpstr (self->address, ==, "p.mulder@zorg.example");
  g_assert_cmpstr (self->subject, ==, "Stageafspraak 2027-00001");
  g_assert_cmpstr (self->content, ==, "tweede");
}

/* ---- xdg-email ---- */

/* A program of that name that writes down what it was given, each on a line. */
static void
put_program (Fixture *self)
{
  g_autofree char *script = g_build_filename (self->folder, "xdg-email", NULL);
  g_autofree char *text =
      g_strdup_printf ("#!/bin/sh\nfor word; do echo \"$word\"; done > '%s/log'\n", self->folder);
  g_autofree char *path = g_strdup_printf ("%s:%s", self->folder, g_getenv ("PATH"));

  g_assert_true (g_file_set_contents (script, text, -1, NULL));
  g_chmod (script, 0755);
  g_setenv ("PATH", path, TRUE);
}

/* A portal without a mail program behind it says so; then the next way is taken. */
static void
test_program (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_build_filename (self->folder, "log", NULL);
  g_autofree char *said = NULL;

  put_program (self);
  with_portal (self, 2);
  g_assert_cmpint (self->result, ==, HS_MAIL_WITH_FILES);
  g_assert_true (g_file_get_contents (log, &said, NULL, NULL));
  g_assert_nonnull (strstr (said, "--attach\n"));
  g_assert_nonnull (strstr (said, "twee met spatie.txt\n"));
  g_assert_nonnull (strstr (said, "p.mulder@zorg.example\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/mail/portal", Fixture, NULL, set_up, test_portal, tear_down);
  g_test_add ("/mail/program", Fixture, NULL, set_up, test_program, tear_down);
  return g_test_run ();
}
