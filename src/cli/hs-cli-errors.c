/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in the words of the user; and files, whose errors need those words most. */

#include "hs-cli-errors.h"
#include "hs-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (hs - cli - error - quark, hs_cli_error)

/* One row for each HsError: @hint is what to do, added when the message is not ours already. */
static const struct
{
  const char *code;
  HsCliStatus status;
  const char *hint;
} kinds_of_error[] = {
  [HS_ERROR_NOT_FOUND] = { "not-found", HS_CLI_COULD_NOT, NULL },
  [HS_ERROR_INVALID] = { "invalid", HS_CLI_WRONG_USE, NULL },
  [HS_ERROR_REFUSED] = { "refused", HS_CLI_FINDING, NULL },
  [HS_ERROR_STALE] = { "stale", HS_CLI_FINDING,
                       N_ ("look at it again with 'handslag-cli show' and try once more") },
  [HS_ERROR_BUSY] = { "busy", HS_CLI_COULD_NOT,
                      N_ ("close the other program or wait a moment, and try once more") },
  [HS_ERROR_READ_ONLY] = { "read-only", HS_CLI_COULD_NOT,
                           N_ ("choose a file in a folder that you may write in") },
  [HS_ERROR_FULL] = { "full", HS_CLI_COULD_NOT,
                      N_ ("make room on the disk; nothing was saved by half") },
  [HS_ERROR_CORRUPT] = { "corrupt", HS_CLI_COULD_NOT, NULL },
  [HS_ERROR_FORMAT] = { "format", HS_CLI_COULD_NOT, NULL },
  [HS_ERROR_VERSION] = { "version", HS_CLI_COULD_NOT, N_ ("bring Handslag up to date") },
  [HS_ERROR_IO] = { "io", HS_CLI_COULD_NOT, NULL },
  [HS_ERROR_CRYPTO] = { "crypto", HS_CLI_FINDING, NULL },
  [HS_ERROR_PLACE] = { "place", HS_CLI_COULD_NOT,
                       N_ ("copy it to this machine with 'handslag-cli take-over FILE --db NEW'") },
};

static gboolean
is_ours (const GError *error)
{
  return error->domain == HS_ERROR && error->code >= 0
         && error->code < (int) G_N_ELEMENTS (kinds_of_error);
}

HsCliStatus
hs_cli_error_status (const GError *error)
{
  if (error->domain == HS_CLI_ERROR)
    return HS_CLI_WRONG_USE;
  return is_ours (error) ? kinds_of_error[error->code].status : HS_CLI_COULD_NOT;
}

const char *
hs_cli_error_code (const GError *error)
{
  if (error->domain == HS_CLI_ERROR)
    return "usage";
  return is_ours (error) ? kinds_of_error[error->code].code : "io";
}

char *
hs_cli_error_sentence (const GError *error)
{
  const char *hint = is_ours (error) ? kinds_of_error[error->code].hint : NULL;
  g_autoptr (GString) sentence = g_string_new (NULL);
  const char *text = error->message;

  if (g_utf8_validate (text, -1, NULL) && *text != '\0')
    {
      g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (text)));
      text = g_utf8_next_char (text);
    }
  g_string_append (sentence, text);
  if (hint != NULL)
    g_string_append_printf (sentence, "; %s", _ (hint));
  if (sentence->len > 0 && strchr (".?!", sentence->str[sentence->len - 1]) == NULL)
    g_string_append_c (sentence, '.');
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

HsCliStatus
hs_cli_wrong_use (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, HS_CLI_ERROR, HS_CLI_ERROR_USAGE, g_strchomp (text));
  return HS_CLI_WRONG_USE;
}

/* ---- files ---- */

/* @number is an errno, @path what it happened to. */
static gboolean
file_error (GError **error, int number, const char *path)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                   _ ("there is no file or folder '%s'; check the name"), path);
      break;
    case EISDIR:
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("'%s' is a folder; give the name of a file"),
                   path);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY, _ ("you have no rights on '%s'"), path);
      break;
    case EROFS:
      g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY, _ ("'%s' cannot be written"), path);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, HS_ERROR, HS_ERROR_FULL, _ ("the disk has no room for '%s'"), path);
      break;
    case ENAMETOOLONG:
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("the file name '%.60s…' is too long"), path);
      break;
    default:
      g_set_error (error, HS_ERROR, HS_ERROR_IO, _ ("reading or writing '%s' failed (%s)"), path,
                   g_strerror (number));
    }
  return FALSE;
}

static gboolean
read_all (int handle, const char *path, gsize most, GByteArray *bytes, GError **error)
{
  guint8 block[65536];
  gssize n;

  while ((n = read (handle, block, sizeof block)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return file_error (error, errno, path);
      if (bytes->len + (gsize) n > most)
        {
          g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
                       _ ("'%s' is larger than %d MB, which is too much"), path,
                       (int) (most >> 20));
          return FALSE;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }
  return TRUE;
}

gboolean
hs_cli_read_file (const char *path, gsize most, char **data, gsize *length, GError **error)
{
  gboolean standard = strcmp (path, "-") == 0;
  int handle = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean done;

  if (handle < 0)
    return file_error (error, errno, path);
  done = read_all (handle, path, most, bytes, error);
  if (!standard)
    close (handle);
  if (!done)
    return FALSE;
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  *data = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}

static gboolean
write_all (int handle, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (handle, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Into a file beside it that then takes its name, so that a reader never sees half of it. What is
 * no plain file (a device, a pipe) is written as it is. */
gboolean
hs_cli_write_file (const char *path, const char *data, gsize length, GError **error)
{
  gboolean standard = strcmp (path, "-") == 0;
  struct stat info;
  gboolean special = !standard && stat (path, &info) == 0 && !S_ISREG (info.st_mode);
  g_autofree char *beside =
      standard || special ? g_strdup (path) : g_strdup_printf ("%s.XXXXXX", path);
  int handle;

  if (special && S_ISDIR (info.st_mode))
    return file_error (error, EISDIR, path);
  if (standard)
    handle = STDOUT_FILENO;
  else if (special)
    handle = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  else
    handle = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  if (handle < 0)
    return file_error (error, errno, path);
  if (!write_all (handle, data, length) || (!standard && !special && fsync (handle) != 0))
    {
      int number = errno;

      if (!standard)
        close (handle);
      if (!standard && !special)
        g_unlink (beside);
      return file_error (error, number, path);
    }
  if (!standard)
    close (handle);
  if (!standard && !special && g_rename (beside, path) != 0)
    {
      int number = errno;

      g_unlink (beside);
      return file_error (error, number, path);
    }
  return TRUE;
}
