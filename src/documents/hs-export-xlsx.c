/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook with one sheet: header row frozen and filtered, cells with types, text as text:
 * nothing in it can be a formula. Rows are written to disk as they come. */

#include "hs-export-private.h"

#include "hs-date.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <xlsxwriter.h>

/* Rows of a sheet and characters of a cell in the format (ECMA-376; Excel's limits). */
#define ROWS_MOST 1048576
#define CELL_MOST 32767
/* Days from 1899-12-30, where Excel's count starts, to 1970-01-01; right from March 1900 on. */
#define EXCEL_EPOCH 25569
#define EXCEL_FIRST_SURE 61
/* Widths of columns, in characters. */
#define WIDTH_LEAST 8
#define WIDTH_MOST 48

struct _HsExportSheet
{
  const HsKind *kind;
  HsReferences *references;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *head;
  lxw_format *date;
  lxw_format *hours;
  lxw_format *euros;
  lxw_format *text;
  lxw_row_t row;
  guint *widths;
  char *path;
};

static lxw_format *
number_format (lxw_workbook *workbook, const char *pattern)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, pattern);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

/* The name of the sheet, at most 31 characters. (transfer full) */
static char *
sheet_name (const HsKind *kind)
{
  const char *plural = hs_kind_plural (kind);
  g_autofree char *name = g_utf8_substring (plural, 0, MIN (31, g_utf8_strlen (plural, -1)));

  return g_strdelimit (g_steal_pointer (&name), "[]:*?/\\'", ' ');
}

static void
note_width (HsExportSheet *self, lxw_col_t column, const char *text)
{
  guint length = (guint) g_utf8_strlen (text, -1) + 2;

  self->widths[column] = CLAMP (length, self->widths[column], WIDTH_MOST);
}

static void
write_text (HsExportSheet *self, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (*text == '\0')
    return;
  note_width (self, column, text);
  if (g_utf8_strlen (text, -1) > CELL_MOST)
    cut = g_utf8_substring (text, 0, CELL_MOST);
  worksheet_write_string (self->sheet, self->row, column, cut != NULL ? cut : text, format);
}

static void
write_header (HsExportSheet *self)
{
  lxw_col_t column = 0;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (hs_export_is_column (self->kind, i))
      write_text (self, column++, hs_field_label (self->kind, i), self->head);
  write_text (self, column, "uid", self->head);
  worksheet_freeze_panes (self->sheet, 1, 0);
  self->row = 1;
}

HsExportSheet *
hs_export_sheet_new (const char *path, const HsKind *kind, HsReferences *references, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = NULL };
  HsExportSheet *self = g_new0 (HsExportSheet, 1);
  g_autofree char *name = sheet_name (kind);

  self->kind = kind;
  self->references = references;
  self->path = g_strdup (path);
  self->widths = g_new0 (guint, kind->n_fields + 1);
  for (guint i = 0; i <= kind->n_fields; i++)
    self->widths[i] = WIDTH_LEAST;
  self->workbook = workbook_new_opt (path, &options);
  self->sheet = self->workbook != NULL ? workbook_add_worksheet (self->workbook, name) : NULL;
  if (self->sheet == NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("the workbook cannot be made"));
      if (self->workbook != NULL)
        workbook_close (self->workbook);
      g_free (self->path);
      g_free (self->widths);
      g_free (self);
      return NULL;
    }
  self->head = workbook_add_format (self->workbook);
  format_set_bold (self->head);
  format_set_text_wrap (self->head);
  self->date = number_format (self->workbook, "[$-413]dd-mm-yyyy");
  self->hours = number_format (self->workbook, "0.00");
  self->euros = number_format (self->workbook, "#,##0.00");
  self->text = number_format (self->workbook, "@");
  write_header (self);
  return self;
}

/* A number where the reader of a spreadsheet counts with it, text for everything else. */
static void
write_value (HsExportSheet *self, const HsRecord *record, guint field, lxw_col_t column)
{
  gint64 value;
  g_autofree char *text = NULL;

  if (!hs_record_has (record, field))
    return;
  text = hs_export_cell (self->references, record, field);
  note_width (self, column, text);
  switch (self->kind->fields[field].type)
    {
    case HS_TYPE_INTEGER:
      value = hs_record_int (record, field);
      worksheet_write_number (self->sheet, self->row, column, (double) value, NULL);
      break;
    case HS_TYPE_MINUTES:
      value = hs_record_int (record, field);
      /* Four decimals tell minutes apart, and are read back as they are. */
      worksheet_write_number (self->sheet, self->row, column,
                              round ((double) value / 60 * 10000) / 10000, self->hours);
      break;
    case HS_TYPE_CENTS:
      value = hs_record_int (record, field);
      worksheet_write_number (self->sheet, self->row, column, (double) value / 100, self->euros);
      break;
    case HS_TYPE_DATE:
      value = hs_record_int (record, field) + EXCEL_EPOCH;
      if (value >= EXCEL_FIRST_SURE)
        worksheet_write_number (self->sheet, self->row, column, (double) value, self->date);
      else
        write_text (self, column, text, self->text);
      break;
    default:
      write_text (self, column, text, self->text);
    }
}

gboolean
hs_export_sheet_add (HsExportSheet *self, const HsRecord *record, GError **error)
{
  lxw_col_t column = 0;

  if (self->row >= ROWS_MOST)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("a workbook cannot hold more than 1,048,576 rows"));
      return FALSE;
    }
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (hs_export_is_column (self->kind, i))
      write_value (self, record, i, column++);
  write_text (self, column, hs_record_uid (record), self->text);
  self->row++;
  return TRUE;
}

gboolean
hs_export_sheet_close (HsExportSheet *self, GError **error)
{
  lxw_col_t n = 0;
  lxw_error result;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (hs_export_is_column (self->kind, i))
      n++;
  for (lxw_col_t i = 0; i <= n; i++)
    worksheet_set_column (self->sheet, i, i, self->widths[i], NULL);
  worksheet_autofilter (self->sheet, 0, 0, MAX (1, self->row) - 1, n);
  result = workbook_close (self->workbook);
  if (result != LXW_NO_ERROR)
    g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("%s cannot be written: %s"), self->path,
                 lxw_strerror (result));
  g_free (self->path);
  g_free (self->widths);
  g_free (self);
  return result == LXW_NO_ERROR;
}
