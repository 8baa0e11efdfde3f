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

G_END_DECLS
