/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who take part, in the canonical form: no more of people than the agreement needs. The host learns
 * whether the student is a minor and not when the student was born; guardians are named only for a
 * minor. */

#include "hs-canonical-private.h"

#define END HS_CANONICAL_END

static const guint person[] = { HS_PERSON_EMAIL, HS_PERSON_PHONE, END };
static const guint student[] = { HS_STUDENT_NUMBER, HS_STUDENT_EMAIL, HS_STUDENT_PHONE, END };
static const guint school[] = { HS_ORGANISATION_BRIN, HS_ORGANISATION_ADDRESS,
                                HS_ORGANISATION_POSTCODE, HS_ORGANISATION_PLACE, END };
static const guint host[] = { HS_ORGANISATION_KVK,     HS_ORGANISATION_SBB_ID,
                              HS_ORGANISATION_ADDRESS, HS_ORGANISATION_POSTCODE,
                              HS_ORGANISATION_PLACE,   END };
static const guint location[] = { HS_LOCATION_ADDRESS, HS_LOCATION_POSTCODE, HS_LOCATION_PLACE,
                                  END };
static const guint team[] = { HS_TEAM_TARGET_GROUP, END };
static const guint programme[] = { HS_PROGRAMME_CREBO, HS_PROGRAMME_VERSION, END };
static const guint guardian[] = { HS_GUARDIAN_RELATION, END };

/* The programme with its level as a number and the learning route of the enrolment. */
static gboolean
add_programme (const HsDossier *dossier, json_t *parties, GError **error)
{
  json_t *object;

  if (!hs_canonical_add_named (dossier, parties, "programme", dossier->programme, programme, error))
    return FALSE;
  object = json_object_get (parties, "programme");
  if (object == NULL)
    return TRUE;
  if (hs_record_has (dossier->programme, HS_PROGRAMME_LEVEL))
    json_object_set_new (object, "level",
                         json_string (hs_record_code (dossier->programme, HS_PROGRAMME_LEVEL)));
  if (dossier->enrolment != NULL && hs_record_has (dossier->enrolment, HS_ENROLMENT_ROUTE))
    json_object_set_new (
        object, "route",
        json_string (hs_choice_dutch (
            HS_CHOICES_ROUTE, (guint) hs_record_int (dossier->enrolment, HS_ENROLMENT_ROUTE))));
  return TRUE;
}

/* On the day the sheet was drawn up; left out when the birth date is not known. */
static gboolean
add_minor (const HsDossier *dossier, json_t *parties, GError **error)
{
  HsDay day = hs_record_has (dossier->sheet, HS_SHEET_DRAWN_UP)
                  ? (HsDay) hs_record_int (dossier->sheet, HS_SHEET_DRAWN_UP)
                  : dossier->facts.today;
  int minor = hs_dossier_minor_on (dossier, day);
  json_t *list;

  if (minor < 0)
    return TRUE;
  json_object_set_new (parties, "minor", json_boolean (minor));
  if (minor == 0 || dossier->guardians->len == 0)
    return TRUE;
  list = json_array ();
  json_object_set_new (parties, "guardian", list);
  for (guint i = 0; i < dossier->guardians->len; i++)
    {
      json_t *holder = json_object ();
      gboolean added = hs_canonical_add_named (
          dossier, holder, "guardian", g_ptr_array_index (dossier->guardians, i), guardian, error);

      json_array_append (list, json_object_get (holder, "guardian"));
      json_decref (holder);
      if (!added)
        return FALSE;
    }
  return TRUE;
}

gboolean
hs_canonical_add_parties (const HsDossier *dossier, json_t *root, GError **error)
{
  json_t *parties = json_object ();
  const struct
  {
    const char *name;
    const HsRecord *record;
    const guint *fields;
  } named[] = {
    { "student", dossier->student, student },  { "school", dossier->school, school },
    { "host", dossier->host, host },           { "location", dossier->location, location },
    { "team", dossier->team, team },           { "supervisor", dossier->supervisor, person },
    { "stand_in", dossier->stand_in, person }, { "trainer", dossier->trainer, person },
    { "teacher", dossier->teacher, person },   { "digicoach", dossier->digicoach, person },
  };

  json_object_set_new (root, "parties", parties);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (!hs_canonical_add_named (dossier, parties, named[i].name, named[i].record, named[i].fields,
                                 error))
      return FALSE;
  return add_programme (dossier, parties, error) && add_minor (dossier, parties, error);
}
