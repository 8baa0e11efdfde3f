/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements for a class at once. */
#pragma once

#include "hs-window.h"

G_BEGIN_DECLS

#define HS_TYPE_CLASS_DIALOG (hs_class_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsClassDialog, hs_class_dialog, HS, CLASS_DIALOG, AdwWindow)

GtkWidget *hs_class_dialog_new (HsWindow *window, HsContext *context);

G_END_DECLS
