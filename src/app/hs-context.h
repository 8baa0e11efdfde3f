/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page and window shares: the database behind its worker thread, the settings, the
 * clock, who uses the program, and where keys are. It is handed down as a property; there is one
 * for each open file and there are no globals. */
#pragma once

#include "hs-error.h"
#include "hs-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HS_TYPE_CONTEXT (hs_context_get_type ())
G_DECLARE_FINAL_TYPE (HsContext, hs_context, HS, CONTEXT, GObject)

/**
 * HsJob:
 * @store: the open store; only ever touched by the worker thread
 * @data: what was given to hs_context_run()
 *
 * Work on the database. A result of NULL without @error set is a result.
 */
typedef gpointer (*HsJob) (HsStore *store, gpointer data, GError **error);

/* A context without a file. @settings may be NULL: nothing is remembered. (transfer full) */
HsContext *hs_context_new (GSettings *settings, HsClock clock);

GSettings *hs_context_settings (HsContext *self);
const HsClock *hs_context_clock (HsContext *self);
HsDay hs_context_today (HsContext *self);
/* The open file, NULL when there is none. (transfer none) */
const char *hs_context_path (HsContext *self);
gboolean hs_context_is_read_only (HsContext *self);

/* Who uses the program; NULL until that is known. (transfer none) */
const HsActor *hs_context_actor (HsContext *self);
/* Remembers in this file that @actor uses it here; NULL forgets. Emits "actor-changed". */
void hs_context_set_actor (HsContext *self, const HsActor *actor);

/* Opens @path in place of the file that is open. The old file stays open when it fails. */
void hs_context_open_async (HsContext *self, const char *path, HsStoreFlags flags,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean hs_context_open_finish (HsContext *self, GAsyncResult *result, GError **error);

/**
 * hs_context_run:
 * @job: runs on the worker thread, after all that was asked before it
 * @data: given to @job; freed with @free_data, on the worker thread
 * @free_result: how to free a result that nobody takes
 *
 * When the job changed the database, the signal "changed" follows on the main loop.
 */
void hs_context_run (HsContext *self, HsJob job, gpointer data, GDestroyNotify free_data,
                     GDestroyNotify free_result, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data);
/* The result of the job; NULL with @error set when it failed. (transfer full) */
gpointer hs_context_run_finish (HsContext *self, GAsyncResult *result, GError **error);

/* Whether jobs are waiting or running: for tests that wait until all is quiet. */
gboolean hs_context_is_busy (HsContext *self);

/* The path of the key file of the person @uid on this machine. (transfer full) */
char *hs_context_key_path (HsContext *self, const char *uid);

G_END_DECLS
