/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages a second: finished contracts (cut into pages, tables, tags, outline, attachments, signed
 * record) against bare pango pages: the same texts in the same fonts and places, laid out and shown
 * one by one on a plain cairo PDF, and nothing else. The two take turns, so that a busy machine
 * slows both; the middle of the ratios counts. */

#include "hs-contract-fixture.h"

#include <cairo-pdf.h>
#include <libintl.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <time.h>

#include "hs-contract-private.h"
#include "hs-pdf-private.h"

#define ROUNDS 9
#define DOCUMENTS 8

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int size)
{
  *(gsize *) closure += size;
  return CAIRO_STATUS_SUCCESS;
}

/* One text of a contract: what pango needs to know of it. */
typedef struct
{
  guint page;
  double x, y, width;
  char *text;
  PangoAttrList *attributes;
  PangoFontDescription *font;
} Text;

static void
add_text (GArray *texts, guint page, double x, double y, const HsPdfCell *cell)
{
  Text text = {
    .page = page,
    .x = x,
    .y = y,
    .width = cell->width,
    .text = g_strdup (pango_layout_get_text (cell->layout)),
    .attributes = pango_attr_list_copy (pango_layout_get_attributes (cell->layout)),
    .font = pango_font_description_copy (pango_layout_get_font_description (cell->layout)),
  };

  g_array_append_val (texts, text);
}

/* The texts at the head and foot of every page. */
static void
add_frame (HsPdf *pdf, GArray *texts, guint page)
{
  const char *strings[] = { pdf->info.running, pdf->info.foot, "Bladzijde 1 van 4" };

  for (guint i = page == 0; i < G_N_ELEMENTS (strings); i++)
    {
      HsPdfCell *cell =
          hs_pdf_cell_new (pdf, hs_pdf_text_new_of (HS_PDF_SMALL, strings[i]), 0, 200, NULL);
      add_text (texts, page, HS_PDF_MARGIN + 100 * i, 40, cell);
      hs_pdf_cell_free (cell);
    }
}

/* All texts of the laid out contract with their places. */
static GArray *
collect_texts (HsPdf *pdf)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (Text));

  hs_pdf_cut (pdf);
  for (guint i = 0; i < pdf->slices->len; i++)
    {
      const HsPdfSlice *slice = &g_array_index (pdf->slices, HsPdfSlice, i);
      const HsPdfRow *row = g_ptr_array_index (pdf->rows, slice->row);
      if (i == 0 || slice[-1].page != slice->page)
        add_frame (pdf, texts, slice->page);
      for (guint j = 0; j < row->cells->len; j++)
        {
          const HsPdfCell *cell = g_ptr_array_index (row->cells, j);
          if (cell->layout == NULL)
            continue;
          add_text (texts, slice->page, cell->x, slice->y + row->pad_top, cell);
        }
    }
  return texts;
}

static void
draw_text (cairo_t *cairo, PangoContext *context, const Text *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, text->font);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
  pango_layout_set_text (layout, text->text, -1);
  cairo_move_to (cairo, text->x, text->y);
  pango_cairo_show_layout (cairo, layout);
  g_object_unref (layout);
}

static gsize
draw_bare (GArray *texts)
{
  gsize size = 0;
  guint page = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      count_bytes, &size, HS_PDF_PAGE_WIDTH, HS_PDF_PAGE_HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  PangoContext *context = hs_pdf_context_new ();

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      if (text->page != page)
        cairo_show_page (cairo);
      page = text->page;
      draw_text (cairo, context, text);
    }
  cairo_show_page (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return size;
}

/* In processor time: what other programs do at the same time does not count. */
static double
pages_a_second (clock_t start, guint pages)
{
  return pages * DOCUMENTS / ((double) (clock () - start) / CLOCKS_PER_SEC);
}

static int
compare_ratios (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;
  return difference < 0 ? -1 : difference > 0;
}

int
main (int argc, char **argv)
{
  double ratios[ROUNDS];

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HS_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  json_t *agreement = fixture_agreement ();
  g_autofree char *canonical = hs_contract_canonical_text (agreement);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autoptr (HsKey) key = fixture_key (9);
  HsContractOptions options = {
    .content_hash = hash, .sheet = FIXTURE_SHEET, .now = FIXTURE_NOW, .key = key
  };
  g_autoptr (HsPdf) pdf = hs_contract_lay_out (agreement, &options, hash, NULL);
  GArray *texts = collect_texts (pdf);
  guint count = pdf->pages;
  draw_bare (texts);
  for (guint round = 0; round < ROUNDS; round++)
    {
      clock_t start = clock ();
      for (guint i = 0; i < DOCUMENTS; i++)
        draw_bare (texts);
      double bare = pages_a_second (start, count);
      start = clock ();
      for (guint i = 0; i < DOCUMENTS; i++)
        g_bytes_unref (hs_contract_render (agreement, &options, NULL, NULL));
      double own = pages_a_second (start, count);
      ratios[round] = own / bare;
      g_print ("contract %.0f pages/s, bare pango %.0f pages/s, ratio %.2f\n", own, bare,
               own / bare);
    }
  qsort (ratios, ROUNDS, sizeof *ratios, compare_ratios);
  g_print ("pdf ratio %.2f (goal 0.70)\n", ratios[ROUNDS / 2]);
  json_decref (agreement);
  return 0;
}
