/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving: copies of what changed go to the worker and come back with their new identity, so that
 * people can type on meanwhile. One save at a time. */

#include "hs-editor-private.h"

#include "hs-store-permission.h"

/* Under the two seconds that are promised, with room for the save itself. */
#define SOON 900

typedef struct
{
  HsRecord *record; /* the one that the form shows: the worker does not touch it */
  HsRecord *copy;
  gboolean remove;
  gboolean restore;
} Item;

typedef struct
{
  HsActor *actor;
  GArray *items; /* of Item */
  guint conflict; /* 1 + index of the item that somebody else changed */
  HsRecord *theirs;
} Saving;

static void
saving_free (Saving *saving)
{
  for (guint i = 0; i < saving->items->len; i++)
    {
      Item *item = &g_array_index (saving->items, Item, i);
      hs_record_unref (item->record);
      hs_record_unref (item->copy);
    }
  g_array_unref (saving->items);
  hs_record_unref (saving->theirs);
  hs_actor_free (saving->actor);
  g_free (saving);
}

static gboolean
save_item (HsStore *store, const HsActor *actor, Item *item, GError **error)
{
  if (hs_store_is_outside (hs_record_kind_id (item->copy))
      && !hs_store_may_edit (store, actor, item->copy, error))
    return FALSE;
  if (item->remove)
    return hs_store_remove (store, item->copy, error);
  if (item->restore
      && !hs_store_restore_record (store, hs_record_kind_id (item->copy), hs_record_id (item->copy),
                                   error))
    return FALSE;
  if (item->restore)
    {
      /* Bringing it back made a revision of its own: start from that one. */
      g_autoptr (HsRecord) fresh =
          hs_store_get (store, hs_record_kind_id (item->copy), hs_record_id (item->copy), error);
      if (fresh == NULL)
        return FALSE;
      hs_record_set_identity (item->copy, hs_record_id (fresh), hs_record_uid (fresh),
                              hs_record_made (fresh), hs_record_changed (fresh), 0);
    }
  return hs_store_save (store, item->copy, error);
}

static gboolean
save_items (HsStore *store, Saving *saving, GError **error)
{
  for (guint i = 0; i < saving->items->len; i++)
    if (!save_item (store, saving->actor, &g_array_index (saving->items, Item, i), error))
      {
        saving->conflict = i + 1;
        return FALSE;
      }
  return TRUE;
}

static gpointer
save_job (HsStore *store, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autoptr (GError) failure = NULL;

  if (!hs_store_begin (store, saving->actor, "edit", error))
    return saving;
  if (save_items (store, saving, &failure))
    {
      saving->conflict = 0;
      hs_store_commit (store, error);
      return saving;
    }
  hs_store_rollback (store);
  if (g_error_matches (failure, HS_ERROR, HS_ERROR_STALE))
    {
      HsRecord *copy = g_array_index (saving->items, Item, saving->conflict - 1).copy;
      saving->theirs = hs_store_get (store, hs_record_kind_id (copy), hs_record_id (copy), NULL);
    }
  if (saving->theirs == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return saving;
}

/* What is on disk now is what was sent, not what the form shows by now. */
static void
take_saved (HsEditor *self, Saving *saving)
{
  for (guint i = 0; i < saving->items->len; i++)
    {
      Item *item = &g_array_index (saving->items, Item, i);
      HsEdited *edited = hs_editor_edited (self, item->record);
      if (edited == NULL)
        continue;
      edited->gone_on_disk = item->remove;
      if (item->remove)
        continue;
      hs_record_set_identity (item->record, hs_record_id (item->copy), hs_record_uid (item->copy),
                              hs_record_made (item->copy), hs_record_changed (item->copy), 0);
      hs_record_unref (edited->base);
      edited->base = hs_record_copy (item->copy);
    }
}

static gboolean save_now (HsEditor *self);

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  Saving *saving = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  self->saving = FALSE;
  if (error != NULL)
    {
      self->stopped = TRUE;
      hs_editor_emit_failed (self, error);
      hs_editor_answer_waiting (self, error);
      return;
    }
  if (saving->theirs != NULL)
    {
      g_autoptr (GError) stale =
          g_error_new_literal (HS_ERROR, HS_ERROR_STALE, "changed elsewhere");
      self->stopped = TRUE;
      hs_editor_emit_conflict (
          self, g_array_index (saving->items, Item, saving->conflict - 1).record, saving->theirs);
      if (self->stopped)
        hs_editor_answer_waiting (self, stale);
    }
  else
    {
      take_saved (self, saving);
      if (!save_now (self))
        {
          hs_editor_emit_saved (self);
          hs_editor_answer_waiting (self, NULL);
        }
    }
  saving_free (saving);
}

static void
add_item (GArray *items, HsEdited *edited)
{
  Item item = { .record = hs_record_ref (edited->record),
                .copy = hs_record_copy (edited->record),
                .remove = edited->gone,
                .restore = !edited->gone && edited->gone_on_disk };

  g_array_append_val (items, item);
}

/* Sends all that is not on disk. FALSE when there is nothing. */
static gboolean
save_now (HsEditor *self)
{
  Saving *saving;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->saving)
    return TRUE;
  saving = g_new0 (Saving, 1);
  saving->items = g_array_new (FALSE, TRUE, sizeof (Item));
  for (guint i = 0; i < self->edited->len; i++)
    {
      HsEdited *edited = g_ptr_array_index (self->edited, i);
      if (hs_edited_is_dirty (edited))
        add_item (saving->items, edited);
    }
  if (saving->items->len == 0)
    {
      saving_free (saving);
      return FALSE;
    }
  saving->actor = hs_context_actor (self->context) == NULL
                      ? NULL
                      : hs_actor_copy (hs_context_actor (self->context));
  self->saving = TRUE;
  self->stopped = FALSE;
  hs_context_run (self->context, save_job, saving, NULL, (GDestroyNotify) saving_free, NULL, saved,
                  g_object_ref (self));
  return TRUE;
}

static gboolean
timer_passed (gpointer user_data)
{
  HsEditor *self = user_data;

  self->timer = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

void
hs_editor_save_soon (HsEditor *self)
{
  self->stopped = FALSE;
  if (self->timer == 0)
    self->timer = g_timeout_add (SOON, timer_passed, self);
}

void
hs_editor_answer_waiting (HsEditor *self, const GError *error)
{
  GSList *waiting = g_steal_pointer (&self->waiting);

  for (GSList *l = waiting; l != NULL; l = l->next)
    if (error != NULL)
      g_task_return_error (l->data, g_error_copy (error));
    else
      g_task_return_boolean (l->data, TRUE);
  g_slist_free_full (waiting, g_object_unref);
}

void
hs_editor_flush_async (HsEditor *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  self->waiting = g_slist_append (self->waiting, task);
  if (!save_now (self))
    hs_editor_answer_waiting (self, NULL);
}

gboolean
hs_editor_flush_finish (HsEditor *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hs_editor_resolve (HsEditor *self, HsRecord *record, const HsRecord *theirs, gboolean take_theirs)
{
  HsEdited *edited = hs_editor_edited (self, record);

  g_return_if_fail (edited != NULL);
  hs_record_set_identity (record, hs_record_id (theirs), hs_record_uid (theirs),
                          hs_record_made (theirs), hs_record_changed (theirs), 0);
  for (guint i = 0; i < hs_record_kind (record)->n_fields; i++)
    {
      /* What only they changed is taken in any case. */
      gboolean ours = edited->base == NULL || !hs_record_same (record, edited->base, i);
      if (hs_record_same (record, theirs, i) || (ours && !take_theirs))
        continue;
      hs_record_copy_field (record, theirs, i);
      hs_editor_emit_field (self, record, i);
    }
  hs_record_unref (edited->base);
  edited->base = hs_record_copy (theirs);
  hs_editor_save_soon (self);
}
