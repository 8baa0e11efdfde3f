/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices on resources, and the upper bound that they prove. Private to the solver.
 *
 * For any prices >= 0 no solution is worth more than
 *     sum over resources (price * capacity)
 *   + sum over students (the largest of 0 and value - price of what is used, over the options):
 * Lagrangian relaxation (Held and Karp 1971; Fisher, Management Science 27, 1981). The best prices
 * give the value of the linear relaxation. */
#pragma once

#include <gio/gio.h>

#include "hs-model.h"

G_BEGIN_DECLS

double *hs_bound_prices (const HsModel *model, gint64 deadline, GCancellable *cancellable);
gint64 hs_bound_certify (const HsModel *model, const double *price);

G_END_DECLS
