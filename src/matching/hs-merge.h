/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes one solution out of two, part by part. Private to the solver. */
#pragma once

#include "hs-search.h"

G_BEGIN_DECLS

typedef struct _HsMerge HsMerge;

HsMerge *hs_merge_new (HsSearch *search);
void hs_merge_free (HsMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMerge, hs_merge_free)

void hs_merge_into_best (HsMerge *self);
void hs_merge_other (HsMerge *self, const gint32 *other);

G_END_DECLS
