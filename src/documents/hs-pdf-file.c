/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and extends a plain PDF file; see hs-pdf-file.h. */

#define _GNU_SOURCE /* memmem, memrchr */

#include "hs-pdf-file.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hs-error.h"

#define ENTRY_SIZE 20 /* of the table of objects */
#define HEAD_SIZE 400 /* of an object, in which its kind is looked for */

typedef struct
{
  gsize start, end; /* in the read file; from "N 0 obj" to the next object */
  guint parent; /* of a structure element that is a table head, else 0 */
} Object;

struct _HsPdfFile
{
  GBytes *bytes;
  const char *data;
  gsize size;
  GArray *objects; /* of Object, by number; start 0: not there */
  guint root, info;
  GPtrArray *added; /* of GBytes: "obj … endobj" bodies that follow */
  GString *catalog;
  char *head, *figure;
  const char *identity; /* while writing */
};

/* ---- reading ---- */

static gboolean
fail (const char *why, GError **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("the drawn file is not as expected: %s"), why);
  return FALSE;
}

/* The number behind @key ("/Root 12 0 R") at or after @from; 0 when it is not there. */
static guint
reference (const char *from, gsize size, const char *key)
{
  const char *at = memmem (from, size, key, strlen (key));

  return at != NULL ? (guint) strtoul (at + strlen (key), NULL, 10) : 0;
}

static int
compare_starts (const void *a, const void *b)
{
  gsize first = (*(Object *const *) a)->start;
  gsize second = (*(Object *const *) b)->start;

  return first < second ? -1 : first > second;
}

/* Each object ends where the next one in the file begins; the last one at the table. */
static void
find_ends (HsPdfFile *self, gsize table)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->objects->len; i++)
    if (g_array_index (self->objects, Object, i).start != 0)
      g_ptr_array_add (order, &g_array_index (self->objects, Object, i));
  g_ptr_array_sort (order, compare_starts);
  for (guint i = 0; i < order->len; i++)
    {
      Object *object = g_ptr_array_index (order, i);
      Object *next = i + 1 < order->len ? g_ptr_array_index (order, i + 1) : NULL;
      object->end = next != NULL ? next->start : table;
    }
}

/* Reads "xref\n0 N\n" and N entries of 20 bytes at @table. */
static gboolean
read_table (HsPdfFile *self, gsize table, GError **error)
{
  guint count = 0;
  int head = 0;

  /* A copy, because sscanf looks for the end of its text first. */
  g_autofree char *start = g_strndup (self->data + table, MIN (self->size - table, 40));
  if (sscanf (start, "xref\n0 %u\n%n", &count, &head) != 1 || head == 0
      || count > (self->size - table) / ENTRY_SIZE)
    return fail ("xref", error);
  const char *entry = self->data + table + head;
  for (guint i = 0; i < count; i++, entry += ENTRY_SIZE)
    {
      Object object = { 0 };
      if (entry[17] == 'n')
        object.start = (gsize) strtoull (entry, NULL, 10);
      if (object.start >= table)
        return fail ("xref", error);
      g_array_append_val (self->objects, object);
    }
  self->root = reference (entry, self->size - (gsize) (entry - self->data), "/Root ");
  self->info = reference (entry, self->size - (gsize) (entry - self->data), "/Info ");
  if (self->root == 0 || self->root >= count
      || g_array_index (self->objects, Object, self->root).start == 0)
    return fail ("/Root", error);
  find_ends (self, table);
  return TRUE;
}

static gboolean
read_file (HsPdfFile *self, GError **error)
{
  static const char mark[] = "startxref\n";
  gsize tail = MIN (self->size, 64);
  const char *at =
      self->size > 100 ? memmem (self->data + self->size - tail, tail, mark, strlen (mark)) : NULL;
  gsize table = at != NULL ? (gsize) strtoull (at + strlen (mark), NULL, 10) : 0;

  if (table == 0 || table + 100 > self->size)
    return fail ("startxref", error);
  return read_table (self, table, error);
}

HsPdfFile *
hs_pdf_file_new (GBytes *bytes, GError **error)
{
  g_autoptr (HsPdfFile) self = g_new0 (HsPdfFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->objects = g_array_new (FALSE, FALSE, sizeof (Object));
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->catalog = g_string_new (NULL);
  return read_file (self, error) ? g_steal_pointer (&self) : NULL;
}

void
hs_pdf_file_free (HsPdfFile *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_array_unref (self->objects);
  g_ptr_array_unref (self->added);
  g_string_free (self->catalog, TRUE);
  g_free (self->head);
  g_free (self->figure);
  g_free (self);
}

/* ---- changes ---- */

guint
hs_pdf_file_add (HsPdfFile *self, const char *body)
{
  g_ptr_array_add (self->added, g_bytes_new (body, strlen (body)));
  return self->objects->len + self->added->len - 1;
}

guint
hs_pdf_file_add_stream (HsPdfFile *self, const char *dictionary, const char *data, gsize size)
{
  GByteArray *body = g_byte_array_new ();
  g_autofree char *head =
      g_strdup_printf ("<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", dictionary, size);

  g_byte_array_append (body, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (body, (const guint8 *) data, (guint) size);
  g_byte_array_append (body, (const guint8 *) "\nendstream", 10);
  g_ptr_array_add (self->added, g_byte_array_free_to_bytes (body));
  return self->objects->len + self->added->len - 1;
}

void
hs_pdf_file_extend_catalog (HsPdfFile *self, const char *entries)
{
  g_string_append_printf (self->catalog, "\n   %s", entries);
}

void
hs_pdf_file_extend_structure (HsPdfFile *self, const char *head, const char *figure)
{
  self->head = g_strdup (head);
  self->figure = g_strdup (figure);
}

/* ---- structure elements ---- */

/* Whether the object is a structure element of the kind @kind ("/S /TH"). */
static gboolean
is_element (HsPdfFile *self, const Object *object, const char *kind)
{
  gsize size = MIN (object->end - object->start, HEAD_SIZE);
  const char *at = self->data + object->start;

  return memmem (at, size, "/StructElem", 11) != NULL
         && memmem (at, size, kind, strlen (kind)) != NULL;
}

/* What is added to object number @number, or NULL. */
static const char *
extension_of (HsPdfFile *self, guint number)
{
  const Object *object = &g_array_index (self->objects, Object, number);

  if (number == self->root)
    return self->catalog->str;
  if (self->head != NULL && is_element (self, object, "/S /TH\n"))
    return self->head;
  if (self->figure != NULL && is_element (self, object, "/S /Figure\n"))
    return self->figure;
  return NULL;
}

/* ---- writing ---- */

static void
append (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

/* Copies an object; @extension goes before the last ">>" of it. */
static void
copy_object (HsPdfFile *self, const Object *object, const char *extension, GByteArray *out)
{
  const char *start = self->data + object->start;
  gsize size = object->end - object->start;
  const char *close = extension != NULL ? memrchr (start, '>', size) : NULL;

  if (close == NULL || close == start)
    {
      g_byte_array_append (out, (const guint8 *) start, (guint) size);
      return;
    }
  gsize before = (gsize) (close - 1 - start);
  g_byte_array_append (out, (const guint8 *) start, (guint) before);
  append (out, extension);
  append (out, "\n");
  g_byte_array_append (out, (const guint8 *) start + before, (guint) (size - before));
}

static void
write_objects (HsPdfFile *self, GByteArray *out, GArray *offsets)
{
  gsize none = 0;

  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = &g_array_index (self->objects, Object, i);
      gsize at = out->len;
      if (object->start != 0)
        copy_object (self, object, extension_of (self, i), out);
      g_array_append_val (offsets, *(object->start != 0 ? &at : &none));
    }
  for (guint i = 0; i < self->added->len; i++)
    {
      gsize at = out->len, size;
      const guint8 *body = g_bytes_get_data (g_ptr_array_index (self->added, i), &size);
      g_autofree char *head = g_strdup_printf ("%u 0 obj\n", self->objects->len + i);
      append (out, head);
      g_byte_array_append (out, body, (guint) size);
      append (out, "\nendobj\n");
      g_array_append_val (offsets, at);
    }
}

/* The identifier (14.4) is a hash of what the caller says makes this file another than others, so
 * that one content has one file. */
static void
write_end (HsPdfFile *self, GByteArray *out, GArray *offsets)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->identity, -1);
  g_autoptr (GString) end = g_string_new (NULL);
  gsize table = out->len;

  g_string_append_printf (end, "xref\n0 %u\n", offsets->len);
  for (guint i = 0; i < offsets->len; i++)
    {
      gsize at = g_array_index (offsets, gsize, i);
      g_string_append_printf (end, "%010" G_GSIZE_FORMAT " %05u %c \n", at, at ? 0 : 65535,
                              at ? 'n' : 'f');
    }
  g_string_append_printf (end, "trailer\n<< /Size %u /Root %u 0 R", offsets->len, self->root);
  if (self->info != 0)
    g_string_append_printf (end, " /Info %u 0 R", self->info);
  g_string_append_printf (
      end, " /ID [<%.32s> <%.32s>] >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", sum, sum, table);
  append (out, end->str);
}

GByteArray *
hs_pdf_file_write (HsPdfFile *self, const char *identity)
{
  GByteArray *out = g_byte_array_sized_new ((guint) self->size + 65536);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));

  self->identity = identity;
  append (out, "%PDF-1.7\n%\xb5\xed\xae\xfb\n");
  write_objects (self, out, offsets);
  write_end (self, out, offsets);
  return out;
}

char *
hs_pdf_file_string (const char *text)
{
  GString *out = g_string_new ("<FEFF");
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
  return g_string_free (out, FALSE);
}
