/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to a record: who changed which field, when, from what to what. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* Not a field: the record was made; was removed or brought back. */
#define HS_CHANGE_MADE (-1)
#define HS_CHANGE_REMOVED (-2)
#define HS_CHANGE_RESTORED (-3)

/**
 * HsChange:
 * @revision: the transaction
 * @at: moment of the commit
 * @actor: uid of who did it, NULL for the program itself
 * @what: the word of the transaction
 * @field: index of the field, or HS_CHANGE_…
 * @before, @after: records of the kind that hold only this field, with its value before and after;
 *   NULL when @field is no field
 */
typedef struct
{
  gint64 revision;
  gint64 at;
  char *actor;
  char *what;
  int field;
  HsRecord *before;
  HsRecord *after;
} HsChange;

void hs_change_free (HsChange *self);

/* All changes of the record after revision @since (0: from its making on), oldest first.
 * (transfer full) (element-type HsChange) */
GPtrArray *hs_store_history (HsStore *self, HsKindId kind, gint64 id, gint64 since, GError **error);

/* The last revision at @moment (seconds) or before it; 0 when there was none. */
gint64 hs_store_revision_at (HsStore *self, gint64 moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsChange, hs_change_free)

G_END_DECLS
