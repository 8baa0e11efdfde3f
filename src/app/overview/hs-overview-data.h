/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview shows first, read on the worker thread: what the actor can do, what waits for
 * others, what comes soon, and agreements by state. */
#pragma once

#include "hs-choices.h"
#include "hs-context.h"

G_BEGIN_DECLS

#define HS_N_AGREEMENT_STATES (HS_AGREEMENT_STATE_REFUSED + 1)

/* HsRecipient: who can be reminded; @email may be NULL. */
typedef struct
{
  char *name;
  char *email;
} HsRecipient;

/**
 * HsTask:
 * @kind, @id: what it is about; HS_N_KINDS: the page for matching
 * @number: of the agreement, or NULL
 * @title: the student, as the actor may see the name
 * @subtitle: where it stands, in words
 * @button: what to do, the text of the button; or the day, or who it waits for
 * @urgent: the placement starts within 14 days or has started, or the day has passed
 * @days: how long it waits; -1: not known
 * @recipients: (nullable) (element-type HsRecipient): who it waits for
 */
typedef struct
{
  HsKindId kind;
  gint64 id;
  char *number;
  char *title;
  char *subtitle;
  char *button;
  gboolean urgent;
  int days;
  GPtrArray *recipients;
} HsTask;

HsTask *hs_task_new (HsKindId kind, gint64 id);
void hs_task_free (HsTask *self);

/**
 * HsOverview:
 * @mine: (element-type HsTask): what the actor can do now; urgent ones first
 * @others: (element-type HsTask): what waits for somebody else, longest first
 * @soon: (element-type HsTask): appointments and dates in the next weeks; @button is the day
 * @counts: number of agreements per state
 * @n_agreements: how many there are
 * @remind_days: after so many days somebody is proposed for a reminder
 */
typedef struct
{
  GPtrArray *mine;
  GPtrArray *others;
  GPtrArray *soon;
  gint64 counts[HS_N_AGREEMENT_STATES];
  gint64 n_agreements;
  gint64 remind_days;
} HsOverview;

void hs_overview_free (HsOverview *self);
void hs_overview_load_async (HsContext *context, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
HsOverview *hs_overview_load_finish (HsContext *context, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsOverview, hs_overview_free)

G_END_DECLS
