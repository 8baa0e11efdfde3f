/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is read from below upwards: the head of a narrow column. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_TURNED_LABEL (hs_turned_label_get_type ())
G_DECLARE_FINAL_TYPE (HsTurnedLabel, hs_turned_label, HS, TURNED_LABEL, GtkWidget)

GtkWidget *hs_turned_label_new (const char *text);

G_END_DECLS
