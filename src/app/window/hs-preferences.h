/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences: how the program looks and tells, and the figures of the open file. */
#pragma once

#include "hs-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_PREFERENCES (hs_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HsPreferences, hs_preferences, HS, PREFERENCES, AdwPreferencesWindow)

GtkWidget *hs_preferences_new (GtkWindow *parent, HsContext *context);

G_END_DECLS
