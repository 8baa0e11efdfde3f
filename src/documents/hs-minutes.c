/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes of a regional talk, and the recovery sheet. */

#include "hs-minutes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-contract-private.h"
#include "hs-pdf-finish.h"
#include "hs-pdf.h"

static void
add_rows (HsPdf *pdf, const HsMinutes *minutes)
{
  static const double weights[] = { 3.75, 9 };

  hs_pdf_table_begin (pdf, weights, 2, NULL);
  for (guint i = 0; i < minutes->n_rows; i++)
    hs_add_fact (pdf, minutes->rows[i].label, g_strdup (minutes->rows[i].value));
  hs_pdf_table_end (pdf);
}

static void
add_clauses (HsPdf *pdf, const char *const *clauses)
{
  if (clauses == NULL || *clauses == NULL)
    return;
  hs_pdf_heading (pdf, 3, _ ("Clauses"));
  for (; *clauses != NULL; clauses++)
    hs_pdf_item (pdf, hs_pdf_text_new_of (HS_PDF_BODY, *clauses));
}

/* How it is and what is wanted, side by side. */
static void
add_theme (HsPdf *pdf, guint number, const HsMinutesTheme *theme)
{
  static const double weights[] = { 1, 1, 1 };
  const char *headers[] = { _ ("Now at school"), _ ("Now in care"), _ ("Wanted") };
  g_autofree char *title = g_strdup_printf ("%u. %s", number, theme->title);

  hs_pdf_heading (pdf, 1, title);
  if (theme->now_school != NULL || theme->now_care != NULL || theme->wanted != NULL)
    {
      HsPdfText *cells[] = { hs_pdf_text_new_of (HS_PDF_BODY, theme->now_school),
                             hs_pdf_text_new_of (HS_PDF_BODY, theme->now_care),
                             hs_pdf_text_new_of (HS_PDF_BODY, theme->wanted) };
      hs_pdf_table_begin (pdf, weights, 3, headers);
      hs_pdf_table_row (pdf, cells);
      hs_pdf_table_end (pdf);
    }
  else
    hs_pdf_paragraph (pdf, hs_pdf_text_new_of (HS_PDF_SMALL, _ ("Not discussed.")));
  add_clauses (pdf, theme->clauses);
}

static void
add_actions (HsPdf *pdf, const HsMinutes *minutes)
{
  static const double weights[] = { 6, 3, 2.4, 2 };
  const char *headers[] = { _ ("Action"), _ ("Who"), _ ("By when"), _ ("State") };

  if (minutes->n_actions == 0)
    return;
  hs_pdf_heading (pdf, 1, _ ("Actions"));
  hs_pdf_table_begin (pdf, weights, 4, headers);
  for (guint i = 0; i < minutes->n_actions; i++)
    {
      const HsMinutesAction *action = &minutes->actions[i];
      g_autofree char *date = action->date != NULL ? hs_date_text (action->date) : NULL;
      HsPdfText *cells[] = { hs_pdf_text_new_of (HS_PDF_BODY, action->text),
                             hs_pdf_text_new_of (HS_PDF_STRONG, action->owner),
                             hs_pdf_text_new_of (HS_PDF_BODY, date),
                             hs_pdf_text_new_of (HS_PDF_BODY, action->status) };
      hs_pdf_table_row (pdf, cells);
    }
  hs_pdf_table_end (pdf);
}

static void
add_outcomes (HsPdf *pdf, const char *const *outcomes)
{
  if (outcomes == NULL || *outcomes == NULL)
    return;
  hs_pdf_heading (pdf, 1, _ ("Outcomes"));
  for (; *outcomes != NULL; outcomes++)
    {
      HsPdfText *text = hs_pdf_text_new_of (HS_PDF_BODY, *outcomes);
      hs_pdf_text_set_uri (text, *outcomes);
      hs_pdf_item (pdf, text);
    }
}

/* Draws and completes; the pages hold no agreement, so there is nothing to attach. */
static GBytes *
finish (HsPdf *pdf, guint *n_pages, GError **error)
{
  g_autoptr (GBytes) pages = hs_pdf_draw (pdf, n_pages, error);
  return pages != NULL ? hs_pdf_finish_plain (pages, error) : NULL;
}

GBytes *
hs_minutes_render (const HsMinutes *minutes, guint *n_pages, GError **error)
{
  HsPdfInfo info = {
    .title = minutes->title,
    .author = minutes->author,
    .subject = _ ("Minutes of a regional talk"),
    .running = minutes->title,
    .foot = _ ("Minutes of a regional talk"),
    .date = minutes->now,
  };
  g_autoptr (HsPdf) pdf = hs_pdf_new (&info);

  hs_pdf_title (pdf, _ ("Minutes of a regional talk"), minutes->title, minutes->lead);
  hs_pdf_space (pdf, 6);
  add_rows (pdf, minutes);
  for (guint i = 0; i < minutes->n_themes; i++)
    add_theme (pdf, i + 1, &minutes->themes[i]);
  add_actions (pdf, minutes);
  add_outcomes (pdf, minutes->outcomes);
  return finish (pdf, n_pages, error);
}

/* ---- recovery sheet ---- */

/* Seven groups a line, numbered, because the program names the group with a typing error. */
static void
add_groups (HsPdf *pdf, const HsSecretText *recovery)
{
  static const double weights[] = { 1, 5 };
  const char *headers[] = { _ ("Group"), _ ("Characters") };
  g_auto (GStrv) groups = g_strsplit (recovery, " ", -1);

  hs_pdf_table_begin (pdf, weights, 2, headers);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      HsPdfText *cells[] = { hs_pdf_text_new_of (HS_PDF_BODY, number),
                             hs_pdf_text_new_of (HS_PDF_MONO_LARGE, groups[i]) };
      hs_pdf_table_row (pdf, cells);
      memset (groups[i], 0, strlen (groups[i]));
    }
  hs_pdf_table_end (pdf);
}

GBytes *
hs_recovery_sheet_render (HsKey *key, const char *name, const char *now, GError **error)
{
  g_autoptr (HsSecretText) recovery = hs_key_to_recovery_text (key);
  g_autofree char *number = hs_public_key_get_fingerprint (hs_key_get_public (key));
  g_autofree char *date = hs_date_text (now);
  g_autofree char *lead = g_strdup_printf (_ ("of %s, made on %s"), name, date);
  g_autofree char *compare = g_strdup_printf (_ ("The number of this key: %s"), number);
  HsPdfInfo info = { .title = _ ("Recovery sheet"), .date = now, .foot = _ ("Recovery sheet") };
  g_autoptr (HsPdf) pdf = hs_pdf_new (&info);

  hs_pdf_title (pdf, _ ("Handslag key"), _ ("Recovery sheet"), lead);
  hs_pdf_space (pdf, 8);
  hs_pdf_paragraph (
      pdf, hs_pdf_text_new_of (
               HS_PDF_BODY,
               _ ("With these 14 groups you make your key again when your computer is lost or "
                  "broken, or when you forgot your passphrase. Type them one after the other. The "
                  "program says in which group there is a typing error.")));
  hs_pdf_paragraph (
      pdf, hs_pdf_text_new_of (HS_PDF_STRONG,
                               _ ("Keep this sheet where nobody else can get it. Who has it can "
                                  "sign in your name. Do not take a photo of it and do not send "
                                  "it to anybody.")));
  hs_pdf_space (pdf, 4);
  add_groups (pdf, recovery);
  hs_pdf_paragraph (pdf, hs_pdf_text_new_of (HS_PDF_BODY, compare));
  return finish (pdf, NULL, error);
}
