/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part: student, school, host, and the people who guide and assess. */

#include "hs-section.h"

#include "hs-permission.h"

#include <glib/gi18n.h>

static gboolean
is_about_parties (const HsFinding *finding)
{
  static const int sheet_fields[] = { HS_SHEET_LOCATION,   HS_SHEET_TEAM,
                                      HS_SHEET_SUPERVISOR, HS_SHEET_STAND_IN,
                                      HS_SHEET_TRAINER,    HS_SHEET_TEACHER,
                                      HS_SHEET_DIGICOACH,  HS_SHEET_DIGICOACH_MINUTES };

  if (finding->kind == HS_KIND_SIGNOFF || finding->kind == HS_KIND_CONSENT
      || finding->kind == HS_KIND_DELIVERY)
    return FALSE;
  if (finding->kind != HS_KIND_SHEET)
    return finding->kind != HS_KIND_PERIOD && finding->kind != HS_KIND_INTERRUPTION
           && finding->kind != HS_KIND_SPREAD;
  for (guint i = 0; i < G_N_ELEMENTS (sheet_fields); i++)
    if (sheet_fields[i] == finding->field)
      return TRUE;
  return FALSE;
}

/* People are offered from the organisation that they have to be of. */
static void
limit_people (HsSection *section, HsForm *form)
{
  HsDossier *dossier = hs_dossier_editor_dossier (hs_section_editor (section));
  gint64 host = hs_record_int (dossier->agreement, HS_AGREEMENT_HOST);
  gint64 school = hs_record_int (dossier->agreement, HS_AGREEMENT_SCHOOL);
  static const int of_host[] = { HS_SHEET_SUPERVISOR, HS_SHEET_STAND_IN, HS_SHEET_TRAINER,
                                 HS_SHEET_DIGICOACH };
  static const HsRole roles[] = { HS_ROLE_SUPERVISOR, HS_ROLE_SUPERVISOR, HS_ROLE_PRACTICE_TRAINER,
                                  HS_ROLE_DIGICOACH };

  for (guint i = 0; i < G_N_ELEMENTS (of_host); i++)
    {
      hs_field_row_limit (hs_form_row (form, of_host[i]), 0, HS_PERSON_ORGANISATION, host);
      hs_field_row_limit (hs_form_row (form, of_host[i]), 1, HS_PERSON_ROLES, roles[i]);
    }
  hs_field_row_limit (hs_form_row (form, HS_SHEET_TEACHER), 0, HS_PERSON_ORGANISATION, school);
  hs_field_row_limit (hs_form_row (form, HS_SHEET_TEACHER), 1, HS_PERSON_ROLES, HS_ROLE_TEACHER);
  hs_field_row_limit (hs_form_row (form, HS_SHEET_LOCATION), 0, HS_LOCATION_ORGANISATION, host);
  hs_field_row_limit (hs_form_row (form, HS_SHEET_TEAM), 0, HS_TEAM_LOCATION,
                      hs_record_int (dossier->sheet, HS_SHEET_LOCATION));
}

GtkWidget *
hs_section_new_parties (HsDossierEditor *editor)
{
  static const int student[] = { HS_AGREEMENT_STUDENT, HS_AGREEMENT_ENROLMENT, HS_AGREEMENT_ORIGIN,
                                 HS_AGREEMENT_EMPLOYMENT_CONTRACT, -1 };
  static const int organisations[] = { HS_AGREEMENT_SCHOOL, HS_AGREEMENT_HOST, HS_AGREEMENT_VACANCY,
                                       -1 };
  static const int place[] = { HS_SHEET_LOCATION, HS_SHEET_TEAM, -1 };
  static const int people[] = { HS_SHEET_SUPERVISOR,
                                HS_SHEET_STAND_IN,
                                HS_SHEET_TRAINER,
                                HS_SHEET_TEACHER,
                                HS_SHEET_DIGICOACH,
                                HS_SHEET_DIGICOACH_MINUTES,
                                -1 };
  static const int condition_fields[] = { HS_CONDITION_KIND, HS_CONDITION_REQUIRED_BY,
                                          HS_CONDITION_DATE, HS_CONDITION_SATISFIED, -1 };
  static const int condition_summary[] = { HS_CONDITION_KIND, HS_CONDITION_REQUIRED_BY,
                                           HS_CONDITION_SATISFIED, HS_CONDITION_DATE, -1 };
  const HsRowListInfo conditions = { .kind = HS_KIND_CONDITION,
                                     .title = _ ("Conditions to start"),
                                     .add = _ ("Add a condition"),
                                     .empty = _ ("For example a VOG. Never put the document itself "
                                                 "in here."),
                                     .fields = condition_fields,
                                     .summary = condition_summary,
                                     .match_field = -1,
                                     .done_field = -1 };
  GtkWidget *widget = hs_section_new (editor, _ ("Parties"),
                                      _ ("Who makes this agreement, and who guides the student?"));
  HsSection *self = HS_SECTION (widget);
  HsDossier *dossier = hs_dossier_editor_dossier (editor);
  HsForm *agreement = hs_section_add_form (self, HS_KIND_AGREEMENT, dossier->agreement);
  HsForm *sheet = hs_section_add_form (self, HS_KIND_SHEET, dossier->sheet);

  hs_form_add_section (agreement, _ ("Student"), student);
  hs_form_add_section (agreement, _ ("School and host"), organisations);
  hs_form_add_section (sheet, NULL, place);
  hs_form_add_section (sheet, _ ("People"), people);
  hs_field_row_limit (hs_form_row (agreement, HS_AGREEMENT_SCHOOL), 1, HS_ORGANISATION_KIND,
                      HS_ORGANISATION_KIND_SCHOOL);
  hs_field_row_limit (hs_form_row (agreement, HS_AGREEMENT_HOST), 1, HS_ORGANISATION_KIND,
                      HS_ORGANISATION_KIND_HOST);
  hs_field_row_limit (hs_form_row (agreement, HS_AGREEMENT_ENROLMENT), 0, HS_ENROLMENT_STUDENT,
                      hs_record_int (dossier->agreement, HS_AGREEMENT_STUDENT));
  limit_people (self, sheet);
  hs_section_add_rows (self, &conditions);
  hs_section_set_findings (self, -1, is_about_parties);
  return widget;
}
