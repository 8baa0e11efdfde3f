/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that a window's database work is done in.
 *
 * Jobs are done one after another, in the order in which they were asked. Callbacks and signals
 * come in the main context that the worker was made in. */
#pragma once

#include "hs-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HS_TYPE_STORE_WORKER (hs_store_worker_get_type ())
G_DECLARE_FINAL_TYPE (HsStoreWorker, hs_store_worker, HS, STORE_WORKER, GObject)

typedef struct _HsStoreJob HsStoreJob;

/**
 * HsStoreJobFunc:
 * @store: the store; only to be used during the call
 * @job: for hs_store_job_progress and hs_store_job_cancellable
 * @data: as given to hs_store_worker_run_async
 *
 * Does the work, in the thread of the worker. A transaction that it begins it also ends: one that
 * is left open is rolled back.
 *
 * Returns: what hs_store_worker_run_finish gives; NULL may be a result too: a failure is @error
 *   being set
 */
typedef gpointer (*HsStoreJobFunc) (HsStore *store, HsStoreJob *job, gpointer data, GError **error);

/* Called in the main context with 0.0 to 1.0; several calls may become one. */
typedef void (*HsProgressFunc) (double fraction, gpointer user_data);

/* Signal "changed" (gint64 revision): something was committed, here or by another program that has
 * the same file open. @store (transfer full) now belongs to the thread; NULL while no file is open,
 * and then it is what jobs get. (transfer full) */
HsStoreWorker *hs_store_worker_new (HsStore *store);

/**
 * hs_store_worker_run_async:
 * @data_free: frees @data after the job, in any thread; may be NULL
 * @result_free: frees a result that nobody took; may be NULL
 * @cancellable: skips the job while it waits, and interrupts its SQL while it runs
 * @progress: may be NULL
 * @callback: may be NULL when nobody waits for it
 */
void hs_store_worker_run_async (HsStoreWorker *self, HsStoreJobFunc func, gpointer data,
                                GDestroyNotify data_free, GDestroyNotify result_free,
                                HsProgressFunc progress, gpointer progress_data,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full): what the job returned. */
gpointer hs_store_worker_run_finish (HsStoreWorker *self, GAsyncResult *result, GError **error);

/* Waits until all jobs that were asked are done and the file is closed. Jobs that are asked later
 * fail with G_IO_ERROR_CLOSED. Disposing of the worker does the same. */
void hs_store_worker_close (HsStoreWorker *self);

/* For the job itself. */
/* Closes the store of the worker: it goes on with @store (transfer full), without telling of a
 * change. */
void hs_store_job_use (HsStoreJob *job, HsStore *store);
void hs_store_job_progress (HsStoreJob *job, double fraction);
/* NULL when it cannot be cancelled. (transfer none) */
GCancellable *hs_store_job_cancellable (HsStoreJob *job);

G_END_DECLS
