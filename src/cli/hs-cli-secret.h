/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and passphrases on the command line. A passphrase is never an argument: others see those. */
#pragma once

#include "hs-cli-output.h"
#include "hs-key.h"

G_BEGIN_DECLS

/* The passphrase from the first line of the file of @option ("-" is the standard input), else asked
 * for at the terminal with @prompt. Wrong use when there is neither. (transfer full) */
HsSecretText *hs_cli_passphrase (HsCli *self, const char *option, const char *prompt,
                                 GError **error);
/* The key file of --key, else that of who acts. (transfer full) */
char *hs_cli_key_path (HsCli *self, GError **error);
/* Opens that key, which has to be that of who acts. @path (out) (optional) (transfer full) */
HsKey *hs_cli_open_key (HsCli *self, char **path, GError **error);

G_END_DECLS
