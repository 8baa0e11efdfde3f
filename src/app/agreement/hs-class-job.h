/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window of a class asks of the database. */
#pragma once

#include "hs-class.h"
#include "hs-context.h"
#include "hs-window.h"

G_BEGIN_DECLS

/* What there is to choose from. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *choices[HS_CLASS_N_COLUMNS];
} HsClassStart;

void hs_class_start_free (HsClassStart *self);
/* An HsJob: an HsClassStart. */
gpointer hs_class_start_job (HsStore *store, gpointer data, GError **error);

/**
 * HsClassWork:
 * @class: a copy that the job may change
 * @add: (nullable): a class whose students come in first
 * @student: a student who comes in first, or 0
 * @make: to make the agreements, else to show what would be made
 * @made: how many were
 */
typedef struct
{
  HsClass *class;
  HsActor *actor;
  char *add;
  gint64 student;
  gboolean make;
  int made;
} HsClassWork;

HsClassWork *hs_class_work_new (const HsClass *class, const HsActor *actor);
void hs_class_work_free (HsClassWork *self);
/* An HsJob over an HsClassWork; the result is another one, filled in. */
gpointer hs_class_work_job (HsStore *store, gpointer data, GError **error);

/* Removes the agreements that were made, on the worker; says so in @window (an HsWindow) when it
 * cannot. */
void hs_class_take_back (HsWindow *window, HsContext *context, const HsClass *made);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsClassStart, hs_class_start_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsClassWork, hs_class_work_free)

G_END_DECLS
