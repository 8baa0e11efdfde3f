/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files to look at and clocks to look with, for what a person feels of speed. */
#pragma once

#include "store-test.h"

#include "hs-clock.h"
#include "hs-store-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double
bench_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static inline int
bench_compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The value that @percent of @values are not above; sorts them. */
static inline double
bench_percentile (GArray *values, guint percent)
{
  g_array_sort (values, bench_compare);
  return values->len == 0 ? 0 : g_array_index (values, double, (values->len - 1) * percent / 100);
}

static inline void
bench_say (const char *what, double value, double goal, const char *unit)
{
  printf ("%-52s %8.2f %-3s goal %6.2f   ratio %.2f\n", what, value, unit, goal, value / goal);
}

/* A new file with @n students of one school, with their search index when @searched. */
static inline void
bench_fill_students (const char *folder, const char *name, guint n, gboolean searched)
{
  static const char names[] =
      "[\"Jansen\",\"de Vries\",\"Bakker\",\"Visser\",\"Yılmaz\",\"Çelik\",\"Meijer\",\"Smit\","
      "\"Hendriks\",\"El Amrani\",\"Dijkstra\",\"Ramdin\",\"Postma\",\"Kuipers\",\"Veenstra\","
      "\"Schouten\",\"Wouters\",\"Zijlstra\",\"Özdemir\",\"Bosman\"]";
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *sql = g_strdup_printf (
      "INSERT OR IGNORE INTO revision (rev, at, what) VALUES (1, '2027-01-01T00:00:00Z', 'x');"
      "INSERT INTO organisation (id, uid, made, changed, name, kind) VALUES (1, 'or-1', 1, 1, "
      "'Mbo Noord', 'school');"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
      "INSERT INTO student (uid, made, changed, school, number, first_name, last_name) "
      "SELECT 'st-' || i, 1, 1, 1, i, substr ('NoorDaanEmirLotteYusufPriya', (i %% 6) * 4 + 1, 4), "
      "json_extract ('%s', '$[' || (i * 7919 %% 20) || ']') || ' ' || (i * 7907 %% 1000003) FROM n",
      n, names);
  g_autofree char *index = g_strdup_printf (
      "INSERT INTO search_text (id, text) SELECT id + %lld, lower (number || ' ' || first_name || "
      "' ' || last_name) FROM student;"
      "INSERT INTO search_part (search_part) VALUES ('rebuild');"
      "INSERT INTO search_start (search_start) VALUES ('rebuild')",
      (long long) hs_store_search_id (HS_KIND_STUDENT, 0));
  HsStore *store;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  store = hs_store_open (path, HS_STORE_CREATE, NULL);
  g_assert_nonnull (store);
  g_assert_true (hs_store_exec (store, sql, NULL));
  g_assert_true (!searched || hs_store_exec (store, index, NULL));
  hs_store_close (store);
}
