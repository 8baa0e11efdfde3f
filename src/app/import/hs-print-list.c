/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list on paper. The rows are read first; then each page draws its own share of them. */

#include "hs-print-list.h"

#include "hs-dialogs.h"
#include "hs-present.h"

#include <glib/gi18n.h>

/* Points. */
#define ROW_HEIGHT 26.0
#define HEAD_HEIGHT 34.0

typedef struct
{
  HsListSpec *spec;
  GPtrArray *rows; /* of HsRowText */
  GtkWindow *parent;
  guint rows_a_page;
} Printing;

static void
row_free (gpointer text)
{
  hs_row_text_clear (text);
  g_free (text);
}

static void
printing_free (Printing *self)
{
  hs_list_spec_free (self->spec);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->parent);
  g_free (self);
}

/* ---- reading ---- */

static gpointer
read_job (HsStore *store, gpointer data, GError **error)
{
  const HsListSpec *spec = data;
  g_autoptr (HsQuery) query = hs_list_spec_query (spec);
  g_autoptr (GPtrArray) records = hs_store_find (store, query, error);
  GPtrArray *rows;

  if (records == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < records->len; i++)
    {
      HsRowText *text = g_new0 (HsRowText, 1);
      hs_present_row (store, g_ptr_array_index (records, i), text);
      g_ptr_array_add (rows, text);
    }
  return rows;
}

/* ---- drawing ---- */

static void
draw_text (GtkPrintContext *context, const char *text, const char *font, double x, double y,
           double width)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
}

static void
begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Printing *self)
{
  double room = gtk_print_context_get_height (context) - HEAD_HEIGHT;
  guint pages;

  self->rows_a_page = MAX (1, (guint) (room / ROW_HEIGHT));
  pages = (self->rows->len + self->rows_a_page - 1) / self->rows_a_page;
  gtk_print_operation_set_n_pages (operation, MAX (1, (int) pages));
}

static void
draw_row (GtkPrintContext *context, const HsRowText *row, double y)
{
  double width = gtk_print_context_get_width (context);

  draw_text (context, row->title, "Sans Bold 9", 0, y, width * 0.75);
  if (row->subtitle != NULL)
    draw_text (context, row->subtitle, "Sans 8", 0, y + 12, width * 0.75);
  if (row->badge != NULL)
    draw_text (context, row->badge, "Sans 8", width * 0.78, y, width * 0.22);
}

static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *self)
{
  guint first = (guint) page * self->rows_a_page;
  g_autofree char *head =
      g_strdup_printf (_ ("%s (%u), page %d"), hs_kind_plural (hs_kind (self->spec->kind)),
                       self->rows->len, page + 1);

  draw_text (context, head, "Sans Bold 12", 0, 0, gtk_print_context_get_width (context));
  for (guint i = first; i < MIN (first + self->rows_a_page, self->rows->len); i++)
    draw_row (context, g_ptr_array_index (self->rows, i), HEAD_HEIGHT + (i - first) * ROW_HEIGHT);
}

/* A test, that has no printer, names a folder: the pages go there as PDF. */
static GtkPrintOperationAction
action_of (GtkPrintOperation *operation)
{
  const char *folder = g_getenv ("HANDSLAG_TEST_FILES");
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, "lijst.pdf", NULL);

  if (path == NULL)
    return GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  gtk_print_operation_set_export_filename (operation, path);
  return GTK_PRINT_OPERATION_ACTION_EXPORT;
}

static void
print (Printing *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, hs_kind_plural (hs_kind (self->spec->kind)));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), self);
  gtk_print_operation_run (operation, action_of (operation), self->parent, &error);
  if (error != NULL)
    hs_dialog_tell (self->parent, _ ("Printing does not work"), error->message);
}

static void
rows_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *self = user_data;
  g_autoptr (GError) error = NULL;

  self->rows = hs_context_run_finish (HS_CONTEXT (source), result, &error);
  if (self->rows == NULL)
    {
      self->rows = g_ptr_array_new ();
      hs_dialog_tell (self->parent, _ ("Printing does not work"), error->message);
    }
  else
    print (self);
  printing_free (self);
}

void
hs_print_list (GtkWindow *parent, HsContext *context, const HsListSpec *spec)
{
  Printing *self = g_new0 (Printing, 1);

  self->spec = hs_list_spec_copy (spec);
  g_set_object (&self->parent, parent);
  hs_context_run (context, read_job, hs_list_spec_copy (spec), (GDestroyNotify) hs_list_spec_free,
                  (GDestroyNotify) g_ptr_array_unref, NULL, rows_read, self);
}
