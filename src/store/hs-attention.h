/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in a file asks for attention and is not an agreement that waits: students without a place,
 * technology that nobody uses, people who guide more than they can. Short lists, each one read. */
#pragma once

#include "hs-date.h"
#include "hs-store.h"

G_BEGIN_DECLS

/**
 * hs_store_unplaced:
 * @school: only its students; 0: of all schools
 * @limit: the most ids to give
 * @count: (out) (optional): how many there are
 *
 * Students with an enrolment that asks for a placement from @today on, and no agreement that is
 * alive on or after that day. Who has to start first comes first.
 *
 * Returns: (transfer full) (element-type gint64): ids of students; NULL on error
 */
GArray *hs_store_unplaced (HsStore *store, gint64 school, HsDay today, guint limit, gint64 *count,
                           GError **error);

/**
 * hs_store_idle_items:
 * @host: only what it has; 0: of all hosts
 *
 * Items in the cupboard, and items in use that nobody reserved in the 180 days up to @today or
 * later. Those in the cupboard come first.
 *
 * Returns: (transfer full) (element-type gint64): ids of items; NULL on error
 */
GArray *hs_store_idle_items (HsStore *store, gint64 host, HsDay today, guint limit, gint64 *count,
                             GError **error);

typedef enum
{
  HS_LOAD_SUPERVISOR, /* students */
  HS_LOAD_COACH, /* minutes a week */
} HsLoadOf;

/* HsLoad: @used of @limit (-1: not known) by the person with id @person. */
typedef struct
{
  gint64 person;
  gint64 used;
  gint64 limit;
} HsLoad;

/**
 * hs_store_loads:
 * @host: only its people; 0: of all hosts
 *
 * What the newest sheets of agreements that are alive ask of people from @from to @to (inclusive).
 * Who is asked the most of what they can comes first.
 *
 * Returns: (transfer full) (element-type HsLoad): NULL on error
 */
GArray *hs_store_loads (HsStore *store, HsLoadOf of, gint64 host, HsDay from, HsDay to, guint limit,
                        GError **error);

/**
 * HsNews: @event of @agreement; local ids.
 */
typedef struct
{
  gint64 agreement;
  gint64 event;
} HsNews;

/* The newest event of each agreement after the moment @since by somebody other than @actor (a uid,
 * or NULL). Newest first. (transfer full) (element-type HsNews) */
GArray *hs_store_news (HsStore *store, gint64 since, const char *actor, guint limit,
                       GError **error);
/* The day on which the agreement came into the state that it is in, HS_DAY_NONE when that is not
 * known. */
HsDay hs_store_waits_since (HsStore *store, gint64 agreement);

G_END_DECLS
