/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The months of a period on one sheet, with marks on days. One stop for the Tab key: arrow keys go
 * from day to day, and each day is said in words. */
#pragma once

#include "hs-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HsCalendarFlags: how a day looks.
 * @HS_CALENDAR_INSIDE: belongs to what the calendar is about
 * @HS_CALENDAR_FREE: a holiday or the like
 * @HS_CALENDAR_MARK: something is planned
 * @HS_CALENDAR_SECOND: something of a second sort is planned
 * @HS_CALENDAR_CONFLICT: what is planned does not fit
 */
typedef enum
{
  HS_CALENDAR_INSIDE = 1 << 0,
  HS_CALENDAR_FREE = 1 << 1,
  HS_CALENDAR_MARK = 1 << 2,
  HS_CALENDAR_SECOND = 1 << 3,
  HS_CALENDAR_CONFLICT = 1 << 4,
} HsCalendarFlags;

#define HS_TYPE_CALENDAR (hs_calendar_get_type ())
G_DECLARE_FINAL_TYPE (HsCalendar, hs_calendar, HS, CALENDAR, GtkWidget)

/* Emits "day-changed" (int day) when another day is looked at, and "activated" (int day). */
GtkWidget *hs_calendar_new (const char *name);
/* Shows the months of @first to @last, two years at most, without marks. */
void hs_calendar_set_span (HsCalendar *self, HsDay first, HsDay last);
/* Adds to a day of the span; @text (nullable) is said with it. */
void hs_calendar_add (HsCalendar *self, HsDay day, guint flags, const char *text);
/* All is added: draw. */
void hs_calendar_done (HsCalendar *self);
/* The day that is looked at, HS_DAY_NONE when nothing is shown. */
HsDay hs_calendar_day (HsCalendar *self);
void hs_calendar_set_day (HsCalendar *self, HsDay day);
guint hs_calendar_flags (HsCalendar *self, HsDay day);
/* "dinsdag 9 maart 2027: Tussengesprek". (transfer full) */
char *hs_calendar_words (HsCalendar *self, HsDay day);

G_END_DECLS
