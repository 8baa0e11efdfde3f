/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database thread: order, results, errors, cancelling, progress, and changes by others. */

#include "store-test.h"
#include "store-wait.h"

#include "hs-error.h"
#include "hs-store-private.h"
#include "hs-store-worker.h"

typedef struct
{
  char *folder;
  char *path;
  HsStoreWorker *worker;
  GAsyncResult *result;
  gint64 revision; /* of the last "changed" */
  guint n_changed;
  double fraction;
} Fixture;

static void
on_changed (HsStoreWorker *worker, gint64 revision, Fixture *fixture)
{
  fixture->revision = revision;
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  HsStore *store;

  fixture->folder = hs_test_folder ();
  store = hs_test_store (fixture->folder);
  fixture->path = g_strdup (hs_store_path (store));
  fixture->worker = hs_store_worker_new (store);
  g_signal_connect (fixture->worker, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->worker != NULL)
    g_assert_finalize_object (fixture->worker);
  g_clear_object (&fixture->result);
  g_free (fixture->path);
  hs_test_folder_free (fixture->folder);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object (&((Fixture *) data)->result, result);
}

static gboolean
has_result (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

/* Runs @func and gives its result. */
static gpointer
run (Fixture *fixture, HsStoreJobFunc func, gpointer data, GCancellable *cancellable,
     GError **error)
{
  g_clear_object (&fixture->result);
  hs_store_worker_run_async (fixture->worker, func, data, NULL, g_free, NULL, NULL, cancellable,
                             keep_result, fixture);
  hs_test_wait (has_result, fixture);
  return hs_store_worker_run_finish (fixture->worker, fixture->result, error);
}

static gpointer
add_host (HsStore *store, HsStoreJob *job, gpointer name, GError **error)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ORGANISATION);

  hs_record_set_text (record, HS_ORGANISATION_NAME, name);
  if (!hs_store_begin (store, NULL, "test", error) || !hs_store_save (store, record, error)
      || !hs_store_commit (store, error))
    return NULL;
  return g_strdup (hs_record_uid (record));
}

static gpointer
count_hosts (HsStore *store, HsStoreJob *job, gpointer data, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);

  return g_strdup_printf ("%d", (int) hs_store_count (store, query, error));
}

static gpointer
fail (HsStore *store, HsStoreJob *job, gpointer data, GError **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, "no");
  return NULL;
}

static gboolean
was_changed (gpointer data)
{
  return ((Fixture *) data)->n_changed > 0;
}

static void
test_results (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = run (fixture, add_host, (gpointer) "A", NULL, &error);
  g_autofree char *n = NULL;

  g_assert_no_error (error);
  g_assert_true (hs_kind_of_uid (uid) == hs_kind (HS_KIND_ORGANISATION));
  n = run (fixture, count_hosts, NULL, NULL, &error);
  g_assert_cmpstr (n, ==, "1");
  g_assert_null (run (fixture, fail, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  hs_test_wait (was_changed, fixture);
  g_assert_cmpint (fixture->revision, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* Another program saves: this one is told. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = run (fixture, count_hosts, NULL, NULL, &error);
  HsStore *other = hs_store_open (fixture->path, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  hs_record_unref (hs_test_organisation (other, "B", HS_ORGANISATION_KIND_HOST));
  hs_test_wait (was_changed, fixture);
  g_assert_cmpint (fixture->revision, ==, 1);
  hs_store_close (other);
}

static gpointer
leave_open (HsStore *store, HsStoreJob *job, gpointer data, GError **error)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ORGANISATION);

  hs_store_begin (store, NULL, "test", error);
  hs_store_save (store, record, error);
  return NULL;
}

static void
test_left_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *n = NULL;

  run (fixture, leave_open, NULL, NULL, &error);
  g_assert_no_error (error);
  n = run (fixture, count_hosts, NULL, NULL, &error);
  g_assert_cmpstr (n, ==, "0");
}

/* SQL that would run for ever, so that only interrupting it ends it. */
static gpointer
run_for_ever (HsStore *store, HsStoreJob *job, gpointer started, GError **error)
{
  g_autoptr (GError) why = NULL;

  g_atomic_int_set ((int *) started, 1);
  while (why == NULL)
    hs_store_exec (store,
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                   "SELECT count(*) FROM n",
                   &why);
  g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}

static gboolean
has_started (gpointer started)
{
  return g_atomic_int_get ((int *) started) == 1;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) running = g_cancellable_new ();
  g_autoptr (GCancellable) waiting = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *n = NULL;
  int started = 0;

  hs_store_worker_run_async (fixture->worker, run_for_ever, &started, NULL, NULL, NULL, NULL,
                             running, NULL, NULL);
  hs_test_wait (has_started, &started);
  hs_store_worker_run_async (fixture->worker, add_host, (gpointer) "A", NULL, g_free, NULL, NULL,
                             waiting, keep_result, fixture);
  g_cancellable_cancel (waiting);
  g_cancellable_cancel (running);
  hs_test_wait (has_result, fixture);
  g_assert_null (hs_store_worker_run_finish (fixture->worker, fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  n = run (fixture, count_hosts, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (n, ==, "0");
}

static void
on_progress (double fraction, gpointer data)
{
  ((Fixture *) data)->fraction = fraction;
}

static gpointer
make_progress (HsStore *store, HsStoreJob *job, gpointer gate, GError **error)
{
  for (guint i = 0; i <= 500; i++)
    hs_store_job_progress (job, i / 1000.0);
  while (g_atomic_int_get ((int *) gate) == 0)
    g_thread_yield ();
  return NULL;
}

static gboolean
is_half_way (gpointer data)
{
  return ((Fixture *) data)->fraction == 0.5;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  int gate = 0;

  hs_store_worker_run_async (fixture->worker, make_progress, &gate, NULL, NULL, on_progress,
                             fixture, NULL, keep_result, fixture);
  hs_test_wait (is_half_way, fixture);
  g_atomic_int_set (&gate, 1);
  hs_test_wait (has_result, fixture);
}

/* Closing does first what was asked; afterwards nothing is done any more. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = NULL;
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ORGANISATION);

  for (guint i = 0; i < 20; i++)
    hs_store_worker_run_async (fixture->worker, add_host, (gpointer) "A", NULL, g_free, NULL, NULL,
                               NULL, NULL, NULL);
  hs_store_worker_close (fixture->worker);
  g_assert_null (run (fixture, count_hosts, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  store = hs_store_open (fixture->path, 0, NULL);
  g_assert_cmpint (hs_store_count (store, query, NULL), ==, 20);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

#define ADD(name, function) g_test_add ("/worker/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("results", test_results);
  ADD ("others", test_others);
  ADD ("left-open", test_left_open);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  ADD ("close", test_close);
  return g_test_run ();
}
