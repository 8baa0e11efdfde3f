/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer form: there and back as PDF and as text, filled in by another program, taken over
 * once, and refused with a clear error when it is damaged. */

#include "life-world.h"

#include "hs-reply.h"
#include "hs-attachment.h"
#include "hs-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define MINOR hs_day (2009, 12, 24)
#define ADULT hs_day (2006, 5, 14)

static HsReply *
filled_in (void)
{
  HsReply *answer = hs_reply_new ();

  answer->agreement = g_strdup ("ag-abcdefghijklmnop");
  answer->number = g_strdup ("2027-00001");
  answer->sheet = g_strdup ("sh-abcdefghijklmnop");
  answer->hash = g_strnfill (64, 'a');
  answer->student = g_strdup ("Şükran Doğan");
  answer->name = g_strdup ("Zoë van der Meer-Doğan");
  answer->function = g_strdup ("Praktijkopleider");
  answer->date = hs_day (2027, 1, 10);
  answer->discussed[0] = answer->agreed[1] = TRUE;
  answer->remarks[1] =
      g_strdup ("Donderdag kan niet.\nAkkoord met de rest: vrijdag wel.\n\nNaam: x");
  answer->remarks[4] = g_strdup ("De tovertafel (€ 5.000) is “stuk”.");
  answer->remark = g_strdup ("Tot gauw!");
  answer->signs = TRUE;
  return answer;
}

static void
assert_same (const HsReply *a, const HsReply *b)
{
  g_assert_cmpstr (a->agreement, ==, b->agreement);
  g_assert_cmpstr (a->number, ==, b->number);
  g_assert_cmpstr (a->sheet, ==, b->sheet);
  g_assert_cmpstr (a->hash, ==, b->hash);
  g_assert_cmpint (a->role, ==, b->role);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->function, ==, b->function);
  g_assert_cmpint (a->date, ==, b->date);
  for (guint i = 0; i < HS_REPLY_THEMES; i++)
    {
      g_assert_cmpint (a->discussed[i], ==, b->discussed[i]);
      g_assert_cmpint (a->agreed[i], ==, b->agreed[i]);
      g_assert_cmpstr (a->remarks[i], ==, b->remarks[i]);
    }
  g_assert_cmpstr (a->remark, ==, b->remark);
  g_assert_cmpint (a->signs, ==, b->signs);
}

static HsReply *
must_read (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  HsReply *answer = hs_reply_read (file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  return answer;
}

static GBytes *
must_make_pdf (const HsReply *answer)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = hs_reply_to_pdf (answer, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_there_and_back (void)
{
  g_autoptr (HsReply) answer = filled_in ();
  g_autoptr (GBytes) text = hs_reply_to_text (answer);
  g_autoptr (GBytes) pdf = must_make_pdf (answer);
  g_autoptr (HsReply) from_text = must_read (text);
  g_autoptr (HsReply) from_pdf = must_read (pdf);

  assert_same (answer, from_text);
  assert_same (answer, from_pdf);
}

/* ---- other programs ---- */

static void
write_bytes (const char *path, GBytes *bytes)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static GBytes *
read_bytes (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* Runs a command line that has to succeed; what it prints (transfer full). */
static char *
run (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  char *out = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s%s", words[0], out, err);
  return out;
}

/* qpdf finds nothing wrong, a reader of text finds the words, and a form that qpdf filled in and
 * wrote anew, with its objects packed, is read. */
static void
test_filled_in_by_another_program (void)
{
  g_autofree char *folder = hs_test_folder ();
  g_autofree char *empty = g_build_filename (folder, "leeg.pdf", NULL);
  g_autofree char *filled = g_build_filename (folder, "vol.pdf", NULL);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "fill_form.py", NULL);
  g_autoptr (HsReply) form = filled_in ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (HsReply) answer = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *text = NULL;
  g_autofree char *done = NULL;

  form->signs = FALSE;
  g_clear_pointer (&form->name, g_free);
  pdf = must_make_pdf (form);
  write_bytes (empty, pdf);
  checked = run ((const char *const[]){ "qpdf", "--check", empty, NULL });
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
  text = run ((const char *const[]){ "pdftotext", "-layout", empty, "-", NULL });
  g_assert_nonnull (strstr (text, "2027-00001"));
  g_assert_nonnull (strstr (text, "Onboarding"));
  done = run ((const char *const[]){ "python3", script, empty, filled, "naam=Petra Mülder",
                                     "thema3-opmerking=Regel één\nregel twee", "ik-teken=/Ja",
                                     "thema3-akkoord=/Ja", NULL });
  back = read_bytes (filled);
  answer = must_read (back);
  g_assert_cmpstr (answer->name, ==, "Petra Mülder");
  g_assert_cmpstr (answer->remarks[2], ==, "Regel één\nregel twee");
  g_assert_true (answer->signs);
  g_assert_true (answer->agreed[2]);
  g_assert_false (answer->agreed[3]);
  g_assert_cmpstr (answer->remark, ==, "Tot gauw!");
  hs_test_folder_free (g_steal_pointer (&folder));
}

/* As it comes back by mail: another encoding, other line ends, quoted, with a greeting above it. */
static void
test_text_by_mail (void)
{
  g_autoptr (HsReply) form = filled_in ();
  g_autoptr (GBytes) text = hs_reply_to_text (form);
  g_autofree char *plain = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  g_autoptr (GString) mail = g_string_new ("Dag,\r\n\r\nHierbij het formulier.\r\n\r\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsReply) answer = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (mail, "> %s\r\n", lines[i]);
  bytes = g_bytes_new (mail->str, mail->len);
  answer = must_read (bytes);
  assert_same (form, answer);
}

/* ---- into the database ---- */

static HsReply *
answer_of (Life *life, HsSigner role, HsReplyFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) form = hs_reply_form (life->store, life->agreement, role, format, &error);

  g_assert_no_error (error);
  return must_read (form);
}

static HsReplyPlan *
take_over (Life *life, const HsReply *answer, GBytes *file)
{
  g_autoptr (GError) error = NULL;
  HsReplyPlan *plan;

  life_begin (life, life->coordinator);
  plan = hs_reply_take_over (life->store, life->coordinator, answer, file, "antwoord.pdf", &error);
  g_assert_no_error (error);
  life_finish (life, TRUE);
  return plan;
}

static void
test_signature (void)
{
  Life life;
  g_autoptr (HsReply) answer = NULL;
  g_autoptr (HsReplyPlan) plan = NULL;
  g_autoptr (HsReplyPlan) again = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) kept = NULL;
  const HsRecord *signoff;

  life_init (&life, ADULT, HS_RECOGNITION_STATUS_VERIFIED);
  life_to_out (&life);
  answer = answer_of (&life, HS_SIGNER_HOST, HS_REPLY_PDF);
  answer->name = g_strdup ("visser");
  answer->date = LIFE_TODAY;
  answer->signs = TRUE;
  answer->remarks[2] = g_strdup ("Graag om negen uur beginnen.");
  file = must_make_pdf (answer);
  plan = take_over (&life, answer, file);
  g_assert_false (plan->outdated);
  g_assert_cmpuint (hs_reply_plan_n_done (plan), ==, 2);
  dossier = life_load (&life);
  g_assert_cmpuint (dossier->rows[HS_KIND_SIGNOFF]->len, ==, 1);
  signoff = dossier->rows[HS_KIND_SIGNOFF]->pdata[0];
  g_assert_cmpint (hs_record_int (signoff, HS_SIGNOFF_SIGNER), ==, HS_SIGNER_HOST);
  g_assert_cmpint (hs_record_int (signoff, HS_SIGNOFF_METHOD), ==, HS_SIGN_METHOD_PAPER);
  kept = hs_store_attachment (life.store, hs_record_text (signoff, HS_SIGNOFF_ATTACHMENT), NULL,
                              NULL, NULL);
  g_assert_true (g_bytes_equal (kept, file));
  g_assert_cmpstr (hs_record_text (dossier->rows[HS_KIND_NOTE]->pdata[0], HS_NOTE_FIELD), ==,
                   "theme.onboarding");
  again = take_over (&life, answer, file);
  g_assert_cmpuint (hs_reply_plan_n_done (again), ==, 0);
  life_clear (&life);
}

/* Who has no mandate does not sign; the remark comes in all the same. */
static void
test_no_mandate (void)
{
  Life life;
  g_autoptr (HsReply) answer = NULL;
  g_autoptr (HsReplyPlan) plan = NULL;
  g_autoptr (GBytes) file = g_bytes_new_static ("x", 1);
  const HsReplyStep *step;

  life_init (&life, ADULT, HS_RECOGNITION_STATUS_VERIFIED);
  life_to_out (&life);
  answer = answer_of (&life, HS_SIGNER_HOST, HS_REPLY_TEXT);
  answer->name = g_strdup ("Jansen");
  answer->date = LIFE_TODAY;
  answer->signs = TRUE;
  answer->remark = g_strdup ("Mooi.");
  plan = take_over (&life, answer, file);
  g_assert_cmpuint (plan->steps->len, ==, 2);
  g_assert_cmpuint (hs_reply_plan_n_done (plan), ==, 1);
  step = plan->steps->pdata[1];
  g_assert_cmpint (step->kind, ==, HS_REPLY_SIGNATURE);
  g_assert_nonnull (step->why_not);
  life_clear (&life);
}

/* In a concept the ticks count; after a change of the content only the remarks do. */
static void
test_ticks_and_earlier_version (void)
{
  Life life;
  g_autoptr (HsReply) answer = NULL;
  g_autoptr (HsReplyPlan) plan = NULL;
  g_autoptr (HsReplyPlan) late = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (GBytes) file = g_bytes_new_static ("x", 1);

  life_init (&life, MINOR, HS_RECOGNITION_STATUS_VERIFIED);
  life_create (&life, NULL);
  answer = answer_of (&life, HS_SIGNER_HOST, HS_REPLY_TEXT);
  answer->agreed[0] = answer->discussed[0] = answer->discussed[1] = TRUE;
  plan = take_over (&life, answer, file);
  g_assert_cmpuint (hs_reply_plan_n_done (plan), ==, 2);
  dossier = life_load (&life);
  g_assert_cmpint (hs_record_int (dossier->rows[HS_KIND_THEME]->pdata[0], HS_THEME_HOST_STATUS), ==,
                   HS_THEME_STATUS_AGREED);
  g_assert_cmpint (hs_record_int (dossier->rows[HS_KIND_THEME]->pdata[1], HS_THEME_HOST_STATUS), ==,
                   HS_THEME_STATUS_DISCUSSED);
  life_begin (&life, life.coordinator);
  hs_record_set_text (dossier->sheet, HS_SHEET_GUIDANCE, "Anders dan het was.");
  hs_test_save (life.store, dossier->sheet);
  life_finish (&life, TRUE);
  answer->agreed[3] = TRUE;
  answer->remark = g_strdup ("Kan het een week later?");
  late = take_over (&life, answer, file);
  g_assert_true (late->outdated);
  g_assert_cmpuint (hs_reply_plan_n_done (late), ==, 1);
  life_clear (&life);
}

/* A host that does not know the student yet gets no form. */
static void
test_not_before_placed (void)
{
  Life life;
  g_autoptr (GError) error = NULL;

  life_init (&life, ADULT, HS_RECOGNITION_STATUS_REQUESTED);
  life_create (&life, NULL);
  g_assert_null (hs_reply_form (life.store, life.agreement, HS_SIGNER_HOST, HS_REPLY_PDF, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  life_clear (&life);
}

/* ---- what cannot be read ---- */

static void
assert_unreadable (const char *text, int code, const char *says)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_reply_read (bytes, &error));
  g_assert_error (error, HS_ERROR, code);
  if (says != NULL && strstr (error->message, says) == NULL)
    g_error ("'%s' is not in '%s'", says, error->message);
}

static void
test_malformed (void)
{
  g_autoptr (HsReply) form = filled_in ();
  g_autoptr (GBytes) text = hs_reply_to_text (form);
  g_autofree char *plain = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_autoptr (GString) changed = g_string_new (plain);

  assert_unreadable ("", HS_ERROR_FORMAT, NULL);
  assert_unreadable ("Dag, wij zijn akkoord.", HS_ERROR_FORMAT, NULL);
  assert_unreadable ("%PDF-1.7\nniets", HS_ERROR_FORMAT, NULL);
  g_string_replace (changed, "Besproken (ja of nee): ja", "Besproken (ja of nee): misschien", 1);
  assert_unreadable (changed->str, HS_ERROR_INVALID, "14");
  g_string_assign (changed, plain);
  g_string_replace (changed, "Datum: 10-01-2027", "Datum: gisteren", 1);
  assert_unreadable (changed->str, HS_ERROR_INVALID, "gisteren");
  g_string_assign (changed, plain);
  g_string_replace (changed, "# inhoudscode:", "# iets:", 1);
  assert_unreadable (changed->str, HS_ERROR_FORMAT, NULL);
}

/* Whatever happens to the bytes: an answer or an error, never a crash. */
static void
test_damaged (void)
{
  g_autoptr (HsReply) form = filled_in ();
  GBytes *files[] = { must_make_pdf (form), hs_reply_to_text (form) };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 500; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (files[i % 2], &size);
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HsReply) answer = NULL;

      for (int j = g_rand_int_range (rand, 1, 30); j > 0; j--)
        copy[g_rand_int_range (rand, 0, (int) size)] = (guint8) g_rand_int (rand);
      if (i % 5 == 0)
        size = (gsize) g_rand_int_range (rand, 0, (int) size);
      bytes = g_bytes_new (copy, size);
      answer = hs_reply_read (bytes, &error);
      g_assert_true ((answer == NULL) == (error != NULL));
    }
  g_bytes_unref (files[0]);
  g_bytes_unref (files[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/there-and-back", test_there_and_back);
  g_test_add_func ("/answer/other-program", test_filled_in_by_another_program);
  g_test_add_func ("/answer/mail", test_text_by_mail);
  g_test_add_func ("/answer/signature", test_signature);
  g_test_add_func ("/answer/no-mandate", test_no_mandate);
  g_test_add_func ("/answer/ticks", test_ticks_and_earlier_version);
  g_test_add_func ("/answer/not-before-placed", test_not_before_placed);
  g_test_add_func ("/answer/malformed", test_malformed);
  g_test_add_func ("/answer/damaged", test_damaged);
  return g_test_run ();
}
