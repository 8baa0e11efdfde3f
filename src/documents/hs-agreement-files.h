/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of an agreement, straight out of the database: what the command line and the window
 * hand out and read back. What they look like is in hs-contract.h, hs-ics.h and hs-verify.h. */
#pragma once

#include "hs-actor.h"
#include "hs-key.h"
#include "hs-store.h"
#include "hs-verify.h"

G_BEGIN_DECLS

/**
 * hs_agreement_pdf:
 * @agreement: local id
 * @sheet: local id of the sheet, 0 for the newest
 * @key: (nullable): the key of who makes the file, which signs what the file is
 * @author: (nullable): who makes it, and must be allowed to (hs_permission_open)
 * @n_pages: (out) (optional)
 *
 * The contract as PDF with the signatures so far. "Concept" stands across it until it is approved.
 *
 * Returns: (transfer full): NULL with an error of the store, or of hs_contract_render
 */
GBytes *hs_agreement_pdf (HsStore *store, gint64 agreement, gint64 sheet, HsKey *key,
                          const HsActor *author, guint *n_pages, GError **error);

/* The contact moments, deadlines and period of the newest sheet as iCalendar; what stood in the
 * sheet before and no longer does comes out as cancelled. @actor as @author above. (transfer full)
 */
char *hs_agreement_ics (HsStore *store, gint64 agreement, const HsActor *actor, GError **error);

/**
 * hs_agreement_verify:
 * @store: (nullable): the database to compare with
 * @bytes: a PDF or JSON file
 * @sheet_uid: (out) (optional) (nullable) (transfer full): the sheet of @store that it was compared
 * with
 *
 * Compares a file with what it says of itself and, when @store has the sheet, with what was signed
 * there; signatures with the keys that @store knows. Returns: (transfer full): NULL only when the
 * store failed.
 */
HsVerifyResult *hs_agreement_verify (HsStore *store, GBytes *bytes, char **sheet_uid,
                                     GError **error);

G_END_DECLS
