/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the proposal on the board: reading. */

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
  GArray *rows;
  GHashTable *locations; /* id → id of the host */
  GHashTable *hosts; /* id of a vacancy → id of its host */
} Reading;

static void
put (GHashTable *table, gint64 id, gint64 value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), g_memdup2 (&value, sizeof value));
}

static gint64
look_up (GHashTable *table, gint64 id)
{
  const gint64 *value = g_hash_table_lookup (table, &id);

  return value != NULL ? *value : 0;
}

static gboolean
each_location (HsRecord *record, gpointer data)
{
  put (((Reading *) data)->locations, hs_record_id (record),
       hs_record_int (record, HS_LOCATION_ORGANISATION));
  return TRUE;
}

static gboolean
each_vacancy (HsRecord *record, gpointer data)
{
  Reading *reading = data;

  put (reading->hosts, hs_record_id (record),
       look_up (reading->locations, hs_record_int (record, HS_VACANCY_LOCATION)));
  return TRUE;
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
  g_autoptr (HsQuery) vacancies = hs_query_new (HS_KIND_VACANCY);
  g_autoptr (HsQuery) places = hs_query_new (HS_KIND_LOCATION);
  g_autoptr (GHashTable) locations =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) hosts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Reading reading = { self->rows, locations, hosts };

  hs_query_where_int (query, HS_PROPOSAL_ROW_PROPOSAL, HS_OP_EQUAL, self->id);
  if (!hs_store_for_each (store, places, each_location, &reading, error)
      || !hs_store_for_each (store, vacancies, each_vacancy, &reading, error)
      || !hs_store_for_each (store, query, each_row, &reading, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      HsBoardRow *row = &g_array_index (self->rows, HsBoardRow, i);

      row->host = look_up (hosts, row->vacancy);
    }
  return TRUE;
}

/* The organisation that vacancy @id is at, 0 for none. */
static gint64
host_of (HsStore *store, gint64 id)
{
  g_autoptr (HsRecord) vacancy = hs_store_get (store, HS_KIND_VACANCY, id, NULL);
  g_autoptr (HsRecord) location = NULL;

  if (vacancy != NULL && hs_record_has (vacancy, HS_VACANCY_LOCATION))
    location =
        hs_store_get (store, HS_KIND_LOCATION, hs_record_int (vacancy, HS_VACANCY_LOCATION), NULL);
  return location != NULL ? hs_record_int (location, HS_LOCATION_ORGANISATION) : 0;
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
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (HsBoardRow));
  Reading reading = { .rows = rows };

  if (record == NULL)
    return FALSE;
  each_row (record, &reading);
  *row = g_array_index (rows, HsBoardRow, 0);
  row->host = row->vacancy != 0 ? host_of (store, row->vacancy) : 0;
  return TRUE;
}
