/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person-export: all that is held on one person (GDPR art. 15), as one JSON document. */

#include "hs-cli-commands.h"
#include "hs-cli-dossier.h"
#include "hs-cli-errors.h"
#include "hs-error.h"
#include "hs-history.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is collected: each record once. */
typedef struct
{
  HsCli *cli;
  json_t *records;
  GHashTable *seen; /* (element-type utf8): uids */
  guint n;
} Collection;

static gboolean collect (Collection *self, const HsRecord *record, GError **error);

/* The changes of a record: what it said before is held too. */
static json_t *
read_changes (Collection *self, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  g_autoptr (GPtrArray) changes =
      hs_store_history (hs_cli_store (self->cli), kind->id, hs_record_id (record), 0, NULL);
  json_t *array = json_array ();

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const HsChange *change = changes->pdata[i];
      char moment[32];
      json_t *object;

      if (change->field < 0 || !hs_cli_visible (self->cli, record, (guint) change->field))
        continue;
      object = json_object ();
      hs_cli_json_text (object, "at", hs_moment_to_iso (change->at, moment));
      hs_cli_json_text (object, "by", change->actor);
      hs_cli_json_text (object, "field", kind->fields[change->field].name);
      if (change->before != NULL)
        {
          g_autofree char *before = hs_record_format_stable (change->before, (guint) change->field);

          hs_cli_json_text (object, "before", before);
        }
      json_array_append_new (array, object);
    }
  return array;
}

/* Records of @kind whose reference @field is @id. */
static gboolean
collect_by_field (Collection *self, const HsKind *kind, guint field, gint64 id, GError **error)
{
  g_autoptr (HsQuery) query = hs_query_new (kind->id);
  g_autoptr (GPtrArray) found = NULL;

  hs_query_where_int (query, field, HS_OP_EQUAL, id);
  hs_query_include_removed (query);
  found = hs_store_find (hs_cli_store (self->cli), query, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!collect (self, found->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Whether what refers to a record of @kind belongs to the person too: a row of theirs, an agreement
 * they are a party of, its sheets; not the vacancy that names them as supervisor, with all that
 * hangs on that. */
static gboolean
goes_on (HsKindId kind)
{
  return kind == HS_KIND_STUDENT || kind == HS_KIND_PERSON || kind == HS_KIND_GUARDIAN
         || kind == HS_KIND_AGREEMENT || kind == HS_KIND_ENROLMENT;
}

static gboolean
collect_what_refers (Collection *self, const HsRecord *record, GError **error)
{
  HsKindId target = hs_record_kind_id (record);

  for (guint k = 0; k < HS_N_KINDS; k++)
    {
      const HsKind *kind = hs_kind (k);

      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].type == HS_TYPE_REF && kind->fields[i].target == target
            && (target != HS_KIND_AGREEMENT || (kind->fields[i].flags & HS_FIELD_PARENT) != 0)
            && !collect_by_field (self, kind, i, hs_record_id (record), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
collect (Collection *self, const HsRecord *record, GError **error)
{
  json_t *object;

  if (!g_hash_table_add (self->seen, g_strdup (hs_record_uid (record))))
    return TRUE;
  object = hs_cli_record_json (self->cli, record);
  json_object_set_new (object, "changes", read_changes (self, record));
  json_array_append_new (self->records, object);
  self->n++;
  return !goes_on (hs_record_kind_id (record)) || collect_what_refers (self, record, error);
}

static gboolean
is_person (const HsRecord *record, GError **error)
{
  HsKindId kind = hs_record_kind_id (record);

  if (kind == HS_KIND_STUDENT || kind == HS_KIND_PERSON || kind == HS_KIND_GUARDIAN)
    return TRUE;
  hs_cli_wrong_use (error,
                    _ ("'%s' is no person; give the uid of a student, a person or a guardian"),
                    hs_record_uid (record));
  return FALSE;
}

static HsCliStatus
person_export (HsCli *self, GError **error)
{
  g_autoptr (HsRecord) person = hs_cli_any_record (self, hs_cli_argument (self, 0), error);
  const char *path = hs_cli_argument (self, 1);
  Collection collection = { self, NULL, NULL, 0 };
  g_autofree char *name = NULL;
  char *text = NULL;
  json_t *root;
  gboolean done;

  if (person == NULL || !is_person (person, error))
    return HS_CLI_COULD_NOT;
  if (!hs_cli_may_take_out (self, person, error))
    return HS_CLI_FINDING;
  name = hs_cli_title (self, person);
  root = json_object ();
  hs_cli_json_text (root, "person", hs_record_uid (person));
  hs_cli_json_text (root, "name", name);
  collection.records = json_array ();
  json_object_set_new (root, "records", collection.records);
  collection.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = collect (&collection, person, error);
  g_hash_table_unref (collection.seen);
  if (done)
    {
      text = json_dumps (root, JSON_INDENT (2));
      done = hs_cli_write_file (path, text, strlen (text), error);
    }
  free (text);
  json_decref (root);
  if (!done)
    return HS_CLI_COULD_NOT;
  if (strcmp (path, "-") == 0)
    return hs_cli_say_nothing (self);
  hs_cli_say (self, _ ("'%s' holds all that is known of %s: %u records."), path, name,
              collection.n);
  hs_cli_json_text (hs_cli_json (self), "file", path);
  json_object_set_new (hs_cli_json (self), "records", json_integer (collection.n));
  return HS_CLI_DONE;
}

const HsCliCommand hs_cli_person_commands[] = {
  { .path = "person-export",
    .arguments = N_ ("UID FILE"),
    .least = 2,
    .most = 2,
    .use = HS_CLI_READS,
    .summary = N_ ("Writes all that is held on one person, for that person"),
    .help = N_ ("For a student, a person or a guardian: their own record and everything that "
                "refers to it, with what it said before. The file is JSON; '-' is the standard "
                "output."),
    .json = "{file, records}\nFILE: {person, name, records: [{kind, uid, title, fields, removed?, "
            "changes: [{at, by?, field, before?}]}]}",
    .example = "handslag-cli person-export st-k7m2qd sanne.json",
    .run = person_export },
  { NULL },
};
