/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the cut pages with cairo as tagged PDF: reading order is the order of the rows; what only
 * decorates (rules, grounds, repeated heads, heads and feet of pages) has no tag. */

#include "hs-pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

#include "hs-error.h"

#define QR_QUIET 4 /* modules of white around it, ISO/IEC 18004 */

typedef struct
{
  HsPdf *pdf;
  cairo_t *cairo;
  cairo_surface_t *surface;
  int outline[3]; /* the open entry of each level */
} Artist;

static void
set_colour (cairo_t *cairo, const HsPdfColour *colour)
{
  cairo_set_source_rgb (cairo, colour->red, colour->green, colour->blue);
}

static void
fill (cairo_t *cairo, const HsPdfColour *colour, double x, double y, double width, double height)
{
  set_colour (cairo, colour);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_fill (cairo);
}

/* ---- heads and feet ---- */

/* One line of decoration; @right puts its end at @x. */
static void
draw_small (Artist *artist, const char *string, double x, double baseline, gboolean right)
{
  HsPdfCell *cell = hs_pdf_cell_new (artist->pdf, hs_pdf_text_new_of (HS_PDF_SMALL, string), 0,
                                     HS_PDF_WIDTH * 0.8, NULL);
  PangoRectangle logical;

  if (cell->lines->len == 0)
    {
      hs_pdf_cell_free (cell);
      return;
    }
  const HsPdfLine *line = &g_array_index (cell->lines, HsPdfLine, 0);
  pango_layout_line_get_extents (line->line, NULL, &logical);
  if (right)
    x -= (double) logical.width / PANGO_SCALE;
  set_colour (artist->cairo, &hs_pdf_grey);
  cairo_move_to (artist->cairo, x, baseline);
  pango_cairo_show_layout_line (artist->cairo, line->line);
  hs_pdf_cell_free (cell);
}

static void
draw_watermark (Artist *artist)
{
  cairo_t *cairo = artist->cairo;
  PangoLayout *layout = pango_layout_new (artist->pdf->context);
  PangoFontDescription *font = pango_font_description_copy (hs_pdf_style_font (HS_PDF_TITLE));
  int width, height;

  pango_font_description_set_absolute_size (font, 120 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, artist->pdf->info.watermark, -1);
  pango_layout_get_size (layout, &width, &height);
  cairo_save (cairo);
  cairo_translate (cairo, HS_PDF_PAGE_WIDTH / 2, HS_PDF_PAGE_HEIGHT / 2);
  cairo_rotate (cairo, -atan2 (HS_PDF_PAGE_HEIGHT, HS_PDF_PAGE_WIDTH));
  cairo_set_source_rgb (cairo, 0.945, 0.950, 0.955);
  cairo_move_to (cairo, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  pango_cairo_layout_path (cairo, layout); /* a shape: who reads the text aloud needs no letters */
  cairo_fill (cairo);
  cairo_restore (cairo);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
draw_page_frame (Artist *artist, guint page)
{
  const HsPdf *pdf = artist->pdf;
  double right = HS_PDF_MARGIN + HS_PDF_WIDTH;
  double foot = HS_PDF_PAGE_HEIGHT - 34;
  /* Translators: the number of this page and of all pages, at the foot of a printed page. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, pdf->pages);

  if (pdf->info.watermark != NULL)
    draw_watermark (artist);
  if (page == 0)
    fill (artist->cairo, &hs_pdf_accent, 0, 0, HS_PDF_PAGE_WIDTH, 7);
  else if (pdf->info.running != NULL)
    draw_small (artist, pdf->info.running, HS_PDF_MARGIN, 38, FALSE);
  fill (artist->cairo, &hs_pdf_rule, HS_PDF_MARGIN, foot - 13, HS_PDF_WIDTH, 0.6);
  if (pdf->info.foot != NULL)
    draw_small (artist, pdf->info.foot, HS_PDF_MARGIN, foot, FALSE);
  draw_small (artist, number, right, foot, TRUE);
}

/* ---- rows ---- */

/* Adds the ground of a row to the path when it has this colour. */
static void
add_ground (cairo_t *cairo, const HsPdfColour *colour, const HsPdfRow *row, const HsPdfSlice *slice)
{
  if (row->fill != colour)
    return;
  if (!row->cards)
    {
      cairo_rectangle (cairo, HS_PDF_MARGIN, slice->y, HS_PDF_WIDTH, slice->height);
      return;
    }
  for (guint i = 0; i < row->cells->len; i++)
    {
      const HsPdfCell *cell = g_ptr_array_index (row->cells, i);
      cairo_rectangle (cairo, cell->x - HS_PDF_CARD_PAD, slice->y,
                       cell->width + 2 * HS_PDF_CARD_PAD, slice->height);
    }
}

/* Adds the rules of a row to the path that have this colour: under it, and over cards. */
static void
add_rules (cairo_t *cairo, const HsPdfColour *colour, const HsPdfRow *row, const HsPdfSlice *slice)
{
  double bottom = slice->y + slice->height;
  gboolean thin = row->tag != NULL;

  if (row->below == colour)
    cairo_rectangle (cairo, HS_PDF_MARGIN, bottom - (thin ? 0.3 : 0), HS_PDF_WIDTH,
                     thin ? 0.5 : 0.9);
  for (guint i = 0; row->cards && colour == &hs_pdf_accent && i < row->cells->len; i++)
    {
      const HsPdfCell *cell = g_ptr_array_index (row->cells, i);
      cairo_rectangle (cairo, cell->x - HS_PDF_CARD_PAD, slice->y,
                       cell->width + 2 * HS_PDF_CARD_PAD, 1.4);
    }
}

/* All grounds and rules of a page, one path a colour: for cairo every path is a page to look
 * through. @first: the first slice of the page. */
static void
draw_grounds (Artist *artist, guint first)
{
  const HsPdfColour *const colours[] = { &hs_pdf_tint, &hs_pdf_rule, &hs_pdf_accent };
  const GArray *slices = artist->pdf->slices;
  guint page = g_array_index (slices, HsPdfSlice, first).page;

  for (guint c = 0; c < G_N_ELEMENTS (colours); c++)
    {
      for (guint i = first; i < slices->len; i++)
        {
          const HsPdfSlice *slice = &g_array_index (slices, HsPdfSlice, i);
          const HsPdfRow *row = g_ptr_array_index (artist->pdf->rows, slice->row);
          if (slice->page != page)
            break;
          add_ground (artist->cairo, colours[c], row, slice);
          add_rules (artist->cairo, colours[c], row, slice);
        }
      set_colour (artist->cairo, colours[c]);
      cairo_fill (artist->cairo);
    }
}

static void
draw_lines (Artist *artist, const HsPdfCell *cell, const HsPdfSlice *slice, double top)
{
  double origin = slice->from < 0 ? 0 : -1; /* a later part begins with its own first line */

  set_colour (artist->cairo, &hs_pdf_ink);
  for (guint i = 0; i < cell->lines->len; i++)
    {
      const HsPdfLine *line = &g_array_index (cell->lines, HsPdfLine, i);
      if (line->bottom <= slice->from || line->bottom > slice->to)
        continue;
      if (origin < 0)
        origin = line->top;
      cairo_move_to (artist->cairo, cell->x + line->x, top + line->baseline - origin);
      pango_cairo_show_layout_line (artist->cairo, line->line);
    }
}

static void
draw_cell (Artist *artist, const HsPdfCell *cell, const HsPdfSlice *slice, double top)
{
  gboolean tagged = cell->tag != NULL && !slice->repeated;

  if (tagged)
    cairo_tag_begin (artist->cairo, cell->tag, NULL);
  if (cell->uri != NULL && !slice->repeated)
    {
      g_autofree char *attributes = g_strdup_printf ("uri='%s'", cell->uri);
      cairo_tag_begin (artist->cairo, CAIRO_TAG_LINK, attributes);
    }
  draw_lines (artist, cell, slice, top);
  if (cell->uri != NULL && !slice->repeated)
    cairo_tag_end (artist->cairo, CAIRO_TAG_LINK);
  if (tagged)
    cairo_tag_end (artist->cairo, cell->tag);
}

/* One line of the code as one dashed stroke as thick as a module. */
static void
stroke_qr_line (cairo_t *cairo, const guint8 *modules, guint width, double x, double y, double size)
{
  double dashes[256]; /* dark, light, dark, light …; a code is 177 modules wide at most */
  int count = 0;
  guint first = 0;

  while (first < width && !(modules[first] & 1))
    first++;
  for (guint i = first; i < width;)
    {
      guint start = i;
      while (i < width && (modules[i] & 1) == (modules[start] & 1))
        i++;
      dashes[count++] = (i - start) * size;
    }
  if (count == 0)
    return;
  if (count % 2 == 1)
    dashes[count++] = size; /* past the end of the line */
  cairo_set_dash (cairo, dashes, count, 0);
  cairo_move_to (cairo, x + first * size, y);
  cairo_line_to (cairo, x + width * size, y);
  cairo_stroke (cairo);
}

/* The code as vectors. Dashed lines, because what costs most is the numbers of a path: a dash is
 * one, a square is eight. */
static void
draw_qr (Artist *artist, const HsPdfRow *row, const HsPdfSlice *slice)
{
  cairo_t *cairo = artist->cairo;
  const guint8 *modules = g_bytes_get_data (row->qr, NULL);
  double x = HS_PDF_MARGIN + HS_PDF_WIDTH - HS_PDF_CARD_PAD - HS_PDF_QR_SIZE;
  double y = slice->y + row->pad_top;
  double size = HS_PDF_QR_SIZE / (row->qr_width + 2 * QR_QUIET);

  cairo_tag_begin (cairo, "Figure", NULL);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_rectangle (cairo, x, y, HS_PDF_QR_SIZE, HS_PDF_QR_SIZE);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_set_line_width (cairo, size);
  for (guint i = 0; i < row->qr_width; i++)
    stroke_qr_line (cairo, modules + i * row->qr_width, row->qr_width, x + QR_QUIET * size,
                    y + (QR_QUIET + i + 0.5) * size, size);
  cairo_set_dash (cairo, NULL, 0, 0);
  cairo_tag_end (cairo, "Figure");
}

static void
add_outline (Artist *artist, const HsPdfRow *row, const HsPdfSlice *slice)
{
  guint level = CLAMP (row->outline_level, 1, 2);
  g_autofree char *where =
      g_strdup_printf ("page=%u pos=[%d %d]", slice->page + 1, (int) HS_PDF_MARGIN, (int) slice->y);
  int parent = level == 1 ? CAIRO_PDF_OUTLINE_ROOT : artist->outline[1];

  artist->outline[level] = cairo_pdf_surface_add_outline (artist->surface, parent, row->outline,
                                                          where, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
draw_slice (Artist *artist, const HsPdfSlice *slice)
{
  const HsPdfRow *row = g_ptr_array_index (artist->pdf->rows, slice->row);
  gboolean tagged = !slice->repeated;

  if (tagged && slice->first)
    for (guint i = 0; i < row->opens->len; i++)
      cairo_tag_begin (artist->cairo, g_ptr_array_index (row->opens, i), NULL);
  if (tagged && slice->first && row->outline != NULL)
    add_outline (artist, row, slice);
  if (tagged && row->tag != NULL)
    cairo_tag_begin (artist->cairo, row->tag, NULL);
  for (guint i = 0; i < row->cells->len; i++)
    draw_cell (artist, g_ptr_array_index (row->cells, i), slice, slice->y + row->pad_top);
  if (row->qr != NULL)
    draw_qr (artist, row, slice);
  if (tagged && row->tag != NULL)
    cairo_tag_end (artist->cairo, row->tag);
}

/* Ends the structure elements that end after this row. */
static void
close_tags (Artist *artist, GPtrArray *open, const HsPdfSlice *slice)
{
  const HsPdfRow *row = g_ptr_array_index (artist->pdf->rows, slice->row);

  if (slice->repeated)
    return;
  if (slice->first)
    for (guint i = 0; i < row->opens->len; i++)
      g_ptr_array_add (open, g_ptr_array_index (row->opens, i));
  if (slice->last)
    for (guint i = 0; i < row->closes && open->len > 0; i++)
      cairo_tag_end (artist->cairo, g_ptr_array_steal_index (open, open->len - 1));
}

static void
draw_pages (Artist *artist)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint page = 0;

  cairo_tag_begin (artist->cairo, "Document", NULL);
  draw_page_frame (artist, 0);
  if (artist->pdf->slices->len > 0)
    draw_grounds (artist, 0);
  for (guint i = 0; i < artist->pdf->slices->len; i++)
    {
      const HsPdfSlice *slice = &g_array_index (artist->pdf->slices, HsPdfSlice, i);
      if (slice->page != page)
        {
          cairo_show_page (artist->cairo);
          page = slice->page;
          draw_page_frame (artist, page);
          draw_grounds (artist, i);
        }
      draw_slice (artist, slice);
      close_tags (artist, open, slice);
    }
  while (open->len > 0)
    cairo_tag_end (artist->cairo, g_ptr_array_steal_index (open, open->len - 1));
  cairo_tag_end (artist->cairo, "Document");
  cairo_show_page (artist->cairo);
}

/* ---- the file ---- */

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int size)
{
  g_byte_array_append (closure, data, size);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (Artist *artist)
{
  const HsPdfInfo *info = &artist->pdf->info;
  cairo_surface_t *surface = artist->surface;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Handslag " HS_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, info->date);
}

GBytes *
hs_pdf_draw (HsPdf *pdf, guint *n_pages, GError **error)
{
  GByteArray *out = g_byte_array_new ();
  Artist artist = { .pdf = pdf };

  artist.surface =
      cairo_pdf_surface_create_for_stream (write_bytes, out, HS_PDF_PAGE_WIDTH, HS_PDF_PAGE_HEIGHT);
  artist.cairo = cairo_create (artist.surface);
  hs_pdf_cut (pdf);
  set_metadata (&artist);
  draw_pages (&artist);
  cairo_status_t status = cairo_status (artist.cairo);
  cairo_destroy (artist.cairo);
  cairo_surface_finish (artist.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (artist.surface);
  cairo_surface_destroy (artist.surface);
  if (n_pages != NULL)
    *n_pages = pdf->pages;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("the pages cannot be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}
