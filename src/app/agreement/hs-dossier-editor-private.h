/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dossier editor share: the object with its rows (hs-dossier-editor.c),
 * reading (hs-dossier-editor-read.c) and what is written in one go (hs-dossier-editor-run.c). */
#pragma once

#include "hs-dossier-editor.h"

G_BEGIN_DECLS

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

/* Runs the rules on what is on screen. */
void hs_dossier_editor_check (HsDossierEditor *self);
void hs_dossier_editor_emit_loaded (HsDossierEditor *self);
void hs_dossier_editor_emit_gone (HsDossierEditor *self);

G_END_DECLS
