/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader works in place: it ends each cell with a NUL where its delimiter was and moves text in
 * quotes over the quotes, so that nothing is copied. */

#include "hs-csv-encoding.h"

#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

struct _HsCsvReader
{
  char *data;
  char *at;
  char *end;
  guint line;
  char delimiter;
  HsCsvPlace failed; /* line 0 as long as nothing did */
  HsCsvEncoding encoding;
  GArray *cells;
};

/* What ends a cell. At the end of the file there is a NUL. */
typedef enum
{
  END_ERROR,
  END_CELL,
  END_ROW,
} End;

/* Whether a spreadsheet may take text that starts like this for a formula; OWASP names these, and
 * their wide forms (U+FF1D, U+FF0B, U+FF0D, U+FF20). */
static gboolean
is_dangerous (const char *text)
{
  static const char *const wide[] = { "\357\274\235", "\357\274\213", "\357\274\215",
                                      "\357\274\240" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; *text == '\357' && i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

/* Whether the apostrophe that @text starts with is one of ours, or would be taken for one. */
static gboolean
is_guarded (const char *text)
{
  return text[0] == '\'' && (text[1] == '\'' || is_dangerous (text + 1));
}

/* Systems that want Excel to keep the zeros of a number write ="0012". */
static gboolean
is_forced_text (const char *text, gsize length)
{
  return length >= 3 && text[0] == '=' && text[1] == '"' && text[length - 1] == '"'
         && strcspn (text + 2, "\"") == length - 3;
}

char
hs_csv_find_delimiter (const char *text)
{
  guint semicolons = 0, commas = 0, tabs = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      semicolons += !quoted && *text == ';';
      commas += !quoted && *text == ',';
      tabs += !quoted && *text == '\t';
    }
  if (tabs > semicolons && tabs > commas)
    return '\t';
  return commas > semicolons ? ',' : ';';
}

/* Passes over CR LF, CR or LF at @self->at. */
static void
skip_line_end (HsCsvReader *self)
{
  self->at += self->at[0] == '\r' && self->at[1] == '\n' ? 2 : 1;
  self->line++;
}

/* The line "sep=;" that Excel reads and writes. */
static gboolean
read_separator_line (HsCsvReader *self)
{
  const char *at = self->at;

  if (g_ascii_strncasecmp (at, "sep=", 4) != 0 || at[4] == '\0' || strchr (";,\t", at[4]) == NULL
      || (at[5] != '\r' && at[5] != '\n'))
    return FALSE;
  self->delimiter = at[4];
  self->at += 5;
  skip_line_end (self);
  return TRUE;
}

HsCsvReader *
hs_csv_reader_new (char *data, gsize length, HsCsvPlace *failed, GError **error)
{
  g_autoptr (HsCsvReader) self = g_new0 (HsCsvReader, 1);

  if (failed != NULL)
    *failed = (HsCsvPlace){ 0 };
  if (length > HS_CSV_FILE_MOST)
    {
      g_free (data);
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, _ ("the file is larger than 1 GB"));
      return NULL;
    }
  self->data = hs_csv_decode (data, &length, &self->encoding, failed, error);
  if (self->data == NULL)
    return NULL;
  self->at = self->data;
  self->end = self->data + length;
  self->line = 1;
  self->cells = g_array_new (FALSE, FALSE, sizeof (HsCsvCell));
  while (*self->at == '\n' || *self->at == '\r')
    skip_line_end (self);
  if (!read_separator_line (self))
    self->delimiter = hs_csv_find_delimiter (self->at);
  return g_steal_pointer (&self);
}

void
hs_csv_reader_free (HsCsvReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self->data);
  g_free (self);
}

HsCsvEncoding
hs_csv_reader_encoding (const HsCsvReader *self)
{
  return self->encoding;
}

char
hs_csv_reader_delimiter (const HsCsvReader *self)
{
  return self->delimiter;
}

double
hs_csv_reader_fraction (const HsCsvReader *self)
{
  return self->end > self->data
             ? (double) (self->at - self->data) / (double) (self->end - self->data)
             : 1.0;
}

HsCsvPlace
hs_csv_reader_failed_at (const HsCsvReader *self)
{
  return self->failed;
}

static End
fail (HsCsvReader *self, guint line, guint column, const char *reason, GError **error)
{
  self->failed = (HsCsvPlace){ line, column };
  g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, reason);
  return END_ERROR;
}

/* Adds the cell from @from to @to, without the apostrophe that guards it. The byte at @to becomes
 * NUL, so it must have been looked at before. */
static gboolean
add_cell (HsCsvReader *self, char *from, char *to, guint line)
{
  HsCsvCell cell = { .text = from, .length = (gsize) (to - from), .line = line };

  *to = '\0';
  if (is_guarded (from))
    {
      cell.text++;
      cell.length--;
    }
  else if (is_forced_text (from, cell.length))
    {
      to[-1] = '\0';
      cell.text += 2;
      cell.length -= 3;
    }
  g_array_append_val (self->cells, cell);
  return cell.length <= HS_CSV_CELL_MOST && self->cells->len <= HS_CSV_CELLS_MOST;
}

/* Ends a cell whose text is @from to @to, where @self->at is what ends it. */
static End
end_cell (HsCsvReader *self, char *from, char *to, guint line, GError **error)
{
  gboolean more = *self->at == self->delimiter;

  if (more)
    self->at++;
  else if (self->at < self->end)
    skip_line_end (self);
  if (!add_cell (self, from, to, line))
    return fail (self, line, self->cells->len,
                 self->cells->len > HS_CSV_CELLS_MOST
                     ? _ ("the row has more than 1024 cells")
                     : _ ("the cell holds more than 1 MB; is a quote missing?"),
                 error);
  return more ? END_CELL : END_ROW;
}

/* A cell in quotes; @self->at is behind the opening quote. */
static End
read_quoted (HsCsvReader *self, GError **error)
{
  guint line = self->line;
  char *from = self->at;
  char *to = from;

  for (;; self->at++)
    {
      if (self->at >= self->end)
        return fail (self, line, self->cells->len + 1, _ ("a quote opens here and is never closed"),
                     error);
      if (*self->at == '"' && *++self->at != '"')
        break;
      if (*self->at == '\n' || (*self->at == '\r' && self->at[1] != '\n'))
        self->line++;
      *to++ = *self->at;
    }
  while (*self->at == ' ' && self->delimiter != ' ')
    self->at++;
  if (self->at < self->end && *self->at != self->delimiter && *self->at != '\r'
      && *self->at != '\n')
    return fail (self, self->line, self->cells->len + 1,
                 _ ("there is text behind a closing quote; a quote inside a cell is written twice"),
                 error);
  return end_cell (self, from, to, line, error);
}

static End
read_cell (HsCsvReader *self, GError **error)
{
  char *from = self->at;
  char *start = from;

  if (*from == '"')
    {
      self->at++;
      return read_quoted (self, error);
    }
  while (*start == ' ')
    start++;
  if (start > from && *start == '"')
    return fail (self, self->line, self->cells->len + 1,
                 _ ("there is a blank before an opening quote"), error);
  while (*self->at != self->delimiter && *self->at != '\n' && *self->at != '\r'
         && *self->at != '\0')
    self->at++;
  return end_cell (self, from, self->at, self->line, error);
}

int
hs_csv_reader_next (HsCsvReader *self, const HsCsvCell **cells, GError **error)
{
  End end;

  *cells = NULL;
  while (*self->at == '\n' || *self->at == '\r')
    skip_line_end (self);
  if (self->at >= self->end || self->failed.line > 0)
    return 0;
  g_array_set_size (self->cells, 0);
  do
    end = read_cell (self, error);
  while (end == END_CELL);
  if (end == END_ERROR)
    return -1;
  *cells = (const HsCsvCell *) (gpointer) self->cells->data;
  return (int) self->cells->len;
}

static gboolean
needs_quotes (const char *text, char delimiter)
{
  gsize length = strlen (text);

  return strpbrk (text, "\"\r\n;,\t") != NULL || strchr (text, delimiter) != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

void
hs_csv_append_cell (GString *to, const char *text, char delimiter)
{
  gboolean quotes = *text != '\0' && needs_quotes (text, delimiter);

  if (quotes)
    g_string_append_c (to, '"');
  if (is_dangerous (text) || is_guarded (text))
    g_string_append_c (to, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (to, '"');
      g_string_append_c (to, *at);
    }
  if (quotes)
    g_string_append_c (to, '"');
}

void
hs_csv_append_row (GString *to, const char *const *cells, gsize n, char delimiter)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (to, delimiter);
      hs_csv_append_cell (to, cells[i], delimiter);
    }
  if (n == 1 && *cells[0] == '\0')
    g_string_append (to, "\"\"");
  g_string_append (to, "\r\n");
}
