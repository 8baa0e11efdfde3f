/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview of a region: what it counts is what is in the file, and reminders are one mail for
 * each person. */

#include "hs-attention.h"
#include "hs-demo.h"
#include "hs-life.h"
#include "hs-locale.h"
#include "hs-overview-more.h"
#include "hs-query.h"
#include "hs-remind.h"
#include "store-test.h"

#define NOW 1795165200 /* 2026-11-20 */

#define WAIT_UNTIL(done)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;                                \
    while (!(done) && g_get_monotonic_time () < end)                                               \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  char *folder;
  HsContext *context;
  GAsyncResult *result;
} Region;

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Region *region = user_data;

  region->result = g_object_ref (result);
}

static void
region_wait (Region *region)
{
  WAIT_UNTIL (region->result != NULL);
}

static void
region_init (Region *region)
{
  g_autofree char *path = NULL;
  HsStore *store;
  g_autoptr (GError) error = NULL;

  *region = (Region){ .folder = hs_test_folder () };
  path = g_build_filename (region->folder, "regio.handslag", NULL);
  store = hs_store_open (path, HS_STORE_CREATE, &error);
  g_assert_no_error (error);
  hs_demo_make (store, 24, 7, hs_day (2026, 11, 20), NULL, NULL, &error);
  g_assert_no_error (error);
  hs_store_close (store);
  region->context = hs_context_new (NULL, hs_clock_fixed (NOW));
  hs_context_open_async (region->context, path, 0, answered, region);
  region_wait (region);
  g_assert_true (hs_context_open_finish (region->context, region->result, NULL));
  g_clear_object (&region->result);
}

static void
region_clear (Region *region)
{
  WAIT_UNTIL (!hs_context_is_busy (region->context));
  g_assert_finalize_object (region->context);
  hs_test_folder_free (region->folder);
}

/* Students that have no agreement that is alive and an enrolment that asks for a placement. */
static gint64
count_unplaced (HsStore *store, HsDay today)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ENROLMENT);
  g_autoptr (GPtrArray) enrolments = hs_store_find (store, query, NULL);
  g_autoptr (HsQuery) second = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (GPtrArray) agreements = hs_store_find (store, second, NULL);
  g_autoptr (GHashTable) without = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < enrolments->len; i++)
    {
      const HsRecord *enrolment = g_ptr_array_index (enrolments, i);
      if (hs_record_has (enrolment, HS_ENROLMENT_PLACEMENT_START)
          && hs_record_int (enrolment, HS_ENROLMENT_PLACEMENT_END) >= today)
        g_hash_table_add (without,
                          GSIZE_TO_POINTER (hs_record_int (enrolment, HS_ENROLMENT_STUDENT)));
    }
  for (guint i = 0; i < agreements->len; i++)
    {
      const HsRecord *agreement = g_ptr_array_index (agreements, i);
      g_autoptr (HsRecord) sheet =
          hs_store_get (store, HS_KIND_SHEET, hs_record_int (agreement, HS_AGREEMENT_SHEET), NULL);
      if (hs_record_int (agreement, HS_AGREEMENT_STATE) <= HS_AGREEMENT_STATE_AGREED
          && hs_record_int (sheet, HS_SHEET_END) >= today)
        g_hash_table_remove (without,
                             GSIZE_TO_POINTER (hs_record_int (agreement, HS_AGREEMENT_STUDENT)));
    }
  return g_hash_table_size (without);
}

static gpointer
compare_job (HsStore *store, gpointer data, GError **error)
{
  HsDay today = hs_clock_today (hs_store_clock (store));
  g_autoptr (GArray) ids = NULL;
  gint64 count = -1;

  ids = hs_store_unplaced (store, 0, today, 3, &count, error);
  g_assert_nonnull (ids);
  g_assert_cmpint (ids->len, <=, 3);
  g_assert_cmpint (count, ==, count_unplaced (store, today));
  g_assert_cmpint (count, >, 0);
  return NULL;
}

static void
test_unplaced (void)
{
  Region region;
  g_autoptr (GError) error = NULL;

  region_init (&region);
  hs_context_run (region.context, compare_job, NULL, NULL, NULL, NULL, answered, &region);
  region_wait (&region);
  hs_context_run_finish (region.context, region.result, &error);
  g_assert_no_error (error);
  g_clear_object (&region.result);
  region_clear (&region);
}

static void
test_loads (void)
{
  Region region;
  g_autoptr (GError) error = NULL;
  HsOverview *overview;
  HsOverviewMore *more;
  gint64 all = 0;

  region_init (&region);
  hs_overview_load_async (region.context, NULL, answered, &region);
  region_wait (&region);
  overview = hs_overview_load_finish (region.context, region.result, &error);
  g_clear_object (&region.result);
  g_assert_no_error (error);
  for (guint i = 0; i < HS_N_AGREEMENT_STATES; i++)
    all += overview->counts[i];
  g_assert_cmpint (all, ==, overview->n_agreements);
  g_assert_cmpint (overview->mine->len, >, 0);
  for (guint i = 1; i < overview->others->len; i++)
    g_assert_cmpint (((HsTask *) g_ptr_array_index (overview->others, i - 1))->days, >=,
                     ((HsTask *) g_ptr_array_index (overview->others, i))->days);
  hs_overview_free (overview);

  hs_overview_more_async (region.context, 1, NULL, answered, &region);
  region_wait (&region);
  more = hs_overview_more_finish (region.context, region.result, &error);
  g_clear_object (&region.result);
  g_assert_no_error (error);
  g_assert_cmpint (more->n_unplaced, >=, more->unplaced->len);
  g_assert_cmpint (more->idle->len, >, 0);
  for (guint i = 0; i < more->supervisors->len; i++)
    g_assert_cmpint (((HsBusy *) g_ptr_array_index (more->supervisors, i))->used, >, 0);
  hs_overview_more_free (more);
  region_clear (&region);
}

/* The second look knows of the first. */
static void
test_look (void)
{
  Region region;

  region_init (&region);
  for (guint i = 0; i < 2; i++)
    {
      hs_overview_look_async (region.context, answered, &region);
      region_wait (&region);
      g_assert_cmpint (hs_overview_look_finish (region.context, region.result), ==,
                       i == 0 ? 0 : NOW);
      g_clear_object (&region.result);
    }
  region_clear (&region);
}

static HsTask *
waiting (const char *number, const char *name, const char *email)
{
  HsTask *task = hs_task_new (HS_KIND_AGREEMENT, 1);
  HsRecipient *recipient = g_new0 (HsRecipient, 1);

  task->number = g_strdup (number);
  task->title = g_strdup ("Sanne de Boer");
  task->button = g_strdup ("Waits");
  task->days = 12;
  recipient->name = g_strdup (name);
  recipient->email = g_strdup (email);
  task->recipients = g_ptr_array_new ();
  g_ptr_array_add (task->recipients, recipient);
  return task;
}

static void
test_remind (void)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_task_free);
  g_autoptr (GPtrArray) reminders = NULL;
  const HsReminder *first;
  g_autofree char *uri = NULL;

  g_ptr_array_add (tasks, waiting ("2026-00001", "Jan Smit", "j.smit@zorg.nl"));
  g_ptr_array_add (tasks, waiting ("2026-00002", "Els Bos", NULL));
  g_ptr_array_add (tasks, waiting ("2026-00003", "Jan Smit", "j.smit@zorg.nl"));
  reminders = hs_remind_make (tasks, "Aisha");
  g_assert_cmpint (reminders->len, ==, 2);
  first = g_ptr_array_index (reminders, 0);
  g_assert_cmpint (first->n, ==, 2);
  g_assert_nonnull (strstr (first->text, "2026-00001"));
  g_assert_nonnull (strstr (first->text, "2026-00003"));
  g_assert_null (strstr (first->text, "Sanne"));
  uri = hs_reminder_uri (first);
  g_assert_true (g_str_has_prefix (uri, "mailto:j.smit@zorg.nl?subject="));
  g_assert_nonnull (strstr (uri, "%0D%0A"));
  g_assert_null (strchr (uri, ' '));
  for (guint i = 0; i < tasks->len; i++)
    {
      HsTask *task = g_ptr_array_index (tasks, i);
      HsRecipient *recipient = g_ptr_array_index (task->recipients, 0);
      g_free (recipient->name);
      g_free (recipient->email);
      g_free (recipient);
    }
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/overview/unplaced", test_unplaced);
  g_test_add_func ("/app/overview/loads", test_loads);
  g_test_add_func ("/app/overview/look", test_look);
  g_test_add_func ("/app/overview/remind", test_remind);
  return g_test_run ();
}
