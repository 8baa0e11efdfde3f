/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every record has one or more keys (an organisation has up to three); a table leads from each key
 * to the record. */

#include "hs-import-identity.h"

#include "hs-erase.h"
#include "hs-error.h"
#include "hs-query.h"

#include <glib/gi18n.h>
#include <string.h>

/* Stands for a key that more than one record of the store has. */
static HsKnown shared;

struct _HsIdentity
{
  HsStore *store;
  const HsKind *kind;
  gboolean by_name;
  GHashTable *keys; /* text → HsKnown */
  GHashTable *names; /* the same for records without a key, when by_name; NULL for a shared name */
  GPtrArray *all; /* of HsKnown */
};

void
hs_identity_free (HsIdentity *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static gboolean
has_key_fields (const HsKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & HS_FIELD_KEY)
      return TRUE;
  return FALSE;
}

gboolean
hs_identity_uses (const HsKind *kind, guint field)
{
  if (has_key_fields (kind))
    return (kind->fields[field].flags & HS_FIELD_KEY) != 0;
  return kind->fields[field].type == HS_TYPE_REF;
}

/* Appends the value of @field so that upper and lower case are the same. */
static void
append_value (GString *key, const HsRecord *record, guint field)
{
  HsType type = hs_record_kind (record)->fields[field].type;

  g_string_append_c (key, '\037');
  if (!hs_record_has (record, field))
    return;
  if (type == HS_TYPE_TEXT || type == HS_TYPE_LONG_TEXT)
    {
      const char *text = hs_record_text (record, field);
      g_autofree char *plain =
          g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);

      g_string_append (key, plain);
    }
  else
    {
      char digits[24];

      g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, hs_record_int (record, field));
      g_string_append (key, digits);
    }
}

/* A key of one field on its own. */
static void
add_single (GPtrArray *keys, const HsRecord *record, guint field)
{
  GString *key;

  if (!hs_record_has (record, field))
    return;
  key = g_string_new (hs_record_kind (record)->fields[field].name);
  append_value (key, record, field);
  g_ptr_array_add (keys, g_string_free (key, FALSE));
}

/* All key fields together. A reference alone says too little, unless the key is references only:
 * two devices of one kind at one location are two. */
static void
add_combined (GPtrArray *keys, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (GString) key = g_string_new ("key");
  gboolean only_references = TRUE, own = FALSE, any = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if (hs_identity_uses (kind, i))
      {
        gboolean has = hs_record_has (record, i);

        append_value (key, record, i);
        any = any || has;
        if (kind->fields[i].type == HS_TYPE_REF)
          continue;
        only_references = FALSE;
        own = own || has;
      }
  if (any && (only_references || own))
    g_ptr_array_add (keys, g_strdup (key->str));
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
keys_of (const HsRecord *record)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  switch (hs_record_kind_id (record))
    {
    case HS_KIND_ORGANISATION:
      add_single (keys, record, HS_ORGANISATION_BRIN);
      add_single (keys, record, HS_ORGANISATION_KVK);
      add_single (keys, record, HS_ORGANISATION_SBB_ID);
      break;
    case HS_KIND_STUDENT:
      if (hs_record_has (record, HS_STUDENT_NUMBER))
        add_combined (keys, record);
      break;
    case HS_KIND_GUARDIAN:
      /* Two parents may well have one last name. */
      if (hs_record_has (record, HS_GUARDIAN_EMAIL))
        add_combined (keys, record);
      break;
    default:
      add_combined (keys, record);
    }
  return keys;
}

/* What it belongs to and its name; NULL when it has no name. (transfer full) */
static char *
name_of (const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (GString) key = g_string_new ("name");
  gboolean named = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HS_FIELD_TITLE)
        || (kind->fields[i].type == HS_TYPE_REF
            && (hs_identity_uses (kind, i) || (kind->fields[i].flags & HS_FIELD_NEED))))
      {
        append_value (key, record, i);
        named = named || ((kind->fields[i].flags & HS_FIELD_TITLE) && hs_record_has (record, i));
      }
  return named ? g_strdup (key->str) : NULL;
}

static void
add_name (HsIdentity *self, const HsRecord *record, HsKnown *known)
{
  char *name = self->by_name ? name_of (record) : NULL;

  if (name != NULL)
    g_hash_table_replace (self->names, name,
                          g_hash_table_contains (self->names, name) ? NULL : known);
}

HsKnown *
hs_identity_add (HsIdentity *self, const HsRecord *record, guint line)
{
  g_autoptr (GPtrArray) keys = keys_of (record);
  HsKnown *known = g_new0 (HsKnown, 1);

  known->id = hs_record_id (record);
  known->line = line;
  if (self->kind->id == HS_KIND_STUDENT)
    known->scope = hs_record_int (record, HS_STUDENT_SCHOOL);
  g_ptr_array_add (self->all, known);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      g_hash_table_replace (self->keys, g_strdup (key),
                            g_hash_table_contains (self->keys, key) ? &shared : known);
    }
  if (hs_record_uid (record) != NULL)
    g_hash_table_replace (self->keys, g_strdup (hs_record_uid (record)), known);
  add_name (self, record, known);
  return known;
}

static gboolean
add_stored (HsRecord *record, gpointer user_data)
{
  hs_identity_add (user_data, record, 0);
  return TRUE;
}

HsIdentity *
hs_identity_new (HsStore *store, HsKindId kind, gboolean by_name, GError **error)
{
  g_autoptr (HsIdentity) self = g_new0 (HsIdentity, 1);
  g_autoptr (HsQuery) query = hs_query_new (kind);

  self->store = store;
  self->kind = hs_kind (kind);
  self->by_name = by_name;
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_ptr_array_new_with_free_func (g_free);
  if (!hs_store_for_each (store, query, add_stored, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* "Zonnehof (og-…)", or the line for a row of the file. (transfer full) */
static char *
describe (HsIdentity *self, const HsKnown *known)
{
  g_autoptr (HsRecord) record =
      known->id > 0 ? hs_store_get (self->store, self->kind->id, known->id, NULL) : NULL;
  g_autofree char *title = record != NULL ? hs_record_title (record) : NULL;

  if (title == NULL)
    return g_strdup_printf (_ ("the row on line %u"), known->line);
  return g_strdup_printf ("%s (%s)", title, hs_record_uid (record));
}

static gboolean
refuse_two (HsIdentity *self, const HsKnown *one, const HsKnown *other, GError **error)
{
  g_autofree char *first = describe (self, one);
  g_autofree char *second = describe (self, other);

  g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("this row names two at once: %s and %s"),
               first, second);
  return FALSE;
}

/* Whether @uid was removed from the store. */
static gboolean
is_removed (HsIdentity *self, const char *uid)
{
  g_autoptr (HsRecord) record = hs_store_get_by_uid (self->store, uid, NULL);

  return record != NULL && strcmp (hs_record_uid (record), uid) == 0
         && hs_record_removed (record) != 0;
}

static gboolean
find_by_name (HsIdentity *self, const HsRecord *record, HsKnown **known, GError **error)
{
  g_autofree char *name = name_of (record);
  gpointer found = NULL;

  if (name == NULL || !g_hash_table_lookup_extended (self->names, name, NULL, &found))
    return TRUE;
  *known = found;
  if (found == NULL)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                         _ ("more than one has this name; give the uid"));
  return found != NULL;
}

/* A uid that the store does not have names a new record, unless its key says that it is there. */
static gboolean
check_uid (HsIdentity *self, const char *uid, const HsKnown *by_uid, const HsKnown *by_key,
           GError **error)
{
  g_autofree char *other = NULL;

  if (by_uid == NULL && is_removed (self, uid))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_STALE,
                           _ ("this was removed here; bring it back first, or empty the uid"));
      return FALSE;
    }
  if (by_uid == NULL && hs_store_is_erased (self->store, uid))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_REFUSED,
                           _ ("this was erased for good and does not come back; empty the uid to "
                              "make a new one"));
      return FALSE;
    }
  if (by_key == NULL || by_key == by_uid)
    return TRUE;
  if (by_uid != NULL)
    return refuse_two (self, by_uid, by_key, error);
  other = describe (self, by_key);
  g_set_error (error, HS_ERROR, HS_ERROR_INVALID,
               _ ("the uid is not known here, but the key is that of %s; leave out the column uid "
                  "to change that one"),
               other);
  return FALSE;
}

gboolean
hs_identity_find (HsIdentity *self, const char *uid, const HsRecord *record, HsKnown **known,
                  GError **error)
{
  g_autoptr (GPtrArray) keys = keys_of (record);
  HsKnown *by_uid = uid != NULL ? g_hash_table_lookup (self->keys, uid) : NULL;
  HsKnown *by_key = NULL;
  gboolean is_shared = FALSE;

  *known = NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      HsKnown *found = g_hash_table_lookup (self->keys, g_ptr_array_index (keys, i));

      if (found == &shared)
        {
          is_shared = TRUE;
          continue;
        }
      if (found != NULL && by_key != NULL && found != by_key)
        return refuse_two (self, by_key, found, error);
      by_key = found != NULL ? found : by_key;
    }
  if (uid != NULL && !check_uid (self, uid, by_uid, by_key, error))
    return FALSE;
  *known = by_uid != NULL ? by_uid : by_key;
  if (*known == NULL && is_shared)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_INVALID,
                           _ ("more than one has this key; give the uid"));
      return FALSE;
    }
  if (*known != NULL || uid != NULL || keys->len > 0)
    return TRUE;
  if (self->by_name)
    return find_by_name (self, record, known, error);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                       _ ("it cannot be told whether this is one that is there already"));
  return FALSE;
}

guint
hs_identity_missing (HsIdentity *self)
{
  g_autoptr (GHashTable) scopes = g_hash_table_new (NULL, NULL);
  guint missing = 0;

  if (self->kind->id != HS_KIND_STUDENT)
    g_hash_table_add (scopes, NULL);
  for (guint i = 0; i < self->all->len; i++)
    {
      const HsKnown *known = g_ptr_array_index (self->all, i);

      if (known->line > 0)
        g_hash_table_add (scopes, (gpointer) (gintptr) known->scope);
    }
  for (guint i = 0; i < self->all->len; i++)
    {
      const HsKnown *known = g_ptr_array_index (self->all, i);

      if (known->line == 0 && known->id > 0
          && g_hash_table_contains (scopes, (gpointer) (gintptr) known->scope))
        missing++;
    }
  return missing;
}
