/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The subcommand "solve" as a process: what it prints, what it writes, and its exit status. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <jansson.h>

#include "fixtures.h"
#include "hs-instance-file.h"

typedef struct
{
  char *folder;
  char *instance;
  char *solution;
  HsInstance *problem;
} Files;

static void
set_up (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  files->folder = g_dir_make_tmp ("hs-solve-XXXXXX", &error);
  g_assert_no_error (error);
  files->instance = g_build_filename (files->folder, "instance", NULL);
  files->solution = g_build_filename (files->folder, "solution", NULL);
  files->problem = fixture_school (1, 100);
  g_assert_true (hs_instance_write (files->problem, files->instance, &error));
}

static void
tear_down (Files *files, gconstpointer data)
{
  g_unlink (files->instance);
  g_unlink (files->solution);
  g_rmdir (files->folder);
  g_free (files->folder);
  g_free (files->instance);
  g_free (files->solution);
  hs_instance_unref (files->problem);
}

/* Runs "solve" with these arguments, NULL at the end; returns the exit status. */
static int
run (const char *const *arguments, char **output, char **errors)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_strv_builder_add_many (builder, g_getenv ("HS_SOLVE"), "solve", NULL);
  g_strv_builder_addv (builder, (const char **) arguments);
  g_auto (GStrv) argv = g_strv_builder_end (builder);
  int status = 0;
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, output, errors,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_result (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL, *errors = NULL, *again = NULL, *more = NULL;
  const char *arguments[] = { files->instance, "--moves",       "20000", "--seed", "3",
                              "--solution",    files->solution, NULL };
  g_assert_cmpint (run (arguments, &output, &errors), ==, 0);
  g_assert_cmpstr (errors, ==, "");
  json_t *result = json_loads (output, JSON_REJECT_DUPLICATES, NULL);
  g_assert_nonnull (result);
  g_assert_cmpuint (json_object_size (result), ==, 7);
  g_autofree gint32 *pick = hs_solution_read (files->problem, files->solution, &error);
  g_assert_no_error (error);
  gint64 objective;
  guint32 matched;
  g_assert_true (hs_instance_check (files->problem, pick, &objective, &matched, &error));
  g_assert_cmpint (json_integer_value (json_object_get (result, "objective")), ==, objective);
  g_assert_cmpint (json_integer_value (json_object_get (result, "matched")), ==, matched);
  gint64 bound = json_integer_value (json_object_get (result, "bound"));
  g_assert_cmpint (bound, >=, objective);
  g_assert_cmpfloat_with_epsilon (json_real_value (json_object_get (result, "gap")),
                                  (double) (bound - objective) / (double) bound, 1e-8);
  g_assert_true (json_is_real (json_object_get (result, "seconds")));
  g_assert_true (json_is_real (json_object_get (result, "seconds_to_bound")));
  g_assert_cmpint (json_integer_value (json_object_get (result, "peak_kb")), >, 0);
  json_decref (result);
  /* the same once more, to the byte */
  g_assert_true (g_file_get_contents (files->solution, &again, NULL, &error));
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_cmpint (run (arguments, &output, &errors), ==, 0);
  g_assert_true (g_file_get_contents (files->solution, &more, NULL, &error));
  g_assert_cmpstr (again, ==, more);
}

static void
test_wrong_use (Files *files, gconstpointer data)
{
  const char *const cases[][5] = {
    { NULL },
    { files->instance, files->instance, NULL },
    { files->instance, "--time", "0", NULL },
    { files->instance, "--time", "-3", NULL },
    { files->instance, "--time", "nan", NULL },
    { files->instance, "--time", "soon", NULL },
    { files->instance, "--moves", "0", NULL },
    { files->instance, "--moves", "1.5", NULL },
    { files->instance, "--time=1", "--moves=1", NULL },
    { files->instance, "--threads", "0", NULL },
    { files->instance, "--threads", "1000", NULL },
    { files->instance, "--seed", "-1", NULL },
    { files->instance, "--unknown", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *output = NULL, *errors = NULL;
      g_assert_cmpint (run (cases[i], &output, &errors), ==, 2);
      g_assert_cmpstr (output, ==, "");
      g_assert_cmpstr (errors, !=, "");
    }
}

static void
test_could_not (Files *files, gconstpointer data)
{
  g_autofree char *output = NULL, *errors = NULL;
  const char *missing[] = { "/nonexistent/file", "--moves", "1", NULL };
  g_assert_cmpint (run (missing, &output, &errors), ==, 3);
  g_assert_cmpstr (output, ==, "");
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_true (g_file_set_contents (files->instance, "p 1 1 1\nc -1\n", -1, NULL));
  const char *malformed[] = { files->instance, "--moves", "1", NULL };
  g_assert_cmpint (run (malformed, &output, &errors), ==, 3);
  g_assert_nonnull (strstr (errors, "ine 2, column 3: the capacity is negative"));
  g_assert_cmpstr (output, ==, "");
}

static void
test_cannot_write (Files *files, gconstpointer data)
{
  g_autofree char *output = NULL, *errors = NULL;
  const char *arguments[] = { files->instance,         "--moves", "10", "--solution",
                              "/nonexistent/solution", NULL };
  g_assert_cmpint (run (arguments, &output, &errors), ==, 3);
  g_assert_cmpstr (output, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/matching/solve/result", Files, NULL, set_up, test_result, tear_down);
  g_test_add ("/matching/solve/wrong-use", Files, NULL, set_up, test_wrong_use, tear_down);
  g_test_add ("/matching/solve/could-not", Files, NULL, set_up, test_could_not, tear_down);
  g_test_add ("/matching/solve/cannot-write", Files, NULL, set_up, test_cannot_write, tear_down);
  return g_test_run ();
}
