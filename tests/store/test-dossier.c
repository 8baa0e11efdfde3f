/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers out of the store: what is in them, and the load on people and things around them. */

#include "store-world.h"

#include "hs-dossier-store.h"
#include "hs-error.h"

#define DAY(n) (HsDay) (20850 + (n)) /* from 2027-02-01 on */

typedef struct
{
  char *folder;
  HsStore *store;
  World world;
  HsRecord *student;
  gint64 enrolment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = hs_test_folder ();
  fixture->store = hs_test_store (fixture->folder);
  world_init (&fixture->world, fixture->store);
  fixture->student = world_student (&fixture->world, &fixture->enrolment);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hs_record_unref (fixture->student);
  world_clear (&fixture->world);
  hs_store_close (fixture->store);
  hs_test_folder_free (fixture->folder);
}

/* An agreement of another student in the same place. (transfer full) */
static HsRecord *
other (Fixture *fixture, HsDay start, HsDay end, HsRecord **sheet)
{
  gint64 enrolment;
  g_autoptr (HsRecord) student = world_student (&fixture->world, &enrolment);

  return world_agreement (&fixture->world, student, enrolment, start, end, sheet);
}

static HsDossier *
load (Fixture *fixture, HsRecord *agreement)
{
  g_autoptr (GError) error = NULL;
  HsDossier *dossier =
      hs_store_dossier (fixture->store, hs_record_id (agreement), 0, DAY (0), &error);

  g_assert_no_error (error);
  return dossier;
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (0), DAY (69), &sheet);
  g_autoptr (HsRecord) setting =
      world_add (&fixture->world, HS_KIND_SETTING, 0, NULL, HS_SETTING_NAME, "hours.bol.3");
  g_autoptr (HsRecord) guardian = world_add (&fixture->world, HS_KIND_GUARDIAN, HS_GUARDIAN_STUDENT,
                                             fixture->student, HS_GUARDIAN_LAST_NAME, "Uddin");
  g_autoptr (HsDossier) dossier = NULL;

  for (gint64 i = 3; i > 0; i--)
    {
      g_autoptr (HsRecord) task = world_add (&fixture->world, HS_KIND_TASK, HS_TASK_SHEET, sheet,
                                             HS_TASK_CODE, i == 1 ? "first" : "later");

      hs_record_set_int (task, HS_TASK_POSITION, i);
      hs_test_save (fixture->store, task);
    }
  world_reserve (&fixture->world, sheet, DAY (0), DAY (10), 1);
  hs_record_set_text (setting, HS_SETTING_VALUE, "54000");
  hs_test_save (fixture->store, setting);
  dossier = load (fixture, agreement);
  g_assert_cmpint (hs_record_id (dossier->sheet), ==, hs_record_id (sheet));
  g_assert_cmpint (hs_record_id (dossier->student), ==, hs_record_id (fixture->student));
  g_assert_nonnull (dossier->programme);
  g_assert_nonnull (dossier->supervisor);
  g_assert_null (dossier->teacher);
  g_assert_cmpuint (dossier->guardians->len, ==, 1);
  g_assert_cmpuint (dossier->rows[HS_KIND_TASK]->len, ==, 3);
  g_assert_cmpstr (
      hs_record_text (g_ptr_array_index (dossier->rows[HS_KIND_TASK], 0), HS_TASK_CODE), ==,
      "first");
  g_assert_nonnull (hs_dossier_find (dossier, HS_KIND_ITEM, hs_record_id (fixture->world.item)));
  g_assert_nonnull (
      hs_dossier_find (dossier, HS_KIND_TECHNOLOGY, hs_record_id (fixture->world.technology)));
  g_assert_cmpstr (g_hash_table_lookup (dossier->facts.settings, "hours.bol.3"), ==, "54000");
  g_assert_cmpint (dossier->facts.other_minutes, ==, 600);
  /* 600 minutes in ten weeks. */
  g_assert_cmpint (dossier->facts.coach_minutes_week, ==, 60);
  g_assert_cmpint (dossier->facts.coach_limit_week, ==, 480);
}

static void
test_supervisor_peak (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) a = NULL;
  g_autoptr (HsRecord) b = NULL;
  g_autoptr (HsRecord) c = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (10), DAY (19), &sheet);
  g_autoptr (HsRecord) first = other (fixture, DAY (0), DAY (9), &a);
  g_autoptr (HsRecord) second = other (fixture, DAY (20), DAY (29), &b);
  g_autoptr (HsDossier) before = load (fixture, agreement);
  g_autoptr (HsRecord) third = NULL;
  g_autoptr (HsDossier) after = NULL;
  g_autoptr (HsDossier) gone = NULL;

  /* One leaves on the day before, one comes on the day after. */
  g_assert_cmpint (before->facts.supervisor_peak, ==, 1);
  g_assert_cmpint (before->facts.supervisor_limit, ==, 2);
  g_assert_cmpint (before->facts.vacancy_peak, ==, 1);
  third = other (fixture, DAY (0), DAY (10), &c);
  after = load (fixture, agreement);
  g_assert_cmpint (after->facts.supervisor_peak, ==, 2);
  g_assert_cmpint (after->facts.vacancy_peak, ==, 2);
  g_assert_cmpint (after->facts.vacancy_limit, ==, 3);
  hs_record_set_int (third, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_WITHDRAWN);
  hs_test_save (fixture->store, third);
  gone = load (fixture, agreement);
  g_assert_cmpint (gone->facts.supervisor_peak, ==, 1);
}

/* A later sheet with another supervisor counts from the day that it takes effect. */
static void
test_effective (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) first = NULL;
  g_autoptr (HsRecord) second = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (10), DAY (19), &sheet);
  g_autoptr (HsRecord) changing = other (fixture, DAY (0), DAY (40), &first);
  g_autoptr (HsDossier) before = NULL;
  g_autoptr (HsDossier) after = NULL;
  g_autoptr (HsDossier) draft = NULL;

  second = world_sheet (&fixture->world, changing, 2, DAY (0), DAY (40));
  hs_record_set_int (second, HS_SHEET_SUPERVISOR, hs_record_id (fixture->world.coach));
  hs_record_set_int (second, HS_SHEET_EFFECTIVE_FROM, DAY (11));
  hs_record_set_int (second, HS_SHEET_STATUS, HS_SHEET_STATUS_DRAFT);
  hs_test_save (fixture->store, second);
  draft = load (fixture, agreement);
  g_assert_cmpint (draft->facts.supervisor_peak, ==, 2);
  hs_record_set_int (second, HS_SHEET_STATUS, HS_SHEET_STATUS_IN_FORCE);
  hs_test_save (fixture->store, second);
  before = load (fixture, agreement);
  g_assert_cmpint (before->facts.supervisor_peak, ==, 2);
  hs_record_set_int (second, HS_SHEET_EFFECTIVE_FROM, DAY (10));
  hs_test_save (fixture->store, second);
  after = load (fixture, agreement);
  g_assert_cmpint (after->facts.supervisor_peak, ==, 1);
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) theirs = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (0), DAY (19), &sheet);
  g_autoptr (HsRecord) first = other (fixture, DAY (0), DAY (40), &theirs);
  g_autoptr (HsDossier) dossier = NULL;

  world_reserve (&fixture->world, sheet, DAY (0), DAY (10), 1);
  world_reserve (&fixture->world, sheet, DAY (10), DAY (20), 1);
  world_reserve (&fixture->world, theirs, DAY (10), DAY (30), 2);
  dossier = load (fixture, agreement);
  g_assert_cmpuint (dossier->facts.item_peaks->len, ==, 2);
  g_assert_cmpint (g_array_index (dossier->facts.item_peaks, gint64, 0), ==, 1);
  g_assert_cmpint (g_array_index (dossier->facts.item_peaks, gint64, 1), ==, 3);
  g_assert_cmpint (g_array_index (dossier->facts.item_limits, gint64, 0), ==, 2);
}

static void
test_same_student (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) earlier = NULL;
  g_autoptr (HsRecord) ended = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (10), DAY (19), &sheet);
  g_autoptr (HsRecord) a = world_agreement (&fixture->world, fixture->student, fixture->enrolment,
                                            DAY (0), DAY (10), &earlier);
  g_autoptr (HsRecord) b = world_agreement (&fixture->world, fixture->student, fixture->enrolment,
                                            DAY (0), DAY (30), &ended);
  g_autoptr (HsDossier) dossier = NULL;

  hs_record_set_int (b, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_ENDED);
  hs_record_set_int (b, HS_AGREEMENT_ENDED_ON, DAY (5));
  hs_record_set_int (b, HS_AGREEMENT_REALISED_MINUTES, 55);
  hs_test_save (fixture->store, b);
  dossier = load (fixture, agreement);
  g_assert_cmpint (dossier->facts.overlapping, ==, 1);
  g_assert_cmpint (dossier->facts.other_minutes, ==, 600 + 6000 + 55);
}

static void
test_excluded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) theirs = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (10), DAY (19), &sheet);
  g_autoptr (HsRecord) first = other (fixture, DAY (0), DAY (40), &theirs);
  g_autoptr (HsRecord) exclusion = hs_record_new (HS_KIND_EXCLUSION);
  g_autoptr (HsDossier) no = load (fixture, agreement);
  g_autoptr (HsDossier) together = NULL;
  g_autoptr (HsDossier) person = NULL;

  g_assert_false (no->facts.excluded);
  hs_record_set_int (exclusion, HS_EXCLUSION_STUDENT, hs_record_int (first, HS_AGREEMENT_STUDENT));
  hs_record_set_int (exclusion, HS_EXCLUSION_OTHER_STUDENT, hs_record_id (fixture->student));
  hs_record_set_text (exclusion, HS_EXCLUSION_REASON, "ruzie");
  hs_test_save (fixture->store, exclusion);
  together = load (fixture, agreement);
  g_assert_true (together->facts.excluded);
  g_assert_cmpstr (together->facts.exclusion_reason, ==, "ruzie");
  hs_record_set_int (exclusion, HS_EXCLUSION_STUDENT, hs_record_id (fixture->student));
  hs_record_unset (exclusion, HS_EXCLUSION_OTHER_STUDENT);
  hs_record_set_int (exclusion, HS_EXCLUSION_PERSON, hs_record_id (fixture->world.supervisor));
  hs_test_save (fixture->store, exclusion);
  person = load (fixture, agreement);
  g_assert_true (person->facts.excluded);
}

static void
test_not_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (10), DAY (19), &sheet);
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_store_dossier (fixture->store, 999, 0, DAY (0), &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hs_store_dossier (fixture->store, hs_record_id (agreement), 999, DAY (0), &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

/* As it was: a field that changed since, a row that was removed and one that came later. */
static void
test_at_a_moment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HsRecord) sheet = NULL;
  g_autoptr (HsRecord) agreement = world_agreement (&fixture->world, fixture->student,
                                                    fixture->enrolment, DAY (10), DAY (19), &sheet);
  g_autoptr (HsRecord) gone = hs_record_new (HS_KIND_PROMPT);
  g_autoptr (HsRecord) later = hs_record_new (HS_KIND_PROMPT);
  g_autoptr (HsDossier) then = NULL;
  g_autoptr (HsDossier) now = NULL;
  g_autoptr (GError) error = NULL;
  gint64 revision;

  hs_record_set_int (gone, HS_PROMPT_SHEET, hs_record_id (sheet));
  hs_record_set_text (gone, HS_PROMPT_TEXT, "Wat verbaasde je?");
  hs_test_save (fixture->store, gone);
  revision = hs_store_revision (fixture->store);
  hs_record_set_int (sheet, HS_SHEET_END, DAY (40));
  hs_test_save (fixture->store, sheet);
  hs_record_set_int (later, HS_PROMPT_SHEET, hs_record_id (sheet));
  hs_record_set_text (later, HS_PROMPT_TEXT, "Wat doe je anders?");
  hs_test_save (fixture->store, later);
  g_assert_true (hs_store_begin (fixture->store, NULL, "test", &error));
  g_assert_true (hs_store_remove (fixture->store, gone, &error));
  g_assert_true (hs_store_commit (fixture->store, &error));
  then =
      hs_store_dossier_at (fixture->store, hs_record_id (agreement), 0, revision, DAY (0), &error);
  g_assert_no_error (error);
  now = load (fixture, agreement);
  g_assert_cmpint (hs_record_int (then->sheet, HS_SHEET_END), ==, DAY (19));
  g_assert_cmpint (hs_record_int (now->sheet, HS_SHEET_END), ==, DAY (40));
  g_assert_cmpuint (then->rows[HS_KIND_PROMPT]->len, ==, 1);
  g_assert_cmpint (hs_record_id (g_ptr_array_index (then->rows[HS_KIND_PROMPT], 0)), ==,
                   hs_record_id (gone));
  g_assert_cmpuint (now->rows[HS_KIND_PROMPT]->len, ==, 1);
  g_assert_cmpint (hs_record_id (g_ptr_array_index (now->rows[HS_KIND_PROMPT], 0)), ==,
                   hs_record_id (later));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/dossier/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("content", test_content);
  ADD ("supervisor-peak", test_supervisor_peak);
  ADD ("effective", test_effective);
  ADD ("items", test_items);
  ADD ("same-student", test_same_student);
  ADD ("excluded", test_excluded);
  ADD ("not-there", test_not_there);
  ADD ("at-a-moment", test_at_a_moment);
  return g_test_run ();
}
