/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF against its record: first the bytes, without reading the PDF; then its parts, to say what
 * differs. */

#define _GNU_SOURCE /* memmem */

#include "hs-verify-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-contract.h"
#include "hs-pdf-record.h"

/* ---- the record ---- */

/* Where the text of the record stands in the file, or NULL. */
static const guint8 *
find_record (HsVerifier *self)
{
  return memmem (self->data, self->size, HS_RECORD_START, strlen (HS_RECORD_START));
}

static gint64
record_number (HsVerifier *self, const char *key)
{
  json_t *value = json_object_get (self->record, key);

  return json_is_integer (value) ? json_integer_value (value) : -1;
}

/* Reads the JSON object that starts at @at; blanks, and then the rest of the PDF, follow it. */
static json_t *
parse_record (HsVerifier *self, const guint8 *at)
{
  json_error_t where;
  gsize left = self->size - (gsize) (at - self->data);
  json_t *record =
      json_loadb ((const char *) at, left, JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, &where);

  if (json_is_object (record))
    return record;
  json_decref (record);
  return NULL;
}

/* Whether the bytes at @at are exactly what a record with this content looks like. */
static gboolean
is_written_as_ours (HsVerifier *self, const guint8 *at)
{
  gint64 offset = record_number (self, "offset");
  gint64 size = record_number (self, "size");

  if (offset != at - self->data || size <= 0 || (gsize) size > self->size - (gsize) offset)
    return FALSE;
  g_autofree char *text = hs_pdf_record_to_text (self->record, (gsize) size);
  return text != NULL && memcmp (text, at, (gsize) size) == 0;
}

/* The length that was recorded against the length of the file. */
static void
check_length (HsVerifier *self, gint64 length)
{
  if ((gint64) self->size > length)
    hs_verifier_add (self, HS_VERIFY_BAD, "added",
                     _ ("Something was added after the end of the file (%d bytes)."),
                     (int) ((gint64) self->size - length));
  else if ((gint64) self->size < length)
    hs_verifier_add (self, HS_VERIFY_BAD, "short", _ ("The end of the file is missing (%d bytes)."),
                     (int) MIN (length - (gint64) self->size, G_MAXINT));
}

/* The file without its record, against the hash in it. TRUE when all is as it was made. */
static gboolean
check_bytes (HsVerifier *self, const guint8 *at)
{
  gint64 length = record_number (self, "length");
  gint64 size = record_number (self, "size");
  gsize offset = (gsize) (at - self->data);

  if (!hs_pdf_record_digest_fits (self->record) || !is_written_as_ours (self, at))
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "record", "%s",
                       _ ("The record with which this file is checked was changed or moved."));
      return FALSE;
    }
  check_length (self, length);
  if (length > (gint64) self->size || length < (gint64) offset + size)
    return FALSE;
  g_autofree char *hash =
      hs_pdf_record_hash_bytes (self->data, (gsize) length, offset, (gsize) size);
  if (g_strcmp0 (hash, hs_verifier_record_text (self, "bytes")) != 0)
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "bytes", "%s",
                       _ ("The file was changed after it was made."));
      return FALSE;
    }
  return length == (gint64) self->size;
}

/* The record out of the attachments, for a file that another program wrote again. */
static void
read_attached_record (HsVerifier *self)
{
  gsize size;
  qpdf_oh stream = hs_qpdf_find_attachment (self->pdf, HS_RECORD_ATTACHMENT);
  g_autoptr (GBytes) bytes =
      stream != 0 ? hs_qpdf_stream (self->pdf, stream, &self->limit, NULL) : NULL;

  if (bytes == NULL)
    return;
  const char *text = g_bytes_get_data (bytes, &size);
  self->record = hs_verifier_load_json (text, size);
  if (self->record != NULL)
    hs_verifier_add (self, HS_VERIFY_BAD, "rewritten", "%s",
                     _ ("Another program wrote this file again."));
}

/* ---- parts ---- */

static void
check_pages (HsVerifier *self)
{
  g_autoptr (GError) error = NULL;
  json_t *recorded = json_object_get (self->record, "pages");
  json_t *pages = hs_pdf_record_hash_pages (self->pdf, &self->limit, &error);
  guint differ = 0;

  if (pages == NULL)
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "pages", _ ("The pages cannot be read: %s."),
                       error->message);
      return;
    }
  if (json_array_size (pages) != json_array_size (recorded))
    hs_verifier_add (self, HS_VERIFY_BAD, "pages",
                     _ ("The file has %d pages, and had %d when it was made."),
                     (int) json_array_size (pages), (int) json_array_size (recorded));
  for (size_t i = 0; i < MIN (json_array_size (pages), json_array_size (recorded)); i++)
    if (!json_equal (json_array_get (pages, i), json_array_get (recorded, i)))
      {
        differ++;
        hs_verifier_add (self, HS_VERIFY_BAD, "page", _ ("Page %d is not the page that was made."),
                         (int) i + 1);
      }
  if (differ == 0 && json_array_size (pages) == json_array_size (recorded))
    hs_verifier_add (self, HS_VERIFY_GOOD, "pages", "%s", _ ("All pages are as they were made."));
  json_decref (pages);
}

static void
check_fonts (HsVerifier *self)
{
  g_autoptr (GError) error = NULL;
  json_t *fonts = hs_pdf_record_hash_fonts (self->pdf, &self->limit, &error);

  if (fonts == NULL || !json_equal (fonts, json_object_get (self->record, "fonts")))
    hs_verifier_add (self, HS_VERIFY_BAD, "fonts", "%s",
                     _ ("The letters in the file are not the letters with which it was made."));
  json_decref (fonts);
}

/* The agreement's JSON: its hash in the record, its content, and what it is compared with. */
static void
check_attachment (HsVerifier *self)
{
  gsize size;
  json_t *recorded =
      json_object_get (json_object_get (self->record, "attachments"), HS_CONTRACT_ATTACHMENT);
  qpdf_oh stream = hs_qpdf_find_attachment (self->pdf, HS_CONTRACT_ATTACHMENT);
  g_autoptr (GBytes) bytes =
      stream != 0 ? hs_qpdf_stream (self->pdf, stream, &self->limit, NULL) : NULL;

  if (bytes == NULL)
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "attachment", "%s",
                       _ ("The content that belongs to this file is missing."));
      return;
    }
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (hash, json_string_value (recorded)) != 0
      || g_strcmp0 (hash, hs_verifier_record_text (self, "content_hash")) != 0)
    hs_verifier_add (self, HS_VERIFY_BAD, "attachment", "%s",
                     _ ("The content that is attached to this file was changed."));
  else
    hs_verifier_add (self, HS_VERIFY_GOOD, "attachment", "%s",
                     _ ("The content fits the hash in the file."));
  json_t *content = hs_verifier_load_json (text, size);
  if (content != NULL)
    hs_verifier_check_content (self, content);
  else
    hs_verifier_add (self, HS_VERIFY_BAD, "content", "%s",
                     _ ("The content in this file is not an agreement."));
  json_decref (content);
}

static void
check_other_attachments (HsVerifier *self)
{
  g_autoptr (GPtrArray) names = hs_qpdf_list_attachments (self->pdf);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      if (strcmp (name, HS_CONTRACT_ATTACHMENT) != 0 && strcmp (name, HS_RECORD_ATTACHMENT) != 0)
        hs_verifier_add (self, HS_VERIFY_BAD, "attachment-added",
                         _ ("An attachment was added: %s."), name);
    }
}

/* ---- whole ---- */

static void
give_up (HsVerifier *self, const char *why)
{
  self->result->verdict = HS_VERDICT_NOT_OURS;
  hs_verifier_add (self, HS_VERIFY_BAD, "not-ours", _ ("This PDF was not made by Handslag%s%s."),
                   why != NULL ? ": " : "", why != NULL ? why : "");
}

static void
check_parts (HsVerifier *self)
{
  self->result->sheet = g_strdup (hs_verifier_record_text (self, "sheet"));
  self->result->made = g_strdup (hs_verifier_record_text (self, "made"));
  if (record_number (self, "_handslag_record") > HS_RECORD_VERSION)
    hs_verifier_add (self, HS_VERIFY_BAD, "version", "%s",
                     _ ("This file was made by a newer version of Handslag."));
  check_pages (self);
  check_fonts (self);
  check_attachment (self);
  check_other_attachments (self);
  hs_verifier_check_people (self);
}

void
hs_verifier_check_pdf (HsVerifier *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  const guint8 *at;

  if (self->size > HS_QPDF_FILE_MAX)
    {
      give_up (self, NULL);
      return;
    }
  at = find_record (self);
  self->record = at != NULL ? parse_record (self, at) : NULL;
  if (self->record != NULL)
    check_bytes (self, at);
  else if (at != NULL)
    hs_verifier_add (self, HS_VERIFY_BAD, "record", "%s",
                     _ ("The record with which this file is checked was changed or moved."));
  self->pdf = hs_qpdf_open (bytes, &error);
  if (self->pdf == NULL && at == NULL)
    {
      give_up (self, error->message);
      return;
    }
  if (self->pdf == NULL)
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "damaged", "%s",
                       _ ("The file is damaged and cannot be read as PDF."));
      return;
    }
  if (self->record == NULL)
    read_attached_record (self);
  if (self->record == NULL && at == NULL)
    give_up (self, NULL);
  else if (self->record != NULL)
    check_parts (self);
}
