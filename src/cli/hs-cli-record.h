/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by the words of the command line: finding them, reading "field=value", showing values. */
#pragma once

#include "hs-cli-output.h"
#include "hs-query.h"

G_BEGIN_DECLS

/* The kind with this stable name, or this Dutch name (one or many, any case). NULL with a wrong-use
 * error that names the nearest. */
const HsKind *hs_cli_kind (const char *text, GError **error);
/* What a kind is called inside a sentence: "zorgtechnologie". (transfer none) */
const char *hs_cli_kind_word (const HsKind *kind);
/* The field with this stable name or label; -1 with a wrong-use error that names the nearest. */
int hs_cli_field (const HsKind *kind, const char *text, GError **error);

/* The record that @text means: a uid, the only start of one, or a number, code or e-mail address
 * that only one record has. NULL with HS_ERROR_NOT_FOUND, whose message says how to look for it.
 * (transfer full) */
HsRecord *hs_cli_record (HsCli *self, const char *text, GError **error);
/* The same, also when it was removed. */
HsRecord *hs_cli_any_record (HsCli *self, const char *text, GError **error);
/**
 * hs_cli_record_of_kind:
 *
 * The same when only one kind will do: also by what people know it by (a key field such as the
 * number of a student, the e-mail address of a person, the crebo of a programme) or by its whole
 * name, as long as there is only one.
 *
 * Returns: (transfer full): NULL with HS_ERROR_NOT_FOUND, or a wrong-use error when several fit
 */
HsRecord *hs_cli_record_of_kind (HsCli *self, HsKindId kind, const char *text, GError **error);
/* Its id; 0 with *error. @text NULL gives 0 without an error. */
gint64 hs_cli_id_of_kind (HsCli *self, HsKindId kind, const char *text, GError **error);

/**
 * hs_cli_assign:
 * @text: "field=value" by stable name or label; a reference as in hs_cli_record_of_kind; "field="
 *   makes it empty
 *
 * Sets the field of @record. Refuses what the program itself keeps.
 */
gboolean hs_cli_assign (HsCli *self, HsRecord *record, const char *text, GError **error);

/* Adds the condition @text to @query: field, one of = != < <= > >=, value. "field=" is empty,
 * "field!=" is not; several values of a choice with commas between them mean one of them. */
gboolean hs_cli_where (HsCli *self, HsQuery *query, const HsKind *kind, const char *text,
                       GError **error);

/* The value for people, a reference by its name. (transfer full) */
char *hs_cli_value (HsCli *self, const HsRecord *record, guint field);
/* The name of a record, its uid when it has no name, "" for id 0. (transfer full) */
char *hs_cli_name (HsCli *self, HsKindId kind, gint64 id);
/* The values of a record on one line, for a list of rows. (transfer full) */
char *hs_cli_line (HsCli *self, const HsRecord *record);
/* "student st-k7m2… (Sanne de Boer)": for messages. (transfer full) */
char *hs_cli_describe (HsCli *self, const HsRecord *record);

/* The record as JSON: "kind", "uid", "title" and "fields": every field that has a value under its
 * stable name: texts, codes of choices, lists of codes, ISO dates and moments, true and false,
 * numbers in the unit of the field, the uid of a reference. (transfer full) */
json_t *hs_cli_record_json (HsCli *self, const HsRecord *record);

/* Whether who acts may see @field of @record; what may not be seen is left out everywhere. */
/* Whether @record is or belongs to a student of whom the actor does not learn who it is. */
gboolean hs_cli_is_hidden (HsCli *self, const HsRecord *record);
gboolean hs_cli_visible (HsCli *self, const HsRecord *record, guint field);
/* The name of @record, or the code of a student whom who acts may not know yet. (transfer full) */
char *hs_cli_title (HsCli *self, const HsRecord *record);

/* Whether who acts may add, change or remove @record. */
gboolean hs_cli_may_edit (HsCli *self, const HsRecord *record, GError **error);
/* The same for removing or erasing it, and for taking out all that is held on a person. */
gboolean hs_cli_may_remove (HsCli *self, const HsRecord *record, GError **error);
gboolean hs_cli_may_take_out (HsCli *self, const HsRecord *person, GError **error);
/* The agreement that @record is part of (a row of a sheet, a sheet, a note), 0 when it is none. */
gint64 hs_cli_agreement_of (HsCli *self, const HsRecord *record);

G_END_DECLS
