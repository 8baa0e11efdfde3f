/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognising columns. */

#include "hs-import-columns.h"

#include "hs-import.h"

#include <string.h>

/* Other names of a field, without blanks and punctuation, in lower case; @kind NULL is for every
 * kind that has the field. */
typedef struct
{
  const char *kind;
  const char *field;
  const char *names;
} Alias;

/* clang-format off */
static const Alias aliases[] = {
  { NULL, "first_name", "voornaam roepnaam firstname givenname" },
  { NULL, "infix", "tussenvoegsel tussenvoegsels tussenv tv voorvoegsel voorvoegsels prefix" },
  { NULL, "last_name", "achternaam familienaam geslachtsnaam naam surname lastname familyname" },
  { NULL, "initials", "voorletters initialen voorl" },
  { NULL, "email", "email emailadres mail mailadres emailschool schoolemail schoolmail emailadresschool emailwerk" },
  { NULL, "phone", "telefoon tel telefoonnummer telnr telefoonnr mobiel mobielnummer mobieletelefoon mobieltelefoonnummer gsm 06nummer phone mobile" },
  { NULL, "address", "adres straat straatnaam straatenhuisnummer adresregel1 straathuisnummer" },
  { NULL, "postcode", "pc zipcode zip postalcode" },
  { NULL, "place", "plaats woonplaats plaatsnaam vestigingsplaats city" },
  { NULL, "website", "web url site internetadres" },
  { NULL, "contact", "contactpersoon contact" },
  { NULL, "remark", "opmerking opmerkingen notitie notities toelichting bijzonderheden" },
  { NULL, "link", "url website hyperlink" },
  { NULL, "region", "regio" },
  { NULL, "setting", "setting sector branche soortzorg zorgsoort zorgsetting" },
  { NULL, "technology", "technologie zorgtechnologie zorgtechniek" },
  { NULL, "organisation", "organisatie instelling werkgever organisatienaam zorgorganisatie leerbedrijf school bedrijf kvk kvknummer brin leerbedrijfid sbbid" },
  { NULL, "location", "locatie vestiging locatienaam" },
  { NULL, "team", "afdeling teamafdeling" },
  { NULL, "host", "leerbedrijf zorgorganisatie organisatie instelling bedrijf leerbedrijfid sbbid kvk kvknummer" },
  { "organisation", "name", "naam organisatie organisatienaam bedrijfsnaam leerbedrijf naamleerbedrijf schoolnaam instelling" },
  { "organisation", "kind", "soort type soortorganisatie" },
  { "organisation", "brin", "brin brinnummer brincode brinnr" },
  { "organisation", "kvk", "kvk kvknummer kvknr handelsregisternummer" },
  { "organisation", "sbb_id", "leerbedrijfid leerbedrijfsid leerbedrijfnummer sbbid sbbnummer sbb codeleerbedrijf" },
  { "organisation", "group", "onderdeelvan moederorganisatie concern groep" },
  { "location", "name", "locatie locatienaam naam vestiging" },
  { "team", "name", "team afdeling teamnaam naam" },
  { "team", "target_group", "doelgroep" },
  { "programme", "crebo", "crebo crebocode crebonummer crebonr" },
  { "programme", "name", "opleiding opleidingsnaam naam naamopleiding kwalificatie" },
  { "programme", "level", "niveau mboniveau" },
  { "programme", "years", "jaren duur studieduur opleidingsduur" },
  { "recognition", "crebo", "crebo crebocode crebonummer crebonr kwalificatie" },
  { "recognition", "from", "van vanaf begindatum ingangsdatum geldigvanaf" },
  { "recognition", "to", "tot totenmet einddatum geldigtot" },
  { "recognition", "checked_on", "gecontroleerdop controledatum nagekekenop" },
  { "person", "roles", "rol rollen functie functies" },
  { "person", "student_limit", "maxstudenten maximumaantalstudenten aantalstudenten plaatsen limiet" },
  { "person", "coach_minutes", "digicoachuren urendigicoach" },
  { "person", "working_days", "werkdagen dagen" },
  { "person", "programmes", "crebo crebos opleidingen" },
  { "person", "substitute", "vervanger achterwacht" },
  { "student", "school", "school schoolnaam brin brinnummer instelling onderwijsinstelling" },
  { "student", "number", "studentnummer studentnr leerlingnummer leerlingnr studnr studentid deelnemernummer deelnemernr onderwijsnummerschool stamnummer" },
  { "student", "birth_date", "geboortedatum gebdatum gebdat datumgeboorte birthdate dateofbirth" },
  { "student", "mobility", "vervoer vervoermiddel reistmet" },
  { "student", "distance_limit", "maxafstand maximaleafstand reisafstand afstand maxkm" },
  { "student", "weekdays", "dagen stagedagen beschikbaredagen" },
  { "student", "mentor", "mentor slber studieloopbaanbegeleider coach bpvdocent docent" },
  { "student", "emergency", "noodcontact contactbijnood noodnummer ice" },
  { "enrolment", "student", "student studentnummer studentnr leerlingnummer" },
  { "enrolment", "sequence", "volgnummer inschrijvingsvolgnummer inschrijvingsnummer volgnr" },
  { "enrolment", "programme", "opleiding crebo crebocode crebonummer crebonr opleidingscode" },
  { "enrolment", "route", "leerweg leerroute" },
  { "enrolment", "cohort", "cohort lichting startjaar" },
  { "enrolment", "class", "klas klascode groep lesgroep" },
  { "enrolment", "start", "begin start begindatum startdatum datumbegin inschrijfdatum begindatuminschrijving" },
  { "enrolment", "expected_end", "verwachteinde verwachteeinddatum geplandeeinddatum einddatum datumeinde" },
  { "enrolment", "done_minutes", "gedaneuren urengedaan bpvurengedaan" },
  { "enrolment", "employer", "werkgever" },
  { "enrolment", "placement_start", "stagevanaf bpvvanaf stagestart beginstage" },
  { "enrolment", "placement_end", "stagetot bpvtot stageeinde eindestage" },
  { "enrolment", "placement_minutes", "stageuren bpvuren urenstage" },
  { "enrolment", "days_a_week", "dagenperweek stagedagenperweek" },
  { "guardian", "student", "student studentnummer studentnr leerlingnummer" },
  { "guardian", "relation", "relatie soort" },
  { "wish", "student", "student studentnummer studentnr leerlingnummer" },
  { "wish", "rank", "rang volgorde nummer voorkeur prioriteit" },
  { "vacancy", "code", "code nummer vacaturenummer stageplaatsnummer kenmerk" },
  { "vacancy", "title", "titel naam omschrijving" },
  { "vacancy", "supervisor", "werkbegeleider begeleider" },
  { "vacancy", "start", "begin start begindatum startdatum vanaf" },
  { "vacancy", "end", "einde einddatum tot totenmet" },
  { "vacancy", "largest", "aantal aantalplaatsen plaatsen maximum max" },
  { "vacancy", "smallest", "minimum min" },
  { "vacancy", "crebos", "crebo crebos opleiding opleidingen" },
  { "vacancy", "levels", "niveau niveaus" },
  { "vacancy", "routes", "leerweg leerwegen" },
  { "vacancy", "weekdays", "dagen werkdagen stagedagen" },
  { "vacancy", "minutes_week", "urenperweek uren" },
  { "vacancy", "allowance", "vergoeding stagevergoeding vergoedingpermaand" },
  { "vacancy", "closing_date", "sluitingsdatum reageervoor" },
  { "technology", "name", "naam technologie" },
  { "technology", "description", "omschrijving beschrijving" },
  { "item", "name", "naam exemplaar omschrijving" },
  { "item", "asset_number", "inventarisnummer objectnummer activanummer assetnummer barcode" },
  { "item", "serial_number", "serienummer sn" },
  { "item", "quantity", "aantal" },
  { "item", "state", "staat status toestand" },
  { "item", "supplier", "leverancier" },
  { "material", "title", "titel naam" },
  { "material", "form", "vorm soort" },
  { "material", "publisher", "uitgever bron maker" },
  { "material", "minutes", "minuten duur tijd" },
  { "mandate", "from", "van vanaf begindatum" },
  { "mandate", "to", "tot totenmet einddatum" },
  { "mandate", "person", "persoon tekenbevoegde email" },
  { "absence", "person", "persoon email" },
  { "absence", "from", "van vanaf begindatum" },
  { "absence", "to", "tot terug einddatum" },
  { "competence", "person", "persoon email" },
  { "competence", "level", "niveau" },
};
/* clang-format on */

/* Lower case, letters and digits only. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether the list @names, with blanks between, has @name. */
static gboolean
lists (const char *names, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = names; (at = strstr (at, name)) != NULL; at++)
    if ((at == names || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;
  return FALSE;
}

static gboolean
same_squeezed (const char *text, const char *wanted)
{
  g_autofree char *own = squeeze (text);

  return strcmp (own, wanted) == 0;
}

static int
find_alias (const HsKind *kind, const char *squeezed)
{
  for (guint own = 0; own < 2; own++)
    for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
      {
        const Alias *alias = &aliases[i];
        int field;

        if ((alias->kind == NULL) != (own == 1)
            || (alias->kind != NULL && strcmp (alias->kind, kind->name) != 0)
            || !lists (alias->names, squeezed))
          continue;
        field = hs_kind_find_field (kind, alias->field);
        if (field >= 0)
          return field;
      }
  return -1;
}

/* The field of @kind that @header names, or -1. Written exactly it is that one, as the label of one
 * field may be the name of another without its punctuation. */
static int
find_field (const HsKind *kind, const char *header, const char *squeezed)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, header) == 0)
      return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (hs_field_label (kind, i), header) == 0)
      return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (same_squeezed (kind->fields[i].name, squeezed)
        || same_squeezed (hs_field_label (kind, i), squeezed)
        || same_squeezed (kind->fields[i].label, squeezed))
      return (int) i;
  return find_alias (kind, squeezed);
}

HsColumn
hs_column_recognise (const HsKind *kind, const char *header)
{
  g_autofree char *squeezed = squeeze (header);
  HsColumn column = { HS_COLUMN_UNKNOWN, 0 };
  int field;

  if (*squeezed == '\0')
    column.use = HS_COLUMN_UNNAMED;
  else if (strcmp (squeezed, "uid") == 0)
    column.use = HS_COLUMN_UID;
  else if (strcmp (squeezed, "fouten") == 0)
    column.use = HS_COLUMN_IGNORED;
  else if ((field = find_field (kind, header, squeezed)) >= 0)
    {
      column.use =
          kind->fields[field].flags & HS_FIELD_COMPUTED ? HS_COLUMN_IGNORED : HS_COLUMN_FIELD;
      column.field = (guint) field;
    }
  else if (kind->id == HS_KIND_STUDENT
           && (field = find_field (hs_kind (HS_KIND_ENROLMENT), header, squeezed))
                  > HS_ENROLMENT_STUDENT)
    {
      column.use = HS_COLUMN_ENROLMENT;
      column.field = (guint) field;
    }
  return column;
}

const char *
hs_column_label (const HsKind *kind, HsColumn column)
{
  switch (column.use)
    {
    case HS_COLUMN_UID:
      return "uid";
    case HS_COLUMN_ENROLMENT:
      return hs_field_label (hs_kind (HS_KIND_ENROLMENT), column.field);
    case HS_COLUMN_FIELD:
    case HS_COLUMN_IGNORED:
      return hs_field_label (kind, column.field);
    default:
      return "";
    }
}

#define OF_ENROLMENT "enrolment."

HsColumn
hs_column_from_name (const HsKind *kind, const char *name)
{
  gboolean enrolment = g_str_has_prefix (name, OF_ENROLMENT) && kind->id == HS_KIND_STUDENT;
  HsColumn column = { HS_COLUMN_IGNORED, 0 };
  int field = enrolment
                  ? hs_kind_find_field (hs_kind (HS_KIND_ENROLMENT), name + strlen (OF_ENROLMENT))
                  : hs_kind_find_field (kind, name);

  if (strcmp (name, "uid") == 0)
    column.use = HS_COLUMN_UID;
  else if (field >= 0)
    {
      column.use = enrolment ? HS_COLUMN_ENROLMENT : HS_COLUMN_FIELD;
      column.field = (guint) field;
    }
  return column;
}

char *
hs_column_name (const HsKind *kind, HsColumn column)
{
  switch (column.use)
    {
    case HS_COLUMN_UID:
      return g_strdup ("uid");
    case HS_COLUMN_FIELD:
      return g_strdup (kind->fields[column.field].name);
    case HS_COLUMN_ENROLMENT:
      return g_strconcat (OF_ENROLMENT, hs_kind (HS_KIND_ENROLMENT)->fields[column.field].name,
                          NULL);
    default:
      return g_strdup ("");
    }
}

/* Adds the fields that a file may have, from @first on. */
static void
add_names (GPtrArray *names, const HsKind *kind, guint first, const char *prefix)
{
  for (guint i = first; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & (HS_FIELD_COMPUTED | HS_FIELD_HIDDEN)) == 0)
      g_ptr_array_add (names, g_strconcat (prefix, kind->fields[i].name, NULL));
}

GPtrArray *
hs_import_column_names (HsKindId kind)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  add_names (names, hs_kind (kind), 0, "");
  if (kind == HS_KIND_STUDENT)
    add_names (names, hs_kind (HS_KIND_ENROLMENT), HS_ENROLMENT_STUDENT + 1, OF_ENROLMENT);
  g_ptr_array_add (names, g_strdup ("uid"));
  return names;
}

const char *
hs_import_column_label (HsKindId kind, const char *name)
{
  return hs_column_label (hs_kind (kind), hs_column_from_name (hs_kind (kind), name));
}
