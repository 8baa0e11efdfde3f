/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new agreement that starts as another one reads: the same texts and rows, moved to its own
 * period, without what was ticked, held or finished there. */

#include "hs-life-private.h"

/* What is of one placement and not of its text: people and place follow from the vacancy, hours are
 * counted, and what was signed stays where it is. */
static gboolean
is_text_of_sheet (guint field)
{
  switch (field)
    {
    case HS_SHEET_SHIFTS:
    case HS_SHEET_SCHOOL_DAYS:
    case HS_SHEET_WORKS_HOLIDAYS:
    case HS_SHEET_QUALIFICATION_PARTS:
    case HS_SHEET_ASSESSMENT:
    case HS_SHEET_ASSESSORS:
    case HS_SHEET_GUIDANCE:
    case HS_SHEET_GUIDANCE_MINUTES:
    case HS_SHEET_ENDING:
    case HS_SHEET_ALLOWANCE:
    case HS_SHEET_TRAVEL:
    case HS_SHEET_LIABILITY:
    case HS_SHEET_CONFIDENTIALITY:
    case HS_SHEET_TERMS_VERSION:
      return TRUE;
    default:
      return FALSE;
    }
}

void
hs_life_like_sheet (const HsDossier *like, HsRecord *sheet)
{
  for (guint i = 0; i < HS_SHEET_N_FIELDS; i++)
    if (is_text_of_sheet (i) && hs_record_has (like->sheet, i))
      hs_record_copy_field (sheet, like->sheet, i);
}

/* A day as far from the start of the new period as it was from the old one. Contact moments keep
 * their day of the week, which a shift by whole weeks does. */
static void
shift_days (HsRecord *row, gint64 by)
{
  const HsKind *kind = hs_record_kind (row);
  gint64 weeks = (by >= 0 ? by + 3 : by - 3) / 7 * 7;
  gboolean talk = kind->id == HS_KIND_CONTACT || kind->id == HS_KIND_PEER;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HS_TYPE_DATE && hs_record_has (row, i))
      hs_record_set_int (row, i, hs_record_int (row, i) + (talk ? weeks : by));
}

/* Rows that say what was agreed. Periods, interruptions and hours follow the calendar of each
 * placement; reservations are of one item on one day. */
static gboolean
is_copied (HsKindId kind)
{
  int parent = hs_kind_parent_field (hs_kind (kind));

  return parent >= 0 && hs_kind (kind)->fields[parent].target == HS_KIND_SHEET
         && kind != HS_KIND_PERIOD && kind != HS_KIND_INTERRUPTION && kind != HS_KIND_SPREAD
         && kind != HS_KIND_RESERVATION && (hs_kind (kind)->flags & HS_KIND_FLAG_APPEND) == 0
         && kind != HS_KIND_DELIVERY && kind != HS_KIND_CONSENT;
}

static HsRecord *
copy_row (const HsRecord *row, const HsRecord *sheet, gint64 by)
{
  const HsKind *kind = hs_record_kind (row);
  HsRecord *copy = hs_record_new (kind->id);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_PROGRESS) == 0)
      hs_record_copy_field (copy, row, i);
  shift_days (copy, by);
  hs_record_set_int (copy, (guint) hs_kind_parent_field (kind), hs_record_id (sheet));
  return copy;
}

static gboolean
copy_kind (HsStore *store, const HsDossier *like, HsKindId kind, const HsRecord *sheet,
           GHashTable *assignments, gint64 by, GError **error)
{
  for (guint i = 0; i < like->rows[kind]->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (like->rows[kind], i);
      g_autoptr (HsRecord) copy = copy_row (row, sheet, by);

      if (kind == HS_KIND_CRITERION)
        hs_record_set_int (
            copy, HS_CRITERION_ASSIGNMENT,
            GPOINTER_TO_INT (g_hash_table_lookup (
                assignments, GINT_TO_POINTER (hs_record_int (row, HS_CRITERION_ASSIGNMENT)))));
      if (!hs_store_save (store, copy, error))
        return FALSE;
      if (kind == HS_KIND_ASSIGNMENT)
        g_hash_table_insert (assignments, GINT_TO_POINTER (hs_record_id (row)),
                             GINT_TO_POINTER (hs_record_id (copy)));
    }
  return TRUE;
}

gboolean
hs_life_like_rows (HsStore *store, const HsDossier *like, const HsRecord *sheet, GError **error)
{
  g_autoptr (GHashTable) assignments = g_hash_table_new (NULL, NULL);
  gint64 by = 0;

  if (hs_record_has (sheet, HS_SHEET_START) && hs_record_has (like->sheet, HS_SHEET_START))
    by = hs_record_int (sheet, HS_SHEET_START) - hs_record_int (like->sheet, HS_SHEET_START);
  if (!copy_kind (store, like, HS_KIND_ASSIGNMENT, sheet, assignments, by, error))
    return FALSE;
  for (guint i = 0; i < HS_N_KINDS; i++)
    if (i != HS_KIND_ASSIGNMENT && like->rows[i] != NULL && is_copied ((HsKindId) i)
        && !copy_kind (store, like, (HsKindId) i, sheet, assignments, by, error))
      return FALSE;
  return TRUE;
}
