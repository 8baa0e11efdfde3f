/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signed document, and everything that somebody could do to it. */

#include "hs-contract-fixture.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "hs-pdf-record.h"
#include "hs-verify.h"

static const HsVerifyFinding *
find (const HsVerifyResult *result, const char *code)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const HsVerifyFinding *finding = g_ptr_array_index (result->findings, i);
      if (strcmp (finding->code, code) == 0)
        return finding;
    }
  return NULL;
}

static void
assert_found (const HsVerifyResult *result, const char *code, HsVerifyLevel level)
{
  const HsVerifyFinding *finding = find (result, code);

  if (finding == NULL)
    for (guint i = 0; i < result->findings->len; i++)
      g_test_message ("%s", ((HsVerifyFinding *) result->findings->pdata[i])->code);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->level, ==, level);
  g_assert_cmpstr (finding->text, !=, "");
}

static GBytes *
signed_document (void)
{
  json_t *agreement = fixture_agreement ();
  GBytes *pdf = fixture_render (agreement, FIXTURE_SIGNED);

  json_decref (agreement);
  return pdf;
}

static void
test_untouched (void)
{
  g_autoptr (GBytes) pdf = signed_document ();
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (pdf, fixture_known_keys ());

  g_assert_cmpint (result->verdict, ==, HS_VERDICT_OK);
  g_assert_true (result->is_pdf);
  g_assert_cmpstr (result->number, ==, "2027-00012");
  g_assert_cmpstr (result->sheet, ==, FIXTURE_SHEET);
  g_assert_cmpstr (result->made, ==, FIXTURE_NOW);
  g_assert_cmpstr (result->maker_name, ==, "ROC De Brug");
  g_assert_cmpuint (result->signers->len, ==, 4);
  const HsVerifySigner *student = g_ptr_array_index (result->signers, 0);
  const HsVerifySigner *guardian = g_ptr_array_index (result->signers, 1);
  g_assert_cmpstr (student->known, ==, "Sanne Jansen");
  g_assert_true (student->by_key);
  g_assert_false (guardian->by_key);
  assert_found (result, "pages", HS_VERIFY_GOOD);
  assert_found (result, "attachment", HS_VERIFY_GOOD);
  assert_found (result, "maker", HS_VERIFY_GOOD);
  assert_found (result, "signature", HS_VERIFY_GOOD);
  assert_found (result, "signature-elsewhere", HS_VERIFY_NOTE);
}

/* Keys that nobody here knows: the signatures fit, and it is said that the keys are unknown. */
static void
test_unknown_keys (void)
{
  g_autoptr (GBytes) pdf = signed_document ();
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (pdf, NULL);

  g_assert_cmpint (result->verdict, ==, HS_VERDICT_OK);
  g_assert_null (result->maker_name);
  assert_found (result, "maker-unknown", HS_VERIFY_NOTE);
  assert_found (result, "signature-unknown", HS_VERIFY_NOTE);
}

static void
test_no_key (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_PLAIN);
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (pdf, fixture_known_keys ());

  g_assert_cmpint (result->verdict, ==, HS_VERDICT_OK);
  g_assert_null (result->maker);
  assert_found (result, "no-maker", HS_VERIFY_NOTE);
  json_decref (agreement);
}

/* The same file against what the database holds. */
static void
test_expected (void)
{
  json_t *agreement = fixture_agreement ();
  g_autofree char *text = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_SIGNED);
  HsVerifyOptions options = *fixture_known_keys ();

  options.expected_hash = hash;
  g_autoptr (HsVerifyResult) same = hs_verify_bytes (pdf, &options);
  g_assert_cmpint (same->verdict, ==, HS_VERDICT_OK);
  assert_found (same, "expected", HS_VERIFY_GOOD);

  json_object_set_new (json_object_get (agreement, "sheet"), "end", json_string ("2027-07-02"));
  options.expected_hash = NULL;
  options.expected = agreement;
  g_autoptr (HsVerifyResult) other = hs_verify_bytes (pdf, &options);
  g_assert_cmpint (other->verdict, ==, HS_VERDICT_DIFFERS);
  assert_found (other, "expected", HS_VERIFY_BAD);
  assert_found (other, "difference", HS_VERIFY_BAD);
  g_assert_nonnull (strstr (find (other, "difference")->text, "2027-07-02"));
  g_assert_nonnull (strstr (find (other, "difference")->text, "2027-06-25"));
  json_decref (agreement);
}

/* A signature under other content, or of another person's key. */
static void
test_false_signatures (void)
{
  json_t *agreement = fixture_agreement ();
  g_autofree char *text = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GBytes) pdf = fixture_render (agreement, FIXTURE_SIGNED);
  HsKnownKey swapped[2] = { fixture_known_keys ()->keys[0], fixture_known_keys ()->keys[1] };
  HsVerifyOptions options = { .keys = swapped, .n_keys = 2 };

  swapped[0].person = "person-3";
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (pdf, &options);
  g_assert_cmpint (result->verdict, ==, HS_VERDICT_DIFFERS);
  assert_found (result, "signature", HS_VERIFY_BAD);

  HsPdfSignoff forged = { .role = "Student",
                          .name = "Sanne Jansen",
                          .date = "2026-11-20",
                          .valid = TRUE,
                          .role_code = "student",
                          .person = "person-1",
                          .signed_at = "2026-11-20T09:00:00Z",
                          .public_key = fixture_known_keys ()->keys[0].public_key,
                          .signature = "AAAA" };
  HsContractOptions render = { .content_hash = hash,
                               .sheet = FIXTURE_SHEET,
                               .signoffs = &forged,
                               .n_signoffs = 1,
                               .now = FIXTURE_NOW };
  g_autoptr (GBytes) forged_pdf = hs_contract_render (agreement, &render, NULL, NULL);
  g_autoptr (HsVerifyResult) refused = hs_verify_bytes (forged_pdf, fixture_known_keys ());
  g_assert_cmpint (refused->verdict, ==, HS_VERDICT_DIFFERS);
  assert_found (refused, "signature", HS_VERIFY_BAD);
  json_decref (agreement);
}

/* ---- changed bytes ---- */

static HsVerdict
verdict_of (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (bytes, fixture_known_keys ());
  return result->verdict;
}

/* Changes one byte in [@from, @to) to another, @times times, at other places each time. */
static void
assert_each_change_found (GBytes *pdf, gsize from, gsize to, guint times)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  g_assert_true (from < to && to <= size);
  for (guint i = 0; i < times; i++)
    {
      gsize at = from + (gsize) g_rand_int_range (random, 0, (gint32) (to - from));
      copy[at] = (guint8) (data[at] ^ g_rand_int_range (random, 1, 256));
      if (verdict_of (copy, size) == HS_VERDICT_OK)
        g_error ("byte %" G_GSIZE_FORMAT " was changed and not found", at);
      copy[at] = data[at];
    }
}

static void
range_of (GBytes *pdf, const char *start, gsize length, gsize *from, gsize *to)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *at = g_strstr_len (data, (gssize) size, start);

  for (gsize i = 0; at == NULL && i + strlen (start) <= size; i++)
    if (memcmp (data + i, start, strlen (start)) == 0)
      at = data + i;
  g_assert_nonnull (at);
  *from = (gsize) (at - data);
  *to = *from + length;
}

static void
test_changed_attachment (gconstpointer kind)
{
  gsize from, to;
  json_t *agreement = fixture_agreement ();
  g_autofree char *text = hs_contract_canonical_text (agreement);
  g_autoptr (GBytes) pdf = fixture_render (agreement, GPOINTER_TO_INT (kind));

  range_of (pdf, text, strlen (text), &from, &to);
  assert_each_change_found (pdf, from, to, 1000);
  json_decref (agreement);
}

static void
test_changed_anywhere (gconstpointer kind)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, GPOINTER_TO_INT (kind));

  assert_each_change_found (pdf, 0, g_bytes_get_size (pdf), 1000);
  json_decref (agreement);
}

/* The record itself, blanks at its end included. */
static void
test_changed_record (gconstpointer kind)
{
  gsize from, to;
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) pdf = fixture_render (agreement, GPOINTER_TO_INT (kind));
  g_autofree char *record = fixture_run (pdf, "qpdf --show-attachment=handslag-record.json FILE");

  range_of (pdf, HS_RECORD_START, strlen (record), &from, &to);
  assert_each_change_found (pdf, from, to, 1000);
  json_decref (agreement);
}

/* Unpacks the pages with qpdf, so that the text itself can be changed. (transfer full) */
static GBytes *
unpacked (GBytes *pdf)
{
  g_autofree char *path = NULL;
  char *data;
  gsize size;

  g_close (g_file_open_tmp ("hs-XXXXXX.pdf", &path, NULL), NULL);
  g_autofree char *command =
      g_strdup_printf ("qpdf --stream-data=uncompress --preserve-unreferenced FILE %s", path);
  g_autofree char *out = fixture_run (pdf, command);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  return g_bytes_new_take (data, size);
}

/* (element-type gsize): where letters and digits stand that the pages show: those in brackets
 * before Tj, and of TJ those in each of its brackets. (transfer full) */
static GArray *
shown_letters (GBytes *pdf)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  for (gsize i = 0; i + 2 < size; i++)
    if (data[i] == 'T' && (data[i + 1] == 'j' || data[i + 1] == 'J'))
      for (gsize at = i; at > 0 && data[at] != '\n' && i - at < 500; at--)
        if (g_ascii_isalnum (data[at]) && data[at - 1] != '\\' && i - at > 2)
          g_array_append_val (found, at);
  return found;
}

/* One letter that a page shows becomes another: the page is named, each of 1,000 times, although
 * the file can still be read and its bytes have moved anyway. */
static void
test_changed_text (void)
{
  gsize size;
  g_autoptr (GBytes) pdf = signed_document ();
  g_autoptr (GBytes) plain = unpacked (pdf);
  g_autoptr (GArray) letters = shown_letters (plain);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autofree char *data = g_memdup2 (g_bytes_get_data (plain, &size), g_bytes_get_size (plain));
  g_autoptr (HsVerifyResult) same = hs_verify_bytes (plain, fixture_known_keys ());

  g_assert_null (find (same, "page"));
  g_assert_cmpuint (letters->len, >, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      gsize at = g_array_index (letters, gsize, g_rand_int_range (random, 0, (int) letters->len));
      char was = data[at];
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (HsVerifyResult) result = NULL;

      data[at] = was == 'e' ? 'a' : 'e';
      changed = g_bytes_new_static (data, size);
      result = hs_verify_bytes (changed, fixture_known_keys ());
      g_assert_cmpint (result->verdict, ==, HS_VERDICT_DIFFERS);
      assert_found (result, "page", HS_VERIFY_BAD);
      data[at] = was;
    }
}

/* The number behind the last @word of the file. */
static guint
last_number (const char *data, gsize size, const char *word)
{
  const char *at = g_strrstr_len (data, (gssize) size, word);

  for (gsize i = size - strlen (word); at == NULL && i > 0; i--)
    if (memcmp (data + i, word, strlen (word)) == 0)
      at = data + i;
  g_assert_nonnull (at);
  return (guint) g_ascii_strtoull (at + strlen (word), NULL, 10);
}

/* A part added behind the end as PDF allows it (ISO 32000-1, 7.5.6) that puts another drawing in
 * the place of a page's: viewers show it, and it is said to be added and the page to be another. */
static void
test_updated (void)
{
  static const char drawing[] = "BT ET";
  gsize size;
  g_autoptr (GBytes) pdf = signed_document ();
  const char *data = g_bytes_get_data (pdf, &size);
  guint contents = last_number (data, size, "/Contents ");
  g_autoptr (GString) longer = g_string_new_len (data, (gssize) size);
  gsize object = longer->len, table;

  g_string_append_printf (longer, "%u 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
                          contents, strlen (drawing), drawing);
  table = longer->len;
  g_string_append_printf (longer,
                          "xref\n%u 1\n%010zu 00000 n \ntrailer\n<< /Size %u /Root %u 0 R /Prev %u "
                          ">>\nstartxref\n%zu\n%%%%EOF\n",
                          contents, object, last_number (data, size, "/Size "),
                          last_number (data, size, "/Root "),
                          last_number (data, size, "startxref\n"), table);
  g_autoptr (GBytes) updated = g_bytes_new (longer->str, longer->len);
  g_autofree char *checked = fixture_run (updated, "qpdf --check FILE");
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (updated, fixture_known_keys ());

  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_cmpint (result->verdict, ==, HS_VERDICT_DIFFERS);
  assert_found (result, "added", HS_VERIFY_BAD);
  assert_found (result, "page", HS_VERIFY_BAD);
}

static void
test_added (void)
{
  static const char *const additions[] = { "\n", "x", "%%EOF\n", "\n%\n1 0 obj\n<<>>\nendobj\n" };
  gsize size;
  g_autoptr (GBytes) pdf = signed_document ();
  const guint8 *data = g_bytes_get_data (pdf, &size);

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (GByteArray) longer = g_byte_array_new ();
      g_byte_array_append (longer, data, (guint) size);
      g_byte_array_append (longer, (const guint8 *) additions[i], (guint) strlen (additions[i]));
      g_autoptr (GBytes) bytes = g_bytes_new (longer->data, longer->len);
      g_autoptr (HsVerifyResult) result = hs_verify_bytes (bytes, fixture_known_keys ());
      g_assert_cmpint (result->verdict, ==, HS_VERDICT_DIFFERS);
      assert_found (result, "added", HS_VERIFY_BAD);
    }
  for (guint i = 0; i < 256; i++)
    {
      g_autofree guint8 *longer = g_malloc (size + 1);
      memcpy (longer, data, size);
      longer[size] = (guint8) i;
      g_assert_cmpint (verdict_of (longer, size + 1), ==, HS_VERDICT_DIFFERS);
    }
}

static void
test_cut_off (void)
{
  gsize size;
  g_autoptr (GBytes) pdf = signed_document ();
  const guint8 *data = g_bytes_get_data (pdf, &size);

  for (gsize left = 0; left < size; left += size / 97)
    g_assert_cmpint (verdict_of (data, left), !=, HS_VERDICT_OK);
  g_assert_cmpint (verdict_of (data, size - 1), ==, HS_VERDICT_DIFFERS);
}

/* ---- changed with a PDF tool ---- */

/* Runs qpdf on two documents and returns what it wrote. */
static GBytes *
combined (GBytes *own, GBytes *other, const char *arguments)
{
  g_autofree char *other_path = NULL;
  g_autofree char *out_path = NULL;
  char *data;
  gsize size;
  const char *other_data = g_bytes_get_data (other, &size);

  g_close (g_file_open_tmp ("hs-XXXXXX.pdf", &other_path, NULL), NULL);
  g_close (g_file_open_tmp ("hs-XXXXXX.pdf", &out_path, NULL), NULL);
  g_assert_true (g_file_set_contents (other_path, other_data, (gssize) size, NULL));
  g_autoptr (GString) command = g_string_new (arguments);
  g_string_replace (command, "OTHER", other_path, 0);
  g_string_replace (command, "OUT", out_path, 0);
  g_autofree char *printed = fixture_run (own, command->str);
  g_assert_true (g_file_get_contents (out_path, &data, &size, NULL));
  g_unlink (other_path);
  g_unlink (out_path);
  return g_bytes_new_take (data, size);
}

/* A page of another contract in place of the own page: the page is named. */
static void
test_page_swapped (void)
{
  static const char *const commands[] = {
    "qpdf FILE --pages FILE 1 OTHER 2 FILE 3-z -- OUT",
    "qpdf FILE --object-streams=disable --pages FILE 1 OTHER 2 FILE 3-z -- OUT",
    "qpdf FILE --stream-data=preserve --compress-streams=n --pages FILE 1 OTHER 2 FILE 3-z -- OUT",
  };
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) own = fixture_render (agreement, FIXTURE_SIGNED);
  json_t *theme = json_array_get (json_object_get (agreement, "themes"), 0);
  json_object_set_new (theme, "remark", json_string ("Iets heel anders."));
  g_autoptr (GBytes) other = fixture_render (agreement, FIXTURE_SIGNED);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GBytes) mixed = combined (own, other, commands[i]);
      g_autoptr (HsVerifyResult) result = hs_verify_bytes (mixed, fixture_known_keys ());
      g_assert_cmpint (result->verdict, ==, HS_VERDICT_DIFFERS);
      assert_found (result, "page", HS_VERIFY_BAD);
      g_assert_nonnull (strstr (find (result, "page")->text, "2"));
    }
  json_decref (agreement);
}

static void
test_rearranged (void)
{
  static const char *const commands[] = {
    "qpdf FILE --pages FILE 1,3,2,4 -- OUT",
    "qpdf FILE --pages FILE 1-3 -- OUT",
    "qpdf FILE --rotate=+90:2 OUT",
    "qpdf FILE --object-streams=generate OUT",
    "qpdf --linearize FILE OUT",
    "qpdf FILE --remove-attachment=stageafspraak.json OUT",
    "qpdf FILE --add-attachment OTHER -- OUT",
    "qpdf FILE --overlay OTHER -- OUT",
    "qpdf FILE --encrypt geheim geheim 256 -- OUT",
    "qpdf FILE --remove-attachment=handslag-record.json OUT",
    "qpdf --empty --pages FILE 1-z -- OUT",
  };
  g_autoptr (GBytes) pdf = signed_document ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GBytes) mixed = combined (pdf, pdf, commands[i]);
      g_autoptr (HsVerifyResult) result = hs_verify_bytes (mixed, fixture_known_keys ());
      g_assert_cmpint (result->verdict, !=, HS_VERDICT_OK);
      g_assert_cmpuint (result->findings->len, >, 0);
    }
}

/* The attachment of one contract under the pages of another. */
static void
test_attachment_swapped (void)
{
  json_t *agreement = fixture_agreement ();
  g_autoptr (GBytes) own = fixture_render (agreement, FIXTURE_SIGNED);
  json_object_set_new (json_object_get (agreement, "sheet"), "end", json_string ("2027-07-02"));
  g_autoptr (GBytes) other = fixture_render (agreement, FIXTURE_SIGNED);
  g_autoptr (GBytes) mixed =
      combined (own, other,
                "qpdf FILE --remove-attachment=stageafspraak.json --copy-attachments-from OTHER "
                "--prefix=x -- OUT");
  g_autoptr (HsVerifyResult) result = hs_verify_bytes (mixed, fixture_known_keys ());

  g_assert_cmpint (result->verdict, ==, HS_VERDICT_DIFFERS);
  assert_found (result, "attachment", HS_VERIFY_BAD);
  json_decref (agreement);
}

/* ---- JSON ---- */

static void
test_json (void)
{
  json_t *agreement = fixture_agreement ();
  g_autofree char *text = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  gsize size = strlen (text);
  HsVerifyOptions options = { .expected_hash = hash };
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (HsVerifyResult) alone = hs_verify_bytes (bytes, NULL);
  g_autoptr (HsVerifyResult) same = hs_verify_bytes (bytes, &options);

  g_assert_cmpint (alone->verdict, ==, HS_VERDICT_UNKNOWN);
  g_assert_cmpstr (alone->content_hash, ==, hash);
  g_assert_cmpint (same->verdict, ==, HS_VERDICT_OK);
  g_assert_false (same->is_pdf);
  for (gsize i = 0; i < 1000; i++)
    {
      gsize at = i * size / 1000;
      char was = text[at];
      text[at] = was == 'e' ? 'a' : 'e';
      g_autoptr (GBytes) changed = g_bytes_new (text, size);
      g_autoptr (HsVerifyResult) result = hs_verify_bytes (changed, &options);
      g_assert_cmpint (result->verdict, !=, HS_VERDICT_OK);
      text[at] = was;
    }
  json_decref (agreement);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HS_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/untouched", test_untouched);
  g_test_add_func ("/verify/unknown-keys", test_unknown_keys);
  g_test_add_func ("/verify/no-key", test_no_key);
  g_test_add_func ("/verify/expected", test_expected);
  g_test_add_func ("/verify/false-signatures", test_false_signatures);
  for (int kind = FIXTURE_PLAIN; kind <= FIXTURE_SIGNED; kind++)
    {
      gpointer data = GINT_TO_POINTER (kind);
      g_autofree char *attachment = g_strdup_printf ("/verify/changed-attachment/%d", kind);
      g_autofree char *anywhere = g_strdup_printf ("/verify/changed-anywhere/%d", kind);
      g_autofree char *record = g_strdup_printf ("/verify/changed-record/%d", kind);
      g_test_add_data_func (attachment, data, test_changed_attachment);
      g_test_add_data_func (anywhere, data, test_changed_anywhere);
      g_test_add_data_func (record, data, test_changed_record);
    }
  g_test_add_func ("/verify/changed-text", test_changed_text);
  g_test_add_func ("/verify/added", test_added);
  g_test_add_func ("/verify/updated", test_updated);
  g_test_add_func ("/verify/cut-off", test_cut_off);
  g_test_add_func ("/verify/page-swapped", test_page_swapped);
  g_test_add_func ("/verify/rearranged", test_rearranged);
  g_test_add_func ("/verify/attachment-swapped", test_attachment_swapped);
  g_test_add_func ("/verify/json", test_json);
  return g_test_run ();
}
