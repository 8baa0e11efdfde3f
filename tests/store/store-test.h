/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder of their own and a few records. */
#pragma once

#include "hs-query.h"
#include "hs-store.h"

#include <glib/gstdio.h>
#include <string.h>

/* A new folder, removed with everything in it by hs_test_folder_free. (transfer full) */
static inline char *
hs_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("handslag-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
hs_test_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* A new store "test.handslag" in @folder with a fixed clock and uids that follow from a seed. */
static inline HsStore *
hs_test_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.handslag", NULL);
  g_autoptr (GError) error = NULL;
  HsStore *store = hs_store_open (path, HS_STORE_CREATE, &error);

  g_assert_no_error (error);
  hs_store_set_clock (store, hs_clock_fixed (1801472400)); /* 2027-02-01T09:00:00Z */
  hs_store_seed_uids (store, 1);
  return store;
}

static inline void
hs_test_begin (HsStore *store)
{
  g_autoptr (GError) error = NULL;

  hs_store_begin (store, NULL, "test", &error);
  g_assert_no_error (error);
}

static inline void
hs_test_commit (HsStore *store)
{
  g_autoptr (GError) error = NULL;

  hs_store_commit (store, &error);
  g_assert_no_error (error);
}

/* Overwrites the cells of the first page of the records of organisation, in a file that nobody has
 * open. @page is its number. */
static inline void
hs_test_damage (const char *path, gint64 page)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >=, (gsize) page * 4096);
  memset (content + (page - 1) * 4096 + 8, 0x41, 4000);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

#define HS_TEST_PAGE "SELECT rootpage FROM sqlite_schema WHERE name = 'organisation'"

/* Saves inside the open transaction, or in one of its own. */
static inline void
hs_test_save (HsStore *store, HsRecord *record)
{
  g_autoptr (GError) error = NULL;
  gboolean own = !hs_store_in_transaction (store);

  if (own)
    hs_test_begin (store);
  hs_store_save (store, record, &error);
  g_assert_no_error (error);
  if (own)
    hs_test_commit (store);
}

/* (transfer full) */
static inline HsRecord *
hs_test_organisation (HsStore *store, const char *name, HsOrganisationKind kind)
{
  HsRecord *record = hs_record_new (HS_KIND_ORGANISATION);

  hs_record_set_text (record, HS_ORGANISATION_NAME, name);
  hs_record_set_int (record, HS_ORGANISATION_KIND, kind);
  hs_test_save (store, record);
  return record;
}

/* (transfer full) */
static inline HsRecord *
hs_test_student (HsStore *store, HsRecord *school, const char *number, const char *first,
                 const char *last)
{
  HsRecord *record = hs_record_new (HS_KIND_STUDENT);

  hs_record_set_int (record, HS_STUDENT_SCHOOL, hs_record_id (school));
  hs_record_set_text (record, HS_STUDENT_NUMBER, number);
  hs_record_set_text (record, HS_STUDENT_FIRST_NAME, first);
  hs_record_set_text (record, HS_STUDENT_LAST_NAME, last);
  hs_test_save (store, record);
  return record;
}
