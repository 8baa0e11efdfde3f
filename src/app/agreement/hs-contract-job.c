/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract as PDF, on the worker thread. */

#include "hs-contract-job.h"

#include "hs-agreement-files.h"

typedef struct
{
  gint64 agreement;
  char *path;
  HsActor *actor;
} Writing;

static void
writing_free (Writing *writing)
{
  g_free (writing->path);
  hs_actor_free (writing->actor);
  g_free (writing);
}

static gpointer
write_job (HsStore *store, gpointer data, GError **error)
{
  Writing *writing = data;
  g_autoptr (GBytes) pdf =
      hs_agreement_pdf (store, writing->agreement, 0, NULL, writing->actor, NULL, error);

  if (pdf != NULL)
    g_file_set_contents_full (writing->path, g_bytes_get_data (pdf, NULL),
                              (gssize) g_bytes_get_size (pdf), G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                              error);
  return NULL;
}

void
hs_contract_write_async (HsContext *context, gint64 agreement, const char *path,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->agreement = agreement;
  writing->path = g_strdup (path);
  if (hs_context_actor (context) != NULL)
    writing->actor = hs_actor_copy (hs_context_actor (context));
  hs_context_run (context, write_job, writing, (GDestroyNotify) writing_free, NULL, NULL, callback,
                  user_data);
}

gboolean
hs_contract_write_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  GError *failure = NULL;

  hs_context_run_finish (context, result, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
