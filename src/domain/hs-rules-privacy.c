/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Free text is watched for what looks like a citizen number or client data. Only ever a warning:
 * other numbers of nine digits pass the same test, and a name may be that of a colleague. Every
 * text is read once, byte by byte: most of the time of all rules goes here. */

#include "hs-check.h"
#include "hs-rule-private.h"

#include <string.h>

/* The kinds that people write free text in. */
static const HsKindId kinds[] = {
  HS_KIND_THEME,      HS_KIND_CLAUSE,    HS_KIND_TASK, HS_KIND_CONTACT,
  HS_KIND_PEER,       HS_KIND_PROMPT,    HS_KIND_STEP, HS_KIND_PREPARATION,
  HS_KIND_ASSIGNMENT, HS_KIND_CRITERION, HS_KIND_NOTE, HS_KIND_INTERRUPTION,
};

/* Whether people write sentences in @field: names and codes are no free text. */
static gboolean
is_free_text (HsKindId kind, const HsField *field, guint index)
{
  if (field->type != HS_TYPE_LONG_TEXT
      && (field->type != HS_TYPE_TEXT || field->check != HS_CHECK_NONE))
    return FALSE;
  if (field->flags & (HS_FIELD_COMPUTED | HS_FIELD_HIDDEN))
    return FALSE;
  return !(kind == HS_KIND_ASSIGNMENT && index == HS_ASSIGNMENT_NEED_CONFIRMED_BY)
         && !(kind == HS_KIND_NOTE && index != HS_NOTE_TEXT)
         && !(kind == HS_KIND_STEP && index == HS_STEP_DONE_BY);
}

/* Whether nine digits at @at, with single points or blanks between them, are all there are and pass
 * the test. @end is set behind the digits. */
static gboolean
is_citizen_number (const char *at, const char **end)
{
  char digits[10];
  guint n = 0;

  for (; g_ascii_isdigit (*at) || ((*at == '.' || *at == ' ') && g_ascii_isdigit (at[1])); at++)
    if (g_ascii_isdigit (*at))
      {
        if (n < 9)
          digits[n] = *at;
        n++;
      }
  *end = at;
  digits[9] = '\0';
  return n == 9 && hs_check_is_citizen_number (digits);
}

static gboolean
has_citizen_number (const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *end;

      if (!g_ascii_isdigit (*at))
        at++;
      else if (is_citizen_number (at, &end))
        return TRUE;
      else
        at = end;
    }
  return FALSE;
}

/**
 * Sign:
 * @word: how text begins that may be about one client, lower case
 * @then: what follows after blanks and points: 'A' a capital, '0' a digit, '*' anything
 */
typedef struct
{
  const char *word;
  char then;
} Sign;

static const Sign signs[] = {
  { "mevrouw", 'A' },       { "meneer", 'A' },
  { "mevr", 'A' },          { "mw", 'A' },
  { "dhr", 'A' },           { "de heer", 'A' },
  { "familie", 'A' },       { "geboren op", '*' },
  { "geboortedatum", '*' }, { "geb", '0' },
  { "kamer", '0' },         { "appartement", '0' },
  { "bsn", '*' },           { "cliëntnummer", '*' },
  { "clientnummer", '*' },  { "patiëntnummer", '*' },
  { "dossiernummer", '*' }, { "polisnummer", '*' },
};

static gboolean
sign_at (const char *text, const Sign *sign)
{
  gsize length;
  const char *after;

  /* Nearly always the first letter tells: this runs over every text of every agreement. */
  if (g_ascii_tolower (*text) != sign->word[0])
    return FALSE;
  length = strlen (sign->word);
  after = text + length;
  if (g_ascii_strncasecmp (text, sign->word, length) != 0)
    return FALSE;
  if (sign->then == '*')
    return !g_ascii_isalpha (*after);
  if (*after != ' ' && *after != '.')
    return FALSE;
  while (*after == ' ' || *after == '.')
    after++;
  return sign->then == '0' ? g_ascii_isdigit (*after) : g_unichar_isupper (g_utf8_get_char (after));
}

static gboolean
looks_like_client (const char *text)
{
  gboolean in_word = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      /* A byte above 127 is part of a word: no letter of a sign follows it at its start. */
      gboolean letter = g_ascii_isalnum (*at) || (guchar) *at >= 0x80;

      if (letter && !in_word)
        for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
          if ((*at | 0x20) == signs[i].word[0] && sign_at (at, &signs[i]))
            return TRUE;
      in_word = letter;
    }
  return FALSE;
}

typedef gboolean (*Test) (const char *text);

static void
check_record (HsRun *run, const HsRecord *record, Test test, const char *message)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_free_text (kind->id, &kind->fields[i], i) && hs_record_has (record, i)
        && test (hs_record_text (record, i)))
      hs_found (run, kind->id, record, (int) i, g_dgettext (GETTEXT_PACKAGE, message),
                hs_field_label (kind, i));
}

static void
check_texts (const HsDossier *dossier, HsRun *run, Test test, const char *message)
{
  if (dossier->sheet != NULL)
    check_record (run, dossier->sheet, test, message);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < dossier->rows[kinds[i]]->len; k++)
      check_record (run, g_ptr_array_index (dossier->rows[kinds[i]], k), test, message);
}

static void
check_citizen_number (const HsDossier *dossier, HsRun *run)
{
  check_texts (dossier, run, has_citizen_number,
               N_ ("In “%s” is a number that may be a citizen number (BSN). Take it away if it is "
                   "one."));
}

static void
check_client_data (const HsDossier *dossier, HsRun *run)
{
  check_texts (
      dossier, run, looks_like_client,
      N_ ("“%s” may be about one client. Write about the team or a group of clients; leave "
          "names, birth dates and rooms out."));
}

/* clang-format off */
const HsRule hs_rules_privacy[] = {
  { "PRIVACY-BSN", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("No citizen number is in the text"), N_ ("GDPR, and the rules on the citizen number"),
    check_citizen_number },
  { "PRIVACY-CLIENT", HS_SEVERITY_WARNING, HS_BLOCKS_NOTHING, HS_IN_LIVE,
    N_ ("No client data is in the text"), N_ ("GDPR, and the duty of confidentiality in care"),
    check_client_data },
};
/* clang-format on */
const guint hs_n_rules_privacy = G_N_ELEMENTS (hs_rules_privacy);
