/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses the program: chosen out of the people of the file, or made here. */
#pragma once

#include "hs-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_WHO_AM_I (hs_who_am_i_get_type ())
G_DECLARE_FINAL_TYPE (HsWhoAmI, hs_who_am_i, HS, WHO_AM_I, AdwBin)

/* Asks for the file of @context. Emits "done" when it is known; the context then has the actor. */
void hs_who_am_i_ask (HsWhoAmI *self, HsContext *context);

/* Whether who was chosen last made themselves known here for the first time. */
gboolean hs_who_am_i_is_new (HsWhoAmI *self);

G_END_DECLS
