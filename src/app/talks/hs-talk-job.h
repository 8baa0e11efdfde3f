/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a regional talk and what is done with it, on the worker thread. */
#pragma once

#include "hs-choices.h"
#include "hs-context.h"

G_BEGIN_DECLS

#define HS_N_THEMES (HS_THEME_ASSIGNMENT + 1)

/* HsOpenAction: an action of a talk before this one; @subtitle says whose it is and when. */
typedef struct
{
  gint64 id;
  char *title;
  char *subtitle;
  gboolean late;
} HsOpenAction;

/* @themes: the row of each theme, NULL when nothing was written yet; @open: (element-type
 * HsOpenAction) */
typedef struct
{
  HsRecord *themes[HS_N_THEMES];
  GPtrArray *open;
} HsTalkRead;

void hs_talk_read_free (HsTalkRead *self);
void hs_talk_read_async (HsContext *context, gint64 talk, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
HsTalkRead *hs_talk_read_finish (HsContext *context, GAsyncResult *result, GError **error);

/* Notes that the action was done today. */
void hs_talk_done_async (HsContext *context, gint64 action, GAsyncReadyCallback callback,
                         gpointer user_data);
/* Makes the talk after @talk; hs_talk_next_finish() gives its id, 0 with @error set. */
void hs_talk_next_async (HsContext *context, gint64 talk, GAsyncReadyCallback callback,
                         gpointer user_data);
gint64 hs_talk_next_finish (HsContext *context, GAsyncResult *result, GError **error);
/* The minutes as PDF. (transfer full) */
void hs_talk_minutes_async (HsContext *context, gint64 talk, GAsyncReadyCallback callback,
                            gpointer user_data);
GBytes *hs_talk_minutes_finish (HsContext *context, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsTalkRead, hs_talk_read_free)

G_END_DECLS
