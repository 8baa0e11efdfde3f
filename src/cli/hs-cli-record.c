/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what a person means by a word. */

#include "hs-cli-private.h"
#include "hs-cli-record.h"
#include "hs-error.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
same_word (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return strcmp (one, other) == 0;
}

const HsKind *
hs_cli_kind (const char *text, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  for (guint i = 0; i < HS_N_KINDS; i++)
    {
      const HsKind *kind = hs_kind (i);

      if (same_word (text, kind->name) || same_word (text, hs_kind_label (kind))
          || same_word (text, hs_kind_plural (kind)))
        return kind;
      g_ptr_array_add (names, (gpointer) kind->name);
    }
  nearest = hs_cli_nearest (text, names);
  if (nearest != NULL)
    hs_cli_wrong_use (error, _ ("there is no kind '%s'; did you mean '%s'?"), text, nearest);
  else
    hs_cli_wrong_use (error, _ ("there is no kind '%s'; 'handslag-cli columns' names them all"),
                      text);
  return NULL;
}

const char *
hs_cli_kind_word (const HsKind *kind)
{
  const char *label = hs_kind_label (kind);
  g_autofree char *first = g_utf8_strdown (label, g_utf8_next_char (label) - label);
  g_autofree char *word = g_strconcat (first, g_utf8_next_char (label), NULL);

  return g_intern_string (word);
}

int
hs_cli_field (const HsKind *kind, const char *text, GError **error)
{
  int field = hs_kind_find_column (kind, text);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  if (field >= 0)
    return field;
  for (guint i = 0; i < kind->n_fields; i++)
    g_ptr_array_add (names, (gpointer) kind->fields[i].name);
  nearest = hs_cli_nearest (text, names);
  if (nearest != NULL)
    hs_cli_wrong_use (error, _ ("%s has no field '%s'; did you mean '%s'?"),
                      hs_cli_kind_word (kind), text, nearest);
  else
    hs_cli_wrong_use (error, _ ("%s has no field '%s'; 'handslag-cli columns %s' names them all"),
                      hs_cli_kind_word (kind), text, kind->name);
  return -1;
}

/* ---- records ---- */

/* What tells records of any kind apart in the words of people. */
static const struct
{
  HsKindId kind;
  guint field;
} known_keys[] = {
  { HS_KIND_AGREEMENT, HS_AGREEMENT_NUMBER },
  { HS_KIND_STUDENT, HS_STUDENT_NUMBER },
  { HS_KIND_STUDENT, HS_STUDENT_EMAIL },
  { HS_KIND_PERSON, HS_PERSON_EMAIL },
  { HS_KIND_GUARDIAN, HS_GUARDIAN_EMAIL },
  { HS_KIND_VACANCY, HS_VACANCY_CODE },
  { HS_KIND_ITEM, HS_ITEM_ASSET_NUMBER },
  { HS_KIND_PROGRAMME, HS_PROGRAMME_CREBO },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_BRIN },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_KVK },
  { HS_KIND_ORGANISATION, HS_ORGANISATION_SBB_ID },
};

/* The records of @kind whose @field is @text, at most three. */
static GPtrArray *
find_by_text (HsCli *self, const HsKind *kind, guint field, const char *text, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind->id);
  g_autoptr (HsRecord) probe = hs_record_new (kind->id);

  if (!hs_record_parse (probe, field, text, NULL) || hs_record_text (probe, field) == NULL)
    return g_ptr_array_new ();
  hs_query_where_text (query, field, HS_OP_EQUAL, hs_record_text (probe, field));
  hs_query_window (query, 0, 3);
  return hs_store_find (hs_cli_store (self), query, error);
}

/* The records of @kind that are called @text, among those that search finds. */
static GPtrArray *
find_by_title (HsCli *self, const HsKind *kind, const char *text, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind->id);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *same;

  if ((kind->flags & HS_KIND_FLAG_SEARCH) == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  hs_query_search (query, text);
  hs_query_window (query, 0, 100);
  found = hs_store_find (hs_cli_store (self), query, error);
  if (found == NULL)
    return NULL;
  same = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = hs_record_title (found->pdata[i]);

      if (same_word (title, text))
        g_ptr_array_add (same, hs_record_ref (found->pdata[i]));
    }
  return same;
}

static HsRecord *
only_one (const HsKind *kind, const char *text, GPtrArray *found, GError **error)
{
  if (found->len == 1)
    return hs_record_ref (found->pdata[0]);
  hs_cli_wrong_use (error, _ ("more than one %s is called '%s' (%s, %s%s); give the uid"),
                    hs_cli_kind_word (kind), text, hs_record_uid (found->pdata[0]),
                    hs_record_uid (found->pdata[1]), found->len > 2 ? ", …" : "");
  return NULL;
}

/* By key fields, then by name. */
static HsRecord *
find_by_what_people_know (HsCli *self, const HsKind *kind, const char *text, GError **error)
{
  g_autoptr (GPtrArray) by_title = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HsField *field = &kind->fields[i];
      gboolean known = (field->flags & HS_FIELD_KEY) != 0 || field->check == HS_CHECK_EMAIL;
      g_autoptr (GPtrArray) found = NULL;

      if (!known || field->type != HS_TYPE_TEXT)
        continue;
      found = find_by_text (self, kind, i, text, error);
      if (found == NULL)
        return NULL;
      if (found->len > 0)
        return only_one (kind, text, found, error);
    }
  by_title = find_by_title (self, kind, text, error);
  if (by_title == NULL)
    return NULL;
  if (by_title->len > 0)
    return only_one (kind, text, by_title, error);
  g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
               _ ("there is no %s '%s'; look for it with 'handslag-cli list %s --search …'"),
               hs_cli_kind_word (kind), text, kind->name);
  return NULL;
}

/* The only record of any kind with this number, code or e-mail address. */
static HsRecord *
find_by_any_key (HsCli *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_record_unref);

  for (guint k = 0; k < G_N_ELEMENTS (known_keys); k++)
    {
      g_autoptr (GPtrArray) found =
          find_by_text (self, hs_kind (known_keys[k].kind), known_keys[k].field, text, error);

      if (found == NULL)
        return NULL;
      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (all, hs_record_ref (found->pdata[i]));
    }
  if (all->len == 1)
    return hs_record_ref (all->pdata[0]);
  if (all->len > 1)
    hs_cli_wrong_use (error, _ ("more than one record is called '%s' (%s, %s%s); give the uid"),
                      text, hs_record_uid (all->pdata[0]), hs_record_uid (all->pdata[1]),
                      all->len > 2 ? ", …" : "");
  else
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("there is nothing with the uid or number '%s'; look for it with 'handslag-cli "
                    "search %s'"),
                 text, text);
  return NULL;
}

HsRecord *
hs_cli_any_record (HsCli *self, const char *text, GError **error)
{
  const HsKind *kind = hs_kind_of_uid (text);
  g_autoptr (GError) inner = NULL;
  HsRecord *record = NULL;

  if (kind == NULL)
    return find_by_any_key (self, text, error);
  record = hs_store_get_by_uid (hs_cli_store (self), text, &inner);
  if (record == NULL && g_error_matches (inner, HS_ERROR, HS_ERROR_NOT_FOUND))
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("there is no %s with uid '%s'; look for it with 'handslag-cli list %s'"),
                 hs_cli_kind_word (kind), text, kind->name);
  else if (record == NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  return record;
}

HsRecord *
hs_cli_record (HsCli *self, const char *text, GError **error)
{
  g_autoptr (HsRecord) record = hs_cli_any_record (self, text, error);

  if (record == NULL || hs_record_removed (record) == 0)
    return g_steal_pointer (&record);
  g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
               _ ("'%s' was removed; bring it back with 'handslag-cli bring-back %s'"), text, text);
  return NULL;
}

HsRecord *
hs_cli_record_of_kind (HsCli *self, HsKindId kind, const char *text, GError **error)
{
  const HsKind *by_prefix = hs_kind_of_uid (text);
  const HsKind *wanted = hs_kind (kind);

  if (by_prefix == wanted)
    return hs_cli_record (self, text, error);
  if (by_prefix == NULL)
    return find_by_what_people_know (self, wanted, text, error);
  hs_cli_wrong_use (error, _ ("'%s' is the uid of a %s; here the uid of a %s has to stand"), text,
                    hs_cli_kind_word (by_prefix), hs_cli_kind_word (wanted));
  return NULL;
}

gint64
hs_cli_id_of_kind (HsCli *self, HsKindId kind, const char *text, GError **error)
{
  g_autoptr (HsRecord) record = NULL;

  if (text == NULL)
    return 0;
  record = hs_cli_record_of_kind (self, kind, text, error);
  return record == NULL ? 0 : hs_record_id (record);
}

/* ---- who acts ---- */

/* The only record among people, students and guardians with this e-mail address. */
static char *
uid_of_address (HsStore *store, const char *address, GError **error)
{
  static const struct
  {
    HsKindId kind;
    guint field;
  } places[] = {
    { HS_KIND_PERSON, HS_PERSON_EMAIL },
    { HS_KIND_STUDENT, HS_STUDENT_EMAIL },
    { HS_KIND_GUARDIAN, HS_GUARDIAN_EMAIL },
  };
  g_autofree char *uid = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (HsQuery) query = hs_query_new (places[i].kind);
      g_autoptr (GPtrArray) found = NULL;

      hs_query_where_text (query, places[i].field, HS_OP_EQUAL, address);
      hs_query_window (query, 0, 2);
      found = hs_store_find (store, query, error);
      if (found == NULL)
        return NULL;
      if (found->len > 1 || (found->len == 1 && uid != NULL))
        {
          hs_cli_wrong_use (error, _ ("more than one person has the address '%s'; give a uid"),
                            address);
          return NULL;
        }
      if (found->len == 1)
        uid = g_strdup (hs_record_uid (found->pdata[0]));
    }
  if (uid == NULL)
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("nobody has the e-mail address '%s'; look with 'handslag-cli search'"),
                 address);
  return g_steal_pointer (&uid);
}

HsActor *
hs_cli_find_actor (HsStore *store, const char *text, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *uid = NULL;
  HsActor *actor;

  if (strchr (text, '@') != NULL)
    {
      g_autoptr (HsRecord) probe = hs_record_new (HS_KIND_PERSON);

      if (!hs_record_parse (probe, HS_PERSON_EMAIL, text, NULL))
        {
          hs_cli_wrong_use (error, _ ("'%s' is no e-mail address"), text);
          return NULL;
        }
      uid = uid_of_address (store, hs_record_text (probe, HS_PERSON_EMAIL), error);
    }
  else
    uid = g_strdup (text);
  if (uid == NULL)
    return NULL;
  actor = hs_store_actor (store, uid, &inner);
  if (actor == NULL && g_error_matches (inner, HS_ERROR, HS_ERROR_NOT_FOUND))
    g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                 _ ("'%s' behind --as is nobody; look with 'handslag-cli list person'"), text);
  else if (actor == NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  return actor;
}
