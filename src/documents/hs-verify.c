/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check as a whole: which kind of file, its content, and the verdict. */

#include "hs-verify-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hs-contract.h"
#include "hs-error.h"

static void
finding_free (HsVerifyFinding *finding)
{
  g_free (finding->code);
  g_free (finding->text);
  g_free (finding);
}

static void
signer_free (HsVerifySigner *signer)
{
  g_free (signer->role);
  g_free (signer->name);
  g_free (signer->date);
  g_free (signer->known);
  g_free (signer);
}

static HsVerifyResult *
result_new (void)
{
  HsVerifyResult *result = g_new0 (HsVerifyResult, 1);

  result->signers = g_ptr_array_new_with_free_func ((GDestroyNotify) signer_free);
  result->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  return result;
}

void
hs_verify_result_free (HsVerifyResult *result)
{
  if (result == NULL)
    return;
  g_free (result->content_hash);
  g_free (result->number);
  g_free (result->sheet);
  g_free (result->made);
  g_free (result->maker);
  g_free (result->maker_name);
  g_ptr_array_unref (result->signers);
  g_ptr_array_unref (result->findings);
  g_free (result);
}

void
hs_verifier_add (HsVerifier *self, HsVerifyLevel level, const char *code, const char *format, ...)
{
  HsVerifyFinding *finding = g_new0 (HsVerifyFinding, 1);
  va_list args;

  va_start (args, format);
  finding->text = g_strdup_vprintf (format, args);
  va_end (args);
  finding->level = level;
  finding->code = g_strdup (code);
  g_ptr_array_add (self->result->findings, finding);
}

const char *
hs_verifier_record_text (HsVerifier *self, const char *key)
{
  return json_string_value (json_object_get (self->record, key));
}

/* Jansson has a limit of 2,048 levels of its own; JSON_REJECT_DUPLICATES because two members of one
 * name are two readings of one file. */
json_t *
hs_verifier_load_json (const char *data, gsize size)
{
  json_error_t where;
  json_t *json = size > 0 ? json_loadb (data, size, JSON_REJECT_DUPLICATES, &where) : NULL;

  if (json == NULL || json_is_object (json))
    return json;
  json_decref (json);
  return NULL;
}

/* ---- content ---- */

static gboolean
is_agreement (json_t *content)
{
  const char *kind = json_string_value (json_object_get (content, "kind"));

  return g_strcmp0 (kind, "agreement") == 0
         && json_is_integer (json_object_get (content, "description"));
}

void
hs_verifier_check_content (HsVerifier *self, json_t *content)
{
  const char *expected = self->options->expected_hash;
  g_autofree char *text = hs_contract_canonical_text (content);

  if (text == NULL || !is_agreement (content))
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "content", "%s",
                       _ ("The content in this file is not an agreement."));
      return;
    }
  self->result->content_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  self->result->number = g_strdup (json_string_value (json_object_get (content, "number")));
  if (expected == NULL && self->options->expected == NULL)
    return;
  g_autofree char *own = NULL;
  if (expected == NULL)
    {
      g_autofree char *wanted = hs_contract_canonical_text (self->options->expected);
      expected = own = g_compute_checksum_for_string (G_CHECKSUM_SHA256, wanted, -1);
    }
  if (strcmp (expected, self->result->content_hash) == 0)
    {
      hs_verifier_add (self, HS_VERIFY_GOOD, "expected", "%s",
                       _ ("The content is the same as in this database."));
      return;
    }
  hs_verifier_add (self, HS_VERIFY_BAD, "expected", "%s",
                   _ ("The content is not the same as in this database."));
  if (self->options->expected != NULL)
    hs_verifier_compare (self, self->options->expected, content);
}

static void
check_json (HsVerifier *self)
{
  json_t *content = hs_verifier_load_json ((const char *) self->data, self->size);

  if (content == NULL || !is_agreement (content))
    {
      hs_verifier_add (self, HS_VERIFY_BAD, "not-ours", "%s",
                       _ ("This is not a PDF or JSON file of Handslag."));
      self->result->verdict = HS_VERDICT_NOT_OURS;
      json_decref (content);
      return;
    }
  hs_verifier_check_content (self, content);
  if (self->options->expected_hash == NULL && self->options->expected == NULL)
    {
      hs_verifier_add (self, HS_VERIFY_NOTE, "nothing-to-compare", "%s",
                       _ ("There is nothing to compare with: compare the hash with the one on the "
                          "signed agreement."));
      self->result->verdict = HS_VERDICT_UNKNOWN;
    }
  g_autofree char *text = hs_contract_canonical_text (content);
  gsize length = strlen (text);
  gsize size = self->size > 0 && self->data[self->size - 1] == '\n' ? self->size - 1 : self->size;
  if (size != length || memcmp (text, self->data, length) != 0)
    hs_verifier_add (self, HS_VERIFY_NOTE, "layout", "%s",
                     _ ("The file is laid out in another way; the hash is that of its content."));
  json_decref (content);
}

/* ---- whole ---- */

static void
settle (HsVerifier *self)
{
  if (self->result->verdict == HS_VERDICT_NOT_OURS)
    return;
  for (guint i = 0; i < self->result->findings->len; i++)
    {
      HsVerifyFinding *finding = g_ptr_array_index (self->result->findings, i);
      if (finding->level == HS_VERIFY_BAD)
        self->result->verdict = HS_VERDICT_DIFFERS;
    }
}

HsVerifyResult *
hs_verify_bytes (GBytes *bytes, const HsVerifyOptions *options)
{
  static const HsVerifyOptions none = { 0 };
  HsVerifier self = { .options = options != NULL ? options : &none,
                      .result = result_new (),
                      .limit = HS_QPDF_UNPACKED_MAX };

  g_return_val_if_fail (bytes != NULL, NULL);
  self.data = g_bytes_get_data (bytes, &self.size);
  if (self.size >= 5 && memcmp (self.data, "%PDF-", 5) == 0)
    {
      self.result->is_pdf = TRUE;
      hs_verifier_check_pdf (&self, bytes);
    }
  else if (self.size > HS_QPDF_FILE_MAX)
    {
      hs_verifier_add (&self, HS_VERIFY_BAD, "not-ours", "%s",
                       _ ("This file is too big to be an agreement."));
      self.result->verdict = HS_VERDICT_NOT_OURS;
    }
  else
    check_json (&self);
  settle (&self);
  json_decref (self.record);
  hs_qpdf_free (self.pdf);
  return self.result;
}

/* Reads one byte more than is allowed at most, so that a file without end does no harm. */
static GBytes *
read_file (const char *path, GError **error)
{
  int handle = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 buffer[65536];
  gssize got = 0;

  while (handle >= 0 && out->len <= HS_QPDF_FILE_MAX
         && (got = read (handle, buffer, sizeof buffer)) > 0)
    g_byte_array_append (out, buffer, (guint) got);
  int code = handle < 0 || got < 0 ? errno : 0;
  if (handle >= 0)
    close (handle);
  if (code == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  g_set_error (error, HS_ERROR, code == ENOENT ? HS_ERROR_NOT_FOUND : HS_ERROR_IO,
               _ ("cannot read %s: %s"), path, g_strerror (code));
  return NULL;
}

HsVerifyResult *
hs_verify_file (const char *path, const HsVerifyOptions *options, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (GBytes) bytes = read_file (path, error);
  return bytes != NULL ? hs_verify_bytes (bytes, options) : NULL;
}

json_t *
hs_verify_read_content (GBytes *bytes)
{
  gsize size, limit = HS_QPDF_UNPACKED_MAX;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < 5 || memcmp (data, "%PDF-", 5) != 0)
    return size <= HS_QPDF_FILE_MAX ? hs_verifier_load_json (data, size) : NULL;
  g_autoptr (HsQpdf) pdf = hs_qpdf_open (bytes, NULL);
  qpdf_oh stream = pdf != NULL ? hs_qpdf_find_attachment (pdf, HS_CONTRACT_ATTACHMENT) : 0;
  g_autoptr (GBytes) text = stream != 0 ? hs_qpdf_stream (pdf, stream, &limit, NULL) : NULL;
  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  return hs_verifier_load_json (data, size);
}

char *
hs_verify_result_get_sentence (const HsVerifyResult *result)
{
  switch (result->verdict)
    {
    case HS_VERDICT_OK:
      return g_strdup (_ ("This file is right: nothing in it was changed."));
    case HS_VERDICT_DIFFERS:
      return g_strdup (_ ("This file is not right: something in it differs."));
    case HS_VERDICT_UNKNOWN:
      return g_strdup (_ ("This is the content of an agreement. Whether it was changed cannot be "
                          "seen from this file alone."));
    case HS_VERDICT_NOT_OURS:
    default:
      return g_strdup (_ ("This file was not made by Handslag, or it is damaged."));
    }
}
