/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts: a person with roles at an organisation, a student, or a guardian of a student. What an
 * actor may do is decided in the domain (hs-permission.h) and refused there with a reason. */
#pragma once

#include "hs-kinds.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HsActor:
 * @kind: HS_KIND_PERSON, HS_KIND_STUDENT or HS_KIND_GUARDIAN
 * @id, @uid, @name: the record, and the name as it is copied into what is signed
 * @organisation: id of the organisation of a person or the school of a student
 * @side: what kind of organisation that is
 * @roles: sum of 1 << HsRole
 * @student: for a student and a guardian the id of the student, else 0
 */
typedef struct
{
  HsKindId kind;
  gint64 id;
  char *uid;
  char *name;
  gint64 organisation;
  HsOrganisationKind side;
  guint roles;
  gint64 student;
} HsActor;

HsActor *hs_actor_copy (const HsActor *self);
void hs_actor_free (HsActor *self);
gboolean hs_actor_has_role (const HsActor *self, HsRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsActor, hs_actor_free)

G_END_DECLS
