/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing records: undo, redo and saving by itself. Forms change records only through an editor;
 * what they changed is saved within two seconds, in one transaction, on the worker thread. The
 * editor works on the very HsRecord that a form shows, so its identity is always up to date. */
#pragma once

#include "hs-context.h"

G_BEGIN_DECLS

#define HS_TYPE_EDITOR (hs_editor_get_type ())
G_DECLARE_FINAL_TYPE (HsEditor, hs_editor, HS, EDITOR, GObject)

/* Signals:
 * "field-changed" (record, field): by undo or redo, or by hs_editor_set_field()
 * "rows-changed" (kind): a record was added or removed
 * "saved": all that was changed before is on disk
 * "failed" (error): a save was refused or went wrong; what was typed is still there
 * "conflict" (record, theirs): somebody else changed the same field; see hs_editor_resolve() */
HsEditor *hs_editor_new (HsContext *context);

/* Edits @record from now on; it is as it is in the store. */
void hs_editor_track (HsEditor *self, HsRecord *record);
/* Whether @record is edited here. */
gboolean hs_editor_knows (HsEditor *self, HsRecord *record);
/* The record of @kind with @id that is edited, also when it was removed; or NULL. */
HsRecord *hs_editor_find (HsEditor *self, HsKindId kind, gint64 id);
/* Whether @record was removed by the user (it may come back by undo). */
gboolean hs_editor_is_gone (HsEditor *self, HsRecord *record);

/* Copies the value of @field from @from into @record. Changes of one field that follow each other
 * within a moment are one step of undo. */
void hs_editor_set_field (HsEditor *self, HsRecord *record, guint field, const HsRecord *from);
/* Edits a new record, that will be saved. */
void hs_editor_add (HsEditor *self, HsRecord *record);
void hs_editor_remove (HsEditor *self, HsRecord *record);

/* All changes up to hs_editor_end_step are one step of undo. May be nested. */
void hs_editor_begin_step (HsEditor *self);
void hs_editor_end_step (HsEditor *self);

gboolean hs_editor_can_undo (HsEditor *self);
gboolean hs_editor_can_redo (HsEditor *self);
void hs_editor_undo (HsEditor *self);
void hs_editor_redo (HsEditor *self);

/* Whether something is not on disk yet. */
gboolean hs_editor_is_dirty (HsEditor *self);
/* Saves now. The callback runs when nothing is left to save, or saving failed. */
void hs_editor_flush_async (HsEditor *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean hs_editor_flush_finish (HsEditor *self, GAsyncResult *result, GError **error);

/* Takes over what the store has now of a record that is edited: fields that the user did not
 * change get the new value. */
void hs_editor_merge (HsEditor *self, const HsRecord *fresh);
/* Ends a conflict: @take_theirs takes the other's values, else ours are saved over them. */
void hs_editor_resolve (HsEditor *self, HsRecord *record, const HsRecord *theirs,
                        gboolean take_theirs);

G_END_DECLS
