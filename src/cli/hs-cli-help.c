/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help, made from the table of commands: what is not in the table is not in the help. */

#include "hs-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define HELP_WIDTH 78

/* Adds @text in lines of HELP_WIDTH cells, each after @indent blanks. Lines that start with a blank
 * stay as they are; an empty line stays. */
static void
say_wrapped (HsCli *self, const char *text, int indent)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (paragraphs[i], " ", -1);
      g_autoptr (GString) line = g_string_new (NULL);

      if (paragraphs[i][0] == ' ' || paragraphs[i][0] == '\0')
        {
          hs_cli_say (self, "%*s%s", paragraphs[i][0] == '\0' ? 0 : indent, "", paragraphs[i]);
          continue;
        }
      for (guint k = 0; words[k] != NULL; k++)
        {
          glong width = indent + g_utf8_strlen (line->str, -1) + 1 + g_utf8_strlen (words[k], -1);

          if (line->len > 0 && width > HELP_WIDTH)
            {
              hs_cli_say (self, "%*s%s", indent, "", line->str);
              g_string_truncate (line, 0);
            }
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[k]);
        }
      hs_cli_say (self, "%*s%s", indent, "", line->str);
    }
}

static void
say_options (HsCli *self, const HsCliOption *options)
{
  for (; options != NULL && options->name != NULL; options++)
    {
      g_autofree char *left = options->value == NULL
                                  ? g_strdup_printf ("--%s", options->name)
                                  : g_strdup_printf ("--%s %s%s", options->name, _ (options->value),
                                                     options->many ? "…" : "");

      if (g_utf8_strlen (left, -1) > 24)
        {
          hs_cli_say (self, "  %s", left);
          say_wrapped (self, _ (options->help), 28);
        }
      else
        hs_cli_say (self, "  %s%*s%s", left, (int) (26 - g_utf8_strlen (left, -1)), "",
                    _ (options->help));
    }
}

static void
say_lines (HsCli *self, const char *lines)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    hs_cli_say (self, "  %s", list[i]);
}

static void
help_command (HsCli *self, const HsCliCommand *command)
{
  g_autofree char *arguments =
      command->arguments == NULL ? g_strdup ("") : g_strdup_printf (" %s", _ (command->arguments));

  hs_cli_say (self, "handslag-cli %s%s%s", command->path, arguments,
              command->options == NULL ? "" : _ (" [OPTION]…"));
  hs_cli_say (self, "%s", "");
  say_wrapped (self, _ (command->summary), 0);
  if (command->help != NULL)
    {
      hs_cli_say (self, "%s", "");
      say_wrapped (self, _ (command->help), 0);
    }
  if (command->options != NULL)
    {
      hs_cli_say_heading (self, _ ("Options"));
      say_options (self, command->options);
    }
  hs_cli_say_heading (self, _ ("Options of every command"));
  say_options (self, hs_cli_global_options ());
  if (command->json != NULL)
    {
      hs_cli_say_heading (self, _ ("With --json"));
      say_wrapped (self, command->json, 2);
    }
  hs_cli_say_heading (self, _ ("Example"));
  say_lines (self, command->example);
}

/* One line for each command that starts with @words. */
static void
say_commands (HsCli *self, char **words, guint n)
{
  guint n_commands;
  const HsCliCommand *commands = hs_cli_commands (&n_commands);
  g_autofree char *start = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, words[i]);
  g_strv_builder_add (builder, "");
  list = g_strv_builder_end (builder);
  start = g_strjoinv (" ", list);
  for (guint i = 0; i < n_commands; i++)
    if (n == 0 || g_str_has_prefix (commands[i].path, start))
      hs_cli_say (self, "  %-26s%s", commands[i].path, _ (commands[i].summary));
}

static void
help_group (HsCli *self, char **words, guint n)
{
  if (n == 0)
    {
      hs_cli_say (self, "%s", _ ("handslag-cli COMMAND … [OPTION]…"));
      hs_cli_say (self, "%s", "");
      say_wrapped (self,
                   _ ("Handslag makes the agreement between student, school and care organisation, "
                      "from a first draft until everybody has signed."),
                   0);
    }
  hs_cli_say_heading (self, _ ("Commands"));
  say_commands (self, words, n);
  hs_cli_say_heading (self, _ ("Options of every command"));
  say_options (self, hs_cli_global_options ());
  hs_cli_say_heading (self, _ ("Good to know"));
  say_wrapped (
      self,
      _ ("'handslag-cli COMMAND --help' tells more of one command, with an example. Options may "
         "stand before or behind the command. Instead of a whole uid its start will do, as long as "
         "only one uid starts like that.\n"
         "The data is in the file of --db, else that of the environment variable HANDSLAG_DB, else "
         "in ~/.local/share/handslag/handslag.handslag.\n"
         "Exit status: 0 done, 1 a finding or a refusal, 2 wrong use, 3 could not (also when a "
         "record or file is not there). With --json an error is {error: {code, message}}; a key "
         "with a question mark in the help is left out when there is nothing to say."),
      2);
  if (n == 0)
    {
      hs_cli_say_heading (self, _ ("Example"));
      say_lines (self, "handslag-cli demo --db proef.handslag\n"
                       "handslag-cli list agreement --db proef.handslag");
    }
}

void
hs_cli_help (HsCli *self)
{
  if (self->command != NULL)
    help_command (self, self->command);
  else
    help_group (self, (char **) self->words->pdata, self->words->len);
}
