/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sheets or two moments of an agreement, field by field. */
#pragma once

#include "hs-dossier-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Chooses two of the sheets and moments, and shows what differs. */
GtkWidget *hs_compare_box_new (HsDossierEditor *editor);
/* What differs between @revision and now, without choosing; for what changed since a moment. */
GtkWidget *hs_compare_box_new_since (HsDossierEditor *editor, gint64 revision);

G_END_DECLS
