/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file lies, and whether a database can live there.
 *
 * SQLite's write-ahead log keeps its index in memory that all programs on one machine share: on a
 * network share two machines would each have their own, and damage the file (sqlite.org/wal.html,
 * "all processes must be on the same host"). A program that synchronises a folder copies the file
 * and its log apart and at different moments, and puts a second copy beside it when two people
 * worked. So neither place is used; hs_store_take_over() copies such a file to where it can be. */
#pragma once

#include "hs-store.h"

G_BEGIN_DECLS

typedef enum
{
  HS_FILE_PLACE_LOCAL,
  HS_FILE_PLACE_NETWORK,
  HS_FILE_PLACE_SYNCHRONISED,
} HsFilePlaceKind;

/**
 * HsFilePlace:
 * @kind: where it is
 * @what: the kind of share ("cifs") or the program that synchronises ("Nextcloud"), NULL when local
 * @root: the folder that is shared, NULL when local
 */
typedef struct
{
  HsFilePlaceKind kind;
  char *what;
  char *root;
} HsFilePlace;

/**
 * hs_file_place_find:
 * @path: of a file that need not be there yet
 * @mountinfo: (nullable): text as in /proc/self/mountinfo; NULL reads that of this process
 * @home: (nullable): the home folder, where sync clients keep their settings; NULL: of this user
 *
 * Follows symbolic links. What cannot be found out is local: better a file than none.
 *
 * Returns: (transfer full)
 */
HsFilePlace *hs_file_place_find (const char *path, const char *mountinfo, const char *home);
void hs_file_place_free (HsFilePlace *self);

/* FALSE with HS_ERROR_PLACE, and why, when @path is no place for a database. */
gboolean hs_file_place_check (const char *path, GError **error);

/**
 * hs_store_take_over:
 * @db_path: where the copy goes, on this machine; must not be there yet
 * @source: a file of the program: of a colleague, on a share, in a synchronised folder, a backup
 *
 * Copies @source with its log, checks it, brings it up to date, and makes it a file of this device
 * that nobody uses yet. @source stays as it is.
 *
 * Returns: FALSE with HS_ERROR_REFUSED when there is a file already, HS_ERROR_PLACE, or an error as
 *   of hs_store_restore(); then there is nothing at @db_path
 */
gboolean hs_store_take_over (const char *db_path, const char *source, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFilePlace, hs_file_place_free)

G_END_DECLS
