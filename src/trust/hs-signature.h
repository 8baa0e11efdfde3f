/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An electronic signature under one sheet of an agreement. What is signed is a statement that names
 * the content, the sheet, the role, the person and the moment, so that a signature can never be
 * used again for another sheet, in another role or by another person. */
#pragma once

#include "hs-key.h"

G_BEGIN_DECLS

/**
 * HsStatement:
 * @content_hash: SHA-256 of the canonical form of the sheet, 64 lower-case hexadecimal digits
 * @sheet: uid of the sheet
 * @role: role in which is signed, the code of the domain ("student", "school", "host", "guardian")
 * @person: uid of the person who signs
 * @signed_at: moment, ISO 8601 ("2026-11-22T14:05:00Z" or a date)
 *
 * Borrowed strings, none NULL or empty.
 */
typedef struct
{
  const char *content_hash;
  const char *sheet;
  const char *role;
  const char *person;
  const char *signed_at;
} HsStatement;

/* Whether every field is there and the hash has the shape of one; else HS_ERROR_INVALID. */
gboolean hs_statement_check (const HsStatement *statement, GError **error);

/* The bytes that are signed: each field as its length (32 bits, big endian) and its bytes, in the
 * order of the struct. The purpose is not in here: hs_key_sign() adds it.
 * Returns: (transfer full). */
GBytes *hs_statement_to_bytes (const HsStatement *statement);

/* Signs @statement. Returns: (transfer full): base64 of the 64 bytes; NULL with HS_ERROR_INVALID.
 */
char *hs_signature_make (HsKey *key, const HsStatement *statement, GError **error);

/* Whether @signature (base64) is that of the owner of @public_text (hs_public_key_to_text()) under
 * exactly this statement. Errors: HS_ERROR_CRYPTO when it is not, HS_ERROR_FORMAT when a text
 * cannot be read, HS_ERROR_INVALID for an incomplete statement. */
gboolean hs_signature_verify (const char *public_text, const HsStatement *statement,
                              const char *signature, GError **error);

/* The same for bytes of another purpose than a sign-off: see hs_key_sign() for @context. */
char *hs_signature_make_for_bytes (HsKey *key, const char *context, const void *data, gsize size);
gboolean hs_signature_verify_bytes (const char *public_text, const char *context, const void *data,
                                    gsize size, const char *signature, GError **error);

G_END_DECLS
