/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of one person on one device: Ed25519 to sign with and X25519 to receive with. Both come
 * out of one secret seed of 32 bytes by crypto_kdf (BLAKE2b) under different numbers, so that one
 * recovery sheet brings both back and neither tells anything about the other. The secret half lives
 * in memory that libsodium locks, guards and wipes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sizes in bytes. */
#define HS_KEY_SEED_SIZE 32
#define HS_KEY_SIGNATURE_SIZE 64

/* The shortest passphrase that a key file is made with, in characters. */
#define HS_KEY_PASSPHRASE_MIN 8

/**
 * HsKeyCost:
 * @operations: passes of Argon2id over its memory
 * @memory: bytes of memory that it fills
 *
 * What it costs to try one passphrase (RFC 9106). Stored in the key file, so that it can be raised
 * later without losing old files.
 */
typedef struct
{
  guint64 operations;
  guint64 memory;
} HsKeyCost;

/* What new key files get: 256 MiB in 3 passes, about half a second (libsodium's MODERATE). */
extern const HsKeyCost hs_key_cost_default;
/* The least that libsodium allows; for tests, where the passphrase protects nothing. */
extern const HsKeyCost hs_key_cost_least;

/**
 * HsPublicKey:
 * @sign: Ed25519 public key: who signed
 * @receive: X25519 public key: for whom something is sealed
 *
 * The half that everybody may know.
 */
typedef struct
{
  guint8 sign[32];
  guint8 receive[32];
} HsPublicKey;

typedef struct _HsKey HsKey;

/* A text that holds a secret (a recovery sheet): freed with its memory wiped. */
typedef char HsSecretText;

/* Makes a new random key. Returns: (transfer full), NULL with HS_ERROR_CRYPTO when the machine
 * gives no randomness or no locked memory. */
HsKey *hs_key_new (GError **error);

/* Makes the key that belongs to a seed of HS_KEY_SEED_SIZE bytes; the caller wipes its copy.
 * Returns: (transfer full), NULL with HS_ERROR_CRYPTO when there is no locked memory. */
HsKey *hs_key_new_from_seed (const guint8 *seed, GError **error);

/* Wipes and frees @key (nullable). */
void hs_key_free (HsKey *key);

/* Returns: (transfer none): the public half, for as long as @key lives. */
const HsPublicKey *hs_key_get_public (HsKey *key);

/* Signs @size bytes of @data for one purpose. @context names the purpose ("nl.handslag.signoff.v1")
 * and is part of what is signed, with its closing NUL, so that a signature made for one purpose is
 * never valid for another. @signature receives HS_KEY_SIGNATURE_SIZE bytes (RFC 8032, pure). */
void hs_key_sign (HsKey *key, const char *context, const void *data, gsize size, guint8 *signature);

/* Whether @signature (HS_KEY_SIGNATURE_SIZE bytes) was made by hs_key_sign() with the same context
 * and data by the owner of @public_key. Keys of small order and malleable signatures are refused
 * (libsodium's strict check). */
gboolean hs_public_key_verify (const HsPublicKey *public_key, const char *context, const void *data,
                               gsize size, const guint8 *signature);

/* ---- key file (hs-key-file.c) ---- */

/* Makes a key file for @key at @path that does not exist yet: mode 0600, complete on disk or not
 * there at all. @owner is the uid of the person it belongs to. @cost NULL: the default.
 * Errors: HS_ERROR_INVALID (short passphrase, cost out of bounds), HS_ERROR_REFUSED (there is a
 * file already), HS_ERROR_READ_ONLY, HS_ERROR_FULL, HS_ERROR_IO, HS_ERROR_CRYPTO. */
gboolean hs_key_create_file (HsKey *key, const char *path, const char *owner,
                             const char *passphrase, const HsKeyCost *cost, GError **error);

/* Opens the key file at @path. @owner (out, optional, transfer full) receives whose it is.
 * A file asks for 1 GiB and 4 GiB × passes at most, else it is refused before any work is done.
 * Returns: (transfer full), NULL with HS_ERROR_NOT_FOUND, HS_ERROR_FORMAT (not a key file, or cost
 * out of bounds), HS_ERROR_VERSION, HS_ERROR_CRYPTO (wrong passphrase or changed file),
 * HS_ERROR_IO.
 */
HsKey *hs_key_open_file (const char *path, const char *passphrase, char **owner, GError **error);

/* Seals the key file at @path under another passphrase; the old file stays as it was when anything
 * goes wrong. Errors as for opening and creating. */
gboolean hs_key_change_passphrase (const char *path, const char *old_passphrase,
                                   const char *new_passphrase, const HsKeyCost *cost,
                                   GError **error);

/* Reads only the public half and the owner, which need no passphrase. Nothing proves them until the
 * file is opened. @owner (out, optional, transfer full). Errors as hs_key_open_file(). */
gboolean hs_key_peek_file (const char *path, HsPublicKey *public_key, char **owner, GError **error);

/* ---- texts (hs-key-text.c) ---- */

/* Returns: (transfer full): "hspk1-" and 91 characters with a checksum, to store in a record and
 * to send to others. */
char *hs_public_key_to_text (const HsPublicKey *public_key);

/* Reads what hs_public_key_to_text() wrote; white space around it is ignored. FALSE with
 * HS_ERROR_FORMAT when it is not such a text or its checksum does not fit. */
gboolean hs_public_key_from_text (const char *text, HsPublicKey *public_key, GError **error);

/* Returns: (transfer full): 20 digits in four groups ("48213 90112 55870 31274", 66 bits), which
 * two people compare by voice before they trust a key. */
char *hs_public_key_get_fingerprint (const HsPublicKey *public_key);

/* Returns: (transfer full): the seed as 14 groups of five characters with spaces between them. The
 * letters I, L, O and U are not used. The last character of each group checks the group and its
 * place; the last group checks the whole. Who has this text has the key. */
HsSecretText *hs_key_to_recovery_text (HsKey *key);

/* Reads a recovery text as a person typed it: any case, any white space or dashes, O for 0, I and L
 * for 1. FALSE with HS_ERROR_FORMAT that names the group (counted from 1) with the typing error.
 * Every single wrong character, two neighbours swapped in a group and two groups swapped are found.
 * Returns: (transfer full). */
HsKey *hs_key_new_from_recovery_text (const char *text, GError **error);

/* Wipes and frees @text (nullable). */
void hs_secret_text_free (HsSecretText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsKey, hs_key_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSecretText, hs_secret_text_free)

G_END_DECLS
