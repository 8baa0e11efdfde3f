/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a file that people may change: hours that the law asks, days of a correction, how
 * long an agreement waits before somebody is reminded. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/**
 * HsFigure:
 * @name: of the setting in the file
 * @group, @label: on screen, to be translated
 * @unit: what is counted, to be translated
 * @usual: when nobody chose
 */
typedef struct
{
  const char *name;
  const char *group;
  const char *label;
  const char *unit;
  gint64 usual;
  gint64 least;
  gint64 most;
} HsFigure;

/* All figures, in the order of the screen. */
const HsFigure *hs_figures (guint *n);
const HsFigure *hs_figure (const char *name);

/* The figure as it is in @store. */
gint64 hs_figure_read (HsStore *store, const char *name);
/* Writes it down; the usual value is no row. HS_ERROR_REFUSED when @actor may not. Outside a
 * transaction. */
gboolean hs_figure_write (HsStore *store, const HsActor *actor, const char *name, gint64 value,
                          GError **error);

G_END_DECLS
