/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract as other programs see it: pdftotext, pdfinfo, pdffonts, pdfdetach and qpdf. */

#include "hs-contract-fixture.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "hs-error.h"

/* Text without line breaks and repeated blanks, so that wrapping does not matter. */
static char *
squeezed (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s+", 0, 0, NULL);
  return g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);
}

static char *
text_of (GBytes *pdf)
{
  g_autofree char *raw = fixture_run (pdf, "pdftotext -raw FILE -");
  return squeezed (raw);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing", part);
}

static guint
pages_of (GBytes *pdf)
{
  guint pages = 0;
  g_autofree char *count = fixture_run (pdf, "qpdf --show-npages FILE");

  sscanf (count, "%u", &pages);
  return pages;
}

/* Everything that the law and the parties want to read is there, in Dutch, on four pages at most.
 */
static void
test_reads_well (void)
{
  static const char *const parts[] = {
    "Sanne Jansen",
    "bij Zorggroep Zonnehof · De Linde, vanuit ROC De Brug",
    "2027-00012",
    "Praktijkovereenkomst (POK)",
    "1 februari 2027 tot en met 25 juni 2027",
    "456 uur in totaal",
    "Studiejaar 2026/2027: 456 uur",
    "maandag, dinsdag, donderdag",
    "Eerder stoppen",
    "1. Verantwoordelijkheden",
    "2. Intervisie, reflectie en begeleiding",
    "3. Onboarding",
    "4. Voorbereidend leermateriaal",
    "5. Zorgtechnologie in praktijkopdrachten",
    "Opdracht 1: Samen bewegen met de Tovertafel",
    "Bevestigd door Fatima El Idrissi op 12 november 2026",
    "10 dagen na de start",
    "Als het niet past",
    "Handtekeningen",
    "Op papier",
    "€ 200",
    "Bladzijde 1 van 4",
    "Bladzijde 4 van 4",
    "Verzorgende IG (crebo 25655), niveau 3, BOL",
  };
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_SIGNED);
  g_autofree char *text = text_of (pdf);
  g_autofree char *canonical = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  assert_contains (text, hash);
  g_assert_cmpuint (pages_of (pdf), <=, 4);
  json_decref (agreement);
}

/* qpdf finds nothing wrong; language, title, tags, outline and embedded fonts are there. */
static void
test_well_formed (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_SIGNED);
  g_autofree char *check = fixture_run (pdf, "qpdf --check FILE");
  g_autofree char *info = fixture_run (pdf, "pdfinfo -isodates FILE");
  g_autofree char *structure = fixture_run (pdf, "pdfinfo -struct-text FILE");
  g_autofree char *fonts = fixture_run (pdf, "pdffonts FILE");
  g_autofree char *json =
      fixture_run (pdf, "qpdf --json=2 --json-key=qpdf --json-key=outlines FILE");

  assert_contains (check, "No syntax or stream encoding errors found");
  assert_contains (info, "Stageafspraak 2027-00012 – Sanne Jansen");
  assert_contains (info, "ROC De Brug");
  assert_contains (info, "2026-11-22");
  assert_contains (info, "Tagged:          yes");
  assert_contains (structure, "H1 (block)");
  assert_contains (structure, "H2 (block)");
  assert_contains (structure, "Table (block)");
  assert_contains (structure, "Figure");
  assert_contains (structure, "\"Wie doen mee\"");
  assert_contains (json, "u:nl-NL");
  assert_contains (json, "u:QR-code met de hash van de inhoud");
  assert_contains (json, "/Column");
  assert_contains (json, "\"title\": \"5. Zorgtechnologie in praktijkopdrachten\"");
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_nonnull (strstr (lines[i], "yes yes yes")); /* embedded, subset, to Unicode */
      g_assert_null (strstr (lines[i], "Type 3"));
    }
  json_decref (agreement);
}

/* The attachment is the canonical form to the byte: its SHA-256 is what was signed. */
static void
test_attachment (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
  g_autofree char *list = fixture_run (pdf, "qpdf --list-attachments --verbose FILE");
  g_autofree char *shown = fixture_run (pdf, "qpdf --show-attachment=stageafspraak.json FILE");
  g_autofree char *raw = fixture_run (pdf, "qpdf --qdf --object-streams=disable FILE -");
  g_autofree char *canonical = hs_contract_canonical_text (agreement);

  g_assert_cmpstr (shown, ==, canonical);
  assert_contains (list, "handslag-record.json");
  assert_contains (list, "application/json");
  json_decref (agreement);
}

/* A camera reads the code on the last page as the number and the hash of the agreement. */
static void
test_qr_code (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_SIGNED);
  g_autofree char *canonical = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *expected = g_strdup_printf ("HANDSLAG:2027-00012:%s", hash);
  g_autofree char *upper = g_ascii_strup (expected, -1);
  g_autofree char *page = g_strdup_printf ("%u", pages_of (pdf));
  g_autofree char *command = g_strdup_printf (
      "sh -c pdftoppm\t-r\t200\t-f\t%s\t-png\t\"$0\"|zbarimg\t-q\t--raw\tpng:- FILE", page);
  g_autofree char *read = fixture_run (pdf, command);

  g_assert_cmpstr (g_strchomp (read), ==, upper);
  json_decref (agreement);
}

static void
test_same_bytes (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) first = fixture_render (agreement, FIXTURE_SIGNED);
  g_autoptr (GBytes) second = fixture_render (agreement, FIXTURE_SIGNED);

  g_assert_true (g_bytes_equal (first, second));
  json_decref (agreement);
}

/* Gives every text in @json a word of its own, and adds a member that nobody knows to each object;
 * dates, codes and numbers stay what they are. */
static void
plant (json_t *json, GPtrArray *words)
{
  const char *key;
  json_t *value;
  size_t i;
  void *next;

  json_object_foreach_safe (json, next, key, value)
  {
    const char *text = json_string_value (value);
    if (text != NULL && strcmp (key, "code") != 0 && strcmp (key, "kind") != 0
        && !g_ascii_isdigit (*text))
      {
        char *word = g_strdup_printf ("woord%u", words->len);
        g_ptr_array_add (words, word);
        json_object_set_new (json, key, json_string (word));
      }
    else
      plant (value, words);
  }
  json_array_foreach (json, i, value) { plant (value, words); }
  if (json_is_object (json))
    {
      char *word = g_strdup_printf ("nieuw%u", words->len);
      g_ptr_array_add (words, word);
      json_object_set_new (json, "toekomst", json_string (word));
    }
}

/* What the PDF shows and what its JSON says do not part: every text is printed, also those of
 * members that a later version adds. */
static void
test_nothing_left_out (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  json_t *agreement = fixture_agreement ();

  plant (agreement, words);
  json_object_set_new (agreement, "los",
                       json_pack ("{s:[{s:s},s]}", "diep", "dieper", "woorddiep", "woordlos"));
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
  g_autofree char *text = text_of (pdf);
  g_autofree char *bounded = g_strconcat (" ", text, " ", NULL);
  g_assert_cmpuint (words->len, >, 100);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *pattern = g_strdup_printf ("\\b%s\\b", (char *) words->pdata[i]);
      if (!g_regex_match_simple (pattern, bounded, 0, 0))
        g_error ("%s is not printed", (char *) words->pdata[i]);
    }
  assert_contains (text, "woorddiep");
  assert_contains (text, "woordlos");
  json_decref (agreement);
}

static json_t *
assignments_of (json_t *agreement)
{
  json_t *themes = json_object_get (agreement, "themes");
  return json_object_get (json_array_get (themes, json_array_size (themes) - 1), "assignments");
}

static void
test_forty_assignments (void)
{
  json_t *agreement = fixture_agreement ();
  json_t *list = assignments_of (agreement);

  while (json_array_size (list) < 40)
    json_array_append_new (list, json_deep_copy (json_array_get (list, 0)));
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
  g_autofree char *text = text_of (pdf);
  assert_contains (text, "Opdracht 40: Samen bewegen");
  g_assert_cmpuint (pages_of (pdf), <=, 24);
  json_decref (agreement);
}

/* Names of any script, marks that turn the direction of writing, and words longer than a line. */
static void
test_unicode (void)
{
  json_t *agreement = fixture_agreement ();
  json_t *parties = json_object_get (agreement, "parties");
  g_autofree char *word = g_strnfill (400, 'w');

  json_object_set_new (json_object_get (parties, "student"), "name",
                       json_string ("Şükrü Nguyễn-Łukasiewicz Дмитрий Ωmega"));
  json_object_set_new (json_object_get (parties, "trainer"), "name",
                       json_string ("omkeren\xe2\x80\xae.eid"));
  json_object_set_new (json_object_get (agreement, "sheet"), "guidance", json_string (word));
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
  g_autofree char *text = text_of (pdf);
  assert_contains (text, "Şükrü Nguyễn-Łukasiewicz Дмитрий Ωmega");
  assert_contains (text, "omkeren\xef\xbf\xbd.eid");
  guint count = 0;
  for (const char *c = text; *c != '\0'; c++)
    count += *c == 'w';
  g_assert_cmpuint (count, >=, 400);
  json_decref (agreement);
}

/* One text longer than a page is cut, not lost; a heading is never the last line of a page. */
static void
test_long_text (void)
{
  g_autoptr (GString) story = g_string_new (NULL);
  json_t *agreement = fixture_agreement ();

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (story, "verhaal%u ", i);
  json_object_set_new (json_object_get (agreement, "sheet"), "guidance", json_string (story->str));
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
  g_autofree char *text = text_of (pdf);
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *word = g_strdup_printf ("verhaal%u ", i);
      assert_contains (text, word);
    }
  json_decref (agreement);
}

/* No heading stands alone at the foot of a page, however long the text before it is. */
static void
test_no_widow_headings (void)
{
  json_t *agreement = fixture_agreement ();
  json_t *themes = json_object_get (agreement, "themes");
  g_autoptr (GString) remark = g_string_new ("begin");

  for (guint lines = 0; lines < 24; lines++)
    {
      g_string_append_printf (remark, "\nregel %u", lines);
      json_object_set_new (json_array_get (themes, 0), "remark", json_string (remark->str));
      g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
      g_autofree char *text = fixture_run (pdf, "pdftotext -layout FILE -");
      g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        {
          g_auto (GStrv) rows = g_strsplit (g_strchomp (pages[i]), "\n", -1);
          guint count = g_strv_length (rows);
          guint last = count >= 2 ? count - 2 : 0; /* the last row is the foot */
          while (last > 0 && *g_strstrip (rows[last]) == '\0')
            last--;
          g_assert_false (count > 2
                          && g_regex_match_simple ("^([1-5]\\. |Opdracht )", rows[last], 0, 0));
        }
    }
  json_decref (agreement);
}

static void
test_draft (void)
{
  g_autoptr (GError) error = NULL;
  json_t *agreement = fixture_agreement ();
  HsContractOptions options = { .now = FIXTURE_NOW, .draft = TRUE };
  g_autoptr (GBytes) draft = hs_contract_render (agreement, &options, NULL, &error);
  g_autofree char *text = text_of (draft);

  g_assert_no_error (error);
  assert_contains (text, "Concept");
  json_decref (agreement);
}

/* An empty agreement and members of the wrong type give a document or an error, never a crash. */
static void
test_odd_content (void)
{
  static const char *const contents[] = {
    "{}",
    "{\"themes\":{},\"parties\":[],\"sheet\":3,\"hours\":\"x\"}",
    "{\"themes\":[1,null,\"x\",[],{\"code\":7,\"tasks\":{\"a\":1},\"steps\":[[1]],\"peers\":[{}]}]"
    "}",
    "{\"parties\":{\"student\":\"Jan\",\"guardian\":[null,1,{}],\"supervisor\":\"Piet\"}}",
    "{\"themes\":[{\"code\":\"assignment\",\"assignments\":[{\"criteria\":[1,\"x\",{}],"
    "\"reservations\":[\"bril\",{}]}]}]}",
    "{\"number\":5,\"sheet\":{\"total_minutes\":-5,\"start\":\"morgen\",\"weekdays\":\"ma\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      json_t *content = json_loads (contents[i], 0, NULL);
      g_assert_nonnull (content);
      g_autoptr (GBytes) pdf = fixture_render (content, FIXTURE_PLAIN);
      g_assert_cmpuint (pages_of (pdf), >=, 1);
      json_decref (content);
    }
}

static void
test_refuses (void)
{
  g_autoptr (GError) wrong_hash = NULL;
  g_autoptr (GError) no_object = NULL;
  json_t *agreement = fixture_agreement ();
  json_t *list = json_array ();
  HsContractOptions options = { .now = FIXTURE_NOW, .content_hash = "abc" };

  g_assert_null (hs_contract_render (agreement, &options, NULL, &wrong_hash));
  g_assert_error (wrong_hash, HS_ERROR, HS_ERROR_CORRUPT);
  g_assert_null (hs_contract_render (list, &options, NULL, &no_object));
  g_assert_error (no_object, HS_ERROR, HS_ERROR_INVALID);
  json_decref (list);
  json_decref (agreement);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HS_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract/reads-well", test_reads_well);
  g_test_add_func ("/contract/well-formed", test_well_formed);
  g_test_add_func ("/contract/attachment", test_attachment);
  g_test_add_func ("/contract/qr-code", test_qr_code);
  g_test_add_func ("/contract/same-bytes", test_same_bytes);
  g_test_add_func ("/contract/nothing-left-out", test_nothing_left_out);
  g_test_add_func ("/contract/forty-assignments", test_forty_assignments);
  g_test_add_func ("/contract/unicode", test_unicode);
  g_test_add_func ("/contract/long-text", test_long_text);
  g_test_add_func ("/contract/no-widow-headings", test_no_widow_headings);
  g_test_add_func ("/contract/draft", test_draft);
  g_test_add_func ("/contract/odd-content", test_odd_content);
  g_test_add_func ("/contract/refuses", test_refuses);
  return g_test_run ();
}
