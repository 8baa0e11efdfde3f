/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declares the description of each kind; read only by hs-kind.c. */
#pragma once

#include "hs-kind.h"

extern const HsKind hs_kind_organisation;
extern const HsKind hs_kind_location;
extern const HsKind hs_kind_team;
extern const HsKind hs_kind_programme;
extern const HsKind hs_kind_recognition;
extern const HsKind hs_kind_person;
extern const HsKind hs_kind_mandate;
extern const HsKind hs_kind_competence;
extern const HsKind hs_kind_absence;
extern const HsKind hs_kind_student;
extern const HsKind hs_kind_enrolment;
extern const HsKind hs_kind_guardian;
extern const HsKind hs_kind_wish;
extern const HsKind hs_kind_share;
extern const HsKind hs_kind_exclusion;
extern const HsKind hs_kind_vacancy;
extern const HsKind hs_kind_technology;
extern const HsKind hs_kind_item;
extern const HsKind hs_kind_material;
extern const HsKind hs_kind_talk;
extern const HsKind hs_kind_talk_party;
extern const HsKind hs_kind_talk_theme;
extern const HsKind hs_kind_action;
extern const HsKind hs_kind_region_clause;
extern const HsKind hs_kind_outcome;
extern const HsKind hs_kind_directory;
extern const HsKind hs_kind_framework;
extern const HsKind hs_kind_default;
extern const HsKind hs_kind_template;
extern const HsKind hs_kind_setting;
extern const HsKind hs_kind_key;
extern const HsKind hs_kind_agreement;
extern const HsKind hs_kind_sheet;
extern const HsKind hs_kind_period;
extern const HsKind hs_kind_interruption;
extern const HsKind hs_kind_spread;
extern const HsKind hs_kind_theme;
extern const HsKind hs_kind_clause;
extern const HsKind hs_kind_task;
extern const HsKind hs_kind_contact;
extern const HsKind hs_kind_peer;
extern const HsKind hs_kind_prompt;
extern const HsKind hs_kind_step;
extern const HsKind hs_kind_preparation;
extern const HsKind hs_kind_assignment;
extern const HsKind hs_kind_criterion;
extern const HsKind hs_kind_reservation;
extern const HsKind hs_kind_condition;
extern const HsKind hs_kind_note;
extern const HsKind hs_kind_replacement;
extern const HsKind hs_kind_delivery;
extern const HsKind hs_kind_consent;
extern const HsKind hs_kind_signoff;
extern const HsKind hs_kind_event;
extern const HsKind hs_kind_reason;
extern const HsKind hs_kind_fixed_pair;
extern const HsKind hs_kind_proposal;
extern const HsKind hs_kind_proposal_row;

/* clang-format off */
static const HsKind *const hs_kind_table[HS_N_KINDS] = {
  [HS_KIND_ORGANISATION] = &hs_kind_organisation,
  [HS_KIND_LOCATION] = &hs_kind_location,
  [HS_KIND_TEAM] = &hs_kind_team,
  [HS_KIND_PROGRAMME] = &hs_kind_programme,
  [HS_KIND_RECOGNITION] = &hs_kind_recognition,
  [HS_KIND_PERSON] = &hs_kind_person,
  [HS_KIND_MANDATE] = &hs_kind_mandate,
  [HS_KIND_COMPETENCE] = &hs_kind_competence,
  [HS_KIND_ABSENCE] = &hs_kind_absence,
  [HS_KIND_STUDENT] = &hs_kind_student,
  [HS_KIND_ENROLMENT] = &hs_kind_enrolment,
  [HS_KIND_GUARDIAN] = &hs_kind_guardian,
  [HS_KIND_WISH] = &hs_kind_wish,
  [HS_KIND_SHARE] = &hs_kind_share,
  [HS_KIND_EXCLUSION] = &hs_kind_exclusion,
  [HS_KIND_VACANCY] = &hs_kind_vacancy,
  [HS_KIND_TECHNOLOGY] = &hs_kind_technology,
  [HS_KIND_ITEM] = &hs_kind_item,
  [HS_KIND_MATERIAL] = &hs_kind_material,
  [HS_KIND_TALK] = &hs_kind_talk,
  [HS_KIND_TALK_PARTY] = &hs_kind_talk_party,
  [HS_KIND_TALK_THEME] = &hs_kind_talk_theme,
  [HS_KIND_ACTION] = &hs_kind_action,
  [HS_KIND_REGION_CLAUSE] = &hs_kind_region_clause,
  [HS_KIND_OUTCOME] = &hs_kind_outcome,
  [HS_KIND_DIRECTORY] = &hs_kind_directory,
  [HS_KIND_FRAMEWORK] = &hs_kind_framework,
  [HS_KIND_DEFAULT] = &hs_kind_default,
  [HS_KIND_TEMPLATE] = &hs_kind_template,
  [HS_KIND_SETTING] = &hs_kind_setting,
  [HS_KIND_KEY] = &hs_kind_key,
  [HS_KIND_AGREEMENT] = &hs_kind_agreement,
  [HS_KIND_SHEET] = &hs_kind_sheet,
  [HS_KIND_PERIOD] = &hs_kind_period,
  [HS_KIND_INTERRUPTION] = &hs_kind_interruption,
  [HS_KIND_SPREAD] = &hs_kind_spread,
  [HS_KIND_THEME] = &hs_kind_theme,
  [HS_KIND_CLAUSE] = &hs_kind_clause,
  [HS_KIND_TASK] = &hs_kind_task,
  [HS_KIND_CONTACT] = &hs_kind_contact,
  [HS_KIND_PEER] = &hs_kind_peer,
  [HS_KIND_PROMPT] = &hs_kind_prompt,
  [HS_KIND_STEP] = &hs_kind_step,
  [HS_KIND_PREPARATION] = &hs_kind_preparation,
  [HS_KIND_ASSIGNMENT] = &hs_kind_assignment,
  [HS_KIND_CRITERION] = &hs_kind_criterion,
  [HS_KIND_RESERVATION] = &hs_kind_reservation,
  [HS_KIND_CONDITION] = &hs_kind_condition,
  [HS_KIND_NOTE] = &hs_kind_note,
  [HS_KIND_REPLACEMENT] = &hs_kind_replacement,
  [HS_KIND_DELIVERY] = &hs_kind_delivery,
  [HS_KIND_CONSENT] = &hs_kind_consent,
  [HS_KIND_SIGNOFF] = &hs_kind_signoff,
  [HS_KIND_EVENT] = &hs_kind_event,
  [HS_KIND_REASON] = &hs_kind_reason,
  [HS_KIND_FIXED_PAIR] = &hs_kind_fixed_pair,
  [HS_KIND_PROPOSAL] = &hs_kind_proposal,
  [HS_KIND_PROPOSAL_ROW] = &hs_kind_proposal_row,
};
/* clang-format on */
