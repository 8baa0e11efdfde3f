/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that are edited, and the steps that undo takes back. */

#include "hs-editor-private.h"

#include <glib/gi18n.h>

#define MOST_STEPS 500
/* Typing that goes on within this time is one step. */
#define ONE_STEP (1500 * G_TIME_SPAN_MILLISECOND)

typedef enum
{
  STEP_FIELD,
  STEP_ADD,
  STEP_REMOVE,
} StepKind;

typedef struct
{
  StepKind kind;
  HsRecord *record;
  guint field;
  HsRecord *before; /* only @field has a meaning */
  HsRecord *after;
  gint64 at;
  guint group; /* steps of one group go together; 0: alone */
} Step;

enum
{
  FIELD_CHANGED,
  ROWS_CHANGED,
  SAVED,
  FAILED,
  CONFLICT,
  STEPS_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsEditor, hs_editor, G_TYPE_OBJECT)

static void
step_free (Step *step)
{
  hs_record_unref (step->record);
  hs_record_unref (step->before);
  hs_record_unref (step->after);
  g_free (step);
}

static void
edited_free (HsEdited *edited)
{
  hs_record_unref (edited->record);
  hs_record_unref (edited->base);
  g_free (edited);
}

HsEdited *
hs_editor_edited (HsEditor *self, HsRecord *record)
{
  for (guint i = 0; i < self->edited->len; i++)
    {
      HsEdited *edited = g_ptr_array_index (self->edited, i);
      if (edited->record == record)
        return edited;
    }
  return NULL;
}

HsRecord *
hs_editor_find (HsEditor *self, HsKindId kind, gint64 id)
{
  for (guint i = 0; i < self->edited->len; i++)
    {
      HsEdited *edited = g_ptr_array_index (self->edited, i);
      if (hs_record_kind_id (edited->record) == kind && hs_record_id (edited->record) == id)
        return edited->record;
    }
  return NULL;
}

gboolean
hs_editor_knows (HsEditor *self, HsRecord *record)
{
  return hs_editor_edited (self, record) != NULL;
}

gboolean
hs_editor_is_gone (HsEditor *self, HsRecord *record)
{
  HsEdited *edited = hs_editor_edited (self, record);

  return edited != NULL && edited->gone;
}

void
hs_editor_track (HsEditor *self, HsRecord *record)
{
  HsEdited *edited = g_new0 (HsEdited, 1);

  edited->record = hs_record_ref (record);
  edited->base = hs_record_copy (record);
  g_ptr_array_add (self->edited, edited);
}

gboolean
hs_edited_is_dirty (const HsEdited *edited)
{
  guint n = hs_record_kind (edited->record)->n_fields;

  if (edited->gone != edited->gone_on_disk)
    return edited->base != NULL || !edited->gone;
  if (edited->gone)
    return FALSE;
  if (edited->base == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (!hs_record_same (edited->record, edited->base, i))
      return TRUE;
  return FALSE;
}

gboolean
hs_editor_is_dirty (HsEditor *self)
{
  if (self->saving)
    return TRUE;
  for (guint i = 0; i < self->edited->len; i++)
    if (hs_edited_is_dirty (g_ptr_array_index (self->edited, i)))
      return TRUE;
  return FALSE;
}

static void
push_step (HsEditor *self, Step *step)
{
  step->group = self->depth > 0 ? self->group : 0;
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  g_queue_push_head (&self->undo, step);
  if (self->undo.length > MOST_STEPS)
    step_free (g_queue_pop_tail (&self->undo));
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
  hs_editor_save_soon (self);
}

/* Whether the change goes on with the newest step: then only its end moves. */
static gboolean
extend_step (HsEditor *self, HsRecord *record, guint field)
{
  Step *last = g_queue_peek_head (&self->undo);
  gint64 now = g_get_monotonic_time ();

  if (last == NULL || last->kind != STEP_FIELD || last->record != record || last->field != field
      || last->group != 0 || self->depth > 0 || now - last->at > ONE_STEP || self->redo.length > 0)
    return FALSE;
  hs_record_copy_field (last->after, record, field);
  last->at = now;
  hs_editor_save_soon (self);
  return TRUE;
}

void
hs_editor_set_field (HsEditor *self, HsRecord *record, guint field, const HsRecord *from)
{
  Step *step;

  g_return_if_fail (hs_editor_edited (self, record) != NULL);
  if (hs_record_same (record, from, field))
    return;
  step = g_new0 (Step, 1);
  step->record = hs_record_ref (record);
  step->field = field;
  step->before = hs_record_copy (record);
  step->at = g_get_monotonic_time ();
  hs_record_copy_field (record, from, field);
  step->after = hs_record_copy (record);
  if (extend_step (self, record, field))
    step_free (step);
  else
    push_step (self, step);
  hs_editor_emit_field (self, record, field);
}

static void
push_row_step (HsEditor *self, HsRecord *record, StepKind kind)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->record = hs_record_ref (record);
  push_step (self, step);
  hs_editor_emit_rows (self, record);
}

void
hs_editor_add (HsEditor *self, HsRecord *record)
{
  HsEdited *edited = g_new0 (HsEdited, 1);

  edited->record = hs_record_ref (record);
  g_ptr_array_add (self->edited, edited);
  push_row_step (self, record, STEP_ADD);
}

void
hs_editor_remove (HsEditor *self, HsRecord *record)
{
  HsEdited *edited = hs_editor_edited (self, record);

  g_return_if_fail (edited != NULL);
  edited->gone = TRUE;
  push_row_step (self, record, STEP_REMOVE);
}

/* Carries out @step, or takes it back. */
static void
apply_step (HsEditor *self, Step *step, gboolean back)
{
  HsEdited *edited = hs_editor_edited (self, step->record);

  if (step->kind == STEP_FIELD)
    {
      hs_record_copy_field (step->record, back ? step->before : step->after, step->field);
      hs_editor_emit_field (self, step->record, step->field);
    }
  else
    {
      edited->gone = (step->kind == STEP_REMOVE) != back;
      hs_editor_emit_rows (self, step->record);
    }
  step->at = 0;
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
  hs_editor_save_soon (self);
}

void
hs_editor_begin_step (HsEditor *self)
{
  if (self->depth++ == 0)
    self->group++;
}

void
hs_editor_end_step (HsEditor *self)
{
  g_return_if_fail (self->depth > 0);
  self->depth--;
}

/* Takes the newest step of @from, with what was done together with it, over to @to. */
static void
move_steps (HsEditor *self, GQueue *from, GQueue *to, gboolean back)
{
  Step *step;
  guint group;

  do
    {
      step = g_queue_pop_head (from);
      if (step == NULL)
        return;
      group = step->group;
      g_queue_push_head (to, step);
      apply_step (self, step, back);
      step = g_queue_peek_head (from);
    }
  while (step != NULL && group != 0 && step->group == group);
}

void
hs_editor_undo (HsEditor *self)
{
  move_steps (self, &self->undo, &self->redo, TRUE);
}

void
hs_editor_redo (HsEditor *self)
{
  move_steps (self, &self->redo, &self->undo, FALSE);
}

gboolean
hs_editor_can_undo (HsEditor *self)
{
  return self->undo.length > 0;
}

gboolean
hs_editor_can_redo (HsEditor *self)
{
  return self->redo.length > 0;
}

void
hs_editor_merge (HsEditor *self, const HsRecord *fresh)
{
  HsRecord *record = hs_editor_find (self, hs_record_kind_id (fresh), hs_record_id (fresh));
  HsEdited *edited = record == NULL ? NULL : hs_editor_edited (self, record);

  if (edited == NULL || edited->base == NULL || self->saving)
    return;
  for (guint i = 0; i < hs_record_kind (fresh)->n_fields; i++)
    if (hs_record_same (edited->record, edited->base, i)
        && !hs_record_same (edited->base, fresh, i))
      {
        hs_record_copy_field (edited->record, fresh, i);
        hs_record_copy_field (edited->base, fresh, i);
        hs_editor_emit_field (self, edited->record, i);
      }
  if (!hs_edited_is_dirty (edited))
    hs_record_set_identity (edited->record, hs_record_id (fresh), hs_record_uid (fresh),
                            hs_record_made (fresh), hs_record_changed (fresh), 0);
}

void
hs_editor_emit_field (HsEditor *self, HsRecord *record, guint field)
{
  g_signal_emit (self, signals[FIELD_CHANGED], 0, record, field);
}

void
hs_editor_emit_rows (HsEditor *self, HsRecord *record)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0, (guint) hs_record_kind_id (record));
}

void
hs_editor_emit_saved (HsEditor *self)
{
  g_signal_emit (self, signals[SAVED], 0);
}

void
hs_editor_emit_failed (HsEditor *self, GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

void
hs_editor_emit_conflict (HsEditor *self, HsRecord *record, HsRecord *theirs)
{
  g_signal_emit (self, signals[CONFLICT], 0, record, theirs);
}

static void
hs_editor_finalize (GObject *object)
{
  HsEditor *self = HS_EDITOR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_unref (self->edited);
  g_queue_clear_full (&self->undo, (GDestroyNotify) step_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hs_editor_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, guint n, GType first, GType second)
{
  return g_signal_new (name, HS_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n,
                       first, second);
}

static void
hs_editor_class_init (HsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_editor_finalize;
  signals[FIELD_CHANGED] = new_signal ("field-changed", 2, HS_TYPE_RECORD, G_TYPE_UINT);
  signals[ROWS_CHANGED] = new_signal ("rows-changed", 1, G_TYPE_UINT, G_TYPE_NONE);
  signals[SAVED] = new_signal ("saved", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[FAILED] = new_signal ("failed", 1, G_TYPE_ERROR, G_TYPE_NONE);
  signals[CONFLICT] = new_signal ("conflict", 2, HS_TYPE_RECORD, HS_TYPE_RECORD);
  signals[STEPS_CHANGED] = new_signal ("steps-changed", 0, G_TYPE_NONE, G_TYPE_NONE);
}

static void
hs_editor_init (HsEditor *self)
{
  self->edited = g_ptr_array_new_with_free_func ((GDestroyNotify) edited_free);
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

HsEditor *
hs_editor_new (HsContext *context)
{
  HsEditor *self = g_object_new (HS_TYPE_EDITOR, NULL);

  self->context = g_object_ref (context);
  return self;
}
