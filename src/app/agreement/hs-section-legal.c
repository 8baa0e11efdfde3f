/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legal part: what WEB 7.2.8 asks the parties to write down. */

#include "hs-section.h"

#include <glib/gi18n.h>

static gboolean
is_about_the_law (const HsFinding *finding)
{
  if (finding->kind == HS_KIND_PERIOD || finding->kind == HS_KIND_INTERRUPTION
      || finding->kind == HS_KIND_SPREAD)
    return TRUE;
  if (finding->kind != HS_KIND_SHEET)
    return FALSE;
  switch (finding->field)
    {
    case HS_SHEET_LOCATION:
    case HS_SHEET_TEAM:
    case HS_SHEET_SUPERVISOR:
    case HS_SHEET_STAND_IN:
    case HS_SHEET_TRAINER:
    case HS_SHEET_TEACHER:
    case HS_SHEET_DIGICOACH:
    case HS_SHEET_DIGICOACH_MINUTES:
    case HS_SHEET_EFFECTIVE_FROM:
    case HS_SHEET_CHANGE_REASON:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
add_lists (HsSection *self)
{
  static const int spread_fields[] = { HS_SPREAD_YEAR, HS_SPREAD_MINUTES, -1 };
  static const int interruption_fields[] = { HS_INTERRUPTION_FROM, HS_INTERRUPTION_TO,
                                             HS_INTERRUPTION_REASON, -1 };
  static const int period_fields[] = { HS_PERIOD_FROM, HS_PERIOD_TO, HS_PERIOD_MINUTES_DAY,
                                       HS_PERIOD_WEEKDAYS, -1 };
  const HsRowListInfo spread = { .kind = HS_KIND_SPREAD,
                                 .title = _ ("Hours in each study year"),
                                 .add = _ ("Add a study year"),
                                 .fields = spread_fields,
                                 .summary = spread_fields,
                                 .match_field = -1,
                                 .done_field = -1 };
  const HsRowListInfo interruptions = { .kind = HS_KIND_INTERRUPTION,
                                        .title = _ ("Interruptions"),
                                        .add = _ ("Add an interruption"),
                                        .empty =
                                            _ ("Days or weeks in which there is no placement."),
                                        .fields = interruption_fields,
                                        .summary = interruption_fields,
                                        .match_field = -1,
                                        .done_field = -1 };
  const HsRowListInfo periods = { .kind = HS_KIND_PERIOD,
                                  .title = _ ("Periods with other hours"),
                                  .add = _ ("Add a period"),
                                  .empty = _ ("Only when the hours are not the same all the time."),
                                  .fields = period_fields,
                                  .summary = period_fields,
                                  .match_field = -1,
                                  .done_field = -1 };

  hs_section_add_rows (self, &spread);
  hs_section_add_rows (self, &interruptions);
  hs_section_add_rows (self, &periods);
}

GtkWidget *
hs_section_new_legal (HsDossierEditor *editor)
{
  static const int period[] = { HS_SHEET_START,
                                HS_SHEET_END,
                                HS_SHEET_WEEKDAYS,
                                HS_SHEET_MINUTES_DAY,
                                HS_SHEET_TOTAL_MINUTES,
                                HS_SHEET_WORKS_HOLIDAYS,
                                -1 };
  static const int more_hours[] = { HS_SHEET_SHIFTS, HS_SHEET_SCHOOL_DAYS,
                                    HS_SHEET_HOURS_JUSTIFICATION, -1 };
  static const int guidance[] = { HS_SHEET_GUIDANCE, HS_SHEET_GUIDANCE_MINUTES, -1 };
  static const int qualification[] = { HS_SHEET_QUALIFICATION_PARTS, HS_SHEET_ASSESSMENT,
                                       HS_SHEET_ASSESSORS, -1 };
  static const int ending[] = { HS_SHEET_ENDING, -1 };
  static const int other[] = { HS_SHEET_FORM,          HS_SHEET_ALLOWANCE,
                               HS_SHEET_DRAWN_UP,      HS_SHEET_TRAVEL,
                               HS_SHEET_LIABILITY,     HS_SHEET_CONFIDENTIALITY,
                               HS_SHEET_TERMS_VERSION, -1 };
  GtkWidget *widget = hs_section_new (
      editor, _ ("Legal part"),
      _ ("The law asks for these things in writing. If one is missing, nobody can sign."));
  HsSection *self = HS_SECTION (widget);
  HsRecord *sheet = hs_dossier_editor_dossier (editor)->sheet;
  HsForm *form = hs_section_add_form (self, HS_KIND_SHEET, sheet);

  hs_form_add_section (form, _ ("Period and hours"), period);
  hs_form_append (form, hs_hours_box_new (editor));
  hs_form_add_section (form, NULL, more_hours);
  add_lists (self);
  form = hs_section_add_form (self, HS_KIND_SHEET, sheet);
  hs_form_add_section (form, _ ("Guidance"), guidance);
  hs_form_add_section (form, _ ("Qualification and assessment"), qualification);
  hs_form_add_section (form, _ ("Ending early"), ending);
  hs_form_add_section (form, _ ("Other"), other);
  hs_section_set_findings (self, -1, is_about_the_law);
  return widget;
}
