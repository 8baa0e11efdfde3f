/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the contract share. The JSON is a copy that is eaten up: each hs_take_…()
 * removes what it returns, so that what is left over at the end is what nobody printed yet. */
#pragma once

#include <jansson.h>

#include "hs-contract.h"
#include "hs-pdf.h"

/* How a value is written for a reader. */
typedef enum
{
  HS_VALUE_TEXT,
  HS_VALUE_DATE,
  HS_VALUE_MINUTES,
  HS_VALUE_WEEKDAYS,
  HS_VALUE_CENTS,
} HsValueKind;

/* hs-contract-text.c */

/* Takes a scalar or a list of scalars out of @object as text (transfer full); NULL when there is no
 * such member, it is empty, or it is more than that. */
char *hs_take (json_t *object, const char *key);
char *hs_take_as (json_t *object, const char *key, HsValueKind kind);
/* Takes a list or an object (transfer full); NULL when there is none. A single object counts as a
 * list of one. */
json_t *hs_take_list (json_t *object, const char *key);
json_t *hs_take_object (json_t *object, const char *key);
/* "2027-02-01" → "1 februari 2027"; other text as it is (transfer full). */
char *hs_date_text (const char *iso);
/* 90 → "1 uur en 30 minuten" (transfer full). */
char *hs_minutes_text (json_int_t minutes);
/* What a member is called (transfer full): a known label or the name itself with a capital. */
char *hs_member_label (const char *key);
/* All that is left in @object as "Label: value" lines of @style. */
void hs_add_rest (HsPdfText *text, HsPdfStyle style, json_t *object);
/* All that is left in @object as one line, or as lines when it has lists of objects. */
void hs_add_line_of (HsPdfText *text, HsPdfStyle style, json_t *object);
/* "Label value" on a line of its own when @value is not NULL; @value (transfer full). */
void hs_add_labelled (HsPdfText *text, const char *label, char *value);
/* A row of a table of two columns; nothing when @value is NULL or empty (transfer full). */
void hs_add_fact (HsPdf *pdf, const char *label, char *value);
void hs_add_fact_text (HsPdf *pdf, const char *label, HsPdfText *value);
/* Facts for all members that are left in @object. */
void hs_add_rest_facts (HsPdf *pdf, json_t *object);

/* hs-contract-facts.c: facts of a few words, labels and values in turn. Returns: (transfer full)
 * (element-type utf8). */
GPtrArray *hs_short_facts_new (void);
/* Nothing when @value is NULL (transfer full). */
void hs_short_facts_add (GPtrArray *facts, const char *label, char *value);
/* Takes every member of @object that is said in a few words. */
void hs_short_facts_take (GPtrArray *facts, json_t *object);
/* A table of them, two facts to a row. */
void hs_short_facts_print (HsPdf *pdf, GPtrArray *facts);

/* hs-contract.c: the contract before it is cut into pages and drawn. Returns: (transfer full). */
HsPdf *hs_contract_lay_out (json_t *canonical, const HsContractOptions *options, const char *hash,
                            GError **error);

/* The parts, in the order of the pages. */
void hs_contract_add_top (HsPdf *pdf, json_t *root, gboolean draft);
void hs_contract_add_parties (HsPdf *pdf, json_t *parties);
void hs_contract_add_legal (HsPdf *pdf, json_t *root, json_t *sheet, json_t *programme);
/* The list of clauses of a theme, or of the whole agreement. */
void hs_contract_add_clauses (HsPdf *pdf, json_t *object);
void hs_contract_add_theme (HsPdf *pdf, guint number, json_t *theme);
void hs_contract_add_assignment (HsPdf *pdf, guint number, json_t *assignment);
gboolean hs_contract_add_signatures (HsPdf *pdf, const HsContractOptions *options,
                                     const char *number, const char *hash, GError **error);
