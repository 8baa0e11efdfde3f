/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is this file what was signed, by whom, and what differs? Reads a PDF that hs_contract_render()
 * made, or a canonical JSON, from anybody: it never crashes, never takes more than a fixed amount
 * of memory, and never calls a file right that has one byte changed, added or left out. */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/**
 * HsVerdict:
 * @HS_VERDICT_OK: all that can be compared is the same
 * @HS_VERDICT_DIFFERS: something was changed, added or left out, or a signature does not fit
 * @HS_VERDICT_UNKNOWN: a readable agreement (JSON), but nothing to compare it with
 * @HS_VERDICT_NOT_OURS: not a file of Handslag, or not readable at all
 *
 * For the command line: OK is exit status 0; DIFFERS, UNKNOWN and NOT_OURS are 1.
 */
typedef enum
{
  HS_VERDICT_OK,
  HS_VERDICT_DIFFERS,
  HS_VERDICT_UNKNOWN,
  HS_VERDICT_NOT_OURS,
} HsVerdict;

typedef enum
{
  HS_VERIFY_GOOD, /* compared and the same */
  HS_VERIFY_NOTE, /* worth knowing, nothing wrong */
  HS_VERIFY_BAD, /* differs */
} HsVerifyLevel;

/**
 * HsVerifyFinding:
 * @level: how bad
 * @code: stable, for programs ("page", "bytes", "added", "attachment", "signature", …)
 * @text: sentence for the reader
 */
typedef struct
{
  HsVerifyLevel level;
  char *code;
  char *text;
} HsVerifyFinding;

/**
 * HsVerifySigner:
 * @role: as the reader sees it
 * @name: as the file says it
 * @date: as the file says it
 * @by_key: whether there is a signature of a key, and it fits this content
 * @known: name of the person whose known key it is, or NULL
 */
typedef struct
{
  char *role;
  char *name;
  char *date;
  gboolean by_key;
  char *known;
} HsVerifySigner;

/**
 * HsKnownKey:
 * @public_key: hs_public_key_to_text()
 * @person: uid of the person whose key it is
 * @name: of that person
 */
typedef struct
{
  const char *public_key;
  const char *person;
  const char *name;
} HsKnownKey;

/**
 * HsVerifyOptions:
 * @expected_hash: content hash that the database holds for this sheet, or NULL
 * @expected: canonical JSON that the database holds, to say what differs, or NULL
 * @keys: keys that this database knows, or NULL
 * @n_keys: how many
 */
typedef struct
{
  const char *expected_hash;
  json_t *expected;
  const HsKnownKey *keys;
  guint n_keys;
} HsVerifyOptions;

/**
 * HsVerifyResult:
 * @verdict: in one word
 * @is_pdf: else JSON
 * @content_hash: of the agreement in the file, computed; NULL when there is none
 * @number: of the agreement, or NULL
 * @sheet: uid of the sheet as the record says it, or NULL
 * @made: moment as the record says it, or NULL
 * @maker: public key that signed the file and fits, or NULL
 * @maker_name: whose key that is when it is a known one, or NULL
 * @signers: (element-type HsVerifySigner)
 * @findings: (element-type HsVerifyFinding)
 */
typedef struct
{
  HsVerdict verdict;
  gboolean is_pdf;
  char *content_hash;
  char *number;
  char *sheet;
  char *made;
  char *maker;
  char *maker_name;
  GPtrArray *signers;
  GPtrArray *findings;
} HsVerifyResult;

/* Compares @bytes with what it says of itself and with @options (nullable).
 * Returns: (transfer full): never NULL; what is wrong with the file is in it. */
HsVerifyResult *hs_verify_bytes (GBytes *bytes, const HsVerifyOptions *options);

/* The same for a file of 16 MB at most. NULL only when it cannot be read: HS_ERROR_NOT_FOUND,
 * HS_ERROR_IO. Returns: (transfer full). */
HsVerifyResult *hs_verify_file (const char *path, const HsVerifyOptions *options, GError **error);

/* The agreement's canonical JSON out of a PDF or JSON file, whether or not it was changed.
 * Returns: (transfer full): NULL when there is none. */
json_t *hs_verify_read_content (GBytes *bytes);

/* One sentence for the verdict. Returns: (transfer full). */
char *hs_verify_result_get_sentence (const HsVerifyResult *result);

void hs_verify_result_free (HsVerifyResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsVerifyResult, hs_verify_result_free)

G_END_DECLS
