/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract: one sheet of an agreement as PDF. All that it says comes from the canonical JSON
 * and the sign-offs; a field that this version does not know is printed under its own name, because
 * what the PDF shows and what its JSON says must not part. */
#pragma once

#include <glib.h>
#include <jansson.h>

#include "hs-key.h"

G_BEGIN_DECLS

/**
 * HsPdfSignoff:
 * @role: role as the reader sees it ("Student")
 * @name: who signs, or NULL while nobody has
 * @organisation: for which organisation, or NULL
 * @method: way of signing as the reader sees it ("Sleutel", "Op papier", "Elders"), or NULL
 * @date: ISO date or moment, NULL while not signed
 * @status: as the reader sees it ("Ondertekend", "Geweigerd"), or NULL
 * @reason: of refusing or withdrawing, or NULL
 * @valid: whether it counts for this sheet
 * @role_code: role as it was signed; NULL when there is no key signature
 * @person: uid of the person as it was signed
 * @signed_at: moment as it was signed, exactly
 * @public_key: hs_public_key_to_text() of the signer's key
 * @signature: hs_signature_make()
 *
 * One row of the table of signatures. The last five travel in the file's record, so that who reads
 * the file can check the signature itself. Borrowed strings.
 */
typedef struct
{
  const char *role;
  const char *name;
  const char *organisation;
  const char *method;
  const char *date;
  const char *status;
  const char *reason;
  gboolean valid;
  const char *role_code;
  const char *person;
  const char *signed_at;
  const char *public_key;
  const char *signature;
} HsPdfSignoff;

/**
 * HsContractOptions:
 * @content_hash: SHA-256 of the canonical JSON as the database has it; checked. NULL: computed
 * @sheet: uid of the sheet (needed for key signatures), or NULL
 * @signoffs: rows of the table of signatures
 * @n_signoffs: how many
 * @draft: whether "Concept" stands across the pages: nobody has approved this text yet
 * @now: ISO moment of making; the file's only date
 * @author: who makes the file, or NULL
 * @key: the device's key, which signs the record; NULL leaves the file without proof of who made it
 */
typedef struct
{
  const char *content_hash;
  const char *sheet;
  const HsPdfSignoff *signoffs;
  guint n_signoffs;
  gboolean draft;
  const char *now;
  const char *author;
  HsKey *key;
} HsContractOptions;

/* Names under which the JSON and the record are attached. */
#define HS_CONTRACT_ATTACHMENT "stageafspraak.json"
#define HS_RECORD_ATTACHMENT "handslag-record.json"

/* Makes the PDF of @canonical (an object, not changed). The same input gives the same bytes.
 * @n_pages (out, optional).
 * Returns: (transfer full); NULL with HS_ERROR_INVALID (not an object), HS_ERROR_CORRUPT (the
 * content does not have @content_hash), HS_ERROR_IO. */
GBytes *hs_contract_render (json_t *canonical, const HsContractOptions *options, guint *n_pages,
                            GError **error);

/* Returns: (transfer full): the canonical text of @json: sorted keys, no white space, UTF-8. */
char *hs_contract_canonical_text (json_t *json);

G_END_DECLS
