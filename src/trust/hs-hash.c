/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fast hash, with libsodium. */

#include "hs-hash.h"

#include <sodium.h>
#include <stdlib.h>

struct _HsHash
{
  crypto_generichash_state *state; /* wants memory on a border of 64 bytes */
};

HsHash *
hs_hash_new (void)
{
  HsHash *self = g_new0 (HsHash, 1);

  self->state = g_aligned_alloc (1, sizeof *self->state, 64);
  crypto_generichash_init (self->state, NULL, 0, crypto_generichash_BYTES);
  return self;
}

void
hs_hash_free (HsHash *self)
{
  if (self == NULL)
    return;
  g_aligned_free (self->state);
  g_free (self);
}

void
hs_hash_add (HsHash *self, const void *data, gsize size)
{
  g_return_if_fail (self != NULL);
  crypto_generichash_update (self->state, data, size);
}

char *
hs_hash_end (HsHash *self)
{
  guint8 digest[crypto_generichash_BYTES];
  char *text = g_malloc (2 * sizeof digest + 1);

  g_return_val_if_fail (self != NULL, NULL);
  crypto_generichash_final (self->state, digest, sizeof digest);
  return sodium_bin2hex (text, 2 * sizeof digest + 1, digest, sizeof digest);
}
