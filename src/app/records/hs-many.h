/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing something with many records of a list at once, in one transaction that can be taken back.
 */
#pragma once

#include "hs-context.h"
#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows: what the list shows and the positions in it, as the worker finds them again. */
typedef struct
{
  HsListSpec *spec;
  GArray *ranges; /* of guint, first and number in turn */
  guint n;
} HsChosen;

/* What @selection has selected of a list of @spec. (transfer full) */
HsChosen *hs_chosen_new (const HsListSpec *spec, GtkSelectionModel *selection);
HsChosen *hs_chosen_copy (const HsChosen *self);
void hs_chosen_free (HsChosen *self);

/* What was done, to take it back: the records as they were before. */
typedef struct
{
  HsKindId kind;
  gboolean removed;
  guint field;
  GPtrArray *before; /* (element-type HsRecord) */
} HsManyDone;

void hs_many_done_free (HsManyDone *self);

/* Gives @field of all chosen records the value that @value has. A record that may not be changed,
 * or was removed meanwhile, stops all of it. */
void hs_many_set_async (HsContext *context, const HsChosen *chosen, guint field, HsRecord *value,
                        GAsyncReadyCallback callback, gpointer user_data);
void hs_many_remove_async (HsContext *context, const HsChosen *chosen, GAsyncReadyCallback callback,
                           gpointer user_data);
/* (transfer full): NULL with @error set when nothing was done. */
HsManyDone *hs_many_finish (HsContext *context, GAsyncResult *result, GError **error);
/* Takes it back: removed records return, the field gets the value that it had. */
void hs_many_undo (HsContext *context, HsManyDone *done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsChosen, hs_chosen_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsManyDone, hs_many_done_free)

G_END_DECLS
