/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One assignment, in the order in which it was designed: need, situation, criteria, how,
 * technology, and what happens when that does not fit. */

#include "hs-contract-private.h"

#include "hs-choices.h"
#include "hs-kind.h"

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

/* What a criterion is for, in words that a student knows too. */
static const char *
criterion_kind (const char *kind)
{
  if (g_strcmp0 (kind, hs_choice_dutch (HS_CHOICES_CRITERION_KIND, HS_CRITERION_KIND_FORMATIVE))
      == 0)
    return _ ("To learn from (formative)");
  if (g_strcmp0 (kind, hs_choice_dutch (HS_CHOICES_CRITERION_KIND, HS_CRITERION_KIND_SUMMATIVE))
      == 0)
    return _ ("Counts for the assessment (summative)");
  return kind;
}

/* The criteria, below a line that says what they are for where that changes. */
static HsPdfText *
criteria_text (json_t *assignment)
{
  HsPdfText *text = hs_pdf_text_new ();
  json_t *list = hs_take_list (assignment, "criteria");
  g_autofree char *above = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    g_autofree char *what =
        json_is_string (item) ? g_strdup (json_string_value (item)) : hs_take (item, "text");
    g_autofree char *kind = json_is_object (item) ? hs_take (item, "kind") : NULL;
    g_autofree char *line = g_strconcat ("• ", what != NULL ? what : "…", NULL);

    if (kind != NULL && g_strcmp0 (kind, above) != 0)
      hs_pdf_text_add_line (text, HS_PDF_SMALL, criterion_kind (kind));
    hs_pdf_text_add_line (text, HS_PDF_BODY, line);
    if (json_is_object (item))
      hs_add_rest (text, HS_PDF_SMALL, item);
    g_free (above);
    above = g_steal_pointer (&kind);
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

/* Appends to @lines what it prints. */
static HsPdfText *
reservations_text (json_t *assignment, GString *lines)
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
    g_string_append_printf (lines, "%s\n", line);
    hs_add_rest (text, HS_PDF_SMALL, item);
  }
  json_decref (list);
  return text;
}

/* The technology that is reserved, and the one that is named when it is another. */
static HsPdfText *
technology_text (json_t *assignment)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  HsPdfText *text = reservations_text (assignment, lines);
  g_autofree char *name = hs_take (assignment, "technology");

  if (name != NULL && strstr (lines->str, name) == NULL)
    hs_pdf_text_add_line (text, HS_PDF_BODY, name);
  return text;
}

void
hs_contract_add_assignment (HsPdf *pdf, guint number, json_t *assignment)
{
  static const double weights[] = { 3.35, 9.4 };
  g_autoptr (GPtrArray) facts = hs_short_facts_new ();
  g_autofree char *title = hs_take (assignment, "title");
  g_autofree char *heading =
      g_strdup_printf (_ ("Assignment %u: %s"), number, title != NULL ? title : "…");

  hs_pdf_heading (pdf, 2, heading);
  hs_pdf_table_begin (pdf, weights, 2, NULL);
  hs_add_fact_text (pdf, _ ("Need"), need_text (assignment));
  hs_add_fact (pdf, _ ("Situation"), hs_take (assignment, "situation"));
  hs_add_fact_text (pdf, _ ("Good enough when"), criteria_text (assignment));
  hs_add_fact_text (pdf, _ ("How it goes"), how_text (assignment));
  hs_add_fact_text (pdf, _ ("Technology"), technology_text (assignment));
  hs_add_fact (pdf, _ ("If it does not fit"), hs_take (assignment, "fallback"));
  hs_short_facts_take (facts, assignment);
  hs_add_rest_facts (pdf, assignment);
  hs_pdf_table_end (pdf);
  hs_short_facts_print (pdf, facts);
}
