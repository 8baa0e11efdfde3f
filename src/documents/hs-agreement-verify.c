/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file against the database: the sheet it is of, what was signed there, whose keys are known. */

#include "hs-agreement-files.h"

#include "hs-canonical.h"
#include "hs-error.h"
#include "hs-query.h"

#include <string.h>

/* The keys that the database knows, with the names they belong to. */
typedef struct
{
  GPtrArray *records;
  GPtrArray *texts; /* (element-type utf8): what HsKnownKey borrows */
  GArray *keys; /* (element-type HsKnownKey) */
} Keys;

static void
keys_free (Keys *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->keys);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keys, keys_free)

/* Whose key it is: a person, a student or a guardian. */
static HsRecord *
owner_of (HsStore *store, const HsRecord *key)
{
  static const struct
  {
    guint field;
    HsKindId kind;
  } owners[] = {
    { HS_KEY_PERSON, HS_KIND_PERSON },
    { HS_KEY_STUDENT, HS_KIND_STUDENT },
    { HS_KEY_GUARDIAN, HS_KIND_GUARDIAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (hs_record_has (key, owners[i].field))
      return hs_store_get (store, owners[i].kind, hs_record_int (key, owners[i].field), NULL);
  return NULL;
}

static void
add_key (Keys *self, HsStore *store, const HsRecord *record)
{
  g_autoptr (HsRecord) owner = owner_of (store, record);
  HsKnownKey key = { hs_record_text (record, HS_KEY_PUBLIC_KEY), NULL, NULL };
  char *name;
  char *uid;

  if (owner == NULL || key.public_key == NULL)
    return;
  name = hs_record_title (owner);
  uid = g_strdup (hs_record_uid (owner));
  g_ptr_array_add (self->texts, name);
  g_ptr_array_add (self->texts, uid);
  key.person = uid;
  key.name = name;
  g_array_append_val (self->keys, key);
}

static Keys *
read_keys (HsStore *store, GError **error)
{
  g_autoptr (Keys) self = g_new0 (Keys, 1);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_KEY);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_array_new (FALSE, TRUE, sizeof (HsKnownKey));
  if (store == NULL)
    return g_steal_pointer (&self);
  self->records = hs_store_find (store, query, error);
  if (self->records == NULL)
    return NULL;
  for (guint i = 0; i < self->records->len; i++)
    add_key (self, store, self->records->pdata[i]);
  return g_steal_pointer (&self);
}

/* The sheets of the agreement with this number: the one with @hash, else the newest that was
 * fixed. (transfer full) */
static HsRecord *
find_by_number (HsStore *store, const char *number, const char *hash)
{
  g_autoptr (HsQuery) agreements = hs_query_new (HS_KIND_AGREEMENT);
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_SHEET);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  HsRecord *newest = NULL;

  hs_query_where_text (agreements, HS_AGREEMENT_NUMBER, HS_OP_EQUAL, number);
  found = hs_store_find (store, agreements, NULL);
  if (found == NULL || found->len != 1)
    return NULL;
  hs_query_where_int (query, HS_SHEET_AGREEMENT, HS_OP_EQUAL, hs_record_id (found->pdata[0]));
  hs_query_order (query, HS_SHEET_NUMBER, FALSE);
  sheets = hs_store_find (store, query, NULL);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      if (hash != NULL && g_strcmp0 (hs_record_text (sheets->pdata[i], HS_SHEET_HASH), hash) == 0)
        return hs_record_ref (sheets->pdata[i]);
      if (hs_record_has (sheets->pdata[i], HS_SHEET_HASH))
        newest = sheets->pdata[i];
    }
  return newest == NULL ? NULL : hs_record_ref (newest);
}

/* The sheet of the database that a file is of, NULL when it is not there. (transfer full) */
static HsRecord *
find_sheet (HsStore *store, const HsVerifyResult *result)
{
  const HsKind *kind = result->sheet == NULL ? NULL : hs_kind_of_uid (result->sheet);
  HsRecord *sheet = NULL;

  if (kind != NULL && kind->id == HS_KIND_SHEET)
    sheet = hs_store_get_by_uid (store, result->sheet, NULL);
  if (sheet == NULL && result->number != NULL)
    sheet = find_by_number (store, result->number, result->content_hash);
  return sheet;
}

HsVerifyResult *
hs_agreement_verify (HsStore *store, GBytes *bytes, char **sheet_uid, GError **error)
{
  g_autoptr (Keys) keys = read_keys (store, error);
  g_autoptr (HsVerifyResult) alone = NULL;
  g_autoptr (HsRecord) sheet = NULL;
  HsVerifyOptions options = { 0 };
  const char *canonical;
  HsVerifyResult *result;

  if (sheet_uid != NULL)
    *sheet_uid = NULL;
  if (keys == NULL)
    return NULL;
  options.keys = (const HsKnownKey *) keys->keys->data;
  options.n_keys = keys->keys->len;
  alone = hs_verify_bytes (bytes, &options);
  sheet = store == NULL ? NULL : find_sheet (store, alone);
  if (sheet == NULL || !hs_record_has (sheet, HS_SHEET_HASH))
    return g_steal_pointer (&alone);
  options.expected_hash = hs_record_text (sheet, HS_SHEET_HASH);
  canonical = hs_record_text (sheet, HS_SHEET_CANONICAL);
  options.expected = canonical == NULL ? NULL : hs_canonical_parse (canonical, -1, NULL);
  result = hs_verify_bytes (bytes, &options);
  json_decref (options.expected);
  if (sheet_uid != NULL)
    *sheet_uid = g_strdup (hs_record_uid (sheet));
  return result;
}
