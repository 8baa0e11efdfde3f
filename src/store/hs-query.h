/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for records: conditions, search, order and a window, all done in SQL. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

typedef struct _HsQuery HsQuery;

typedef enum
{
  HS_OP_EQUAL,
  HS_OP_NOT_EQUAL,
  HS_OP_LESS,
  HS_OP_LESS_EQUAL,
  HS_OP_GREATER,
  HS_OP_GREATER_EQUAL,
  HS_OP_HAS_BITS, /* a set holds all these bits */
  HS_OP_EMPTY, /* no value; the argument is ignored */
  HS_OP_NOT_EMPTY,
} HsOperator;

/* A query over the records of @kind that were not removed. (transfer full) */
HsQuery *hs_query_new (HsKindId kind);
void hs_query_free (HsQuery *self);
/* Conditions are joined with AND. Values as in HsRecord (days, indexes of choices, bits, ids). */
void hs_query_where_int (HsQuery *self, guint field, HsOperator op, gint64 value);
void hs_query_where_text (HsQuery *self, guint field, HsOperator op, const char *value);
/* The field is one of @n values. */
void hs_query_where_in (HsQuery *self, guint field, const gint64 *values, gsize n);
/* Only records that all words of @text are found in: any part of a word from three letters on, the
 * start of a word below that; accents and case do not matter. For agreements also by the names of
 * student, school and host. */
void hs_query_search (HsQuery *self, const char *text);
/* Sorts by @field (a reference by the title of its record), then by id. May be called again for a
 * second key. Without it: in order of id. */
void hs_query_order (HsQuery *self, guint field, gboolean descending);
/* At most @limit records (-1: all) from the @offset-th on. */
void hs_query_window (HsQuery *self, gint64 offset, gint64 limit);
void hs_query_include_removed (HsQuery *self);

/* (transfer full) (element-type HsRecord): the records, NULL on error. */
GPtrArray *hs_store_find (HsStore *self, HsQuery *query, GError **error);
/* The ids of all records in their order, without the window: what pages of a list are cut from.
 * (transfer full) (element-type gint64) */
GArray *hs_store_find_ids (HsStore *self, const HsQuery *query, GError **error);
/* The number of records without the window; -1 on error. */
gint64 hs_store_count (HsStore *self, HsQuery *query, GError **error);
/* Calls @each for every record in turn without keeping them; stops when it returns FALSE. */
gboolean hs_store_for_each (HsStore *self, HsQuery *query, gboolean (*each) (HsRecord *, gpointer),
                            gpointer user_data, GError **error);

/* One hit of a search over everything. */
typedef struct
{
  HsKindId kind;
  gint64 id;
} HsHit;

/* The first @limit records of any kind that @text is found in. (transfer full) (element-type HsHit)
 */
GArray *hs_store_search (HsStore *self, const char *text, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsQuery, hs_query_free)

G_END_DECLS
