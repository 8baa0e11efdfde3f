/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing a record. */

#include "hs-remove.h"

#include "hs-dialogs.h"
#include "hs-record-load.h"
#include "hs-store-permission.h"

#include <glib/gi18n.h>

typedef struct
{
  HsWindow *window;
  HsContext *context;
  HsActor *actor;
  HsRecord *record;
  char *title;
} Removing;

static void
removing_free (Removing *removing)
{
  g_object_unref (removing->window);
  g_object_unref (removing->context);
  hs_actor_free (removing->actor);
  hs_record_unref (removing->record);
  g_free (removing->title);
  g_free (removing);
}

static gpointer
remove_job (HsStore *store, gpointer data, GError **error)
{
  Removing *removing = data;
  g_autoptr (HsRecord) fresh = hs_store_get (store, hs_record_kind_id (removing->record),
                                             hs_record_id (removing->record), error);

  if (fresh == NULL || !hs_store_may_remove (store, removing->actor, fresh, error)
      || !hs_store_begin (store, removing->actor, "remove", error))
    return NULL;
  removing->title = hs_record_title (fresh);
  if (!hs_store_remove (store, fresh, error) || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

static void
undo (Removing *removing)
{
  hs_record_restore (removing->context, hs_record_kind_id (removing->record),
                     hs_record_id (removing->record));
}

static void
removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removing *removing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    {
      g_autofree char *body = hs_sentence (error->message);
      hs_dialog_tell (GTK_WINDOW (removing->window), _ ("This cannot be removed"), body);
      removing_free (removing);
      return;
    }
  message = g_strdup_printf (_ ("Removed: %s"), removing->title);
  hs_window_toast_undo (removing->window, message, G_CALLBACK (undo), removing,
                        (GDestroyNotify) removing_free);
}

void
hs_remove_record (HsWindow *window, HsContext *context, HsRecord *record)
{
  Removing *removing = g_new0 (Removing, 1);

  removing->window = g_object_ref (window);
  removing->context = g_object_ref (context);
  removing->record = hs_record_ref (record);
  removing->actor =
      hs_context_actor (context) == NULL ? NULL : hs_actor_copy (hs_context_actor (context));
  hs_context_run (context, remove_job, removing, NULL, NULL, NULL, removed, removing);
}
