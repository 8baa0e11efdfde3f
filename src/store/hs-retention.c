/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retention. */

#include "hs-retention.h"

#include "hs-erase.h"
#include "hs-error.h"
#include "hs-figures.h"
#include "hs-store-private.h"

#include <glib/gi18n.h>

#define EXPIRED                                                                                    \
  " FROM agreement a LEFT JOIN sheet t ON t.id = a.sheet WHERE a.removed IS NULL"                  \
  " AND a.state IN ('completed', 'ended', 'withdrawn', 'refused')"                                 \
  " AND coalesce (a.ended_on, t.\"end\") < ?1"

/* The same day so many years before; 29 February becomes 1 March. */
static HsDay
years_before (HsDay day, int years)
{
  int year, month, of_month;
  HsDay before;

  hs_day_split (day, &year, &month, &of_month);
  before = hs_day (year - years, month, of_month);
  return before != HS_DAY_NONE ? before : hs_day (year - years, 3, 1);
}

static GArray *
read_ids (HsStore *store, const char *sql, HsDay before, guint limit, GError **error)
{
  sqlite3_stmt *statement = hs_store_take (store, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  char iso[11];
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, hs_day_to_iso (before, iso), -1, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, limit);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  if (result != SQLITE_DONE)
    hs_store_set_error (store->db, store->path, _ ("cannot read %s"), error);
  hs_store_give (store, statement);
  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

GArray *
hs_store_expired (HsStore *store, HsDay today, guint limit, gint64 *count, GError **error)
{
  HsDay before = years_before (today, (int) hs_figure_read (store, "retention.agreement"));

  if (count != NULL)
    {
      g_autoptr (GArray) number = read_ids (store, "SELECT count(*)" EXPIRED, before, 0, error);
      if (number == NULL)
        return NULL;
      *count = g_array_index (number, gint64, 0);
    }
  return read_ids (
      store, "SELECT a.id" EXPIRED " ORDER BY coalesce (a.ended_on, t.\"end\"), a.id LIMIT ?2",
      before, limit, error);
}

static gboolean
erase_all (HsStore *store, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!hs_store_erase (store, HS_KIND_AGREEMENT, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

gint64
hs_store_erase_expired (HsStore *store, const HsActor *actor, HsDay today, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (actor != NULL && !hs_actor_has_role (actor, HS_ROLE_COORDINATOR))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("only a coordinator erases what was kept long enough"));
      return -1;
    }
  if (!hs_store_begin (store, actor, "erase", error))
    return -1;
  ids = hs_store_expired (store, today, G_MAXINT32, NULL, error);
  if (ids == NULL || !erase_all (store, ids, error) || !hs_store_commit (store, error))
    {
      hs_store_rollback (store);
      return -1;
    }
  /* What is left in the log goes with the next erasure when another program reads just now. */
  hs_store_erase_traces (store, NULL);
  return ids->len;
}
