/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hs-contract-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hs-signature.h"

json_t *
fixture_agreement (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "agreement.json", NULL);
  json_error_t where;
  json_t *agreement = json_load_file (path, 0, &where);

  g_assert_nonnull (agreement);
  return agreement;
}

HsKey *
fixture_key (guint8 number)
{
  guint8 seed[HS_KEY_SEED_SIZE];

  memset (seed, number, sizeof seed);
  return hs_key_new_from_seed (seed, NULL);
}

static char *
public_text (guint8 number)
{
  g_autoptr (HsKey) key = fixture_key (number);
  return hs_public_key_to_text (hs_key_get_public (key));
}

const HsVerifyOptions *
fixture_known_keys (void)
{
  static HsKnownKey keys[] = {
    { NULL, "person-1", "Sanne Jansen" },
    { NULL, "person-2", "Joke Visser" },
    { NULL, "person-9", "ROC De Brug" },
  };
  static const HsVerifyOptions options = { .keys = keys, .n_keys = G_N_ELEMENTS (keys) };

  if (keys[0].public_key == NULL)
    {
      keys[0].public_key = public_text (1);
      keys[1].public_key = public_text (2);
      keys[2].public_key = public_text (9);
    }
  return &options;
}

/* Signs @signoff for the content with key @number. Leaks on purpose nothing: strings are interned.
 */
static void
sign (HsPdfSignoff *signoff, const char *hash, guint8 number, const char *role, const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = fixture_key (number);
  g_autofree char *owner = public_text (number);
  HsStatement statement = { hash, FIXTURE_SHEET, role, person, "2026-11-20T09:00:00Z" };
  g_autofree char *signature = hs_signature_make (key, &statement, &error);

  g_assert_no_error (error);
  signoff->role_code = role;
  signoff->person = person;
  signoff->signed_at = statement.signed_at;
  signoff->public_key = g_intern_string (owner);
  signoff->signature = g_intern_string (signature);
}

GBytes *
fixture_render (json_t *agreement, FixtureKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (HsKey) key = kind == FIXTURE_SIGNED ? fixture_key (9) : NULL;
  HsPdfSignoff plain[] = { { .role = "Student", .name = "Sanne Jansen" },
                           { .role = "School", .organisation = "ROC De Brug" } };
  HsPdfSignoff given[] = {
    { "Student", "Sanne Jansen", NULL, "Sleutel", "2026-11-20", "Ondertekend", NULL, TRUE },
    { "Ouder of wettelijk vertegenwoordiger", "Peter Jansen", NULL, "Op papier", "2026-11-21",
      "Ondertekend", NULL, TRUE },
    { "School", "Marieke Bakker", "ROC De Brug", "Elders", "2026-11-21", "Ondertekend", NULL,
      TRUE },
    { "Zorgorganisatie", "Joke Visser", "Zorggroep Zonnehof", "Sleutel", "2026-11-20",
      "Ondertekend", NULL, TRUE },
  };
  sign (&given[0], hash, 1, "student", "person-1");
  sign (&given[3], hash, 2, "host", "person-2");
  HsContractOptions options = {
    .content_hash = hash,
    .sheet = FIXTURE_SHEET,
    .signoffs = kind == FIXTURE_SIGNED ? given : plain,
    .n_signoffs = kind == FIXTURE_SIGNED ? G_N_ELEMENTS (given) : G_N_ELEMENTS (plain),
    .now = FIXTURE_NOW,
    .author = "ROC De Brug",
    .key = key,
  };
  GBytes *pdf = hs_contract_render (agreement, &options, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

char *
fixture_run (GBytes *pdf, const char *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *problems = NULL;
  gsize size;
  int status;
  const char *data = g_bytes_get_data (pdf, &size);
  int handle = g_file_open_tmp ("hs-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "FILE") == 0)
      {
        g_free (words[i]);
        words[i] = g_strdup (path);
      }
  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &problems, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s: %s", arguments, problems);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return g_steal_pointer (&out);
}
