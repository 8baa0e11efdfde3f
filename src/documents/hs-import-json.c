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

/* The line of each element of the list in text that is known to be a JSON list. */
static void
count_lines (GArray *lines, const char *data, gsize length)
{
  gboolean quoted = FALSE, waiting = FALSE;
  guint line = 1;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = data[i];

      if (c == '\n')
        line++;
      if (depth == 1 && waiting && !g_ascii_isspace (c) && c != ']')
        {
          g_array_append_val (lines, line);
          waiting = FALSE;
        }
      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '['))
        waiting = depth++ == 0;
      else if (!quoted && (c == '}' || c == ']'))
        depth--;
      else if (!quoted && depth == 1 && c == ',')
        waiting = TRUE;
    }
}

static gboolean
collect_columns (HsImportTable *self, HsCsvPlace *failed, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  size_t index;
  json_t *row, *value;
  const char *name;

  json_array_foreach (self->root, index, row)
  {
    if (!json_is_object (row) || json_object_size (row) > HS_CSV_CELLS_MOST)
      {
        failed->line = g_array_index (self->lines, guint, index);
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
hs_import_table_read (const char *data, gsize length, HsCsvPlace *failed, GError **error)
{
  HsCsvPlace own;
  g_autoptr (HsImportTable) self = g_new0 (HsImportTable, 1);
  json_error_t failure;

  failed = failed != NULL ? failed : &own;
  *failed = (HsCsvPlace){ 0 };
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->root = json_loadb (data, length, JSON_REJECT_DUPLICATES, &failure);
  if (self->root == NULL)
    {
      *failed = (HsCsvPlace){ (guint) MAX (failure.line, 0), (guint) MAX (failure.column, 0) };
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("this is not JSON: %s"), failure.text);
      return NULL;
    }
  if (!json_is_array (self->root))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("the JSON file must be a list of records"));
      return NULL;
    }
  count_lines (self->lines, data, length);
  if (!collect_columns (self, failed, error))
    return NULL;
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
