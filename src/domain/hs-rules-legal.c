/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of the Wet educatie en beroepsonderwijs (WEB) and of signing. */

#include "hs-hours.h"
#include "hs-rule-private.h"

#define AGREEMENT HS_KIND_AGREEMENT
#define SHEET HS_KIND_SHEET

static void
check_parties (const HsDossier *dossier, HsRun *run)
{
  const HsRecord *agreement = dossier->agreement;

  if (!hs_record_has (agreement, HS_AGREEMENT_STUDENT))
    hs_found (run, AGREEMENT, agreement, HS_AGREEMENT_STUDENT, _ ("Choose the student."));
  if (!hs_record_has (agreement, HS_AGREEMENT_SCHOOL))
    hs_found (run, AGREEMENT, agreement, HS_AGREEMENT_SCHOOL, _ ("Choose the school."));
  if (!hs_record_has (agreement, HS_AGREEMENT_HOST))
    hs_found (run, AGREEMENT, agreement, HS_AGREEMENT_HOST, _ ("Choose the host."));
}

static void
check_enrolment (const HsDossier *dossier, HsRun *run)
{
  if (!hs_record_has (dossier->agreement, HS_AGREEMENT_STUDENT))
    return;
  if (dossier->enrolment == NULL || dossier->programme == NULL)
    hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_ENROLMENT,
              _ ("Choose the enrolment, with its programme: the recognition and the hours depend "
                 "on it."));
}

/* Whether @recognition is for the programme of the student. */
static gboolean
covers_programme (const HsDossier *dossier, const HsRecord *recognition)
{
  const char *crebo = hs_record_text (recognition, HS_RECOGNITION_CREBO);
  const char *group = hs_record_text (recognition, HS_RECOGNITION_GROUP);

  if (crebo != NULL)
    return g_strcmp0 (crebo, hs_record_text (dossier->programme, HS_PROGRAMME_CREBO)) == 0;
  return group != NULL
         && g_strcmp0 (group, hs_record_text (dossier->programme, HS_PROGRAMME_GROUP)) == 0;
}

static gboolean
holds_on (const HsRecord *recognition, HsDay day)
{
  return (!hs_record_has (recognition, HS_RECOGNITION_FROM)
          || hs_record_int (recognition, HS_RECOGNITION_FROM) <= day)
         && (!hs_record_has (recognition, HS_RECOGNITION_TO)
             || hs_record_int (recognition, HS_RECOGNITION_TO) >= day);
}

gboolean
hs_rule_recognised_on (const HsDossier *dossier, HsDay day)
{
  for (guint i = 0; dossier->programme != NULL && i < dossier->facts.recognitions->len; i++)
    {
      const HsRecord *recognition = g_ptr_array_index (dossier->facts.recognitions, i);

      if (hs_record_int (recognition, HS_RECOGNITION_STATUS) == HS_RECOGNITION_STATUS_VERIFIED
          && covers_programme (dossier, recognition) && holds_on (recognition, day))
        return TRUE;
    }
  return FALSE;
}

static HsDay
first_day (const HsDossier *dossier)
{
  return hs_sheet_has (dossier, HS_SHEET_START) ? (HsDay) hs_sheet_int (dossier, HS_SHEET_START)
                                                : dossier->facts.today;
}

/* What to do about a recognition that is there but does not do; NULL when there is none at all. */
static const char *
recognition_advice (const HsDossier *dossier)
{
  const char *advice = NULL;

  for (guint i = 0; i < dossier->facts.recognitions->len; i++)
    {
      const HsRecord *recognition = g_ptr_array_index (dossier->facts.recognitions, i);

      if (!covers_programme (dossier, recognition))
        continue;
      if (hs_record_int (recognition, HS_RECOGNITION_STATUS) == HS_RECOGNITION_STATUS_VERIFIED)
        return _ ("The recognition of %s for crebo %s does not hold on the first day of the "
                  "placement. Choose other dates or check it at SBB.");
      if (hs_record_int (recognition, HS_RECOGNITION_STATUS) == HS_RECOGNITION_STATUS_ENDED)
        advice =
            _ ("SBB ended the recognition of %s for crebo %s. Choose another host, or ask SBB.");
      else if (advice == NULL)
        advice =
            _ ("The recognition of %s for crebo %s was not verified yet. Look it up at SBB and "
               "write down that it was verified.");
    }
  return advice;
}

static void
check_recognition (const HsDossier *dossier, HsRun *run)
{
  const char *format;
  g_autofree char *host = NULL;

  if (dossier->host == NULL || dossier->programme == NULL
      || hs_rule_recognised_on (dossier, first_day (dossier)))
    return;
  format = recognition_advice (dossier);
  if (format == NULL)
    format = _ ("%s has no recognition of SBB for crebo %s. Look it up at SBB, or choose another "
                "host.");
  host = hs_record_title (dossier->host);
  hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_HOST, format, host,
            hs_record_text (dossier->programme, HS_PROGRAMME_CREBO));
}

static void
check_recognition_end (const HsDossier *dossier, HsRun *run)
{
  if (dossier->host == NULL || dossier->programme == NULL || !hs_sheet_has_period (dossier)
      || !hs_rule_recognised_on (dossier, first_day (dossier))
      || hs_rule_recognised_on (dossier, (HsDay) hs_sheet_int (dossier, HS_SHEET_END)))
    return;
  hs_found (run, SHEET, dossier->sheet, HS_SHEET_END,
            _ ("The recognition of the host ends before the placement does. Ask whether it will be "
               "renewed."));
}

static void
check_period (const HsDossier *dossier, HsRun *run)
{
  const HsRecord *sheet = dossier->sheet;

  if (!hs_sheet_has (dossier, HS_SHEET_START))
    hs_found (run, SHEET, sheet, HS_SHEET_START, _ ("Fill in the first day of the placement."));
  if (!hs_sheet_has (dossier, HS_SHEET_END))
    hs_found (run, SHEET, sheet, HS_SHEET_END, _ ("Fill in the last day of the placement."));
  if (hs_sheet_int (dossier, HS_SHEET_TOTAL_MINUTES) <= 0)
    hs_found (run, SHEET, sheet, HS_SHEET_TOTAL_MINUTES,
              _ ("Fill in how many hours the placement has in all."));
  if (dossier->rows[HS_KIND_SPREAD]->len == 0)
    hs_found (run, HS_KIND_SPREAD, NULL, -1,
              _ ("Write down how the hours are spread over the study years."));
}

static void
check_order (const HsDossier *dossier, HsRun *run)
{
  if (hs_sheet_has (dossier, HS_SHEET_START) && hs_sheet_has (dossier, HS_SHEET_END)
      && hs_sheet_int (dossier, HS_SHEET_END) < hs_sheet_int (dossier, HS_SHEET_START))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_END,
              _ ("The last day is before the first day. Correct one of them."));
}

static void
check_guidance (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_GUIDANCE))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_GUIDANCE,
              _ ("Describe how the student is guided."));
  if (!hs_sheet_has (dossier, HS_SHEET_SUPERVISOR))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_SUPERVISOR, _ ("Choose the supervisor."));
}

static void
check_qualification (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_QUALIFICATION_PARTS))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_QUALIFICATION_PARTS,
              _ ("Write down which part of the qualification the placement counts for."));
  if (!hs_sheet_has (dossier, HS_SHEET_ASSESSMENT))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_ASSESSMENT,
              _ ("Describe how the placement is assessed."));
}

static void
check_ending (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_ENDING))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_ENDING,
              _ ("Write down when and how the agreement can be ended early."));
}

/* Whether this placement runs into the last study year of the programme, or that is not known. */
static gboolean
is_last_year (const HsDossier *dossier)
{
  HsDay expected;

  if (!hs_record_has (dossier->enrolment, HS_ENROLMENT_EXPECTED_END)
      || !hs_sheet_has (dossier, HS_SHEET_END))
    return TRUE;
  expected = (HsDay) hs_record_int (dossier->enrolment, HS_ENROLMENT_EXPECTED_END);
  return hs_day_study_year ((HsDay) hs_sheet_int (dossier, HS_SHEET_END))
         >= hs_day_study_year (expected);
}

/* Fewer hours are allowed with a reason: never a block. Before the last study year what is still
 * missing is only told. */
static void
check_minimum (const HsDossier *dossier, HsRun *run)
{
  gint64 minimum = hs_hours_minimum (dossier);
  gint64 total = hs_sheet_int (dossier, HS_SHEET_TOTAL_MINUTES) + dossier->facts.other_minutes;
  gboolean justified = hs_sheet_has (dossier, HS_SHEET_HOURS_JUSTIFICATION);
  g_autofree char *have = NULL;
  g_autofree char *need = NULL;

  if (minimum <= 0 || total >= minimum || hs_sheet_int (dossier, HS_SHEET_TOTAL_MINUTES) <= 0)
    return;
  have = hs_hours_format (total);
  need = hs_hours_format (minimum);
  if (justified || !is_last_year (dossier))
    hs_found_as (run, HS_SEVERITY_TIP, SHEET, dossier->sheet, HS_SHEET_TOTAL_MINUTES,
                 _ ("With this placement the student has %s of the %s hours that the programme "
                    "asks for at the least."),
                 have, need);
  else
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_HOURS_JUSTIFICATION,
              _ ("With this placement the student has %s hours; the law asks for %s. Plan more "
                 "hours, or write down why fewer are enough."),
              have, need);
}

static void
check_birth_date (const HsDossier *dossier, HsRun *run)
{
  if (dossier->student != NULL && !hs_record_has (dossier->student, HS_STUDENT_BIRTH_DATE))
    hs_found (run, HS_KIND_STUDENT, dossier->student, HS_STUDENT_BIRTH_DATE,
              _ ("Fill in the birth date of the student: without it nobody can say whether a "
                 "guardian has to sign."));
}

static void
check_guardian (const HsDossier *dossier, HsRun *run)
{
  if (dossier->student != NULL && dossier->guardians->len == 0
      && hs_dossier_minor_on (dossier, dossier->facts.today) == 1)
    hs_found (run, HS_KIND_GUARDIAN, NULL, -1,
              _ ("The student is under 18. Add the guardian who will sign too."));
}

/* Whether anybody has a mandate today for the organisation. */
static gboolean
somebody_signs_for (const HsDossier *dossier, const HsRecord *organisation)
{
  HsDay today = dossier->facts.today;
  gint64 group = hs_record_int (organisation, HS_ORGANISATION_GROUP);

  for (guint i = 0; i < dossier->facts.mandates->len; i++)
    {
      const HsRecord *mandate = g_ptr_array_index (dossier->facts.mandates, i);
      gint64 of = hs_record_int (mandate, HS_MANDATE_ORGANISATION);

      if ((of == hs_record_id (organisation) || (group != 0 && of == group))
          && hs_record_has (mandate, HS_MANDATE_FROM)
          && hs_record_int (mandate, HS_MANDATE_FROM) <= today
          && (!hs_record_has (mandate, HS_MANDATE_TO)
              || hs_record_int (mandate, HS_MANDATE_TO) >= today))
        return TRUE;
    }
  return FALSE;
}

static void
check_mandates (const HsDossier *dossier, HsRun *run)
{
  if (dossier->school != NULL && !somebody_signs_for (dossier, dossier->school))
    hs_found (
        run, AGREEMENT, dossier->agreement, HS_AGREEMENT_SCHOOL,
        _ ("Nobody has a mandate today to sign for the school. Record who may sign, and until "
           "when."));
  if (dossier->host != NULL && !somebody_signs_for (dossier, dossier->host))
    hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_HOST,
              _ ("Nobody has a mandate today to sign for the host. Record who may sign, and until "
                 "when."));
}

static void
check_signed_in_time (const HsDossier *dossier, HsRun *run)
{
  gint64 start = hs_sheet_int (dossier, HS_SHEET_START);
  gint64 left = start - dossier->facts.today;

  if (!hs_sheet_has (dossier, HS_SHEET_START) || left > 14)
    return;
  if (left <= 0)
    hs_found_as (
        run, HS_SEVERITY_BLOCKING, SHEET, dossier->sheet, HS_SHEET_START,
        _ ("The placement has started and not everybody has signed. Have it signed now, or "
           "choose a later first day."));
  else
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_START,
              ngettext ("The placement starts in %d day and not everybody has signed.",
                        "The placement starts in %d days and not everybody has signed.",
                        (gulong) left),
              (int) left);
}

static gboolean
is_bbl (const HsDossier *dossier)
{
  return dossier->enrolment != NULL && hs_record_has (dossier->enrolment, HS_ENROLMENT_ROUTE)
         && hs_record_int (dossier->enrolment, HS_ENROLMENT_ROUTE) == HS_ROUTE_BBL;
}

static void
check_contract (const HsDossier *dossier, HsRun *run)
{
  if (is_bbl (dossier) && hs_record_int (dossier->agreement, HS_AGREEMENT_EMPLOYMENT_CONTRACT) == 0)
    hs_found (
        run, AGREEMENT, dossier->agreement, HS_AGREEMENT_EMPLOYMENT_CONTRACT,
        _ ("The student follows the BBL route. Record that there is an employment contract."));
}

static void
check_employer (const HsDossier *dossier, HsRun *run)
{
  if (is_bbl (dossier) && dossier->host != NULL
      && hs_record_has (dossier->enrolment, HS_ENROLMENT_EMPLOYER)
      && hs_record_int (dossier->enrolment, HS_ENROLMENT_EMPLOYER) != hs_record_id (dossier->host))
    hs_found (run, AGREEMENT, dossier->agreement, HS_AGREEMENT_HOST,
              _ ("The host is not the employer of this BBL student. Check that this is meant."));
}

/* clang-format off */
const HsRule hs_rules_legal[] = {
  { "WEB-7.2.9-PARTIES", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_PLACE, HS_IN_LIVE,
    N_ ("Student, school and host are parties"), N_ ("WEB article 7.2.9"), check_parties },
  { "WEB-7.2.10-PROGRAMME", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_PLACE, HS_IN_LIVE,
    N_ ("The programme of the student is known"), N_ ("WEB article 7.2.10"), check_enrolment },
  { "WEB-7.2.10", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_PLACE, HS_IN_LIVE,
    N_ ("SBB recognises the host for the programme on the first day, and somebody verified it"),
    N_ ("WEB article 7.2.10"), check_recognition },
  { "WEB-7.2.10-END", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The recognition holds until the last day"), N_ ("WEB article 7.2.10"),
    check_recognition_end },
  { "WEB-7.2.8-A", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("Start, end, hours in all and their spread over study years are there"),
    N_ ("WEB article 7.2.8(2)(a)"), check_period },
  { "WEB-7.2.8-ORDER", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SUBMIT, HS_IN_LIVE,
    N_ ("The last day is not before the first day"), N_ ("WEB article 7.2.8(2)(a)"), check_order },
  { "WEB-7.2.8-B", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("The guidance is described and the supervisor is known"), N_ ("WEB article 7.2.8(2)(b)"),
    check_guidance },
  { "WEB-7.2.8-C", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("The part of the qualification and how it is assessed are there"),
    N_ ("WEB article 7.2.8(2)(c)"), check_qualification },
  { "WEB-7.2.8-D", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("When and how it can be ended early is there"), N_ ("WEB article 7.2.8(2)(d)"),
    check_ending },
  { "WEB-7.2.7", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("All placements of the enrolment together have the hours that the law asks for"),
    N_ ("WEB article 7.2.7"), check_minimum },
  { "SIGN-BIRTH-DATE", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_OPEN,
    N_ ("The birth date of the student is known"), N_ ("A guardian signs for a minor"),
    check_birth_date },
  { "SIGN-GUARDIAN", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_OPEN,
    N_ ("A minor has a guardian who can sign"), N_ ("A guardian signs for a minor"),
    check_guardian },
  { "SIGN-MANDATE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_OPEN & ~HS_IN (PROPOSED),
    N_ ("Somebody may sign for the school and for the host"),
    N_ ("Who signs for an organisation needs a mandate"), check_mandates },
  { "SIGN-IN-TIME", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_OPEN & ~HS_IN (PROPOSED),
    N_ ("Everybody has signed before the placement starts"), N_ ("WEB article 7.2.8"),
    check_signed_in_time },
  { "BBL-CONTRACT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("A BBL student has an employment contract"), N_ ("The BBL route is learning at work"),
    check_contract },
  { "BBL-EMPLOYER", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("A BBL student learns at the employer"), N_ ("The BBL route is learning at work"),
    check_employer },
};
/* clang-format on */
const guint hs_n_rules_legal = G_N_ELEMENTS (hs_rules_legal);
