/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement that is being edited: its rows, and the rules that run after each change. */

#include "hs-dossier-editor-private.h"

#include "hs-permission.h"
#include "hs-present.h"
#include "hs-rule.h"

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

void
hs_dossier_editor_check (HsDossierEditor *self)
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
    hs_dossier_editor_check (self);
  return G_SOURCE_REMOVE;
}

static void
rules_soon (HsDossierEditor *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, idle_rules, self, NULL);
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

void
hs_dossier_editor_unset (HsDossierEditor *self, HsRecord *record, guint field)
{
  g_autoptr (HsRecord) from = hs_record_new (hs_record_kind_id (record));

  hs_editor_set_field (self->editor, record, field, from);
}

/* ---- the object ---- */

void
hs_dossier_editor_emit_loaded (HsDossierEditor *self)
{
  g_signal_emit (self, signals[LOADED], 0);
}

void
hs_dossier_editor_emit_gone (HsDossierEditor *self)
{
  g_signal_emit (self, signals[GONE], 0);
}

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
