/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making resource rows out of options. */
#pragma once

#include "hs-match-build.h"

G_BEGIN_DECLS

typedef struct _HsMatchRows HsMatchRows;

/* Makes the rows that the options of @options need: for every supervisor, vacancy, item and
 * digicoach the stretches of the calendar in which it could be short, less what is in use already,
 * appended to
 * @resources and to @builder. (transfer full) */
HsMatchRows *hs_match_rows_new (const HsMatchWorld *world, const GArray *options, GArray *resources,
                                HsInstanceBuilder *builder);
/* Adds the uses of @option, the newest option of @builder. */
void hs_match_rows_use (HsMatchRows *self, const HsMatchOption *option, HsInstanceBuilder *builder);
void hs_match_rows_free (HsMatchRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchRows, hs_match_rows_free)

G_END_DECLS
