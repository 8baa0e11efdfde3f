/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature holds for one content, sheet, role, person and moment, and for nothing else. */

#include <string.h>

#include "hs-error.h"
#include "hs-signature.h"

static const HsStatement good = {
  .content_hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  .sheet = "sheet-1",
  .role = "student",
  .person = "person-1",
  .signed_at = "2026-11-22T14:05:00Z",
};

static HsKey *
known_key (guint8 fill)
{
  guint8 seed[HS_KEY_SEED_SIZE];

  memset (seed, fill, sizeof seed);
  return hs_key_new_from_seed (seed, NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = known_key (7);
  g_autofree char *owner = hs_public_key_to_text (hs_key_get_public (key));
  g_autofree char *signature = hs_signature_make (key, &good, &error);

  g_assert_no_error (error);
  g_assert_true (hs_signature_verify (owner, &good, signature, &error));
  g_assert_no_error (error);
  /* Signatures are kept for years: these bytes must never change. */
  g_assert_cmpstr (
      signature, ==,
      "L7u/RyAQ/0APHa+EwIo6rxry9Jlnan1ritrDtQKNHU81L0QVth0Ik7lpjddIjRYK3kOHF+ftqzxO5IIq64T1Cg==");
}

static void
test_no_reuse (void)
{
  HsStatement others[6] = { good, good, good, good, good, good };
  g_autoptr (HsKey) key = known_key (7);
  g_autofree char *owner = hs_public_key_to_text (hs_key_get_public (key));
  g_autofree char *signature = hs_signature_make (key, &good, NULL);

  others[0].content_hash = "0f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  others[1].sheet = "sheet-2";
  others[2].role = "school";
  others[3].person = "person-2";
  others[4].signed_at = "2026-11-22T14:05:01Z";
  others[5].sheet = "sheet-1s"; /* the border between two fields does not move */
  others[5].role = "tudent";
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (hs_signature_verify (owner, &others[i], signature, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_CRYPTO);
    }
}

static void
test_other_key (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = known_key (7);
  g_autoptr (HsKey) other = known_key (8);
  g_autofree char *other_text = hs_public_key_to_text (hs_key_get_public (other));
  g_autofree char *signature = hs_signature_make (key, &good, NULL);

  g_assert_false (hs_signature_verify (other_text, &good, signature, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_CRYPTO);
}

/* A signature for another purpose, over the same bytes, is not a sign-off. */
static void
test_purpose (void)
{
  gsize size;
  g_autoptr (HsKey) key = known_key (7);
  g_autofree char *owner = hs_public_key_to_text (hs_key_get_public (key));
  g_autoptr (GBytes) bytes = hs_statement_to_bytes (&good);
  const void *data = g_bytes_get_data (bytes, &size);
  g_autofree char *signature =
      hs_signature_make_for_bytes (key, "nl.handslag.document.v1", data, size);

  g_assert_true (
      hs_signature_verify_bytes (owner, "nl.handslag.document.v1", data, size, signature, NULL));
  g_assert_false (hs_signature_verify (owner, &good, signature, NULL));
}

static void
test_every_bit (void)
{
  gsize size;
  g_autoptr (HsKey) key = known_key (7);
  g_autofree char *owner = hs_public_key_to_text (hs_key_get_public (key));
  g_autofree char *signature = hs_signature_make (key, &good, NULL);
  g_autofree guchar *raw = g_base64_decode (signature, &size);

  for (gsize bit = 0; bit < size * 8; bit++)
    {
      raw[bit / 8] = (guchar) (raw[bit / 8] ^ (1 << (bit % 8)));
      g_autofree char *changed = g_base64_encode (raw, size);
      g_assert_false (hs_signature_verify (owner, &good, changed, NULL));
      raw[bit / 8] = (guchar) (raw[bit / 8] ^ (1 << (bit % 8)));
    }
}

static void
test_incomplete (void)
{
  HsStatement bad[5] = { good, good, good, good, good };
  g_autoptr (HsKey) key = known_key (7);
  g_autofree char *owner = hs_public_key_to_text (hs_key_get_public (key));
  const char *texts[] = { "", "AAAA", "geen base64", "====" };

  bad[0].content_hash = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";
  bad[1].role = "";
  bad[2].person = NULL;
  bad[3].content_hash = "abc";
  bad[4].signed_at = "\xff";
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hs_signature_make (key, &bad[i], &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (hs_signature_verify (owner, &good, texts[i], &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/round-trip", test_round_trip);
  g_test_add_func ("/signature/no-reuse", test_no_reuse);
  g_test_add_func ("/signature/other-key", test_other_key);
  g_test_add_func ("/signature/purpose", test_purpose);
  g_test_add_func ("/signature/every-bit", test_every_bit);
  g_test_add_func ("/signature/incomplete", test_incomplete);
  return g_test_run ();
}
