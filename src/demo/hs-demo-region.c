/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schools, care organisations and their locations, programmes, and which of them SBB recognised. */

#include "hs-demo-private.h"

#include <string.h>

#define VVT (1 << HS_CARE_SETTING_VVT)
#define DISABILITY (1 << HS_CARE_SETTING_GEHANDICAPTENZORG)
#define GGZ (1 << HS_CARE_SETTING_GGZ)
#define HOSPITAL (1 << HS_CARE_SETTING_ZIEKENHUIS)
#define REHABILITATION (1 << HS_CARE_SETTING_REVALIDATIE)
#define WELFARE (1 << HS_CARE_SETTING_WELZIJN)
#define PRACTICE (1 << HS_CARE_SETTING_HUISARTSEN)

/* clang-format off */
static const HsDemoProgramme programmes[] = {
  { "25655", "Mbo-Verpleegkundige", HS_LEVEL_4, 4, "Verpleegkunde",
    VVT | DISABILITY | GGZ | HOSPITAL | REHABILITATION,
    "B1-K1 Bieden van zorg en ondersteuning in het verpleegkundig proces; B1-K2 Werken aan kwaliteit en deskundigheid" },
  { "25656", "Verzorgende IG", HS_LEVEL_3, 3, "Verzorging", VVT | DISABILITY | REHABILITATION,
    "B1-K1 Bieden van zorg en ondersteuning; P1-K1 Verlenen van zorg in de verpleeg- en verzorgingshuizen en thuiszorg" },
  { "25498", "Helpende Zorg en Welzijn", HS_LEVEL_2, 2, "Helpende", VVT | DISABILITY | WELFARE,
    "B1-K1 Bieden van zorg en ondersteuning in de directe leefomgeving" },
  { "25475", "Begeleider Gehandicaptenzorg", HS_LEVEL_3, 3, "Maatschappelijke zorg", DISABILITY | GGZ,
    "B1-K1 Bieden van ondersteuning op maat; P1-K1 Begeleiden van mensen met een beperking" },
  { "25477", "Persoonlijk begeleider Gehandicaptenzorg", HS_LEVEL_4, 3, "Maatschappelijke zorg", DISABILITY,
    "B1-K1 Bieden van ondersteuning op maat; P3-K1 Coördineren van het plan van de cliënt" },
  { "25476", "Begeleider specifieke doelgroepen", HS_LEVEL_3, 3, "Maatschappelijke zorg", GGZ | WELFARE,
    "B1-K1 Bieden van ondersteuning op maat; P2-K1 Begeleiden van specifieke doelgroepen" },
  { "25473", "Doktersassistent", HS_LEVEL_4, 3, "Assisterenden gezondheidszorg", PRACTICE | HOSPITAL,
    "B1-K1 Handelen in de triage en de zorg; B1-K2 Organiseren van de praktijk" },
};

/* How many of 100 hosts are of a setting, what they are called and what a location is called. */
static const struct
{
  HsCareSetting setting;
  guint share;
  const char *host;
  const char *location;
  const char *team;
  const char *target_group;
} settings[] = {
  { HS_CARE_SETTING_VVT, 42, "Zorggroep %s", "Woonzorgcentrum %s", "Afdeling %s", "Ouderen die verpleging, verzorging of hulp thuis nodig hebben" },
  { HS_CARE_SETTING_GEHANDICAPTENZORG, 20, "Stichting %s", "Woonpark %s", "Woning %s", "Volwassenen met een verstandelijke beperking" },
  { HS_CARE_SETTING_GGZ, 10, "%s GGZ", "Herstelhuis %s", "FACT-team %s", "Volwassenen met langdurige psychische klachten" },
  { HS_CARE_SETTING_ZIEKENHUIS, 8, "%s Ziekenhuis", "Paviljoen %s", "Afdeling %s", "Mensen die zijn opgenomen of naar de polikliniek komen" },
  { HS_CARE_SETTING_REVALIDATIE, 6, "Revalidatie %s", "Centrum %s", "Behandelteam %s", "Mensen die herstellen na een beroerte of ongeval" },
  { HS_CARE_SETTING_WELZIJN, 7, "Welzijn %s", "Wijkcentrum %s", "Wijkteam %s", "Bewoners van de wijk die steun zoeken" },
  { HS_CARE_SETTING_HUISARTSEN, 7, "Huisartsengroep %s", "Gezondheidscentrum %s", "Praktijk %s", "Patiënten van de praktijk" },
};
/* clang-format on */

const HsDemoProgramme *
hs_demo_programmes (guint *n)
{
  *n = G_N_ELEMENTS (programmes);
  return programmes;
}

static void
make_programmes (HsDemo *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    {
      g_autoptr (HsRecord) record = hs_record_new (HS_KIND_PROGRAMME);

      hs_demo_set (record, HS_PROGRAMME_CREBO, programmes[i].crebo);
      hs_demo_set (record, HS_PROGRAMME_NAME, programmes[i].name);
      hs_record_set_int (record, HS_PROGRAMME_LEVEL, programmes[i].level);
      hs_record_set_int (record, HS_PROGRAMME_YEARS, programmes[i].years);
      hs_demo_set (record, HS_PROGRAMME_GROUP, programmes[i].group);
      hs_demo_set (record, HS_PROGRAMME_VERSION, "2020");
      self->programmes[i] = hs_demo_save (self, record);
    }
}

/* What every organisation has: where it is and how it is reached. */
static HsRecord *
new_organisation (HsDemo *self, const char *name, HsOrganisationKind kind, const HsPlace *place,
                  const char *domain)
{
  HsRecord *record = hs_record_new (HS_KIND_ORGANISATION);
  g_autofree char *address = hs_demo_address (self);
  g_autofree char *email = g_strconcat ("stage@", domain, NULL);
  g_autofree char *website = g_strconcat ("https://www.", domain, "/", NULL);
  g_autofree char *phone = g_strdup_printf ("088-%07u", 1000000 + hs_demo_random (self, 8999999));

  hs_demo_set (record, HS_ORGANISATION_NAME, name);
  hs_record_set_int (record, HS_ORGANISATION_KIND, kind);
  hs_demo_set (record, HS_ORGANISATION_REGION, self->region);
  hs_demo_set (record, HS_ORGANISATION_ADDRESS, address);
  hs_demo_set (record, HS_ORGANISATION_PLACE, place->name);
  hs_demo_set (record, HS_ORGANISATION_EMAIL, email);
  hs_demo_set (record, HS_ORGANISATION_PHONE, phone);
  hs_demo_set (record, HS_ORGANISATION_WEBSITE, website);
  return record;
}

static void
make_school (HsDemo *self, guint number)
{
  static const char *const names[] = { "%s College", "Mbo %s", "Zorgacademie %s",
                                       "Vakschool Zorg %s" };
  const HsPlace *place = g_ptr_array_index (self->places, MIN (number * 3, self->n_places - 1));
  g_autofree char *name = g_strdup_printf (names[number % G_N_ELEMENTS (names)],
                                           number == 0 ? self->region : place->name);
  HsDemoSchool school = { .place = place,
                          .domain = g_strdup_printf ("school%u.example", number + 1),
                          .teachers = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr (HsRecord) record =
      new_organisation (self, name, HS_ORGANISATION_KIND_SCHOOL, place, school.domain);
  g_autofree char *brin = g_strdup_printf ("%02uQ%c", 90 + number % 10, (char) ('A' + number / 10));

  hs_demo_set (record, HS_ORGANISATION_BRIN, brin);
  school.id = hs_demo_save (self, record);
  g_array_append_val (self->schools, school);
}

/* The row of settings for host @number: shares as in the table, spread evenly. */
static guint
setting_of (guint number)
{
  guint point = number * 37 % 100;
  guint row = 0;

  while (point >= settings[row].share)
    point -= settings[row++].share;
  return row;
}

static void
make_recognitions (HsDemo *self, const HsDemoHost *host)
{
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    {
      g_autoptr (HsRecord) record = NULL;

      if ((programmes[i].settings >> host->setting & 1) == 0)
        continue;
      record = hs_record_new (HS_KIND_RECOGNITION);
      hs_record_set_int (record, HS_RECOGNITION_HOST, host->id);
      hs_demo_set (record, HS_RECOGNITION_CREBO, programmes[i].crebo);
      hs_record_set_int (record, HS_RECOGNITION_STATUS,
                         self->hosts->len > 3 && hs_demo_chance (self, 4)
                             ? HS_RECOGNITION_STATUS_REQUESTED
                             : HS_RECOGNITION_STATUS_VERIFIED);
      hs_record_set_int (record, HS_RECOGNITION_FROM, self->today - 900);
      if (hs_demo_chance (self, 70))
        hs_record_set_int (record, HS_RECOGNITION_TO,
                           self->today + 700 + (gint64) hs_demo_random (self, 600));
      hs_record_set_int (record, HS_RECOGNITION_CHECKED_ON,
                         self->today - 200 - (gint64) hs_demo_random (self, 100));
      hs_demo_set (record, HS_RECOGNITION_SOURCE, "Stagemarkt");
      hs_demo_save (self, record);
    }
}

static void
make_location (HsDemo *self, guint host_index, guint row, guint number)
{
  const HsDemoHost *host = &g_array_index (self->hosts, HsDemoHost, host_index);
  HsDemoLocation location = { .host = host_index,
                              .place = number == 0 ? host->place : hs_demo_place (self),
                              .supervisors = g_array_new (FALSE, FALSE, sizeof (gint64)),
                              .items = g_array_new (FALSE, FALSE, sizeof (HsDemoItem)) };
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_LOCATION);
  g_autoptr (HsRecord) team = hs_record_new (HS_KIND_TEAM);
  g_autofree char *word = hs_demo_word (self->locations->len + 117);
  g_autofree char *name = g_strdup_printf (settings[row].location, word);
  g_autofree char *address = hs_demo_address (self);
  static const char *const teams[] = { "Oost", "West", "Noord", "Zuid", "Centrum" };

  hs_record_set_int (record, HS_LOCATION_ORGANISATION, host->id);
  hs_demo_set (record, HS_LOCATION_NAME, name);
  hs_record_set_int (record, HS_LOCATION_SETTING, host->setting);
  hs_demo_set (record, HS_LOCATION_ADDRESS, address);
  hs_demo_set (record, HS_LOCATION_PLACE, location.place->name);
  hs_record_set_int (record, HS_LOCATION_LATITUDE, location.place->latitude);
  hs_record_set_int (record, HS_LOCATION_LONGITUDE, location.place->longitude);
  location.id = hs_demo_save (self, record);
  location.team_name = g_strdup_printf (settings[row].team, teams[number % G_N_ELEMENTS (teams)]);
  hs_record_set_int (team, HS_TEAM_LOCATION, location.id);
  hs_demo_set (team, HS_TEAM_NAME, location.team_name);
  hs_demo_set (team, HS_TEAM_TARGET_GROUP, settings[row].target_group);
  location.team = hs_demo_save (self, team);
  g_array_append_val (self->locations, location);
}

static void
make_host (HsDemo *self, guint number, guint n_locations)
{
  guint row = setting_of (number);
  HsDemoHost host = { .setting = settings[row].setting,
                      .place = hs_demo_place (self),
                      .domain = g_strdup_printf ("zorg%u.example", number + 1) };
  g_autofree char *word = hs_demo_word (number);
  g_autofree char *name = g_strdup_printf (settings[row].host, word);
  g_autofree char *kvk = g_strdup_printf ("%08u", 99000000 + number);
  g_autofree char *sbb = g_strdup_printf ("%u", 100900000 + number);
  g_autoptr (HsRecord) record =
      new_organisation (self, name, HS_ORGANISATION_KIND_HOST, host.place, host.domain);

  hs_demo_set (record, HS_ORGANISATION_KVK, kvk);
  hs_demo_set (record, HS_ORGANISATION_SBB_ID, sbb);
  hs_record_set_int (record, HS_ORGANISATION_SETTING, host.setting);
  host.id = hs_demo_save (self, record);
  g_array_append_val (self->hosts, host);
  make_recognitions (self, &host);
  for (guint i = 0; i < n_locations; i++)
    make_location (self, number, row, i);
}

void
hs_demo_make_region (HsDemo *self)
{
  guint n_schools = CLAMP (2 + self->n_students / 5000, 2, 12);
  guint n_hosts = CLAMP (5 + self->n_students / 80, 5, 2000);

  make_programmes (self);
  for (guint i = 0; i < n_schools; i++)
    make_school (self, i);
  for (guint i = 0; i < n_hosts && self->error == NULL; i++)
    make_host (self, i, 1 + (i == 0) * 2 + hs_demo_random (self, 4));
}
