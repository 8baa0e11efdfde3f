/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer form as PDF: one page that can also be printed and filled in with a pen, and over it
 * an interactive form (PDF 1.7, 12.7 "AcroForm") that any viewer can fill in. The page is cairo's,
 * the form libqpdf's. */

#include "hs-reply-private.h"

#include "hs-error.h"
#include "hs-qpdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <string.h>

/* A4 in points. */
#define WIDTH 595.0
#define HEIGHT 842.0
#define MARGIN 46.0
#define INSIDE (WIDTH - 2 * MARGIN)
#define FAMILY "Cantarell,DejaVu Sans"

typedef enum
{
  BOX_LINE,
  BOX_LINES,
  BOX_TICK,
  BOX_HIDDEN,
} BoxKind;

/* A field on the page; y goes down, as cairo has it. */
typedef struct
{
  BoxKind kind;
  char *name;
  char *tooltip;
  char *value; /* text, or "" and HS_REPLY_ON for a tick */
  double x, y, width, height;
} Box;

typedef struct
{
  const HsReply *answer;
  cairo_t *cairo;
  GArray *boxes;
  double y;
} Page;

static void
box_clear (Box *box)
{
  g_free (box->name);
  g_free (box->tooltip);
  g_free (box->value);
}

/* ---- the page ---- */

/* Writes @text at @x, @y in a column of @width; returns its height. */
static double
write_text (Page *self, double x, double y, double width, double size, gboolean bold,
            const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (self->cairo);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, layout);
  return height / (double) PANGO_SCALE;
}

/* A paragraph at the left margin. */
static void
add_text (Page *self, double size, gboolean bold, const char *text)
{
  self->y += write_text (self, MARGIN, self->y, INSIDE, size, bold, text) + 3;
}

static void
begin_tag (Page *self, const char *tag)
{
  cairo_tag_begin (self->cairo, tag, NULL);
}

static void
end_tag (Page *self, const char *tag)
{
  cairo_tag_end (self->cairo, tag);
}

/* Draws the box, so that a pen finds it too, and notes the field. @tooltip is what a screen reader
 * says. */
static void
add_box (Page *self, BoxKind kind, const char *name, const char *tooltip, const char *value,
         double x, double y, double width, double height)
{
  Box box = {
    kind,  g_strdup (name), g_strdup (tooltip), g_strdup (value != NULL ? value : ""), x, y,
    width, height
  };

  if (kind != BOX_HIDDEN)
    {
      cairo_rectangle (self->cairo, x, y, width, height);
      cairo_set_source_rgb (self->cairo, 0.965, 0.98, 0.976);
      cairo_fill_preserve (self->cairo);
      cairo_set_source_rgb (self->cairo, 0.35, 0.45, 0.44);
      cairo_set_line_width (self->cairo, 0.8);
      cairo_stroke (self->cairo);
      cairo_set_source_rgb (self->cairo, 0.1, 0.1, 0.1);
    }
  g_array_append_val (self->boxes, box);
}

static void
add_tick (Page *self, const char *name, const char *label, const char *tooltip, gboolean ticked,
          double x, double y, double width)
{
  add_box (self, BOX_TICK, name, tooltip, ticked ? HS_REPLY_ON : "", x, y, 13, 13);
  write_text (self, x + 18, y, width, 9.5, FALSE, label);
}

static void
add_line (Page *self, const char *name, const char *label, const char *value, double x,
          double width)
{
  write_text (self, x, self->y, width, 8.5, TRUE, label);
  add_box (self, BOX_LINE, name, label, value, x, self->y + 12, width, 19);
}

static void
add_theme (Page *self, guint theme)
{
  const HsReply *answer = self->answer;
  const char *title = hs_choice_label (HS_CHOICES_THEME, theme);
  g_autofree char *heading = g_strdup_printf ("%u. %s", theme + 1, title);
  g_autofree char *discussed = g_strdup_printf (HS_REPLY_FIELD_DISCUSSED, theme + 1);
  g_autofree char *agreed = g_strdup_printf (HS_REPLY_FIELD_AGREED, theme + 1);
  g_autofree char *remark = g_strdup_printf (HS_REPLY_FIELD_THEME_REMARK, theme + 1);
  g_autofree char *say_discussed = g_strdup_printf (
      "%s: %s", title, hs_choice_label (HS_CHOICES_THEME_STATUS, HS_THEME_STATUS_DISCUSSED));
  g_autofree char *say_agreed = g_strdup_printf (
      "%s: %s", title, hs_choice_label (HS_CHOICES_THEME_STATUS, HS_THEME_STATUS_AGREED));
  g_autofree char *say_remark = g_strdup_printf (_ ("%s: remark"), title);

  begin_tag (self, "H2");
  write_text (self, MARGIN, self->y, INSIDE - 180, 11, TRUE, heading);
  end_tag (self, "H2");
  begin_tag (self, "P");
  add_tick (self, discussed, hs_choice_label (HS_CHOICES_THEME_STATUS, HS_THEME_STATUS_DISCUSSED),
            say_discussed, answer->discussed[theme], WIDTH - MARGIN - 170, self->y, 80);
  add_tick (self, agreed, hs_choice_label (HS_CHOICES_THEME_STATUS, HS_THEME_STATUS_AGREED),
            say_agreed, answer->agreed[theme], WIDTH - MARGIN - 75, self->y, 60);
  end_tag (self, "P");
  add_box (self, BOX_LINES, remark, say_remark, answer->remarks[theme], MARGIN, self->y + 18,
           INSIDE, 66);
  self->y += 95;
}

static void
add_head (Page *self)
{
  const HsReply *answer = self->answer;
  g_autofree char *about = g_strdup_printf (
      "%s%s%s%s%s%s%s", answer->number, answer->student != NULL ? " · " : "",
      answer->student != NULL ? answer->student : "", answer->host != NULL ? " · " : "",
      answer->host != NULL ? answer->host : "", answer->period != NULL ? " · " : "",
      answer->period != NULL ? answer->period : "");

  self->y = 34;
  begin_tag (self, "H1");
  add_text (self, 19, TRUE, _ ("Answer form"));
  end_tag (self, "H1");
  begin_tag (self, "P");
  add_text (self, 10, TRUE, about);
  add_text (self, 9.5, FALSE,
            _ ("Read the agreement first. Then fill in this form, save it and send it back. On "
               "paper is fine too."));
  end_tag (self, "P");
  self->y += 4;
  begin_tag (self, "P");
  add_line (self, HS_REPLY_FIELD_NAME, _ ("Name"), answer->name, MARGIN, 240);
  add_line (self, HS_REPLY_FIELD_FUNCTION, _ ("Function"), answer->function, MARGIN + 252,
            INSIDE - 252);
  end_tag (self, "P");
  self->y += 42;
}

static void
add_end (Page *self)
{
  const HsReply *answer = self->answer;
  g_autofree char *date = answer->date == HS_DAY_NONE ? NULL : hs_day_format (answer->date);
  g_autofree char *code = g_strdup_printf (_ ("Content code: %s"), answer->hash);

  begin_tag (self, "P");
  write_text (self, MARGIN, self->y, INSIDE, 11, TRUE, _ ("Anything else?"));
  add_box (self, BOX_LINES, HS_REPLY_FIELD_REMARK, _ ("Remark in general"), answer->remark, MARGIN,
           self->y + 18, INSIDE, 60);
  self->y += 90;
  add_tick (self, HS_REPLY_FIELD_SIGNS, _ ("I sign for this content as it is."),
            _ ("I sign for this content as it is."), answer->signs, MARGIN, self->y, 300);
  self->y += 22;
  add_line (self, HS_REPLY_FIELD_DATE, _ ("Date"), date, MARGIN, 110);
  write_text (self, MARGIN + 122, self->y, 200, 8.5, TRUE, _ ("Signature, on paper"));
  cairo_rectangle (self->cairo, MARGIN + 122, self->y + 12, INSIDE - 122, 46);
  cairo_set_line_width (self->cairo, 0.8);
  cairo_stroke (self->cairo);
  self->y += 64;
  add_text (self, 7, FALSE, code);
  end_tag (self, "P");
}

static void
add_hidden (Page *self)
{
  const HsReply *answer = self->answer;
  const char *const fields[][2] = {
    { HS_REPLY_FIELD_VERSION, HS_REPLY_VERSION },
    { HS_REPLY_FIELD_AGREEMENT, answer->agreement },
    { HS_REPLY_FIELD_NUMBER, answer->number },
    { HS_REPLY_FIELD_SHEET, answer->sheet },
    { HS_REPLY_FIELD_HASH, answer->hash },
    { HS_REPLY_FIELD_ROLE, hs_choice_code (HS_CHOICES_SIGNER, answer->role) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_box (self, BOX_HIDDEN, fields[i][0], fields[i][0], fields[i][1], 0, 0, 1, 1);
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The page without a form, and where the fields are. */
static GBytes *
draw (const HsReply *answer, GArray *boxes)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, out, WIDTH, HEIGHT);
  Page page = { answer, cairo_create (surface), boxes, 0 };

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Answer form"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Handslag");
  cairo_set_source_rgb (page.cairo, 0.1, 0.1, 0.1);
  begin_tag (&page, "Document");
  add_head (&page);
  for (guint i = 0; i < HS_REPLY_THEMES; i++)
    add_theme (&page, i);
  add_end (&page);
  end_tag (&page, "Document");
  add_hidden (&page);
  cairo_destroy (page.cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (out);
}

/* ---- the form ---- */

static qpdf_oh parse (HsQpdf *pdf, const char *format, ...) G_GNUC_PRINTF (2, 3);

static qpdf_oh
parse (HsQpdf *pdf, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return qpdf_oh_parse (pdf, text);
}

/* A picture of a ticked box, or of an empty one. */
static qpdf_oh
appearance (HsQpdf *pdf, gboolean on)
{
  static const char tick[] = "q 0.05 0.38 0.35 RG 1.6 w 1 J 2.5 6.5 m 5.3 3.2 l 10.5 10 l S Q\n";
  const char *content = on ? tick : "q Q\n";
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);

  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/XObject"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
  qpdf_oh_replace_key (pdf, dictionary, "/BBox", qpdf_oh_parse (pdf, "[0 0 13 13]"));
  qpdf_oh_replace_stream_data (pdf, stream, (const unsigned char *) content, strlen (content),
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  return stream;
}

static void
set_appearance (HsQpdf *pdf, qpdf_oh field, const char *value)
{
  gboolean on = strcmp (value, HS_REPLY_ON) == 0;
  qpdf_oh normal = qpdf_oh_new_dictionary (pdf), all = qpdf_oh_new_dictionary (pdf);
  qpdf_oh state = qpdf_oh_new_name (pdf, on ? "/" HS_REPLY_ON : "/Off");

  qpdf_oh_replace_key (pdf, normal, "/" HS_REPLY_ON, appearance (pdf, TRUE));
  qpdf_oh_replace_key (pdf, normal, "/Off", appearance (pdf, FALSE));
  qpdf_oh_replace_key (pdf, all, "/N", normal);
  qpdf_oh_replace_key (pdf, field, "/AP", all);
  qpdf_oh_replace_key (pdf, field, "/AS", state);
  qpdf_oh_replace_key (pdf, field, "/V", state);
}

/* Whole points: the decimal comma of a locale would damage the file. */
static qpdf_oh
rectangle (HsQpdf *pdf, const Box *box)
{
  int left = (int) (box->x + 0.5), top = (int) (HEIGHT - box->y + 0.5);

  return parse (pdf, "[%d %d %d %d]", left, top - (int) box->height, left + (int) box->width, top);
}

/* One object is both the field and its widget (12.5.6.19). */
static qpdf_oh
make_field (HsQpdf *pdf, qpdf_oh page, const Box *box)
{
  qpdf_oh field = qpdf_oh_parse (pdf, "<< /Type /Annot /Subtype /Widget >>");
  gboolean tick = box->kind == BOX_TICK;
  /* Ff 1: read only; 4096: more lines. F 4: printed; 2: hidden. */
  int flags = box->kind == BOX_HIDDEN ? 1 : box->kind == BOX_LINES ? 4096 : 0;

  qpdf_oh_replace_key (pdf, field, "/FT", qpdf_oh_new_name (pdf, tick ? "/Btn" : "/Tx"));
  qpdf_oh_replace_key (pdf, field, "/T", qpdf_oh_new_unicode_string (pdf, box->name));
  qpdf_oh_replace_key (pdf, field, "/TU", qpdf_oh_new_unicode_string (pdf, box->tooltip));
  qpdf_oh_replace_key (pdf, field, "/Ff", qpdf_oh_new_integer (pdf, flags));
  qpdf_oh_replace_key (pdf, field, "/F",
                       qpdf_oh_new_integer (pdf, box->kind == BOX_HIDDEN ? 2 : 4));
  qpdf_oh_replace_key (pdf, field, "/Rect", rectangle (pdf, box));
  qpdf_oh_replace_key (pdf, field, "/P", page);
  if (tick)
    set_appearance (pdf, field, box->value);
  else
    {
      qpdf_oh_replace_key (pdf, field, "/V", qpdf_oh_new_unicode_string (pdf, box->value));
      qpdf_oh_replace_key (pdf, field, "/DA", qpdf_oh_new_string (pdf, "/Helv 10 Tf 0 g"));
    }
  return qpdf_make_indirect_object (pdf, field);
}

static void
add_form (HsQpdf *pdf, const GArray *boxes)
{
  qpdf_oh root = qpdf_get_root (pdf), page = qpdf_get_page_n (pdf, 0);
  qpdf_oh fields = qpdf_oh_new_array (pdf), annotations = qpdf_oh_new_array (pdf);
  qpdf_oh form = qpdf_oh_parse (
      pdf, "<< /NeedAppearances true /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv << /Type /Font "
           "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>");

  for (guint i = 0; i < boxes->len; i++)
    {
      qpdf_oh field = make_field (pdf, page, &g_array_index (boxes, Box, i));

      qpdf_oh_append_item (pdf, fields, field);
      qpdf_oh_append_item (pdf, annotations, field);
    }
  qpdf_oh_replace_key (pdf, form, "/Fields", fields);
  qpdf_oh_replace_key (pdf, page, "/Annots", annotations);
  qpdf_oh_replace_key (pdf, page, "/Tabs", qpdf_oh_new_name (pdf, "/R"));
  qpdf_oh_replace_key (pdf, root, "/AcroForm", qpdf_make_indirect_object (pdf, form));
  qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_string (pdf, "nl-NL"));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences",
                       qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}

static GBytes *
write_file (HsQpdf *pdf, GError **error)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_object_stream_mode (pdf, qpdf_o_disable);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_write (pdf);
  if (!hs_qpdf_check (pdf, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

GBytes *
hs_reply_to_pdf (const HsReply *self, GError **error)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GBytes) page = NULL;
  g_autoptr (HsQpdf) pdf = NULL;

  g_array_set_clear_func (boxes, (GDestroyNotify) box_clear);
  page = draw (self, boxes);
  pdf = hs_qpdf_open (page, error);
  if (pdf == NULL)
    return NULL;
  add_form (pdf, boxes);
  return write_file (pdf, error);
}
