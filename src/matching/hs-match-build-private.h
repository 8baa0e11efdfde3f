/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by what chooses options and what makes rows of them. */
#pragma once

#include "hs-match-build.h"

G_BEGIN_DECLS

/* The option that is worth most first; the rest so that the order is always the same. */
int hs_match_compare_options (gconstpointer a, gconstpointer b);
/* Whether the student, programme or host has a use for @technology. */
gboolean hs_match_is_wanted (const HsMatchWorld *world, guint32 student, guint32 vacancy,
                             gint64 technology);

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
