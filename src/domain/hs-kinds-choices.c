/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every list of choices: code in the database and in files, label on screen (translated), and the
 * Dutch value that is copied into what people sign, which must not depend on the language of the
 * screen. */

#include "hs-kind.h"

#include <glib/gi18n.h>

/* clang-format off */
static const HsChoice organisation_kind_choices[] = {
  { "school", NC_ ("organisation_kind", "School"), "School" },
  { "host", NC_ ("organisation_kind", "Host"), "Zorgorganisatie" },
  { "other", NC_ ("organisation_kind", "Other"), "Andere organisatie" },
};

static const HsChoice care_setting_choices[] = {
  { "vvt", NC_ ("care_setting", "Elderly care and home care"), "Verpleging, verzorging en thuiszorg" },
  { "gehandicaptenzorg", NC_ ("care_setting", "Care for people with a disability"), "Gehandicaptenzorg" },
  { "ggz", NC_ ("care_setting", "Mental health care"), "Geestelijke gezondheidszorg" },
  { "ziekenhuis", NC_ ("care_setting", "Hospital"), "Ziekenhuis" },
  { "revalidatie", NC_ ("care_setting", "Rehabilitation"), "Revalidatie" },
  { "welzijn", NC_ ("care_setting", "Welfare"), "Welzijn" },
  { "huisartsen", NC_ ("care_setting", "General practice"), "Huisartsen" },
};

static const HsChoice route_choices[] = {
  { "bol", NC_ ("route", "BOL"), "BOL" },
  { "bbl", NC_ ("route", "BBL"), "BBL" },
};

static const HsChoice recognition_status_choices[] = {
  { "unknown", NC_ ("recognition_status", "Not checked"), "Niet nagekeken" },
  { "requested", NC_ ("recognition_status", "Requested"), "Aangevraagd" },
  { "verified", NC_ ("recognition_status", "Verified"), "Gecontroleerd" },
  { "ended", NC_ ("recognition_status", "Ended"), "Ingetrokken" },
};

static const HsChoice role_choices[] = {
  { "coordinator", NC_ ("role", "Coordinator"), "Stagecoördinator" },
  { "teacher", NC_ ("role", "Teacher"), "Bpv-docent" },
  { "practice_trainer", NC_ ("role", "Practice trainer"), "Praktijkopleider" },
  { "supervisor", NC_ ("role", "Supervisor"), "Werkbegeleider" },
  { "digicoach", NC_ ("role", "Digicoach"), "Digicoach" },
  { "tech_ambassador", NC_ ("role", "Tech ambassador"), "Techambassadeur" },
  { "innovation_manager", NC_ ("role", "Innovation manager"), "Innovatiemanager" },
  { "signatory", NC_ ("role", "Signatory"), "Tekenbevoegde" },
};

static const HsChoice weekday_choices[] = {
  { "mo", NC_ ("weekday", "Monday"), "Maandag" },
  { "tu", NC_ ("weekday", "Tuesday"), "Dinsdag" },
  { "we", NC_ ("weekday", "Wednesday"), "Woensdag" },
  { "th", NC_ ("weekday", "Thursday"), "Donderdag" },
  { "fr", NC_ ("weekday", "Friday"), "Vrijdag" },
  { "sa", NC_ ("weekday", "Saturday"), "Zaterdag" },
  { "su", NC_ ("weekday", "Sunday"), "Zondag" },
};

static const HsChoice shift_choices[] = {
  { "day", NC_ ("shift", "Day"), "Dag" },
  { "evening", NC_ ("shift", "Evening"), "Avond" },
  { "night", NC_ ("shift", "Night"), "Nacht" },
  { "weekend", NC_ ("shift", "Weekend"), "Weekend" },
};

static const HsChoice level_choices[] = {
  { "1", NC_ ("level", "Entree (1)"), "Entree (1)" },
  { "2", NC_ ("level", "Level 2"), "Niveau 2" },
  { "3", NC_ ("level", "Level 3"), "Niveau 3" },
  { "4", NC_ ("level", "Level 4"), "Niveau 4" },
};

static const HsChoice mobility_choices[] = {
  { "walk", NC_ ("mobility", "On foot"), "Te voet" },
  { "bicycle", NC_ ("mobility", "Bicycle"), "Fiets" },
  { "transit", NC_ ("mobility", "Public transport"), "Openbaar vervoer" },
  { "car", NC_ ("mobility", "Car"), "Auto" },
};

static const HsChoice wish_kind_choices[] = {
  { "host", NC_ ("wish_kind", "Host"), "Zorgorganisatie" },
  { "location", NC_ ("wish_kind", "Location"), "Locatie" },
  { "setting", NC_ ("wish_kind", "Setting"), "Soort zorg" },
  { "technology", NC_ ("wish_kind", "Technology"), "Zorgtechnologie" },
};

static const HsChoice share_what_choices[] = {
  { "support", NC_ ("share_what", "Support needs"), "Hulp die nodig is" },
  { "digital_level", NC_ ("share_what", "Digital level"), "Digitaal niveau" },
  { "digitype", NC_ ("share_what", "Digitype"), "Digitype" },
};

static const HsChoice digitype_choices[] = {
  { "idealist", NC_ ("digitype", "Analogue idealist"), "Analoge idealist" },
  { "hesitant", NC_ ("digitype", "Hesitant user of technology"), "Aarzelende technologiegebruiker" },
  { "skilled", NC_ ("digitype", "Digitally skilled professional"), "Digivaardige professional" },
  { "enthusiast", NC_ ("digitype", "Digital enthusiast"), "Digitale enthousiasteling" },
};

static const HsChoice competence_level_choices[] = {
  { "starter", NC_ ("competence_level", "Starter"), "Starter" },
  { "user", NC_ ("competence_level", "User"), "Gebruiker" },
  { "instructor", NC_ ("competence_level", "Can instruct"), "Kan instructie geven" },
};

static const HsChoice placement_form_choices[] = {
  { "regular", NC_ ("placement_form", "Regular placement"), "Reguliere stage" },
  { "learning_ward", NC_ ("placement_form", "Learning ward"), "Leerafdeling" },
  { "learning_workplace", NC_ ("placement_form", "Learning workplace"), "Leerwerkplaats" },
  { "practice_route", NC_ ("placement_form", "Practice route"), "Praktijkroute" },
  { "district_centre", NC_ ("placement_form", "District learning centre"), "Wijkleercentrum" },
  { "innovation_centre", NC_ ("placement_form", "Care innovation centre"), "Zorginnovatiecentrum" },
  { "exchange", NC_ ("placement_form", "Exchange placement"), "Uitwisselingsstage" },
};

static const HsChoice vacancy_status_choices[] = {
  { "open", NC_ ("vacancy_status", "Open"), "Open" },
  { "full", NC_ ("vacancy_status", "Full"), "Vol" },
  { "closed", NC_ ("vacancy_status", "Closed"), "Gesloten" },
};

static const HsChoice technology_category_choices[] = {
  { "ehealth", NC_ ("technology_category", "E-health and video care"), "E-health en beeldzorg" },
  { "telemonitoring", NC_ ("technology_category", "Telemonitoring and self-measurement"), "Telemonitoring en zelfmeting" },
  { "medication", NC_ ("technology_category", "Medication"), "Medicatie" },
  { "home", NC_ ("technology_category", "Home automation and living environment"), "Domotica en leefomgeving" },
  { "robotics", NC_ ("technology_category", "Robotics"), "Robotica" },
  { "experience", NC_ ("technology_category", "Experience and movement"), "Beleving en bewegen" },
  { "vr", NC_ ("technology_category", "Virtual reality and simulation"), "Virtual reality en simulatie" },
  { "communication", NC_ ("technology_category", "Communication and translation"), "Communicatie en vertaling" },
  { "apps", NC_ ("technology_category", "Apps"), "Apps" },
  { "printing", NC_ ("technology_category", "3D printing"), "3D-printen" },
  { "records", NC_ ("technology_category", "Dossier and registration"), "Dossier en registratie" },
};

static const HsChoice item_state_choices[] = {
  { "in_use", NC_ ("item_state", "In use"), "In gebruik" },
  { "cupboard", NC_ ("item_state", "In the cupboard"), "In de kast" },
  { "ordered", NC_ ("item_state", "On order"), "In aanschaf" },
  { "repair", NC_ ("item_state", "In repair"), "In reparatie" },
  { "retired", NC_ ("item_state", "Retired"), "Afgevoerd" },
};

static const HsChoice unused_reason_choices[] = {
  { "unknown", NC_ ("unused_reason", "Unknown"), "Onbekend" },
  { "untrained", NC_ ("unused_reason", "Nobody trained"), "Niemand geschoold" },
  { "unsafe", NC_ ("unused_reason", "Not found safe"), "Niet veilig bevonden" },
  { "no_need", NC_ ("unused_reason", "No need"), "Geen behoefte" },
  { "cost", NC_ ("unused_reason", "Cost"), "Kosten" },
  { "technical", NC_ ("unused_reason", "Technical"), "Techniek" },
};

static const HsChoice sharing_choices[] = {
  { "one", NC_ ("sharing", "One user at a time"), "Eén gebruiker tegelijk" },
  { "many", NC_ ("sharing", "A number of users at a time"), "Een aantal gebruikers tegelijk" },
  { "unlimited", NC_ ("sharing", "No limit"), "Geen grens" },
};

static const HsChoice price_band_choices[] = {
  { "low", NC_ ("price_band", "Up to 500 euros"), "Tot 500 euro" },
  { "middle", NC_ ("price_band", "500 to 2,500 euros"), "500 tot 2.500 euro" },
  { "high", NC_ ("price_band", "2,500 to 10,000 euros"), "2.500 tot 10.000 euro" },
  { "top", NC_ ("price_band", "Over 10,000 euros"), "Meer dan 10.000 euro" },
};

static const HsChoice material_form_choices[] = {
  { "elearning", NC_ ("material_form", "E-learning"), "E-learning" },
  { "video", NC_ ("material_form", "Video"), "Video" },
  { "book", NC_ ("material_form", "Book"), "Boek" },
  { "lesson", NC_ ("material_form", "Lesson"), "Les" },
  { "kit", NC_ ("material_form", "Practice kit"), "Oefenkoffer" },
  { "website", NC_ ("material_form", "Website"), "Website" },
};

static const HsChoice material_category_choices[] = {
  { "applications", NC_ ("material_category", "Applications"), "Applicaties" },
  { "settings", NC_ ("material_category", "Apps and settings"), "Apps en instellingen" },
  { "basics", NC_ ("material_category", "Basic skills"), "Basisvaardigheden" },
  { "office", NC_ ("material_category", "Office"), "Office" },
  { "social", NC_ ("material_category", "Social media"), "Sociale media" },
  { "technology", NC_ ("material_category", "Technology and e-health"), "Technologie en e-health" },
  { "home", NC_ ("material_category", "Care home automation"), "Zorgdomotica" },
  { "privacy", NC_ ("material_category", "Information security and privacy"), "Informatiebeveiliging en privacy" },
};

static const HsChoice link_state_choices[] = {
  { "unknown", NC_ ("link_state", "Not checked"), "Niet nagekeken" },
  { "works", NC_ ("link_state", "Works"), "Werkt" },
  { "dead", NC_ ("link_state", "Does not work"), "Werkt niet" },
};

static const HsChoice v_competence_choices[] = {
  { "vinden", NC_ ("v_competence", "Find"), "Vinden" },
  { "vertrouwen", NC_ ("v_competence", "Trust"), "Vertrouwen" },
  { "veilig", NC_ ("v_competence", "Safe"), "Veilig" },
  { "vaardig", NC_ ("v_competence", "Skilful"), "Vaardig" },
  { "vertellen", NC_ ("v_competence", "Tell"), "Vertellen" },
  { "vooroplopen", NC_ ("v_competence", "Lead the way"), "Vooroplopen" },
  { "voorlichten", NC_ ("v_competence", "Inform"), "Voorlichten" },
  { "verbeteren", NC_ ("v_competence", "Improve"), "Verbeteren" },
  { "verdiepen", NC_ ("v_competence", "Deepen"), "Verdiepen" },
  { "verbinden", NC_ ("v_competence", "Connect"), "Verbinden" },
};

static const HsChoice canmeds_choices[] = {
  { "carer", NC_ ("canmeds", "Carer"), "Zorgverlener" },
  { "communicator", NC_ ("canmeds", "Communicator"), "Communicator" },
  { "collaborator", NC_ ("canmeds", "Collaborator"), "Samenwerker" },
  { "reflective", NC_ ("canmeds", "Reflective professional"), "Reflectieve professional" },
  { "health_promoter", NC_ ("canmeds", "Health promoter"), "Gezondheidsbevorderaar" },
  { "organiser", NC_ ("canmeds", "Organiser"), "Organisator" },
  { "quality", NC_ ("canmeds", "Quality promoter"), "Kwaliteitsbevorderaar" },
};

static const HsChoice learning_setting_choices[] = {
  { "work_floor", NC_ ("learning_setting", "Work floor"), "Werkvloer" },
  { "practice_room", NC_ ("learning_setting", "Practice room"), "Praktijklokaal" },
  { "simulation", NC_ ("learning_setting", "Simulation"), "Simulatie" },
  { "small_group", NC_ ("learning_setting", "Small group"), "Kleine groep" },
  { "elearning", NC_ ("learning_setting", "E-learning"), "E-learning" },
};

static const HsChoice theme_choices[] = {
  { "responsibilities", NC_ ("theme", "Responsibilities"), "Verantwoordelijkheden" },
  { "guidance", NC_ ("theme", "Peer supervision, reflection and guidance"), "Intervisie, reflectie en begeleiding" },
  { "onboarding", NC_ ("theme", "Onboarding"), "Onboarding" },
  { "material", NC_ ("theme", "Preparatory material"), "Voorbereidend leermateriaal" },
  { "assignment", NC_ ("theme", "Technology in the assignment"), "Zorgtechnologie in praktijkopdrachten" },
};

static const HsChoice theme_status_choices[] = {
  { "open", NC_ ("theme_status", "Not discussed yet"), "Nog niet besproken" },
  { "discussed", NC_ ("theme_status", "Discussed"), "Besproken" },
  { "agreed", NC_ ("theme_status", "Agreed"), "Akkoord" },
};

static const HsChoice party_choices[] = {
  { "student", NC_ ("party", "Student"), "Student" },
  { "supervisor", NC_ ("party", "Supervisor"), "Werkbegeleider" },
  { "trainer", NC_ ("party", "Practice trainer"), "Praktijkopleider" },
  { "teacher", NC_ ("party", "Teacher"), "Bpv-docent" },
  { "coordinator", NC_ ("party", "Coordinator"), "Stagecoördinator" },
  { "digicoach", NC_ ("party", "Digicoach"), "Digicoach" },
  { "ambassador", NC_ ("party", "Tech ambassador"), "Techambassadeur" },
  { "manager", NC_ ("party", "Team manager"), "Teamleider" },
  { "school", NC_ ("party", "School"), "School" },
  { "host", NC_ ("party", "Host"), "Zorgorganisatie" },
  { "guardian", NC_ ("party", "Guardian"), "Ouder of wettelijk vertegenwoordiger" },
};

static const HsChoice signer_choices[] = {
  { "student", NC_ ("signer", "Student"), "Student" },
  { "guardian", NC_ ("signer", "Guardian"), "Ouder of wettelijk vertegenwoordiger" },
  { "school", NC_ ("signer", "School"), "School" },
  { "host", NC_ ("signer", "Host"), "Zorgorganisatie" },
};

static const HsChoice sign_method_choices[] = {
  { "key", NC_ ("sign_method", "With the key of this device"), "Met de sleutel van dit apparaat" },
  { "paper", NC_ ("sign_method", "On paper"), "Op papier" },
  { "elsewhere", NC_ ("sign_method", "PDF signed elsewhere"), "PDF die ergens anders is ondertekend" },
};

static const HsChoice agreement_state_choices[] = {
  { "proposed", NC_ ("agreement_state", "Proposed"), "Voorgesteld" },
  { "placed", NC_ ("agreement_state", "Placed"), "Geplaatst" },
  { "draft", NC_ ("agreement_state", "Draft"), "Concept" },
  { "review", NC_ ("agreement_state", "In review"), "Ter beoordeling" },
  { "approved", NC_ ("agreement_state", "Approved"), "Goedgekeurd" },
  { "out", NC_ ("agreement_state", "Out for signature"), "Wacht op handtekeningen" },
  { "agreed", NC_ ("agreement_state", "Agreed"), "Afgesproken" },
  { "completed", NC_ ("agreement_state", "Completed"), "Afgerond" },
  { "ended", NC_ ("agreement_state", "Ended early"), "Voortijdig beëindigd" },
  { "withdrawn", NC_ ("agreement_state", "Withdrawn"), "Ingetrokken" },
  { "refused", NC_ ("agreement_state", "Refused"), "Geweigerd" },
};

static const HsChoice origin_choices[] = {
  { "matching", NC_ ("origin", "Matching"), "Matchen" },
  { "own", NC_ ("origin", "Found by the student"), "Zelf gevonden" },
  { "employer", NC_ ("origin", "Employer"), "Werkgever" },
};

static const HsChoice sheet_status_choices[] = {
  { "draft", NC_ ("sheet_status", "Draft"), "Concept" },
  { "fixed", NC_ ("sheet_status", "Fixed"), "Vastgelegd" },
  { "in_force", NC_ ("sheet_status", "In force"), "Geldt" },
  { "withdrawn", NC_ ("sheet_status", "Withdrawn"), "Ingetrokken" },
};

static const HsChoice contact_kind_choices[] = {
  { "start", NC_ ("contact_kind", "Start"), "Start" },
  { "midway", NC_ ("contact_kind", "Midway"), "Tussentijds" },
  { "end", NC_ ("contact_kind", "End"), "Eind" },
  { "other", NC_ ("contact_kind", "Other"), "Anders" },
};

static const HsChoice peer_kind_choices[] = {
  { "peer", NC_ ("peer_kind", "Peer session"), "Intervisie" },
  { "reflection", NC_ ("peer_kind", "Reflection"), "Reflectie" },
  { "wonder", NC_ ("peer_kind", "Verwonderteam"), "Verwonderteam" },
};

static const HsChoice criterion_kind_choices[] = {
  { "formative", NC_ ("criterion_kind", "Formative"), "Formatief" },
  { "summative", NC_ ("criterion_kind", "Summative"), "Summatief" },
};

static const HsChoice answer_choices[] = {
  { "yes", NC_ ("answer", "Yes"), "Ja" },
  { "partly", NC_ ("answer", "Partly"), "Gedeeltelijk" },
  { "no", NC_ ("answer", "No"), "Nee" },
};

static const HsChoice condition_kind_choices[] = {
  { "vog", NC_ ("condition_kind", "Certificate of conduct (VOG)"), "VOG" },
  { "vaccination", NC_ ("condition_kind", "Vaccination"), "Vaccinatie" },
  { "confidentiality", NC_ ("condition_kind", "Confidentiality"), "Geheimhouding" },
  { "other", NC_ ("condition_kind", "Other"), "Anders" },
};

static const HsChoice consent_how_choices[] = {
  { "written", NC_ ("consent_how", "In writing"), "Schriftelijk" },
  { "spoken", NC_ ("consent_how", "Spoken"), "Mondeling" },
};

static const HsChoice cause_choices[] = {
  { "place", NC_ ("cause", "The place"), "De plaats" },
  { "guidance", NC_ ("cause", "The guidance"), "De begeleiding" },
  { "recognition", NC_ ("cause", "The recognition"), "De erkenning" },
};

static const HsChoice outcome_kind_choices[] = {
  { "product", NC_ ("outcome_kind", "Product"), "Product" },
  { "link", NC_ ("outcome_kind", "Link"), "Link" },
  { "material", NC_ ("outcome_kind", "Material"), "Leermateriaal" },
};

static const HsChoice row_kind_choices[] = {
  { "task", NC_ ("row_kind", "Task"), "Taak" },
  { "contact", NC_ ("row_kind", "Contact moment"), "Contactmoment" },
  { "peer", NC_ ("row_kind", "Peer session"), "Intervisie" },
  { "prompt", NC_ ("row_kind", "Reflection prompt"), "Reflectievraag" },
  { "step", NC_ ("row_kind", "Onboarding step"), "Stap van de onboarding" },
  { "clause", NC_ ("row_kind", "Clause"), "Regeling" },
};

static const HsChoice who_insures_choices[] = {
  { "school", NC_ ("who_insures", "School"), "School" },
  { "host", NC_ ("who_insures", "Host"), "Zorgorganisatie" },
  { "both", NC_ ("who_insures", "School and care organisation"), "School en zorgorganisatie" },
};

static const HsChoice proposal_status_choices[] = {
  { "open", NC_ ("proposal_status", "Open"), "Open" },
  { "accepted", NC_ ("proposal_status", "Accepted"), "Overgenomen" },
  { "dropped", NC_ ("proposal_status", "Dropped"), "Vervallen" },
};

static const HsChoice row_status_choices[] = {
  { "proposed", NC_ ("row_status", "Proposed"), "Voorgesteld" },
  { "accepted", NC_ ("row_status", "Accepted"), "Overgenomen" },
  { "refused", NC_ ("row_status", "Refused"), "Geweigerd" },
};

static const HsChoice event_action_choices[] = {
  { "create", NC_ ("event_action", "Drawn up"), "Opgesteld" },
  { "place", NC_ ("event_action", "Placed"), "Geplaatst" },
  { "start_draft", NC_ ("event_action", "Draft started"), "Concept begonnen" },
  { "submit", NC_ ("event_action", "Sent for review"), "Ter beoordeling gestuurd" },
  { "return", NC_ ("event_action", "Sent back"), "Teruggestuurd" },
  { "approve", NC_ ("event_action", "Approved"), "Goedgekeurd" },
  { "send", NC_ ("event_action", "Sent for signature"), "Verstuurd om te ondertekenen" },
  { "recall", NC_ ("event_action", "Recalled"), "Teruggehaald" },
  { "sign", NC_ ("event_action", "Signed"), "Ondertekend" },
  { "agree", NC_ ("event_action", "Agreed"), "Afgesproken" },
  { "refuse", NC_ ("event_action", "Refused"), "Geweigerd" },
  { "reopen", NC_ ("event_action", "Reopened"), "Weer geopend" },
  { "complete", NC_ ("event_action", "Completed"), "Afgerond" },
  { "end", NC_ ("event_action", "Ended early"), "Voortijdig beëindigd" },
  { "withdraw", NC_ ("event_action", "Withdrawn"), "Ingetrokken" },
  { "sheet", NC_ ("event_action", "New sheet"), "Nieuw bpv-blad" },
  { "sheet_in_force", NC_ ("event_action", "Sheet in force"), "Bpv-blad geldt" },
  { "consent", NC_ ("event_action", "Consent recorded"), "Instemming vastgelegd" },
  { "discussed", NC_ ("event_action", "Theme status"), "Status van een thema" },
  { "sent", NC_ ("event_action", "Sent"), "Verstuurd" },
};

const HsChoices hs_choices_table[HS_N_CHOICES] = {
  [HS_CHOICES_ORGANISATION_KIND] = { "organisation_kind", organisation_kind_choices, G_N_ELEMENTS (organisation_kind_choices) },
  [HS_CHOICES_CARE_SETTING] = { "care_setting", care_setting_choices, G_N_ELEMENTS (care_setting_choices) },
  [HS_CHOICES_ROUTE] = { "route", route_choices, G_N_ELEMENTS (route_choices) },
  [HS_CHOICES_RECOGNITION_STATUS] = { "recognition_status", recognition_status_choices, G_N_ELEMENTS (recognition_status_choices) },
  [HS_CHOICES_ROLE] = { "role", role_choices, G_N_ELEMENTS (role_choices) },
  [HS_CHOICES_WEEKDAY] = { "weekday", weekday_choices, G_N_ELEMENTS (weekday_choices) },
  [HS_CHOICES_SHIFT] = { "shift", shift_choices, G_N_ELEMENTS (shift_choices) },
  [HS_CHOICES_LEVEL] = { "level", level_choices, G_N_ELEMENTS (level_choices) },
  [HS_CHOICES_MOBILITY] = { "mobility", mobility_choices, G_N_ELEMENTS (mobility_choices) },
  [HS_CHOICES_WISH_KIND] = { "wish_kind", wish_kind_choices, G_N_ELEMENTS (wish_kind_choices) },
  [HS_CHOICES_SHARE_WHAT] = { "share_what", share_what_choices, G_N_ELEMENTS (share_what_choices) },
  [HS_CHOICES_DIGITYPE] = { "digitype", digitype_choices, G_N_ELEMENTS (digitype_choices) },
  [HS_CHOICES_COMPETENCE_LEVEL] = { "competence_level", competence_level_choices, G_N_ELEMENTS (competence_level_choices) },
  [HS_CHOICES_PLACEMENT_FORM] = { "placement_form", placement_form_choices, G_N_ELEMENTS (placement_form_choices) },
  [HS_CHOICES_VACANCY_STATUS] = { "vacancy_status", vacancy_status_choices, G_N_ELEMENTS (vacancy_status_choices) },
  [HS_CHOICES_TECHNOLOGY_CATEGORY] = { "technology_category", technology_category_choices, G_N_ELEMENTS (technology_category_choices) },
  [HS_CHOICES_ITEM_STATE] = { "item_state", item_state_choices, G_N_ELEMENTS (item_state_choices) },
  [HS_CHOICES_UNUSED_REASON] = { "unused_reason", unused_reason_choices, G_N_ELEMENTS (unused_reason_choices) },
  [HS_CHOICES_SHARING] = { "sharing", sharing_choices, G_N_ELEMENTS (sharing_choices) },
  [HS_CHOICES_PRICE_BAND] = { "price_band", price_band_choices, G_N_ELEMENTS (price_band_choices) },
  [HS_CHOICES_MATERIAL_FORM] = { "material_form", material_form_choices, G_N_ELEMENTS (material_form_choices) },
  [HS_CHOICES_MATERIAL_CATEGORY] = { "material_category", material_category_choices, G_N_ELEMENTS (material_category_choices) },
  [HS_CHOICES_LINK_STATE] = { "link_state", link_state_choices, G_N_ELEMENTS (link_state_choices) },
  [HS_CHOICES_V_COMPETENCE] = { "v_competence", v_competence_choices, G_N_ELEMENTS (v_competence_choices) },
  [HS_CHOICES_CANMEDS] = { "canmeds", canmeds_choices, G_N_ELEMENTS (canmeds_choices) },
  [HS_CHOICES_LEARNING_SETTING] = { "learning_setting", learning_setting_choices, G_N_ELEMENTS (learning_setting_choices) },
  [HS_CHOICES_THEME] = { "theme", theme_choices, G_N_ELEMENTS (theme_choices) },
  [HS_CHOICES_THEME_STATUS] = { "theme_status", theme_status_choices, G_N_ELEMENTS (theme_status_choices) },
  [HS_CHOICES_PARTY] = { "party", party_choices, G_N_ELEMENTS (party_choices) },
  [HS_CHOICES_SIGNER] = { "signer", signer_choices, G_N_ELEMENTS (signer_choices) },
  [HS_CHOICES_SIGN_METHOD] = { "sign_method", sign_method_choices, G_N_ELEMENTS (sign_method_choices) },
  [HS_CHOICES_AGREEMENT_STATE] = { "agreement_state", agreement_state_choices, G_N_ELEMENTS (agreement_state_choices) },
  [HS_CHOICES_ORIGIN] = { "origin", origin_choices, G_N_ELEMENTS (origin_choices) },
  [HS_CHOICES_SHEET_STATUS] = { "sheet_status", sheet_status_choices, G_N_ELEMENTS (sheet_status_choices) },
  [HS_CHOICES_CONTACT_KIND] = { "contact_kind", contact_kind_choices, G_N_ELEMENTS (contact_kind_choices) },
  [HS_CHOICES_PEER_KIND] = { "peer_kind", peer_kind_choices, G_N_ELEMENTS (peer_kind_choices) },
  [HS_CHOICES_CRITERION_KIND] = { "criterion_kind", criterion_kind_choices, G_N_ELEMENTS (criterion_kind_choices) },
  [HS_CHOICES_ANSWER] = { "answer", answer_choices, G_N_ELEMENTS (answer_choices) },
  [HS_CHOICES_CONDITION_KIND] = { "condition_kind", condition_kind_choices, G_N_ELEMENTS (condition_kind_choices) },
  [HS_CHOICES_CONSENT_HOW] = { "consent_how", consent_how_choices, G_N_ELEMENTS (consent_how_choices) },
  [HS_CHOICES_CAUSE] = { "cause", cause_choices, G_N_ELEMENTS (cause_choices) },
  [HS_CHOICES_OUTCOME_KIND] = { "outcome_kind", outcome_kind_choices, G_N_ELEMENTS (outcome_kind_choices) },
  [HS_CHOICES_ROW_KIND] = { "row_kind", row_kind_choices, G_N_ELEMENTS (row_kind_choices) },
  [HS_CHOICES_WHO_INSURES] = { "who_insures", who_insures_choices, G_N_ELEMENTS (who_insures_choices) },
  [HS_CHOICES_PROPOSAL_STATUS] = { "proposal_status", proposal_status_choices, G_N_ELEMENTS (proposal_status_choices) },
  [HS_CHOICES_ROW_STATUS] = { "row_status", row_status_choices, G_N_ELEMENTS (row_status_choices) },
  [HS_CHOICES_EVENT_ACTION] = { "event_action", event_action_choices, G_N_ELEMENTS (event_action_choices) },
};
/* clang-format on */
