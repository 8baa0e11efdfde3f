/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two sheets, in words. */
#pragma once

#include "hs-dossier.h"

#include <jansson.h>

G_BEGIN_DECLS

typedef enum
{
  HS_DIFFERENCE_ADDED,
  HS_DIFFERENCE_REMOVED,
  HS_DIFFERENCE_CHANGED,
} HsDifferenceKind;

/**
 * HsDifference:
 * @place: where, in the user's language: "Onboarding · Stap: Rondleiding"; "" for the sheet itself
 * @label: the field ("Einddatum"), NULL when a whole row was added or removed
 * @before, @after: values as people read them, NULL when there is none
 */
typedef struct
{
  HsDifferenceKind kind;
  char *place;
  char *label;
  char *before;
  char *after;
} HsDifference;

void hs_difference_free (HsDifference *self);
/* "Einddatum: 30-06-2027 wordt 15-07-2027". (transfer full) */
char *hs_difference_sentence (const HsDifference *self);

/* Compares two canonical forms (hs_canonical_parse). Rows are matched by code, else by text or
 * title, else by their place in the list. (transfer full) (element-type HsDifference) */
GPtrArray *hs_compare_canonical (json_t *before, json_t *after);
/* The same for the sheets that two dossiers look at; a fixed sheet as it was fixed. */
GPtrArray *hs_compare_dossiers (const HsDossier *before, const HsDossier *after, GError **error);
/* Field by field, two versions of one record of any kind; references as @name_of says them.
 * @name_of (nullable): (transfer full) the title of a record */
GPtrArray *hs_compare_records (const HsRecord *before, const HsRecord *after,
                               char *(*name_of) (HsKindId kind, gint64 id, gpointer user_data),
                               gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDifference, hs_difference_free)

G_END_DECLS
