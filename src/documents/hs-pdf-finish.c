/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completes a drawn file: language, what assistive technology wants to know of tables and figures,
 * the attachments (PDF 2.0, 7.11.4 and 14.13), and the record. */

#define _GNU_SOURCE /* memmem */

#include "hs-pdf-finish.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hs-error.h"
#include "hs-pdf-file.h"
#include "hs-pdf-record.h"

#define LANGUAGE_TAG "nl-NL"

/* ---- file ---- */

/* The objects of a drawn file. A cairo that packs its objects goes through qpdf first. */
static HsPdfFile *
open_file (GBytes *pages, HsQpdf *pdf, GError **error)
{
  HsPdfFile *file = hs_pdf_file_new (pages, NULL);

  if (file != NULL)
    return file;
  qpdf_init_write_memory (pdf);
  qpdf_set_object_stream_mode (pdf, qpdf_o_disable);
  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_write (pdf);
  if (!hs_qpdf_check (pdf, error))
    return NULL;
  g_autoptr (GBytes) plain = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  return hs_pdf_file_new (plain, error);
}

/* Language, and what assistive technology wants to know of tables and figures. */
static void
refine (HsPdfFile *file, const char *alternative)
{
  guint column = hs_pdf_file_add (file, "<< /O /Table /Scope /Column >>");
  g_autofree char *head = g_strdup_printf ("   /A %u 0 R", column);
  g_autofree char *string = hs_pdf_file_string (alternative != NULL ? alternative : "");
  g_autofree char *figure = g_strdup_printf ("   /Alt %s", string);

  hs_pdf_file_extend_structure (file, head, alternative != NULL ? figure : NULL);
  hs_pdf_file_extend_catalog (file, "/Lang (" LANGUAGE_TAG ")");
  hs_pdf_file_extend_catalog (file, "/ViewerPreferences << /DisplayDocTitle true >>");
}

/* "2026-11-22T14:05:00Z" → "D:20261122140500Z" (transfer full). */
static char *
pdf_date (const char *iso)
{
  GString *out = g_string_new ("D:");

  for (const char *c = iso; *c != '\0' && out->len < 16; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (out, *c);
  g_string_append_c (out, 'Z');
  return g_string_free (out, FALSE);
}

/* Adds a file specification for @data under @name; returns its number. */
static guint
attach (HsPdfFile *file, const char *name, const char *description, const char *relation,
        const char *data, gsize size, const char *now)
{
  g_autofree char *date = pdf_date (now);
  g_autofree char *text = hs_pdf_file_string (description);
  g_autofree char *dictionary =
      g_strdup_printf ("/Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size "
                       "%" G_GSIZE_FORMAT " /ModDate (%s) >>",
                       size, date);
  guint stream = hs_pdf_file_add_stream (file, dictionary, data, size);
  g_autofree char *spec = g_strdup_printf (
      "<< /Type /Filespec /F (%s) /UF (%s) /Desc %s /AFRelationship %s /EF << /F %u 0 R /UF %u 0 R "
      ">> >>",
      name, name, text, relation, stream, stream);
  return hs_pdf_file_add (file, spec);
}

/* Puts the two attachments into the name tree (sorted by name) and into /AF. */
static void
attach_both (HsPdfFile *file, const char *text, const char *record, gsize record_size,
             const char *now)
{
  guint source = attach (file, HS_CONTRACT_ATTACHMENT, _ ("The content of this agreement"),
                         "/Source", text, strlen (text), now);
  guint made = attach (file, HS_RECORD_ATTACHMENT, _ ("With this, Handslag checks this file"),
                       "/Data", record, record_size, now);
  g_autofree char *entries =
      g_strdup_printf ("/Names << /EmbeddedFiles << /Names [(" HS_RECORD_ATTACHMENT ") %u 0 R "
                       "(" HS_CONTRACT_ATTACHMENT ") %u 0 R] >> >>\n   /AF [%u 0 R %u 0 R]",
                       made, source, source, made);

  hs_pdf_file_extend_catalog (file, entries);
}

GBytes *
hs_pdf_finish_plain (GBytes *pages, GError **error)
{
  g_autoptr (HsQpdf) pdf = hs_qpdf_open (pages, error);
  g_autoptr (HsPdfFile) file = pdf != NULL ? open_file (pages, pdf, error) : NULL;

  if (file == NULL)
    return NULL;
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pages);
  refine (file, NULL);
  return g_byte_array_free_to_bytes (hs_pdf_file_write (file, hash));
}

/* ---- the record ---- */

/* Sets a member when there is a value. */
static void
set_text (json_t *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_set_new (object, key, json_string (value));
}

static json_t *
signoff_to_json (const HsPdfSignoff *signoff)
{
  json_t *row = json_object ();

  set_text (row, "role", signoff->role);
  set_text (row, "name", signoff->name);
  set_text (row, "organisation", signoff->organisation);
  set_text (row, "method", signoff->method);
  set_text (row, "date", signoff->date);
  set_text (row, "status", signoff->status);
  set_text (row, "reason", signoff->reason);
  set_text (row, "role_code", signoff->role_code);
  set_text (row, "person", signoff->person);
  set_text (row, "signed_at", signoff->signed_at);
  set_text (row, "public_key", signoff->public_key);
  set_text (row, "signature", signoff->signature);
  json_object_set_new (row, "valid", json_boolean (signoff->valid));
  return row;
}

/* Everything that is known before the file is written. */
static json_t *
begin_record (HsQpdf *pdf, const char *text, const char *hash, const HsContractOptions *options,
              GError **error)
{
  gsize limit = HS_QPDF_UNPACKED_MAX;
  g_autofree char *attached = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  json_t *record = json_pack ("{s:i, s:s, s:s, s:{s:s}, s:[]}", "_handslag_record",
                              HS_RECORD_VERSION, "content_hash", hash, "made", options->now,
                              "attachments", HS_CONTRACT_ATTACHMENT, attached, "signoffs");
  json_t *pages = hs_pdf_record_hash_pages (pdf, &limit, error);
  json_t *fonts = pages != NULL ? hs_pdf_record_hash_fonts (pdf, &limit, error) : NULL;

  if (fonts == NULL)
    {
      json_decref (pages);
      json_decref (record);
      return NULL;
    }
  json_object_set_new (record, "pages", pages);
  json_object_set_new (record, "fonts", fonts);
  set_text (record, "sheet", options->sheet);
  for (guint i = 0; i < options->n_signoffs; i++)
    json_array_append_new (json_object_get (record, "signoffs"),
                           signoff_to_json (&options->signoffs[i]));
  return record;
}

/* Sets what is known of the written file. */
static void
complete_record (json_t *record, gsize offset, gsize size, gsize length, const char *bytes)
{
  json_object_set_new (record, "offset", json_integer ((json_int_t) offset));
  json_object_set_new (record, "size", json_integer ((json_int_t) size));
  json_object_set_new (record, "length", json_integer ((json_int_t) length));
  json_object_set_new (record, "bytes", json_string (bytes));
}

/* How long the text of the record will be at most: the seal has texts of a fixed length. */
static gsize
record_size (json_t *record)
{
  static const char *const seal[] = { "digest", "maker", "signature" };
  g_autofree char *zeros = g_strnfill (64, '0');
  g_autofree char *longest = g_strnfill (100, '0');
  gsize most = HS_QPDF_FILE_MAX;
  json_t *copy = json_copy (record);

  complete_record (copy, most, most, most, zeros);
  for (guint i = 0; i < G_N_ELEMENTS (seal); i++)
    json_object_set_new (copy, seal[i], json_string (longest));
  g_autofree char *text = hs_contract_canonical_text (copy);
  json_decref (copy);
  return strlen (text) + 2;
}

/* Writes the file with a blank record, then fills the record in where it stands. */
static GBytes *
write_with_record (HsPdfFile *file, json_t *record, const char *text,
                   const HsContractOptions *options)
{
  gsize size = record_size (record);
  g_autofree char *blank = g_strnfill (size, ' ');

  memcpy (blank, HS_RECORD_START, strlen (HS_RECORD_START));
  attach_both (file, text, blank, size, options->now);
  g_autofree char *identity = g_strconcat (options->now, "\n", text, NULL);
  GByteArray *out = hs_pdf_file_write (file, identity);
  const guint8 *at = memmem (out->data, out->len, blank, size);
  g_assert (at != NULL); /* attachments are written unpacked */
  gsize offset = (gsize) (at - out->data);
  g_autofree char *bytes = hs_pdf_record_hash_bytes (out->data, out->len, offset, size);
  complete_record (record, offset, size, out->len, bytes);
  hs_pdf_record_seal (record, options->key);
  g_autofree char *filled = hs_pdf_record_to_text (record, size);
  g_assert (filled != NULL); /* record_size() is an upper bound */
  memcpy (out->data + offset, filled, size);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
hs_pdf_finish_contract (GBytes *pages, const char *text, const char *hash,
                        const HsContractOptions *options, GError **error)
{
  g_autoptr (HsQpdf) pdf = hs_qpdf_open (pages, error);
  json_t *record = pdf != NULL ? begin_record (pdf, text, hash, options, error) : NULL;
  g_autoptr (HsPdfFile) file = record != NULL ? open_file (pages, pdf, error) : NULL;
  GBytes *done = NULL;

  if (file != NULL)
    {
      refine (file, _ ("QR code of the content hash"));
      done = write_with_record (file, record, text, options);
    }
  json_decref (record);
  return done;
}
