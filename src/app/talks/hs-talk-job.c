/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A regional talk on the worker thread. */

#include "hs-talk-job.h"

#include "hs-present.h"
#include "hs-query.h"
#include "hs-store-permission.h"
#include "hs-talk-minutes.h"
#include "hs-talk.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 id;
  HsActor *actor;
} Ask;

static void
ask_free (Ask *ask)
{
  hs_actor_free (ask->actor);
  g_free (ask);
}

static Ask *
ask_new (HsContext *context, gint64 id)
{
  const HsActor *actor = hs_context_actor (context);
  Ask *ask = g_new0 (Ask, 1);

  ask->id = id;
  ask->actor = actor == NULL ? NULL : hs_actor_copy (actor);
  return ask;
}

/* ---- reading ---- */

static void
open_action_free (gpointer data)
{
  HsOpenAction *action = data;

  g_free (action->title);
  g_free (action->subtitle);
  g_free (action);
}

void
hs_talk_read_free (HsTalkRead *self)
{
  for (guint i = 0; i < HS_N_THEMES; i++)
    g_clear_pointer (&self->themes[i], hs_record_unref);
  g_ptr_array_unref (self->open);
  g_free (self);
}

static void
add_open (HsTalkRead *self, HsStore *store, const HsRecord *record)
{
  HsOpenAction *action = g_new0 (HsOpenAction, 1);
  HsDay today = hs_clock_today (hs_store_clock (store));
  g_autofree char *owner = hs_present_value (store, record, HS_ACTION_OWNER);
  g_autofree char *named = hs_present_value (store, record, HS_ACTION_OWNER_NAME);
  g_autofree char *due = hs_present_value (store, record, HS_ACTION_DUE);
  const char *who = *owner != '\0' ? owner : named;

  action->id = hs_record_id (record);
  action->title = g_strdup (hs_record_text (record, HS_ACTION_TEXT));
  action->subtitle = g_strconcat (who, *who != '\0' && *due != '\0' ? " · " : "", due, NULL);
  action->late =
      hs_record_has (record, HS_ACTION_DUE) && hs_record_int (record, HS_ACTION_DUE) < today;
  g_ptr_array_add (self->open, action);
}

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  const Ask *ask = data;
  g_autoptr (GPtrArray) open = hs_store_talk_open_actions (store, ask->id, error);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_TALK_THEME);
  g_autoptr (GPtrArray) themes = NULL;
  HsTalkRead *self;

  hs_query_where_int (query, HS_TALK_THEME_TALK, HS_OP_EQUAL, ask->id);
  themes = open == NULL ? NULL : hs_store_find (store, query, error);
  if (themes == NULL)
    return NULL;
  self = g_new0 (HsTalkRead, 1);
  self->open = g_ptr_array_new_with_free_func (open_action_free);
  for (guint i = 0; i < open->len; i++)
    add_open (self, store, g_ptr_array_index (open, i));
  for (guint i = 0; i < themes->len; i++)
    {
      HsRecord *row = g_ptr_array_index (themes, i);
      gint64 theme = hs_record_int (row, HS_TALK_THEME_THEME);
      if (theme >= 0 && theme < HS_N_THEMES && self->themes[theme] == NULL)
        self->themes[theme] = hs_record_ref (row);
    }
  return self;
}

void
hs_talk_read_async (HsContext *context, gint64 talk, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  hs_context_run (context, read_job, ask_new (context, talk), (GDestroyNotify) ask_free,
                  (GDestroyNotify) hs_talk_read_free, cancellable, callback, user_data);
}

HsTalkRead *
hs_talk_read_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}

/* ---- an action is done ---- */

static gpointer
done_job (HsStore *store, gpointer data, GError **error)
{
  const Ask *ask = data;
  g_autoptr (HsRecord) action = hs_store_get (store, HS_KIND_ACTION, ask->id, error);

  if (action == NULL || !hs_store_may_edit (store, ask->actor, action, error)
      || !hs_store_begin (store, ask->actor, "edit", error))
    return NULL;
  hs_record_set_int (action, HS_ACTION_DONE_ON, hs_clock_today (hs_store_clock (store)));
  if (!hs_store_save (store, action, error) || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

void
hs_talk_done_async (HsContext *context, gint64 action, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  hs_context_run (context, done_job, ask_new (context, action), (GDestroyNotify) ask_free, NULL,
                  NULL, callback, user_data);
}

/* ---- the next talk ---- */

static gpointer
next_job (HsStore *store, gpointer data, GError **error)
{
  const Ask *ask = data;
  g_autoptr (HsRecord) talk = hs_store_get (store, HS_KIND_TALK, ask->id, error);
  g_autofree gint64 *id = g_new0 (gint64, 1);

  if (talk == NULL || !hs_store_may_edit (store, ask->actor, talk, error)
      || !hs_store_begin (store, ask->actor, "edit", error))
    return NULL;
  *id = hs_store_talk_next (store, ask->id, error);
  if (*id != 0 && hs_store_commit (store, error))
    return g_steal_pointer (&id);
  hs_store_rollback (store);
  return NULL;
}

void
hs_talk_next_async (HsContext *context, gint64 talk, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  hs_context_run (context, next_job, ask_new (context, talk), (GDestroyNotify) ask_free, g_free,
                  NULL, callback, user_data);
}

gint64
hs_talk_next_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = hs_context_run_finish (context, result, error);

  return id == NULL ? 0 : *id;
}

/* ---- minutes ---- */

static gpointer
minutes_job (HsStore *store, gpointer data, GError **error)
{
  const Ask *ask = data;

  return hs_talk_minutes (store, ask->id, ask->actor, NULL, error);
}

void
hs_talk_minutes_async (HsContext *context, gint64 talk, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  hs_context_run (context, minutes_job, ask_new (context, talk), (GDestroyNotify) ask_free,
                  (GDestroyNotify) g_bytes_unref, NULL, callback, user_data);
}

GBytes *
hs_talk_minutes_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}
