/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the day of a contact moment or peer session: is it a day on which people are there?
 */

#include "hs-holiday.h"
#include "hs-rule-private.h"

/* The person behind a party, when that is one person. */
static const HsRecord *
person_of (const HsDossier *dossier, guint party)
{
  switch (party)
    {
    case HS_PARTY_SUPERVISOR:
      return dossier->supervisor;
    case HS_PARTY_TRAINER:
      return dossier->trainer;
    case HS_PARTY_TEACHER:
      return dossier->teacher;
    case HS_PARTY_DIGICOACH:
      return dossier->digicoach;
    default:
      return NULL;
    }
}

/* Absence ends on the first day back. */
static gboolean
is_away (const HsDossier *dossier, const HsRecord *person, gint64 day)
{
  for (guint i = 0; i < dossier->facts.absences->len; i++)
    {
      const HsRecord *absence = g_ptr_array_index (dossier->facts.absences, i);

      if (hs_record_int (absence, HS_ABSENCE_PERSON) == hs_record_id (person)
          && hs_record_has (absence, HS_ABSENCE_FROM)
          && hs_record_int (absence, HS_ABSENCE_FROM) <= day
          && (!hs_record_has (absence, HS_ABSENCE_TO)
              || day < hs_record_int (absence, HS_ABSENCE_TO)))
        return TRUE;
    }
  return FALSE;
}

static void
check_absence (const HsDossier *dossier, HsRun *run, const HsRecord *row, guint date, guint people)
{
  gint64 day = hs_record_int (row, date);

  for (guint party = 0; party <= HS_PARTY_GUARDIAN; party++)
    {
      const HsRecord *person =
          hs_record_int (row, people) >> party & 1 ? person_of (dossier, party) : NULL;
      g_autofree char *name = person == NULL ? NULL : hs_record_title (person);

      if (person != NULL && is_away (dossier, person, day))
        hs_found (run, hs_record_kind_id (row), row, (int) date,
                  _ ("%s is absent on this day. Choose another day."), name);
    }
}

static gboolean
in_interruption (const HsDossier *dossier, gint64 day)
{
  GPtrArray *rows = dossier->rows[HS_KIND_INTERRUPTION];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_INTERRUPTION_FROM) && hs_record_has (row, HS_INTERRUPTION_TO)
          && hs_record_int (row, HS_INTERRUPTION_FROM) <= day
          && day <= hs_record_int (row, HS_INTERRUPTION_TO))
        return TRUE;
    }
  return FALSE;
}

static void
check_day (const HsDossier *dossier, HsRun *run, const HsRecord *row, guint date)
{
  HsDay day = (HsDay) hs_record_int (row, date);
  int holiday = hs_holiday_on (day, HS_HOLIDAYS_USUAL);
  int year;

  hs_day_split (day, &year, NULL, NULL);
  if (holiday >= 0)
    hs_found (run, hs_record_kind_id (row), row, (int) date,
              _ ("This day is a public holiday: %s. Choose another day."),
              hs_holiday_name ((HsHoliday) holiday, year));
  else if (hs_day_weekday (day) >= 5)
    hs_found_as (run, HS_SEVERITY_TIP, hs_record_kind_id (row), row, (int) date,
                 _ ("This day is in the weekend. Is that right?"));
  else if (in_interruption (dossier, day))
    hs_found (run, hs_record_kind_id (row), row, (int) date,
              _ ("There is no placement on this day. Choose another day."));
}

static void
check_rows (const HsDossier *dossier, HsRun *run, HsKindId kind, guint date, guint people,
            guint held)
{
  GPtrArray *rows = dossier->rows[kind];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      /* What was held is past discussion. */
      if (!hs_record_has (row, date) || hs_record_has (row, held))
        continue;
      check_day (dossier, run, row, date);
      check_absence (dossier, run, row, date, people);
    }
}

static void
check_conflicts (const HsDossier *dossier, HsRun *run)
{
  check_rows (dossier, run, HS_KIND_CONTACT, HS_CONTACT_DATE, HS_CONTACT_PEOPLE,
              HS_CONTACT_HELD_ON);
  check_rows (dossier, run, HS_KIND_PEER, HS_PEER_DATE, HS_PEER_PEOPLE, HS_PEER_HELD_ON);
}

/* clang-format off */
const HsRule hs_rules_contact[] = {
  { "CONTACT-CONFLICT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("On the day of a contact moment people are there: no holiday, no absence"),
    N_ ("Theme guidance"), check_conflicts },
};
/* clang-format on */
const guint hs_n_rules_contact = G_N_ELEMENTS (hs_rules_contact);
