/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The builder: turns headings, paragraphs, lists, tables and cards into rows. */

#include "hs-pdf-private.h"

#include <glib/gi18n.h>
#include <qrencode.h>
#include <string.h>

#include "hs-error.h"

#define CELL_GAP 10.0
#define LIST_INDENT 12.0

static void
row_free (HsPdfRow *row)
{
  g_ptr_array_unref (row->cells);
  g_ptr_array_unref (row->opens);
  g_free (row->outline);
  g_clear_pointer (&row->qr, g_bytes_unref);
  g_free (row->qr_alternative);
  g_free (row);
}

HsPdf *
hs_pdf_new (const HsPdfInfo *info)
{
  HsPdf *pdf = g_new0 (HsPdf, 1);

  pdf->info.title = g_strdup (info->title);
  pdf->info.author = g_strdup (info->author);
  pdf->info.subject = g_strdup (info->subject);
  pdf->info.running = g_strdup (info->running);
  pdf->info.foot = g_strdup (info->foot);
  pdf->info.watermark = g_strdup (info->watermark);
  pdf->info.date = g_strdup (info->date);
  pdf->context = hs_pdf_context_new ();
  pdf->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  pdf->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  pdf->slices = g_array_new (FALSE, FALSE, sizeof (HsPdfSlice));
  pdf->pending = g_ptr_array_new ();
  pdf->head = -1;
  return pdf;
}

void
hs_pdf_free (HsPdf *pdf)
{
  if (pdf == NULL)
    return;
  g_free ((char *) pdf->info.title);
  g_free ((char *) pdf->info.author);
  g_free ((char *) pdf->info.subject);
  g_free ((char *) pdf->info.running);
  g_free ((char *) pdf->info.foot);
  g_free ((char *) pdf->info.watermark);
  g_free ((char *) pdf->info.date);
  g_ptr_array_unref (pdf->rows);
  g_hash_table_unref (pdf->layouts);
  g_array_unref (pdf->slices);
  g_ptr_array_unref (pdf->pending);
  g_free (pdf->widths);
  g_object_unref (pdf->context);
  g_free (pdf);
}

/* ---- structure ---- */

static void
open_tag (HsPdf *pdf, const char *tag)
{
  g_ptr_array_add (pdf->pending, (gpointer) tag);
}

/* Ends the structure element that was opened last. */
static void
close_tag (HsPdf *pdf)
{
  if (pdf->pending->len > 0)
    {
      g_ptr_array_set_size (pdf->pending, (int) pdf->pending->len - 1);
      return;
    }
  HsPdfRow *row = g_ptr_array_index (pdf->rows, pdf->rows->len - 1);
  row->closes++;
}

static void
end_list (HsPdf *pdf)
{
  if (!pdf->in_list)
    return;
  pdf->in_list = FALSE;
  close_tag (pdf);
}

static HsPdfRow *
add_row (HsPdf *pdf, double before)
{
  HsPdfRow *row = g_new0 (HsPdfRow, 1);

  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_pdf_cell_free);
  row->opens = g_ptr_array_new ();
  for (guint i = 0; i < pdf->pending->len; i++)
    g_ptr_array_add (row->opens, g_ptr_array_index (pdf->pending, i));
  g_ptr_array_set_size (pdf->pending, 0);
  row->before = before;
  row->head = -1;
  row->keep = pdf->together;
  row->whole = pdf->together;
  g_ptr_array_add (pdf->rows, row);
  return row;
}

static void
add_cell (HsPdf *pdf, HsPdfRow *row, HsPdfText *text, double x, double width, const char *tag)
{
  HsPdfCell *cell = hs_pdf_cell_new (pdf, text, x, width, tag);

  g_ptr_array_add (row->cells, cell);
  row->content = MAX (row->content, cell->height);
}

/* Puts the first lines of all cells on one baseline, whatever their sizes. */
static void
align_baselines (HsPdfRow *row)
{
  double lowest = 0;

  for (guint i = 0; i < row->cells->len; i++)
    lowest = MAX (lowest, hs_pdf_cell_get_baseline (g_ptr_array_index (row->cells, i)));
  for (guint i = 0; i < row->cells->len; i++)
    {
      HsPdfCell *cell = g_ptr_array_index (row->cells, i);
      hs_pdf_cell_move_down (cell, lowest - hs_pdf_cell_get_baseline (cell));
      row->content = MAX (row->content, cell->height);
    }
}

/* A row of one text over the whole width. */
static HsPdfRow *
add_text (HsPdf *pdf, HsPdfText *text, double before, const char *tag)
{
  end_list (pdf);
  HsPdfRow *row = add_row (pdf, before);
  add_cell (pdf, row, text, HS_PDF_MARGIN, HS_PDF_WIDTH, tag);
  return row;
}

/* ---- headings and text ---- */

void
hs_pdf_title (HsPdf *pdf, const char *kind, const char *title, const char *lead)
{
  if (kind != NULL)
    add_text (pdf, hs_pdf_text_new_of (HS_PDF_LABEL, kind), 0, "P")->keep = TRUE;
  HsPdfRow *row = add_text (pdf, hs_pdf_text_new_of (HS_PDF_TITLE, title), 0, "H1");
  row->keep = TRUE;
  row->outline = g_strdup (title);
  row->outline_level = 1;
  if (lead != NULL)
    add_text (pdf, hs_pdf_text_new_of (HS_PDF_LEAD, lead), 1, "P")->keep = TRUE;
}

void
hs_pdf_heading (HsPdf *pdf, guint level, const char *string)
{
  static const HsPdfStyle styles[] = { HS_PDF_HEADING_1, HS_PDF_HEADING_2, HS_PDF_HEADING_3 };
  static const char *const tags[] = { "H2", "H3", "H4" }; /* H1 is the title */
  static const double before[] = { 14, 8, 5 };
  static const double after[] = { 3, 1.5, 0.5 };

  g_return_if_fail (level >= 1 && level <= 3);
  HsPdfRow *row = add_text (pdf, hs_pdf_text_new_of (styles[level - 1], string), before[level - 1],
                            tags[level - 1]);
  row->keep = TRUE;
  row->whole = TRUE;
  row->pad_bottom = after[level - 1];
  if (level == 1)
    row->below = &hs_pdf_accent;
  if (level <= 2)
    {
      row->outline = g_strdup (string);
      row->outline_level = level;
    }
}

void
hs_pdf_paragraph (HsPdf *pdf, HsPdfText *text)
{
  if (hs_pdf_text_is_empty (text))
    {
      hs_pdf_text_free (text);
      return;
    }
  add_text (pdf, text, 5, "P");
}

void
hs_pdf_item (HsPdf *pdf, HsPdfText *text)
{
  if (!pdf->in_list)
    open_tag (pdf, "L");
  HsPdfRow *row = add_row (pdf, pdf->in_list ? 1 : 3);
  pdf->in_list = TRUE;
  row->tag = "LI";
  add_cell (pdf, row, hs_pdf_text_new_of (HS_PDF_LABEL, "•"), HS_PDF_MARGIN + 2, LIST_INDENT,
            "Lbl");
  add_cell (pdf, row, text, HS_PDF_MARGIN + LIST_INDENT, HS_PDF_WIDTH - LIST_INDENT, "LBody");
  align_baselines (row);
}

void
hs_pdf_space (HsPdf *pdf, double points)
{
  end_list (pdf);
  add_row (pdf, points)->whole = TRUE;
}

void
hs_pdf_keep_together (HsPdf *pdf, gboolean on)
{
  pdf->together = on;
  if (!on && pdf->rows->len > 0)
    ((HsPdfRow *) g_ptr_array_index (pdf->rows, pdf->rows->len - 1))->keep = FALSE;
}

void
hs_pdf_cards (HsPdf *pdf, HsPdfText **texts, guint count)
{
  double width = (HS_PDF_WIDTH - (count - 1) * CELL_GAP) / count;

  end_list (pdf);
  HsPdfRow *row = add_row (pdf, 8);
  row->pad_top = HS_PDF_CARD_PAD;
  row->pad_bottom = HS_PDF_CARD_PAD;
  row->fill = &hs_pdf_tint;
  row->cards = TRUE;
  for (guint i = 0; i < count; i++)
    add_cell (pdf, row, texts[i], HS_PDF_MARGIN + i * (width + CELL_GAP) + HS_PDF_CARD_PAD,
              width - 2 * HS_PDF_CARD_PAD, "P");
}

/* ---- tables ---- */

void
hs_pdf_table_begin (HsPdf *pdf, const double *weights, guint count, const char *const *headers)
{
  double sum = 0;

  g_return_if_fail (pdf->widths == NULL && count > 0);
  end_list (pdf);
  pdf->widths = g_new (double, count);
  pdf->columns = count;
  pdf->head_named = headers != NULL;
  pdf->first_row = pdf->rows->len;
  for (guint i = 0; i < count; i++)
    sum += weights[i];
  for (guint i = 0; i < count; i++)
    pdf->widths[i] = HS_PDF_WIDTH * weights[i] / sum;
  if (headers != NULL)
    open_tag (pdf, "Table");
  pdf->head = -1;
  if (headers == NULL)
    return;
  g_autofree HsPdfText **texts = g_new0 (HsPdfText *, count);
  for (guint i = 0; i < count; i++)
    texts[i] = hs_pdf_text_new_of (HS_PDF_LABEL, headers[i]);
  hs_pdf_table_row (pdf, texts);
  HsPdfRow *row = g_ptr_array_index (pdf->rows, pdf->first_row);
  row->keep = TRUE;
  row->whole = TRUE;
  row->fill = &hs_pdf_tint;
  row->below = NULL;
  pdf->head = (int) pdf->first_row;
}

void
hs_pdf_table_row (HsPdf *pdf, HsPdfText **texts)
{
  gboolean is_head = pdf->head_named && pdf->rows->len == pdf->first_row;
  double x = HS_PDF_MARGIN;

  g_return_if_fail (pdf->widths != NULL);
  HsPdfRow *row = add_row (pdf, pdf->rows->len == pdf->first_row ? 5 : 0);
  row->tag = pdf->head_named ? "TR" : "P";
  row->pad_top = 2.2;
  row->pad_bottom = 2.6;
  row->below = &hs_pdf_rule;
  row->head = pdf->head;
  for (guint i = 0; i < pdf->columns; i++)
    {
      const char *tag = pdf->head_named ? (is_head ? "TH" : "TD") : NULL;
      add_cell (pdf, row, texts[i], x + 5, pdf->widths[i] - 10, tag);
      x += pdf->widths[i];
    }
  align_baselines (row);
}

void
hs_pdf_table_end (HsPdf *pdf)
{
  guint rows = pdf->rows->len - pdf->first_row;

  g_return_if_fail (pdf->widths != NULL);
  if (pdf->head_named && rows == 1) /* a head over nothing */
    {
      HsPdfRow *row = g_ptr_array_index (pdf->rows, pdf->first_row);
      for (guint i = 0; i < row->opens->len; i++)
        open_tag (pdf, g_ptr_array_index (row->opens, i));
      g_ptr_array_set_size (pdf->rows, (int) pdf->first_row);
    }
  if (pdf->head_named)
    close_tag (pdf);
  g_clear_pointer (&pdf->widths, g_free);
  pdf->head = -1;
}

/* ---- QR ---- */

gboolean
hs_pdf_qr_box (HsPdf *pdf, HsPdfText *text, const char *content, const char *alternative,
               GError **error)
{
  QRcode *code = QRcode_encodeString (content, 0, QR_ECLEVEL_M, QR_MODE_8, 1);

  if (code == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                           _ ("the text is too long for a QR code"));
      hs_pdf_text_free (text);
      return FALSE;
    }
  end_list (pdf);
  HsPdfRow *row = add_row (pdf, 8);
  row->whole = TRUE;
  row->pad_top = HS_PDF_CARD_PAD;
  row->pad_bottom = HS_PDF_CARD_PAD;
  row->fill = &hs_pdf_tint;
  row->qr = g_bytes_new (code->data, (gsize) (code->width * code->width));
  row->qr_width = (guint) code->width;
  row->qr_alternative = g_strdup (alternative);
  add_cell (pdf, row, text, HS_PDF_MARGIN + HS_PDF_CARD_PAD,
            HS_PDF_WIDTH - HS_PDF_QR_SIZE - 3 * HS_PDF_CARD_PAD, "P");
  row->content = MAX (row->content, HS_PDF_QR_SIZE);
  QRcode_free (code);
  return TRUE;
}
