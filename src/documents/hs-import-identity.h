/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a row of a file is a record that is there already. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

typedef struct _HsIdentity HsIdentity;

/* HsKnown: a record of the store, or one that an earlier row of the file made. @id is below 0 when
 * it is not saved; @line is the row that was found to be it, 0 for none; @scope is the school of a
 * student. */
typedef struct
{
  gint64 id;
  gint64 scope;
  guint line;
} HsKnown;

/* Reads what there is of @kind. @store must outlive it. (transfer full), NULL on error. */
HsIdentity *hs_identity_new (HsStore *store, HsKindId kind, gboolean by_name, GError **error);
void hs_identity_free (HsIdentity *self);

/* Whether @kind is recognised by this field (in any way): a file without any such column asks. */
gboolean hs_identity_uses (const HsKind *kind, guint field);

/**
 * hs_identity_find:
 * @uid: of the row, or NULL
 * @record: what the row says; references are ids
 * @known: (out) (transfer none): what it is, NULL when it is new
 *
 * A uid that is there wins. Else an organisation is recognised by KvK number, BRIN or
 * leerbedrijf-ID, a person by e-mail address, a student by school and number, anything else by all
 * its key fields; and when it was made with by_name and there is nothing of these, by its name
 * inside what it belongs to.
 *
 * Returns: FALSE with HS_ERROR_INVALID when the row names two records at once, or
 * HS_ERROR_NOT_FOUND when there is nothing to recognise it by, or HS_ERROR_STALE when the record
 * was removed
 */
gboolean hs_identity_find (HsIdentity *self, const char *uid, const HsRecord *record,
                           HsKnown **known, GError **error);

/* Notes that @record (id below 0 when it is not saved) comes from @line, so that a second row with
 * the same key is found to be the same. (transfer none) */
HsKnown *hs_identity_add (HsIdentity *self, const HsRecord *record, guint line);

/* Records of the store that no row was found to be; of students only those of the schools that are
 * in the file. */
guint hs_identity_missing (HsIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsIdentity, hs_identity_free)

G_END_DECLS
