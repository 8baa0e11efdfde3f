/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One agreement as it should be: every theme talked through and written down. */

#include "hs-demo-private.h"

#include "hs-dossier-store.h"

#include <string.h>

/* Appends a row of @kind to the sheet. */
static HsRecord *
new_row (HsKindId kind, gint64 sheet)
{
  HsRecord *record = hs_record_new (kind);

  hs_record_set_int (record, (guint) hs_kind_parent_field (hs_kind (kind)), sheet);
  return record;
}

static void
fill_sheet (HsDemo *self, HsDossier *dossier)
{
  HsRecord *sheet = dossier->sheet;
  gint64 start = hs_record_int (sheet, HS_SHEET_START);

  hs_demo_set (sheet, HS_SHEET_QUALIFICATION_PARTS,
               "B1-K1 Bieden van zorg en ondersteuning: W1 inventariseren van behoeften, W2 "
               "ondersteunen bij de persoonlijke verzorging, W5 reageren op onvoorziene situaties. "
               "Keuzedeel K0137 Zorg en technologie.");
  hs_demo_set (
      sheet, HS_SHEET_ASSESSMENT,
      "De werkbegeleider geeft elke week feedback in het portfolio. De praktijkopleider en "
      "de bpv-docent beoordelen samen, halverwege en aan het eind, met de "
      "beoordelingslijst van de opleiding. De praktijkopleider heeft daarbij het oordeel "
      "over het werk op de vloer; de school beslist over het diploma.");
  hs_demo_set (
      sheet, HS_SHEET_GUIDANCE,
      "De werkbegeleider is er elke dienst of regelt de vervanger. Elke donderdag is er "
      "een half uur om terug te kijken en vooruit te kijken. De digicoach helpt bij de "
      "apps en de apparaten. De bpv-docent komt drie keer langs en is bereikbaar per mail.");
  hs_record_set_int (sheet, HS_SHEET_GUIDANCE_MINUTES, 150);
  hs_record_set_int (sheet, HS_SHEET_DIGICOACH_MINUTES, 600);
  hs_record_set_int (sheet, HS_SHEET_SHIFTS, 1 << HS_SHIFT_DAY | 1 << HS_SHIFT_EVENING);
  hs_record_set_int (sheet, HS_SHEET_FORM, HS_PLACEMENT_FORM_LEARNING_WARD);
  hs_record_set_int (sheet, HS_SHEET_LIABILITY, HS_WHO_INSURES_BOTH);
  hs_demo_set (sheet, HS_SHEET_TRAVEL,
               "De student reist met het studentenreisproduct. In het weekend vergoedt de "
               "zorgorganisatie € 0,23 per kilometer.");
  hs_record_set_int (sheet, HS_SHEET_EFFECTIVE_FROM, start);
  hs_demo_save (self, sheet);
}

/* The remark of each theme: what was said about it. */
static void
fill_themes (HsDemo *self, HsDossier *dossier)
{
  /* clang-format off */
  static const char *const remarks[] = {
    [HS_THEME_RESPONSIBILITIES] = "In het startgesprek is de lijst met taken doorgenomen. De behoefte van het team gaat voor; daarna kijken we naar het keuzedeel van de student.",
    [HS_THEME_GUIDANCE] = "De student leert het best door eerst mee te kijken. We plannen intervisie samen met de studenten van de andere locaties.",
    [HS_THEME_ONBOARDING] = "De student was in een eerdere stage drie weken niet ingelogd. Daarom regelen we de accounts nu vooraf.",
    [HS_THEME_MATERIAL] = "Het leermateriaal is samen met de digicoach gekozen. De student mag er twee lesdagen voor gebruiken.",
    [HS_THEME_ASSIGNMENT] = "Het team heeft de behoefte in het overleg besproken. De technologie lag in de kast, omdat niemand er meer mee kon werken.",
  };
  /* clang-format on */
  GPtrArray *rows = dossier->rows[HS_KIND_THEME];

  for (guint i = 0; i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);

      hs_demo_set (row, HS_THEME_REMARK, remarks[hs_record_int (row, HS_THEME_THEME)]);
      hs_demo_save (self, row);
    }
}

static void
fill_tasks (HsDemo *self, HsDossier *dossier)
{
  GPtrArray *rows = dossier->rows[HS_KIND_TASK];
  gint64 start = hs_record_int (dossier->sheet, HS_SHEET_START);

  for (guint i = 0; i < rows->len; i++)
    {
      HsRecord *row = g_ptr_array_index (rows, i);
      const char *code = hs_record_text (row, HS_TASK_CODE);

      if (!hs_record_has (row, HS_TASK_BY))
        hs_record_set_int (row, HS_TASK_BY, start - 7 + (gint64) i * 7);
      if (g_strcmp0 (code, "evaluate") == 0)
        hs_demo_set (row, HS_TASK_REMARK,
                     "In het eindgesprek, met iemand van de cliëntenraad erbij.");
      else if (i == 1)
        hs_demo_set (row, HS_TASK_REMARK, "Ook de pas voor de deur en de inlog voor het dossier.");
      hs_demo_save (self, row);
    }
}

static void
fill_guidance (HsDemo *self, HsDossier *dossier)
{
  /* Minutes since midnight. */
  static const gint64 times[] = { 10 * 60, 13 * 60 + 30, 15 * 60 };
  GPtrArray *contacts = dossier->rows[HS_KIND_CONTACT];
  GPtrArray *peers = dossier->rows[HS_KIND_PEER];
  g_autofree char *place =
      dossier->location != NULL ? hs_record_title (dossier->location) : g_strdup ("de locatie");

  for (guint i = 0; i < contacts->len; i++)
    {
      HsRecord *row = g_ptr_array_index (contacts, i);

      hs_record_set_int (row, HS_CONTACT_TIME, times[i % G_N_ELEMENTS (times)]);
      hs_demo_set (row, HS_CONTACT_PLACE, place);
      hs_demo_save (self, row);
    }
  for (guint i = 0; i < peers->len; i++)
    {
      HsRecord *row = g_ptr_array_index (peers, i);

      hs_record_set_int (row, HS_PEER_TIME, 14 * 60);
      hs_demo_save (self, row);
    }
}

static void
add_clause (HsDemo *self, HsDossier *dossier, HsTheme theme, const char *text, HsParty party,
            gint64 by)
{
  g_autoptr (HsRecord) row = new_row (HS_KIND_CLAUSE, hs_record_id (dossier->sheet));

  hs_record_set_int (row, HS_CLAUSE_THEME, theme);
  hs_demo_set (row, HS_CLAUSE_TEXT, text);
  hs_record_set_int (row, HS_CLAUSE_PARTY, party);
  hs_record_set_int (row, HS_CLAUSE_BY, by);
  hs_record_set_int (row, HS_CLAUSE_POSITION, 100 + (gint64) theme);
  hs_demo_save (self, row);
}

static void
add_preparation (HsDemo *self, HsDossier *dossier, const char *title, HsMaterialForm form,
                 gint64 minutes, const char *link, gint64 by)
{
  g_autoptr (HsRecord) row = new_row (HS_KIND_PREPARATION, hs_record_id (dossier->sheet));

  hs_demo_set (row, HS_PREPARATION_TITLE, title);
  hs_record_set_int (row, HS_PREPARATION_FORM, form);
  hs_record_set_int (row, HS_PREPARATION_MINUTES, minutes);
  hs_record_set_int (row, HS_PREPARATION_FINISH_BY, by);
  hs_demo_set (row, HS_PREPARATION_LINK, link);
  hs_record_set_int (row, HS_PREPARATION_COMPETENCES,
                     1 << HS_V_COMPETENCE_VEILIG | 1 << HS_V_COMPETENCE_VAARDIG);
  hs_demo_save (self, row);
}

static void
fill_material (HsDemo *self, HsDossier *dossier)
{
  gint64 start = hs_record_int (dossier->sheet, HS_SHEET_START);

  add_preparation (self, dossier, "Filmpje: aanzetten, schoonmaken en opladen",
                   HS_MATERIAL_FORM_VIDEO, 6, "https://leren.zorg1.example/film/aanzetten", start);
  add_preparation (self, dossier, "Veilig werken met gegevens van cliënten",
                   HS_MATERIAL_FORM_ELEARNING, 45, "https://leren.zorg1.example/privacy",
                   start + 4);
  add_preparation (self, dossier, "Oefenles op school: uitleg geven in kleine stappen",
                   HS_MATERIAL_FORM_LESSON, 90, "", start - 10);
}

static void
add_criterion (HsDemo *self, gint64 sheet, gint64 assignment, HsCriterionKind kind,
               const char *text, gint64 position)
{
  g_autoptr (HsRecord) row = new_row (HS_KIND_CRITERION, sheet);

  hs_record_set_int (row, HS_CRITERION_ASSIGNMENT, assignment);
  hs_demo_set (row, HS_CRITERION_TEXT, text);
  hs_record_set_int (row, HS_CRITERION_KIND, kind);
  hs_record_set_int (row, HS_CRITERION_POSITION, position);
  hs_demo_save (self, row);
}

static void
add_criteria (HsDemo *self, gint64 sheet, gint64 assignment)
{
  static const struct
  {
    HsCriterionKind kind;
    const char *text;
  } criteria[] = {
    { HS_CRITERION_KIND_FORMATIVE,
      "De student vraagt na elke keer aan de cliënt en een collega wat goed ging." },
    { HS_CRITERION_KIND_FORMATIVE,
      "De student schrijft elke week op wat het gebruik met het contact doet." },
    { HS_CRITERION_KIND_SUMMATIVE,
      "De student legt in gewone taal uit wat het apparaat doet en vraagt om toestemming." },
    { HS_CRITERION_KIND_SUMMATIVE,
      "De student gebruikt het apparaat veilig, ziet onrust op tijd en stopt als het nodig is." },
    { HS_CRITERION_KIND_SUMMATIVE,
      "De student geeft het team een advies: blijven gebruiken, anders gebruiken of stoppen." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    add_criterion (self, sheet, assignment, criteria[i].kind, criteria[i].text, i + 1);
}

static void
fill_assignment (HsDemo *self, HsDossier *dossier, HsRecord *row)
{
  gint64 start = hs_record_int (dossier->sheet, HS_SHEET_START);

  hs_demo_set (row, HS_ASSIGNMENT_TITLE, "Rust na het middageten met de Tovertafel");
  hs_demo_set (row, HS_ASSIGNMENT_NEED,
               "Na het eten is het onrustig in de huiskamer. Het team zoekt iets dat rust of "
               "plezier geeft en dat bewoners samen kunnen doen.");
  hs_demo_set (row, HS_ASSIGNMENT_NEED_CONFIRMED_BY, "de teamleider, na het teamoverleg");
  hs_record_set_int (row, HS_ASSIGNMENT_NEED_CONFIRMED_ON, self->today - 40);
  hs_demo_set (row, HS_ASSIGNMENT_TARGET_GROUP, "Kleine groep van drie tot vijf bewoners");
  hs_demo_set (row, HS_ASSIGNMENT_LEVEL, "Heeft nog niet met dit apparaat gewerkt");
  hs_demo_set (row, HS_ASSIGNMENT_SITUATION,
               "Het is half twee. In de huiskamer lopen bewoners heen en weer, een ander roept. "
               "De student kiest met een collega of dit een goed moment is, legt uit wat er gaat "
               "gebeuren en begint met twee bewoners die het leuk vinden.");
  hs_demo_set (row, HS_ASSIGNMENT_OUTCOME,
               "De student kiest een moment en een manier die bij de bewoners past, voert het "
               "veilig uit en kan vertellen wat het deed.");
  hs_demo_set (row, HS_ASSIGNMENT_WHO, "De student, met de werkbegeleider; later met een collega");
  hs_demo_set (row, HS_ASSIGNMENT_WHAT,
               "Twee keer per week een half uur, zes weken lang, en kort opschrijven wat je ziet");
  hs_demo_set (row, HS_ASSIGNMENT_WHERE, "In de huiskamer van het team");
  hs_demo_set (row, HS_ASSIGNMENT_WHEN, "Dinsdag en donderdag na het middageten");
  hs_demo_set (row, HS_ASSIGNMENT_WHY,
               "Minder onrust na het eten, en een team dat weer weet wat er in de kast ligt");
  hs_demo_set (row, HS_ASSIGNMENT_HOW,
               "Week 1: meekijken en oefenen zonder bewoners. Week 2: samen met de werkbegeleider. "
               "Vanaf week 3 zelf, met een collega in de buurt.");
  hs_record_set_int (row, HS_ASSIGNMENT_FIRST_USE, start + 14);
  hs_record_set_int (row, HS_ASSIGNMENT_COMPETENCES,
                     1 << HS_V_COMPETENCE_VINDEN | 1 << HS_V_COMPETENCE_VEILIG
                         | 1 << HS_V_COMPETENCE_VAARDIG | 1 << HS_V_COMPETENCE_VERTELLEN);
  hs_record_set_int (row, HS_ASSIGNMENT_CANMEDS,
                     1 << HS_CANMEDS_CARER | 1 << HS_CANMEDS_COMMUNICATOR
                         | 1 << HS_CANMEDS_REFLECTIVE);
  hs_demo_set (row, HS_ASSIGNMENT_WORK_PROCESSES, "B1-K1-W1, B1-K1-W2");
  hs_demo_set (row, HS_ASSIGNMENT_ELECTIVES, "K0137");
  hs_demo_set (row, HS_ASSIGNMENT_OBJECTIVES,
               "Zorgtechnologie inzetten; digitale problemen oplossen en blijven leren");
  hs_record_set_int (row, HS_ASSIGNMENT_SETTING, HS_LEARNING_SETTING_SMALL_GROUP);
  hs_demo_set (row, HS_ASSIGNMENT_FALLBACK,
               "Worden bewoners onrustig, dan stopt de student meteen en gaat verder met muziek of "
               "een wandeling. Past het na drie keer nog niet, dan kiest het team met de student "
               "een andere activiteit. De opdracht telt dan gewoon mee.");
  hs_demo_save (self, row);
  add_criteria (self, hs_record_id (dossier->sheet), hs_record_id (row));
}

static void
fill_clauses (HsDemo *self, HsDossier *dossier)
{
  gint64 start = hs_record_int (dossier->sheet, HS_SHEET_START);

  add_clause (self, dossier, HS_THEME_RESPONSIBILITIES,
              "De praktijkopleider meldt voor de start aan school welke technologie het team nodig "
              "heeft.",
              HS_PARTY_TRAINER, start - 14);
  add_clause (self, dossier, HS_THEME_ONBOARDING,
              "De digicoach houdt in week 1 twee uur vrij en maakt een oefenplek klaar.",
              HS_PARTY_DIGICOACH, start + 4);
  add_clause (self, dossier, HS_THEME_ASSIGNMENT,
              "De techambassadeur haalt het apparaat uit de kast en kijkt of het nog veilig is.",
              HS_PARTY_AMBASSADOR, start - 3);
}

void
hs_demo_fill_model (HsDemo *self, gint64 agreement, const HsDemoLocation *location)
{
  g_autoptr (HsDossier) dossier =
      self->error == NULL ? hs_store_dossier (self->store, agreement, 0, self->today, &self->error)
                          : NULL;

  if (dossier == NULL)
    return;
  fill_sheet (self, dossier);
  fill_themes (self, dossier);
  fill_tasks (self, dossier);
  fill_guidance (self, dossier);
  fill_material (self, dossier);
  fill_clauses (self, dossier);
  for (guint i = 0; i < dossier->rows[HS_KIND_ASSIGNMENT]->len; i++)
    fill_assignment (self, dossier, g_ptr_array_index (dossier->rows[HS_KIND_ASSIGNMENT], i));
}
