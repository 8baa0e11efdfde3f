/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the place: does the vacancy fit, is there room, do the people fit. */

#include "hs-rule-private.h"

#include <string.h>

#define AGREEMENT HS_KIND_AGREEMENT
#define SHEET HS_KIND_SHEET

static void
check_excluded (const HsDossier *dossier, HsRun *run)
{
  const char *reason = dossier->facts.exclusion_reason;

  if (!dossier->facts.excluded)
    return;
  if (reason != NULL && *reason != '\0')
    hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_HOST,
              _ ("This student is not placed here: %s. Choose another place."), reason);
  else
    hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_HOST,
              _ ("This student is not placed here. Choose another place."));
}

/* Whether @list of crebo's ("25655, 25656"; empty is all) has @crebo. */
static gboolean
list_has (const char *list, const char *crebo)
{
  gsize length;

  if (list == NULL || crebo == NULL)
    return TRUE;
  length = strlen (crebo);
  for (const char *at = strstr (list, crebo); at != NULL; at = strstr (at + 1, crebo))
    if ((at == list || !g_ascii_isdigit (at[-1])) && !g_ascii_isdigit (at[length]))
      return TRUE;
  return FALSE;
}

static void
check_vacancy (const HsDossier *dossier, HsRun *run)
{
  const HsRecord *vacancy = dossier->vacancy;
  const HsRecord *agreement = dossier->agreement;
  gint64 levels, routes;

  if (vacancy == NULL || dossier->programme == NULL)
    return;
  levels = hs_record_int (vacancy, HS_VACANCY_LEVELS);
  routes = hs_record_int (vacancy, HS_VACANCY_ROUTES);
  if (!list_has (hs_record_text (vacancy, HS_VACANCY_CREBOS),
                 hs_record_text (dossier->programme, HS_PROGRAMME_CREBO)))
    hs_found (run, AGREEMENT, agreement, HS_AGREEMENT_VACANCY,
              _ ("The vacancy is not for the programme of this student."));
  if (levels != 0 && hs_record_has (dossier->programme, HS_PROGRAMME_LEVEL)
      && !(levels >> hs_record_int (dossier->programme, HS_PROGRAMME_LEVEL) & 1))
    hs_found (run, AGREEMENT, agreement, HS_AGREEMENT_VACANCY,
              _ ("The vacancy is not for the level of this student."));
  if (routes != 0 && dossier->enrolment != NULL
      && hs_record_has (dossier->enrolment, HS_ENROLMENT_ROUTE)
      && !(routes >> hs_record_int (dossier->enrolment, HS_ENROLMENT_ROUTE) & 1))
    hs_found (run, AGREEMENT, agreement, HS_AGREEMENT_VACANCY,
              _ ("The vacancy is not for the learning route of this student."));
}

static void
check_vacancy_period (const HsDossier *dossier, HsRun *run)
{
  const HsRecord *vacancy = dossier->vacancy;

  if (vacancy == NULL || !hs_sheet_has_period (dossier))
    return;
  if (hs_record_has (vacancy, HS_VACANCY_START)
      && hs_sheet_int (dossier, HS_SHEET_START) < hs_record_int (vacancy, HS_VACANCY_START))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_START,
              _ ("The placement starts before the vacancy does."));
  if (hs_record_has (vacancy, HS_VACANCY_END)
      && hs_sheet_int (dossier, HS_SHEET_END) > hs_record_int (vacancy, HS_VACANCY_END))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_END,
              _ ("The placement ends after the vacancy does."));
}

static void
check_vacancy_room (const HsDossier *dossier, HsRun *run)
{
  const HsFacts *facts = &dossier->facts;

  if (facts->vacancy_limit >= 0 && facts->vacancy_peak > facts->vacancy_limit)
    hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_VACANCY,
              _ ("The vacancy has room for %d students at a time and there would be %d."),
              (int) facts->vacancy_limit, (int) facts->vacancy_peak);
}

static void
check_supervisor_room (const HsDossier *dossier, HsRun *run)
{
  const HsFacts *facts = &dossier->facts;

  if (dossier->supervisor != NULL && facts->supervisor_limit >= 0
      && facts->supervisor_peak > facts->supervisor_limit)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_SUPERVISOR,
              _ ("The supervisor guides at most %d students at a time and would have %d. Choose "
                 "another one or other dates."),
              (int) facts->supervisor_limit, (int) facts->supervisor_peak);
}

static void
check_supervisor (const HsDossier *dossier, HsRun *run)
{
  const HsRecord *supervisor = dossier->supervisor;
  gint64 days, weekdays = hs_sheet_int (dossier, HS_SHEET_WEEKDAYS);

  if (supervisor == NULL)
    return;
  if (dossier->programme != NULL
      && !list_has (hs_record_text (supervisor, HS_PERSON_PROGRAMMES),
                    hs_record_text (dossier->programme, HS_PROGRAMME_CREBO)))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_SUPERVISOR,
              _ ("The supervisor does not guide students of this programme."));
  days = hs_record_int (supervisor, HS_PERSON_WORKING_DAYS);
  if (days != 0 && weekdays != 0 && (days & weekdays) == 0)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_SUPERVISOR,
              _ ("The supervisor works on none of the days on which the student is there."));
}

static void
check_host_people (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_TRAINER))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_TRAINER,
              _ ("Choose the practice trainer: the one who answers for the place at the host."));
  if (!hs_sheet_has (dossier, HS_SHEET_TEACHER))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_TEACHER,
              _ ("Choose the teacher who answers for the placement at the school."));
}

static void
check_insurance (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_LIABILITY))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_LIABILITY,
              _ ("Say who insures what the student may damage."));
}

/* clang-format off */
const HsRule hs_rules_place[] = {
  { "PLACE-EXCLUDED", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_PLACE, HS_IN_OPEN,
    N_ ("No rule-out of the student covers this place"), N_ ("Recorded by the school"),
    check_excluded },
  { "PLACE-VACANCY", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_OPEN,
    N_ ("The vacancy is for this programme, level and learning route"), N_ ("Offer of the host"),
    check_vacancy },
  { "PLACE-PERIOD", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_OPEN,
    N_ ("The placement is inside the period of the vacancy"), N_ ("Offer of the host"),
    check_vacancy_period },
  { "PLACE-ROOM", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_OPEN,
    N_ ("The vacancy has room"), N_ ("Offer of the host"), check_vacancy_room },
  { "SUPERVISOR-LIMIT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The supervisor has no more students than the limit"), N_ ("Offer of the host"),
    check_supervisor_room },
  { "SUPERVISOR-FIT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The supervisor guides this programme and works on the days of the student"),
    N_ ("Offer of the host"), check_supervisor },
  { "PEOPLE-KNOWN", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Practice trainer and teacher are known"), N_ ("Theme responsibilities"),
    check_host_people },
  { "LIABILITY", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("It is clear who insures the student"), N_ ("Theme responsibilities"), check_insurance },
};
/* clang-format on */
const guint hs_n_rules_place = G_N_ELEMENTS (hs_rules_place);
