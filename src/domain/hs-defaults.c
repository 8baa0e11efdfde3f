/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings that come with the program. */

#include "hs-defaults.h"

#include "hs-defaults-private.h"

/* clang-format off */
const HsDefaultSetting hs_default_settings[] = {
  { "hours.bol.1", "250" }, /* WEB 7.2.7, whole programme of one to four years */
  { "hours.bol.2", "450" },
  { "hours.bol.3", "900" },
  { "hours.bol.4", "1350" },
  { "hours.bbl.year", "610" }, /* WEB 7.2.7, a study year */
  { "holidays.good_friday", "0" },
  { "holidays.liberation_day", "lustrum" }, /* lustrum, always or never */
  { "sheet.correction_days", "10" }, /* working days to ask for a correction of a later sheet */
  { "coach.hours_year.starter", "10" }, /* digicoach hours a year for a digital starter */
  { "coach.hours_year.other", "2" },
  { "coach.hours_week.least", "8" }, /* a digicoach has at least this many hours a week */
  { "coach.starters", "20" }, /* starters for each digicoach */
  { "text.assessment",
    "De praktijkopleider en de bpv-docent beoordelen de stage samen, tussentijds en aan het einde. "
    "Zij gebruiken het beoordelingsformulier van de school en luisteren naar de werkbegeleider. De "
    "school stelt het oordeel vast: de stage is voldoende als de doelen zijn gehaald en de uren zijn "
    "gemaakt." },
  { "text.guidance",
    "De werkbegeleider begeleidt de student op de werkvloer en praat elke week met de student over "
    "het leren. Is de werkbegeleider er niet, dan neemt de vervanger het over. De bpv-docent houdt "
    "contact en is bij de contactmomenten." },
  { "text.ending",
    "De stage kan eerder stoppen als student, school en zorgorganisatie het daarover eens zijn, als de "
    "inschrijving van de student stopt, als de erkenning van de zorgorganisatie stopt, of als een partij "
    "zich na een gesprek en een schriftelijke waarschuwing niet aan de afspraken houdt. Eerst is er een "
    "gesprek van student, school en zorgorganisatie. Wie stopt, schrijft aan de anderen waarom en per "
    "welke dag. De gemaakte uren worden opgeschreven." },
  { "text.confidentiality",
    "De student praat met niemand buiten het team over cliënten en schrijft in opdrachten geen gegevens "
    "waaraan een cliënt te herkennen is. Dit blijft zo na de stage." },
  { "text.terms_version", "Handslag 2026-1" },
  { NULL, NULL },
};
/* clang-format on */

const char *
hs_defaults_setting (GHashTable *settings, const char *name)
{
  const char *value = settings != NULL ? g_hash_table_lookup (settings, name) : NULL;

  for (const HsDefaultSetting *at = hs_default_settings; value == NULL && at->name != NULL; at++)
    if (g_str_equal (at->name, name))
      value = at->value;
  return value;
}

gint64
hs_defaults_number (GHashTable *settings, const char *name, gint64 otherwise)
{
  const char *text = hs_defaults_setting (settings, name);
  gint64 value;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &value, NULL)
             ? value
             : otherwise;
}
