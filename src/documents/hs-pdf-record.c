/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes of the parts of a file, and the seal over them. */

#include "hs-pdf-record.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hs-contract.h"
#include "hs-error.h"
#include "hs-hash.h"
#include "hs-signature.h"

#define RECORD_CONTEXT "nl.handslag.document.v1"
#define PAGES_MAX 2000
#define FONTS_MAX 200
#define DEPTH_MAX 4

/* ---- pages ---- */

/* Adds the length and the data of a stream; takes @bytes, which is NULL after an error. */
static gboolean
add_bytes (GBytes *bytes, HsHash *sum)
{
  gsize size;

  if (bytes == NULL)
    return FALSE;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT "\n", size);
  hs_hash_add (sum, length, strlen (length));
  hs_hash_add (sum, data, size);
  g_bytes_unref (bytes);
  return TRUE;
}

static gboolean
add_stream (HsQpdf *pdf, qpdf_oh stream, gsize *limit, HsHash *sum, GError **error)
{
  return add_bytes (hs_qpdf_stream (pdf, stream, limit, error), sum);
}

/* Returns: (transfer full) (element-type utf8): the keys of a dictionary, sorted as qpdf has them.
 */
static GPtrArray *
keys_of (HsQpdf *pdf, qpdf_oh dict)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (!qpdf_oh_is_dictionary (pdf, dict))
    return keys;
  qpdf_oh_begin_dict_key_iter (pdf, dict);
  while (qpdf_oh_dict_more_keys (pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (pdf)));
  return keys;
}

/* The drawings that a page or a drawing uses, by name, with what they use. */
static gboolean
add_drawings (HsQpdf *pdf, qpdf_oh resources, guint depth, gsize *limit, HsHash *sum,
              GError **error)
{
  qpdf_oh drawings = qpdf_oh_get_key_if_dict (pdf, resources, "/XObject");
  g_autoptr (GPtrArray) keys = keys_of (pdf, drawings);

  if (depth > DEPTH_MAX || keys->len > PAGES_MAX)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT, _ ("this PDF is nested too deep"));
      return FALSE;
    }
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      qpdf_oh drawing = qpdf_oh_get_key (pdf, drawings, key);
      hs_hash_add (sum, key, strlen (key) + 1);
      if (!add_stream (pdf, drawing, limit, sum, error))
        return FALSE;
      qpdf_oh own = qpdf_oh_get_key (pdf, qpdf_oh_get_dict (pdf, drawing), "/Resources");
      if (!add_drawings (pdf, own, depth + 1, limit, sum, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_contents (HsQpdf *pdf, qpdf_oh page, gsize *limit, HsHash *sum, GError **error)
{
  qpdf_oh contents = qpdf_oh_get_key (pdf, page, "/Contents");

  if (!qpdf_oh_is_array (pdf, contents))
    return add_stream (pdf, contents, limit, sum, error);
  int count = qpdf_oh_get_array_n_items (pdf, contents);
  for (int i = 0; i < count && i < PAGES_MAX; i++)
    if (!add_stream (pdf, qpdf_oh_get_array_item (pdf, contents, i), limit, sum, error))
      return FALSE;
  return TRUE;
}

json_t *
hs_pdf_record_hash_pages (HsQpdf *pdf, gsize *limit, GError **error)
{
  int count = qpdf_get_num_pages (pdf);

  if (!hs_qpdf_check (pdf, error))
    return NULL;
  if (count < 1 || count > PAGES_MAX)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("this PDF has %d pages"), count);
      return NULL;
    }
  json_t *pages = json_array ();
  for (int i = 0; i < count; i++)
    {
      g_autoptr (HsHash) sum = hs_hash_new ();
      qpdf_oh page = qpdf_get_page_n (pdf, (size_t) i);
      qpdf_oh resources = qpdf_oh_get_key_if_dict (pdf, page, "/Resources");
      if (!add_contents (pdf, page, limit, sum, error)
          || !add_drawings (pdf, resources, 0, limit, sum, error))
        {
          json_decref (pages);
          return NULL;
        }
      g_autofree char *hash = hs_hash_end (sum);
      json_array_append_new (pages, json_string (hash));
    }
  return pages;
}

/* ---- fonts ---- */

/* The program of a font, wherever its kind keeps it; 0 when it is not embedded. */
static qpdf_oh
font_program (HsQpdf *pdf, qpdf_oh font)
{
  static const char *const kinds[] = { "/FontFile", "/FontFile2", "/FontFile3" };
  qpdf_oh below = qpdf_oh_get_key_if_dict (pdf, font, "/DescendantFonts");

  if (qpdf_oh_is_array (pdf, below) && qpdf_oh_get_array_n_items (pdf, below) > 0)
    font = qpdf_oh_get_array_item (pdf, below, 0);
  qpdf_oh descriptor = qpdf_oh_get_key_if_dict (pdf, font, "/FontDescriptor");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      qpdf_oh program = qpdf_oh_get_key_if_dict (pdf, descriptor, kinds[i]);
      if (qpdf_oh_is_stream (pdf, program))
        return program;
    }
  return 0;
}

/* {"name","sha256"} over the shapes and over which letters they stand for. */
static json_t *
hash_font (HsQpdf *pdf, qpdf_oh font, gsize *limit, GError **error)
{
  g_autoptr (HsHash) sum = hs_hash_new ();
  qpdf_oh name = qpdf_oh_get_key_if_dict (pdf, font, "/BaseFont");
  qpdf_oh letters = qpdf_oh_get_key_if_dict (pdf, font, "/ToUnicode");
  qpdf_oh program = font_program (pdf, font);

  if (program != 0 && !add_bytes (hs_qpdf_stream_as_stored (pdf, program, limit, error), sum))
    return NULL;
  if (qpdf_oh_is_stream (pdf, letters)
      && !add_bytes (hs_qpdf_stream_as_stored (pdf, letters, limit, error), sum))
    return NULL;
  g_autofree char *hash = hs_hash_end (sum);
  return json_pack ("{s:s, s:s}", "name",
                    qpdf_oh_is_name (pdf, name) ? qpdf_oh_get_name (pdf, name) : "", "hash", hash);
}

static gboolean
add_page_fonts (HsQpdf *pdf, qpdf_oh page, GHashTable *seen, gsize *limit, json_t *list,
                GError **error)
{
  qpdf_oh resources = qpdf_oh_get_key_if_dict (pdf, page, "/Resources");
  qpdf_oh fonts = qpdf_oh_get_key_if_dict (pdf, resources, "/Font");
  g_autoptr (GPtrArray) keys = keys_of (pdf, fonts);

  for (guint i = 0; i < keys->len && json_array_size (list) < FONTS_MAX; i++)
    {
      qpdf_oh font = qpdf_oh_get_key (pdf, fonts, g_ptr_array_index (keys, i));
      int id = qpdf_oh_get_object_id (pdf, font);
      if (id != 0 && !g_hash_table_add (seen, GINT_TO_POINTER (id)))
        continue;
      json_t *hash = hash_font (pdf, font, limit, error);
      if (hash == NULL)
        return FALSE;
      json_array_append_new (list, hash);
    }
  return TRUE;
}

json_t *
hs_pdf_record_hash_fonts (HsQpdf *pdf, gsize *limit, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  int count = qpdf_get_num_pages (pdf);
  json_t *list = json_array ();

  for (int i = 0; i < count; i++)
    if (!add_page_fonts (pdf, qpdf_get_page_n (pdf, (size_t) i), seen, limit, list, error))
      {
        json_decref (list);
        return NULL;
      }
  return list;
}

/* ---- bytes and seal ---- */

char *
hs_pdf_record_hash_bytes (const guint8 *data, gsize length, gsize offset, gsize size)
{
  g_autoptr (HsHash) sum = hs_hash_new ();

  g_return_val_if_fail (offset <= length && size <= length - offset, NULL);
  hs_hash_add (sum, data, offset);
  hs_hash_add (sum, data + offset + size, length - offset - size);
  return hs_hash_end (sum);
}

/* The text that is sealed: everything but the seal. */
static char *
sealed_text (json_t *record)
{
  json_t *copy = json_copy (record);

  json_object_del (copy, "digest");
  json_object_del (copy, "signature");
  char *text = hs_contract_canonical_text (copy);
  json_decref (copy);
  return text;
}

void
hs_pdf_record_seal (json_t *record, HsKey *key)
{
  if (key != NULL)
    {
      g_autofree char *maker = hs_public_key_to_text (hs_key_get_public (key));
      json_object_set_new (record, "maker", json_string (maker));
    }
  g_autofree char *text = sealed_text (record);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  json_object_set_new (record, "digest", json_string (digest));
  if (key == NULL)
    return;
  g_autofree char *signature =
      hs_signature_make_for_bytes (key, RECORD_CONTEXT, text, strlen (text));
  json_object_set_new (record, "signature", json_string (signature));
}

gboolean
hs_pdf_record_digest_fits (json_t *record)
{
  const char *digest = json_string_value (json_object_get (record, "digest"));
  g_autofree char *text = sealed_text (record);
  g_autofree char *fresh = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strcmp0 (digest, fresh) == 0;
}

gboolean
hs_pdf_record_signature_fits (json_t *record, GError **error)
{
  const char *maker = json_string_value (json_object_get (record, "maker"));
  const char *signature = json_string_value (json_object_get (record, "signature"));
  g_autofree char *text = sealed_text (record);

  if (maker == NULL || signature == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FORMAT,
                           _ ("the signature of the file is incomplete"));
      return FALSE;
    }
  return hs_signature_verify_bytes (maker, RECORD_CONTEXT, text, strlen (text), signature, error);
}

char *
hs_pdf_record_to_text (json_t *record, gsize size)
{
  g_autofree char *text = hs_contract_canonical_text (record);
  gsize length = strlen (text);

  if (length + 1 > size)
    return NULL;
  char *padded = g_malloc (size + 1);
  memset (padded, ' ', size);
  memcpy (padded, text, length);
  padded[size - 1] = '\n';
  padded[size] = '\0';
  return padded;
}
