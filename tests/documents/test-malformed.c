/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that were damaged in a way that each seed fixes, until 500 of each kind could not be read:
 * every one is brought in whole, or not at all with a reason for each fault. */

#include "exchange-test.h"

#include "hs-error.h"

#include <string.h>

#define MALFORMED 500

static const char csv[] =
    "\xef\xbb\xbf"
    "school;studentnummer;roepnaam;achternaam;geboortedatum;email;postcode;crebo;klas\r\n"
    "25XY;0001;Sanne;\"de \"\"Boer\"\"\";01-02-2009;sanne@school.example;4001 AB;25655;VP4A\r\n"
    "25XY;0002;Zoë;Öztürk;2008-03-04;zoe@school.example;4002 AB;25655;\"VP\n4B\"\r\n"
    "26XY;0003;'=Jan;'+31;12 maart 2007;;4003 AB;;\r\n"
    "Rivierland College;0004;Noor;Berg;;;;25655;VP4A\r\n";

static const char json[] =
    "[\n{\"school\":\"25XY\",\"number\":\"1\",\"first_name\":\"Sanne\",\"birth_date\":\"2009-02-"
    "01\"},\n"
    "{\"school\":\"25XY\",\"number\":\"2\",\"weekdays\":[\"mo\",\"tu\"],\"distance_limit\":25},\n"
    "{\"school\":\"26XY\",\"number\":\"3\",\"last_name\":\"\\u00d6zt\\u00fcrk\",\"place\":null},\n"
    "{\"school\":\"26XY\",\"number\":\"4\",\"mobility\":\"bicycle\",\"crebo\":\"25655\"}\n]\n";

/* One damage at a place of @text. */
static void
damage (GString *text, GRand *random)
{
  static const char nasty[] = "\";,\n\r\t\0\xff\xc3\x81{}[]:'=\\0";
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len);
  gsize wanted = (gsize) g_rand_int_range (random, 1, 40);
  gsize length = MIN (text->len - at, wanted);
  g_autofree char *piece = g_memdup2 (text->str + at, length);
  char c = nasty[g_rand_int_range (random, 0, sizeof nasty - 1)];

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      text->str[at] = (char) (text->str[at] ^ 1 << g_rand_int_range (random, 0, 8));
      break;
    case 2:
      g_string_insert_c (text, (gssize) at, c);
      break;
    case 3:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 4:
      g_string_insert_len (text, g_rand_int_range (random, 0, (gint32) text->len), piece,
                           (gssize) length);
      break;
    case 5:
      g_string_truncate (text, at);
      break;
    default:
      text->str[at] = c;
    }
}

/* Brings the file in; what is there after it must be what the result says. Whether it was whole. */
static gboolean
import_damaged (ExchangeFixture *fixture, const char *path)
{
  gint64 students = exchange_count (fixture->store, HS_KIND_STUDENT);
  gint64 revision = hs_store_revision (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsImportResult) result =
      hs_import_file (fixture->store, NULL, HS_KIND_STUDENT, path, NULL, &error);
  gint64 now = exchange_count (fixture->store, HS_KIND_STUDENT);

  g_assert_no_error (error);
  g_assert_false (hs_store_in_transaction (fixture->store));
  if (result->n_errors == 0)
    {
      g_assert_cmpint (now, ==, students + result->n_new);
      return TRUE;
    }
  g_assert_false (result->saved);
  g_assert_cmpint (now, ==, students);
  g_assert_cmpint (hs_store_revision (fixture->store), ==, revision);
  g_assert_cmpuint (result->problems->len, >, 0);
  for (guint i = 0; i < result->problems->len; i++)
    {
      const HsImportProblem *problem = g_ptr_array_index (result->problems, i);
      g_autofree char *text = hs_import_problem_text (result, problem);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_null (strchr (text, '\n'));
      g_assert_cmpuint (strlen (problem->reason), >, 10);
      /* A file that is empty or of another kind has no line to point at. */
      if (problem->line == 0)
        g_assert_cmpuint (problem->column, ==, 0);
      if (problem->value != NULL)
        g_assert_cmpuint (problem->column, >, 0);
    }
  return FALSE;
}

static void
run (const char *text, gsize length, const char *name)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260201);
  ExchangeFixture fixture = { 0 };
  guint good = 0, bad = 0;

  exchange_set_up (&fixture, TRUE);
  while (bad < MALFORMED)
    {
      g_autoptr (GString) bytes = g_string_new_len (text, (gssize) length);
      g_autofree char *path = NULL;

      for (int n = g_rand_int_range (random, 1, 5); n > 0 && bytes->len > 0; n--)
        damage (bytes, random);
      path = exchange_file (&fixture, name, bytes->str, (gssize) bytes->len);
      if (import_damaged (&fixture, path))
        good++;
      else
        bad++;
    }
  g_test_message ("%u others were still whole", good);
  exchange_tear_down (&fixture);
}

static void
test_csv (void)
{
  run (csv, sizeof csv - 1, "studenten.csv");
}

static void
test_json (void)
{
  run (json, sizeof json - 1, "studenten.json");
}

/* The deepest, widest and emptiest. */
static void
test_extremes (void)
{
  ExchangeFixture fixture = { 0 };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) quotes = g_string_new ("school;studentnummer\n");
  g_autofree char *deep_path = NULL;
  g_autofree char *quotes_path = NULL;
  g_autofree char *empty_path = NULL;

  exchange_set_up (&fixture, TRUE);
  for (int i = 0; i < 200000; i++)
    g_string_append_c (deep, '[');
  for (int i = 0; i < 100001; i++)
    g_string_append_c (quotes, '"');
  deep_path = exchange_file (&fixture, "diep.json", deep->str, -1);
  quotes_path = exchange_file (&fixture, "aanhaling.csv", quotes->str, -1);
  empty_path = exchange_file (&fixture, "leeg.csv", "", 0);
  g_assert_false (import_damaged (&fixture, deep_path));
  g_assert_false (import_damaged (&fixture, quotes_path));
  g_assert_false (import_damaged (&fixture, empty_path));
  exchange_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/malformed/csv", test_csv);
  g_test_add_func ("/malformed/json", test_json);
  g_test_add_func ("/malformed/extremes", test_extremes);
  return g_test_run ();
}
