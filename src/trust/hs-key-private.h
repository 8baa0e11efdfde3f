/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share about a key; nobody else includes it. */
#pragma once

#include "hs-key.h"

/* Makes libsodium ready; FALSE with HS_ERROR_CRYPTO. */
gboolean hs_sodium_init (GError **error);

/* Copies the seed (HS_KEY_SEED_SIZE bytes) to @seed, which the caller wipes. */
void hs_key_copy_seed (HsKey *key, guint8 *seed);
