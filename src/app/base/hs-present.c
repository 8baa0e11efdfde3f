/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields name a record in a list is one table, so that a new kind is one line. */

#include "hs-present.h"

#include "hs-list-spec.h"
#include "hs-store-permission.h"

#include <glib/gi18n.h>

#define NONE (-1)
#define MOST 4

typedef struct
{
  HsKindId kind;
  int title[MOST]; /* when the kind has no title fields of its own; ends with NONE */
  int subtitle[MOST];
  int badge;
} Shape;

/* clang-format off */
static const Shape shapes[] = {
  { HS_KIND_ORGANISATION, { NONE }, { HS_ORGANISATION_KIND, HS_ORGANISATION_SETTING, HS_ORGANISATION_PLACE, NONE }, NONE },
  { HS_KIND_LOCATION, { NONE }, { HS_LOCATION_ORGANISATION, HS_LOCATION_PLACE, NONE }, NONE },
  { HS_KIND_TEAM, { NONE }, { HS_TEAM_LOCATION, HS_TEAM_TARGET_GROUP, NONE }, NONE },
  { HS_KIND_PROGRAMME, { NONE }, { HS_PROGRAMME_CREBO, HS_PROGRAMME_LEVEL, NONE }, NONE },
  { HS_KIND_RECOGNITION, { HS_RECOGNITION_HOST, HS_RECOGNITION_CREBO, HS_RECOGNITION_GROUP, NONE },
    { HS_RECOGNITION_FROM, HS_RECOGNITION_TO, NONE }, HS_RECOGNITION_STATUS },
  { HS_KIND_PERSON, { NONE }, { HS_PERSON_ROLES, HS_PERSON_ORGANISATION, NONE }, NONE },
  { HS_KIND_MANDATE, { HS_MANDATE_PERSON, HS_MANDATE_ORGANISATION, NONE },
    { HS_MANDATE_FROM, HS_MANDATE_TO, NONE }, NONE },
  { HS_KIND_COMPETENCE, { HS_COMPETENCE_TECHNOLOGY, NONE }, { HS_COMPETENCE_LEVEL, HS_COMPETENCE_DATE, NONE }, NONE },
  { HS_KIND_ABSENCE, { HS_ABSENCE_FROM, HS_ABSENCE_TO, NONE }, { HS_ABSENCE_SUBSTITUTE, NONE }, NONE },
  { HS_KIND_STUDENT, { NONE }, { HS_STUDENT_NUMBER, HS_STUDENT_SCHOOL, HS_STUDENT_PLACE, NONE }, NONE },
  { HS_KIND_ENROLMENT, { HS_ENROLMENT_PROGRAMME, NONE },
    { HS_ENROLMENT_ROUTE, HS_ENROLMENT_COHORT, HS_ENROLMENT_CLASS, NONE }, NONE },
  { HS_KIND_GUARDIAN, { NONE }, { HS_GUARDIAN_RELATION, HS_GUARDIAN_EMAIL, NONE }, NONE },
  { HS_KIND_WISH, { HS_WISH_HOST, HS_WISH_LOCATION, HS_WISH_SETTING, HS_WISH_TECHNOLOGY },
    { HS_WISH_RANK, HS_WISH_KIND, NONE }, NONE },
  { HS_KIND_SHARE, { HS_SHARE_WHAT, NONE }, { HS_SHARE_VALUE, HS_SHARE_GIVEN_ON, NONE }, NONE },
  { HS_KIND_VACANCY, { NONE }, { HS_VACANCY_LOCATION, HS_VACANCY_START, HS_VACANCY_END, NONE }, HS_VACANCY_STATUS },
  { HS_KIND_TECHNOLOGY, { NONE }, { HS_TECHNOLOGY_CATEGORY, NONE }, NONE },
  { HS_KIND_ITEM, { HS_ITEM_TECHNOLOGY, NONE }, { HS_ITEM_TECHNOLOGY, HS_ITEM_LOCATION, HS_ITEM_ASSET_NUMBER, NONE }, HS_ITEM_STATE },
  { HS_KIND_MATERIAL, { NONE }, { HS_MATERIAL_FORM, HS_MATERIAL_PUBLISHER, HS_MATERIAL_CATEGORY, NONE }, HS_MATERIAL_LINK_STATE },
  { HS_KIND_TALK, { NONE }, { HS_TALK_DATE, HS_TALK_PLACE, NONE }, NONE },
  { HS_KIND_TALK_PARTY, { HS_TALK_PARTY_ORGANISATION, NONE }, { HS_TALK_PARTY_PERSON, HS_TALK_PARTY_NAME, NONE }, NONE },
  { HS_KIND_TALK_THEME, { HS_TALK_THEME_THEME, NONE }, { HS_TALK_THEME_WANTED, NONE }, NONE },
  { HS_KIND_ACTION, { NONE }, { HS_ACTION_OWNER, HS_ACTION_OWNER_NAME, HS_ACTION_DUE, NONE }, NONE },
  { HS_KIND_REGION_CLAUSE, { NONE }, { HS_REGION_CLAUSE_THEME, HS_REGION_CLAUSE_REGION, NONE }, NONE },
  { HS_KIND_OUTCOME, { NONE }, { HS_OUTCOME_KIND, HS_OUTCOME_LINK, NONE }, NONE },
  { HS_KIND_DIRECTORY, { NONE }, { HS_DIRECTORY_ORGANISATION, HS_DIRECTORY_CONTACT, NONE }, NONE },
  { HS_KIND_TEMPLATE, { NONE }, { HS_TEMPLATE_TECHNOLOGY, HS_TEMPLATE_TARGET_GROUP, NONE }, NONE },
  { HS_KIND_AGREEMENT, { HS_AGREEMENT_STUDENT, NONE }, { HS_AGREEMENT_HOST, HS_AGREEMENT_NUMBER, NONE }, HS_AGREEMENT_STATE },
};
/* clang-format on */

static const Shape *
shape_of (HsKindId kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (shapes[i].kind == kind)
      return &shapes[i];
  return NULL;
}

void
hs_row_text_clear (HsRowText *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->badge, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_clear_pointer (&self->cells[i], g_free);
}

void
hs_row_text_copy (HsRowText *to, const HsRowText *from)
{
  *to = (HsRowText){ g_strdup (from->title), g_strdup (from->subtitle), g_strdup (from->badge),
                     from->tone };
  for (guint i = 0; i < G_N_ELEMENTS (to->cells); i++)
    to->cells[i] = g_strdup (from->cells[i]);
}

gboolean
hs_row_text_equal (const HsRowText *a, const HsRowText *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->cells); i++)
    if (g_strcmp0 (a->cells[i], b->cells[i]) != 0)
      return FALSE;
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->subtitle, b->subtitle) == 0
         && g_strcmp0 (a->badge, b->badge) == 0;
}

char *
hs_present_value (HsStore *store, const HsRecord *record, guint field)
{
  const HsField *description = &hs_record_kind (record)->fields[field];
  char *title;

  if (!hs_record_has (record, field))
    return g_strdup ("");
  if (description->type != HS_TYPE_REF)
    return hs_record_format (record, field);
  title = hs_present_title_of (store, description->target, hs_record_int (record, field));
  return title != NULL ? title : g_strdup ("");
}

/* The values of the fields that have one, with @between between them; NULL when all are empty. */
static char *
join (HsStore *store, const HsRecord *record, const int *fields, const char *between)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MOST && fields[i] != NONE; i++)
    {
      g_autofree char *value = hs_present_value (store, record, (guint) fields[i]);
      if (*value == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, between);
      g_string_append (text, value);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_name (const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);

  if (kind->id == HS_KIND_AGREEMENT)
    return FALSE; /* people know an agreement by its student, not by its number */
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & HS_FIELD_TITLE && hs_record_has (record, i))
      return TRUE;
  return FALSE;
}

/* What a host sees of a student until the match is final. */
static char *
hidden_title (const HsRecord *record)
{
  const char *uid = hs_record_uid (record);
  const char *kind = hs_kind_label (hs_record_kind (record));

  return hs_record_kind_id (record) == HS_KIND_STUDENT && uid != NULL
             ? g_strdup_printf ("%s %.6s", kind, uid + strlen ("st-"))
             : g_strdup (kind);
}

char *
hs_present_title (HsStore *store, const HsRecord *record)
{
  const Shape *shape = shape_of (hs_record_kind_id (record));
  char *title = NULL;

  if (hs_store_hides (store, record))
    return hidden_title (record);
  if (!has_name (record) && shape != NULL)
    title = join (store, record, shape->title, " · ");
  return title != NULL ? title : hs_record_title (record);
}

char *
hs_present_title_of (HsStore *store, HsKindId kind, gint64 id)
{
  g_autoptr (HsRecord) record = hs_store_get (store, kind, id, NULL);

  return record == NULL ? NULL : hs_present_title (store, record);
}

int
hs_present_state_field (HsKindId kind)
{
  const Shape *shape = shape_of (kind);

  return shape == NULL ? NONE : shape->badge;
}

static const char *
agreement_tone (guint state)
{
  switch ((HsAgreementState) state)
    {
    case HS_AGREEMENT_STATE_AGREED:
    case HS_AGREEMENT_STATE_COMPLETED:
      return "good";
    case HS_AGREEMENT_STATE_REVIEW:
    case HS_AGREEMENT_STATE_APPROVED:
    case HS_AGREEMENT_STATE_OUT:
      return "busy";
    case HS_AGREEMENT_STATE_REFUSED:
    case HS_AGREEMENT_STATE_ENDED:
      return "warn";
    case HS_AGREEMENT_STATE_PROPOSED:
    case HS_AGREEMENT_STATE_PLACED:
    case HS_AGREEMENT_STATE_DRAFT:
    case HS_AGREEMENT_STATE_WITHDRAWN:
      return "dim";
    }
  return "dim";
}

const char *
hs_present_tone (HsKindId kind, guint index)
{
  switch (kind)
    {
    case HS_KIND_AGREEMENT:
      return agreement_tone (index);
    case HS_KIND_RECOGNITION:
      return index == HS_RECOGNITION_STATUS_VERIFIED ? "good"
             : index == HS_RECOGNITION_STATUS_ENDED  ? "warn"
                                                     : "dim";
    case HS_KIND_ITEM:
      return index == HS_ITEM_STATE_IN_USE     ? "good"
             : index == HS_ITEM_STATE_CUPBOARD ? "busy"
             : index == HS_ITEM_STATE_REPAIR   ? "warn"
                                               : "dim";
    case HS_KIND_VACANCY:
      return index == HS_VACANCY_STATUS_OPEN ? "good" : "dim";
    case HS_KIND_MATERIAL:
      return index == HS_LINK_STATE_DEAD ? "warn" : index == HS_LINK_STATE_WORKS ? "good" : "dim";
    default:
      return "dim";
    }
}

/* The period of an agreement is on its sheet. */
static char *
agreement_period (HsStore *store, const HsRecord *record)
{
  g_autoptr (HsRecord) sheet = NULL;

  if (hs_record_has (record, HS_AGREEMENT_SHEET))
    sheet = hs_store_get (store, HS_KIND_SHEET, hs_record_int (record, HS_AGREEMENT_SHEET), NULL);
  return sheet == NULL
             ? NULL
             : join (store, sheet, (const int[]){ HS_SHEET_START, HS_SHEET_END, NONE }, " – ");
}

/* ---- columns ---- */

/* The heading above titles, with the field that sorts by them. */
static HsColumn
title_column (HsKindId kind)
{
  int field = hs_list_spec_default_order (kind);

  if (kind == HS_KIND_AGREEMENT)
    return (HsColumn){ hs_field_label (hs_kind (kind), HS_AGREEMENT_STUDENT), HS_AGREEMENT_STUDENT,
                       FALSE };
  for (guint i = 0; field < 0 && i < hs_kind (kind)->n_fields; i++)
    if (hs_kind (kind)->fields[i].flags & HS_FIELD_TITLE)
      field = (int) i;
  return (HsColumn){ _ ("Name"), field, FALSE };
}

guint
hs_present_columns (HsKindId kind, HsColumn *columns)
{
  const Shape *shape = shape_of (kind);
  guint n = 0;

  columns[n++] = title_column (kind);
  if (shape == NULL)
    return n;
  for (guint i = 0; i < HS_MAX_COLUMNS - 2 && i < MOST && shape->subtitle[i] != NONE; i++)
    columns[n++] = (HsColumn){ hs_field_label (hs_kind (kind), (guint) shape->subtitle[i]),
                               shape->subtitle[i], FALSE };
  if (kind == HS_KIND_AGREEMENT)
    columns[n++] = (HsColumn){ _ ("Period"), NONE, FALSE };
  if (shape->badge != NONE)
    columns[n++] =
        (HsColumn){ hs_field_label (hs_kind (kind), (guint) shape->badge), shape->badge, TRUE };
  return n;
}

/* The values of the columns, and the same as one line. */
static void
fill_values (HsStore *store, const HsRecord *record, const Shape *shape, HsRowText *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < HS_MAX_COLUMNS - 2 && i < MOST && shape->subtitle[i] != NONE; i++)
    text->cells[n++] = hs_present_value (store, record, (guint) shape->subtitle[i]);
  if (shape->kind == HS_KIND_AGREEMENT)
    text->cells[n++] = agreement_period (store, record);
  for (guint i = 0; i < n; i++)
    if (text->cells[i] != NULL && *text->cells[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text->cells[i]);
  if (line->len > 0)
    text->subtitle = g_string_free (g_steal_pointer (&line), FALSE);
}

/* A subtitle that begins with the title would say it twice: what is without a name is called after
 * what it is. */
static void
drop_repetition (HsRowText *text)
{
  gsize length = text->title == NULL ? 0 : strlen (text->title);
  char *rest;

  if (text->subtitle == NULL || length == 0 || !g_str_has_prefix (text->subtitle, text->title)
      || !g_str_has_prefix (text->subtitle + length, " · "))
    return;
  rest = g_strdup (text->subtitle + length + strlen (" · "));
  g_free (text->subtitle);
  text->subtitle = rest;
}

void
hs_present_row (HsStore *store, const HsRecord *record, HsRowText *text)
{
  HsKindId kind = hs_record_kind_id (record);
  const Shape *shape = shape_of (kind);

  *text = (HsRowText){ .title = hs_present_title (store, record) };
  if (shape == NULL || hs_store_hides (store, record))
    return;
  fill_values (store, record, shape, text);
  drop_repetition (text);
  if (shape->badge == NONE || !hs_record_has (record, (guint) shape->badge))
    return;
  text->badge = hs_record_format (record, (guint) shape->badge);
  text->tone = hs_present_tone (kind, (guint) hs_record_int (record, (guint) shape->badge));
}

static gint64
title_key (HsKindId kind, gint64 id)
{
  return (gint64) kind << 40 | id;
}

GHashTable *
hs_titles_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

void
hs_titles_put (GHashTable *titles, HsKindId kind, gint64 id, const char *title)
{
  gint64 key = title_key (kind, id);

  g_hash_table_replace (titles, g_memdup2 (&key, sizeof key), g_strdup (title));
}

const char *
hs_titles_get (GHashTable *titles, HsKindId kind, gint64 id)
{
  gint64 key = title_key (kind, id);

  return titles == NULL ? NULL : g_hash_table_lookup (titles, &key);
}

void
hs_titles_collect (GHashTable *titles, HsStore *store, const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *title = NULL;
      if (kind->fields[i].type != HS_TYPE_REF || !hs_record_has (record, i))
        continue;
      title = hs_present_title_of (store, kind->fields[i].target, hs_record_int (record, i));
      if (title != NULL)
        hs_titles_put (titles, kind->fields[i].target, hs_record_int (record, i), title);
    }
}
