/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: what a subcommand is, and what it is given to work with.
 *
 * A subcommand is one row of a table (HsCliCommand) with a function. The frame reads the options,
 * opens the file, finds out who acts, runs the function, and prints what it said: text for people,
 * or one JSON document with --json. A function never prints, exits or opens the file itself. */
#pragma once

#include "hs-store.h"

#include <jansson.h>

G_BEGIN_DECLS

/**
 * HsCliStatus:
 * @HS_CLI_DONE: done, nothing to complain of
 * @HS_CLI_FINDING: a finding, or the program refuses
 * @HS_CLI_WRONG_USE: a command, option or value that is not understood
 * @HS_CLI_COULD_NOT: no such record or file, not readable, not writable, disk full, busy
 *
 * Exit status of the program.
 */
typedef enum
{
  HS_CLI_DONE = 0,
  HS_CLI_FINDING = 1,
  HS_CLI_WRONG_USE = 2,
  HS_CLI_COULD_NOT = 3,
} HsCliStatus;

/* What a subcommand wants of the file with the data. */
typedef enum
{
  HS_CLI_NO_STORE,
  HS_CLI_READS,
  HS_CLI_WRITES,
  HS_CLI_CREATES,
} HsCliStoreUse;

/**
 * HsCliOption:
 * @name: without the two dashes
 * @value: what stands for its value in the help, marked for translation; NULL for a switch
 * @many: may be given more than once
 * @help: one line, marked for translation
 *
 * An option has a value in every subcommand that knows it, or in none: options may stand before the
 * subcommand, where only the name tells.
 */
typedef struct
{
  const char *name;
  const char *value;
  gboolean many;
  const char *help;
} HsCliOption;

typedef struct _HsCli HsCli;

/**
 * HsCliCommand:
 * @path: the words that call it ("agreement sheet new")
 * @arguments: what follows them, for the help, marked for translation; NULL when nothing does
 * @least, @most: how many arguments follow
 * @use: what it wants of the file
 * @options: ends with a row whose name is NULL; NULL for none
 * @summary: one line, marked for translation
 * @help: paragraphs that say more, marked for translation; may be NULL
 * @json: the shape of its JSON document, with "?" behind keys that may be missing; may be NULL
 * @example: command lines, one on each line
 * @run: does it. Wrong use and failures go into the error; a finding is a status.
 */
typedef struct
{
  const char *path;
  const char *arguments;
  guint least;
  guint most;
  HsCliStoreUse use;
  const HsCliOption *options;
  const char *summary;
  const char *help;
  const char *json;
  const char *example;
  HsCliStatus (*run) (HsCli *cli, GError **error);
} HsCliCommand;

/* Any number of arguments. */
#define HS_CLI_MANY 10000

/* Wrong use: a GError that ends in exit status 2. */
#define HS_CLI_ERROR (hs_cli_error_quark ())
enum
{
  HS_CLI_ERROR_USAGE,
};
GQuark hs_cli_error_quark (void);
/* Sets a wrong-use error, a full Dutch sentence. Returns HS_CLI_WRONG_USE. */
HsCliStatus hs_cli_wrong_use (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Runs the program: @argv as main() got it. Returns: the exit status. */
int hs_cli_main (int argc, char **argv);

/* All subcommands. */
const HsCliCommand *hs_cli_commands (guint *n);
/* The options that every subcommand has, ending with a row whose name is NULL. */
const HsCliOption *hs_cli_global_options (void);

/* What the subcommand was given. (transfer none) everywhere. */
HsStore *hs_cli_store (HsCli *self);
/* The words that called it ("agreement submit"). */
const char *hs_cli_command_path (HsCli *self);
/* Who acts: --as, else who uses the file (fact "me"), else NULL. */
const HsActor *hs_cli_actor (HsCli *self);
/* The same, but wrong use when nobody is named. */
const HsActor *hs_cli_need_actor (HsCli *self, GError **error);
gboolean hs_cli_is_json (HsCli *self);
guint hs_cli_n_arguments (HsCli *self);
/* Argument @index, NULL when there are fewer. */
const char *hs_cli_argument (HsCli *self, guint index);
gboolean hs_cli_has (HsCli *self, const char *option);
/* The last value of @option, NULL without one; and all of them (element-type utf8), never NULL. */
const char *hs_cli_option (HsCli *self, const char *option);
const GPtrArray *hs_cli_option_values (HsCli *self, const char *option);
/* The value of @option as a number from @least to @most or a day; @fallback without the option.
 * FALSE with a wrong-use error. */
gboolean hs_cli_option_int (HsCli *self, const char *option, gint64 least, gint64 most,
                            gint64 fallback, gint64 *value, GError **error);
gboolean hs_cli_option_day (HsCli *self, const char *option, HsDay fallback, HsDay *value,
                            GError **error);
/* The day today by the clock of the store. */
HsDay hs_cli_today (HsCli *self);

/* Where the data is when nobody says so. (transfer full) */
char *hs_cli_default_path (void);
/* The file that this run works with. */
const char *hs_cli_path (HsCli *self);

G_END_DECLS
