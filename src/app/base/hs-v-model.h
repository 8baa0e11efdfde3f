/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ten competences of the V-model as a V: on the left what every carer needs, on the right what
 * somebody who goes ahead needs. Each is a button; too narrow for a V it is a list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_V_MODEL (hs_v_model_get_type ())
G_DECLARE_FINAL_TYPE (HsVModel, hs_v_model, HS, V_MODEL, GtkWidget)

/* Emits "changed" (guint bits) when the user chose: sum of 1 << competence. */
GtkWidget *hs_v_model_new (void);
void hs_v_model_set (HsVModel *self, guint bits);
void hs_v_model_set_editable (HsVModel *self, gboolean editable);

G_END_DECLS
