/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works at schools and hosts, what they may sign and what they are skilled in. */

#include "hs-demo-private.h"

#define ROLE(name) (1 << HS_ROLE_##name)

/* A person at an organisation; @location may be 0. Returns the id. */
static gint64
make_person (HsDemo *self, gint64 organisation, const HsDemoLocation *location, const char *domain,
             guint roles)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_PERSON);
  const char *first = hs_demo_first_name (self);
  const char *infix, *last;
  g_autofree char *email = NULL;
  g_autofree char *phone = g_strdup_printf ("06-%08u", 10000000 + hs_demo_random (self, 899999));

  hs_demo_last_name (self, &infix, &last);
  email = hs_demo_email (self, first, infix, last, domain);
  hs_record_set_int (record, HS_PERSON_ORGANISATION, organisation);
  if (location != NULL)
    {
      hs_record_set_int (record, HS_PERSON_LOCATION, location->id);
      hs_record_set_int (record, HS_PERSON_TEAM, location->team);
    }
  hs_demo_set (record, HS_PERSON_FIRST_NAME, first);
  hs_demo_set (record, HS_PERSON_INFIX, infix);
  hs_demo_set (record, HS_PERSON_LAST_NAME, last);
  hs_demo_set (record, HS_PERSON_EMAIL, email);
  hs_demo_set (record, HS_PERSON_PHONE, phone);
  hs_record_set_int (record, HS_PERSON_ROLES, roles);
  hs_record_set_int (record, HS_PERSON_WORKING_DAYS, 0x1f & ~(1u << hs_demo_random (self, 5)));
  if (roles & ROLE (SUPERVISOR))
    hs_record_set_int (record, HS_PERSON_STUDENT_LIMIT, 2 + (gint64) hs_demo_random (self, 3));
  if (roles & ROLE (DIGICOACH))
    {
      hs_record_set_int (record, HS_PERSON_COACH_MINUTES, 480);
      hs_record_set_int (record, HS_PERSON_COACH_TRAINED,
                         self->n_people < 150 || hs_demo_chance (self, 85));
    }
  return hs_demo_save (self, record);
}

static void
make_mandate (HsDemo *self, gint64 person, gint64 organisation, const char *granted_by)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_MANDATE);

  hs_record_set_int (record, HS_MANDATE_PERSON, person);
  hs_record_set_int (record, HS_MANDATE_ORGANISATION, organisation);
  hs_record_set_int (record, HS_MANDATE_FROM, self->today - 700);
  hs_record_set_int (record, HS_MANDATE_TO, self->today + 800);
  hs_demo_set (record, HS_MANDATE_GRANTED_BY, granted_by);
  hs_demo_save (self, record);
}

static void
make_school_people (HsDemo *self, HsDemoSchool *school)
{
  guint n_teachers = CLAMP (self->n_students / self->schools->len / 30, 3, 400);

  school->coordinator = make_person (self, school->id, NULL, school->domain, ROLE (COORDINATOR));
  school->signatory =
      make_person (self, school->id, NULL, school->domain, ROLE (SIGNATORY) | ROLE (TEACHER));
  make_mandate (self, school->signatory, school->id, "College van bestuur");
  for (guint i = 0; i < n_teachers && self->error == NULL; i++)
    {
      gint64 teacher = make_person (self, school->id, NULL, school->domain, ROLE (TEACHER));

      g_array_append_val (school->teachers, teacher);
    }
}

static void
make_host_people (HsDemo *self, HsDemoHost *host)
{
  host->coordinator = make_person (self, host->id, NULL, host->domain, ROLE (COORDINATOR));
  host->signatory = make_person (self, host->id, NULL, host->domain,
                                 ROLE (SIGNATORY) | ROLE (INNOVATION_MANAGER));
  host->ambassador = make_person (self, host->id, NULL, host->domain, ROLE (TECH_AMBASSADOR));
  make_mandate (self, host->signatory, host->id, "Raad van bestuur");
}

static void
make_location_people (HsDemo *self, HsDemoLocation *location)
{
  const HsDemoHost *host = &g_array_index (self->hosts, HsDemoHost, location->host);
  guint n = CLAMP (self->n_students / self->locations->len / 2, 2, 40);

  location->trainer = make_person (self, host->id, location, host->domain, ROLE (PRACTICE_TRAINER));
  location->digicoach = make_person (self, host->id, location, host->domain, ROLE (DIGICOACH));
  for (guint i = 0; i < n && self->error == NULL; i++)
    {
      gint64 person = make_person (self, host->id, location, host->domain, ROLE (SUPERVISOR));

      g_array_append_val (location->supervisors, person);
    }
}

/* Each supervisor stands in for the one before at the same location. */
static void
tie_substitutes (HsDemo *self, const HsDemoLocation *location)
{
  for (guint i = 0; i < location->supervisors->len && self->error == NULL; i++)
    {
      gint64 id = g_array_index (location->supervisors, gint64, i);
      gint64 other =
          g_array_index (location->supervisors, gint64, (i + 1) % location->supervisors->len);
      g_autoptr (HsRecord) record = hs_store_get (self->store, HS_KIND_PERSON, id, &self->error);

      if (record == NULL || id == other)
        return;
      hs_record_set_int (record, HS_PERSON_SUBSTITUTE, other);
      hs_demo_save (self, record);
    }
}

static void
make_competence (HsDemo *self, gint64 person, gint64 technology, HsCompetenceLevel level)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_COMPETENCE);

  hs_record_set_int (record, HS_COMPETENCE_PERSON, person);
  hs_record_set_int (record, HS_COMPETENCE_TECHNOLOGY, technology);
  hs_record_set_int (record, HS_COMPETENCE_LEVEL, level);
  hs_record_set_int (record, HS_COMPETENCE_DATE,
                     self->today - 30 - (gint64) hs_demo_random (self, 400));
  hs_demo_save (self, record);
}

static void
make_competences (HsDemo *self, const HsDemoLocation *location)
{
  guint n = self->technologies->len;
  guint first = hs_demo_random (self, n);

  for (guint i = 0; i < 3 && n > 2; i++)
    make_competence (self, location->digicoach,
                     g_array_index (self->technologies, gint64, (first + i) % n),
                     HS_COMPETENCE_LEVEL_INSTRUCTOR);
  if (n > 0)
    make_competence (self, g_array_index (location->supervisors, gint64, 0),
                     g_array_index (self->technologies, gint64, first), HS_COMPETENCE_LEVEL_USER);
}

static void
make_absence (HsDemo *self, const HsDemoLocation *location)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ABSENCE);
  gint64 from = self->placement_start + (gint64) hs_demo_random (self, 80);

  hs_record_set_int (record, HS_ABSENCE_PERSON, g_array_index (location->supervisors, gint64, 0));
  hs_record_set_int (record, HS_ABSENCE_FROM, from);
  hs_record_set_int (record, HS_ABSENCE_TO, from + 14);
  hs_record_set_int (record, HS_ABSENCE_SUBSTITUTE,
                     g_array_index (location->supervisors, gint64, 1));
  hs_demo_save (self, record);
}

void
hs_demo_make_people (HsDemo *self)
{
  for (guint i = 0; i < self->schools->len; i++)
    make_school_people (self, &g_array_index (self->schools, HsDemoSchool, i));
  for (guint i = 0; i < self->hosts->len; i++)
    make_host_people (self, &g_array_index (self->hosts, HsDemoHost, i));
  for (guint i = 0; i < self->locations->len && self->error == NULL; i++)
    {
      HsDemoLocation *location = &g_array_index (self->locations, HsDemoLocation, i);

      make_location_people (self, location);
      tie_substitutes (self, location);
      if (self->error != NULL)
        return;
      make_competences (self, location);
      if (hs_demo_chance (self, 8))
        make_absence (self, location);
    }
}
