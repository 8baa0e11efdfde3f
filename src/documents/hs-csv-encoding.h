/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What encoding a text file is in, and its text as UTF-8. */
#pragma once

#include "hs-csv.h"

G_BEGIN_DECLS

/* The number of the line that @at is on, from 1. CR, LF and CR LF each end a line. */
guint hs_csv_line_of (const char *data, const char *at);

/**
 * hs_csv_decode:
 * @data: (transfer full): @length bytes and a NUL
 * @encoding: (out): what it was in
 *
 * Returns: (transfer full): the text as UTF-8 without a byte order mark and without NUL inside, its
 *   length in @length; NULL with HS_ERROR_FORMAT
 */
char *hs_csv_decode (char *data, gsize *length, HsCsvEncoding *encoding, GError **error);

G_END_DECLS
