/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in use already: the agreements that are alive, each day by the sheet that is in force on
 * it. */

#include "hs-match-world-private.h"

/* The days [from, to) on which a sheet of an agreement counts. */
typedef struct
{
  HsDay from;
  HsDay to;
} Window;

typedef struct
{
  HsMatchWorld *world;
  GHashTable *busy;
  GHashTable *hosts;
  GHashTable *agreements; /* id → HsRecord of those that are alive */
  GHashTable *sheets; /* agreement id → GPtrArray of HsRecord */
  GHashTable *windows; /* sheet id → Window */
} Use;

static gboolean
is_alive (const HsRecord *agreement)
{
  gint64 state = hs_record_int (agreement, HS_AGREEMENT_STATE);

  return state != HS_AGREEMENT_STATE_COMPLETED && state != HS_AGREEMENT_STATE_ENDED
         && state != HS_AGREEMENT_STATE_WITHDRAWN && state != HS_AGREEMENT_STATE_REFUSED;
}

static gboolean
each_agreement (HsRecord *record, gpointer data)
{
  Use *use = data;
  gint64 host = hs_record_int (record, HS_AGREEMENT_HOST);
  gint64 id = hs_record_id (record);

  if (hs_record_int (record, HS_AGREEMENT_STATE) != HS_AGREEMENT_STATE_WITHDRAWN && host != 0)
    g_array_append_val (hs_match_array_of (use->hosts, hs_record_int (record, HS_AGREEMENT_STUDENT),
                                           sizeof (gint64)),
                        host);
  if (is_alive (record))
    g_hash_table_insert (use->agreements, g_memdup2 (&id, sizeof id), hs_record_ref (record));
  return TRUE;
}

static gboolean
each_sheet (HsRecord *record, gpointer data)
{
  Use *use = data;
  gint64 agreement = hs_record_int (record, HS_SHEET_AGREEMENT);
  GPtrArray *sheets;

  if (!g_hash_table_contains (use->agreements, &agreement)
      || hs_record_int (record, HS_SHEET_STATUS) == HS_SHEET_STATUS_WITHDRAWN)
    return TRUE;
  sheets = g_hash_table_lookup (use->sheets, &agreement);
  if (sheets == NULL)
    {
      sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
      g_hash_table_insert (use->sheets, g_memdup2 (&agreement, sizeof agreement), sheets);
    }
  g_ptr_array_add (sheets, hs_record_ref (record));
  return TRUE;
}

/* The first day on which a sheet counts: the first sheet always, a later one from its date. */
static HsDay
effective (const HsRecord *sheet)
{
  return hs_record_int (sheet, HS_SHEET_NUMBER) > 1
                 && hs_record_has (sheet, HS_SHEET_EFFECTIVE_FROM)
             ? (HsDay) hs_record_int (sheet, HS_SHEET_EFFECTIVE_FROM)
             : HS_DAY_FIRST;
}

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const HsRecord *one = *(HsRecord *const *) a;
  const HsRecord *other = *(HsRecord *const *) b;
  HsDay from = effective (one), to = effective (other);

  if (from != to)
    return from < to ? -1 : 1;
  return hs_record_int (one, HS_SHEET_NUMBER) < hs_record_int (other, HS_SHEET_NUMBER) ? -1 : 1;
}

/* A later sheet that nobody consented to yet does not count. */
static gboolean
counts (const HsRecord *sheet)
{
  return hs_record_int (sheet, HS_SHEET_NUMBER) <= 1
         || hs_record_int (sheet, HS_SHEET_STATUS) == HS_SHEET_STATUS_IN_FORCE;
}

static void
add_person_load (HsMatchWorld *world, gint64 person, Window window, gint32 students, gint32 minutes)
{
  guint32 number = hs_match_world_number (world, HS_KIND_PERSON, person);

  if (number == HS_NOBODY)
    return;
  hs_match_add_load (&hs_match_person (world, number)->students, window.from, window.to, students);
  hs_match_add_load (&hs_match_person (world, number)->coaching, window.from, window.to, minutes);
}

/* Minutes a week that a sheet asks of its digicoach, rounded up. */
static gint32
coach_minutes (const Use *use, const HsRecord *sheet, HsDay from, HsDay to)
{
  gint64 weeks = MAX (1, (to - from + 6) / 7);

  if (!hs_record_has (sheet, HS_SHEET_DIGICOACH_MINUTES))
    return use->world->coach_minutes_week;
  return (gint32) CLAMP ((hs_record_int (sheet, HS_SHEET_DIGICOACH_MINUTES) + weeks - 1) / weeks, 0,
                         10080);
}

static void
add_sheet (Use *use, const HsRecord *agreement, const HsRecord *sheet, HsDay until)
{
  HsDay start = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  HsDay end = hs_match_past (sheet, HS_SHEET_END);
  Window window = { MAX (start, effective (sheet)), MIN (end, until) };
  gint64 id = hs_record_id (sheet);
  guint32 vacancy = hs_match_world_number (use->world, HS_KIND_VACANCY,
                                           hs_record_int (agreement, HS_AGREEMENT_VACANCY));
  guint32 location = hs_match_world_number (use->world, HS_KIND_LOCATION,
                                            hs_record_int (sheet, HS_SHEET_LOCATION));
  HsLoad busy = { window.from, window.to, (gint32) location };

  if (!hs_record_has (sheet, HS_SHEET_START) || end == HS_DAY_NONE || window.from >= window.to)
    return;
  add_person_load (use->world, hs_record_int (sheet, HS_SHEET_SUPERVISOR), window, 1, 0);
  add_person_load (use->world, hs_record_int (sheet, HS_SHEET_DIGICOACH), window, 0,
                   coach_minutes (use, sheet, start, end));
  if (vacancy != HS_NOBODY)
    hs_match_add_load (&hs_match_vacancy (use->world, vacancy)->taken, window.from, window.to, 1);
  g_array_append_val (hs_match_array_of (use->busy, hs_record_int (agreement, HS_AGREEMENT_STUDENT),
                                         sizeof (HsLoad)),
                      busy);
  g_hash_table_insert (use->windows, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&window, sizeof window));
}

static void
add_agreement (Use *use, const HsRecord *agreement, GPtrArray *sheets)
{
  g_ptr_array_sort (sheets, compare_sheets);
  for (guint i = 0; i < sheets->len; i++)
    {
      const HsRecord *sheet = g_ptr_array_index (sheets, i);
      HsDay until = HS_DAY_LAST;

      if (!counts (sheet))
        continue;
      for (guint k = i + 1; k < sheets->len && until == HS_DAY_LAST; k++)
        if (counts (g_ptr_array_index (sheets, k)))
          until = effective (g_ptr_array_index (sheets, k));
      add_sheet (use, agreement, sheet, until);
    }
}

static gboolean
each_reservation (HsRecord *record, gpointer data)
{
  Use *use = data;
  gint64 sheet = hs_record_int (record, HS_RESERVATION_SHEET);
  const Window *window = g_hash_table_lookup (use->windows, &sheet);
  guint32 item =
      hs_match_world_number (use->world, HS_KIND_ITEM, hs_record_int (record, HS_RESERVATION_ITEM));
  HsDay from, to;

  if (window == NULL || item == HS_NOBODY)
    return TRUE;
  from = hs_record_has (record, HS_RESERVATION_FROM)
             ? (HsDay) hs_record_int (record, HS_RESERVATION_FROM)
             : window->from;
  to = hs_record_has (record, HS_RESERVATION_TO) ? (HsDay) hs_record_int (record, HS_RESERVATION_TO)
                                                 : window->to;
  hs_match_add_load (&hs_match_item (use->world, item)->in_use, MAX (from, window->from),
                     MIN (to, window->to),
                     hs_record_has (record, HS_RESERVATION_QUANTITY)
                         ? (gint32) hs_record_int (record, HS_RESERVATION_QUANTITY)
                         : 1);
  return TRUE;
}

static GHashTable *
id_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

gboolean
hs_match_world_read_use (HsMatchWorld *self, HsStore *store, GHashTable *busy, GHashTable *hosts,
                         GError **error)
{
  g_autoptr (GHashTable) agreements = id_table ((GDestroyNotify) hs_record_unref);
  g_autoptr (GHashTable) sheets = id_table ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) windows = id_table (g_free);
  g_autoptr (HsQuery) all_agreements = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (HsQuery) all_sheets = hs_query_new (HS_KIND_SHEET);
  g_autoptr (HsQuery) all_reservations = hs_query_new (HS_KIND_RESERVATION);
  Use use = { self, busy, hosts, agreements, sheets, windows };
  GHashTableIter iter;
  gpointer id, list;

  if (!hs_store_for_each (store, all_agreements, each_agreement, &use, error)
      || !hs_store_for_each (store, all_sheets, each_sheet, &use, error))
    return FALSE;
  g_hash_table_iter_init (&iter, sheets);
  while (g_hash_table_iter_next (&iter, &id, &list))
    add_agreement (&use, g_hash_table_lookup (agreements, id), list);
  return hs_store_for_each (store, all_reservations, each_reservation, &use, error);
}
