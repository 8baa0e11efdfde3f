/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Record kinds: what the coordinator fixed, and the proposals of the matching. */

#include "hs-kind.h"

#include <glib/gi18n.h>

/* clang-format off */
static const HsField fixed_pair_fields[HS_FIXED_PAIR_N_FIELDS] = {
  [HS_FIXED_PAIR_STUDENT] = { .name = "student", .label = NC_ ("fixed_pair", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_NEED | HS_FIELD_KEY },
  [HS_FIXED_PAIR_VACANCY] = { .name = "vacancy", .label = NC_ ("fixed_pair", "Vacancy"),
    .type = HS_TYPE_REF, .target = HS_KIND_VACANCY, .flags = HS_FIELD_NEED },
  [HS_FIXED_PAIR_SUPERVISOR] = { .name = "supervisor", .label = NC_ ("fixed_pair", "Supervisor"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_FIXED_PAIR_DIGICOACH] = { .name = "digicoach", .label = NC_ ("fixed_pair", "Digicoach"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_FIXED_PAIR_ITEM] = { .name = "item", .label = NC_ ("fixed_pair", "Item"),
    .type = HS_TYPE_REF, .target = HS_KIND_ITEM },
  [HS_FIXED_PAIR_REMARK] = { .name = "remark", .label = NC_ ("fixed_pair", "Remark"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_fixed_pair = {
  .id = HS_KIND_FIXED_PAIR, .name = "fixed_pair", .prefix = "fp", .label = NC_ ("kind", "Fixed pair"),
  .plural = NC_ ("kinds", "Fixed pairs"), .flags = 0,
  .fields = fixed_pair_fields, .n_fields = HS_FIXED_PAIR_N_FIELDS,
};

static const HsField proposal_fields[HS_PROPOSAL_N_FIELDS] = {
  [HS_PROPOSAL_TITLE] = { .name = "title", .label = NC_ ("proposal", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_PROPOSAL_MADE_AT] = { .name = "made_at", .label = NC_ ("proposal", "Made at"),
    .type = HS_TYPE_TIME },
  [HS_PROPOSAL_STATUS] = { .name = "status", .label = NC_ ("proposal", "Status"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PROPOSAL_STATUS },
  [HS_PROPOSAL_REVISION] = { .name = "revision", .label = NC_ ("proposal", "Revision"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_STUDENTS] = { .name = "students", .label = NC_ ("proposal", "Students"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_PLACED] = { .name = "placed", .label = NC_ ("proposal", "Placed"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_OBJECTIVE] = { .name = "objective", .label = NC_ ("proposal", "Points"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_BOUND] = { .name = "bound", .label = NC_ ("proposal", "At most"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_WEIGHTS] = { .name = "weights", .label = NC_ ("proposal", "Weights"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_proposal = {
  .id = HS_KIND_PROPOSAL, .name = "proposal", .prefix = "ro", .label = NC_ ("kind", "Proposal"),
  .plural = NC_ ("kinds", "Proposals"), .flags = 0,
  .fields = proposal_fields, .n_fields = HS_PROPOSAL_N_FIELDS,
};

static const HsField proposal_row_fields[HS_PROPOSAL_ROW_N_FIELDS] = {
  [HS_PROPOSAL_ROW_PROPOSAL] = { .name = "proposal", .label = NC_ ("proposal_row", "Proposal"),
    .type = HS_TYPE_REF, .target = HS_KIND_PROPOSAL, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_PROPOSAL_ROW_STUDENT] = { .name = "student", .label = NC_ ("proposal_row", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_NEED },
  [HS_PROPOSAL_ROW_ENROLMENT] = { .name = "enrolment", .label = NC_ ("proposal_row", "Enrolment"),
    .type = HS_TYPE_REF, .target = HS_KIND_ENROLMENT },
  [HS_PROPOSAL_ROW_VACANCY] = { .name = "vacancy", .label = NC_ ("proposal_row", "Vacancy"),
    .type = HS_TYPE_REF, .target = HS_KIND_VACANCY },
  [HS_PROPOSAL_ROW_SUPERVISOR] = { .name = "supervisor", .label = NC_ ("proposal_row", "Supervisor"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_PROPOSAL_ROW_DIGICOACH] = { .name = "digicoach", .label = NC_ ("proposal_row", "Digicoach"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_PROPOSAL_ROW_ITEM] = { .name = "item", .label = NC_ ("proposal_row", "Item"),
    .type = HS_TYPE_REF, .target = HS_KIND_ITEM },
  [HS_PROPOSAL_ROW_VALUE] = { .name = "value", .label = NC_ ("proposal_row", "Points"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_ROW_WISH_RANK] = { .name = "wish_rank", .label = NC_ ("proposal_row", "Wish"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_ROW_DISTANCE] = { .name = "distance", .label = NC_ ("proposal_row", "Distance (km)"),
    .type = HS_TYPE_INTEGER },
  [HS_PROPOSAL_ROW_FIXED] = { .name = "fixed", .label = NC_ ("proposal_row", "Fixed"),
    .type = HS_TYPE_BOOLEAN },
  [HS_PROPOSAL_ROW_STATUS] = { .name = "status", .label = NC_ ("proposal_row", "Status"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ROW_STATUS },
  [HS_PROPOSAL_ROW_REASON] = { .name = "reason", .label = NC_ ("proposal_row", "Reason"),
    .type = HS_TYPE_TEXT },
  [HS_PROPOSAL_ROW_AGREEMENT] = { .name = "agreement", .label = NC_ ("proposal_row", "Agreement"),
    .type = HS_TYPE_REF, .target = HS_KIND_AGREEMENT },
};

const HsKind hs_kind_proposal_row = {
  .id = HS_KIND_PROPOSAL_ROW, .name = "proposal_row", .prefix = "rr", .label = NC_ ("kind", "Row of a proposal"),
  .plural = NC_ ("kinds", "Rows of a proposal"), .flags = HS_KIND_FLAG_CHILD,
  .fields = proposal_row_fields, .n_fields = HS_PROPOSAL_ROW_N_FIELDS,
};

/* clang-format on */
