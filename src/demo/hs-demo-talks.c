/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two regional talks, a year apart: how it is, what is wanted, actions, clauses and outcomes. */

#include "hs-demo-private.h"

/* clang-format off */
static const struct
{
  const char *now_school;
  const char *now_care;
  const char *wanted;
  const char *action;
  const char *clause;
  HsParty party;
} themes[] = {
  [HS_THEME_RESPONSIBILITIES] = {
    "De school denkt dat de zorgorganisatie accounts en apparaten regelt.",
    "De teams weten niet altijd welk keuzedeel een student volgt.",
    "Voor de start is op papier wie wat doet, en de behoefte van het team gaat voor.",
    "Een lijst maken van wie per locatie accounts en rechten regelt.",
    "De praktijkopleider regelt accounts en rechten uiterlijk een week voor de start.",
    HS_PARTY_TRAINER },
  [HS_THEME_GUIDANCE] = {
    "Docenten komen twee keer langs, meestal bij start en eind.",
    "Werkbegeleiders hebben weinig tijd om samen terug te kijken.",
    "Drie gesprekken per stage, en elke zes weken intervisie voor studenten van alle locaties.",
    "Een rooster maken voor intervisie in de regio.",
    "De student doet mee aan de intervisie van de regio, ook als die op een werkdag valt.",
    HS_PARTY_STUDENT },
  [HS_THEME_ONBOARDING] = {
    "Studenten starten vaak zonder dat ze kunnen inloggen.",
    "De digicoach hoort pas laat dat er een student komt.",
    "In de eerste week een gesprek met de digicoach en uitleg van de apps.",
    "De digicoach zet vaste uren in de agenda voor nieuwe studenten.",
    "In de eerste week heeft de student een gesprek met de digicoach.",
    HS_PARTY_DIGICOACH },
  [HS_THEME_MATERIAL] = {
    "Er is veel leermateriaal, maar niemand weet wat waarvoor is.",
    "Uitleg over apparaten zit in het hoofd van een paar collega’s.",
    "Een korte lijst per technologie, met filmpjes van de eigen locatie.",
    "Van vijf apparaten een filmpje van twee minuten maken.",
    "De locatie houdt bij elk apparaat een korte uitleg en een filmpje bij.",
    HS_PARTY_HOST },
  [HS_THEME_ASSIGNMENT] = {
    "Opdrachten gaan uit van het boek en niet van de locatie.",
    "Er ligt technologie in de kast die niemand gebruikt.",
    "Eerst de behoefte van het team, dan pas de technologie en de opdracht.",
    "Per locatie bekijken wat er in de kast ligt en waarom.",
    "De techambassadeur kijkt elk half jaar wat er in de kast ligt en waarom.",
    HS_PARTY_AMBASSADOR },
};
/* clang-format on */

static void
make_parties (HsDemo *self, gint64 talk)
{
  for (guint i = 0; i < self->schools->len + MIN (self->hosts->len, 5); i++)
    {
      g_autoptr (HsRecord) record = hs_record_new (HS_KIND_TALK_PARTY);
      gboolean school = i < self->schools->len;
      const HsDemoSchool *from = school ? &g_array_index (self->schools, HsDemoSchool, i) : NULL;
      const HsDemoHost *host =
          school ? NULL : &g_array_index (self->hosts, HsDemoHost, i - self->schools->len);

      hs_record_set_int (record, HS_TALK_PARTY_TALK, talk);
      hs_record_set_int (record, HS_TALK_PARTY_ORGANISATION, school ? from->id : host->id);
      hs_record_set_int (record, HS_TALK_PARTY_PERSON,
                         school ? from->coordinator : host->signatory);
      hs_demo_save (self, record);
    }
}

static void
make_theme (HsDemo *self, gint64 talk, guint theme, HsDay date, gboolean done)
{
  g_autoptr (HsRecord) row = hs_record_new (HS_KIND_TALK_THEME);
  g_autoptr (HsRecord) action = hs_record_new (HS_KIND_ACTION);

  hs_record_set_int (row, HS_TALK_THEME_TALK, talk);
  hs_record_set_int (row, HS_TALK_THEME_THEME, theme);
  hs_demo_set (row, HS_TALK_THEME_NOW_SCHOOL, themes[theme].now_school);
  hs_demo_set (row, HS_TALK_THEME_NOW_CARE, themes[theme].now_care);
  hs_demo_set (row, HS_TALK_THEME_WANTED, themes[theme].wanted);
  hs_demo_save (self, row);
  hs_record_set_int (action, HS_ACTION_TALK, talk);
  hs_record_set_int (action, HS_ACTION_THEME, theme);
  hs_demo_set (action, HS_ACTION_TEXT, themes[theme].action);
  hs_record_set_int (
      action, HS_ACTION_OWNER,
      theme % 2 == 0 ? g_array_index (self->hosts, HsDemoHost, theme % self->hosts->len).signatory
                     : g_array_index (self->schools, HsDemoSchool, 0).coordinator);
  hs_record_set_int (action, HS_ACTION_DUE, date + 60);
  if (done && theme != HS_THEME_ASSIGNMENT)
    {
      hs_record_set_int (action, HS_ACTION_DONE_ON, date + 50);
      hs_demo_set (action, HS_ACTION_RESULT, "Klaar en gedeeld met alle locaties.");
    }
  hs_demo_save (self, action);
}

static void
make_clause (HsDemo *self, gint64 talk, guint theme)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_REGION_CLAUSE);

  hs_record_set_int (record, HS_REGION_CLAUSE_TALK, talk);
  hs_demo_set (record, HS_REGION_CLAUSE_REGION, self->region);
  hs_record_set_int (record, HS_REGION_CLAUSE_THEME, theme);
  hs_demo_set (record, HS_REGION_CLAUSE_TEXT, themes[theme].clause);
  hs_record_set_int (record, HS_REGION_CLAUSE_PARTY, themes[theme].party);
  hs_demo_save (self, record);
}

static gint64
make_talk (HsDemo *self, HsDay date, gint64 previous)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_TALK);
  const HsPlace *place = g_ptr_array_index (self->places, 0);
  gint64 talk;

  hs_record_set_int (record, HS_TALK_DATE, date);
  hs_demo_set (record, HS_TALK_PLACE, place->name);
  hs_demo_set (record, HS_TALK_REGION, self->region);
  hs_demo_set (record, HS_TALK_TITLE,
               previous == 0 ? "Eerste gesprek over technologie in de stage"
                             : "Hoe gaat het, en wat doen we nu");
  hs_demo_set (record, HS_TALK_GUESTS, "Een practor zorgtechnologie en een cliëntenraad");
  if (previous != 0)
    hs_record_set_int (record, HS_TALK_PREVIOUS, previous);
  talk = hs_demo_save (self, record);
  make_parties (self, talk);
  for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
    {
      make_theme (self, talk, theme, date, previous == 0);
      if (previous == 0)
        make_clause (self, talk, theme);
    }
  return talk;
}

static void
make_outcome (HsDemo *self, gint64 talk)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_OUTCOME);

  hs_record_set_int (record, HS_OUTCOME_TALK, talk);
  hs_record_set_int (record, HS_OUTCOME_KIND, HS_OUTCOME_KIND_PRODUCT);
  hs_demo_set (record, HS_OUTCOME_TITLE, "Koffer met vijf apparaten die langs de locaties gaat");
  hs_demo_save (self, record);
}

/* Who works on what: the first hosts share it. */
static void
make_directory (HsDemo *self)
{
  for (guint i = 0; i < MIN (self->hosts->len, 4) && self->technologies->len > 0; i++)
    {
      const HsDemoHost *host = &g_array_index (self->hosts, HsDemoHost, i);
      g_autoptr (HsRecord) record = hs_record_new (HS_KIND_DIRECTORY);
      g_autofree char *email = g_strconcat ("innovatie@", host->domain, NULL);
      gint64 technology = g_array_index (self->technologies, gint64,
                                         hs_demo_random (self, self->technologies->len));
      g_autoptr (HsRecord) about =
          self->error == NULL
              ? hs_store_get (self->store, HS_KIND_TECHNOLOGY, technology, &self->error)
              : NULL;
      g_autofree char *subject = about != NULL
                                     ? g_strdup_printf ("Studenten leren werken met %s",
                                                        hs_record_text (about, HS_TECHNOLOGY_NAME))
                                     : g_strdup ("");

      hs_record_set_int (record, HS_DIRECTORY_ORGANISATION, host->id);
      hs_demo_set (record, HS_DIRECTORY_SUBJECT, subject);
      hs_record_set_int (record, HS_DIRECTORY_TECHNOLOGY, technology);
      hs_demo_set (record, HS_DIRECTORY_EMAIL, email);
      hs_record_set_int (record, HS_DIRECTORY_SHARED_ON, self->today - 40);
      hs_demo_save (self, record);
    }
}

void
hs_demo_make_talks (HsDemo *self)
{
  gint64 first = make_talk (self, self->today - 330, 0);

  make_outcome (self, first);
  make_talk (self, self->today - 25, first);
  make_directory (self);
}
