/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sign-off statements, signed and checked. */

#include "hs-signature.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "hs-error.h"

#define SIGNOFF_CONTEXT "nl.handslag.signoff.v1"

static gboolean
is_hash (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

gboolean
hs_statement_check (const HsStatement *statement, GError **error)
{
  const char *fields[] = { statement->content_hash, statement->sheet, statement->role,
                           statement->person, statement->signed_at };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] == NULL || *fields[i] == '\0' || !g_utf8_validate (fields[i], -1, NULL))
      {
        g_set_error_literal (
            error, HS_ERROR, HS_ERROR_INVALID,
            _ ("cannot sign: the content, sheet, role, person or date is missing"));
        return FALSE;
      }
  if (is_hash (statement->content_hash))
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("cannot sign: the content hash is not one"));
  return FALSE;
}

static void
append_field (GByteArray *out, const char *text)
{
  guint32 size = GUINT32_TO_BE ((guint32) strlen (text));

  g_byte_array_append (out, (const guint8 *) &size, sizeof size);
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

GBytes *
hs_statement_to_bytes (const HsStatement *statement)
{
  GByteArray *out = g_byte_array_new ();

  append_field (out, statement->content_hash);
  append_field (out, statement->sheet);
  append_field (out, statement->role);
  append_field (out, statement->person);
  append_field (out, statement->signed_at);
  return g_byte_array_free_to_bytes (out);
}

char *
hs_signature_make (HsKey *key, const HsStatement *statement, GError **error)
{
  gsize size;

  g_return_val_if_fail (key != NULL && statement != NULL, NULL);
  if (!hs_statement_check (statement, error))
    return NULL;
  g_autoptr (GBytes) bytes = hs_statement_to_bytes (statement);
  const void *data = g_bytes_get_data (bytes, &size);
  return hs_signature_make_for_bytes (key, SIGNOFF_CONTEXT, data, size);
}

gboolean
hs_signature_verify (const char *public_text, const HsStatement *statement, const char *signature,
                     GError **error)
{
  gsize size;

  g_return_val_if_fail (statement != NULL, FALSE);
  if (!hs_statement_check (statement, error))
    return FALSE;
  g_autoptr (GBytes) bytes = hs_statement_to_bytes (statement);
  const void *data = g_bytes_get_data (bytes, &size);
  return hs_signature_verify_bytes (public_text, SIGNOFF_CONTEXT, data, size, signature, error);
}

char *
hs_signature_make_for_bytes (HsKey *key, const char *context, const void *data, gsize size)
{
  guint8 signature[HS_KEY_SIGNATURE_SIZE];

  hs_key_sign (key, context, data, size, signature);
  return g_base64_encode (signature, sizeof signature);
}

gboolean
hs_signature_verify_bytes (const char *public_text, const char *context, const void *data,
                           gsize size, const char *signature, GError **error)
{
  guint8 raw[HS_KEY_SIGNATURE_SIZE];
  gsize length = 0;
  HsPublicKey public_key;

  g_return_val_if_fail (public_text != NULL && signature != NULL, FALSE);
  if (!hs_public_key_from_text (public_text, &public_key, error))
    return FALSE;
  if (sodium_base642bin (raw, sizeof raw, signature, strlen (signature), NULL, &length, NULL,
                         sodium_base64_VARIANT_ORIGINAL)
          != 0
      || length != sizeof raw)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, _ ("the signature cannot be read"));
      return FALSE;
    }
  if (hs_public_key_verify (&public_key, context, data, size, raw))
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_CRYPTO,
                       _ ("the signature does not belong to this content and this person"));
  return FALSE;
}
