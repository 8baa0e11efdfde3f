/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out comes back in unchanged. */

#include "random-record.h"

#include "hs-error.h"
#include "hs-export.h"
#include "hs-import.h"

#include <jansson.h>
#include <string.h>

#define RECORDS 40

static char *export(ExchangeFixture *fixture, HsStore *store, HsKindId kind, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", hs_kind (kind)->name, ending);
  char *path = exchange_file (fixture, name, NULL, 0);
  HsExportOptions options = { .format = hs_export_format_of (name) };
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_export_file (store, kind, path, &options, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static void
fill (HsStore *store, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const HsKindId *order;
  guint n;

  order = hs_import_order (&n);
  for (guint i = 0; i < n; i++)
    random_records (store, random, order[i], RECORDS, TRUE);
}

/* Brings @path in and expects every row to be what @state says. */
static void
assert_import (HsStore *store, HsKindId kind, const char *path, gboolean dry_run, guint new,
               guint unchanged)
{
  HsImportOptions options = { .dry_run = dry_run, .most_rows = 100, .strict = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsImportResult) result = hs_import_file (store, NULL, kind, path, &options, &error);
  g_autofree char *problems = NULL;

  g_assert_no_error (error);
  problems = exchange_problems (result);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HsImportRow *row = g_ptr_array_index (result->rows, i);

      for (guint j = 0; j < row->changes->len; j++)
        {
          const HsImportChange *change = g_ptr_array_index (row->changes, j);

          g_error ("%s line %u: %s was “%s” and is “%s”", path, row->line, change->label,
                   change->before, change->after);
        }
    }
  if (result->n_errors > 0 || result->n_new != new || result->n_unchanged != unchanged)
    g_error ("%s: %u new, %u changed, %u unchanged\n%s", path, result->n_new, result->n_changed,
             result->n_unchanged, problems);
}

static void
assert_same_file (const char *path, const char *other)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_assert_true (g_file_get_contents (path, &a, NULL, NULL));
  g_assert_true (g_file_get_contents (other, &b, NULL, NULL));
  g_assert_cmpstr (a, ==, b);
}

/* Every kind, in its own file and into a new file. */
static void
test_round (ExchangeFixture *fixture, gconstpointer ending)
{
  g_autoptr (HsStore) other = exchange_other_store (fixture, "ander.handslag");
  const HsKindId *order;
  guint n;

  fill (fixture->store, 11);
  order = hs_import_order (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = export(fixture, fixture->store, order[i], ending);
      g_autofree char *name = g_strconcat (path, ".eerst", NULL);
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autofree char *first = NULL;

      assert_import (fixture->store, order[i], path, TRUE, 0, RECORDS);
      assert_import (other, order[i], path, FALSE, RECORDS, 0);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      first = g_steal_pointer (&name);
      g_assert_true (g_file_set_contents (first, text, -1, NULL));
      again = export(fixture, other, order[i], ending);
      assert_same_file (first, again);
    }
}

/* No cell of a CSV file starts as a formula does, as a spreadsheet reads it. */
static void
test_no_formula (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gboolean start = TRUE, quoted = FALSE;

  fill (fixture->store, 12);
  path = export(fixture, fixture->store, HS_KIND_STUDENT, "csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  for (const char *at = text + 3; *at != '\0'; at++)
    {
      if (*at == '"')
        {
          quoted = !quoted;
          continue;
        }
      if (start)
        g_assert_null (memchr ("=+-@\t", *at, 5));
      start = !quoted && (*at == ';' || *at == '\n');
    }
}

/* The query decides which records and in which order. */
static void
test_query (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);
  HsExportOptions options = { .format = HS_EXPORT_JSON, .query = query };
  g_autofree char *path = exchange_file (fixture, "scholen.json", NULL, 0);
  g_autoptr (GError) error = NULL;
  json_t *list;
  guint n = 0;

  hs_query_where_int (query, HS_ORGANISATION_KIND, HS_OP_EQUAL, HS_ORGANISATION_KIND_SCHOOL);
  hs_query_order (query, HS_ORGANISATION_NAME, FALSE);
  g_assert_true (hs_export_file (fixture->store, HS_KIND_ORGANISATION, path, &options, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  list = json_load_file (path, 0, NULL);
  g_assert_cmpuint (json_array_size (list), ==, 2);
  g_assert_cmpstr (json_string_value (json_object_get (json_array_get (list, 0), "name")), ==,
                   "Heuvelrug College");
  g_assert_cmpstr (json_string_value (json_object_get (json_array_get (list, 1), "kind")), ==,
                   "school");
  json_decref (list);
}

/* Every kind, also those that are not imported, can be written in every form. */
static void
test_every_kind (ExchangeFixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < HS_N_KINDS; kind++)
    {
      g_autofree char *csv = export(fixture, fixture->store, kind, "csv");
      g_autofree char *json = export(fixture, fixture->store, kind, "json");
      g_autofree char *xlsx = export(fixture, fixture->store, kind, "xlsx");
      g_autofree char *text = hs_export_columns (kind);
      json_t *list = json_load_file (json, 0, NULL);
      json_t *columns = json_loads (text, 0, NULL);

      g_assert_cmpuint (json_array_size (list), ==, exchange_count (fixture->store, kind));
      g_assert_cmpuint (json_array_size (columns), ==, hs_kind (kind)->n_fields);
      json_decref (list);
      json_decref (columns);
    }
}

/* A file that cannot be written stays as it was. */
static void
test_refused (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *path = exchange_file (fixture, "oud.csv", "oud", -1);
  g_autofree char *text = NULL;
  HsExportOptions options = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      hs_export_file (fixture->store, HS_KIND_STUDENT, "/nergens/x.csv", NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_IO);
  g_clear_error (&error);
  random_records (fixture->store, random, HS_KIND_TECHNOLOGY, 3, TRUE);
  g_cancellable_cancel (cancellable);
  for (int format = HS_EXPORT_CSV; format <= HS_EXPORT_XLSX; format++)
    {
      options.format = (HsExportFormat) format;
      g_assert_false (
          hs_export_file (fixture->store, HS_KIND_TECHNOLOGY, path, &options, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_clear_pointer (&text, g_free);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "oud");
    }
}

static void
set_up (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_set_up (fixture, FALSE);
}

static void
set_up_region (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_set_up (fixture, TRUE);
}

static void
tear_down (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_tear_down (fixture);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/round/csv", ExchangeFixture, "csv", set_up, test_round, tear_down);
  g_test_add ("/export/round/json", ExchangeFixture, "json", set_up, test_round, tear_down);
  g_test_add ("/export/no-formula", ExchangeFixture, NULL, set_up, test_no_formula, tear_down);
  g_test_add ("/export/query", ExchangeFixture, NULL, set_up_region, test_query, tear_down);
  g_test_add ("/export/every-kind", ExchangeFixture, NULL, set_up_region, test_every_kind,
              tear_down);
  g_test_add ("/export/refused", ExchangeFixture, NULL, set_up_region, test_refused, tear_down);
  return g_test_run ();
}
