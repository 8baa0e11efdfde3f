/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What signing does. The passphrase work takes half a second by design and so is here, not on the
 * main loop. */

#include "hs-sign-job.h"

#include "hs-key-job.h"
#include "hs-sign.h"

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

static HsActor *
find_signer (HsSignJob *self, HsStore *store, const HsActor *actor, GError **error)
{
  g_autofree char *uid = NULL;

  if (self->signer_id == 0)
    return actor == NULL ? NULL : hs_actor_copy (actor);
  uid = hs_store_uid (store, self->signer_kind, self->signer_id);
  return uid == NULL ? NULL : hs_store_actor (store, uid, error);
}

static gboolean
sign_with_key (HsSignJob *self, HsStore *store, const HsActor *signer, gint64 agreement,
               GError **error)
{
  g_autoptr (HsKey) key = hs_key_job_open (self->key_path, self->passphrase, signer, error);

  return key != NULL && hs_sign_with_key (store, signer, agreement, self->role, key, NULL, error);
}

static gboolean
record_signature (HsSignJob *self, HsStore *store, const HsActor *actor, const HsActor *signer,
                  gint64 agreement, GError **error)
{
  g_autofree char *sheet = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *attachment = NULL;
  HsLifeSignature signature = { .signer = signer,
                                .role = self->role,
                                .method = self->method,
                                .date = self->date,
                                .witness = self->witness };

  if (!hs_life_to_sign (store, agreement, &sheet, &hash, error))
    return FALSE;
  attachment = hs_sign_attach (store, agreement, self->method, self->attachment, error);
  if (attachment == NULL)
    return FALSE;
  signature.hash = hash;
  signature.attachment = attachment;
  return hs_life_sign (store, actor, agreement, &signature, NULL, error);
}

gboolean
hs_sign_job_write (HsStore *store, const HsActor *actor, gint64 agreement, gpointer job,
                   GError **error)
{
  HsSignJob *self = job;
  g_autoptr (HsActor) signer = find_signer (self, store, actor, error);

  if (signer == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("choose who signs"));
      return FALSE;
    }
  return self->method == HS_SIGN_METHOD_KEY
             ? sign_with_key (self, store, signer, agreement, error)
             : record_signature (self, store, actor, signer, agreement, error);
}
