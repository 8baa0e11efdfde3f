/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts about the file, and who somebody is. */

#include "hs-store-private.h"

#include <glib/gi18n.h>

char *
hs_store_fact (HsStore *self, const char *name)
{
  sqlite3_stmt *statement = hs_store_take (self, "SELECT value FROM fact WHERE name = ?1", NULL);
  char *value = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  hs_store_give (self, statement);
  return value;
}

gboolean
hs_store_set_fact (HsStore *self, const char *name, const char *value, GError **error)
{
  sqlite3_stmt *statement;
  gboolean done;

  g_return_val_if_fail (self->open, FALSE);
  statement = hs_store_take (self,
                             value != NULL ? "INSERT INTO fact (name, value) VALUES (?1, ?2) ON "
                                             "CONFLICT (name) DO UPDATE SET value = excluded.value"
                                           : "DELETE FROM fact WHERE name = ?1",
                             error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
  if (value != NULL)
    sqlite3_bind_text (statement, 2, value, -1, SQLITE_TRANSIENT);
  done = hs_store_done (self, statement, error);
  hs_store_give (self, statement);
  return done;
}

/* What kind of organisation @id is; other when it is not known. */
static HsOrganisationKind
side_of (HsStore *self, gint64 id)
{
  g_autoptr (HsRecord) organisation =
      id != 0 ? hs_store_get (self, HS_KIND_ORGANISATION, id, NULL) : NULL;

  if (organisation == NULL || !hs_record_has (organisation, HS_ORGANISATION_KIND))
    return HS_ORGANISATION_KIND_OTHER;
  return (HsOrganisationKind) hs_record_int (organisation, HS_ORGANISATION_KIND);
}

HsActor *
hs_store_actor (HsStore *self, const char *uid, GError **error)
{
  g_autoptr (HsRecord) record = hs_store_get_by_uid (self, uid, error);
  g_autoptr (HsActor) actor = NULL;

  if (record == NULL)
    return NULL;
  actor = g_new0 (HsActor, 1);
  actor->kind = hs_record_kind_id (record);
  actor->id = hs_record_id (record);
  actor->uid = g_strdup (hs_record_uid (record));
  actor->name = hs_record_title (record);
  if (actor->kind == HS_KIND_PERSON)
    {
      actor->organisation = hs_record_int (record, HS_PERSON_ORGANISATION);
      actor->roles = (guint) hs_record_int (record, HS_PERSON_ROLES);
    }
  else if (actor->kind == HS_KIND_STUDENT)
    {
      actor->organisation = hs_record_int (record, HS_STUDENT_SCHOOL);
      actor->student = actor->id;
    }
  else if (actor->kind == HS_KIND_GUARDIAN)
    actor->student = hs_record_int (record, HS_GUARDIAN_STUDENT);
  else
    {
      g_set_error (error, HS_ERROR, HS_ERROR_INVALID, _ ("%s is not a person, student or guardian"),
                   uid);
      return NULL;
    }
  if (hs_record_removed (record) != 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _ ("%s was removed"), actor->name);
      return NULL;
    }
  actor->side = side_of (self, actor->organisation);
  return g_steal_pointer (&actor);
}
