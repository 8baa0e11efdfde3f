/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the load over time out of the file: rows are read once, agreement by agreement. Who asks
 * for it afterwards is in hs-usage.c. */

#include "hs-store-private.h"
#include "hs-usage-private.h"

#include <glib/gi18n.h>

/* Before and after every day that people write. */
#define EVER_BEFORE (HS_DAY_FIRST - 1)
#define EVER_AFTER (HS_DAY_LAST + 2)

/* What is needed of a sheet. */
typedef struct
{
  gint64 id;
  HsSheetStatus status;
  HsDay effective;
  HsDay start;
  HsDay end;
  gint64 supervisor;
  gint64 coach;
  gint64 coach_minutes;
  gint64 location;
  gint64 total;
} Sheet;

/* What is needed of an agreement, with its sheets by number. */
typedef struct
{
  gint64 id;
  HsAgreementState state;
  gint64 student;
  gint64 enrolment;
  gint64 vacancy;
  HsDay ended;
  gint64 realised;
  GArray *sheets;
} Agreement;

#define COLUMNS                                                                                    \
  "SELECT a.id, a.state, a.student, a.enrolment, a.vacancy, a.ended_on, a.realised_minutes, "      \
  "s.id, s.status, s.effective_from, s.start, s.\"end\", s.supervisor, s.digicoach, "              \
  "s.digicoach_minutes, s.location, s.total_minutes "                                              \
  "FROM agreement AS a CROSS JOIN sheet AS s ON s.agreement = a.id "                               \
  "WHERE a.removed IS NULL AND s.removed IS NULL AND ifnull (a.state, '') NOT IN ('withdrawn', "   \
  "'refused') "

#define RESERVATIONS                                                                               \
  "SELECT sheet, item, \"from\", \"to\", quantity FROM reservation WHERE removed IS NULL "

static HsDay
column_day (sqlite3_stmt *row, int column, HsDay otherwise)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  HsDay day = text != NULL ? hs_day_parse_iso (text, (gsize) sqlite3_column_bytes (row, column))
                           : HS_DAY_NONE;

  return day != HS_DAY_NONE ? day : otherwise;
}

/* The index of the code in @column, 0 when there is none. */
static int
column_choice (sqlite3_stmt *row, int column, HsChoicesId choices)
{
  const char *code = (const char *) sqlite3_column_text (row, column);
  int index = code != NULL ? hs_choice_find (choices, code) : 0;

  return MAX (index, 0);
}

/* Notes what @sheet uses in [from, to), where it is in force. */
static void
add_stretches (HsUsage *self, const Agreement *agreement, const Sheet *sheet, HsDay from, HsDay to)
{
  HsUsageDays days = { agreement->id, from, to };
  HsStay stay = { agreement->id, from, to, sheet->location };

  hs_usage_note_stay (self, agreement->student, &stay);
  hs_usage_note (self, HS_USE_SUPERVISOR, sheet->supervisor, &days, 1);
  hs_usage_note (self, HS_USE_VACANCY, agreement->vacancy, &days, 1);
  if (sheet->coach_minutes > 0)
    hs_usage_note (self, HS_USE_COACH, sheet->coach, &days,
                   hs_usage_week_rate (sheet->coach_minutes, sheet->start, sheet->end + 1));
  g_hash_table_insert (self->days, g_memdup2 (&sheet->id, sizeof sheet->id),
                       g_memdup2 (&days, sizeof days));
}

/* The first sheet counts from when it is fixed, a later one once all consented; see
 * hs_dossier_effective_sheet. */
static gboolean
counts (GArray *sheets, guint index)
{
  gint64 status = g_array_index (sheets, Sheet, index).status;

  return status == HS_SHEET_STATUS_IN_FORCE || (status == HS_SHEET_STATUS_FIXED && index == 0);
}

/* Keeps the sheets that count, in the order in which they take effect; when none is fixed yet, the
 * newest that was not withdrawn. */
static void
keep_effective (GArray *sheets)
{
  gint newest = -1;

  for (guint i = 0; i < sheets->len; i++)
    if (g_array_index (sheets, Sheet, i).status != HS_SHEET_STATUS_WITHDRAWN)
      newest = (gint) i;
  if (newest < 0)
    {
      g_array_set_size (sheets, 0);
      return;
    }
  for (guint i = 0; i < sheets->len; i++)
    if (counts (sheets, i))
      newest = -1;
  for (guint i = sheets->len; i-- > 0;)
    if (newest >= 0 ? (gint) i != newest : !counts (sheets, i))
      g_array_remove_index (sheets, i);
}

static gint
by_effect (gconstpointer a, gconstpointer b)
{
  const Sheet *first = a, *second = b;

  if (first->effective != second->effective)
    return first->effective < second->effective ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/* The minutes that @agreement counts for in its enrolment. */
static void
add_plan (HsUsage *self, const Agreement *agreement, const Sheet *last)
{
  HsPlan plan = { agreement->id, agreement->state == HS_AGREEMENT_STATE_ENDED ? agreement->realised
                                                                              : last->total };

  hs_usage_note_plan (self, agreement->enrolment, &plan);
}

/* All rows of an agreement were read: cuts its days into stretches. */
static void
finish (HsUsage *self, Agreement *agreement)
{
  GArray *sheets = agreement->sheets;

  if (agreement->id == 0)
    return;
  keep_effective (sheets);
  g_array_sort (sheets, by_effect);
  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);
      HsDay from = i == 0 ? sheet->start : MAX (sheet->start, sheet->effective);
      HsDay to = sheet->end + 1;

      if (i + 1 < sheets->len)
        to = MIN (to, g_array_index (sheets, Sheet, i + 1).effective);
      if (agreement->state == HS_AGREEMENT_STATE_ENDED)
        to = MIN (to, agreement->ended + 1);
      if (sheet->start != HS_DAY_NONE && from < to)
        add_stretches (self, agreement, sheet, from, to);
    }
  if (sheets->len > 0)
    add_plan (self, agreement, &g_array_index (sheets, Sheet, sheets->len - 1));
  g_array_set_size (sheets, 0);
}

static void
read_agreement (Agreement *agreement, sqlite3_stmt *row)
{
  agreement->id = sqlite3_column_int64 (row, 0);
  agreement->state = (HsAgreementState) column_choice (row, 1, HS_CHOICES_AGREEMENT_STATE);
  agreement->student = sqlite3_column_int64 (row, 2);
  agreement->enrolment = sqlite3_column_int64 (row, 3);
  agreement->vacancy = sqlite3_column_int64 (row, 4);
  agreement->ended = column_day (row, 5, EVER_AFTER - 1);
  agreement->realised = sqlite3_column_int64 (row, 6);
}

static void
read_sheet (Agreement *agreement, sqlite3_stmt *row)
{
  Sheet sheet = {
    .id = sqlite3_column_int64 (row, 7),
    .status = (HsSheetStatus) column_choice (row, 8, HS_CHOICES_SHEET_STATUS),
    .effective = column_day (row, 9, EVER_BEFORE),
    .start = column_day (row, 10, HS_DAY_NONE),
    .end = column_day (row, 11, EVER_BEFORE),
    .supervisor = sqlite3_column_int64 (row, 12),
    .coach = sqlite3_column_int64 (row, 13),
    .coach_minutes = sqlite3_column_int64 (row, 14),
    .location = sqlite3_column_int64 (row, 15),
    .total = sqlite3_column_int64 (row, 16),
  };

  g_array_append_val (agreement->sheets, sheet);
}

static gboolean
read_agreements (HsUsage *self, HsStore *store, sqlite3_stmt *statement, GError **error)
{
  Agreement agreement = { .sheets = g_array_new (FALSE, FALSE, sizeof (Sheet)) };
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (sqlite3_column_int64 (statement, 0) != agreement.id)
        {
          finish (self, &agreement);
          read_agreement (&agreement, statement);
        }
      read_sheet (&agreement, statement);
    }
  finish (self, &agreement);
  g_array_unref (agreement.sheets);
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  return result == SQLITE_DONE;
}

/* A reservation counts while its sheet is in force, in the days that both name. */
static gboolean
read_reservations (HsUsage *self, HsStore *store, sqlite3_stmt *statement, GError **error)
{
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 sheet = sqlite3_column_int64 (statement, 0);
      const HsUsageDays *days = g_hash_table_lookup (self->days, &sheet);
      HsUsageDays own;

      if (days == NULL)
        continue;
      own = (HsUsageDays){
        .agreement = days->agreement,
        .from = MAX (days->from, column_day (statement, 2, days->from)),
        .to = MIN (days->to, column_day (statement, 3, days->to)),
      };
      hs_usage_note (self, HS_USE_ITEM, sqlite3_column_int64 (statement, 1), &own,
                     MAX (sqlite3_column_int64 (statement, 4), 1));
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  return result == SQLITE_DONE;
}

/* Takes both statements, with @bind setting their values, and reads them. */
static HsUsage *
read_all (HsStore *store, const char *agreements, const char *reservations,
          void (*bind) (sqlite3_stmt *, gconstpointer), gconstpointer data, GError **error)
{
  g_autoptr (HsUsage) self = hs_usage_new_empty ();
  sqlite3_stmt *first = hs_store_take (store, agreements, error);
  sqlite3_stmt *second = first != NULL ? hs_store_take (store, reservations, error) : NULL;
  gboolean done = FALSE;

  if (second != NULL)
    {
      if (bind != NULL)
        {
          bind (first, data);
          bind (second, data);
        }
      done = read_agreements (self, store, first, error)
             && read_reservations (self, store, second, error);
    }
  hs_store_give (store, first);
  hs_store_give (store, second);
  hs_usage_settle (self);
  return done ? g_steal_pointer (&self) : NULL;
}

HsUsage *
hs_usage_new (HsStore *store, GError **error)
{
  return read_all (store, COLUMNS "ORDER BY a.id, s.number, s.id", RESERVATIONS, NULL, NULL, error);
}

/* The values that narrow what is read down to one dossier. */
typedef struct
{
  gint64 supervisor;
  gint64 coach;
  gint64 vacancy;
  char *items;
  char *students;
} Around;

static void
bind_around (sqlite3_stmt *statement, gconstpointer data)
{
  const Around *around = data;

  sqlite3_bind_text (statement, 4, around->items, -1, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) < 5)
    return;
  sqlite3_bind_int64 (statement, 1, around->supervisor);
  sqlite3_bind_int64 (statement, 2, around->coach);
  sqlite3_bind_int64 (statement, 3, around->vacancy);
  sqlite3_bind_text (statement, 5, around->students, -1, SQLITE_TRANSIENT);
}

/* "[1,2,3]" (transfer full) */
static char *
json_list (GArray *ids)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, "%s%lld", i > 0 ? "," : "",
                            (long long) g_array_index (ids, gint64, i));
  g_string_append_c (list, ']');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

HsUsage *
hs_usage_new_around (HsStore *store, const HsRecord *agreement, const HsRecord *sheet,
                     GArray *items, GArray *students, GError **error)
{
  Around around = {
    .supervisor = sheet != NULL ? hs_record_int (sheet, HS_SHEET_SUPERVISOR) : 0,
    .coach = sheet != NULL ? hs_record_int (sheet, HS_SHEET_DIGICOACH) : 0,
    .vacancy = hs_record_int (agreement, HS_AGREEMENT_VACANCY),
    .items = json_list (items),
    .students = json_list (students),
  };
  HsUsage *self = read_all (
      store,
      COLUMNS
      "AND a.id IN (SELECT agreement FROM sheet WHERE supervisor = ?1 "
      "UNION SELECT agreement FROM sheet WHERE digicoach = ?2 "
      "UNION SELECT id FROM agreement WHERE vacancy = ?3 "
      "UNION SELECT id FROM agreement WHERE student IN (SELECT value FROM json_each (?5)) "
      "UNION SELECT i.agreement FROM reservation AS r CROSS JOIN sheet AS i ON i.id = r.sheet "
      "WHERE r.item IN (SELECT value FROM json_each (?4))) ORDER BY a.id, s.number, s.id",
      RESERVATIONS "AND item IN (SELECT value FROM json_each (?4))", bind_around, &around, error);

  g_free (around.items);
  g_free (around.students);
  return self;
}
