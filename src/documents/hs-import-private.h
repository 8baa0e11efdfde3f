/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import while it runs: hs-import.c reads the file, hs-import-row.c makes a record of a row and
 * hs-import-apply.c brings it together with the store. */
#pragma once

#include "hs-error.h"
#include "hs-import-columns.h"
#include "hs-import-identity.h"
#include "hs-import-result.h"
#include "hs-import-source.h"
#include "hs-reference.h"

G_BEGIN_DECLS

/* The word that clears a field, and how a text that is this word itself is written: with one more
 * apostrophe. */
#define HS_IMPORT_CLEAR "(leeg)"

/* (transfer full) */
char *hs_import_text_escape (const char *text);
/* (transfer none) */
const char *hs_import_text_unescape (const char *text);

/* HsImportLate: a reference to a record of the same kind that comes later in the file. */
typedef struct
{
  gint64 id;
  guint field;
  guint line;
  guint column;
  char *text;
  HsImportState state;
} HsImportLate;

typedef struct
{
  HsStore *store;
  const HsKind *kind;
  HsImportOptions options;
  HsImportSource *source;
  HsImportResult *result;

  const char *const *headers;
  HsColumn *columns;
  guint n_columns;
  int field_column[64]; /* column of each field of the kind, -1 */
  int enrolment_column[64]; /* of each field of the enrolment */
  int uid_column;
  gboolean has_enrolment;

  HsReferences *references;
  HsIdentity *identity;
  GHashTable *enrolments; /* student id → GArray of HsImportEnrolment */
  gint64 school; /* of rows that name none */
  gint64 made_up; /* the last id that was made up, going down */
  GPtrArray *late; /* of HsImportLate */

  gboolean writing; /* a transaction is open, and no error was met yet */
  guint error_columns; /* errors in this row */
  GString *reasons; /* of this row */
  gint64 told_at; /* progress */
} HsImport;

/* HsImportParts: a row as records. A field that is not in the row has no value; the bits of
 * @clears say which fields the row empties. */
typedef struct
{
  guint line;
  const HsCsvCell *cells;
  char *uid;
  HsRecord *record;
  guint64 clears;
  HsRecord *enrolment; /* NULL when the row says nothing of it */
  guint64 enrolment_clears;
} HsImportParts;

/* Notes a problem of the current row; @column counts from 0, -1 for the whole row. */
void hs_import_problem (HsImport *self, guint line, int column, const char *value,
                        const char *reason, gboolean warning);

/* Reads the cells of a row into @parts; what is wrong is noted. */
void hs_import_read_row (HsImport *self, HsImportParts *parts, guint n_cells);
void hs_import_parts_clear (HsImportParts *parts);

/* Reads the enrolments of the store by student. */
gboolean hs_import_load_enrolments (HsImport *self, GError **error);
/* Finds out what the row is, and saves it when it may. Notes problems; FALSE with an error of the
 * store. */
gboolean hs_import_apply (HsImport *self, HsImportParts *parts, HsImportState *state,
                          GError **error);
/* Resolves the references that were put off. */
gboolean hs_import_apply_late (HsImport *self, GError **error);

G_END_DECLS
