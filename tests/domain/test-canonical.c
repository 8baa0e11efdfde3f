/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people sign: the same content gives the same text, other content another. */

#include "whole-dossier.h"

#include "hs-canonical.h"
#include "hs-compare.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* SHA-256 of the canonical form of whole_dossier (). */
#define HS_GOLDEN "6ff5b67e2fefbdb5e6d1cec9547a6865d804fb8b67cf4be271803ddff7e49e0e"

static char *
hash_of (const HsDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hs_canonical_text (dossier, &error);

  g_assert_no_error (error);
  return hs_canonical_hash (text);
}

/* Changes only on purpose: every signature that was ever given hangs on it. */
static void
test_golden (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autofree char *text = hs_canonical_text (dossier, NULL);
  g_autofree char *hash = hash_of (dossier);

  g_test_message ("%s", text);
  g_assert_cmpstr (hash, ==, HS_GOLDEN);
}

static void
test_content (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autofree char *text = hs_canonical_text (dossier, NULL);
  json_t *root = hs_canonical_parse (text, -1, NULL);
  json_t *parties = json_object_get (root, "parties");

  g_assert_nonnull (root);
  g_assert_null (strstr (text, "2006-05-14"));
  g_assert_true (json_is_false (json_object_get (parties, "minor")));
  g_assert_null (json_object_get (parties, "guardian"));
  g_assert_cmpuint (json_array_size (json_object_get (root, "themes")), ==, 5);
  g_assert_nonnull (strstr (text, "\"weekdays\":[\"ma\",\"di\",\"do\"]"));
  g_assert_nonnull (strstr (text, "\"time\":\"09:30\""));
  g_assert_nonnull (strstr (text, "\"technology\":\"Tovertafel\""));
  g_assert_nonnull (strstr (text, "\"hours\":[{\"minutes\":28320,\"year\":\"2026/2027\"}]"));
  json_decref (root);
}

/* The language of the screen and the numbers in the database do not matter. */
static void
test_locale (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autofree char *before = hash_of (dossier);
  g_autofree char *after = NULL;

  g_setenv ("LANGUAGE", "en", TRUE);
  after = hash_of (dossier);
  g_setenv ("LANGUAGE", "nl", TRUE);
  g_assert_cmpstr (before, ==, after);
}

static void
swap (GPtrArray *rows, guint i, guint k)
{
  gpointer row = rows->pdata[i];

  rows->pdata[i] = rows->pdata[k];
  rows->pdata[k] = row;
}

static void
test_order (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autofree char *before = hash_of (dossier);

  for (int round = 0; round < 50; round++)
    {
      g_autofree char *after = NULL;

      for (guint i = 0; i < HS_N_KINDS; i++)
        for (guint k = 1; dossier->rows[i] != NULL && k < dossier->rows[i]->len; k++)
          swap (dossier->rows[i], k, (guint) g_test_rand_int_range (0, (gint32) k + 1));
      after = hash_of (dossier);
      g_assert_cmpstr (before, ==, after);
    }
}

static gboolean
is_reference_in_row (const HsKind *kind, guint field)
{
  return kind->fields[field].type == HS_TYPE_REF;
}

/* Whether a change of @field of @row changes what is signed. */
static gboolean
changes_hash (HsDossier *dossier, HsRecord *row, guint field)
{
  g_autofree char *before = hash_of (dossier);
  g_autoptr (HsRecord) kept = hs_record_copy (row);
  const HsField *description = &hs_record_kind (row)->fields[field];
  g_autofree char *after = NULL;

  if (description->type == HS_TYPE_TEXT || description->type == HS_TYPE_LONG_TEXT)
    hs_record_set_text (row, field, "Iets heel anders");
  else
    hs_record_set_int (row, field, hs_record_int (row, field) == 1 ? 2 : 1);
  if (description->type == HS_TYPE_BOOLEAN || description->type == HS_TYPE_CHOICE)
    hs_record_set_int (row, field,
                       hs_record_has (kept, field) && hs_record_int (kept, field) == 1 ? 0 : 1);
  after = hash_of (dossier);
  hs_record_copy_field (row, kept, field);
  return strcmp (before, after) != 0;
}

/* Every field that is part of the content changes the hash, every other one does not. */
static void
test_every_field (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  const guint outside = HS_FIELD_PROGRESS | HS_FIELD_COMPUTED | HS_FIELD_HIDDEN;

  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      HsRecord *row = i == HS_KIND_SHEET ? dossier->sheet
                      : dossier->rows[i] != NULL && dossier->rows[i]->len > 0
                          ? g_ptr_array_index (dossier->rows[i], 0)
                          : NULL;

      for (guint k = 0; row != NULL && k < hs_record_kind (row)->n_fields; k++)
        {
          const HsField *field = &hs_record_kind (row)->fields[k];

          if (is_reference_in_row (hs_record_kind (row), k) || g_str_equal (field->name, "position")
              || (i == HS_KIND_THEME && k == HS_THEME_THEME)
              || (i == HS_KIND_CLAUSE && k == HS_CLAUSE_THEME))
            continue;
          if (changes_hash (dossier, row, k)
              == ((field->flags & outside) != 0 && !(i == HS_KIND_SHEET && k == HS_SHEET_NUMBER)))
            g_error ("%s.%s", hs_record_kind (row)->name, field->name);
        }
    }
}

static void
test_strict (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "[]",
    "{\"description\":1,\"kind\":\"agreement\",\"kind\":\"agreement\"}",
    "{\"description\":1, \"kind\":\"agreement\"}",
    "{\"kind\":\"agreement\",\"description\":1}",
    "{\"description\":1,\"kind\":\"agreement\"} ",
    "{\"description\":1,\"kind\":\"agreement\"}{}",
    "{\"description\":1,\"kind\":\"letter\"}",
    "{\"description\":1,\"kind\":\"agreement\",\"x\":1.5}",
    "{\"description\":1,\"kind\":\"agreement\",\"x\":null}",
    "{\"description\":1,\"kind\":\"agreement\",\"x\":\"\\u0007\"}",
    "{\"description\":1,\"kind\":\"agreement\",\"x\":\"\\u0041\"}",
    "{\"description\":1,\"kind\":\"agreement\",\"x\":\"e\xcc\x81\"}",
    "{\"description\":1,\"kind\":\"agreement\",\"x\":9007199254740992}",
    "{\"description\":1,\"kind\":\"agreement\",\"\xc3\xa9\":1}",
  };
  g_autoptr (GError) newer = NULL;
  json_t *root = hs_canonical_parse ("{\"description\":1,\"kind\":\"agreement\"}", -1, NULL);

  g_assert_nonnull (root);
  json_decref (root);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hs_canonical_parse (texts[i], -1, &error));
      g_assert_nonnull (error);
    }
  g_assert_null (hs_canonical_parse ("{\"description\":2,\"kind\":\"agreement\"}", -1, &newer));
  g_assert_error (newer, HS_ERROR, HS_ERROR_VERSION);
}

/* One byte other: it is refused or it has another hash. */
static void
test_every_byte (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autofree char *text = hs_canonical_text (dossier, NULL);
  g_autofree char *hash = hs_canonical_hash (text);
  gsize length = strlen (text);

  for (int round = 0; round < 1000; round++)
    {
      g_autofree char *changed = g_strdup (text);
      g_autofree char *other = NULL;
      json_t *root;

      changed[g_test_rand_int_range (0, (gint32) length)] ^=
          (char) (1 << g_test_rand_int_range (0, 7));
      root = hs_canonical_parse (changed, (gssize) length, NULL);
      if (root == NULL)
        continue;
      other = hs_canonical_hash (changed);
      g_assert_cmpstr (other, !=, hash);
      json_decref (root);
    }
}

static void
assert_sentences (const HsDossier *before, const HsDossier *after, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_compare_dossiers (before, after, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const HsDifference *difference = g_ptr_array_index (found, i);
      g_autofree char *sentence = hs_difference_sentence (difference);

      g_test_message ("%s", sentence);
      g_assert_cmpstr (difference->after != NULL ? difference->after : difference->before, ==,
                       expected[i]);
      n++;
    }
  g_assert_null (expected[n]);
}

static void
test_compare (void)
{
  g_autoptr (HsDossier) before = whole_dossier ();
  g_autoptr (HsDossier) after = whole_dossier ();
  const char *const nothing[] = { NULL };
  const char *const changes[] = { "15-07-2027", "Praktijkopleider", "Nieuwe taak", NULL };

  assert_sentences (before, after, nothing);
  hs_record_set_int (after->sheet, HS_SHEET_END, hs_day (2027, 7, 15));
  hs_record_set_int (ROW (after, TASK, 0), HS_TASK_DOES, HS_PARTY_TRAINER);
  add_row (after, make (HS_KIND_TASK, HS_TASK_TEXT, "Nieuwe taak", HS_TASK_POSITION, N (9), -1));
  assert_sentences (before, after, changes);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical/golden", test_golden);
  g_test_add_func ("/canonical/content", test_content);
  g_test_add_func ("/canonical/locale", test_locale);
  g_test_add_func ("/canonical/order", test_order);
  g_test_add_func ("/canonical/every-field", test_every_field);
  g_test_add_func ("/canonical/strict", test_strict);
  g_test_add_func ("/canonical/every-byte", test_every_byte);
  g_test_add_func ("/compare/dossiers", test_compare);
  return g_test_run ();
}
