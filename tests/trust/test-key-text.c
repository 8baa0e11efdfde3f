/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key as text: sent, compared by voice, printed and typed again. */

#include <string.h>

#include "hs-error.h"
#include "hs-key.h"

static HsKey *
known_key (guint8 first)
{
  guint8 seed[HS_KEY_SEED_SIZE];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < sizeof seed; i++)
    seed[i] = (guint8) (first + i * 7);
  HsKey *key = hs_key_new_from_seed (seed, &error);
  g_assert_no_error (error);
  return key;
}

/* These texts are on paper and in other people's databases: they must never change. */
static void
test_texts_are_stable (void)
{
  g_autoptr (HsKey) key = known_key (1);
  g_autoptr (HsSecretText) recovery = hs_key_to_recovery_text (key);
  g_autofree char *text = hs_public_key_to_text (hs_key_get_public (key));
  g_autofree char *fingerprint = hs_public_key_get_fingerprint (hs_key_get_public (key));

  g_assert_cmpstr (recovery, ==,
                   "0440N Y5GXY 4GNK6 4EA0D 8X75V AQ338 D9RQ7 "
                   "GZW62 HPA9Q Q8N9G P2VVK XHECV TFD04 EYJ8C");
  g_assert_cmpstr (
      text, ==,
      "hspk1-QNyQ6sawd1JbauHQzJS7R5FZ9Jvul6ZlPHvmMu2p2qUQhFppJhlEFCjPvksQBOtkPBX1kpDHxXvq84e_"
      "9mG8erWMh1Q");
  g_assert_cmpstr (fingerprint, ==, "73807 02553 48719 38646");
}

static void
test_public_text (void)
{
  for (guint8 n = 0; n < 20; n++)
    {
      HsPublicKey back;
      g_autoptr (GError) error = NULL;
      g_autoptr (HsKey) key = known_key (n);
      g_autofree char *text = hs_public_key_to_text (hs_key_get_public (key));
      g_autofree char *spaced = g_strdup_printf ("  %s\n", text);

      g_assert_true (hs_public_key_from_text (spaced, &back, &error));
      g_assert_no_error (error);
      g_assert_cmpmem (&back, sizeof back, hs_key_get_public (key), sizeof back);
    }
}

/* Each single changed character is noticed, so that nobody trusts a key with a typing error. */
static void
test_public_text_errors (void)
{
  HsPublicKey back;
  g_autoptr (HsKey) key = known_key (3);
  g_autofree char *text = hs_public_key_to_text (hs_key_get_public (key));

  for (gsize at = 0; at < strlen (text); at++)
    {
      g_autoptr (GError) error = NULL;
      char was = text[at];
      text[at] = was == 'A' ? 'B' : 'A';
      g_assert_false (hs_public_key_from_text (text, &back, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
      text[at] = was;
    }
  const char *bad[] = { "", "hspk1-", "hspk1-AAAA", "hallo", "hspk2-AAAA", "hspk1-é" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (hs_public_key_from_text (bad[i], &back, NULL));
}

static void
test_recovery_round_trip (void)
{
  for (guint n = 0; n < 50; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsKey) key = hs_key_new (&error);
      g_assert_no_error (error);
      g_autoptr (HsSecretText) text = hs_key_to_recovery_text (key);
      g_assert_cmpuint (strlen (text), ==, 14 * 6 - 1);
      /* As a person types it: small letters, no spaces, O for 0 and l for 1. */
      g_autofree char *typed = g_ascii_strdown (text, -1);
      g_strdelimit (typed, "0", 'o');
      g_strdelimit (typed, "1", 'l');
      g_strdelimit (typed, " ", n % 2 ? '-' : '\n');
      g_autoptr (HsKey) back = hs_key_new_from_recovery_text (typed, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (hs_key_get_public (back), sizeof (HsPublicKey), hs_key_get_public (key),
                       sizeof (HsPublicKey));
    }
}

static void
assert_group_refused (const char *text, guint group)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf (" %u ", group + 1);
  g_autoptr (HsKey) key = hs_key_new_from_recovery_text (text, &error);

  g_assert_null (key);
  g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, number));
}

/* Every wrong character and every pair of swapped neighbours is found, and the group is named. */
static void
test_recovery_typing_errors (void)
{
  const char *alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  g_autoptr (HsKey) key = known_key (9);
  g_autoptr (HsSecretText) text = hs_key_to_recovery_text (key);

  for (gsize at = 0; at < strlen (text); at++)
    {
      char was = text[at];
      if (was == ' ')
        continue;
      for (const char *c = alphabet; *c != '\0'; c++)
        if (*c != was)
          {
            text[at] = *c;
            assert_group_refused (text, (guint) at / 6);
          }
      text[at] = was;
      if (text[at + 1] != ' ' && text[at + 1] != '\0' && text[at + 1] != was)
        {
          text[at] = text[at + 1];
          text[at + 1] = was;
          assert_group_refused (text, (guint) at / 6);
          text[at + 1] = text[at];
          text[at] = was;
        }
    }
}

static void
test_recovery_groups_swapped (void)
{
  g_autoptr (HsKey) key = known_key (9);
  g_autoptr (HsSecretText) text = hs_key_to_recovery_text (key);

  for (guint a = 0; a < 14; a++)
    for (guint b = a + 1; b < 14; b++)
      {
        g_autofree char *swapped = g_strdup (text);
        memcpy (swapped + 6 * a, text + 6 * b, 5);
        memcpy (swapped + 6 * b, text + 6 * a, 5);
        if (strcmp (swapped, text) != 0)
          assert_group_refused (swapped, a);
      }
}

static void
test_recovery_length (void)
{
  g_autoptr (HsKey) key = known_key (9);
  g_autoptr (HsSecretText) text = hs_key_to_recovery_text (key);
  g_autofree char *longer = g_strconcat (text, " 7", NULL);
  g_autofree char *shorter = g_strndup (text, strlen (text) - 1);
  const char *bad[] = { "", "   ", longer, shorter, "é" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsKey) none = hs_key_new_from_recovery_text (bad[i], &error);
      g_assert_null (none);
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-text/stable", test_texts_are_stable);
  g_test_add_func ("/key-text/public", test_public_text);
  g_test_add_func ("/key-text/public-errors", test_public_text_errors);
  g_test_add_func ("/key-text/recovery", test_recovery_round_trip);
  g_test_add_func ("/key-text/recovery-typing-errors", test_recovery_typing_errors);
  g_test_add_func ("/key-text/recovery-groups-swapped", test_recovery_groups_swapped);
  g_test_add_func ("/key-text/recovery-length", test_recovery_length);
  return g_test_run ();
}
