/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What encoding a text file is in, and its text as UTF-8. */
#pragma once

#include "hs-csv.h"

G_BEGIN_DECLS

/* The one of semicolon, comma and tab that the line at @text has most of outside quotes. */
char hs_csv_find_delimiter (const char *text);

/* The line and cell that @at is in. CR, LF and CR LF each end a line. */
HsCsvPlace hs_csv_place_of (const char *data, const char *at);

/**
 * hs_csv_decode:
 * @data: (transfer full): @length bytes and a NUL
 * @encoding: (out): what it was in
 * @failed: (out) (optional): where it is no text, after an error
 *
 * Returns: (transfer full): the text as UTF-8 without a byte order mark and without NUL inside, its
 *   length in @length; NULL with HS_ERROR_FORMAT
 */
char *hs_csv_decode (char *data, gsize *length, HsCsvEncoding *encoding, HsCsvPlace *failed,
                     GError **error);

G_END_DECLS
