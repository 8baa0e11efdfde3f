/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signing key of a person. */

#include "hs-key-job.h"

#include "hs-sign.h"

#include <glib/gi18n.h>
#include <string.h>

HsKey *
hs_key_job_open (const char *path, const char *passphrase, const HsActor *actor, GError **error)
{
  g_autofree char *owner = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  const HsKeyCost *cost = g_getenv ("HANDSLAG_TEST_FILES") != NULL ? &hs_key_cost_least : NULL;
  g_autoptr (HsKey) key = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      key = hs_key_open_file (path, passphrase, &owner, error);
      if (key != NULL && g_strcmp0 (owner, actor->uid) != 0)
        {
          g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                               _ ("this key belongs to somebody else"));
          return NULL;
        }
      return g_steal_pointer (&key);
    }
  g_mkdir_with_parents (folder, 0700);
  key = hs_key_new (error);
  if (key == NULL || !hs_key_create_file (key, path, actor->uid, passphrase, cost, error))
    return NULL;
  return g_steal_pointer (&key);
}

/* ---- as a job ---- */

typedef struct
{
  HsActor *actor;
  char *path;
  char *passphrase;
} KeyJob;

static void
key_job_free (KeyJob *job)
{
  explicit_bzero (job->passphrase, strlen (job->passphrase));
  g_free (job->passphrase);
  g_free (job->path);
  hs_actor_free (job->actor);
  g_free (job);
}

static gpointer
key_job (HsStore *store, gpointer data, GError **error)
{
  KeyJob *job = data;
  g_autoptr (HsKey) key = hs_key_job_open (job->path, job->passphrase, job->actor, error);
  g_autoptr (HsRecord) record = NULL;

  if (key == NULL || hs_store_is_read_only (store))
    return g_steal_pointer (&key);
  if (!hs_store_begin (store, job->actor, "key", error))
    return NULL;
  record = hs_sign_key_record (store, job->actor, hs_key_get_public (key), TRUE, error);
  if (record != NULL && hs_store_commit (store, error))
    return g_steal_pointer (&key);
  hs_store_rollback (store);
  return NULL;
}

void
hs_key_job_async (HsContext *context, const char *passphrase, GAsyncReadyCallback callback,
                  gpointer user_data)
{
  KeyJob *job = g_new0 (KeyJob, 1);

  job->actor = hs_actor_copy (hs_context_actor (context));
  job->path = hs_context_key_path (context, job->actor->uid);
  job->passphrase = g_strdup (passphrase);
  hs_context_run (context, key_job, job, (GDestroyNotify) key_job_free,
                  (GDestroyNotify) hs_key_free, NULL, callback, user_data);
}

HsKey *
hs_key_job_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
