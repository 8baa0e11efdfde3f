/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier in memory in which nothing is missing: no rule finds anything in it. Tests take one
 * thing away or make one thing wrong. */
#pragma once

#include "hs-dossier.h"
#include "hs-permission.h"

/* A record with an id that is unique in the process and fields given as index, value, …, -1: a
 * text when the field is a text. (transfer full) */
static inline HsRecord *
make (HsKindId kind, ...)
{
  static gint64 next_id = 1;
  HsRecord *record = hs_record_new (kind);
  g_autofree char *uid = NULL;
  va_list arguments;
  int field;

  uid = g_strdup_printf ("%s-%016d", hs_kind (kind)->prefix, (int) next_id);
  hs_record_set_identity (record, next_id++, uid, 1, 1, 0);
  va_start (arguments, kind);
  while ((field = va_arg (arguments, int)) >= 0)
    {
      HsType type = hs_kind (kind)->fields[field].type;

      if (type == HS_TYPE_TEXT || type == HS_TYPE_LONG_TEXT)
        hs_record_set_text (record, (guint) field, va_arg (arguments, const char *));
      else
        hs_record_set_int (record, (guint) field, va_arg (arguments, gint64));
    }
  va_end (arguments);
  return record;
}

#define N(value) ((gint64) (value))
#define ID(record) hs_record_id (record)
#define DAY(year, month, day) N (hs_day (year, month, day))
#define ROW(dossier, kind, index)                                                                  \
  ((HsRecord *) g_ptr_array_index ((dossier)->rows[HS_KIND_##kind], index))

static inline HsRecord *
add_row (HsDossier *dossier, HsRecord *row)
{
  int parent = hs_kind_parent_field (hs_record_kind (row));

  hs_record_set_int (row, (guint) parent,
                     hs_record_kind (row)->fields[parent].target == HS_KIND_SHEET
                         ? ID (dossier->sheet)
                         : ID (dossier->agreement));
  g_ptr_array_add (dossier->rows[hs_record_kind_id (row)], row);
  return row;
}

static inline HsRecord *
make_person (HsRecord *organisation, const char *name)
{
  return make (HS_KIND_PERSON, HS_PERSON_ORGANISATION, ID (organisation), HS_PERSON_LAST_NAME, name,
               HS_PERSON_EMAIL, "iemand@zorg.example", HS_PERSON_COACH_TRAINED, N (1), -1);
}

static inline void
whole_parties (HsDossier *dossier)
{
  dossier->school = make (HS_KIND_ORGANISATION, HS_ORGANISATION_NAME, "ROC De Brug",
                          HS_ORGANISATION_BRIN, "25LX", -1);
  dossier->host = make (HS_KIND_ORGANISATION, HS_ORGANISATION_NAME, "Zorggroep Zonnehof",
                        HS_ORGANISATION_KVK, "12345678", -1);
  dossier->programme =
      make (HS_KIND_PROGRAMME, HS_PROGRAMME_CREBO, "25655", HS_PROGRAMME_NAME, "Verzorgende IG",
            HS_PROGRAMME_LEVEL, N (HS_LEVEL_3), HS_PROGRAMME_YEARS, N (3), -1);
  dossier->student = make (HS_KIND_STUDENT, HS_STUDENT_FIRST_NAME, "Sanne", HS_STUDENT_LAST_NAME,
                           "Jansen", HS_STUDENT_NUMBER, "S0412345", HS_STUDENT_SCHOOL,
                           ID (dossier->school), HS_STUDENT_BIRTH_DATE, DAY (2006, 5, 14), -1);
  dossier->enrolment =
      make (HS_KIND_ENROLMENT, HS_ENROLMENT_STUDENT, ID (dossier->student), HS_ENROLMENT_PROGRAMME,
            ID (dossier->programme), HS_ENROLMENT_ROUTE, N (HS_ROUTE_BOL), HS_ENROLMENT_START,
            DAY (2024, 8, 1), HS_ENROLMENT_EXPECTED_END, DAY (2027, 7, 31), -1);
  dossier->location = make (HS_KIND_LOCATION, HS_LOCATION_ORGANISATION, ID (dossier->host),
                            HS_LOCATION_NAME, "De Linde", -1);
  dossier->vacancy =
      make (HS_KIND_VACANCY, HS_VACANCY_LOCATION, ID (dossier->location), HS_VACANCY_CREBOS,
            "25655, 25656", HS_VACANCY_LEVELS, N (1 << HS_LEVEL_3), HS_VACANCY_ROUTES,
            N (1 << HS_ROUTE_BOL), HS_VACANCY_START, DAY (2027, 1, 1), HS_VACANCY_END,
            DAY (2027, 7, 31), -1);
  dossier->supervisor = make_person (dossier->host, "El Idrissi");
  dossier->stand_in = make_person (dossier->host, "Smit");
  dossier->trainer = make_person (dossier->host, "Visser");
  dossier->teacher = make_person (dossier->school, "Bakker");
  dossier->digicoach = make_person (dossier->host, "De Groot");
}

static inline void
whole_sheet (HsDossier *dossier)
{
  dossier->agreement = make (HS_KIND_AGREEMENT, HS_AGREEMENT_NUMBER, "2027-00012",
                             HS_AGREEMENT_STATE, N (HS_AGREEMENT_STATE_DRAFT), HS_AGREEMENT_STUDENT,
                             ID (dossier->student), HS_AGREEMENT_ENROLMENT, ID (dossier->enrolment),
                             HS_AGREEMENT_SCHOOL, ID (dossier->school), HS_AGREEMENT_HOST,
                             ID (dossier->host), HS_AGREEMENT_VACANCY, ID (dossier->vacancy), -1);
  /* 21 weeks of three days less Easter Monday, King's Day, Ascension Day and Whit Monday. */
  dossier->sheet = make (
      HS_KIND_SHEET, HS_SHEET_AGREEMENT, ID (dossier->agreement), HS_SHEET_NUMBER, N (1),
      HS_SHEET_STATUS, N (HS_SHEET_STATUS_DRAFT), HS_SHEET_DRAWN_UP, DAY (2027, 1, 11),
      HS_SHEET_EFFECTIVE_FROM, DAY (2027, 2, 1), HS_SHEET_LOCATION, ID (dossier->location),
      HS_SHEET_SUPERVISOR, ID (dossier->supervisor), HS_SHEET_STAND_IN, ID (dossier->stand_in),
      HS_SHEET_TRAINER, ID (dossier->trainer), HS_SHEET_TEACHER, ID (dossier->teacher),
      HS_SHEET_DIGICOACH, ID (dossier->digicoach), HS_SHEET_DIGICOACH_MINUTES, N (120),
      HS_SHEET_START, DAY (2027, 2, 1), HS_SHEET_END, DAY (2027, 6, 25), HS_SHEET_TOTAL_MINUTES,
      N (59 * 480), HS_SHEET_MINUTES_DAY, N (480), HS_SHEET_WEEKDAYS, N (0x0b),
      HS_SHEET_QUALIFICATION_PARTS, "B1-K1", HS_SHEET_ASSESSMENT, "Samen beoordelen",
      HS_SHEET_GUIDANCE, "Elke week een gesprek", HS_SHEET_GUIDANCE_MINUTES, N (60),
      HS_SHEET_ENDING, "Na een gesprek", HS_SHEET_LIABILITY, N (HS_WHO_INSURES_HOST), -1);
  g_ptr_array_add (dossier->sheets, hs_record_ref (dossier->sheet));
}

static inline void
whole_themes (HsDossier *dossier)
{
  for (gint64 theme = 0; theme <= HS_THEME_ASSIGNMENT; theme++)
    add_row (dossier,
             make (HS_KIND_THEME, HS_THEME_THEME, theme, HS_THEME_SCHOOL_STATUS,
                   N (HS_THEME_STATUS_AGREED), HS_THEME_HOST_STATUS, N (HS_THEME_STATUS_AGREED),
                   HS_THEME_STUDENT_STATUS, N (HS_THEME_STATUS_AGREED), -1));
  add_row (dossier,
           make (HS_KIND_SPREAD, HS_SPREAD_YEAR, N (2026), HS_SPREAD_MINUTES, N (59 * 480), -1));
  add_row (dossier, make (HS_KIND_TASK, HS_TASK_CODE, "choose", HS_TASK_TEXT, "Kiezen",
                          HS_TASK_DOES, N (HS_PARTY_SUPERVISOR), HS_TASK_POSITION, N (1), -1));
  add_row (dossier, make (HS_KIND_CLAUSE, HS_CLAUSE_THEME, N (0), HS_CLAUSE_TEXT, "Samen",
                          HS_CLAUSE_PARTY, N (HS_PARTY_HOST), -1));
  for (gint64 kind = HS_CONTACT_KIND_START; kind <= HS_CONTACT_KIND_END; kind++)
    add_row (dossier, make (HS_KIND_CONTACT, HS_CONTACT_KIND, kind, HS_CONTACT_DATE,
                            DAY (2027, 2 + (int) kind * 2, 8), HS_CONTACT_TITLE, "Gesprek",
                            HS_CONTACT_TIME, N (570), -1));
  add_row (dossier, make (HS_KIND_PEER, HS_PEER_KIND, N (HS_PEER_KIND_PEER), HS_PEER_DATE,
                          DAY (2027, 3, 10), -1));
  add_row (dossier, make (HS_KIND_PROMPT, HS_PROMPT_TEXT, "Wat verbaasde je?", -1));
  add_row (dossier, make (HS_KIND_STEP, HS_STEP_CODE, "tour", HS_STEP_DAY, N (0), HS_STEP_TEXT,
                          "Rondleiding", HS_STEP_PARTY, N (HS_PARTY_SUPERVISOR), -1));
  add_row (dossier, make (HS_KIND_PREPARATION, HS_PREPARATION_TITLE, "Toolkit",
                          HS_PREPARATION_FINISH_BY, DAY (2027, 2, 1), -1));
}

static inline void
whole_assignment (HsDossier *dossier)
{
  HsRecord *technology = make (HS_KIND_TECHNOLOGY, HS_TECHNOLOGY_NAME, "Tovertafel",
                               HS_TECHNOLOGY_INSTRUCTION_NEEDED, N (1), -1);
  HsRecord *item = make (HS_KIND_ITEM, HS_ITEM_LOCATION, ID (dossier->location), HS_ITEM_TECHNOLOGY,
                         ID (technology), HS_ITEM_NAME, "Tovertafel huiskamer", HS_ITEM_STATE,
                         N (HS_ITEM_STATE_IN_USE), -1);
  HsRecord *assignment = add_row (
      dossier,
      make (HS_KIND_ASSIGNMENT, HS_ASSIGNMENT_TITLE, "Samen bewegen", HS_ASSIGNMENT_TECHNOLOGY,
            ID (technology), HS_ASSIGNMENT_NEED, "Bewoners zitten veel stil",
            HS_ASSIGNMENT_NEED_CONFIRMED_BY, "Mevrouw El Idrissi", HS_ASSIGNMENT_NEED_CONFIRMED_ON,
            DAY (2027, 1, 8), HS_ASSIGNMENT_SITUATION, "Huiskamer", HS_ASSIGNMENT_OUTCOME,
            "Begeleidt een groep", HS_ASSIGNMENT_HOW, "Voordoen", HS_ASSIGNMENT_FIRST_USE,
            DAY (2027, 3, 1), HS_ASSIGNMENT_COMPETENCES, N (3), HS_ASSIGNMENT_WORK_PROCESSES,
            "B1-K1-W2", HS_ASSIGNMENT_FALLBACK, "Muziek", -1));
  gint64 peak = 1, limit = 1;

  for (gint64 kind = 0; kind < 2; kind++)
    add_row (dossier,
             make (HS_KIND_CRITERION, HS_CRITERION_ASSIGNMENT, ID (assignment), HS_CRITERION_TEXT,
                   kind == 0 ? "Kiest een spel" : "Doet het alleen", HS_CRITERION_KIND, kind, -1));
  add_row (dossier, make (HS_KIND_RESERVATION, HS_RESERVATION_ASSIGNMENT, ID (assignment),
                          HS_RESERVATION_ITEM, ID (item), HS_RESERVATION_FROM, DAY (2027, 3, 1),
                          HS_RESERVATION_TO, DAY (2027, 5, 1), HS_RESERVATION_QUANTITY, N (1), -1));
  g_array_append_val (dossier->facts.item_peaks, peak);
  g_array_append_val (dossier->facts.item_limits, limit);
  hs_dossier_add_other (dossier, technology);
  hs_dossier_add_other (dossier, item);
  hs_record_unref (technology);
  hs_record_unref (item);
}

static inline void
whole_facts (HsDossier *dossier)
{
  HsRecord *const signers[] = { dossier->teacher, dossier->trainer };
  HsRecord *const organisations[] = { dossier->school, dossier->host };

  dossier->facts.today = hs_day (2027, 1, 11);
  dossier->facts.other_minutes = 600 * 60;
  g_ptr_array_add (dossier->facts.recognitions,
                   make (HS_KIND_RECOGNITION, HS_RECOGNITION_HOST, ID (dossier->host),
                         HS_RECOGNITION_CREBO, "25655", HS_RECOGNITION_STATUS,
                         N (HS_RECOGNITION_STATUS_VERIFIED), HS_RECOGNITION_FROM, DAY (2020, 1, 1),
                         -1));
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (dossier->facts.mandates,
                     make (HS_KIND_MANDATE, HS_MANDATE_PERSON, ID (signers[i]),
                           HS_MANDATE_ORGANISATION, ID (organisations[i]), HS_MANDATE_FROM,
                           DAY (2026, 8, 1), -1));
}

/* (transfer full) */
static inline HsDossier *
whole_dossier (void)
{
  HsDossier *dossier = hs_dossier_new ();

  whole_parties (dossier);
  whole_sheet (dossier);
  whole_themes (dossier);
  whole_assignment (dossier);
  whole_facts (dossier);
  return dossier;
}

static inline HsActor
actor_of (HsRecord *record, guint roles, HsRecord *organisation, HsOrganisationKind side)
{
  HsKindId kind = hs_record_kind_id (record);

  return (HsActor){ .kind = kind,
                    .id = ID (record),
                    .uid = (char *) hs_record_uid (record),
                    .name = (char *) "Naam",
                    .organisation = ID (organisation),
                    .side = side,
                    .roles = roles,
                    .student = kind == HS_KIND_STUDENT ? ID (record) : 0 };
}
