/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each question is one statement, so that it costs about the same in a file of a region. */

#include "hs-attention.h"

#include "hs-store-private.h"

#include <glib/gi18n.h>

/* States in which an agreement is alive. */
#define ALIVE "('proposed', 'placed', 'draft', 'review', 'approved', 'out', 'agreed')"
#define IDLE_DAYS 180

#define UNPLACED                                                                                   \
  " FROM enrolment e JOIN student s ON s.id = e.student"                                           \
  " WHERE e.removed IS NULL AND s.removed IS NULL AND (?1 = 0 OR s.school = ?1)"                   \
  " AND e.placement_start IS NOT NULL AND ifnull (e.placement_end, e.placement_start) >= ?2"       \
  " AND NOT EXISTS (SELECT 1 FROM agreement a LEFT JOIN sheet t ON t.id = a.sheet"                 \
  "  WHERE a.student = s.id AND a.removed IS NULL AND a.state IN " ALIVE                           \
  "  AND ifnull (t.\"end\", ?2) >= ?2)"

#define IDLE                                                                                       \
  " FROM item i LEFT JOIN location l ON l.id = i.location"                                         \
  " WHERE i.removed IS NULL AND (?1 = 0 OR l.organisation = ?1) AND (i.state = 'cupboard'"         \
  " OR (i.state = 'in_use' AND NOT EXISTS (SELECT 1 FROM reservation r"                            \
  "  WHERE r.item = i.id AND r.removed IS NULL AND ifnull (r.\"to\", ?2) >= ?2)))"

static GArray *
read_ids (HsStore *store, const char *sql, gint64 first, HsDay day, guint limit, GError **error)
{
  sqlite3_stmt *statement = hs_store_take (store, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  char iso[11];
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_text (statement, 2, hs_day_to_iso (day, iso), -1, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 2)
    sqlite3_bind_int64 (statement, 3, limit);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  hs_store_give (store, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The ids of @list, and by @counting how many there are in all. */
static GArray *
read_list (HsStore *store, const char *list, const char *counting, gint64 first, HsDay day,
           guint limit, gint64 *count, GError **error)
{
  g_autoptr (GArray) number = NULL;

  if (count != NULL)
    {
      number = read_ids (store, counting, first, day, 0, error);
      if (number == NULL)
        return NULL;
      *count = number->len > 0 ? g_array_index (number, gint64, 0) : 0;
    }
  return read_ids (store, list, first, day, limit, error);
}

GArray *
hs_store_unplaced (HsStore *store, gint64 school, HsDay today, guint limit, gint64 *count,
                   GError **error)
{
  return read_list (store,
                    "SELECT s.id" UNPLACED
                    " GROUP BY s.id ORDER BY min (e.placement_start), s.last_name, s.id LIMIT ?3",
                    "SELECT count(DISTINCT s.id)" UNPLACED, school, today, limit, count, error);
}

GArray *
hs_store_idle_items (HsStore *store, gint64 host, HsDay today, guint limit, gint64 *count,
                     GError **error)
{
  return read_list (store,
                    "SELECT i.id" IDLE " ORDER BY i.state = 'cupboard' DESC, l.name, i.id LIMIT ?3",
                    "SELECT count(*)" IDLE, host, today - IDLE_DAYS, limit, count, error);
}

#define LOADS(person, amount, limit)                                                               \
  "SELECT p.id, " amount " AS used, ifnull (p." limit ", -1) AS most FROM agreement a"             \
  " JOIN sheet t ON t.id = a.sheet JOIN person p ON p.id = t." person                              \
  " WHERE a.removed IS NULL AND a.state IN " ALIVE " AND p.removed IS NULL"                        \
  " AND (?1 = 0 OR p.organisation = ?1) AND t.start <= ?3 AND t.\"end\" >= ?2 GROUP BY p.id"       \
  " ORDER BY CASE WHEN most > 0 THEN used * 1.0 / most ELSE 0 END DESC, used DESC, p.id LIMIT ?4"

GArray *
hs_store_loads (HsStore *store, HsLoadOf of, gint64 host, HsDay from, HsDay to, guint limit,
                GError **error)
{
  static const char *const sql[] = {
    [HS_LOAD_SUPERVISOR] = LOADS ("supervisor", "count(*)", "student_limit"),
    [HS_LOAD_COACH] =
        LOADS ("digicoach",
               "CAST (round (sum (ifnull (t.digicoach_minutes, 0) * 7.0"
               " / max (7, julianday (t.\"end\") - julianday (t.start) + 1))) AS INTEGER)",
               "coach_minutes"),
  };
  sqlite3_stmt *statement = hs_store_take (store, sql[of], error);
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (HsLoad));
  char first[11], last[11];
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, host);
  sqlite3_bind_text (statement, 2, hs_day_to_iso (from, first), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, hs_day_to_iso (to, last), -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 4, limit);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      HsLoad load = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                      sqlite3_column_int64 (statement, 2) };
      g_array_append_val (loads, load);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  hs_store_give (store, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&loads) : NULL;
}

GArray *
hs_store_news (HsStore *store, gint64 since, const char *actor, guint limit, GError **error)
{
  sqlite3_stmt *statement = hs_store_take (
      store,
      "SELECT agreement, max (id) FROM event WHERE at > ?1 AND removed IS NULL"
      " AND (actor IS NULL OR actor <> ?2) GROUP BY agreement ORDER BY 2 DESC LIMIT ?3",
      error);
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (HsNews));
  char moment[32];
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, hs_moment_to_iso (since, moment), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, actor != NULL ? actor : "", -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, limit);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      HsNews one = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      g_array_append_val (news, one);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  hs_store_give (store, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&news) : NULL;
}

HsDay
hs_store_waits_since (HsStore *store, gint64 agreement)
{
  sqlite3_stmt *statement = hs_store_take (
      store,
      "SELECT max (e.at) FROM event e JOIN agreement a ON a.id = e.agreement WHERE a.id = ?1"
      " AND e.removed IS NULL AND e.to_state = a.state AND e.from_state IS NOT e.to_state",
      NULL);
  HsDay day = HS_DAY_NONE;
  gint64 at;

  if (statement == NULL)
    return day;
  sqlite3_bind_int64 (statement, 1, agreement);
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) == SQLITE_TEXT
      && hs_moment_parse_iso ((const char *) sqlite3_column_text (statement, 0), &at))
    day = hs_moment_day (at);
  hs_store_give (store, statement);
  return day;
}
