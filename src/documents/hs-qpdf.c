/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin, careful layer over libqpdf's C interface. */

#include "hs-qpdf.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hs-error.h"

#define ATTACHMENTS_MAX 100

void
hs_qpdf_free (HsQpdf *self)
{
  if (self == NULL)
    return;
  if (qpdf_has_error (self)) /* else qpdf prints what nobody asked for */
    qpdf_get_error (self);
  qpdf_cleanup (&self);
}

gboolean
hs_qpdf_check (HsQpdf *self, GError **error)
{
  if (!qpdf_has_error (self))
    return TRUE;
  qpdf_error problem = qpdf_get_error (self);
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("this PDF cannot be read: %s"),
               qpdf_get_error_message_detail (self, problem));
  return FALSE;
}

static HsQpdf *
open_file (GBytes *bytes, gboolean any, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > HS_QPDF_FILE_MAX)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("this PDF is bigger than %d MB"),
                   HS_QPDF_FILE_MAX / 1024 / 1024);
      return NULL;
    }
  g_autoptr (HsQpdf) self = qpdf_init ();
  qpdf_silence_errors (self);
  qpdf_set_suppress_warnings (self, QPDF_TRUE);
  qpdf_set_attempt_recovery (self, any ? QPDF_TRUE : QPDF_FALSE);
  qpdf_set_ignore_xref_streams (self, any ? QPDF_FALSE : QPDF_TRUE);
  qpdf_read_memory (self, "pdf", data, size, NULL);
  if (!hs_qpdf_check (self, error))
    return NULL;
  if (qpdf_is_encrypted (self))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, _ ("this PDF is locked"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

HsQpdf *
hs_qpdf_open (GBytes *bytes, GError **error)
{
  return open_file (bytes, FALSE, error);
}

HsQpdf *
hs_qpdf_open_any (GBytes *bytes, GError **error)
{
  return open_file (bytes, TRUE, error);
}

/* ---- streams ---- */

static gboolean
fail_stream (const char *why, GError **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("a part of this PDF cannot be unpacked: %s"),
               why);
  return FALSE;
}

/* Unpacks zlib data (RFC 1950) up to @limit bytes. */
static GBytes *
inflate (const guint8 *data, gsize size, gsize limit, GError **error)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 buffer[32768];
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize took = 0, gave = 0;
      result = g_converter_convert (G_CONVERTER (inflater), data, size, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &took, &gave, error);
      if (result == G_CONVERTER_ERROR)
        {
          g_clear_error (error);
          fail_stream (_ ("it is damaged"), error);
          return NULL;
        }
      data += took;
      size -= took;
      g_byte_array_append (out, buffer, (guint) gave);
      if (out->len > limit)
        {
          fail_stream (_ ("it is too big"), error);
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Whether the stream is packed: 0 no, 1 with Flate, -1 in a way that we never use. */
static int
packing (HsQpdf *self, qpdf_oh stream)
{
  qpdf_oh dict = qpdf_oh_get_dict (self, stream);
  qpdf_oh filter = qpdf_oh_get_key (self, dict, "/Filter");

  if (qpdf_oh_has_key (self, dict, "/DecodeParms") || qpdf_oh_has_key (self, dict, "/F"))
    return -1;
  if (qpdf_oh_is_array (self, filter) && qpdf_oh_get_array_n_items (self, filter) == 1)
    filter = qpdf_oh_get_array_item (self, filter, 0);
  if (qpdf_oh_is_null (self, filter))
    return 0;
  return qpdf_oh_is_name_and_equals (self, filter, "/FlateDecode") ? 1 : -1;
}

GBytes *
hs_qpdf_stream_as_stored (HsQpdf *self, qpdf_oh stream, gsize *limit, GError **error)
{
  unsigned char *raw = NULL;
  size_t size = 0;

  if (!qpdf_oh_is_stream (self, stream) || packing (self, stream) < 0)
    {
      fail_stream (_ ("it is of an unknown form"), error);
      return NULL;
    }
  qpdf_oh_get_stream_data (self, stream, qpdf_dl_none, NULL, &raw, &size);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (raw, raw != NULL ? size : 0, free, raw);
  if (!hs_qpdf_check (self, error))
    return NULL;
  if (size > *limit)
    {
      fail_stream (_ ("it is too big"), error);
      return NULL;
    }
  *limit -= size;
  return g_steal_pointer (&bytes);
}

GBytes *
hs_qpdf_stream (HsQpdf *self, qpdf_oh stream, gsize *limit, GError **error)
{
  gsize size;
  g_autoptr (GBytes) stored = hs_qpdf_stream_as_stored (self, stream, limit, error);

  if (stored == NULL || packing (self, stream) == 0)
    return g_steal_pointer (&stored);
  const guint8 *data = g_bytes_get_data (stored, &size);
  GBytes *unpacked = inflate (data, size, *limit, error);
  if (unpacked != NULL)
    *limit -= g_bytes_get_size (unpacked);
  return unpacked;
}

/* ---- attachments ---- */

/* The array of names and file specifications; our files have one, without a tree below it. */
static qpdf_oh
names_array (HsQpdf *self)
{
  qpdf_oh names = qpdf_oh_get_key_if_dict (self, qpdf_get_root (self), "/Names");
  qpdf_oh files = qpdf_oh_get_key_if_dict (self, names, "/EmbeddedFiles");
  return qpdf_oh_get_key_if_dict (self, files, "/Names");
}

GPtrArray *
hs_qpdf_list_attachments (HsQpdf *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  qpdf_oh array = names_array (self);

  if (!qpdf_oh_is_array (self, array))
    return list;
  int count = qpdf_oh_get_array_n_items (self, array);
  for (int i = 0; i + 1 < count && i < 2 * ATTACHMENTS_MAX; i += 2)
    {
      qpdf_oh name = qpdf_oh_get_array_item (self, array, i);
      if (qpdf_oh_is_string (self, name))
        g_ptr_array_add (list, g_strdup (qpdf_oh_get_utf8_value (self, name)));
    }
  return list;
}

qpdf_oh
hs_qpdf_find_attachment (HsQpdf *self, const char *name)
{
  qpdf_oh array = names_array (self);

  if (!qpdf_oh_is_array (self, array))
    return 0;
  int count = qpdf_oh_get_array_n_items (self, array);
  for (int i = 0; i + 1 < count && i < 2 * ATTACHMENTS_MAX; i += 2)
    {
      qpdf_oh key = qpdf_oh_get_array_item (self, array, i);
      if (!qpdf_oh_is_string (self, key) || strcmp (qpdf_oh_get_utf8_value (self, key), name) != 0)
        continue;
      qpdf_oh spec = qpdf_oh_get_array_item (self, array, i + 1);
      qpdf_oh files = qpdf_oh_get_key_if_dict (self, spec, "/EF");
      qpdf_oh stream = qpdf_oh_get_key_if_dict (self, files, "/F");
      return qpdf_oh_is_stream (self, stream) ? stream : 0;
    }
  return 0;
}
