/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule finds what it is for, says where, and finds nothing in an agreement that is whole. */

#include "whole-dossier.h"

#include "hs-rule.h"

#include <string.h>

typedef void (*Spoil) (HsDossier *dossier);

#define SPOIL(name, code)                                                                          \
  static void name (HsDossier *d) { code; }
#define SHEET_UNSET(name, field) SPOIL (name, hs_record_unset (d->sheet, HS_SHEET_##field))
#define SHEET_SET(name, field, value)                                                              \
  SPOIL (name, hs_record_set_int (d->sheet, HS_SHEET_##field, N (value)))
#define EMPTY(name, kind) SPOIL (name, g_ptr_array_set_size (d->rows[HS_KIND_##kind], 0))
#define RECOGNITION(d) ((HsRecord *) g_ptr_array_index ((d)->facts.recognitions, 0))
#define ITEM(d)                                                                                    \
  hs_dossier_find (d, HS_KIND_ITEM, hs_record_int (ROW (d, RESERVATION, 0), HS_RESERVATION_ITEM))

SPOIL (no_host, hs_record_unset (d->agreement, HS_AGREEMENT_HOST))
SPOIL (no_enrolment, g_clear_pointer (&d->enrolment, hs_record_unref))
SPOIL (requested,
       hs_record_set_int (RECOGNITION (d), HS_RECOGNITION_STATUS, HS_RECOGNITION_STATUS_REQUESTED))
SPOIL (other_crebo, hs_record_set_text (RECOGNITION (d), HS_RECOGNITION_CREBO, "25656"))
SPOIL (not_yet, hs_record_set_int (RECOGNITION (d), HS_RECOGNITION_FROM, DAY (2027, 2, 2)))
SPOIL (none, g_ptr_array_set_size (d->facts.recognitions, 0))
SPOIL (ends_midway, hs_record_set_int (RECOGNITION (d), HS_RECOGNITION_TO, DAY (2027, 3, 1)))
SHEET_UNSET (no_start, START)
SHEET_UNSET (no_end, END)
SHEET_UNSET (no_total, TOTAL_MINUTES)
EMPTY (no_spread, SPREAD)
SHEET_SET (end_first, END, hs_day (2027, 1, 15))
SHEET_UNSET (no_guidance, GUIDANCE)
SHEET_UNSET (no_supervisor, SUPERVISOR)
SHEET_UNSET (no_parts, QUALIFICATION_PARTS)
SHEET_UNSET (no_assessment, ASSESSMENT)
SHEET_UNSET (no_ending, ENDING)
SPOIL (few_hours, d->facts.other_minutes = 0)
SPOIL (no_birth_date, hs_record_unset (d->student, HS_STUDENT_BIRTH_DATE))
SPOIL (minor, hs_record_set_int (d->student, HS_STUDENT_BIRTH_DATE, DAY (2010, 1, 1)))
SPOIL (no_mandate, g_ptr_array_set_size (d->facts.mandates, 1))
SPOIL (soon, d->facts.today = hs_day (2027, 1, 18))
SPOIL (started, d->facts.today = hs_day (2027, 2, 1))
SPOIL (bbl, hs_record_set_int (d->enrolment, HS_ENROLMENT_ROUTE, HS_ROUTE_BBL))
SPOIL (other_employer, bbl (d);
       hs_record_set_int (d->enrolment, HS_ENROLMENT_EMPLOYER, ID (d->school)))
SPOIL (other_location, hs_record_set_int (d->location, HS_LOCATION_ORGANISATION, ID (d->school)))
SPOIL (replacement, add_row (d, make (HS_KIND_REPLACEMENT, -1)))
SPOIL (leaves, hs_record_set_int (d->supervisor, HS_PERSON_UNTIL, DAY (2027, 4, 1)))
SPOIL (condition, d->facts.today = hs_day (2027, 1, 20);
       add_row (d, make (HS_KIND_CONDITION, HS_CONDITION_KIND, N (HS_CONDITION_KIND_VOG), -1)))
SPOIL (spread_short, hs_record_set_int (ROW (d, SPREAD, 0), HS_SPREAD_MINUTES, 60))
SPOIL (spread_year, hs_record_set_int (ROW (d, SPREAD, 0), HS_SPREAD_YEAR, 2025))
SHEET_SET (total_off, TOTAL_MINUTES, 40 * 480)
SHEET_UNSET (no_weekdays, WEEKDAYS)
SHEET_SET (long_day, MINUTES_DAY, 13 * 60)
SPOIL (minor_night, minor (d); hs_record_set_int (d->sheet, HS_SHEET_SHIFTS, 1 << HS_SHIFT_NIGHT))
SHEET_SET (school_day, SCHOOL_DAYS, 1)
SPOIL (interruption, add_row (d, make (HS_KIND_INTERRUPTION, HS_INTERRUPTION_FROM, DAY (2027, 8, 1),
                                       HS_INTERRUPTION_TO, DAY (2027, 8, 2), -1)))
SPOIL (overlap, d->facts.overlapping = 1)
SPOIL (too_late, hs_record_set_int (d->enrolment, HS_ENROLMENT_EXPECTED_END, DAY (2027, 6, 1)))
SPOIL (not_discussed, hs_record_set_int (ROW (d, THEME, 2), HS_THEME_STUDENT_STATUS, 0))
SPOIL (not_agreed, hs_record_set_int (d->agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_REVIEW);
       hs_record_set_int (ROW (d, THEME, 2), HS_THEME_HOST_STATUS, HS_THEME_STATUS_DISCUSSED))
SPOIL (task_of_nobody, hs_record_unset (ROW (d, TASK, 0), HS_TASK_DOES))
SPOIL (clause_of_nobody, hs_record_unset (ROW (d, CLAUSE, 0), HS_CLAUSE_PARTY))
SPOIL (two_contacts, g_ptr_array_set_size (d->rows[HS_KIND_CONTACT], 2))
SPOIL (contact_outside, hs_record_set_int (ROW (d, CONTACT, 0), HS_CONTACT_DATE, DAY (2027, 8, 1)))
SPOIL (contact_holiday, hs_record_set_int (ROW (d, CONTACT, 0), HS_CONTACT_DATE, DAY (2027, 4, 27)))
SPOIL (contact_weekend, hs_record_set_int (ROW (d, CONTACT, 0), HS_CONTACT_DATE, DAY (2027, 4, 24)))
SPOIL (contact_absent,
       hs_record_set_int (ROW (d, CONTACT, 0), HS_CONTACT_PEOPLE, 1 << HS_PARTY_SUPERVISOR);
       g_ptr_array_add (d->facts.absences,
                        make (HS_KIND_ABSENCE, HS_ABSENCE_PERSON, ID (d->supervisor),
                              HS_ABSENCE_FROM, DAY (2027, 2, 1), HS_ABSENCE_TO, DAY (2027, 2, 9),
                              -1)))
SHEET_UNSET (no_guidance_hours, GUIDANCE_MINUTES)
SHEET_UNSET (no_stand_in, STAND_IN)
EMPTY (no_peers, PEER)
EMPTY (no_steps, STEP)
SPOIL (late_step, hs_record_set_int (ROW (d, STEP, 0), HS_STEP_DAY, 60))
SPOIL (dead_link,
       hs_record_set_int (ROW (d, PREPARATION, 0), HS_PREPARATION_LINK_STATE, HS_LINK_STATE_DEAD))
SPOIL (late_material,
       hs_record_set_int (ROW (d, PREPARATION, 0), HS_PREPARATION_FINISH_BY, DAY (2027, 4, 1)))
SPOIL (open_note, add_row (d, make (HS_KIND_NOTE, HS_NOTE_TEXT, "Klopt dit?", -1)))
SPOIL (excluded, d->facts.excluded = TRUE)
SPOIL (vacancy_level, hs_record_set_int (d->vacancy, HS_VACANCY_LEVELS, 1 << HS_LEVEL_4))
SPOIL (vacancy_crebo, hs_record_set_text (d->vacancy, HS_VACANCY_CREBOS, "256550"))
SPOIL (vacancy_late, hs_record_set_int (d->vacancy, HS_VACANCY_START, DAY (2027, 3, 1)))
SPOIL (vacancy_full, d->facts.vacancy_limit = 1; d->facts.vacancy_peak = 2)
SPOIL (supervisor_full, d->facts.supervisor_limit = 2; d->facts.supervisor_peak = 3)
SPOIL (supervisor_days, hs_record_set_int (d->supervisor, HS_PERSON_WORKING_DAYS, 0x14))
SHEET_UNSET (no_teacher, TEACHER)
SHEET_UNSET (no_insurance, LIABILITY)
EMPTY (no_assignment, ASSIGNMENT)
SPOIL (no_need, hs_record_unset (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_NEED))
SPOIL (unconfirmed, hs_record_unset (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_NEED_CONFIRMED_BY))
SPOIL (need_in_future, hs_record_set_int (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_NEED_CONFIRMED_ON,
                                          DAY (2027, 1, 12)))
SPOIL (no_fallback, hs_record_unset (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_FALLBACK))
EMPTY (no_criteria, CRITERION)
SPOIL (no_situation, hs_record_unset (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_SITUATION))
SPOIL (no_competences, hs_record_unset (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_COMPETENCES))
SHEET_UNSET (no_coach_hours, DIGICOACH_MINUTES)
SPOIL (coach_full, d->facts.coach_limit_week = 60; d->facts.coach_minutes_week = 61)
SPOIL (coach_untrained, hs_record_unset (d->digicoach, HS_PERSON_COACH_TRAINED))
SPOIL (first_use_late,
       hs_record_set_int (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_FIRST_USE, DAY (2027, 7, 1)))
SPOIL (in_repair, hs_record_set_int (ITEM (d), HS_ITEM_STATE, HS_ITEM_STATE_REPAIR))
SPOIL (item_double, g_array_index (d->facts.item_peaks, gint64, 0) = 2)
SPOIL (item_elsewhere, hs_record_set_int (ITEM (d), HS_ITEM_LOCATION, 999999))
SPOIL (maintenance, hs_record_set_int (ITEM (d), HS_ITEM_MAINTENANCE_DUE, DAY (2027, 4, 1)))
SPOIL (unsafe, hs_record_set_int (ITEM (d), HS_ITEM_UNUSED_REASON, HS_UNUSED_REASON_UNSAFE))
SPOIL (reserved_late,
       hs_record_set_int (ROW (d, RESERVATION, 0), HS_RESERVATION_TO, DAY (2027, 8, 1)))
EMPTY (not_reserved, RESERVATION)
/* 111222333 passes the eleven test; 123456789 does not. */
SPOIL (citizen_number,
       hs_record_set_text (ROW (d, TASK, 0), HS_TASK_TEXT, "Bel over 1112.22.333 op tijd"))
SPOIL (client_name, hs_record_set_text (ROW (d, ASSIGNMENT, 0), HS_ASSIGNMENT_SITUATION,
                                        "Op kamer 12 woont iemand die graag danst"))

static void
later_sheet (HsDossier *d, HsSheetStatus status)
{
  hs_record_set_int (d->agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_AGREED);
  hs_record_set_int (d->sheet, HS_SHEET_NUMBER, 2);
  hs_record_set_int (d->sheet, HS_SHEET_STATUS, status);
}
SPOIL (sheet_without_reason, later_sheet (d, HS_SHEET_STATUS_DRAFT))
SPOIL (sheet_fixed, later_sheet (d, HS_SHEET_STATUS_FIXED))
SPOIL (sheet_correction, later_sheet (d, HS_SHEET_STATUS_FIXED);
       add_row (d, make (HS_KIND_CONSENT, HS_CONSENT_SHEET, ID (d->sheet), HS_CONSENT_SIGNER,
                         N (HS_SIGNER_HOST), HS_CONSENT_CORRECTION, "Datum", -1)))
SPOIL (sheet_sent, later_sheet (d, HS_SHEET_STATUS_FIXED);
       add_row (d, make (HS_KIND_DELIVERY, HS_DELIVERY_SHEET, ID (d->sheet), HS_DELIVERY_SENT_ON,
                         DAY (2027, 1, 11), -1)))

typedef struct
{
  const char *code;
  const char *name;
  Spoil spoil;
  HsSeverity severity;
  HsKindId kind;
  int field;
} Case;

#define BLOCKING HS_SEVERITY_BLOCKING
#define WARNING HS_SEVERITY_WARNING
#define TIP HS_SEVERITY_TIP
#define OF_SHEET(field) HS_KIND_SHEET, HS_SHEET_##field
#define OF(kind, field) HS_KIND_##kind, HS_##kind##_##field
#define WHOLE(kind) HS_KIND_##kind, -1

/* clang-format off */
static const Case cases[] = {
  { "WEB-7.2.9-PARTIES", "no host", no_host, BLOCKING, OF (AGREEMENT, HOST) },
  { "WEB-7.2.10-PROGRAMME", "no enrolment", no_enrolment, BLOCKING, OF (AGREEMENT, ENROLMENT) },
  { "WEB-7.2.10", "requested", requested, BLOCKING, OF (AGREEMENT, HOST) },
  { "WEB-7.2.10", "other crebo", other_crebo, BLOCKING, OF (AGREEMENT, HOST) },
  { "WEB-7.2.10", "from a later day", not_yet, BLOCKING, OF (AGREEMENT, HOST) },
  { "WEB-7.2.10", "none", none, BLOCKING, OF (AGREEMENT, HOST) },
  { "WEB-7.2.10-END", "ends midway", ends_midway, WARNING, OF_SHEET (END) },
  { "WEB-7.2.8-A", "no start", no_start, BLOCKING, OF_SHEET (START) },
  { "WEB-7.2.8-A", "no end", no_end, BLOCKING, OF_SHEET (END) },
  { "WEB-7.2.8-A", "no total", no_total, BLOCKING, OF_SHEET (TOTAL_MINUTES) },
  { "WEB-7.2.8-A", "no spread", no_spread, BLOCKING, WHOLE (SPREAD) },
  { "WEB-7.2.8-ORDER", "end first", end_first, BLOCKING, OF_SHEET (END) },
  { "WEB-7.2.8-B", "no guidance", no_guidance, BLOCKING, OF_SHEET (GUIDANCE) },
  { "WEB-7.2.8-B", "no supervisor", no_supervisor, BLOCKING, OF_SHEET (SUPERVISOR) },
  { "WEB-7.2.8-C", "no parts", no_parts, BLOCKING, OF_SHEET (QUALIFICATION_PARTS) },
  { "WEB-7.2.8-C", "no assessment", no_assessment, BLOCKING, OF_SHEET (ASSESSMENT) },
  { "WEB-7.2.8-D", "no ending", no_ending, BLOCKING, OF_SHEET (ENDING) },
  { "WEB-7.2.7", "few hours", few_hours, WARNING, OF_SHEET (HOURS_JUSTIFICATION) },
  { "SIGN-BIRTH-DATE", "no birth date", no_birth_date, BLOCKING, OF (STUDENT, BIRTH_DATE) },
  { "SIGN-GUARDIAN", "minor", minor, BLOCKING, WHOLE (GUARDIAN) },
  { "SIGN-MANDATE", "no mandate", no_mandate, WARNING, OF (AGREEMENT, HOST) },
  { "SIGN-IN-TIME", "14 days before", soon, WARNING, OF_SHEET (START) },
  { "SIGN-IN-TIME", "started", started, BLOCKING, OF_SHEET (START) },
  { "BBL-CONTRACT", "BBL", bbl, WARNING, OF (AGREEMENT, EMPLOYMENT_CONTRACT) },
  { "BBL-EMPLOYER", "other employer", other_employer, WARNING, OF (AGREEMENT, HOST) },
  { "SHEET-PARTIES", "other location", other_location, BLOCKING, OF_SHEET (LOCATION) },
  { "SHEET-EFFECTIVE", "no reason", sheet_without_reason, BLOCKING, OF_SHEET (CHANGE_REASON) },
  { "SHEET-DELIVERY", "not sent", sheet_fixed, BLOCKING, WHOLE (DELIVERY) },
  { "SHEET-CONSENT", "no consent", sheet_fixed, BLOCKING, WHOLE (CONSENT) },
  { "SHEET-CORRECTION", "not answered", sheet_correction, BLOCKING, OF (CONSENT, CORRECTION) },
  { "SHEET-CORRECTION-TERM", "sent", sheet_sent, TIP, WHOLE (SHEET) },
  { "WEB-7.2.9-REPLACE", "fell away", replacement, WARNING, OF (REPLACEMENT, SBB_CONSULTED_ON) },
  { "WEB-7.2.9-GUIDANCE", "leaves", leaves, WARNING, OF_SHEET (SUPERVISOR) },
  { "START-CONDITION", "VOG", condition, WARNING, OF (CONDITION, SATISFIED) },
  { "HOURS-SPREAD", "short", spread_short, BLOCKING, OF (SPREAD, MINUTES) },
  { "HOURS-YEARS", "other year", spread_year, WARNING, OF (SPREAD, YEAR) },
  { "HOURS-CALENDAR", "off", total_off, WARNING, OF_SHEET (TOTAL_MINUTES) },
  { "HOURS-PATTERN", "no weekdays", no_weekdays, TIP, OF_SHEET (WEEKDAYS) },
  { "HOURS-LONG", "13 hours", long_day, WARNING, OF_SHEET (MINUTES_DAY) },
  { "HOURS-MINOR", "nights", minor_night, WARNING, OF_SHEET (SHIFTS) },
  { "HOURS-SCHOOL-DAY", "Monday", school_day, WARNING, OF_SHEET (SCHOOL_DAYS) },
  { "HOURS-RANGE", "outside", interruption, WARNING, OF (INTERRUPTION, FROM) },
  { "HOURS-OVERLAP", "two places", overlap, WARNING, OF_SHEET (START) },
  { "HOURS-ENROLMENT", "after the end", too_late, WARNING, OF_SHEET (END) },
  { "THEME-DISCUSSED", "student", not_discussed, BLOCKING, OF (THEME, STUDENT_STATUS) },
  { "THEME-AGREED", "host", not_agreed, BLOCKING, OF (THEME, HOST_STATUS) },
  { "TASK-OWNER", "nobody", task_of_nobody, WARNING, OF (TASK, DOES) },
  { "CLAUSE-OWNER", "nobody", clause_of_nobody, TIP, OF (CLAUSE, PARTY) },
  { "CONTACT-THREE", "two", two_contacts, WARNING, OF (CONTACT, KIND) },
  { "CONTACT-DAY", "outside", contact_outside, WARNING, OF (CONTACT, DATE) },
  { "CONTACT-CONFLICT", "holiday", contact_holiday, WARNING, OF (CONTACT, DATE) },
  { "CONTACT-CONFLICT", "weekend", contact_weekend, TIP, OF (CONTACT, DATE) },
  { "CONTACT-CONFLICT", "absent", contact_absent, WARNING, OF (CONTACT, DATE) },
  { "GUIDANCE-HOURS", "none", no_guidance_hours, WARNING, OF_SHEET (GUIDANCE_MINUTES) },
  { "GUIDANCE-STAND-IN", "none", no_stand_in, TIP, OF_SHEET (STAND_IN) },
  { "GUIDANCE-REFLECTION", "none", no_peers, TIP, WHOLE (PEER) },
  { "ONBOARDING-STEPS", "none", no_steps, WARNING, WHOLE (STEP) },
  { "ONBOARDING-LATE", "late", late_step, WARNING, OF (STEP, DAY) },
  { "MATERIAL-LINK", "dead", dead_link, WARNING, OF (PREPARATION, LINK) },
  { "MATERIAL-LATE", "late", late_material, WARNING, OF (PREPARATION, FINISH_BY) },
  { "NOTE-OPEN", "open", open_note, TIP, OF (NOTE, TEXT) },
  { "PLACE-EXCLUDED", "excluded", excluded, BLOCKING, OF (AGREEMENT, HOST) },
  { "PLACE-VACANCY", "level", vacancy_level, WARNING, OF (AGREEMENT, VACANCY) },
  { "PLACE-VACANCY", "crebo", vacancy_crebo, WARNING, OF (AGREEMENT, VACANCY) },
  { "PLACE-PERIOD", "late", vacancy_late, WARNING, OF_SHEET (START) },
  { "PLACE-ROOM", "full", vacancy_full, WARNING, OF (AGREEMENT, VACANCY) },
  { "SUPERVISOR-LIMIT", "full", supervisor_full, WARNING, OF_SHEET (SUPERVISOR) },
  { "SUPERVISOR-FIT", "days", supervisor_days, WARNING, OF_SHEET (SUPERVISOR) },
  { "PEOPLE-KNOWN", "no teacher", no_teacher, TIP, OF_SHEET (TEACHER) },
  { "LIABILITY", "nobody", no_insurance, TIP, OF_SHEET (LIABILITY) },
  { "TECH-ANY", "none", no_assignment, WARNING, WHOLE (ASSIGNMENT) },
  { "TECH-NEED", "no need", no_need, BLOCKING, OF (ASSIGNMENT, NEED) },
  { "TECH-NEED", "not confirmed", unconfirmed, BLOCKING, OF (ASSIGNMENT, NEED_CONFIRMED_BY) },
  { "TECH-NEED-DAY", "tomorrow", need_in_future, WARNING, OF (ASSIGNMENT, NEED_CONFIRMED_ON) },
  { "TECH-FALLBACK", "none", no_fallback, BLOCKING, OF (ASSIGNMENT, FALLBACK) },
  { "TECH-CRITERIA", "none", no_criteria, WARNING, WHOLE (CRITERION) },
  { "TECH-DESIGN", "no situation", no_situation, TIP, OF (ASSIGNMENT, SITUATION) },
  { "TECH-COMPETENCES", "none", no_competences, TIP, OF (ASSIGNMENT, COMPETENCES) },
  { "TECH-COACH", "no hours", no_coach_hours, WARNING, OF_SHEET (DIGICOACH_MINUTES) },
  { "COACH-LIMIT", "full", coach_full, WARNING, OF_SHEET (DIGICOACH) },
  { "COACH-TRAINED", "not", coach_untrained, TIP, OF_SHEET (DIGICOACH) },
  { "TECH-FIRST-USE", "late", first_use_late, WARNING, OF (ASSIGNMENT, FIRST_USE) },
  { "ITEM-STATE", "repair", in_repair, WARNING, OF (RESERVATION, ITEM) },
  { "ITEM-ROOM", "double", item_double, WARNING, OF (RESERVATION, ITEM) },
  { "ITEM-PLACE", "elsewhere", item_elsewhere, WARNING, OF (RESERVATION, ITEM) },
  { "ITEM-MAINTENANCE", "due", maintenance, WARNING, OF (RESERVATION, ITEM) },
  { "ITEM-SAFETY", "unsafe", unsafe, WARNING, OF (RESERVATION, ITEM) },
  { "ITEM-PERIOD", "late", reserved_late, WARNING, OF (RESERVATION, FROM) },
  { "ITEM-RESERVED", "none", not_reserved, TIP, WHOLE (RESERVATION) },
  { "PRIVACY-BSN", "number", citizen_number, WARNING, OF (TASK, TEXT) },
  { "PRIVACY-CLIENT", "room", client_name, WARNING, OF (ASSIGNMENT, SITUATION) },
};
/* clang-format on */

static void
test_whole (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autoptr (GPtrArray) findings = hs_rules_run (dossier);

  for (guint i = 0; i < findings->len; i++)
    {
      const HsFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", finding->code, finding->message);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static const HsFinding *
find (GPtrArray *findings, const Case *test)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HsFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->code, test->code) && finding->kind == test->kind
          && finding->field == test->field)
        return finding;
    }
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autoptr (GPtrArray) findings = NULL;
  const HsFinding *finding;

  test->spoil (dossier);
  findings = hs_rules_run (dossier);
  finding = find (findings, test);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, test->severity);
  g_assert_cmpuint (strlen (finding->message), >, 10);
  g_assert_nonnull (finding->source);
  if (test->field >= 0 && test->kind != HS_KIND_CONTACT && test->kind != HS_KIND_SPREAD)
    g_assert_nonnull (finding->uid);
  for (guint i = 1; i < findings->len; i++)
    g_assert_cmpint (((HsFinding *) g_ptr_array_index (findings, i - 1))->severity, <=,
                     ((HsFinding *) g_ptr_array_index (findings, i))->severity);
}

/* Every rule of the table has a case, and every code is there once. */
static void
test_all_covered (void)
{
  guint n;
  const HsRule *const *rules = hs_rules_all (&n);

  g_assert_cmpuint (n, >=, 40);
  for (guint i = 0; i < n; i++)
    {
      gboolean covered = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        covered = covered || g_str_equal (cases[k].code, rules[i]->code);
      if (!covered)
        g_test_message ("no case for %s", rules[i]->code);
      g_assert_true (covered);
      g_assert_true (hs_rule_find (rules[i]->code) == rules[i]);
    }
}

/* What only looks like it is not found. */
static void
test_privacy_not_found (void)
{
  static const char *const texts[] = {
    "Bel 0612345678 of 050-1234567",     "Ordernummer 123456789",       "Van 12-03-2027 tot 14-03",
    "De kamers zijn op de eerste etage", "Samen met de heren en dames", "Bewoners met dementie",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HsDossier) dossier = whole_dossier ();
      g_autoptr (GPtrArray) findings = NULL;

      hs_record_set_text (ROW (dossier, ASSIGNMENT, 0), HS_ASSIGNMENT_NEED, texts[i]);
      findings = hs_rules_run (dossier);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

/* WEB 7.2.7: a tip and not a warning when fewer hours are justified, or when there are years to
 * come; entree has no minimum. */
static void
test_minimum (void)
{
  g_autoptr (HsDossier) dossier = whole_dossier ();
  g_autoptr (GPtrArray) justified = NULL;
  g_autoptr (GPtrArray) entree = NULL;

  few_hours (dossier);
  hs_record_set_text (dossier->sheet, HS_SHEET_HOURS_JUSTIFICATION, "Vrijstelling");
  justified = hs_rules_run (dossier);
  g_assert_cmpuint (justified->len, ==, 1);
  g_assert_cmpint (((HsFinding *) g_ptr_array_index (justified, 0))->severity, ==, HS_SEVERITY_TIP);
  hs_record_set_int (dossier->programme, HS_PROGRAMME_LEVEL, HS_LEVEL_1);
  hs_record_set_int (dossier->vacancy, HS_VACANCY_LEVELS, 0);
  entree = hs_rules_run (dossier);
  g_assert_cmpuint (entree->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/whole", test_whole);
  g_test_add_func ("/rules/covered", test_all_covered);
  g_test_add_func ("/rules/privacy-not-found", test_privacy_not_found);
  g_test_add_func ("/rules/minimum", test_minimum);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s", cases[i].code, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
