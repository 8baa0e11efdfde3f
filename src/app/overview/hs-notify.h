/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling on the desktop that something waits, without names. */
#pragma once

#include "hs-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* HsNotify: what was told last. {0} is nothing. */
typedef struct
{
  guint n;
  HsDay day;
} HsNotify;

/* Tells that @n things wait, when the user wants that, does not look at @window, and was not told
 * today or of fewer. Returns whether it told. */
gboolean hs_notify_waiting (HsNotify *self, HsContext *context, GtkWindow *window, guint n);

G_END_DECLS
