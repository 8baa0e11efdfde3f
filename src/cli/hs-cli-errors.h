/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an error to the sentence that a person reads and the exit status that a script reads. */
#pragma once

#include "hs-cli.h"

G_BEGIN_DECLS

/* The exit status that @error ends in. */
HsCliStatus hs_cli_error_status (const GError *error);
/* Stable word for it in JSON ("not-found", "usage", …). (transfer none) */
const char *hs_cli_error_code (const GError *error);
/* One Dutch sentence: what could not be done, with what, why, and what to do. (transfer full) */
char *hs_cli_error_sentence (const GError *error);

/**
 * hs_cli_read_file:
 * @most: more bytes than this is refused
 *
 * Reads a whole file. Errors: HS_ERROR_NOT_FOUND, HS_ERROR_IO (a folder, no permission, …),
 * HS_ERROR_INVALID (too large); the message names the file. "-" is the standard input.
 */
gboolean hs_cli_read_file (const char *path, gsize most, char **data, gsize *length,
                           GError **error);
/* Writes a whole file, or nothing when it fails; "-" is the standard output. Errors:
 * HS_ERROR_NOT_FOUND (no such folder), HS_ERROR_READ_ONLY, HS_ERROR_FULL, HS_ERROR_IO. */
gboolean hs_cli_write_file (const char *path, const char *data, gsize length, GError **error);

G_END_DECLS
