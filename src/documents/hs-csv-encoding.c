/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schools' systems write UTF-8, Excel writes Windows-1252 or UTF-16; none of them says so. */

#include "hs-csv-encoding.h"

#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Windows-1252, bytes 0x80 to 0x9f (the Unicode Consortium's table CP1252.TXT); 0 is not in use. */
static const gunichar2 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

HsCsvPlace
hs_csv_place_of (const char *data, const char *at)
{
  char delimiter = hs_csv_find_delimiter (data);
  HsCsvPlace place = { 1, 1 };
  gboolean quoted = FALSE;

  for (const char *c = data; c < at; c++)
    if (*c == '\n' || (*c == '\r' && c[1] != '\n'))
      {
        place.line++;
        place.column = quoted ? place.column : 1;
      }
    else if (*c == '"')
      quoted = !quoted;
    else if (*c == delimiter && !quoted)
      place.column++;
  return place;
}

static char *
refuse (const char *data, const char *at, const char *reason, HsCsvPlace *failed, GError **error)
{
  if (failed != NULL)
    *failed = hs_csv_place_of (data, at);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, reason);
  return NULL;
}

/* Bytes of one character of UTF-8 above ASCII at @at, 0 when it is none. */
static gsize
utf8_bytes (const char *at, const char *end)
{
  gunichar c = g_utf8_get_char_validated (at, end - at);

  return (gint32) c < 0 ? 0 : (gsize) g_unichar_to_utf8 (c, NULL);
}

/* Counts characters of UTF-8 and bytes that are none; @bad is the first of those. */
static void
count_characters (const char *data, gsize length, gsize *good, gsize *wrong, const char **bad)
{
  const char *end = data + length;

  *good = *wrong = 0;
  *bad = NULL;
  for (const char *at = data; at < end;)
    {
      gsize bytes = 1;

      if ((guchar) *at >= 0x80)
        {
          bytes = utf8_bytes (at, end);
          if (bytes > 0)
            (*good)++;
          else
            {
              if (*bad == NULL)
                *bad = at;
              (*wrong)++;
              bytes = 1;
            }
        }
      at += bytes;
    }
}

static char *
decode_windows_1252 (char *data, gsize *length, HsCsvPlace *failed, GError **error)
{
  g_autofree char *own = data;
  g_autoptr (GString) out = g_string_sized_new (*length + *length / 16);

  for (gsize i = 0; i < *length; i++)
    {
      guchar byte = (guchar) data[i];

      if (byte < 0x80)
        g_string_append_c (out, data[i]);
      else if (byte >= 0xa0)
        g_string_append_unichar (out, byte);
      else if (windows_1252[byte - 0x80] != 0)
        g_string_append_unichar (out, windows_1252[byte - 0x80]);
      else
        return refuse (data, data + i,
                       _ ("this is neither UTF-8 nor Windows-1252; save the file as CSV UTF-8"),
                       failed, error);
    }
  *length = out->len;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
decode_utf16 (char *data, gsize *length, const char *charset, GError **error)
{
  g_autofree char *own = data;
  gsize written = 0;
  char *text = g_convert (data + 2, (gssize) *length - 2, "UTF-8", charset, NULL, &written, NULL);

  if (text == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("the file is damaged UTF-16; save it as CSV UTF-8"));
      return NULL;
    }
  *length = written;
  return text;
}

static char *
decode_bytes (char *data, gsize *length, HsCsvEncoding *encoding, HsCsvPlace *failed,
              GError **error)
{
  gsize good, wrong;
  const char *bad;

  if (g_utf8_validate_len (data, *length, NULL))
    return data;
  count_characters (data, *length, &good, &wrong, &bad);
  if (good > wrong)
    {
      refuse (data, bad, _ ("this is not valid UTF-8; save the file as CSV UTF-8 again"), failed,
              error);
      g_free (data);
      return NULL;
    }
  *encoding = HS_CSV_WINDOWS_1252;
  return decode_windows_1252 (data, length, failed, error);
}

char *
hs_csv_decode (char *data, gsize *length, HsCsvEncoding *encoding, HsCsvPlace *failed,
               GError **error)
{
  g_autofree char *text = NULL;
  const char *nul;

  *encoding = HS_CSV_UTF8;
  if (*length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      *encoding = HS_CSV_UTF16;
      text = decode_utf16 (data, length, data[0] == '\xff' ? "UTF-16LE" : "UTF-16BE", error);
    }
  else if (*length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *length -= 3;
      memmove (data, data + 3, *length + 1);
      text = data;
      if (!g_utf8_validate_len (text, *length, NULL) && memchr (text, '\0', *length) == NULL)
        {
          const char *bad;

          g_utf8_validate_len (text, *length, &bad);
          return refuse (text, bad, _ ("this is not valid UTF-8"), failed, error);
        }
    }
  else if (memchr (data, '\0', *length) != NULL)
    text = data;
  else
    text = decode_bytes (data, length, encoding, failed, error);
  nul = text != NULL ? memchr (text, '\0', *length) : NULL;
  if (nul != NULL)
    return refuse (text, nul,
                   _ ("this holds a NUL byte, so it is no text; save the file as CSV UTF-8"),
                   failed, error);
  return g_steal_pointer (&text);
}
