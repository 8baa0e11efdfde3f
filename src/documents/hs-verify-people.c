/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who made the file, and who signed its content. */

#include "hs-verify-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-pdf-record.h"
#include "hs-signature.h"

static const HsKnownKey *
known_key (HsVerifier *self, const char *public_key)
{
  for (guint i = 0; i < self->options->n_keys; i++)
    if (g_strcmp0 (self->options->keys[i].public_key, public_key) == 0)
      return &self->options->keys[i];
  return NULL;
}

/* What people compare; "?" for a text that is no key (transfer full). */
static char *
fingerprint_of (const char *public_key)
{
  HsPublicKey key;

  if (public_key == NULL || !hs_public_key_from_text (public_key, &key, NULL))
    return g_strdup ("?");
  return hs_public_key_get_fingerprint (&key);
}

static void
check_maker (HsVerifier *self)
{
  const char *maker = hs_verifier_record_text (self, "maker");
  g_autoptr (GError) error = NULL;

  if (maker == NULL)
    {
      hs_verifier_add (self, HS_VERIFY_NOTE, "no-maker", "%s",
                       _ ("There is no signature of a key under this file: who made it cannot be "
                          "proved."));
      return;
    }
  if (!hs_pdf_record_signature_fits (self->record, &error))
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "maker", "%s",
                       _ ("The signature under this file does not fit."));
      return;
    }
  const HsKnownKey *known = known_key (self, maker);
  g_autofree char *number = fingerprint_of (maker);
  self->result->maker = g_strdup (maker);
  if (known != NULL)
    {
      self->result->maker_name = g_strdup (known->name);
      hs_verifier_add (self, HS_VERIFY_GOOD, "maker", _ ("The file was made with the key of %s."),
                       known->name);
    }
  else
    hs_verifier_add (self, HS_VERIFY_NOTE, "maker-unknown",
                     _ ("The file was made with a key that is not known here (number %s)."),
                     number);
}

/* ---- signatures under the content ---- */

static const char *
text_of (json_t *row, const char *key)
{
  return json_string_value (json_object_get (row, key));
}

/* A key signature: fits or not, known or not. */
static void
check_key_signature (HsVerifier *self, json_t *row, HsVerifySigner *signer)
{
  const char *public_key = text_of (row, "public_key");
  const char *signature = text_of (row, "signature");
  HsStatement statement = {
    .content_hash = self->result->content_hash,
    .sheet = hs_verifier_record_text (self, "sheet"),
    .role = text_of (row, "role_code"),
    .person = text_of (row, "person"),
    .signed_at = text_of (row, "signed_at"),
  };
  g_autofree char *number = fingerprint_of (public_key);
  const HsKnownKey *known = known_key (self, public_key);

  if (public_key == NULL || !hs_signature_verify (public_key, &statement, signature, NULL))
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "signature",
                       _ ("The signature of %s (%s) does not fit this content."), signer->name,
                       signer->role);
      return;
    }
  if (known != NULL && g_strcmp0 (known->person, statement.person) != 0)
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "signature",
                       _ ("The signature of %s (%s) was made with the key of %s."), signer->name,
                       signer->role, known->name);
      return;
    }
  signer->by_key = TRUE;
  signer->known = known != NULL ? g_strdup (known->name) : NULL;
  if (known != NULL)
    hs_verifier_add (self, HS_VERIFY_GOOD, "signature",
                     _ ("The signature of %s (%s) fits this content."), signer->name, signer->role);
  else
    hs_verifier_add (self, HS_VERIFY_NOTE, "signature-unknown",
                     _ ("The signature of %s (%s) fits this content; the key is not known here "
                        "(number %s)."),
                     signer->name, signer->role, number);
}

static char *
text_or_dots (const char *text)
{
  return g_strdup (text != NULL ? text : "…");
}

static void
check_signer (HsVerifier *self, json_t *row)
{
  HsVerifySigner *signer;

  if (!json_is_true (json_object_get (row, "valid")) || text_of (row, "date") == NULL)
    return;
  signer = g_new0 (HsVerifySigner, 1);
  signer->role = text_or_dots (text_of (row, "role"));
  signer->name = text_or_dots (text_of (row, "name"));
  signer->date = text_or_dots (text_of (row, "date"));
  g_ptr_array_add (self->result->signers, signer);
  if (text_of (row, "signature") != NULL && self->result->content_hash != NULL)
    check_key_signature (self, row, signer);
  else
    hs_verifier_add (self, HS_VERIFY_NOTE, "signature-elsewhere",
                     _ ("%s (%s) signed in another way: look at the paper or the other file."),
                     signer->name, signer->role);
}

void
hs_verifier_check_people (HsVerifier *self)
{
  json_t *row;
  size_t i;

  check_maker (self);
  json_array_foreach (json_object_get (self->record, "signoffs"), i, row)
  {
    check_signer (self, row);
  }
}
