/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers out of the store: one agreement with all around it, or all of them in a row. */
#pragma once

#include "hs-dossier.h"
#include "hs-store.h"

G_BEGIN_DECLS

/**
 * hs_store_dossier:
 * @agreement_id: local id of the agreement
 * @sheet_id: the sheet to look at; 0 is the newest
 * @today: the day of the check
 *
 * Reads the agreement with its sheets, rows, parties and the facts that rules need, all as of one
 * moment. Rows that were removed are left out.
 *
 * Returns: (transfer full): NULL with HS_ERROR_NOT_FOUND when there is no such agreement or sheet
 */
HsDossier *hs_store_dossier (HsStore *self, gint64 agreement_id, gint64 sheet_id, HsDay today,
                             GError **error);

/**
 * hs_store_dossier_at:
 * @revision: the moment, as the end of a transaction
 *
 * The agreement as it was then, with its sheets and rows: for comparing two moments. The parties
 * and the facts around it are those of now.
 *
 * Returns: (transfer full): NULL with HS_ERROR_NOT_FOUND when there was no such agreement or sheet
 */
HsDossier *hs_store_dossier_at (HsStore *self, gint64 agreement_id, gint64 sheet_id,
                                gint64 revision, HsDay today, GError **error);

typedef struct _HsDossierReader HsDossierReader;

/**
 * hs_dossier_reader_new:
 *
 * Reads all agreements that were not removed, in order of id, each with its newest sheet, as
 * hs_store_dossier would. Much faster than one at a time: there is one cursor for each kind, and
 * the load on supervisors and the like is computed once. All of it is as of one moment. The store
 * may be read between two calls, not written.
 *
 * Returns: (transfer full): the reader, NULL on error
 */
HsDossierReader *hs_dossier_reader_new (HsStore *store, HsDay today, GError **error);
/* The same for the @part-th (from 0) of @n_parts ranges of ids, so that several threads, each with
 * a store of its own, can share the work. */
HsDossierReader *hs_dossier_reader_new_part (HsStore *store, HsDay today, guint part, guint n_parts,
                                             GError **error);
/* The next one (transfer full); NULL at the end, and then @error is set when it is not the end but
 * a failure. */
HsDossier *hs_dossier_reader_next (HsDossierReader *self, GError **error);
void hs_dossier_reader_free (HsDossierReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDossierReader, hs_dossier_reader_free)

G_END_DECLS
