/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signing key: choosing a passphrase, and the recovery sheet on paper or as PDF. */
#pragma once

#include "hs-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_KEY_DIALOG (hs_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsKeyDialog, hs_key_dialog, HS, KEY_DIALOG, AdwWindow)

/* For the actor of @context: makes the key when there is none on this machine, else asks for its
 * passphrase; then shows what to do with the recovery sheet. */
GtkWidget *hs_key_dialog_new (GtkWindow *parent, HsContext *context);
/* Whether the actor of @context has a key on this machine. */
gboolean hs_key_dialog_has_key (HsContext *context);

G_END_DECLS
