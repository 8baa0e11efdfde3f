/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the frame; subcommands use hs-cli.h and hs-cli-output.h. */
#pragma once

#include "hs-cli-output.h"

G_BEGIN_DECLS

struct _HsCli
{
  const HsCliCommand *command;
  GPtrArray *words; /* (element-type utf8): everything that is no option */
  guint n_path; /* how many of the words are the path of the command */
  GHashTable *options; /* (element-type utf8 GPtrArray) */
  char *path;
  HsStore *store;
  HsActor *actor;
  gboolean json;
  gboolean colour;
  gboolean silent;
  GString *text;
  GPtrArray *values; /* pairs of label and value that wait for their width */
  json_t *root;
};

/* Reads options and words of @argv into @self and finds the command. */
gboolean hs_cli_parse (HsCli *self, int argc, char **argv, GError **error);
/* Whether the options that were given are those of the command, and its number of arguments. */
gboolean hs_cli_check_use (HsCli *self, GError **error);
/* The option with this @name, of @command or any (NULL), global ones included; NULL for none. */
const HsCliOption *hs_cli_find_option (const HsCliCommand *command, const char *name);
/* Whether any command starts with the @n first words. */
gboolean hs_cli_is_group (char **words, guint n);
const HsCliCommand *hs_cli_find_command (char **words, guint n, guint *n_used);

/* The help of all, of a group of commands, or of one. */
void hs_cli_help (HsCli *self);
/* The nearest of the names to what was typed, NULL when none is near. */
const char *hs_cli_nearest (const char *typed, GPtrArray *names);

/* Who --as means: a uid, the start of one, or an e-mail address. (transfer full) */
HsActor *hs_cli_find_actor (HsStore *store, const char *text, GError **error);

/* Writes what was said; FALSE when the output stream fails. */
gboolean hs_cli_flush (HsCli *self);
/* Puts values that wait into the text. */
void hs_cli_settle_values (HsCli *self);

G_END_DECLS
