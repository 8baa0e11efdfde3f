/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language that the program speaks: Dutch, also on a machine that has no Dutch locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hs_locale_init:
 *
 * Call first in main(), before any thread is there. Takes character set and messages from the
 * environment, with C.UTF-8 in place of a locale that is missing or knows no UTF-8; numbers and
 * dates are ours and stay as in C. Sets LANGUAGE to "nl" when the user chose none. Translations are
 * looked for in the environment's HANDSLAG_LOCALE_DIR, else in the folder "po" of the build tree
 * that the program runs in, else where the program was installed.
 */
void hs_locale_init (void);

G_END_DECLS
