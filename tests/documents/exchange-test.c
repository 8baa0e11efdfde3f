/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-test.h"

#include "hs-query.h"

#include <glib/gstdio.h>
#include <string.h>

gint64
exchange_save (HsStore *store, HsRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_store_begin (store, NULL, "test", &error));
  g_assert_true (hs_store_save (store, record, &error));
  g_assert_true (hs_store_commit (store, &error));
  g_assert_no_error (error);
  return hs_record_id (record);
}

static gint64
save_organisation (HsStore *store, const char *name, const char *kind, guint field,
                   const char *number)
{
  g_autoptr (HsRecord) record = hs_record_new (HS_KIND_ORGANISATION);

  hs_record_set_text (record, HS_ORGANISATION_NAME, name);
  hs_record_set_code (record, HS_ORGANISATION_KIND, kind);
  hs_record_set_text (record, field, number);
  return exchange_save (store, record);
}

static void
add_region (ExchangeFixture *self)
{
  g_autoptr (HsRecord) location = hs_record_new (HS_KIND_LOCATION);
  g_autoptr (HsRecord) programme = hs_record_new (HS_KIND_PROGRAMME);

  self->school =
      save_organisation (self->store, "Rivierland College", "school", HS_ORGANISATION_BRIN, "25XY");
  save_organisation (self->store, "Heuvelrug College", "school", HS_ORGANISATION_BRIN, "26XY");
  self->host = save_organisation (self->store, "Zonnehof", "host", HS_ORGANISATION_KVK, "12345678");
  hs_record_set_int (location, HS_LOCATION_ORGANISATION, self->host);
  hs_record_set_text (location, HS_LOCATION_NAME, "De Linde");
  exchange_save (self->store, location);
  hs_record_set_text (programme, HS_PROGRAMME_CREBO, "25655");
  hs_record_set_text (programme, HS_PROGRAMME_NAME, "Mbo-Verpleegkundige");
  hs_record_set_code (programme, HS_PROGRAMME_LEVEL, "4");
  exchange_save (self->store, programme);
}

HsStore *
exchange_other_store (ExchangeFixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  HsStore *store = hs_store_open (path, HS_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

void
exchange_set_up (ExchangeFixture *self, gboolean region)
{
  self->folder = g_dir_make_tmp ("handslag-exchange-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->store = exchange_other_store (self, "store.handslag");
  if (region)
    add_region (self);
}

void
exchange_tear_down (ExchangeFixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  hs_store_close (self->store);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

char *
exchange_file (ExchangeFixture *self, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (self->folder, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

gint64
exchange_count (HsStore *store, HsKindId kind)
{
  g_autoptr (HsQuery) query = hs_query_new (kind);

  return hs_store_count (store, query, NULL);
}

char *
exchange_problems (const HsImportResult *result)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gsize skip = strlen (result->file);

  for (guint i = 0; i < result->problems->len; i++)
    {
      g_autofree char *text =
          hs_import_problem_text (result, g_ptr_array_index (result->problems, i));

      g_string_append_printf (all, "%s\n", text + skip);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}
