/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling that something waits. Once a day, and when there is more: who gets a message for every
 * change reads none of them. */

#include "hs-notify.h"

#include <glib/gi18n.h>

static void
send (GApplication *application, guint n)
{
  g_autoptr (GNotification) notification =
      g_notification_new (_ ("Handslag: something waits for you"));
  g_autofree char *body =
      g_strdup_printf (ngettext ("%u thing waits for you.", "%u things wait for you.", n), n);

  g_notification_set_body (notification, body);
  g_application_send_notification (application, "waiting", notification);
}

gboolean
hs_notify_waiting (HsNotify *self, HsContext *context, GtkWindow *window, guint n)
{
  GSettings *settings = hs_context_settings (context);
  GtkApplication *application = window == NULL ? NULL : gtk_window_get_application (window);
  HsDay today = hs_context_today (context);
  gboolean known = self->day == today && n <= self->n;

  if (window != NULL && gtk_window_is_active (window))
    {
      *self = (HsNotify){ n, today };
      return FALSE;
    }
  if (known || n == 0 || application == NULL || settings == NULL
      || !g_settings_get_boolean (settings, "notifications"))
    return FALSE;
  *self = (HsNotify){ n, today };
  send (G_APPLICATION (application), n);
  return TRUE;
}
