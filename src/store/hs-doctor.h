/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file is sound: its pages, references and tables, and what must be true of its records
 * whatever was done with it. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/**
 * HsDoctorFunc:
 * @code: stable word for what is wrong: "integrity", "reference", "schema", "sheet-hash",
 *   "signoff-hash", "events", "state", "attachment", "search"
 * @uid: the record that it is about, or NULL
 * @message: a sentence in the user's language
 */
typedef void (*HsDoctorFunc) (const char *code, const char *uid, const char *message,
                              gpointer user_data);

/**
 * hs_store_doctor:
 * @func: called for each thing that is wrong
 *
 * Looks at all of the file and changes nothing. Checked are: every page and index (PRAGMA
 * integrity_check); every reference; that tables, columns, indexes and triggers are those of this
 * version; that the stored text of each fixed sheet has the hash that was signed; that sign-offs
 * are of the hash of their sheet, unless it was called back afterwards; that events follow on each
 * other and lead to the state of the agreement; that attachments are what their hash says; that the
 * search index holds what the records say.
 *
 * Signatures by key are not checked here but by trust (hs-verify.h).
 *
 * Returns: how many things are wrong; -1 when it could not look
 */
int hs_store_doctor (HsStore *self, HsDoctorFunc func, gpointer user_data, GError **error);

G_END_DECLS
