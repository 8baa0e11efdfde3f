/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of an agreement for a calendar (iCalendar, RFC 5545): contact moments, peer sessions, first
 * and last day as events; tasks, clauses, onboarding steps and learning material with a date as
 * things to do. */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/**
 * HsIcsOptions:
 * @uid: uid of the agreement; the entries' UIDs are made of it and stay the same when the agreement
 *   changes, so that a calendar moves what it has instead of doubling it
 * @sequence: higher for every later version (the number of the sheet will do); not negative
 * @now: ISO moment in UTC, "2026-11-22T14:05:00Z"
 * @previous: canonical JSON of the version that was handed out before, or NULL: what was in it and
 * is no more comes out as cancelled
 */
typedef struct
{
  const char *uid;
  int sequence;
  const char *now;
  json_t *previous;
} HsIcsOptions;

/* Makes the calendar of @canonical (an object, not changed). Days are all-day entries; a contact
 * moment with a "time" ("10:30") is in the time of Europe/Amsterdam and takes its "minutes", or an
 * hour. Lines end in CR LF and are folded at 75 octets.
 * Returns: (transfer full): UTF-8 text; NULL with HS_ERROR_INVALID when @canonical is no object or
 * @now is no moment. */
char *hs_ics_render (json_t *canonical, const HsIcsOptions *options, GError **error);

G_END_DECLS
