/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the items that are reserved. */

#include "hs-rule-private.h"

#define RESERVATION HS_KIND_RESERVATION

typedef void (*CheckItem) (const HsDossier *dossier, HsRun *run, const HsRecord *reservation,
                           const HsRecord *item, guint index);

static void
each_reservation (const HsDossier *dossier, HsRun *run, CheckItem check)
{
  GPtrArray *rows = dossier->rows[RESERVATION];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      const HsRecord *item =
          hs_dossier_find (dossier, HS_KIND_ITEM, hs_record_int (row, HS_RESERVATION_ITEM));

      if (item != NULL)
        check (dossier, run, row, item, i);
    }
}

static void
check_item_state (const HsDossier *dossier, HsRun *run, const HsRecord *row, const HsRecord *item,
                  guint index)
{
  gint64 state = hs_record_int (item, HS_ITEM_STATE);
  g_autofree char *name = NULL;

  if (state < 0 || state == HS_ITEM_STATE_IN_USE)
    return;
  name = hs_record_title (item);
  if (state == HS_ITEM_STATE_CUPBOARD)
    hs_found_as (
        run, HS_SEVERITY_TIP, RESERVATION, row, HS_RESERVATION_ITEM,
        _ ("%s is in the cupboard. Agree who makes it ready: the student can bring it back "
           "into use."),
        name);
  else if (state == HS_ITEM_STATE_REPAIR)
    hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
              _ ("%s is in repair. Ask when it is back, or choose another item."), name);
  else if (state == HS_ITEM_STATE_ORDERED)
    hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
              _ ("%s is on order. Ask when it comes, or choose another item."), name);
  else
    hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
              _ ("%s is not there any more. Choose another item."), name);
}

static void
check_states (const HsDossier *dossier, HsRun *run)
{
  each_reservation (dossier, run, check_item_state);
}

static void
check_item_double (const HsDossier *dossier, HsRun *run, const HsRecord *row, const HsRecord *item,
                   guint index)
{
  gint64 limit, peak;
  g_autofree char *name = NULL;

  if (index >= dossier->facts.item_limits->len || index >= dossier->facts.item_peaks->len)
    return;
  limit = g_array_index (dossier->facts.item_limits, gint64, index);
  peak = g_array_index (dossier->facts.item_peaks, gint64, index);
  if (limit < 0 || peak <= limit)
    return;
  name = hs_record_title (item);
  hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
            _ ("%s is reserved %d times at a time and there is room for %d. Choose other dates or "
               "another item."),
            name, (int) peak, (int) limit);
}

static void
check_double (const HsDossier *dossier, HsRun *run)
{
  each_reservation (dossier, run, check_item_double);
}

static void
check_item_place (const HsDossier *dossier, HsRun *run, const HsRecord *row, const HsRecord *item,
                  guint index)
{
  g_autofree char *name = NULL;

  if (dossier->location == NULL || hs_record_int (item, HS_ITEM_MOVABLE) != 0
      || !hs_record_has (item, HS_ITEM_LOCATION)
      || hs_record_int (item, HS_ITEM_LOCATION) == hs_record_id (dossier->location))
    return;
  name = hs_record_title (item);
  hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
            _ ("%s stays at another location and cannot be moved. Choose another item."), name);
}

static void
check_places (const HsDossier *dossier, HsRun *run)
{
  each_reservation (dossier, run, check_item_place);
}

static void
check_item_maintenance (const HsDossier *dossier, HsRun *run, const HsRecord *row,
                        const HsRecord *item, guint index)
{
  gint64 end = hs_record_has (row, HS_RESERVATION_TO) ? hs_record_int (row, HS_RESERVATION_TO)
                                                      : hs_sheet_int (dossier, HS_SHEET_END);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (!hs_record_has (item, HS_ITEM_MAINTENANCE_DUE) || end == 0
      || hs_record_int (item, HS_ITEM_MAINTENANCE_DUE) > end)
    return;
  name = hs_record_title (item);
  day = hs_day_format ((HsDay) hs_record_int (item, HS_ITEM_MAINTENANCE_DUE));
  hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
            _ ("Maintenance of %s is due on %s. Agree who sees to it."), name, day);
}

static void
check_maintenance (const HsDossier *dossier, HsRun *run)
{
  each_reservation (dossier, run, check_item_maintenance);
}

static void
check_item_safety (const HsDossier *dossier, HsRun *run, const HsRecord *row, const HsRecord *item,
                   guint index)
{
  g_autofree char *name = NULL;

  if (hs_record_int (item, HS_ITEM_UNUSED_REASON) != HS_UNUSED_REASON_UNSAFE)
    return;
  name = hs_record_title (item);
  hs_found (run, RESERVATION, row, HS_RESERVATION_ITEM,
            _ ("%s was not found safe. Do not use it before that is solved."), name);
}

static void
check_safety (const HsDossier *dossier, HsRun *run)
{
  each_reservation (dossier, run, check_item_safety);
}

static void
check_period (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[RESERVATION];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      gint64 from = hs_record_int (row, HS_RESERVATION_FROM);
      gint64 to = hs_record_int (row, HS_RESERVATION_TO);

      if (!hs_record_has (row, HS_RESERVATION_FROM) || !hs_record_has (row, HS_RESERVATION_TO))
        continue;
      if (to < from)
        hs_found (run, RESERVATION, row, HS_RESERVATION_TO,
                  _ ("The last day is before the first day. Correct one of them."));
      else if (hs_sheet_has_period (dossier)
               && (from < hs_sheet_int (dossier, HS_SHEET_START)
                   || to > hs_sheet_int (dossier, HS_SHEET_END)))
        hs_found (run, RESERVATION, row, HS_RESERVATION_FROM,
                  _ ("The reservation is outside the placement. Change the days."));
    }
}

/* Whether an item is reserved for @assignment. */
static gboolean
has_reservation (const HsDossier *dossier, const HsRecord *assignment)
{
  GPtrArray *rows = dossier->rows[RESERVATION];

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_int (g_ptr_array_index (rows, i), HS_RESERVATION_ASSIGNMENT)
        == hs_record_id (assignment))
      return TRUE;
  return FALSE;
}

static void
check_reserved (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_ASSIGNMENT];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_ASSIGNMENT_TECHNOLOGY) && !has_reservation (dossier, row))
        hs_found (run, RESERVATION, NULL, -1, _ ("No item is reserved for the assignment “%s”."),
                  hs_record_has (row, HS_ASSIGNMENT_TITLE)
                      ? hs_record_text (row, HS_ASSIGNMENT_TITLE)
                      : "…");
    }
}

/* clang-format off */
const HsRule hs_rules_item[] = {
  { "ITEM-STATE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Reserved items are there and work"), N_ ("Inventory of the host"), check_states },
  { "ITEM-ROOM", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Items are not reserved more often than there are"), N_ ("Inventory of the host"),
    check_double },
  { "ITEM-PLACE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Reserved items are at the location or can be moved"), N_ ("Inventory of the host"),
    check_places },
  { "ITEM-MAINTENANCE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("No maintenance is due while an item is reserved"), N_ ("Inventory of the host"),
    check_maintenance },
  { "ITEM-SAFETY", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Reserved items were found safe"), N_ ("Inventory of the host"), check_safety },
  { "ITEM-PERIOD", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Reservations are inside the placement"), N_ ("Inventory of the host"), check_period },
  { "ITEM-RESERVED", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("An item is reserved for an assignment with technology"), N_ ("Inventory of the host"),
    check_reserved },
};
/* clang-format on */
const guint hs_n_rules_item = G_N_ELEMENTS (hs_rules_item);
