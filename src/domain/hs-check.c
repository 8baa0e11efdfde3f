/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that organisations exchange: crebo, BRIN, KvK number, leerbedrijf-ID, postcode, addresses.
 */

#include "hs-check.h"

#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
all_digits (const char *text, gsize fewest, gsize most)
{
  gsize length = strlen (text);

  if (length < fewest || length > most)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* @text without blanks, dots and, when @dashes, dashes. */
static char *
squeeze (const char *text, const char *drop)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (strchr (drop, *text) == NULL)
      g_string_append_c (out, *text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
digits_or_error (const char *text, gsize fewest, gsize most, const char *expected, GError **error)
{
  g_autofree char *squeezed = squeeze (text, " .");

  if (all_digits (squeezed, fewest, most))
    return g_steal_pointer (&squeezed);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, expected);
  return NULL;
}

static char *
normalise_brin (const char *text, GError **error)
{
  g_autofree char *squeezed = squeeze (text, " ");
  g_autofree char *upper = g_ascii_strup (squeezed, -1);
  gsize length = strlen (upper);

  if ((length == 4 || length == 6) && g_ascii_isdigit (upper[0]) && g_ascii_isdigit (upper[1])
      && g_ascii_isalpha (upper[2]) && g_ascii_isalpha (upper[3])
      && (length == 4 || all_digits (upper + 4, 2, 2)))
    return g_steal_pointer (&upper);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("a BRIN is two digits and two letters, as 25LH, with two more digits for "
                          "a site"));
  return NULL;
}

static char *
normalise_postcode (const char *text, GError **error)
{
  g_autofree char *squeezed = squeeze (text, " ");
  g_autofree char *upper = g_ascii_strup (squeezed, -1);

  if (strlen (upper) == 6 && upper[0] >= '1' && upper[0] <= '9' && g_ascii_isdigit (upper[1])
      && g_ascii_isdigit (upper[2]) && g_ascii_isdigit (upper[3]) && g_ascii_isalpha (upper[4])
      && g_ascii_isalpha (upper[5]) && strcmp (upper + 4, "SA") != 0
      && strcmp (upper + 4, "SD") != 0 && strcmp (upper + 4, "SS") != 0)
    return g_strdup_printf ("%.4s %s", upper, upper + 4);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("a postcode is four digits and two letters, as 1234 AB"));
  return NULL;
}

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');
  const char *dot = at != NULL ? strrchr (at, '.') : NULL;

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || dot == NULL || dot == at + 1
      || dot[1] == '\0' || strlen (text) > 254 || strstr (text, "..") != NULL)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || strchr ("<>()[],;:\\\"", *c) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_url (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
         && (strcmp (g_uri_get_scheme (uri), "http") == 0
             || strcmp (g_uri_get_scheme (uri), "https") == 0);
}

static gboolean
is_phone (const char *text)
{
  guint digits = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      digits++;
    else if (strchr (" +-()./", *c) == NULL)
      return FALSE;
  return digits >= 8 && digits <= 15;
}

static char *
keep_if (gboolean fits, const char *text, const char *expected, GError **error)
{
  if (fits)
    return g_strdup (text);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, expected);
  return NULL;
}

char *
hs_check_normalise (HsCheck check, const char *text, GError **error)
{
  switch (check)
    {
    case HS_CHECK_CREBO:
      return digits_or_error (text, 5, 5, _ ("a crebo is five digits, as 25655"), error);
    case HS_CHECK_BRIN:
      return normalise_brin (text, error);
    case HS_CHECK_KVK:
      return digits_or_error (text, 8, 8, _ ("a KvK number is eight digits"), error);
    case HS_CHECK_SBB:
      return digits_or_error (text, 1, 10, _ ("a leerbedrijf-ID is one to ten digits"), error);
    case HS_CHECK_POSTCODE:
      return normalise_postcode (text, error);
    case HS_CHECK_EMAIL:
      return keep_if (is_email (text), text, _ ("an e-mail address looks like naam@voorbeeld.nl"),
                      error);
    case HS_CHECK_PHONE:
      return keep_if (is_phone (text), text, _ ("a telephone number has 8 to 15 digits"), error);
    case HS_CHECK_URL:
      return keep_if (is_url (text), text, _ ("a link starts with https:// or http://"), error);
    case HS_CHECK_NONE:
    default:
      return g_strdup (text);
    }
}

gboolean
hs_check_is_citizen_number (const char *nine_digits)
{
  int sum = 0;
  gboolean zero = TRUE;

  if (!all_digits (nine_digits, 9, 9))
    return FALSE;
  for (int i = 0; i < 9; i++)
    {
      int digit = nine_digits[i] - '0';

      sum += i < 8 ? (9 - i) * digit : -digit;
      zero = zero && digit == 0;
    }
  return !zero && sum % 11 == 0;
}
