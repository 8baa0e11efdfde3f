/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of the overview. */

#include "hs-overview-more.h"

#include "hs-attention.h"
#include "hs-life.h"
#include "hs-present.h"
#include "hs-retention.h"

#include <glib/gi18n.h>

#define MOST 6
#define LOAD_DAYS 56

static void
busy_free (gpointer data)
{
  HsBusy *busy = data;

  g_free (busy->name);
  g_free (busy);
}

void
hs_overview_more_free (HsOverviewMore *self)
{
  g_ptr_array_unref (self->unplaced);
  g_ptr_array_unref (self->idle);
  g_ptr_array_unref (self->news);
  g_ptr_array_unref (self->expired);
  g_ptr_array_unref (self->supervisors);
  g_ptr_array_unref (self->coaches);
  g_free (self);
}

static HsOverviewMore *
more_new (void)
{
  HsOverviewMore *self = g_new0 (HsOverviewMore, 1);

  self->unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  self->news = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  self->expired = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  self->supervisors = g_ptr_array_new_with_free_func (busy_free);
  self->coaches = g_ptr_array_new_with_free_func (busy_free);
  return self;
}

static void
add_records (HsStore *store, HsKindId kind, const GArray *ids, GPtrArray *tasks)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (HsRecord) record = hs_store_get (store, kind, id, NULL);
      HsTask *task;
      HsRowText text;
      if (record == NULL)
        continue;
      task = hs_task_new (kind, id);
      hs_present_row (store, record, &text);
      task->title = g_steal_pointer (&text.title);
      task->subtitle = g_steal_pointer (&text.subtitle);
      task->button = g_steal_pointer (&text.badge);
      hs_row_text_clear (&text);
      g_ptr_array_add (tasks, task);
    }
}

static gboolean
read_lists (HsOverviewMore *self, HsStore *store, const HsActor *actor, HsDay today, GError **error)
{
  gboolean school = actor != NULL && actor->side == HS_ORGANISATION_KIND_SCHOOL;
  gboolean host = actor != NULL && actor->side == HS_ORGANISATION_KIND_HOST;
  gint64 mine = actor == NULL ? 0 : actor->organisation;
  g_autoptr (GArray) students = NULL;
  g_autoptr (GArray) items = NULL;

  /* A host sees students only once they are placed. */
  if (!host)
    {
      students =
          hs_store_unplaced (store, school ? mine : 0, today, MOST, &self->n_unplaced, error);
      if (students == NULL)
        return FALSE;
      add_records (store, HS_KIND_STUDENT, students, self->unplaced);
    }
  items = hs_store_idle_items (store, host ? mine : 0, today, MOST, &self->n_idle, error);
  if (items == NULL)
    return FALSE;
  add_records (store, HS_KIND_ITEM, items, self->idle);
  return TRUE;
}

/* Only a coordinator is asked to clear up. */
static gboolean
read_expired (HsOverviewMore *self, HsStore *store, const HsActor *actor, HsDay today,
              GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (actor != NULL && !hs_actor_has_role (actor, HS_ROLE_COORDINATOR))
    return TRUE;
  ids = hs_store_expired (store, today, MOST, &self->n_expired, error);
  if (ids == NULL)
    return FALSE;
  add_records (store, HS_KIND_AGREEMENT, ids, self->expired);
  return TRUE;
}

static gboolean
read_loads (HsStore *store, HsLoadOf of, const HsActor *actor, HsDay today, GPtrArray *busy,
            GError **error)
{
  gboolean host = actor != NULL && actor->side == HS_ORGANISATION_KIND_HOST;
  g_autoptr (GArray) loads = hs_store_loads (store, of, host ? actor->organisation : 0, today,
                                             today + LOAD_DAYS, MOST, error);

  for (guint i = 0; loads != NULL && i < loads->len; i++)
    {
      const HsLoad *load = &g_array_index (loads, HsLoad, i);
      HsBusy *one = g_new0 (HsBusy, 1);
      *one = (HsBusy){ load->person, hs_present_title_of (store, HS_KIND_PERSON, load->person),
                       load->used, load->limit };
      g_ptr_array_add (busy, one);
    }
  return loads != NULL;
}

static void
add_news (HsOverviewMore *self, HsStore *store, gint64 agreement)
{
  g_autoptr (GPtrArray) history = hs_life_history (store, agreement, NULL);
  const HsLifeMoment *last;
  g_autofree char *moment = NULL;
  HsTask *task;

  if (history == NULL || history->len == 0)
    return;
  last = g_ptr_array_index (history, history->len - 1);
  task = hs_task_new (HS_KIND_AGREEMENT, agreement);
  moment = hs_moment_format (last->at);
  task->title = hs_present_title_of (store, HS_KIND_AGREEMENT, agreement);
  task->subtitle = g_strdup_printf ("%s · %s", last->sentence, moment);
  g_ptr_array_add (self->news, task);
}

static gboolean
read_news (HsOverviewMore *self, HsStore *store, const HsActor *actor, gint64 since, GError **error)
{
  g_autoptr (GArray) news = NULL;

  if (since == 0)
    return TRUE;
  news = hs_store_news (store, since, actor == NULL ? NULL : actor->uid, MOST, error);
  for (guint i = 0; news != NULL && i < news->len; i++)
    add_news (self, store, g_array_index (news, HsNews, i).agreement);
  return news != NULL;
}

typedef struct
{
  HsActor *actor;
  gint64 since;
} Ask;

static void
ask_free (Ask *ask)
{
  hs_actor_free (ask->actor);
  g_free (ask);
}

static Ask *
ask_new (HsContext *context, gint64 since)
{
  const HsActor *actor = hs_context_actor (context);
  Ask *ask = g_new0 (Ask, 1);

  ask->actor = actor == NULL ? NULL : hs_actor_copy (actor);
  ask->since = since;
  return ask;
}

static gpointer
more_job (HsStore *store, gpointer data, GError **error)
{
  const Ask *ask = data;
  HsDay today = hs_clock_today (hs_store_clock (store));
  g_autoptr (HsOverviewMore) self = more_new ();

  if (!read_lists (self, store, ask->actor, today, error)
      || !read_loads (store, HS_LOAD_SUPERVISOR, ask->actor, today, self->supervisors, error)
      || !read_loads (store, HS_LOAD_COACH, ask->actor, today, self->coaches, error)
      || !read_news (self, store, ask->actor, ask->since, error)
      || !read_expired (self, store, ask->actor, today, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
hs_overview_more_async (HsContext *context, gint64 since, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  hs_context_run (context, more_job, ask_new (context, since), (GDestroyNotify) ask_free,
                  (GDestroyNotify) hs_overview_more_free, cancellable, callback, user_data);
}

HsOverviewMore *
hs_overview_more_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}

/* ---- the last look ---- */

/* A fact for each person, because several may use one file. */
static gpointer
look_job (HsStore *store, gpointer data, GError **error)
{
  const Ask *ask = data;
  g_autofree char *name = ask->actor == NULL ? NULL : g_strconcat ("look-", ask->actor->uid, NULL);
  g_autofree char *before = name == NULL ? NULL : hs_store_fact (store, name);
  g_autofree char *now =
      g_strdup_printf ("%" G_GINT64_FORMAT, hs_clock_now (hs_store_clock (store)));
  gint64 *since = g_new0 (gint64, 1);

  if (before != NULL)
    *since = g_ascii_strtoll (before, NULL, 10);
  if (name != NULL && !hs_store_is_read_only (store)
      && hs_store_begin (store, ask->actor, "look", NULL)
      && (!hs_store_set_fact (store, name, now, NULL) || !hs_store_commit (store, NULL)))
    hs_store_rollback (store);
  return since;
}

void
hs_overview_look_async (HsContext *context, GAsyncReadyCallback callback, gpointer user_data)
{
  hs_context_run (context, look_job, ask_new (context, 0), (GDestroyNotify) ask_free, g_free, NULL,
                  callback, user_data);
}

gint64
hs_overview_look_finish (HsContext *context, GAsyncResult *result)
{
  g_autofree gint64 *since = hs_context_run_finish (context, result, NULL);

  return since == NULL ? 0 : *since;
}
