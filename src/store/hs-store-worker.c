/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database thread; see hs-store-worker.h.
 *
 * What goes to the main context goes as a source of its own: g_main_context_invoke() would run it
 * here when nobody happens to iterate that context.
 *
 * Between jobs it looks every second whether another program committed something: that is PRAGMA
 * data_version, which costs a look at one page of the log. */

#include "hs-store-worker.h"

#include "hs-store-private.h"

#include <glib/gi18n.h>

#define POLL_MICROSECONDS G_USEC_PER_SEC

/* What the thread knows the worker by. It never holds the worker itself, not for a moment: it could
 * turn out to hold it as the last, and would then have to join itself. */
typedef struct
{
  HsStoreWorker *worker; /* main thread only; NULL once closed */
} Link;

struct _HsStoreWorker
{
  GObject parent_instance;

  GThread *thread;
  Link *link; /* g_atomic_rc_box */
  GAsyncQueue *jobs;
  GMainContext *context;
  gboolean closed; /* main thread only */

  /* Of the thread alone. */
  HsStore *store; /* NULL while there is no file */
  gint64 revision;
  gint64 data_version;
};

struct _HsStoreJob
{
  HsStoreWorker *worker; /* while it runs */
  GTask *task; /* NULL: the thread ends */
  HsStoreJobFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  HsProgressFunc progress;
  gpointer progress_data;
  gint progress_permille; /* atomic: shown last */
  gint progress_waiting; /* atomic: a call is on its way to the main context */
  gatomicrefcount refs;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsStoreWorker, hs_store_worker, G_TYPE_OBJECT)

static void
job_unref (HsStoreJob *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;
  g_clear_object (&job->task);
  g_free (job);
}

static void
call_in (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify data_free)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, data_free);
  g_source_attach (source, context);
}

/* A change that has to be told in the main context. */
typedef struct
{
  Link *link;
  gint64 revision;
} Change;

static gboolean
tell_change (gpointer data)
{
  Change *change = data;

  if (change->link->worker != NULL)
    g_signal_emit (change->link->worker, signals[SIGNAL_CHANGED], 0, change->revision);
  return G_SOURCE_REMOVE;
}

static void
free_change (gpointer data)
{
  g_atomic_rc_box_release (((Change *) data)->link);
  g_free (data);
}

/* Notes what the file is now; whether it is another than the last time. */
static gboolean
look (HsStoreWorker *self)
{
  gint64 data_version, revision;
  gboolean other;

  if (self->store == NULL)
    return FALSE;
  data_version = hs_store_scalar (self->store, "PRAGMA data_version", self->data_version);
  revision = hs_store_revision (self->store);
  other = data_version != self->data_version || revision != self->revision;
  self->data_version = data_version;
  self->revision = revision;
  return other;
}

static void
look_for_change (HsStoreWorker *self, Link *link)
{
  Change *change;

  if (!look (self))
    return;
  change = g_new0 (Change, 1);
  change->link = g_atomic_rc_box_acquire (link);
  change->revision = self->revision;
  call_in (self->context, tell_change, change, free_change);
}

static void
interrupt (GCancellable *cancellable, gpointer store)
{
  sqlite3_interrupt (((HsStore *) store)->db);
}

/* Gives the result of @job to whoever waits for it. */
static void
return_result (HsStoreJob *job, gpointer result, GError *error)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (error == NULL)
    {
      g_task_return_pointer (job->task, result, job->result_free);
      return;
    }
  /* SQL that was interrupted fails in its own way. */
  if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (&error);
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("stopped"));
    }
  g_task_return_error (job->task, error);
}

static void
do_job (HsStoreWorker *self, HsStoreJob *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  GError *error = NULL;
  gpointer result = NULL;
  gulong handler = 0;

  if (cancellable == NULL || !g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      if (cancellable != NULL && self->store != NULL)
        handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt), self->store, NULL);
      job->worker = self;
      result = job->func (self->store, job, job->data, &error);
      g_cancellable_disconnect (cancellable, handler);
      if (self->store != NULL && hs_store_in_transaction (self->store))
        hs_store_rollback (self->store);
    }
  if (job->data_free != NULL)
    job->data_free (job->data);
  return_result (job, result, error);
}

/* The worker is not finalized before its thread is joined. */
static gpointer
run_thread (gpointer data)
{
  HsStoreWorker *self = data;
  gboolean more = TRUE;

  look (self);
  while (more)
    {
      HsStoreJob *job = g_async_queue_timeout_pop (self->jobs, POLL_MICROSECONDS);

      if (job != NULL && job->task == NULL)
        more = FALSE;
      else
        {
          if (job != NULL)
            do_job (self, job);
          look_for_change (self, self->link);
        }
      if (job != NULL)
        job_unref (job);
    }
  hs_store_close (g_steal_pointer (&self->store));
  return NULL;
}

static HsStoreJob *
new_job (void)
{
  HsStoreJob *job = g_new0 (HsStoreJob, 1);

  g_atomic_ref_count_init (&job->refs);
  return job;
}

void
hs_store_worker_close (HsStoreWorker *self)
{
  g_return_if_fail (HS_IS_STORE_WORKER (self));
  self->closed = TRUE;
  self->link->worker = NULL;
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->jobs, new_job ());
  g_thread_join (g_steal_pointer (&self->thread));
}

static void
hs_store_worker_dispose (GObject *object)
{
  hs_store_worker_close (HS_STORE_WORKER (object));
  G_OBJECT_CLASS (hs_store_worker_parent_class)->dispose (object);
}

static void
hs_store_worker_finalize (GObject *object)
{
  HsStoreWorker *self = HS_STORE_WORKER (object);

  g_async_queue_unref (self->jobs);
  g_atomic_rc_box_release (self->link);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (hs_store_worker_parent_class)->finalize (object);
}

static void
hs_store_worker_class_init (HsStoreWorkerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = hs_store_worker_dispose;
  G_OBJECT_CLASS (class)->finalize = hs_store_worker_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HS_TYPE_STORE_WORKER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hs_store_worker_init (HsStoreWorker *self)
{
  self->jobs = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  self->link = g_atomic_rc_box_new0 (Link);
  self->link->worker = self;
}

HsStoreWorker *
hs_store_worker_new (HsStore *store)
{
  HsStoreWorker *self = g_object_new (HS_TYPE_STORE_WORKER, NULL);

  self->store = store;
  self->thread = g_thread_new ("store", run_thread, self);
  return self;
}

void
hs_store_worker_run_async (HsStoreWorker *self, HsStoreJobFunc func, gpointer data,
                           GDestroyNotify data_free, GDestroyNotify result_free,
                           HsProgressFunc progress, gpointer progress_data,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  HsStoreJob *job = new_job ();

  g_return_if_fail (HS_IS_STORE_WORKER (self));
  /* The task does not hold the worker: the thread would have to join itself when it is the last. */
  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_check_cancellable (job->task, FALSE);
  g_task_set_source_tag (job->task, hs_store_worker_run_async);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  job->progress = progress;
  job->progress_data = progress_data;
  if (!self->closed)
    {
      g_async_queue_push (self->jobs, job);
      return;
    }
  if (data_free != NULL)
    data_free (data);
  g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("the file is closed"));
  job_unref (job);
}

gpointer
hs_store_worker_run_finish (HsStoreWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hs_store_worker_run_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
tell_progress (gpointer data)
{
  HsStoreJob *job = data;

  g_atomic_int_set (&job->progress_waiting, 0);
  /* Not after the result: whoever waited may be gone. */
  if (!g_task_get_completed (job->task))
    job->progress (g_atomic_int_get (&job->progress_permille) / 1000.0, job->progress_data);
  return G_SOURCE_REMOVE;
}

void
hs_store_job_progress (HsStoreJob *job, double fraction)
{
  gint permille = (gint) (CLAMP (fraction, 0, 1) * 1000);

  if (job->progress == NULL || g_atomic_int_get (&job->progress_permille) == permille)
    return;
  g_atomic_int_set (&job->progress_permille, permille);
  if (!g_atomic_int_compare_and_exchange (&job->progress_waiting, 0, 1))
    return;
  g_atomic_ref_count_inc (&job->refs);
  call_in (g_task_get_context (job->task), tell_progress, job, (GDestroyNotify) job_unref);
}

GCancellable *
hs_store_job_cancellable (HsStoreJob *job)
{
  return g_task_get_cancellable (job->task);
}

void
hs_store_job_use (HsStoreJob *job, HsStore *store)
{
  HsStoreWorker *self = job->worker;

  hs_store_close (self->store);
  self->store = store;
  look (self);
}
