/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and moments. A day is the number of days since 1970-01-01 in the proleptic Gregorian
 * calendar (Richards, "Calendars", 2013, §15.11); a moment is seconds since the epoch, UTC. Month
 * and day names are ours, not the locale's: a machine may have no Dutch locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 HsDay;

#define HS_DAY_NONE G_MININT32
/* 1900-01-01 and 2199-12-31: what people may write as a date. */
#define HS_DAY_FIRST (-25567)
#define HS_DAY_LAST 84005

/* The day of a date that exists, else HS_DAY_NONE. @month and @day count from 1. */
HsDay hs_day (int year, int month, int day);
/* Any of them may be NULL. */
void hs_day_split (HsDay self, int *year, int *month, int *day);
/* 0 is Monday, 6 is Sunday. */
int hs_day_weekday (HsDay self);
/* The first calendar year of the study year (1 August to 31 July) that @self is in. */
int hs_day_study_year (HsDay self);
/* Easter Sunday (Meeus/Jones/Butcher). */
HsDay hs_day_easter (int year);

/* Reads "2027-03-12", "12-03-2027", "12-3-2027", "12/3/2027", "12.3.2027", "12 maart 2027"; years
 * of two digits are refused, as are days that do not exist. HS_DAY_NONE when it is no date. */
HsDay hs_day_parse (const char *text);
/* Reads exactly "YYYY-MM-DD" of @length bytes. */
HsDay hs_day_parse_iso (const char *text, gsize length);
/* "2027-03-12" into @buffer of at least 11 bytes; returns @buffer. */
char *hs_day_to_iso (HsDay self, char *buffer);
/* "12-03-2027"; "vrijdag 12 maart 2027"; "12 mrt". (transfer full) */
char *hs_day_format (HsDay self);
char *hs_day_format_long (HsDay self);
char *hs_day_format_short (HsDay self);
/* "maart", for 1 to 12; "ma" and "maandag" for 0 to 6. (transfer none) */
const char *hs_month_name (int month);
const char *hs_weekday_name (int weekday);
const char *hs_weekday_short (int weekday);

/* "2027-03-12T09:30:00Z" into @buffer of at least 21 bytes; and back, FALSE when it is no moment.
 */
char *hs_moment_to_iso (gint64 seconds, char *buffer);
gboolean hs_moment_parse_iso (const char *text, gint64 *seconds);
/* The same for @length bytes that need not end with NUL. */
gboolean hs_moment_parse_iso_n (const char *text, gsize length, gint64 *seconds);
/* "12-03-2027 10:30" in the local time zone. (transfer full) */
char *hs_moment_format (gint64 seconds);
/* The day of a moment in the local time zone. */
HsDay hs_moment_day (gint64 seconds);

G_END_DECLS
