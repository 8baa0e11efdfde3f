/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a file are: fields of the kind, of the enrolment in a file of students, the
 * uid, or nothing that is known. */
#pragma once

#include "hs-kind.h"

G_BEGIN_DECLS

typedef enum
{
  HS_COLUMN_UNKNOWN, /* not recognised: reported, and passed over */
  HS_COLUMN_UNNAMED, /* no header: must stay empty */
  HS_COLUMN_IGNORED, /* recognised, but set by the program itself */
  HS_COLUMN_UID,
  HS_COLUMN_FIELD, /* a field of the kind */
  HS_COLUMN_ENROLMENT, /* a field of the enrolment of a student */
} HsColumnUse;

/* HsColumn: use and, for a field, its index. */
typedef struct
{
  HsColumnUse use;
  guint field;
} HsColumn;

/* The column that @header names in a file of @kind: by stable name, label, or what schools' and
 * hosts' systems call it ("geb.datum", "roepnaam", "leerlingnummer"). Case, blanks and punctuation
 * do not matter. */
HsColumn hs_column_recognise (const HsKind *kind, const char *header);

/* The column that @name stands for: see HsImportColumn. */
HsColumn hs_column_from_name (const HsKind *kind, const char *name);
/* The name of @column; "" when it is passed over. (transfer full) */
char *hs_column_name (const HsKind *kind, HsColumn column);

/* How the column is called in a file for people: label of the field, "uid" for the uid. */
const char *hs_column_label (const HsKind *kind, HsColumn column);

G_END_DECLS
