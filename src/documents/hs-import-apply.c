/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row is next to what the store has: new, changed, the same, or an error. */

#include "hs-import-private.h"
#include "hs-query.h"

#include <glib/gi18n.h>

/* An enrolment that a student has. */
typedef struct
{
  gint64 id;
  gint64 sequence;
  gint64 programme;
} HsImportEnrolment;

static GArray *
enrolments_of (HsImport *self, gint64 student, gboolean make)
{
  gpointer key = (gpointer) (gintptr) student;
  GArray *list = g_hash_table_lookup (self->enrolments, key);

  if (list == NULL && make)
    {
      list = g_array_new (FALSE, FALSE, sizeof (HsImportEnrolment));
      g_hash_table_insert (self->enrolments, key, list);
    }
  return list;
}

static gboolean
note_enrolment (HsRecord *record, gpointer user_data)
{
  HsImport *self = user_data;
  HsImportEnrolment enrolment = {
    .id = hs_record_id (record),
    .sequence = hs_record_int (record, HS_ENROLMENT_SEQUENCE),
    .programme = hs_record_int (record, HS_ENROLMENT_PROGRAMME),
  };

  g_array_append_val (enrolments_of (self, hs_record_int (record, HS_ENROLMENT_STUDENT), TRUE),
                      enrolment);
  return TRUE;
}

gboolean
hs_import_load_enrolments (HsImport *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);

  self->enrolments = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return hs_store_for_each (self->store, query, note_enrolment, self, error);
}

/* Notes that the row does not say which enrolment it means. */
static gint64
ask_which (HsImport *self, const HsImportParts *parts, const char *reason)
{
  hs_import_problem (self, parts->line, self->enrolment_column[HS_ENROLMENT_SEQUENCE], NULL, reason,
                     FALSE);
  return -1;
}

/* The enrolment of @student that the row means: the one with its sequence number, else the only
 * one, else the only one in its programme. A row in another programme than the only one has may be
 * a change of it or a second enrolment: it asks. 0 for a new one, -1 after noting a problem. */
static gint64
find_enrolment (HsImport *self, const HsImportParts *parts, gint64 student)
{
  GArray *list = student != 0 ? enrolments_of (self, student, FALSE) : NULL;
  gint64 sequence = hs_record_int (parts->enrolment, HS_ENROLMENT_SEQUENCE);
  gint64 programme = hs_record_int (parts->enrolment, HS_ENROLMENT_PROGRAMME);
  gint64 found = 0;
  guint fitting = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const HsImportEnrolment *one = &g_array_index (list, HsImportEnrolment, i);

      if (sequence != 0 ? one->sequence == sequence : list->len == 1 || one->programme == programme)
        {
          found = one->id;
          fitting++;
        }
    }
  if (sequence == 0 && list != NULL && list->len == 1 && programme != 0)
    {
      gint64 known = g_array_index (list, HsImportEnrolment, 0).programme;

      if (known != 0 && known != programme)
        return ask_which (self, parts,
                          _ ("the student is enrolled in another programme: give the enrolment "
                             "number, that of the enrolment to change or the next one"));
    }
  if (fitting <= 1 && (fitting == 1 || sequence != 0 || list == NULL))
    return found;
  return ask_which (self, parts,
                    _ ("the student has more than one enrolment: give the enrolment number"));
}

/* What the row lacks for a record that is new; also what it empties and a record cannot do without.
 */
static void
check_needs (HsImport *self, const HsImportParts *parts, gboolean is_new)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & HS_FIELD_NEED) && !hs_record_has (parts->record, i)
        && (is_new || parts->clears >> i & 1))
      {
        g_autofree char *reason = NULL;

        if (self->field_column[i] >= 0)
          reason = g_strdup (_ ("this must be filled in"));
        else
          reason = g_strdup_printf (_ ("there is no column “%s”, and a new record needs it"),
                                    hs_field_label (self->kind, i));
        hs_import_problem (self, parts->line, self->field_column[i], NULL, reason, FALSE);
      }
}

/* Finds what the row is; FALSE after noting why that cannot be told. */
static gboolean
identify (HsImport *self, const HsImportParts *parts, HsKnown **known)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (hs_identity_find (self->identity, parts->uid, parts->record, known, &error))
    return TRUE;
  if (g_error_matches (error, HS_ERROR, HS_ERROR_NOT_FOUND) && self->options.new_when_unsure)
    return TRUE;
  /* With an unreadable key the reason was given at the cell. */
  if (g_error_matches (error, HS_ERROR, HS_ERROR_NOT_FOUND) && self->error_columns > 0)
    return FALSE;
  hs_import_problem (self, parts->line, -1, NULL, error->message, FALSE);
  return FALSE;
}

/* The stored record with what the row says. NULL on error. (transfer full) */
static HsRecord *
merge (HsStore *store, HsKindId kind, gint64 id, const HsRecord *row, guint64 clears,
       HsRecord **before, GError **error)
{
  HsRecord *after;

  *before = hs_store_get (store, kind, id, error);
  if (*before == NULL)
    return NULL;
  after = hs_record_copy (*before);
  for (guint i = 0; i < hs_record_kind (row)->n_fields; i++)
    if (hs_record_has (row, i) || clears >> i & 1)
      hs_record_copy_field (after, row, i);
  return after;
}

static gboolean
differs (const HsRecord *a, const HsRecord *b)
{
  for (guint i = 0; i < hs_record_kind (a)->n_fields; i++)
    if (!hs_record_same (a, b, i))
      return TRUE;
  return FALSE;
}

/* Saves @record, or gives it a made-up id when nothing is saved. */
static gboolean
keep (HsImport *self, HsRecord *record, GError **error)
{
  g_autofree char *uid = NULL;

  if (self->writing)
    return hs_store_save (self->store, record, error);
  if (hs_record_id (record) != 0)
    return TRUE;
  uid = g_strdup (hs_record_uid (record));
  hs_record_set_identity (record, --self->made_up, uid, 0, 0, 0);
  return TRUE;
}

static char *
value_text (const HsRecord *record, guint field, gpointer user_data)
{
  HsImport *self = user_data;
  const HsField *description = &hs_record_kind (record)->fields[field];

  if (description->type == HS_TYPE_REF && hs_record_has (record, field))
    return hs_references_text (self->references, description->target,
                               hs_record_int (record, field));
  return hs_record_format (record, field);
}

/* The row for the preview, NULL when no more are kept. (transfer none) */
static HsImportRow *
preview (HsImport *self, const HsImportParts *parts, HsImportState state)
{
  HsImportRow *row;

  if (self->result->rows->len >= self->options.most_rows)
    return NULL;
  row = hs_import_row_new (parts->line, state);
  row->title = hs_record_title (parts->record);
  g_ptr_array_add (self->result->rows, row);
  return row;
}

/* Brings the enrolment of the row in. @id: 0 for a new one. */
static gboolean
apply_enrolment (HsImport *self, HsImportParts *parts, gint64 student, gint64 id, HsImportRow *row,
                 gboolean *changed, GError **error)
{
  g_autoptr (HsRecord) before = NULL;
  g_autoptr (HsRecord) after = NULL;

  if (id > 0)
    {
      after = merge (self->store, HS_KIND_ENROLMENT, id, parts->enrolment, parts->enrolment_clears,
                     &before, error);
      if (after == NULL)
        return FALSE;
      *changed = differs (before, after);
    }
  else
    {
      after = hs_record_copy (parts->enrolment);
      before = hs_record_new (HS_KIND_ENROLMENT);
      hs_record_set_int (after, HS_ENROLMENT_STUDENT, student);
      hs_record_copy_field (before, after, HS_ENROLMENT_STUDENT);
      if (!hs_record_has (after, HS_ENROLMENT_SEQUENCE))
        hs_record_set_int (after, HS_ENROLMENT_SEQUENCE, 1);
      *changed = TRUE;
    }
  if (*changed && !keep (self, after, error))
    return FALSE;
  if (*changed && row != NULL && row->state != HS_IMPORT_NEW)
    hs_import_row_compare (row, before, after, value_text, self);
  if (id == 0)
    note_enrolment (after, self);
  return TRUE;
}

/* A row without errors that is not in the store yet. */
static gboolean
apply_new (HsImport *self, HsImportParts *parts, GError **error)
{
  if (parts->uid != NULL)
    hs_record_set_identity (parts->record, 0, parts->uid, 0, 0, 0);
  if (!keep (self, parts->record, error))
    return FALSE;
  hs_identity_add (self->identity, parts->record, parts->line);
  hs_references_add (self->references, parts->record);
  return TRUE;
}

/* A row without errors that is in the store; parts->record becomes the merged record. */
static gboolean
apply_known (HsImport *self, HsImportParts *parts, HsKnown *known, HsRecord **before,
             gboolean *changed, GError **error)
{
  HsRecord *after =
      merge (self->store, self->kind->id, known->id, parts->record, parts->clears, before, error);

  if (after == NULL)
    return FALSE;
  hs_record_unref (parts->record);
  parts->record = after;
  *changed = differs (*before, after);
  if (!*changed)
    return TRUE;
  hs_references_add (self->references, after);
  return keep (self, after, error);
}

/* Gives the references that were put off by this row the record that they are of. */
static void
tie_late (HsImport *self, const HsImportParts *parts, HsImportState state)
{
  for (guint i = self->late->len; i > 0; i--)
    {
      HsImportLate *late = g_ptr_array_index (self->late, i - 1);

      if (late->line != parts->line)
        return;
      late->id = hs_record_id (parts->record);
      late->state = state;
    }
}

/* Brings in a row that has no errors. */
static gboolean
take_over (HsImport *self, HsImportParts *parts, HsKnown *known, gint64 enrolment,
           HsImportState *state, GError **error)
{
  g_autoptr (HsRecord) before = NULL;
  gboolean changed = FALSE, enrolment_changed = FALSE;
  HsImportRow *row;

  if (known == NULL ? !apply_new (self, parts, error)
                    : !apply_known (self, parts, known, &before, &changed, error))
    return FALSE;
  *state = known == NULL ? HS_IMPORT_NEW : changed ? HS_IMPORT_CHANGED : HS_IMPORT_UNCHANGED;
  row = preview (self, parts, *state);
  if (row != NULL && changed)
    hs_import_row_compare (row, before, parts->record, value_text, self);
  if (parts->enrolment != NULL
      && !apply_enrolment (self, parts, hs_record_id (parts->record), enrolment, row,
                           &enrolment_changed, error))
    return FALSE;
  if (enrolment_changed && *state == HS_IMPORT_UNCHANGED)
    *state = HS_IMPORT_CHANGED;
  if (row != NULL)
    row->state = *state;
  tie_late (self, parts, *state);
  return TRUE;
}

gboolean
hs_import_apply (HsImport *self, HsImportParts *parts, HsImportState *state, GError **error)
{
  HsKnown *known = NULL;
  gint64 enrolment = 0;
  gboolean identified = identify (self, parts, &known);

  if (known != NULL && known->line > 0)
    {
      g_autofree char *reason =
          g_strdup_printf (_ ("this is the same one as on line %u"), known->line);

      hs_import_problem (self, parts->line, -1, NULL, reason, FALSE);
    }
  else if (known != NULL)
    known->line = parts->line;
  if (identified && self->error_columns == 0)
    check_needs (self, parts, known == NULL);
  if (identified && parts->enrolment != NULL)
    enrolment = find_enrolment (self, parts, known != NULL ? known->id : 0);
  if (self->error_columns == 0)
    return take_over (self, parts, known, enrolment, state, error);
  *state = HS_IMPORT_ERROR;
  preview (self, parts, HS_IMPORT_ERROR);
  return TRUE;
}

/* Sets the reference in the stored record. */
static gboolean
set_late (HsImport *self, const HsImportLate *late, gint64 target, GError **error)
{
  g_autoptr (HsRecord) record = NULL;

  if (late->state == HS_IMPORT_UNCHANGED)
    {
      self->result->n_unchanged--;
      self->result->n_changed++;
    }
  if (!self->writing)
    return TRUE;
  record = hs_store_get (self->store, self->kind->id, late->id, error);
  if (record == NULL)
    return FALSE;
  hs_record_set_int (record, late->field, target);
  return hs_store_save (self->store, record, error);
}

gboolean
hs_import_apply_late (HsImport *self, GError **error)
{
  for (guint i = 0; i < self->late->len; i++)
    {
      const HsImportLate *late = g_ptr_array_index (self->late, i);
      g_autoptr (GError) reason = NULL;
      gint64 target =
          hs_references_find (self->references, self->kind->fields[late->field].target, late->text,
                              0, hs_reference_side (self->kind->id, late->field), &reason);

      if (target == 0)
        hs_import_problem (self, late->line, (int) late->column, late->text, reason->message,
                           FALSE);
      else if (late->id != 0 && !set_late (self, late, target, error))
        return FALSE;
    }
  return TRUE;
}
