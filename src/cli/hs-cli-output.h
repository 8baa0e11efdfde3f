/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a subcommand says: lines, tables and labelled values for people, one JSON document for
 * programs. It is printed at the end, and only the one that was asked for. */
#pragma once

#include "hs-cli.h"

G_BEGIN_DECLS

/* Adds one line for people. */
void hs_cli_say (HsCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Adds "label: value"; the values of a run of these stand under each other. Nothing when @value is
 * NULL or empty. */
void hs_cli_say_value (HsCli *self, const char *label, const char *value);
/* Adds a heading with an empty line before it, unless it is the first line. */
void hs_cli_say_heading (HsCli *self, const char *heading);
/* Prints a remark on the standard error stream at once: for what is no error. */
void hs_cli_remark (HsCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Whether nothing was said to people yet. */
gboolean hs_cli_says_nothing (HsCli *self);
/* Nothing is printed at the end: the result itself went to the standard output. */
HsCliStatus hs_cli_say_nothing (HsCli *self);

/* The JSON object that is printed with --json; commands add their keys to it. (transfer none) */
json_t *hs_cli_json (HsCli *self);
/* Makes @root (transfer full) the document, in place of the object. */
void hs_cli_set_json (HsCli *self, json_t *root);
/* Adds keys to @object; nothing (no key) for NULL or "", so that keys that are there say something.
 */
void hs_cli_json_text (json_t *object, const char *key, const char *value);
void hs_cli_json_day (json_t *object, const char *key, HsDay day);

/* A table: columns with a heading, rows of text. */
typedef struct _HsCliTable HsCliTable;

typedef enum
{
  HS_CLI_LEFT,
  HS_CLI_RIGHT,
} HsCliAlign;

HsCliTable *hs_cli_table_new (void);
void hs_cli_table_free (HsCliTable *self);
/* @most: the widest the column may be in character cells, 0 for any; longer text ends in "…". */
void hs_cli_table_column (HsCliTable *self, const char *heading, HsCliAlign align, guint most);
/* Adds the next cell, row by row. NULL is an empty cell. */
void hs_cli_table_cell (HsCliTable *self, const char *text);
void hs_cli_table_cell_take (HsCliTable *self, char *text);
guint hs_cli_table_n_rows (const HsCliTable *self);
/* Adds the table to what is said; nothing when it has no rows. Frees it. */
void hs_cli_say_table (HsCli *self, HsCliTable *table);

/* Colours, used only when the output is a terminal and NO_COLOR is not set. */
typedef enum
{
  HS_CLI_PLAIN,
  HS_CLI_BOLD,
  HS_CLI_RED,
  HS_CLI_YELLOW,
  HS_CLI_GREEN,
  HS_CLI_DIM,
} HsCliColour;

/* @text in @colour, or as it is. (transfer full) */
char *hs_cli_paint (HsCli *self, HsCliColour colour, const char *text);

/* "450", "7,5": minutes as hours in Dutch form. (transfer full) */
char *hs_cli_hours (gint64 minutes);
/* "1.350": a number with points between the thousands. (transfer full) */
char *hs_cli_number (gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsCliTable, hs_cli_table_free)

G_END_DECLS
