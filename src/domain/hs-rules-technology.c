/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about care technology in assignments: need before wish. */

#include "hs-rule-private.h"

#define ASSIGNMENT HS_KIND_ASSIGNMENT

/* Calls @check for each assignment. */
#define HS_EACH_ASSIGNMENT(dossier, row)                                                           \
  for (guint i_ = 0; i_ < (dossier)->rows[ASSIGNMENT]->len; i_++)                                  \
    for (const HsRecord *row = g_ptr_array_index ((dossier)->rows[ASSIGNMENT], i_); row != NULL;   \
         row = NULL)

static void
check_any (const HsDossier *dossier, HsRun *run)
{
  if (dossier->rows[ASSIGNMENT]->len == 0)
    hs_found (run, ASSIGNMENT, NULL, -1,
              _ ("There is no assignment yet. Start with what the team or the clients need."));
}

static void
check_need (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    if (!hs_record_has (row, HS_ASSIGNMENT_TECHNOLOGY))
      continue;
    if (!hs_record_has (row, HS_ASSIGNMENT_NEED))
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_NEED,
                _ ("Write down what the team or the clients need this technology for."));
    if (!hs_record_has (row, HS_ASSIGNMENT_NEED_CONFIRMED_BY))
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_NEED_CONFIRMED_BY,
                _ ("Have somebody of the team confirm the need, and write down who."));
    if (!hs_record_has (row, HS_ASSIGNMENT_NEED_CONFIRMED_ON))
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_NEED_CONFIRMED_ON,
                _ ("Write down on which day the need was confirmed."));
  }
}

static void
check_need_day (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    if (hs_record_has (row, HS_ASSIGNMENT_NEED_CONFIRMED_ON)
        && hs_record_int (row, HS_ASSIGNMENT_NEED_CONFIRMED_ON) > dossier->facts.today)
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_NEED_CONFIRMED_ON,
                _ ("The day on which the need was confirmed is in the future."));
  }
}

static void
check_fallback (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    if (hs_record_has (row, HS_ASSIGNMENT_TECHNOLOGY)
        && !hs_record_has (row, HS_ASSIGNMENT_FALLBACK))
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_FALLBACK,
                _ ("Write down what happens when the technology turns out not to fit."));
  }
}

/* Which kinds of criteria @assignment has: sum of 1 << HsCriterionKind; bit 7 for any. */
static guint
criteria_of (const HsDossier *dossier, const HsRecord *assignment)
{
  GPtrArray *rows = dossier->rows[HS_KIND_CRITERION];
  guint kinds = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      gint64 kind = hs_record_int (row, HS_CRITERION_KIND);

      if (hs_record_int (row, HS_CRITERION_ASSIGNMENT) == hs_record_id (assignment))
        kinds |= 1u << 7 | (kind >= 0 ? 1u << kind : 0);
    }
  return kinds;
}

static void
check_criteria (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    guint kinds = criteria_of (dossier, row);

    if (kinds == 0)
      hs_found (run, HS_KIND_CRITERION, NULL, -1,
                _ ("The assignment “%s” has no criteria. Write down when it is good enough."),
                hs_record_has (row, HS_ASSIGNMENT_TITLE) ? hs_record_text (row, HS_ASSIGNMENT_TITLE)
                                                         : "…");
    else if (!(kinds >> HS_CRITERION_KIND_FORMATIVE & 1)
             || !(kinds >> HS_CRITERION_KIND_SUMMATIVE & 1))
      hs_found_as (run, HS_SEVERITY_TIP, ASSIGNMENT, row, HS_ASSIGNMENT_OUTCOME,
                   _ ("Write down formative criteria (to learn from) and summative ones (to be "
                      "judged by), apart."));
  }
}

static void
check_design (const HsDossier *dossier, HsRun *run)
{
  static const guint fields[] = { HS_ASSIGNMENT_TITLE, HS_ASSIGNMENT_SITUATION,
                                  HS_ASSIGNMENT_OUTCOME, HS_ASSIGNMENT_HOW };

  HS_EACH_ASSIGNMENT (dossier, row)
  {
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      if (!hs_record_has (row, fields[i]))
        hs_found (run, ASSIGNMENT, row, (int) fields[i],
                  _ ("Fill in “%s”: an assignment is designed from practice backwards."),
                  hs_field_label (hs_kind (ASSIGNMENT), fields[i]));
  }
}

static void
check_competences (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    if (hs_record_int (row, HS_ASSIGNMENT_COMPETENCES) == 0)
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_COMPETENCES,
                _ ("Choose the V-competences that the student works on."));
    if (!hs_record_has (row, HS_ASSIGNMENT_WORK_PROCESSES)
        && !hs_record_has (row, HS_ASSIGNMENT_ELECTIVES))
      hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_WORK_PROCESSES,
                _ ("Write down for which work processes or electives the assignment counts."));
  }
}

/* Whether the technology of @assignment, or an item reserved for it, asks for instruction. */
static gboolean
asks_instruction (const HsDossier *dossier, const HsRecord *assignment)
{
  GPtrArray *rows = dossier->rows[HS_KIND_RESERVATION];
  const HsRecord *technology =
      hs_record_has (assignment, HS_ASSIGNMENT_TECHNOLOGY) ? hs_dossier_find (
          dossier, HS_KIND_TECHNOLOGY, hs_record_int (assignment, HS_ASSIGNMENT_TECHNOLOGY))
                                                           : NULL;

  if (technology != NULL && hs_record_int (technology, HS_TECHNOLOGY_INSTRUCTION_NEEDED) != 0)
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      const HsRecord *item;

      if (hs_record_int (row, HS_RESERVATION_ASSIGNMENT) != hs_record_id (assignment))
        continue;
      item = hs_dossier_find (dossier, HS_KIND_ITEM, hs_record_int (row, HS_RESERVATION_ITEM));
      if (item != NULL && hs_record_int (item, HS_ITEM_INSTRUCTION_NEEDED) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_coach (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    if (!asks_instruction (dossier, row))
      continue;
    if (!hs_sheet_has (dossier, HS_SHEET_DIGICOACH))
      hs_found (run, HS_KIND_SHEET, dossier->sheet, HS_SHEET_DIGICOACH,
                _ ("A technology asks for instruction. Choose a digicoach."));
    else if (hs_sheet_int (dossier, HS_SHEET_DIGICOACH_MINUTES) <= 0)
      hs_found (run, HS_KIND_SHEET, dossier->sheet, HS_SHEET_DIGICOACH_MINUTES,
                _ ("A technology asks for instruction. Plan hours of the digicoach."));
    return;
  }
}

static void
check_coach_room (const HsDossier *dossier, HsRun *run)
{
  const HsFacts *facts = &dossier->facts;

  if (dossier->digicoach != NULL && facts->coach_limit_week >= 0
      && facts->coach_minutes_week > facts->coach_limit_week)
    hs_found (run, HS_KIND_SHEET, dossier->sheet, HS_SHEET_DIGICOACH,
              _ ("In the busiest week more hours are asked of the digicoach than there are. Choose "
                 "another one or fewer hours."));
}

static void
check_coach_trained (const HsDossier *dossier, HsRun *run)
{
  if (dossier->digicoach != NULL
      && hs_record_int (dossier->digicoach, HS_PERSON_COACH_TRAINED) == 0)
    hs_found (run, HS_KIND_SHEET, dossier->sheet, HS_SHEET_DIGICOACH,
              _ ("It is not known whether the digicoach was trained for it."));
}

static void
check_first_use (const HsDossier *dossier, HsRun *run)
{
  HS_EACH_ASSIGNMENT (dossier, row)
  {
    gint64 day = hs_record_int (row, HS_ASSIGNMENT_FIRST_USE);

    if (!hs_record_has (row, HS_ASSIGNMENT_FIRST_USE) || !hs_sheet_has_period (dossier)
        || (day >= hs_sheet_int (dossier, HS_SHEET_START)
            && day <= hs_sheet_int (dossier, HS_SHEET_END)))
      continue;
    hs_found (run, ASSIGNMENT, row, HS_ASSIGNMENT_FIRST_USE,
              _ ("The first use of the technology is outside the placement."));
  }
}

/* clang-format off */
const HsRule hs_rules_technology[] = {
  { "TECH-ANY", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("There is an assignment"), N_ ("Theme technology in the assignment"), check_any },
  { "TECH-NEED", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("The need for a technology is written down and confirmed"), N_ ("Need before wish"),
    check_need },
  { "TECH-NEED-DAY", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The need was confirmed in the past"), N_ ("Need before wish"), check_need_day },
  { "TECH-FALLBACK", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("It is clear what happens when a technology does not fit"), N_ ("Need before wish"),
    check_fallback },
  { "TECH-CRITERIA", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("An assignment has criteria, formative and summative apart"),
    N_ ("Designed from practice backwards"), check_criteria },
  { "TECH-DESIGN", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("An assignment says in which situation, what the student can do then, and how"),
    N_ ("Designed from practice backwards"), check_design },
  { "TECH-COMPETENCES", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("An assignment names V-competences and work processes"),
    N_ ("Designed from practice backwards"), check_competences },
  { "TECH-COACH", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("A technology that asks for instruction has digicoach hours"),
    N_ ("Theme technology in the assignment"), check_coach },
  { "COACH-LIMIT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The digicoach has enough hours"), N_ ("Offer of the host"), check_coach_room },
  { "COACH-TRAINED", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The digicoach was trained"), N_ ("Offer of the host"), check_coach_trained },
  { "TECH-FIRST-USE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The first use of a technology is in the placement"),
    N_ ("Theme technology in the assignment"), check_first_use },
};
/* clang-format on */
const guint hs_n_rules_technology = G_N_ELEMENTS (hs_rules_technology);
