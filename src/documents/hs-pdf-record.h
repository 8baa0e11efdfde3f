/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of a contract's file: what every part of it was when it was made. It is a JSON object
 * in an attachment that is stored unpacked, so that it can be found and checked without reading the
 * PDF at all:
 *
 *   {"_handslag_record":1, "attachments":{NAME:SHA-256}, "bytes":HASH, "content_hash":SHA-256,
 *    "digest":SHA-256, "fonts":[{"name","hash"}], "length":N, "made":MOMENT, "maker":PUBLIC KEY,
 *    "number":TEXT, "offset":N, "pages":[HASH], "sheet":UID, "signature":BASE64,
 *    "signoffs":[…], "size":N}
 *
 * HASH is BLAKE2b of 256 bits (RFC 7693, the same as b2sum -l 256), which takes a tenth of the time
 * of SHA-256 here. "pages" are hashes of each page's unpacked drawing, "fonts" of
 * what is stored; "bytes" is the hash of the
 * whole file but the record itself, which stands at "offset" and takes "size" bytes (the JSON,
 * blanks, a line feed); "length" is the size of the file. "digest" is the hash of the canonical
 * record without "digest" and "signature"; "signature" is "maker"'s Ed25519 signature over the same
 * text. */
#pragma once

#include <glib.h>
#include <jansson.h>

#include "hs-key.h"
#include "hs-qpdf.h"

G_BEGIN_DECLS

#define HS_RECORD_VERSION 1
/* How the text of a record begins; no JSON string can contain it. */
#define HS_RECORD_START "{\"_handslag_record\":"

/* Returns: (transfer full): a JSON array with the hash of each page's drawing; NULL with
 * HS_ERROR_FORMAT. @limit as in hs_qpdf_stream(). */
json_t *hs_pdf_record_hash_pages (HsQpdf *pdf, gsize *limit, GError **error);

/* Returns: (transfer full): a JSON array of {"name","hash"}, one for each font in the order in
 * which the pages name them; NULL with HS_ERROR_FORMAT. */
json_t *hs_pdf_record_hash_fonts (HsQpdf *pdf, gsize *limit, GError **error);

/* The hash of a whole file without the bytes of its record. Returns: (transfer full). */
char *hs_pdf_record_hash_bytes (const guint8 *data, gsize length, gsize offset, gsize size);

/* Sets "maker" (with a key), "digest" and "signature". */
void hs_pdf_record_seal (json_t *record, HsKey *key);

/* Whether "digest" fits. */
gboolean hs_pdf_record_digest_fits (json_t *record);

/* Whether "signature" is that of "maker"; HS_ERROR_CRYPTO or HS_ERROR_FORMAT. To be called only
 * when there is a "maker". */
gboolean hs_pdf_record_signature_fits (json_t *record, GError **error);

/* The text of @record with blanks and a line feed up to @size bytes; NULL when it is longer.
 * Returns: (transfer full). */
char *hs_pdf_record_to_text (json_t *record, gsize size);

G_END_DECLS
