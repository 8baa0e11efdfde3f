/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing an agreement with a key: the statement, its signature and the row in the database. */
#pragma once

#include "hs-actor.h"
#include "hs-choices.h"
#include "hs-key.h"
#include "hs-store.h"

G_BEGIN_DECLS

/* Where the key file of the person, student or guardian @uid is on this machine. (transfer full) */
char *hs_sign_key_path (const char *uid);

/**
 * hs_sign_with_key:
 * @actor: who signs; nobody signs with another's key
 * @agreement: local id
 * @key: the key of @actor, whose public half stands in the database under their name
 * @agreed: (out) (optional): whether it was the last signature that was needed
 *
 * Inside a transaction: signs what is out for signature and adds the sign-off.
 *
 * Returns: FALSE with HS_ERROR_REFUSED (not allowed, not this person's key, key revoked), or an
 *   error of hs_life_sign
 */
gboolean hs_sign_with_key (HsStore *store, const HsActor *actor, gint64 agreement, HsSigner role,
                           HsKey *key, gboolean *agreed, GError **error);

/**
 * hs_sign_attach:
 * @path: the scan of what was signed on paper (PDF, PNG, JPEG or TIFF), or the PDF that was signed
 *   elsewhere
 *
 * Inside a transaction: keeps the file with the agreement.
 *
 * Returns: (transfer full): its SHA-256 for the sign-off; NULL with HS_ERROR_NOT_FOUND, HS_ERROR_IO
 *   (cannot be read), HS_ERROR_FORMAT (no such file) or HS_ERROR_INVALID (empty or too large)
 */
char *hs_sign_attach (HsStore *store, gint64 agreement, HsSignMethod method, const char *path,
                      GError **error);

/* The record of the key @public_key of @actor: with @add it is made when it is not there. NULL with
 * HS_ERROR_REFUSED when it was revoked or is another's, HS_ERROR_NOT_FOUND. (transfer full) */
HsRecord *hs_sign_key_record (HsStore *store, const HsActor *actor, const HsPublicKey *public_key,
                              gboolean add, GError **error);

G_END_DECLS
