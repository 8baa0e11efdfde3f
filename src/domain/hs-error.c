/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the program. */

#include "hs-error.h"

G_DEFINE_QUARK (hs - error - quark, hs_error)
