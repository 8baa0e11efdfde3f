/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class at once: one draft, exceptions, what follows by itself, one transaction, and undo. */

#include "life-world.h"

#include "hs-class.h"
#include "hs-error.h"
#include "hs-query.h"

#define STUDENTS 5

typedef struct
{
  Life life;
  HsClass *class;
  gint64 second; /* a supervisor at the location */
} Fixture;

static void
add_supervisor (Fixture *self, const char *name, int limit)
{
  World *world = &self->life.world;
  g_autoptr (HsRecord) person = world_add (world, HS_KIND_PERSON, HS_PERSON_ORGANISATION,
                                           world->host, HS_PERSON_LAST_NAME, name);

  hs_record_set_int (person, HS_PERSON_ROLES, 1 << HS_ROLE_SUPERVISOR);
  hs_record_set_int (person, HS_PERSON_LOCATION, hs_record_id (world->location));
  hs_record_set_int (person, HS_PERSON_STUDENT_LIMIT, limit);
  hs_test_save (world->store, person);
  self->second = hs_record_id (person);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  World *world = &self->life.world;
  g_autoptr (GError) error = NULL;

  life_init (&self->life, hs_day (2006, 5, 14), HS_RECOGNITION_STATUS_VERIFIED);
  hs_test_begin (world->store);
  hs_record_set_text (world->vacancy, HS_VACANCY_CODE, "V-1");
  hs_record_set_int (world->vacancy, HS_VACANCY_SUPERVISOR, hs_record_id (world->supervisor));
  hs_record_set_int (world->vacancy, HS_VACANCY_LARGEST, 10);
  hs_record_set_int (world->vacancy, HS_VACANCY_START, LIFE_START);
  hs_record_set_int (world->vacancy, HS_VACANCY_END, LIFE_END);
  hs_test_save (world->store, world->vacancy);
  hs_record_set_int (world->supervisor, HS_PERSON_ROLES, 1 << HS_ROLE_SUPERVISOR);
  hs_test_save (world->store, world->supervisor);
  hs_record_set_int (world->programme, HS_PROGRAMME_TECHNOLOGY, hs_record_id (world->technology));
  hs_test_save (world->store, world->programme);
  hs_record_set_int (world->item, HS_ITEM_STATE, HS_ITEM_STATE_CUPBOARD);
  hs_test_save (world->store, world->item);
  add_supervisor (self, "Kok", 2);
  for (guint i = 0; i < STUDENTS; i++)
    {
      gint64 enrolment;
      g_autoptr (HsRecord) student = world_student (world, &enrolment);
      g_autoptr (HsRecord) row = hs_store_get (world->store, HS_KIND_ENROLMENT, enrolment, &error);

      hs_record_set_text (row, HS_ENROLMENT_CLASS, "3A");
      hs_test_save (world->store, row);
    }
  hs_test_commit (world->store);
  self->class = hs_class_new ();
  g_assert_cmpint (hs_class_add_class (self->class, world->store, "3A", &error), ==, STUDENTS);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  hs_class_free (self->class);
  life_clear (&self->life);
}

static HsClassRow *
row_at (Fixture *self, guint index)
{
  return g_ptr_array_index (self->class->rows, index);
}

static gint64
count_agreements (Fixture *self)
{
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);

  return hs_store_count (self->life.store, query, NULL);
}

static int
make (Fixture *self, GError **error)
{
  int made;

  life_begin (&self->life, self->life.coordinator);
  made = hs_class_make (self->class, self->life.store, self->life.coordinator, error);
  life_finish (&self->life, made >= 0);
  return made;
}

static void
preview (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_class_preview (self->class, self->life.store, self->life.coordinator, &error));
  g_assert_no_error (error);
}

/* The preview keeps nothing, and what is made is what it showed. */
static void
test_preview_is_what_is_made (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 revision = hs_store_revision (self->life.store);

  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, " v-1 ");
  preview (self);
  g_assert_cmpint (count_agreements (self), ==, 0);
  g_assert_cmpint (hs_store_revision (self->life.store), ==, revision);
  g_assert_cmpuint (hs_class_n_problems (self->class), ==, 0);
  g_assert_cmpstr (row_at (self, 0)->shown[HS_CLASS_VACANCY], ==, "Derdejaars op De Linde (V-1)");
  g_assert_cmpstr (row_at (self, 0)->shown[HS_CLASS_START], ==, "01-02-2027");
  number = g_strdup (row_at (self, 4)->number);
  g_assert_cmpint (make (self, &error), ==, STUDENTS);
  g_assert_no_error (error);
  g_assert_cmpstr (row_at (self, 4)->number, ==, number);
  g_assert_cmpint (row_at (self, 4)->state, ==, HS_AGREEMENT_STATE_DRAFT);
  g_assert_cmpint (row_at (self, 4)->minutes, >, 0);
  g_assert_cmpint (count_agreements (self), ==, STUDENTS);
}

/* Nobody gets more students than the limit while a colleague has room; the fifth is said to be too
 * many. Technology that the programme asks for is reserved while there is any. */
static void
test_defaults_of_host_and_programme (Fixture *self, gconstpointer data)
{
  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, "V-1");
  preview (self);
  for (guint i = 0; i < STUDENTS; i++)
    {
      HsClassRow *row = row_at (self, i);

      g_assert_cmpstr (row->shown[HS_CLASS_SUPERVISOR], ==, i == 2 || i == 3 ? "Kok" : "Jansen");
      g_assert_cmpint (row->shown[HS_CLASS_ITEM] != NULL, ==, i < 2);
      g_assert_cmpint (row->remark != NULL, ==, i == 4);
    }
}

/* Only what differs is typed; "-" leaves empty. */
static void
test_exceptions (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDossier) dossier = NULL;

  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, "V-1");
  hs_class_type (row_at (self, 1), HS_CLASS_SUPERVISOR, "kok");
  hs_class_type (row_at (self, 1), HS_CLASS_END, "28-5-2027");
  hs_class_type (row_at (self, 2), HS_CLASS_ITEM, "-");
  hs_class_type (row_at (self, 2), HS_CLASS_SUPERVISOR, "-");
  row_at (self, 3)->left_out = TRUE;
  g_assert_cmpint (make (self, &error), ==, STUDENTS - 1);
  g_assert_no_error (error);
  g_assert_cmpint (row_at (self, 3)->agreement, ==, 0);
  self->life.agreement = row_at (self, 1)->agreement;
  dossier = life_load (&self->life);
  g_assert_cmpint (hs_record_int (dossier->sheet, HS_SHEET_SUPERVISOR), ==, self->second);
  g_assert_cmpint (hs_record_int (dossier->sheet, HS_SHEET_END), ==, hs_day (2027, 5, 28));
  g_assert_cmpstr (row_at (self, 2)->shown[HS_CLASS_SUPERVISOR], ==, NULL);
  g_assert_cmpstr (row_at (self, 2)->shown[HS_CLASS_ITEM], ==, NULL);
}

/* What cannot be read is told at its cell, and then nothing at all is made. */
static void
test_problems (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_supervisor (self, "Jansen", 1);
  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, "V-1");
  hs_class_type (row_at (self, 0), HS_CLASS_SUPERVISOR, "Jansen");
  hs_class_type (row_at (self, 1), HS_CLASS_END, "31 februari");
  hs_class_type (row_at (self, 2), HS_CLASS_VACANCY, "bestaat niet");
  preview (self);
  g_assert_cmpuint (hs_class_n_problems (self->class), ==, 3);
  g_assert_nonnull (row_at (self, 0)->problem[HS_CLASS_SUPERVISOR]);
  g_assert_nonnull (row_at (self, 1)->problem[HS_CLASS_END]);
  g_assert_nonnull (row_at (self, 2)->problem[HS_CLASS_VACANCY]);
  g_assert_cmpint (make (self, &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, row_at (self, 0)->name));
  g_assert_cmpint (count_agreements (self), ==, 0);
}

/* Undo takes all of them back, or none when one was already handed in. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsRecord) agreement = NULL;
  gint64 ids[STUDENTS];

  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, "V-1");
  g_assert_cmpint (make (self, &error), ==, STUDENTS);
  for (guint i = 0; i < STUDENTS; i++)
    ids[i] = row_at (self, i)->agreement;
  life_begin (&self->life, self->life.coordinator);
  agreement = hs_store_get (self->life.store, HS_KIND_AGREEMENT, ids[4], &error);
  hs_record_set_int (agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_REVIEW);
  hs_test_save (self->life.store, agreement);
  g_assert_false (hs_class_undo (self->life.store, self->life.coordinator, ids, STUDENTS, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_REFUSED);
  life_finish (&self->life, FALSE);
  g_clear_error (&error);
  g_assert_cmpint (count_agreements (self), ==, STUDENTS);
  life_begin (&self->life, self->life.coordinator);
  g_assert_true (hs_class_undo (self->life.store, self->life.coordinator, ids, STUDENTS, &error));
  g_assert_no_error (error);
  life_finish (&self->life, TRUE);
  g_assert_cmpint (count_agreements (self), ==, 0);
}

/* Who has an agreement already is left out until somebody says otherwise. */
static void
test_left_out (Fixture *self, gconstpointer data)
{
  g_autoptr (HsClass) again = hs_class_new ();
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, "V-1");
  row_at (self, 0)->left_out = TRUE;
  g_assert_cmpint (make (self, &error), ==, STUDENTS - 1);
  g_assert_cmpint (hs_class_add_class (again, self->life.store, "3A", &error), ==, STUDENTS);
  for (guint i = 0; i < STUDENTS; i++)
    g_assert_cmpint (((HsClassRow *) again->rows->pdata[i])->left_out, ==, i != 0);
  names = hs_class_names (self->life.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "3A");
}

/* From an agreement that is there: its texts and rows, moved to the new period, not its progress.
 */
static void
test_like (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDossier) dossier = NULL;
  g_autoptr (HsDossier) copy = NULL;
  const HsRecord *assignment;
  HsRecord *contact;

  life_create (&self->life, NULL);
  life_fill (&self->life);
  dossier = life_load (&self->life);
  contact = dossier->rows[HS_KIND_CONTACT]->pdata[0];
  life_begin (&self->life, self->life.coordinator);
  hs_record_set_int (contact, HS_CONTACT_HELD_ON, LIFE_TODAY);
  hs_test_save (self->life.store, contact);
  life_finish (&self->life, TRUE);
  self->class->like = self->life.agreement;
  hs_class_type (&self->class->draft, HS_CLASS_VACANCY, "V-1");
  hs_class_type (&self->class->draft, HS_CLASS_START, "1-3-2027");
  g_assert_cmpint (make (self, &error), ==, STUDENTS);
  g_assert_no_error (error);
  self->life.agreement = row_at (self, 0)->agreement;
  copy = life_load (&self->life);
  g_assert_cmpstr (hs_record_text (copy->sheet, HS_SHEET_QUALIFICATION_PARTS), ==,
                   "B1-K1: zorg en ondersteuning");
  assignment = copy->rows[HS_KIND_ASSIGNMENT]->pdata[0];
  g_assert_cmpstr (hs_record_text (assignment, HS_ASSIGNMENT_FALLBACK), ==,
                   "Muziek zonder techniek.");
  g_assert_cmpuint (copy->rows[HS_KIND_TASK]->len, ==, dossier->rows[HS_KIND_TASK]->len);
  g_assert_cmpuint (copy->rows[HS_KIND_THEME]->len, ==, 5);
  g_assert_false (hs_record_has (copy->rows[HS_KIND_CONTACT]->pdata[0], HS_CONTACT_HELD_ON));
  g_assert_cmpint (hs_record_int (copy->rows[HS_KIND_CONTACT]->pdata[0], HS_CONTACT_DATE)
                       - hs_record_int (contact, HS_CONTACT_DATE),
                   ==, 28);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/class/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("preview", test_preview_is_what_is_made);
  ADD ("defaults", test_defaults_of_host_and_programme);
  ADD ("exceptions", test_exceptions);
  ADD ("problems", test_problems);
  ADD ("undo", test_undo);
  ADD ("left-out", test_left_out);
  ADD ("like", test_like);
  return g_test_run ();
}
