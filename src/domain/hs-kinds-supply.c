/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Record kinds: vacancies, technology, materials, regional talks and editable frameworks. */

#include "hs-kind.h"

#include <glib/gi18n.h>

/* clang-format off */
static const HsField vacancy_fields[HS_VACANCY_N_FIELDS] = {
  [HS_VACANCY_CODE] = { .name = "code", .label = NC_ ("vacancy", "Code"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH },
  [HS_VACANCY_LOCATION] = { .name = "location", .label = NC_ ("vacancy", "Location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_VACANCY_TEAM] = { .name = "team", .label = NC_ ("vacancy", "Team"),
    .type = HS_TYPE_REF, .target = HS_KIND_TEAM },
  [HS_VACANCY_TITLE] = { .name = "title", .label = NC_ ("vacancy", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_VACANCY_SUPERVISOR] = { .name = "supervisor", .label = NC_ ("vacancy", "Supervisor"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_VACANCY_START] = { .name = "start", .label = NC_ ("vacancy", "Start"),
    .type = HS_TYPE_DATE },
  [HS_VACANCY_END] = { .name = "end", .label = NC_ ("vacancy", "End"),
    .type = HS_TYPE_DATE },
  [HS_VACANCY_SMALLEST] = { .name = "smallest", .label = NC_ ("vacancy", "Fewest students"),
    .type = HS_TYPE_INTEGER },
  [HS_VACANCY_IDEAL] = { .name = "ideal", .label = NC_ ("vacancy", "Ideal number of students"),
    .type = HS_TYPE_INTEGER },
  [HS_VACANCY_LARGEST] = { .name = "largest", .label = NC_ ("vacancy", "Most students"),
    .type = HS_TYPE_INTEGER },
  [HS_VACANCY_CREBOS] = { .name = "crebos", .label = NC_ ("vacancy", "Crebo's"),
    .type = HS_TYPE_TEXT },
  [HS_VACANCY_LEVELS] = { .name = "levels", .label = NC_ ("vacancy", "Levels"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_LEVEL },
  [HS_VACANCY_ROUTES] = { .name = "routes", .label = NC_ ("vacancy", "Learning routes"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_ROUTE },
  [HS_VACANCY_WEEKDAYS] = { .name = "weekdays", .label = NC_ ("vacancy", "Weekdays"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_WEEKDAY },
  [HS_VACANCY_MINUTES_WEEK] = { .name = "minutes_week", .label = NC_ ("vacancy", "Hours a week"),
    .type = HS_TYPE_MINUTES },
  [HS_VACANCY_GUIDANCE_MINUTES] = { .name = "guidance_minutes", .label = NC_ ("vacancy", "Guidance hours a week"),
    .type = HS_TYPE_MINUTES },
  [HS_VACANCY_FORM] = { .name = "form", .label = NC_ ("vacancy", "Form of placement"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PLACEMENT_FORM },
  [HS_VACANCY_ALLOWANCE] = { .name = "allowance", .label = NC_ ("vacancy", "Allowance a month"),
    .type = HS_TYPE_CENTS },
  [HS_VACANCY_LANGUAGES] = { .name = "languages", .label = NC_ ("vacancy", "Languages"),
    .type = HS_TYPE_TEXT },
  [HS_VACANCY_REQUIREMENTS] = { .name = "requirements", .label = NC_ ("vacancy", "Requirements"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_VACANCY_WORK_PROCESSES] = { .name = "work_processes", .label = NC_ ("vacancy", "Work processes"),
    .type = HS_TYPE_TEXT },
  [HS_VACANCY_TECHNOLOGY] = { .name = "technology", .label = NC_ ("vacancy", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
  [HS_VACANCY_CONTACT] = { .name = "contact", .label = NC_ ("vacancy", "Contact"),
    .type = HS_TYPE_TEXT },
  [HS_VACANCY_CLOSING_DATE] = { .name = "closing_date", .label = NC_ ("vacancy", "Closing date"),
    .type = HS_TYPE_DATE },
  [HS_VACANCY_STATUS] = { .name = "status", .label = NC_ ("vacancy", "Status"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_VACANCY_STATUS },
};

const HsKind hs_kind_vacancy = {
  .id = HS_KIND_VACANCY, .name = "vacancy", .prefix = "va", .label = NC_ ("kind", "Vacancy"),
  .plural = NC_ ("kinds", "Vacancies"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = vacancy_fields, .n_fields = HS_VACANCY_N_FIELDS,
};

static const HsField technology_fields[HS_TECHNOLOGY_N_FIELDS] = {
  [HS_TECHNOLOGY_NAME] = { .name = "name", .label = NC_ ("technology", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_TECHNOLOGY_CATEGORY] = { .name = "category", .label = NC_ ("technology", "Category"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_TECHNOLOGY_CATEGORY },
  [HS_TECHNOLOGY_DESCRIPTION] = { .name = "description", .label = NC_ ("technology", "Description"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_TECHNOLOGY_INSTRUCTION_NEEDED] = { .name = "instruction_needed", .label = NC_ ("technology", "Instruction needed"),
    .type = HS_TYPE_BOOLEAN },
  [HS_TECHNOLOGY_LINK] = { .name = "link", .label = NC_ ("technology", "Link"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_URL },
};

const HsKind hs_kind_technology = {
  .id = HS_KIND_TECHNOLOGY, .name = "technology", .prefix = "tk", .label = NC_ ("kind", "Technology"),
  .plural = NC_ ("kinds", "Technologies"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = technology_fields, .n_fields = HS_TECHNOLOGY_N_FIELDS,
};

static const HsField item_fields[HS_ITEM_N_FIELDS] = {
  [HS_ITEM_LOCATION] = { .name = "location", .label = NC_ ("item", "Location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_ITEM_TECHNOLOGY] = { .name = "technology", .label = NC_ ("item", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY, .flags = HS_FIELD_NEED | HS_FIELD_KEY },
  [HS_ITEM_NAME] = { .name = "name", .label = NC_ ("item", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_ITEM_ASSET_NUMBER] = { .name = "asset_number", .label = NC_ ("item", "Asset number"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH },
  [HS_ITEM_SERIAL_NUMBER] = { .name = "serial_number", .label = NC_ ("item", "Serial number"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_ITEM_TEAM] = { .name = "team", .label = NC_ ("item", "Team"),
    .type = HS_TYPE_REF, .target = HS_KIND_TEAM },
  [HS_ITEM_QUANTITY] = { .name = "quantity", .label = NC_ ("item", "Quantity"),
    .type = HS_TYPE_INTEGER },
  [HS_ITEM_STATE] = { .name = "state", .label = NC_ ("item", "State"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ITEM_STATE },
  [HS_ITEM_UNUSED_REASON] = { .name = "unused_reason", .label = NC_ ("item", "Why not used"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_UNUSED_REASON },
  [HS_ITEM_MOVABLE] = { .name = "movable", .label = NC_ ("item", "Movable"),
    .type = HS_TYPE_BOOLEAN },
  [HS_ITEM_SHARING] = { .name = "sharing", .label = NC_ ("item", "Users at a time"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SHARING },
  [HS_ITEM_USERS_AT_A_TIME] = { .name = "users_at_a_time", .label = NC_ ("item", "Number of users at a time"),
    .type = HS_TYPE_INTEGER },
  [HS_ITEM_INSTRUCTOR] = { .name = "instructor", .label = NC_ ("item", "Can instruct"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_ITEM_SUPPLIER] = { .name = "supplier", .label = NC_ ("item", "Supplier"),
    .type = HS_TYPE_TEXT },
  [HS_ITEM_BOOKING_CONTACT] = { .name = "booking_contact", .label = NC_ ("item", "Contact for booking"),
    .type = HS_TYPE_TEXT },
  [HS_ITEM_MAINTENANCE_DUE] = { .name = "maintenance_due", .label = NC_ ("item", "Maintenance due"),
    .type = HS_TYPE_DATE },
  [HS_ITEM_SAFETY] = { .name = "safety", .label = NC_ ("item", "Safety notes"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_ITEM_INSTRUCTION_NEEDED] = { .name = "instruction_needed", .label = NC_ ("item", "Instruction needed"),
    .type = HS_TYPE_BOOLEAN },
  [HS_ITEM_ACCOUNTS] = { .name = "accounts", .label = NC_ ("item", "Accounts or licences"),
    .type = HS_TYPE_TEXT },
  [HS_ITEM_PROCESSING_NOTICE] = { .name = "processing_notice", .label = NC_ ("item", "Notice on data processing"),
    .type = HS_TYPE_TEXT },
  [HS_ITEM_PRICE_BAND] = { .name = "price_band", .label = NC_ ("item", "Price band"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PRICE_BAND },
  [HS_ITEM_CHECKED_ON] = { .name = "checked_on", .label = NC_ ("item", "Checked on"),
    .type = HS_TYPE_DATE },
};

const HsKind hs_kind_item = {
  .id = HS_KIND_ITEM, .name = "item", .prefix = "it", .label = NC_ ("kind", "Item"),
  .plural = NC_ ("kinds", "Items"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = item_fields, .n_fields = HS_ITEM_N_FIELDS,
};

static const HsField material_fields[HS_MATERIAL_N_FIELDS] = {
  [HS_MATERIAL_TITLE] = { .name = "title", .label = NC_ ("material", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_MATERIAL_FORM] = { .name = "form", .label = NC_ ("material", "Form"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_MATERIAL_FORM },
  [HS_MATERIAL_CATEGORY] = { .name = "category", .label = NC_ ("material", "Category"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_MATERIAL_CATEGORY },
  [HS_MATERIAL_THEME] = { .name = "theme", .label = NC_ ("material", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_MATERIAL_TECHNOLOGY] = { .name = "technology", .label = NC_ ("material", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
  [HS_MATERIAL_COMPETENCES] = { .name = "competences", .label = NC_ ("material", "V-competences"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_V_COMPETENCE },
  [HS_MATERIAL_MINUTES] = { .name = "minutes", .label = NC_ ("material", "Minutes"),
    .type = HS_TYPE_INTEGER },
  [HS_MATERIAL_LINK] = { .name = "link", .label = NC_ ("material", "Link"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_URL, .flags = HS_FIELD_SEARCH },
  [HS_MATERIAL_PUBLISHER] = { .name = "publisher", .label = NC_ ("material", "Publisher"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_MATERIAL_LINK_STATE] = { .name = "link_state", .label = NC_ ("material", "State of the link"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_LINK_STATE },
  [HS_MATERIAL_CHECKED_ON] = { .name = "checked_on", .label = NC_ ("material", "Link checked on"),
    .type = HS_TYPE_DATE },
  [HS_MATERIAL_DESCRIPTION] = { .name = "description", .label = NC_ ("material", "Description"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_SEARCH },
};

const HsKind hs_kind_material = {
  .id = HS_KIND_MATERIAL, .name = "material", .prefix = "mt", .label = NC_ ("kind", "Material"),
  .plural = NC_ ("kinds", "Materials"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = material_fields, .n_fields = HS_MATERIAL_N_FIELDS,
};

static const HsField talk_fields[HS_TALK_N_FIELDS] = {
  [HS_TALK_DATE] = { .name = "date", .label = NC_ ("talk", "Date"),
    .type = HS_TYPE_DATE },
  [HS_TALK_PLACE] = { .name = "place", .label = NC_ ("talk", "Place"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_TALK_REGION] = { .name = "region", .label = NC_ ("talk", "Region"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_TALK_TITLE] = { .name = "title", .label = NC_ ("talk", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_TALK_GUESTS] = { .name = "guests", .label = NC_ ("talk", "Guests"),
    .type = HS_TYPE_TEXT },
  [HS_TALK_PREVIOUS] = { .name = "previous", .label = NC_ ("talk", "Previous talk"),
    .type = HS_TYPE_REF, .target = HS_KIND_TALK },
  [HS_TALK_REMARK] = { .name = "remark", .label = NC_ ("talk", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_talk = {
  .id = HS_KIND_TALK, .name = "talk", .prefix = "tl", .label = NC_ ("kind", "Regional talk"),
  .plural = NC_ ("kinds", "Regional talks"), .flags = HS_KIND_FLAG_SEARCH,
  .fields = talk_fields, .n_fields = HS_TALK_N_FIELDS,
};

static const HsField talk_party_fields[HS_TALK_PARTY_N_FIELDS] = {
  [HS_TALK_PARTY_TALK] = { .name = "talk", .label = NC_ ("talk_party", "Regional talk"),
    .type = HS_TYPE_REF, .target = HS_KIND_TALK, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_TALK_PARTY_ORGANISATION] = { .name = "organisation", .label = NC_ ("talk_party", "Organisation"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_TALK_PARTY_PERSON] = { .name = "person", .label = NC_ ("talk_party", "Person"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_TALK_PARTY_NAME] = { .name = "name", .label = NC_ ("talk_party", "Name"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_talk_party = {
  .id = HS_KIND_TALK_PARTY, .name = "talk_party", .prefix = "tp", .label = NC_ ("kind", "Participant"),
  .plural = NC_ ("kinds", "Participants"), .flags = HS_KIND_FLAG_CHILD,
  .fields = talk_party_fields, .n_fields = HS_TALK_PARTY_N_FIELDS,
};

static const HsField talk_theme_fields[HS_TALK_THEME_N_FIELDS] = {
  [HS_TALK_THEME_TALK] = { .name = "talk", .label = NC_ ("talk_theme", "Regional talk"),
    .type = HS_TYPE_REF, .target = HS_KIND_TALK, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_TALK_THEME_THEME] = { .name = "theme", .label = NC_ ("talk_theme", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_TALK_THEME_NOW_SCHOOL] = { .name = "now_school", .label = NC_ ("talk_theme", "Now at the school"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TALK_THEME_NOW_CARE] = { .name = "now_care", .label = NC_ ("talk_theme", "Now in care"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TALK_THEME_WANTED] = { .name = "wanted", .label = NC_ ("talk_theme", "Wanted"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_talk_theme = {
  .id = HS_KIND_TALK_THEME, .name = "talk_theme", .prefix = "tt", .label = NC_ ("kind", "Theme of a talk"),
  .plural = NC_ ("kinds", "Themes of a talk"), .flags = HS_KIND_FLAG_CHILD,
  .fields = talk_theme_fields, .n_fields = HS_TALK_THEME_N_FIELDS,
};

static const HsField action_fields[HS_ACTION_N_FIELDS] = {
  [HS_ACTION_TALK] = { .name = "talk", .label = NC_ ("action", "Regional talk"),
    .type = HS_TYPE_REF, .target = HS_KIND_TALK, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_ACTION_THEME] = { .name = "theme", .label = NC_ ("action", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_ACTION_TEXT] = { .name = "text", .label = NC_ ("action", "Action"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_ACTION_OWNER] = { .name = "owner", .label = NC_ ("action", "Owner"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_ACTION_OWNER_NAME] = { .name = "owner_name", .label = NC_ ("action", "Owner (name)"),
    .type = HS_TYPE_TEXT },
  [HS_ACTION_DUE] = { .name = "due", .label = NC_ ("action", "By"),
    .type = HS_TYPE_DATE },
  [HS_ACTION_DONE_ON] = { .name = "done_on", .label = NC_ ("action", "Done on"),
    .type = HS_TYPE_DATE },
  [HS_ACTION_RESULT] = { .name = "result", .label = NC_ ("action", "Result"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_action = {
  .id = HS_KIND_ACTION, .name = "action", .prefix = "ac", .label = NC_ ("kind", "Action"),
  .plural = NC_ ("kinds", "Actions"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_SEARCH,
  .fields = action_fields, .n_fields = HS_ACTION_N_FIELDS,
};

static const HsField region_clause_fields[HS_REGION_CLAUSE_N_FIELDS] = {
  [HS_REGION_CLAUSE_TALK] = { .name = "talk", .label = NC_ ("region_clause", "Regional talk"),
    .type = HS_TYPE_REF, .target = HS_KIND_TALK },
  [HS_REGION_CLAUSE_REGION] = { .name = "region", .label = NC_ ("region_clause", "Region"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_REGION_CLAUSE_THEME] = { .name = "theme", .label = NC_ ("region_clause", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_REGION_CLAUSE_TEXT] = { .name = "text", .label = NC_ ("region_clause", "Text"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_REGION_CLAUSE_PARTY] = { .name = "party", .label = NC_ ("region_clause", "Who"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PARTY },
};

const HsKind hs_kind_region_clause = {
  .id = HS_KIND_REGION_CLAUSE, .name = "region_clause", .prefix = "rc", .label = NC_ ("kind", "Clause of a region"),
  .plural = NC_ ("kinds", "Clauses of a region"), .flags = HS_KIND_FLAG_SEARCH,
  .fields = region_clause_fields, .n_fields = HS_REGION_CLAUSE_N_FIELDS,
};

static const HsField outcome_fields[HS_OUTCOME_N_FIELDS] = {
  [HS_OUTCOME_TALK] = { .name = "talk", .label = NC_ ("outcome", "Regional talk"),
    .type = HS_TYPE_REF, .target = HS_KIND_TALK, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_OUTCOME_KIND] = { .name = "kind", .label = NC_ ("outcome", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_OUTCOME_KIND },
  [HS_OUTCOME_TITLE] = { .name = "title", .label = NC_ ("outcome", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_OUTCOME_LINK] = { .name = "link", .label = NC_ ("outcome", "Link"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_URL },
};

const HsKind hs_kind_outcome = {
  .id = HS_KIND_OUTCOME, .name = "outcome", .prefix = "oc", .label = NC_ ("kind", "Outcome"),
  .plural = NC_ ("kinds", "Outcomes"), .flags = HS_KIND_FLAG_CHILD | HS_KIND_FLAG_SEARCH,
  .fields = outcome_fields, .n_fields = HS_OUTCOME_N_FIELDS,
};

static const HsField directory_fields[HS_DIRECTORY_N_FIELDS] = {
  [HS_DIRECTORY_ORGANISATION] = { .name = "organisation", .label = NC_ ("directory", "Organisation"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_DIRECTORY_SUBJECT] = { .name = "subject", .label = NC_ ("directory", "Subject"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_DIRECTORY_TECHNOLOGY] = { .name = "technology", .label = NC_ ("directory", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
  [HS_DIRECTORY_CONTACT] = { .name = "contact", .label = NC_ ("directory", "Contact"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_DIRECTORY_EMAIL] = { .name = "email", .label = NC_ ("directory", "E-mail"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_EMAIL },
  [HS_DIRECTORY_SHARED_ON] = { .name = "shared_on", .label = NC_ ("directory", "Shared on"),
    .type = HS_TYPE_DATE },
};

const HsKind hs_kind_directory = {
  .id = HS_KIND_DIRECTORY, .name = "directory", .prefix = "di", .label = NC_ ("kind", "Who works on what"),
  .plural = NC_ ("kinds", "Who works on what"), .flags = HS_KIND_FLAG_SEARCH | HS_KIND_FLAG_IMPORT,
  .fields = directory_fields, .n_fields = HS_DIRECTORY_N_FIELDS,
};

static const HsField framework_fields[HS_FRAMEWORK_N_FIELDS] = {
  [HS_FRAMEWORK_LIST] = { .name = "list", .label = NC_ ("framework", "List"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_FRAMEWORK_CODE] = { .name = "code", .label = NC_ ("framework", "Code"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_FRAMEWORK_LABEL] = { .name = "label", .label = NC_ ("framework", "Label"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_FRAMEWORK_GROUP] = { .name = "group", .label = NC_ ("framework", "Group"),
    .type = HS_TYPE_TEXT },
  [HS_FRAMEWORK_POSITION] = { .name = "position", .label = NC_ ("framework", "Position"),
    .type = HS_TYPE_INTEGER },
  [HS_FRAMEWORK_DESCRIPTION] = { .name = "description", .label = NC_ ("framework", "Description"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_framework = {
  .id = HS_KIND_FRAMEWORK, .name = "framework", .prefix = "fr", .label = NC_ ("kind", "Framework item"),
  .plural = NC_ ("kinds", "Framework items"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = framework_fields, .n_fields = HS_FRAMEWORK_N_FIELDS,
};

static const HsField default_fields[HS_DEFAULT_N_FIELDS] = {
  [HS_DEFAULT_SCHOOL] = { .name = "school", .label = NC_ ("default", "School"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_DEFAULT_THEME] = { .name = "theme", .label = NC_ ("default", "Theme"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_THEME },
  [HS_DEFAULT_KIND] = { .name = "kind", .label = NC_ ("default", "Kind of row"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ROW_KIND },
  [HS_DEFAULT_CODE] = { .name = "code", .label = NC_ ("default", "Code"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY },
  [HS_DEFAULT_TEXT] = { .name = "text", .label = NC_ ("default", "Text"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_TITLE },
  [HS_DEFAULT_PARTY] = { .name = "party", .label = NC_ ("default", "Who"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_PARTY },
  [HS_DEFAULT_ASKED] = { .name = "asked", .label = NC_ ("default", "Asked"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_DEFAULT_TOLD] = { .name = "told", .label = NC_ ("default", "Told"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_PARTY },
  [HS_DEFAULT_DAY] = { .name = "day", .label = NC_ ("default", "Day"),
    .type = HS_TYPE_INTEGER },
  [HS_DEFAULT_POSITION] = { .name = "position", .label = NC_ ("default", "Position"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_default = {
  .id = HS_KIND_DEFAULT, .name = "default", .prefix = "df", .label = NC_ ("kind", "Default row"),
  .plural = NC_ ("kinds", "Default rows"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = default_fields, .n_fields = HS_DEFAULT_N_FIELDS,
};

static const HsField template_fields[HS_TEMPLATE_N_FIELDS] = {
  [HS_TEMPLATE_TITLE] = { .name = "title", .label = NC_ ("template", "Title"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_TEMPLATE_TECHNOLOGY] = { .name = "technology", .label = NC_ ("template", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
  [HS_TEMPLATE_TARGET_GROUP] = { .name = "target_group", .label = NC_ ("template", "Target group"),
    .type = HS_TYPE_TEXT },
  [HS_TEMPLATE_LEVEL] = { .name = "level", .label = NC_ ("template", "Starting level"),
    .type = HS_TYPE_TEXT },
  [HS_TEMPLATE_SITUATION] = { .name = "situation", .label = NC_ ("template", "Practice situation"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_OUTCOME] = { .name = "outcome", .label = NC_ ("template", "What the student can do"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_CRITERIA] = { .name = "criteria", .label = NC_ ("template", "Criteria"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_WHO] = { .name = "who", .label = NC_ ("template", "Who"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_WHAT] = { .name = "what", .label = NC_ ("template", "What"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_WHERE] = { .name = "where", .label = NC_ ("template", "Where"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_WHEN] = { .name = "when", .label = NC_ ("template", "When"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_WHY] = { .name = "why", .label = NC_ ("template", "Why"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_HOW] = { .name = "how", .label = NC_ ("template", "How"),
    .type = HS_TYPE_LONG_TEXT },
  [HS_TEMPLATE_COMPETENCES] = { .name = "competences", .label = NC_ ("template", "V-competences"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_V_COMPETENCE },
  [HS_TEMPLATE_CANMEDS] = { .name = "canmeds", .label = NC_ ("template", "CanMEDS roles"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_CANMEDS },
  [HS_TEMPLATE_WORK_PROCESSES] = { .name = "work_processes", .label = NC_ ("template", "Work processes"),
    .type = HS_TYPE_TEXT },
  [HS_TEMPLATE_SETTING] = { .name = "setting", .label = NC_ ("template", "Learning setting"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_LEARNING_SETTING },
  [HS_TEMPLATE_FALLBACK] = { .name = "fallback", .label = NC_ ("template", "If it does not fit"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_template = {
  .id = HS_KIND_TEMPLATE, .name = "template", .prefix = "tm", .label = NC_ ("kind", "Assignment template"),
  .plural = NC_ ("kinds", "Assignment templates"), .flags = HS_KIND_FLAG_SEARCH | HS_KIND_FLAG_IMPORT,
  .fields = template_fields, .n_fields = HS_TEMPLATE_N_FIELDS,
};

static const HsField setting_fields[HS_SETTING_N_FIELDS] = {
  [HS_SETTING_NAME] = { .name = "name", .label = NC_ ("setting", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_SETTING_VALUE] = { .name = "value", .label = NC_ ("setting", "Value"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_setting = {
  .id = HS_KIND_SETTING, .name = "setting", .prefix = "se", .label = NC_ ("kind", "Setting"),
  .plural = NC_ ("kinds", "Settings"), .flags = 0,
  .fields = setting_fields, .n_fields = HS_SETTING_N_FIELDS,
};

static const HsField key_fields[HS_KEY_N_FIELDS] = {
  [HS_KEY_PERSON] = { .name = "person", .label = NC_ ("key", "Person"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_KEY_STUDENT] = { .name = "student", .label = NC_ ("key", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT },
  [HS_KEY_GUARDIAN] = { .name = "guardian", .label = NC_ ("key", "Guardian"),
    .type = HS_TYPE_REF, .target = HS_KIND_GUARDIAN },
  [HS_KEY_PUBLIC_KEY] = { .name = "public_key", .label = NC_ ("key", "Public key"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_NEED },
  [HS_KEY_FINGERPRINT] = { .name = "fingerprint", .label = NC_ ("key", "Fingerprint"),
    .type = HS_TYPE_TEXT },
  [HS_KEY_MADE_ON] = { .name = "made_on", .label = NC_ ("key", "Made on"),
    .type = HS_TYPE_DATE },
  [HS_KEY_CHECKED_BY] = { .name = "checked_by", .label = NC_ ("key", "Identity checked by"),
    .type = HS_TYPE_TEXT },
  [HS_KEY_CHECKED_ON] = { .name = "checked_on", .label = NC_ ("key", "Identity checked on"),
    .type = HS_TYPE_DATE },
  [HS_KEY_REVOKED_ON] = { .name = "revoked_on", .label = NC_ ("key", "Revoked on"),
    .type = HS_TYPE_DATE },
};

const HsKind hs_kind_key = {
  .id = HS_KIND_KEY, .name = "key", .prefix = "ky", .label = NC_ ("kind", "Key"),
  .plural = NC_ ("kinds", "Keys"), .flags = 0,
  .fields = key_fields, .n_fields = HS_KEY_N_FIELDS,
};

/* clang-format on */
