/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles, and texts laid out in lines. */

#include "hs-pdf-private.h"

#include <string.h>

#define FAMILY "Cantarell,DejaVu Sans"
#define FAMILY_MONO "DejaVu Sans Mono"
#define LINE_GAP 0.9 /* between the lines of a text */

const HsPdfColour hs_pdf_ink = { 0.110, 0.145, 0.180 };
const HsPdfColour hs_pdf_grey = { 0.330, 0.380, 0.420 };
const HsPdfColour hs_pdf_accent = { 0.035, 0.345, 0.400 };
const HsPdfColour hs_pdf_tint = { 0.925, 0.955, 0.957 };
const HsPdfColour hs_pdf_rule = { 0.790, 0.845, 0.855 };

static const struct
{
  const char *family;
  double size;
  PangoWeight weight;
  const HsPdfColour *colour;
} styles[HS_PDF_STYLES] = {
  [HS_PDF_BODY] = { FAMILY, 9.0, PANGO_WEIGHT_NORMAL, &hs_pdf_ink },
  [HS_PDF_STRONG] = { FAMILY, 9.0, PANGO_WEIGHT_BOLD, &hs_pdf_ink },
  [HS_PDF_SMALL] = { FAMILY, 8.0, PANGO_WEIGHT_NORMAL, &hs_pdf_grey },
  [HS_PDF_LABEL] = { FAMILY, 8.0, PANGO_WEIGHT_BOLD, &hs_pdf_accent },
  [HS_PDF_TITLE] = { FAMILY, 25, PANGO_WEIGHT_ULTRABOLD, &hs_pdf_ink },
  [HS_PDF_LEAD] = { FAMILY, 11.5, PANGO_WEIGHT_NORMAL, &hs_pdf_grey },
  [HS_PDF_HEADING_1] = { FAMILY, 14, PANGO_WEIGHT_BOLD, &hs_pdf_accent },
  [HS_PDF_HEADING_2] = { FAMILY, 10.6, PANGO_WEIGHT_BOLD, &hs_pdf_ink },
  [HS_PDF_HEADING_3] = { FAMILY, 9.2, PANGO_WEIGHT_BOLD, &hs_pdf_accent },
  [HS_PDF_MONO] = { FAMILY_MONO, 7.6, PANGO_WEIGHT_NORMAL, &hs_pdf_ink },
  [HS_PDF_MONO_LARGE] = { FAMILY_MONO, 15, PANGO_WEIGHT_NORMAL, &hs_pdf_ink },
};

const PangoFontDescription *
hs_pdf_style_font (HsPdfStyle style)
{
  static PangoFontDescription *fonts[HS_PDF_STYLES];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < HS_PDF_STYLES; i++)
        {
          fonts[i] = pango_font_description_new ();
          pango_font_description_set_family_static (fonts[i], styles[i].family);
          pango_font_description_set_weight (fonts[i], styles[i].weight);
          pango_font_description_set_absolute_size (fonts[i], styles[i].size * PANGO_SCALE);
        }
      g_once_init_leave (&made, 1);
    }
  return fonts[style];
}

PangoContext *
hs_pdf_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("nl"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

/* ---- texts ---- */

HsPdfText *
hs_pdf_text_new (void)
{
  HsPdfText *text = g_new0 (HsPdfText, 1);

  text->string = g_string_new (NULL);
  text->first = HS_PDF_BODY;
  return text;
}

HsPdfText *
hs_pdf_text_new_of (HsPdfStyle style, const char *string)
{
  HsPdfText *text = hs_pdf_text_new ();

  hs_pdf_text_add (text, style, string);
  return text;
}

void
hs_pdf_text_free (HsPdfText *text)
{
  if (text == NULL)
    return;
  g_string_free (text->string, TRUE);
  g_clear_pointer (&text->attributes, pango_attr_list_unref);
  g_free (text->uri);
  g_free (text);
}

/* Marks that turn the direction of writing, and controls: nothing that a reader can see. */
static gboolean
deceives (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static void
append_clean (GString *out, const char *string)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (string, -1, NULL))
    string = valid = g_utf8_make_valid (string, -1);
  for (const char *c = string; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar value = g_utf8_get_char (c);
      if (value == '\t')
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, deceives (value) ? 0xfffd : value);
    }
}

static void
insert_attribute (HsPdfText *text, PangoAttribute *attribute, gsize start)
{
  if (text->attributes == NULL)
    text->attributes = pango_attr_list_new ();
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) text->string->len;
  pango_attr_list_insert (text->attributes, attribute);
}

void
hs_pdf_text_add (HsPdfText *text, HsPdfStyle style, const char *string)
{
  gsize start = text->string->len;

  if (string == NULL || *string == '\0')
    return;
  if (start == 0)
    text->first = style;
  text->parts++;
  append_clean (text->string, string);
  if (style != text->first)
    insert_attribute (text, pango_attr_font_desc_new (hs_pdf_style_font (style)), start);
  const HsPdfColour *colour = styles[style].colour;
  if (colour != &hs_pdf_ink)
    insert_attribute (text,
                      pango_attr_foreground_new ((guint16) (colour->red * 65535),
                                                 (guint16) (colour->green * 65535),
                                                 (guint16) (colour->blue * 65535)),
                      start);
}

void
hs_pdf_text_add_line (HsPdfText *text, HsPdfStyle style, const char *string)
{
  if (string == NULL || *string == '\0')
    return;
  if (text->string->len > 0)
    g_string_append (text->string, " \n"); /* the blank is for who copies or listens */
  hs_pdf_text_add (text, style, string);
}

/* Characters that may stand in an address here: RFC 3986 without the quote, which would end
 * cairo's attribute, and without anything that is not ASCII. */
static gboolean
is_plain_address (const char *uri)
{
  if (!g_str_has_prefix (uri, "https://") && !g_str_has_prefix (uri, "http://"))
    return FALSE;
  for (const char *c = uri; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-._~:/?#[]@!$&()*+,;=%", *c) == NULL)
      return FALSE;
  return strlen (uri) < 2000;
}

void
hs_pdf_text_set_uri (HsPdfText *text, const char *uri)
{
  if (uri == NULL || !is_plain_address (uri))
    return;
  g_free (text->uri);
  text->uri = g_strdup (uri);
}

gboolean
hs_pdf_text_is_empty (const HsPdfText *text)
{
  return text == NULL || text->string->len == 0;
}

/* ---- lines ---- */

/* Texts of the program itself (labels and headings) are the same in every document, so each thread
 * lays them out once; what people wrote is never kept after its document. */
#define OWN_TEXTS_MOST 1000

static void
own_texts_free (gpointer table)
{
  g_hash_table_unref (table);
}

static GHashTable *
own_texts (void)
{
  static GPrivate private_table = G_PRIVATE_INIT (own_texts_free);
  GHashTable *table = g_private_get (&private_table);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_private_set (&private_table, table);
    }
  if (g_hash_table_size (table) > OWN_TEXTS_MOST)
    g_hash_table_remove_all (table);
  return table;
}

/* Where a text of one style is looked for before it is laid out: it may stand in many places. */
static GHashTable *
layouts_for (HsPdf *pdf, HsPdfStyle style)
{
  gboolean own = style == HS_PDF_LABEL || style == HS_PDF_HEADING_1 || style == HS_PDF_HEADING_3;

  return own ? own_texts () : pdf->layouts;
}

static PangoLayout *
new_layout (HsPdf *pdf, HsPdfText *text, double width)
{
  PangoLayout *layout = pango_layout_new (pdf->context);

  if (text->attributes == NULL)
    text->attributes = pango_attr_list_new ();
  /* Without ligatures what is copied or searched is what was typed; no hyphens that nobody typed.
   */
  pango_attr_list_insert (text->attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_attr_list_insert (text->attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_font_description (layout, hs_pdf_style_font (text->first));
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_spacing (layout, (int) (LINE_GAP * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text->string->str, (int) text->string->len);
  return layout;
}

static PangoLayout *
find_layout (HsPdf *pdf, HsPdfText *text, double width)
{
  GHashTable *layouts = layouts_for (pdf, text->first);
  char *key;

  if (text->parts != 1)
    return new_layout (pdf, text, width);
  key = g_strdup_printf ("%d %d %s", text->first, (int) (width * PANGO_SCALE), text->string->str);
  PangoLayout *layout = g_hash_table_lookup (layouts, key);
  if (layout != NULL)
    {
      g_free (key);
      return g_object_ref (layout);
    }
  layout = new_layout (pdf, text, width);
  g_hash_table_insert (layouts, key, g_object_ref (layout));
  return layout;
}

static void
collect_lines (HsPdfCell *cell)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      PangoRectangle logical;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      HsPdfLine line = {
        .line = pango_layout_iter_get_line_readonly (iter),
        .x = (double) logical.x / PANGO_SCALE,
        .baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE,
        .top = (double) logical.y / PANGO_SCALE,
        .bottom = (double) (logical.y + logical.height) / PANGO_SCALE,
      };
      g_array_append_val (cell->lines, line);
      cell->height = MAX (cell->height, line.bottom);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

HsPdfCell *
hs_pdf_cell_new (HsPdf *pdf, HsPdfText *text, double x, double width, const char *tag)
{
  HsPdfCell *cell = g_new0 (HsPdfCell, 1);

  cell->x = x;
  cell->width = width;
  cell->tag = tag;
  cell->lines = g_array_new (FALSE, FALSE, sizeof (HsPdfLine));
  if (!hs_pdf_text_is_empty (text))
    {
      cell->uri = g_steal_pointer (&text->uri);
      cell->layout = find_layout (pdf, text, width);
      collect_lines (cell);
    }
  hs_pdf_text_free (text);
  return cell;
}

double
hs_pdf_cell_get_baseline (const HsPdfCell *cell)
{
  return cell->lines->len > 0 ? g_array_index (cell->lines, HsPdfLine, 0).baseline : 0;
}

void
hs_pdf_cell_move_down (HsPdfCell *cell, double points)
{
  for (guint i = 0; i < cell->lines->len; i++)
    {
      HsPdfLine *line = &g_array_index (cell->lines, HsPdfLine, i);
      line->top += points;
      line->bottom += points;
      line->baseline += points;
    }
  cell->height += points;
}

void
hs_pdf_cell_free (HsPdfCell *cell)
{
  g_array_unref (cell->lines);
  g_clear_object (&cell->layout);
  g_free (cell->uri);
  g_free (cell);
}
