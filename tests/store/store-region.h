/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A region of any size for measuring: usual agreements with some 60 rows each. */
#pragma once

#include "store-world.h"

/* Rows of an agreement: kind, how many. Their texts and dates are filled in by type. */
static const struct
{
  HsKindId kind;
  guint n;
} region_rows[] = {
  { HS_KIND_THEME, 5 },     { HS_KIND_CLAUSE, 5 },      { HS_KIND_TASK, 10 },
  { HS_KIND_CONTACT, 3 },   { HS_KIND_PEER, 2 },        { HS_KIND_PROMPT, 3 },
  { HS_KIND_STEP, 8 },      { HS_KIND_PREPARATION, 3 }, { HS_KIND_ASSIGNMENT, 1 },
  { HS_KIND_CRITERION, 4 }, { HS_KIND_RESERVATION, 1 }, { HS_KIND_SPREAD, 2 },
  { HS_KIND_CONDITION, 3 }, { HS_KIND_SIGNOFF, 3 },     { HS_KIND_NOTE, 1 },
};

typedef struct
{
  World world;
  gint64 references[HS_N_KINDS]; /* a record of each kind that rows refer to */
} Region;

/* A value as it could stand there; @i makes rows differ. */
static inline void
region_fill_field (HsRecord *row, guint field, guint i, HsDay start)
{
  const HsField *description = &hs_record_kind (row)->fields[field];

  switch (description->type)
    {
    case HS_TYPE_TEXT:
      hs_record_set_text (row, field, "Introductie van de Tovertafel");
      break;
    case HS_TYPE_LONG_TEXT:
      hs_record_set_text (row, field,
                          "De student oefent eerst zelf met het apparaat en daarna samen met de "
                          "werkbegeleider. Aan het eind vertelt de student aan het team wat goed "
                          "ging en wat nog lastig is.");
      break;
    case HS_TYPE_CHOICE:
      hs_record_set_int (row, field, i % hs_field_n_choices (description));
      break;
    case HS_TYPE_SET:
    case HS_TYPE_BOOLEAN:
      hs_record_set_int (row, field, 1);
      break;
    case HS_TYPE_DATE:
      hs_record_set_int (row, field, start + (HsDay) (i * 7));
      break;
    case HS_TYPE_TIME:
      hs_record_set_int (row, field, 1801472400);
      break;
    case HS_TYPE_REF:
      break;
    default:
      hs_record_set_int (row, field, i);
    }
}

static inline void
region_add_rows (Region *region, HsRecord *agreement, HsRecord *sheet)
{
  HsDay start = (HsDay) hs_record_int (sheet, HS_SHEET_START);

  for (guint k = 0; k < G_N_ELEMENTS (region_rows); k++)
    for (guint i = 0; i < region_rows[k].n; i++)
      {
        g_autoptr (HsRecord) row = hs_record_new (region_rows[k].kind);
        const HsKind *kind = hs_record_kind (row);

        for (guint j = 0; j < kind->n_fields; j++)
          {
            gint64 reference = kind->fields[j].target == HS_KIND_AGREEMENT
                                   ? hs_record_id (agreement)
                               : kind->fields[j].target == HS_KIND_SHEET
                                   ? hs_record_id (sheet)
                                   : region->references[kind->fields[j].target];

            if (kind->fields[j].type != HS_TYPE_REF)
              region_fill_field (row, j, i, start);
            else if (reference != 0)
              hs_record_set_int (row, j, reference);
          }
        if (kind->id == HS_KIND_RESERVATION)
          hs_record_set_int (row, HS_RESERVATION_TO, start + 70);
        if (kind->id == HS_KIND_SIGNOFF)
          {
            hs_record_set_text (row, HS_SIGNOFF_HASH, hs_record_text (sheet, HS_SHEET_HASH));
            hs_record_unset (row, HS_SIGNOFF_ATTACHMENT);
          }
        hs_test_save (region->world.store, row);
      }
}

/* Events that lead from nothing to agreed. */
static inline void
region_add_events (Region *region, HsRecord *agreement)
{
  static const struct
  {
    HsEventAction action;
    HsAgreementState from;
    HsAgreementState to;
  } events[] = {
    { HS_EVENT_ACTION_PLACE, HS_AGREEMENT_STATE_PROPOSED, HS_AGREEMENT_STATE_PLACED },
    { HS_EVENT_ACTION_START_DRAFT, HS_AGREEMENT_STATE_PLACED, HS_AGREEMENT_STATE_DRAFT },
    { HS_EVENT_ACTION_SUBMIT, HS_AGREEMENT_STATE_DRAFT, HS_AGREEMENT_STATE_REVIEW },
    { HS_EVENT_ACTION_APPROVE, HS_AGREEMENT_STATE_REVIEW, HS_AGREEMENT_STATE_APPROVED },
    { HS_EVENT_ACTION_SEND, HS_AGREEMENT_STATE_APPROVED, HS_AGREEMENT_STATE_OUT },
    { HS_EVENT_ACTION_AGREE, HS_AGREEMENT_STATE_OUT, HS_AGREEMENT_STATE_AGREED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (HsRecord) event = hs_record_new (HS_KIND_EVENT);

      hs_record_set_int (event, HS_EVENT_AGREEMENT, hs_record_id (agreement));
      hs_record_set_int (event, HS_EVENT_AT, 1801472400 + i);
      hs_record_set_int (event, HS_EVENT_ACTION, events[i].action);
      hs_record_set_int (event, HS_EVENT_FROM_STATE, events[i].from);
      hs_record_set_int (event, HS_EVENT_TO_STATE, events[i].to);
      hs_test_save (region->world.store, event);
    }
}

/* A new place for the next few agreements, so that the load is spread as it is in a region. */
static inline void
region_next_place (Region *region, guint i)
{
  World *world = &region->world;
  g_autofree char *name = g_strdup_printf ("Begeleider %u", i);

  hs_record_unref (world->supervisor);
  world->supervisor = world_add (world, HS_KIND_PERSON, HS_PERSON_ORGANISATION, world->host,
                                 HS_PERSON_LAST_NAME, name);
  hs_record_set_int (world->supervisor, HS_PERSON_STUDENT_LIMIT, 3);
  hs_test_save (world->store, world->supervisor);
  if (i % 20 == 0)
    {
      hs_record_unref (world->vacancy);
      world->vacancy = world_add (world, HS_KIND_VACANCY, HS_VACANCY_LOCATION, world->location,
                                  HS_VACANCY_TITLE, name);
      hs_record_unref (world->item);
      world->item = world_add (world, HS_KIND_ITEM, HS_ITEM_LOCATION, world->location,
                               HS_ITEM_ASSET_NUMBER, name);
      region->references[HS_KIND_ITEM] = hs_record_id (world->item);
    }
  if (i % 200 == 0)
    {
      hs_record_unref (world->coach);
      world->coach = world_add (world, HS_KIND_PERSON, HS_PERSON_ORGANISATION, world->host,
                                HS_PERSON_LAST_NAME, name);
    }
}

/* Fills @store with @n agreements; sheets get the text and hash in @canonical when it is given. */
static inline void
region_fill (HsStore *store, guint n, const char *canonical)
{
  Region region = { 0 };
  g_autoptr (HsRecord) material = NULL;
  g_autofree char *hash =
      canonical != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1) : NULL;

  world_init (&region.world, store);
  material = world_add (&region.world, HS_KIND_MATERIAL, 0, NULL, HS_MATERIAL_TITLE, "Les");
  region.references[HS_KIND_MATERIAL] = hs_record_id (material);
  region.references[HS_KIND_TECHNOLOGY] = hs_record_id (region.world.technology);
  region.references[HS_KIND_ITEM] = hs_record_id (region.world.item);
  hs_test_begin (store);
  for (guint i = 0; i < n; i++)
    {
      gint64 enrolment;
      g_autoptr (HsRecord) student = world_student (&region.world, &enrolment);
      g_autoptr (HsRecord) sheet = NULL;
      g_autoptr (HsRecord) agreement = NULL;
      HsDay start = (HsDay) (20850 + i % 10 * 35);

      if (i % 5 == 0)
        region_next_place (&region, i);
      agreement = world_agreement (&region.world, student, enrolment, start, start + 139, &sheet);
      if (canonical != NULL)
        {
          hs_record_set_text (sheet, HS_SHEET_CANONICAL, canonical);
          hs_record_set_text (sheet, HS_SHEET_HASH, hash);
          hs_test_save (store, sheet);
        }
      region_add_rows (&region, agreement, sheet);
      region_add_events (&region, agreement);
    }
  hs_test_commit (store);
  world_clear (&region.world);
}
