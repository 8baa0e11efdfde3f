/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a file, on the worker thread. */

#include "hs-export-job.h"

#include "hs-store-permission.h"

#include <glib/gi18n.h>

typedef struct
{
  HsListSpec *spec;
  HsExportFormat format;
  char *path;
} Job;

static void
job_free (Job *job)
{
  hs_list_spec_free (job->spec);
  g_free (job->path);
  g_free (job);
}

/* What a host may not have as a file: it would hold students that were not placed with it. */
static gboolean
is_about_students (HsKindId kind)
{
  return kind == HS_KIND_STUDENT || kind == HS_KIND_ENROLMENT || kind == HS_KIND_GUARDIAN
         || kind == HS_KIND_SHARE || kind == HS_KIND_EXCLUSION;
}

/* The result is the number of records, one more, so that it is not NULL. */
static gpointer
export_job (HsStore *store, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (HsQuery) query = hs_list_spec_query (job->spec);
  HsExportOptions options = { .format = job->format, .query = query };
  guint n = 0;

  if (hs_store_viewer_is_host (store) && is_about_students (job->spec->kind))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED, _ ("your role does not allow this"));
      return NULL;
    }
  if (!hs_export_file (store, job->spec->kind, job->path, &options, &n, error))
    return NULL;
  return GUINT_TO_POINTER (n + 1);
}

void
hs_export_job_async (HsContext *context, const HsListSpec *spec, HsExportFormat format,
                     const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->spec = hs_list_spec_copy (spec);
  job->format = format;
  job->path = g_strdup (path);
  hs_context_run (context, export_job, job, (GDestroyNotify) job_free, NULL, NULL, callback,
                  user_data);
}

gboolean
hs_export_job_finish (HsContext *context, GAsyncResult *result, guint *n, GError **error)
{
  gpointer done = hs_context_run_finish (context, result, error);

  if (done == NULL)
    return FALSE;
  *n = GPOINTER_TO_UINT (done) - 1;
  return TRUE;
}
