/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the proposal on the board: changing, and taking back. */

#include "hs-board-rows.h"

#include "hs-error.h"
#include "hs-query.h"

#include <glib/gi18n.h>

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

/* ---- ruling out ---- */

/* Whether @exclusion is against the place that @row has. */
static gboolean
is_against (HsStore *store, const HsRecord *exclusion, const HsRecord *row)
{
  HsBoardRow now;

  if (!hs_board_row_read (store, hs_record_id (row), &now, NULL) || now.vacancy == 0)
    return FALSE;
  {
    g_autoptr (HsRecord) vacancy = hs_store_get (store, HS_KIND_VACANCY, now.vacancy, NULL);
    const gint64 has[][2] = {
      { HS_EXCLUSION_VACANCY, now.vacancy },
      { HS_EXCLUSION_LOCATION, vacancy != NULL ? hs_record_int (vacancy, HS_VACANCY_LOCATION) : 0 },
      { HS_EXCLUSION_HOST, now.host },
      { HS_EXCLUSION_PERSON, now.supervisor },
      { HS_EXCLUSION_ITEM, now.item },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (has); i++)
      if (has[i][1] != 0 && hs_record_int (exclusion, (guint) has[i][0]) == has[i][1])
        return TRUE;
  }
  return FALSE;
}

gboolean
hs_board_rule_out (HsStore *store, gint64 id, guint field, gint64 target, const char *reason,
                   GPtrArray *edits, GError **error)
{
  g_autoptr (HsRecord) row = get_row (store, id, error);
  g_autoptr (HsRecord) exclusion = hs_record_new (HS_KIND_EXCLUSION);

  if (row == NULL)
    return FALSE;
  hs_record_set_int (exclusion, HS_EXCLUSION_STUDENT, hs_record_int (row, HS_PROPOSAL_ROW_STUDENT));
  hs_record_set_int (exclusion, field, target);
  hs_record_set_text (exclusion, HS_EXCLUSION_REASON, reason);
  if (!save (store, exclusion, edits, error))
    return FALSE;
  return !is_against (store, exclusion, row) || hs_board_give (store, id, NULL, edits, error);
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
