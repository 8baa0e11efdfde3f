/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record kind is: its fields, their types, labels and checks. Everything that handles
 * records (tables, CSV and XLSX columns, JSON, forms, history, search) reads these descriptions, so
 * that a field is added in one place. */
#pragma once

#include "hs-kinds.h"

G_BEGIN_DECLS

/**
 * HsType:
 * @HS_TYPE_TEXT: one line of NFC text
 * @HS_TYPE_LONG_TEXT: NFC text with line feeds
 * @HS_TYPE_INTEGER: a whole number
 * @HS_TYPE_MINUTES: minutes; people read and type hours ("7,5" or "7:30")
 * @HS_TYPE_CENTS: cents; people read and type euros ("350,00")
 * @HS_TYPE_MICRO: millionths of a degree
 * @HS_TYPE_DATE: days since 1970-01-01 (proleptic Gregorian)
 * @HS_TYPE_TIME: seconds since 1970-01-01T00:00:00Z
 * @HS_TYPE_BOOLEAN: 0 or 1
 * @HS_TYPE_CHOICE: index into the choices of the field
 * @HS_TYPE_SET: sum of 1 << index over the choices that hold
 * @HS_TYPE_REF: the local id of a record of kind @target
 */
typedef enum
{
  HS_TYPE_TEXT,
  HS_TYPE_LONG_TEXT,
  HS_TYPE_INTEGER,
  HS_TYPE_MINUTES,
  HS_TYPE_CENTS,
  HS_TYPE_MICRO,
  HS_TYPE_DATE,
  HS_TYPE_TIME,
  HS_TYPE_BOOLEAN,
  HS_TYPE_CHOICE,
  HS_TYPE_SET,
  HS_TYPE_REF,
} HsType;

/* HsCheck: the shape that a text has to have; see hs-check.h. */
typedef enum
{
  HS_CHECK_NONE,
  HS_CHECK_CREBO,
  HS_CHECK_BRIN,
  HS_CHECK_KVK,
  HS_CHECK_SBB,
  HS_CHECK_POSTCODE,
  HS_CHECK_EMAIL,
  HS_CHECK_PHONE,
  HS_CHECK_URL,
} HsCheck;

/**
 * HsFieldFlags:
 * @HS_FIELD_KEY: part of what an imported row is recognised by
 * @HS_FIELD_NEED: an imported row without it is refused (saving by hand is never refused)
 * @HS_FIELD_SEARCH: found by search
 * @HS_FIELD_TITLE: part of the name of the record, in order
 * @HS_FIELD_PRIVATE: a host does not see it before the match is final
 * @HS_FIELD_PROGRESS: outside the canonical form: may change without a new sheet
 * @HS_FIELD_PARENT: the record it belongs to; goes when that goes
 * @HS_FIELD_COMPUTED: set by the program, not by people or files
 * @HS_FIELD_HIDDEN: not on screen and not in CSV or XLSX
 */
typedef enum
{
  HS_FIELD_KEY = 1 << 0,
  HS_FIELD_NEED = 1 << 1,
  HS_FIELD_SEARCH = 1 << 2,
  HS_FIELD_TITLE = 1 << 3,
  HS_FIELD_PRIVATE = 1 << 4,
  HS_FIELD_PROGRESS = 1 << 5,
  HS_FIELD_PARENT = 1 << 6,
  HS_FIELD_COMPUTED = 1 << 7,
  HS_FIELD_HIDDEN = 1 << 8,
} HsFieldFlags;

/**
 * HsKindFlags:
 * @HS_KIND_FLAG_IMPORT: schools have it in spreadsheets: import and export as CSV
 * @HS_KIND_FLAG_SEARCH: has a row in the search index
 * @HS_KIND_FLAG_CHILD: belongs to a parent record
 * @HS_KIND_FLAG_APPEND: rows are only ever added
 */
typedef enum
{
  HS_KIND_FLAG_IMPORT = 1 << 0,
  HS_KIND_FLAG_SEARCH = 1 << 1,
  HS_KIND_FLAG_CHILD = 1 << 2,
  HS_KIND_FLAG_APPEND = 1 << 3,
} HsKindFlags;

/* HsChoice: one value of a choice or set. @dutch is what is copied into signed content. */
typedef struct
{
  const char *code;
  const char *label;
  const char *dutch;
} HsChoice;

typedef struct
{
  const char *name;
  const HsChoice *items;
  guint n_items;
} HsChoices;

typedef struct
{
  const char *name;
  const char *label;
  HsType type;
  HsCheck check;
  HsChoicesId choices;
  HsKindId target;
  guint flags;
} HsField;

typedef struct
{
  HsKindId id;
  const char *name;
  const char *prefix;
  const char *label;
  const char *plural;
  guint flags;
  const HsField *fields;
  guint n_fields;
} HsKind;

extern const HsChoices hs_choices_table[HS_N_CHOICES];

/* The description of @kind; never NULL for a valid id. (transfer none) */
const HsKind *hs_kind (HsKindId kind);
/* The kind with this stable @name ("student"), or NULL. */
const HsKind *hs_kind_by_name (const char *name);
/* The kind that @uid is of, by its prefix, or NULL when @uid is not a uid of this program. */
const HsKind *hs_kind_of_uid (const char *uid);
/* Name on screen, one and many, in the user's language. (transfer none) */
const char *hs_kind_label (const HsKind *kind);
const char *hs_kind_plural (const HsKind *kind);

/* The index of the field with this stable @name, or -1. */
int hs_kind_find_field (const HsKind *kind, const char *name);
/* The index of the field whose stable name or label (any case, outer blanks ignored) is @header, or
 * -1. This is how the columns of a spreadsheet are recognised. */
int hs_kind_find_column (const HsKind *kind, const char *header);
/* The index of the field that names the parent record, or -1. */
int hs_kind_parent_field (const HsKind *kind);
/* Label of field @field of @kind in the user's language. (transfer none) */
const char *hs_field_label (const HsKind *kind, guint field);

/* Number of choices of a field of type choice or set. */
guint hs_field_n_choices (const HsField *field);
/* Code, label in the user's language and Dutch value of choice @index. (transfer none) */
const char *hs_choice_code (HsChoicesId choices, guint index);
const char *hs_choice_label (HsChoicesId choices, guint index);
const char *hs_choice_dutch (HsChoicesId choices, guint index);
/* The index of the choice whose code, label or Dutch value is @text (any case), or -1. */
int hs_choice_find (HsChoicesId choices, const char *text);

G_END_DECLS
