/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows: kind, search, filter and order, as plain data that a job can take along. */
#pragma once

#include "hs-query.h"

G_BEGIN_DECLS

/**
 * HsListSpec:
 * @kind: what is listed
 * @search: text that the records are found by, or NULL
 * @filter_field: field that must have @filter_value, or -1. For a set: must hold that choice
 * @parent_field: field that must refer to @parent_id, or -1
 * @order_field: field to sort by, or -1
 * @descending: highest first
 */
typedef struct
{
  HsKindId kind;
  char *search;
  int filter_field;
  gint64 filter_value;
  int parent_field;
  gint64 parent_id;
  int order_field;
  gboolean descending;
} HsListSpec;

HsListSpec *hs_list_spec_new (HsKindId kind);
HsListSpec *hs_list_spec_copy (const HsListSpec *self);
void hs_list_spec_free (HsListSpec *self);
/* The query of @self without a window. (transfer full) */
HsQuery *hs_list_spec_query (const HsListSpec *self);
/* The field that a list of @kind is sorted by when nobody chose, or -1. */
int hs_list_spec_default_order (HsKindId kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsListSpec, hs_list_spec_free)

G_END_DECLS
