/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a new sheet out of default records. */

#include "hs-defaults-private.h"
#include "hs-holiday.h"

#include <string.h>

/* Whether @record is for the school, or for all. */
static gboolean
is_for (const HsRecord *record, gint64 school)
{
  gint64 of = hs_record_int (record, HS_DEFAULT_SCHOOL);

  return of == 0 || of == school;
}

/* Whether @defaults has a row of the school itself that stands for the shipped one. */
static gboolean
is_replaced (GPtrArray *defaults, const HsRecord *record, gint64 school)
{
  const char *code = hs_record_text (record, HS_DEFAULT_CODE);

  if (hs_record_has (record, HS_DEFAULT_SCHOOL) || code == NULL)
    return FALSE;
  for (guint i = 0; i < defaults->len; i++)
    {
      const HsRecord *other = g_ptr_array_index (defaults, i);

      if (hs_record_has (other, HS_DEFAULT_SCHOOL) && is_for (other, school)
          && hs_record_int (other, HS_DEFAULT_KIND) == hs_record_int (record, HS_DEFAULT_KIND)
          && g_strcmp0 (hs_record_text (other, HS_DEFAULT_CODE), code) == 0)
        return TRUE;
    }
  return FALSE;
}

static gint
by_position (gconstpointer a, gconstpointer b)
{
  const HsRecord *x = *(HsRecord *const *) a, *y = *(HsRecord *const *) b;
  gint64 i = hs_record_int (x, HS_DEFAULT_POSITION), k = hs_record_int (y, HS_DEFAULT_POSITION);

  if (i != k)
    return i < k ? -1 : 1;
  return g_strcmp0 (hs_record_text (x, HS_DEFAULT_CODE), hs_record_text (y, HS_DEFAULT_CODE));
}

/* A day at @percent of the period, on a weekday of the pattern that is no public holiday; inside
 * the period. HS_DAY_NONE when the period is not known. */
static HsDay
day_at (const HsRecord *sheet, gint64 percent)
{
  gint64 start = hs_record_int (sheet, HS_SHEET_START), end = hs_record_int (sheet, HS_SHEET_END);
  guint weekdays = (guint) hs_record_int (sheet, HS_SHEET_WEEKDAYS);
  HsDay day, forward, back;

  if (!hs_record_has (sheet, HS_SHEET_START) || !hs_record_has (sheet, HS_SHEET_END) || end < start)
    return HS_DAY_NONE;
  weekdays = weekdays != 0 ? weekdays : 0x1f;
  day = (HsDay) (start + (end - start) * CLAMP (percent, 0, 100) / 100);
  for (int off = 0; off < 14; off++)
    {
      forward = day + off;
      back = day - off;
      if (forward <= end && weekdays >> hs_day_weekday (forward) & 1
          && hs_holiday_on (forward, HS_HOLIDAYS_USUAL) < 0)
        return forward;
      if (back >= start && weekdays >> hs_day_weekday (back) & 1
          && hs_holiday_on (back, HS_HOLIDAYS_USUAL) < 0)
        return back;
    }
  return day;
}

static void
copy_text (HsRecord *row, guint to, const HsRecord *from, guint field)
{
  if (hs_record_has (from, field))
    hs_record_set_text (row, to, hs_record_text (from, field));
}

static void
copy_int (HsRecord *row, guint to, const HsRecord *from, guint field)
{
  if (hs_record_has (from, field))
    hs_record_set_int (row, to, hs_record_int (from, field));
}

/* The kind of a contact moment or peer session is the start of its code: "midway", "wonder-1". */
static void
set_kind_by_code (HsRecord *row, guint field, HsChoicesId choices, const HsRecord *from,
                  guint otherwise)
{
  const char *code = hs_record_text (from, HS_DEFAULT_CODE);

  hs_record_set_int (row, field, otherwise);
  for (guint i = 0; code != NULL && i < hs_choices_table[choices].n_items; i++)
    if (g_str_has_prefix (code, hs_choice_code (choices, i)))
      hs_record_set_int (row, field, i);
}

static HsRecord *
make_contact (const HsRecord *from, const HsRecord *sheet)
{
  HsRecord *row = hs_record_new (HS_KIND_CONTACT);
  HsDay day = day_at (sheet, hs_record_int (from, HS_DEFAULT_DAY));

  set_kind_by_code (row, HS_CONTACT_KIND, HS_CHOICES_CONTACT_KIND, from, HS_CONTACT_KIND_OTHER);
  copy_text (row, HS_CONTACT_TITLE, from, HS_DEFAULT_TEXT);
  copy_int (row, HS_CONTACT_PEOPLE, from, HS_DEFAULT_ASKED);
  if (day != HS_DAY_NONE)
    hs_record_set_int (row, HS_CONTACT_DATE, day);
  return row;
}

static HsRecord *
make_peer (const HsRecord *from, const HsRecord *sheet)
{
  HsRecord *row = hs_record_new (HS_KIND_PEER);
  HsDay day = day_at (sheet, hs_record_int (from, HS_DEFAULT_DAY));

  set_kind_by_code (row, HS_PEER_KIND, HS_CHOICES_PEER_KIND, from, HS_PEER_KIND_PEER);
  copy_text (row, HS_PEER_TITLE, from, HS_DEFAULT_TEXT);
  copy_int (row, HS_PEER_PEOPLE, from, HS_DEFAULT_ASKED);
  if (day != HS_DAY_NONE)
    hs_record_set_int (row, HS_PEER_DATE, day);
  return row;
}

static HsRecord *
make_task (const HsRecord *from)
{
  HsRecord *row = hs_record_new (HS_KIND_TASK);

  copy_text (row, HS_TASK_CODE, from, HS_DEFAULT_CODE);
  copy_text (row, HS_TASK_TEXT, from, HS_DEFAULT_TEXT);
  copy_int (row, HS_TASK_DOES, from, HS_DEFAULT_PARTY);
  copy_int (row, HS_TASK_ASKED, from, HS_DEFAULT_ASKED);
  copy_int (row, HS_TASK_TOLD, from, HS_DEFAULT_TOLD);
  copy_int (row, HS_TASK_POSITION, from, HS_DEFAULT_POSITION);
  return row;
}

static HsRecord *
make_step (const HsRecord *from)
{
  HsRecord *row = hs_record_new (HS_KIND_STEP);

  copy_text (row, HS_STEP_CODE, from, HS_DEFAULT_CODE);
  copy_int (row, HS_STEP_DAY, from, HS_DEFAULT_DAY);
  copy_text (row, HS_STEP_TEXT, from, HS_DEFAULT_TEXT);
  copy_int (row, HS_STEP_PARTY, from, HS_DEFAULT_PARTY);
  copy_int (row, HS_STEP_POSITION, from, HS_DEFAULT_POSITION);
  return row;
}

static HsRecord *
make_prompt (const HsRecord *from)
{
  HsRecord *row = hs_record_new (HS_KIND_PROMPT);

  copy_text (row, HS_PROMPT_TEXT, from, HS_DEFAULT_TEXT);
  copy_int (row, HS_PROMPT_POSITION, from, HS_DEFAULT_POSITION);
  return row;
}

static HsRecord *
make_clause (const HsRecord *from)
{
  HsRecord *row = hs_record_new (HS_KIND_CLAUSE);

  copy_int (row, HS_CLAUSE_THEME, from, HS_DEFAULT_THEME);
  copy_text (row, HS_CLAUSE_TEXT, from, HS_DEFAULT_TEXT);
  copy_int (row, HS_CLAUSE_PARTY, from, HS_DEFAULT_PARTY);
  copy_int (row, HS_CLAUSE_POSITION, from, HS_DEFAULT_POSITION);
  return row;
}

static HsRecord *
make_row (const HsRecord *from, const HsRecord *sheet)
{
  switch (hs_record_int (from, HS_DEFAULT_KIND))
    {
    case HS_ROW_KIND_TASK:
      return make_task (from);
    case HS_ROW_KIND_CONTACT:
      return make_contact (from, sheet);
    case HS_ROW_KIND_PEER:
      return make_peer (from, sheet);
    case HS_ROW_KIND_PROMPT:
      return make_prompt (from);
    case HS_ROW_KIND_STEP:
      return make_step (from);
    case HS_ROW_KIND_CLAUSE:
      return make_clause (from);
    default:
      return NULL;
    }
}

/* Adds @row with @sheet as its parent; takes it. */
static void
add_row (GPtrArray *rows, HsRecord *row, const HsRecord *sheet)
{
  if (row == NULL)
    return;
  hs_record_set_int (row, (guint) hs_kind_parent_field (hs_record_kind (row)),
                     hs_record_id (sheet));
  g_ptr_array_add (rows, row);
}

static void
add_themes (GPtrArray *rows, const HsRecord *sheet)
{
  for (gint64 theme = HS_THEME_RESPONSIBILITIES; theme <= HS_THEME_ASSIGNMENT; theme++)
    {
      HsRecord *row = hs_record_new (HS_KIND_THEME);

      hs_record_set_int (row, HS_THEME_THEME, theme);
      hs_record_set_int (row, HS_THEME_SCHOOL_STATUS, HS_THEME_STATUS_OPEN);
      hs_record_set_int (row, HS_THEME_HOST_STATUS, HS_THEME_STATUS_OPEN);
      hs_record_set_int (row, HS_THEME_STUDENT_STATUS, HS_THEME_STATUS_OPEN);
      add_row (rows, row, sheet);
    }
}

static void
add_region_clauses (GPtrArray *rows, GPtrArray *clauses, const HsRecord *sheet)
{
  for (guint i = 0; clauses != NULL && i < clauses->len; i++)
    {
      const HsRecord *from = g_ptr_array_index (clauses, i);
      HsRecord *row = hs_record_new (HS_KIND_CLAUSE);

      copy_int (row, HS_CLAUSE_THEME, from, HS_REGION_CLAUSE_THEME);
      copy_text (row, HS_CLAUSE_TEXT, from, HS_REGION_CLAUSE_TEXT);
      copy_int (row, HS_CLAUSE_PARTY, from, HS_REGION_CLAUSE_PARTY);
      /* Behind the clauses of the defaults. */
      hs_record_set_int (row, HS_CLAUSE_POSITION, 1000 + (gint64) i);
      add_row (rows, row, sheet);
    }
}

GPtrArray *
hs_defaults_rows (GPtrArray *defaults, GPtrArray *clauses, const HsRecord *sheet, gint64 school)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  for (guint i = 0; i < defaults->len; i++)
    {
      HsRecord *record = g_ptr_array_index (defaults, i);

      if (is_for (record, school) && !is_replaced (defaults, record, school))
        g_ptr_array_add (used, record);
    }
  g_ptr_array_sort (used, by_position);
  add_themes (rows, sheet);
  for (guint i = 0; i < used->len; i++)
    add_row (rows, make_row (g_ptr_array_index (used, i), sheet), sheet);
  add_region_clauses (rows, clauses, sheet);
  return rows;
}

void
hs_defaults_sheet (HsRecord *sheet, GHashTable *settings)
{
  static const struct
  {
    guint field;
    const char *setting;
  } texts[] = {
    { HS_SHEET_ASSESSMENT, "text.assessment" },
    { HS_SHEET_GUIDANCE, "text.guidance" },
    { HS_SHEET_ENDING, "text.ending" },
    { HS_SHEET_CONFIDENTIALITY, "text.confidentiality" },
    { HS_SHEET_TERMS_VERSION, "text.terms_version" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!hs_record_has (sheet, texts[i].field))
      hs_record_set_text (sheet, texts[i].field, hs_defaults_setting (settings, texts[i].setting));
  if (!hs_record_has (sheet, HS_SHEET_ASSESSORS))
    hs_record_set_int (sheet, HS_SHEET_ASSESSORS, 1 << HS_PARTY_TRAINER | 1 << HS_PARTY_TEACHER);
}
