/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one record with the names of all that it refers to, for a form. */
#pragma once

#include "hs-context.h"
#include "hs-present.h"

G_BEGIN_DECLS

/* @record: as stored; @title: its name; @titles: see hs_titles_new(); @editable: whether who uses
 * the program may change it. */
typedef struct
{
  HsRecord *record;
  char *title;
  GHashTable *titles;
  gboolean editable;
} HsLoaded;

void hs_loaded_free (HsLoaded *self);

void hs_record_load_async (HsContext *context, HsKindId kind, gint64 id,
                           GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): NULL with HS_ERROR_NOT_FOUND when it is gone. */
HsLoaded *hs_record_load_finish (HsContext *context, GAsyncResult *result, GError **error);

/* Brings back a record that was removed; failing is only told to the log, as the toast is gone by
 * then. */
void hs_record_restore (HsContext *context, HsKindId kind, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsLoaded, hs_loaded_free)

G_END_DECLS
