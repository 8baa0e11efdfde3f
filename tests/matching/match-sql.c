/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every hard rule over agreements and reservations, day by day, in SQL that shares nothing with the
 * program. */

#include "match-sql.h"

#include <sqlite3.h>

static gint64
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return answer;
}

void
match_sql_check (const char *path)
{
  static const char *const never[] = {
    /* supervisor over the limit */
    "WITH RECURSIVE week (day) AS (SELECT date ('2027-01-04') UNION ALL SELECT date (day, '+1 "
    "day') "
    "FROM week WHERE day < '2027-09-30') SELECT count (*) FROM (SELECT 1 FROM week JOIN sheet s ON "
    "s.start <= day AND s.\"end\" >= day JOIN person p ON p.id = s.supervisor GROUP BY day, p.id "
    "HAVING count (*) > max (p.student_limit))",
    /* vacancy over its number */
    "WITH RECURSIVE week (day) AS (SELECT date ('2027-01-04') UNION ALL SELECT date (day, '+1 "
    "day') "
    "FROM week WHERE day < '2027-09-30') SELECT count (*) FROM (SELECT 1 FROM week JOIN sheet s ON "
    "s.start <= day AND s.\"end\" >= day JOIN agreement a ON a.id = s.agreement JOIN vacancy v ON "
    "v.id = a.vacancy GROUP BY day, v.id HAVING count (*) > max (v.largest))",
    /* item over its number */
    "WITH RECURSIVE week (day) AS (SELECT date ('2027-01-04') UNION ALL SELECT date (day, '+1 "
    "day') "
    "FROM week WHERE day < '2027-09-30') SELECT count (*) FROM (SELECT 1 FROM week JOIN "
    "reservation "
    "r ON r.\"from\" <= day AND r.\"to\" > day JOIN item i ON i.id = r.item GROUP BY day, i.id "
    "HAVING sum (coalesce (r.quantity, 1)) > max (i.quantity))",
    /* an item that is on order, in repair or gone */
    "SELECT count (*) FROM reservation r JOIN item i ON i.id = r.item WHERE i.state IN ('ordered', "
    "'repair', 'retired')",
    /* not recognised, or for another programme or level */
    "SELECT count (*) FROM agreement a JOIN enrolment e ON e.student = a.student JOIN programme p "
    "ON p.id = e.programme WHERE NOT EXISTS (SELECT 1 FROM recognition r WHERE r.host = a.host AND "
    "r.crebo = p.crebo AND r.status = 'verified')",
    "SELECT count (*) FROM agreement a JOIN enrolment e ON e.student = a.student JOIN programme p "
    "ON p.id = e.programme JOIN vacancy v ON v.id = a.vacancy WHERE v.crebos IS NOT NULL AND "
    "instr (v.crebos, p.crebo) = 0",
    "SELECT count (*) FROM agreement a JOIN enrolment e ON e.student = a.student JOIN programme p "
    "ON p.id = e.programme JOIN vacancy v ON v.id = a.vacancy WHERE v.levels IS NOT NULL AND "
    "(v.levels >> (CAST (p.level AS INTEGER) - 1)) & 1 = 0",
    /* closed, out of period, or only at the weekend */
    "SELECT count (*) FROM agreement a JOIN vacancy v ON v.id = a.vacancy JOIN sheet s ON "
    "s.agreement = a.id WHERE v.status = 'closed' OR v.\"end\" < s.\"end\" OR v.weekdays = 96",
    /* too far (a degree of latitude is 111.2 km; flat enough here for half a kilometre) */
    "SELECT count (*) FROM agreement a JOIN student t ON t.id = a.student JOIN sheet s ON "
    "s.agreement = a.id JOIN location l ON l.id = s.location WHERE "
    "(l.latitude - t.latitude) * 0.0001112 * (l.latitude - t.latitude) * 0.0001112 + "
    "(l.longitude - t.longitude) * 0.0000683 * (l.longitude - t.longitude) * 0.0000683 > "
    "(t.distance_limit + 0.9) * (t.distance_limit + 0.9)",
    /* two who must not be together, at one location at one time */
    "SELECT count (*) FROM exclusion x JOIN agreement a ON a.student = x.student JOIN agreement b "
    "ON b.student = x.other_student JOIN sheet s ON s.agreement = a.id JOIN sheet t ON t.agreement "
    "= b.id WHERE s.location = t.location AND s.start <= t.\"end\" AND t.start <= s.\"end\"",
    /* digicoach over the hours: 15 minutes a week for each */
    "WITH RECURSIVE week (day) AS (SELECT date ('2027-01-04') UNION ALL SELECT date (day, '+7 "
    "day') "
    "FROM week WHERE day < '2027-09-30') SELECT count (*) FROM (SELECT 1 FROM week JOIN sheet s ON "
    "s.start <= day AND s.\"end\" >= day JOIN person p ON p.id = s.digicoach GROUP BY day, p.id "
    "HAVING count (*) * 15 > max (p.coach_minutes))",
    /* another learning route, or not there yet, or the closing date has passed */
    "SELECT count (*) FROM agreement a JOIN vacancy v ON v.id = a.vacancy JOIN sheet s ON "
    "s.agreement = a.id WHERE (coalesce (v.routes, 0) <> 0 AND v.routes & 1 = 0) OR v.start > "
    "s.start OR v.closing_date < '2026-12-03'",
    /* the recognition does not hold on the first day */
    "SELECT count (*) FROM agreement a JOIN sheet s ON s.agreement = a.id JOIN enrolment e ON "
    "e.student = a.student JOIN programme p ON p.id = e.programme WHERE NOT EXISTS (SELECT 1 FROM "
    "recognition r WHERE r.host = a.host AND r.crebo = p.crebo AND r.status = 'verified' AND "
    "coalesce (r.\"from\", s.start) <= s.start AND coalesce (r.\"to\", s.start) >= s.start)",
    /* what was ruled out: host, location, vacancy, person, item */
    "SELECT count (*) FROM exclusion x JOIN agreement a ON a.student = x.student JOIN sheet s ON "
    "s.agreement = a.id WHERE x.host = a.host OR x.location = s.location OR x.vacancy = a.vacancy "
    "OR x.person IN (s.supervisor, s.digicoach)",
    "SELECT count (*) FROM exclusion x JOIN agreement a ON a.student = x.student JOIN sheet s ON "
    "s.agreement = a.id JOIN reservation r ON r.sheet = s.id WHERE x.item = r.item",
    /* away without a substitute, or gone before the end */
    "SELECT count (*) FROM sheet s JOIN absence b ON b.person IN (s.supervisor, s.digicoach) WHERE "
    "b.substitute IS NULL AND b.\"from\" <= s.\"end\" AND coalesce (b.\"to\", '9999') > "
    "s.start",
    "SELECT count (*) FROM sheet s JOIN person p ON p.id IN (s.supervisor, s.digicoach) WHERE "
    "p.until < s.\"end\"",
    /* a supervisor who does not guide this programme */
    "SELECT count (*) FROM agreement a JOIN sheet s ON s.agreement = a.id JOIN enrolment e ON "
    "e.student = a.student JOIN programme g ON g.id = e.programme JOIN person p ON p.id = "
    "s.supervisor WHERE p.programmes IS NOT NULL AND instr (p.programmes, g.crebo) = 0",
    /* a BBL student, who has a place already */
    "SELECT count (*) FROM agreement a JOIN enrolment e ON e.student = a.student WHERE e.route = "
    "'bbl'",
    /* somebody who works elsewhere, or an item that stands elsewhere */
    "SELECT count (*) FROM sheet s JOIN person p ON p.id = s.supervisor WHERE p.location <> "
    "s.location",
    "SELECT count (*) FROM reservation r JOIN sheet s ON s.id = r.sheet JOIN item i ON i.id = "
    "r.item WHERE i.location <> s.location",
    /* two places for one student */
    "SELECT count (*) FROM (SELECT 1 FROM agreement GROUP BY student HAVING count (*) > 1)",
  };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_test_message ("rule %u", i);
      g_assert_cmpint (ask (db, never[i]), ==, 0);
    }
  sqlite3_close (db);
}
