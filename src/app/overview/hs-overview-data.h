/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview shows, read on the worker thread. */
#pragma once

#include "hs-context.h"
#include "hs-choices.h"

G_BEGIN_DECLS

#define HS_N_AGREEMENT_STATES (HS_AGREEMENT_STATE_REFUSED + 1)

/**
 * HsTask:
 * @agreement: its id
 * @title: the student, as the actor may see the name
 * @subtitle: where it stands, in words
 * @button: what to do, the text of the button
 * @urgent: the placement starts within 14 days or has started
 */
typedef struct
{
  gint64 agreement;
  char *title;
  char *subtitle;
  char *button;
  gboolean urgent;
} HsTask;

/**
 * HsOverview:
 * @mine: (element-type HsTask): what the actor can do now; urgent ones first
 * @others: (element-type HsTask): what waits for somebody else; @button is who
 * @soon: (element-type HsTask): appointments in the next weeks; @button is the day
 * @counts: number of agreements per state
 * @active: of the agreed ones: in their period today
 * @n_agreements: how many there are
 */
typedef struct
{
  GPtrArray *mine;
  GPtrArray *others;
  GPtrArray *soon;
  gint64 counts[HS_N_AGREEMENT_STATES];
  gint64 n_agreements;
} HsOverview;

void hs_overview_free (HsOverview *self);
void hs_overview_load_async (HsContext *context, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
HsOverview *hs_overview_load_finish (HsContext *context, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsOverview, hs_overview_free)

G_END_DECLS
