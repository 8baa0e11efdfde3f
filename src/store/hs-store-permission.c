/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a record is. */

#include "hs-store-permission.h"

#include "hs-permission.h"
#include "hs-query.h"
#include "hs-store-private.h"

static gint64
organisation_through (HsStore *store, HsKindId kind, gint64 id)
{
  g_autoptr (HsRecord) record = id == 0 ? NULL : hs_store_get (store, kind, id, NULL);

  return record == NULL ? 0 : hs_store_organisation_of (store, record);
}

/* Goes up the first of these references that there is. */
gint64
hs_store_organisation_of (HsStore *store, const HsRecord *record)
{
  static const HsKindId ways[] = { HS_KIND_ORGANISATION, HS_KIND_LOCATION, HS_KIND_STUDENT,
                                   HS_KIND_PERSON,       HS_KIND_GUARDIAN, HS_KIND_VACANCY };
  const HsKind *kind = hs_record_kind (record);

  if (kind->id == HS_KIND_ORGANISATION)
    return hs_record_id (record);
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    for (guint i = 0; i < kind->n_fields; i++)
      if (kind->fields[i].type == HS_TYPE_REF && kind->fields[i].target == ways[w]
          && hs_record_has (record, i))
        return ways[w] == HS_KIND_ORGANISATION
                   ? hs_record_int (record, i)
                   : organisation_through (store, ways[w], hs_record_int (record, i));
  return 0;
}

/* The student that a wish, an enrolment or what is shared belongs to. */
static gint64
student_of (const HsRecord *record)
{
  const HsKind *kind = hs_record_kind (record);
  int parent = hs_kind_parent_field (kind);

  if (parent >= 0 && kind->fields[parent].target == HS_KIND_STUDENT && kind->id != HS_KIND_GUARDIAN)
    return hs_record_int (record, (guint) parent);
  return 0;
}

static gint64
whose (const HsRecord *record)
{
  gint64 student = student_of (record);

  if (student != 0)
    return student;
  if (hs_record_kind_id (record) == HS_KIND_ABSENCE)
    return hs_record_int (record, HS_ABSENCE_PERSON);
  return hs_record_id (record);
}

gboolean
hs_store_is_outside (HsKindId kind)
{
  return kind < HS_KIND_AGREEMENT;
}

gboolean
hs_store_may_edit (HsStore *store, const HsActor *actor, const HsRecord *record, GError **error)
{
  return hs_permission_edit_record (actor, hs_record_kind_id (record),
                                    hs_store_organisation_of (store, record), whose (record),
                                    error);
}

gboolean
hs_store_may_remove (HsStore *store, const HsActor *actor, const HsRecord *record, GError **error)
{
  return hs_permission_remove_record (actor, hs_record_kind_id (record),
                                      hs_store_organisation_of (store, record), whose (record),
                                      error);
}

/* ---- who looks ---- */

void
hs_store_set_viewer (HsStore *store, const HsActor *viewer)
{
  HsActor *copy = viewer == NULL ? NULL : hs_actor_copy (viewer);

  hs_actor_free (store->viewer);
  store->viewer = copy;
}

gboolean
hs_store_viewer_is_host (HsStore *store)
{
  const HsActor *viewer = store->viewer;

  return viewer != NULL && viewer->kind == HS_KIND_PERSON
         && viewer->side == HS_ORGANISATION_KIND_HOST;
}

/* Whether the student was placed at the organisation of who looks, now or before. */
static gboolean
was_placed (HsStore *store, gint64 student)
{
  const gint64 placed[] = { HS_AGREEMENT_STATE_PLACED,    HS_AGREEMENT_STATE_DRAFT,
                            HS_AGREEMENT_STATE_REVIEW,    HS_AGREEMENT_STATE_APPROVED,
                            HS_AGREEMENT_STATE_OUT,       HS_AGREEMENT_STATE_AGREED,
                            HS_AGREEMENT_STATE_COMPLETED, HS_AGREEMENT_STATE_ENDED };
  g_autoptr (HsQuery) query = hs_query_new (HS_KIND_AGREEMENT);

  hs_query_where_int (query, HS_AGREEMENT_STUDENT, HS_OP_EQUAL, student);
  hs_query_where_int (query, HS_AGREEMENT_HOST, HS_OP_EQUAL, store->viewer->organisation);
  hs_query_where_in (query, HS_AGREEMENT_STATE, placed, G_N_ELEMENTS (placed));
  return hs_store_count (store, query, NULL) > 0;
}

gboolean
hs_store_hides (HsStore *store, const HsRecord *record)
{
  HsKindId kind = hs_record_kind_id (record);

  if (!hs_store_viewer_is_host (store))
    return FALSE;
  if (kind == HS_KIND_STUDENT)
    return !was_placed (store, hs_record_id (record));
  return kind == HS_KIND_GUARDIAN
         && !was_placed (store, hs_record_int (record, HS_GUARDIAN_STUDENT));
}
