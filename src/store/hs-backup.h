/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of the whole file, and putting one back. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

/**
 * hs_store_backup:
 * @path: where the copy goes; what is there is replaced when the copy is complete, not before
 *
 * Copies the file as it is at this moment, also while other programs write to it. The copy has mode
 * 0600 and is on the disk when this returns.
 *
 * Returns: FALSE with HS_ERROR_REFUSED when @path is the database itself, HS_ERROR_FULL, …
 */
gboolean hs_store_backup (HsStore *self, const char *path, GError **error);

/**
 * hs_store_restore:
 * @db_path: the file to replace; need not be there
 * @backup_path: a copy made by hs_store_backup, also by an older version
 *
 * Checks the copy first (format, version, integrity, references), brings it up to date, applies the
 * erasures of the file that is replaced again, makes it forget its device (a restored file is a new
 * device), and only then puts it in place in one step: until then, and whenever this fails, the
 * file is as it was. A file that is damaged is kept next to it as "NAME.damaged-MOMENT". Programs
 * that have the file open see the restored content.
 */
gboolean hs_store_restore (const char *db_path, const char *backup_path, GError **error);

G_END_DECLS
