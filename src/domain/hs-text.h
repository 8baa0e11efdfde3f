/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people type it: normal form, folding for search, what may not be in it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest text of one field, in bytes. */
#define HS_TEXT_MOST 65536

/**
 * hs_text_clean:
 * @text: UTF-8 text of @length bytes
 * @lines: whether line feeds and tabs may be in it; CR LF and CR become LF
 *
 * Removes blanks around it and makes it NFC (Unicode Annex 15).
 *
 * Returns: (transfer full): the clean text, or NULL with HS_ERROR_INVALID when it is not UTF-8,
 * holds a control character or is longer than HS_TEXT_MOST
 */
char *hs_text_clean (const char *text, gsize length, gboolean lines, GError **error);

/* Appends @text folded for search: lower case, without accents, ligatures and ß spelled out,
 * everything that is not a letter or digit becomes one blank. Works on any valid UTF-8. */
void hs_text_fold (GString *to, const char *text);

G_END_DECLS
