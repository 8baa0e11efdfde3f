/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking what waits, after each change and every quarter of an hour: deadlines come by themselves.
 */

#include "hs-notify.h"

#include "hs-overview-data.h"

#include <glib/gi18n.h>

#define EVERY_SECONDS (15 * 60)
/* After a change: what a person does in one go is one change. */
#define AFTER_SECONDS 5
#define ID "waiting"

typedef struct
{
  HsWindow *window; /* not owned: this goes with it */
  HsContext *context;
  gulong handler;
  GCancellable *cancellable;
  guint timer;
  guint soon;
  guint told; /* how many things the last notification was about */
} Watch;

static void
watch_free (Watch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_signal_handler_disconnect (self->context, self->handler);
  g_object_unref (self->context);
  g_object_unref (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->soon, g_source_remove);
  g_free (self);
}

static gboolean
is_wanted (Watch *self)
{
  GSettings *settings = hs_context_settings (self->context);

  return settings != NULL && g_settings_get_boolean (settings, "notifications")
         && !gtk_window_is_active (GTK_WINDOW (self->window));
}

/* Without a bus there is nobody to tell. */
static GApplication *
bus_application (Watch *self)
{
  GApplication *application =
      G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window)));

  return application != NULL && g_application_get_dbus_connection (application) != NULL
             ? application
             : NULL;
}

static void
tell (Watch *self, GApplication *application, guint n)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("Something waits for you"));
  g_autofree char *body = g_strdup_printf (
      ngettext ("%u thing in Handslag waits for you.", "%u things in Handslag wait for you.", n),
      n);

  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.activate");
  g_application_send_notification (application, ID, notification);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsOverview) overview = hs_overview_load_finish (HS_CONTEXT (source), result, &error);
  Watch *self = user_data;
  guint n;

  /* Cancelled: the window and this are gone. */
  if (overview == NULL)
    return;
  n = overview->mine->len;
  if (n > self->told && is_wanted (self) && bus_application (self) != NULL)
    tell (self, bus_application (self), n);
  self->told = n;
}

static gboolean
look (gpointer user_data)
{
  Watch *self = user_data;
  if (hs_window_has_file (self->window) && hs_context_actor (self->context) != NULL)
    hs_overview_load_async (self->context, self->cancellable, loaded, self);
  return G_SOURCE_CONTINUE;
}

static gboolean
look_once (gpointer user_data)
{
  ((Watch *) user_data)->soon = 0;
  look (user_data);
  return G_SOURCE_REMOVE;
}

static void
changed (Watch *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add_seconds (AFTER_SECONDS, look_once, self);
}

/* Who looks at the window sees what waits. */
static void
became_active (Watch *self)
{
  GApplication *application = bus_application (self);

  if (application != NULL && gtk_window_is_active (GTK_WINDOW (self->window)))
    g_application_withdraw_notification (application, ID);
}

void
hs_notify_watch (HsWindow *window)
{
  Watch *self = g_new0 (Watch, 1);

  self->window = window;
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add_seconds (EVERY_SECONDS, look, self);
  self->context = g_object_ref (hs_window_context (window));
  self->handler = g_signal_connect_swapped (self->context, "changed", G_CALLBACK (changed), self);
  g_signal_connect_swapped (window, "notify::is-active", G_CALLBACK (became_active), self);
  g_object_set_data_full (G_OBJECT (window), "hs-notify", self, (GDestroyNotify) watch_free);
}
