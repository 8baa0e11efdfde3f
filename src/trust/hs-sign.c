/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose key it is, what is signed, and the sign-off of it. */

#include "hs-sign.h"

#include "hs-attachment.h"
#include "hs-error.h"
#include "hs-life.h"
#include "hs-query.h"
#include "hs-signature.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

char *
hs_sign_key_path (const char *uid)
{
  g_autofree char *name = g_strconcat (uid, ".hskey", NULL);

  return g_build_filename (g_get_user_data_dir (), "handslag", "keys", name, NULL);
}

static guint
owner_field (const HsActor *actor)
{
  switch (actor->kind)
    {
    case HS_KIND_STUDENT:
      return HS_KEY_STUDENT;
    case HS_KIND_GUARDIAN:
      return HS_KEY_GUARDIAN;
    default:
      return HS_KEY_PERSON;
    }
}

static HsRecord *
new_key_record (HsStore *store, const HsActor *actor, const HsPublicKey *public_key,
                const char *text, GError **error)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_KEY);
  g_autofree char *fingerprint = hs_public_key_get_fingerprint (public_key);

  hs_record_set_int (record, owner_field (actor), actor->id);
  hs_record_set_text (record, HS_KEY_PUBLIC_KEY, text);
  hs_record_set_text (record, HS_KEY_FINGERPRINT, fingerprint);
  hs_record_set_int (record, HS_KEY_MADE_ON, hs_clock_today (hs_store_clock (store)));
  return hs_store_save (store, record, error) ? g_steal_pointer (&record) : NULL;
}

HsRecord *
hs_sign_key_record (HsStore *store, const HsActor *actor, const HsPublicKey *public_key,
                    gboolean add, GError **error)
{
  g_autofree char *text = hs_public_key_to_text (public_key);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_KEY);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_text (query, HS_KEY_PUBLIC_KEY, HS_OP_EQUAL, text);
  found = hs_store_find (store, query, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0 && add)
    return new_key_record (store, actor, public_key, text, error);
  if (found->len == 0)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                         _ ("this key is not known in the file"));
  else if (hs_record_int (found->pdata[0], owner_field (actor)) != actor->id)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                         _ ("this key belongs to somebody else; nobody signs with another's key"));
  else if (hs_record_has (found->pdata[0], HS_KEY_REVOKED_ON))
    g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                         _ ("this key was revoked; make a new one"));
  else
    return hs_record_ref (found->pdata[0]);
  return NULL;
}

gboolean
hs_sign_with_key (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role, HsKey *key,
                  gboolean *agreed, GError **error)
{
  const HsPublicKey *public_key = hs_key_get_public (key);
  g_autoptr (HsRecord) record = hs_sign_key_record (store, actor, public_key, TRUE, error);
  g_autofree char *text = hs_public_key_to_text (public_key);
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *signature = NULL;
  gint64 now = hs_clock_now (hs_store_clock (store));
  HsStatement statement = { 0 };
  HsLifeSignature row = { 0 };
  char moment[32];

  if (record == NULL || !hs_life_to_sign (store, agreement, &sheet, &hash, error))
    return FALSE;
  statement.content_hash = hash;
  statement.sheet = sheet;
  statement.role = hs_choice_code (HS_CHOICES_SIGNER, role);
  statement.person = actor->uid;
  statement.signed_at = hs_moment_to_iso (now, moment);
  signature = hs_signature_make (key, &statement, error);
  if (signature == NULL || !hs_signature_verify (text, &statement, signature, error))
    return FALSE;
  row.signer = actor;
  row.role = role;
  row.method = HS_SIGN_METHOD_KEY;
  row.date = hs_moment_day (now);
  row.hash = hash;
  row.public_key = text;
  row.signature = signature;
  row.signed_at = now;
  return hs_life_sign (store, actor, agreement, &row, agreed, error);
}

/* ---- what is attached ---- */

/* By what a file starts with: a scan is a PDF or a picture. NULL for anything else. */
static const char *
media_type_of (const char *data, gsize length)
{
  static const struct
  {
    const char *start;
    gsize length;
    const char *type;
  } types[] = {
    { "%PDF-", 5, "application/pdf" },   { "\x89PNG\r\n", 6, "image/png" },
    { "\xff\xd8\xff", 3, "image/jpeg" }, { "II*\0", 4, "image/tiff" },
    { "MM\0*", 4, "image/tiff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (length >= types[i].length && memcmp (data, types[i].start, types[i].length) == 0)
      return types[i].type;
  return NULL;
}

/* The whole file, or one byte more than is allowed of a longer one. (transfer full) */
static GBytes *
read_file (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  FILE *stream = g_fopen (path, "rb");
  gboolean good;
  gsize length = 0;

  errno = stream == NULL ? errno : 0;
  if (stream != NULL)
    {
      data = g_malloc (HS_ATTACHMENT_MOST + 1);
      length = fread (data, 1, HS_ATTACHMENT_MOST + 1, stream);
    }
  good = stream != NULL && ferror (stream) == 0;
  if (!good)
    g_set_error (error, HS_ERROR, errno == ENOENT ? HS_ERROR_NOT_FOUND : HS_ERROR_IO,
                 _ ("cannot read '%s': %s"), path, g_strerror (errno));
  if (stream != NULL)
    fclose (stream);
  return good ? g_bytes_new (data, length) : NULL;
}

char *
hs_sign_attach (HsStore *store, gint64 agreement, HsSignMethod method, const char *path,
                GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = read_file (path, error);
  const char *type, *data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  type = data != NULL ? media_type_of (data, length) : NULL;
  if (type == NULL || (method == HS_SIGN_METHOD_ELSEWHERE && strcmp (type, "application/pdf") != 0))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FORMAT,
                   method == HS_SIGN_METHOD_ELSEWHERE
                       ? _ ("'%s' is no PDF file")
                       : _ ("'%s' is no PDF and no picture (PNG, JPEG or TIFF)"),
                   path);
      return NULL;
    }
  return hs_store_attach (store, agreement, name, type, bytes, error);
}
