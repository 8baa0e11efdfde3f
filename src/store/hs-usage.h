/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what is in use, when: the load on supervisors, digicoaches, vacancies and items over
 * time.
 *
 * Each agreement counts with the sheet that is in force on each day (the effective state): a
 * stay is cut where a later sheet takes effect. Intervals are half-open, [from, to): a
 * hand-over on one day is no overlap. What was withdrawn or refused does not count; what ended
 * early counts until it ended. */
#pragma once

#include "hs-date.h"
#include "hs-store.h"

G_BEGIN_DECLS

/* What agreements use. */
typedef enum
{
  HS_USE_SUPERVISOR,
  HS_USE_COACH, /* minutes a week */
  HS_USE_VACANCY,
  HS_USE_ITEM, /* pieces or users */
  HS_N_USES
} HsUse;

/* HsStay: a student is at @location from @from up to @to (half-open) by @agreement. */
typedef struct
{
  gint64 agreement;
  HsDay from;
  HsDay to;
  gint64 location;
} HsStay;

/* HsPlan: what an agreement asks of its enrolment in all. */
typedef struct
{
  gint64 agreement;
  gint64 minutes;
} HsPlan;

typedef struct _HsUsage HsUsage;

/* All of the file, or only what touches the dossier that @agreement and @sheet are of, with @items
 * (element-type gint64) reserved and @students (element-type gint64) looked at. NULL on error. */
HsUsage *hs_usage_new (HsStore *store, GError **error);
HsUsage *hs_usage_new_around (HsStore *store, const HsRecord *agreement, const HsRecord *sheet,
                              GArray *items, GArray *students, GError **error);
void hs_usage_free (HsUsage *self);

/* The stays of @student, those of one agreement behind each other; NULL when there are none.
 * (element-type HsStay) (transfer none) */
GArray *hs_usage_stays (const HsUsage *self, gint64 student);
/* Placement minutes of the agreements of the enrolment @id. (element-type HsPlan) */
GArray *hs_usage_plans (const HsUsage *self, gint64 enrolment);

/* The most that is used of @id at a time between @from and @to (half-open) by agreements other
 * than @without. */
gint64 hs_usage_peak (const HsUsage *self, HsUse use, gint64 id, HsDay from, HsDay to,
                      gint64 without);

/* How many can use @item at a time; -1 is no limit. */
gint64 hs_usage_item_limit (const HsRecord *item);

/* Minutes a week when @minutes are spread evenly over [from, to). */
gint64 hs_usage_week_rate (gint64 minutes, HsDay from, HsDay to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsUsage, hs_usage_free)

G_END_DECLS
