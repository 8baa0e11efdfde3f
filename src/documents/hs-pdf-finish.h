/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo cannot do: language, structure details, attachments and the record of a file. */
#pragma once

#include <glib.h>

#include "hs-contract.h"

G_BEGIN_DECLS

/* Completes a drawn contract: see hs-contract.h. @text is the canonical JSON that is attached,
 * @hash its SHA-256. Returns: (transfer full). */
GBytes *hs_pdf_finish_contract (GBytes *pages, const char *text, const char *hash,
                                const HsContractOptions *options, GError **error);

/* Completes another document: language and structure, no attachments and no record.
 * Returns: (transfer full). */
GBytes *hs_pdf_finish_plain (GBytes *pages, GError **error);

G_END_DECLS
