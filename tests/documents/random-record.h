/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind with values as wild as they may be. */
#pragma once

#include "exchange-test.h"

/* Saves @n records of @kind with random values that pass the checks of their fields; references go
 * to records that @store has already, also of the same kind. @wild: also texts
 * that start with an apostrophe and a sign, which only our own reader and writer agree on. */
void random_records (HsStore *store, GRand *random, HsKindId kind, guint n, gboolean wild);
