/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement that is being edited. After each save the dossier is read again: the facts around
 * the agreement (load of the supervisor, other agreements) may be others by then. The fresh dossier
 * takes over the records that are edited, so that forms keep what they hold. */

#include "hs-dossier-editor.h"

#include "hs-dossier-store.h"
#include "hs-permission.h"
#include "hs-present.h"
#include "hs-rule.h"

struct _HsDossierEditor
{
  GObject parent_instance;

  HsContext *context;
  HsEditor *editor;
  gint64 agreement;
  HsDossier *dossier;
  GHashTable *titles;
  GPtrArray *findings;
  GPtrArray *history;
  GPtrArray *removed; /* (element-type HsRecord): rows that undo may bring back */
  guint idle;
  gboolean loading;
  gboolean again;
};

enum
{
  LOADED,
  ROWS_CHANGED,
  FINDINGS_CHANGED,
  GONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsDossierEditor, hs_dossier_editor, G_TYPE_OBJECT)

/* ---- findings ---- */

/* The rules see the rows as they are on screen: rows that were removed and are not yet gone from
 * the dossier are left out, and a reservation that was just made has no peak yet. */
static void
show_rules_live_rows (HsDossierEditor *self)
{
  HsFacts *facts = &self->dossier->facts;

  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      GPtrArray *rows = self->dossier->rows[i];
      for (guint j = 0; rows != NULL && j < rows->len;)
        {
          HsRecord *row = rows->pdata[j];
          if (!hs_editor_is_gone (self->editor, row))
            {
              j++;
              continue;
            }
          if (i == HS_KIND_RESERVATION && j < facts->item_peaks->len)
            {
              g_array_remove_index (facts->item_peaks, j);
              g_array_remove_index (facts->item_limits, j);
            }
          g_ptr_array_add (self->removed, hs_record_ref (row));
          g_ptr_array_remove_index (rows, j);
        }
    }
  while (facts->item_peaks->len < self->dossier->rows[HS_KIND_RESERVATION]->len)
    {
      const gint64 none = 0;
      const gint64 no_limit = -1;
      g_array_append_val (facts->item_peaks, none);
      g_array_append_val (facts->item_limits, no_limit);
    }
}

/* Undo brings a row back. */
static void
bring_back_rows (HsDossierEditor *self)
{
  for (guint i = 0; i < self->removed->len;)
    {
      HsRecord *row = self->removed->pdata[i];
      GPtrArray *rows = self->dossier->rows[hs_record_kind_id (row)];
      if (hs_editor_is_gone (self->editor, row))
        {
          i++;
          continue;
        }
      if (!g_ptr_array_find (rows, row, NULL))
        g_ptr_array_add (rows, hs_record_ref (row));
      g_ptr_array_remove_index (self->removed, i);
    }
}

static void
run_rules (HsDossierEditor *self)
{
  g_ptr_array_unref (self->findings);
  bring_back_rows (self);
  show_rules_live_rows (self);
  self->findings = hs_rules_run (self->dossier);
  g_signal_emit (self, signals[FINDINGS_CHANGED], 0);
}

static gboolean
idle_rules (gpointer user_data)
{
  HsDossierEditor *self = user_data;

  self->idle = 0;
  if (self->dossier != NULL)
    run_rules (self);
  return G_SOURCE_REMOVE;
}

static void
rules_soon (HsDossierEditor *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, idle_rules, self, NULL);
}

/* ---- reading ---- */

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
        g_signal_emit (self, signals[GONE], 0);
      else
        g_warning ("agreement: %s", error->message);
      return;
    }
  take_over_dossier (self, g_steal_pointer (&reading->dossier));
  take_titles (self, reading->titles);
  g_ptr_array_unref (self->history);
  self->history = g_steal_pointer (&reading->history);
  reading_free (reading);
  g_signal_emit (self, signals[LOADED], 0);
  run_rules (self);
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

/* ---- rows ---- */

GPtrArray *
hs_dossier_editor_rows (HsDossierEditor *self, HsKindId kind, int field, gint64 value)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *rows = NULL;

  if (self->dossier != NULL)
    {
      bring_back_rows (self);
      rows = self->dossier->rows[kind];
    }

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);
      if (!hs_editor_is_gone (self->editor, row)
          && (field < 0 || hs_record_int (row, (guint) field) == value))
        g_ptr_array_add (found, row);
    }
  return found;
}

HsRecord *
hs_dossier_editor_add_row (HsDossierEditor *self, HsKindId kind, int field, gint64 value)
{
  const HsKind *description = hs_kind (kind);
  int parent = hs_kind_parent_field (description);
  int position = hs_kind_find_field (description, "position");
  gboolean of_sheet = description->fields[parent].target == HS_KIND_SHEET;
  HsRecord *row = hs_record_new (kind);

  hs_record_set_int (row, (guint) parent,
                     hs_record_id (of_sheet ? self->dossier->sheet : self->dossier->agreement));
  if (position >= 0)
    hs_record_set_int (row, (guint) position, self->dossier->rows[kind]->len + 1);
  if (field >= 0)
    hs_record_set_int (row, (guint) field, value);
  g_ptr_array_add (self->dossier->rows[kind], row);
  hs_editor_add (self->editor, row);
  return row;
}

void
hs_dossier_editor_remove_row (HsDossierEditor *self, HsRecord *row)
{
  hs_editor_remove (self->editor, row);
}

void
hs_dossier_editor_set_int (HsDossierEditor *self, HsRecord *record, guint field, gint64 value)
{
  g_autoptr (HsRecord) from = hs_record_new (hs_record_kind_id (record));

  hs_record_set_int (from, field, value);
  hs_editor_set_field (self->editor, record, field, from);
}

void
hs_dossier_editor_set_text (HsDossierEditor *self, HsRecord *record, guint field, const char *value)
{
  g_autoptr (HsRecord) from = hs_record_new (hs_record_kind_id (record));

  hs_record_set_text (from, field, value);
  hs_editor_set_field (self->editor, record, field, from);
}

/* ---- steps and the like ---- */

typedef struct
{
  gint64 agreement;
  HsActor *actor;
  const char *what;
  HsLifeWrite write;
  gpointer data;
  GDestroyNotify free_data;
} Run;

static void
run_free (Run *run)
{
  hs_actor_free (run->actor);
  if (run->free_data != NULL)
    run->free_data (run->data);
  g_free (run);
}

static gpointer
run_job (HsStore *store, gpointer data, GError **error)
{
  Run *run = data;

  if (!hs_store_begin (store, run->actor, run->what, error))
    return NULL;
  if (!run->write (store, run->actor, run->agreement, run->data, error)
      || !hs_store_commit (store, error))
    hs_store_rollback (store);
  return NULL;
}

static void
run_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HsDossierEditor *self = g_task_get_source_object (task);
  GError *error = NULL;

  hs_context_run_finish (HS_CONTEXT (source), result, &error);
  hs_dossier_editor_reload (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HsDossierEditor *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!hs_editor_flush_finish (HS_EDITOR (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  hs_context_run (self->context, run_job, g_task_get_task_data (task), NULL, NULL, NULL, run_done,
                  g_object_ref (task));
}

void
hs_dossier_editor_run (HsDossierEditor *self, const char *what, HsLifeWrite write, gpointer data,
                       GDestroyNotify free_data, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  const HsActor *actor = hs_context_actor (self->context);
  Run *run = g_new0 (Run, 1);

  *run = (Run){ self->agreement, actor == NULL ? NULL : hs_actor_copy (actor), what, write, data,
                free_data };
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  hs_editor_flush_async (self->editor, flushed, task);
}

gboolean
hs_dossier_editor_run_finish (HsDossierEditor *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- the object ---- */

static void
rows_changed (HsEditor *editor, guint kind, HsDossierEditor *self)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0, kind);
  rules_soon (self);
}

HsContext *
hs_dossier_editor_context (HsDossierEditor *self)
{
  return self->context;
}

HsEditor *
hs_dossier_editor_editor (HsDossierEditor *self)
{
  return self->editor;
}

gint64
hs_dossier_editor_agreement (HsDossierEditor *self)
{
  return self->agreement;
}

HsDossier *
hs_dossier_editor_dossier (HsDossierEditor *self)
{
  return self->dossier;
}

GHashTable *
hs_dossier_editor_titles (HsDossierEditor *self)
{
  return self->titles;
}

GPtrArray *
hs_dossier_editor_findings (HsDossierEditor *self)
{
  return self->findings;
}

GPtrArray *
hs_dossier_editor_history (HsDossierEditor *self)
{
  return self->history;
}

gboolean
hs_dossier_editor_may_edit (HsDossierEditor *self)
{
  return self->dossier != NULL && !hs_context_is_read_only (self->context)
         && hs_permission_check (self->dossier, hs_context_actor (self->context), HS_MAY_EDIT,
                                 NULL);
}

static void
hs_dossier_editor_dispose (GObject *object)
{
  HsDossierEditor *self = HS_DOSSIER_EDITOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->editor);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_dossier_editor_parent_class)->dispose (object);
}

static void
hs_dossier_editor_finalize (GObject *object)
{
  HsDossierEditor *self = HS_DOSSIER_EDITOR (object);

  if (self->dossier != NULL)
    hs_dossier_free (self->dossier);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  G_OBJECT_CLASS (hs_dossier_editor_parent_class)->finalize (object);
}

static void
hs_dossier_editor_class_init (HsDossierEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_dossier_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_dossier_editor_finalize;
  signals[LOADED] = g_signal_new ("loaded", HS_TYPE_DOSSIER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", HS_TYPE_DOSSIER_EDITOR, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FINDINGS_CHANGED] = g_signal_new ("findings-changed", HS_TYPE_DOSSIER_EDITOR,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", HS_TYPE_DOSSIER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
hs_dossier_editor_init (HsDossierEditor *self)
{
  self->findings = g_ptr_array_new ();
  self->history = g_ptr_array_new ();
  self->titles = hs_titles_new ();
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
}

HsDossierEditor *
hs_dossier_editor_new (HsContext *context, gint64 agreement)
{
  HsDossierEditor *self = g_object_new (HS_TYPE_DOSSIER_EDITOR, NULL);

  self->context = g_object_ref (context);
  self->agreement = agreement;
  self->editor = hs_editor_new (context);
  g_signal_connect_object (self->editor, "field-changed", G_CALLBACK (rules_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "rows-changed", G_CALLBACK (rows_changed), self, 0);
  g_signal_connect_object (context, "changed", G_CALLBACK (hs_dossier_editor_reload), self,
                           G_CONNECT_SWAPPED);
  hs_dossier_editor_reload (self);
  return self;
}
