/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What signing does. The passphrase work takes half a second by design and so is here, not on the
 * main loop. */

#include "hs-sign-job.h"

#include "hs-attachment.h"
#include "hs-key-job.h"
#include "hs-query.h"
#include "hs-signature.h"

#include <glib/gi18n.h>
#include <string.h>

void
hs_sign_job_free (HsSignJob *self)
{
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->key_path);
  g_free (self->witness);
  g_free (self->attachment);
  g_free (self);
}

static gboolean
sign_with_key (HsSignJob *self, HsStore *store, const HsActor *signer, gint64 agreement,
               HsLifeSignature *signature, const char *sheet, char **public_text,
               char **signed_text, GError **error)
{
  g_autoptr (HsKey) key = hs_key_job_open (self->key_path, self->passphrase, signer, error);
  char moment[32];
  HsStatement statement = { signature->hash, sheet, hs_choice_code (HS_CHOICES_SIGNER, self->role),
                            signer->uid, moment };

  if (key == NULL || !hs_key_job_remember (store, signer, hs_key_get_public (key), error))
    return FALSE;
  signature->signed_at = hs_clock_now (hs_store_clock (store));
  hs_moment_to_iso (signature->signed_at, moment);
  *signed_text = hs_signature_make (key, &statement, error);
  *public_text = hs_public_key_to_text (hs_key_get_public (key));
  signature->signature = *signed_text;
  signature->public_key = *public_text;
  return *signed_text != NULL;
}

static char *
attach (HsSignJob *self, HsStore *store, gint64 agreement, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->attachment);
  g_autofree char *type = g_content_type_guess (self->attachment, NULL, 0, NULL);
  g_autofree char *media = g_content_type_get_mime_type (type);
  g_autoptr (GBytes) bytes = NULL;
  char *data = NULL;
  gsize size = 0;

  if (!g_file_get_contents (self->attachment, &data, &size, error))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  return hs_store_attach (store, agreement, name,
                          media != NULL ? media : "application/octet-stream", bytes, error);
}

static HsActor *
find_signer (HsSignJob *self, HsStore *store, const HsActor *actor, GError **error)
{
  g_autofree char *uid = NULL;

  if (self->signer_id == 0)
    return actor == NULL ? NULL : hs_actor_copy (actor);
  uid = hs_store_uid (store, self->signer_kind, self->signer_id);
  return uid == NULL ? NULL : hs_store_actor (store, uid, error);
}

gboolean
hs_sign_job_write (HsStore *store, const HsActor *actor, gint64 agreement, gpointer job,
                   GError **error)
{
  HsSignJob *self = job;
  g_autoptr (HsActor) signer = find_signer (self, store, actor, error);
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *public_text = NULL;
  g_autofree char *signed_text = NULL;
  g_autofree char *attachment = NULL;
  HsLifeSignature signature = { 0 };

  if (signer == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("choose who signs"));
      return FALSE;
    }
  if (!hs_life_to_sign (store, agreement, &sheet, &hash, error))
    return FALSE;
  signature = (HsLifeSignature){ .signer = signer,
                                 .role = self->role,
                                 .method = self->method,
                                 .date = self->date,
                                 .hash = hash,
                                 .witness = self->witness };
  if (self->method == HS_SIGN_METHOD_KEY
      && !sign_with_key (self, store, signer, agreement, &signature, sheet, &public_text,
                         &signed_text, error))
    return FALSE;
  if (self->attachment != NULL)
    {
      attachment = attach (self, store, agreement, error);
      if (attachment == NULL)
        return FALSE;
      signature.attachment = attachment;
    }
  return hs_life_sign (store, actor, agreement, &signature, NULL, error);
}
