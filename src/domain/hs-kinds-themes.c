/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Record kinds: the content of the five themes of a sheet. */

#include "hs-kind.h"

#include <glib/gi18n.h>

/* clang-format off */
static const HsField theme_fields[HS_THEME_N_FIELDS] = {
  [HS_THEME_SHEET] = { .name = "sheet", .label = NC_ ("theme", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_THEME_THEME] = { .name = "theme", .label = NC_ ("theme", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_THEME_REMARK] = { .name = "remark", .label = NC_ ("theme", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_THEME_SCHOOL_STATUS] = { .name = "school_status", .label = NC_ ("theme", "School"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME_STATUS, .flags = HS_FIELD_PROGRESS },
  [HS_THEME_HOST_STATUS] = { .name = "host_status", .label = NC_ ("theme", "Host"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME_STATUS, .flags = HS_FIELD_PROGRESS },
  [HS_THEME_STUDENT_STATUS] = { .name = "student_status", .label = NC_ ("theme", "Student"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME_STATUS, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_theme = {
  .id = HS_KIND_THEME, .name = "theme", .prefix = "th", .label = NC_ ("kind", "Theme"),
  .plural = NC_ ("kinds", "Themes"), .flags = HS_KIND_FLAG_CHILD,
  .fields = theme_fields, .n_fields = HS_THEME_N_FIELDS,
};

static const HsField clause_fields[HS_CLAUSE_N_FIELDS] = {
  [HS_CLAUSE_SHEET] = { .name = "sheet", .label = NC_ ("clause", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_CLAUSE_THEME] = { .name = "theme", .label = NC_ ("clause", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_CLAUSE_TEXT] = { .name = "text", .label = NC_ ("clause", "Text"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_CLAUSE_PARTY] = { .name = "party", .label = NC_ ("clause", "Who"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PARTY },
  [HS_CLAUSE_BY] = { .name = "by", .label = NC_ ("clause", "By"),
    .type = HS_TYPE_DATE },
  [HS_CLAUSE_POSITION] = { .name = "position", .label = NC_ ("clause", "Position"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_clause = {
  .id = HS_KIND_CLAUSE, .name = "clause", .prefix = "cl", .label = NC_ ("kind", "Clause"),
  .plural = NC_ ("kinds", "Clauses"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_SEARCH,
  .fields = clause_fields, .n_fields = HS_CLAUSE_N_FIELDS,
};

static const HsField task_fields[HS_TASK_N_FIELDS] = {
  [HS_TASK_SHEET] = { .name = "sheet", .label = NC_ ("task", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_TASK_CODE] = { .name = "code", .label = NC_ ("task", "Code"),
    .type = HS_TYPE_TEXT },
  [HS_TASK_TEXT] = { .name = "text", .label = NC_ ("task", "Task"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_TASK_DOES] = { .name = "does", .label = NC_ ("task", "Does it"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PARTY },
  [HS_TASK_ASKED] = { .name = "asked", .label = NC_ ("task", "Is asked"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_TASK_TOLD] = { .name = "told", .label = NC_ ("task", "Is told"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_TASK_BY] = { .name = "by", .label = NC_ ("task", "By"),
    .type = HS_TYPE_DATE },
  [HS_TASK_REMARK] = { .name = "remark", .label = NC_ ("task", "Remark"),
    .type = HS_TYPE_TEXT },
  [HS_TASK_POSITION] = { .name = "position", .label = NC_ ("task", "Position"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_task = {
  .id = HS_KIND_TASK, .name = "task", .prefix = "ta", .label = NC_ ("kind", "Task"),
  .plural = NC_ ("kinds", "Tasks"), .flags = HS_KIND_FLAG_CHILD,
  .fields = task_fields, .n_fields = HS_TASK_N_FIELDS,
};

static const HsField contact_fields[HS_CONTACT_N_FIELDS] = {
  [HS_CONTACT_SHEET] = { .name = "sheet", .label = NC_ ("contact", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_CONTACT_KIND] = { .name = "kind", .label = NC_ ("contact", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CONTACT_KIND },
  [HS_CONTACT_DATE] = { .name = "date", .label = NC_ ("contact", "Date"),
    .type = HS_TYPE_DATE },
  [HS_CONTACT_TIME] = { .name = "time", .label = NC_ ("contact", "Time"),
    .type = HS_TYPE_INTEGER },
  [HS_CONTACT_TITLE] = { .name = "title", .label = NC_ ("contact", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_CONTACT_PEOPLE] = { .name = "people", .label = NC_ ("contact", "People"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_CONTACT_PLACE] = { .name = "place", .label = NC_ ("contact", "Place"),
    .type = HS_TYPE_TEXT },
  [HS_CONTACT_HELD_ON] = { .name = "held_on", .label = NC_ ("contact", "Held on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_contact = {
  .id = HS_KIND_CONTACT, .name = "contact", .prefix = "cm", .label = NC_ ("kind", "Contact moment"),
  .plural = NC_ ("kinds", "Contact moments"), .flags = HS_KIND_FLAG_CHILD,
  .fields = contact_fields, .n_fields = HS_CONTACT_N_FIELDS,
};

static const HsField peer_fields[HS_PEER_N_FIELDS] = {
  [HS_PEER_SHEET] = { .name = "sheet", .label = NC_ ("peer", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_PEER_KIND] = { .name = "kind", .label = NC_ ("peer", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PEER_KIND },
  [HS_PEER_DATE] = { .name = "date", .label = NC_ ("peer", "Date"),
    .type = HS_TYPE_DATE },
  [HS_PEER_TIME] = { .name = "time", .label = NC_ ("peer", "Time"),
    .type = HS_TYPE_INTEGER },
  [HS_PEER_TITLE] = { .name = "title", .label = NC_ ("peer", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_PEER_PEOPLE] = { .name = "people", .label = NC_ ("peer", "People"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_PEER_HELD_ON] = { .name = "held_on", .label = NC_ ("peer", "Held on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_peer = {
  .id = HS_KIND_PEER, .name = "peer", .prefix = "ps", .label = NC_ ("kind", "Peer session"),
  .plural = NC_ ("kinds", "Peer sessions"), .flags = HS_KIND_FLAG_CHILD,
  .fields = peer_fields, .n_fields = HS_PEER_N_FIELDS,
};

static const HsField prompt_fields[HS_PROMPT_N_FIELDS] = {
  [HS_PROMPT_SHEET] = { .name = "sheet", .label = NC_ ("prompt", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_PROMPT_TEXT] = { .name = "text", .label = NC_ ("prompt", "Question"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_PROMPT_POSITION] = { .name = "position", .label = NC_ ("prompt", "Position"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_prompt = {
  .id = HS_KIND_PROMPT, .name = "prompt", .prefix = "pm", .label = NC_ ("kind", "Reflection prompt"),
  .plural = NC_ ("kinds", "Reflection prompts"), .flags = HS_KIND_FLAG_CHILD,
  .fields = prompt_fields, .n_fields = HS_PROMPT_N_FIELDS,
};

static const HsField step_fields[HS_STEP_N_FIELDS] = {
  [HS_STEP_SHEET] = { .name = "sheet", .label = NC_ ("step", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_STEP_CODE] = { .name = "code", .label = NC_ ("step", "Code"),
    .type = HS_TYPE_TEXT },
  [HS_STEP_DAY] = { .name = "day", .label = NC_ ("step", "Day"),
    .type = HS_TYPE_INTEGER },
  [HS_STEP_TEXT] = { .name = "text", .label = NC_ ("step", "Step"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_STEP_PARTY] = { .name = "party", .label = NC_ ("step", "Who"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PARTY },
  [HS_STEP_POSITION] = { .name = "position", .label = NC_ ("step", "Position"),
    .type = HS_TYPE_INTEGER },
  [HS_STEP_DONE_ON] = { .name = "done_on", .label = NC_ ("step", "Done on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PROGRESS },
  [HS_STEP_DONE_BY] = { .name = "done_by", .label = NC_ ("step", "Done by"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_step = {
  .id = HS_KIND_STEP, .name = "step", .prefix = "ob", .label = NC_ ("kind", "Onboarding step"),
  .plural = NC_ ("kinds", "Onboarding steps"), .flags = HS_KIND_FLAG_CHILD,
  .fields = step_fields, .n_fields = HS_STEP_N_FIELDS,
};

static const HsField preparation_fields[HS_PREPARATION_N_FIELDS] = {
  [HS_PREPARATION_SHEET] = { .name = "sheet", .label = NC_ ("preparation", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_PREPARATION_MATERIAL] = { .name = "material", .label = NC_ ("preparation", "Material"),
    .type = HS_TYPE_REF, .target = HS_KIND_MATERIAL },
  [HS_PREPARATION_TITLE] = { .name = "title", .label = NC_ ("preparation", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_PREPARATION_FORM] = { .name = "form", .label = NC_ ("preparation", "Form"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_MATERIAL_FORM },
  [HS_PREPARATION_MINUTES] = { .name = "minutes", .label = NC_ ("preparation", "Minutes"),
    .type = HS_TYPE_INTEGER },
  [HS_PREPARATION_FINISH_BY] = { .name = "finish_by", .label = NC_ ("preparation", "Finish by"),
    .type = HS_TYPE_DATE },
  [HS_PREPARATION_LINK] = { .name = "link", .label = NC_ ("preparation", "Link"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_URL },
  [HS_PREPARATION_COMPETENCES] = { .name = "competences", .label = NC_ ("preparation", "V-competences"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_V_COMPETENCE },
  [HS_PREPARATION_LINK_STATE] = { .name = "link_state", .label = NC_ ("preparation", "State of the link"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_LINK_STATE, .flags = HS_FIELD_PROGRESS },
  [HS_PREPARATION_FINISHED_ON] = { .name = "finished_on", .label = NC_ ("preparation", "Finished on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_preparation = {
  .id = HS_KIND_PREPARATION, .name = "preparation", .prefix = "pp", .label = NC_ ("kind", "Preparation"),
  .plural = NC_ ("kinds", "Preparations"), .flags = HS_KIND_FLAG_CHILD,
  .fields = preparation_fields, .n_fields = HS_PREPARATION_N_FIELDS,
};

static const HsField assignment_fields[HS_ASSIGNMENT_N_FIELDS] = {
  [HS_ASSIGNMENT_SHEET] = { .name = "sheet", .label = NC_ ("assignment", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_ASSIGNMENT_TITLE] = { .name = "title", .label = NC_ ("assignment", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE | HS_FIELD_SEARCH },
  [HS_ASSIGNMENT_TECHNOLOGY] = { .name = "technology", .label = NC_ ("assignment", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
  [HS_ASSIGNMENT_NEED] = { .name = "need", .label = NC_ ("assignment", "Need of the team or client group"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_NEED_CONFIRMED_BY] = { .name = "need_confirmed_by", .label = NC_ ("assignment", "Need confirmed by"),
    .type = HS_TYPE_TEXT },
  [HS_ASSIGNMENT_NEED_CONFIRMED_ON] = { .name = "need_confirmed_on", .label = NC_ ("assignment", "Need confirmed on"),
    .type = HS_TYPE_DATE },
  [HS_ASSIGNMENT_TARGET_GROUP] = { .name = "target_group", .label = NC_ ("assignment", "Target group"),
    .type = HS_TYPE_TEXT },
  [HS_ASSIGNMENT_LEVEL] = { .name = "level", .label = NC_ ("assignment", "Starting level"),
    .type = HS_TYPE_TEXT },
  [HS_ASSIGNMENT_SITUATION] = { .name = "situation", .label = NC_ ("assignment", "Practice situation"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_OUTCOME] = { .name = "outcome", .label = NC_ ("assignment", "What the student can do"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_WHO] = { .name = "who", .label = NC_ ("assignment", "Who"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_WHAT] = { .name = "what", .label = NC_ ("assignment", "What"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_WHERE] = { .name = "where", .label = NC_ ("assignment", "Where"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_WHEN] = { .name = "when", .label = NC_ ("assignment", "When"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_WHY] = { .name = "why", .label = NC_ ("assignment", "Why"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_HOW] = { .name = "how", .label = NC_ ("assignment", "How"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_FIRST_USE] = { .name = "first_use", .label = NC_ ("assignment", "First use of the technology"),
    .type = HS_TYPE_DATE },
  [HS_ASSIGNMENT_COMPETENCES] = { .name = "competences", .label = NC_ ("assignment", "V-competences"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_V_COMPETENCE },
  [HS_ASSIGNMENT_CANMEDS] = { .name = "canmeds", .label = NC_ ("assignment", "CanMEDS roles"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_CANMEDS },
  [HS_ASSIGNMENT_WORK_PROCESSES] = { .name = "work_processes", .label = NC_ ("assignment", "Work processes"),
    .type = HS_TYPE_TEXT },
  [HS_ASSIGNMENT_ELECTIVES] = { .name = "electives", .label = NC_ ("assignment", "Electives"),
    .type = HS_TYPE_TEXT },
  [HS_ASSIGNMENT_OBJECTIVES] = { .name = "objectives", .label = NC_ ("assignment", "Digital skills"),
    .type = HS_TYPE_TEXT },
  [HS_ASSIGNMENT_SETTING] = { .name = "setting", .label = NC_ ("assignment", "Learning setting"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_LEARNING_SETTING },
  [HS_ASSIGNMENT_FALLBACK] = { .name = "fallback", .label = NC_ ("assignment", "If it does not fit"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ASSIGNMENT_POSITION] = { .name = "position", .label = NC_ ("assignment", "Position"),
    .type = HS_TYPE_INTEGER },
  [HS_ASSIGNMENT_WAS_USED] = { .name = "was_used", .label = NC_ ("assignment", "Was it used"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ANSWER, .flags = HS_FIELD_PROGRESS },
  [HS_ASSIGNMENT_DID_FIT] = { .name = "did_fit", .label = NC_ ("assignment", "Did it fit"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ANSWER, .flags = HS_FIELD_PROGRESS },
  [HS_ASSIGNMENT_STAYS] = { .name = "stays", .label = NC_ ("assignment", "Does it stay in use"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ANSWER, .flags = HS_FIELD_PROGRESS },
  [HS_ASSIGNMENT_ADAPTED] = { .name = "adapted", .label = NC_ ("assignment", "What was adapted"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_PROGRESS },
};

const HsKind hs_kind_assignment = {
  .id = HS_KIND_ASSIGNMENT, .name = "assignment", .prefix = "as", .label = NC_ ("kind", "Assignment"),
  .plural = NC_ ("kinds", "Assignments"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_SEARCH,
  .fields = assignment_fields, .n_fields = HS_ASSIGNMENT_N_FIELDS,
};

static const HsField criterion_fields[HS_CRITERION_N_FIELDS] = {
  [HS_CRITERION_SHEET] = { .name = "sheet", .label = NC_ ("criterion", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_CRITERION_ASSIGNMENT] = { .name = "assignment", .label = NC_ ("criterion", "Assignment"),
    .type = HS_TYPE_REF, .target = HS_KIND_ASSIGNMENT, .flags = HS_FIELD_NEED },
  [HS_CRITERION_TEXT] = { .name = "text", .label = NC_ ("criterion", "Text"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_TITLE },
  [HS_CRITERION_KIND] = { .name = "kind", .label = NC_ ("criterion", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CRITERION_KIND },
  [HS_CRITERION_POSITION] = { .name = "position", .label = NC_ ("criterion", "Position"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_criterion = {
  .id = HS_KIND_CRITERION, .name = "criterion", .prefix = "cr", .label = NC_ ("kind", "Criterion"),
  .plural = NC_ ("kinds", "Criteria"), .flags = HS_KIND_FLAG_CHILD,
  .fields = criterion_fields, .n_fields = HS_CRITERION_N_FIELDS,
};

static const HsField reservation_fields[HS_RESERVATION_N_FIELDS] = {
  [HS_RESERVATION_SHEET] = { .name = "sheet", .label = NC_ ("reservation", "Sheet"),
    .type = HS_TYPE_REF, .target = HS_KIND_SHEET, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_RESERVATION_ASSIGNMENT] = { .name = "assignment", .label = NC_ ("reservation", "Assignment"),
    .type = HS_TYPE_REF, .target = HS_KIND_ASSIGNMENT },
  [HS_RESERVATION_ITEM] = { .name = "item", .label = NC_ ("reservation", "Item"),
    .type = HS_TYPE_REF, .target = HS_KIND_ITEM, .flags = HS_FIELD_NEED },
  [HS_RESERVATION_FROM] = { .name = "from", .label = NC_ ("reservation", "From"),
    .type = HS_TYPE_DATE },
  [HS_RESERVATION_TO] = { .name = "to", .label = NC_ ("reservation", "To"),
    .type = HS_TYPE_DATE },
  [HS_RESERVATION_QUANTITY] = { .name = "quantity", .label = NC_ ("reservation", "Quantity"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_reservation = {
  .id = HS_KIND_RESERVATION, .name = "reservation", .prefix = "rv", .label = NC_ ("kind", "Reservation"),
  .plural = NC_ ("kinds", "Reservations"), .flags = HS_KIND_FLAG_CHILD,
  .fields = reservation_fields, .n_fields = HS_RESERVATION_N_FIELDS,
};

/* clang-format on */
