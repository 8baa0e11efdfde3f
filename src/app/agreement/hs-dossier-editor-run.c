/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is no field is written in one transaction: after what was typed is saved, and before the
 * dossier is read again. */

#include "hs-dossier-editor-private.h"

typedef struct
{
  gint64 agreement;
  HsActor *actor;
  const char *what;
  HsLifeWrite write;
  gpointer data;
  GDestroyNotify free_data;
} Run;

static void
run_free (Run *run)
{
  hs_actor_free (run->actor);
  if (run->free_data != NULL)
    run->free_data (run->data);
  g_free (run);
}

static gpointer
run_job (HsStore *store, gpointer data, GError **error)
{
  Run *run = data;

  if (!hs_store_begin (store, run->actor, run->what, error))
    return NULL;
  if (!run->write (store, run->actor, run->agreement, run->data, error)
      || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

static void
run_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HsDossierEditor *self = g_task_get_source_object (task);
  GError *error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  hs_dossier_editor_reload (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HsDossierEditor *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!hs_editor_flush_finish (HS_EDITOR (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  hs_context_run (self->context, run_job, g_task_get_task_data (task), NULL, NULL, NULL, run_done,
                  g_object_ref (task));
}

void
hs_dossier_editor_run (HsDossierEditor *self, const char *what, HsLifeWrite write, gpointer data,
                       GDestroyNotify free_data, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  const HsActor *actor = hs_context_actor (self->context);
  Run *run = g_new0 (Run, 1);

  *run = (Run){ self->agreement, actor == NULL ? NULL : hs_actor_copy (actor), what, write, data,
                free_data };
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  hs_editor_flush_async (self->editor, flushed, task);
}

gboolean
hs_dossier_editor_run_finish (HsDossierEditor *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
