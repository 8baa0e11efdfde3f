/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as they are heard in a Dutch classroom. They are put together by chance. */

#include "hs-demo-private.h"

#include "hs-text.h"

#include <string.h>

static const char *const first_names[] = {
  "Sanne",     "Daan",    "Fatima",   "Yusuf",   "Noor",    "Lotte",    "Priya",    "Emir",
  "Zoë",       "Amélie",  "Anouk",    "Bram",    "Chaima",  "Dewi",     "Eline",    "Floor",
  "Gijs",      "Hamza",   "Iris",     "Jesse",   "Kyra",    "Lars",     "Mira",     "Naomi",
  "Omar",      "Pim",     "Quinty",   "Rania",   "Sem",     "Tess",     "Umut",     "Vera",
  "Wout",      "Xander",  "Yara",     "Zakaria", "Aylin",   "Bilal",    "Celine",   "Dounia",
  "Esra",      "Femke",   "Giovanni", "Hilde",   "Ilse",    "Joëlle",   "Karim",    "Lieke",
  "Mehmet",    "Nienke",  "Oumaima",  "Puck",    "Rachid",  "Shanti",   "Thijs",    "Usha",
  "Vincent",   "Wies",    "Youssra",  "Zeynep",  "Aniek",   "Berat",    "Chayenne", "Dilan",
  "Evi",       "Fenna",   "Gülsüm",   "Hajar",   "Imane",   "Jochem",   "Kees",     "Leila",
  "Marit",     "Nina",    "Ömer",     "Pleun",   "Rosalie", "Soraya",   "Tijn",     "Varun",
  "Willemijn", "Yoni",    "Zara",     "Aisha",   "Britt",   "Cas",      "Demi",     "Elif",
  "Farah",     "Gerben",  "Hugo",     "Ishan",   "Jill",    "Khadija",  "Loïs",     "Manouk",
  "Nadia",     "Oscar",   "Petra",    "Roos",    "Selin",   "Tamara",   "Ugur",     "Veerle",
  "Wessel",    "Yente",   "Zohra",    "Asha",    "Bente",   "Can",      "Djenna",   "Erik",
  "Fleur",     "Gwen",    "Hanneke",  "Ines",    "Joris",   "Kim",      "Luuk",     "Maartje",
  "Nour",      "Olivier", "Roshni",   "Salma",   "Teun",    "Vivienne", "Mohamed",  "Yasmine",
};

/* Infix and name, with a bar between. */
static const char *const last_names[] = {
  "de|Boer",       "van der|Berg", "|Jansen",    "|Bakker",     "|Visser",      "|Smit",
  "|Yılmaz",       "|Çelik",       "|Demir",     "|Kaya",       "|Şahin",       "|Öztürk",
  "El|Amrani",     "|Bouazza",     "El|Idrissi", "|Benali",     "|Ouali",       "|Haddou",
  "|Ramdin",       "|Kalpoe",      "|Jagroep",   "|Soekhlal",   "|Biharie",     "|Wijngaarde",
  "van|Dijk",      "de|Vries",     "|Hendriks",  "|Dijkstra",   "|Hoekstra",    "|Vermeer",
  "van den|Broek", "de|Graaf",     "|Mulder",    "|Peters",     "|Schouten",    "|Kuipers",
  "van|Leeuwen",   "|Postma",      "|Brouwer",   "|Scholten",   "|Willems",     "|Huisman",
  "van der|Meer",  "|Prins",       "|Blom",      "|Timmermans", "|Groen",       "|Gerritsen",
  "van|Vliet",     "|Koster",      "|Kramer",    "|Veenstra",   "|Molenaar",    "|Wolters",
  "de|Wit",        "|Dekker",      "|Evers",     "|Martens",    "|Sanders",     "|Verhoeven",
  "van|Doorn",     "|Aydın",       "|Arslan",    "|Doğan",      "|Koç",         "|Polat",
  "|Nguyen",       "|Tran",        "|Kowalska",  "|Nowak",      "|Silva",       "|Fernandes",
  "|Martina",      "|Isenia",      "|Rosalia",   "|Maduro",     "|Osei",        "|Mensah",
  "|Tahiri",       "|Azzouzi",     "|Chaoui",    "|Zerouali",   "van|Beek",     "|Hofman",
  "ter|Horst",     "|Slot",        "|Zijlstra",  "|Bosman",     "|Driessen",    "|Coolen",
  "van de|Ven",    "|Janssens",    "|Maas",      "|Franssen",   "den|Hartog",   "|Verbeek",
  "|Pietersma",    "|Rutgers",     "|Schipper",  "|Terpstra",   "van der|Laan", "|Wiersma",
  "|Lamers",       "|Okafor",      "|Hassan",    "|Abdi",       "|Ahmadi",      "|Rahimi",
};

static const char *const word_starts[] = {
  "Merel", "Wilgen", "Linden",     "Kruiden", "Vlinder",  "Avond",  "Zomer",
  "Riet",  "Beuken", "Kastanje",   "Zwaluw",  "Meidoorn", "Klaver", "Lelie",
  "Olmen", "Essen",  "Korenbloem", "Reiger",  "Berken",   "Veld",
};
static const char *const word_ends[] = {
  "hof", "waard", "hage", "oord", "donk", "zoom", "rijk", "burcht", "kamp", "laan", "stee", "wende",
};

static const char *const streets[] = {
  "Dorpsstraat", "Kerkstraat",  "Molenweg",     "Stationsstraat", "Schoolstraat", "Dijkweg",
  "Parklaan",    "Beatrixlaan", "Industrieweg", "Kastanjelaan",   "Havenstraat",  "Marktplein",
};

const char *
hs_demo_first_name (HsDemo *self)
{
  return first_names[hs_demo_random (self, G_N_ELEMENTS (first_names))];
}

void
hs_demo_last_name (HsDemo *self, const char **infix, const char **last)
{
  const char *both = last_names[hs_demo_random (self, G_N_ELEMENTS (last_names))];
  const char *bar = strchr (both, '|');
  g_autofree char *before = g_strndup (both, (gsize) (bar - both));

  *infix = g_intern_string (before);
  *last = bar + 1;
}

char *
hs_demo_word (guint number)
{
  guint n = G_N_ELEMENTS (word_starts) * G_N_ELEMENTS (word_ends);
  /* 7 has no divisor in common with the 240 words: each comes once before one comes again. */
  guint index = number * 7 % n;
  const char *start = word_starts[index % G_N_ELEMENTS (word_starts)];
  const char *end = word_ends[index / G_N_ELEMENTS (word_starts)];

  if (number < n)
    return g_strconcat (start, end, NULL);
  return g_strdup_printf ("%s%s %u", start, end, number / n + 1);
}

/* Appends the letters and digits of @text without accents. */
static void
append_plain (GString *to, const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  hs_text_fold (folded, text);
  for (gsize i = 0; i < folded->len; i++)
    if (g_ascii_isalnum (folded->str[i]))
      g_string_append_c (to, folded->str[i]);
}

char *
hs_demo_email (HsDemo *self, const char *first, const char *infix, const char *last,
               const char *domain)
{
  g_autoptr (GString) address = g_string_new (NULL);

  append_plain (address, first);
  g_string_append_c (address, '.');
  if (infix != NULL)
    append_plain (address, infix);
  append_plain (address, last);
  g_string_append_printf (address, "%u@%s", ++self->n_people, domain);
  return g_string_free (g_steal_pointer (&address), FALSE);
}

char *
hs_demo_address (HsDemo *self)
{
  const char *street = streets[hs_demo_random (self, G_N_ELEMENTS (streets))];

  return g_strdup_printf ("%s %u", street, 1 + hs_demo_random (self, 180));
}

const HsPlace *
hs_demo_place (HsDemo *self)
{
  return g_ptr_array_index (self->places, hs_demo_random (self, self->n_places));
}
