/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canonical form of a sheet: what people sign. JSON with sorted keys and no blanks (RFC 8785 as
 * far as it is used: ASCII keys, integers, NFC strings), in which names, labels and addresses are
 * copied in as Dutch values, so that it depends on no other record and on no language of a screen.
 *
 * The fields come from the kind descriptions: every field that is not progress, computed, parent or
 * a position goes in. Order of rows is by position, then by content, never by the number that a row
 * happens to have in a database. What is empty is left out. No birth date is in it: "minor" says
 * whether the student was under 18 on the day the sheet was drawn up. */
#pragma once

#include "hs-dossier.h"

#include <jansson.h>

G_BEGIN_DECLS

/* The version of the description; a change of meaning raises it, an optional new field does not. */
#define HS_CANONICAL_DESCRIPTION 1
#define HS_CANONICAL_KIND "agreement"
/* The longest text that is read. */
#define HS_CANONICAL_MOST (8 * 1024 * 1024)

/* The sheet of @dossier as it is now. NULL with HS_ERROR_INVALID when a text cannot be in it
 * (control characters, not UTF-8). (transfer full) */
char *hs_canonical_text (const HsDossier *dossier, GError **error);
/* SHA-256 of @text as 64 lower-case hexadecimal digits. (transfer full) */
char *hs_canonical_hash (const char *text);
/* The text and hash of a sheet: as it was fixed when it was, else as it is now. @hash may be NULL.
 * (transfer full) */
char *hs_canonical_of_sheet (const HsDossier *dossier, char **hash, GError **error);

/* Reads @length bytes (-1: up to the NUL) of canonical form: refuses double keys, trailing text,
 * numbers that are no integers, control characters, another kind and a newer description
 * (HS_ERROR_VERSION), and text that is not exactly in canonical form (HS_ERROR_FORMAT). (transfer
 * full): unref with json_decref */
json_t *hs_canonical_parse (const char *text, gssize length, GError **error);
/* The canonical text of @root. (transfer full) */
char *hs_canonical_dump (json_t *root, GError **error);

G_END_DECLS
