/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys as texts that people send, compare by voice, print and type again. */

#include "hs-key-private.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "hs-error.h"

#define PUBLIC_PREFIX "hspk1-"
#define PUBLIC_CHECK_SIZE 4
#define PUBLIC_CHECK_CONTEXT "nl.handslag.public-key.v1"
#define FINGERPRINT_CONTEXT "nl.handslag.fingerprint.v1"
#define RECOVERY_CONTEXT "nl.handslag.recovery.v1"

/* Crockford's base 32: no I, L, O, U. */
static const char recovery_alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

enum
{
  DATA_GROUPS = 13, /* 52 characters of 5 bits hold the 256 bits */
  GROUPS = 14, /* and one group of check bits over the whole */
  GROUP_DATA = 4,
  GROUP_SIZE = 5,
};

/* BLAKE2b over a context and the two public keys; @out of @size bytes. */
static void
hash_public (const char *context, const HsPublicKey *public_key, guint8 *out, gsize size)
{
  crypto_generichash_state state;
  guint8 digest[crypto_generichash_BYTES];

  crypto_generichash_init (&state, NULL, 0, sizeof digest);
  crypto_generichash_update (&state, (const guint8 *) context, strlen (context) + 1);
  crypto_generichash_update (&state, public_key->sign, sizeof public_key->sign);
  crypto_generichash_update (&state, public_key->receive, sizeof public_key->receive);
  crypto_generichash_final (&state, digest, sizeof digest);
  memcpy (out, digest, size);
}

char *
hs_public_key_to_text (const HsPublicKey *public_key)
{
  guint8 raw[sizeof (HsPublicKey) + PUBLIC_CHECK_SIZE];
  char text[sodium_base64_ENCODED_LEN (sizeof raw, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];

  g_return_val_if_fail (public_key != NULL, NULL);
  memcpy (raw, public_key, sizeof *public_key);
  hash_public (PUBLIC_CHECK_CONTEXT, public_key, raw + sizeof *public_key, PUBLIC_CHECK_SIZE);
  sodium_bin2base64 (text, sizeof text, raw, sizeof raw, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return g_strconcat (PUBLIC_PREFIX, text, NULL);
}

gboolean
hs_public_key_from_text (const char *text, HsPublicKey *public_key, GError **error)
{
  guint8 raw[sizeof (HsPublicKey) + PUBLIC_CHECK_SIZE];
  guint8 check[PUBLIC_CHECK_SIZE];
  gsize size = 0;

  g_return_val_if_fail (text != NULL && public_key != NULL, FALSE);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  if (!g_str_has_prefix (stripped, PUBLIC_PREFIX)
      || sodium_base642bin (raw, sizeof raw, stripped + strlen (PUBLIC_PREFIX),
                            strlen (stripped) - strlen (PUBLIC_PREFIX), NULL, &size, NULL,
                            sodium_base64_VARIANT_URLSAFE_NO_PADDING)
             != 0
      || size != sizeof raw)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("this is not a public key of Handslag"));
      return FALSE;
    }
  HsPublicKey candidate;
  memcpy (&candidate, raw, sizeof candidate);
  hash_public (PUBLIC_CHECK_CONTEXT, &candidate, check, sizeof check);
  if (memcmp (check, raw + sizeof candidate, sizeof check) != 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("the public key has a typing error: its checksum does not fit"));
      return FALSE;
    }
  *public_key = candidate;
  return TRUE;
}

char *
hs_public_key_get_fingerprint (const HsPublicKey *public_key)
{
  guint8 digest[16];
  guint group[4];

  g_return_val_if_fail (public_key != NULL, NULL);
  hash_public (FINGERPRINT_CONTEXT, public_key, digest, sizeof digest);
  for (guint i = 0; i < G_N_ELEMENTS (group); i++)
    {
      guint32 word;
      memcpy (&word, digest + 4 * i, sizeof word);
      group[i] = GUINT32_FROM_BE (word) % 100000; /* bias below 1 in 40,000 */
    }
  return g_strdup_printf ("%05u %05u %05u %05u", group[0], group[1], group[2], group[3]);
}

/* Multiplies by x in GF(32) with x^5 + x^2 + 1: each place in a group has its own non-zero factor,
 * so one wrong character and two swapped neighbours always change the check character. */
static guint8
times_x (guint8 value)
{
  return (guint8) (((value << 1) ^ ((value & 16) ? 0x25 : 0)) & 31);
}

/* The check character of a group of four; @group counts from 0 and is below 32. */
static guint8
group_check (const guint8 *data, guint group)
{
  guint8 sum = (guint8) group;

  for (guint i = 0; i < GROUP_DATA; i++)
    sum = times_x (sum ^ data[i]);
  return sum;
}

/* Twenty bits over the whole seed, as four values of five bits. */
static void
whole_check (const guint8 *seed, guint8 *values)
{
  guint8 digest[crypto_generichash_BYTES];

  crypto_generichash (digest, sizeof digest, seed, HS_KEY_SEED_SIZE,
                      (const guint8 *) RECOVERY_CONTEXT, strlen (RECOVERY_CONTEXT));
  for (guint i = 0; i < GROUP_DATA; i++)
    values[i] = digest[i] & 31;
}

/* Value number @at (five bits, the first bits first) of the seed; bits past its end are 0. */
static guint8
seed_value (const guint8 *seed, guint at)
{
  guint8 value = 0;

  for (guint bit = at * 5; bit < at * 5 + 5; bit++)
    value = (guint8) ((value << 1)
                      | (bit < HS_KEY_SEED_SIZE * 8 ? (seed[bit / 8] >> (7 - bit % 8)) & 1 : 0));
  return value;
}

/* The reverse for all 52 values; FALSE when bits past the end are set. */
static gboolean
seed_from_values (const guint8 *values, guint8 *seed)
{
  memset (seed, 0, HS_KEY_SEED_SIZE);
  for (guint bit = 0; bit < DATA_GROUPS * GROUP_DATA * 5; bit++)
    {
      guint8 set = (guint8) ((values[bit / 5] >> (4 - bit % 5)) & 1);
      if (bit < HS_KEY_SEED_SIZE * 8)
        seed[bit / 8] = (guint8) (seed[bit / 8] | (set << (7 - bit % 8)));
      else if (set)
        return FALSE;
    }
  return TRUE;
}

HsSecretText *
hs_key_to_recovery_text (HsKey *key)
{
  guint8 seed[HS_KEY_SEED_SIZE];
  guint8 values[GROUP_DATA];
  char *text = g_malloc0 (GROUPS * (GROUP_SIZE + 1));
  char *at = text;

  g_return_val_if_fail (key != NULL, NULL);
  hs_key_copy_seed (key, seed);
  for (guint group = 0; group < GROUPS; group++)
    {
      for (guint i = 0; i < GROUP_DATA; i++)
        values[i] = seed_value (seed, group * GROUP_DATA + i);
      if (group == DATA_GROUPS)
        whole_check (seed, values);
      for (guint i = 0; i < GROUP_DATA; i++)
        *at++ = recovery_alphabet[values[i]];
      *at++ = recovery_alphabet[group_check (values, group)];
      *at++ = group + 1 < GROUPS ? ' ' : '\0';
    }
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (values, sizeof values);
  return text;
}

/* The value of a typed character; -1 when it is none, -2 when it is to be skipped. */
static int
value_of (char c)
{
  if (g_ascii_isspace (c) || c == '-' || c == '.')
    return -2;
  c = g_ascii_toupper (c);
  if (c == 'O')
    c = '0';
  if (c == 'I' || c == 'L')
    c = '1';
  const char *found = c != '\0' ? strchr (recovery_alphabet, c) : NULL;
  return found != NULL ? (int) (found - recovery_alphabet) : -1;
}

static gboolean
fail_group (guint group, GError **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT,
               _ ("group %u of the recovery text has a typing error"), group + 1);
  return FALSE;
}

/* Reads all characters into @values (GROUPS × GROUP_SIZE) and checks each group. */
static gboolean
read_groups (const char *text, guint8 *values, GError **error)
{
  guint count = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      int value = value_of (*c);
      if (value == -2)
        continue;
      if (count == GROUPS * GROUP_SIZE)
        {
          g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                               _ ("the recovery text is too long: it has 14 groups of five"));
          return FALSE;
        }
      if (value < 0)
        return fail_group (count / GROUP_SIZE, error);
      values[count++] = (guint8) value;
      if (count % GROUP_SIZE == 0
          && group_check (values + count - GROUP_SIZE, count / GROUP_SIZE - 1) != values[count - 1])
        return fail_group (count / GROUP_SIZE - 1, error);
    }
  if (count == GROUPS * GROUP_SIZE)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT,
               _ ("the recovery text is too short: group %u is not complete"),
               count / GROUP_SIZE + 1);
  return FALSE;
}

HsKey *
hs_key_new_from_recovery_text (const char *text, GError **error)
{
  guint8 values[GROUPS * GROUP_SIZE];
  guint8 data[DATA_GROUPS * GROUP_DATA];
  guint8 seed[HS_KEY_SEED_SIZE];
  guint8 check[GROUP_DATA];
  HsKey *key = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  if (!hs_sodium_init (error))
    return NULL;
  if (read_groups (text, values, error))
    {
      for (guint i = 0; i < sizeof data; i++)
        data[i] = values[i / GROUP_DATA * GROUP_SIZE + i % GROUP_DATA];
      gboolean fits = seed_from_values (data, seed);
      whole_check (seed, check);
      if (fits && memcmp (check, values + DATA_GROUPS * GROUP_SIZE, GROUP_DATA) == 0)
        key = hs_key_new_from_seed (seed, error);
      else
        g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                             _ ("the recovery text does not fit: there are several typing errors"));
    }
  sodium_memzero (values, sizeof values);
  sodium_memzero (data, sizeof data);
  sodium_memzero (seed, sizeof seed);
  return key;
}

void
hs_secret_text_free (HsSecretText *text)
{
  if (text == NULL)
    return;
  sodium_memzero (text, strlen (text));
  g_free (text);
}
