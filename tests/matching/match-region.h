/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random region in a new file, for the tests of the matching. */
#pragma once

#include "hs-store.h"

/**
 * region_make:
 * @students: how many look for a place
 * @shuffle: 0 saves the records of each kind in order; another number in another order, with the
 * same uids: what comes out must not depend on it
 *
 * A store in a new temporary file with hosts, locations round Utrecht, people, items and vacancies
 * in plausible scarcity, and students with wishes, rule-outs and limits. The same seed, the same
 * region.
 */
HsStore *region_make (guint students, guint32 seed, guint32 shuffle);
/* Closes it and removes the file. */
void region_free (HsStore *store);
/* Adds a record of @kind with @uid and the values of the arguments: pairs of a field number and a
 * gint64 or (for text) const char *, ended by -1. Returns its id. Outside a transaction. */
gint64 region_add (HsStore *store, HsKindId kind, const char *uid, ...);
