/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the program. Messages are one line, lower case, without a full stop, and
 * say what could not be done, with what, and why; the layer that knows the user's words (cli, app)
 * makes the Dutch sentence around it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HS_ERROR (hs_error_quark ())

/**
 * HsError:
 * @HS_ERROR_NOT_FOUND: there is no such record, file or state
 * @HS_ERROR_INVALID: a value does not fit its field, or an argument is off
 * @HS_ERROR_REFUSED: a rule, a role or the state of the agreement forbids it
 * @HS_ERROR_STALE: somebody else changed it since it was read
 * @HS_ERROR_BUSY: another program holds the file
 * @HS_ERROR_READ_ONLY: the file or its folder cannot be written
 * @HS_ERROR_FULL: the disk is full
 * @HS_ERROR_CORRUPT: what is stored is damaged or was tampered with
 * @HS_ERROR_FORMAT: a file is not what it should be; the message names line and column
 * @HS_ERROR_VERSION: made by a newer version of the program
 * @HS_ERROR_IO: reading or writing failed for another reason
 * @HS_ERROR_CRYPTO: a passphrase, key or signature is wrong
 * @HS_ERROR_PLACE: the file lies where a database cannot live: a share or a synchronised folder
 */
typedef enum
{
  HS_ERROR_NOT_FOUND,
  HS_ERROR_INVALID,
  HS_ERROR_REFUSED,
  HS_ERROR_STALE,
  HS_ERROR_BUSY,
  HS_ERROR_READ_ONLY,
  HS_ERROR_FULL,
  HS_ERROR_CORRUPT,
  HS_ERROR_FORMAT,
  HS_ERROR_VERSION,
  HS_ERROR_IO,
  HS_ERROR_CRYPTO,
  HS_ERROR_PLACE,
} HsError;

GQuark hs_error_quark (void);

G_END_DECLS
