/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved views: what a list was narrowed to and sorted by, under a name. They are kept in the file,
 * for each person, because they may name a school or location of that file. */
#pragma once

#include "hs-context.h"
#include "hs-list-spec.h"

G_BEGIN_DECLS

/* HsView: @name and what it shows. */
typedef struct
{
  char *name;
  HsListSpec *spec;
} HsView;

void hs_view_free (HsView *self);

/* The text that a list of views is kept as, and back; what cannot be read is left out.
 * (transfer full) (element-type HsView) */
char *hs_views_to_text (GPtrArray *views);
GPtrArray *hs_views_from_text (const char *text);

/* Reads the views of the actor of @context. */
void hs_views_load_async (HsContext *context, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hs_views_load_finish (HsContext *context, GAsyncResult *result);
/* Keeps @views instead of what was kept. */
void hs_views_save (HsContext *context, GPtrArray *views);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsView, hs_view_free)

G_END_DECLS
