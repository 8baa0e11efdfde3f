/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person set on the screen to a query. */

#include "hs-list-spec.h"

#include "hs-kind.h"

HsListSpec *
hs_list_spec_new (HsKindId kind)
{
  HsListSpec *self = g_new0 (HsListSpec, 1);

  self->kind = kind;
  self->filter_field = self->parent_field = -1;
  self->order_field = hs_list_spec_default_order (kind);
  return self;
}

HsListSpec *
hs_list_spec_copy (const HsListSpec *self)
{
  HsListSpec *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  return copy;
}

void
hs_list_spec_free (HsListSpec *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self);
}

static void
add_filter (const HsListSpec *self, HsQuery *query)
{
  HsType type = hs_kind (self->kind)->fields[self->filter_field].type;

  if (type == HS_TYPE_SET)
    hs_query_where_int (query, (guint) self->filter_field, HS_OP_HAS_BITS,
                        G_GINT64_CONSTANT (1) << self->filter_value);
  else
    hs_query_where_int (query, (guint) self->filter_field, HS_OP_EQUAL, self->filter_value);
}

HsQuery *
hs_list_spec_query (const HsListSpec *self)
{
  HsQuery *query = hs_query_new (self->kind);

  if (self->search != NULL && *self->search != '\0')
    hs_query_search (query, self->search);
  if (self->filter_field >= 0)
    add_filter (self, query);
  if (self->parent_field >= 0)
    hs_query_where_int (query, (guint) self->parent_field, HS_OP_EQUAL, self->parent_id);
  if (self->order_field >= 0)
    hs_query_order (query, (guint) self->order_field, self->descending);
  return query;
}

int
hs_list_spec_default_order (HsKindId kind)
{
  switch (kind)
    {
    case HS_KIND_ORGANISATION:
      return HS_ORGANISATION_NAME;
    case HS_KIND_LOCATION:
      return HS_LOCATION_NAME;
    case HS_KIND_TEAM:
      return HS_TEAM_NAME;
    case HS_KIND_PROGRAMME:
      return HS_PROGRAMME_NAME;
    case HS_KIND_PERSON:
      return HS_PERSON_LAST_NAME;
    case HS_KIND_STUDENT:
      return HS_STUDENT_LAST_NAME;
    case HS_KIND_VACANCY:
      return HS_VACANCY_START;
    case HS_KIND_TECHNOLOGY:
      return HS_TECHNOLOGY_NAME;
    case HS_KIND_MATERIAL:
      return HS_MATERIAL_TITLE;
    case HS_KIND_TALK:
      return HS_TALK_DATE;
    case HS_KIND_WISH:
      return HS_WISH_RANK;
    default:
      return -1;
    }
}
