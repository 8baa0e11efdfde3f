/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that cannot be used where it is, or that is somebody else's: a copy of it on this machine
 * can. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

/* Copies @path to the folder of the program and opens the copy. */
void hs_take_over (HsWindow *window, const char *path);
/**
 * hs_take_over_offer:
 * @is_new: the file is not there yet
 * @why: HS_ERROR_PLACE
 *
 * Explains why @path cannot be used, and offers to copy it, or to make it, on this machine.
 */
void hs_take_over_offer (HsWindow *window, const char *path, gboolean is_new, const GError *why);

G_END_DECLS
