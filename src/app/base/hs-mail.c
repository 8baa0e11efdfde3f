/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mail draft. */

#include "hs-mail.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  GtkWindow *parent;
  char *address;
  char *subject;
  char *body;
  GStrv files;
  guint answer; /* subscription to what the portal answers */
  GDBusConnection *bus;
} Draft;

static void
draft_free (Draft *self)
{
  if (self->answer != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->answer);
  g_clear_object (&self->bus);
  g_clear_object (&self->parent);
  g_free (self->address);
  g_free (self->subject);
  g_free (self->body);
  g_strfreev (self->files);
  g_free (self);
}

/* ---- a link ---- */

static void
link_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_task_return_int (task, HS_MAIL_WITHOUT_FILES);
  else
    g_task_return_error (task, error);
}

static void
show_link (GTask *task)
{
  Draft *self = g_task_get_task_data (task);
  g_autofree char *address = g_uri_escape_string (self->address, "@", FALSE);
  g_autofree char *subject = g_uri_escape_string (self->subject, NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (self->body, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, subject, body);

  gtk_show_uri_full (self->parent, uri, GDK_CURRENT_TIME, NULL, link_shown, task);
}

/* ---- xdg-email ---- */

static void
program_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;

  if (!g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL))
    {
      show_link (task);
      return;
    }
  g_task_return_int (task, HS_MAIL_WITH_FILES);
  g_object_unref (task);
}

static void
start_program (GTask *task)
{
  Draft *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  const char *const start[] = { "xdg-email",   "--utf8", "--subject",
                                self->subject, "--body", self->body };

  for (guint i = 0; i < G_N_ELEMENTS (start); i++)
    g_ptr_array_add (words, (gpointer) start[i]);
  for (guint i = 0; self->files[i] != NULL; i++)
    {
      g_ptr_array_add (words, (gpointer) "--attach");
      g_ptr_array_add (words, self->files[i]);
    }
  if (*self->address != '\0')
    g_ptr_array_add (words, self->address);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv (
      (const char *const *) words->pdata,
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  if (process != NULL)
    g_subprocess_wait_check_async (process, NULL, program_ended, task);
  else
    show_link (task);
}

/* ---- the portal ---- */

/* 0: done. 1: the user chose otherwise, which is theirs to do. 2: the portal has no mail program.
 */
static void
portal_answered (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                 const char *signal, GVariant *parameters, gpointer user_data)
{
  GTask *task = user_data;
  Draft *self = g_task_get_task_data (task);
  guint response = 2;

  g_variant_get_child (parameters, 0, "u", &response);
  g_dbus_connection_signal_unsubscribe (self->bus, self->answer);
  self->answer = 0;
  if (response == 2)
    {
      start_program (task);
      return;
    }
  g_task_return_int (task, HS_MAIL_WITH_FILES);
  g_object_unref (task);
}

static void
portal_called (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Draft *self = g_task_get_task_data (task);
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (source), NULL, result, NULL);

  /* The answer may have come already. */
  if (reply == NULL && self->answer != 0)
    {
      g_dbus_connection_signal_unsubscribe (self->bus, self->answer);
      self->answer = 0;
      start_program (task);
    }
}

/* The files as handles: the portal may stand outside the room that this program can see. */
static GVariant *
file_handles (Draft *self, GUnixFDList *list)
{
  GVariantBuilder handles;

  g_variant_builder_init (&handles, G_VARIANT_TYPE ("ah"));
  for (guint i = 0; self->files[i] != NULL; i++)
    {
      int fd = g_open (self->files[i], O_RDONLY | O_CLOEXEC, 0);
      int handle = fd < 0 ? -1 : g_unix_fd_list_append (list, fd, NULL);

      if (fd >= 0)
        close (fd);
      if (handle >= 0)
        g_variant_builder_add (&handles, "h", handle);
    }
  return g_variant_builder_end (&handles);
}

/* Where the answer comes is known before asking, so that it cannot be missed. */
static char *
request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  g_strdelimit (sender, ".", '_');
  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
}

static void
ask_portal (GTask *task)
{
  Draft *self = g_task_get_task_data (task);
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  g_autofree char *token = g_strdup_printf ("handslag%u", g_random_int ());
  g_autofree char *path = request_path (self->bus, token);
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "address", g_variant_new_string (self->address));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (self->subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (self->body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", file_handles (self, list));
  self->answer = g_dbus_connection_signal_subscribe (
      self->bus, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, portal_answered, task, NULL);
  g_dbus_connection_call_with_unix_fd_list (
      self->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Email", "ComposeEmail",
      g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE,
      10000, list, NULL, portal_called, g_object_ref (task));
}

static void
bus_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Draft *self = g_task_get_task_data (task);

  self->bus = g_bus_get_finish (result, NULL);
  if (self->bus != NULL)
    ask_portal (task);
  else
    start_program (task);
}

void
hs_mail_compose_async (GtkWindow *parent, const char *address, const char *subject,
                       const char *body, const char *const *files, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Draft *self = g_new0 (Draft, 1);

  self->parent = parent == NULL ? NULL : g_object_ref (parent);
  self->address = g_strdup (address != NULL ? address : "");
  self->subject = g_strdup (subject);
  self->body = g_strdup (body);
  self->files = g_strdupv ((GStrv) files);
  g_task_set_task_data (task, self, (GDestroyNotify) draft_free);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_found, task);
}

HsMailResult
hs_mail_compose_finish (GAsyncResult *result, GError **error)
{
  return (HsMailResult) g_task_propagate_int (G_TASK (result), error);
}
