/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An assignment that worked, kept to be used again: what it is about goes along, and what belongs
 * to one team or one placement does not (the need, who confirmed it, dates, how it ended). The
 * criteria are text in a template, one a line: "Summatief: De student …". */
#pragma once

#include "hs-record.h"

G_BEGIN_DECLS

/* A template out of @assignment and its criteria (element-type HsRecord). (transfer full) */
HsRecord *hs_template_of_assignment (const HsRecord *assignment, const GPtrArray *criteria);
/* Fills what is empty in @assignment. */
void hs_template_fill (const HsRecord *self, HsRecord *assignment);
/* Criteria with text, kind and position; a line that does not say what it is for is formative.
 * (transfer full) (element-type HsRecord) */
GPtrArray *hs_template_criteria (const HsRecord *self);

G_END_DECLS
