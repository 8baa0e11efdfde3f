/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a passphrase without showing it. */

#include "hs-cli-secret.h"
#include "hs-cli-errors.h"
#include "hs-error.h"
#include "hs-sign.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* The longest passphrase, in bytes. */
#define PASSPHRASE_MOST 4096

/* Up to the first line end. */
static HsSecretText *
first_line (char *data)
{
  data[strcspn (data, "\r\n")] = '\0';
  return data;
}

static HsSecretText *
read_terminal (const char *prompt)
{
  int terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  struct termios before, silent;
  char *line = NULL;
  gssize n = -1;

  if (terminal < 0)
    return NULL;
  dprintf (terminal, "%s: ", prompt);
  if (tcgetattr (terminal, &before) == 0)
    {
      silent = before;
      silent.c_lflag &= ~(tcflag_t) ECHO;
      line = g_malloc0 (PASSPHRASE_MOST + 1);
      tcsetattr (terminal, TCSAFLUSH, &silent);
      n = read (terminal, line, PASSPHRASE_MOST);
      tcsetattr (terminal, TCSAFLUSH, &before);
      dprintf (terminal, "\n");
    }
  close (terminal);
  if (n > 0)
    return first_line (line);
  g_free (line);
  return NULL;
}

HsSecretText *
hs_cli_passphrase (HsCli *self, const char *option, const char *prompt, GError **error)
{
  const char *path = hs_cli_option (self, option);
  HsSecretText *text = NULL;
  char *data;
  gsize length;

  if (path != NULL)
    {
      if (!hs_cli_read_file (path, PASSPHRASE_MOST, &data, &length, error))
        return NULL;
      text = first_line (data);
    }
  else
    text = read_terminal (prompt);
  if (text == NULL)
    hs_cli_wrong_use (error, _ ("there is no terminal to ask for a passphrase; give --%s"), option);
  return text;
}

char *
hs_cli_key_path (HsCli *self, GError **error)
{
  const char *path = hs_cli_option (self, "key");
  const HsActor *actor;

  if (path != NULL)
    return g_strdup (path);
  actor = hs_cli_need_actor (self, error);
  return actor == NULL ? NULL : hs_sign_key_path (actor->uid);
}

HsKey *
hs_cli_open_key (HsCli *self, char **used_path, GError **error)
{
  const HsActor *actor = hs_cli_need_actor (self, error);
  g_autofree char *path = actor == NULL ? NULL : hs_cli_key_path (self, error);
  g_autofree char *owner = NULL;
  g_autoptr (HsSecretText) passphrase = NULL;

  if (path == NULL)
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                   _ ("there is no key '%s' yet; make it with 'handslag-cli key new'"), path);
      return NULL;
    }
  if (!hs_key_peek_file (path, NULL, &owner, error))
    return NULL;
  if (strcmp (owner, actor->uid) != 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   _ ("the key in '%s' belongs to somebody else; nobody signs with another's key"),
                   path);
      return NULL;
    }
  passphrase = hs_cli_passphrase (self, "passphrase-file", _ ("Passphrase"), error);
  if (passphrase == NULL)
    return NULL;
  if (used_path != NULL)
    *used_path = g_strdup (path);
  return hs_key_open_file (path, passphrase, NULL, error);
}
