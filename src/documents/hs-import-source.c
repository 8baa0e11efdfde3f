/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One face for CSV and JSON. */

#include "hs-import-source.h"

#include "hs-error.h"
#include "hs-import-json.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

const char hs_import_source_null[] = "null";
const char hs_import_source_wrong[] = "{…}";

struct _HsImportSource
{
  char *name;
  GPtrArray *columns; /* of char*, ends with NULL */
  guint header_line;

  HsCsvReader *reader; /* CSV */
  const HsCsvCell *row;
  int n_row;
  GString *bad;

  HsImportTable *table; /* JSON */
  guint index; /* of the next record */
  GArray *cells;
  GPtrArray *texts; /* that the cells point to */
  json_t *bad_rows;
};

void
hs_import_source_free (HsImportSource *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  hs_csv_reader_free (self->reader);
  if (self->bad != NULL)
    g_string_free (self->bad, TRUE);
  hs_import_table_free (self->table);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  json_decref (self->bad_rows);
  g_free (self);
}

/* Reads the whole of @path; the messages of GLib name the file already. */
static char *
read_file (const char *path, gsize *length, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, 0, NULL, &own);
  char *data = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      && (guint64) g_file_info_get_size (info) > HS_CSV_FILE_MOST)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, _ ("the file is larger than 1 GB"));
      return NULL;
    }
  if (info != NULL && g_file_load_contents (file, NULL, &data, length, NULL, &own))
    return data;
  g_set_error (error, HS_ERROR,
               g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? HS_ERROR_NOT_FOUND
                                                                       : HS_ERROR_IO,
               _ ("the file cannot be read: %s"), own->message);
  return NULL;
}

static gboolean
open_csv (HsImportSource *self, char *data, gsize length, HsCsvPlace *failed, GError **error)
{
  const HsCsvCell *cells;
  int n;

  self->reader = hs_csv_reader_new (data, length, failed, error);
  if (self->reader == NULL)
    return FALSE;
  n = hs_csv_reader_next (self->reader, &cells, error);
  *failed = hs_csv_reader_failed_at (self->reader);
  if (n < 0)
    return FALSE;
  if (n == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("the file is empty; its first line must name the columns"));
      return FALSE;
    }
  self->header_line = cells[0].line;
  for (int i = 0; i < n; i++)
    g_ptr_array_add (self->columns, g_strstrip (g_strdup (cells[i].text)));
  return TRUE;
}

static gboolean
open_json (HsImportSource *self, const char *data, gsize length, HsCsvPlace *failed, GError **error)
{
  self->table = hs_import_table_read (data, length, failed, error);
  if (self->table == NULL)
    return FALSE;
  if (self->table->columns->len == 0 && json_array_size (self->table->root) > 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, _ ("the JSON records are empty"));
      return FALSE;
    }
  self->header_line = 1;
  for (guint i = 0; i < self->table->columns->len; i++)
    g_ptr_array_add (self->columns, g_strdup (g_ptr_array_index (self->table->columns, i)));
  self->cells = g_array_new (FALSE, TRUE, sizeof (HsCsvCell));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  return TRUE;
}

HsImportSource *
hs_import_source_open (const char *path, HsCsvPlace *failed, GError **error)
{
  g_autoptr (HsImportSource) self = g_new0 (HsImportSource, 1);
  g_autofree char *data = NULL;
  const char *start;
  gboolean opened;
  gsize length = 0;

  self->name = g_path_get_basename (path);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  *failed = (HsCsvPlace){ 0 };
  data = read_file (path, &length, error);
  if (data == NULL)
    return NULL;
  start = g_str_has_prefix (data, "\357\273\277") ? data + 3 : data;
  while (g_ascii_isspace (*start))
    start++;
  if (*start == '[' || *start == '{')
    {
      start = g_str_has_prefix (data, "\357\273\277") ? data + 3 : data;
      opened = open_json (self, start, length - (gsize) (start - data), failed, error);
    }
  else
    opened = open_csv (self, g_steal_pointer (&data), length, failed, error);
  g_ptr_array_add (self->columns, NULL);
  return opened ? g_steal_pointer (&self) : NULL;
}

const char *
hs_import_source_name (const HsImportSource *self)
{
  return self->name;
}

const char *const *
hs_import_source_columns (const HsImportSource *self, guint *n)
{
  *n = self->columns->len - 1;
  return (const char *const *) self->columns->pdata;
}

guint
hs_import_source_header_line (const HsImportSource *self)
{
  return self->header_line;
}

gboolean
hs_import_source_is_stable (const HsImportSource *self)
{
  return self->table != NULL;
}

double
hs_import_source_fraction (const HsImportSource *self)
{
  if (self->reader != NULL)
    return hs_csv_reader_fraction (self->reader);
  return (double) self->index / MAX (1.0, (double) json_array_size (self->table->root));
}

/* The next object of the JSON list as cells. */
static int
next_object (HsImportSource *self, const HsCsvCell **cells, guint *line)
{
  const json_t *row = json_array_get (self->table->root, self->index);
  guint n = self->columns->len - 1;

  if (row == NULL)
    return 0;
  *line = g_array_index (self->table->lines, guint, self->index);
  self->index++;
  g_array_set_size (self->cells, n);
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < n; i++)
    {
      HsCsvCell *cell = &g_array_index (self->cells, HsCsvCell, i);
      const json_t *value = json_object_get (row, g_ptr_array_index (self->columns, i));
      char *text = NULL;

      *cell = (HsCsvCell){ .line = *line };
      if (json_is_null (value))
        cell->text = hs_import_source_null;
      else if (value != NULL && (text = hs_import_table_text (value)) == NULL)
        cell->text = hs_import_source_wrong;
      if (text == NULL)
        continue;
      g_ptr_array_add (self->texts, text);
      cell->text = text;
      cell->length = strlen (text);
    }
  *cells = (const HsCsvCell *) (gpointer) self->cells->data;
  return (int) n;
}

int
hs_import_source_next (HsImportSource *self, const HsCsvCell **cells, guint *line, GError **error)
{
  if (self->table != NULL)
    return next_object (self, cells, line);
  self->n_row = hs_csv_reader_next (self->reader, &self->row, error);
  if (self->n_row > 0)
    *line = self->row[0].line;
  *cells = self->row;
  return self->n_row;
}

HsCsvPlace
hs_import_source_failed_at (const HsImportSource *self)
{
  return self->reader != NULL ? hs_csv_reader_failed_at (self->reader) : (HsCsvPlace){ 0 };
}

static void
keep_bad_object (HsImportSource *self, const char *reason)
{
  json_t *row = json_copy (json_array_get (self->table->root, self->index - 1));

  json_object_set_new (row, "fouten", json_string (reason));
  if (self->bad_rows == NULL)
    self->bad_rows = json_array ();
  json_array_append_new (self->bad_rows, row);
}

void
hs_import_source_keep_bad (HsImportSource *self, const char *reason)
{
  g_autoptr (GPtrArray) row = NULL;
  char delimiter;

  if (self->table != NULL)
    {
      keep_bad_object (self, reason);
      return;
    }
  delimiter = hs_csv_reader_delimiter (self->reader);
  if (self->bad == NULL)
    {
      self->bad = g_string_new ("\357\273\277Fouten");
      g_string_append_c (self->bad, delimiter);
      hs_csv_append_row (self->bad, (const char *const *) self->columns->pdata,
                         self->columns->len - 1, delimiter);
    }
  row = g_ptr_array_new ();
  g_ptr_array_add (row, (gpointer) reason);
  for (int i = 0; i < self->n_row; i++)
    g_ptr_array_add (row, (gpointer) self->row[i].text);
  hs_csv_append_row (self->bad, (const char *const *) row->pdata, row->len, delimiter);
}

gboolean
hs_import_source_write_bad (HsImportSource *self, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) own = NULL;

  if (self->bad_rows != NULL)
    {
      char *dumped = json_dumps (self->bad_rows, JSON_INDENT (2));

      text = g_strdup (dumped);
      free (dumped);
    }
  else
    text = g_strdup (self->bad != NULL ? self->bad->str : "");
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &own))
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("the rows to mend cannot be written: %s"),
               own->message);
  return FALSE;
}
