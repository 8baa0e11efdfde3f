/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Students with their enrolment, wishes and, for who is under 18, a guardian. */

#include "hs-demo-private.h"

/* So many students, the first ones, may get an agreement. */
#define WITH_AGREEMENT_MOST 2000

static void
set_name (HsDemo *self, HsRecord *record, guint first_field, guint infix_field, guint last_field,
          const char **last)
{
  const char *infix;

  hs_demo_last_name (self, &infix, last);
  hs_demo_set (record, first_field, hs_demo_first_name (self));
  hs_demo_set (record, infix_field, infix);
  hs_demo_set (record, last_field, *last);
}

/* About one in seven is 17; the others are 19 to 26, so that they were adults a year ago too. */
static HsDay
birth_date (HsDemo *self, gboolean minor)
{
  guint days = hs_demo_random (self, minor ? 300 : 2500);

  return self->today - (minor ? 17 * 365 + 10 : 18 * 366 + 500) - (HsDay) days
         + (minor ? (HsDay) days / 2 : 0);
}

static void
make_guardian (HsDemo *self, HsDemoStudent *student, const HsRecord *child)
{
  static const char *const relations[] = { "moeder", "vader", "voogd" };
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_GUARDIAN);
  const char *first = hs_demo_first_name (self);
  g_autofree char *email =
      hs_demo_email (self, first, hs_record_text (child, HS_STUDENT_INFIX),
                     hs_record_text (child, HS_STUDENT_LAST_NAME), "thuis.example");

  hs_record_set_int (record, HS_GUARDIAN_STUDENT, student->id);
  hs_demo_set (record, HS_GUARDIAN_FIRST_NAME, first);
  hs_record_set_text (record, HS_GUARDIAN_INFIX, hs_record_text (child, HS_STUDENT_INFIX));
  hs_record_set_text (record, HS_GUARDIAN_LAST_NAME, hs_record_text (child, HS_STUDENT_LAST_NAME));
  hs_demo_set (record, HS_GUARDIAN_RELATION, relations[hs_demo_random (self, 3)]);
  hs_demo_set (record, HS_GUARDIAN_EMAIL, email);
  hs_record_set_text (record, HS_GUARDIAN_ADDRESS, hs_record_text (child, HS_STUDENT_ADDRESS));
  student->guardian = hs_demo_save (self, record);
}

static void
make_enrolment (HsDemo *self, HsDemoStudent *student, guint number)
{
  const HsDemoProgramme *programmes;
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ENROLMENT);
  guint n, passed;
  int year = hs_day_study_year (self->today);
  gboolean bbl = hs_demo_chance (self, 18) && number > 0;
  g_autofree char *cohort = NULL;
  g_autofree char *class = NULL;

  programmes = hs_demo_programmes (&n);
  passed = hs_demo_random (self, MAX (1, programmes[student->programme].years - 1));
  cohort = g_strdup_printf ("%d", year - (int) passed);
  class = g_strdup_printf ("%s%u%c", programmes[student->programme].crebo + 3, passed + 1,
                           (char) ('A' + number % 6));
  hs_record_set_int (record, HS_ENROLMENT_STUDENT, student->id);
  hs_record_set_int (record, HS_ENROLMENT_SEQUENCE, 1);
  hs_record_set_int (record, HS_ENROLMENT_PROGRAMME, self->programmes[student->programme]);
  hs_record_set_int (record, HS_ENROLMENT_ROUTE, bbl ? HS_ROUTE_BBL : HS_ROUTE_BOL);
  hs_demo_set (record, HS_ENROLMENT_COHORT, cohort);
  hs_demo_set (record, HS_ENROLMENT_CLASS, class);
  hs_record_set_int (record, HS_ENROLMENT_START, hs_day (year - (int) passed, 8, 1));
  hs_record_set_int (
      record, HS_ENROLMENT_EXPECTED_END,
      hs_day (year - (int) passed + (int) programmes[student->programme].years, 7, 31));
  hs_record_set_int (record, HS_ENROLMENT_DONE_MINUTES, (gint64) passed * 380 * 60);
  if (bbl)
    hs_record_set_int (
        record, HS_ENROLMENT_EMPLOYER,
        g_array_index (self->hosts, HsDemoHost, hs_demo_random (self, self->hosts->len)).id);
  hs_record_set_int (record, HS_ENROLMENT_PLACEMENT_START, self->placement_start);
  hs_record_set_int (record, HS_ENROLMENT_PLACEMENT_END, self->placement_end);
  hs_record_set_int (record, HS_ENROLMENT_PLACEMENT_MINUTES,
                     (380 + 20 * (gint64) hs_demo_random (self, 6)) * 60);
  hs_record_set_int (record, HS_ENROLMENT_DAYS_A_WEEK, 3 + (gint64) hs_demo_random (self, 2));
  student->enrolment = hs_demo_save (self, record);
  student->bbl = bbl;
}

static void
make_wishes (HsDemo *self, gint64 student)
{
  guint n = 1 + hs_demo_random (self, 3);

  for (guint rank = 1; rank <= n; rank++)
    {
      g_autoptr (HsRecord) record = hs_record_new (HS_KIND_WISH);
      HsWishKind kind = (HsWishKind) hs_demo_random (self, HS_WISH_KIND_TECHNOLOGY + 1);

      hs_record_set_int (record, HS_WISH_STUDENT, student);
      hs_record_set_int (record, HS_WISH_RANK, rank);
      hs_record_set_int (record, HS_WISH_KIND, kind);
      if (kind == HS_WISH_KIND_HOST)
        hs_record_set_int (
            record, HS_WISH_HOST,
            g_array_index (self->hosts, HsDemoHost, hs_demo_random (self, self->hosts->len)).id);
      else if (kind == HS_WISH_KIND_LOCATION)
        hs_record_set_int (record, HS_WISH_LOCATION,
                           g_array_index (self->locations, HsDemoLocation,
                                          hs_demo_random (self, self->locations->len))
                               .id);
      else if (kind == HS_WISH_KIND_SETTING || self->technologies->len == 0)
        hs_record_set_int (record, HS_WISH_SETTING,
                           hs_demo_random (self, HS_CARE_SETTING_HUISARTSEN + 1));
      else
        hs_record_set_int (record, HS_WISH_TECHNOLOGY,
                           g_array_index (self->technologies, gint64,
                                          hs_demo_random (self, self->technologies->len)));
      hs_demo_save (self, record);
    }
}

/* Few share anything, and few are ruled out of a place. */
static void
make_rare (HsDemo *self, gint64 student)
{
  if (hs_demo_chance (self, 8))
    {
      g_autoptr (HsRecord) share = hs_record_new (HS_KIND_SHARE);

      hs_record_set_int (share, HS_SHARE_STUDENT, student);
      hs_record_set_int (share, HS_SHARE_WHAT, HS_SHARE_WHAT_SUPPORT);
      hs_demo_set (share, HS_SHARE_VALUE, "Wil graag een rustige plek om te lezen (dyslexie).");
      hs_record_set_int (share, HS_SHARE_GIVEN_ON, self->today - 60);
      hs_demo_save (self, share);
    }
  if (hs_demo_chance (self, 3) && self->students->len > 0)
    {
      g_autoptr (HsRecord) exclusion = hs_record_new (HS_KIND_EXCLUSION);

      hs_record_set_int (exclusion, HS_EXCLUSION_STUDENT, student);
      hs_record_set_int (exclusion, HS_EXCLUSION_LOCATION,
                         g_array_index (self->locations, HsDemoLocation,
                                        hs_demo_random (self, self->locations->len))
                             .id);
      hs_demo_set (exclusion, HS_EXCLUSION_REASON, "Een familielid woont hier.");
      hs_demo_save (self, exclusion);
    }
}

static void
set_home (HsDemo *self, HsRecord *record)
{
  const HsPlace *place = hs_demo_place (self);
  HsMobility mobility = (HsMobility) hs_demo_random (self, HS_MOBILITY_CAR + 1);
  static const gint64 limits[] = { 4, 12, 35, 50 };
  g_autofree char *address = hs_demo_address (self);

  hs_demo_set (record, HS_STUDENT_ADDRESS, address);
  hs_demo_set (record, HS_STUDENT_PLACE, place->name);
  hs_record_set_int (record, HS_STUDENT_LATITUDE, place->latitude);
  hs_record_set_int (record, HS_STUDENT_LONGITUDE, place->longitude);
  hs_record_set_int (record, HS_STUDENT_MOBILITY, mobility);
  hs_record_set_int (record, HS_STUDENT_DISTANCE_LIMIT, limits[mobility]);
}

static void
make_student (HsDemo *self, guint number)
{
  guint n_programmes;
  HsDemoStudent student = { .school = number % self->schools->len };
  const HsDemoSchool *school = &g_array_index (self->schools, HsDemoSchool, student.school);
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_STUDENT);
  g_autofree char *code = g_strdup_printf ("%07u", 1000001 + number);
  g_autofree char *email = g_strdup_printf ("s%s@%s", code, school->domain);
  g_autofree char *phone = g_strdup_printf ("06-%08u", 20000000 + number);
  gboolean minor = number % 7 == 3;
  const char *last;

  hs_demo_programmes (&n_programmes);
  /* Two thirds are in the first three programmes, as in most regions. */
  student.programme =
      hs_demo_chance (self, 66) ? hs_demo_random (self, 3) : hs_demo_random (self, n_programmes);
  hs_record_set_int (record, HS_STUDENT_SCHOOL, school->id);
  hs_demo_set (record, HS_STUDENT_NUMBER, code);
  set_name (self, record, HS_STUDENT_FIRST_NAME, HS_STUDENT_INFIX, HS_STUDENT_LAST_NAME, &last);
  hs_record_set_int (record, HS_STUDENT_BIRTH_DATE, birth_date (self, minor));
  hs_demo_set (record, HS_STUDENT_EMAIL, email);
  hs_demo_set (record, HS_STUDENT_PHONE, phone);
  set_home (self, record);
  hs_record_set_int (record, HS_STUDENT_WEEKDAYS, 0x1f & ~(1u << hs_demo_random (self, 5)));
  hs_record_set_int (
      record, HS_STUDENT_MENTOR,
      g_array_index (school->teachers, gint64, hs_demo_random (self, school->teachers->len)));
  /* The first one is the student of the model agreement. */
  if (number == 0)
    student.programme = 1;
  student.id = hs_demo_save (self, record);
  if (minor)
    make_guardian (self, &student, record);
  make_enrolment (self, &student, number);
  make_wishes (self, student.id);
  make_rare (self, student.id);
  if (self->students->len < WITH_AGREEMENT_MOST)
    g_array_append_val (self->students, student);
}

void
hs_demo_make_students (HsDemo *self)
{
  for (guint i = 0; i < self->n_students && self->error == NULL; i++)
    {
      make_student (self, i);
      if (i % 500 == 0)
        hs_demo_tell (self, 0.25 + 0.6 * i / self->n_students);
    }
}
