/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BLAKE2b of 256 bits (RFC 7693), the same as "b2sum -l 256": a fifth of the time of GLib's
 * SHA-256, for hashing all parts of a file. What people sign and see stays SHA-256. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HsHash HsHash;

/* Returns: (transfer full): a hash of nothing yet. */
HsHash *hs_hash_new (void);
void hs_hash_free (HsHash *self);

/* Adds @size bytes. */
void hs_hash_add (HsHash *self, const void *data, gsize size);

/* Ends it. Returns: (transfer full): 64 lower-case hexadecimal digits. To be called once. */
char *hs_hash_end (HsHash *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsHash, hs_hash_free)

G_END_DECLS
