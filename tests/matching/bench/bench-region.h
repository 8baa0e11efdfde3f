/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes problems of the structure of a region, and problems whose best answer is known. */
#pragma once

#include "hs-instance.h"

HsInstance *bench_region (guint32 n_students, guint32 seed);
HsInstance *bench_planted (guint32 n_students, guint32 seed, gint64 *optimum);
HsInstance *bench_with_capacity (const HsInstance *instance, const gint32 *capacity);
