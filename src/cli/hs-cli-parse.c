/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the words of the command line: which subcommand, which options, in any order. */

#include "hs-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const HsCliOption global_options[] = {
  { "db", N_ ("FILE"), FALSE, N_ ("The file with the data") },
  { "as", N_ ("PERSON"), FALSE, N_ ("Who you are: uid, start of a uid, or e-mail address") },
  { "json", NULL, FALSE, N_ ("Give the result as JSON") },
  { "help", NULL, FALSE, N_ ("Show this help") },
  { "version", NULL, FALSE, N_ ("Show the version of the program") },
  { NULL },
};

const HsCliOption *
hs_cli_global_options (void)
{
  return global_options;
}

static const HsCliOption *
find_in (const HsCliOption *options, const char *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strcmp (options->name, name) == 0)
      return options;
  return NULL;
}

const HsCliOption *
hs_cli_find_option (const HsCliCommand *command, const char *name)
{
  const HsCliOption *found = find_in (global_options, name);
  guint n;
  const HsCliCommand *commands = hs_cli_commands (&n);

  if (found != NULL)
    return found;
  if (command != NULL)
    return find_in (command->options, name);
  for (guint i = 0; i < n && found == NULL; i++)
    found = find_in (commands[i].options, name);
  return found;
}

/* How many of the first @n words are the path of @command; 0 when the path does not fit. */
static guint
match_path (const HsCliCommand *command, char **words, guint n)
{
  g_auto (GStrv) path = g_strsplit (command->path, " ", -1);
  guint length = g_strv_length (path);

  if (length > n)
    return 0;
  for (guint i = 0; i < length; i++)
    if (strcmp (path[i], words[i]) != 0)
      return 0;
  return length;
}

const HsCliCommand *
hs_cli_find_command (char **words, guint n, guint *n_used)
{
  guint n_commands;
  const HsCliCommand *commands = hs_cli_commands (&n_commands);
  const HsCliCommand *found = NULL;

  *n_used = 0;
  for (guint i = 0; i < n_commands; i++)
    {
      guint length = match_path (&commands[i], words, n);

      if (length > *n_used)
        {
          *n_used = length;
          found = &commands[i];
        }
    }
  return found;
}

gboolean
hs_cli_is_group (char **words, guint n)
{
  g_autofree char *joined = NULL;
  guint n_commands;
  const HsCliCommand *commands = hs_cli_commands (&n_commands);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, words[i]);
  g_strv_builder_add (builder, "");
  list = g_strv_builder_end (builder);
  joined = g_strjoinv (" ", list);
  for (guint i = 0; n > 0 && i < n_commands; i++)
    if (g_str_has_prefix (commands[i].path, joined))
      return TRUE;
  return FALSE;
}

/* Number of letters to add, drop or change to make @b of @a (Levenshtein). */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint corner = row[0]++;

      for (gsize j = 0; j < n; j++)
        {
          guint change = corner + (a[i] != b[j]);

          corner = row[j + 1];
          row[j + 1] = MIN (change, MIN (row[j], row[j + 1]) + 1);
        }
    }
  return row[n];
}

const char *
hs_cli_nearest (const char *typed, GPtrArray *names)
{
  const char *nearest = NULL;
  guint least = strlen (typed) > 3 ? 3 : 2; /* two letters wrong in a word, one in a short one */

  if (strlen (typed) > 40)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      guint steps = distance (typed, names->pdata[i]);

      if (steps < least)
        {
          least = steps;
          nearest = names->pdata[i];
        }
    }
  return nearest;
}

static void
add_option_names (GPtrArray *names, const HsCliOption *options)
{
  for (; options != NULL && options->name != NULL; options++)
    g_ptr_array_add (names, (gpointer) options->name);
}

static gboolean
unknown_option (const HsCliCommand *command, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  add_option_names (names, global_options);
  if (command != NULL)
    add_option_names (names, command->options);
  nearest = hs_cli_nearest (name, names);
  if (command == NULL)
    hs_cli_wrong_use (error, _ ("there is no option --%s; see 'handslag-cli --help'"), name);
  else if (nearest != NULL)
    hs_cli_wrong_use (error, _ ("'%s' has no option --%s; did you mean --%s?"), command->path, name,
                      nearest);
  else
    hs_cli_wrong_use (error, _ ("'%s' has no option --%s; see 'handslag-cli %s --help'"),
                      command->path, name, command->path);
  return FALSE;
}

static gboolean
keep_option (HsCli *self, const HsCliOption *option, const char *value, GError **error)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option->name);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->options, (gpointer) option->name, values);
    }
  else if (!option->many && option->value != NULL)
    {
      hs_cli_wrong_use (error, _ ("--%s stands there twice; give it once"), option->name);
      return FALSE;
    }
  g_ptr_array_add (values, g_strdup (value));
  return TRUE;
}

/* Reads the option at argv[*at], and its value, which may be the next word. */
static gboolean
read_option (HsCli *self, int argc, char **argv, int *at, GError **error)
{
  const char *text = strcmp (argv[*at], "-h") == 0 ? "help" : argv[*at] + 2;
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals == NULL ? g_strdup (text) : g_strndup (text, equals - text);
  const HsCliOption *option = hs_cli_find_option (NULL, name);

  if (option == NULL)
    {
      guint n_used;

      return unknown_option (
          hs_cli_find_command ((char **) self->words->pdata, self->words->len, &n_used), name,
          error);
    }
  if (option->value == NULL && equals != NULL)
    {
      hs_cli_wrong_use (error, _ ("--%s takes no value; leave '=%s' out"), name, equals + 1);
      return FALSE;
    }
  if (option->value != NULL && equals == NULL && *at + 1 >= argc)
    {
      hs_cli_wrong_use (error, _ ("--%s wants a value behind it: --%s %s"), name, name,
                        _ (option->value));
      return FALSE;
    }
  if (option->value == NULL)
    return keep_option (self, option, "", error);
  return keep_option (self, option, equals != NULL ? equals + 1 : argv[++*at], error);
}

static gboolean
read_words (HsCli *self, int argc, char **argv, GError **error)
{
  gboolean only_words = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (!g_utf8_validate (argv[i], -1, NULL))
        {
          hs_cli_wrong_use (error, _ ("word %d of the command line is not UTF-8"), i);
          return FALSE;
        }
      if (!only_words && strcmp (argv[i], "--") == 0)
        only_words = TRUE;
      else if (!only_words && (g_str_has_prefix (argv[i], "--") || strcmp (argv[i], "-h") == 0))
        {
          if (!read_option (self, argc, argv, &i, error))
            return FALSE;
        }
      else if (!only_words && argv[i][0] == '-' && g_ascii_isalpha (argv[i][1]))
        {
          hs_cli_wrong_use (error,
                            _ ("'%s' is not understood: options have two dashes, and a value that "
                               "starts with a dash stands behind a loose '--'"),
                            argv[i]);
          return FALSE;
        }
      else
        g_ptr_array_add (self->words, g_strdup (argv[i]));
    }
  return TRUE;
}

/* The words that may stand where words[n] stands, for a suggestion. */
static GPtrArray *
names_at (char **words, guint n)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint n_commands;
  const HsCliCommand *commands = hs_cli_commands (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      g_auto (GStrv) path = g_strsplit (commands[i].path, " ", -1);
      gboolean same = g_strv_length (path) > n;

      for (guint k = 0; same && k < n; k++)
        same = strcmp (path[k], words[k]) == 0;
      if (same)
        g_ptr_array_add (names, g_strdup (path[n]));
    }
  return names;
}

static gboolean
unknown_command (HsCli *self, GError **error)
{
  char **words = (char **) self->words->pdata;
  guint n = 0;
  g_autoptr (GPtrArray) names = NULL;
  const char *nearest;
  g_autofree char *group = NULL;

  while (n < self->words->len && hs_cli_is_group (words, n + 1))
    n++;
  group = n == 0 ? g_strdup ("") : g_strdup_printf ("%s ", words[0]);
  if (n == self->words->len)
    {
      hs_cli_wrong_use (error, _ ("say what has to be done; 'handslag-cli %s--help' shows it all"),
                        group);
      return FALSE;
    }
  names = names_at (words, n);
  nearest = hs_cli_nearest (words[n], names);
  if (nearest != NULL)
    hs_cli_wrong_use (error, _ ("'%s' is not a command; did you mean '%s'?"), words[n], nearest);
  else
    hs_cli_wrong_use (error, _ ("'%s' is not a command; 'handslag-cli %s--help' shows them all"),
                      words[n], group);
  return FALSE;
}

gboolean
hs_cli_parse (HsCli *self, int argc, char **argv, GError **error)
{
  if (!read_words (self, argc, argv, error))
    return FALSE;
  self->json = hs_cli_has (self, "json");
  if (self->words->len > 0 && strcmp (self->words->pdata[0], "help") == 0)
    {
      g_ptr_array_remove_index (self->words, 0);
      if (!hs_cli_has (self, "help"))
        keep_option (self, find_in (global_options, "help"), "", NULL);
    }
  self->command =
      hs_cli_find_command ((char **) self->words->pdata, self->words->len, &self->n_path);
  if (self->command != NULL || hs_cli_has (self, "version"))
    return TRUE;
  if (hs_cli_has (self, "help")
      && (self->words->len == 0
          || hs_cli_is_group ((char **) self->words->pdata, self->words->len)))
    return TRUE;
  return unknown_command (self, error);
}

gboolean
hs_cli_check_use (HsCli *self, GError **error)
{
  const HsCliCommand *command = self->command;
  guint n = hs_cli_n_arguments (self);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->options);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (hs_cli_find_option (command, name) == NULL)
      return unknown_option (command, name, error);
  if (n < command->least)
    hs_cli_wrong_use (error, _ ("something is missing: handslag-cli %s %s"), command->path,
                      command->arguments != NULL ? _ (command->arguments) : "");
  else if (n > command->most && command->arguments == NULL)
    hs_cli_wrong_use (error, _ ("'%s' is one word too many: handslag-cli %s"),
                      hs_cli_argument (self, command->most), command->path);
  else if (n > command->most)
    hs_cli_wrong_use (error, _ ("'%s' is one word too many: handslag-cli %s %s"),
                      hs_cli_argument (self, command->most), command->path, _ (command->arguments));
  return n >= command->least && n <= command->most;
}
