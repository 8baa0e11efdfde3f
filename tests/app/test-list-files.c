/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list goes out as it is shown: only what the search finds, in its order; and onto paper. Runs on
 * a screen of its own. */

#include "hs-export-job.h"
#include "hs-locale.h"
#include "hs-print-list.h"
#include "store-test.h"
#include "store-wait.h"

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  hs_context_open_finish (HS_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A context on a new file with three organisations. (transfer full) */
static HsContext *
new_context (const char *folder)
{
  static const char *const names[] = { "Zorggroep Duin", "Zorghuis Abeel", "Mbo Noord" };
  g_autofree char *path = g_build_filename (folder, "test.handslag", NULL);
  HsStore *store = hs_test_store (folder);
  HsContext *context = hs_context_new (NULL, hs_clock_fixed (1801472400));
  gboolean done = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HsRecord) record =
          hs_test_organisation (store, names[i], HS_ORGANISATION_KIND_HOST);
    }
  hs_store_close (store);
  hs_context_open_async (context, path, 0, opened, &done);
  WAIT_UNTIL (done);
  return context;
}

static void
exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  hs_export_job_finish (HS_CONTEXT (source), result, user_data, &error);
  g_assert_no_error (error);
}

static void
test_exports_what_is_shown (void)
{
  char *folder = hs_test_folder ();
  HsContext *context = new_context (folder);
  g_autoptr (HsListSpec) spec = hs_list_spec_new (HS_KIND_ORGANISATION);
  g_autofree char *path = g_build_filename (folder, "organisaties.csv", NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  spec->search = g_strdup ("zorg");
  spec->descending = TRUE;
  hs_export_job_async (context, spec, HS_EXPORT_CSV, path, exported, &n);
  WAIT_UNTIL (n == 2);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "Mbo Noord"));
  g_assert_nonnull (strstr (text, "Zorghuis Abeel"));
  g_assert_true (strstr (text, "Zorghuis Abeel") < strstr (text, "Zorggroep Duin"));
  WAIT_UNTIL (!hs_context_is_busy (context));
  g_assert_finalize_object (context);
  hs_test_folder_free (folder);
}

static void
test_prints_the_list (void)
{
  char *folder = hs_test_folder ();
  HsContext *context = new_context (folder);
  g_autoptr (HsListSpec) spec = hs_list_spec_new (HS_KIND_ORGANISATION);
  g_autofree char *path = g_build_filename (folder, "lijst.pdf", NULL);
  g_autofree char *pdf = NULL;

  g_setenv ("HANDSLAG_TEST_FILES", folder, TRUE);
  hs_print_list (NULL, context, spec);
  WAIT_UNTIL (g_file_test (path, G_FILE_TEST_EXISTS) && !hs_context_is_busy (context));
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_finalize_object (context);
  hs_test_folder_free (folder);
}

int
main (int argc, char **argv)
{
  hs_locale_init ();
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/list-files/exports-what-is-shown", test_exports_what_is_shown);
  g_test_add_func ("/app/list-files/prints-the-list", test_prints_the_list);
  return g_test_run ();
}
