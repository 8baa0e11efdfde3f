/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the real handslag-cli as a user would: another process, its own home, a fixed clock. */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/* A folder with a database of its own; each command works in it. */
typedef struct
{
  char *folder;
  char *now; /* HANDSLAG_NOW for the next commands, or NULL */
  char *actor; /* --as for the next commands, or NULL */
  int status; /* of the last command */
  char *out;
  char *err;
} CliRunner;

CliRunner *cli_runner_new (void);
void cli_runner_free (CliRunner *self);

/* Runs handslag-cli with these words (ends with NULL); returns the exit status. A command that ends
 * by a signal fails the test. */
int cli_run (CliRunner *self, ...) G_GNUC_NULL_TERMINATED;
int cli_run_words (CliRunner *self, const char *const *words);
/* The same, and the test fails when the exit status is not @status. */
void cli_expect (CliRunner *self, int status, ...) G_GNUC_NULL_TERMINATED;
/* The same with --json and status 0 or 1; the document (transfer full). */
json_t *cli_json (CliRunner *self, ...) G_GNUC_NULL_TERMINATED;
/* "uid" of the JSON document. (transfer full) */
char *cli_uid (CliRunner *self, ...) G_GNUC_NULL_TERMINATED;

/* The path of a file in the folder, valid until the runner is freed. */
const char *cli_path (CliRunner *self, const char *name);
/* Writes a file into the folder. */
void cli_write (CliRunner *self, const char *name, const char *text);

/* The text of a member of an object, found by a path with dots; fails the test when there is none.
 */
const char *json_at (json_t *root, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRunner, cli_runner_free)
typedef json_t JsonDocument;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonDocument, json_decref)

/* Fails, with all that was printed, when @haystack lacks @needle. */
#define assert_says(runner, haystack, needle)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr ((haystack), (needle)) == NULL)                                                     \
      g_error ("'%s' is not in:\n%s\n%s", (needle), (runner)->out, (runner)->err);                 \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
