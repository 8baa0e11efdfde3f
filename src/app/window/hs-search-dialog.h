/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything (Ctrl+K). */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_SEARCH_DIALOG (hs_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsSearchDialog, hs_search_dialog, HS, SEARCH_DIALOG, AdwWindow)

GtkWidget *hs_search_dialog_new (HsWindow *window, HsContext *context);

G_END_DECLS
