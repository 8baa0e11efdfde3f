/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key in memory: derived, used and wiped. See hs-key.h for what it is. */

#include "hs-key-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "hs-error.h"

/* crypto_kdf wants a context of eight bytes; a change of it would be another key. */
#define DERIVATION_CONTEXT "hskeyv1_"

enum
{
  DERIVE_SIGN = 1,
  DERIVE_RECEIVE = 2,
};

/* All that is secret, in one block of guarded memory. */
typedef struct
{
  guint8 seed[HS_KEY_SEED_SIZE];
  guint8 sign[crypto_sign_SECRETKEYBYTES];
  guint8 receive[crypto_box_SECRETKEYBYTES];
} Secret;

struct _HsKey
{
  Secret *secret;
  HsPublicKey public_key;
};

G_STATIC_ASSERT (sizeof ((HsPublicKey *) 0)->sign == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (sizeof ((HsPublicKey *) 0)->receive == crypto_box_PUBLICKEYBYTES);
G_STATIC_ASSERT (HS_KEY_SEED_SIZE == crypto_kdf_KEYBYTES);
G_STATIC_ASSERT (HS_KEY_SIGNATURE_SIZE == crypto_sign_BYTES);

const HsKeyCost hs_key_cost_default = { crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
                                        crypto_pwhash_argon2id_MEMLIMIT_MODERATE };
const HsKeyCost hs_key_cost_least = { crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                      crypto_pwhash_argon2id_MEMLIMIT_MIN };

gboolean
hs_sodium_init (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_CRYPTO,
                       _ ("cannot start the library that keeps keys: no source of randomness"));
  return FALSE;
}

/* Fills in everything that follows from the seed. */
static void
derive (HsKey *key)
{
  guint8 part[32];

  crypto_kdf_derive_from_key (part, sizeof part, DERIVE_SIGN, DERIVATION_CONTEXT,
                              key->secret->seed);
  crypto_sign_seed_keypair (key->public_key.sign, key->secret->sign, part);
  crypto_kdf_derive_from_key (part, sizeof part, DERIVE_RECEIVE, DERIVATION_CONTEXT,
                              key->secret->seed);
  crypto_box_seed_keypair (key->public_key.receive, key->secret->receive, part);
  sodium_memzero (part, sizeof part);
}

HsKey *
hs_key_new_from_seed (const guint8 *seed, GError **error)
{
  g_return_val_if_fail (seed != NULL, NULL);
  if (!hs_sodium_init (error))
    return NULL;

  Secret *secret = sodium_malloc (sizeof *secret);
  if (secret == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_CRYPTO,
                           _ ("cannot keep the key: no protected memory"));
      return NULL;
    }
  HsKey *key = g_new0 (HsKey, 1);
  key->secret = secret;
  memcpy (secret->seed, seed, HS_KEY_SEED_SIZE);
  derive (key);
  sodium_mprotect_readonly (secret);
  return key;
}

HsKey *
hs_key_new (GError **error)
{
  guint8 seed[HS_KEY_SEED_SIZE];

  if (!hs_sodium_init (error))
    return NULL;
  randombytes_buf (seed, sizeof seed);
  HsKey *key = hs_key_new_from_seed (seed, error);
  sodium_memzero (seed, sizeof seed);
  return key;
}

void
hs_key_free (HsKey *key)
{
  if (key == NULL)
    return;
  sodium_free (key->secret); /* wipes it */
  g_free (key);
}

const HsPublicKey *
hs_key_get_public (HsKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  return &key->public_key;
}

void
hs_key_copy_seed (HsKey *key, guint8 *seed)
{
  memcpy (seed, key->secret->seed, HS_KEY_SEED_SIZE);
}

/* The bytes that are really signed: the context with its NUL, then the data. */
static GByteArray *
with_context (const char *context, const void *data, gsize size)
{
  GByteArray *message = g_byte_array_sized_new ((guint) (strlen (context) + 1 + size));

  g_byte_array_append (message, (const guint8 *) context, (guint) strlen (context) + 1);
  if (size > 0)
    g_byte_array_append (message, data, (guint) size);
  return message;
}

void
hs_key_sign (HsKey *key, const char *context, const void *data, gsize size, guint8 *signature)
{
  g_return_if_fail (key != NULL && context != NULL && signature != NULL && size < G_MAXINT);

  g_autoptr (GByteArray) message = with_context (context, data, size);
  crypto_sign_detached (signature, NULL, message->data, message->len, key->secret->sign);
}

gboolean
hs_public_key_verify (const HsPublicKey *public_key, const char *context, const void *data,
                      gsize size, const guint8 *signature)
{
  g_return_val_if_fail (public_key != NULL && context != NULL && size < G_MAXINT, FALSE);

  if (!hs_sodium_init (NULL))
    return FALSE;
  g_autoptr (GByteArray) message = with_context (context, data, size);
  return crypto_sign_verify_detached (signature, message->data, message->len, public_key->sign)
         == 0;
}
