/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Record kinds: organisations, people, students and what belongs to them. */

#include "hs-kind.h"

#include <glib/gi18n.h>

/* clang-format off */
static const HsField organisation_fields[HS_ORGANISATION_N_FIELDS] = {
  [HS_ORGANISATION_NAME] = { .name = "name", .label = NC_ ("organisation", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_ORGANISATION_KIND] = { .name = "kind", .label = NC_ ("organisation", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ORGANISATION_KIND },
  [HS_ORGANISATION_BRIN] = { .name = "brin", .label = NC_ ("organisation", "BRIN"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_BRIN, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH },
  [HS_ORGANISATION_KVK] = { .name = "kvk", .label = NC_ ("organisation", "KvK number"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_KVK, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH },
  [HS_ORGANISATION_SBB_ID] = { .name = "sbb_id", .label = NC_ ("organisation", "Leerbedrijf-ID"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_SBB, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH },
  [HS_ORGANISATION_SETTING] = { .name = "setting", .label = NC_ ("organisation", "Setting"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CARE_SETTING },
  [HS_ORGANISATION_GROUP] = { .name = "group", .label = NC_ ("organisation", "Part of"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_ORGANISATION_REGION] = { .name = "region", .label = NC_ ("organisation", "Region"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_ORGANISATION_ADDRESS] = { .name = "address", .label = NC_ ("organisation", "Address"),
    .type = HS_TYPE_TEXT },
  [HS_ORGANISATION_POSTCODE] = { .name = "postcode", .label = NC_ ("organisation", "Postcode"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_POSTCODE, .flags = HS_FIELD_SEARCH },
  [HS_ORGANISATION_PLACE] = { .name = "place", .label = NC_ ("organisation", "Place"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_ORGANISATION_EMAIL] = { .name = "email", .label = NC_ ("organisation", "E-mail"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_EMAIL },
  [HS_ORGANISATION_PHONE] = { .name = "phone", .label = NC_ ("organisation", "Phone"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_PHONE },
  [HS_ORGANISATION_WEBSITE] = { .name = "website", .label = NC_ ("organisation", "Website"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_URL },
  [HS_ORGANISATION_CONTACT] = { .name = "contact", .label = NC_ ("organisation", "Contact"),
    .type = HS_TYPE_TEXT },
  [HS_ORGANISATION_REMARK] = { .name = "remark", .label = NC_ ("organisation", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_organisation = {
  .id = HS_KIND_ORGANISATION, .name = "organisation", .prefix = "og", .label = NC_ ("kind", "Organisation"),
  .plural = NC_ ("kinds", "Organisations"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = organisation_fields, .n_fields = HS_ORGANISATION_N_FIELDS,
};

static const HsField location_fields[HS_LOCATION_N_FIELDS] = {
  [HS_LOCATION_ORGANISATION] = { .name = "organisation", .label = NC_ ("location", "Organisation"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_LOCATION_NAME] = { .name = "name", .label = NC_ ("location", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_LOCATION_SETTING] = { .name = "setting", .label = NC_ ("location", "Setting"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CARE_SETTING },
  [HS_LOCATION_ADDRESS] = { .name = "address", .label = NC_ ("location", "Address"),
    .type = HS_TYPE_TEXT },
  [HS_LOCATION_POSTCODE] = { .name = "postcode", .label = NC_ ("location", "Postcode"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_POSTCODE, .flags = HS_FIELD_SEARCH },
  [HS_LOCATION_PLACE] = { .name = "place", .label = NC_ ("location", "Place"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_LOCATION_LATITUDE] = { .name = "latitude", .label = NC_ ("location", "Latitude"),
    .type = HS_TYPE_MICRO, .flags = HS_FIELD_HIDDEN },
  [HS_LOCATION_LONGITUDE] = { .name = "longitude", .label = NC_ ("location", "Longitude"),
    .type = HS_TYPE_MICRO, .flags = HS_FIELD_HIDDEN },
  [HS_LOCATION_EMAIL] = { .name = "email", .label = NC_ ("location", "E-mail"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_EMAIL },
  [HS_LOCATION_PHONE] = { .name = "phone", .label = NC_ ("location", "Phone"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_PHONE },
  [HS_LOCATION_CONTACT] = { .name = "contact", .label = NC_ ("location", "Contact"),
    .type = HS_TYPE_TEXT },
  [HS_LOCATION_REMARK] = { .name = "remark", .label = NC_ ("location", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_location = {
  .id = HS_KIND_LOCATION, .name = "location", .prefix = "lo", .label = NC_ ("kind", "Location"),
  .plural = NC_ ("kinds", "Locations"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = location_fields, .n_fields = HS_LOCATION_N_FIELDS,
};

static const HsField team_fields[HS_TEAM_N_FIELDS] = {
  [HS_TEAM_LOCATION] = { .name = "location", .label = NC_ ("team", "Location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_TEAM_NAME] = { .name = "name", .label = NC_ ("team", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_TEAM_TARGET_GROUP] = { .name = "target_group", .label = NC_ ("team", "Target group"),
    .type = HS_TYPE_TEXT },
  [HS_TEAM_REMARK] = { .name = "remark", .label = NC_ ("team", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_team = {
  .id = HS_KIND_TEAM, .name = "team", .prefix = "te", .label = NC_ ("kind", "Team"),
  .plural = NC_ ("kinds", "Teams"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = team_fields, .n_fields = HS_TEAM_N_FIELDS,
};

static const HsField programme_fields[HS_PROGRAMME_N_FIELDS] = {
  [HS_PROGRAMME_CREBO] = { .name = "crebo", .label = NC_ ("programme", "Crebo"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_CREBO, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_NEED },
  [HS_PROGRAMME_NAME] = { .name = "name", .label = NC_ ("programme", "Name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_PROGRAMME_LEVEL] = { .name = "level", .label = NC_ ("programme", "Level"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_LEVEL, .flags = HS_FIELD_NEED },
  [HS_PROGRAMME_YEARS] = { .name = "years", .label = NC_ ("programme", "Years"),
    .type = HS_TYPE_INTEGER },
  [HS_PROGRAMME_GROUP] = { .name = "group", .label = NC_ ("programme", "Crebo group"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_PROGRAMME_VERSION] = { .name = "version", .label = NC_ ("programme", "Version"),
    .type = HS_TYPE_TEXT },
  [HS_PROGRAMME_TECHNOLOGY] = { .name = "technology", .label = NC_ ("programme", "Asks for technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
  [HS_PROGRAMME_REMARK] = { .name = "remark", .label = NC_ ("programme", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_programme = {
  .id = HS_KIND_PROGRAMME, .name = "programme", .prefix = "pr", .label = NC_ ("kind", "Programme"),
  .plural = NC_ ("kinds", "Programmes"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = programme_fields, .n_fields = HS_PROGRAMME_N_FIELDS,
};

static const HsField recognition_fields[HS_RECOGNITION_N_FIELDS] = {
  [HS_RECOGNITION_HOST] = { .name = "host", .label = NC_ ("recognition", "Host"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_RECOGNITION_CREBO] = { .name = "crebo", .label = NC_ ("recognition", "Crebo"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_CREBO, .flags = HS_FIELD_KEY },
  [HS_RECOGNITION_GROUP] = { .name = "group", .label = NC_ ("recognition", "Crebo group"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY },
  [HS_RECOGNITION_STATUS] = { .name = "status", .label = NC_ ("recognition", "Status"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_RECOGNITION_STATUS },
  [HS_RECOGNITION_FROM] = { .name = "from", .label = NC_ ("recognition", "From"),
    .type = HS_TYPE_DATE },
  [HS_RECOGNITION_TO] = { .name = "to", .label = NC_ ("recognition", "To"),
    .type = HS_TYPE_DATE },
  [HS_RECOGNITION_CHECKED_ON] = { .name = "checked_on", .label = NC_ ("recognition", "Checked on"),
    .type = HS_TYPE_DATE },
  [HS_RECOGNITION_CHECKED_BY] = { .name = "checked_by", .label = NC_ ("recognition", "Checked by"),
    .type = HS_TYPE_TEXT },
  [HS_RECOGNITION_SOURCE] = { .name = "source", .label = NC_ ("recognition", "Source"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_recognition = {
  .id = HS_KIND_RECOGNITION, .name = "recognition", .prefix = "re", .label = NC_ ("kind", "Recognition"),
  .plural = NC_ ("kinds", "Recognitions"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = recognition_fields, .n_fields = HS_RECOGNITION_N_FIELDS,
};

static const HsField person_fields[HS_PERSON_N_FIELDS] = {
  [HS_PERSON_ORGANISATION] = { .name = "organisation", .label = NC_ ("person", "Organisation"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION, .flags = HS_FIELD_NEED },
  [HS_PERSON_LOCATION] = { .name = "location", .label = NC_ ("person", "Location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION },
  [HS_PERSON_TEAM] = { .name = "team", .label = NC_ ("person", "Team"),
    .type = HS_TYPE_REF, .target = HS_KIND_TEAM },
  [HS_PERSON_FIRST_NAME] = { .name = "first_name", .label = NC_ ("person", "Call name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_PERSON_INITIALS] = { .name = "initials", .label = NC_ ("person", "Initials"),
    .type = HS_TYPE_TEXT },
  [HS_PERSON_INFIX] = { .name = "infix", .label = NC_ ("person", "Name infix"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_PERSON_LAST_NAME] = { .name = "last_name", .label = NC_ ("person", "Last name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE | HS_FIELD_NEED },
  [HS_PERSON_EMAIL] = { .name = "email", .label = NC_ ("person", "E-mail"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_EMAIL, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH },
  [HS_PERSON_PHONE] = { .name = "phone", .label = NC_ ("person", "Phone"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_PHONE },
  [HS_PERSON_ROLES] = { .name = "roles", .label = NC_ ("person", "Roles"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_ROLE },
  [HS_PERSON_STUDENT_LIMIT] = { .name = "student_limit", .label = NC_ ("person", "Students at a time"),
    .type = HS_TYPE_INTEGER },
  [HS_PERSON_COACH_MINUTES] = { .name = "coach_minutes", .label = NC_ ("person", "Digicoach hours a week"),
    .type = HS_TYPE_MINUTES },
  [HS_PERSON_COACH_TRAINED] = { .name = "coach_trained", .label = NC_ ("person", "Trained as digicoach"),
    .type = HS_TYPE_BOOLEAN },
  [HS_PERSON_WORKING_DAYS] = { .name = "working_days", .label = NC_ ("person", "Working days"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_WEEKDAY },
  [HS_PERSON_PROGRAMMES] = { .name = "programmes", .label = NC_ ("person", "Guides crebo"),
    .type = HS_TYPE_TEXT },
  [HS_PERSON_SUBSTITUTE] = { .name = "substitute", .label = NC_ ("person", "Substitute"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_PERSON_UNTIL] = { .name = "until", .label = NC_ ("person", "Works until"),
    .type = HS_TYPE_DATE },
  [HS_PERSON_REMARK] = { .name = "remark", .label = NC_ ("person", "Remark"),
    .type = HS_TYPE_LONG_TEXT },
};

const HsKind hs_kind_person = {
  .id = HS_KIND_PERSON, .name = "person", .prefix = "pe", .label = NC_ ("kind", "Person"),
  .plural = NC_ ("kinds", "People"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = person_fields, .n_fields = HS_PERSON_N_FIELDS,
};

static const HsField mandate_fields[HS_MANDATE_N_FIELDS] = {
  [HS_MANDATE_PERSON] = { .name = "person", .label = NC_ ("mandate", "Person"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_MANDATE_ORGANISATION] = { .name = "organisation", .label = NC_ ("mandate", "Organisation"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_MANDATE_FROM] = { .name = "from", .label = NC_ ("mandate", "From"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_KEY },
  [HS_MANDATE_TO] = { .name = "to", .label = NC_ ("mandate", "To"),
    .type = HS_TYPE_DATE },
  [HS_MANDATE_GRANTED_BY] = { .name = "granted_by", .label = NC_ ("mandate", "Granted by"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_mandate = {
  .id = HS_KIND_MANDATE, .name = "mandate", .prefix = "ma", .label = NC_ ("kind", "Mandate"),
  .plural = NC_ ("kinds", "Mandates"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = mandate_fields, .n_fields = HS_MANDATE_N_FIELDS,
};

static const HsField competence_fields[HS_COMPETENCE_N_FIELDS] = {
  [HS_COMPETENCE_PERSON] = { .name = "person", .label = NC_ ("competence", "Person"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_COMPETENCE_TECHNOLOGY] = { .name = "technology", .label = NC_ ("competence", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_COMPETENCE_LEVEL] = { .name = "level", .label = NC_ ("competence", "Level"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_COMPETENCE_LEVEL },
  [HS_COMPETENCE_DATE] = { .name = "date", .label = NC_ ("competence", "Date"),
    .type = HS_TYPE_DATE },
};

const HsKind hs_kind_competence = {
  .id = HS_KIND_COMPETENCE, .name = "competence", .prefix = "co", .label = NC_ ("kind", "Competence"),
  .plural = NC_ ("kinds", "Competences"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = competence_fields, .n_fields = HS_COMPETENCE_N_FIELDS,
};

static const HsField absence_fields[HS_ABSENCE_N_FIELDS] = {
  [HS_ABSENCE_PERSON] = { .name = "person", .label = NC_ ("absence", "Person"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_ABSENCE_FROM] = { .name = "from", .label = NC_ ("absence", "From"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_KEY },
  [HS_ABSENCE_TO] = { .name = "to", .label = NC_ ("absence", "To"),
    .type = HS_TYPE_DATE },
  [HS_ABSENCE_SUBSTITUTE] = { .name = "substitute", .label = NC_ ("absence", "Substitute"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
};

const HsKind hs_kind_absence = {
  .id = HS_KIND_ABSENCE, .name = "absence", .prefix = "ab", .label = NC_ ("kind", "Absence"),
  .plural = NC_ ("kinds", "Absences"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = absence_fields, .n_fields = HS_ABSENCE_N_FIELDS,
};

static const HsField student_fields[HS_STUDENT_N_FIELDS] = {
  [HS_STUDENT_SCHOOL] = { .name = "school", .label = NC_ ("student", "School"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION, .flags = HS_FIELD_KEY | HS_FIELD_NEED },
  [HS_STUDENT_NUMBER] = { .name = "number", .label = NC_ ("student", "Student number"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_KEY | HS_FIELD_SEARCH | HS_FIELD_NEED },
  [HS_STUDENT_FIRST_NAME] = { .name = "first_name", .label = NC_ ("student", "Call name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_STUDENT_INITIALS] = { .name = "initials", .label = NC_ ("student", "Initials"),
    .type = HS_TYPE_TEXT },
  [HS_STUDENT_INFIX] = { .name = "infix", .label = NC_ ("student", "Name infix"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_STUDENT_LAST_NAME] = { .name = "last_name", .label = NC_ ("student", "Last name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH | HS_FIELD_TITLE },
  [HS_STUDENT_BIRTH_DATE] = { .name = "birth_date", .label = NC_ ("student", "Birth date"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PRIVATE },
  [HS_STUDENT_EMAIL] = { .name = "email", .label = NC_ ("student", "E-mail"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_EMAIL, .flags = HS_FIELD_SEARCH },
  [HS_STUDENT_PHONE] = { .name = "phone", .label = NC_ ("student", "Phone"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_PHONE, .flags = HS_FIELD_PRIVATE },
  [HS_STUDENT_ADDRESS] = { .name = "address", .label = NC_ ("student", "Address"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_PRIVATE },
  [HS_STUDENT_POSTCODE] = { .name = "postcode", .label = NC_ ("student", "Postcode"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_POSTCODE, .flags = HS_FIELD_PRIVATE | HS_FIELD_SEARCH },
  [HS_STUDENT_PLACE] = { .name = "place", .label = NC_ ("student", "Place"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_STUDENT_LATITUDE] = { .name = "latitude", .label = NC_ ("student", "Latitude"),
    .type = HS_TYPE_MICRO, .flags = HS_FIELD_HIDDEN | HS_FIELD_PRIVATE },
  [HS_STUDENT_LONGITUDE] = { .name = "longitude", .label = NC_ ("student", "Longitude"),
    .type = HS_TYPE_MICRO, .flags = HS_FIELD_HIDDEN | HS_FIELD_PRIVATE },
  [HS_STUDENT_MOBILITY] = { .name = "mobility", .label = NC_ ("student", "Travels by"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_MOBILITY },
  [HS_STUDENT_DISTANCE_LIMIT] = { .name = "distance_limit", .label = NC_ ("student", "Farthest distance (km)"),
    .type = HS_TYPE_INTEGER },
  [HS_STUDENT_WEEKDAYS] = { .name = "weekdays", .label = NC_ ("student", "Days that fit"),
    .type = HS_TYPE_SET, .choices = HS_CHOICES_WEEKDAY },
  [HS_STUDENT_MENTOR] = { .name = "mentor", .label = NC_ ("student", "Mentor"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_STUDENT_EMERGENCY] = { .name = "emergency", .label = NC_ ("student", "Emergency contact"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_PRIVATE },
  [HS_STUDENT_REMARK] = { .name = "remark", .label = NC_ ("student", "Remark"),
    .type = HS_TYPE_LONG_TEXT, .flags = HS_FIELD_PRIVATE },
};

const HsKind hs_kind_student = {
  .id = HS_KIND_STUDENT, .name = "student", .prefix = "st", .label = NC_ ("kind", "Student"),
  .plural = NC_ ("kinds", "Students"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = student_fields, .n_fields = HS_STUDENT_N_FIELDS,
};

static const HsField enrolment_fields[HS_ENROLMENT_N_FIELDS] = {
  [HS_ENROLMENT_STUDENT] = { .name = "student", .label = NC_ ("enrolment", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_KEY | HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_ENROLMENT_SEQUENCE] = { .name = "sequence", .label = NC_ ("enrolment", "Enrolment number"),
    .type = HS_TYPE_INTEGER, .flags = HS_FIELD_KEY },
  [HS_ENROLMENT_PROGRAMME] = { .name = "programme", .label = NC_ ("enrolment", "Programme"),
    .type = HS_TYPE_REF, .target = HS_KIND_PROGRAMME },
  [HS_ENROLMENT_ROUTE] = { .name = "route", .label = NC_ ("enrolment", "Learning route"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_ROUTE },
  [HS_ENROLMENT_COHORT] = { .name = "cohort", .label = NC_ ("enrolment", "Cohort"),
    .type = HS_TYPE_TEXT },
  [HS_ENROLMENT_CLASS] = { .name = "class", .label = NC_ ("enrolment", "Class"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_SEARCH },
  [HS_ENROLMENT_START] = { .name = "start", .label = NC_ ("enrolment", "Start"),
    .type = HS_TYPE_DATE },
  [HS_ENROLMENT_EXPECTED_END] = { .name = "expected_end", .label = NC_ ("enrolment", "Expected end"),
    .type = HS_TYPE_DATE },
  [HS_ENROLMENT_DONE_MINUTES] = { .name = "done_minutes", .label = NC_ ("enrolment", "Hours done"),
    .type = HS_TYPE_MINUTES },
  [HS_ENROLMENT_EMPLOYER] = { .name = "employer", .label = NC_ ("enrolment", "Employer"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_ENROLMENT_PLACEMENT_START] = { .name = "placement_start", .label = NC_ ("enrolment", "Placement from"),
    .type = HS_TYPE_DATE },
  [HS_ENROLMENT_PLACEMENT_END] = { .name = "placement_end", .label = NC_ ("enrolment", "Placement to"),
    .type = HS_TYPE_DATE },
  [HS_ENROLMENT_PLACEMENT_MINUTES] = { .name = "placement_minutes", .label = NC_ ("enrolment", "Placement hours"),
    .type = HS_TYPE_MINUTES },
  [HS_ENROLMENT_DAYS_A_WEEK] = { .name = "days_a_week", .label = NC_ ("enrolment", "Days a week"),
    .type = HS_TYPE_INTEGER },
};

const HsKind hs_kind_enrolment = {
  .id = HS_KIND_ENROLMENT, .name = "enrolment", .prefix = "en", .label = NC_ ("kind", "Enrolment"),
  .plural = NC_ ("kinds", "Enrolments"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = enrolment_fields, .n_fields = HS_ENROLMENT_N_FIELDS,
};

static const HsField guardian_fields[HS_GUARDIAN_N_FIELDS] = {
  [HS_GUARDIAN_STUDENT] = { .name = "student", .label = NC_ ("guardian", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_KEY | HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_GUARDIAN_FIRST_NAME] = { .name = "first_name", .label = NC_ ("guardian", "Call name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_GUARDIAN_INFIX] = { .name = "infix", .label = NC_ ("guardian", "Name infix"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE },
  [HS_GUARDIAN_LAST_NAME] = { .name = "last_name", .label = NC_ ("guardian", "Last name"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_TITLE | HS_FIELD_SEARCH | HS_FIELD_NEED | HS_FIELD_KEY },
  [HS_GUARDIAN_RELATION] = { .name = "relation", .label = NC_ ("guardian", "Relation"),
    .type = HS_TYPE_TEXT },
  [HS_GUARDIAN_EMAIL] = { .name = "email", .label = NC_ ("guardian", "E-mail"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_EMAIL, .flags = HS_FIELD_KEY },
  [HS_GUARDIAN_PHONE] = { .name = "phone", .label = NC_ ("guardian", "Phone"),
    .type = HS_TYPE_TEXT, .check = HS_CHECK_PHONE },
  [HS_GUARDIAN_ADDRESS] = { .name = "address", .label = NC_ ("guardian", "Address"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_guardian = {
  .id = HS_KIND_GUARDIAN, .name = "guardian", .prefix = "gu", .label = NC_ ("kind", "Guardian"),
  .plural = NC_ ("kinds", "Guardians"), .flags = HS_KIND_FLAG_IMPORT | HS_KIND_FLAG_SEARCH,
  .fields = guardian_fields, .n_fields = HS_GUARDIAN_N_FIELDS,
};

static const HsField wish_fields[HS_WISH_N_FIELDS] = {
  [HS_WISH_STUDENT] = { .name = "student", .label = NC_ ("wish", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_KEY | HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_WISH_RANK] = { .name = "rank", .label = NC_ ("wish", "Rank"),
    .type = HS_TYPE_INTEGER, .flags = HS_FIELD_KEY },
  [HS_WISH_KIND] = { .name = "kind", .label = NC_ ("wish", "Kind"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_WISH_KIND },
  [HS_WISH_HOST] = { .name = "host", .label = NC_ ("wish", "Host"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_WISH_LOCATION] = { .name = "location", .label = NC_ ("wish", "Location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION },
  [HS_WISH_SETTING] = { .name = "setting", .label = NC_ ("wish", "Setting"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_CARE_SETTING },
  [HS_WISH_TECHNOLOGY] = { .name = "technology", .label = NC_ ("wish", "Technology"),
    .type = HS_TYPE_REF, .target = HS_KIND_TECHNOLOGY },
};

const HsKind hs_kind_wish = {
  .id = HS_KIND_WISH, .name = "wish", .prefix = "wi", .label = NC_ ("kind", "Wish"),
  .plural = NC_ ("kinds", "Wishes"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = wish_fields, .n_fields = HS_WISH_N_FIELDS,
};

static const HsField share_fields[HS_SHARE_N_FIELDS] = {
  [HS_SHARE_STUDENT] = { .name = "student", .label = NC_ ("share", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT | HS_FIELD_PRIVATE },
  [HS_SHARE_WHAT] = { .name = "what", .label = NC_ ("share", "What"),
    .type = HS_TYPE_CHOICE, .choices = HS_CHOICES_SHARE_WHAT, .flags = HS_FIELD_PRIVATE },
  [HS_SHARE_VALUE] = { .name = "value", .label = NC_ ("share", "Value"),
    .type = HS_TYPE_TEXT, .flags = HS_FIELD_PRIVATE },
  [HS_SHARE_GIVEN_ON] = { .name = "given_on", .label = NC_ ("share", "Given on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PRIVATE },
  [HS_SHARE_WITHDRAWN_ON] = { .name = "withdrawn_on", .label = NC_ ("share", "Withdrawn on"),
    .type = HS_TYPE_DATE, .flags = HS_FIELD_PRIVATE },
};

const HsKind hs_kind_share = {
  .id = HS_KIND_SHARE, .name = "share", .prefix = "sh", .label = NC_ ("kind", "Shared by choice"),
  .plural = NC_ ("kinds", "Shared by choice"), .flags = 0,
  .fields = share_fields, .n_fields = HS_SHARE_N_FIELDS,
};

static const HsField exclusion_fields[HS_EXCLUSION_N_FIELDS] = {
  [HS_EXCLUSION_STUDENT] = { .name = "student", .label = NC_ ("exclusion", "Student"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT, .flags = HS_FIELD_NEED | HS_FIELD_PARENT },
  [HS_EXCLUSION_OTHER_STUDENT] = { .name = "other_student", .label = NC_ ("exclusion", "Not together with"),
    .type = HS_TYPE_REF, .target = HS_KIND_STUDENT },
  [HS_EXCLUSION_HOST] = { .name = "host", .label = NC_ ("exclusion", "Not at host"),
    .type = HS_TYPE_REF, .target = HS_KIND_ORGANISATION },
  [HS_EXCLUSION_LOCATION] = { .name = "location", .label = NC_ ("exclusion", "Not at location"),
    .type = HS_TYPE_REF, .target = HS_KIND_LOCATION },
  [HS_EXCLUSION_PERSON] = { .name = "person", .label = NC_ ("exclusion", "Not with person"),
    .type = HS_TYPE_REF, .target = HS_KIND_PERSON },
  [HS_EXCLUSION_ITEM] = { .name = "item", .label = NC_ ("exclusion", "Not with item"),
    .type = HS_TYPE_REF, .target = HS_KIND_ITEM },
  [HS_EXCLUSION_VACANCY] = { .name = "vacancy", .label = NC_ ("exclusion", "Not on vacancy"),
    .type = HS_TYPE_REF, .target = HS_KIND_VACANCY },
  [HS_EXCLUSION_REASON] = { .name = "reason", .label = NC_ ("exclusion", "Reason"),
    .type = HS_TYPE_TEXT },
};

const HsKind hs_kind_exclusion = {
  .id = HS_KIND_EXCLUSION, .name = "exclusion", .prefix = "ex", .label = NC_ ("kind", "Exclusion"),
  .plural = NC_ ("kinds", "Exclusions"), .flags = HS_KIND_FLAG_IMPORT,
  .fields = exclusion_fields, .n_fields = HS_EXCLUSION_N_FIELDS,
};

/* clang-format on */
