/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a step needs: a reason, and for ending early the last day and the hours made. */
#pragma once

#include "hs-dossier-editor.h"
#include "hs-transition.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_STEP_DIALOG (hs_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsStepDialog, hs_step_dialog, HS, STEP_DIALOG, AdwWindow)

/* Emits "taken" (int action) before it closes.
 * @explanation: what happens then, plain text; may name what is lost. Takes the step itself. */
GtkWidget *hs_step_dialog_new (GtkWindow *parent, HsDossierEditor *editor, const HsNextStep *step,
                               const char *explanation);

/* Takes a step without asking. */
void hs_step_take (HsDossierEditor *editor, HsEventAction action, const HsTransitionInput *input,
                   GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
