/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every command: its help, its wrong use, its errors, with and without --json. */

#include "cli-runner.h"
#include "hs-cli.h"

#include <string.h>

/* Words for the arguments of a command: as many as it needs at least. */
static GPtrArray *
words_of (const HsCliCommand *command, guint n)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) path = g_strsplit (command->path, " ", -1);

  for (guint i = 0; path[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (path[i]));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (words, g_strdup ("student"));
  return words;
}

static int
run_array (CliRunner *self, GPtrArray *words, const char *more)
{
  if (more != NULL)
    g_ptr_array_add (words, g_strdup (more));
  g_ptr_array_add (words, NULL);
  return cli_run_words (self, (const char *const *) words->pdata);
}

/* One line on the error stream that says who speaks, begins with a capital and ends. */
static void
assert_sentence (CliRunner *self)
{
  const char *text = self->err + strlen ("handslag-cli: ");

  g_assert_true (g_str_has_prefix (self->err, "handslag-cli: "));
  g_assert_true (g_str_has_suffix (self->err, ".\n") || g_str_has_suffix (self->err, "?\n"));
  g_assert_true (strchr (text, '\n')[1] == '\0');
  g_assert_true (!g_unichar_islower (g_utf8_get_char (text)));
}

static void
test_table (void)
{
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (n, >, 40);
  for (guint i = 0; i < n; i++)
    {
      const HsCliOption *option = commands[i].options;
      g_autofree char *start = g_strconcat ("handslag-cli ", commands[i].path, NULL);

      g_assert_true (g_hash_table_add (paths, (gpointer) commands[i].path));
      g_assert_nonnull (commands[i].summary);
      g_assert_true (strstr (commands[i].example, start) != NULL);
      g_assert_true (commands[i].run != NULL);
      g_assert_cmpuint (commands[i].least, <=, commands[i].most);
      g_assert_true ((commands[i].arguments != NULL) == (commands[i].most > 0));
      /* options may stand before the command: only the name tells whether a value follows */
      for (; option != NULL && option->name != NULL; option++)
        {
          gpointer known;
          gpointer has = GINT_TO_POINTER (option->value != NULL);

          if (g_hash_table_lookup_extended (values, option->name, NULL, &known))
            g_assert_true (known == has);
          g_hash_table_insert (values, (gpointer) option->name, has);
        }
    }
}

static void
test_help (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) words = words_of (&commands[i], 0);
      g_autofree char *start = g_strconcat ("handslag-cli ", commands[i].path, NULL);

      g_assert_cmpint (run_array (self, words, "--help"), ==, 0);
      assert_says (self, self->out, start);
      assert_says (self, self->out, "Voorbeeld");
      assert_says (self, self->out, "Opties van elke opdracht");
      g_assert_cmpstr (self->err, ==, "");
    }
  cli_expect (self, 0, "--help", NULL);
  for (guint i = 0; i < n; i++)
    assert_says (self, self->out, commands[i].path);
  cli_expect (self, 0, "help", "agreement", NULL);
  assert_says (self, self->out, "agreement submit");
  cli_expect (self, 0, "agreement", "sheet", "-h", NULL);
  assert_says (self, self->out, "agreement sheet new");
  cli_expect (self, 0, "--version", NULL);
  assert_says (self, self->out, HS_VERSION);
}

static void
test_wrong_use (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) option = words_of (&commands[i], commands[i].least);
      g_autoptr (GPtrArray) less = words_of (&commands[i], 0);
      g_autoptr (GPtrArray) more = words_of (&commands[i], commands[i].most + 1);

      g_assert_cmpint (run_array (self, option, "--banaan"), ==, 2);
      assert_sentence (self);
      if (commands[i].least > 0)
        {
          g_assert_cmpint (run_array (self, less, NULL), ==, 2);
          assert_sentence (self);
          assert_says (self, self->err, commands[i].path);
        }
      if (commands[i].most < 100)
        {
          g_assert_cmpint (run_array (self, more, NULL), ==, 2);
          assert_sentence (self);
        }
    }
}

static void
test_unknown_words (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  cli_expect (self, 2, NULL);
  assert_sentence (self);
  cli_expect (self, 2, "agreement", NULL);
  cli_expect (self, 2, "lst", "student", NULL);
  assert_says (self, self->err, "bedoelt u 'list'?");
  cli_expect (self, 2, "agreement", "submitt", "x", NULL);
  assert_says (self, self->err, "bedoelt u 'submit'?");
  cli_expect (self, 2, "list", "student", "--limt", "3", NULL);
  assert_says (self, self->err, "bedoelt u --limit?");
  cli_expect (self, 2, "list", "student", "--limit", NULL);
  cli_expect (self, 2, "list", "student", "--removed=ja", NULL);
  cli_expect (self, 2, "list", "student", "--limit", "1", "--limit", "2", NULL);
  cli_expect (self, 2, "list", "student", "-x", NULL);
  cli_expect (self, 2, "list", "student", "\xff\xfe", NULL);
  cli_expect (self, 2, "list", "student", "--db", "", NULL);
}

/* Without a file every command that needs one says how to make it. */
static void
test_no_file (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) words = words_of (&commands[i], commands[i].least);
      g_autoptr (JsonDocument) root = NULL;

      if (commands[i].use != HS_CLI_READS && commands[i].use != HS_CLI_WRITES)
        continue;
      g_assert_cmpint (run_array (self, words, "--json"), ==, 3);
      assert_sentence (self);
      assert_says (self, self->err, "handslag-cli init");
      root = json_loads (self->out, JSON_REJECT_DUPLICATES, NULL);
      g_assert_cmpstr (json_at (root, "error.code"), ==, "not-found");
    }
}

/* Nothing of a kind, nobody, nowhere: an answer, never a crash. */
static void
test_unknown_uids (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);

  cli_expect (self, 0, "init", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) words = NULL;
      g_autoptr (JsonDocument) root = NULL;

      if ((commands[i].use != HS_CLI_READS && commands[i].use != HS_CLI_WRITES)
          || commands[i].arguments == NULL || !g_str_has_prefix (commands[i].arguments, "UID"))
        continue;
      words = words_of (&commands[i], 0);
      g_ptr_array_add (words, g_strdup ("ag-zzzzzzzzzzzzzzzz"));
      for (guint k = 1; k < commands[i].least; k++)
        g_ptr_array_add (words, g_strdup ("x"));
      g_assert_cmpint (run_array (self, words, "--json"), >=, 2);
      assert_sentence (self);
      root = json_loads (self->out, JSON_REJECT_DUPLICATES, NULL);
      g_assert_nonnull (json_object_get (root, "error"));
    }
}

static void
test_language (void)
{
  g_autoptr (CliRunner) self = cli_runner_new ();

  g_setenv ("LC_ALL", "C", TRUE);
  cli_expect (self, 0, "--help", NULL);
  assert_says (self, self->out, "Opdrachten");
}

/* The man page names every command. */
static void
test_man_page (void)
{
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);
  g_autofree char *text = NULL;
  g_autoptr (GString) plain = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("HANDSLAG_MAN_PAGE"), &text, NULL, NULL));
  plain = g_string_new (text);
  g_string_replace (plain, "\\-", "-", 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("\n.B %s", commands[i].path);

      if (strstr (plain->str, line) == NULL)
        g_error ("the man page lacks '%s'", commands[i].path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/frame/table", test_table);
  g_test_add_func ("/cli/frame/help", test_help);
  g_test_add_func ("/cli/frame/wrong-use", test_wrong_use);
  g_test_add_func ("/cli/frame/unknown-words", test_unknown_words);
  g_test_add_func ("/cli/frame/no-file", test_no_file);
  g_test_add_func ("/cli/frame/unknown-uids", test_unknown_uids);
  g_test_add_func ("/cli/frame/man-page", test_man_page);
  g_test_add_func ("/cli/frame/language", test_language);
  return g_test_run ();
}
