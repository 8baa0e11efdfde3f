/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of the help. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_HELP_WINDOW (hs_help_window_get_type ())
G_DECLARE_FINAL_TYPE (HsHelpWindow, hs_help_window, HS, HELP_WINDOW, AdwWindow)

/* Shows the topic @id, in the window of the help that is open or in a new one; the first page when
 * there is no such topic. */
void hs_help_show (GtkWidget *near, const char *id);
/* F1 in widgets of @klass shows the topic @id (static). */
void hs_help_bind (GtkWidgetClass *klass, const char *id);

G_END_DECLS
