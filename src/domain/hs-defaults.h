/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content that comes with the program: the catalogue (frameworks, technologies, materials,
 * settings, default rows of the themes) as data in data/catalogue, read from the resource. A school
 * can edit all of it once it is in its file. */
#pragma once

#include "hs-dossier.h"

G_BEGIN_DECLS

/* The records of the catalogue, without identity, in an order in which each only refers to earlier
 * ones. A reference (material → technology) is the index in the array plus 1: the store replaces
 * it. NULL with HS_ERROR_FORMAT. (transfer full) (element-type HsRecord) */
GPtrArray *hs_defaults_catalogue (GError **error);

/* The value of a setting: what the file says, else what comes with the program, else NULL.
 * (transfer none) */
const char *hs_defaults_setting (GHashTable *settings, const char *name);
/* The same as a number; @otherwise when it is none. */
gint64 hs_defaults_number (GHashTable *settings, const char *name, gint64 otherwise);

/**
 * hs_defaults_rows:
 * @defaults: (element-type HsRecord): records of kind default
 * @clauses: (element-type HsRecord): records of kind region_clause of the region
 * @sheet: the sheet, for its start and end; its id becomes the parent
 *
 * The rows of the five themes of a new sheet: themes, tasks, contact moments with dates, peer
 * sessions, prompts, onboarding steps and clauses. Defaults of the school of @school go before
 * those for all with the same code.
 *
 * Returns: (transfer full) (element-type HsRecord)
 */
GPtrArray *hs_defaults_rows (GPtrArray *defaults, GPtrArray *clauses, const HsRecord *sheet,
                             gint64 school);
/* Fills the empty texts of the legal part of @sheet with the shipped or edited default texts:
 * assessment, guidance, ending, confidentiality, terms version, assessors. */
void hs_defaults_sheet (HsRecord *sheet, GHashTable *settings);

G_END_DECLS
