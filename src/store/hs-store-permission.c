/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a record is. */

#include "hs-store-permission.h"

#include "hs-permission.h"

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
