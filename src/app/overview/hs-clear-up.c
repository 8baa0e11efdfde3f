/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing what was kept long enough. It cannot be undone, so this is asked. */

#include "hs-clear-up.h"

#include "hs-dialogs.h"
#include "hs-retention.h"

#include <glib/gi18n.h>

static gpointer
erase_job (HsStore *store, gpointer data, GError **error)
{
  gint64 n = hs_store_erase_expired (store, data, hs_clock_today (hs_store_clock (store)), error);

  return n < 0 ? NULL : g_memdup2 (&n, sizeof n);
}

static void
erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = hs_context_run_finish (HS_CONTEXT (source), result, &error);
  g_autofree char *text = NULL;

  if (n == NULL)
    {
      text = hs_sentence (error->message);
      hs_dialog_tell (GTK_WINDOW (window), _ ("Nothing was erased"), text);
      return;
    }
  text = g_strdup_printf (
      ngettext ("%d agreement is erased.", "%d agreements are erased.", (gulong) *n), (int) *n);
  hs_window_toast (window, text);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsContext) context = user_data;
  const HsActor *actor = hs_context_actor (context);

  if (hs_dialog_ask_finish (result))
    hs_context_run (context, erase_job, actor == NULL ? NULL : hs_actor_copy (actor),
                    (GDestroyNotify) hs_actor_free, g_free, NULL, erased, g_object_ref (source));
}

void
hs_clear_up_ask (HsWindow *window, HsContext *context, gint64 n)
{
  g_autofree char *body = g_strdup_printf (
      ngettext ("%d agreement was kept long enough. It goes for good, with its sheets, notes and "
                "signatures. Backups that you made yourself still hold it.",
                "%d agreements were kept long enough. They go for good, with their sheets, notes "
                "and signatures. Backups that you made yourself still hold them.",
                (gulong) n),
      (int) n);

  hs_dialog_ask_async (GTK_WINDOW (window), _ ("Erase for good?"), body, _ ("_Erase"), TRUE,
                       answered, g_object_ref (context));
}
