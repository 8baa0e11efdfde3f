/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files that make and run queries. */
#pragma once

#include "hs-query.h"
#include "hs-store-private.h"
#include "hs-store-search.h"

G_BEGIN_DECLS

/* A value that a statement is bound with. */
typedef struct
{
  gboolean is_text;
  char *text;
  gint64 integer;
} HsQueryValue;

struct _HsQuery
{
  const HsKind *kind;
  GString *where;
  GPtrArray *finds; /* of the search: SELECTs of ids that all have to give the same one */
  guint n_others; /* conditions besides the search */
  GString *joins;
  GString *order;
  GArray *values;
  guint n_joins;
  int sort_field; /* the text field of its own that is the only key, or -1 */
  gboolean sort_descending;
  gint64 offset;
  gint64 limit;
  gboolean removed;
};

/* FROM and WHERE; the joins are only for sorting. */
void hs_query_append_from (const HsQuery *self, GString *sql, gboolean joins);
void hs_query_append_order (const HsQuery *self, GString *sql);
void hs_query_bind (const HsQuery *self, sqlite3_stmt *statement);

/* Registers hs_sort with the connection. */
gboolean hs_query_set_up (HsStore *self, GError **error);

G_END_DECLS
