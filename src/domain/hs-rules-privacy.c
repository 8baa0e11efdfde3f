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
  for (const char *at = text; (at = strpbrk (at, "0123456789")) != NULL;)
    if (is_citizen_number (at, &at))
      return TRUE;
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

/* The bytes that words are made of: any above 127 is one of them, and no sign begins with it. */
/* clang-format off */
static const gboolean in_word[256] = {
  ['0' ... '9'] = TRUE, ['A' ... 'Z'] = TRUE, ['a' ... 'z'] = TRUE, [0x80 ... 0xff] = TRUE,
};
/* clang-format on */

/* For each first letter of a sign the second letters, as a bit mask; both without upper bits. This
 * runs over every word of every agreement, and nearly always the first two letters tell. */
static const guint32 *
second_letters (void)
{
  static guint32 letters[32];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        letters[signs[i].word[0] & 31] |= 1u << (signs[i].word[1] & 31);
      g_once_init_leave (&ready, 1);
    }
  return letters;
}

static gboolean
sign_at (const char *text, const Sign *sign)
{
  gsize length = strlen (sign->word);
  const char *after = text + length;

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
any_sign_at (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if ((text[0] | 0x20) == signs[i].word[0]
        && (signs[i].word[2] == '\0' || (text[2] | 0x20) == signs[i].word[2])
        && sign_at (text, &signs[i]))
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_client (const char *text)
{
  const guint32 *second = second_letters ();
  const char *at = text;

  while (*at != '\0')
    {
      if (!in_word[(guchar) *at])
        {
          at++;
          continue;
        }
      if ((second[*at & 31] >> (at[1] & 31) & 1) && any_sign_at (at))
        return TRUE;
      while (in_word[(guchar) *at])
        at++;
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
