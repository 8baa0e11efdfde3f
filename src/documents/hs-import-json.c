/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jansson reads it; it tells where an error is, but not where a value stood, so the lines of the
 * objects are counted here. */

#include "hs-import-json.h"

#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

void
hs_import_table_free (HsImportTable *self)
{
  if (self == NULL)
    return;
  json_decref (self->root);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->lines);
  g_free (self);
}

/* The line of each brace that opens at depth one of text that is known to be JSON. */
static void
count_lines (GArray *lines, const char *data, gsize length)
{
  gboolean quoted = FALSE;
  guint line = 1;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = data[i];

      if (c == '\n')
        line++;
      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '['))
        {
          if (depth++ == 1)
            g_array_append_val (lines, line);
        }
      else if (!quoted && (c == '}' || c == ']'))
        depth--;
    }
}

static gboolean
collect_columns (HsImportTable *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  size_t index;
  json_t *row, *value;
  const char *name;

  json_array_foreach (self->root, index, row)
  {
    if (!json_is_object (row) || json_object_size (row) > HS_CSV_CELLS_MOST)
      {
        g_set_error (error, HS_ERROR, HS_ERROR_FORMAT,
                     _ ("element %u of the JSON list is not a record"), (guint) index + 1);
        return FALSE;
      }
    json_object_foreach (row, name, value)
    {
      if (g_hash_table_contains (seen, name))
        continue;
      g_hash_table_add (seen, (gpointer) name);
      g_ptr_array_add (self->columns, g_strdup (name));
      if (self->columns->len > HS_CSV_CELLS_MOST)
        {
          g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                               _ ("the JSON records have more than 1024 different members"));
          return FALSE;
        }
    }
  }
  return TRUE;
}

HsImportTable *
hs_import_table_read (const char *data, gsize length, GError **error)
{
  g_autoptr (HsImportTable) self = g_new0 (HsImportTable, 1);
  json_error_t failure;

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->root = json_loadb (data, length, JSON_REJECT_DUPLICATES, &failure);
  if (self->root == NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("line %d, column %d: this is not JSON: %s"),
                   failure.line, failure.column, failure.text);
      return NULL;
    }
  if (!json_is_array (self->root))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("the JSON file must be a list of records"));
      return NULL;
    }
  if (!collect_columns (self, error))
    return NULL;
  count_lines (self->lines, data, length);
  return g_steal_pointer (&self);
}

char *
hs_import_table_text (const json_t *value)
{
  g_autoptr (GString) all = NULL;
  size_t index;
  json_t *part;

  if (json_is_string (value))
    return g_strdup (json_string_value (value));
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  if (json_is_boolean (value))
    return g_strdup (json_is_true (value) ? "1" : "0");
  if (!json_is_array (value))
    return NULL;
  all = g_string_new (NULL);
  json_array_foreach (value, index, part)
  {
    if (!json_is_string (part))
      return NULL;
    g_string_append_printf (all, "%s%s", index > 0 ? "," : "", json_string_value (part));
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}
