/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves the places of a few students exactly while everybody else keeps theirs. Private to the
 * solver. */
#pragma once

#include "hs-search.h"

G_BEGIN_DECLS

/* At most so many students at a time. */
#define HS_EXACT_MAX 48

/**
 * HsExactResult:
 * @HS_EXACT_PROVEN: the search has the best places for these students
 * @HS_EXACT_OPEN: it may not: the limit was reached
 */
typedef enum
{
  HS_EXACT_PROVEN,
  HS_EXACT_OPEN,
} HsExactResult;

typedef struct _HsExact HsExact;

HsExact *hs_exact_new (HsSearch *search, const double *price);
void hs_exact_free (HsExact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsExact, hs_exact_free)

HsExactResult hs_exact_improve (HsExact *self, const guint32 *students, guint32 n, guint32 nodes);

G_END_DECLS
