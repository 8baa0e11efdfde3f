/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody may change a record outside agreements: hs_permission_edit_record() with what it
 * needs to know read from the store. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* The organisation that @record belongs to, by the first reference that leads to one; 0: none. */
gint64 hs_store_organisation_of (HsStore *store, const HsRecord *record);
/* Whether @record is outside agreements: what is inside is guarded by the state of its dossier. */
gboolean hs_store_is_outside (HsKindId kind);
/* Whether @actor (nullable: nobody said yet who they are) may add, change or remove @record; FALSE
 * with HS_ERROR_REFUSED. */
gboolean hs_store_may_edit (HsStore *store, const HsActor *actor, const HsRecord *record,
                            GError **error);

/* Whether @actor may remove @record, which is asked more of than changing it. */
gboolean hs_store_may_remove (HsStore *store, const HsActor *actor, const HsRecord *record,
                              GError **error);
/* Who looks at what is read (copied; NULL: the owner of the file): decides what is hidden. */
void hs_store_set_viewer (HsStore *store, const HsActor *viewer);
/* Whether who looks works at a host. */
gboolean hs_store_viewer_is_host (HsStore *store);
/* Whether @record is a student, or a guardian of one, whom who looks may not know: until a match
 * is final a host sees a code. */
gboolean hs_store_hides (HsStore *store, const HsRecord *record);

G_END_DECLS
