/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the dossier. After each save it is read again: the facts around the agreement (load of
 * the supervisor, other agreements) may be others by then. The fresh dossier takes over the records
 * that are edited, so that forms keep what they hold. */

#include "hs-dossier-editor-private.h"

#include "hs-dossier-store.h"
#include "hs-present.h"

typedef struct
{
  gint64 agreement;
  HsDossier *dossier;
  GHashTable *titles;
  GPtrArray *history;
} Reading;

static void
reading_free (Reading *reading)
{
  if (reading->dossier != NULL)
    hs_dossier_free (reading->dossier);
  g_clear_pointer (&reading->titles, g_hash_table_unref);
  g_clear_pointer (&reading->history, g_ptr_array_unref);
  g_free (reading);
}

static void
collect_titles (Reading *reading, HsStore *store)
{
  reading->titles = hs_titles_new ();
  hs_titles_collect (reading->titles, store, reading->dossier->agreement);
  if (reading->dossier->sheet != NULL)
    hs_titles_collect (reading->titles, store, reading->dossier->sheet);
  for (guint i = 0; i < reading->dossier->facts.mandates->len; i++)
    hs_titles_collect (reading->titles, store,
                       g_ptr_array_index (reading->dossier->facts.mandates, i));
  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      GPtrArray *rows = reading->dossier->rows[i];
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        hs_titles_collect (reading->titles, store, g_ptr_array_index (rows, j));
    }
}

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  Reading *reading = data;
  HsDay today = hs_clock_today (hs_store_clock (store));

  reading->dossier = hs_store_dossier (store, reading->agreement, 0, today, error);
  if (reading->dossier == NULL)
    return reading;
  collect_titles (reading, store);
  reading->history = hs_life_history (store, reading->agreement, error);
  return reading;
}

/* The record that is edited in place of the one that was read. */
static HsRecord *
take_over (HsDossierEditor *self, HsRecord *fresh)
{
  HsRecord *known = hs_editor_find (self->editor, hs_record_kind_id (fresh), hs_record_id (fresh));

  if (known == NULL)
    {
      hs_editor_track (self->editor, fresh);
      return fresh;
    }
  hs_editor_merge (self->editor, fresh);
  hs_record_ref (known);
  hs_record_unref (fresh);
  return known;
}

static void
take_over_rows (HsDossierEditor *self, GPtrArray *fresh, GPtrArray *before)
{
  for (guint i = 0; i < fresh->len; i++)
    fresh->pdata[i] = take_over (self, fresh->pdata[i]);
  /* Rows that are not on disk yet. */
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      HsRecord *row = before->pdata[i];
      if (hs_record_id (row) == 0 && !g_ptr_array_find (fresh, row, NULL))
        g_ptr_array_add (fresh, hs_record_ref (row));
    }
}

static void
take_over_dossier (HsDossierEditor *self, HsDossier *fresh)
{
  fresh->agreement = take_over (self, fresh->agreement);
  if (fresh->sheet != NULL)
    fresh->sheet = take_over (self, fresh->sheet);
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (fresh->rows[i] != NULL && (hs_kind ((HsKindId) i)->flags & HS_KIND_FLAG_APPEND) == 0)
      take_over_rows (self, fresh->rows[i], self->dossier == NULL ? NULL : self->dossier->rows[i]);
  if (self->dossier != NULL)
    hs_dossier_free (self->dossier);
  self->dossier = fresh;
}

/* Forms hold the table by reference: it stays the same one. */
static void
take_titles (HsDossierEditor *self, GHashTable *fresh)
{
  GHashTableIter iter;
  gpointer key;
  gpointer title;

  g_hash_table_iter_init (&iter, fresh);
  while (g_hash_table_iter_next (&iter, &key, &title))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (self->titles, key, title);
    }
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HsDossierEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hs_context_run_finish (HS_CONTEXT (source), result, &error);

  self->loading = FALSE;
  if (reading == NULL)
    {
      if (g_error_matches (error, HS_ERROR, HS_ERROR_NOT_FOUND))
        hs_dossier_editor_emit_gone (self);
      else
        g_warning ("agreement: %s", error->message);
      return;
    }
  take_over_dossier (self, g_steal_pointer (&reading->dossier));
  take_titles (self, reading->titles);
  g_ptr_array_unref (self->history);
  self->history = g_steal_pointer (&reading->history);
  reading_free (reading);
  hs_dossier_editor_emit_loaded (self);
  hs_dossier_editor_check (self);
  if (self->again)
    hs_dossier_editor_reload (self);
}

void
hs_dossier_editor_reload (HsDossierEditor *self)
{
  Reading *reading;

  self->again = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  reading = g_new0 (Reading, 1);
  reading->agreement = self->agreement;
  hs_context_run (self->context, read_job, reading, NULL, (GDestroyNotify) reading_free, NULL,
                  read_done, g_object_ref (self));
}
