/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One assignment, in the order in which it was designed: need, situation, criteria, how,
 * technology, and what happens when that does not fit. */

#include "hs-contract-private.h"

#include <glib/gi18n.h>
#include <string.h>

static HsPdfText *
need_text (json_t *assignment)
{
  HsPdfText *text = hs_pdf_text_new ();
  g_autofree char *need = hs_take (assignment, "need");
  g_autofree char *by = hs_take (assignment, "need_confirmed_by");
  g_autofree char *on = hs_take_as (assignment, "need_confirmed_on", HS_VALUE_DATE);
  g_autofree char *confirmed = NULL;

  hs_pdf_text_add (text, HS_PDF_BODY, need);
  if (by != NULL && on != NULL)
    confirmed = g_strdup_printf (_ ("Confirmed by %s on %s"), by, on);
  else if (by != NULL || on != NULL)
    confirmed = g_strdup_printf (_ ("Confirmed: %s"), by != NULL ? by : on);
  hs_pdf_text_add_line (text, HS_PDF_SMALL, confirmed);
  return text;
}

static const char *
criterion_kind (const char *kind)
{
  if (g_strcmp0 (kind, "formative") == 0)
    return _ ("to learn from");
  if (g_strcmp0 (kind, "summative") == 0)
    return _ ("counts for the assessment");
  return kind;
}

static HsPdfText *
criteria_text (json_t *assignment)
{
  HsPdfText *text = hs_pdf_text_new ();
  json_t *list = hs_take_list (assignment, "criteria");
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    g_autofree char *what =
        json_is_string (item) ? g_strdup (json_string_value (item)) : hs_take (item, "text");
    g_autofree char *kind = json_is_object (item) ? hs_take (item, "kind") : NULL;
    g_autofree char *line = g_strconcat ("• ", what != NULL ? what : "…", NULL);
    g_autofree char *note = kind != NULL ? g_strdup_printf (" (%s)", criterion_kind (kind)) : NULL;
    hs_pdf_text_add_line (text, HS_PDF_BODY, line);
    hs_pdf_text_add (text, HS_PDF_SMALL, note);
    if (json_is_object (item))
      hs_add_rest (text, HS_PDF_SMALL, item);
  }
  json_decref (list);
  return text;
}

static HsPdfText *
how_text (json_t *assignment)
{
  const char *const questions[][2] = {
    { "who", _ ("Who") },   { "what", _ ("What") }, { "where", _ ("Where") },
    { "when", _ ("When") }, { "why", _ ("Why") },   { "how", _ ("How") },
  };
  HsPdfText *text = hs_pdf_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    hs_add_labelled (text, questions[i][1], hs_take (assignment, questions[i][0]));
  return text;
}

static char *
reservation_line (json_t *item)
{
  g_autofree char *name = hs_take (item, "item");
  g_autofree char *technology = hs_take (item, "technology");
  g_autofree char *from = hs_take (item, "from");
  g_autofree char *to = hs_take (item, "to");
  g_autofree char *quantity = hs_take (item, "quantity");
  GString *line = g_string_new (NULL);

  if (quantity != NULL && strcmp (quantity, "1") != 0)
    g_string_append_printf (line, "%s × ", quantity);
  g_string_append (line, technology != NULL ? technology : name != NULL ? name : "…");
  if (technology != NULL && name != NULL && strcmp (name, technology) != 0)
    g_string_append_printf (line, " (%s)", name);
  if (from != NULL)
    g_string_append_printf (line, _ (", from %s"), from);
  if (to != NULL)
    g_string_append_printf (line, _ (" until %s"), to);
  return g_string_free (line, FALSE);
}

static HsPdfText *
reservations_text (json_t *assignment)
{
  HsPdfText *text = hs_pdf_text_new ();
  json_t *list = hs_take_list (assignment, "reservations");
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    if (!json_is_object (item))
      {
        hs_pdf_text_add_line (text, HS_PDF_BODY, json_string_value (item));
        continue;
      }
    g_autofree char *line = reservation_line (item);
    hs_pdf_text_add_line (text, HS_PDF_BODY, line);
    hs_add_rest (text, HS_PDF_SMALL, item);
  }
  json_decref (list);
  return text;
}

void
hs_contract_add_assignment (HsPdf *pdf, guint number, json_t *assignment)
{
  static const double weights[] = { 3.75, 9 };
  g_autofree char *title = hs_take (assignment, "title");
  g_autofree char *heading =
      g_strdup_printf (_ ("Assignment %u: %s"), number, title != NULL ? title : "…");

  hs_pdf_heading (pdf, 2, heading);
  hs_pdf_table_begin (pdf, weights, 2, NULL);
  hs_add_fact_text (pdf, _ ("Need"), need_text (assignment));
  hs_add_fact (pdf, _ ("Situation"), hs_take (assignment, "situation"));
  hs_add_fact_text (pdf, _ ("Good enough when"), criteria_text (assignment));
  hs_add_fact_text (pdf, _ ("How it goes"), how_text (assignment));
  hs_add_fact (pdf, _ ("V-competences"), hs_take (assignment, "competences"));
  hs_add_fact (pdf, _ ("Work processes"), hs_take (assignment, "work_processes"));
  hs_add_fact (pdf, _ ("Learning setting"), hs_take (assignment, "setting"));
  hs_add_fact_text (pdf, _ ("Technology"), reservations_text (assignment));
  hs_add_fact (pdf, _ ("If it does not fit"), hs_take (assignment, "fallback"));
  hs_add_rest_facts (pdf, assignment);
  hs_pdf_table_end (pdf);
}
