/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts. */

#include "hs-actor.h"

HsActor *
hs_actor_copy (const HsActor *self)
{
  HsActor *copy = g_memdup2 (self, sizeof *self);

  copy->uid = g_strdup (self->uid);
  copy->name = g_strdup (self->name);
  return copy;
}

void
hs_actor_free (HsActor *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->name);
  g_free (self);
}

gboolean
hs_actor_has_role (const HsActor *self, HsRole role)
{
  return (self->roles >> role & 1) != 0;
}
