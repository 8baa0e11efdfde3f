/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A notification when something new waits for the user. It says how many things, never whose. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

/* Looks now and then what waits in the file of @window, for as long as the window is there. */
void hs_notify_watch (HsWindow *window);

G_END_DECLS
