/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one record for a form, and bringing one back. */

#include "hs-record-load.h"

#include "hs-store-permission.h"

#include <glib/gi18n.h>

typedef struct
{
  HsKindId kind;
  gint64 id;
  HsActor *actor;
} Key;

static void
key_free (Key *key)
{
  hs_actor_free (key->actor);
  g_free (key);
}

static Key *
key_new (HsKindId kind, gint64 id, const HsActor *actor)
{
  Key *key = g_new0 (Key, 1);

  key->kind = kind;
  key->id = id;
  key->actor = actor == NULL ? NULL : hs_actor_copy (actor);
  return key;
}

void
hs_loaded_free (HsLoaded *self)
{
  hs_record_unref (self->record);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self->title);
  g_free (self);
}

static gpointer
load_job (HsStore *store, gpointer data, GError **error)
{
  Key *key = data;
  HsRecord *record = hs_store_get (store, key->kind, key->id, error);
  HsLoaded *loaded;

  if (record == NULL)
    return NULL;
  if (hs_store_hides (store, record))
    {
      hs_record_unref (record);
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("you see who this is once the student is placed with you"));
      return NULL;
    }
  loaded = g_new0 (HsLoaded, 1);
  loaded->record = record;
  loaded->title = hs_present_title (store, record);
  loaded->titles = hs_titles_new ();
  hs_titles_collect (loaded->titles, store, record);
  loaded->editable =
      !hs_store_is_read_only (store) && hs_store_may_edit (store, key->actor, record, NULL);
  return loaded;
}

void
hs_record_load_async (HsContext *context, HsKindId kind, gint64 id, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  hs_context_run (context, load_job, key_new (kind, id, hs_context_actor (context)),
                  (GDestroyNotify) key_free, (GDestroyNotify) hs_loaded_free, NULL, callback,
                  user_data);
}

HsLoaded *
hs_record_load_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}

static gpointer
restore_job (HsStore *store, gpointer data, GError **error)
{
  Key *key = data;

  if (!hs_store_begin (store, key->actor, "undo", error))
    return NULL;
  if (!hs_store_restore_record (store, key->kind, key->id, error)
      || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

static void
restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    g_message ("undo: %s", error->message);
}

void
hs_record_restore (HsContext *context, HsKindId kind, gint64 id)
{
  hs_context_run (context, restore_job, key_new (kind, id, hs_context_actor (context)),
                  (GDestroyNotify) key_free, NULL, NULL, restored, NULL);
}
