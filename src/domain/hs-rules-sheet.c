/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of later sheets (the bpv-blad), of what can fall away, and of the conditions to start. */

#include "hs-rule-private.h"
#include "hs-signing.h"

#define SHEET HS_KIND_SHEET

/* The latest effective day of the sheets before this one, else the start of the placement. */
static HsDay
previous_effective (const HsDossier *dossier)
{
  HsDay day = HS_DAY_NONE;

  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      const HsRecord *sheet = g_ptr_array_index (dossier->sheets, i);

      if (hs_record_int (sheet, HS_SHEET_NUMBER) < hs_sheet_int (dossier, HS_SHEET_NUMBER)
          && hs_record_int (sheet, HS_SHEET_STATUS) != HS_SHEET_STATUS_WITHDRAWN
          && hs_record_has (sheet, HS_SHEET_EFFECTIVE_FROM))
        day = MAX (day, (HsDay) hs_record_int (sheet, HS_SHEET_EFFECTIVE_FROM));
    }
  return day;
}

static gboolean
is_later_draft (const HsDossier *dossier)
{
  return hs_sheet_is_later (dossier)
         && hs_sheet_int (dossier, HS_SHEET_STATUS) == HS_SHEET_STATUS_DRAFT;
}

static gboolean
is_later_fixed (const HsDossier *dossier)
{
  return hs_sheet_is_later (dossier)
         && hs_sheet_int (dossier, HS_SHEET_STATUS) == HS_SHEET_STATUS_FIXED;
}

static void
check_effective (const HsDossier *dossier, HsRun *run)
{
  HsDay previous;

  if (!is_later_draft (dossier))
    return;
  previous = previous_effective (dossier);
  if (!hs_sheet_has (dossier, HS_SHEET_EFFECTIVE_FROM))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_EFFECTIVE_FROM,
              _ ("Fill in from which day this sheet holds."));
  else if (previous != HS_DAY_NONE && hs_sheet_int (dossier, HS_SHEET_EFFECTIVE_FROM) < previous)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_EFFECTIVE_FROM,
              _ ("This sheet would hold earlier than the one before it. Choose a later day."));
  if (!hs_sheet_has (dossier, HS_SHEET_CHANGE_REASON))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_CHANGE_REASON,
              _ ("Write down why there is a new sheet."));
}

static void
check_same_parties (const HsDossier *dossier, HsRun *run)
{
  if (dossier->location == NULL || dossier->host == NULL
      || hs_record_int (dossier->location, HS_LOCATION_ORGANISATION)
             == hs_record_id (dossier->host))
    return;
  if (hs_sheet_is_later (dossier))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_LOCATION,
              _ ("The location is of another host. Another host is a new agreement; on a sheet the "
                 "parties stay the same."));
  else
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_LOCATION,
              _ ("The location is not of the host of this agreement. Choose a location of the "
                 "host."));
}

/* The roles in @roles as words: "student, host". */
static char *
roles_in_words (guint roles)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = HS_SIGNER_STUDENT; i <= HS_SIGNER_HOST; i++)
    if (roles >> i & 1)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              hs_choice_label (HS_CHOICES_SIGNER, i));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
check_deliveries (const HsDossier *dossier, HsRun *run)
{
  guint needed, done;
  g_autofree char *roles = NULL;

  if (!is_later_fixed (dossier))
    return;
  hs_signing_deliveries (dossier, dossier->sheet, &needed, &done);
  if ((needed & ~done) == 0)
    return;
  roles = roles_in_words (needed & ~done);
  hs_found (run, HS_KIND_DELIVERY, NULL, -1, _ ("Send the new sheet to: %s."), roles);
}

static void
check_consents (const HsDossier *dossier, HsRun *run)
{
  guint needed, done;
  g_autofree char *roles = NULL;

  if (!is_later_fixed (dossier))
    return;
  hs_signing_consents (dossier, dossier->sheet, &needed, &done);
  if ((needed & ~done) == 0)
    return;
  roles = roles_in_words (needed & ~done);
  hs_found (run, HS_KIND_CONSENT, NULL, -1,
            _ ("Record the consent to the new sheet, written or spoken, of: %s."), roles);
}

static void
check_corrections (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *consents = dossier->rows[HS_KIND_CONSENT];

  for (guint i = 0; i < consents->len; i++)
    {
      const HsRecord *consent = g_ptr_array_index (consents, i);

      if (hs_record_has (consent, HS_CONSENT_CORRECTION)
          && !hs_record_has (consent, HS_CONSENT_CORRECTION_ANSWER)
          && (dossier->sheet == NULL
              || hs_record_int (consent, HS_CONSENT_SHEET) == hs_record_id (dossier->sheet)))
        hs_found (run, HS_KIND_CONSENT, consent, HS_CONSENT_CORRECTION,
                  _ ("A correction of the new sheet was asked. Answer it."));
    }
}

static void
check_correction_term (const HsDossier *dossier, HsRun *run)
{
  HsDay until;
  g_autofree char *day = NULL;

  if (!hs_sheet_is_later (dossier)
      || hs_sheet_int (dossier, HS_SHEET_STATUS) < HS_SHEET_STATUS_FIXED)
    return;
  until = hs_signing_correction_until (dossier, dossier->sheet);
  if (until == HS_DAY_NONE || until < dossier->facts.today)
    return;
  day = hs_day_format (until);
  hs_found (run, SHEET, dossier->sheet, -1, _ ("A correction of this sheet can be asked until %s."),
            day);
}

static void
check_replacements (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_REPLACEMENT];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_REPLACEMENT_SETTLED_ON))
        continue;
      if (!hs_record_has (row, HS_REPLACEMENT_SBB_CONSULTED_ON))
        hs_found (run, HS_KIND_REPLACEMENT, row, HS_REPLACEMENT_SBB_CONSULTED_ON,
                  _ ("Consult SBB about a replacement and record on which day."));
      hs_found (run, HS_KIND_REPLACEMENT, row, HS_REPLACEMENT_SETTLED_ON,
                _ ("What fell away has no replacement yet. The school sees to one."));
    }
}

/* Whether @person works no longer than before the last day of the placement. */
static gboolean
leaves_before (const HsRecord *person, gint64 end)
{
  return person != NULL && hs_record_has (person, HS_PERSON_UNTIL)
         && hs_record_int (person, HS_PERSON_UNTIL) < end;
}

static void
check_leaving (const HsDossier *dossier, HsRun *run)
{
  gint64 end = hs_sheet_int (dossier, HS_SHEET_END);

  if (!hs_sheet_has (dossier, HS_SHEET_END))
    return;
  if (leaves_before (dossier->supervisor, end))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_SUPERVISOR,
              _ ("The supervisor leaves before the placement ends. Choose who takes over."));
  if (leaves_before (dossier->trainer, end))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_TRAINER,
              _ ("The practice trainer leaves before the placement ends. Choose who takes over."));
  if (leaves_before (dossier->teacher, end))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_TEACHER,
              _ ("The teacher leaves before the placement ends. Choose who takes over."));
}

static void
check_conditions (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_CONDITION];
  gint64 left = hs_sheet_int (dossier, HS_SHEET_START) - dossier->facts.today;

  if (!hs_sheet_has (dossier, HS_SHEET_START) || left > 14)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_int (row, HS_CONDITION_SATISFIED) == 0)
        hs_found (run, HS_KIND_CONDITION, row, HS_CONDITION_SATISFIED,
                  _ ("The placement starts soon and this condition is not met yet: %s."),
                  hs_record_has (row, HS_CONDITION_KIND) ? hs_choice_label (
                      HS_CHOICES_CONDITION_KIND, (guint) hs_record_int (row, HS_CONDITION_KIND))
                                                         : hs_kind_label (hs_record_kind (row)));
    }
}

/* clang-format off */
const HsRule hs_rules_sheet[] = {
  { "SHEET-PARTIES", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SEND, HS_IN_LIVE,
    N_ ("The location is of the host that is a party"), N_ ("Another host is a new agreement"),
    check_same_parties },
  { "SHEET-EFFECTIVE", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SHEET, HS_IN (AGREED),
    N_ ("A later sheet says from when it holds and why it is there"), N_ ("Rules of the bpv sheet"),
    check_effective },
  { "SHEET-DELIVERY", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SHEET_IN_FORCE, HS_IN (AGREED),
    N_ ("A later sheet is sent to student, guardian of a minor and host"),
    N_ ("Rules of the bpv sheet"), check_deliveries },
  { "SHEET-CONSENT", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SHEET_IN_FORCE, HS_IN (AGREED),
    N_ ("All parties consent to a later sheet"), N_ ("Rules of the bpv sheet"), check_consents },
  { "SHEET-CORRECTION", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SHEET_IN_FORCE, HS_IN (AGREED),
    N_ ("A correction that was asked is answered"), N_ ("Rules of the bpv sheet"),
    check_corrections },
  { "SHEET-CORRECTION-TERM", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN (AGREED),
    N_ ("Until when a correction of a later sheet can be asked"), N_ ("Rules of the bpv sheet"),
    check_correction_term },
  { "WEB-7.2.9-REPLACE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("A place, guidance or recognition that fell away is replaced, and SBB was consulted"),
    N_ ("WEB article 7.2.9"), check_replacements },
  { "WEB-7.2.9-GUIDANCE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Who guides stays until the end"), N_ ("WEB article 7.2.9"), check_leaving },
  { "START-CONDITION", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Conditions to start, such as a VOG, are met in time"), N_ ("The host asks for it"),
    check_conditions },
};
/* clang-format on */
const guint hs_n_rules_sheet = G_N_ELEMENTS (hs_rules_sheet);
