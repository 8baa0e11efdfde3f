/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes of a regional talk, and the recovery sheet, as printed. */

#include "hs-contract-fixture.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "hs-minutes.h"

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing", part);
}

static void
test_minutes (void)
{
  static const char *const clauses[] = { "Elke student krijgt in week 1 uitleg over de apps.",
                                         NULL };
  static const char *const outcomes[] = { "https://example.org/verslag", "Een poster", NULL };
  const HsMinutesRow rows[] = { { "Plaats", "Assen" }, { "Aanwezig", "M. Bakker, J. Visser" } };
  const HsMinutesTheme themes[] = {
    { "Verantwoordelijkheden", "Ieder regelt het zelf.", "Niemand weet wie.", "Eén lijst.",
      clauses },
    { .title = "Onboarding" },
  };
  const HsMinutesAction actions[] = {
    { "Een lijst maken", "Marieke Bakker", "2027-03-01", "open" },
    { .text = "Nog te verdelen" },
  };
  HsMinutes minutes = { .title = "Regiogesprek Drenthe",
                        .lead = "12 november 2026",
                        .rows = rows,
                        .n_rows = 2,
                        .themes = themes,
                        .n_themes = 2,
                        .actions = actions,
                        .n_actions = 2,
                        .outcomes = outcomes,
                        .now = FIXTURE_NOW };
  g_autoptr (GError) error = NULL;
  guint pages = 0;
  g_autoptr (GBytes) pdf = hs_minutes_render (&minutes, &pages, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages, ==, 1);
  g_autofree char *text = fixture_run (pdf, "pdftotext -layout FILE -");
  g_autofree char *check = fixture_run (pdf, "qpdf --check FILE");
  g_autofree char *info = fixture_run (pdf, "pdfinfo FILE");
  assert_contains (text, "Regiogesprek Drenthe");
  assert_contains (text, "Nu in de zorg");
  assert_contains (text, "Niemand weet wie.");
  assert_contains (text, "Elke student krijgt in week 1 uitleg over de apps.");
  assert_contains (text, "1 maart 2027");
  assert_contains (text, "Nog te verdelen");
  assert_contains (text, "Een poster");
  assert_contains (check, "No syntax or stream encoding errors found");
  assert_contains (info, "Tagged:          yes");
}

/* What is printed can be typed in again and gives the same key. */
static void
test_recovery_sheet (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsKey) key = fixture_key (5);
  g_autoptr (GBytes) pdf = hs_recovery_sheet_render (key, "Sanne Jansen", FIXTURE_NOW, &error);

  g_assert_no_error (error);
  g_autofree char *text = fixture_run (pdf, "pdftotext -raw FILE -");
  g_autofree char *pages = fixture_run (pdf, "qpdf --show-npages FILE");
  g_assert_cmpint (atoi (pages), ==, 1);
  g_autoptr (GString) typed = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match_simple ("^[0-9]+ [0-9A-Z]{5}$", lines[i], 0, 0))
      g_string_append (typed, strchr (lines[i], ' '));
  g_autoptr (HsKey) back = hs_key_new_from_recovery_text (typed->str, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (hs_key_get_public (back), sizeof (HsPublicKey), hs_key_get_public (key),
                   sizeof (HsPublicKey));
  assert_contains (text, "Sanne Jansen");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HS_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minutes/talk", test_minutes);
  g_test_add_func ("/minutes/recovery-sheet", test_recovery_sheet);
  return g_test_run ();
}
