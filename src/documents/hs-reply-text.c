/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer form as a small text file, for who has nothing but a mail program. Its words are Dutch
 * whatever the language of the program, since they are read back. */

#include "hs-reply.h"

#include "hs-csv-encoding.h"
#include "hs-error.h"
#include "hs-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARK "# handslag-antwoord 1"

/* ---- writing ---- */

static void
add_remark (GString *to, const char *label, const char *remark)
{
  g_string_append_printf (to, "%s: %s\n\n", label, remark != NULL ? remark : "");
}

static const char *
yes_or_nothing (gboolean ticked)
{
  return ticked ? "ja" : "";
}

static void
add_theme (GString *to, const HsReply *self, guint theme)
{
  g_string_append_printf (to, "%u. %s\n", theme + 1, hs_choice_dutch (HS_CHOICES_THEME, theme));
  g_string_append_printf (to, "Besproken (ja of nee): %s\n",
                          yes_or_nothing (self->discussed[theme]));
  g_string_append_printf (to, "Akkoord (ja of nee): %s\n", yes_or_nothing (self->agreed[theme]));
  add_remark (to, "Opmerking", self->remarks[theme]);
}

GBytes *
hs_reply_to_text (const HsReply *self)
{
  GString *to = g_string_new ("Antwoordformulier van Handslag\n\n");
  g_autofree char *date = self->date == HS_DAY_NONE ? NULL : hs_day_format (self->date);

  g_string_append_printf (to, "Stageafspraak: %s\n", self->number);
  if (self->student != NULL)
    g_string_append_printf (to, "Student: %s\n", self->student);
  if (self->host != NULL)
    g_string_append_printf (to, "Zorgorganisatie: %s\n", self->host);
  if (self->period != NULL)
    g_string_append_printf (to, "Periode: %s\n", self->period);
  g_string_append (to, "\nTyp uw antwoord achter de dubbele punt. Een opmerking mag meer regels "
                       "hebben.\nBewaar het bestand. Stuur het terug als bijlage.\n\n");
  g_string_append_printf (to, "Naam: %s\nFunctie: %s\nDatum: %s\n\n",
                          self->name != NULL ? self->name : "",
                          self->function != NULL ? self->function : "", date != NULL ? date : "");
  for (guint i = 0; i < HS_REPLY_THEMES; i++)
    add_theme (to, self, i);
  add_remark (to, "Algemene opmerking", self->remark);
  g_string_append_printf (to, "Ik teken voor deze inhoud (ja of nee): %s\n\n",
                          yes_or_nothing (self->signs));
  g_string_append_printf (to,
                          "Laat de regels hieronder staan. Handslag heeft ze nodig.\n" MARK "\n"
                          "# afspraak: %s\n# nummer: %s\n# blad: %s\n# inhoudscode: %s\n"
                          "# voor: %s\n",
                          self->agreement, self->number, self->sheet, self->hash,
                          hs_choice_code (HS_CHOICES_SIGNER, self->role));
  return g_string_free_to_bytes (to);
}

/* ---- reading ---- */

typedef struct
{
  HsReply *answer;
  guint line;
  int theme; /* the heading that was passed, -1 before the first and after the last */
  GString *remark; /* what is being read, or NULL */
  char **to; /* where it goes */
  gboolean marked;
} Reader;

static gboolean
complain (const Reader *self, HsError code, const char *why, const char *what, GError **error)
{
  g_set_error (error, HS_ERROR, code, _ ("line %u: %s: '%.60s'"), self->line, why, what);
  return FALSE;
}

static void
end_remark (Reader *self)
{
  g_autofree char *clean = NULL;

  if (self->remark == NULL)
    return;
  clean = hs_text_clean (self->remark->str, self->remark->len, TRUE, NULL);
  g_string_free (g_steal_pointer (&self->remark), TRUE);
  if (clean != NULL && *clean != '\0')
    {
      g_free (*self->to);
      *self->to = g_steal_pointer (&clean);
    }
}

static void
begin_remark (Reader *self, char **to, const char *text)
{
  end_remark (self);
  self->to = to;
  self->remark = g_string_new (text);
}

static gboolean
read_tick (Reader *self, const char *text, gboolean *to, GError **error)
{
  static const char *const yes[] = { "ja", "j", "yes", "x", "akkoord", "besproken", NULL };
  static const char *const no[] = { "nee", "n", "no", "", NULL };
  g_autofree char *word = g_utf8_strdown (text, -1);

  if (g_str_has_suffix (word, "."))
    word[strlen (word) - 1] = '\0';
  *to = g_strv_contains (yes, word);
  return *to || g_strv_contains (no, word)
         || complain (self, HS_ERROR_INVALID, _ ("write ja or nee here"), text, error);
}

static gboolean
read_date (Reader *self, const char *text, GError **error)
{
  g_autoptr (HsRecord) sheet = hs_record_new (HS_KIND_SHEET);

  if (*text == '\0')
    return TRUE;
  if (!hs_record_parse (sheet, HS_SHEET_START, text, NULL))
    return complain (self, HS_ERROR_INVALID, _ ("this is not a date"), text, error);
  self->answer->date = (HsDay) hs_record_int (sheet, HS_SHEET_START);
  return TRUE;
}

/* The lines that say what the form is about. */
static gboolean
read_mark (Reader *self, const char *line, GError **error)
{
  HsReply *answer = self->answer;
  const struct
  {
    const char *key;
    char **to;
  } keys[] = {
    { "# afspraak:", &answer->agreement },
    { "# nummer:", &answer->number },
    { "# blad:", &answer->sheet },
    { "# inhoudscode:", &answer->hash },
  };

  end_remark (self);
  self->marked = self->marked || g_str_has_prefix (line, MARK);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_has_prefix (line, keys[i].key))
      {
        g_free (*keys[i].to);
        *keys[i].to = g_strstrip (g_strdup (line + strlen (keys[i].key)));
      }
  if (g_str_has_prefix (line, "# voor:"))
    {
      g_autofree char *role = g_strstrip (g_strdup (line + strlen ("# voor:")));
      int index = hs_choice_find (HS_CHOICES_SIGNER, role);

      if (index < 0)
        return complain (self, HS_ERROR_FORMAT, _ ("this party is not known"), role, error);
      answer->role = (HsSigner) index;
    }
  return TRUE;
}

/* Whether @line is @label with a colon, maybe with "(ja of nee)" between; the text behind it in
 * @rest. */
static gboolean
has_label (const char *line, const char *label, const char **rest)
{
  const char *at;

  if (!g_str_has_prefix (line, label))
    return FALSE;
  at = line + strlen (label);
  if (g_str_has_prefix (at, " ("))
    at = strchr (at, ')') != NULL ? strchr (at, ')') + 1 : at;
  if (*at != ':')
    return FALSE;
  for (at++; *at == ' '; at++)
    continue;
  *rest = at;
  return TRUE;
}

/* The theme that "3. Onboarding" heads, -1 for none. */
static int
heading_of (const char *line)
{
  if (line[0] < '1' || line[0] >= '1' + HS_REPLY_THEMES || line[1] != '.' || line[2] != ' ')
    return -1;
  return g_str_has_prefix (line + 3, hs_choice_dutch (HS_CHOICES_THEME, (guint) (line[0] - '1')))
             ? line[0] - '1'
             : -1;
}

/* Lines of the form itself: where they begin, a remark ends. 1 when it was one, 0 when it is text,
 * -1 with an error. */
static int
read_label (Reader *self, const char *line, GError **error)
{
  HsReply *answer = self->answer;
  const char *rest;
  int theme = heading_of (line);

  if (theme >= 0)
    {
      end_remark (self);
      self->theme = theme;
      return 1;
    }
  if (self->theme < 0 && has_label (line, "Naam", &rest))
    begin_remark (self, &answer->name, rest);
  else if (self->theme < 0 && has_label (line, "Functie", &rest))
    begin_remark (self, &answer->function, rest);
  else if (has_label (line, "Algemene opmerking", &rest))
    begin_remark (self, &answer->remark, rest);
  else if (self->theme >= 0 && has_label (line, "Opmerking", &rest))
    begin_remark (self, &answer->remarks[self->theme], rest);
  else
    {
      gboolean *tick = has_label (line, "Ik teken voor deze inhoud", &rest) ? &answer->signs
                       : self->theme >= 0 && has_label (line, "Besproken", &rest)
                           ? &answer->discussed[self->theme]
                       : self->theme >= 0 && has_label (line, "Akkoord", &rest)
                           ? &answer->agreed[self->theme]
                           : NULL;

      if (tick == NULL && (self->theme >= 0 || !has_label (line, "Datum", &rest)))
        return 0;
      end_remark (self);
      return (tick != NULL ? read_tick (self, rest, tick, error) : read_date (self, rest, error))
                 ? 1
                 : -1;
    }
  return 1;
}

static gboolean
read_line (Reader *self, char *line, GError **error)
{
  int label;

  /* Mail programs put this before what they quote. */
  while (*line == '>')
    line += line[1] == ' ' ? 2 : 1;
  g_strchomp (line);
  if (g_str_has_prefix (line, "# "))
    return read_mark (self, line, error);
  label = read_label (self, line, error);
  if (label == 0 && self->remark != NULL && !g_str_has_prefix (line, "Laat de regels hieronder"))
    g_string_append_printf (self->remark, "\n%s", line);
  return label >= 0;
}

/* Only a remark may have lines. */
static void
keep_first_line (char *text)
{
  char *end = text == NULL ? NULL : strchr (text, '\n');

  if (end != NULL)
    *end = '\0';
}

static gboolean
is_complete (const Reader *self, GError **error)
{
  const HsReply *answer = self->answer;

  if (self->marked && answer->agreement != NULL && answer->sheet != NULL && answer->hash != NULL)
    return TRUE;
  g_set_error_literal (
      error, HS_ERROR, HS_ERROR_FORMAT,
      self->marked ? _ ("the last lines of the form are not complete: they say what it is about")
                   : _ ("this is not an answer form of Handslag, or its last lines are gone"));
  return FALSE;
}

HsReply *
hs_reply_from_text (GBytes *file, GError **error)
{
  g_autoptr (HsReply) answer = hs_reply_new ();
  Reader reader = { .answer = answer, .theme = -1 };
  gsize length = g_bytes_get_size (file);
  HsCsvEncoding encoding;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean done = TRUE;
  char *copy = g_malloc (length + 1);

  if (length > 0)
    memcpy (copy, g_bytes_get_data (file, NULL), length);
  copy[length] = '\0';
  text = hs_csv_decode (copy, &length, &encoding, NULL, error);
  if (text == NULL)
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; done && lines[i] != NULL; i++)
    {
      reader.line = i + 1;
      done = read_line (&reader, lines[i], error);
    }
  end_remark (&reader);
  keep_first_line (answer->name);
  keep_first_line (answer->function);
  return done && is_complete (&reader, error) ? g_steal_pointer (&answer) : NULL;
}
