/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read the world share. */
#pragma once

#include "hs-match-world.h"
#include "hs-query.h"

G_BEGIN_DECLS

/* Appends a load, making *@loads when it is NULL. Empty periods are left out. */
void hs_match_add_load (GArray **loads, HsDay from, HsDay to, gint32 amount);
/* Calls @each for every record of @kind in order of uid, so that numbers do not depend on the order
 * in which a file was filled. */
gboolean hs_match_read_all (HsStore *store, HsKindId kind, gboolean (*each) (HsRecord *, gpointer),
                            gpointer data, GError **error);
/* Gives the record of @kind with @id the number @number. */
void hs_match_world_set_number (HsMatchWorld *self, HsKindId kind, gint64 id, guint32 number);
/* "25655, 25480" as numbers of crebo's, which are made when they are new; NULL for no text. */
GArray *hs_match_world_crebos (HsMatchWorld *self, const char *text);
/* The end of a period that is stored with its last day, inclusive; HS_DAY_NONE when there is none.
 */
HsDay hs_match_past (const HsRecord *record, guint field);

/* Reads what is in use already by agreements that are alive: fills the loads of people, items and
 * vacancies, gives students their hosts, and fills @busy (element-type gint64 GArray<HsLoad>): the
 * periods in which a student, by id, has a place, with the number of the location as amount. */
gboolean hs_match_world_read_use (HsMatchWorld *self, HsStore *store, GHashTable *busy,
                                  GHashTable *hosts, GError **error);
/* Reads the students that look for a place, with their wishes and rule-outs. */
gboolean hs_match_world_read_students (HsMatchWorld *self, HsStore *store, GHashTable *busy,
                                       GHashTable *hosts, GError **error);
/* The array of @table at @id, made when it is not there. @size is that of an element. */
GArray *hs_match_array_of (GHashTable *table, gint64 id, guint size);
/* A table from gint64 to GArray. */
GHashTable *hs_match_array_table (void);

G_END_DECLS
