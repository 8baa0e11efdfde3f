/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF files that are none: a clear answer each, no crash, no more memory than is allowed. */

#include "hs-contract-fixture.h"

#include <gio/gio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <sys/resource.h>

#include "hs-qpdf.h"
#include "hs-verify.h"

static void
assert_not_right (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (bytes, NULL);

  g_assert_cmpint (result->verdict, !=, HS_VERDICT_OK);
  g_assert_cmpuint (result->findings->len, >, 0);
  const HsVerifyFinding *finding = g_ptr_array_index (result->findings, 0);
  g_assert_true (g_utf8_validate (finding->text, -1, NULL));
  g_assert_cmpuint (strlen (finding->text), >, 10);
}

/* A whole small file around a few objects, with a table of objects that is right. */
static GString *
small_file (const char *const *objects, const char *trailer)
{
  GString *file = g_string_new ("%PDF-1.7\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize table;

  for (guint i = 0; objects[i] != NULL; i++)
    {
      g_array_append_val (offsets, file->len);
      g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  table = file->len;
  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (offsets, gsize, i));
  g_string_append_printf (
      file, "trailer\n<< /Size %u /Root 1 0 R %s >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      offsets->len + 1, trailer, table);
  return file;
}

static void
test_texts (void)
{
  static const char *const files[] = {
    "",
    "%",
    "%PDF",
    "%PDF-",
    "%PDF-1.7",
    "%PDF-1.7\n%%EOF",
    "%PDF-1.7\nstartxref\n0\n%%EOF",
    "%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
    "%PDF-1.7\nstartxref\n-1\n%%EOF",
    "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF",
    "%PDF-1.7\nxref\n0 99999999\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    "%PDF-1.7\ntrailer<</Root 1 0 R/Size 1>>",
    "%PDF-1.7\n{\"_handslag_record\":",
    "%PDF-1.7\n{\"_handslag_record\":1}",
    "%PDF-1.7\n{\"_handslag_record\":1,\"offset\":9}",
    "%PDF-1.7\n{\"_handslag_record\":1,\"offset\":9,\"size\":-1,\"length\":-5,\"bytes\":7}",
    "%PDF-1.7\n{\"_handslag_record\":1,\"offset\":9,\"size\":9223372036854775807}",
    "{",
    "{}",
    "[]",
    "null",
    "[[[[",
    "{\"kind\":\"agreement\"}",
    "{\"kind\":\"agreement\",\"description\":\"1\"}",
    "{\"kind\":\"agreement\",\"kind\":\"agreement\",\"description\":1}",
    "\xef\xbb\xbf{}",
    "PK\x03\x04",
    "\x89PNG\r\n\x1a\n",
    "<html></html>",
    "\xff\xfe{",
    "{\"kind\":\"agreement\",\"description\":1,\"x\":1e999}",
    "{\"kind\":\"agreement\",\"description\":1,\"x\":\"\\u0000\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    assert_not_right (files[i], strlen (files[i]));
}

/* Well-formed files with parts that loop, point nowhere or are of the wrong type. */
static void
test_objects (void)
{
  static const char *const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
  static const char *const pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
  static const char *const cases[][6] = {
    { "<< /Type /Catalog /Pages 1 0 R >>" },
    { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" },
    { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids 7 /Count -1 >>" },
    { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [9 0 R] /Count 99999999 >>" },
    { "<< /Type /Catalog /Pages 2 0 R >>", pages, page },
    { "<< /Type /Catalog /Pages 2 0 R >>", pages,
      "<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>" },
    { "<< /Type /Catalog /Pages 2 0 R >>", pages,
      "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R] >>",
      "<< /Length 4 >>\nstream\nq Q \nendstream" },
    { "<< /Type /Catalog /Pages 2 0 R >>", pages, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
      "<< /Length 999999 /Filter /FlateDecode >>\nstream\nxxxx\nendstream" },
    { "<< /Type /Catalog /Pages 2 0 R >>", pages, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
      "<< /Length 4 /Filter [/FlateDecode /FlateDecode] >>\nstream\nxxxx\nendstream" },
    { "<< /Type /Catalog /Pages 2 0 R >>", pages,
      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 5 0 R >>",
      "<< /Length 4 /Type /XObject /Resources 5 0 R >>\nstream\nq Q \nendstream",
      "<< /XObject << /a 4 0 R >> /Font << /f 5 0 R >> /DescendantFonts [5 0 R] >>" },
    { "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(handslag-record.json) "
      "4 0 R] >> >> >>",
      pages, page, "<< /EF << /F 5 0 R >> >>", "<< /Length 2 >>\nstream\n{}\nendstream" },
    { "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [1 2 3 (x)] >> >> >>",
      pages, page },
    { "<< /Type /Catalog /Pages 2 0 R /Names [1 0 R] >>", pages, page },
  };
  static const char *const trailers[] = { "", "/Encrypt << /Filter /Standard >>", "/Prev 9",
                                          "/XRefStm 9" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (trailers); j++)
      {
        const char *objects[7] = { NULL };
        memcpy (objects, cases[i], sizeof cases[i]);
        GString *file = small_file (objects, trailers[j]);
        assert_not_right (file->str, file->len);
        g_string_free (file, TRUE);
      }
}

/* Packs @size blanks with zlib. */
static GByteArray *
packed_blanks (gsize size)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autofree char *blanks = g_strnfill (size, ' ');
  GByteArray *out = g_byte_array_sized_new ((guint) size / 500 + 10000);
  gsize took, gave;

  g_byte_array_set_size (out, (guint) size / 500 + 10000);
  g_assert_cmpint (g_converter_convert (G_CONVERTER (packer), blanks, size, out->data, out->len,
                                        G_CONVERTER_INPUT_AT_END, &took, &gave, NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_set_size (out, (guint) gave);
  return out;
}

/* A stream that unpacks to 200 MB, used on 50 pages, is refused at the limit. */
static void
test_bomb (void)
{
  struct rusage before, after;
  g_autoptr (GByteArray) packed = packed_blanks (200 * 1000 * 1000);
  g_autoptr (GString) file = g_string_new ("%PDF-1.7\n");
  gsize at[4];

  getrusage (RUSAGE_SELF, &before);
  at[0] = file->len;
  g_string_append (file, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  at[1] = file->len;
  g_string_append (file, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
  at[2] = file->len;
  g_string_append (file, "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents [");
  for (guint i = 0; i < 50; i++)
    g_string_append (file, " 4 0 R");
  g_string_append (file, " ] >>\nendobj\n");
  at[3] = file->len;
  g_string_append_printf (file, "4 0 obj\n<< /Filter /FlateDecode /Length %u >>\nstream\n",
                          packed->len);
  g_string_append_len (file, (char *) packed->data, packed->len);
  g_string_append (file, "\nendstream\nendobj\n");
  gsize table = file->len;
  g_string_append (file, "xref\n0 5\n0000000000 65535 f \n");
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n", at[i]);
  g_string_append_printf (
      file, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
  g_string_append (file, "{\"_handslag_record\":1}"); /* else nobody would look at the pages */
  assert_not_right (file->str, file->len);
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 300 * 1024);
}

/* 600 files: cut, doubled and overwritten at 150 places each. */
static void
test_damaged (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_SIGNED);
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  for (guint i = 1; i <= 150; i++)
    {
      gsize at = size * i / 151;
      g_autoptr (GByteArray) doubled = g_byte_array_new ();
      g_autofree guint8 *blanked = g_memdup2 (data, size);
      g_byte_array_append (doubled, data, (guint) at);
      g_byte_array_append (doubled, data + at / 2, (guint) (size - at / 2));
      memset (blanked + at, i % 2 ? 0 : 0xff, MIN (200, size - at));
      assert_not_right (data, at);
      assert_not_right (data + at, size - at);
      assert_not_right (doubled->data, doubled->len);
      assert_not_right (blanked, size);
    }
  json_decref (agreement);
}

static void
test_deep (void)
{
  GString *deep = g_string_new ("%PDF-1.7\n1 0 obj\n");

  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, i % 2 ? "[" : "<</a ");
  assert_not_right (deep->str, deep->len);
  g_string_truncate (deep, 0);
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (deep, '[');
  assert_not_right (deep->str, deep->len);
  g_string_truncate (deep, 0);
  g_string_append (deep, "%PDF-1.7\n{\"_handslag_record\":");
  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "[");
  assert_not_right (deep->str, deep->len);
  g_string_free (deep, TRUE);
}

/* A file that has no end, and one that is not there. */
static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsVerifyResult) endless = hs_verify_file ("/dev/zero", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (endless->verdict, ==, HS_VERDICT_NOT_OURS);
  g_assert_null (hs_verify_file ("/er/is/niets", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HS_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/malformed-pdf/texts", test_texts);
  g_test_add_func ("/malformed-pdf/objects", test_objects);
  g_test_add_func ("/malformed-pdf/bomb", test_bomb);
  g_test_add_func ("/malformed-pdf/damaged", test_damaged);
  g_test_add_func ("/malformed-pdf/deep", test_deep);
  g_test_add_func ("/malformed-pdf/files", test_files);
  return g_test_run ();
}
