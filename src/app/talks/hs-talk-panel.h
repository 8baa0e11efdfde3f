/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a regional talk needs at the table: what is still open from before, each theme now and
 * wanted, what is agreed and who does what; then the minutes and the next talk. */
#pragma once

#include "hs-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_TALK_PANEL (hs_talk_panel_get_type ())
G_DECLARE_FINAL_TYPE (HsTalkPanel, hs_talk_panel, HS, TALK_PANEL, GtkWidget)

/* For the talk with id @talk. The themes are edited through @editor. */
GtkWidget *hs_talk_panel_new (HsContext *context, HsEditor *editor, gint64 talk, gboolean editable);

G_END_DECLS
