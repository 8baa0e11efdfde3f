/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file names the record that another record refers to, and back: a school by its name or
 * BRIN, a programme by its crebo, a location as "host / name", anything by its uid. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

typedef struct _HsReferences HsReferences;

/* Reads the records of a kind when they are first asked for. @store must outlive it. (transfer
 * full)
 */
HsReferences *hs_references_new (HsStore *store);
void hs_references_free (HsReferences *self);

/* What kind of organisation field @field of @kind must name, or -1 when any will do. */
int hs_reference_side (HsKindId kind, guint field);

/**
 * hs_references_find:
 * @text: what the file holds: a uid; a number that tells records apart (BRIN, KvK number,
 *   leerbedrijf-ID, crebo, e-mail address, student number, code, asset number); or a name. A
 *   location may be named "organisation / location" and a team "organisation / location / team".
 * @scope: id of the organisation (for a location), location (for a team) or school (for a student)
 *   that it is looked for in first, or 0
 * @side: result of hs_reference_side
 *
 * Upper and lower case are the same. Numbers go before names.
 *
 * Returns: the id (below 0 for a record that only hs_references_add knows); 0 with
 *   HS_ERROR_NOT_FOUND, or HS_ERROR_INVALID when it can be more than one: the message names them
 */
gint64 hs_references_find (HsReferences *self, HsKindId target, const char *text, gint64 scope,
                           int side, GError **error);

/* Makes a record known that was read from a file and may not be saved yet (then with a made-up id
 * below 0). Does nothing while the records of its kind were not asked for. */
void hs_references_add (HsReferences *self, HsRecord *record);

/* The shortest text that people understand and that hs_references_find gives @id for. (transfer
 * full) */
char *hs_references_text (HsReferences *self, HsKindId target, gint64 id);

/* The uid of a record, "" when there is none. (transfer full) */
char *hs_references_uid (HsReferences *self, HsKindId target, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReferences, hs_references_free)

G_END_DECLS
