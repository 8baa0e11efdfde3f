/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the first four themes: who does what, guidance, onboarding, material. */

#include "hs-rule-private.h"

#define SHEET HS_KIND_SHEET

/* The theme row of @theme, or NULL. */
static const HsRecord *
theme_row (const HsDossier *dossier, HsTheme theme)
{
  GPtrArray *rows = dossier->rows[HS_KIND_THEME];

  for (guint i = 0; i < rows->len; i++)
    if (hs_record_int (g_ptr_array_index (rows, i), HS_THEME_THEME) == (gint64) theme)
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* The status of a party for a theme; a theme without a row is open. */
static gint64
status_of (const HsRecord *row, guint field)
{
  return row != NULL && hs_record_has (row, field) ? hs_record_int (row, field)
                                                   : HS_THEME_STATUS_OPEN;
}

static const guint party_fields[] = { HS_THEME_SCHOOL_STATUS, HS_THEME_HOST_STATUS,
                                      HS_THEME_STUDENT_STATUS };

/* One finding per theme and party whose status is below @least, for the first @n parties. */
static void
check_status (const HsDossier *dossier, HsRun *run, HsThemeStatus least, guint n,
              const char *format)
{
  for (guint theme = 0; theme <= HS_THEME_ASSIGNMENT; theme++)
    {
      const HsRecord *row = theme_row (dossier, (HsTheme) theme);

      for (guint i = 0; i < n; i++)
        if (status_of (row, party_fields[i]) < (gint64) least)
          {
            hs_found (run, HS_KIND_THEME, row, (int) party_fields[i], format,
                      hs_choice_label (HS_CHOICES_THEME, theme),
                      hs_field_label (hs_kind (HS_KIND_THEME), party_fields[i]));
            /* A theme without a row still has its place. */
            ((HsFinding *) g_ptr_array_index (run->findings, run->findings->len - 1))->theme =
                (int) theme;
          }
    }
}

/* Besproken by school, host and student: each of the three signs, so each has talked about it. */
static void
check_discussed (const HsDossier *dossier, HsRun *run)
{
  check_status (dossier, run, HS_THEME_STATUS_DISCUSSED, 3,
                /* Translators: first the theme, then school, host or student. */
                _ ("Discuss the theme %s (%s)."));
}

static void
check_agreed (const HsDossier *dossier, HsRun *run)
{
  check_status (dossier, run, HS_THEME_STATUS_AGREED, 2,
                /* Translators: first the theme, then school or host. */
                _ ("The theme %s is not agreed yet (%s)."));
}

static void
check_tasks (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_TASK];

  if (rows->len == 0)
    hs_found (run, HS_KIND_TASK, NULL, -1,
              _ ("Nobody has a task yet. Write down who does what: each side thinks that the other "
                 "has arranged it."));
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (!hs_record_has (row, HS_TASK_DOES))
        hs_found (run, HS_KIND_TASK, row, HS_TASK_DOES, _ ("Choose who does this: %s."),
                  hs_record_has (row, HS_TASK_TEXT) ? hs_record_text (row, HS_TASK_TEXT) : "…");
    }
}

static void
check_clauses (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_CLAUSE];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (!hs_record_has (row, HS_CLAUSE_PARTY))
        hs_found (run, HS_KIND_CLAUSE, row, HS_CLAUSE_PARTY,
                  _ ("Say who sees to this: an arrangement of nobody is done by nobody."));
    }
}

/* Start, midway and end at the least. */
static void
check_contacts (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_CONTACT];
  guint seen = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 kind = hs_record_int (g_ptr_array_index (rows, i), HS_CONTACT_KIND);

      if (kind >= 0)
        seen |= 1u << kind;
    }
  for (guint kind = HS_CONTACT_KIND_START; kind <= HS_CONTACT_KIND_END; kind++)
    if (!(seen >> kind & 1))
      hs_found (run, HS_KIND_CONTACT, NULL, HS_CONTACT_KIND,
                _ ("Plan a contact moment of student, school and host: %s."),
                hs_choice_label (HS_CHOICES_CONTACT_KIND, kind));
}

/* A day that is missing, or outside the placement with a week of room on both sides. */
static void
check_moment (const HsDossier *dossier, HsRun *run, const HsRecord *row, guint date)
{
  gint64 day = hs_record_int (row, date);

  if (!hs_record_has (row, date))
    hs_found_as (run, HS_SEVERITY_TIP, hs_record_kind_id (row), row, (int) date,
                 _ ("Choose a day: then it comes in everybody's calendar."));
  else if (hs_sheet_has_period (dossier)
           && (day < hs_sheet_int (dossier, HS_SHEET_START) - 7
               || day > hs_sheet_int (dossier, HS_SHEET_END) + 7))
    hs_found (run, hs_record_kind_id (row), row, (int) date,
              _ ("This day is outside the placement. Choose another day."));
}

static void
check_moments (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *contacts = dossier->rows[HS_KIND_CONTACT];
  GPtrArray *peers = dossier->rows[HS_KIND_PEER];

  for (guint i = 0; i < contacts->len; i++)
    check_moment (dossier, run, g_ptr_array_index (contacts, i), HS_CONTACT_DATE);
  for (guint i = 0; i < peers->len; i++)
    check_moment (dossier, run, g_ptr_array_index (peers, i), HS_PEER_DATE);
}

static void
check_guidance_hours (const HsDossier *dossier, HsRun *run)
{
  if (hs_sheet_int (dossier, HS_SHEET_GUIDANCE_MINUTES) <= 0)
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_GUIDANCE_MINUTES,
              _ ("Fill in how many hours a week the supervisor has for the student."));
}

static void
check_stand_in (const HsDossier *dossier, HsRun *run)
{
  if (!hs_sheet_has (dossier, HS_SHEET_STAND_IN))
    hs_found (run, SHEET, dossier->sheet, HS_SHEET_STAND_IN,
              _ ("Choose who guides the student when the supervisor is absent."));
  else if (hs_sheet_has (dossier, HS_SHEET_SUPERVISOR)
           && hs_sheet_int (dossier, HS_SHEET_STAND_IN)
                  == hs_sheet_int (dossier, HS_SHEET_SUPERVISOR))
    hs_found_as (run, HS_SEVERITY_WARNING, SHEET, dossier->sheet, HS_SHEET_STAND_IN,
                 _ ("The stand-in is the supervisor. Choose somebody else."));
}

static void
check_reflection (const HsDossier *dossier, HsRun *run)
{
  if (dossier->rows[HS_KIND_PEER]->len == 0)
    hs_found (run, HS_KIND_PEER, NULL, -1,
              _ ("Plan a peer session, so that students learn from each other."));
  if (dossier->rows[HS_KIND_PROMPT]->len == 0)
    hs_found (run, HS_KIND_PROMPT, NULL, -1, _ ("Choose a question to reflect on."));
}

static void
check_onboarding (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_STEP];

  if (rows->len == 0)
    hs_found (run, HS_KIND_STEP, NULL, -1,
              _ ("There are no onboarding steps. Write down how the student gets started."));
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (!hs_record_has (row, HS_STEP_PARTY))
        hs_found (run, HS_KIND_STEP, row, HS_STEP_PARTY,
                  _ ("Choose who sees to this step of the onboarding."));
    }
}

/* The first day on which a technology is used, HS_DAY_NONE when no assignment says so. */
static HsDay
first_use (const HsDossier *dossier)
{
  GPtrArray *rows = dossier->rows[HS_KIND_ASSIGNMENT];
  HsDay first = HS_DAY_NONE;

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_ASSIGNMENT_FIRST_USE)
          && (first == HS_DAY_NONE || hs_record_int (row, HS_ASSIGNMENT_FIRST_USE) < first))
        first = (HsDay) hs_record_int (row, HS_ASSIGNMENT_FIRST_USE);
    }
  return first;
}

static void
check_onboarding_in_time (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_STEP];
  HsDay first = first_use (dossier);

  if (first == HS_DAY_NONE || !hs_sheet_has (dossier, HS_SHEET_START))
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (hs_record_has (row, HS_STEP_DAY)
          && hs_sheet_int (dossier, HS_SHEET_START) + hs_record_int (row, HS_STEP_DAY) > first)
        hs_found (run, HS_KIND_STEP, row, HS_STEP_DAY,
                  _ ("This step comes after the technology is used for the first time. Plan it "
                     "earlier."));
    }
}

static void
check_links (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_PREPARATION];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);
      gint64 state = hs_record_int (row, HS_PREPARATION_LINK_STATE);
      const HsRecord *material =
          hs_record_has (row, HS_PREPARATION_MATERIAL) ? hs_dossier_find (
              dossier, HS_KIND_MATERIAL, hs_record_int (row, HS_PREPARATION_MATERIAL))
                                                       : NULL;

      if (state < 0 && material != NULL)
        state = hs_record_int (material, HS_MATERIAL_LINK_STATE);
      if (state == HS_LINK_STATE_DEAD)
        hs_found (run, HS_KIND_PREPARATION, row, HS_PREPARATION_LINK,
                  _ ("The link of this material does not work. Look for another one."));
    }
}

static void
check_preparation_in_time (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_PREPARATION];
  HsDay first = first_use (dossier);

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (!hs_record_has (row, HS_PREPARATION_FINISH_BY))
        hs_found_as (run, HS_SEVERITY_TIP, HS_KIND_PREPARATION, row, HS_PREPARATION_FINISH_BY,
                     _ ("Say by which day the student has finished this material."));
      else if (first != HS_DAY_NONE && hs_record_int (row, HS_PREPARATION_FINISH_BY) > first)
        hs_found (run, HS_KIND_PREPARATION, row, HS_PREPARATION_FINISH_BY,
                  _ ("This material is finished after the technology is used for the first time. "
                     "Choose an earlier day."));
    }
}

static void
check_notes (const HsDossier *dossier, HsRun *run)
{
  GPtrArray *rows = dossier->rows[HS_KIND_NOTE];

  for (guint i = 0; i < rows->len; i++)
    {
      const HsRecord *row = g_ptr_array_index (rows, i);

      if (!hs_record_has (row, HS_NOTE_SETTLED_AT) && !hs_record_has (row, HS_NOTE_ANSWERS))
        hs_found (run, HS_KIND_NOTE, row, HS_NOTE_TEXT, _ ("There is a note that is not settled."));
    }
}

/* clang-format off */
#define REVIEWED (HS_IN (PROPOSED) | HS_IN (PLACED) | HS_IN (DRAFT) | HS_IN (REVIEW) | HS_IN (REFUSED))
const HsRule hs_rules_quality[] = {
  { "THEME-DISCUSSED", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_SUBMIT, REVIEWED,
    N_ ("School, host and student discussed each of the five themes"), N_ ("The five themes"),
    check_discussed },
  { "THEME-AGREED", HS_SEVERITY_BLOCKING, HS_EVENT_ACTION_APPROVE, HS_IN (REVIEW),
    N_ ("School and host agree on each of the five themes"), N_ ("The five themes"), check_agreed },
  { "TASK-OWNER", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Every task has somebody who does it"), N_ ("Theme responsibilities"), check_tasks },
  { "CLAUSE-OWNER", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Every clause says who sees to it"), N_ ("Theme responsibilities"), check_clauses },
  { "CONTACT-THREE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("At least three contact moments: start, midway and end"), N_ ("Theme guidance"),
    check_contacts },
  { "CONTACT-DAY", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Contact moments and peer sessions have a day, in the placement"), N_ ("Theme guidance"),
    check_moments },
  { "GUIDANCE-HOURS", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The hours of guidance a week are there"), N_ ("Theme guidance"), check_guidance_hours },
  { "GUIDANCE-STAND-IN", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("There is a stand-in for the supervisor"), N_ ("Theme guidance"), check_stand_in },
  { "GUIDANCE-REFLECTION", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("There are peer sessions and questions to reflect on"), N_ ("Theme guidance"),
    check_reflection },
  { "ONBOARDING-STEPS", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("There are onboarding steps and each has somebody who sees to it"),
    N_ ("Theme onboarding"), check_onboarding },
  { "ONBOARDING-LATE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The onboarding is done before the technology is used"), N_ ("Theme onboarding"),
    check_onboarding_in_time },
  { "MATERIAL-LINK", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The links of the material work"), N_ ("Theme preparatory material"), check_links },
  { "MATERIAL-LATE", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("The material is finished before the technology is used"),
    N_ ("Theme preparatory material"), check_preparation_in_time },
  { "NOTE-OPEN", HS_SEVERITY_TIP, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("Notes are settled"), N_ ("What somebody asks deserves an answer"), check_notes },
};
/* clang-format on */
const guint hs_n_rules_quality = G_N_ELEMENTS (hs_rules_quality);
