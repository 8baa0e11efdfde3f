/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page machine share. Lengths are points (1/72 inch), y grows downwards. */
#pragma once

#include <pango/pangocairo.h>

#include "hs-pdf.h"

#define HS_PDF_PAGE_WIDTH 595.276 /* A4, ISO 216 */
#define HS_PDF_PAGE_HEIGHT 841.890
#define HS_PDF_MARGIN 48.0
#define HS_PDF_TOP 54.0
#define HS_PDF_BOTTOM 54.0
#define HS_PDF_CARD_PAD 9.0
#define HS_PDF_QR_SIZE 76.0
#define HS_PDF_WIDTH (HS_PDF_PAGE_WIDTH - 2 * HS_PDF_MARGIN)

typedef struct
{
  double red, green, blue;
} HsPdfColour;

extern const HsPdfColour hs_pdf_ink;
extern const HsPdfColour hs_pdf_grey;
extern const HsPdfColour hs_pdf_accent;
extern const HsPdfColour hs_pdf_tint;
extern const HsPdfColour hs_pdf_rule;

/* One line of a laid out text; positions are relative to the text's top left. */
typedef struct
{
  PangoLayoutLine *line; /* owned by the layout */
  double x, baseline, top, bottom;
} HsPdfLine;

typedef struct
{
  PangoLayout *layout; /* NULL for an empty text; may be shared with other cells */
  GArray *lines; /* of HsPdfLine */
  double x, width; /* of the text on the page */
  double height;
  const char *tag; /* structure type, or NULL for decoration */
  char *uri; /* or NULL */
} HsPdfCell;

typedef struct _HsPdfRow HsPdfRow;

/* What stands beside each other. A paragraph is a row of one cell. */
struct _HsPdfRow
{
  GPtrArray *cells; /* of HsPdfCell */
  GPtrArray *opens; /* structure types that begin before this row (static strings) */
  guint closes; /* how many end after it */
  const char *tag; /* around the cells ("TR"), or NULL */
  double before; /* white space above, not at the top of a page */
  double pad_top; /* inside the row's ground */
  double pad_bottom;
  double content; /* height of the highest cell */
  const HsPdfColour *fill;
  const HsPdfColour *below; /* rule under the row */
  gboolean cards; /* the fill is per cell */
  gboolean keep; /* stays with the next row */
  gboolean whole; /* is never split */
  int head; /* index of the row to repeat on a new page, or -1 */
  char *outline; /* title in the outline, or NULL */
  guint outline_level;
  GBytes *qr; /* modules, width × width bytes, or NULL */
  guint qr_width;
  char *qr_alternative;
};

/* A part of a row on a page: the lines of which the bottom is in (@from, @to]. */
typedef struct
{
  guint row;
  guint page; /* from 0 */
  double y; /* top, after the white space */
  double height;
  double from, to;
  gboolean first, last; /* slice of its row */
  gboolean repeated; /* the head of a table once more */
} HsPdfSlice;

struct _HsPdf
{
  HsPdfInfo info; /* own copies */
  PangoContext *context;
  GHashTable *layouts; /* of texts that were laid out before */
  GPtrArray *rows;
  GArray *slices;
  guint pages;
  GPtrArray *pending; /* structure types to open before the next row */
  /* the table that is being made */
  double *widths; /* NULL outside a table */
  guint columns;
  int head;
  gboolean head_named;
  guint first_row;
  gboolean in_list;
  gboolean together;
};

struct _HsPdfText
{
  GString *string;
  PangoAttrList *attributes;
  HsPdfStyle first;
  guint parts; /* how often was added to it */
  char *uri;
};

/* hs-pdf-text.c: lays out @text for @width; frees it. */
HsPdfCell *hs_pdf_cell_new (HsPdf *pdf, HsPdfText *text, double x, double width, const char *tag);
void hs_pdf_cell_free (HsPdfCell *cell);
/* Where the first line stands, from the top; and all lines moved down by @points. */
double hs_pdf_cell_get_baseline (const HsPdfCell *cell);
void hs_pdf_cell_move_down (HsPdfCell *cell, double points);
const PangoFontDescription *hs_pdf_style_font (HsPdfStyle style);
PangoContext *hs_pdf_context_new (void);

/* hs-pdf-cut.c: fills pdf->slices and pdf->pages. */
void hs_pdf_cut (HsPdf *pdf);
double hs_pdf_row_height (const HsPdfRow *row);
