/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key file: a small JSON object. Its seed is sealed with XChaCha20-Poly1305 under a key that
 * Argon2id makes out of the passphrase; everything else in the file is bound to it as additional
 * data, so that no field can be changed without the file failing to open.
 *
 *   {"handslag_key":1,"owner":UID,"public":TEXT,"operations":N,"memory":N,
 *    "salt":BASE64,"nonce":BASE64,"sealed":BASE64}
 */

#include "hs-key-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hs-error.h"

#define FILE_VERSION 1
#define FILE_SIZE_MAX 16384
#define SEALED_SIZE (HS_KEY_SEED_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

/* An untrusted file must not be able to ask for all memory, or for hours. */
#define MEMORY_MAX (G_GUINT64_CONSTANT (1) << 30)
#define WORK_MAX (G_GUINT64_CONSTANT (4) << 30)

typedef struct
{
  char *owner;
  char *public_text;
  HsPublicKey public_key;
  HsKeyCost cost;
  guint8 salt[crypto_pwhash_argon2id_SALTBYTES];
  guint8 nonce[NONCE_SIZE];
  guint8 sealed[SEALED_SIZE];
} KeyFile;

static void
key_file_clear (KeyFile *file)
{
  g_clear_pointer (&file->owner, g_free);
  g_clear_pointer (&file->public_text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeyFile, key_file_clear)

static gboolean
cost_is_sane (const HsKeyCost *cost)
{
  return cost->operations >= crypto_pwhash_argon2id_OPSLIMIT_MIN
         && cost->memory >= crypto_pwhash_argon2id_MEMLIMIT_MIN && cost->memory <= MEMORY_MAX
         && cost->operations <= WORK_MAX / cost->memory && cost->operations <= 1024;
}

static gboolean
fail_errno (int code, const char *path, GError **error)
{
  int kind = HS_ERROR_IO;

  if (code == ENOENT)
    kind = HS_ERROR_NOT_FOUND;
  else if (code == EACCES || code == EROFS || code == EPERM)
    kind = HS_ERROR_READ_ONLY;
  else if (code == ENOSPC || code == EDQUOT)
    kind = HS_ERROR_FULL;
  g_set_error (error, HS_ERROR, kind, _ ("the key file %s cannot be used: %s"), path,
               g_strerror (code));
  return FALSE;
}

static gboolean
fail_format (const char *path, const char *why, GError **error)
{
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("%s is not a key file: %s"), path, why);
  return FALSE;
}

/* ---- sealing ---- */

/* What the seal is bound to: every field that is not sealed. */
static char *
additional_data (const KeyFile *file)
{
  return g_strdup_printf (
      "nl.handslag.key-file.v%d\n%s\n%s\n%" G_GUINT64_FORMAT "\n%" G_GUINT64_FORMAT, FILE_VERSION,
      file->owner, file->public_text, file->cost.operations, file->cost.memory);
}

/* Argon2id over the passphrase in NFC, so that it does not matter on which keyboard an é was made.
 * @out: crypto_aead key in guarded memory. */
static gboolean
stretch (const KeyFile *file, const char *passphrase, guint8 *out, GError **error)
{
  char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);

  if (normal == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID, _ ("the passphrase is not text"));
      return FALSE;
    }
  int failed = crypto_pwhash_argon2id (
      out, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, normal, strlen (normal), file->salt,
      file->cost.operations, (size_t) file->cost.memory, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  sodium_memzero (normal, strlen (normal));
  g_free (normal);
  if (failed == 0)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_CRYPTO,
               _ ("there is not enough memory to open the key: it needs %u MB"),
               (guint) (file->cost.memory >> 20));
  return FALSE;
}

static gboolean
seal (KeyFile *file, HsKey *key, const char *passphrase, GError **error)
{
  guint8 seed[HS_KEY_SEED_SIZE];
  guint8 *wrap = sodium_malloc (crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  gboolean done = FALSE;

  randombytes_buf (file->salt, sizeof file->salt);
  randombytes_buf (file->nonce, sizeof file->nonce);
  if (wrap != NULL && stretch (file, passphrase, wrap, error))
    {
      g_autofree char *bound = additional_data (file);
      hs_key_copy_seed (key, seed);
      crypto_aead_xchacha20poly1305_ietf_encrypt (file->sealed, NULL, seed, sizeof seed,
                                                  (const guint8 *) bound, strlen (bound), NULL,
                                                  file->nonce, wrap);
      sodium_memzero (seed, sizeof seed);
      done = TRUE;
    }
  sodium_free (wrap);
  return done;
}

static HsKey *
unseal (const KeyFile *file, const char *passphrase, GError **error)
{
  guint8 seed[HS_KEY_SEED_SIZE];
  guint8 *wrap = sodium_malloc (crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  HsKey *key = NULL;

  if (wrap != NULL && stretch (file, passphrase, wrap, error))
    {
      g_autofree char *bound = additional_data (file);
      if (crypto_aead_xchacha20poly1305_ietf_decrypt (seed, NULL, NULL, file->sealed,
                                                      sizeof file->sealed, (const guint8 *) bound,
                                                      strlen (bound), file->nonce, wrap)
          == 0)
        key = hs_key_new_from_seed (seed, error);
      else
        g_set_error_literal (error, HS_ERROR, HS_ERROR_CRYPTO,
                             _ ("the passphrase is wrong, or the key file was changed"));
      sodium_memzero (seed, sizeof seed);
    }
  sodium_free (wrap);
  if (key != NULL && memcmp (hs_key_get_public (key), &file->public_key, sizeof (HsPublicKey)) != 0)
    {
      g_clear_pointer (&key, hs_key_free);
      g_set_error_literal (error, HS_ERROR, HS_ERROR_CRYPTO,
                           _ ("the key file was changed: its public key belongs to another key"));
    }
  return key;
}

/* ---- writing ---- */

static json_t *
base64_value (const guint8 *data, gsize size)
{
  g_autofree char *text = g_base64_encode (data, size);
  return json_string (text);
}

static char *
file_to_text (const KeyFile *file)
{
  json_t *root =
      json_pack ("{s:i, s:s, s:s, s:I, s:I, s:o, s:o, s:o}", "handslag_key", FILE_VERSION, "owner",
                 file->owner, "public", file->public_text, "operations",
                 (json_int_t) file->cost.operations, "memory", (json_int_t) file->cost.memory,
                 "salt", base64_value (file->salt, sizeof file->salt), "nonce",
                 base64_value (file->nonce, sizeof file->nonce), "sealed",
                 base64_value (file->sealed, sizeof file->sealed));
  char *dumped = json_dumps (root, JSON_INDENT (2));
  char *text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  json_decref (root);
  return text;
}

/* fsync of the folder, without which a power cut can undo the rename. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int handle = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (handle >= 0)
    {
      fsync (handle);
      close (handle);
    }
}

/* Writes @text to a new file beside @path. Returns its name (transfer full), or NULL. */
static char *
write_beside (const char *path, const char *text, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.XXXXXX", path);
  int handle = g_mkstemp_full (name, O_WRONLY | O_CLOEXEC, 0600);

  if (handle < 0)
    {
      fail_errno (errno, path, error);
      return NULL;
    }
  gsize left = strlen (text);
  int code = 0;
  while (left > 0 && code == 0)
    {
      gssize wrote = write (handle, text, left);
      if (wrote >= 0)
        {
          text += wrote;
          left -= (gsize) wrote;
        }
      else if (errno != EINTR)
        code = errno;
    }
  if (code == 0 && fsync (handle) != 0)
    code = errno;
  if (close (handle) != 0 && code == 0)
    code = errno;
  if (code == 0)
    return g_steal_pointer (&name);
  g_unlink (name);
  fail_errno (code, path, error);
  return NULL;
}

/* Puts the file in place in one step. @replace FALSE: link() refuses when there is one already. */
static gboolean
write_file (const KeyFile *file, const char *path, gboolean replace, GError **error)
{
  g_autofree char *text = file_to_text (file);
  g_autofree char *name = write_beside (path, text, error);

  if (name == NULL)
    return FALSE;
  int code = (replace ? g_rename (name, path) : link (name, path)) == 0 ? 0 : errno;
  if (!replace || code != 0)
    g_unlink (name);
  if (code == EEXIST)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED, _ ("there already is a key in %s"), path);
      return FALSE;
    }
  if (code != 0)
    return fail_errno (code, path, error);
  sync_folder (path);
  return TRUE;
}

static gboolean
check_new_file (const char *passphrase, const HsKeyCost *cost, GError **error)
{
  if (!g_utf8_validate (passphrase, -1, NULL)
      || g_utf8_strlen (passphrase, -1) < HS_KEY_PASSPHRASE_MIN)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                   _ ("the passphrase is too short: it needs %d characters at least"),
                   HS_KEY_PASSPHRASE_MIN);
      return FALSE;
    }
  if (cost_is_sane (cost))
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("the cost of the passphrase is out of bounds"));
  return FALSE;
}

static gboolean
seal_to_file (HsKey *key, const char *path, const char *owner, const char *passphrase,
              const HsKeyCost *cost, gboolean replace, GError **error)
{
  g_auto (KeyFile) file = { 0 };

  file.cost = cost != NULL ? *cost : hs_key_cost_default;
  if (!check_new_file (passphrase, &file.cost, error))
    return FALSE;
  file.owner = g_strdup (owner);
  file.public_key = *hs_key_get_public (key);
  file.public_text = hs_public_key_to_text (&file.public_key);
  return seal (&file, key, passphrase, error) && write_file (&file, path, replace, error);
}

gboolean
hs_key_create_file (HsKey *key, const char *path, const char *owner, const char *passphrase,
                    const HsKeyCost *cost, GError **error)
{
  g_return_val_if_fail (key != NULL && path != NULL && owner != NULL && passphrase != NULL, FALSE);

  return seal_to_file (key, path, owner, passphrase, cost, FALSE, error);
}

/* ---- reading ---- */

/* Reads at most FILE_SIZE_MAX bytes of a plain file; a file that others may read is made private
 * again where the file system can do that (its seed is sealed in any case). */
static GBytes *
read_small_file (const char *path, GError **error)
{
  int handle = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info;

  if (handle < 0)
    {
      fail_errno (errno, path, error);
      return NULL;
    }
  char *data = g_malloc (FILE_SIZE_MAX + 1);
  gssize size = -1;
  if (fstat (handle, &info) == 0 && S_ISREG (info.st_mode))
    size = read (handle, data, FILE_SIZE_MAX + 1);
  if (size >= 0 && (info.st_mode & 077) != 0 && fchmod (handle, 0600) != 0)
    g_debug ("%s stays readable for others", path);
  close (handle);
  if (size >= 0 && size <= FILE_SIZE_MAX)
    return g_bytes_new_take (data, (gsize) size);
  g_free (data);
  fail_format (path, _ ("it is too big or no plain file"), error);
  return NULL;
}

/* Decodes a base64 member of exactly @size bytes. */
static gboolean
read_base64 (json_t *root, const char *name, guint8 *out, gsize size)
{
  const char *text = json_string_value (json_object_get (root, name));
  gsize length = 0;

  return text != NULL
         && sodium_base642bin (out, size, text, strlen (text), NULL, &length, NULL,
                               sodium_base64_VARIANT_ORIGINAL)
                == 0
         && length == size;
}

static gboolean
read_members (json_t *root, const char *path, KeyFile *file, GError **error)
{
  const char *owner = json_string_value (json_object_get (root, "owner"));
  const char *public_text = json_string_value (json_object_get (root, "public"));
  json_t *version = json_object_get (root, "handslag_key");

  if (!json_is_integer (version) || json_integer_value (version) < 1)
    return fail_format (path, _ ("it has no version"), error);
  if (json_integer_value (version) > FILE_VERSION)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_VERSION,
                   _ ("the key file %s was made by a newer version of Handslag"), path);
      return FALSE;
    }
  if (owner == NULL || public_text == NULL
      || !read_base64 (root, "salt", file->salt, sizeof file->salt)
      || !read_base64 (root, "nonce", file->nonce, sizeof file->nonce)
      || !read_base64 (root, "sealed", file->sealed, sizeof file->sealed))
    return fail_format (path, _ ("a part is missing or damaged"), error);
  file->owner = g_strdup (owner);
  file->public_text = g_strdup (public_text);
  file->cost.operations = (guint64) json_integer_value (json_object_get (root, "operations"));
  file->cost.memory = (guint64) json_integer_value (json_object_get (root, "memory"));
  if (!cost_is_sane (&file->cost))
    return fail_format (path, _ ("it asks for more memory or time than is sane"), error);
  return hs_public_key_from_text (public_text, &file->public_key, error);
}

static gboolean
read_file (const char *path, KeyFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = read_small_file (path, error);
  json_error_t where;
  gsize size;

  if (bytes == NULL || !hs_sodium_init (error))
    return FALSE;
  const char *data = g_bytes_get_data (bytes, &size);
  json_t *root = size > 0 ? json_loadb (data, size, JSON_REJECT_DUPLICATES, &where) : NULL;
  if (root == NULL)
    return fail_format (path, _ ("it cannot be read as JSON"), error);
  gboolean done = read_members (root, path, file, error);
  json_decref (root);
  return done;
}

HsKey *
hs_key_open_file (const char *path, const char *passphrase, char **owner, GError **error)
{
  g_auto (KeyFile) file = { 0 };

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);
  if (!read_file (path, &file, error))
    return NULL;
  HsKey *key = unseal (&file, passphrase, error);
  if (key != NULL && owner != NULL)
    *owner = g_steal_pointer (&file.owner);
  return key;
}

gboolean
hs_key_change_passphrase (const char *path, const char *old_passphrase, const char *new_passphrase,
                          const HsKeyCost *cost, GError **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (new_passphrase != NULL, FALSE);
  g_autoptr (HsKey) key = hs_key_open_file (path, old_passphrase, &owner, error);
  return key != NULL && seal_to_file (key, path, owner, new_passphrase, cost, TRUE, error);
}

gboolean
hs_key_peek_file (const char *path, HsPublicKey *public_key, char **owner, GError **error)
{
  g_auto (KeyFile) file = { 0 };

  g_return_val_if_fail (path != NULL, FALSE);
  if (!read_file (path, &file, error))
    return FALSE;
  if (public_key != NULL)
    *public_key = file.public_key;
  if (owner != NULL)
    *owner = g_steal_pointer (&file.owner);
  return TRUE;
}
