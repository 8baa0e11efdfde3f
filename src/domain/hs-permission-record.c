/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may add and change the records outside agreements. */

#include "hs-permission-private.h"

#include <glib/gi18n.h>

#define ROLE(role) (1u << HS_ROLE_##role)

/**
 * Grant: one line of the table.
 * @side: at what kind of organisation, @roles: with one of these roles
 * @anywhere: also records that belong to another organisation, or to none
 */
typedef struct
{
  HsKindId kind;
  HsOrganisationKind side;
  guint roles;
  gboolean anywhere;
} Grant;

#define SCHOOL HS_ORGANISATION_KIND_SCHOOL
#define HOST HS_ORGANISATION_KIND_HOST
#define SUPPLY (ROLE (PRACTICE_TRAINER) | ROLE (INNOVATION_MANAGER) | ROLE (TECH_AMBASSADOR))

/* clang-format off */
static const Grant grants[] = {
  { HS_KIND_STUDENT, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_ENROLMENT, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_GUARDIAN, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_WISH, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_EXCLUSION, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_ABSENCE, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_MATERIAL, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_TEMPLATE, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_DEFAULT, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_TALK, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_TALK_PARTY, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_TALK_THEME, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_ACTION, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_OUTCOME, SCHOOL, ROLE (TEACHER), TRUE },
  { HS_KIND_DIRECTORY, SCHOOL, ROLE (TEACHER), FALSE },
  { HS_KIND_LOCATION, HOST, SUPPLY, FALSE },
  { HS_KIND_TEAM, HOST, SUPPLY, FALSE },
  { HS_KIND_PERSON, HOST, ROLE (PRACTICE_TRAINER), FALSE },
  { HS_KIND_COMPETENCE, HOST, SUPPLY | ROLE (DIGICOACH), FALSE },
  { HS_KIND_ABSENCE, HOST, ROLE (PRACTICE_TRAINER), FALSE },
  { HS_KIND_VACANCY, HOST, ROLE (PRACTICE_TRAINER), FALSE },
  { HS_KIND_TECHNOLOGY, HOST, SUPPLY, TRUE },
  { HS_KIND_ITEM, HOST, SUPPLY, FALSE },
  { HS_KIND_MATERIAL, HOST, SUPPLY | ROLE (DIGICOACH), TRUE },
  { HS_KIND_TEMPLATE, HOST, SUPPLY, TRUE },
  { HS_KIND_TALK, HOST, SUPPLY, TRUE },
  { HS_KIND_TALK_PARTY, HOST, SUPPLY, TRUE },
  { HS_KIND_TALK_THEME, HOST, SUPPLY, TRUE },
  { HS_KIND_ACTION, HOST, SUPPLY, TRUE },
  { HS_KIND_OUTCOME, HOST, SUPPLY, TRUE },
  { HS_KIND_DIRECTORY, HOST, SUPPLY, FALSE },
};
/* clang-format on */

static gboolean
is_granted (const HsActor *actor, HsKindId kind, gint64 organisation)
{
  for (guint i = 0; i < G_N_ELEMENTS (grants); i++)
    if (grants[i].kind == kind && grants[i].side == actor->side
        && (grants[i].roles & actor->roles) != 0
        && (grants[i].anywhere || (organisation != 0 && organisation == actor->organisation)))
      return TRUE;
  return FALSE;
}

/* What belongs to the person or student who acts: @record is that person or student. */
static gboolean
is_own (const HsActor *actor, HsKindId kind, gint64 record)
{
  if (record == 0 || record != actor->id)
    return FALSE;
  if (actor->kind == HS_KIND_STUDENT)
    return kind == HS_KIND_STUDENT || kind == HS_KIND_WISH || kind == HS_KIND_SHARE
           || kind == HS_KIND_GUARDIAN;
  if (actor->kind == HS_KIND_GUARDIAN)
    return kind == HS_KIND_GUARDIAN;
  return kind == HS_KIND_PERSON || kind == HS_KIND_ABSENCE;
}

gboolean
hs_permission_edit_record (const HsActor *actor, HsKindId kind, gint64 organisation, gint64 record,
                           GError **error)
{
  if (hs_kind (kind)->flags & HS_KIND_FLAG_APPEND)
    return hs_permission_refuse (error, _ ("this is only ever added, by the program itself"));
  /* What a student shares is the student's alone: nobody else can give or withdraw it. */
  if (actor == NULL || (hs_actor_has_role (actor, HS_ROLE_COORDINATOR) && kind != HS_KIND_SHARE))
    return TRUE;
  if (is_granted (actor, kind, organisation) || is_own (actor, kind, record))
    return TRUE;
  return hs_permission_refuse (error, _ ("your role does not allow this"));
}

gboolean
hs_permission_remove_record (const HsActor *actor, HsKindId kind, gint64 organisation,
                             gint64 record, GError **error)
{
  gboolean self = actor != NULL && kind == actor->kind && record == actor->id;

  if (self && !hs_actor_has_role (actor, HS_ROLE_COORDINATOR))
    return hs_permission_refuse (error, _ ("nobody removes themselves: ask the school or the "
                                           "organisation that keeps your data"));
  return hs_permission_edit_record (actor, kind, organisation, record, error);
}

gboolean
hs_permission_take_out_person (const HsActor *actor, HsKindId kind, gint64 organisation,
                               gint64 record, GError **error)
{
  if (actor != NULL && kind == actor->kind && record == actor->id)
    return TRUE;
  /* A host does not keep the records of students. */
  if (actor != NULL && kind != HS_KIND_PERSON && actor->side == HS_ORGANISATION_KIND_HOST)
    return hs_permission_refuse (error, _ ("your role does not allow this"));
  return hs_permission_edit_record (actor, kind, organisation, 0, error);
}

gboolean
hs_permission_match (const HsActor *actor, GError **error)
{
  return actor == NULL || hs_actor_has_role (actor, HS_ROLE_COORDINATOR)
         || hs_permission_refuse (error, _ ("a proposal is made by a coordinator"));
}

gboolean
hs_permission_open (const HsDossier *dossier, const HsActor *actor, gboolean named, GError **error)
{
  if (actor == NULL || (actor->kind == HS_KIND_PERSON && actor->side != HS_ORGANISATION_KIND_HOST))
    return TRUE;
  return hs_permission_check (dossier, actor, named ? HS_MAY_SEE_STUDENT : HS_MAY_READ, error);
}

gboolean
hs_permission_create (const HsActor *actor, GError **error)
{
  const guint makers = ROLE (COORDINATOR) | ROLE (TEACHER) | ROLE (PRACTICE_TRAINER);

  if (actor == NULL)
    return hs_permission_refuse (error, _ ("say first who you are"));
  return (actor->roles & makers) != 0
         || hs_permission_refuse (error, _ ("an agreement is made by a coordinator, a teacher or a "
                                            "practice trainer"));
}
