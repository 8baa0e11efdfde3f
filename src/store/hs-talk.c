/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regional talks. */

#include "hs-talk.h"

#include "hs-query.h"

/* More talks than this before one are a loop that somebody made by hand. */
#define MOST_BEFORE 100

static gint64
previous_of (HsStore *store, gint64 talk, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get (store, HS_KIND_TALK, talk, error);

  return record == NULL ? 0 : hs_record_int (record, HS_TALK_PREVIOUS);
}

static int
by_due (gconstpointer a, gconstpointer b)
{
  const HsRecord *first = *(HsRecord *const *) a;
  const HsRecord *second = *(HsRecord *const *) b;
  gint64 x =
      hs_record_has (first, HS_ACTION_DUE) ? hs_record_int (first, HS_ACTION_DUE) : G_MAXINT32;
  gint64 y =
      hs_record_has (second, HS_ACTION_DUE) ? hs_record_int (second, HS_ACTION_DUE) : G_MAXINT32;

  if (x != y)
    return x < y ? -1 : 1;
  return hs_record_id (first) < hs_record_id (second) ? -1 : 1;
}

GPtrArray *
hs_store_talk_open_actions (HsStore *store, gint64 talk, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  g_autoptr (GError) failure = NULL;
  gint64 before = previous_of (store, talk, &failure);

  for (guint i = 0; failure == NULL && before != 0 && i < MOST_BEFORE; i++)
    {
      g_autoptr (HsQuery) query = hs_query_new (HS_KIND_ACTION);
      g_autoptr (GPtrArray) found = NULL;
      hs_query_where_int (query, HS_ACTION_TALK, HS_OP_EQUAL, before);
      hs_query_where_int (query, HS_ACTION_DONE_ON, HS_OP_EMPTY, 0);
      found = hs_store_find (store, query, &failure);
      for (guint j = 0; found != NULL && j < found->len; j++)
        g_ptr_array_add (open, hs_record_ref (g_ptr_array_index (found, j)));
      before = previous_of (store, before, NULL);
      before = before == talk ? 0 : before;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_sort (open, by_due);
  return g_steal_pointer (&open);
}

static gboolean
copy_parties (HsStore *store, gint64 from, gint64 to, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_TALK_PARTY);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, HS_TALK_PARTY_TALK, HS_OP_EQUAL, from);
  found = hs_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      g_autoptr (HsRecord) party = hs_record_new (HS_KIND_TALK_PARTY);
      for (guint field = 0; field < HS_TALK_PARTY_N_FIELDS; field++)
        hs_record_copy_field (party, g_ptr_array_index (found, i), field);
      hs_record_set_int (party, HS_TALK_PARTY_TALK, to);
      if (!hs_store_save (store, party, error))
        return FALSE;
    }
  return found != NULL;
}

gint64
hs_store_talk_next (HsStore *store, gint64 talk, GError **error)
{
  static const guint copied[] = { HS_TALK_PLACE, HS_TALK_REGION, HS_TALK_TITLE };
  g_autoptr (HsRecord) before = hs_store_get (store, HS_KIND_TALK, talk, error);
  g_autoptr (HsRecord) next = NULL;

  if (before == NULL)
    return 0;
  next = hs_record_new (HS_KIND_TALK);
  for (gsize i = 0; i < G_N_ELEMENTS (copied); i++)
    hs_record_copy_field (next, before, copied[i]);
  hs_record_set_int (next, HS_TALK_PREVIOUS, talk);
  if (!hs_store_save (store, next, error)
      || !copy_parties (store, talk, hs_record_id (next), error))
    return 0;
  return hs_record_id (next);
}
