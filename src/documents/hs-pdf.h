/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page machine: headings, paragraphs, lists, tables and cards go in, in reading order; A4 pages
 * come out, as tagged PDF with an outline, embedded fonts and numbered pages. Everything that it
 * prints, from the contract to the recovery sheet, goes through here, so that all look alike.
 *
 * First every text is laid out once, then the pages are cut (no heading alone at the foot, table
 * heads repeated, no single lines), then they are drawn: the number of pages is known before the
 * first is drawn. The same input gives the same bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HS_PDF_BODY,
  HS_PDF_STRONG,
  HS_PDF_SMALL,
  HS_PDF_LABEL, /* small, bold, in the accent colour: what a value is */
  HS_PDF_TITLE,
  HS_PDF_LEAD,
  HS_PDF_HEADING_1,
  HS_PDF_HEADING_2,
  HS_PDF_HEADING_3,
  HS_PDF_MONO, /* figures and letters that are compared */
  HS_PDF_MONO_LARGE, /* the same, to be copied by hand */
  HS_PDF_STYLES,
} HsPdfStyle;

/**
 * HsPdfInfo:
 * @title: of the document
 * @author: who made it, or NULL
 * @subject: one line on what it is, or NULL
 * @running: text at the head of every page but the first
 * @foot: text at the left of every foot (the right says the page), or NULL
 * @watermark: a word across every page ("Concept"), or NULL
 * @date: "2026-11-22T14:05:00Z" or only the date; the document's date of making
 *
 * Borrowed strings.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *running;
  const char *foot;
  const char *watermark;
  const char *date;
} HsPdfInfo;

typedef struct _HsPdf HsPdf;
/* A text in several styles. */
typedef struct _HsPdfText HsPdfText;

/* Returns: (transfer full): an empty text. */
HsPdfText *hs_pdf_text_new (void);
/* Returns: (transfer full): a text of one style; @string NULL gives an empty text. */
HsPdfText *hs_pdf_text_new_of (HsPdfStyle style, const char *string);
/* Adds @string (nullable) in @style. Line feeds break the line; other control characters, invalid
 * UTF-8 and the invisible marks that turn the direction of writing (with which a text can be made
 * to look like another) come out as U+FFFD. */
void hs_pdf_text_add (HsPdfText *text, HsPdfStyle style, const char *string);
/* The same on a new line when there is text before it; nothing for NULL or "". */
void hs_pdf_text_add_line (HsPdfText *text, HsPdfStyle style, const char *string);
/* Makes the whole text a link when @uri is a plain http or https address; else does nothing. */
void hs_pdf_text_set_uri (HsPdfText *text, const char *uri);
gboolean hs_pdf_text_is_empty (const HsPdfText *text);
void hs_pdf_text_free (HsPdfText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPdfText, hs_pdf_text_free)

/* Returns: (transfer full): an empty document. */
HsPdf *hs_pdf_new (const HsPdfInfo *info);
void hs_pdf_free (HsPdf *pdf);

/* A heading of level 1 to 3, also put into the outline (levels 1 and 2). It stays with what
 * follows. */
void hs_pdf_heading (HsPdf *pdf, guint level, const char *string);
/* The title over the first page, with a line below it (nullable). */
void hs_pdf_title (HsPdf *pdf, const char *kind, const char *title, const char *lead);
/* A paragraph. @text (transfer full). An empty text is left out. */
void hs_pdf_paragraph (HsPdf *pdf, HsPdfText *text);
/* One item of a list. Neighbouring items form one list. @text (transfer full). */
void hs_pdf_item (HsPdf *pdf, HsPdfText *text);
/* Cards side by side, one for each text, on a tinted ground. @texts (transfer full each). */
void hs_pdf_cards (HsPdf *pdf, HsPdfText **texts, guint count);
/* White space of @points. */
void hs_pdf_space (HsPdf *pdf, double points);
/* What follows, up to a page of it, stays on one page with its neighbours while it is on. */
void hs_pdf_keep_together (HsPdf *pdf, gboolean on);

/* A table of @count columns whose widths relate as @weights. @headers NULL: no head; it then only
 * looks like a table, and each row is read aloud as one paragraph (label, value). Rows are added in
 * between; a table without rows leaves nothing. */
void hs_pdf_table_begin (HsPdf *pdf, const double *weights, guint count,
                         const char *const *headers);
/* @texts: as many as columns; a NULL is an empty cell (transfer full each). */
void hs_pdf_table_row (HsPdf *pdf, HsPdfText **texts);
void hs_pdf_table_end (HsPdf *pdf);

/* A box with a QR code of @content at the right (with @alternative as text for who cannot see it)
 * and @text at the left (transfer full). FALSE with HS_ERROR_INVALID when @content is too long. */
gboolean hs_pdf_qr_box (HsPdf *pdf, HsPdfText *text, const char *content, const char *alternative,
                        GError **error);

/* Lays out, cuts and draws. @n_pages (out, optional). Returns: (transfer full): the PDF file as
 * cairo makes it: no language yet and no attachments (see hs-pdf-finish.h); NULL with HS_ERROR_IO
 * when cairo fails. To be called once. */
GBytes *hs_pdf_draw (HsPdf *pdf, guint *n_pages, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPdf, hs_pdf_free)

G_END_DECLS
