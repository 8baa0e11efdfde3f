/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes instances and solutions. The file is read through a small buffer and what it
 * promises in its first line is never allocated before it is there: half a million students are
 * 400 MB of text. */

#include "hs-instance-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdio.h>

#include "hs-error.h"

#define BUFFER_SIZE 65536

typedef struct
{
  FILE *file;
  GError **error;
  gboolean failed;
  guint line;
  guint column; /* of the character that was read last, from 1 */
  guint token_column;
  gsize next;
  gsize filled;
  guchar buffer[BUFFER_SIZE];
} Reader;

/* The next character without taking it, or EOF. */
static inline int
peek (Reader *reader)
{
  if (reader->next == reader->filled)
    {
      reader->filled = fread (reader->buffer, 1, BUFFER_SIZE, reader->file);
      reader->next = 0;
      if (reader->filled == 0)
        return EOF;
    }
  return reader->buffer[reader->next];
}

static inline void
skip (Reader *reader)
{
  reader->next++;
  reader->column++;
}

/* Notes the first error, with the place where the token that is wrong begins. */
G_GNUC_PRINTF (2, 3)
static gboolean
fail (Reader *reader, const char *format, ...)
{
  if (reader->failed)
    return FALSE;
  reader->failed = TRUE;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (reader->error, HS_ERROR, HS_ERROR_FORMAT, _ ("line %u, column %u: %s"), reader->line,
               reader->token_column, reason);
  return FALSE;
}

static void
skip_blanks (Reader *reader)
{
  int c = peek (reader);
  while (c == ' ' || c == '\t' || c == '\r')
    {
      skip (reader);
      c = peek (reader);
    }
  reader->token_column = reader->column + 1;
}

/* Reads a whole number from @low to @high; @what, marked for translation, names it in the message
 * when it is not there. */
static gboolean
read_number (Reader *reader, const char *what, gint64 low, gint64 high, gint64 *number)
{
  skip_blanks (reader);
  int c = peek (reader);
  gboolean negative = c == '-';
  if (negative)
    {
      skip (reader);
      c = peek (reader);
    }
  if (c == EOF || c == '\n')
    return fail (reader, _ ("the line ends before %s"), _ (what));
  if (!g_ascii_isdigit (c))
    return fail (reader, _ ("%s is not a whole number"), _ (what));
  gint64 sum = 0;
  for (; c != EOF && g_ascii_isdigit (c); c = peek (reader))
    {
      sum = MIN (sum * 10 + (c - '0'), G_GINT64_CONSTANT (100000000000));
      skip (reader);
    }
  if (c != EOF && c != ' ' && c != '\t' && c != '\r' && c != '\n')
    return fail (reader, _ ("%s is not a whole number"), _ (what));
  *number = negative ? -sum : sum;
  if (*number < low && low == 0)
    return fail (reader, _ ("%s is negative"), _ (what));
  if (*number < low || *number > high)
    return fail (reader, _ ("%s is out of range: it must be %d to %d"), _ (what), (int) low,
                 (int) high);
  return TRUE;
}

static gboolean
read_end_of_line (Reader *reader)
{
  skip_blanks (reader);
  int c = peek (reader);
  if (c == EOF)
    return TRUE;
  if (c != '\n')
    return fail (reader, _ ("there is more on the line than there should be"));
  skip (reader);
  reader->line++;
  reader->column = 0;
  return TRUE;
}

/* Passes over empty lines. Returns the letter that the next line begins with, EOF at the end. */
static int
read_letter (Reader *reader)
{
  for (;;)
    {
      skip_blanks (reader);
      int c = peek (reader);
      if (c != '\n')
        {
          if (c != EOF)
            skip (reader);
          return c;
        }
      read_end_of_line (reader);
    }
}

static gboolean
expect_letter (Reader *reader, int letter)
{
  int c = read_letter (reader);
  int after = peek (reader);
  gboolean alone = after == EOF || after == ' ' || after == '\t' || after == '\r' || after == '\n';
  if (c == letter && alone)
    return TRUE;
  if (c == EOF)
    return fail (reader, _ ("the file ends where a line with \"%c\" should be"), letter);
  return fail (reader, _ ("a line with \"%c\" should be here"), letter);
}

static gboolean
read_capacities (Reader *reader, HsInstanceBuilder *builder, gint64 n_resources)
{
  gint64 capacity;
  if (!expect_letter (reader, 'c'))
    return FALSE;
  for (gint64 r = 0; r < n_resources; r++)
    {
      if (!read_number (reader, N_ ("the capacity"), 0, HS_INSTANCE_MAX_NUMBER, &capacity))
        return FALSE;
      hs_instance_builder_add_resource (builder, (gint32) capacity);
    }
  return read_end_of_line (reader);
}

/* Reads one option; @student is the last student that was begun, moved on to the option's own. */
static gboolean
read_option (Reader *reader, HsInstanceBuilder *builder, gint64 n_students, gint64 n_resources,
             gint64 *student)
{
  gint64 owner, value, n_uses, resource, amount;
  if (!expect_letter (reader, 'o')
      || !read_number (reader, N_ ("the student"), 0, n_students - 1, &owner))
    return FALSE;
  if (owner < *student)
    return fail (reader, _ ("student %d comes after student %d"), (int) owner, (int) *student);
  for (; *student < owner; ++*student)
    hs_instance_builder_add_student (builder);
  if (!read_number (reader, N_ ("the value"), -HS_INSTANCE_MAX_NUMBER, HS_INSTANCE_MAX_NUMBER,
                    &value)
      || !read_number (reader, N_ ("the number of pairs"), 0, G_MAXINT32, &n_uses))
    return FALSE;
  hs_instance_builder_add_option (builder, (gint32) value);
  for (gint64 k = 0; k < n_uses; k++)
    {
      if (!read_number (reader, N_ ("the resource"), 0, n_resources - 1, &resource)
          || !read_number (reader, N_ ("the amount"), 0, HS_INSTANCE_MAX_NUMBER, &amount))
        return FALSE;
      hs_instance_builder_add_use (builder, (guint32) resource, (gint32) amount);
    }
  return read_end_of_line (reader);
}

static gboolean
read_body (Reader *reader, HsInstanceBuilder *builder)
{
  gint64 n_students, n_resources, n_options, student = -1;
  if (!expect_letter (reader, 'p')
      || !read_number (reader, N_ ("the number of students"), 0, HS_INSTANCE_MAX_STUDENTS,
                       &n_students)
      || !read_number (reader, N_ ("the number of resources"), 0, G_MAXINT32, &n_resources)
      || !read_number (reader, N_ ("the number of options"), 0, G_MAXINT32, &n_options)
      || !read_end_of_line (reader) || !read_capacities (reader, builder, n_resources))
    return FALSE;
  for (gint64 o = 0; o < n_options; o++)
    if (!read_option (reader, builder, n_students, n_resources, &student))
      return FALSE;
  if (read_letter (reader) != EOF)
    return fail (reader, _ ("there is more in the file than the first line says"));
  for (; student < n_students - 1; student++)
    hs_instance_builder_add_student (builder);
  return TRUE;
}

static Reader *
open_reader (const char *path, GError **error)
{
  FILE *file = g_fopen (path, "rb");
  if (file == NULL)
    {
      int code = errno;
      g_set_error (error, HS_ERROR, code == ENOENT ? HS_ERROR_NOT_FOUND : HS_ERROR_IO,
                   _ ("cannot open %s: %s"), path, g_strerror (code));
      return NULL;
    }
  Reader *reader = g_new0 (Reader, 1);
  reader->file = file;
  reader->line = 1;
  reader->error = error;
  return reader;
}

/* Closes; a file that could not be read to its end is an input error, whatever was found in it. */
static gboolean
close_reader (Reader *reader, const char *path)
{
  gboolean broken = ferror (reader->file) != 0;
  gboolean good = !reader->failed && !broken;
  if (broken)
    {
      g_clear_error (reader->error);
      g_set_error (reader->error, HS_ERROR, HS_ERROR_IO, _ ("cannot read %s"), path);
    }
  fclose (reader->file);
  g_free (reader);
  return good;
}

/**
 * hs_instance_read:
 * @path: a file in the form that the head of this file describes
 *
 * Returns: (transfer full): the instance, or NULL with HS_ERROR_FORMAT (line, column and reason),
 * HS_ERROR_NOT_FOUND or HS_ERROR_IO
 */
HsInstance *
hs_instance_read (const char *path, GError **error)
{
  Reader *reader = open_reader (path, error);
  if (reader == NULL)
    return NULL;
  g_autoptr (HsInstanceBuilder) builder = hs_instance_builder_new ();
  read_body (reader, builder);
  if (!close_reader (reader, path))
    return NULL;
  return hs_instance_builder_finish (builder, error);
}

/* One line of a solution into @pick. */
static gboolean
read_choice (Reader *reader, const HsInstance *instance, gint32 *pick, gboolean *seen)
{
  gint64 s, o;
  if (!read_number (reader, N_ ("the student"), 0, (gint64) instance->n_students - 1, &s))
    return FALSE;
  if (seen[s])
    return fail (reader, _ ("student %d has a second line"), (int) s);
  if (!read_number (reader, N_ ("the option"), -1, (gint64) instance->n_options - 1, &o))
    return FALSE;
  if (o >= 0 && (o < instance->first_option[s] || o >= instance->first_option[s + 1]))
    return fail (reader, _ ("option %d is not one of student %u"), (int) o, (guint) s);
  seen[s] = TRUE;
  pick[s] = (gint32) o;
  return read_end_of_line (reader);
}

/**
 * hs_solution_read:
 * @path: a file with lines "x STUDENT OPTION"; option -1 is no place
 *
 * Reads a solution. Whether it is within the capacities is for hs_instance_check() to say.
 *
 * Returns: (transfer full): the option of each student or %HS_NO_OPTION, or NULL with
 * HS_ERROR_FORMAT (line, column and reason), HS_ERROR_NOT_FOUND or HS_ERROR_IO
 */
gint32 *
hs_solution_read (const HsInstance *instance, const char *path, GError **error)
{
  Reader *reader = open_reader (path, error);
  if (reader == NULL)
    return NULL;
  gsize n = MAX (instance->n_students, 1);
  g_autofree gint32 *pick = g_new (gint32, n);
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  for (gsize s = 0; s < n; s++)
    pick[s] = HS_NO_OPTION;
  for (int c = read_letter (reader); c != EOF; c = read_letter (reader))
    if (c != 'x' ? !fail (reader, _ ("a line with \"%c\" should be here"), 'x')
                 : !read_choice (reader, instance, pick, seen))
      break;
  return close_reader (reader, path) ? g_steal_pointer (&pick) : NULL;
}

/* Closes a file that was written; what could not be flushed is an error like any other. */
static gboolean
finish_writing (FILE *file, const char *path, GError **error)
{
  gboolean good = ferror (file) == 0;
  good = fclose (file) == 0 && good;
  if (!good)
    g_set_error (error, HS_ERROR, errno == ENOSPC ? HS_ERROR_FULL : HS_ERROR_IO,
                 _ ("cannot write %s: %s"), path, g_strerror (errno));
  return good;
}

static FILE *
open_writer (const char *path, GError **error)
{
  FILE *file = g_fopen (path, "wb");
  if (file == NULL)
    g_set_error (error, HS_ERROR,
                 errno == EACCES || errno == EROFS ? HS_ERROR_READ_ONLY : HS_ERROR_IO,
                 _ ("cannot write %s: %s"), path, g_strerror (errno));
  return file;
}

/**
 * hs_instance_write:
 * @path: the file, written anew
 *
 * Returns: TRUE, or FALSE with HS_ERROR_IO, HS_ERROR_FULL or HS_ERROR_READ_ONLY
 */
gboolean
hs_instance_write (const HsInstance *self, const char *path, GError **error)
{
  FILE *file = open_writer (path, error);
  if (file == NULL)
    return FALSE;
  fprintf (file, "p %u %u %u\nc", self->n_students, self->n_resources, self->n_options);
  for (guint32 r = 0; r < self->n_resources; r++)
    fprintf (file, " %d", self->capacity[r]);
  fputc ('\n', file);
  for (guint32 s = 0; s < self->n_students; s++)
    for (guint32 o = self->first_option[s]; o < self->first_option[s + 1]; o++)
      {
        guint32 first = self->first_use[o], end = self->first_use[o + 1];
        fprintf (file, "o %u %d %u", s, self->value[o], end - first);
        for (guint32 k = first; k < end; k++)
          fprintf (file, " %u %d", self->uses[k].resource, self->uses[k].amount);
        fputc ('\n', file);
      }
  return finish_writing (file, path, error);
}

/**
 * hs_solution_write:
 * @pick: the option of each student, or %HS_NO_OPTION
 * @path: the file, written anew
 *
 * Returns: TRUE, or FALSE with HS_ERROR_IO, HS_ERROR_FULL or HS_ERROR_READ_ONLY
 */
gboolean
hs_solution_write (const HsInstance *instance, const gint32 *pick, const char *path, GError **error)
{
  FILE *file = open_writer (path, error);
  if (file == NULL)
    return FALSE;
  for (guint32 s = 0; s < instance->n_students; s++)
    if (pick[s] != HS_NO_OPTION)
      fprintf (file, "x %u %d\n", s, pick[s]);
  return finish_writing (file, path, error);
}
