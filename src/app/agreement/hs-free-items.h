/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items of the technology of an assignment there are at the location, and when they are free
 * in the placement: drawn, and in words. An item is reserved with a button. */
#pragma once

#include "hs-dossier-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hs_free_items_new (HsDossierEditor *editor, HsRecord *assignment);

G_END_DECLS
