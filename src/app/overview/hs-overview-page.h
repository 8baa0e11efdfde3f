/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: what do I have to do now, what waits for others, what is soon, and how many
 * agreements are in which state. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_OVERVIEW_PAGE (hs_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (HsOverviewPage, hs_overview_page, HS, OVERVIEW_PAGE, AdwBin)

GtkWidget *hs_overview_page_new (HsContext *context);

G_END_DECLS
