/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-runner.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

CliRunner *
cli_runner_new (void)
{
  CliRunner *self = g_new0 (CliRunner, 1);

  self->folder = g_dir_make_tmp ("handslag-cli-XXXXXX", NULL);
  self->now = g_strdup ("2027-01-11T09:00:00Z");
  self->out = g_strdup ("");
  self->err = g_strdup ("");
  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

void
cli_runner_free (CliRunner *self)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->now);
  g_free (self->actor);
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

const char *
cli_path (CliRunner *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_intern_string (path);
}

void
cli_write (CliRunner *self, const char *name, const char *text)
{
  g_assert_true (g_file_set_contents (cli_path (self, name), text, -1, NULL));
}

static GSubprocessLauncher *
new_launcher (CliRunner *self)
{
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", "Europe/Amsterdam", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_unsetenv (launcher, "HANDSLAG_DB");
  if (self->now != NULL)
    g_subprocess_launcher_setenv (launcher, "HANDSLAG_NOW", self->now, TRUE);
  return launcher;
}

static char *
text_of (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length == 0 ? g_strdup ("") : g_strndup (data, length);
}

int
cli_run_words (CliRunner *self, const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = new_launcher (self);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;

  g_ptr_array_add (all, (gpointer) g_getenv ("HANDSLAG_CLI"));
  g_assert_nonnull (all->pdata[0]);
  if (self->actor != NULL)
    {
      g_ptr_array_add (all, (gpointer) "--as");
      g_ptr_array_add (all, self->actor);
    }
  for (; *words != NULL; words++)
    g_ptr_array_add (all, (gpointer) *words);
  g_ptr_array_add (all, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) all->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_free (self->out);
  g_free (self->err);
  self->out = text_of (out);
  self->err = text_of (err);
  if (!g_subprocess_get_if_exited (process))
    g_error ("ended by signal %d:\n%s", g_subprocess_get_term_sig (process), self->err);
  self->status = g_subprocess_get_exit_status (process);
  return self->status;
}

static GPtrArray *
collect (va_list arguments)
{
  GPtrArray *words = g_ptr_array_new ();
  const char *word;

  while ((word = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);
  return words;
}

int
cli_run (CliRunner *self, ...)
{
  va_list arguments;
  g_autoptr (GPtrArray) words = NULL;

  va_start (arguments, self);
  words = collect (arguments);
  va_end (arguments);
  return cli_run_words (self, (const char *const *) words->pdata);
}

static void
check_status (CliRunner *self, const GPtrArray *words, gboolean good)
{
  g_autofree char *line = g_strjoinv (" ", (char **) words->pdata);

  if (!good)
    g_error ("handslag-cli %s: status %d\n%s\n%s", line, self->status, self->out, self->err);
}

void
cli_expect (CliRunner *self, int status, ...)
{
  va_list arguments;
  g_autoptr (GPtrArray) words = NULL;

  va_start (arguments, status);
  words = collect (arguments);
  va_end (arguments);
  check_status (self, words, cli_run_words (self, (const char *const *) words->pdata) == status);
}

static json_t *
run_json (CliRunner *self, GPtrArray *words)
{
  json_error_t problem;
  json_t *root;

  g_ptr_array_insert (words, 0, (gpointer) "--json");
  cli_run_words (self, (const char *const *) words->pdata);
  check_status (self, words, self->status <= 1);
  root = json_loads (self->out, JSON_REJECT_DUPLICATES, &problem);
  if (root == NULL)
    g_error ("no JSON: %s\n%s", problem.text, self->out);
  return root;
}

json_t *
cli_json (CliRunner *self, ...)
{
  va_list arguments;
  g_autoptr (GPtrArray) words = NULL;

  va_start (arguments, self);
  words = collect (arguments);
  va_end (arguments);
  return run_json (self, words);
}

char *
cli_uid (CliRunner *self, ...)
{
  va_list arguments;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (JsonDocument) root = NULL;

  va_start (arguments, self);
  words = collect (arguments);
  va_end (arguments);
  root = run_json (self, words);
  return g_strdup (json_at (root, "uid"));
}

const char *
json_at (json_t *root, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  json_t *at = root;

  for (guint i = 0; parts[i] != NULL; i++)
    at = g_ascii_isdigit (parts[i][0])
             ? json_array_get (at, (size_t) g_ascii_strtoull (parts[i], NULL, 10))
             : json_object_get (at, parts[i]);
  if (!json_is_string (at))
    {
      char *all = json_dumps (root, JSON_INDENT (1));

      g_error ("no text at '%s' in:\n%s", path, all);
    }
  return json_string_value (at);
}
