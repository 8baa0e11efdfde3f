/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialects of CSV, what is refused and where, and that what is written comes back. */

#include "hs-csv.h"

#include "hs-error.h"

#include <string.h>

static HsCsvReader *
reader_of (const char *data, gsize length, HsCsvPlace *failed, GError **error)
{
  char *own = g_malloc (length + 1);

  memcpy (own, data, length);
  own[length] = '\0';
  return hs_csv_reader_new (own, length, failed, error);
}

/* The whole file as "a|b/c|d" with "@line" behind each cell when @lines; an error as "!line:column:
 * message". */
static char *
read_all (const char *data, gsize length, gboolean lines)
{
  g_autoptr (GError) error = NULL;
  HsCsvPlace failed;
  g_autoptr (HsCsvReader) reader = reader_of (data, length, &failed, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  const HsCsvCell *cells;
  int n = 0;

  while (reader != NULL && (n = hs_csv_reader_next (reader, &cells, &error)) > 0)
    {
      if (out->len > 0)
        g_string_append_c (out, '/');
      for (int i = 0; i < n; i++)
        {
          g_assert_cmpuint (strlen (cells[i].text), ==, cells[i].length);
          g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", cells[i].text);
          if (lines)
            g_string_append_printf (out, "@%u", cells[i].line);
        }
    }
  g_assert_true ((reader == NULL || n < 0) == (error != NULL));
  if (error != NULL)
    {
      g_assert_error (error, HS_ERROR, HS_ERROR_FORMAT);
      if (reader != NULL)
        failed = hs_csv_reader_failed_at (reader);
      g_string_append_printf (out, "!%u:%u: %s", failed.line, failed.column, error->message);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  const char *text;
  gsize length;
  const char *expected;
} Case;

#define CASE(text, expected)                                                                       \
  {                                                                                                \
    text, sizeof (text) - 1, expected                                                              \
  }

static const Case dialects[] = {
  CASE ("", ""),
  CASE ("a", "a"),
  CASE ("a;b\n1;2\n", "a|b/1|2"),
  CASE ("a,b\r\n1,2\r\n", "a|b/1|2"),
  CASE ("a\tb\r1\t2", "a|b/1|2"),
  CASE ("a;b,c;d\n1,5;2;3\n", "a|b,c|d/1,5|2|3"),
  CASE ("sep=,\r\na;x,b\r\n", "a;x|b"),
  CASE ("\"a;b;c\",d\n1,2\n", "a;b;c|d/1|2"),
  CASE ("\xef\xbb\xbf"
        "a;b\n1;2",
        "a|b/1|2"),
  CASE ("\n\n\r\na;b\n\n1;2\n\n", "a|b/1|2"),
  CASE ("a;b;\n1;2;\n", "a|b|/1|2|"),
  CASE ("a;b\n1\n1;2;3\n", "a|b/1/1|2|3"),
  CASE ("a;b\n\"\"\n", "a|b/"),
  CASE ("a;b\n\"x \"\"y\"\" z\";\"\"\"\"\n", "a|b/x \"y\" z|\""),
  CASE ("a;b\n7\" scherm;Jan \"de\" Vries\n", "a|b/7\" scherm|Jan \"de\" Vries"),
  CASE ("a;b\n\"1\" ;2\n", "a|b/1|2"),
  CASE ("a;b\n=\"0012\";\"=\"\"0013\"\"\"\n", "a|b/0012|0013"),
  CASE ("a;b\n'=1+1;'+31612345678\n", "a|b/=1+1|+31612345678"),
  CASE ("a;b\n's-Gravenhage;'t Hart\n", "a|b/'s-Gravenhage|'t Hart"),
  CASE ("a;b\nZo\xeb;\x80 5,-\n", "a|b/Zoë|€ 5,-"),
  CASE ("a;b\nZo\xc3\xab;\xe2\x82\xac\n", "a|b/Zoë|€"),
  CASE ("\xff\xfe"
        "a\0;\0\xeb\0\n\0",
        "a|ë"),
  CASE ("\xfe\xff"
        "\0a\0;\0\xeb\0\n",
        "a|ë"),
};

static void
test_dialects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      g_autofree char *found = read_all (dialects[i].text, dialects[i].length, FALSE);

      g_assert_cmpstr (found, ==, dialects[i].expected);
    }
}

static void
test_lines (void)
{
  static const Case cases[] = {
    CASE ("a;b\n1;2\n", "a@1|b@1/1@2|2@2"),
    CASE ("a;b\r\n1;2\r\n", "a@1|b@1/1@2|2@2"),
    CASE ("a;b\r1;2\r", "a@1|b@1/1@2|2@2"),
    CASE ("sep=;\na;b\n1;2\n", "a@2|b@2/1@3|2@3"),
    CASE ("a;b\n\"x\ny\r\nz\";2\n3;4", "a@1|b@1/x\ny\r\nz@2|2@4/3@5|4@5"),
    CASE ("a;b\n\n\n1;2\n", "a@1|b@1/1@4|2@4"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = read_all (cases[i].text, cases[i].length, TRUE);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_refused (void)
{
  static const Case cases[] = {
    CASE ("a;b\n1;\"x\n2;3\n", "!2:2: a quote opens here and is never closed"),
    CASE ("a;b\n1;\"x\"y\n", "!2:2: there is text behind a closing quote"),
    CASE ("a;b\n1; \"x\"\n", "!2:2: there is a blank before an opening quote"),
    CASE ("a;b\n1;x\0y\n", "!2:2: this holds a NUL byte"),
    CASE ("a\0;\0b\0\n\0", "!1:1: this holds a NUL byte"),
    CASE ("\xff\xfe"
          "a\0\0\0",
          "!1:1: this holds a NUL byte"),
    CASE ("\xff\xfe"
          "a\0;",
          "!0:0: the file is damaged UTF-16"),
    CASE ("a;b\n\xc3\xab\xc3\xab;\n\xc3\xab;\xeb\n", "!3:2: this is not valid UTF-8"),
    CASE ("\xef\xbb\xbf"
          "a;b\n\xeb;1\n",
          "!2:1: this is not valid UTF-8"),
    CASE ("a;b\n1;\x81\n", "!2:2: this is neither UTF-8 nor Windows-1252"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = read_all (cases[i].text, cases[i].length, FALSE);

      if (strstr (found, cases[i].expected) == NULL)
        g_error ("“%s” does not say “%s”", found, cases[i].expected);
    }
}

static void
test_windows_1252 (void)
{
  static const char *const expected = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (HsCsvReader) reader = NULL;
  g_autofree char *found = NULL;

  for (int byte = 0x80; byte < 0xa0; byte++)
    if (byte != 0x81 && byte != 0x8d && byte != 0x8f && byte != 0x90 && byte != 0x9d)
      g_string_append_c (bytes, (char) byte);
  found = read_all (bytes->str, bytes->len, FALSE);
  g_assert_cmpstr (found, ==, expected);
  reader = reader_of (bytes->str, bytes->len, NULL, NULL);
  g_assert_cmpint (hs_csv_reader_encoding (reader), ==, HS_CSV_WINDOWS_1252);
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) long_cell = g_string_new ("a;b\n1;\"");
  g_autofree char *found = NULL;
  g_autofree char *other = NULL;

  for (int i = 0; i < HS_CSV_CELLS_MOST; i++)
    g_string_append (wide, "x;");
  found = read_all (wide->str, wide->len, FALSE);
  g_assert_nonnull (strstr (found, "!1:1025: the row has more than 1024 cells"));
  for (gsize i = 0; i <= HS_CSV_CELL_MOST; i++)
    g_string_append_c (long_cell, 'x');
  g_string_append (long_cell, "\"\n");
  other = read_all (long_cell->str, long_cell->len, FALSE);
  g_assert_nonnull (strstr (other, "!2:2: the cell holds more than 1 MB"));
}

/* Random cells of the characters that matter come back as they went, and no cell of what was
 * written starts as a formula does. */
static void
test_there_and_back (void)
{
  static const char *const parts[] = { "=",  "+",  "-",  "@", "'", "\"", ";",  ",",
                                       "\t", "\n", "\r", " ", "a", "é",  "＝", "1" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new ("h1;h2\r\n");
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      g_autoptr (HsCsvReader) reader = NULL;
      const char *row[2];
      const HsCsvCell *cells;

      for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
        g_string_append (a, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
        g_string_append (b, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      row[0] = a->str;
      row[1] = b->str;
      hs_csv_append_row (text, row, 2, ';');
      g_assert_null (strchr ("=+-@\t", text->str[7 + (text->str[7] == '"')] ?: 'x'));
      reader = reader_of (text->str, text->len, NULL, NULL);
      g_assert_cmpint (hs_csv_reader_next (reader, &cells, NULL), ==, 2);
      g_assert_cmpint (hs_csv_reader_next (reader, &cells, NULL), ==, 2);
      g_assert_cmpstr (cells[0].text, ==, a->str);
      g_assert_cmpstr (cells[1].text, ==, b->str);
      g_assert_cmpint (hs_csv_reader_next (reader, &cells, NULL), ==, 0);
    }
}

static void
test_written (void)
{
  static const char *const row[] = { "Jan",           "a;b", "zeg \"ja\"", "-5",          "+31 6",
                                     "'s-Gravenhage", "''",  "=1",         "twee\nregels" };
  static const char *const empty[] = { "" };
  g_autoptr (GString) text = g_string_new (NULL);

  hs_csv_append_row (text, row, G_N_ELEMENTS (row), ';');
  hs_csv_append_row (text, empty, 1, ';');
  g_assert_cmpstr (text->str, ==,
                   "Jan;\"a;b\";\"zeg \"\"ja\"\"\";'-5;'+31 6;'s-Gravenhage;''';'=1;"
                   "\"twee\nregels\"\r\n\"\"\r\n");
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/dialects", test_dialects);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/windows-1252", test_windows_1252);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/there-and-back", test_there_and_back);
  g_test_add_func ("/csv/written", test_written);
  return g_test_run ();
}
