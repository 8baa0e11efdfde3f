/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proposals held against each other. */

#include "hs-board-compare-data.h"

#include "hs-board-private.h"
#include "hs-present.h"
#include "hs-query.h"

#include <glib/gi18n.h>

#define FAR_KM 20

static const struct
{
  const char *label;
  int sense;
} measures[HS_N_BOARD_MEASURES] = {
  [HS_BOARD_PLACED] = { N_ ("Students with a place"), 1 },
  [HS_BOARD_FIRST_WISH] = { N_ ("First wish came true"), 1 },
  [HS_BOARD_ANY_WISH] = { N_ ("Some wish came true"), 1 },
  [HS_BOARD_DISTANCE] = { N_ ("Mean distance in km"), -1 },
  [HS_BOARD_FAR] = { N_ ("Farther than 20 km"), -1 },
  [HS_BOARD_TECHNOLOGY] = { N_ ("Students with care technology"), 1 },
  [HS_BOARD_CUPBOARD] = { N_ ("From the cupboard back into use"), 1 },
  [HS_BOARD_SUPERVISORS] = { N_ ("Supervisors with a student"), 0 },
  [HS_BOARD_BUSIEST] = { N_ ("Most students of one supervisor"), -1 },
  [HS_BOARD_HOSTS] = { N_ ("Care organisations with a student"), 0 },
};

const char *
hs_board_measure_label (HsBoardMeasure measure)
{
  return _ (measures[measure].label);
}

int
hs_board_measure_sense (HsBoardMeasure measure)
{
  return measures[measure].sense;
}

/* ---- which there are ---- */

static void
title_free (gpointer data)
{
  HsBoardTitle *title = data;

  g_free (title->title);
  g_free (title);
}

GPtrArray *
hs_board_titles_read (HsStore *store, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_PROPOSAL);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *titles;

  hs_query_where_int (query, HS_PROPOSAL_STATUS, HS_OP_NOT_EQUAL, HS_PROPOSAL_STATUS_DROPPED);
  hs_query_order (query, HS_PROPOSAL_MADE_AT, TRUE);
  hs_query_window (query, 0, 50);
  found = hs_store_find (store, query, error);
  if (found == NULL)
    return NULL;
  titles = g_ptr_array_new_with_free_func (title_free);
  for (guint i = 0; i < found->len; i++)
    {
      HsBoardTitle *title = g_new0 (HsBoardTitle, 1);
      g_autofree char *name = hs_record_title (found->pdata[i]);

      title->id = hs_record_id (found->pdata[i]);
      title->title = g_strdup_printf (_ ("%s, %d of %d placed"), name,
                                      (int) hs_record_int (found->pdata[i], HS_PROPOSAL_PLACED),
                                      (int) hs_record_int (found->pdata[i], HS_PROPOSAL_STUDENTS));
      g_ptr_array_add (titles, title);
    }
  return titles;
}

/* ---- numbers ---- */

static gboolean
has_place (const HsBoardRow *row)
{
  return row->vacancy != 0 && row->status != HS_ROW_STATUS_REFUSED;
}

/* Adds one to the count of @id and gives it. */
static gint64
count_one (GHashTable *counts, gint64 id)
{
  gint64 *count = g_hash_table_lookup (counts, &id);

  if (count == NULL)
    {
      count = g_new0 (gint64, 1);
      g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), count);
    }
  return ++*count;
}

static gboolean
is_in_cupboard (HsStore *store, gint64 item)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_ITEM, item, NULL);

  return record != NULL && hs_record_int (record, HS_ITEM_STATE) == HS_ITEM_STATE_CUPBOARD;
}

static void
measure (HsStore *store, const HsBoardProposal *proposal, gint64 *numbers)
{
  g_autoptr (GHashTable) people =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) hosts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) items =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gint64 kilometres = 0, known = 0;

  for (guint i = 0; i < proposal->rows->len; i++)
    {
      const HsBoardRow *row = &g_array_index (proposal->rows, HsBoardRow, i);

      if (!has_place (row))
        continue;
      numbers[HS_BOARD_PLACED]++;
      numbers[HS_BOARD_FIRST_WISH] += row->rank == 1;
      numbers[HS_BOARD_ANY_WISH] += row->rank > 0;
      numbers[HS_BOARD_FAR] += row->distance > FAR_KM;
      kilometres += MAX (row->distance, 0);
      known += row->distance >= 0;
      count_one (hosts, row->host);
      numbers[HS_BOARD_BUSIEST] =
          MAX (numbers[HS_BOARD_BUSIEST], count_one (people, row->supervisor));
      numbers[HS_BOARD_TECHNOLOGY] += row->item != 0;
      if (row->item != 0 && count_one (items, row->item) == 1)
        numbers[HS_BOARD_CUPBOARD] += is_in_cupboard (store, row->item);
    }
  numbers[HS_BOARD_DISTANCE] = known > 0 ? (kilometres * 10 + known / 2) / known : -1;
  numbers[HS_BOARD_SUPERVISORS] = g_hash_table_size (people);
  numbers[HS_BOARD_HOSTS] = g_hash_table_size (hosts);
}

/* ---- who changes ---- */

static void
difference_free (gpointer data)
{
  HsBoardDifference *difference = data;

  g_free (difference->student);
  g_free (difference->from);
  g_free (difference->to);
  g_free (difference);
}

void
hs_board_comparison_free (HsBoardComparison *self)
{
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

static char *
place_name (HsStore *store, gint64 vacancy)
{
  g_autoptr (HsRecord) record =
      vacancy != 0 ? hs_store_get (store, HS_KIND_VACANCY, vacancy, NULL) : NULL;

  return record != NULL ? hs_present_value (store, record, HS_VACANCY_LOCATION)
                        : g_strdup (_ ("no place"));
}

static void
add_difference (HsBoardComparison *self, HsStore *store, gint64 student, gint64 from, gint64 to)
{
  HsBoardDifference *difference;

  if (from == to || self->n_different++ >= HS_BOARD_DIFFERENCES)
    return;
  difference = g_new0 (HsBoardDifference, 1);
  if (self->anonymous)
    {
      g_autofree char *uid = hs_store_uid (store, HS_KIND_STUDENT, student);
      difference->student = hs_board_code (uid);
    }
  else
    difference->student = hs_present_title_of (store, HS_KIND_STUDENT, student);
  difference->from = place_name (store, from);
  difference->to = place_name (store, to);
  g_ptr_array_add (self->differences, difference);
}

/* Students who are only in one of the two count as without a place in the other. */
static void
find_differences (HsBoardComparison *self, HsStore *store, HsBoardProposal *const *proposals)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < proposals[0]->rows->len; i++)
    {
      HsBoardRow *row = &g_array_index (proposals[0]->rows, HsBoardRow, i);
      g_hash_table_insert (places, &row->student, row);
    }
  for (guint i = 0; i < proposals[1]->rows->len; i++)
    {
      const HsBoardRow *row = &g_array_index (proposals[1]->rows, HsBoardRow, i);
      const HsBoardRow *other = g_hash_table_lookup (places, &row->student);

      add_difference (self, store, row->student,
                      other != NULL && has_place (other) ? other->vacancy : 0,
                      has_place (row) ? row->vacancy : 0);
      g_hash_table_remove (places, &row->student);
    }
  for (guint i = 0; i < proposals[0]->rows->len; i++)
    {
      const HsBoardRow *row = &g_array_index (proposals[0]->rows, HsBoardRow, i);

      if (g_hash_table_contains (places, &row->student))
        add_difference (self, store, row->student, has_place (row) ? row->vacancy : 0, 0);
    }
}

gpointer
hs_board_compare_read (HsStore *store, gpointer data, GError **error)
{
  HsBoardComparison *self = data;
  g_autoptr (HsBoardProposal) one = hs_board_proposal_read (store, self->ids[0], error);
  g_autoptr (HsBoardProposal) other =
      one != NULL ? hs_board_proposal_read (store, self->ids[1], error) : NULL;
  HsBoardProposal *proposals[] = { one, other };

  if (other == NULL)
    return NULL;
  self->differences = g_ptr_array_new_with_free_func (difference_free);
  for (guint i = 0; i < 2; i++)
    measure (store, proposals[i], self->numbers[i]);
  find_differences (self, store, proposals);
  return self;
}
