/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape and check digits of the keys that organisations exchange. */
#pragma once

#include "hs-kind.h"

G_BEGIN_DECLS

/**
 * hs_check_normalise:
 * @text: clean text of one line
 *
 * Brings @text into the form that is stored (postcode "1234 AB", BRIN in capitals, KvK number
 * without blanks) and checks it: crebo five digits; BRIN two digits, two letters and optionally two
 * digits; KvK number eight digits; leerbedrijf-ID one to ten digits; postcode 1000–9999 with two
 * letters other than SA, SD and SS; e-mail as one address with a dotted domain; telephone number of
 * 8 to 15 digits; link as http or https with a host.
 *
 * Returns: (transfer full): the text to store, or NULL with HS_ERROR_INVALID
 */
char *hs_check_normalise (HsCheck check, const char *text, GError **error);

/* Whether the nine digits satisfy the eleven test of the citizen number (9a+8b+…+2h−i, a multiple
 * of 11, not all zero; Logisch ontwerp BSN). Other numbers pass it as well: only ever a warning. */
gboolean hs_check_is_citizen_number (const char *nine_digits);

G_END_DECLS
