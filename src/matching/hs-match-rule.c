/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hard rules of the matching. */

#include "hs-match-rule.h"

#include <string.h>

typedef gboolean (*HoldsFunc) (const HsMatchWorld *world, const HsMatchStudent *student,
                               const HsMatchVacancy *vacancy);

static const HsMatchProgramme *
programme_of (const HsMatchWorld *world, const HsMatchStudent *student)
{
  return student->programme != HS_NOBODY ? hs_match_programme (world, student->programme) : NULL;
}

static gboolean
holds_number (const GArray *numbers, guint32 wanted)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint32, i) == wanted)
      return TRUE;
  return FALSE;
}

/* A set without any member is no limit. */
static gboolean
set_allows (const HsRecord *record, guint field, gint64 member)
{
  gint64 bits = hs_record_int (record, field);

  return bits == 0 || (member >= 0 && (bits >> member & 1) != 0);
}

static gboolean
is_open (const HsMatchWorld *world, const HsMatchStudent *student, const HsMatchVacancy *vacancy)
{
  gint64 status = hs_record_int (vacancy->record, HS_VACANCY_STATUS);

  return status != HS_VACANCY_STATUS_FULL && status != HS_VACANCY_STATUS_CLOSED
         && (!hs_record_has (vacancy->record, HS_VACANCY_CLOSING_DATE)
             || hs_record_int (vacancy->record, HS_VACANCY_CLOSING_DATE) >= world->today);
}

static gboolean
recognition_covers (const HsRecord *recognition, const HsRecord *programme, HsDay day)
{
  const char *crebo = hs_record_text (recognition, HS_RECOGNITION_CREBO);
  const char *group = hs_record_text (recognition, HS_RECOGNITION_GROUP);

  if (hs_record_int (recognition, HS_RECOGNITION_STATUS) != HS_RECOGNITION_STATUS_VERIFIED)
    return FALSE;
  if ((hs_record_has (recognition, HS_RECOGNITION_FROM)
       && hs_record_int (recognition, HS_RECOGNITION_FROM) > day)
      || (hs_record_has (recognition, HS_RECOGNITION_TO)
          && hs_record_int (recognition, HS_RECOGNITION_TO) < day))
    return FALSE;
  if (crebo != NULL)
    return g_strcmp0 (crebo, hs_record_text (programme, HS_PROGRAMME_CREBO)) == 0;
  return group != NULL && g_strcmp0 (group, hs_record_text (programme, HS_PROGRAMME_GROUP)) == 0;
}

gboolean
hs_match_recognised (const HsMatchWorld *world, guint32 host, guint32 programme, HsDay day)
{
  const GPtrArray *recognitions;

  if (host == HS_NOBODY || programme == HS_NOBODY)
    return FALSE;
  recognitions = hs_match_host (world, host)->recognitions;
  for (guint i = 0; i < recognitions->len; i++)
    if (recognition_covers (g_ptr_array_index (recognitions, i),
                            hs_match_programme (world, programme)->record, day))
      return TRUE;
  return FALSE;
}

static gboolean
is_recognised (const HsMatchWorld *world, const HsMatchStudent *student,
               const HsMatchVacancy *vacancy)
{
  return vacancy->location != HS_NOBODY
         && hs_match_recognised (world, hs_match_location (world, vacancy->location)->host,
                                 student->programme, student->from);
}

static gboolean
is_for_programme (const HsMatchWorld *world, const HsMatchStudent *student,
                  const HsMatchVacancy *vacancy)
{
  const HsMatchProgramme *programme = programme_of (world, student);

  return programme != NULL
         && (vacancy->crebos == NULL || holds_number (vacancy->crebos, programme->crebo));
}

static gboolean
is_for_level (const HsMatchWorld *world, const HsMatchStudent *student,
              const HsMatchVacancy *vacancy)
{
  const HsMatchProgramme *programme = programme_of (world, student);

  return programme != NULL
         && set_allows (vacancy->record, HS_VACANCY_LEVELS,
                        hs_record_int (programme->record, HS_PROGRAMME_LEVEL));
}

static gboolean
is_for_route (const HsMatchWorld *world, const HsMatchStudent *student,
              const HsMatchVacancy *vacancy)
{
  gint64 route = hs_record_int (student->enrolment, HS_ENROLMENT_ROUTE);

  return set_allows (vacancy->record, HS_VACANCY_ROUTES, route >= 0 ? route : HS_ROUTE_BOL);
}

static gboolean
is_in_period (const HsMatchWorld *world, const HsMatchStudent *student,
              const HsMatchVacancy *vacancy)
{
  return (vacancy->from == HS_DAY_NONE || vacancy->from <= student->from)
         && (vacancy->to == HS_DAY_NONE || student->to <= vacancy->to);
}

static gboolean
days_fit (const HsMatchWorld *world, const HsMatchStudent *student, const HsMatchVacancy *vacancy)
{
  guint offered = hs_record_has (vacancy->record, HS_VACANCY_WEEKDAYS)
                      ? (guint) hs_record_int (vacancy->record, HS_VACANCY_WEEKDAYS)
                      : 0x7f;
  gint64 needed = MAX (1, hs_record_int (student->enrolment, HS_ENROLMENT_DAYS_A_WEEK));

  return __builtin_popcount (offered & student->weekdays) >= needed;
}

static gboolean
is_near (const HsMatchWorld *world, const HsMatchStudent *student, const HsMatchVacancy *vacancy)
{
  if (student->limit_km < 0 || vacancy->location == HS_NOBODY)
    return TRUE;
  return hs_match_distance (student, hs_match_location (world, vacancy->location))
         <= student->limit_km;
}

/* Whether a rule-out of the student names @id in @field. */
static gboolean
rules_out (const HsMatchStudent *student, guint field, gint64 id)
{
  for (guint i = 0; student->excluded != NULL && i < student->excluded->len; i++)
    {
      const HsRecord *exclusion = g_ptr_array_index (student->excluded, i);

      if (hs_record_has (exclusion, field) && hs_record_int (exclusion, field) == id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_allowed (const HsMatchWorld *world, const HsMatchStudent *student, const HsMatchVacancy *vacancy)
{
  const HsRecord *location;

  if (vacancy->location == HS_NOBODY)
    return TRUE;
  for (guint i = 0; student->barred != NULL && i < student->barred->len; i++)
    {
      const HsLoad *other = &g_array_index (student->barred, HsLoad, i);

      if ((guint32) other->amount == vacancy->location && other->from < student->to
          && student->from < other->to)
        return FALSE;
    }
  if (student->excluded == NULL)
    return TRUE;
  location = hs_match_location (world, vacancy->location)->record;
  return !rules_out (student, HS_EXCLUSION_VACANCY, hs_record_id (vacancy->record))
         && !rules_out (student, HS_EXCLUSION_LOCATION, hs_record_id (location))
         && !rules_out (student, HS_EXCLUSION_HOST,
                        hs_record_int (location, HS_LOCATION_ORGANISATION));
}

/* Whether the person works there through the whole of [from, to) and is not away in it. */
static gboolean
is_there (const HsMatchPerson *person, HsDay from, HsDay to)
{
  if (hs_record_has (person->record, HS_PERSON_UNTIL)
      && hs_record_int (person->record, HS_PERSON_UNTIL) < to - 1)
    return FALSE;
  for (guint i = 0; person->away != NULL && i < person->away->len; i++)
    {
      const HsLoad *away = &g_array_index (person->away, HsLoad, i);

      if (away->from < to && from < away->to)
        return FALSE;
    }
  return TRUE;
}

gboolean
hs_match_supervisor_fits (const HsMatchWorld *world, guint32 student_number, guint32 person_number)
{
  const HsMatchStudent *student = hs_match_student (world, student_number);
  const HsMatchPerson *person = hs_match_person (world, person_number);
  const HsMatchProgramme *programme = programme_of (world, student);

  if (programme == NULL
      || (person->crebos != NULL && !holds_number (person->crebos, programme->crebo)))
    return FALSE;
  return is_there (person, student->from, student->to)
         && !rules_out (student, HS_EXCLUSION_PERSON, hs_record_id (person->record));
}

gboolean
hs_match_digicoach_fits (const HsMatchWorld *world, guint32 student_number, guint32 person_number)
{
  const HsMatchStudent *student = hs_match_student (world, student_number);
  const HsMatchPerson *person = hs_match_person (world, person_number);

  return is_there (person, student->from, student->to)
         && !rules_out (student, HS_EXCLUSION_PERSON, hs_record_id (person->record));
}

gboolean
hs_match_item_fits (const HsMatchWorld *world, guint32 student_number, guint32 item_number)
{
  const HsMatchItem *item = hs_match_item (world, item_number);

  return item->users != 0
         && !rules_out (hs_match_student (world, student_number), HS_EXCLUSION_ITEM,
                        hs_record_id (item->record));
}

void
hs_match_each_supervisor (const HsMatchWorld *world, guint32 vacancy_number,
                          gboolean (*each) (guint32 person, gpointer data), gpointer data)
{
  const HsMatchVacancy *vacancy = hs_match_vacancy (world, vacancy_number);
  const GArray *people;

  if (vacancy->supervisor != HS_NOBODY)
    {
      each (vacancy->supervisor, data);
      return;
    }
  if (vacancy->location == HS_NOBODY)
    return;
  people = hs_match_location (world, vacancy->location)->supervisors;
  for (guint i = 0; i < people->len; i++)
    if (!each (g_array_index (people, guint32, i), data))
      return;
}

typedef struct
{
  const HsMatchWorld *world;
  guint32 student;
  gboolean found;
} Looking;

static gboolean
look_supervisor (guint32 person, gpointer data)
{
  Looking *looking = data;

  looking->found = hs_match_supervisor_fits (looking->world, looking->student, person);
  return !looking->found;
}

static gboolean
has_supervisor (const HsMatchWorld *world, guint32 student, guint32 vacancy)
{
  Looking looking = { world, student, FALSE };

  hs_match_each_supervisor (world, vacancy, look_supervisor, &looking);
  return looking.found;
}

static gboolean
has_digicoach (const HsMatchWorld *world, guint32 student, guint32 vacancy)
{
  guint32 location = hs_match_vacancy (world, vacancy)->location;
  guint32 host = location != HS_NOBODY ? hs_match_location (world, location)->host : HS_NOBODY;
  const GArray *coaches = host != HS_NOBODY ? hs_match_host (world, host)->coaches : NULL;

  if (coaches == NULL || coaches->len == 0)
    return TRUE;
  for (guint i = 0; i < coaches->len; i++)
    if (hs_match_digicoach_fits (world, student, g_array_index (coaches, guint32, i)))
      return TRUE;
  return FALSE;
}

static const struct
{
  const char *name;
  HoldsFunc holds;
  gboolean binds_fixed; /* holds for a fixed pair as well */
} rules[HS_N_MATCH_RULES] = {
  [HS_MATCH_RULE_OPEN] = { "open", is_open, FALSE },
  [HS_MATCH_RULE_RECOGNISED] = { "recognised", is_recognised, TRUE },
  [HS_MATCH_RULE_PROGRAMME] = { "programme", is_for_programme, FALSE },
  [HS_MATCH_RULE_LEVEL] = { "level", is_for_level, FALSE },
  [HS_MATCH_RULE_ROUTE] = { "route", is_for_route, FALSE },
  [HS_MATCH_RULE_PERIOD] = { "period", is_in_period, TRUE },
  [HS_MATCH_RULE_WEEKDAYS] = { "weekdays", days_fit, FALSE },
  [HS_MATCH_RULE_DISTANCE] = { "distance", is_near, FALSE },
  [HS_MATCH_RULE_ALLOWED] = { "allowed", is_allowed, FALSE },
  [HS_MATCH_RULE_SUPERVISOR] = { "supervisor", NULL, TRUE },
  [HS_MATCH_RULE_DIGICOACH] = { "digicoach", NULL, FALSE },
};

const char *
hs_match_rule_name (HsMatchRule rule)
{
  g_return_val_if_fail ((guint) rule < HS_N_MATCH_RULES, NULL);
  return rules[rule].name;
}

gboolean
hs_match_rule_holds (const HsMatchWorld *world, HsMatchRule rule, guint32 student, guint32 vacancy)
{
  if (rule == HS_MATCH_RULE_SUPERVISOR)
    return has_supervisor (world, student, vacancy);
  if (rule == HS_MATCH_RULE_DIGICOACH)
    return has_digicoach (world, student, vacancy);
  return rules[rule].holds (world, hs_match_student (world, student),
                            hs_match_vacancy (world, vacancy));
}

HsMatchRule
hs_match_first_failing (const HsMatchWorld *world, guint32 student, guint32 vacancy)
{
  const HsRecord *fixed = hs_match_student (world, student)->fixed;
  gboolean is_fixed = fixed != NULL
                      && hs_record_int (fixed, HS_FIXED_PAIR_VACANCY)
                             == hs_record_id (hs_match_vacancy (world, vacancy)->record);

  for (guint i = 0; i < HS_N_MATCH_RULES; i++)
    if ((!is_fixed || rules[i].binds_fixed)
        && !hs_match_rule_holds (world, (HsMatchRule) i, student, vacancy))
      return (HsMatchRule) i;
  return HS_N_MATCH_RULES;
}

gboolean
hs_match_may_be_fixed (const HsMatchWorld *world, guint32 student, guint32 vacancy)
{
  for (guint i = 0; i < HS_N_MATCH_RULES; i++)
    if (rules[i].binds_fixed && !hs_match_rule_holds (world, (HsMatchRule) i, student, vacancy))
      return FALSE;
  return TRUE;
}
