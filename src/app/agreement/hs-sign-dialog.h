/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing: with the key of this computer, on paper, or elsewhere as PDF. */
#pragma once

#include "hs-dossier-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_SIGN_DIALOG (hs_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsSignDialog, hs_sign_dialog, HS, SIGN_DIALOG, AdwWindow)

/* @role: the HsSigner that signs, -1: the first one that still has to. */
GtkWidget *hs_sign_dialog_new (GtkWindow *parent, HsDossierEditor *editor, int role);

G_END_DECLS
