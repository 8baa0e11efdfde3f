/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of later sheets. */
#pragma once

#include "hs-ask-dialog.h"

G_BEGIN_DECLS

void hs_sheet_ask_new (GtkWindow *parent, HsDossierEditor *editor);
void hs_sheet_ask_withdraw (GtkWindow *parent, HsDossierEditor *editor);
void hs_sheet_ask_delivery (GtkWindow *parent, HsDossierEditor *editor, HsSigner role);
void hs_sheet_ask_consent (GtkWindow *parent, HsDossierEditor *editor, HsSigner role);
void hs_sheet_ask_correction (GtkWindow *parent, HsDossierEditor *editor, HsSigner role);
void hs_sheet_ask_answer (GtkWindow *parent, HsDossierEditor *editor, HsSigner role,
                          const char *correction);
/* Who @role is in this agreement: what a dialog fills in beforehand. (transfer full) */
char *hs_sheet_name_of (HsDossierEditor *editor, HsSigner role);

G_END_DECLS
