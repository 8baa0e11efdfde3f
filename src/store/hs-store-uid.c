/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for records: the prefix of the kind, '-' and 16 characters of lower-case base32 (RFC 4648,
 * no padding): 80 random bits, so that two machines that never met do not make the same one. */

#include "hs-store-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sys/random.h>

#define UID_BYTES 10
#define UID_CHARACTERS 16

/* splitmix64 (Steele, Lea and Flood, 2014): the same seed always gives the same row of numbers. */
static guint64
next_number (guint64 *state)
{
  guint64 z = (*state += 0x9E3779B97F4A7C15u);

  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static gboolean
fill (HsStore *self, guint8 bytes[UID_BYTES], GError **error)
{
  if (self->seeded)
    {
      guint64 low = next_number (&self->seed), high = next_number (&self->seed);

      for (guint i = 0; i < UID_BYTES; i++)
        bytes[i] = (guint8) (i < 8 ? low >> 8 * i : high >> 8 * (i - 8));
      return TRUE;
    }
  /* Not out of a buffer of our own: a forked process would give out the same names. */
  while (getrandom (bytes, UID_BYTES, 0) != UID_BYTES)
    if (errno != EINTR)
      {
        g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("the system gives no random numbers"));
        return FALSE;
      }
  return TRUE;
}

/* Five bits a character, first bits first. */
static char *
spell (const char *prefix, const guint8 bytes[UID_BYTES])
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  char text[UID_CHARACTERS + 1] = { 0 };

  for (guint i = 0; i < UID_CHARACTERS; i++)
    {
      guint bit = i * 5, byte = bit / 8;
      guint pair = (guint) bytes[byte] << 8 | (byte + 1 < UID_BYTES ? bytes[byte + 1] : 0);

      text[i] = alphabet[pair >> (11 - bit % 8) & 31];
    }
  return g_strconcat (prefix, "-", text, NULL);
}

/* Whether @uid is taken: only a seed can lead to the same names again. */
static gboolean
is_taken (HsStore *self, const HsKind *kind, const char *uid)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE uid = ?1", kind->name);
  sqlite3_stmt *statement = hs_store_take (self, sql, NULL);
  gboolean taken;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, uid, -1, SQLITE_TRANSIENT);
  taken = sqlite3_step (statement) == SQLITE_ROW;
  hs_store_give (self, statement);
  return taken;
}

char *
hs_store_new_uid (HsStore *self, const HsKind *kind, GError **error)
{
  guint8 bytes[UID_BYTES];
  char *uid;

  if (!fill (self, bytes, error))
    return NULL;
  uid = spell (kind->prefix, bytes);
  while (self->seeded && is_taken (self, kind, uid))
    {
      g_free (uid);
      fill (self, bytes, NULL);
      uid = spell (kind->prefix, bytes);
    }
  return uid;
}
