/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many records at once. The selection knows positions only, because most rows of a long list were
 * never read; the worker reads them by the same query. */

#include "hs-many.h"

#include "hs-store-permission.h"

#include <glib/gi18n.h>

/* ---- what is chosen ---- */

HsChosen *
hs_chosen_new (const HsListSpec *spec, GtkSelectionModel *selection)
{
  HsChosen *self = g_new0 (HsChosen, 1);
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (selection);
  GtkBitsetIter iter;
  guint position;

  self->spec = hs_list_spec_copy (spec);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n = (guint) gtk_bitset_get_size (bits);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      guint *last = self->ranges->len > 0
                        ? &g_array_index (self->ranges, guint, self->ranges->len - 2)
                        : NULL;
      if (last != NULL && last[0] + last[1] == position)
        last[1]++;
      else
        g_array_append_vals (self->ranges, (guint[]){ position, 1 }, 2);
    }
  return self;
}

HsChosen *
hs_chosen_copy (const HsChosen *self)
{
  HsChosen *copy = g_new0 (HsChosen, 1);

  copy->spec = hs_list_spec_copy (self->spec);
  copy->ranges = g_array_copy (self->ranges);
  copy->n = self->n;
  return copy;
}

void
hs_chosen_free (HsChosen *self)
{
  hs_list_spec_free (self->spec);
  g_array_unref (self->ranges);
  g_free (self);
}

/* The records, NULL on error. (transfer full) (element-type HsRecord) */
static GPtrArray *
read_chosen (HsStore *store, const HsChosen *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);

  for (guint i = 0; i < self->ranges->len; i += 2)
    {
      g_autoptr (HsQuery) query = hs_list_spec_query (self->spec);
      g_autoptr (GPtrArray) found = NULL;
      hs_query_window (query, g_array_index (self->ranges, guint, i),
                       g_array_index (self->ranges, guint, i + 1));
      found = hs_store_find (store, query, error);
      if (found == NULL)
        return NULL;
      for (guint j = 0; j < found->len; j++)
        g_ptr_array_add (records, hs_record_ref (g_ptr_array_index (found, j)));
    }
  return g_steal_pointer (&records);
}

/* ---- doing ---- */

typedef struct
{
  HsActor *actor;
  HsChosen *chosen;
  guint field;
  HsRecord *value; /* NULL: remove */
} Many;

static void
many_free (Many *many)
{
  hs_actor_free (many->actor);
  hs_chosen_free (many->chosen);
  g_clear_pointer (&many->value, hs_record_unref);
  g_free (many);
}

void
hs_many_done_free (HsManyDone *self)
{
  g_ptr_array_unref (self->before);
  g_free (self);
}

static gboolean
do_one (HsStore *store, const Many *many, HsRecord *record, GError **error)
{
  g_autoptr (HsRecord) copy = hs_record_copy (record);

  if (many->value == NULL)
    return hs_store_may_remove (store, many->actor, record, error)
           && hs_store_remove (store, copy, error);
  if (!hs_store_may_edit (store, many->actor, record, error))
    return FALSE;
  hs_record_copy_field (copy, many->value, many->field);
  return hs_store_save (store, copy, error);
}

static gboolean
do_all (HsStore *store, const Many *many, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GError) why = NULL;
      g_autofree char *title = NULL;
      if (do_one (store, many, g_ptr_array_index (records, i), &why))
        continue;
      title = hs_record_title (g_ptr_array_index (records, i));
      g_set_error (error, why->domain, why->code, "%s: %s", title, why->message);
      return FALSE;
    }
  return TRUE;
}

static gpointer
many_job (HsStore *store, gpointer data, GError **error)
{
  const Many *many = data;
  g_autoptr (GPtrArray) records = NULL;
  HsManyDone *done;

  if (!hs_store_begin (store, many->actor, many->value == NULL ? "remove" : "edit-many", error))
    return NULL;
  records = read_chosen (store, many->chosen, error);
  if (records == NULL || !do_all (store, many, records, error) || !hs_store_commit (store, error))
    {
      hs_store_rollback (store);
      return NULL;
    }
  done = g_new0 (HsManyDone, 1);
  *done = (HsManyDone){ many->chosen->spec->kind, many->value == NULL, many->field,
                        g_steal_pointer (&records) };
  return done;
}

static void
run (HsContext *context, const HsChosen *chosen, guint field, HsRecord *value,
     GAsyncReadyCallback callback, gpointer user_data)
{
  Many *many = g_new0 (Many, 1);
  const HsActor *actor = hs_context_actor (context);

  many->actor = actor == NULL ? NULL : hs_actor_copy (actor);
  many->chosen = hs_chosen_copy (chosen);
  many->field = field;
  many->value = value == NULL ? NULL : hs_record_copy (value);
  hs_context_run (context, many_job, many, (GDestroyNotify) many_free,
                  (GDestroyNotify) hs_many_done_free, NULL, callback, user_data);
}

void
hs_many_set_async (HsContext *context, const HsChosen *chosen, guint field, HsRecord *value,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  run (context, chosen, field, value, callback, user_data);
}

void
hs_many_remove_async (HsContext *context, const HsChosen *chosen, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  run (context, chosen, 0, NULL, callback, user_data);
}

HsManyDone *
hs_many_finish (HsContext *context, GAsyncResult *result, GError **error)
{
  return hs_context_run_finish (context, result, error);
}

/* ---- taking back ---- */

static gboolean
undo_one (HsStore *store, const HsManyDone *done, const HsRecord *before, GError **error)
{
  g_autoptr (HsRecord) fresh = NULL;

  if (done->removed)
    return hs_store_restore_record (store, done->kind, hs_record_id (before), error);
  fresh = hs_store_get (store, done->kind, hs_record_id (before), error);
  if (fresh == NULL)
    return FALSE;
  hs_record_copy_field (fresh, before, done->field);
  return hs_store_save (store, fresh, error);
}

static gpointer
undo_job (HsStore *store, gpointer data, GError **error)
{
  const HsManyDone *done = data;
  gboolean good = hs_store_begin (store, NULL, "undo", error);

  for (guint i = 0; good && i < done->before->len; i++)
    good = undo_one (store, done, g_ptr_array_index (done->before, i), error);
  if (!good || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

static void
undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (error != NULL)
    g_message ("undo: %s", error->message);
}

void
hs_many_undo (HsContext *context, HsManyDone *done)
{
  HsManyDone *copy = g_new0 (HsManyDone, 1);

  *copy = (HsManyDone){ done->kind, done->removed, done->field, g_ptr_array_ref (done->before) };
  hs_context_run (context, undo_job, copy, (GDestroyNotify) hs_many_done_free, NULL, NULL, undone,
                  NULL);
}
