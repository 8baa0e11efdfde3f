/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record with everything below it, by the parent fields: what goes and comes back together. */
#pragma once

#include "hs-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  HsKindId kind;
  gint64 id;
} HsMember;

/* For hs_family: the children that are there; all children. */
#define HS_FAMILY_PRESENT 0
#define HS_FAMILY_ALL -1

/* The record first, then everything below it, parents before children. @removed: only children
 * that were removed in this revision, or HS_FAMILY_…. (transfer full) (element-type HsMember) */
GArray *hs_family (HsStore *self, HsKindId kind, gint64 id, gint64 removed, GError **error);
gboolean hs_family_contains (GArray *set, HsKindId kind, gint64 id);
/* HS_ERROR_REFUSED when a record that is there, outside @set, refers to @member. */
gboolean hs_family_check_not_needed (HsStore *self, GArray *set, const HsMember *member,
                                     GError **error);

G_END_DECLS
