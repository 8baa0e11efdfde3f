/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement that is being edited: the dossier on the main loop, its editor, and what the rules
 * find. Sections read the dossier and change it through here only. */
#pragma once

#include "hs-editor.h"

#include "hs-dossier.h"
#include "hs-life.h"

G_BEGIN_DECLS

#define HS_TYPE_DOSSIER_EDITOR (hs_dossier_editor_get_type ())
G_DECLARE_FINAL_TYPE (HsDossierEditor, hs_dossier_editor, HS, DOSSIER_EDITOR, GObject)

/* Signals:
 * "loaded": the dossier was read, for the first time or again
 * "rows-changed" (kind): a row was added or removed
 * "findings-changed": the rules ran again
 * "gone": the agreement is not there any more
 * Reading starts at once. */
HsDossierEditor *hs_dossier_editor_new (HsContext *context, gint64 agreement);

HsContext *hs_dossier_editor_context (HsDossierEditor *self);
HsEditor *hs_dossier_editor_editor (HsDossierEditor *self);
gint64 hs_dossier_editor_agreement (HsDossierEditor *self);
/* NULL until it was read. (transfer none) */
HsDossier *hs_dossier_editor_dossier (HsDossierEditor *self);
/* Names of all that the dossier refers to. (transfer none) */
GHashTable *hs_dossier_editor_titles (HsDossierEditor *self);
/* (element-type HsFinding), never NULL. (transfer none) */
GPtrArray *hs_dossier_editor_findings (HsDossierEditor *self);
/* (element-type HsLifeMoment), oldest first, never NULL. (transfer none) */
GPtrArray *hs_dossier_editor_history (HsDossierEditor *self);
/* Whether the actor may change the content now. */
gboolean hs_dossier_editor_may_edit (HsDossierEditor *self);

/* The rows of @kind that were not removed, of which @field (-1: any) has @value. (transfer
 * container) (element-type HsRecord) */
GPtrArray *hs_dossier_editor_rows (HsDossierEditor *self, HsKindId kind, int field, gint64 value);
/* A new row of @kind below the others; @field (-1: none) gets @value. (transfer none) */
HsRecord *hs_dossier_editor_add_row (HsDossierEditor *self, HsKindId kind, int field, gint64 value);
void hs_dossier_editor_remove_row (HsDossierEditor *self, HsRecord *row);
/* Sets one field from a number; a step of undo. */
void hs_dossier_editor_set_int (HsDossierEditor *self, HsRecord *record, guint field, gint64 value);
void hs_dossier_editor_set_text (HsDossierEditor *self, HsRecord *record, guint field,
                                 const char *value);
void hs_dossier_editor_unset (HsDossierEditor *self, HsRecord *record, guint field);

/* Reads again what is stored; what was not saved yet stays. */
void hs_dossier_editor_reload (HsDossierEditor *self);

/**
 * hs_dossier_editor_run:
 * @write: called on the worker thread inside a transaction of the actor; FALSE with an error rolls
 *   back
 *
 * Saves what was typed, then runs @write, then reads again. For everything that is not a field:
 * steps, signatures, notes.
 */
typedef gboolean (*HsLifeWrite) (HsStore *store, const HsActor *actor, gint64 agreement,
                                 gpointer data, GError **error);
void hs_dossier_editor_run (HsDossierEditor *self, const char *what, HsLifeWrite write,
                            gpointer data, GDestroyNotify free_data, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean hs_dossier_editor_run_finish (HsDossierEditor *self, GAsyncResult *result, GError **error);

G_END_DECLS
