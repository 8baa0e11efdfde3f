/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small region for tests: one school, one host with a location, people, things, and agreements
 * with a sheet and rows. */
#pragma once

#include "store-test.h"

typedef struct
{
  HsStore *store;
  HsRecord *school;
  HsRecord *host;
  HsRecord *location;
  HsRecord *programme;
  HsRecord *supervisor;
  HsRecord *coach;
  HsRecord *vacancy;
  HsRecord *technology;
  HsRecord *item;
  guint n_students;
} World;

/* A record with one reference and one text, saved. (transfer full) */
static inline HsRecord *
world_add (World *world, HsKindId kind, guint reference, HsRecord *to, guint field,
           const char *text)
{
  HsRecord *record = hs_record_new (kind);

  if (to != NULL)
    hs_record_set_int (record, reference, hs_record_id (to));
  hs_record_set_text (record, field, text);
  hs_test_save (world->store, record);
  return record;
}

static inline void
world_add_things (World *world)
{
  world->technology =
      world_add (world, HS_KIND_TECHNOLOGY, 0, NULL, HS_TECHNOLOGY_NAME, "Tovertafel");
  world->item = world_add (world, HS_KIND_ITEM, HS_ITEM_LOCATION, world->location,
                           HS_ITEM_ASSET_NUMBER, "T-1");
  hs_record_set_int (world->item, HS_ITEM_TECHNOLOGY, hs_record_id (world->technology));
  hs_record_set_int (world->item, HS_ITEM_QUANTITY, 2);
  hs_record_set_int (world->item, HS_ITEM_SHARING, HS_SHARING_ONE);
  hs_test_save (world->store, world->item);
}

static inline void
world_init (World *world, HsStore *store)
{
  *world = (World){ .store = store };
  hs_test_begin (store);
  world->school = hs_test_organisation (store, "Zorgschool", HS_ORGANISATION_KIND_SCHOOL);
  world->host = hs_test_organisation (store, "Zorggroep Één", HS_ORGANISATION_KIND_HOST);
  world->location = world_add (world, HS_KIND_LOCATION, HS_LOCATION_ORGANISATION, world->host,
                               HS_LOCATION_NAME, "De Linde");
  world->programme =
      world_add (world, HS_KIND_PROGRAMME, 0, NULL, HS_PROGRAMME_NAME, "Verzorgende IG");
  world->supervisor = world_add (world, HS_KIND_PERSON, HS_PERSON_ORGANISATION, world->host,
                                 HS_PERSON_LAST_NAME, "Jansen");
  hs_record_set_int (world->supervisor, HS_PERSON_STUDENT_LIMIT, 2);
  hs_test_save (store, world->supervisor);
  world->coach = world_add (world, HS_KIND_PERSON, HS_PERSON_ORGANISATION, world->host,
                            HS_PERSON_LAST_NAME, "Smit");
  hs_record_set_int (world->coach, HS_PERSON_COACH_MINUTES, 480);
  hs_test_save (store, world->coach);
  world->vacancy = world_add (world, HS_KIND_VACANCY, HS_VACANCY_LOCATION, world->location,
                              HS_VACANCY_TITLE, "Derdejaars op De Linde");
  hs_record_set_int (world->vacancy, HS_VACANCY_LARGEST, 3);
  hs_test_save (store, world->vacancy);
  world_add_things (world);
  hs_test_commit (store);
}

static inline void
world_clear (World *world)
{
  HsRecord *records[] = { world->school,    world->host,       world->location,
                          world->programme, world->supervisor, world->coach,
                          world->vacancy,   world->technology, world->item };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    hs_record_unref (records[i]);
}

/* A student with an enrolment; *@enrolment is the id of that. (transfer full) */
static inline HsRecord *
world_student (World *world, gint64 *enrolment)
{
  g_autofree char *number = g_strdup_printf ("%u", ++world->n_students);
  HsRecord *student = hs_test_student (world->store, world->school, number, "Noor", "Uddin");
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ENROLMENT);

  hs_record_set_int (record, HS_ENROLMENT_STUDENT, hs_record_id (student));
  hs_record_set_int (record, HS_ENROLMENT_PROGRAMME, hs_record_id (world->programme));
  hs_record_set_int (record, HS_ENROLMENT_DONE_MINUTES, 600);
  hs_test_save (world->store, record);
  *enrolment = hs_record_id (record);
  return student;
}

/* A sheet of the world's supervisor, coach and location from @start to @end, both included. */
static inline HsRecord *
world_sheet (World *world, HsRecord *agreement, gint64 number, HsDay start, HsDay end)
{
  HsRecord *sheet = hs_record_new (HS_KIND_SHEET);

  hs_record_set_int (sheet, HS_SHEET_AGREEMENT, hs_record_id (agreement));
  hs_record_set_int (sheet, HS_SHEET_NUMBER, number);
  hs_record_set_int (sheet, HS_SHEET_STATUS, HS_SHEET_STATUS_IN_FORCE);
  hs_record_set_int (sheet, HS_SHEET_START, start);
  hs_record_set_int (sheet, HS_SHEET_END, end);
  hs_record_set_int (sheet, HS_SHEET_LOCATION, hs_record_id (world->location));
  hs_record_set_int (sheet, HS_SHEET_SUPERVISOR, hs_record_id (world->supervisor));
  hs_record_set_int (sheet, HS_SHEET_DIGICOACH, hs_record_id (world->coach));
  hs_record_set_int (sheet, HS_SHEET_DIGICOACH_MINUTES, 600);
  hs_record_set_int (sheet, HS_SHEET_TOTAL_MINUTES, 6000);
  hs_test_save (world->store, sheet);
  hs_record_set_int (agreement, HS_AGREEMENT_SHEET, hs_record_id (sheet));
  hs_test_save (world->store, agreement);
  return sheet;
}

/* An agreed agreement of @student with one sheet, *@sheet (transfer full). (transfer full) */
static inline HsRecord *
world_agreement (World *world, HsRecord *student, gint64 enrolment, HsDay start, HsDay end,
                 HsRecord **sheet)
{
  HsRecord *agreement = hs_record_new (HS_KIND_AGREEMENT);

  hs_record_set_int (agreement, HS_AGREEMENT_STATE, HS_AGREEMENT_STATE_AGREED);
  hs_record_set_int (agreement, HS_AGREEMENT_STUDENT, hs_record_id (student));
  hs_record_set_int (agreement, HS_AGREEMENT_ENROLMENT, enrolment);
  hs_record_set_int (agreement, HS_AGREEMENT_SCHOOL, hs_record_id (world->school));
  hs_record_set_int (agreement, HS_AGREEMENT_HOST, hs_record_id (world->host));
  hs_record_set_int (agreement, HS_AGREEMENT_VACANCY, hs_record_id (world->vacancy));
  hs_test_save (world->store, agreement);
  *sheet = world_sheet (world, agreement, 1, start, end);
  return agreement;
}

/* A reservation of the world's item on @sheet. */
static inline void
world_reserve (World *world, HsRecord *sheet, HsDay from, HsDay to, gint64 quantity)
{
  g_autoptr (HsRecord) row = hs_record_new (HS_KIND_RESERVATION);

  hs_record_set_int (row, HS_RESERVATION_SHEET, hs_record_id (sheet));
  hs_record_set_int (row, HS_RESERVATION_ITEM, hs_record_id (world->item));
  hs_record_set_int (row, HS_RESERVATION_FROM, from);
  hs_record_set_int (row, HS_RESERVATION_TO, to);
  hs_record_set_int (row, HS_RESERVATION_QUANTITY, quantity);
  hs_test_save (world->store, row);
}
