/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records are written one by one, so that a region of them needs no memory; the file is written
 * beside its place and moved there when it is whole. */

#include "hs-export-private.h"

#include "hs-csv.h"
#include "hs-date.h"
#include "hs-error.h"
#include "hs-import-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <string.h>

/* Text is handed to the file in pieces of this size. */
#define PIECE (64 * 1024)
/* Progress is told every so many records. */
#define TELL_EVERY 500

typedef struct
{
  const HsKind *kind;
  const HsExportOptions *options;
  HsReferences *references;
  GFileOutputStream *stream;
  GString *text;
  HsExportSheet *sheet;
  guint n;
  guint total;
  GError *error;
} Export;

gboolean
hs_export_is_column (const HsKind *kind, guint field)
{
  return (kind->fields[field].flags & HS_FIELD_HIDDEN) == 0;
}

char *
hs_export_cell (HsReferences *references, const HsRecord *record, guint field)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  g_autofree char *text = NULL;

  if (!hs_record_has (record, field))
    return g_strdup ("");
  switch (description->type)
    {
    case HS_TYPE_REF:
      text = hs_references_text (references, description->target, hs_record_int (record, field));
      return hs_import_text_escape (text);
    case HS_TYPE_TEXT:
    case HS_TYPE_LONG_TEXT:
      return hs_import_text_escape (hs_record_text (record, field));
    case HS_TYPE_TIME:
      /* To the second, which the form for people does not have. */
      return hs_record_format_stable (record, field);
    default:
      return hs_record_format (record, field);
    }
}

/* Hands what was collected to the file. */
static gboolean
flush (Export *self, gsize at_least)
{
  if (self->text->len < at_least)
    return TRUE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (self->stream), self->text->str, self->text->len,
                                  NULL, self->options->cancellable, &self->error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

static void
append_csv_header (Export *self)
{
  g_string_append (self->text, "\357\273\277");
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (hs_export_is_column (self->kind, i))
      {
        hs_csv_append_cell (self->text, hs_field_label (self->kind, i), ';');
        g_string_append_c (self->text, ';');
      }
  g_string_append (self->text, "uid\r\n");
}

static void
append_csv_row (Export *self, const HsRecord *record)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (hs_export_is_column (self->kind, i))
      {
        g_autofree char *cell = hs_export_cell (self->references, record, i);

        hs_csv_append_cell (self->text, cell, ';');
        g_string_append_c (self->text, ';');
      }
  hs_csv_append_cell (self->text, hs_record_uid (record), ';');
  g_string_append (self->text, "\r\n");
}

/* A set as a list of its codes. */
static json_t *
set_value (const HsField *field, gint64 bits)
{
  json_t *list = json_array ();

  for (guint i = 0; i < hs_field_n_choices (field); i++)
    if (bits >> i & 1)
      json_array_append_new (list, json_string (hs_choice_code (field->choices, i)));
  return list;
}

static json_t *
json_value (HsReferences *references, const HsRecord *record, guint field)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  g_autofree char *text = NULL;

  switch (description->type)
    {
    case HS_TYPE_INTEGER:
    case HS_TYPE_MINUTES:
    case HS_TYPE_CENTS:
    case HS_TYPE_MICRO:
      return json_integer (hs_record_int (record, field));
    case HS_TYPE_BOOLEAN:
      return json_boolean (hs_record_int (record, field) != 0);
    case HS_TYPE_SET:
      return set_value (description, hs_record_int (record, field));
    case HS_TYPE_REF:
      text = hs_references_uid (references, description->target, hs_record_int (record, field));
      return json_string (text);
    default:
      text = hs_record_format_stable (record, field);
      return json_string (text);
    }
}

static void
append_json_row (Export *self, const HsRecord *record)
{
  json_t *object = json_object ();
  char *text;

  json_object_set_new (object, "uid", json_string (hs_record_uid (record)));
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (hs_record_has (record, i))
      json_object_set_new (object, self->kind->fields[i].name,
                           json_value (self->references, record, i));
  text = json_dumps (object, JSON_COMPACT);
  g_string_append (self->text, self->n > 0 ? ",\n" : "[\n");
  g_string_append (self->text, text);
  free (text);
  json_decref (object);
}

static gboolean
tell (Export *self)
{
  if (self->n % TELL_EVERY != 0)
    return TRUE;
  if (self->options->progress != NULL)
    self->options->progress (self->n, self->total, self->options->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->options->cancellable, &self->error);
}

static gboolean
write_record (HsRecord *record, gpointer user_data)
{
  Export *self = user_data;
  gboolean written = TRUE;

  if (!tell (self))
    return FALSE;
  if (self->sheet != NULL)
    written = hs_export_sheet_add (self->sheet, record, &self->error);
  else if (self->options->format == HS_EXPORT_JSON)
    append_json_row (self, record);
  else
    append_csv_row (self, record);
  self->n++;
  return written && (self->sheet != NULL || flush (self, PIECE));
}

static void
write_error (const GError *own, const char *path, GError **error)
{
  if (own->domain == HS_ERROR || g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (own));
      return;
    }
  g_set_error (error, HS_ERROR,
               g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? HS_ERROR_FULL : HS_ERROR_IO,
               _ ("%s cannot be written: %s"), path, own->message);
}

/* Writes every record between what comes before and behind them. */
static gboolean
write_all (Export *self, HsStore *store, HsQuery *query)
{
  gboolean is_json = self->options->format == HS_EXPORT_JSON;

  if (self->sheet == NULL && !is_json)
    append_csv_header (self);
  if (!hs_store_for_each (store, query, write_record, self,
                          self->error == NULL ? &self->error : NULL)
      || self->error != NULL)
    return FALSE;
  if (is_json)
    g_string_append (self->text, self->n > 0 ? "\n]\n" : "[]\n");
  return self->sheet != NULL || flush (self, 0);
}

/* CSV and JSON: a new file that takes the place of @path when it is whole. */
static gboolean
export_text (Export *self, HsStore *store, HsQuery *query, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) give_up = g_cancellable_new ();

  self->stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                 self->options->cancellable, &self->error);
  if (self->stream == NULL)
    return FALSE;
  self->text = g_string_sized_new (PIECE + PIECE / 4);
  if (!write_all (self, store, query))
    {
      /* Closing a replacement with a cancelled cancellable leaves the old file in its place. */
      g_cancellable_cancel (give_up);
      g_output_stream_close (G_OUTPUT_STREAM (self->stream), give_up, NULL);
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (self->stream), NULL, &self->error);
}

/* XLSX: the library writes a file of its own, which is moved into place. */
static gboolean
export_sheet (Export *self, HsStore *store, HsQuery *query, const char *path)
{
  g_autofree char *beside = g_strconcat (path, ".deel", NULL);
  gboolean written;

  self->sheet = hs_export_sheet_new (beside, self->kind, self->references, &self->error);
  if (self->sheet == NULL)
    return FALSE;
  written = write_all (self, store, query);
  if (!hs_export_sheet_close (self->sheet, written ? &self->error : NULL))
    written = FALSE;
  if (written && g_rename (beside, path) == 0)
    return TRUE;
  if (written)
    g_set_error (&self->error, HS_ERROR, HS_ERROR_IO, "%s", g_strerror (errno));
  g_unlink (beside);
  return FALSE;
}

gboolean
hs_export_file (HsStore *store, HsKindId kind, const char *path, const HsExportOptions *options,
                guint *n, GError **error)
{
  static const HsExportOptions none = { 0 };
  g_autoptr (HsReferences) references = hs_references_new (store);
  g_autoptr (HsQuery) all = hs_query_new (kind);
  Export self = { .kind = hs_kind (kind), .references = references };
  HsQuery *query;
  gboolean done;

  self.options = options != NULL ? options : &none;
  query = self.options->query != NULL ? self.options->query : all;
  if (self.options->progress != NULL)
    self.total = (guint) MAX (0, hs_store_count (store, query, NULL));
  done = self.options->format == HS_EXPORT_XLSX ? export_sheet (&self, store, query, path)
                                                : export_text (&self, store, query, path);
  if (!done && self.error != NULL)
    write_error (self.error, path, error);
  g_clear_error (&self.error);
  g_clear_object (&self.stream);
  if (self.text != NULL)
    g_string_free (self.text, TRUE);
  if (n != NULL)
    *n = self.n;
  return done;
}

HsExportFormat
hs_export_format_of (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    return HS_EXPORT_XLSX;
  return g_str_has_suffix (lower, ".json") ? HS_EXPORT_JSON : HS_EXPORT_CSV;
}

const char *
hs_export_type_name (HsType type)
{
  static const char *const names[] = {
    [HS_TYPE_TEXT] = "text",     [HS_TYPE_LONG_TEXT] = "text", [HS_TYPE_INTEGER] = "number",
    [HS_TYPE_MINUTES] = "hours", [HS_TYPE_CENTS] = "euros",    [HS_TYPE_MICRO] = "degrees",
    [HS_TYPE_DATE] = "date",     [HS_TYPE_TIME] = "moment",    [HS_TYPE_BOOLEAN] = "yes-no",
    [HS_TYPE_CHOICE] = "choice", [HS_TYPE_SET] = "set",        [HS_TYPE_REF] = "reference",
  };

  return names[type];
}

/* Code and label of every choice. */
static json_t *
choices_value (const HsField *field)
{
  json_t *list = json_array ();

  for (guint i = 0; i < hs_field_n_choices (field); i++)
    json_array_append_new (list,
                           json_pack ("{s:s, s:s}", "code", hs_choice_code (field->choices, i),
                                      "label", hs_choice_label (field->choices, i)));
  return list;
}

char *
hs_export_columns (HsKindId kind)
{
  const HsKind *description = hs_kind (kind);
  json_t *list = json_array ();
  char *dumped;
  char *text;

  for (guint i = 0; i < description->n_fields; i++)
    {
      const HsField *field = &description->fields[i];
      json_t *object = json_pack (
          "{s:s, s:s, s:s, s:b, s:b, s:b}", "name", field->name, "label",
          hs_field_label (description, i), "type", hs_export_type_name (field->type), "needed",
          (field->flags & HS_FIELD_NEED) != 0, "key", (field->flags & HS_FIELD_KEY) != 0, "hidden",
          (field->flags & HS_FIELD_HIDDEN) != 0);

      if (field->type == HS_TYPE_CHOICE || field->type == HS_TYPE_SET)
        json_object_set_new (object, "choices", choices_value (field));
      if (field->type == HS_TYPE_REF)
        json_object_set_new (object, "kind", json_string (hs_kind (field->target)->name));
      json_array_append_new (list, object);
    }
  dumped = json_dumps (list, JSON_INDENT (2));
  text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  json_decref (list);
  return text;
}
