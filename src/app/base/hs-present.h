/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in words: what a list, a button or a heading calls them. Everything here reads the store
 * and so runs on the worker thread. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/* Title, three values, badge. */
#define HS_MAX_COLUMNS 5

/**
 * HsRowText:
 * @title: name of the record
 * @subtitle: what tells it from its namesakes, or NULL
 * @badge: its state in a word or two, or NULL
 * @tone: "good", "busy", "warn", "dim" or NULL: how the badge looks
 * @cells: values of the columns of a table between title and badge; see hs_present_columns()
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *badge;
  const char *tone;
  char *cells[HS_MAX_COLUMNS - 2];
} HsRowText;

/* HsColumn: a column of a table: its heading, the field that it sorts by (-1: none), and whether it
 * is the badge. */
typedef struct
{
  const char *label;
  int field;
  gboolean badge;
} HsColumn;

void hs_row_text_clear (HsRowText *self);
/* A copy that owns its texts. */
void hs_row_text_copy (HsRowText *to, const HsRowText *from);
gboolean hs_row_text_equal (const HsRowText *a, const HsRowText *b);

/* The columns of a table of @kind into @columns (HS_MAX_COLUMNS of them). Returns how many. */
guint hs_present_columns (HsKindId kind, HsColumn *columns);

/* What lists show of @record. */
void hs_present_row (HsStore *store, const HsRecord *record, HsRowText *text);
/* Name of @record; for kinds without a name of their own made of what they refer to.
 * (transfer full) */
char *hs_present_title (HsStore *store, const HsRecord *record);
/* Name of the record with this id; NULL when there is none. (transfer full) */
char *hs_present_title_of (HsStore *store, HsKindId kind, gint64 id);
/* The value of @field as people read it, references by name. "" when empty. (transfer full) */
char *hs_present_value (HsStore *store, const HsRecord *record, guint field);

/* The field that says in which state a record is, or -1: what a list can be filtered by. */
int hs_present_state_field (HsKindId kind);
/* "good", "busy", "warn" or "dim": how the choice @index of the state field looks. */
const char *hs_present_tone (HsKindId kind, guint index);

/* Names of records by kind and id, so that a form can show references without the store. A plain
 * hash table: hs_titles_put() and hs_titles_get() know its keys. */
GHashTable *hs_titles_new (void);
void hs_titles_put (GHashTable *titles, HsKindId kind, gint64 id, const char *title);
const char *hs_titles_get (GHashTable *titles, HsKindId kind, gint64 id);
/* Adds the names of all that @record refers to. */
void hs_titles_collect (GHashTable *titles, HsStore *store, const HsRecord *record);

G_END_DECLS
