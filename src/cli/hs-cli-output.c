/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for people and JSON for programs. */

#include "hs-cli-private.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Width in character cells of a terminal. */
static guint
cells (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* @text on one line, without what a terminal would obey, at most @most cells (0: any). */
static char *
fit (const char *text, guint most)
{
  GString *line = g_string_new (NULL);
  guint width = 0;

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      guint own = g_unichar_iszerowidth (c) ? 0 : (g_unichar_iswide (c) ? 2 : 1);

      if (c == '\n' || c == '\t' || c == '\r')
        c = ' ';
      else if (g_unichar_iscntrl (c))
        c = '?';
      if (most > 0 && width + own > most - 1 && cells (text) > most - width)
        {
          g_string_append (line, "…");
          break;
        }
      width += own;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

void
hs_cli_say (HsCli *self, const char *format, ...)
{
  va_list arguments;

  hs_cli_settle_values (self);
  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
  g_string_append_c (self->text, '\n');
}

void
hs_cli_say_heading (HsCli *self, const char *heading)
{
  g_autofree char *bold = hs_cli_paint (self, HS_CLI_BOLD, heading);

  hs_cli_settle_values (self);
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  hs_cli_say (self, "%s", bold);
}

void
hs_cli_say_value (HsCli *self, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_ptr_array_add (self->values, g_strdup (label));
  g_ptr_array_add (self->values, g_strdup (value));
}

/* The lines of @value, the second and later ones under the first. */
static void
append_value (GString *to, const char *value, guint indent)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *clean = fit (lines[i], 0);

      g_string_append_printf (to, "%*s%s\n", i == 0 ? 0 : (int) indent, "", clean);
    }
}

void
hs_cli_settle_values (HsCli *self)
{
  g_autoptr (GPtrArray) values = g_steal_pointer (&self->values);
  guint width = 0;

  self->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < values->len; i += 2)
    width = MAX (width, cells (values->pdata[i]));
  for (guint i = 0; i < values->len; i += 2)
    {
      const char *label = values->pdata[i];

      g_string_append_printf (self->text, "  %s%*s  ", label, (int) (width - cells (label)), "");
      append_value (self->text, values->pdata[i + 1], width + 4);
    }
}

void
hs_cli_remark (HsCli *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", text);
}

json_t *
hs_cli_json (HsCli *self)
{
  if (self->root == NULL)
    self->root = json_object ();
  return self->root;
}

void
hs_cli_set_json (HsCli *self, json_t *root)
{
  json_decref (self->root);
  self->root = root;
}

void
hs_cli_json_text (json_t *object, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_new (object, key, json_string (value));
}

void
hs_cli_json_day (json_t *object, const char *key, HsDay day)
{
  char buffer[16];

  if (day != HS_DAY_NONE)
    json_object_set_new (object, key, json_string (hs_day_to_iso (day, buffer)));
}

gboolean
hs_cli_says_nothing (HsCli *self)
{
  return self->text->len == 0 && self->values->len == 0;
}

HsCliStatus
hs_cli_say_nothing (HsCli *self)
{
  self->silent = TRUE;
  return HS_CLI_DONE;
}

gboolean
hs_cli_flush (HsCli *self)
{
  if (self->silent)
    return TRUE;
  if (!self->json)
    {
      hs_cli_settle_values (self);
      fwrite (self->text->str, 1, self->text->len, stdout);
    }
  else
    {
      json_dumpf (hs_cli_json (self), stdout, JSON_INDENT (2));
      putchar ('\n');
    }
  return fflush (stdout) == 0 && !ferror (stdout);
}

char *
hs_cli_paint (HsCli *self, HsCliColour colour, const char *text)
{
  static const char *const codes[] = { "0", "1", "31", "33", "32", "2" };

  if (!self->colour || colour == HS_CLI_PLAIN)
    return g_strdup (text);
  return g_strdup_printf ("\033[%sm%s\033[0m", codes[colour], text);
}

/* ---- tables ---- */

typedef struct
{
  char *heading;
  HsCliAlign align;
  guint most;
  guint width;
} Column;

struct _HsCliTable
{
  GArray *columns;
  GPtrArray *cells; /* (element-type utf8) */
};

static void
clear_column (Column *column)
{
  g_free (column->heading);
}

HsCliTable *
hs_cli_table_new (void)
{
  HsCliTable *self = g_new0 (HsCliTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, (GDestroyNotify) clear_column);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
hs_cli_table_free (HsCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
hs_cli_table_column (HsCliTable *self, const char *heading, HsCliAlign align, guint most)
{
  Column column = { g_strdup (heading), align, most, cells (heading) };

  g_array_append_val (self->columns, column);
}

void
hs_cli_table_cell_take (HsCliTable *self, char *text)
{
  hs_cli_table_cell (self, text);
  g_free (text);
}

void
hs_cli_table_cell (HsCliTable *self, const char *text)
{
  Column *column = &g_array_index (self->columns, Column, self->cells->len % self->columns->len);
  char *cell = fit (text, column->most);

  column->width = MAX (column->width, cells (cell));
  g_ptr_array_add (self->cells, cell);
}

guint
hs_cli_table_n_rows (const HsCliTable *self)
{
  return self->cells->len / self->columns->len;
}

/* One line: @texts holds a text for each column, or NULL for the headings. */
static void
append_row (HsCli *cli, const HsCliTable *self, char **texts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const char *text = texts == NULL ? column->heading : texts[i];
      int blanks = (int) (column->width - cells (text));

      if (i > 0)
        g_string_append (line, "  ");
      if (column->align == HS_CLI_RIGHT)
        g_string_append_printf (line, "%*s%s", blanks, "", text);
      else
        g_string_append_printf (line, "%s%*s", text, blanks, "");
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  if (texts == NULL)
    {
      g_autofree char *bold = hs_cli_paint (cli, HS_CLI_BOLD, line->str);

      hs_cli_say (cli, "%s", bold);
    }
  else
    hs_cli_say (cli, "%s", line->str);
}

void
hs_cli_say_table (HsCli *self, HsCliTable *table)
{
  guint n = table->columns->len;

  if (hs_cli_table_n_rows (table) > 0)
    append_row (self, table, NULL);
  for (guint i = 0; i + n <= table->cells->len; i += n)
    append_row (self, table, (char **) table->cells->pdata + i);
  hs_cli_table_free (table);
}

/* ---- numbers ---- */

char *
hs_cli_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (number));
  gsize n = strlen (digits);
  GString *text = g_string_new (number < 0 ? "-" : "");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
hs_cli_hours (gint64 minutes)
{
  g_autofree char *whole = hs_cli_number (minutes / 60);
  gint64 hundredths = (ABS (minutes) % 60 * 100 + 30) / 60;

  if (hundredths == 0)
    return g_steal_pointer (&whole);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%s%s,%d", minutes < 0 && minutes > -60 ? "-" : "", whole,
                            (int) hundredths / 10);
  return g_strdup_printf ("%s%s,%02d", minutes < 0 && minutes > -60 ? "-" : "", whole,
                          (int) hundredths);
}
