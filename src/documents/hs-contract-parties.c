/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First page of the contract: what it is about, who take part, and what the law asks (WEB 7.2.8).
 */

#include "hs-contract-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Joins what is there with @between; takes both (transfer full, nullable). */
static char *
joined (char *first, const char *between, char *second)
{
  char *both = first != NULL && second != NULL ? g_strconcat (first, between, second, NULL)
                                               : g_strdup (first != NULL ? first : second);

  g_free (first);
  g_free (second);
  return both;
}

static const char *
name_of (json_t *parties, const char *party)
{
  const char *name = json_string_value (json_object_get (json_object_get (parties, party), "name"));
  return name != NULL ? name : "…";
}

void
hs_contract_add_top (HsPdf *pdf, json_t *root, gboolean draft)
{
  json_t *parties = json_object_get (root, "parties");
  const char *number = json_string_value (json_object_get (root, "number"));
  const char *location =
      json_string_value (json_object_get (json_object_get (parties, "location"), "name"));
  g_autofree char *kind =
      g_strdup_printf (_ ("%sPlacement agreement and bpv agreement (POK) · %s"),
                       draft ? _ ("Draft · ") : "", number != NULL ? number : _ ("no number yet"));
  /* Translators: a student's name and a host's name: "Anna de Vries at Zonnehof" */
  g_autofree char *lead = g_strdup_printf (
      _ ("at %s%s%s, with %s"), name_of (parties, "host"), location != NULL ? " · " : "",
      location != NULL ? location : "", name_of (parties, "school"));

  hs_pdf_title (pdf, kind, name_of (parties, "student"), lead);
}

/* ---- parties ---- */

static void
add_line (HsPdfText *card, char *value)
{
  hs_pdf_text_add_line (card, HS_PDF_SMALL, value);
  g_free (value);
}

/* "Label value" in small print. */
static void
add_small (HsPdfText *card, json_t *party, const char *key)
{
  g_autofree char *label = hs_member_label (key);
  g_autofree char *value = hs_take (party, key);

  if (value != NULL)
    add_line (card, g_strconcat (label, " ", value, NULL));
}

static HsPdfText *
card_begin (const char *label, json_t *party)
{
  HsPdfText *card = hs_pdf_text_new_of (HS_PDF_LABEL, label);
  g_autofree char *name = hs_take (party, "name");

  hs_pdf_text_add_line (card, HS_PDF_STRONG, name != NULL ? name : "…");
  return card;
}

static void
add_address (HsPdfText *card, json_t *party)
{
  char *town = joined (hs_take (party, "postcode"), "  ", hs_take (party, "place"));

  add_line (card, joined (hs_take (party, "address"), ", ", town));
}

static HsPdfText *
student_card (json_t *student, json_t *parties)
{
  HsPdfText *card = card_begin (_ ("Student"), student);
  g_autofree char *number = hs_take (student, "number");
  json_t *minor = json_object_get (parties, "minor");

  if (number != NULL)
    add_line (card, g_strdup_printf (_ ("Student number %s"), number));
  add_small (card, student, "birth_date");
  if (json_is_boolean (minor))
    {
      add_line (card, g_strdup (json_is_true (minor) ? _ ("Under 18: a guardian signs too")
                                                     : _ ("18 or older")));
      json_object_del (parties, "minor");
    }
  add_address (card, student);
  add_line (card, hs_take (student, "email"));
  add_line (card, hs_take (student, "phone"));
  hs_add_rest (card, HS_PDF_SMALL, student);
  return card;
}

static HsPdfText *
school_card (json_t *school)
{
  HsPdfText *card = card_begin (_ ("School"), school);

  add_address (card, school);
  add_small (card, school, "brin");
  add_small (card, school, "representative");
  hs_add_rest (card, HS_PDF_SMALL, school);
  return card;
}

static HsPdfText *
host_card (json_t *host, json_t *location, json_t *team)
{
  HsPdfText *card = card_begin (_ ("Care organisation (leerbedrijf)"), host);

  add_address (card, host);
  add_small (card, host, "kvk");
  add_small (card, host, "sbb_id");
  add_small (card, host, "representative");
  hs_add_rest (card, HS_PDF_SMALL, host);
  g_autofree char *place = hs_take (location, "name");
  g_autofree char *group = hs_take (team, "name");
  if (place != NULL)
    {
      g_autofree char *line = g_strdup_printf (_ ("Location %s"), place);
      hs_pdf_text_add_line (card, HS_PDF_STRONG, line);
    }
  if (group != NULL)
    add_line (card, g_strdup_printf (_ ("Team %s"), group));
  add_address (card, location);
  hs_add_rest (card, HS_PDF_SMALL, location);
  hs_add_rest (card, HS_PDF_SMALL, team);
  return card;
}

/* ---- people ---- */

static void
add_person (HsPdf *pdf, const char *role, json_t *person)
{
  HsPdfText *cells[4];
  g_autofree char *name = hs_take (person, "name");
  g_autofree char *email = hs_take (person, "email");
  g_autofree char *phone = hs_take (person, "phone");

  cells[0] = hs_pdf_text_new_of (HS_PDF_BODY, role);
  cells[1] = hs_pdf_text_new_of (HS_PDF_STRONG, name);
  hs_add_rest (cells[1], HS_PDF_SMALL, person);
  cells[2] = hs_pdf_text_new_of (HS_PDF_BODY, email);
  cells[3] = hs_pdf_text_new_of (HS_PDF_BODY, phone);
  hs_pdf_table_row (pdf, cells);
}

/* Takes a person, a list of them, or only a name. */
static void
add_people (HsPdf *pdf, json_t *parties, const char *key, const char *role)
{
  json_t *list = hs_take_list (parties, key);
  json_t *person;
  size_t i;

  if (list == NULL)
    {
      char *name = hs_take (parties, key);
      if (name == NULL)
        return;
      list = json_pack ("[{s:s}]", "name", name);
      g_free (name);
    }
  json_array_foreach (list, i, person)
  {
    if (json_is_object (person) && json_object_size (person) > 0)
      add_person (pdf, role, person);
  }
  json_decref (list);
}

static void
add_people_table (HsPdf *pdf, json_t *parties)
{
  static const double weights[] = { 3.6, 3.6, 4.2, 2.4 };
  const char *headers[] = { _ ("Role"), _ ("Name"), _ ("E-mail"), _ ("Phone") };
  void *next;
  const char *key;
  json_t *value;

  hs_pdf_table_begin (pdf, weights, 4, headers);
  add_people (pdf, parties, "supervisor", _ ("Supervisor"));
  add_people (pdf, parties, "stand_in", _ ("Stand-in of the supervisor"));
  add_people (pdf, parties, "trainer", _ ("Practice trainer"));
  add_people (pdf, parties, "teacher", _ ("Teacher"));
  add_people (pdf, parties, "digicoach", _ ("Digicoach"));
  add_people (pdf, parties, "guardian", _ ("Guardian"));
  json_object_foreach_safe (parties, next, key, value)
  {
    g_autofree char *role = hs_member_label (key);
    if (json_is_object (value) || json_is_array (value))
      add_people (pdf, parties, role != NULL ? key : "", role);
  }
  hs_pdf_table_end (pdf);
}

void
hs_contract_add_parties (HsPdf *pdf, json_t *parties)
{
  json_t *student = hs_take_object (parties, "student");
  json_t *school = hs_take_object (parties, "school");
  json_t *host = hs_take_object (parties, "host");
  json_t *location = hs_take_object (parties, "location");
  json_t *team = hs_take_object (parties, "team");
  HsPdfText *cards[3] = { student_card (student, parties), school_card (school),
                          host_card (host, location, team) };

  hs_pdf_heading (pdf, 1, _ ("Who take part"));
  hs_pdf_cards (pdf, cards, 3);
  add_people_table (pdf, parties);
  HsPdfText *rest = hs_pdf_text_new ();
  hs_add_rest (rest, HS_PDF_SMALL, parties);
  hs_pdf_paragraph (pdf, rest);
  json_decref (student);
  json_decref (school);
  json_decref (host);
  json_decref (location);
  json_decref (team);
}

/* ---- the legal part ---- */

static char *
programme_text (json_t *programme)
{
  g_autofree char *name = hs_take (programme, "name");
  g_autofree char *crebo = hs_take (programme, "crebo");
  g_autofree char *level = hs_take (programme, "level");
  g_autofree char *route = hs_take (programme, "route");
  g_autofree char *version = hs_take (programme, "version");
  GString *text = g_string_new (name);

  if (crebo != NULL && version != NULL)
    g_string_append_printf (text, _ (" (crebo %s, version %s)"), crebo, version);
  else if (crebo != NULL)
    g_string_append_printf (text, _ (" (crebo %s)"), crebo);
  if (level != NULL)
    g_string_append_printf (text, _ (", level %s"), level);
  if (route != NULL)
    g_string_append_printf (text, ", %s", route);
  return g_string_free (text, FALSE);
}

static char *
period_text (json_t *sheet)
{
  g_autofree char *start = hs_take (sheet, "start");
  g_autofree char *end = hs_take (sheet, "end");

  if (start == NULL || end == NULL)
    return g_strdup (start != NULL ? start : end);
  return g_strdup_printf (_ ("%s up to and including %s"), start, end);
}

/* Total, a week, and the spread over study years. */
static HsPdfText *
hours_text (json_t *root, json_t *sheet)
{
  HsPdfText *text = hs_pdf_text_new ();
  g_autofree char *total = hs_take (sheet, "total_minutes");
  g_autofree char *week = hs_take (sheet, "minutes_per_week");
  json_t *hours = hs_take_list (root, "hours");
  json_t *year;
  size_t i;

  if (total != NULL)
    {
      hs_pdf_text_add (text, HS_PDF_STRONG, total);
      hs_pdf_text_add (text, HS_PDF_BODY, _ (" in total"));
    }
  if (week != NULL)
    {
      hs_pdf_text_add (text, HS_PDF_BODY, total != NULL ? ", " : "");
      hs_pdf_text_add (text, HS_PDF_BODY, week);
      hs_pdf_text_add (text, HS_PDF_BODY, _ (" a week"));
    }
  json_array_foreach (hours, i, year)
  {
    g_autofree char *name = hs_take (year, "year");
    g_autofree char *minutes = hs_take (year, "minutes");
    g_autofree char *line = g_strdup_printf (_ ("Study year %s: %s"), name != NULL ? name : "…",
                                             minutes != NULL ? minutes : "…");
    if (json_array_size (hours) > 1)
      hs_pdf_text_add_line (text, HS_PDF_BODY, line);
    else
      {
        hs_pdf_text_add (text, HS_PDF_BODY, hs_pdf_text_is_empty (text) ? "" : " · ");
        hs_pdf_text_add (text, HS_PDF_BODY, line);
      }
    hs_add_rest (text, HS_PDF_SMALL, year);
  }
  json_decref (hours);
  return text;
}

static char *
sheet_text (json_t *sheet)
{
  g_autofree char *number = hs_take (sheet, "number");
  g_autofree char *from = hs_take (sheet, "effective_from");
  g_autofree char *drawn_up = hs_take (sheet, "drawn_up");
  GString *text = g_string_new (NULL);

  if (number != NULL)
    g_string_append_printf (text, _ ("Sheet %s"), number);
  if (from != NULL)
    g_string_append_printf (text, _ (", holds from %s"), from);
  if (drawn_up != NULL)
    g_string_append_printf (text, _ (", drawn up on %s"), drawn_up);
  return g_string_free (text, FALSE);
}

/* A list of the agreement, one line an item. */
static void
add_lines (HsPdf *pdf, json_t *root, const char *key, const char *label)
{
  json_t *list = hs_take_list (root, key);
  HsPdfText *text = hs_pdf_text_new ();
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item) { hs_add_line_of (text, HS_PDF_BODY, item); }
  hs_add_fact_text (pdf, label, text);
  json_decref (list);
}

void
hs_contract_add_legal (HsPdf *pdf, json_t *root, json_t *sheet, json_t *programme)
{
  static const double weights[] = { 3.35, 9.4 };
  g_autoptr (GPtrArray) facts = hs_short_facts_new ();

  hs_pdf_heading (pdf, 1, _ ("Bpv agreement (POK)"));
  hs_pdf_paragraph (
      pdf, hs_pdf_text_new_of (
               HS_PDF_BODY,
               _ ("This placement agreement is also the bpv agreement (praktijkovereenkomst) that "
                  "the Dutch vocational education act (WEB, articles 7.2.8 and 7.2.9) asks for. "
                  "Student, school and care organisation make these arrangements together.")));
  hs_pdf_table_begin (pdf, weights, 2, NULL);
  hs_add_fact (pdf, _ ("Programme"), programme_text (programme));
  hs_add_fact (pdf, _ ("Period"), period_text (sheet));
  hs_add_fact_text (pdf, _ ("Hours"), hours_text (root, sheet));
  hs_add_fact (pdf, _ ("Working days"), hs_take (sheet, "weekdays"));
  add_lines (pdf, root, "periods", _ ("Periods"));
  add_lines (pdf, root, "interruptions", _ ("Interruptions"));
  hs_add_fact (pdf, _ ("Guidance"), hs_take (sheet, "guidance"));
  hs_add_fact (pdf, _ ("Parts of the programme"), hs_take (sheet, "qualification_parts"));
  hs_add_fact (pdf, _ ("Assessment"), hs_take (sheet, "assessment"));
  hs_add_fact (pdf, _ ("Ending early"), hs_take (sheet, "ending"));
  hs_add_fact (pdf, _ ("Bpv sheet"), sheet_text (sheet));
  hs_short_facts_add (facts, _ ("Origin"), hs_take (root, "origin"));
  hs_short_facts_take (facts, sheet);
  hs_short_facts_take (facts, programme);
  hs_add_rest_facts (pdf, sheet);
  hs_add_rest_facts (pdf, programme);
  hs_pdf_table_end (pdf);
  hs_short_facts_print (pdf, facts);
}
