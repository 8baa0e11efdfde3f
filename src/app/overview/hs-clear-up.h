/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing what was kept long enough, after asking. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

/* Asks whether the @n agreements that were kept long enough may go for good, and then erases. */
void hs_clear_up_ask (HsWindow *window, HsContext *context, gint64 n);

G_END_DECLS
