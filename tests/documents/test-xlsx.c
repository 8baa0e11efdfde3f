/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook is read by LibreOffice: what it saves as CSV comes back in unchanged, and dates and
 * numbers are dates and numbers to it. */

#include "random-record.h"

#include "hs-csv.h"
#include "hs-export.h"

#include <gio/gio.h>
#include <string.h>

#define RECORDS 25

/* Saves @xlsx as CSV (semicolons, UTF-8, as shown) in the folder of the fixture. */
static void
convert (ExchangeFixture *fixture, const char *xlsx)
{
  g_autofree char *profile =
      g_strdup_printf ("-env:UserInstallation=file://%s/profile", fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &error, "soffice", "--headless", profile, "--convert-to",
                        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false",
                        "--outdir", fixture->folder, xlsx, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

static void
remove_profile (ExchangeFixture *fixture)
{
  const char *const command[] = { "rm", "-rf", "profile", NULL };

  g_assert_true (g_spawn_sync (fixture->folder, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL,
                               NULL, NULL, NULL, NULL, NULL));
}

static void
test_read_back (ExchangeFixture *fixture, HsKindId kind)
{
  g_autofree char *xlsx_name = g_strdup_printf ("%s.xlsx", hs_kind (kind)->name);
  g_autofree char *csv_name = g_strdup_printf ("%s.csv", hs_kind (kind)->name);
  g_autofree char *xlsx = exchange_file (fixture, xlsx_name, NULL, 0);
  g_autofree char *csv = exchange_file (fixture, csv_name, NULL, 0);
  HsExportOptions options = { .format = HS_EXPORT_XLSX };
  HsImportOptions look = { .dry_run = TRUE, .strict = TRUE, .most_rows = 100 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsImportResult) result = NULL;
  g_autofree char *problems = NULL;

  g_assert_true (hs_export_file (fixture->store, kind, xlsx, &options, NULL, &error));
  convert (fixture, xlsx);
  result = hs_import_file (fixture->store, NULL, kind, csv, &look, &error);
  g_assert_no_error (error);
  problems = exchange_problems (result);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HsImportRow *row = g_ptr_array_index (result->rows, i);
      const HsImportChange *change =
          row->changes->len > 0 ? g_ptr_array_index (row->changes, 0) : NULL;

      if (change != NULL)
        g_error ("%s line %u: %s was “%s” and is “%s”", csv, row->line, change->label,
                 change->before, change->after);
    }
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (result->n_unchanged, ==, RECORDS);
}

static void
test_workbooks (ExchangeFixture *fixture, gconstpointer data)
{
  static const HsKindId kinds[] = { HS_KIND_STUDENT, HS_KIND_ENROLMENT, HS_KIND_VACANCY };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  const HsKindId *order;
  guint n;

  order = hs_import_order (&n);
  for (guint i = 0; i < n; i++)
    random_records (fixture->store, random, order[i], RECORDS, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    test_read_back (fixture, kinds[i]);
  remove_profile (fixture);
}

static void
set_up (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_set_up (fixture, FALSE);
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
  g_test_add ("/xlsx/read-back", ExchangeFixture, NULL, set_up, test_workbooks, tear_down);
  return g_test_run ();
}
