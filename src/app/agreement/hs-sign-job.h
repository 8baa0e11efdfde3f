/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What signing does, on the worker thread. */
#pragma once

#include "hs-dossier-editor.h"

G_BEGIN_DECLS

/**
 * HsSignJob:
 * @signer_kind, @signer_id: who signs; 0: the actor
 * @key_path, @passphrase: method key; a key file that is not there is made with it. Wiped when
 *   freed
 * @attachment: path of the scan or PDF, or NULL
 *
 * The other fields are those of HsLifeSignature.
 */
typedef struct
{
  HsSigner role;
  HsSignMethod method;
  HsKindId signer_kind;
  gint64 signer_id;
  char *key_path;
  char *passphrase;
  HsDay date;
  char *witness;
  char *attachment;
} HsSignJob;

void hs_sign_job_free (HsSignJob *self);
/* A HsLifeWrite. */
gboolean hs_sign_job_write (HsStore *store, const HsActor *actor, gint64 agreement, gpointer job,
                            GError **error);

G_END_DECLS
