/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an agreement as a small road: where it was, where it is, what comes. */
#pragma once

#include "hs-dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_STATE_ROAD (hs_state_road_get_type ())
G_DECLARE_FINAL_TYPE (HsStateRoad, hs_state_road, HS, STATE_ROAD, GtkWidget)

GtkWidget *hs_state_road_new (void);
void hs_state_road_show (HsStateRoad *self, const HsDossier *dossier);

G_END_DECLS
