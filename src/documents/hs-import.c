/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file from its header to its end, inside one transaction. */

#include "hs-import-private.h"
#include "hs-query.h"

#include <glib/gi18n.h>
#include <string.h>

#define PROBLEMS_MOST 1000
/* Microseconds between two words of progress. */
#define TELL_EVERY 200000

static void
late_free (gpointer pointer)
{
  HsImportLate *late = pointer;

  g_free (late->text);
  g_free (late);
}

static void
import_free (HsImport *self)
{
  if (self->writing)
    hs_store_rollback (self->store);
  hs_import_source_free (self->source);
  hs_import_result_free (self->result);
  hs_references_free (self->references);
  hs_identity_free (self->identity);
  g_clear_pointer (&self->enrolments, g_hash_table_unref);
  g_clear_pointer (&self->late, g_ptr_array_unref);
  if (self->reasons != NULL)
    g_string_free (self->reasons, TRUE);
  g_free (self->columns);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsImport, import_free)

/* Notes that column @index is a field; a second column for one field is an error. */
static void
take_column (HsImport *self, int *place, guint index)
{
  g_autofree char *reason = NULL;

  if (*place < 0)
    {
      *place = (int) index;
      return;
    }
  reason = g_strdup_printf (_ ("the columns “%s” and “%s” are the same field"),
                            self->headers[*place], self->headers[index]);
  hs_import_problem (self, hs_import_source_header_line (self->source), (int) index, NULL, reason,
                     FALSE);
}

/* What a person said that the column is goes before its name. */
static HsColumn
find_column (HsImport *self, const char *header)
{
  const char *said =
      self->options.columns == NULL ? NULL : g_hash_table_lookup (self->options.columns, header);

  return said != NULL ? hs_column_from_name (self->kind, said)
                      : hs_column_recognise (self->kind, header);
}

static void
keep_column (HsImport *self, const char *header, HsColumn column)
{
  HsImportColumn *kept;

  if (column.use == HS_COLUMN_UNNAMED)
    return;
  kept = g_new0 (HsImportColumn, 1);
  kept->header = g_strdup (header);
  kept->name = hs_column_name (self->kind, column);
  g_ptr_array_add (self->result->columns, kept);
}

static void
read_column (HsImport *self, guint index)
{
  HsColumn column = find_column (self, self->headers[index]);

  self->columns[index] = column;
  keep_column (self, self->headers[index], column);
  switch (column.use)
    {
    case HS_COLUMN_UID:
      take_column (self, &self->uid_column, index);
      break;
    case HS_COLUMN_FIELD:
      take_column (self, &self->field_column[column.field], index);
      break;
    case HS_COLUMN_ENROLMENT:
      self->has_enrolment = TRUE;
      take_column (self, &self->enrolment_column[column.field], index);
      break;
    case HS_COLUMN_UNKNOWN:
      hs_import_problem (self, hs_import_source_header_line (self->source), (int) index, NULL,
                         _ ("this column is not known and is passed over"), !self->options.strict);
      break;
    case HS_COLUMN_UNNAMED:
    case HS_COLUMN_IGNORED:
    default:
      break;
    }
}

/* Names of the columns that a row could be recognised by. (transfer full) */
static char *
key_columns (const HsKind *kind)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (hs_identity_uses (kind, i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", hs_field_label (kind, i));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* A file that has no column to recognise rows by asks once, not for every row. */
static void
check_key_columns (HsImport *self)
{
  g_autofree char *names = NULL;
  g_autofree char *reason = NULL;

  if (self->uid_column >= 0 || self->options.new_when_unsure || self->options.match_by_name)
    return;
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->field_column[i] >= 0 && hs_identity_uses (self->kind, i))
      return;
  names = key_columns (self->kind);
  reason = g_strdup_printf (
      _ ("it cannot be told whether a row is one that is there already: there is no column for %s"),
      names);
  hs_import_problem (self, hs_import_source_header_line (self->source), -1, NULL, reason, FALSE);
}

/* FALSE when the header has errors, so that the rows make no sense. */
static gboolean
read_header (HsImport *self)
{
  gboolean any = FALSE;

  self->headers = hs_import_source_columns (self->source, &self->n_columns);
  self->columns = g_new0 (HsColumn, self->n_columns + 1);
  self->uid_column = -1;
  for (guint i = 0; i < G_N_ELEMENTS (self->field_column); i++)
    self->field_column[i] = self->enrolment_column[i] = -1;
  for (guint i = 0; i < self->n_columns; i++)
    read_column (self, i);
  for (guint i = 0; i < self->n_columns; i++)
    any = any || self->columns[i].use >= HS_COLUMN_UID;
  if (!any && self->n_columns > 0)
    hs_import_problem (self, hs_import_source_header_line (self->source), -1, NULL,
                       _ ("no column is known; the first line must name the columns"), FALSE);
  else if (self->n_columns > 0)
    check_key_columns (self);
  return self->result->n_errors == 0;
}

/* The school that the rows are of when they do not say so: the only one there is. */
static gint64
only_school (HsStore *store)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_ORGANISATION_KIND, HS_OP_EQUAL, HS_ORGANISATION_KIND_SCHOOL);
  hs_query_window (query, 0, 2);
  found = hs_store_find (store, query, NULL);
  return found != NULL && found->len == 1 ? hs_record_id (g_ptr_array_index (found, 0)) : 0;
}

static gboolean
is_blank_row (const HsCsvCell *cells, int n)
{
  for (int i = 0; i < n; i++)
    if (cells[i].text != NULL && cells[i].text[strspn (cells[i].text, " \t\r\n")] != '\0')
      return FALSE;
  return TRUE;
}

static void
tell (HsImport *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->options.progress == NULL || now - self->told_at < TELL_EVERY)
    return;
  self->told_at = now;
  self->options.progress (hs_import_source_fraction (self->source), self->result->n_rows,
                          self->options.progress_data);
}

/* An error in all or nothing: what was saved goes, and the rest is only looked at. */
static void
stop_writing (HsImport *self)
{
  if (!self->writing)
    return;
  hs_store_rollback (self->store);
  self->writing = FALSE;
}

static void
count_row (HsImport *self, HsImportState state)
{
  HsImportResult *result = self->result;

  result->n_rows++;
  switch (state)
    {
    case HS_IMPORT_NEW:
      result->n_new++;
      break;
    case HS_IMPORT_CHANGED:
      result->n_changed++;
      break;
    case HS_IMPORT_UNCHANGED:
      result->n_unchanged++;
      break;
    case HS_IMPORT_ERROR:
    default:
      result->n_bad++;
      if (self->options.bad_rows != NULL)
        hs_import_source_keep_bad (self->source, self->reasons->str);
      if (!self->options.keep_good)
        stop_writing (self);
    }
}

/* The problems of one row were found field by field; a reader goes from left to right. */
static int
by_column (gconstpointer a, gconstpointer b)
{
  const HsImportProblem *one = *(HsImportProblem *const *) a;
  const HsImportProblem *other = *(HsImportProblem *const *) b;

  return (one->column > other->column) - (one->column < other->column);
}

static gboolean
import_row (HsImport *self, const HsCsvCell *cells, guint n, guint line, GError **error)
{
  HsImportParts parts = { .line = line, .cells = cells };
  HsImportState state = HS_IMPORT_ERROR;
  guint first = self->result->problems->len;
  gboolean done;

  self->error_columns = 0;
  g_string_truncate (self->reasons, 0);
  hs_import_read_row (self, &parts, n);
  done = hs_import_apply (self, &parts, &state, error);
  hs_import_parts_clear (&parts);
  if (self->result->problems->len > first + 1)
    qsort (self->result->problems->pdata + first, self->result->problems->len - first,
           sizeof (gpointer), by_column);
  if (done)
    count_row (self, state);
  return done;
}

/* Every row to the end. What makes the text unreadable ends the reading and saves nothing. */
static gboolean
import_rows (HsImport *self, GError **error)
{
  g_autoptr (GError) format = NULL;
  const HsCsvCell *cells;
  HsCsvPlace failed;
  guint line = 0;
  int n;

  while ((n = hs_import_source_next (self->source, &cells, &line, &format)) > 0)
    {
      if (self->result->n_rows % 64 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (self->options.cancellable, error))
            return FALSE;
          tell (self);
        }
      if (!is_blank_row (cells, n) && !import_row (self, cells, (guint) n, line, error))
        return FALSE;
    }
  if (n == 0)
    return TRUE;
  failed = hs_import_source_failed_at (self->source);
  hs_import_problem (self, failed.line, (int) failed.column - 1, NULL, format->message, FALSE);
  stop_writing (self);
  self->options.keep_good = FALSE;
  return TRUE;
}

/* Ends the transaction; whether anything was saved goes into the result. */
static gboolean
finish (HsImport *self, GError **error)
{
  HsImportResult *result = self->result;

  if (self->options.bad_rows != NULL && result->n_bad > 0
      && !hs_import_source_write_bad (self->source, self->options.bad_rows, error))
    return FALSE;
  if (!self->writing)
    return TRUE;
  if (result->n_errors > 0 && !self->options.keep_good)
    {
      stop_writing (self);
      return TRUE;
    }
  if (g_cancellable_set_error_if_cancelled (self->options.cancellable, error))
    return FALSE;
  self->writing = FALSE;
  if (!hs_store_commit (self->store, error))
    return FALSE;
  result->saved = result->n_new + result->n_changed > 0;
  return TRUE;
}

/* Reads what the store has, and opens the transaction that everything happens in: what is there
 * must not change between looking and saving. */
static gboolean
prepare (HsImport *self, const HsActor *actor, GError **error)
{
  if (!self->options.dry_run && !hs_store_begin (self->store, actor, "import", error))
    return FALSE;
  self->writing = !self->options.dry_run;
  self->references = hs_references_new (self->store);
  self->identity =
      hs_identity_new (self->store, self->kind->id, self->options.match_by_name, error);
  if (self->identity == NULL)
    return FALSE;
  if (self->kind->id != HS_KIND_STUDENT)
    return TRUE;
  self->school = self->options.school != 0 ? self->options.school : only_school (self->store);
  return !self->has_enrolment || hs_import_load_enrolments (self, error);
}

static gboolean
run (HsImport *self, const HsActor *actor, GError **error)
{
  if (!read_header (self))
    return TRUE;
  if (!prepare (self, actor, error) || !import_rows (self, error)
      || !hs_import_apply_late (self, error))
    return FALSE;
  self->result->n_missing = hs_identity_missing (self->identity);
  return finish (self, error);
}

HsImportResult *
hs_import_file (HsStore *store, const HsActor *actor, HsKindId kind, const char *path,
                const HsImportOptions *options, GError **error)
{
  g_autoptr (HsImport) self = g_new0 (HsImport, 1);
  g_autoptr (GError) own = NULL;
  g_autofree char *name = g_path_get_basename (path);
  HsCsvPlace failed;

  self->store = store;
  self->kind = hs_kind (kind);
  if (options != NULL)
    self->options = *options;
  if (self->options.most_problems == 0)
    self->options.most_problems = PROBLEMS_MOST;
  self->result = hs_import_result_new (name);
  self->reasons = g_string_new (NULL);
  self->late = g_ptr_array_new_with_free_func (late_free);
  self->source = hs_import_source_open (path, &failed, &own);
  if (self->source == NULL && g_error_matches (own, HS_ERROR, HS_ERROR_FORMAT))
    hs_import_problem (self, failed.line, (int) failed.column - 1, NULL, own->message, FALSE);
  else if (self->source == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  else if (!run (self, actor, error))
    return NULL;
  return g_steal_pointer (&self->result);
}

const HsKindId *
hs_import_order (guint *n)
{
  static const HsKindId order[] = {
    HS_KIND_TECHNOLOGY, HS_KIND_ORGANISATION, HS_KIND_LOCATION,  HS_KIND_TEAM,
    HS_KIND_PROGRAMME,  HS_KIND_RECOGNITION,  HS_KIND_PERSON,    HS_KIND_MANDATE,
    HS_KIND_COMPETENCE, HS_KIND_ABSENCE,      HS_KIND_STUDENT,   HS_KIND_ENROLMENT,
    HS_KIND_GUARDIAN,   HS_KIND_WISH,         HS_KIND_ITEM,      HS_KIND_EXCLUSION,
    HS_KIND_VACANCY,    HS_KIND_MATERIAL,     HS_KIND_DIRECTORY, HS_KIND_FRAMEWORK,
    HS_KIND_DEFAULT,    HS_KIND_TEMPLATE,
  };

  *n = G_N_ELEMENTS (order);
  return order;
}
