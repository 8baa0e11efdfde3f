/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the editor share: its records and steps (hs-editor.c) and saving them
 * (hs-editor-save.c). */
#pragma once

#include "hs-editor.h"

G_BEGIN_DECLS

/* One record that is edited. @base is what is on disk; NULL when it was never saved. */
typedef struct
{
  HsRecord *record;
  HsRecord *base;
  gboolean gone;
  gboolean gone_on_disk;
} HsEdited;

struct _HsEditor
{
  GObject parent_instance;

  HsContext *context;
  GPtrArray *edited; /* (element-type HsEdited) */
  GQueue undo;
  GQueue redo;
  guint depth; /* of hs_editor_begin_step */
  guint group; /* number of the step that was begun last */
  guint timer;
  gboolean saving;
  gboolean stopped; /* a save failed: wait for the next change or an answer */
  GSList *waiting; /* (element-type GTask) of flushes */
};

/* Emits the signals by name. */
void hs_editor_emit_field (HsEditor *self, HsRecord *record, guint field);
void hs_editor_emit_rows (HsEditor *self, HsRecord *record);
void hs_editor_emit_saved (HsEditor *self);
void hs_editor_emit_failed (HsEditor *self, GError *error);
void hs_editor_emit_conflict (HsEditor *self, HsRecord *record, HsRecord *theirs);

HsEdited *hs_editor_edited (HsEditor *self, HsRecord *record);
gboolean hs_edited_is_dirty (const HsEdited *edited);
/* Saves after a moment; a change that follows does not put it off. */
void hs_editor_save_soon (HsEditor *self);
/* Ends all flushes with @error, or well when it is NULL. */
void hs_editor_answer_waiting (HsEditor *self, const GError *error);

G_END_DECLS
