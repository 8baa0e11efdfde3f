/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by reading the load and asking for it. */
#pragma once

#include "hs-usage.h"

G_BEGIN_DECLS

struct _HsUsage
{
  GHashTable *steps[HS_N_USES]; /* id → GArray of changes, by day once settled */
  GHashTable *stays; /* student → GArray of HsStay */
  GHashTable *plans; /* enrolment → GArray of HsPlan */
  GHashTable *days; /* sheet → HsUsageDays, while reading */
};

/* The days on which a sheet counts, half-open, and whose it is. */
typedef struct
{
  gint64 agreement;
  HsDay from;
  HsDay to;
} HsUsageDays;

HsUsage *hs_usage_new_empty (void);

/* Adds what is used of @id, the stay of a student, or what counts for an enrolment. An id of 0 is
 * nobody. */
void hs_usage_note (HsUsage *self, HsUse use, gint64 id, const HsUsageDays *days, gint64 amount);
void hs_usage_note_stay (HsUsage *self, gint64 student, const HsStay *stay);
void hs_usage_note_plan (HsUsage *self, gint64 enrolment, const HsPlan *plan);

/* All is noted: from here on it can be asked for. */
void hs_usage_settle (HsUsage *self);

G_END_DECLS
