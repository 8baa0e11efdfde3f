/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the catalogue: JSON files, each a list of records of one kind whose values are in the
 * stable form of files. A reference is the name of an earlier record. */

#include "hs-defaults-private.h"

#include "hs-data-resources.h"
#include "hs-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <jansson.h>

#define FOLDER "/nl/handslag/Handslag/data/catalogue/"

/* In the order in which references need them. */
static const char *const files[] = { "frameworks.json", "technologies.json", "materials.json",
                                     "templates.json", "defaults.json" };

/* The place in @records, plus 1, of the record of @kind that is called @name; 0 for none. */
static gint64
find_named (GPtrArray *records, HsKindId kind, const char *name)
{
  for (guint i = 0; i < records->len; i++)
    {
      HsRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = NULL;

      if (hs_record_kind_id (record) != kind)
        continue;
      title = hs_record_title (record);
      if (g_strcmp0 (title, name) == 0)
        return (gint64) i + 1;
    }
  return 0;
}

static gboolean
bad (GError **error, const char *file, const char *member, const char *why)
{
  g_set_error (error, HS_ERROR, HS_ERROR_FORMAT, _ ("the catalogue file %s cannot be read: %s: %s"),
               file, member, why);
  return FALSE;
}

static gboolean
set_member (GPtrArray *records, HsRecord *record, const char *key, json_t *value, const char *file,
            GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  int field = hs_kind_find_field (kind, key);
  g_autoptr (GError) problem = NULL;

  if (field < 0 || !json_is_string (value))
    return bad (error, file, key, _ ("there is no such field, or it is no text"));
  if (kind->fields[field].type == HS_TYPE_REF)
    {
      gint64 index = find_named (records, kind->fields[field].target, json_string_value (value));

      if (index == 0)
        return bad (error, file, key, json_string_value (value));
      hs_record_set_int (record, (guint) field, index);
      return TRUE;
    }
  return hs_record_parse_stable (record, (guint) field, json_string_value (value), &problem)
         || bad (error, file, key, problem->message);
}

static gboolean
add_records (GPtrArray *records, const HsKind *kind, json_t *list, const char *file, GError **error)
{
  json_t *item, *value;
  const char *key;
  size_t i;

  json_array_foreach (list, i, item)
  {
    HsRecord *record = hs_record_new (kind->id);

    g_ptr_array_add (records, record);
    json_object_foreach (item, key, value)
    {
      if (!set_member (records, record, key, value, file, error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_file (GPtrArray *records, const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (hs_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  const HsKind *kind;
  json_error_t problem;
  json_t *root;
  gboolean read;

  if (bytes == NULL)
    return FALSE;
  root = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                     JSON_REJECT_DUPLICATES, &problem);
  if (root == NULL)
    return bad (error, file, "JSON", problem.text);
  kind = hs_kind_by_name (json_string_value (json_object_get (root, "kind")));
  read = kind != NULL ? add_records (records, kind, json_object_get (root, "records"), file, error)
                      : bad (error, file, "kind", _ ("there is no such kind of record"));
  json_decref (root);
  return read;
}

/* Settings come out of the table that is used when a file has none. */
static void
add_settings (GPtrArray *records)
{
  for (const HsDefaultSetting *at = hs_default_settings; at->name != NULL; at++)
    {
      HsRecord *record = hs_record_new (HS_KIND_SETTING);

      hs_record_set_text (record, HS_SETTING_NAME, at->name);
      hs_record_set_text (record, HS_SETTING_VALUE, at->value);
      g_ptr_array_add (records, record);
    }
}

GPtrArray *
hs_defaults_catalogue (GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);

  hs_data_register_resource ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!read_file (records, files[i], error))
      return NULL;
  add_settings (records);
  return g_steal_pointer (&records);
}
