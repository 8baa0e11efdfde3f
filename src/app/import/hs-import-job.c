/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import on the worker thread. */

#include "hs-import-job.h"

/* So many rows are shown; all are counted. */
#define ROWS_MOST 5000

typedef struct
{
  HsImportAsk *ask;
  HsActor *actor;
  GCancellable *cancellable;
} Job;

static void
ask_clear (gpointer data)
{
  HsImportAsk *self = data;

  g_free (self->path);
  g_free (self->bad_rows);
  g_clear_pointer (&self->columns, g_hash_table_unref);
}

HsImportAsk *
hs_import_ask_new (HsKindId kind, const char *path)
{
  HsImportAsk *self = g_atomic_rc_box_new0 (HsImportAsk);

  self->kind = kind;
  self->path = g_strdup (path);
  return self;
}

HsImportAsk *
hs_import_ask_ref (HsImportAsk *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hs_import_ask_unref (HsImportAsk *self)
{
  g_atomic_rc_box_release_full (self, ask_clear);
}

static void
job_free (Job *job)
{
  hs_import_ask_unref (job->ask);
  hs_actor_free (job->actor);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
progress (double fraction, guint rows, gpointer user_data)
{
  HsImportAsk *ask = user_data;

  g_atomic_int_set (&ask->percent, (int) (fraction * 100));
}

/* Students of a file without that column go to the school of who brings them in. */
static gint64
own_school (const HsActor *actor)
{
  return actor != NULL && actor->side == HS_ORGANISATION_KIND_SCHOOL ? actor->organisation : 0;
}

static gpointer
import_job (HsStore *store, gpointer data, GError **error)
{
  Job *job = data;
  const HsImportAsk *ask = job->ask;
  HsImportOptions options = { .dry_run = ask->dry_run,
                              .keep_good = ask->bad_rows != NULL,
                              .bad_rows = ask->bad_rows,
                              .new_when_unsure = ask->unsure == HS_UNSURE_NEW,
                              .match_by_name = ask->unsure == HS_UNSURE_BY_NAME,
                              .school = own_school (job->actor),
                              .columns = ask->columns,
                              .most_rows = ROWS_MOST,
                              .most_problems = ROWS_MOST,
                              .progress = progress,
                              .progress_data = job->ask,
                              .cancellable = job->cancellable };

  return hs_import_file (store, job->actor, ask->kind, ask->path, &options, error);
}

void
hs_import_job_async (HsContext *context, HsImportAsk *ask, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->ask = hs_import_ask_ref (ask);
  job->cancellable = g_object_ref (cancellable);
  if (hs_context_actor (context) != NULL)
    job->actor = hs_actor_copy (hs_context_actor (context));
  hs_context_run (context, import_job, job, (GDestroyNotify) job_free,
                  (GDestroyNotify) hs_import_result_free, cancellable, callback, user_data);
}

HsImportResult *
hs_import_job_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
