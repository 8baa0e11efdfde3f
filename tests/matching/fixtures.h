/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems and checks that several tests of the solver use. */
#pragma once

#include "hs-solver.h"

HsInstance *fixture_tiny (guint32 seed);
HsInstance *fixture_school (guint32 seed, gint32 n_students);
gint64 fixture_brute_force (const HsInstance *instance, const gint32 *fixed);
HsSolution *fixture_solve (const HsInstance *instance, const HsSolverOptions *options);
