/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by hs-permission*.c and hs-transition.c. */
#pragma once

#include "hs-permission.h"

G_BEGIN_DECLS

/* As what @actor takes part in an agreement. */
typedef enum
{
  HS_SIDE_NONE,
  HS_SIDE_SCHOOL,
  HS_SIDE_HOST,
  HS_SIDE_STUDENT,
  HS_SIDE_GUARDIAN,
} HsSide;

HsSide hs_permission_side (const HsDossier *dossier, const HsActor *actor);
/* Sets HS_ERROR_REFUSED with @why; returns FALSE. */
gboolean hs_permission_refuse (GError **error, const char *why);

G_END_DECLS
