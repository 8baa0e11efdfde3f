/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of an import, and its words. */

#include "hs-import-result.h"

#include <glib/gi18n.h>

/* A value in a message is cut off after so many characters. */
#define VALUE_MOST 80

static void
problem_free (gpointer pointer)
{
  HsImportProblem *self = pointer;

  g_free (self->header);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

static void
change_free (gpointer pointer)
{
  HsImportChange *self = pointer;

  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
row_free (gpointer pointer)
{
  HsImportRow *self = pointer;

  g_free (self->title);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
column_free (gpointer pointer)
{
  HsImportColumn *self = pointer;

  g_free (self->header);
  g_free (self->name);
  g_free (self);
}

HsImportResult *
hs_import_result_new (const char *file)
{
  HsImportResult *self = g_new0 (HsImportResult, 1);

  self->file = g_strdup (file);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  return self;
}

void
hs_import_result_free (HsImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

void
hs_import_result_add (HsImportResult *self, guint most, const HsImportProblem *problem)
{
  HsImportProblem *own;

  if (problem->warning)
    self->n_warnings++;
  else
    self->n_errors++;
  if (self->problems->len >= most)
    return;
  own = g_new0 (HsImportProblem, 1);
  *own = *problem;
  own->header = g_strdup (problem->header);
  own->value = g_strdup (problem->value);
  own->reason = g_strdelimit (g_strdup (problem->reason), "\r\n\t", ' ');
  g_ptr_array_add (self->problems, own);
}

HsImportRow *
hs_import_row_new (guint line, HsImportState state)
{
  HsImportRow *self = g_new0 (HsImportRow, 1);

  self->line = line;
  self->state = state;
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

void
hs_import_row_compare (HsImportRow *self, const HsRecord *before, const HsRecord *after,
                       char *(*text) (const HsRecord *, guint, gpointer), gpointer user_data)
{
  const HsKind *kind = hs_record_kind (after);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!hs_record_same (before, after, i))
      {
        HsImportChange *change = g_new0 (HsImportChange, 1);

        change->label = g_strdup (hs_field_label (kind, i));
        change->before = text (before, i, user_data);
        change->after = text (after, i, user_data);
        g_ptr_array_add (self->changes, change);
      }
}

/* @value on one line, not too long. (transfer full) */
static char *
shorten (const char *value)
{
  g_autofree char *line = g_strdup (value);
  glong length = g_utf8_strlen (line, -1);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  if (length <= VALUE_MOST)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, VALUE_MOST);
  return g_strconcat (start, "…", NULL);
}

char *
hs_import_problem_text (const HsImportResult *result, const HsImportProblem *problem)
{
  g_autoptr (GString) text = g_string_new (result->file);

  if (problem->line > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _ ("line %u"), problem->line);
    }
  if (problem->column > 0)
    {
      g_string_append (text, ", ");
      if (problem->header != NULL && *problem->header != '\0')
        {
          g_autofree char *header = shorten (problem->header);

          g_string_append_printf (text, _ ("column %s"), header);
        }
      else
        g_string_append_printf (text, _ ("column %u"), problem->column);
    }
  if (problem->value != NULL && *problem->value != '\0')
    {
      g_autofree char *value = shorten (problem->value);

      g_string_append_printf (text, ": “%s”", value);
    }
  g_string_append_printf (text, ": %s", problem->reason);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hs_import_result_summary (const HsImportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u row: ", "%u rows: ", result->n_rows), result->n_rows);
  g_string_append_printf (text, _ ("%u new, %u changed, %u unchanged, %u with errors"),
                          result->n_new, result->n_changed, result->n_unchanged, result->n_bad);
  if (result->n_missing > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text,
                              ngettext ("%u is not in the file and stays as it is",
                                        "%u are not in the file and stay as they are",
                                        result->n_missing),
                              result->n_missing);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
hs_import_state_label (HsImportState state)
{
  switch (state)
    {
    case HS_IMPORT_NEW:
      return C_ ("import row", "new");
    case HS_IMPORT_CHANGED:
      return C_ ("import row", "changed");
    case HS_IMPORT_UNCHANGED:
      return C_ ("import row", "unchanged");
    case HS_IMPORT_ERROR:
    default:
      return C_ ("import row", "error");
    }
}
