/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Record kinds: the agreement, its sheets, and all that is only ever added to it. */

#include "hs-kind.h"

#include <glib/gi18n.h>

/* clang-format off */
static const HsField agreement_fields[HS_AGREEMENT_N_FIELDS] = {
  [HS_AGREEMENT_NUMBER] = { .name = "number", .label = NC_ ("agreement", "Number"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_AGREEMENT_STATE] = { .name = "state", .label = NC_ ("agreement", "State"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_AGREEMENT_STATE, .flags = HS_FIELD_COMPUTED },
  [HS_AGREEMENT_ORIGIN] = { .name = "origin", .label = NC_ ("agreement", "Origin"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ORIGIN },
  [HS_AGREEMENT_STUDENT] = { .name = "student", .label = NC_ ("agreement", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_NEED },
  [HS_AGREEMENT_ENROLMENT] = { .name = "enrolment", .label = NC_ ("agreement", "Enrolment"),
    .type = HS_TYPE_REF, .target = HS_KIND_ENROLMENT },
  [HS_AGREEMENT_SCHOOL] = { .name = "school", .label = NC_ ("agreement", "School"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_AGREEMENT_HOST] = { .name = "host", .label = NC_ ("agreement", "Host"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_AGREEMENT_VACANCY] = { .name = "vacancy", .label = NC_ ("agreement", "Vacancy"),
    .type = HS_TYPE_REF, .target = HS_KIND_VACANCY },
  [HS_AGREEMENT_SHEET] = { .name = "sheet", .label = NC_ ("agreement", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_COMPUTED },
  [HS_AGREEMENT_REALISED_MINUTES] = { .name = "realised_minutes", .label = NC_ ("agreement", "Hours made"),
    .type = HS_TYPE_MINUTES, .flags = HS_FIELD_PROGRESS },
  [HS_AGREEMENT_ENDED_ON] = { .name = "ended_on", .label = NC_ ("agreement", "Ended on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_COMPUTED },
  [HS_AGREEMENT_END_REASON] = { .name = "end_reason", .label = NC_ ("agreement", "Reason of ending"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_COMPUTED },
  [HS_AGREEMENT_PAPER_KEPT] = { .name = "paper_kept", .label = NC_ ("agreement", "Paper is kept at"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_PROGRESS },
  [HS_AGREEMENT_EMPLOYMENT_CONTRACT] = { .name = "employment_contract", .label = NC_ ("agreement", "Employment contract"),
    .type = HS_TYPE_BOOLEAN },
};

const HsKind hs_kind_agreement = {
  .id = HS_KIND_AGREEMENT, .name = "agreement", .prefix = "ag", .label = NC_ ("kind", "Agreement"),
  .plural = NC_ ("kinds", "Agreements"), .flags = HS_KIND_FLAG_SEARCH,
  .fields = agreement_fields, .n_fields = HS_AGREEMENT_N_FIELDS,
};

static const HsField sheet_fields[HS_SHEET_N_FIELDS] = {
  [HS_SHEET_AGREEMENT] = { .name = "agreement", .label = NC_ ("sheet", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_SHEET_NUMBER] = { .name = "number", .label = NC_ ("sheet", "Sheet number"),
    .type = HS_TYPE_INTEGER, .flags = HS_FIELD_COMPUTED },
  [HS_SHEET_STATUS] = { .name = "status", .label = NC_ ("sheet", "Status"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SHEET_STATUS, .flags = HS_FIELD_COMPUTED },
  [HS_SHEET_HASH] = { .name = "hash", .label = NC_ ("sheet", "Content hash"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_COMPUTED },
  [HS_SHEET_CANONICAL] = { .name = "canonical", .label = NC_ ("sheet", "Canonical form"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_COMPUTED | HS_FIELD_HIDDEN },
  [HS_SHEET_EFFECTIVE_FROM] = { .name = "effective_from", .label = NC_ ("sheet", "Effective from"),
    .type = HS_TYPE_DATE },
  [HS_SHEET_DRAWN_UP] = { .name = "drawn_up", .label = NC_ ("sheet", "Drawn up on"),
    .type = HS_TYPE_DATE },
  [HS_SHEET_CHANGE_REASON] = { .name = "change_reason", .label = NC_ ("sheet", "Why this sheet"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_LOCATION] = { .name = "location", .label = NC_ ("sheet", "Location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION },
  [HS_SHEET_TEAM] = { .name = "team", .label = NC_ ("sheet", "Team"),
    .type = HS_TYPE_REF, .target = HS_KIND_TEAM },
  [HS_SHEET_SUPERVISOR] = { .name = "supervisor", .label = NC_ ("sheet", "Supervisor"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_SHEET_STAND_IN] = { .name = "stand_in", .label = NC_ ("sheet", "Stand-in"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_SHEET_TRAINER] = { .name = "trainer", .label = NC_ ("sheet", "Practice trainer"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_SHEET_TEACHER] = { .name = "teacher", .label = NC_ ("sheet", "Teacher"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_SHEET_DIGICOACH] = { .name = "digicoach", .label = NC_ ("sheet", "Digicoach"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_SHEET_DIGICOACH_MINUTES] = { .name = "digicoach_minutes", .label = NC_ ("sheet", "Digicoach hours in all"),
    .type = HS_TYPE_MINUTES },
  [HS_SHEET_START] = { .name = "start", .label = NC_ ("sheet", "Start"),
    .type = HS_TYPE_DATE },
  [HS_SHEET_END] = { .name = "end", .label = NC_ ("sheet", "End"),
    .type = HS_TYPE_DATE },
  [HS_SHEET_TOTAL_MINUTES] = { .name = "total_minutes", .label = NC_ ("sheet", "Hours in all"),
    .type = HS_TYPE_MINUTES },
  [HS_SHEET_MINUTES_DAY] = { .name = "minutes_day", .label = NC_ ("sheet", "Hours a day"),
    .type = HS_TYPE_MINUTES },
  [HS_SHEET_WEEKDAYS] = { .name = "weekdays", .label = NC_ ("sheet", "Weekdays"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_WEEKDAY },
  [HS_SHEET_SHIFTS] = { .name = "shifts", .label = NC_ ("sheet", "Shifts"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_SHIFT },
  [HS_SHEET_SCHOOL_DAYS] = { .name = "school_days", .label = NC_ ("sheet", "Days back at school"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_WEEKDAY },
  [HS_SHEET_WORKS_HOLIDAYS] = { .name = "works_holidays", .label = NC_ ("sheet", "Works on public holidays"),
    .type = HS_TYPE_BOOLEAN },
  [HS_SHEET_HOURS_JUSTIFICATION] = { .name = "hours_justification", .label = NC_ ("sheet", "Why fewer hours"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_FORM] = { .name = "form", .label = NC_ ("sheet", "Form of placement"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PLACEMENT_FORM },
  [HS_SHEET_QUALIFICATION_PARTS] = { .name = "qualification_parts", .label = NC_ ("sheet", "Part of the qualification"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_ASSESSMENT] = { .name = "assessment", .label = NC_ ("sheet", "How it is assessed"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_ASSESSORS] = { .name = "assessors", .label = NC_ ("sheet", "Who assesses"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_SHEET_GUIDANCE] = { .name = "guidance", .label = NC_ ("sheet", "Guidance"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_GUIDANCE_MINUTES] = { .name = "guidance_minutes", .label = NC_ ("sheet", "Guidance hours a week"),
    .type = HS_TYPE_MINUTES },
  [HS_SHEET_ENDING] = { .name = "ending", .label = NC_ ("sheet", "Ending early"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_ALLOWANCE] = { .name = "allowance", .label = NC_ ("sheet", "Allowance a month"),
    .type = HS_TYPE_CENTS },
  [HS_SHEET_TRAVEL] = { .name = "travel", .label = NC_ ("sheet", "Travel costs"),
    .type = HS_TYPE_TEXT },
  [HS_SHEET_LIABILITY] = { .name = "liability", .label = NC_ ("sheet", "Liability insurance"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_WHO_INSURES },
  [HS_SHEET_CONFIDENTIALITY] = { .name = "confidentiality", .label = NC_ ("sheet", "Confidentiality"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_SHEET_TERMS_VERSION] = { .name = "terms_version", .label = NC_ ("sheet", "Version of the terms"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_sheet = {
  .id = HS_KIND_SHEET, .name = "sheet", .prefix = "bl", .label = NC_ ("kind", "Sheet"),
  .plural = NC_ ("kinds", "Sheets"), .flags = HS_KIND_FLAG_CHILD,
  .fields = sheet_fields, .n_fields = HS_SHEET_N_FIELDS,
};

static const HsField period_fields[HS_PERIOD_N_FIELDS] = {
  [HS_PERIOD_SHEET] = { .name = "sheet", .label = NC_ ("period", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_PERIOD_FROM] = { .name = "from", .label = NC_ ("period", "From"),
    .type = HS_TYPE_DATE },
  [HS_PERIOD_TO] = { .name = "to", .label = NC_ ("period", "To"),
    .type = HS_TYPE_DATE },
  [HS_PERIOD_MINUTES_DAY] = { .name = "minutes_day", .label = NC_ ("period", "Hours a day"),
    .type = HS_TYPE_MINUTES },
  [HS_PERIOD_WEEKDAYS] = { .name = "weekdays", .label = NC_ ("period", "Weekdays"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_WEEKDAY },
};

const HsKind hs_kind_period = {
  .id = HS_KIND_PERIOD, .name = "period", .prefix = "pd", .label = NC_ ("kind", "Period"),
  .plural = NC_ ("kinds", "Periods"), .flags = HS_KIND_FLAG_CHILD,
  .fields = period_fields, .n_fields = HS_PERIOD_N_FIELDS,
};

static const HsField interruption_fields[HS_INTERRUPTION_N_FIELDS] = {
  [HS_INTERRUPTION_SHEET] = { .name = "sheet", .label = NC_ ("interruption", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_INTERRUPTION_FROM] = { .name = "from", .label = NC_ ("interruption", "From"),
    .type = HS_TYPE_DATE },
  [HS_INTERRUPTION_TO] = { .name = "to", .label = NC_ ("interruption", "To"),
    .type = HS_TYPE_DATE },
  [HS_INTERRUPTION_REASON] = { .name = "reason", .label = NC_ ("interruption", "Reason"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_interruption = {
  .id = HS_KIND_INTERRUPTION, .name = "interruption", .prefix = "ir", .label = NC_ ("kind", "Interruption"),
  .plural = NC_ ("kinds", "Interruptions"), .flags = HS_KIND_FLAG_CHILD,
  .fields = interruption_fields, .n_fields = HS_INTERRUPTION_N_FIELDS,
};

static const HsField spread_fields[HS_SPREAD_N_FIELDS] = {
  [HS_SPREAD_SHEET] = { .name = "sheet", .label = NC_ ("spread", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_SPREAD_YEAR] = { .name = "year", .label = NC_ ("spread", "Study year from"),
    .type = HS_TYPE_INTEGER },
  [HS_SPREAD_MINUTES] = { .name = "minutes", .label = NC_ ("spread", "Hours"),
    .type = HS_TYPE_MINUTES },
};

const HsKind hs_kind_spread = {
  .id = HS_KIND_SPREAD, .name = "spread", .prefix = "sp", .label = NC_ ("kind", "Hours in a study year"),
  .plural = NC_ ("kinds", "Hours in study years"), .flags = HS_KIND_FLAG_CHILD,
  .fields = spread_fields, .n_fields = HS_SPREAD_N_FIELDS,
};

static const HsField condition_fields[HS_CONDITION_N_FIELDS] = {
  [HS_CONDITION_AGREEMENT] = { .name = "agreement", .label = NC_ ("condition", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_CONDITION_KIND] = { .name = "kind", .label = NC_ ("condition", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CONDITION_KIND },
  [HS_CONDITION_REQUIRED_BY] = { .name = "required_by", .label = NC_ ("condition", "Required by"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PARTY },
  [HS_CONDITION_SATISFIED] = { .name = "satisfied", .label = NC_ ("condition", "Satisfied"),
    .type = HS_TYPE_BOOLEAN, .flags = HS_FIELD_PROGRESS },
  [HS_CONDITION_DATE] = { .name = "date", .label = NC_ ("condition", "Date"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_condition = {
  .id = HS_KIND_CONDITION, .name = "condition", .prefix = "cd", .label = NC_ ("kind", "Start condition"),
  .plural = NC_ ("kinds", "Start conditions"), .flags = HS_KIND_FLAG_CHILD,
  .fields = condition_fields, .n_fields = HS_CONDITION_N_FIELDS,
};

static const HsField note_fields[HS_NOTE_N_FIELDS] = {
  [HS_NOTE_AGREEMENT] = { .name = "agreement", .label = NC_ ("note", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_NOTE_FIELD] = { .name = "field", .label = NC_ ("note", "Field"),
    .type = HS_TYPE_TEXT },
  [HS_NOTE_TEXT] = { .name = "text", .label = NC_ ("note", "Text"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_NOTE_AUTHOR] = { .name = "author", .label = NC_ ("note", "Written by"),
    .type = HS_TYPE_TEXT },
  [HS_NOTE_WRITTEN_AT] = { .name = "written_at", .label = NC_ ("note", "Written at"),
    .type = HS_TYPE_TIME },
  [HS_NOTE_ANSWERS] = { .name = "answers", .label = NC_ ("note", "Answers"),
    .type = HS_TYPE_REF, .target = HS_KIND_NOTE },
  [HS_NOTE_SETTLED_AT] = { .name = "settled_at", .label = NC_ ("note", "Settled at"),
    .type = HS_TYPE_TIME },
  [HS_NOTE_SETTLED_BY] = { .name = "settled_by", .label = NC_ ("note", "Settled by"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_note = {
  .id = HS_KIND_NOTE, .name = "note", .prefix = "no", .label = NC_ ("kind", "Note"),
  .plural = NC_ ("kinds", "Notes"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_SEARCH,
  .fields = note_fields, .n_fields = HS_NOTE_N_FIELDS,
};

static const HsField replacement_fields[HS_REPLACEMENT_N_FIELDS] = {
  [HS_REPLACEMENT_AGREEMENT] = { .name = "agreement", .label = NC_ ("replacement", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_REPLACEMENT_CAUSE] = { .name = "cause", .label = NC_ ("replacement", "What fell away"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CAUSE },
  [HS_REPLACEMENT_FOUND_ON] = { .name = "found_on", .label = NC_ ("replacement", "Found on"),
    .type = HS_TYPE_DATE },
  [HS_REPLACEMENT_SBB_CONSULTED_ON] = { .name = "sbb_consulted_on", .label = NC_ ("replacement", "SBB consulted on"),
    .type = HS_TYPE_DATE },
  [HS_REPLACEMENT_MEASURE] = { .name = "measure", .label = NC_ ("replacement", "What is done"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_REPLACEMENT_SETTLED_ON] = { .name = "settled_on", .label = NC_ ("replacement", "Settled on"),
    .type = HS_TYPE_DATE },
};

const HsKind hs_kind_replacement = {
  .id = HS_KIND_REPLACEMENT, .name = "replacement", .prefix = "rp", .label = NC_ ("kind", "Replacement"),
  .plural = NC_ ("kinds", "Replacements"), .flags = HS_KIND_FLAG_CHILD,
  .fields = replacement_fields, .n_fields = HS_REPLACEMENT_N_FIELDS,
};

static const HsField delivery_fields[HS_DELIVERY_N_FIELDS] = {
  [HS_DELIVERY_AGREEMENT] = { .name = "agreement", .label = NC_ ("delivery", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_DELIVERY_SHEET] = { .name = "sheet", .label = NC_ ("delivery", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET },
  [HS_DELIVERY_SIGNER] = { .name = "signer", .label = NC_ ("delivery", "To"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SIGNER },
  [HS_DELIVERY_NAME] = { .name = "name", .label = NC_ ("delivery", "Name"),
    .type = HS_TYPE_TEXT },
  [HS_DELIVERY_SENT_ON] = { .name = "sent_on", .label = NC_ ("delivery", "Sent on"),
    .type = HS_TYPE_DATE },
  [HS_DELIVERY_HOW] = { .name = "how", .label = NC_ ("delivery", "How"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_delivery = {
  .id = HS_KIND_DELIVERY, .name = "delivery", .prefix = "de", .label = NC_ ("kind", "Delivery"),
  .plural = NC_ ("kinds", "Deliveries"), .flags = HS_KIND_FLAG_CHILD,
  .fields = delivery_fields, .n_fields = HS_DELIVERY_N_FIELDS,
};

static const HsField consent_fields[HS_CONSENT_N_FIELDS] = {
  [HS_CONSENT_AGREEMENT] = { .name = "agreement", .label = NC_ ("consent", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_CONSENT_SHEET] = { .name = "sheet", .label = NC_ ("consent", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED },
  [HS_CONSENT_SIGNER] = { .name = "signer", .label = NC_ ("consent", "Who"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SIGNER },
  [HS_CONSENT_NAME] = { .name = "name", .label = NC_ ("consent", "Name"),
    .type = HS_TYPE_TEXT },
  [HS_CONSENT_HOW] = { .name = "how", .label = NC_ ("consent", "How"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CONSENT_HOW },
  [HS_CONSENT_DATE] = { .name = "date", .label = NC_ ("consent", "Date"),
    .type = HS_TYPE_DATE },
  [HS_CONSENT_CORRECTION] = { .name = "correction", .label = NC_ ("consent", "Correction asked"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_CONSENT_CORRECTION_ANSWER] = { .name = "correction_answer", .label = NC_ ("consent", "Answer"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_consent = {
  .id = HS_KIND_CONSENT, .name = "consent", .prefix = "cs", .label = NC_ ("kind", "Consent"),
  .plural = NC_ ("kinds", "Consents"), .flags = HS_KIND_FLAG_CHILD,
  .fields = consent_fields, .n_fields = HS_CONSENT_N_FIELDS,
};

static const HsField signoff_fields[HS_SIGNOFF_N_FIELDS] = {
  [HS_SIGNOFF_AGREEMENT] = { .name = "agreement", .label = NC_ ("signoff", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_SIGNOFF_SHEET] = { .name = "sheet", .label = NC_ ("signoff", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED },
  [HS_SIGNOFF_SIGNER] = { .name = "signer", .label = NC_ ("signoff", "Role"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SIGNER, .flags = HS_FIELD_NEED },
  [HS_SIGNOFF_PERSON_UID] = { .name = "person_uid", .label = NC_ ("signoff", "Person"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_NEED },
  [HS_SIGNOFF_NAME] = { .name = "name", .label = NC_ ("signoff", "Name"),
    .type = HS_TYPE_TEXT },
  [HS_SIGNOFF_METHOD] = { .name = "method", .label = NC_ ("signoff", "Method"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SIGN_METHOD, .flags = HS_FIELD_NEED },
  [HS_SIGNOFF_DATE] = { .name = "date", .label = NC_ ("signoff", "Date"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_NEED },
  [HS_SIGNOFF_AT] = { .name = "at", .label = NC_ ("signoff", "Recorded at"),
    .type = HS_TYPE_TIME },
  [HS_SIGNOFF_HASH] = { .name = "hash", .label = NC_ ("signoff", "Content hash"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_NEED },
  [HS_SIGNOFF_PUBLIC_KEY] = { .name = "public_key", .label = NC_ ("signoff", "Public key"),
    .type = HS_TYPE_TEXT },
  [HS_SIGNOFF_SIGNATURE] = { .name = "signature", .label = NC_ ("signoff", "Signature"),
    .type = HS_TYPE_TEXT },
  [HS_SIGNOFF_WITNESS] = { .name = "witness", .label = NC_ ("signoff", "Seen by"),
    .type = HS_TYPE_TEXT },
  [HS_SIGNOFF_ATTACHMENT] = { .name = "attachment", .label = NC_ ("signoff", "Attachment"),
    .type = HS_TYPE_TEXT },
  [HS_SIGNOFF_GUARDIAN] = { .name = "guardian", .label = NC_ ("signoff", "For a minor"),
    .type = HS_TYPE_BOOLEAN },
};

const HsKind hs_kind_signoff = {
  .id = HS_KIND_SIGNOFF, .name = "signoff", .prefix = "so", .label = NC_ ("kind", "Sign-off"),
  .plural = NC_ ("kinds", "Sign-offs"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_APPEND,
  .fields = signoff_fields, .n_fields = HS_SIGNOFF_N_FIELDS,
};

static const HsField event_fields[HS_EVENT_N_FIELDS] = {
  [HS_EVENT_AGREEMENT] = { .name = "agreement", .label = NC_ ("event", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_EVENT_SHEET] = { .name = "sheet", .label = NC_ ("event", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET },
  [HS_EVENT_AT] = { .name = "at", .label = NC_ ("event", "At"),
    .type = HS_TYPE_TIME, .flags = HS_FIELD_NEED },
  [HS_EVENT_ACTOR] = { .name = "actor", .label = NC_ ("event", "Who"),
    .type = HS_TYPE_TEXT },
  [HS_EVENT_ACTION] = { .name = "action", .label = NC_ ("event", "What"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_EVENT_ACTION, .flags = HS_FIELD_NEED },
  [HS_EVENT_FROM_STATE] = { .name = "from_state", .label = NC_ ("event", "From"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_AGREEMENT_STATE },
  [HS_EVENT_TO_STATE] = { .name = "to_state", .label = NC_ ("event", "To"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_AGREEMENT_STATE },
  [HS_EVENT_HASH] = { .name = "hash", .label = NC_ ("event", "Content hash"),
    .type = HS_TYPE_TEXT },
  [HS_EVENT_REASON] = { .name = "reason", .label = NC_ ("event", "Reason"),
    .type = HS_TYPE_REF, .target = HS_KIND_REASON },
};

const HsKind hs_kind_event = {
  .id = HS_KIND_EVENT, .name = "event", .prefix = "ev", .label = NC_ ("kind", "Event"),
  .plural = NC_ ("kinds", "Events"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_APPEND,
  .fields = event_fields, .n_fields = HS_EVENT_N_FIELDS,
};

static const HsField reason_fields[HS_REASON_N_FIELDS] = {
  [HS_REASON_AGREEMENT] = { .name = "agreement", .label = NC_ ("reason", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_REASON_TEXT] = { .name = "text", .label = NC_ ("reason", "Text"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_TITLE },
};

const HsKind hs_kind_reason = {
  .id = HS_KIND_REASON, .name = "reason", .prefix = "rs", .label = NC_ ("kind", "Reason"),
  .plural = NC_ ("kinds", "Reasons"), .flags = HS_KIND_FLAG_CHILD,
  .fields = reason_fields, .n_fields = HS_REASON_N_FIELDS,
};

/* clang-format on */
