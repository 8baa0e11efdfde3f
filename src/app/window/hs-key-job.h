/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signing key of a person, on the worker thread: the passphrase work takes half a second by
 * design. */
#pragma once

#include "hs-context.h"
#include "hs-key.h"

G_BEGIN_DECLS

/**
 * hs_key_job_open:
 * @path: of the key file; one that is not there is made with @passphrase
 *
 * Returns: (transfer full): the key; NULL with HS_ERROR_CRYPTO for a wrong passphrase,
 *   HS_ERROR_REFUSED when the file belongs to somebody else
 */
HsKey *hs_key_job_open (const char *path, const char *passphrase, const HsActor *actor,
                        GError **error);

/* Opens or makes the key of the actor of @context and remembers it. @passphrase is copied, and the
 * copy wiped. */
void hs_key_job_async (HsContext *context, const char *passphrase, GAsyncReadyCallback callback,
                       gpointer user_data);
/* (transfer full) */
HsKey *hs_key_job_finish (HsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
