/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key file: sealed, private, never half written, and harmless when it is not ours. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "hs-error.h"
#include "hs-key.h"

#define PASSPHRASE "een béétje lange zin"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("hs-key-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sleutel", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing is left beside it */
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HsKey *
make_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HsKey *key = hs_key_new (&error);

  g_assert_no_error (error);
  g_assert_true (
      hs_key_create_file (key, fixture->path, "person-1", PASSPHRASE, &hs_key_cost_least, &error));
  g_assert_no_error (error);
  return key;
}

static void
assert_same_key (HsKey *a, HsKey *b)
{
  g_assert_cmpmem (hs_key_get_public (a), sizeof (HsPublicKey), hs_key_get_public (b),
                   sizeof (HsPublicKey));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *peeked = NULL;
  HsPublicKey public_key;
  GStatBuf info;
  g_autoptr (HsKey) key = make_file (fixture);

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  /* The same words typed with combining accents are the same passphrase. */
  g_autofree char *decomposed = g_utf8_normalize (PASSPHRASE, -1, G_NORMALIZE_NFD);
  g_autoptr (HsKey) back = hs_key_open_file (fixture->path, decomposed, &owner, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (owner, ==, "person-1");
  assert_same_key (key, back);
  g_assert_true (hs_key_peek_file (fixture->path, &public_key, &peeked, &error));
  g_assert_cmpstr (peeked, ==, "person-1");
  g_assert_cmpmem (&public_key, sizeof public_key, hs_key_get_public (key), sizeof public_key);
}

static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = make_file (fixture);
  g_autoptr (HsKey) none = hs_key_open_file (fixture->path, "een andere zin", NULL, &error);

  g_assert_null (none);
  g_assert_error (error, HS_ERROR, HS_ERROR_CRYPTO);
}

static void
test_passphrase_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *owner = NULL;
  g_autoptr (HsKey) key = make_file (fixture);

  g_assert_false (hs_key_change_passphrase (fixture->path, "fout geraden", "nieuw geheim",
                                            &hs_key_cost_least, NULL));
  g_assert_false (
      hs_key_change_passphrase (fixture->path, PASSPHRASE, "kort", &hs_key_cost_least, NULL));
  g_assert_true (hs_key_change_passphrase (fixture->path, PASSPHRASE, "nieuw geheim",
                                           &hs_key_cost_least, &error));
  g_assert_no_error (error);
  g_assert_null (hs_key_open_file (fixture->path, PASSPHRASE, NULL, NULL));
  g_autoptr (HsKey) back = hs_key_open_file (fixture->path, "nieuw geheim", &owner, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (owner, ==, "person-1");
  assert_same_key (key, back);
}

static void
test_never_overwritten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = make_file (fixture);
  g_autoptr (HsKey) other = hs_key_new (NULL);

  g_assert_false (hs_key_create_file (other, fixture->path, "person-2", PASSPHRASE,
                                      &hs_key_cost_least, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  g_autoptr (HsKey) back = hs_key_open_file (fixture->path, PASSPHRASE, NULL, NULL);
  assert_same_key (key, back);
}

/* Any changed byte makes the file unusable instead of giving another key or owner. A change of
 * white space alone between the members is the one thing that changes nothing. */
static void
test_changed_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (HsKey) key = make_file (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  for (gsize at = 0; at < size; at++)
    {
      g_autofree char *owner = NULL;
      char was = text[at];
      if (g_ascii_isspace (was))
        continue;
      text[at] = (char) (was ^ 1);
      g_assert_true (g_file_set_contents (fixture->path, text, (gssize) size, NULL));
      g_autoptr (HsKey) back = hs_key_open_file (fixture->path, PASSPHRASE, &owner, NULL);
      g_assert_null (back);
      text[at] = was;
    }
}

static void
test_malformed (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = {
    "",
    "{",
    "[]",
    "null",
    "{}",
    "{\"handslag_key\":1}",
    "{\"handslag_key\":1,\"handslag_key\":1}",
    "{\"handslag_key\":\"1\",\"owner\":\"x\"}",
    "{\"handslag_key\":0}",
    "{\"handslag_key\":99999999999999999999999}",
    "\xff\xfe",
    "-----BEGIN PRIVATE KEY-----\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (g_file_set_contents (fixture->path, files[i], -1, NULL));
      g_assert_null (hs_key_open_file (fixture->path, PASSPHRASE, NULL, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
    }
  g_autofree char *big = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (fixture->path, big, -1, NULL));
  g_assert_null (hs_key_open_file (fixture->path, PASSPHRASE, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
}

/* Replaces the number behind @name by @number. */
static char *
with_number (const char *text, const char *name, const char *number)
{
  g_autofree char *pattern = g_strdup_printf ("\"%s\": [0-9]+", name);
  g_autofree char *replacement = g_strdup_printf ("\"%s\": %s", name, number);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  return g_regex_replace_literal (regex, text, -1, 0, replacement, 0, NULL);
}

/* A file of somebody else must not be able to ask for a terabyte or for a week. */
static void
test_cost_limits (Fixture *fixture, gconstpointer data)
{
  static const char *const costs[][2] = {
    { "memory", "1099511627776" },
    { "memory", "1073741825" },
    { "memory", "0" },
    { "memory", "-1" },
    { "memory", "1" },
    { "operations", "0" },
    { "operations", "-5" },
    { "operations", "1000000" },
  };
  g_autofree char *text = NULL;
  g_autoptr (HsKey) key = make_file (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *changed = with_number (text, costs[i][0], costs[i][1]);
      g_assert_cmpstr (changed, !=, text);
      g_assert_true (g_file_set_contents (fixture->path, changed, -1, NULL));
      g_assert_null (hs_key_open_file (fixture->path, PASSPHRASE, NULL, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
    }
  HsKeyCost absurd = { 3, G_GUINT64_CONSTANT (1) << 40 };
  g_unlink (fixture->path);
  g_assert_false (hs_key_create_file (key, fixture->path, "person-1", PASSPHRASE, &absurd, NULL));
}

static void
test_newer_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = make_file (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_autofree char *newer = with_number (text, "handslag_key", "2");
  g_assert_true (g_file_set_contents (fixture->path, newer, -1, NULL));
  g_assert_null (hs_key_open_file (fixture->path, PASSPHRASE, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_VERSION);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (HsKey) key = hs_key_new (NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "weg", "sleutel", NULL);

  g_assert_null (hs_key_open_file (fixture->path, PASSPHRASE, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_assert_null (hs_key_open_file (fixture->folder, PASSPHRASE, NULL, &folder_error));
  g_assert_error (folder_error, HS_ERROR, HS_ERROR_FORMAT);
  g_assert_false (
      hs_key_create_file (key, nowhere, "person-1", PASSPHRASE, &hs_key_cost_least, NULL));
  g_assert_false (
      hs_key_create_file (key, fixture->path, "person-1", "kort", &hs_key_cost_least, NULL));
}

static void
add (const char *name, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/key-file/open", test_open);
  add ("/key-file/wrong-passphrase", test_wrong_passphrase);
  add ("/key-file/passphrase-changed", test_passphrase_changed);
  add ("/key-file/never-overwritten", test_never_overwritten);
  add ("/key-file/changed-bytes", test_changed_bytes);
  add ("/key-file/malformed", test_malformed);
  add ("/key-file/cost-limits", test_cost_limits);
  add ("/key-file/newer-version", test_newer_version);
  add ("/key-file/no-file", test_no_file);
  return g_test_run ();
}
