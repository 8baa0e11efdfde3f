/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long all rules take over all agreements of a region, with reading them: the measure is
 * 10,000 agreements in a second. Two threads, each with a store of its own, share the work. The
 * processor time divided by the threads is shown as well: it is what the clock would show when
 * nothing else ran.
 *
 * usage: bench-check [agreements [file]] */

#include "store-region.h"

#include "hs-dossier-store.h"
#include "hs-rule.h"

#include <sys/resource.h>

typedef struct
{
  const char *path;
  guint part;
  guint n_parts;
  gboolean rules;
  guint n;
  guint n_findings;
} Job;

static gpointer
run_job (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStore) store = hs_store_open (job->path, HS_STORE_READ_ONLY, &error);
  g_autoptr (HsDossierReader) reader = NULL;
  HsDossier *dossier;

  g_assert_no_error (error);
  reader = hs_dossier_reader_new_part (store, 20860, job->part, job->n_parts, &error);
  g_assert_no_error (error);
  while ((dossier = hs_dossier_reader_next (reader, &error)) != NULL)
    {
      if (job->rules)
        {
          g_autoptr (GPtrArray) findings = hs_rules_run (dossier);

          job->n_findings += findings->len;
        }
      job->n++;
      hs_dossier_free (dossier);
    }
  g_assert_no_error (error);
  return NULL;
}

static double
processor_seconds (void)
{
  struct rusage used;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &used), ==, 0);
  return (double) (used.ru_utime.tv_sec + used.ru_stime.tv_sec)
         + (double) (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

static void
measure (const char *path, guint n_parts, gboolean rules)
{
  Job jobs[2] = { 0 };
  GThread *threads[2] = { NULL };
  gint64 start = g_get_monotonic_time ();
  double seconds, processor = processor_seconds ();
  guint n = 0, n_findings = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      jobs[i] = (Job){ .path = path, .part = i, .n_parts = n_parts, .rules = rules };
      threads[i] = g_thread_new ("check", run_job, &jobs[i]);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      g_thread_join (threads[i]);
      n += jobs[i].n;
      n_findings += jobs[i].n_findings;
    }
  seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  processor = (processor_seconds () - processor) / n_parts;
  g_print (
      "%u agreements, %u threads, %s: %.3f s on the clock (%.0f a second), %.3f s of processor "
      "a thread; %u findings; goal 10000 a second, ratio %.2f, by processor %.2f\n",
      n, n_parts, rules ? "read and checked" : "read only", seconds, n / seconds, processor,
      n_findings, n / seconds / 10000, n / processor / 10000);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  g_autofree char *own = argc > 2 ? NULL : hs_test_folder ();
  g_autofree char *path =
      argc > 2 ? g_strdup (argv[2]) : g_build_filename (own, "test.handslag", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (HsStore) store = hs_store_open (path, HS_STORE_CREATE, NULL);
      gint64 start = g_get_monotonic_time ();

      g_assert_nonnull (store);
      region_fill (store, n, NULL);
      g_print ("filled in %.1f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
    }
  measure (path, 1, FALSE);
  measure (path, 2, FALSE);
  measure (path, 1, TRUE);
  measure (path, 2, TRUE);
  if (own != NULL)
    hs_test_folder_free (g_steal_pointer (&own));
  return 0;
}
