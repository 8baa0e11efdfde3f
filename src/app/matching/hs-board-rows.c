/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the proposal on the board: reading, changing and taking back. */

#include "hs-board-rows.h"

#include "hs-error.h"
#include "hs-query.h"

#include <glib/gi18n.h>

gboolean
hs_board_row_is_open (const HsBoardRow *row)
{
  return row->status == HS_ROW_STATUS_REFUSED
         || (row->status == HS_ROW_STATUS_PROPOSED && row->vacancy == 0);
}

gboolean
hs_board_row_is_placed (const HsBoardRow *row)
{
  return row->status == HS_ROW_STATUS_PROPOSED && row->vacancy != 0;
}

void
hs_board_proposal_free (HsBoardProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

/* ---- reading ---- */

static gint64
newest_open (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_PROPOSAL_STATUS, HS_OP_EQUAL, HS_PROPOSAL_STATUS_OPEN);
  hs_query_order (query, HS_PROPOSAL_MADE_AT, TRUE);
  found = hs_store_find (store, query, error);
  if (found == NULL || found->len == 0)
    return 0;
  return hs_record_id (g_ptr_array_index (found, 0));
}

typedef struct
{
  HsStore *store;
  GArray *rows;
  GHashTable *hosts; /* id of a vacancy → id of its host */
} Reading;

static gint64
host_of (Reading *reading, gint64 vacancy)
{
  g_autoptr (HsRecord) record = NULL;
  g_autoptr (HsRecord) location = NULL;
  gint64 *known = g_hash_table_lookup (reading->hosts, &vacancy);
  gint64 host = 0;

  if (known != NULL || vacancy == 0)
    return known != NULL ? *known : 0;
  record = hs_store_get (reading->store, HS_KIND_VACANCY, vacancy, NULL);
  if (record != NULL && hs_record_has (record, HS_VACANCY_LOCATION))
    location = hs_store_get (reading->store, HS_KIND_LOCATION,
                             hs_record_int (record, HS_VACANCY_LOCATION), NULL);
  if (location != NULL)
    host = hs_record_int (location, HS_LOCATION_ORGANISATION);
  g_hash_table_insert (reading->hosts, g_memdup2 (&vacancy, sizeof vacancy),
                       g_memdup2 (&host, sizeof host));
  return host;
}

static gboolean
each_row (HsRecord *record, gpointer data)
{
  Reading *reading = data;
  HsBoardRow row = { 0 };

  row.id = hs_record_id (record);
  row.student = hs_record_int (record, HS_PROPOSAL_ROW_STUDENT);
  row.vacancy = hs_record_int (record, HS_PROPOSAL_ROW_VACANCY);
  row.item = hs_record_int (record, HS_PROPOSAL_ROW_ITEM);
  row.supervisor = hs_record_int (record, HS_PROPOSAL_ROW_SUPERVISOR);
  row.agreement = hs_record_int (record, HS_PROPOSAL_ROW_AGREEMENT);
  row.value = (gint32) hs_record_int (record, HS_PROPOSAL_ROW_VALUE);
  row.rank = (gint32) hs_record_int (record, HS_PROPOSAL_ROW_WISH_RANK);
  row.distance = hs_record_has (record, HS_PROPOSAL_ROW_DISTANCE)
                     ? (gint32) hs_record_int (record, HS_PROPOSAL_ROW_DISTANCE)
                     : -1;
  row.fits = -1;
  row.status = hs_record_has (record, HS_PROPOSAL_ROW_STATUS)
                   ? (HsRowStatus) hs_record_int (record, HS_PROPOSAL_ROW_STATUS)
                   : HS_ROW_STATUS_PROPOSED;
  row.fixed = hs_record_int (record, HS_PROPOSAL_ROW_FIXED) != 0;
  g_array_append_val (reading->rows, row);
  return TRUE;
}

static gboolean
read_rows (HsStore *store, HsBoardProposal *self, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL_ROW);
  g_autoptr (GHashTable) hosts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Reading reading = { store, self->rows, hosts };

  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, self->id);
  if (!hs_store_for_each (store, query, each_row, &reading, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      HsBoardRow *row = &g_array_index (self->rows, HsBoardRow, i);

      row->host = host_of (&reading, row->vacancy);
    }
  return TRUE;
}

HsBoardProposal *
hs_board_proposal_read (HsStore *store, gint64 id, GError **error)
{
  g_autoptr (HsBoardProposal) self = g_new0 (HsBoardProposal, 1);
  g_autoptr (HsRecord) record = NULL;
  const char *weights;

  self->id = id != 0 ? id : newest_open (store, error);
  if (self->id == 0)
    return NULL;
  record = hs_store_get (store, HS_KIND_PROPOSAL, self->id, error);
  if (record == NULL)
    return NULL;
  self->title = hs_record_title (record);
  self->objective = hs_record_int (record, HS_PROPOSAL_OBJECTIVE);
  self->bound = hs_record_int (record, HS_PROPOSAL_BOUND);
  self->weights = hs_match_weights_default ();
  weights = hs_record_text (record, HS_PROPOSAL_WEIGHTS);
  if (weights != NULL && !hs_match_weights_read (&self->weights, weights, error))
    return NULL;
  self->rows = g_array_new (FALSE, FALSE, sizeof (HsBoardRow));
  return read_rows (store, self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
hs_board_row_read (HsStore *store, gint64 id, HsBoardRow *row, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_PROPOSAL_ROW, id, error);
  g_autoptr (GHashTable) hosts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (HsBoardRow));
  Reading reading = { store, rows, hosts };

  if (record == NULL)
    return FALSE;
  each_row (record, &reading);
  *row = g_array_index (rows, HsBoardRow, 0);
  row->host = host_of (&reading, row->vacancy);
  return TRUE;
}

/* ---- changing ---- */

static void
edit_free (gpointer data)
{
  HsBoardEdit *edit = data;

  g_clear_pointer (&edit->before, hs_record_unref);
  g_clear_pointer (&edit->after, hs_record_unref);
  g_free (edit);
}

GPtrArray *
hs_board_edits_new (void)
{
  return g_ptr_array_new_with_free_func (edit_free);
}

/* Takes over @before. */
static void
add_edit (GPtrArray *edits, HsRecord *before, const HsRecord *after)
{
  HsBoardEdit *edit = g_new0 (HsBoardEdit, 1);

  edit->before = before;
  edit->after = after != NULL ? hs_record_copy (after) : NULL;
  g_ptr_array_add (edits, edit);
}

static gboolean
save (HsStore *store, HsRecord *record, GPtrArray *edits, GError **error)
{
  HsRecord *before = NULL;

  if (hs_record_id (record) != 0
      && (before = hs_store_get (store, hs_record_kind_id (record), hs_record_id (record), error))
             == NULL)
    return FALSE;
  if (!hs_store_save (store, record, error))
    {
      g_clear_pointer (&before, hs_record_unref);
      return FALSE;
    }
  add_edit (edits, before, record);
  return TRUE;
}

static GPtrArray *
fixed_pairs_of (HsStore *store, gint64 student, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_FIXED_PAIR);

  hs_query_where_int (query, HS_FIXED_PAIR_STUDENT, HS_OP_EQUAL, student);
  return hs_store_find (store, query, error);
}

static gboolean
remove_fixed (HsStore *store, gint64 student, GPtrArray *edits, GError **error)
{
  g_autoptr (GPtrArray) pairs = fixed_pairs_of (store, student, error);

  if (pairs == NULL)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    {
      if (!hs_store_remove (store, g_ptr_array_index (pairs, i), error))
        return FALSE;
      add_edit (edits, hs_record_ref (g_ptr_array_index (pairs, i)), NULL);
    }
  return TRUE;
}

static gboolean
add_fixed (HsStore *store, const HsRecord *row, GPtrArray *edits, GError **error)
{
  static const guint fields[][2] = {
    { HS_FIXED_PAIR_STUDENT, HS_PROPOSAL_ROW_STUDENT },
    { HS_FIXED_PAIR_VACANCY, HS_PROPOSAL_ROW_VACANCY },
    { HS_FIXED_PAIR_SUPERVISOR, HS_PROPOSAL_ROW_SUPERVISOR },
    { HS_FIXED_PAIR_DIGICOACH, HS_PROPOSAL_ROW_DIGICOACH },
    { HS_FIXED_PAIR_ITEM, HS_PROPOSAL_ROW_ITEM },
  };
  g_autoptr (HsRecord) pair = hs_record_new (HS_KIND_FIXED_PAIR);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (hs_record_has (row, fields[i][1]))
      hs_record_set_int (pair, fields[i][0], hs_record_int (row, fields[i][1]));
  return save (store, pair, edits, error);
}

/* The row, when it may still be changed. (transfer full) */
static HsRecord *
get_row (HsStore *store, gint64 id, GError **error)
{
  HsRecord *row = hs_store_get (store, HS_KIND_PROPOSAL_ROW, id, error);

  if (row != NULL && hs_record_int (row, HS_PROPOSAL_ROW_STATUS) == HS_ROW_STATUS_ACCEPTED)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("this place was taken over already: change the agreement"));
      g_clear_pointer (&row, hs_record_unref);
    }
  return row;
}

static void
set_or_unset (HsRecord *row, guint field, gint64 value)
{
  if (value > 0)
    hs_record_set_int (row, field, value);
  else
    hs_record_unset (row, field);
}

gboolean
hs_board_give (HsStore *store, gint64 id, const HsBoardPlace *place, GPtrArray *edits,
               GError **error)
{
  static const HsBoardPlace nowhere = { .distance = -1 };
  const HsBoardPlace *to = place != NULL ? place : &nowhere;
  g_autoptr (HsRecord) row = get_row (store, id, error);

  if (row == NULL
      || !remove_fixed (store, hs_record_int (row, HS_PROPOSAL_ROW_STUDENT), edits, error))
    return FALSE;
  set_or_unset (row, HS_PROPOSAL_ROW_VACANCY, to->vacancy);
  set_or_unset (row, HS_PROPOSAL_ROW_SUPERVISOR, to->supervisor);
  set_or_unset (row, HS_PROPOSAL_ROW_DIGICOACH, to->digicoach);
  set_or_unset (row, HS_PROPOSAL_ROW_ITEM, to->item);
  set_or_unset (row, HS_PROPOSAL_ROW_VALUE, to->value);
  set_or_unset (row, HS_PROPOSAL_ROW_WISH_RANK, to->rank);
  set_or_unset (row, HS_PROPOSAL_ROW_DISTANCE, to->distance);
  if (to->distance == 0)
    hs_record_set_int (row, HS_PROPOSAL_ROW_DISTANCE, 0);
  hs_record_set_int (row, HS_PROPOSAL_ROW_STATUS, HS_ROW_STATUS_PROPOSED);
  hs_record_set_int (row, HS_PROPOSAL_ROW_FIXED, place != NULL);
  return save (store, row, edits, error) && (place == NULL || add_fixed (store, row, edits, error));
}

gboolean
hs_board_fix (HsStore *store, gint64 id, gboolean fixed, GPtrArray *edits, GError **error)
{
  g_autoptr (HsRecord) row = get_row (store, id, error);

  if (row == NULL)
    return FALSE;
  if (fixed && !hs_record_has (row, HS_PROPOSAL_ROW_VACANCY))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED, _ ("there is no place to fix yet"));
      return FALSE;
    }
  if (!remove_fixed (store, hs_record_int (row, HS_PROPOSAL_ROW_STUDENT), edits, error))
    return FALSE;
  hs_record_set_int (row, HS_PROPOSAL_ROW_FIXED, fixed);
  return save (store, row, edits, error) && (!fixed || add_fixed (store, row, edits, error));
}

/* The rule-out that hs_match_refuse() made. (transfer full) */
static HsRecord *
newest_exclusion (HsStore *store, const HsRecord *row, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_EXCLUSION);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_EXCLUSION_STUDENT, HS_OP_EQUAL,
                      hs_record_int (row, HS_PROPOSAL_ROW_STUDENT));
  hs_query_where_int (query, HS_EXCLUSION_VACANCY, HS_OP_EQUAL,
                      hs_record_int (row, HS_PROPOSAL_ROW_VACANCY));
  found = hs_store_find (store, query, error);
  if (found == NULL || found->len == 0)
    return NULL;
  return hs_record_ref (g_ptr_array_index (found, found->len - 1));
}

gboolean
hs_board_refuse (HsStore *store, gint64 id, const char *reason, GPtrArray *edits, GError **error)
{
  g_autoptr (HsRecord) before = hs_store_get (store, HS_KIND_PROPOSAL_ROW, id, error);
  g_autoptr (HsRecord) after = NULL;
  g_autoptr (HsRecord) exclusion = NULL;

  if (before == NULL || !hs_match_refuse (store, id, reason, error)
      || !remove_fixed (store, hs_record_int (before, HS_PROPOSAL_ROW_STUDENT), edits, error))
    return FALSE;
  after = hs_store_get (store, HS_KIND_PROPOSAL_ROW, id, error);
  exclusion = after != NULL ? newest_exclusion (store, after, error) : NULL;
  if (exclusion == NULL)
    return FALSE;
  add_edit (edits, g_steal_pointer (&before), after);
  add_edit (edits, NULL, exclusion);
  return TRUE;
}

/* ---- taking back ---- */

static gboolean
same_values (const HsRecord *a, const HsRecord *b)
{
  for (guint i = 0; i < hs_record_kind (a)->n_fields; i++)
    if (!hs_record_same (a, b, i))
      return FALSE;
  return TRUE;
}

static gboolean
take_back_one (HsStore *store, const HsBoardEdit *edit, GError **error)
{
  const HsRecord *any = edit->after != NULL ? edit->after : edit->before;
  g_autoptr (HsRecord) now = NULL;

  if (edit->after == NULL)
    return hs_store_restore_record (store, hs_record_kind_id (any), hs_record_id (any), error);
  now = hs_store_get (store, hs_record_kind_id (any), hs_record_id (any), error);
  if (now == NULL)
    return FALSE;
  if (!same_values (now, edit->after))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_STALE,
                           _ ("this was changed since, and cannot be undone"));
      return FALSE;
    }
  if (edit->before == NULL)
    return hs_store_remove (store, now, error);
  for (guint i = 0; i < hs_record_kind (now)->n_fields; i++)
    hs_record_copy_field (now, edit->before, i);
  return hs_store_save (store, now, error);
}

gboolean
hs_board_take_back (HsStore *store, GPtrArray *edits, GError **error)
{
  for (guint i = edits->len; i > 0; i--)
    if (!take_back_one (store, g_ptr_array_index (edits, i - 1), error))
      return FALSE;
  return TRUE;
}
