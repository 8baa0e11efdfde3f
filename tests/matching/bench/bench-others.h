/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cbc and GLPK as separate processes on the same problem and time. */
#pragma once

#include "hs-instance.h"

gboolean bench_other (const char *program, const HsInstance *instance, double seconds,
                      gint64 *objective);
