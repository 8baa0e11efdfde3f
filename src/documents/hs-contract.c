/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract as a whole: its parts in order, the table of signatures, and the finished file. */

#include "hs-contract-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hs-error.h"
#include "hs-pdf-finish.h"

char *
hs_contract_canonical_text (json_t *json)
{
  char *dumped = json_dumps (json, JSON_SORT_KEYS | JSON_COMPACT);
  char *text = g_strdup (dumped);

  free (dumped);
  return text;
}

/* ---- signatures ---- */

static gboolean
is_signed (const HsPdfSignoff *signoff)
{
  return signoff->date != NULL;
}

/* Leaves room to write by hand when nobody has signed yet. */
static HsPdfText *
status_cell (const HsPdfSignoff *signoff)
{
  HsPdfText *text =
      hs_pdf_text_new_of (is_signed (signoff) ? HS_PDF_STRONG : HS_PDF_BODY, signoff->status);

  if (is_signed (signoff) && !signoff->valid)
    hs_pdf_text_add_line (text, HS_PDF_SMALL, _ ("Does not count (any more)"));
  hs_pdf_text_add_line (text, HS_PDF_SMALL, signoff->reason);
  if (!is_signed (signoff))
    hs_pdf_text_add (text, HS_PDF_BODY, hs_pdf_text_is_empty (text) ? " \n \n " : "\n \n ");
  return text;
}

static void
add_signoff (HsPdf *pdf, const HsPdfSignoff *signoff)
{
  HsPdfText *cells[5];
  g_autofree char *date = signoff->date != NULL ? hs_date_text (signoff->date) : NULL;

  cells[0] = hs_pdf_text_new_of (HS_PDF_BODY, signoff->role);
  cells[1] = hs_pdf_text_new_of (HS_PDF_STRONG, signoff->name);
  hs_pdf_text_add_line (cells[1], HS_PDF_SMALL, signoff->organisation);
  cells[2] = hs_pdf_text_new_of (HS_PDF_BODY, signoff->method);
  cells[3] = hs_pdf_text_new_of (HS_PDF_BODY, date);
  cells[4] = status_cell (signoff);
  hs_pdf_table_row (pdf, cells);
}

static gboolean
add_hash_box (HsPdf *pdf, const char *number, const char *hash, GError **error)
{
  HsPdfText *text = hs_pdf_text_new_of (HS_PDF_LABEL, _ ("Content code (SHA-256)"));
  /* Capitals only: the code then is a third smaller (ISO/IEC 18004, alphanumeric mode). */
  g_autofree char *lower = g_strdup_printf ("HANDSLAG:%s:%s", number != NULL ? number : "", hash);
  g_autofree char *content = g_ascii_strup (lower, -1);

  hs_pdf_text_add_line (text, HS_PDF_MONO, hash);
  hs_pdf_text_add_line (
      text, HS_PDF_SMALL,
      _ ("This code belongs to exactly this content. One other letter in the agreement gives "
         "another code. Everyone who signs, signs for this code. The same content is attached to "
         "this file; Handslag can check it."));
  return hs_pdf_qr_box (pdf, text, content, _ ("QR code of the content code"), error);
}

gboolean
hs_contract_add_signatures (HsPdf *pdf, const HsContractOptions *options, const char *number,
                            const char *hash, GError **error)
{
  /* The first leaves room to sign by hand. */
  static const double weights[][5] = { { 2.3, 3.4, 2.4, 2.4, 2.8 }, { 2.2, 3.2, 3.6, 2.3, 2.0 } };
  const char *headers[] = { _ ("Role"), _ ("Name"), _ ("Way of signing"), _ ("Date"),
                            _ ("Signature") };
  gboolean all_signed = TRUE;

  hs_pdf_keep_together (pdf, TRUE);
  hs_pdf_heading (pdf, 1, _ ("Signatures"));
  hs_pdf_paragraph (
      pdf, hs_pdf_text_new_of (HS_PDF_BODY,
                               _ ("Who signs agrees with everything in this placement agreement. "
                                  "Signing can be done with a key (an electronic signature), on "
                                  "paper, or in another system.")));
  for (guint i = 0; i < options->n_signoffs; i++)
    all_signed = all_signed && is_signed (&options->signoffs[i]);
  hs_pdf_table_begin (pdf, weights[all_signed], 5, headers);
  for (guint i = 0; i < options->n_signoffs; i++)
    add_signoff (pdf, &options->signoffs[i]);
  hs_pdf_table_end (pdf);
  gboolean done = add_hash_box (pdf, number, hash, error);
  hs_pdf_keep_together (pdf, FALSE);
  return done;
}

/* ---- the whole ---- */

static void
add_themes (HsPdf *pdf, json_t *root)
{
  json_t *themes = hs_take_list (root, "themes");
  json_t *theme;
  size_t i;

  json_array_foreach (themes, i, theme)
  {
    if (json_is_object (theme))
      hs_contract_add_theme (pdf, (guint) i + 1, theme);
  }
  json_decref (themes);
}

/* What stands beside the known parts, so that nothing is left out. */
static void
add_other (HsPdf *pdf, json_t *root)
{
  static const double weights[] = { 3.35, 9.4 };

  json_object_del (root, "description"); /* of the form, not of the content */
  json_object_del (root, "kind");
  if (json_object_size (root) == 0)
    return;
  hs_pdf_heading (pdf, 1, _ ("Other arrangements"));
  hs_contract_add_clauses (pdf, root);
  hs_pdf_table_begin (pdf, weights, 2, NULL);
  hs_add_rest_facts (pdf, root);
  hs_pdf_table_end (pdf);
}

/* Prints @root, a copy that is used up. */
static gboolean
add_parts (HsPdf *pdf, json_t *root, const HsContractOptions *options, const char *hash,
           GError **error)
{
  hs_contract_add_top (pdf, root, options->draft);
  g_autofree char *number = hs_take (root, "number");
  json_t *parties = hs_take_object (root, "parties");
  json_t *sheet = hs_take_object (root, "sheet");
  json_t *programme = hs_take_object (parties, "programme");

  hs_contract_add_parties (pdf, parties);
  hs_contract_add_legal (pdf, root, sheet, programme);
  add_themes (pdf, root);
  add_other (pdf, root);
  json_decref (parties);
  json_decref (sheet);
  json_decref (programme);
  return hs_contract_add_signatures (pdf, options, number, hash, error);
}

static HsPdf *
new_document (json_t *root, const HsContractOptions *options, const char *hash)
{
  json_t *student = json_object_get (json_object_get (root, "parties"), "student");
  const char *name = json_string_value (json_object_get (student, "name"));
  const char *number = json_string_value (json_object_get (root, "number"));
  g_autofree char *title = g_strdup_printf (
      _ ("Placement agreement %s – %s"), number != NULL ? number : "", name != NULL ? name : "…");
  g_autofree char *foot = g_strdup_printf (_ ("Content %.16s…"), hash);
  HsPdfInfo info = {
    .title = title,
    .author = options->author,
    .subject = _ ("Placement agreement and bpv agreement (POK)"),
    .running = title,
    .foot = foot,
    .watermark = options->draft ? _ ("Draft") : NULL,
    .date = options->now,
  };

  return hs_pdf_new (&info);
}

HsPdf *
hs_contract_lay_out (json_t *canonical, const HsContractOptions *options, const char *hash,
                     GError **error)
{
  json_t *root = json_deep_copy (canonical);
  g_autoptr (HsPdf) pdf = new_document (root, options, hash);
  gboolean done = add_parts (pdf, root, options, hash, error);

  json_decref (root);
  return done ? g_steal_pointer (&pdf) : NULL;
}

GBytes *
hs_contract_render (json_t *canonical, const HsContractOptions *options, guint *n_pages,
                    GError **error)
{
  g_return_val_if_fail (options != NULL && options->now != NULL, NULL);

  if (!json_is_object (canonical))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                           _ ("there is no content to make a document of"));
      return NULL;
    }
  g_autofree char *text = hs_contract_canonical_text (canonical);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  if (options->content_hash != NULL && strcmp (hash, options->content_hash) != 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_CORRUPT,
                           _ ("the content is not the content that the hash was made of"));
      return NULL;
    }
  g_autoptr (HsPdf) pdf = hs_contract_lay_out (canonical, options, hash, error);
  g_autoptr (GBytes) pages = pdf != NULL ? hs_pdf_draw (pdf, n_pages, error) : NULL;
  return pages != NULL ? hs_pdf_finish_contract (pages, text, hash, options, error) : NULL;
}
