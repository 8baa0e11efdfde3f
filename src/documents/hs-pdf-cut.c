/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts the rows into pages. Rules: a heading stays with the first lines of what follows; a table's
 * head is repeated; two lines at least on either side of a cut; a row higher than a page is cut
 * wherever it must. */

#include "hs-pdf-private.h"

#define FOOT (HS_PDF_PAGE_HEIGHT - HS_PDF_BOTTOM)
#define MIN_LINES 2u

typedef struct
{
  HsPdf *pdf;
  guint page;
  double y;
} Cutter;

double
hs_pdf_row_height (const HsPdfRow *row)
{
  return row->pad_top + row->content + row->pad_bottom;
}

static HsPdfRow *
row_at (const HsPdf *pdf, guint index)
{
  return g_ptr_array_index (pdf->rows, index);
}

/* The cell with the most lines: it decides where a row can be cut. */
static const HsPdfCell *
longest_cell (const HsPdfRow *row)
{
  const HsPdfCell *longest = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const HsPdfCell *cell = g_ptr_array_index (row->cells, i);
      if (longest == NULL || cell->height > longest->height)
        longest = cell;
    }
  return longest;
}

static double
line_bottom (const HsPdfCell *cell, guint index)
{
  return g_array_index (cell->lines, HsPdfLine, index).bottom;
}

static gboolean
can_split (const HsPdfRow *row)
{
  const HsPdfCell *cell = longest_cell (row);

  return !row->whole && row->qr == NULL && cell != NULL && cell->lines->len >= 2 * MIN_LINES;
}

/* The least height with which a row can begin on a page. */
static double
least_height (const HsPdfRow *row)
{
  if (!can_split (row))
    return hs_pdf_row_height (row);
  return row->pad_top + line_bottom (longest_cell (row), MIN_LINES - 1) + row->pad_bottom;
}

/* What must fit from row @index on: the row, or a heading with what it stays with. */
static double
needed (const HsPdf *pdf, guint index)
{
  double sum = 0;

  for (; index < pdf->rows->len; index++)
    {
      const HsPdfRow *row = row_at (pdf, index);
      sum += row->before;
      if (!row->keep || index + 1 == pdf->rows->len)
        return sum + least_height (row);
      sum += hs_pdf_row_height (row);
    }
  return sum;
}

static void
add_slice (Cutter *cutter, guint index, double from, double to, double height, gboolean repeated)
{
  const HsPdfRow *row = row_at (cutter->pdf, index);
  HsPdfSlice slice = {
    .row = index,
    .page = cutter->page,
    .y = cutter->y,
    .height = height,
    .from = from,
    .to = to,
    .first = from < 0,
    .last = to >= row->content,
    .repeated = repeated,
  };

  g_array_append_val (cutter->pdf->slices, slice);
  cutter->y += height;
}

/* Starts a page; when row @index belongs to a table its head comes first. */
static void
new_page (Cutter *cutter, guint index)
{
  const HsPdfRow *row = row_at (cutter->pdf, index);

  cutter->page++;
  cutter->y = HS_PDF_TOP;
  if (row->head >= 0 && (guint) row->head != index)
    {
      const HsPdfRow *head = row_at (cutter->pdf, (guint) row->head);
      add_slice (cutter, (guint) row->head, -1, G_MAXDOUBLE, hs_pdf_row_height (head), TRUE);
    }
}

/* How far the lines after @from may go when there are @room points for them: the bottom of a line
 * of the longest cell, or a negative number when too few lines fit. */
static double
cut_at (const HsPdfRow *row, double from, double room, gboolean at_top)
{
  const HsPdfCell *cell = longest_cell (row);
  guint fits = 0, left = 0;
  guint first = 0;
  double start = MAX (from, 0);

  for (guint i = 0; i < cell->lines->len; i++)
    {
      double bottom = line_bottom (cell, i);
      if (bottom <= start)
        first = i + 1;
      else if (bottom - start <= room)
        fits++;
      else
        left++;
    }
  if (left > 0 && left < MIN_LINES && fits > MIN_LINES)
    fits--;
  if (at_top)
    fits = MAX (fits, 1);
  if (fits < MIN_LINES && !at_top)
    return -1;
  return line_bottom (cell, first + fits - 1);
}

/* The height of the lines of @row with their bottom in (@from, @to]. */
static double
height_between (const HsPdfRow *row, double from, double to)
{
  double height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const HsPdfCell *cell = g_ptr_array_index (row->cells, i);
      double top = -1, bottom = 0;
      for (guint j = 0; j < cell->lines->len; j++)
        {
          const HsPdfLine *line = &g_array_index (cell->lines, HsPdfLine, j);
          if (line->bottom <= from || line->bottom > to)
            continue;
          if (top < 0)
            top = line->top;
          bottom = line->bottom;
        }
      if (top >= 0)
        height = MAX (height, bottom - top);
    }
  return height;
}

/* Puts down a row that does not fit on this page as a whole. */
static void
place_in_parts (Cutter *cutter, guint index)
{
  const HsPdfRow *row = row_at (cutter->pdf, index);
  double from = -1;

  while (TRUE)
    {
      double room = FOOT - cutter->y - row->pad_top - row->pad_bottom;
      double rest = height_between (row, from, G_MAXDOUBLE);
      gboolean at_top = cutter->y < HS_PDF_TOP + 60;
      double to = rest <= room ? G_MAXDOUBLE : cut_at (row, from, room, at_top);
      if (to > 0)
        {
          double height = row->pad_top + height_between (row, from, to) + row->pad_bottom;
          add_slice (cutter, index, from, to, height, FALSE);
        }
      if (to == G_MAXDOUBLE || (to > 0 && to >= longest_cell (row)->height))
        return;
      from = to > 0 ? to : from;
      new_page (cutter, index);
    }
}

static void
place (Cutter *cutter, guint index)
{
  const HsPdfRow *row = row_at (cutter->pdf, index);
  double height = hs_pdf_row_height (row);
  double before = cutter->y <= HS_PDF_TOP ? 0 : row->before;
  double all = FOOT - HS_PDF_TOP;
  double need = needed (cutter->pdf, index);

  if (cutter->y > HS_PDF_TOP && cutter->y + need > FOOT && need <= all)
    {
      new_page (cutter, index);
      before = 0;
    }
  cutter->y += before;
  if (cutter->y + height <= FOOT || row->cells->len == 0 || row->qr != NULL)
    add_slice (cutter, index, -1, G_MAXDOUBLE, height, FALSE);
  else
    place_in_parts (cutter, index);
}

void
hs_pdf_cut (HsPdf *pdf)
{
  Cutter cutter = { pdf, 0, HS_PDF_TOP };

  g_array_set_size (pdf->slices, 0);
  for (guint i = 0; i < pdf->rows->len; i++)
    place (&cutter, i);
  pdf->pages = cutter.page + 1;
}
