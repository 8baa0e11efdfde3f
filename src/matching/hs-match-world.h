/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The world of the matching: what of the store the rules look at, in memory and indexed. It is read
 * once and does not change; when the store does, a new one is made. Records are referred to by
 * their number in the arrays here. */
#pragma once

#include "hs-date.h"
#include "hs-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HS_NOBODY G_MAXUINT32

/* Some amount of a resource that is in use on the days [from, to). */
typedef struct
{
  HsDay from;
  HsDay to;
  gint32 amount;
} HsLoad;

/* A programme; @crebo is its number among the crebo's of the world. */
typedef struct
{
  HsRecord *record;
  guint32 crebo;
} HsMatchProgramme;

/**
 * HsMatchHost:
 * @recognitions: (element-type HsRecord)
 * @coaches: (element-type guint32): its digicoaches, as numbers of people
 */
typedef struct
{
  HsRecord *record;
  GPtrArray *recognitions;
  GArray *coaches;
} HsMatchHost;

/**
 * HsMatchLocation:
 * @setting: HsCareSetting, or -1
 * @known: whether it is known where it is
 * @supervisors: (element-type guint32): people
 * @items: (element-type guint32): items
 */
typedef struct
{
  HsRecord *record;
  guint32 host;
  gint32 setting;
  gboolean known;
  gint32 latitude;
  gint32 longitude;
  GArray *supervisors;
  GArray *items;
} HsMatchLocation;

/**
 * HsMatchPerson:
 * @location: number of the location or HS_NOBODY
 * @crebos: (nullable) (element-type guint32): the crebo's that a supervisor guides; NULL is all
 * @limit: students at a time
 * @coach_minutes: minutes a week of a digicoach
 * @students: (element-type HsLoad): guided already
 * @coaching: (element-type HsLoad): minutes a week in use already
 * @away: (nullable) (element-type HsLoad): absences without a substitute
 */
typedef struct
{
  HsRecord *record;
  guint32 host;
  guint32 location;
  GArray *crebos;
  gint32 limit;
  gint32 coach_minutes;
  GArray *students;
  GArray *coaching;
  GArray *away;
} HsMatchPerson;

/* @users: how many at a time, -1 for no limit. @in_use: (element-type HsLoad) */
typedef struct
{
  HsRecord *record;
  guint32 location;
  gint64 technology;
  gint32 users;
  GArray *in_use;
} HsMatchItem;

/**
 * HsMatchVacancy:
 * @crebos: (nullable) (element-type guint32): NULL is all
 * @supervisor: the usual one, or HS_NOBODY for any at the location
 * @from, @to: the period [from, to); HS_DAY_NONE is no bound
 * @largest: students at a time, -1 for no limit
 * @taken: (element-type HsLoad)
 */
typedef struct
{
  HsRecord *record;
  guint32 location;
  GArray *crebos;
  guint32 supervisor;
  HsDay from;
  HsDay to;
  gint32 largest;
  GArray *taken;
} HsMatchVacancy;

/* One wish: @kind and the id of what is wished (for a setting its HsCareSetting). */
typedef struct
{
  HsWishKind kind;
  gint32 rank;
  gint64 target;
} HsMatchWish;

/**
 * HsMatchStudent:
 * @programme: number of the programme or HS_NOBODY
 * @from, @to: when a place is needed, [from, to)
 * @weekdays: days that fit, bits of HsWeekday
 * @limit_km: farthest distance, -1 for no limit
 * @wishes: (nullable) (element-type HsMatchWish): by rank
 * @excluded: (nullable) (element-type HsRecord): rule-outs
 * @apart: (nullable) (element-type guint32): students who must not be at the same location
 * @barred: (nullable) (element-type HsLoad): locations, as amount, where somebody who must not be
 *   together with the student has a place, and when
 * @hosts: (nullable) (element-type gint64): ids of hosts of earlier placements
 * @fixed: (nullable): the pair that the coordinator fixed
 */
typedef struct
{
  HsRecord *record;
  HsRecord *enrolment;
  guint32 programme;
  HsDay from;
  HsDay to;
  guint weekdays;
  gint32 limit_km;
  gboolean known;
  gint32 latitude;
  gint32 longitude;
  GArray *wishes;
  GPtrArray *excluded;
  GArray *apart;
  GArray *barred;
  GArray *hosts;
  HsRecord *fixed;
} HsMatchStudent;

/**
 * HsMatchWorld:
 * @students: only those who look for a place: BOL, a period on the enrolment that ends after
 * @today, and no agreement that is alive in it. In order of uid, so that the order in which a file
 * was filled does not matter
 * @revision: the newest revision of the store when it was read
 * @coach_minutes_week: minutes a week that matching counts for each student: one average for all,
 * so that nothing can be derived of a person
 */
typedef struct
{
  GArray *programmes; /* HsMatchProgramme */
  GArray *hosts; /* HsMatchHost */
  GArray *locations; /* HsMatchLocation */
  GArray *people; /* HsMatchPerson: supervisors and digicoaches */
  GArray *items; /* HsMatchItem */
  GArray *vacancies; /* HsMatchVacancy */
  GArray *students; /* HsMatchStudent */
  GHashTable *technologies; /* id → HsRecord */
  GHashTable *crebos; /* text → number + 1 */
  GHashTable *numbers[HS_N_KINDS]; /* id → number + 1, by kind; NULL for other kinds */
  gint64 revision;
  HsDay today;
  gint32 coach_minutes_week;
} HsMatchWorld;

/* Reads the world. Memory: about 1.5 kB a student. (transfer full): NULL on error or when
 * @cancellable was cancelled. */
HsMatchWorld *hs_match_world_read (HsStore *store, HsDay today, GCancellable *cancellable,
                                   GError **error);
void hs_match_world_free (HsMatchWorld *self);

/* The number of the record of @kind with local @id, or HS_NOBODY. */
guint32 hs_match_world_number (const HsMatchWorld *self, HsKindId kind, gint64 id);

#define HS_WORLD_AT(world, array, Type, number) (&g_array_index ((world)->array, Type, (number)))
#define hs_match_student(world, n) HS_WORLD_AT (world, students, HsMatchStudent, n)
#define hs_match_vacancy(world, n) HS_WORLD_AT (world, vacancies, HsMatchVacancy, n)
#define hs_match_location(world, n) HS_WORLD_AT (world, locations, HsMatchLocation, n)
#define hs_match_host(world, n) HS_WORLD_AT (world, hosts, HsMatchHost, n)
#define hs_match_person(world, n) HS_WORLD_AT (world, people, HsMatchPerson, n)
#define hs_match_item(world, n) HS_WORLD_AT (world, items, HsMatchItem, n)
#define hs_match_programme(world, n) HS_WORLD_AT (world, programmes, HsMatchProgramme, n)

/* What people call an item: its own name, else that of its technology. (transfer full) */
char *hs_match_item_name (const HsMatchWorld *world, guint32 item);

/* Kilometres between a student and a location, rounded; -1 when one of them is not known. */
gint32 hs_match_distance (const HsMatchStudent *student, const HsMatchLocation *location);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsMatchWorld, hs_match_world_free)

G_END_DECLS
