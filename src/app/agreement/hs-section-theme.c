/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five themes, each with its own rows, its clauses, its status per party and a remark. */

#include "hs-section.h"

#include "hs-assignment-form.h"
#include "hs-task-strip.h"

#include <glib/gi18n.h>

static HsRecord *
theme_record (HsDossierEditor *editor, HsTheme theme)
{
  g_autoptr (GPtrArray) rows =
      hs_dossier_editor_rows (editor, HS_KIND_THEME, HS_THEME_THEME, (gint64) theme);

  return rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
}

static const char *
intro (HsTheme theme)
{
  switch (theme)
    {
    case HS_THEME_RESPONSIBILITIES:
      return _ (
          "Who does what, who is asked, who hears it, and by when? Choose the technology that "
          "fits the team and the client first. The wish of the school comes second.");
    case HS_THEME_GUIDANCE:
      return _ (
          "When do student, school and host talk? Plan three contact moments at the least: at "
          "the start, midway and at the end.");
    case HS_THEME_ONBOARDING:
      return _ (
          "What does the student need in the first days? A step gets a day, somebody who does "
          "it, and a tick when it is done.");
    case HS_THEME_MATERIAL:
      return _ ("What does the student read, watch or practise beforehand?");
    case HS_THEME_ASSIGNMENT:
      return _ ("First the need of the team or the clients, then the technology. Never write about "
                "one client.");
    }
  return NULL;
}

static void
add_responsibilities (HsSection *self)
{
  static const int fields[] = {
    HS_TASK_TEXT, HS_TASK_DOES, HS_TASK_ASKED, HS_TASK_TOLD, HS_TASK_BY, HS_TASK_REMARK, -1
  };
  static const int summary[] = { HS_TASK_DOES, HS_TASK_ASKED, HS_TASK_TOLD, HS_TASK_BY, -1 };
  const HsRowListInfo info = { .kind = HS_KIND_TASK,
                               .title = _ ("Tasks"),
                               .add = _ ("Add a task"),
                               .empty = _ ("There are no tasks yet."),
                               .fields = fields,
                               .summary = summary,
                               .match_field = -1,
                               .done_field = -1,
                               .strip = hs_task_strip_new,
                               .refresh_strip = hs_task_strip_refresh };

  hs_section_set_width (self, 900);
  hs_section_add_rows (self, &info);
  hs_section_append (self, hs_task_legend_new ());
}

static void
add_guidance (HsSection *self)
{
  static const int contact[] = { HS_CONTACT_KIND,    HS_CONTACT_DATE,
                                 HS_CONTACT_TIME,    HS_CONTACT_TITLE,
                                 HS_CONTACT_PEOPLE,  HS_CONTACT_PLACE,
                                 HS_CONTACT_HELD_ON, -1 };
  static const int contact_summary[] = { HS_CONTACT_KIND, HS_CONTACT_DATE, HS_CONTACT_PEOPLE,
                                         HS_CONTACT_PLACE, -1 };
  static const int peer[] = {
    HS_PEER_KIND, HS_PEER_DATE, HS_PEER_TIME, HS_PEER_TITLE, HS_PEER_PEOPLE, HS_PEER_HELD_ON, -1
  };
  static const int peer_summary[] = { HS_PEER_KIND, HS_PEER_DATE, HS_PEER_PEOPLE, -1 };
  static const int prompt[] = { HS_PROMPT_TEXT, -1 };
  static const int none[] = { -1 };
  const HsRowListInfo contacts = { .kind = HS_KIND_CONTACT,
                                   .title = _ ("Contact moments"),
                                   .add = _ ("Add a contact moment"),
                                   .empty = _ ("Plan a talk at the start, midway and at the end."),
                                   .fields = contact,
                                   .summary = contact_summary,
                                   .match_field = -1,
                                   .done_field = HS_CONTACT_HELD_ON };
  const HsRowListInfo peers = { .kind = HS_KIND_PEER,
                                .title = _ ("Peer sessions and reflection"),
                                .add = _ ("Add a session"),
                                .fields = peer,
                                .summary = peer_summary,
                                .match_field = -1,
                                .done_field = HS_PEER_HELD_ON };
  const HsRowListInfo prompts = { .kind = HS_KIND_PROMPT,
                                  .title = _ ("Questions to reflect on"),
                                  .add = _ ("Add a question"),
                                  .fields = prompt,
                                  .summary = none,
                                  .match_field = -1,
                                  .done_field = -1 };

  hs_section_set_width (self, 800);
  hs_section_append (self, hs_contact_calendar_new (self));
  hs_section_add_rows (self, &contacts);
  hs_section_add_rows (self, &peers);
  hs_section_add_rows (self, &prompts);
}

static void
add_onboarding (HsSection *self)
{
  static const int fields[] = { HS_STEP_TEXT, HS_STEP_PARTY, HS_STEP_DAY, HS_STEP_DONE_ON, -1 };
  static const int summary[] = { HS_STEP_PARTY, HS_STEP_DAY, HS_STEP_DONE_ON, HS_STEP_DONE_BY, -1 };
  const HsRowListInfo info = { .kind = HS_KIND_STEP,
                               .title = _ ("Steps"),
                               .add = _ ("Add a step"),
                               .empty = _ ("There are no steps yet."),
                               .fields = fields,
                               .summary = summary,
                               .match_field = -1,
                               .done_field = HS_STEP_DONE_ON };

  hs_section_add_rows (self, &info);
}

static void
add_material (HsSection *self)
{
  static const int fields[] = {
    HS_PREPARATION_MATERIAL,    HS_PREPARATION_TITLE,       HS_PREPARATION_FORM,
    HS_PREPARATION_MINUTES,     HS_PREPARATION_FINISH_BY,   HS_PREPARATION_LINK,
    HS_PREPARATION_COMPETENCES, HS_PREPARATION_FINISHED_ON, -1
  };
  static const int summary[] = { HS_PREPARATION_MATERIAL, HS_PREPARATION_FORM,
                                 HS_PREPARATION_FINISH_BY, HS_PREPARATION_MINUTES, -1 };
  const HsRowListInfo info = { .kind = HS_KIND_PREPARATION,
                               .title = _ ("Material to finish beforehand"),
                               .add = _ ("Add material"),
                               .empty = _ ("Choose material, and a day on which it is finished."),
                               .fields = fields,
                               .summary = summary,
                               .match_field = -1,
                               .done_field = HS_PREPARATION_FINISHED_ON };

  hs_section_add_rows (self, &info);
}

static void
add_assignments (HsSection *self)
{
  static const int summary[] = { HS_ASSIGNMENT_TECHNOLOGY, HS_ASSIGNMENT_FIRST_USE,
                                 HS_ASSIGNMENT_NEED_CONFIRMED_BY, HS_ASSIGNMENT_COMPETENCES, -1 };
  const HsRowListInfo info = { .kind = HS_KIND_ASSIGNMENT,
                               .title = _ ("Assignments"),
                               .add = _ ("Add an assignment"),
                               .empty = _ ("There is no assignment yet."),
                               .summary = summary,
                               .match_field = -1,
                               .done_field = -1,
                               .build = hs_assignment_form_build,
                               .nested = hs_assignment_form_nested };

  hs_section_add_rows (self, &info);
}

static void
add_clauses (HsSection *self, HsTheme theme)
{
  static const int fields[] = { HS_CLAUSE_TEXT, HS_CLAUSE_PARTY, HS_CLAUSE_BY, -1 };
  static const int summary[] = { HS_CLAUSE_PARTY, HS_CLAUSE_BY, -1 };
  const HsRowListInfo info = { .kind = HS_KIND_CLAUSE,
                               .title = _ ("Clauses"),
                               .add = _ ("Add a clause"),
                               .fields = fields,
                               .summary = summary,
                               .match_field = HS_CLAUSE_THEME,
                               .match_value = theme,
                               .done_field = -1 };

  hs_section_add_rows (self, &info);
}

GtkWidget *
hs_section_new_theme (HsDossierEditor *editor, HsTheme theme)
{
  static const int remark[] = { HS_THEME_REMARK, -1 };
  static void (*const add[]) (HsSection *) = { add_responsibilities, add_guidance, add_onboarding,
                                               add_material, add_assignments };
  GtkWidget *widget =
      hs_section_new (editor, hs_choice_label (HS_CHOICES_THEME, theme), intro (theme));
  HsSection *self = HS_SECTION (widget);
  HsRecord *record = theme_record (editor, theme);

  hs_section_append (self, hs_theme_status_new (editor, theme));
  add[theme](self);
  add_clauses (self, theme);
  if (record != NULL)
    hs_form_add_section (hs_section_add_form (self, HS_KIND_THEME, record), NULL, remark);
  hs_section_set_findings (self, (int) theme, NULL);
  return widget;
}
