/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five themes, each with its own structured content. */

#include "hs-contract-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *code;
  const char *title;
} themes[] = {
  { "responsibilities", N_ ("Responsibilities") },
  { "guidance", N_ ("Peer sessions, reflection and guidance") },
  { "onboarding", N_ ("Onboarding") },
  { "material", N_ ("Preparatory learning material") },
  { "assignment", N_ ("Care technology in assignments") },
};

static char *
theme_title (guint number, const char *code)
{
  const char *title = code;

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].code, code) == 0)
      title = _ (themes[i].title);
  return g_strdup_printf ("%u. %s", number, title != NULL ? title : "…");
}

/* A cell of the member @key of @item. */
static HsPdfText *
cell_of (json_t *item, const char *key)
{
  g_autofree char *value = hs_take (item, key);
  return hs_pdf_text_new_of (HS_PDF_BODY, value);
}

static HsPdfText *
date_cell (json_t *item, const char *key)
{
  g_autofree char *value = hs_take_as (item, key, HS_VALUE_DATE);
  return hs_pdf_text_new_of (HS_PDF_BODY, value);
}

typedef void (*AddItem) (HsPdf *pdf, json_t *item);

/* Every object of the list @key goes to @add; what else is in the list is printed as a line. */
static void
each (HsPdf *pdf, json_t *list, AddItem add)
{
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    json_t *object = json_is_object (item) ? json_incref (item) : json_object ();
    if (json_is_string (item))
      json_object_set (object, "text", item);
    add (pdf, object);
    json_decref (object);
  }
}

/* A table of the list @key, when there is one with something in it. */
static void
add_table (HsPdf *pdf, json_t *theme, const char *key, const double *weights, guint columns,
           const char *const *headers, AddItem add)
{
  json_t *list = hs_take_list (theme, key);

  if (json_array_size (list) > 0)
    {
      hs_pdf_table_begin (pdf, weights, columns, headers);
      each (pdf, list, add);
      hs_pdf_table_end (pdf);
    }
  json_decref (list);
}

/* ---- rows ---- */

/* "The text of it. Student, by 1 March 2027" */
static void
add_clause (HsPdf *pdf, json_t *clause)
{
  g_autofree char *text = hs_take (clause, "text");
  g_autofree char *party = hs_take (clause, "party");
  g_autofree char *by = hs_take_as (clause, "by", HS_VALUE_DATE);
  HsPdfText *line = hs_pdf_text_new_of (HS_PDF_BODY, text);

  hs_pdf_text_add (line, HS_PDF_BODY, text != NULL ? "  " : NULL);
  hs_pdf_text_add (line, HS_PDF_LABEL, party);
  if (by != NULL)
    {
      g_autofree char *until = g_strdup_printf (_ (", by %s"), by);

      hs_pdf_text_add (line, HS_PDF_LABEL, until);
    }
  hs_add_rest (line, HS_PDF_SMALL, clause);
  hs_pdf_item (pdf, line);
}

static void
task_cells (json_t *task, HsPdfText **cells)
{
  json_object_del (task, "code"); /* tells the program which default task it was */
  cells[0] = cell_of (task, "text");
  cells[1] = cell_of (task, "does");
  cells[2] = cell_of (task, "asked");
  cells[3] = cell_of (task, "told");
}

static void
add_task (HsPdf *pdf, json_t *task)
{
  HsPdfText *cells[4];

  task_cells (task, cells);
  hs_add_rest (cells[0], HS_PDF_SMALL, task);
  hs_pdf_table_row (pdf, cells);
}

static void
add_dated_task (HsPdf *pdf, json_t *task)
{
  HsPdfText *cells[5];

  task_cells (task, cells);
  cells[4] = date_cell (task, "by");
  hs_add_rest (cells[0], HS_PDF_SMALL, task);
  hs_pdf_table_row (pdf, cells);
}

/* " · value" in small print; nothing for NULL. */
static void
add_beside (HsPdfText *text, const char *value)
{
  hs_pdf_text_add (text, HS_PDF_SMALL, value != NULL ? " · " : NULL);
  hs_pdf_text_add (text, HS_PDF_SMALL, value);
}

static void
add_contact (HsPdf *pdf, json_t *contact)
{
  HsPdfText *cells[3];
  g_autofree char *kind = hs_take (contact, "kind");
  g_autofree char *time = hs_take (contact, "time");
  g_autofree char *place = hs_take (contact, "place");

  cells[0] = cell_of (contact, "date");
  hs_pdf_text_add (cells[0], HS_PDF_BODY, time != NULL ? ", " : NULL);
  hs_pdf_text_add (cells[0], HS_PDF_BODY, time);
  cells[1] = cell_of (contact, "title");
  add_beside (cells[1], kind);
  add_beside (cells[1], place);
  cells[2] = cell_of (contact, "people");
  hs_add_rest (cells[1], HS_PDF_SMALL, contact);
  hs_pdf_table_row (pdf, cells);
}

/* A day relative to the start, in words. */
static char *
day_text (json_t *step)
{
  json_t *value = json_object_get (step, "day");

  if (!json_is_integer (value))
    return hs_take_as (step, "day", HS_VALUE_DATE);
  int day = (int) CLAMP (json_integer_value (value), -10000, 10000);
  json_object_del (step, "day");
  if (day == 0)
    return g_strdup (_ ("First day"));
  if (day < 0)
    return g_strdup_printf (
        ngettext ("%d day before the start", "%d days before the start", (gulong) -day), -day);
  return g_strdup_printf (
      ngettext ("%d day after the start", "%d days after the start", (gulong) day), day);
}

static void
add_step (HsPdf *pdf, json_t *step)
{
  HsPdfText *cells[3];
  g_autofree char *day = day_text (step);

  json_object_del (step, "code");
  cells[0] = hs_pdf_text_new_of (HS_PDF_BODY, day);
  cells[1] = cell_of (step, "text");
  cells[2] = cell_of (step, "party");
  hs_add_rest (cells[1], HS_PDF_SMALL, step);
  hs_pdf_table_row (pdf, cells);
}

static void
add_material (HsPdf *pdf, json_t *material)
{
  HsPdfText *cells[4];
  g_autofree char *title = hs_take (material, "title");
  g_autofree char *link = hs_take (material, "link");
  g_autofree char *form = hs_take (material, "form");
  g_autofree char *minutes = hs_take (material, "minutes");

  cells[0] = hs_pdf_text_new_of (HS_PDF_BODY, title);
  hs_pdf_text_add_line (cells[0], HS_PDF_SMALL, link);
  hs_pdf_text_set_uri (cells[0], link);
  cells[1] = hs_pdf_text_new_of (HS_PDF_BODY, form);
  hs_pdf_text_add (cells[1], HS_PDF_BODY, form != NULL && minutes != NULL ? ", " : NULL);
  hs_pdf_text_add (cells[1], HS_PDF_BODY, minutes);
  cells[2] = cell_of (material, "finish_by");
  cells[3] = cell_of (material, "competences");
  hs_add_rest (cells[0], HS_PDF_SMALL, material);
  hs_pdf_table_row (pdf, cells);
}

/* A line of a list: its date, its text or title, what it is and with whom, then all else. */
static void
add_line_item (HsPdf *pdf, json_t *item)
{
  static const char *const also[] = { "kind", "people" };
  g_autofree char *text = hs_take (item, "text");
  g_autofree char *title = hs_take (item, "title");
  g_autofree char *date = hs_take (item, "date");
  g_autofree char *time = date != NULL ? hs_take (item, "time") : NULL;
  HsPdfText *line = hs_pdf_text_new ();

  if (date != NULL)
    {
      hs_pdf_text_add (line, HS_PDF_STRONG, date);
      hs_pdf_text_add (line, HS_PDF_STRONG, time != NULL ? ", " : NULL);
      hs_pdf_text_add (line, HS_PDF_STRONG, time);
      hs_pdf_text_add (line, HS_PDF_BODY, "  ");
    }
  hs_pdf_text_add (line, HS_PDF_BODY, title);
  hs_pdf_text_add (line, HS_PDF_BODY, title != NULL && text != NULL ? ": " : NULL);
  hs_pdf_text_add (line, HS_PDF_BODY, text);
  for (guint i = 0; i < G_N_ELEMENTS (also); i++)
    {
      g_autofree char *value = hs_take (item, also[i]);

      add_beside (line, value);
    }
  hs_add_rest (line, HS_PDF_SMALL, item);
  hs_pdf_item (pdf, line);
}

/* ---- lists and tables ---- */

static void
add_list (HsPdf *pdf, json_t *theme, const char *key, const char *title)
{
  json_t *list = hs_take_list (theme, key);

  if (json_array_size (list) > 0)
    {
      hs_pdf_heading (pdf, 3, title);
      each (pdf, list, add_line_item);
    }
  json_decref (list);
}

static gboolean
any_has (json_t *list, const char *key)
{
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    if (json_object_get (item, key) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The column of dates is only there when there is a date. */
static void
add_tasks (HsPdf *pdf, json_t *theme)
{
  static const double dated_weights[] = { 4.75, 2.3, 2.6, 2.75, 2.6 };
  static const double weights[] = { 5.4, 2.4, 3.5, 3.2 };
  gboolean dated = any_has (json_object_get (theme, "tasks"), "by");
  const char *headers[] = { _ ("Task"), _ ("Who does it"), _ ("Who is asked"), _ ("Who is told"),
                            _ ("By when") };

  if (dated)
    add_table (pdf, theme, "tasks", dated_weights, 5, headers, add_dated_task);
  else
    add_table (pdf, theme, "tasks", weights, 4, headers, add_task);
}

static void
add_contacts (HsPdf *pdf, json_t *theme)
{
  static const double weights[] = { 2.8, 5.2, 4.6 };
  const char *headers[] = { _ ("Date"), _ ("Contact moment"), _ ("With") };

  add_table (pdf, theme, "contacts", weights, 3, headers, add_contact);
}

static void
add_steps (HsPdf *pdf, json_t *theme)
{
  static const double weights[] = { 2.8, 6.4, 2.8 };
  const char *headers[] = { _ ("When"), _ ("What"), _ ("Who sees to it") };

  add_table (pdf, theme, "steps", weights, 3, headers, add_step);
}

static void
add_materials (HsPdf *pdf, json_t *theme)
{
  static const double weights[] = { 5.4, 2.8, 2.5, 2.4 };
  const char *headers[] = { _ ("Material"), _ ("Form and time"), _ ("Finish by"), _ ("Works on") };

  add_table (pdf, theme, "materials", weights, 4, headers, add_material);
}

void
hs_contract_add_clauses (HsPdf *pdf, json_t *theme)
{
  json_t *list = hs_take_list (theme, "clauses");

  if (json_array_size (list) > 0)
    {
      hs_pdf_heading (pdf, 3, _ ("Clauses"));
      each (pdf, list, add_clause);
    }
  json_decref (list);
}

static void
add_assignments (HsPdf *pdf, json_t *theme)
{
  json_t *list = hs_take_list (theme, "assignments");
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    if (json_is_object (item))
      hs_contract_add_assignment (pdf, (guint) i + 1, item);
  }
  json_decref (list);
}

void
hs_contract_add_theme (HsPdf *pdf, guint number, json_t *theme)
{
  static const double weights[] = { 3.35, 9.4 };
  g_autofree char *code = hs_take (theme, "code");
  g_autofree char *title = theme_title (number, code);
  g_autofree char *remark = hs_take (theme, "remark");

  hs_pdf_heading (pdf, 1, title);
  hs_pdf_paragraph (pdf, hs_pdf_text_new_of (HS_PDF_BODY, remark));
  add_tasks (pdf, theme);
  add_contacts (pdf, theme);
  add_steps (pdf, theme);
  add_materials (pdf, theme);
  add_list (pdf, theme, "peers", _ ("Peer sessions"));
  add_list (pdf, theme, "prompts", _ ("Questions to think about"));
  hs_contract_add_clauses (pdf, theme);
  add_assignments (pdf, theme);
  if (json_object_size (theme) == 0)
    return;
  hs_pdf_table_begin (pdf, weights, 2, NULL);
  hs_add_rest_facts (pdf, theme);
  hs_pdf_table_end (pdf);
}
