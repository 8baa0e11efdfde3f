/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves that change a solution a little, for the better or, with some chance, for the worse.
 * Private to the solver. */
#pragma once

#include "hs-search.h"

G_BEGIN_DECLS

typedef struct _HsMoves HsMoves;

HsMoves *hs_moves_new (HsSearch *search);
void hs_moves_free (HsMoves *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMoves, hs_moves_free)

double hs_moves_unit (const HsModel *model);
void hs_moves_enter (HsMoves *self, const guint32 *students, guint32 first, guint32 n);
void hs_moves_set_temperature (HsMoves *self, double temperature);
void hs_moves_try (HsMoves *self);

G_END_DECLS
