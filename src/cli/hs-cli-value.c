/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values: reading them from words, showing them to people and to programs. */

#include "hs-cli-record.h"
#include "hs-error.h"
#include "hs-permission.h"
#include "hs-store-permission.h"

#include <glib/gi18n.h>
#include <string.h>

/* Adds which field and value an error of hs_record_parse is about, and makes it wrong use. */
static void
say_where (GError **error, const HsKind *kind, guint field, const char *value, GError *inner)
{
  hs_cli_wrong_use (error, _ ("'%.80s' does not fit %s of %s: %s"), value, kind->fields[field].name,
                    kind->name, inner->message);
  g_error_free (inner);
}

/* Sets @field of @record to what @value means. */
static gboolean
set_value (HsCli *self, HsRecord *record, guint field, const char *value, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  GError *inner = NULL;

  if (*value == '\0')
    hs_record_unset (record, field);
  else if (kind->fields[field].type == HS_TYPE_REF)
    {
      gint64 id = hs_cli_id_of_kind (self, kind->fields[field].target, value, error);

      if (id == 0)
        return FALSE;
      hs_record_set_int (record, field, id);
    }
  else if (!hs_record_parse (record, field, value, &inner))
    {
      say_where (error, kind, field, value, inner);
      return FALSE;
    }
  return TRUE;
}

gboolean
hs_cli_assign (HsCli *self, HsRecord *record, const char *text, GError **error)
{
  const HsKind *kind = hs_record_kind (record);
  const char *equals = strchr (text, '=');
  g_autofree char *name = NULL;
  int field;

  if (equals == NULL || equals == text)
    {
      hs_cli_wrong_use (error, _ ("'%s' is not understood; write it as FIELD=VALUE"), text);
      return FALSE;
    }
  name = g_strndup (text, equals - text);
  field = hs_cli_field (kind, g_strstrip (name), error);
  if (field < 0)
    return FALSE;
  if ((kind->fields[field].flags & HS_FIELD_COMPUTED) != 0)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_REFUSED,
                   _ ("%s of %s is kept by the program itself and cannot be set"),
                   kind->fields[field].name, kind->name);
      return FALSE;
    }
  return set_value (self, record, (guint) field, equals + 1, error);
}

/* ---- conditions ---- */

/* Finds the operator in @text: FALSE when there is none. */
static gboolean
split_condition (const char *text, char **name, HsOperator *op, const char **value)
{
  const char *at = strpbrk (text, "=!<>");

  if (at == NULL || at == text)
    return FALSE;
  *name = g_strstrip (g_strndup (text, at - text));
  *value = at + (at[1] == '=' ? 2 : 1);
  if (*at == '=')
    {
      *op = HS_OP_EQUAL;
      *value = at + 1;
    }
  else if (*at == '!' && at[1] == '=')
    *op = HS_OP_NOT_EQUAL;
  else if (*at == '<')
    *op = at[1] == '=' ? HS_OP_LESS_EQUAL : HS_OP_LESS;
  else if (*at == '>')
    *op = at[1] == '=' ? HS_OP_GREATER_EQUAL : HS_OP_GREATER;
  else
    {
      g_clear_pointer (name, g_free);
      return FALSE;
    }
  return TRUE;
}

/* One of several choices: "draft,review". */
static gboolean
where_one_of (HsCli *self, HsQuery *query, const HsKind *kind, guint field, const char *value,
              GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (HsRecord) probe = hs_record_new (kind->id);
      gint64 index;

      if (!set_value (self, probe, field, g_strstrip (parts[i]), error))
        return FALSE;
      index = hs_record_int (probe, field);
      g_array_append_val (values, index);
    }
  hs_query_where_in (query, field, (const gint64 *) values->data, values->len);
  return TRUE;
}

static gboolean
is_text (HsType type)
{
  return type == HS_TYPE_TEXT || type == HS_TYPE_LONG_TEXT;
}

/* Whether things of @type can be smaller or larger than each other. */
static gboolean
has_order (HsType type)
{
  return type != HS_TYPE_BOOLEAN && type != HS_TYPE_CHOICE && type != HS_TYPE_SET
         && type != HS_TYPE_REF;
}

static gboolean
where_value (HsCli *self, HsQuery *query, const HsKind *kind, guint field, HsOperator op,
             const char *value, GError **error)
{
  g_autoptr (HsRecord) probe = hs_record_new (kind->id);
  HsType type = kind->fields[field].type;

  if (op == HS_OP_EQUAL && type == HS_TYPE_CHOICE && strchr (value, ',') != NULL)
    return where_one_of (self, query, kind, field, value, error);
  if (!has_order (type) && op != HS_OP_EQUAL && op != HS_OP_NOT_EQUAL)
    {
      hs_cli_wrong_use (error, _ ("%s of %s has no order; only = and != can be asked of it"),
                        kind->fields[field].name, kind->name);
      return FALSE;
    }
  if (type == HS_TYPE_SET && op == HS_OP_NOT_EQUAL)
    {
      hs_cli_wrong_use (error, _ ("%s of %s holds several values; only = can be asked of it"),
                        kind->fields[field].name, kind->name);
      return FALSE;
    }
  if (!set_value (self, probe, field, value, error))
    return FALSE;
  if (is_text (type))
    hs_query_where_text (query, field, op, hs_record_text (probe, field));
  else
    hs_query_where_int (query, field, type == HS_TYPE_SET ? HS_OP_HAS_BITS : op,
                        hs_record_int (probe, field));
  return TRUE;
}

gboolean
hs_cli_where (HsCli *self, HsQuery *query, const HsKind *kind, const char *text, GError **error)
{
  g_autofree char *name = NULL;
  const char *value;
  HsOperator op;
  int field;

  if (!split_condition (text, &name, &op, &value))
    {
      hs_cli_wrong_use (
          error, _ ("'%s' is not understood; write it as FIELD=VALUE, or with != < <= > >="), text);
      return FALSE;
    }
  field = hs_cli_field (kind, name, error);
  if (field < 0)
    return FALSE;
  if (*value != '\0')
    return where_value (self, query, kind, (guint) field, op, value, error);
  if (op != HS_OP_EQUAL && op != HS_OP_NOT_EQUAL)
    {
      hs_cli_wrong_use (error, _ ("behind '%s' a value is missing"), text);
      return FALSE;
    }
  op = op == HS_OP_EQUAL ? HS_OP_EMPTY : HS_OP_NOT_EMPTY;
  if (is_text (kind->fields[field].type))
    hs_query_where_text (query, (guint) field, op, NULL);
  else
    hs_query_where_int (query, (guint) field, op, 0);
  return TRUE;
}

/* ---- showing ---- */

/* Whether @student was placed at the organisation of @actor. */
static gboolean
is_placed_at (HsCli *self, const HsRecord *student, const HsActor *actor)
{
  const gint64 placed[] = { HS_AGREEMENT_STATE_PLACED,    HS_AGREEMENT_STATE_DRAFT,
                            HS_AGREEMENT_STATE_REVIEW,    HS_AGREEMENT_STATE_APPROVED,
                            HS_AGREEMENT_STATE_OUT,       HS_AGREEMENT_STATE_AGREED,
                            HS_AGREEMENT_STATE_COMPLETED, HS_AGREEMENT_STATE_ENDED };
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);

  hs_query_where_int (query, HS_AGREEMENT_STUDENT, HS_OP_EQUAL, hs_record_id (student));
  hs_query_where_int (query, HS_AGREEMENT_HOST, HS_OP_EQUAL, actor->organisation);
  hs_query_where_in (query, HS_AGREEMENT_STATE, placed, G_N_ELEMENTS (placed));
  return hs_store_count (hs_cli_store (self), query, NULL) > 0;
}

static gboolean
is_child_of (HsCli *self, const HsRecord *student, const HsActor *guardian)
{
  g_autoptr (HsRecord) record =
      hs_store_get (hs_cli_store (self), HS_KIND_GUARDIAN, guardian->id, NULL);

  return record != NULL && hs_record_int (record, HS_GUARDIAN_STUDENT) == hs_record_id (student);
}

/* Whether who acts does not learn who @student is: a host to which the student was not placed
 * (yet), another student, the guardian of another. */
static gboolean
student_is_hidden (HsCli *self, const HsRecord *student)
{
  const HsActor *actor = hs_cli_actor (self);

  if (actor == NULL)
    return FALSE;
  if (actor->kind == HS_KIND_STUDENT)
    return actor->id != hs_record_id (student);
  if (actor->kind == HS_KIND_GUARDIAN)
    return !is_child_of (self, student, actor);
  return actor->side == HS_ORGANISATION_KIND_HOST && !is_placed_at (self, student, actor);
}

/* The student that @record is or belongs to, NULL when it is none. (transfer full) */
static HsRecord *
student_of (HsCli *self, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  int parent = hs_kind_parent_field (kind);

  if (kind->id == HS_KIND_STUDENT)
    return hs_record_copy (record);
  if (parent < 0 || kind->fields[parent].target != HS_KIND_STUDENT
      || !hs_record_has (record, (guint) parent))
    return NULL;
  return hs_store_get (hs_cli_store (self), HS_KIND_STUDENT, hs_record_int (record, (guint) parent),
                       NULL);
}

/* A host knows of a student the programme, the period and the wishes; after the match it knows who
 * it is, but never the birth date, nor what a student did not share with it. A student and a
 * guardian know nothing of other students. */
gboolean
hs_cli_visible (HsCli *self, const HsRecord *record, guint field)
{
  const HsActor *actor = hs_cli_actor (self);
  HsKindId kind = hs_record_kind_id (record);
  g_autoptr (HsRecord) student = NULL;
  gboolean host;

  if (actor == NULL || (actor->kind == HS_KIND_PERSON && actor->side != HS_ORGANISATION_KIND_HOST))
    return TRUE;
  host = actor->kind == HS_KIND_PERSON;
  if (host
      && ((kind == HS_KIND_STUDENT && field == HS_STUDENT_BIRTH_DATE) || kind == HS_KIND_SHARE))
    return FALSE;
  student = student_of (self, record);
  if (student == NULL || (host && (kind == HS_KIND_WISH || kind == HS_KIND_ENROLMENT)))
    return TRUE;
  return !student_is_hidden (self, student);
}

gboolean
hs_cli_is_hidden (HsCli *self, const HsRecord *record)
{
  g_autoptr (HsRecord) student = NULL;

  if (hs_record_kind_id (record) == HS_KIND_AGREEMENT)
    student = hs_store_get (hs_cli_store (self), HS_KIND_STUDENT,
                            hs_record_int (record, HS_AGREEMENT_STUDENT), NULL);
  else
    student = student_of (self, record);
  return student != NULL && student_is_hidden (self, student);
}

char *
hs_cli_title (HsCli *self, const HsRecord *record)
{
  if (hs_record_kind_id (record) != HS_KIND_STUDENT || !student_is_hidden (self, record))
    return hs_record_title (record);
  return g_strdup_printf (_ ("Student %.6s"), hs_record_uid (record) + 3);
}

char *
hs_cli_name (HsCli *self, HsKindId kind, gint64 id)
{
  g_autoptr (HsRecord) record = id == 0 ? NULL : hs_store_get (hs_cli_store (self), kind, id, NULL);
  g_autofree char *title = NULL;

  if (record == NULL)
    return g_strdup ("");
  title = hs_cli_title (self, record);
  if (strcmp (title, hs_kind_label (hs_kind (kind))) == 0)
    return g_strdup (hs_record_uid (record));
  return g_steal_pointer (&title);
}

/* Neither the parent nor the position is worth a place on the line. */
char *
hs_cli_line (HsCli *self, const HsRecord *row)
{
  const HsKind *kind = hs_record_kind (row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if ((kind->fields[i].flags & (HS_FIELD_PARENT | HS_FIELD_HIDDEN)) != 0
          || (kind->fields[i].type == HS_TYPE_LONG_TEXT
              && (kind->fields[i].flags & HS_FIELD_TITLE) == 0)
          || strcmp (kind->fields[i].name, "position") == 0
          || strcmp (kind->fields[i].name, "code") == 0)
        continue;
      value = hs_cli_value (self, row, i);
      if (*value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }
  if (text->len == 0)
    {
      g_autofree char *title = hs_record_title (row);

      g_string_append (text, title);
    }
  return g_string_free (text, FALSE);
}

char *
hs_cli_describe (HsCli *self, const HsRecord *record)
{
  g_autofree char *title = hs_cli_title (self, record);
  const char *uid = hs_record_uid (record);

  return g_strdup_printf ("%s %s (%s)", hs_cli_kind_word (hs_record_kind (record)),
                          uid != NULL ? uid : "", title);
}

char *
hs_cli_value (HsCli *self, const HsRecord *record, guint field)
{
  const HsField *description = &hs_record_kind (record)->fields[field];

  if (!hs_record_has (record, field) || !hs_cli_visible (self, record, field))
    return g_strdup ("");
  if (description->type == HS_TYPE_REF)
    return hs_cli_name (self, description->target, hs_record_int (record, field));
  return hs_record_format (record, field);
}

/* The codes of a set. */
static json_t *
codes_of_set (const HsField *field, gint64 bits)
{
  json_t *list = json_array ();

  for (guint i = 0; i < hs_field_n_choices (field); i++)
    if ((bits >> i & 1) != 0)
      json_array_append_new (list, json_string (hs_choice_code (field->choices, i)));
  return list;
}

static json_t *
json_of_value (HsCli *self, const HsRecord *record, guint field)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  g_autofree char *text = NULL;

  switch (description->type)
    {
    case HS_TYPE_TEXT:
    case HS_TYPE_LONG_TEXT:
      return json_string (hs_record_text (record, field));
    case HS_TYPE_BOOLEAN:
      return json_boolean (hs_record_int (record, field));
    case HS_TYPE_CHOICE:
      return json_string (hs_record_code (record, field));
    case HS_TYPE_SET:
      return codes_of_set (description, hs_record_int (record, field));
    case HS_TYPE_REF:
      text = hs_store_uid (hs_cli_store (self), description->target, hs_record_int (record, field));
      return text == NULL ? json_null () : json_string (text);
    case HS_TYPE_DATE:
    case HS_TYPE_TIME:
      text = hs_record_format_stable (record, field);
      return json_string (text);
    default:
      return json_integer (hs_record_int (record, field));
    }
}

json_t *
hs_cli_record_json (HsCli *self, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  g_autofree char *title = hs_cli_title (self, record);
  json_t *object = json_object ();
  json_t *fields = json_object ();

  json_object_set_new (object, "kind", json_string (kind->name));
  hs_cli_json_text (object, "uid", hs_record_uid (record));
  if (hs_record_removed (record) != 0)
    json_object_set_new (object, "removed", json_true ());
  hs_cli_json_text (object, "title", title);
  for (guint i = 0; i < kind->n_fields; i++)
    if (hs_record_has (record, i) && (kind->fields[i].flags & HS_FIELD_HIDDEN) == 0
        && hs_cli_visible (self, record, i))
      json_object_set_new (fields, kind->fields[i].name, json_of_value (self, record, i));
  json_object_set_new (object, "fields", fields);
  return object;
}

/* ---- where a record belongs ---- */

gint64
hs_cli_agreement_of (HsCli *self, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  int parent = hs_kind_parent_field (kind);
  g_autoptr (HsRecord) upper = NULL;

  if (kind->id == HS_KIND_AGREEMENT)
    return hs_record_id (record);
  if (parent < 0 || !hs_record_has (record, (guint) parent))
    return 0;
  if (kind->fields[parent].target != HS_KIND_AGREEMENT
      && kind->fields[parent].target != HS_KIND_SHEET)
    return 0;
  upper = hs_store_get (hs_cli_store (self), kind->fields[parent].target,
                        hs_record_int (record, (guint) parent), NULL);
  return upper == NULL ? 0 : hs_cli_agreement_of (self, upper);
}

gboolean
hs_cli_may_edit (HsCli *self, const HsRecord *record, GError **error)
{
  return hs_store_may_edit (hs_cli_store (self), hs_cli_actor (self), record, error);
}

gboolean
hs_cli_may_remove (HsCli *self, const HsRecord *record, GError **error)
{
  return hs_store_may_remove (hs_cli_store (self), hs_cli_actor (self), record, error);
}

gboolean
hs_cli_may_take_out (HsCli *self, const HsRecord *person, GError **error)
{
  return hs_permission_take_out_person (hs_cli_actor (self), hs_record_kind_id (person),
                                        hs_store_organisation_of (hs_cli_store (self), person),
                                        hs_record_id (person), error);
}
