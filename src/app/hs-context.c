/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker of the store owns the file. Jobs run one after the other, so that a page that reads
 * after a save sees what was saved, and nothing of SQLite runs on the main loop. */

#include "hs-context.h"

#include "hs-store-permission.h"

#include "hs-store-worker.h"

#include <glib/gi18n.h>

struct _HsContext
{
  GObject parent_instance;

  GSettings *settings;
  HsClock clock;
  char *path;
  HsActor *actor;
  gboolean read_only;
  guint pending;
  HsStoreWorker *worker;
};

enum
{
  CHANGED,
  ACTOR_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsContext, hs_context, G_TYPE_OBJECT)

typedef struct
{
  HsJob job;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GTask *task;
} Work;

static void
work_free_data (Work *work)
{
  if (work->free_data != NULL && work->data != NULL)
    work->free_data (g_steal_pointer (&work->data));
}

/* In the thread of the worker. */
static gpointer
work_run (HsStore *store, HsStoreJob *job, gpointer data, GError **error)
{
  Work *work = data;
  gpointer result = work->job (store, work->data, error);

  work_free_data (work);
  if (*error != NULL && result != NULL && work->free_result != NULL)
    work->free_result (g_steal_pointer (&result));
  return result;
}

static void
work_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (HsContext) self = g_object_ref (g_task_get_source_object (work->task));
  GError *error = NULL;
  gpointer done = hs_store_worker_run_finish (self->worker, result, &error);

  self->pending--;
  if (error != NULL)
    g_task_return_error (work->task, error);
  else
    g_task_return_pointer (work->task, done, work->free_result);
  /* Here only when it was stopped before it began. */
  work_free_data (work);
  g_object_unref (work->task);
  g_free (work);
}

void
hs_context_run (HsContext *self, HsJob job, gpointer data, GDestroyNotify free_data,
                GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                gpointer user_data)
{
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (HS_IS_CONTEXT (self));
  *work = (Work){ job, data, free_data, free_result,
                  g_task_new (self, cancellable, callback, user_data) };
  g_task_set_source_tag (work->task, hs_context_run);
  self->pending++;
  hs_store_worker_run_async (self->worker, work_run, work, NULL, free_result, NULL, NULL,
                             cancellable, work_done, work);
}

gpointer
hs_context_run_finish (HsContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  HsClock clock;
  char *path;
  HsStoreFlags flags;
  HsActor *actor;
  gboolean read_only;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  hs_actor_free (opening->actor);
  g_free (opening);
}

/* The file that was open before is only closed when the new one is open. */
static gpointer
open_job (HsStore *store, HsStoreJob *job, gpointer data, GError **error)
{
  Opening *opening = data;
  g_autofree char *me = NULL;
  HsStore *opened = hs_store_open (opening->path, opening->flags, error);

  if (opened == NULL)
    return NULL;
  hs_store_set_clock (opened, opening->clock);
  hs_store_job_use (job, opened);
  opening->read_only = hs_store_is_read_only (opened);
  me = hs_store_fact (opened, "me");
  if (me != NULL)
    opening->actor = hs_store_actor (opened, me, NULL);
  hs_store_set_viewer (opened, opening->actor);
  return opening;
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (HsContext) self = g_object_ref (g_task_get_source_object (task));
  GError *error = NULL;
  Opening *opening = hs_store_worker_run_finish (self->worker, result, &error);

  self->pending--;
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_free (self->path);
  self->path = g_strdup (opening->path);
  self->read_only = opening->read_only;
  g_clear_pointer (&self->actor, hs_actor_free);
  self->actor = g_steal_pointer (&opening->actor);
  g_signal_emit (self, signals[ACTOR_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
  g_task_return_boolean (task, TRUE);
}

void
hs_context_open_async (HsContext *self, const char *path, HsStoreFlags flags,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->clock = self->clock;
  opening->path = g_strdup (path);
  opening->flags = flags;
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  self->pending++;
  hs_store_worker_run_async (self->worker, open_job, opening, NULL, NULL, NULL, NULL, NULL, opened,
                             task);
}

gboolean
hs_context_open_finish (HsContext *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
remember_me (HsStore *store, gpointer data, GError **error)
{
  const HsActor *actor = data;

  hs_store_set_viewer (store, actor);
  if (hs_store_is_read_only (store))
    return NULL;
  if (hs_store_begin (store, NULL, "me", error))
    {
      if (!hs_store_set_fact (store, "me", actor == NULL ? NULL : actor->uid, error)
          || !hs_store_commit (store, error))
        hs_store_rollback (store);
    }
  return NULL;
}

void
hs_context_set_actor (HsContext *self, const HsActor *actor)
{
  HsActor *copy = actor == NULL ? NULL : hs_actor_copy (actor);

  hs_actor_free (self->actor);
  self->actor = copy;
  if (self->path != NULL)
    hs_context_run (self, remember_me, copy == NULL ? NULL : hs_actor_copy (copy),
                    (GDestroyNotify) hs_actor_free, NULL, NULL, NULL, NULL);
  g_signal_emit (self, signals[ACTOR_CHANGED], 0);
}

GSettings *
hs_context_settings (HsContext *self)
{
  return self->settings;
}

const HsClock *
hs_context_clock (HsContext *self)
{
  return &self->clock;
}

HsDay
hs_context_today (HsContext *self)
{
  return hs_clock_today (&self->clock);
}

const char *
hs_context_path (HsContext *self)
{
  return self->path;
}

gboolean
hs_context_is_read_only (HsContext *self)
{
  return self->read_only;
}

const HsActor *
hs_context_actor (HsContext *self)
{
  return self->actor;
}

gboolean
hs_context_is_busy (HsContext *self)
{
  return self->pending > 0;
}

char *
hs_context_key_path (HsContext *self, const char *uid)
{
  g_autofree char *name = g_strconcat (uid, ".hskey", NULL);

  return g_build_filename (g_get_user_data_dir (), "handslag", "keys", name, NULL);
}

static void
hs_context_finalize (GObject *object)
{
  HsContext *self = HS_CONTEXT (object);

  g_signal_handlers_disconnect_by_data (self->worker, self);
  hs_store_worker_close (self->worker);
  g_object_unref (self->worker);
  g_clear_object (&self->settings);
  g_free (self->path);
  hs_actor_free (self->actor);
  G_OBJECT_CLASS (hs_context_parent_class)->finalize (object);
}

static void
hs_context_class_init (HsContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_context_finalize;
  /* Something in the file changed, by a job or by another program. */
  signals[CHANGED] = g_signal_new ("changed", HS_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTOR_CHANGED] = g_signal_new ("actor-changed", HS_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tell_changed (HsContext *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hs_context_init (HsContext *self)
{
  self->worker = hs_store_worker_new (NULL);
  g_signal_connect_swapped (self->worker, "changed", G_CALLBACK (tell_changed), self);
}

HsContext *
hs_context_new (GSettings *settings, HsClock clock)
{
  HsContext *self = g_object_new (HS_TYPE_CONTEXT, NULL);

  self->settings = settings == NULL ? NULL : g_object_ref (settings);
  self->clock = clock;
  return self;
}
