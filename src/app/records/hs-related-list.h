/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to a record: the enrolments of a student, the locations of an organisation. A short
 * list with a button to add one. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_RELATED_LIST (hs_related_list_get_type ())
G_DECLARE_FINAL_TYPE (HsRelatedList, hs_related_list, HS, RELATED_LIST, GtkWidget)

/* Records of @kind whose @field is the record @id. */
GtkWidget *hs_related_list_new (HsContext *context, HsKindId kind, int field, gint64 id);

/**
 * hs_related_kinds:
 * @fields: receives for each kind the field that refers to @kind
 *
 * What belongs to a record of @kind, in the order in which it is shown.
 *
 * Returns: how many; at most 8
 */
guint hs_related_kinds (HsKindId kind, HsKindId *kinds, int *fields);

G_END_DECLS
