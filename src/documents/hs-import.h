/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing in records of any kind from a CSV or JSON file, by the description of the kind.
 *
 * How a file is read:
 * - The first line names the columns: stable name, Dutch label or a usual other name (see
 *   hs-import-columns.h). A column that is not known is reported and passed over; two columns for
 *   one field are refused. A file of students may have the columns of the enrolment as well: one
 *   row then makes a student and an enrolment.
 * - A row is a record that is there already when its uid says so, or else its key (see
 *   hs-import-identity.h). When there is nothing to recognise it by it is an error, because
 * siblings share a name and a postcode, unless the caller says what to do.
 * - An empty cell leaves a record that is there as it is. A cell with "(leeg)" clears the field; in
 *   JSON that is null.
 * - A reference is found by uid, number or name (see hs-reference.h).
 * - Everything is one transaction. Unless told otherwise one error in the file means that nothing
 *   of it is taken over.
 * - What is in the store and not in the file is counted, and never removed. */
#pragma once

#include "hs-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* HsImportProgress: @fraction from 0 to 1, @rows read so far. Called a few times a second. */
typedef void (*HsImportProgress) (double fraction, guint rows, gpointer user_data);

/**
 * HsImportOptions: {0} is all or nothing, really saved.
 * @dry_run: only look, save nothing
 * @keep_good: take over the rows without errors; those with errors go to @bad_rows
 * @bad_rows: (nullable): path of a file for rows with errors, in the form of the file, with a
 * column "Fouten"; it can be mended and brought in
 * @strict: a column that is not known is an error
 * @new_when_unsure: a row that cannot be recognised is new
 * @match_by_name: a row that cannot be recognised is the one with the same name inside the same
 *   organisation, location or student, or new when there is none
 * @empty_clears: an empty cell clears the field
 * @school: the school of students when the file has no such column; 0 takes the only school there
 * is
 * @most_problems: how many problems are kept; 0 is 1000. All are counted
 * @most_rows: how many rows are kept for a preview; 0 is none
 * @columns: (nullable) (element-type utf8 utf8): what a person said that columns are: from the
 *   name in the file to a name as in HsImportColumn. Other columns are recognised by name
 */
typedef struct
{
  gboolean dry_run;
  gboolean keep_good;
  const char *bad_rows;
  gboolean strict;
  gboolean new_when_unsure;
  gboolean match_by_name;
  gboolean empty_clears;
  gint64 school;
  guint most_problems;
  guint most_rows;
  GHashTable *columns;
  HsImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} HsImportOptions;

/**
 * HsImportProblem:
 * @line: line in the file
 * @column: number of the column, from 1; 0 when it is about the whole row or file
 * @header: name of the column in the file, or NULL
 * @value: what the cell holds, or NULL
 * @reason: why it cannot be taken over, one line in the user's language
 * @warning: it is taken over all the same
 */
typedef struct
{
  guint line;
  guint column;
  char *header;
  char *value;
  char *reason;
  gboolean warning;
} HsImportProblem;

typedef enum
{
  HS_IMPORT_NEW,
  HS_IMPORT_CHANGED,
  HS_IMPORT_UNCHANGED,
  HS_IMPORT_ERROR,
} HsImportState;

/* HsImportChange: what changes in a record that is there: label, value before and after as people
 * read them. */
typedef struct
{
  char *label;
  char *before;
  char *after;
} HsImportChange;

/* HsImportRow: @title names the record; @changes (element-type HsImportChange) is empty unless
 * state is HS_IMPORT_CHANGED. */
typedef struct
{
  guint line;
  HsImportState state;
  char *title;
  GPtrArray *changes;
} HsImportRow;

/**
 * HsImportColumn:
 * @header: name of the column in the file
 * @name: what it is taken for: the stable name of a field, of a field of the enrolment of a student
 *   with "enrolment." before it, "uid", or "" when it is passed over
 */
typedef struct
{
  char *header;
  char *name;
} HsImportColumn;

/**
 * HsImportResult:
 * @file: name of the file
 * @n_rows: rows with something in them; each is one of @n_new, @n_changed, @n_unchanged, @n_bad
 * @n_missing: records that are in the store and not in the file
 * @n_errors, @n_warnings: problems, also those that were not kept
 * @saved: something was saved
 * @problems: (element-type HsImportProblem): in the order of the file
 * @rows: (element-type HsImportRow): the first most_rows
 * @columns: (element-type HsImportColumn): in the order of the file, those without a name left out
 */
typedef struct
{
  char *file;
  guint n_rows;
  guint n_new;
  guint n_changed;
  guint n_unchanged;
  guint n_bad;
  guint n_missing;
  guint n_errors;
  guint n_warnings;
  gboolean saved;
  GPtrArray *problems;
  GPtrArray *rows;
  GPtrArray *columns;
} HsImportResult;

void hs_import_result_free (HsImportResult *self);

/* "studenten.csv, regel 12, kolom Geboortedatum: “31-02-2008”: this must be …". (transfer full) */
char *hs_import_problem_text (const HsImportResult *result, const HsImportProblem *problem);
/* "3 new, 2 changed, 10 unchanged, 1 with errors; 4 are not in the file". (transfer full) */
char *hs_import_result_summary (const HsImportResult *result);
/* Name of a state on screen: "nieuw". (transfer none) */
const char *hs_import_state_label (HsImportState state);

/**
 * hs_import_column_names:
 *
 * What a column of a file of @kind may be, as in HsImportColumn, in the order of the form.
 *
 * Returns: (transfer full) (element-type utf8): without "" for a column that is passed over
 */
GPtrArray *hs_import_column_names (HsKindId kind);
/* How such a name is called for people. (transfer none) */
const char *hs_import_column_label (HsKindId kind, const char *name);

/**
 * hs_import_file:
 * @store: not inside a transaction; for a dry run it may be
 * @actor: (nullable): who brings it in
 * @path: a CSV or JSON file
 * @options: (nullable): NULL is {0}
 *
 * Brings in a file of @kind. What is wrong with the file is in the result, not in @error.
 *
 * Returns: (transfer full): the result; NULL when it could not be done at all: the file cannot be
 *   read (HS_ERROR_NOT_FOUND, HS_ERROR_IO), the store failed, or G_IO_ERROR_CANCELLED. Then
 *   nothing was saved.
 */
HsImportResult *hs_import_file (HsStore *store, const HsActor *actor, HsKindId kind,
                                const char *path, const HsImportOptions *options, GError **error);

/* The kinds in an order in which what is referred to comes first. (transfer none) */
const HsKindId *hs_import_order (guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsImportResult, hs_import_result_free)

G_END_DECLS
