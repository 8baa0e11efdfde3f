/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paged list over a million rows: time to the first row in order of name, time that the main
 * loop is held, and the same after another program added one.
 *
 * usage: bench-list [rows] */

#include "store-test.h"
#include "store-wait.h"

#include "hs-record-list.h"
#include "hs-store-private.h"

static gboolean
is_idle (gpointer list)
{
  return !hs_record_list_is_busy (list);
}

static gboolean
is_loaded (gpointer row)
{
  return hs_row_is_loaded (row);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
fill (HsStore *store, guint n)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
      "INSERT INTO student (uid, made, changed, school, number, last_name) "
      "SELECT 'st-' || i, 1, 1, 1, i, printf ('Naam %%07d', (i * 7919) %% 1000003) FROM n",
      n);
  g_autoptr (GError) error = NULL;

  hs_store_exec (store, sql, &error);
  g_assert_no_error (error);
}

/* Told of changes, the list is asked for what a view shows. */
static void
look (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  for (guint i = 0; i < MIN (60, g_list_model_get_n_items (model)); i++)
    g_object_unref (g_list_model_get_item (model, i));
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  char *folder = hs_test_folder ();
  HsStore *store = hs_test_store (folder);
  g_autoptr (HsRecord) school = hs_test_organisation (store, "School", HS_ORGANISATION_KIND_SCHOOL);
  HsStoreWorker *worker;
  HsRecordList *list;
  HsQuery *query = hs_query_new (HS_KIND_STUDENT);
  g_autoptr (HsRow) row = NULL;
  gint64 start;

  fill (store, n);
  worker = hs_store_worker_new (hs_store_open (hs_store_path (store), 0, NULL));
  list = hs_record_list_new (worker, HS_KIND_STUDENT);
  g_signal_connect (list, "items-changed", G_CALLBACK (look), NULL);
  hs_query_order (query, HS_STUDENT_LAST_NAME, FALSE);
  start = g_get_monotonic_time ();
  hs_record_list_set_query (list, query);
  hs_test_wait (is_idle, list);
  g_print ("%u rows by name: order known after %.0f ms", n, since (start));
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  hs_test_wait (is_loaded, row);
  g_print (", first page after %.0f ms", since (start));
  g_clear_object (&row);
  start = g_get_monotonic_time ();
  row = g_list_model_get_item (G_LIST_MODEL (list), n / 2);
  hs_test_wait (is_loaded, row);
  g_print (", a page in the middle %.1f ms later", since (start));
  hs_record_unref (hs_test_student (store, school, "x", NULL, "Naam 0500000 bis"));
  start = g_get_monotonic_time ();
  hs_record_list_refresh (list);
  hs_test_wait (is_idle, list);
  g_print (", one more row shown after %.0f ms\n", since (start));
  hs_store_worker_close (worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (list);
  g_object_unref (worker);
  hs_store_close (store);
  hs_test_folder_free (folder);
  return 0;
}
