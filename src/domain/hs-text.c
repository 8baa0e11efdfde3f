/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleaning and folding of text. ASCII, which is nearly everything, takes a short way. */

#include "hs-text.h"

#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* Whether all is printable ASCII; then it is NFC and has no control character. */
static gboolean
is_plain (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) (text[i] - 0x20) >= 0x7f - 0x20)
      return FALSE;
  return TRUE;
}

/* Refuses control characters and unifies line ends. */
static char *
clean_lines (const char *text, gboolean lines, GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r')
        {
          if (at[1] == '\n')
            continue;
          c = '\n';
        }
      if (c == 0xfeff)
        continue;
      if (c == 0xa0 || (!lines && (c == '\n' || c == '\t')))
        c = ' ';
      if (g_unichar_iscntrl (c) && c != '\n' && c != '\t')
        {
          g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("the text holds the control character U+%04X"), c);
          return NULL;
        }
      g_string_append_unichar (out, c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
hs_text_clean (const char *text, gsize length, gboolean lines, GError **error)
{
  g_autofree char *raw = NULL;
  g_autofree char *clean = NULL;

  while (length > 0 && is_blank (text[0]))
    {
      text++;
      length--;
    }
  while (length > 0 && is_blank (text[length - 1]))
    length--;
  if (length > HS_TEXT_MOST)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("the text is longer than %d characters"),
                   HS_TEXT_MOST);
      return NULL;
    }
  if (is_plain (text, length))
    return g_strndup (text, length);
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("the text is not valid UTF-8"));
      return NULL;
    }
  raw = g_strndup (text, length);
  clean = clean_lines (raw, lines, error);
  if (clean == NULL)
    return NULL;
  return g_strstrip (g_utf8_normalize (clean, -1, G_NORMALIZE_NFC));
}

/* Letters whose decomposition does not give an ASCII letter. */
static const char *
spelled_out (gunichar c)
{
  switch (c)
    {
    case 0xdf:
      return "ss";
    case 0xe6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xf8:
      return "o";
    case 0x142:
      return "l";
    case 0x111:
    case 0xf0:
      return "d";
    case 0xfe:
      return "th";
    case 0x131:
      return "i";
    case 0x133:
      return "ij";
    default:
      return NULL;
    }
}

static void
fold_wide (GString *to, const char *text)
{
  g_autofree char *split = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  for (const char *at = split; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (at));
      const char *spelled = spelled_out (c);

      if (g_unichar_ismark (c))
        continue;
      if (spelled != NULL)
        g_string_append (to, spelled);
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (to, c);
      else if (to->len > 0 && to->str[to->len - 1] != ' ')
        g_string_append_c (to, ' ');
    }
}

void
hs_text_fold (GString *to, const char *text)
{
  gsize start = to->len;

  for (const char *at = text; *at != '\0'; at++)
    {
      if ((guchar) *at >= 0x80)
        {
          g_string_truncate (to, start);
          fold_wide (to, text);
          return;
        }
      if (g_ascii_isalnum (*at))
        g_string_append_c (to, g_ascii_tolower (*at));
      else if (to->len > 0 && to->str[to->len - 1] != ' ')
        g_string_append_c (to, ' ');
    }
}
