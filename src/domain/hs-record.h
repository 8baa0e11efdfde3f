/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of any kind: its identity and its values. A record is plain data in memory; the store
 * reads and saves it, and compares it with what was read to know which fields changed. */
#pragma once

#include "hs-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _HsRecord HsRecord;

#define HS_TYPE_RECORD (hs_record_get_type ())
GType hs_record_get_type (void);

/* A new record without identity and values. (transfer full) */
HsRecord *hs_record_new (HsKindId kind);
/* The same, with room for @room bytes of texts (each with a NUL behind it), the uid among them:
 * they are part of the allocation of the record for as long as they fit. (transfer full) */
HsRecord *hs_record_new_with_room (HsKindId kind, gsize room);
/* A copy with the same identity and values. (transfer full) */
HsRecord *hs_record_copy (const HsRecord *self);
HsRecord *hs_record_ref (HsRecord *self);
void hs_record_unref (HsRecord *self);

const HsKind *hs_record_kind (const HsRecord *self);
HsKindId hs_record_kind_id (const HsRecord *self);

/* Identity: 0 and NULL for a record that was never saved. @changed is the revision it was read at;
 * @removed is the revision that removed it, or 0. The store sets them. */
gint64 hs_record_id (const HsRecord *self);
const char *hs_record_uid (const HsRecord *self);
gint64 hs_record_made (const HsRecord *self);
gint64 hs_record_changed (const HsRecord *self);
gint64 hs_record_removed (const HsRecord *self);
void hs_record_set_identity (HsRecord *self, gint64 id, const char *uid, gint64 made,
                             gint64 changed, gint64 removed);

/* Whether @field has a value. An empty text is no value. */
gboolean hs_record_has (const HsRecord *self, guint field);
/* The value of a field that is not text; 0 (for a choice -1) when it has none. Units: see HsType.
 */
gint64 hs_record_int (const HsRecord *self, guint field);
/* The value of a text field, NULL when it has none. (transfer none) */
const char *hs_record_text (const HsRecord *self, guint field);
/* For a choice: its code, NULL when it has none. */
const char *hs_record_code (const HsRecord *self, guint field);

void hs_record_set_int (HsRecord *self, guint field, gint64 value);
/* Stores @text as it is (the caller has made it NFC; hs_record_parse does). NULL or "" unsets. */
void hs_record_set_text (HsRecord *self, guint field, const char *text);
/* The same for a text of @length bytes that need not end with NUL. */
void hs_record_set_text_n (HsRecord *self, guint field, const char *text, gsize length);
/* Sets a choice by its code; a programming mistake when there is no such code. */
void hs_record_set_code (HsRecord *self, guint field, const char *code);
void hs_record_unset (HsRecord *self, guint field);

/* Whether both have the same value, or no value, in @field. The kinds must be the same. */
gboolean hs_record_same (const HsRecord *a, const HsRecord *b, guint field);
/* Copies the value, or the absence of one, of @field. */
void hs_record_copy_field (HsRecord *to, const HsRecord *from, guint field);

/* Name of the record for people: its title fields with a space between them, or its kind's label
 * when they are all empty. (transfer full) */
char *hs_record_title (const HsRecord *self);

/**
 * hs_record_parse:
 * @text: what a person typed or a file holds: Dutch (12-3-2027, 7,5, ja, "maandag, dinsdag") and
 * ISO (2027-03-12, 7.5, mo,tu) are both read; "" unsets
 *
 * Reads @text into @field: removes outer blanks, makes it NFC, refuses control characters, numbers
 * out of range and what does not pass the check of the field. A reference cannot be read here, as
 * it needs the store.
 *
 * Returns: FALSE with HS_ERROR_INVALID, whose message says what is wrong and what is expected, and
 *   then the record is as it was
 */
gboolean hs_record_parse (HsRecord *self, guint field, const char *text, GError **error);

/* The value as people read it, in Dutch form: "12-03-2027", "7,5", "maandag, dinsdag". A reference
 * gives its id in digits. "" when there is none. (transfer full) */
char *hs_record_format (const HsRecord *self, guint field);
/* The value in the stable form of files: ISO date, codes, plain integers in the unit of the type.
 * hs_record_parse_stable reads it back to the same value. "" when there is none. (transfer full) */
char *hs_record_format_stable (const HsRecord *self, guint field);
gboolean hs_record_parse_stable (HsRecord *self, guint field, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsRecord, hs_record_unref)

G_END_DECLS
