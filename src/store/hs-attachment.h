/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scans and signed PDFs in the database, each named by its SHA-256. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* The largest attachment, in bytes. */
#define HS_ATTACHMENT_MOST (32 * 1024 * 1024)

/**
 * hs_store_attach:
 * @agreement: id of the agreement whose dossier it belongs to
 * @name: file name as it was; @media_type: "image/jpeg", "application/pdf", …
 * @data: the file
 *
 * Keeps a file, inside a transaction. The same content twice is kept once.
 *
 * Returns: (transfer full): its SHA-256 as lower-case hex; NULL with HS_ERROR_INVALID when it is
 * empty or larger than HS_ATTACHMENT_MOST
 */
char *hs_store_attach (HsStore *self, gint64 agreement, const char *name, const char *media_type,
                       GBytes *data, GError **error);

/* The file with this SHA-256 (transfer full), and when wanted its name and media type (transfer
 * full). NULL with HS_ERROR_NOT_FOUND, or HS_ERROR_CORRUPT when the content is not what its hash
 * says. */
GBytes *hs_store_attachment (HsStore *self, const char *sha256, char **name, char **media_type,
                             GError **error);

G_END_DECLS
