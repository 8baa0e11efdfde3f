/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading canonical form strictly: two texts that are not the same byte for byte never pass for the
 * same content. */

#include "hs-canonical-private.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Deeper than any agreement. */
#define MOST_DEPTH 32

static gboolean
bad (GError **error, int code, const char *why)
{
  g_set_error_literal (error, HS_ERROR, code, why);
  return FALSE;
}

gboolean
hs_canonical_check_text (const char *text, gsize length, GError **error)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < 0x20 && text[i] != '\n' && text[i] != '\t')
      return bad (error, HS_ERROR_INVALID, _ ("a text holds a control character"));
  return g_utf8_validate (text, (gssize) length, NULL)
         || bad (error, HS_ERROR_INVALID, _ ("a text is not valid UTF-8"));
}

static gboolean
check_string (const char *text, gsize length, GError **error)
{
  g_autofree char *nfc = NULL;

  if (memchr (text, '\0', length) != NULL)
    return bad (error, HS_ERROR_FORMAT, _ ("a text holds a control character"));
  if (!hs_canonical_check_text (text, length, error))
    return FALSE;
  nfc = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return strcmp (nfc, text) == 0
         || bad (error, HS_ERROR_FORMAT, _ ("a text is not in its normal form (NFC)"));
}

static gboolean check_value (json_t *value, int depth, GError **error);

static gboolean
check_object (json_t *object, int depth, GError **error)
{
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    if (!g_str_is_ascii (key))
      return bad (error, HS_ERROR_FORMAT, _ ("the name of a member is not plain ASCII"));
    if (!check_value (value, depth, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_value (json_t *value, int depth, GError **error)
{
  json_t *item;
  size_t i;

  if (depth > MOST_DEPTH)
    return bad (error, HS_ERROR_FORMAT, _ ("it is nested too deep"));
  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      return check_object (value, depth + 1, error);
    case JSON_ARRAY:
      json_array_foreach (value, i, item)
      {
        if (!check_value (item, depth + 1, error))
          return FALSE;
      }
      return TRUE;
    case JSON_STRING:
      return check_string (json_string_value (value), json_string_length (value), error);
    case JSON_INTEGER:
      /* What every reader of JSON can hold (RFC 8785). */
      return llabs (json_integer_value (value)) <= (G_GINT64_CONSTANT (1) << 53) - 1
             || bad (error, HS_ERROR_FORMAT, _ ("a number is too large"));
    case JSON_TRUE:
    case JSON_FALSE:
      return TRUE;
    case JSON_REAL:
    case JSON_NULL:
    default:
      return bad (error, HS_ERROR_FORMAT, _ ("a value is no text, whole number, list or object"));
    }
}

char *
hs_canonical_dump (json_t *root, GError **error)
{
  char *dumped, *text;

  if (!check_value (root, 0, error))
    return NULL;
  dumped = json_dumps (root, JSON_SORT_KEYS | JSON_COMPACT);
  text = g_strdup (dumped);
  free (dumped);
  return text;
}

static gboolean
check_head (json_t *root, GError **error)
{
  json_t *description = json_object_get (root, "description");

  if (!json_is_object (root))
    return bad (error, HS_ERROR_FORMAT, _ ("it is no JSON object"));
  if (g_strcmp0 (json_string_value (json_object_get (root, "kind")), HS_CANONICAL_KIND) != 0)
    return bad (error, HS_ERROR_FORMAT, _ ("it is no agreement"));
  if (!json_is_integer (description) || json_integer_value (description) < 1)
    return bad (error, HS_ERROR_FORMAT, _ ("it does not say by which description it was made"));
  return json_integer_value (description) <= HS_CANONICAL_DESCRIPTION
         || bad (error, HS_ERROR_VERSION, _ ("it was made by a newer version of Handslag"));
}

static gboolean
check_form (json_t *root, const char *text, gsize length, GError **error)
{
  g_autofree char *canonical = hs_canonical_dump (root, error);

  if (canonical == NULL)
    return FALSE;
  return (strlen (canonical) == length && memcmp (canonical, text, length) == 0)
         || bad (error, HS_ERROR_FORMAT, _ ("it is not in canonical form"));
}

json_t *
hs_canonical_parse (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  json_error_t problem;
  json_t *root;

  if (size > HS_CANONICAL_MOST)
    {
      bad (error, HS_ERROR_FORMAT, _ ("it is too large"));
      return NULL;
    }
  root = json_loadb (text, size, JSON_REJECT_DUPLICATES, &problem);
  if (root == NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("line %d, column %d: %s"), problem.line,
                   problem.column, problem.text);
      return NULL;
    }
  if (check_head (root, error) && check_form (root, text, size, error))
    return root;
  json_decref (root);
  return NULL;
}
