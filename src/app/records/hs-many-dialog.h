/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which field of many records is changed, and into what. */
#pragma once

#include "hs-many.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_MANY_DIALOG (hs_many_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsManyDialog, hs_many_dialog, HS, MANY_DIALOG, AdwWindow)

/* Emits "given" (guint field, HsRecord *value). @n records of @kind are going to change. */
GtkWidget *hs_many_dialog_new (GtkWindow *parent, HsContext *context, HsKindId kind, guint n);

G_END_DECLS
