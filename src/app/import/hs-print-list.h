/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list on paper: title and subtitle of each row, as on the screen. */
#pragma once

#include "hs-context.h"
#include "hs-list-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer and prints what @spec lists. What goes wrong is told in a dialog. */
void hs_print_list (GtkWindow *parent, HsContext *context, const HsListSpec *spec);

G_END_DECLS
