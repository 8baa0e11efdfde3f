/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A demo region while it is made. Functions that save keep the first error in the region and do
 * nothing after it, so that their callers need not look each time. */
#pragma once

#include "hs-demo.h"
#include "hs-place.h"
#include "hs-record.h"

G_BEGIN_DECLS

typedef struct
{
  const char *crebo;
  const char *name;
  HsLevel level;
  guint years;
  const char *group;
  guint settings; /* sum of 1 << HsCareSetting where it is learned */
  const char *parts; /* what a placement counts for */
} HsDemoProgramme;

typedef struct
{
  gint64 id;
  char *domain;
  const HsPlace *place;
  gint64 coordinator;
  gint64 signatory;
  GArray *teachers; /* gint64 */
} HsDemoSchool;

typedef struct
{
  gint64 id;
  char *domain;
  HsCareSetting setting;
  const HsPlace *place;
  gint64 coordinator;
  gint64 signatory;
  gint64 ambassador;
} HsDemoHost;

typedef struct
{
  gint64 id;
  gint64 technology;
  gboolean usable;
} HsDemoItem;

typedef struct
{
  gint64 id;
  guint host;
  const HsPlace *place;
  gint64 team;
  char *team_name;
  gint64 trainer;
  gint64 digicoach;
  GArray *supervisors; /* gint64 */
  GArray *items; /* HsDemoItem */
} HsDemoLocation;

typedef struct
{
  gint64 id;
  guint location;
  guint programmes; /* sum of 1 << index */
  guint room; /* students that still fit */
} HsDemoVacancy;

typedef struct
{
  gint64 id;
  gint64 guardian; /* 0 for an adult */
  guint school;
  guint programme;
  gint64 enrolment;
  gboolean bbl;
} HsDemoStudent;

typedef struct
{
  HsStore *store;
  guint64 state; /* of the random numbers */
  HsDay today;
  guint n_students;
  const char *region;
  GError *error;
  HsDemoProgress progress;
  gpointer progress_data;

  GPtrArray *places; /* of HsPlace, near to far */
  GArray *schools;
  GArray *hosts;
  GArray *locations;
  GArray *vacancies;
  GArray *students; /* those who may get an agreement */
  GArray *technologies; /* gint64 */
  GPtrArray *technology_names; /* of the same index */
  gint64 programmes[16];
  guint n_people; /* made so far: keeps addresses apart */
  guint n_places;
  HsDay placement_start; /* of the coming period */
  HsDay placement_end;
} HsDemo;

/* hs-demo.c */
/* A number below @below, the next of the row that the seed gives. */
guint hs_demo_random (HsDemo *self, guint below);
/* TRUE in @percent of 100. */
gboolean hs_demo_chance (HsDemo *self, guint percent);
/* Saves a new record; its id, 0 when something went wrong. */
gint64 hs_demo_save (HsDemo *self, HsRecord *record);
/* Sets @field as a file would. */
void hs_demo_set (HsRecord *record, guint field, const char *text);
void hs_demo_tell (HsDemo *self, double fraction);

/* hs-demo-names.c */
const char *hs_demo_first_name (HsDemo *self);
/* Infix ("van der") and last name. */
void hs_demo_last_name (HsDemo *self, const char **infix, const char **last);
/* A word for an organisation or house that no other one has yet: "Merelhof". (transfer full) */
char *hs_demo_word (guint number);
/* "a.van.der.berg12@zorg.example": letters only. (transfer full) */
char *hs_demo_email (HsDemo *self, const char *first, const char *infix, const char *last,
                     const char *domain);
/* "Dorpsstraat 12". (transfer full) */
char *hs_demo_address (HsDemo *self);
const HsPlace *hs_demo_place (HsDemo *self);

/* hs-demo-region.c: organisations, locations, programmes, recognitions */
const HsDemoProgramme *hs_demo_programmes (guint *n);
void hs_demo_make_region (HsDemo *self);
/* hs-demo-people.c: who works there */
void hs_demo_make_people (HsDemo *self);
/* hs-demo-supply.c: technology, vacancies, talks */
void hs_demo_make_supply (HsDemo *self);
void hs_demo_make_talks (HsDemo *self);
/* hs-demo-students.c */
void hs_demo_make_students (HsDemo *self);
/* hs-demo-agreements.c: agreements in every state */
void hs_demo_make_agreements (HsDemo *self);
/* hs-demo-model.c: fills in one draft from beginning to end */
void hs_demo_fill_model (HsDemo *self, gint64 agreement, const HsDemoLocation *location);

G_END_DECLS
