/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of one row as values of a record. */

#include "hs-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whether @text is "(leeg)" behind apostrophes, and how many. */
static gboolean
is_clear_behind (const char *text, gsize *apostrophes)
{
  *apostrophes = strspn (text, "'");
  return strcmp (text + *apostrophes, HS_IMPORT_CLEAR) == 0;
}

char *
hs_import_text_escape (const char *text)
{
  gsize apostrophes;

  return is_clear_behind (text, &apostrophes) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

const char *
hs_import_text_unescape (const char *text)
{
  gsize apostrophes;

  return is_clear_behind (text, &apostrophes) && apostrophes > 0 ? text + 1 : text;
}

void
hs_import_parts_clear (HsImportParts *parts)
{
  g_clear_pointer (&parts->uid, g_free);
  g_clear_pointer (&parts->record, hs_record_unref);
  g_clear_pointer (&parts->enrolment, hs_record_unref);
}

void
hs_import_problem (HsImport *self, guint line, int column, const char *value, const char *reason,
                   gboolean warning)
{
  HsImportProblem problem = {
    .line = line,
    .column = (guint) (column + 1),
    .header =
        column >= 0 && (guint) column < self->n_columns ? (char *) self->headers[column] : NULL,
    .value = (char *) value,
    .reason = (char *) reason,
    .warning = warning,
  };

  hs_import_result_add (self->result, self->options.most_problems, &problem);
  if (warning)
    return;
  self->error_columns++;
  if (self->reasons->len > 0)
    g_string_append (self->reasons, "; ");
  if (problem.header != NULL)
    g_string_append_printf (self->reasons, "%s: ", problem.header);
  g_string_append (self->reasons, reason);
}

/* Whether there is nothing in the cell. */
static gboolean
is_blank (const HsCsvCell *cell)
{
  return cell->text == NULL || cell->text[strspn (cell->text, " \t\r\n")] == '\0';
}

static gboolean
is_clear (HsImport *self, const HsCsvCell *cell)
{
  if (cell->text == hs_import_source_null)
    return TRUE;
  if (is_blank (cell))
    return self->options.empty_clears;
  return !hs_import_source_is_stable (self->source) && strcmp (cell->text, HS_IMPORT_CLEAR) == 0;
}

/* The record that a reference is looked for inside of first. */
static gint64
scope_of (const HsRecord *record, HsKindId target)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HS_TYPE_REF
        && ((target == HS_KIND_LOCATION && kind->fields[i].target == HS_KIND_ORGANISATION)
            || (target == HS_KIND_TEAM && kind->fields[i].target == HS_KIND_LOCATION)))
      return hs_record_int (record, i);
  return 0;
}

/* Puts off a reference to another record of the same kind, which may come later in the file. */
static void
put_off (HsImport *self, const HsImportParts *parts, guint field, int column, const char *text)
{
  HsImportLate *late = g_new0 (HsImportLate, 1);

  late->field = field;
  late->line = parts->line;
  late->column = (guint) column;
  late->text = g_strdup (text);
  g_ptr_array_add (self->late, late);
}

static void
read_reference (HsImport *self, HsImportParts *parts, HsRecord *record, guint field, int column,
                const char *text)
{
  const HsKind *kind = hs_record_kind (record);
  HsKindId target = kind->fields[field].target;
  g_autoptr (GError) error = NULL;
  gint64 id = hs_references_find (self->references, target, text, scope_of (record, target),
                                  hs_reference_side (kind->id, field), &error);

  if (id != 0)
    hs_record_set_int (record, field, id);
  else if (target == self->kind->id && g_error_matches (error, HS_ERROR, HS_ERROR_NOT_FOUND))
    put_off (self, parts, field, column, text);
  else
    hs_import_problem (self, parts->line, column, text, error->message, FALSE);
}

static void
read_value (HsImport *self, guint line, HsRecord *record, guint field, int column, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean stable = hs_import_source_is_stable (self->source);

  if (stable ? hs_record_parse_stable (record, field, text, &error)
             : hs_record_parse (record, field, text, &error))
    return;
  hs_import_problem (self, line, column, text, error->message, FALSE);
}

/* Reads one field of @record out of its column. */
static void
read_field (HsImport *self, HsImportParts *parts, HsRecord *record, guint field, int column,
            guint64 *clears)
{
  const HsCsvCell *cell = &parts->cells[column];
  const char *text = cell->text;

  if (!hs_import_source_is_stable (self->source))
    text = hs_import_text_unescape (text);
  if (is_clear (self, cell))
    *clears |= G_GUINT64_CONSTANT (1) << field;
  else if (cell->text == hs_import_source_wrong)
    hs_import_problem (self, parts->line, column, NULL,
                       _ ("this must be a text, a whole number, true, false or a list of texts"),
                       FALSE);
  else if (is_blank (cell))
    return;
  else if (hs_record_kind (record)->fields[field].type == HS_TYPE_REF)
    read_reference (self, parts, record, field, column, text);
  else
    read_value (self, cell->line, record, field, column, text);
}

/* Fields in the order of the kind, so that an organisation is known before its location. */
static void
read_fields (HsImport *self, HsImportParts *parts, HsRecord *record, const int *columns,
             guint64 *clears)
{
  guint n_fields = hs_record_kind (record)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if (columns[i] >= 0)
      read_field (self, parts, record, i, columns[i], clears);
}

/* A uid of this program: prefix, '-' and 16 characters of base32. */
static gboolean
is_uid (const HsKind *kind, const char *text)
{
  gsize prefix = strlen (kind->prefix);

  return hs_kind_of_uid (text) == kind && strlen (text) == prefix + 17
         && strspn (text + prefix + 1, "abcdefghijklmnopqrstuvwxyz234567") == 16;
}

static void
read_uid (HsImport *self, HsImportParts *parts)
{
  const HsCsvCell *cell;
  g_autofree char *text = NULL;

  if (self->uid_column < 0)
    return;
  cell = &parts->cells[self->uid_column];
  if (is_blank (cell) || cell->text == hs_import_source_null)
    return;
  text = g_strstrip (g_strdup (cell->text));
  if (is_uid (self->kind, text))
    parts->uid = g_steal_pointer (&text);
  else
    hs_import_problem (self, parts->line, self->uid_column, text,
                       _ ("this is not a uid of this kind of record"), FALSE);
}

/* Whether the row says anything of an enrolment. */
static gboolean
has_enrolment (HsImport *self, const HsImportParts *parts)
{
  guint n_fields = hs_kind (HS_KIND_ENROLMENT)->n_fields;

  for (guint i = 0; self->has_enrolment && i < n_fields; i++)
    if (self->enrolment_column[i] >= 0 && !is_blank (&parts->cells[self->enrolment_column[i]]))
      return TRUE;
  return FALSE;
}

/* Text under a header that is empty belongs nowhere. */
static void
check_unnamed (HsImport *self, const HsImportParts *parts)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].use == HS_COLUMN_UNNAMED && !is_blank (&parts->cells[i]))
      hs_import_problem (self, parts->line, (int) i, parts->cells[i].text,
                         _ ("this column has no name"), FALSE);
}

/* Whether the row has as many cells as the header; empty ones at the end do not count. */
static gboolean
check_length (HsImport *self, const HsImportParts *parts, guint n_cells)
{
  g_autofree char *reason = NULL;

  while (n_cells > self->n_columns && is_blank (&parts->cells[n_cells - 1]))
    n_cells--;
  if (n_cells == self->n_columns)
    return TRUE;
  reason =
      g_strdup_printf (_ ("the row has %u cells and the header has %u; is a delimiter missing, "
                          "or a line break or delimiter not in quotes?"),
                       n_cells, self->n_columns);
  hs_import_problem (self, parts->line, -1, NULL, reason, FALSE);
  return FALSE;
}

void
hs_import_read_row (HsImport *self, HsImportParts *parts, guint n_cells)
{
  parts->record = hs_record_new (self->kind->id);
  if (!check_length (self, parts, n_cells))
    return;
  check_unnamed (self, parts);
  read_uid (self, parts);
  read_fields (self, parts, parts->record, self->field_column, &parts->clears);
  if (has_enrolment (self, parts))
    {
      parts->enrolment = hs_record_new (HS_KIND_ENROLMENT);
      read_fields (self, parts, parts->enrolment, self->enrolment_column, &parts->enrolment_clears);
    }
  if (self->kind->id == HS_KIND_STUDENT && self->school != 0
      && self->field_column[HS_STUDENT_SCHOOL] < 0)
    hs_record_set_int (parts->record, HS_STUDENT_SCHOOL, self->school);
}
